"""Workbooks: typed cells as text, what a reader would lose in silence, and XML written in every way."""

import datetime as dt
import io
import os
import zipfile
from collections.abc import Callable, Sequence

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from smbcrm.core import beside
from smbcrm.core.grid import Grid
from smbcrm.errors import NotFoundError
from smbcrm.readers.open_file import read_stream
from smbcrm.readers.spreadsheets import child
from smbcrm.readers.spreadsheets.ods_scan import scan_ods
from tests.readers.awkward_packages import cell_xml, ods, ods_row, package, rows_xml, sheet_xml, xlsx

Read = Callable[..., Grid]
Refusal = Callable[..., str]


def _saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _book(*rows: Sequence[object]) -> Workbook:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def _told(grid: Grid) -> list[tuple[int | None, str, str]]:
    return [(problem.row, problem.column, str(problem.what)) for problem in grid.problems]


def test_typed_cells_become_plain_text(grid: Read) -> None:
    row = [
        9123456789,
        99.5,
        0.1 + 0.2,
        1e-7,
        True,
        dt.datetime(2024, 3, 20),
        dt.datetime(2024, 3, 20, 14, 4, 59, 999600),
        dt.time(14, 30),
        dt.timedelta(hours=25, minutes=30),
        "  as typed ",
        "0912",
    ]
    assert grid(_saved(_book(row)), "list.xlsx").rows == [
        [
            "9123456789",
            "99.5",
            "0.3",
            "0.0000001",
            "TRUE",
            "2024-03-20",
            "2024-03-20 14:05:00",
            "14:30:00",
            "25:30:00",
            "  as typed ",
            "0912",
        ]
    ]


_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=12
)


@settings(max_examples=30)
@given(st.lists(st.lists(_TEXT, min_size=1, max_size=4), min_size=1, max_size=5))
def test_text_in_a_cell_stays_exactly_that(table: list[list[str]]) -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "head")
        for number, row in enumerate(table, 1):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
    [read] = read_stream(data.getvalue(), name="list.xlsx").grids
    filled = {number: row for number, row in enumerate(table, 2) if "".join(row).strip()}
    assert read.row_numbers == [1, *filled]
    for row, typed in zip(read.rows[1:], filled.values()):
        assert row == typed[: len(row)]
        assert not "".join(typed[len(row) :]).strip()


def test_a_table_keeps_its_place_on_the_sheet(grid: Read) -> None:
    book = Workbook()
    book.active["C5"], book.active["D5"], book.active["C8"] = "Name", "Phone", "Sara"
    read = grid(_saved(book), "list.xlsx")
    assert list(zip(read.row_numbers, read.rows)) == [(5, ["", "", "Name", "Phone"]), (8, ["", "", "Sara"])]


def test_numbers_show_the_zeros_that_their_format_shows(grid: Read) -> None:
    book = _book(["Code", "Mobile"], [7, 9123456789], [12345678, 1])
    for address, form in (("A2", "00000"), ("B2", "00000000000"), ("A3", "00000"), ("B3", "0.00")):
        book.active[address].number_format = form
    assert grid(_saved(book), "list.xlsx").rows[1:] == [["00007", "09123456789"], ["12345678", "1"]]


def test_errors_and_formulas_without_a_result_are_told_by_column(grid: Read) -> None:
    cell = '<c r="{}{}" t="e"><f>1/0</f><v>{}</v></c>'
    rows = "".join(
        f'<row r="{n}">{cell_xml(f"A{n}", "Sara")}{cell.format("B", n, error)}'
        f'<c r="C{n}"><f>A{n}</f><v></v></c><c r="D{n}" t="str"><f>""</f><v></v></c></row>'
        for n, error in ((1, "#N/A"), (2, "#REF!"), (3, "#N/A"))
    )
    read = grid(xlsx(sheet_xml(rows)), "list.xlsx")
    assert read.rows == [["Sara"]] * 3
    assert _told(read) == [
        (None, "B", "3 cells hold an error of the spreadsheet (#N/A, #REF!) and were read as empty"),
        (
            None,
            "C",
            "3 formulas have no stored result and were read as empty; "
            "open the file in a spreadsheet program, save it and try again",
        ),
    ]


def test_a_number_with_lost_digits_is_told(grid: Read) -> None:
    read = grid(_saved(_book(["Card"], [6037991234567890123], [6037991234567890])), "list.xlsx")
    assert read.rows[2] == ["6037991234567890"]
    assert _told(read) == [
        (None, "A", "numbers with more than 15 digits: their last digits are lost; keep such codes as text")
    ]


def test_merged_cells_are_filled_down_but_make_no_customers(grid: Read) -> None:
    book = _book(["City", "Name"], ["Tehran", "Sara"], [None, "Reza"], [None, None], [None, "Mina"])
    book.active.merge_cells("A2:A9")
    read = grid(_saved(book), "list.xlsx")
    assert read.rows == [["City", "Name"], ["Tehran", "Sara"], ["Tehran", "Reza"], ["Tehran", "Mina"]]
    assert _told(read) == [(2, "A", "2 cells under a merged cell were filled with its value")]


def test_hidden_rows_are_read_and_counted_and_hidden_sheets_marked() -> None:
    book = _book(["Name"], ["Sara"], ["Reza"], [None])
    for row in (3, 4):
        book.active.row_dimensions[row].hidden = True
    other = book.create_sheet("old")
    other.append(["Name"])
    other.sheet_state = "hidden"
    grids = read_stream(_saved(book), name="list.xlsx").grids
    assert [(grid.sheet, grid.visible, len(grid.rows), grid.hidden_rows) for grid in grids] == [
        ("Sheet", True, 3, 1),
        ("old", False, 1, 0),
    ]


def test_one_sheet_can_be_named_and_a_wrong_name_is_answered_with_the_names() -> None:
    book = _book(["Name"])
    book.create_sheet("تهران").append(["نام"])
    data = _saved(book)
    assert [grid.sheet for grid in read_stream(data, name="list.xlsx", sheet="تهران").grids] == ["تهران"]
    with pytest.raises(NotFoundError) as caught:
        read_stream(data, name="list.xlsx", sheet="Qom")
    assert str(caught.value.what) == "list.xlsx has no sheet Qom; it has Sheet, تهران"


def test_an_empty_sheet_is_named(refusal: Refusal) -> None:
    book = Workbook()
    assert refusal(_saved(book), "list.xlsx") == "sheet Sheet of list.xlsx is empty"
    book.create_sheet("other")
    assert refusal(_saved(book), "list.xlsx") == "every sheet of list.xlsx is empty"


_PLAIN = sheet_xml(rows_xml([["Name", "Phone"], ["Sara", "0912"]]))
_NO_ADDRESSES = (
    '<row><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Phone</t></is></c></row>'
)


@pytest.mark.parametrize(
    "sheet",
    [
        _PLAIN,
        _PLAIN.replace('"', "'"),
        _PLAIN.replace(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        _PLAIN.replace("<?xml", "<!-- <!DOCTYPE is no word here --><?xml", 0),
        _PLAIN.replace("xmlns=", "xmlns:x=")
        .replace("</", "</x:")
        .replace("<", "<x:")
        .replace("<x:/x:", "</x:")
        .replace("<x:?", "<?"),
        _PLAIN.replace(' t="inlineStr"', "").replace("<c r=", '<c t="inlineStr" r='),
        sheet_xml(_NO_ADDRESSES + _NO_ADDRESSES.replace("Name", "Sara").replace("Phone", "0912")),
    ],
    ids=["plain", "single quotes", "strict", "comment", "prefix", "order", "no addresses"],
)
def test_a_sheet_may_be_written_in_any_way_xml_allows(grid: Read, sheet: str) -> None:
    assert grid(xlsx(sheet), "list.xlsx").rows == [["Name", "Phone"], ["Sara", "0912"]]


def test_a_sheet_in_another_form_is_still_searched_for_what_would_be_lost(grid: Read) -> None:
    rows = (
        f'<row spans="1:2" r="1">{cell_xml("A1", "Name")}</row>'
        '<row hidden="1"><c t="inlineStr"><is><t>Sara</t></is></c><c t="e"><v>#N/A</v></c><c><f>A1</f></c></row>'
    )
    read = grid(xlsx(sheet_xml(rows)), "list.xlsx")
    assert (read.rows, read.hidden_rows) == ([["Name"], ["Sara"]], 1)
    assert [(column, what[:10]) for _, column, what in _told(read)] == [
        ("B", "1 cell hol"),
        ("C", "1 formula "),
    ]


@pytest.mark.parametrize("address", ["XFD1048576", "Z900000", "A1048576", "XFD1"])
def test_a_stray_cell_is_left_out_and_named(grid: Read, address: str) -> None:
    row = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    customers = rows_xml([["Name", "Phone"], *(["Sara", f"0912{n}"] for n in range(300))])
    table = sheet_xml(customers + f'<row r="{row}">{cell_xml(address, "x")}</row>')
    read = grid(xlsx(table), "list.xlsx")
    assert (len(read.rows), read.rows[300]) == (301, ["Sara", "0912299"])
    assert [what for _, _, what in _told(read)] == [
        f"the cell {address} lies far outside the table and was left out"
    ]


def test_a_wide_sheet_of_few_rows_is_read_whole(grid: Read) -> None:
    read = grid(
        xlsx(sheet_xml(f'<row r="1">{cell_xml("A1", "Name")}{cell_xml("XFD1", "x")}</row>')), "list.xlsx"
    )
    assert (len(read.rows[0]), read.rows[0][0], read.rows[0][-1], read.problems) == (16_384, "Name", "x", ())


@pytest.mark.parametrize("address", ["xfd1048576", "AAA99999999999"])
def test_a_far_cell_cannot_hide_behind_its_spelling(address: str) -> None:
    sheet = sheet_xml(f'<row r="1">{cell_xml("A1", "Name")}{cell_xml(address, "x")}</row>')
    [read] = read_stream(xlsx(sheet), name="list.xlsx").grids
    assert read.rows[0][0] == "Name"


def test_two_far_apart_tables_are_both_kept(grid: Read) -> None:
    rows = [(n, f"A{n}") for n in (*range(1, 60), *range(400_001, 400_060))]
    table = "".join(f'<row r="{n}">{cell_xml(a, "Sara")}{cell_xml(f"ZZ{n}", "x")}</row>' for n, a in rows)
    assert len(grid(xlsx(sheet_xml(table)), "list.xlsx").rows) == 118


def test_a_workbook_cut_off_inside_is_damaged(refusal: Refusal) -> None:
    whole = xlsx(_PLAIN)
    assert refusal(whole[: len(whole) // 2], "list.xlsx") == "list.xlsx is damaged or incomplete"
    assert refusal(xlsx(_PLAIN[:-60]), "list.xlsx") == "list.xlsx is damaged or incomplete"


_WIDE = 'table:number-columns-repeated="1000"'


def _ods_line(name: str, cells: str, city: str) -> str:
    """Give the XML of one row of an ODS table with some cells as they are written."""
    first, last = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in (name, city)
    )
    return f"<table:table-row>{first}{cells}{last}</table:table-row>"


def test_an_ods_workbook_tells_merged_cells_hidden_rows_and_errors(grid: Read) -> None:
    cell = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    error = cell.format(' table:formula="of:=1/0"', "#DIV/0!")
    merged = cell.format(' table:number-rows-spanned="2"', "Tehran")
    tall = f"<table:table-row>{merged}{cell.format('', 'Sara')}{error}</table:table-row>"
    hidden = f'<table:table-row table:visibility="filter"><table:covered-table-cell/>{cell.format("", "Reza")}</table:table-row>'
    read = grid(ods(ods_row(["City", "Name", "Total"]) + tall + hidden), "list.ods")
    assert (read.rows, read.hidden_rows) == (
        [["City", "Name", "Total"], ["Tehran", "Sara"], ["Tehran", "Reza"]],
        1,
    )
    assert _told(read) == [
        (2, "A", "1 cell under a merged cell was filled with its value"),
        (None, "C", "1 cell holds an error of the spreadsheet (#DIV/0!) and was read as empty"),
    ]


@pytest.mark.parametrize("error", ["#WERT!", "#DIV/0 !", "#NV", "#ЗНАЧ!", "#VALUE!", "Err:502"])
@pytest.mark.parametrize(
    "value", ['value-type="float" office:value="0"', 'value-type="string" office:string-value=""']
)
def test_an_error_in_an_ods_workbook_is_no_number_in_whatever_language_it_was_saved(
    grid: Read, value: str, error: str
) -> None:
    cell = f'<table:table-cell table:formula="of:=1/0" office:{value} table:number-columns-repeated="2"><text:p>{error}</text:p></table:table-cell>'
    read = grid(
        ods(ods_row(["Name", "Total", "Paid", "City"]) + _ods_line("Sara", cell, "Tabriz")), "list.ods"
    )
    assert read.rows[1] == ["Sara", "", "", "Tabriz"]
    said = f"1 cell holds an error of the spreadsheet ({error}) and was read as empty"
    assert [(p.column, str(p.what)) for p in read.problems] == [("B", said), ("C", said)]


@pytest.mark.parametrize("shown", ["#1 shop", "#Nr 0", "0"])
def test_a_number_that_an_ods_workbook_shows_with_a_sign_is_a_number(grid: Read, shown: str) -> None:
    cell = f'<table:table-cell table:formula="of:=A1" office:value-type="float" office:value="0"><text:p>{shown}</text:p></table:table-cell>'
    read = grid(ods(ods_row(["Name", "Total", "City"]) + _ods_line("Sara", cell, "Tabriz")), "list.ods")
    assert (read.rows[1], read.problems) == (["Sara", "0", "Tabriz"], ())


def test_errors_that_an_ods_workbook_repeats_without_end_are_not_emptied_one_by_one() -> None:
    cell = f'<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0" {_WIDE}><text:p>#WERT!</text:p></table:table-cell>'
    table = (
        ods_row(["Name"]) + f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    )
    with zipfile.ZipFile(io.BytesIO(ods(table))) as packed:
        assert len(scan_ods(packed)["Customers"].facts.rewritten) == 1


def test_an_ods_workbook_under_a_password_says_so(refusal: Refusal) -> None:
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": "\x07<!\x08",
        "META-INF/manifest.xml": manifest,
    }
    assert (
        refusal(package(parts), "list.ods") == "list.ods is protected by a password and cannot be opened here"
    )


def test_an_ods_workbook_of_which_only_the_macros_are_under_a_password_is_read(grid: Read) -> None:
    table = ods_row(["Name", "Phone"]) + ods_row(["Sara", "0912"])
    macros = '<manifest:file-entry manifest:full-path="Basic/Shop/Module1.xml"><manifest:encryption-data/></manifest:file-entry>'
    name_space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    parts = {
        "Basic/Shop/Module1.xml": "\x07\x1f\x08",
        "META-INF/manifest.xml": f"<manifest:manifest {name_space}>{macros}</manifest:manifest>",
    }
    assert grid(ods(table, more=parts), "list.ods").rows == [["Name", "Phone"], ["Sara", "0912"]]


def test_a_tab_in_an_ods_workbook_joins_no_words_and_how_a_name_is_spoken_is_no_part_of_it(
    grid: Read,
) -> None:
    spoken = (
        "<text:ruby><text:ruby-base>山田</text:ruby-base><text:ruby-text>やまだ</text:ruby-text></text:ruby>"
    )
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in ("Sara<text:tab/>Ahmadi", spoken)
    )
    table = ods_row(["Name", "名前"]) + f"<table:table-row>{cells}</table:table-row>"
    assert grid(ods(table), "list.ods").rows == [["Name", "名前"], ["Sara\tAhmadi", "山田"]]


def _sheets() -> bytes:
    """Give a workbook of two sheets, a margin on the second and empty rows in both."""
    book = _book(
        ["Name", "Mobile", "Born"],
        [],
        *(["Sara", 9123456789 + i, dt.datetime(1980, 1, 2)] for i in range(50)),
    )
    second = book.create_sheet("Second")
    for row in range(3, 40, 2):
        second.cell(row, 3, f"علی {row}")
        second.cell(row, 5, row / 8)
    second.merge_cells("C3:C4")
    return _saved(book)


def test_a_workbook_read_in_another_process_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read_stream(_sheets(), name="list.xlsx")
    monkeypatch.setattr(beside, "WORTH_IT", 0)
    assert read_stream(_sheets(), name="list.xlsx").grids == alone.grids
    assert [grid.sheet for grid in alone.grids] == ["Sheet", "Second"]


@pytest.mark.skipif(not beside.has_second_core(), reason="there is one core only, or no safe fork")
def test_what_kills_that_process_is_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read_stream(_sheets(), name="list.xlsx")
    monkeypatch.setattr(beside, "WORTH_IT", 0)
    monkeypatch.setattr(child, "MEMORY_LIMIT", 1)
    monkeypatch.setattr(child, "MEMORY_FOR_BYTE", 0)
    assert read_stream(_sheets(), name="list.xlsx").grids == alone.grids


def test_a_file_that_is_refused_leaves_no_process_behind(
    refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "WORTH_IT", 0)
    assert refusal(xlsx(sheet_xml("")), "list.xlsx")
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
