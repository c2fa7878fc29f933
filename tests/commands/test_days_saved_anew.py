"""A list saved anew with its days written in another way is the same list: no sale counts twice, and no day is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

HEADINGS = "Date,Customer,Phone,Total"
NAMES = ("Ann Lee", "Bob Ray", "Carla Diaz", "Dan Fox", "Eva Stone")
DAYS = [(2024, 1 + i % 3, 2 + i % 9) for i in range(18)]
PERSIAN = dict(zip(NAMES, ("سارا کریمی", "علی رضایی", "مریم احمدی", "نگار صادقی", "هدی نوری")))


def written(style: str, *, more: str = "", persian: bool = False, plus: int = 0) -> str:
    lines = ["تاریخ,مشتری,تلفن,مبلغ" if persian else HEADINGS]
    for i, (year, month, day) in enumerate(DAYS):
        name = PERSIAN[NAMES[i % 5]] if persian else NAMES[i % 5]
        phone = f"0912345678{i % 5}" if persian else f"+1512555100{i % 5}"
        lines.append(f"{style.format(y=year, m=month, d=day)},{name},{phone},{10 + 3 * i + plus}.50")
    return "\n".join([*lines, more]) + "\n"


def bring(smbcrm: Any, file: str, text: str) -> dict[str, Any]:
    Path(file).write_text(text, encoding="utf-8")
    run = smbcrm("--no-input", "import", file, "--format", "json")
    assert run.code == 0, run.err
    return dict(json.loads(run.out)["files"][0])


def sales(smbcrm: Any) -> list[tuple[str, float]]:
    run = smbcrm("purchase", "list", "--format", "json", "--limit", "1000")
    return sorted((row["date"] or "", row["amount"]) for row in json.loads(run.out))


ISO, PADDED, BARE = "{y}-{m:02d}-{d:02d}", "{m:02d}/{d:02d}/{y}", "{m}/{d}/{y}"


@pytest.mark.parametrize("persian", [False, True])
@pytest.mark.parametrize("style", [PADDED, BARE, "{d}/{m}/{y}"])
def test_days_that_all_could_be_read_in_two_ways_are_read_as_the_known_rows_show(
    smbcrm: Any, style: str, persian: bool
) -> None:
    bring(smbcrm, "till.csv", written(ISO, persian=persian))
    before = sales(smbcrm)
    assert len(before) == len(DAYS)
    name = PERSIAN["Ann Lee"] if persian else "Ann Lee"
    new = f"{style.format(y=2024, m=4, d=5)},{name},{'09123456780' if persian else '+15125551000'},7.00"
    told = bring(smbcrm, "till-new.csv", written(style, more=new, persian=persian))
    assert (told["rows_imported"], told["rows_updated"], told["rows_unchanged"]) == (1, 0, len(DAYS))
    assert any("as the rows known of this list show" in note for note in told["notes"])
    assert sales(smbcrm) == sorted([*before, ("2024-04-05", 7.0)])


def test_days_left_open_are_known_once_a_version_tells_them(smbcrm: Any) -> None:
    bring(smbcrm, "till.csv", written(PADDED))
    assert {day for day, _ in sales(smbcrm)} <= {"", None, "2024-03-03", "2024-02-02"}
    told = bring(smbcrm, "till-new.csv", written(ISO))
    assert told["rows_imported"] == 0
    assert sales(smbcrm) == sorted((f"{y}-{m:02d}-{d:02d}", 10.5 + 3 * i) for i, (y, m, d) in enumerate(DAYS))
    again = bring(smbcrm, "till-third.csv", written(ISO) + "\n")
    assert (again["rows_imported"], again["rows_updated"]) == (0, 0)


def test_zeros_before_open_days_make_no_new_sales(smbcrm: Any) -> None:
    bring(smbcrm, "till.csv", written(BARE))
    told = bring(smbcrm, "till-new.csv", written(PADDED))
    assert (told["rows_imported"], told["rows_updated"], told["rows_unchanged"]) == (0, 0, len(DAYS))


def test_another_month_of_the_same_customers_shows_no_order(smbcrm: Any) -> None:
    bring(smbcrm, "till.csv", written(ISO))
    told = bring(smbcrm, "other.csv", written(PADDED, plus=1))
    assert not any("as the rows known of this list show" in note for note in told["notes"])
    assert told["rows_imported"] == len(DAYS)


def test_a_day_and_month_that_changed_places_in_a_read_list_is_an_edit(smbcrm: Any) -> None:
    bring(smbcrm, "till.csv", written(ISO))
    told = bring(smbcrm, "till-new.csv", written(ISO).replace("2024-02-03", "2024-03-02"))
    assert (told["rows_imported"], told["rows_updated"]) == (0, 2)
