"""Excel 2003 XML workbooks."""

from collections.abc import Callable

from smbcrm.core.grid import Grid
from smbcrm.readers.open_file import read_stream

Read = Callable[..., Grid]
Refusal = Callable[..., str]

_SS = "urn:schemas-microsoft-com:office:spreadsheet"


def _workbook(*sheets: str, head: str = "") -> str:
    return f'<?xml version="1.0"?>{head}<Workbook xmlns="{_SS}" xmlns:ss="{_SS}">{"".join(sheets)}</Workbook>'


def _cell(text: str, kind: str = "String", more: str = "") -> str:
    return f'<Cell{more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def test_gaps_types_merges_and_errors_are_understood(grid: Read) -> None:
    rows = (
        f"<Row>{_cell('City')}{_cell('Name')}{_cell('Total')}{_cell('Day')}</Row>"
        f'<Row ss:Index="3">{_cell("Tehran", more=" ss:MergeDown=" + chr(34) + "1" + chr(34))}{_cell("Sara")}'
        f"{_cell('1250000', 'Number')}{_cell('2024-03-20T00:00:00.000', 'DateTime')}</Row>"
        f'<Row ss:Hidden="1">{_cell("Reza", more=" ss:Index=" + chr(34) + "2" + chr(34))}{_cell("#N/A", "Error")}</Row>'
    )
    read = grid(_workbook(f'<Worksheet ss:Name="S"><Table>{rows}</Table></Worksheet>'), "list.xls")
    assert list(zip(read.row_numbers, read.rows)) == [
        (1, ["City", "Name", "Total", "Day"]),
        (3, ["Tehran", "Sara", "1250000", "2024-03-20"]),
        (4, ["Tehran", "Reza"]),
    ]
    assert (read.kind, read.sheet, read.hidden_rows) == ("xml", "S", 1)
    assert [(problem.row, problem.column) for problem in read.problems] == [(3, "A"), (None, "C")]


def test_hidden_sheets_are_marked() -> None:
    table = f"<Table><Row>{_cell('Name')}</Row></Table>"
    hidden = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"
    book = _workbook(
        f'<Worksheet ss:Name="A">{table}</Worksheet>', f'<Worksheet ss:Name="B">{table}{hidden}</Worksheet>'
    )
    grids = read_stream(book.encode(), name="list.xls").grids
    assert [(grid.sheet, grid.visible) for grid in grids] == [("A", True), ("B", False)]


def test_definitions_and_broken_xml_are_refused(refusal: Refusal) -> None:
    laughs = _workbook("&a;", head='<!DOCTYPE x [<!ENTITY a "lol">]>')
    assert (
        refusal(laughs, "list.xls")
        == "list.xls holds definitions (DTD) that a spreadsheet never has; it is not read"
    )
    broken = _workbook("<Worksheet ss:Name='S'><Table><Row>")[:-12]
    assert refusal(broken, "list.xls") == "list.xls is damaged or incomplete"
