"""Days that can be read in two ways, and a newer version of the file that shows how: the earlier rows are read, too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

PEOPLE = """Name,Mobile,Birthday
Sara Ahmadi,09123450001,03/04/1984
Reza Karimi,09123450002,07/08/1990
Mina Tavakoli,09123450003,11/12/1975
"""
SALES = """Receipt,Customer,Phone,Date,Amount
1,Sara Ahmadi,09123450001,03/04/2024,100
2,Reza Karimi,09123450002,07/08/2024,200
3,Sara Ahmadi,09123450001,11/12/2024,300
"""


def bring(smbcrm: Any, text: str, *words: str) -> str:
    Path("list.csv").write_text(text, encoding="utf-8")
    run = smbcrm("import", "list.csv", *words)
    assert run.code == 0, run.err
    return str(run.out)


def values(smbcrm: Any, column: str) -> list[Any]:
    run = smbcrm("list", "--columns", f"id,{column}", "--format", "json")
    return [row[column] for row in sorted(json.loads(run.out), key=lambda row: int(row["id"][1:]))]


@pytest.mark.parametrize(
    ("proof", "order", "days"),
    [
        ("25/12/1991", "day/month/year", ["1984-04-03", "1990-08-07", "1975-12-11"]),
        ("12/25/1991", "month/day/year", ["1984-03-04", "1990-07-08", "1975-11-12"]),
    ],
)
def test_a_row_that_proves_the_order_reads_the_earlier_ones(
    smbcrm: Any, proof: str, order: str, days: list[str]
) -> None:
    bring(smbcrm, PEOPLE)
    assert values(smbcrm, "birth_date") == [None] * 3
    out = bring(smbcrm, f"{PEOPLE}Omid Jalali,09123450006,{proof}\n")
    assert (
        "3 days of earlier rows that could be read in two ways are known now: "
        f"column Birthday shows {order}" in out
    )
    assert values(smbcrm, "birth_date") == [*days, "1991-12-25"]
    assert "not understood as a date" not in smbcrm("check").out
    assert "known now" not in bring(smbcrm, f"{PEOPLE}Omid Jalali,09123450006,{proof}\n\n")


def test_rows_that_the_newer_version_no_longer_has_are_read_too(smbcrm: Any) -> None:
    bring(smbcrm, PEOPLE)
    bring(
        smbcrm, PEOPLE.replace("Mina Tavakoli,09123450003,11/12/1975", "Omid Jalali,09123450006,25/12/1991")
    )
    assert values(smbcrm, "birth_date") == ["1984-04-03", "1990-08-07", "1975-12-11", "1991-12-25"]


def test_a_version_with_a_column_more_reads_them_too(smbcrm: Any) -> None:
    bring(smbcrm, PEOPLE)
    rows = [*PEOPLE.splitlines(), "Omid Jalali,09123450006,25/12/1991"]
    out = bring(smbcrm, "".join(f"{row},{'City' if n == 0 else 'Qom'}\n" for n, row in enumerate(rows)))
    assert "3 days of earlier rows" in out
    assert values(smbcrm, "birth_date")[:3] == ["1984-04-03", "1990-08-07", "1975-12-11"]


def test_sales_get_their_days_and_lose_them_again_with_undo(smbcrm: Any) -> None:
    bring(smbcrm, SALES)
    assert values(smbcrm, "last_purchase") == [None, None]
    bring(smbcrm, f"{SALES}4,Reza Karimi,09123450002,25/12/2024,400\n")
    assert values(smbcrm, "last_purchase") == ["2024-12-11", "2024-12-25"]
    assert values(smbcrm, "spend") == [400, 600]
    smbcrm("undo")
    assert values(smbcrm, "last_purchase") == [None, None]


def test_what_the_owner_set_meanwhile_stands(smbcrm: Any) -> None:
    bring(smbcrm, PEOPLE)
    smbcrm("set", "C1", "birth_date=1984-03-04")
    bring(smbcrm, f"{PEOPLE}Omid Jalali,09123450006,25/12/1991\n")
    assert values(smbcrm, "birth_date") == ["1984-03-04", "1990-08-07", "1975-12-11", "1991-12-25"]


def test_a_version_that_proves_nothing_changes_nothing(smbcrm: Any) -> None:
    bring(smbcrm, PEOPLE)
    assert "known now" not in bring(smbcrm, f"{PEOPLE}Omid Jalali,09123450006,05/12/1991\n")
    assert values(smbcrm, "birth_date") == [None] * 4
