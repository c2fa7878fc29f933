"""Both sides of a customer's value: what tells the second one, and who moved."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
THEN = "2026-08-01"


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """Four buyers, of whom the first two rated the shop."""
    assert smbcrm("init").code == 0
    for at, (name, spent) in enumerate(
        (("Sara Ahmadi", 900), ("Ben Cole", 500), ("Eva Lind", 300), ("Tom Berg", 100)), 1
    ):
        assert smbcrm("add", name, f"phone=0912123456{at}").code == 0
        assert smbcrm("purchase", "add", f"C{at}", str(spent), "--date", f"2026-07-2{5 - at}").code == 0
    assert smbcrm("rate", "C1", "5/5", "--date", "2026-07-20").code == 0
    assert smbcrm("rate", "C2", "1/5", "--date", "2026-07-20").code == 0
    return smbcrm


def cells(smbcrm: Smbcrm, *words: str) -> dict[str, dict[str, object]]:
    return {row["id"]: row for row in json.loads(smbcrm("matrix", *words, "--format", "json").out)}


def test_promises_kept_tell_what_a_customer_gets_and_one_alone_proves_little(shop: Smbcrm) -> None:
    for who, days in (("C3", ("+2d", "+3d")), ("C4", ("+2d",))):
        for due in days:
            assert (
                shop("log", who, "promise", "send the catalogue", "--due", due, "--today", "2026-11-01").code
                == 0
            )
    before = cells(shop, "--today", "2026-11-02")
    assert (before["C3"]["value_to_customer"], before["C3"]["cell"]) == (None, "ask")  # not due yet
    for row in json.loads(shop("task", "list", "--format", "json").out):
        if row["customer_id"] == "C3":
            assert shop("done", row["item"], "--today", "2026-11-02").code == 0
    found = cells(shop)
    # Two of two and none of one, each pulled towards 2/3 by two more: 10 (2 + 4/3) / 4 and 10 (0 + 4/3) / 3.
    assert (found["C3"]["value_to_customer"], found["C3"]["told"]) == (8.3, ["2 of 2 promises kept"])
    assert (found["C4"]["value_to_customer"], found["C4"]["told"]) == (4.4, ["0 of 1 promises kept"])


def test_what_a_customer_answers_himself_counts_instead(shop: Smbcrm) -> None:
    assert shop("set", "C2", "share_of_need=60%", "value_to_customer=۹").code == 0
    assert shop("set", "C3", "share_of_need=40").code == 0
    found = cells(shop)
    assert (found["C2"]["value_to_customer"], found["C2"]["told"]) == (9, ["their own answer: 9 of 10"])
    assert (found["C3"]["value_to_customer"], found["C3"]["told"]) == (
        4,
        ["gets 4 of 10 of what they need from you"],
    )
    facts = [row["fact"] for row in json.loads(shop("gaps", "--who", "C2", "--format", "json").out)]
    assert "need" not in facts


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (
            "share_of_need=150",
            "share_of_need is from 0 to 100; 150 is not.\nhint: for example share_of_need=50.",
        ),
        (
            "share_of_need=-5",
            "share_of_need is from 0 to 100; -5 is not.\nhint: for example share_of_need=50.",
        ),
        (
            "value_to_customer=11",
            "value_to_customer is from 0 to 10; 11 is not.\nhint: for example value_to_customer=5.",
        ),
    ],
)
def test_what_cannot_be_a_share_is_refused(shop: Smbcrm, words: str, error: str) -> None:
    done = shop("set", "C1", words)
    assert (done.code, done.out, done.err) == (2, "", f"smbcrm: error: {error}\n")


def test_who_moved_is_told_against_the_scores_of_a_day(shop: Smbcrm) -> None:
    assert shop("score", "--today", THEN).code == 0
    then = cells(shop, "--today", THEN)
    assert (then["C1"]["cell"], then["C2"]["cell"], then["C3"]["cell"]) == ("partner", "at stake", "ask")
    for number in range(4):
        assert shop("rate", "C2", "5/5", "--about", f"visit {number}", "--date", "2026-11-10").code == 0
    assert shop("set", "C3", "share_of_need=20").code == 0
    assert shop("add", "Ida Falk", "phone=09121234569").code == 0
    assert shop("purchase", "add", "C5", "50").code == 0
    assert shop("score").code == 0
    now = cells(shop)
    moved = json.loads(shop("matrix", "--move", "--since", THEN, "--format", "json").out)
    assert {row["id"]: (row["before"], row["cell"]) for row in moved} == {
        who: (then[who]["cell"], now[who]["cell"]) for who in then if then[who]["cell"] != now[who]["cell"]
    }
    assert [(row["value_before"], row["value_to_customer"]) for row in moved if row["id"] == "C2"] == [
        (then["C2"]["value_to_customer"], now["C2"]["value_to_customer"])
    ]
    said = shop("matrix", "--move", "--since", THEN).out
    assert (
        f"Against the scores of {THEN}: {len(moved)} changed the cell, {4 - len(moved)} stayed, 1 were not there yet."
        in said
    )
    assert "Next: " in said
    shop("undo")  # the scoring
    assert json.loads(shop("matrix", "--move", "--since", THEN, "--format", "json").out) == []


def test_an_own_score_given_since_moves_too(shop: Smbcrm) -> None:
    assert shop("score", "--today", THEN).code == 0
    lower = next(
        row for row in cells(shop, "--today", THEN).values() if row["cell"] in ("partner", "at stake")
    )
    assert shop("score", "set", str(lower["id"]), "1").code == 0
    assert shop("score").code == 0
    moved = json.loads(shop("matrix", "--move", "--since", THEN, "--format", "json").out)
    mine = next(row for row in moved if row["id"] == lower["id"])
    assert (mine["score_before"], mine["score"]) == (lower["score"], 1)


def test_no_scores_of_that_day_are_refused_with_the_first_day_there_is(shop: Smbcrm) -> None:
    none = shop("matrix", "--move")
    assert (none.code, none.err) == (
        4,
        "smbcrm: error: nothing was scored yet.\nhint: `smbcrm score` scores everybody.\n",
    )
    assert shop("score").code == 0
    done = shop("matrix", "--move", "--since", "2026-01-01")
    assert (done.code, done.err) == (
        4,
        "smbcrm: error: nothing was scored by 2026-01-01.\n"
        "hint: the first scores are of 2026-11-22: `smbcrm matrix --move --since 2026-11-22`.\n",
    )


def test_every_name_has_a_cell_of_its_own_in_the_sheet(shop: Smbcrm) -> None:
    assert shop("score").code == 0
    assert shop("matrix", "-o", "matrix.xlsx").code == 0
    sheet = openpyxl.load_workbook(Path("matrix.xlsx"))["cells"]
    names = [cell.value for line in sheet.iter_rows(min_row=2, min_col=2) for cell in line if cell.value]
    assert sorted(names) == ["C1 Sara Ahmadi", "C2 Ben Cole", "C3 Eva Lind", "C4 Tom Berg"]


def test_how_many_are_to_be_asked_is_told_of_all_however_few_are_shown(shop: Smbcrm) -> None:
    assert shop("score").code == 0
    assert "Not known on both sides: 2 of 4\n" in shop("matrix", "-n", "3").out
