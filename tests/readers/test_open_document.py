"""LibreOffice tables whose XML only our own reader takes: flat files, and packages written in an unusual way."""

from collections.abc import Callable

import pytest

from smbcrm.core.grid import Grid
from smbcrm.readers.open_file import read_stream
from tests.readers.awkward_packages import ods, ods_row, package

Read = Callable[..., Grid]
Refusal = Callable[..., str]

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "draw")
)


def _flat(tables: str, styles: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} xmlns:calcext="urn:calc" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>"
    )


def _table(*rows: str, name: str = "مشتریان", style: str = "") -> str:
    return f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def _cell(kind: str, value: str, shown: str = "shown", more: str = "") -> str:
    name = "value" if kind in ("float", "currency", "percentage") else f"{kind}-value"
    return f'<table:table-cell office:value-type="{kind}" office:{name}="{value}" {more}><text:p>{shown}</text:p></table:table-cell>'


def test_a_flat_table_is_read_like_any_workbook(grid: Read) -> None:
    read = grid(_flat(_table(ods_row(["نام", "موبایل"]), ods_row(["سارا", "09123456789"]))), "list.fods")
    assert (read.kind, read.sheet, read.rows) == (
        "fods",
        "مشتریان",
        [["نام", "موبایل"], ["سارا", "09123456789"]],
    )


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (_cell("float", "9123456789", "9.12E+09"), "9123456789"),
        (_cell("currency", "1250000", "1,250,000 ریال"), "1250000"),
        (_cell("percentage", "0.5", "50%"), "0.5"),
        (_cell("date", "2024-03-20"), "2024-03-20"),
        (_cell("date", "2024-03-20T14:05:00"), "2024-03-20 14:05:00"),
        (_cell("time", "PT25H30M00S"), "25:30:00"),
        (_cell("boolean", "true"), "TRUE"),
        (_cell("string", "0012", ""), "0012"),
        (_cell("float", "no number", "as shown"), "as shown"),
        ("<table:table-cell><text:p>two</text:p><text:p>lines</text:p></table:table-cell>", "two\nlines"),
        ('<table:table-cell><text:p>a<text:s text:c="2"/>b<text:tab/>c</text:p></table:table-cell>', "a  b\tc"),
        ("<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation><text:p>Sara</text:p></table:table-cell>", "Sara"),
        ("<table:table-cell><draw:frame><table:table><table:table-row><table:table-cell><text:p>chart</text:p></table:table-cell>"
         "</table:table-row></table:table></draw:frame><text:p>Reza</text:p></table:table-cell>", "Reza"),
    ],
)  # fmt: skip
def test_each_kind_of_cell_becomes_its_value(grid: Read, cell: str, text: str) -> None:
    assert grid(_flat(_table(_row(cell))), "list.fods").rows == [[text]]


def test_repeated_and_hidden_rows_merged_and_wrong_cells_are_kept_and_told(grid: Read) -> None:
    tall = '<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Tehran</text:p></table:table-cell>'
    wrong = '<table:table-cell table:formula="of:=1/0" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    gap = '<table:table-cell table:number-columns-repeated="16384"/>'
    read = grid(
        _flat(
            _table(
                _row(gap, more='table:number-rows-repeated="3"'),
                _row(tall, _cell("string", "", "Sara"), wrong),
                _row("<table:covered-table-cell/>", _cell("string", "", "Reza"), gap, more='table:visibility="filter"'),
                _row(_cell("string", "", "same"), more='table:number-rows-repeated="2"'),
                _row(gap, more='table:number-rows-repeated="1048000"'),
            )
        ),
        "list.fods",
    )  # fmt: skip
    assert list(zip(read.row_numbers, read.rows)) == [
        (4, ["Tehran", "Sara"]),
        (5, ["Tehran", "Reza"]),
        (6, ["same"]),
        (7, ["same"]),
    ]
    assert read.hidden_rows == 1
    assert [str(problem.what) for problem in read.problems] == [
        "1 cell under a merged cell was filled with its value",
        "1 cell holds an error of the spreadsheet (#DIV/0!) and was read as empty",
    ]


def test_a_hidden_table_is_marked(grid: Read) -> None:
    style = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    tables = _table(ods_row(["a"]), name="A") + _table(ods_row(["b"]), name="B", style="ta2")
    grids = read_stream(_flat(tables, style).encode(), name="list.fods").grids
    assert [(one.sheet, one.visible) for one in grids] == [("A", True), ("B", False)]


def test_a_package_with_indented_xml_is_read(grid: Read) -> None:
    rows = ods_row(["Name", "Phone"]) + ods_row(["Sara", "0912"])
    assert grid(ods(rows.replace("><", ">\n\t<")), "list.ods").rows == [["Name", "Phone"], ["Sara", "0912"]]


def test_a_length_of_time_is_written_as_hours(grid: Read) -> None:
    cell = '<table:table-cell office:value-type="time" office:time-value="PT25H30M00S"><text:p>25:30</text:p></table:table-cell>'
    assert grid(ods(f"<table:table-row>{cell}</table:table-row>"), "list.ods").rows == [["25:30:00"]]


def test_a_package_with_the_document_type_of_old_openoffice_is_read(grid: Read) -> None:
    library = '<?xml version="1.0"?><!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd"><x/>'
    assert grid(ods(ods_row(["Sara"]), more={"Basic/script-lc.xml": library}), "list.ods").rows == [["Sara"]]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE x [<!ENTITY a "lol">]>',
        '<!DOCTYPE x SYSTEM "a.dtd" [<!ENTITY a "lol">]>',
        '<!DOCTYPE x PUBLIC "a" "b">\n<!ENTITY a "lol">',
    ],
)
def test_definitions_are_refused_wherever_they_stand(refusal: Refusal, head: str) -> None:
    text = _flat(_table(ods_row(["Sara"]))).replace("\n", head, 1)
    assert "definitions (DTD)" in refusal(text, "list.fods")


def test_a_tag_of_many_megabytes_costs_no_minutes(grid: Read) -> None:
    long = f'<table:consolidation table:source="{"A1 " * 2_000_000}"/>'
    hidden = ods_row(["Sara"]).replace("<table:table-row", '<table:table-row table:visibility="filter"')
    read = grid(ods(hidden, after=long), "list.ods")
    assert (read.rows, read.hidden_rows) == ([["Sara"]], 1)


def test_a_flat_table_of_endless_rows_is_refused(refusal: Refusal) -> None:
    text = _flat(_table(_row(_cell("string", "", "x"), more='table:number-rows-repeated="90000000"')))
    assert refusal(text, "list.fods") == "list.fods holds more cells than can be read"


def test_a_broken_flat_table_is_refused(refusal: Refusal) -> None:
    text = _flat(_table(ods_row(["Sara"])))
    assert refusal(text[:-40], "list.fods") == "list.fods is damaged or incomplete"
    assert refusal(
        package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "list.ods"
    ).endswith("incomplete")


def test_an_error_of_a_flat_table_is_no_number_in_whatever_language_it_was_saved(grid: Read) -> None:
    cells = [_cell("float", "0", error, 'table:formula="of:=1/0"') for error in ("#WERT!", "#NV")]
    read = grid(
        _flat(_table(ods_row(["Name", "Total", "Paid"]), _row(_cell("string", "Sara", "Sara"), *cells))),
        "list.fods",
    )
    assert read.rows[1] == ["Sara"]
    assert [(p.column, "#WERT!" in str(p.what) or "#NV" in str(p.what)) for p in read.problems] == [
        ("B", True),
        ("C", True),
    ]
