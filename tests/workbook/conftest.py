"""A spreadsheet user: the workbook opened, edited and saved as a program would."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
PEOPLE = '''\
Name,Mobile,E-mail,City,Score,Tags,Birthday,Shoe size
Sara Ahmadi,09121234567,sara@example.com,Shiraz,8,vip,1990-03-20,38
علی رضایی,09351112233,,تهران,6,,,44
Reza Karimi,09361110022,reza@example.com,Tabriz,,wholesale,,
مریم محمدی,09127778899,,اصفهان,7.5,"vip; new",1366-02-03,
Nader Hosseini,09383334455,nader@example.com,Qom,3,,,41
Omid Rahimi,09129990011,,Yazd,5,,,
لیلا کاظمی,09170001122,leila@example.com,شیراز,9,,,
"Smith, John",02188776655,john@example.com,Leeds,,"quote ""x""",1985-12-01,007
'''


class Sheet:
    """One sheet of an open workbook, addressed by id and heading as a person would."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet

    def place(self, heading: str) -> int:
        """Give the column of a heading, from 1."""
        return next(cell.column for cell in self.sheet[1] if cell.value == heading)

    def row(self, number: str) -> int:
        """Give the row of an id, whichever column the ids are in now."""
        for row in range(2, self.sheet.max_row + 1):
            if number in [cell.value for cell in self.sheet[row]]:
                return row
        raise KeyError(number)

    def get(self, number: str, heading: str) -> Any:
        """Give what a cell holds."""
        return self.sheet.cell(self.row(number), self.place(heading)).value

    def set(self, number: str, heading: str, value: Any) -> None:
        """Type something into a cell."""
        self.sheet.cell(self.row(number), self.place(heading)).value = value

    def delete(self, number: str) -> None:
        """Delete a whole row."""
        self.sheet.delete_rows(self.row(number))

    def append(self, **cells: Any) -> int:
        """Type a new row below the last one; give its number."""
        row = self.sheet.max_row + 1
        while row > 2 and all(cell.value is None for cell in self.sheet[row - 1]):
            row -= 1
        for heading, value in cells.items():
            self.sheet.cell(row, self.place(heading.replace("_", " "))).value = value
        return row

    def rows(self) -> list[list[Any]]:
        """Give the cells of all rows below the headings that hold anything."""
        found = [[cell.value for cell in row] for row in self.sheet.iter_rows(min_row=2)]
        return [row for row in found if any(value is not None for value in row)]

    def put(self, rows: list[list[Any]]) -> None:
        """Put rows in place of those that are there, as sorting does."""
        for number in range(2, self.sheet.max_row + 1):
            for cell in self.sheet[number]:
                cell.value = None
        for number, row in enumerate(rows, start=2):
            for place, value in enumerate(row, start=1):
                self.sheet.cell(number, place).value = value

    def headings(self) -> list[str]:
        """Give the headings."""
        return [cell.value for cell in self.sheet[1] if cell.value is not None]

    def record(self, number: str) -> dict[str, Any]:
        """Give a row by heading, without its empty cells."""
        row = self.row(number)
        return {
            cell.value: value
            for cell in self.sheet[1]
            if (value := self.sheet.cell(row, cell.column).value) is not None
        }


class User:
    """The owner with his workbook and the program."""

    def __init__(self, smbcrm: Smbcrm, data: Path) -> None:
        self.smbcrm = smbcrm
        self.path = data / "customers.xlsx"

    @contextmanager
    def editing(self, name: str = "Customers") -> Iterator[Sheet]:
        """Open the workbook, edit one sheet, save it."""
        book = openpyxl.load_workbook(self.path)
        yield Sheet(book[name])
        book.save(self.path)

    def sheet(self, name: str = "Customers") -> Sheet:
        """Look at a sheet."""
        return Sheet(openpyxl.load_workbook(self.path)[name])

    def sync(self, *argv: str, code: int = 0) -> dict[str, Any]:
        """Sync and give what came of it."""
        run = self.smbcrm("sync", "--format", "json", *argv)
        assert run.code == code, run
        result: dict[str, Any] = json.loads(run.out) if run.out else {}
        return result

    def customer(self, number: str) -> dict[str, Any]:
        """Give a customer as the store has him."""
        columns = "id,name,phone,email,city,score,own_score,tier,tags,birth_date,notes"
        run = self.smbcrm("list", "--format", "json", "--columns", columns, "--where", f"id = '{number}'")
        found = json.loads(run.out)
        return dict(found[0]) if found else {}


@pytest.fixture
def user(smbcrm: Smbcrm, data: Path) -> User:
    """The owner, with eight customers and a workbook just written."""
    Path("people.csv").write_text(PEOPLE, encoding="utf-8")
    assert smbcrm("run", "people.csv").code == 0
    made = User(smbcrm, data)
    made.sync()
    return made
