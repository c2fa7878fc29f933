"""Small edits of a list that comes again: a day in a list sorted anew, a zero that somebody typed behind a point."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
BUYERS = {"en": ("Sara Brent", "Hugo Lorne", "Iris Kirby"), "fa": ("سارا کریمی", "رضا احمدی", "مینا رستمی")}
HEADS = {"en": ["Date", "Customer", "Mobile", "Total"], "fa": ["تاریخ", "مشتری", "موبایل", "مبلغ"]}
Rows = list[list[str]]


def bring(smbcrm: Smbcrm, rows: Rows) -> tuple[int, int, int]:
    Path("till.csv").write_text("\n".join(map(",".join, rows)) + "\n", encoding="utf-8")
    done = smbcrm("import", "till.csv", "--format", "json")
    assert done.code == 0, done.err
    (sheet,) = json.loads(done.out)["files"]
    return sheet["rows_imported"], sheet["rows_updated"], sheet["rows_gone"]


def sales(lang: str) -> Rows:
    return [
        [
            f"2026-0{1 + n // 9}-{1 + n * 3 % 27:02}",
            BUYERS[lang][n % 3],
            f"0912345000{n % 3}",
            str(1000 + n * 50),
        ]
        for n in range(18)
    ]


def by_name(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: (row[1], row[0]))


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_a_sale_whose_day_was_put_right_in_a_list_sorted_anew_is_one_sale(smbcrm: Smbcrm, lang: str) -> None:
    rows = sales(lang)
    assert bring(smbcrm, [HEADS[lang], *rows]) == (18, 0, 0)
    rows[4][0] = "2026-01-30"
    assert bring(smbcrm, [HEADS[lang], *by_name(rows)]) == (0, 1, 0)


def test_who_buys_the_same_after_all_that_was_known_buys_anew(smbcrm: Smbcrm) -> None:
    rows = sales("en")
    bring(smbcrm, [HEADS["en"], *rows])
    later = [*rows[:4], *rows[5:], ["2026-03-05", *rows[4][1:]]]
    assert bring(smbcrm, [HEADS["en"], *by_name(later)]) == (1, 0, 1)


def versions(*told: str) -> Rows:
    rows = [[f"Ann{n} Lee", f"0912345{n:04}", told[n % len(told)], f"{n}.50"] for n in range(12)]
    return [["Name", "Mobile", "نسخه", "Spent"], *rows]


def test_a_zero_that_somebody_typed_in_a_text_is_an_edit(smbcrm: Smbcrm) -> None:
    rows = versions("1.1", "1.2", "2.50")
    bring(smbcrm, rows)
    rows[4][2] = "1.10"
    assert bring(smbcrm, rows) == (0, 1, 0)
    rows[6][3] = "5.5"  # of a sum it says the same
    assert bring(smbcrm, rows) == (0, 0, 0)


def test_zeros_that_a_program_wrote_or_took_off_everywhere_are_none(smbcrm: Smbcrm) -> None:
    bring(smbcrm, versions("1.1", "1.20", "2.50"))
    assert bring(smbcrm, versions("1.1", "1.2", "2.5")) == (0, 0, 0)
    assert bring(smbcrm, versions("1.10", "1.20", "2.50")) == (0, 0, 0)
