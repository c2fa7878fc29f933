"""A plan never exceeds the hours and the money; what is settled stays settled."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import TODAY, Run

Smbcrm = Callable[..., Run]
START = datetime.date.fromisoformat(TODAY)


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """Forty customers with purchases, scored and cut in tiers."""
    lines = ["Name,Mobile,City,Total spent,Order count,Last purchase date"]
    lines += [
        f"Person {chr(65 + n % 26)}{n} Family{n},0912345{1000 + n},Shiraz,{1000 * n * n},{n},2026-{1 + n % 10:02d}-15"
        for n in range(40)
    ]
    Path("list.csv").write_text("\n".join(lines), encoding="utf-8")
    for words in (["import", "list.csv"], ["score"], ["tier"]):
        assert smbcrm(*words).code == 0
    return smbcrm


def items(run: Run) -> list[dict[str, str]]:
    assert run.code == 0, run.err
    return list(csv.DictReader(io.StringIO(run.out)))


@pytest.mark.parametrize(
    ("hours", "money", "weeks"),
    [(0.25, 0, 1), (0.5, 0, 4), (1, 100_000, 2), (2.5, 0, 3), (40, 10_000_000, 4), (5, 1, 1)],
)
def test_no_week_exceeds_its_minutes_and_no_plan_its_money(
    shop: Smbcrm, hours: float, money: float, weeks: int
) -> None:
    words = ("--hours", str(hours), "--money", str(money), "--weeks", str(weeks))
    plan = items(shop("plan", "build", *words, "--format", "csv"))
    minutes: Counter[int] = Counter()
    for item in plan:
        day = datetime.date.fromisoformat(item["date"])
        assert START <= day < START + datetime.timedelta(weeks=weeks)
        minutes[(day - START).days // 7] += int(item["minutes"])
    assert all(used <= hours * 60 for used in minutes.values())
    assert sum(float(item["cost"]) for item in plan) <= money
    assert items(shop("plan", "show", "--format", "csv")) == plan


def test_a_plan_has_the_columns_scripts_rely_on(shop: Smbcrm) -> None:
    plan = items(shop("plan", "build", "--format", "csv"))
    assert list(plan[0]) == [
        "item",
        "customer_id",
        "name",
        "tier",
        "kind",
        "date",
        "minutes",
        "cost",
        "reason",
        "status",
    ]
    assert {item["status"] for item in plan} == {"open"}
    assert {item["tier"] for item in plan} == {"A"}
    assert len({item["customer_id"] for item in plan}) == 10


def test_building_again_replaces_what_is_open(shop: Smbcrm) -> None:
    first = items(shop("plan", "build", "--format", "csv"))
    second = items(shop("plan", "build", "--hours", "1", "--format", "csv"))
    assert not {item["item"] for item in first} & {item["item"] for item in second}
    assert items(shop("plan", "show", "--format", "csv")) == second
    shop("undo")
    assert items(shop("plan", "show", "--format", "csv")) == first


def test_due_is_silent_when_nothing_is_due(shop: Smbcrm) -> None:
    shop("plan", "build")
    assert shop("due", today="2026-11-21") == Run(0, "", "")
    assert shop("due", "--format", "json", today="2026-11-21") == Run(0, "[]\n", "")
    assert items(shop("due", "--format", "csv"))


def test_what_is_done_counts_as_a_contact_and_leaves_due(shop: Smbcrm) -> None:
    shop("plan", "build")
    first = items(shop("due", "--format", "csv"))[0]
    done = shop("done", first["item"], "--minutes", "7", "--note", "pleased", "--format", "json")
    assert json.loads(done.out)["status"] == "done"
    assert first["item"] not in shop("due", "--format", "ids").out.split()
    shown = shop("show", first["customer_id"], "--columns", "last_interaction", "--format", "csv").out
    assert shown == f"last_interaction\n{TODAY}\n"
    assert shop("done", first["item"]).code == 2
    shop("undo")
    assert first["item"] in shop("due", "--format", "ids").out.split()


def test_skipped_and_put_off_items_are_accounted_for(shop: Smbcrm) -> None:
    shop("plan", "build")
    one, two, *_ = items(shop("due", "--format", "csv"))
    assert shop("skip", one["item"], "--why", "on holiday").code == 0
    assert shop("snooze", two["item"], "--to", "+3d").code == 0
    rows = {item["item"]: item for item in items(shop("plan", "show", "--all", "--format", "csv"))}
    assert rows[one["item"]]["status"] == "skipped"
    assert rows[one["item"]]["reason"].endswith("skipped: on holiday")
    assert rows[two["item"]]["date"] == "2026-11-25"


def test_who_asked_not_to_be_contacted_is_left_out(shop: Smbcrm) -> None:
    best = shop("list", "--tier", "A", "--format", "ids").out.split()[0]
    shop("set", best, "do_not_contact=yes")
    plan = items(shop("plan", "build", "--format", "csv"))
    assert best not in {item["customer_id"] for item in plan}


def test_a_removed_customer_leaves_the_plan(shop: Smbcrm) -> None:
    plan = items(shop("plan", "build", "--format", "csv"))
    gone = plan[0]["customer_id"]
    shop("remove", gone)
    assert gone not in {item["customer_id"] for item in items(shop("plan", "show", "--format", "csv"))}


def test_what_was_done_today_is_taken_from_the_first_week(shop: Smbcrm) -> None:
    shop("plan", "build", "--hours", "1", "--weeks", "1")
    item = shop("plan", "show", "--format", "ids").out.split()[0]
    shop("done", item, "--minutes", "40")
    again = shop("plan", "build", "--hours", "1", "--weeks", "1", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(again.out)))
    assert 0 < sum(int(row["minutes"]) for row in rows) <= 20
