"""Text with a line for every value: address books in LDIF, lists typed by hand."""

from __future__ import annotations

import base64

from smbcrm.core.grid import Grid
from smbcrm.readers.open_file import read_stream


def grid_of(text: str, name: str = "list.txt") -> Grid:
    (grid,) = read_stream(text.encode(), name=name).grids
    return grid


def rows(text: str, name: str = "list.txt") -> list[list[str]]:
    return [list(row) for row in grid_of(text, name).rows]


BOOK = f"""version: 1

dn: cn=Sara Karimi,mail=sara@example.com
objectclass: top
objectclass: person
givenName: Sara
sn:: {base64.b64encode("کریمی".encode()).decode()}
cn: Sara Karimi
mail: sara@example.com
mozillaSecondEmail: sara@shop.example
telephoneNumber: 021 88776655
description: comes on Fridays,
  never on Mondays
modifytimestamp: 0Z

# typed by hand
dn: cn=Reza
objectclass: person
cn: Reza
mobile;x-main: 09121112233
l: Qom
"""


def test_an_address_book_in_ldif_is_a_table_with_a_row_for_each_person() -> None:
    assert rows(BOOK, "book.ldif") == [
        ["First name", "Last name", "Full name", "Email", "Work phone", "Notes", "Mobile", "City"],
        ["Sara", "کریمی", "Sara Karimi", "sara@example.com ; sara@shop.example", "021 88776655",
         "comes on Fridays, never on Mondays", "", ""],
        ["", "", "Reza", "", "", "", "09121112233", "Qom"],
    ]  # fmt: skip
    assert list(grid_of(BOOK).row_numbers) == [0, 3, 17]


def test_a_coded_value_that_cannot_be_read_costs_itself_alone_and_is_told() -> None:
    grid = grid_of("dn: x\ncn: Sara\nsn:: %%%\n\ndn: y\ncn: Reza\n")
    assert [list(row) for row in grid.rows] == [["Full name", "Last name"], ["Sara", ""], ["Reza", ""]]
    told = [(str(problem.what), problem.row) for problem in grid.problems if problem.row]
    assert told == [("this value is coded and cannot be read: left out", 3)]


def test_a_list_typed_as_labels_and_values_is_a_table() -> None:
    text = "Name: Sara Karimi\nPhone: 0912 111 2233\n\nName: Reza Rad\nPhone: 0935 111 2233\nCity: Qom\n"
    assert rows(text) == [
        ["Name", "Phone", "City"],
        ["Sara Karimi", "0912 111 2233", ""],
        ["Reza Rad", "0935 111 2233", "Qom"],
    ]


def test_records_without_a_blank_line_between_them_are_told_apart_by_their_first_label() -> None:
    text = "نام: سارا کریمی\nتلفن: 09121112233\nنام: رضا راد\nتلفن: 09351112233\n"
    assert rows(text) == [["نام", "تلفن"], ["سارا کریمی", "09121112233"], ["رضا راد", "09351112233"]]


def test_a_line_that_belongs_to_the_one_above_goes_with_it() -> None:
    lines = [f"Name: N{n}\nCity: Qom\nNote: first\n" for n in range(12)]
    lines[3] = "Name: N3\nCity: Qom\nNote: first\nand second\n"
    assert rows("----\n".join(lines))[4] == ["N3", "Qom", "first and second"]


def test_a_table_with_colons_in_its_cells_stays_a_table() -> None:
    text = "Name,Note\nSara,at: 10\nReza,at: 11\n"
    assert rows(text, "list.csv") == [["Name", "Note"], ["Sara", "at: 10"], ["Reza", "at: 11"]]


def test_a_letter_with_a_few_labels_is_no_list() -> None:
    text = "To: Sara\nFrom: Reza\nDear Sara,\nhere is what you asked for.\nTo: everybody\nYours, Reza\n"
    assert grid_of(text).kind == "csv"
