"""A spreadsheet user edits at random while the list changes at random: every edit is there afterwards, or was told."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.workbook.conftest import Sheet, User

EDITABLE = {
    "City": "city",
    "Notes": "notes",
    "Own score": "own_score",
    "Shoe size": "Shoe size",
    "Name": "name",
}
WORDS = ("Qom", "شیراز", "a, b", 'say "x"', "=1+1", "1", "0012", "Ahvaz", "long " * 50, "زنگ بزن\nفردا")


class Model:
    """What was typed where since both sides agreed."""

    def __init__(self) -> None:
        self.in_sheet: dict[tuple[str, str], Any] = {}
        self.in_store: dict[tuple[str, str], Any] = {}
        self.deleted: set[str] = set()
        self.removed: set[str] = set()
        self.added: list[str] = []
        self.copied: set[str] = set()


def value_for(rng: random.Random, heading: str) -> Any:
    """Give something a person may type under a heading."""
    if heading == "Own score":
        return rng.choice([None, 1, 2.5, 7, 10])
    if heading == "Name":
        return f"Person {rng.randrange(1000)} {rng.choice('xyz')}"
    return rng.choice([None, *WORDS])


def ids(sheet: Sheet) -> list[str]:
    """Give the ids that stand in the sheet."""
    place = sheet.place("Id") - 1
    return [row[place] for row in sheet.rows() if row[place]]


def edit_sheet(sheet: Sheet, model: Model, rng: random.Random) -> None:
    """Do one thing a spreadsheet user does."""
    there = [number for number in ids(sheet) if number not in model.deleted]
    what = rng.choice(["cell"] * 6 + ["sort", "swap", "add", "delete", "copy"])
    if what == "cell" and there:
        number, heading = rng.choice(there), rng.choice(list(EDITABLE))
        if (
            number in model.copied
        ):  # a copy under another name is another customer, and which of two edits counts is not told
            return
        value = value_for(rng, heading)
        sheet.set(number, heading, value)
        if isinstance(value, str) and value.startswith("="):  # a program would make a formula of it
            sheet.sheet.cell(sheet.row(number), sheet.place(heading)).data_type = "s"
        model.in_sheet[number, EDITABLE[heading]] = value
    elif what == "sort":
        rows = sheet.rows()
        place = rng.randrange(len(sheet.headings()))
        sheet.put(sorted(rows, key=lambda row: str(row[place])))
        retype(sheet)
    elif what == "swap":
        one, other = rng.sample(range(1, len(sheet.headings()) + 1), 2)
        for number in range(1, sheet.sheet.max_row + 1):
            a, b = sheet.sheet.cell(number, one), sheet.sheet.cell(number, other)
            a.value, b.value = b.value, a.value
        retype(sheet)
    elif what == "add":
        name = f"Added {rng.randrange(10**6)}"
        sheet.append(Name=name, City="Sari")
        model.added.append(name)
    elif what == "delete" and len(there) > 4 and len(model.deleted) < 2:
        number = rng.choice(there)
        if number in model.copied:
            return
        sheet.delete(number)
        model.deleted.add(number)
        model.in_sheet = {cell: value for cell, value in model.in_sheet.items() if cell[0] != number}
    elif what == "copy" and there:
        number = rng.choice(there)
        model.copied.add(number)
        row = sheet.row(number)
        sheet.put([*sheet.rows(), [cell.value for cell in sheet.sheet[row]]])
        retype(sheet)


def retype(sheet: Sheet) -> None:
    """Keep texts that begin like a formula texts, as a spreadsheet program does when it moves them."""
    for row in sheet.sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.data_type = "s"


def edit_store(user: User, model: Model, rng: random.Random, numbers: list[str]) -> None:
    """Do one thing at the command line."""
    number, heading = rng.choice(numbers), rng.choice(list(EDITABLE))
    if rng.random() < 0.1 and number not in model.removed:
        user.smbcrm("remove", number)
        model.removed.add(number)
        return
    if number in model.removed:
        return
    value = value_for(rng, heading)
    if heading == "Name" and not value:
        return
    text = "" if value is None else str(value)
    assert user.smbcrm("set", number, f"{EDITABLE[heading]}={text}").code == 0
    model.in_store[number, EDITABLE[heading]] = value


def plain(value: Any) -> str:
    """Give a value in one spelling, however it was typed."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:.15g}"
    text = " ".join(str(value).split())
    try:
        return f"{float(text):.15g}" if text and not text.startswith("0") else text
    except ValueError:
        return text


def store_now(user: User) -> dict[str, dict[str, Any]]:
    """Give every customer on the list."""
    columns = ",".join(["id", *EDITABLE.values()])
    found = json.loads(user.smbcrm("list", "--format", "json", "--columns", columns).out)
    return {one["id"]: one for one in found}


def told(result: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give the cells that were held back, whether both sides changed them or the value is none."""
    for one in [*result["conflicts"], *result["refused"]]:
        yield one["id"], one["column"].removeprefix("x.")


@pytest.mark.parametrize("seed", range(8))
def test_every_edit_of_a_random_user_is_in_the_list_or_told(user: User, seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(3):
        model = Model()
        numbers = list(store_now(user))
        with user.editing() as sheet:
            for _ in range(rng.randrange(1, 8)):
                edit_sheet(sheet, model, rng)
        for _ in range(rng.randrange(0, 5)):
            edit_store(user, model, rng, numbers)
        run = user.smbcrm("sync", "--format", "json", "--yes")
        assert run.code in (0, 5), run
        result = json.loads(run.out)
        check(user, model, result)
        settled = user.smbcrm("sync", "--format", "json", "--prefer", "theirs", "--yes")
        again = json.loads(user.smbcrm("sync", "--format", "json").out)
        assert (again["pulled"], again["conflicts"]) == (0, []), (settled, again)
        agree(user)


def check(user: User, model: Model, result: dict[str, Any]) -> None:
    """Every edit of either side is in the store, or was told, or was for somebody who left on the other side."""
    now = store_now(user)
    held = set(told(result))
    for (number, key), value in model.in_sheet.items():
        if number in model.removed:
            assert (number, key) in held or not value or number not in now
        elif (number, key) not in held:
            assert plain(now[number][key]) == plain(value), (number, key, result)
    for (number, key), value in model.in_store.items():
        if number in now and (number, key) not in model.in_sheet:
            assert plain(now[number][key]) == plain(value), (number, key, result)
    assert not [number for number in model.deleted if number in now and number not in model.removed]
    names = {one["name"] for one in now.values()}
    assert {*model.added} <= names


def agree(user: User) -> None:
    """Both sides say the same, cell by cell."""
    now = store_now(user)
    sheet = user.sheet()
    assert sorted(ids(sheet)) == sorted(now)
    for number, one in now.items():
        record = sheet.record(number)
        for heading, key in EDITABLE.items():
            if heading in sheet.headings():
                assert plain(record.get(heading)) == plain(one[key]), (number, heading)
