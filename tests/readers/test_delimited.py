"""Text tables: every dialect, every quote, and the line each record begins on."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smbcrm.core.grid import Grid
from smbcrm.errors import UsageError
from smbcrm.readers.open_file import read_stream
from smbcrm.readers.text.delimited import read_delimited
from smbcrm.readers.text.encoding import Decoded

Read = Callable[..., Grid]

_CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=8)
_TABLE = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(_CELL, min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(_TABLE, st.sampled_from(",;\t|^،"), st.sampled_from(["\r\n", "\n", "\r"]))
@example([["0;0", ""], ["", "0"]], ";", "\r\n")
def test_a_table_is_read_as_it_was_written(table: list[list[str]], delimiter: str, eol: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=eol, quoting=csv.QUOTE_ALL).writerows(table)
    grid = read_delimited(
        Decoded(text=text.getvalue(), encoding="utf-8"), file="list.csv", delimiter=delimiter
    )
    expected = []
    for row in table:
        filled = [place for place, cell in enumerate(row, 1) if cell.strip()]
        if filled:
            expected.append(row[: filled[-1]])
    assert grid.rows == expected


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("Name,Phone,City\nSara,0912,Tehran\n", ","),
        ("Name;Total;City\nMüller, Anna;1.234,50;Köln\nSchmidt, Jörg;99,00;Ulm\n", ";"),
        ("Name\tNote\nSara\tlikes tea, coffee\n", "\t"),
        ("Name|Phone\nSara|0912\n", "|"),
        ("Name^Phone\nSara^0912\n", "^"),
        ("نام،موبایل\nسارا،۰۹۱۲\n", "،"),
        (
            "List of customers\nprinted on 1 May, page 1\n\nName;Phone;City\nSara;0912;Tehran\nReza;0935;Qom\nMina;0936;Qom\n",
            ";",
        ),
        ('"a;b","c;d"\n"e;f","g;h"\n', ","),
        ("09123456789\n09351112233\n", ","),
        ("sep=|\na,b|c,d\n", "|"),
        ('"sep=;"\na,b;c\n', ";"),
        ("Name,Mobile\nSara\t,09121234567\t,\nReza\t,09351112233\t,\n", ","),
        ("\tSara\t;\tQom\t;\t0912\t\n\tReza\t;\tYazd\t;\t0935\t\n", ";"),
        ("Name\tNote\nMiller, Anna\tlikes tea,\nJones, Bob\t\n", "\t"),
    ],
)
def test_the_delimiter_is_found(grid: Read, text: str, delimiter: str) -> None:
    assert grid(text).delimiter == delimiter


def test_a_blank_between_delimiter_and_quote_is_no_part_of_the_cell(grid: Read) -> None:
    assert grid('Name, Address, Phone\nSara, "Tehran, Iran", 0912\n').rows[1] == [
        "Sara",
        "Tehran, Iran",
        "0912",
    ]


def test_a_delimiter_can_be_told_by_sign_or_by_name(grid: Read) -> None:
    assert grid("a;b,c\n", delimiter=",").rows == [["a;b", "c"]]
    assert grid("a\tb,c\n", delimiter="tab").rows == [["a", "b,c"]]
    with pytest.raises(UsageError) as caught:
        read_stream(b"a,b", delimiter="::")
    assert str(caught.value.what) == ":: is not one sign that can part cells"


def test_rows_keep_the_line_they_begin_on(grid: Read) -> None:
    read = grid('Name,Address\r\nSara,"St. 1\r\nTehran\r\n"\r\n\r\n,,\r\nReza,"St. 2"\rMina,x\nAli,y')
    assert list(zip(read.row_numbers, read.rows)) == [
        (1, ["Name", "Address"]),
        (2, ["Sara", "St. 1\r\nTehran\r\n"]),
        (7, ["Reza", "St. 2"]),
        (8, ["Mina", "x"]),
        (9, ["Ali", "y"]),
    ]


def test_lines_are_counted_from_the_sep_line(grid: Read) -> None:
    assert grid("sep=;\r\nName;Phone\r\nSara;0912\r\n").row_numbers == [2, 3]


def test_line_ends_of_other_programs_stay_in_their_cell(grid: Read) -> None:
    assert grid("Name,Note\nSara\x0bA,b\u2028c\x85d\n").rows[1] == ["Sara\x0bA", "b\u2028c\x85d"]


def test_ragged_rows_are_not_shifted(grid: Read) -> None:
    assert grid("a,b,c\n1,2\n1,2,3,4,5\n").rows == [["a", "b", "c"], ["1", "2"], ["1", "2", "3", "4", "5"]]


def test_a_quote_that_never_closes_costs_one_record(grid: Read) -> None:
    customers = "".join(f'Customer {n},"Street {n}",0912000{n:04}\n' for n in range(200))
    read = grid(f'Name,Address,Phone\nSara,"Valiasr St,0912\n{customers}')
    assert len(read.rows) == 202
    assert read.rows[1] == ["Sara", "Valiasr St", "0912"]
    assert read.rows[2] == ["Customer 0", "Street 0", "09120000000"]
    assert [(problem.row, str(problem.what)) for problem in read.problems] == [
        (2, "a quote on this line is never closed; it was read as a plain sign")
    ]


def test_a_quote_closed_by_another_stray_quote_frees_what_it_swallowed(grid: Read) -> None:
    lines = [
        'Sara,"St 1,0912',
        "Reza,St 2,0935",
        "Mina,St 3,0936",
        "Omid,St 4,0937",
        'Ali,St 5",0938',
        "Hana,St 6,0939",
    ]
    read = grid("Name,Address,Phone\n" + "\n".join(lines))
    assert [row[0] for row in read.rows] == ["Name", "Sara", "Reza", "Mina", "Omid", "Ali", "Hana"]
    assert read.row_numbers == [1, 2, 3, 4, 5, 6, 7]
    assert [problem.row for problem in read.problems] == [2]


def test_an_address_with_lines_and_commas_stays_whole(grid: Read) -> None:
    read = grid('Name,Address,Phone\nSara,"Valiasr St, Unit 3\nTehran, Iran",0912\n')
    assert read.rows[1] == ["Sara", "Valiasr St, Unit 3\nTehran, Iran", "0912"]


def test_a_quote_in_the_wrong_place_is_named_with_its_line(grid: Read) -> None:
    read = grid('Name,Note,Phone\nSara,"a" b,0912\nReza,"c, d",0935\n')
    assert read.rows == [["Name", "Note", "Phone"], ["Sara", "a b", "0912"], ["Reza", "c, d", "0935"]]
    assert [(problem.row, str(problem.what)) for problem in read.problems] == [
        (2, "a quote stands in the wrong place on this line; check its cells")
    ]


def test_backslashes_before_quotes_are_understood_and_told_once(grid: Read) -> None:
    read = grid('Name,Note\n"Sara","said \\"hi\\", left"\n"Reza","\\"x\\" y"\n')
    assert read.rows[1:] == [["Sara", 'said "hi", left'], ["Reza", '"x" y']]
    assert [(problem.row, str(problem.what)) for problem in read.problems] == [
        (2, "quotes inside cells are marked with a backslash; read so")
    ]


def test_a_file_odd_on_every_line_is_told_in_few_lines(grid: Read) -> None:
    read = grid("Name,Note\n" + 'Sara,"a" b\n' * 500)
    assert (len(read.rows), len(read.problems)) == (501, 21)
    assert str(read.problems[-1].what) == (
        "480 more like it: a quote stands in the wrong place on this line; check its cells"
    )


def test_dropped_characters_and_endless_cells_are_told(grid: Read) -> None:
    read = grid("Name,Note\nSa\0ra,ok\nReza," + "x" * 40_000 + "\n")
    assert read.rows[1] == ["Sara", "ok"]
    assert [(problem.row, problem.column, str(problem.what)) for problem in read.problems] == [
        (2, "", "1 NUL character was dropped"),
        (3, "B", "a cell of 40000 characters; a spreadsheet keeps 32767"),
    ]


def test_records_that_were_quoted_whole_are_taken_apart(grid: Read) -> None:
    rows = grid('"Name,Phone"\n"Sara ""Sari"" Ahmadi,0912"\n"Reza,0935"\n').rows
    assert rows == [["Name", "Phone"], ['Sara "Sari" Ahmadi', "0912"], ["Reza", "0935"]]


def test_one_column_of_names_with_commas_is_not_taken_apart(grid: Read) -> None:
    assert grid('"Name"\n"Miller, Anna"\n"Jones, Bob"\n').rows == [["Name"], ["Miller, Anna"], ["Jones, Bob"]]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ('"Name,Phone,City"\nSara,0912,Qom\nReza,0935,Yazd\n', ["Name", "Phone", "City"]),
        ('"Name,Phone,City"\n', ["Name", "Phone", "City"]),
        ('"Guests, May"\nName,Phone\nSara,0912\n', ["Guests, May"]),
        ('"Name,Phone"\nSara,0912,Qom\nReza,0935,Yazd\n', ["Name,Phone"]),
    ],
    ids=["above rows", "alone", "a title", "other widths"],
)
def test_headings_that_were_quoted_whole_are_taken_apart(grid: Read, text: str, first: list[str]) -> None:
    assert list(grid(text).rows[0]) == first


def test_one_record_that_was_quoted_whole_is_taken_apart_and_told(grid: Read) -> None:
    read = grid('Name;City;Phone\nSara;Qom;0912\n"Reza;Yazd;0935";;\n"Mina;Qom;";;0936\n')
    assert read.rows[2:] == [["Reza", "Yazd", "0935"], ["Mina", "Qom", "0936"]]
    assert [(problem.row, str(problem.what)) for problem in read.problems] == [
        (3, "the cells of this row stood together in the first one; they were taken apart"),
        (4, "the cells of this row stood together in the first one; they were taken apart"),
    ]


def test_a_text_with_the_delimiter_in_it_beside_others_stays_whole(grid: Read) -> None:
    text = 'Name;City;Note\nSara;Qom;\n"Reza; Ali; Co";Yazd;pays\n"Note; of May";;\n'
    assert grid(text).rows[2:] == [["Reza; Ali; Co", "Yazd", "pays"], ["Note; of May"]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('"A letter.\nIt has commas,,,\n\nand an end."', [["A letter.\nIt has commas,,,\n\nand an end."]]),
        ('"List, as of May\nof the shop"\nSara,0912\n', [["List, as of May\nof the shop"], ["Sara", "0912"]]),
        ('"List, as of May\rof the shop"\nSara,0912\n', [["List, as of May\rof the shop"], ["Sara", "0912"]]),
    ],
    ids=["alone", "above rows", "of an old Mac"],
)
def test_a_text_of_several_lines_with_commas_in_it_is_one_cell(
    grid: Read, text: str, rows: list[list[str]]
) -> None:
    assert list(map(list, grid(text).rows)) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Name~Phone~Note\nAnn Lee~0912~tea, coffee\nBob Ray~0935~x, y",
        "Name      Phone  Note\nAnn Lee   0912   tea, coffee\nBob Ray   0935   x, y\n",
        "List of May       Page 1\n\nName      Phone  Note\n--------- ------ ------------\nAnn Lee   0912   tea, coffee\nBob Ray   0935   x, y\n",
    ],
    ids=["tildes", "places", "places below a rule"],
)
def test_cells_are_parted_by_a_tilde_or_by_where_they_stand(text: str) -> None:
    rows = read_stream(text.encode(), name="x.txt").grids[0].rows
    assert [row for row in rows if len(row) == 3][-2:] == [
        ["Ann Lee", "0912", "tea, coffee"],
        ["Bob Ray", "0935", "x, y"],
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("QTY   ITEM         BALANCE\n   2  Green tea       9.50\n  12  Salt          120.00\n", ["12", "Salt", "120.00"]),
        ("Name            Phone           City\nAnn Lee                         London\nBob Ray         0935\n", ["Ann Lee", "", "London"]),
        ("نام             موبایل        شهر\nعلی رضایی       09121234567   تهران\nسارا کریمی      09121234568   قم\n", ["علی رضایی", "09121234567", "تهران"]),
    ],
)  # fmt: skip
def test_columns_of_fixed_width_may_be_empty_or_stand_to_the_right(text: str, row: list[str]) -> None:
    assert row in read_stream(text.encode(), name="x.txt").grids[0].rows


@pytest.mark.parametrize(
    "text",
    [
        "Name\n~Ann Lee\n~Bob Ray\n",
        "Name,Phone\n~Ann  Lee,0912\n~Bob  Ray,0935\n",
        "Dear Ann,\nthank you  for the order we had.\nWe will send it  soon.\n",
        "Ann  Lee\nBartholomew Higgins\nCy Poe\n",
    ],
)
def test_what_only_looks_aligned_is_not_cut(text: str) -> None:
    grid = read_stream(text.encode(), name="x.txt").grids[0]
    assert grid.delimiter == ","


def test_cells_that_all_stand_in_single_quotes_stand_there_without_them(grid: Callable[..., Grid]) -> None:
    read = grid("'Name','City'\n'Ann Lee','Bonn, Nord'\n'Bob O''Ray','Köln'\n", "list.csv")
    assert read.rows == [["Name", "City"], ["Ann Lee", "Bonn, Nord"], ["Bob O'Ray", "Köln"]]
    read = grid("Name,City\n'Ann Lee',Bonn\n", "list.csv")
    assert read.rows[1] == ["'Ann Lee'", "Bonn"]
