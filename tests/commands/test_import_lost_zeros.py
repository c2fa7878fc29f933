"""A spreadsheet program takes the zeros before codes and phones off when it saves a list: it is the same list all the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.conftest import Run

Smbcrm = Callable[..., Run]
NAMES = ("Sara Ahmadi", "Reza Karimi", "Mina Tavakoli", "Omid Jalali", "Nader Azimi", "Leila Sohrabi")
HEADS = {"en": ("Code", "Name", "Mobile", "City"), "fa": ("کد مشتری", "نام", "موبایل", "شهر")}
Rows = list[list[str]]


def people() -> Rows:
    return [[f"00{n + 15}", name, f"0912{n * 7919 + 1000000}", "Shiraz"] for n, name in enumerate(NAMES)]


def without_zeros(rows: Rows) -> Rows:
    return [[code.lstrip("0"), name, mobile.lstrip("0"), city] for code, name, mobile, city in rows]


def bring(smbcrm: Smbcrm, rows: Rows, lang: str, name: str = "list.csv") -> dict[str, Any]:
    if name.endswith("xlsx"):
        book = Workbook()
        sheet = book.worksheets[0]
        for row in [
            HEADS[lang],
            *([int(cell) if cell.isdecimal() else cell for cell in row] for row in rows),
        ]:
            sheet.append(list(row))
        book.save(name)
    else:
        text = "\n".join(",".join(row) for row in [HEADS[lang], *rows])
        Path(name).write_text(text + "\n", encoding="utf-8")
    done = smbcrm("import", name, "--format", "json")
    assert done.code == 0, done.err
    return dict(json.loads(done.out)["files"][0])


def listed(smbcrm: Smbcrm) -> list[str]:
    return smbcrm("list", "--columns", "customer_code,name,phone", "--format", "csv").out.splitlines()[1:]


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_list_saved_without_its_zeros_is_the_same_list(smbcrm: Smbcrm, lang: str, name: str) -> None:
    bring(smbcrm, people(), lang)
    before = listed(smbcrm)
    again = bring(smbcrm, without_zeros(people()), lang, name)
    assert (again["rows_unchanged"], again["rows_imported"], again["rows_updated"]) == (6, 0, 0)
    assert listed(smbcrm) == before
    told = f"column {HEADS[lang][0]} lost its leading zeros, as spreadsheet programs take them off: they were put back"
    assert told in again["notes"]


def test_what_was_edited_is_new_or_gone_is_told_beside(smbcrm: Smbcrm) -> None:
    bring(smbcrm, people(), "en")
    rows = without_zeros(people())
    rows[1][3] = "Tehran"
    del rows[3]
    rows.append(["99", "Hoda Zand", "9121112233", "Yazd"])
    again = bring(smbcrm, rows, "en")
    assert [again[f"rows_{what}"] for what in ("unchanged", "updated", "imported", "gone")] == [4, 1, 1, 1]
    assert listed(smbcrm)[1] == "0016,Reza Karimi,+989121007919"
    assert listed(smbcrm)[-1] == "0099,Hoda Zand,+989121112233"


def test_another_list_with_the_same_headings_keeps_its_codes(smbcrm: Smbcrm) -> None:
    bring(smbcrm, people(), "en")
    others = [
        [str(700 + n), f"Hoda {name.split()[1]}", f"0935{n * 7919 + 1000000}", "Yazd"]
        for n, name in enumerate(NAMES)
    ]
    assert bring(smbcrm, others, "en", "branch.csv")["rows_imported"] == 6
    assert [line.split(",")[0] for line in listed(smbcrm)][-6:] == [str(700 + n) for n in range(6)]
