"""What is due is said in a few lines, or not at all; what happens settles it."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
PEOPLE = """\
Name,Mobile,Total spent,Birthday,Next action date
Reza Karimi,09121112233,900,,
مریم احمدی,09354445566,800,1360/09/10,
Sara Hill,09127778899,700,,2026-11-25
Robert Old,09127778800,600,,
Dara Low,09127778801,10,,
Lila Low,09127778802,9,,
"""


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    Path("people.csv").write_text(PEOPLE, encoding="utf-8")
    for words in (["import", "people.csv"], ["score"], ["tier"]):
        assert smbcrm(*words).code == 0
    for who in ("C1", "C2", "C3", "C4"):
        smbcrm("tier", "pin", who, "A")
    smbcrm("tier")
    return smbcrm


def items(run: Run) -> list[dict[str, str]]:
    assert run.code == 0, run.err
    return list(csv.DictReader(io.StringIO(run.out)))


def plan(shop: Smbcrm, *words: str) -> dict[tuple[str, str], dict[str, str]]:
    return {
        (one["customer_id"], one["kind"]): one
        for one in reversed(items(shop("plan", "show", "--format", "csv", *words)))
    }


def test_a_digest_has_the_phone_the_reason_and_the_last_words(shop: Smbcrm) -> None:
    shop("log", "C1", "call", "wants the blue lamp", "--date", "2026-10-01")
    shop("plan", "build", "--weeks", "1")
    lines = shop("due", "--where", "customer_id = 'C1' AND kind = 'call'").out.splitlines()
    assert [" ".join(line.split()) for line in lines if not line.startswith("--")] == [
        "Due",
        "Item Date Kind Name Phone Minutes Reason Last words",
        "P1 2026-11-22 call Reza Karimi +989121112233 15 tier A: last contact on 2026-10-01, call every 21 days 2026-10-01: wants the blue lamp",
        "One is done: `smbcrm done ITEM`; another day: `smbcrm snooze ITEM --to +3d`; not at all: `smbcrm skip ITEM --why`",
    ]
    jalali = shop("today", "--lang", "fa", "--calendar", "jalali", "--where", "item = 'P1'").out
    assert "1405/09/01" in jalali
    assert "۱۴۰۵/۰۷/۰۹: wants the blue lamp" in jalali
    machine = items(shop("today", "--format", "csv"))
    assert list(machine[0]) == list(items(shop("plan", "show", "--format", "csv"))[0])
    more = items(
        shop("due", "--columns", "item,phone,last_words,text", "--format", "csv", "--where", "item='P1'")
    )
    assert more == [{"item": "P1", "phone": "+989121112233", "last_words": "wants the blue lamp",
                     "text": "call, ask how things are and note one new fact"}]  # fmt: skip


def test_nothing_due_says_nothing_and_is_no_failure(shop: Smbcrm) -> None:
    assert shop("due") == Run(0, "", "")
    assert shop("today", "--fail-on", "due") == Run(0, "", "")
    shop("task", "add", "order boxes", "--due", "+2d")
    assert shop("due", "--fail-on", "overdue") == Run(0, "", "")
    assert shop("due", "--days", "2", "--format", "ids").out == "T1\n"


def test_a_guard_for_cron_prints_what_is_due_and_fails(shop: Smbcrm) -> None:
    shop("task", "add", "order boxes")
    assert shop("due", "--fail-on", "overdue").code == 0
    assert shop("due", "--fail-on", "due", "--format", "ids").code == 10
    late = shop("due", "--fail-on", "overdue", "--format", "ids", today="2026-11-23")
    assert (late.code, late.out) == (10, "T1\n")
    assert late.err.splitlines()[0] == "smbcrm: error: --fail-on: 1 overdue."
    assert shop("due", "--fail-on", "sometimes").code == 2


def test_only_one_kind(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "2")
    kinds = {
        one["kind"]
        for one in items(shop("due", "--days", "13", "--kind", "تماس,birthday", "--format", "csv"))
    }
    assert kinds == {"call", "birthday"}


def test_birthdays_and_what_was_agreed_have_their_day(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "2")
    found = plan(shop)
    # 10 Azar 1405 is 1 December; Sara's agreed day takes the place of her next call.
    assert (found["C2", "birthday"]["date"], found["C2", "birthday"]["reason"]) == (
        "2026-12-01",
        "birthday on 2026-12-01",
    )
    assert (found["C3", "call"]["date"], found["C3", "call"]["reason"]) == (
        "2026-11-25",
        "next action on 2026-11-25",
    )


def test_a_contact_that_was_logged_settles_the_item_it_fits(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "4")
    call = plan(shop)["C1", "call"]["item"]
    said = shop("log", "reza", "call", "will come on Monday")
    assert said.out.splitlines()[1] == f"{call} of the plan is done by that."
    row = plan(shop, "--all", "--where", f"item = '{call}'")["C1", "call"]
    assert row["status"] == "done"
    shop("undo")
    assert plan(shop)["C1", "call"]["item"] == call


def test_another_contact_moves_the_next_turns_that_count_from_it(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "4")
    before = plan(shop)
    said = shop("log", "C1", "visit", "--format", "json")
    moved = json.loads(said.out)["moved"]
    after = plan(shop)
    assert before["C1", "call"]["item"] in moved
    first = datetime.date.fromisoformat(after["C1", "call"]["date"])
    assert first >= datetime.date(2026, 12, 13)
    assert before["C4", "call"] == after["C4", "call"]
    shop("undo")
    assert plan(shop) == before


def test_a_missed_call_is_no_contact_and_settles_nothing(shop: Smbcrm) -> None:
    shop("plan", "build")
    before = plan(shop)
    assert len(shop("log", "C1", "missed call").out.splitlines()) == 1
    assert plan(shop) == before


def test_a_put_off_item_survives_every_later_plan(shop: Smbcrm) -> None:
    shop("run", "people.csv", "--weeks", "3")
    item = plan(shop)["C1", "call"]["item"]
    shop("snooze", item, "--to", "2026-12-02")
    shop("tier", "pin", "C1", "B")
    again = shop("run", "people.csv", "--weeks", "3")
    assert again.code == 0
    held = {one["item"]: one for one in items(shop("plan", "show", "--format", "csv"))}
    assert (held[item]["date"], held[item]["status"]) == ("2026-12-02", "open")
    shop("tier", "pin", "C1", "A")
    shop("run", "people.csv", "--weeks", "3", "--hours", "2")
    calls = [
        one["date"] for one in items(shop("plan", "show", "--format", "csv")) if (one["customer_id"], one["kind"]) == ("C1", "call")
    ]  # fmt: skip
    assert calls == ["2026-12-02"]  # the next one counts from it, and is due after these three weeks
    shop("plan", "build", "--weeks", "1")
    assert item in shop("plan", "show", "--format", "ids").out.split()
    assert shop("plan", "show", "--format", "ids").out.split().count(item) == 1


def test_what_was_put_off_never_makes_a_week_exceed_its_hours(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "2", "--hours", "2")
    calls = [one["item"] for (_, kind), one in plan(shop).items() if kind == "call"]
    for item in calls:
        shop("snooze", item, "--to", "2026-11-24")
    built = shop("plan", "build", "--weeks", "2", "--hours", "0.5")
    weeks: dict[int, int] = {}
    for one in items(shop("plan", "show", "--format", "csv")):
        day = datetime.date.fromisoformat(one["date"])
        week = (day - datetime.date(2026, 11, 22)).days // 7
        weeks[week] = weeks.get(week, 0) + int(one["minutes"])
    assert max(weeks[week] for week in weeks if week < 2) <= 30
    assert set(calls) <= set(shop("plan", "show", "--format", "ids").out.split())
    assert "put off further, for their week is full" in built.out


def test_a_full_week_makes_room_for_what_is_put_off_into_it(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "2", "--hours", "0.5")
    rows = items(shop("plan", "show", "--format", "csv"))
    first = [one for one in rows if one["date"] < "2026-11-29"]
    late = next(one for one in rows if one["date"] >= "2026-11-29" and one["kind"] == "call")
    said = shop("snooze", late["item"], "--to", "2026-11-24", "--format", "json")
    moved = json.loads(said.out)["moved"]
    after = {one["item"]: one for one in items(shop("plan", "show", "--format", "csv"))}
    assert after[late["item"]]["date"] == "2026-11-24"
    assert moved
    assert set(moved) <= {one["item"] for one in first}
    assert all(after[item]["date"] >= "2026-11-29" for item in moved)
    for begin, end in (("2026-11-22", "2026-11-29"), ("2026-11-29", "2026-12-06")):
        assert sum(int(one["minutes"]) for one in after.values() if begin <= one["date"] < end) <= 30
    shop("undo")
    assert items(shop("plan", "show", "--format", "csv")) == rows


def test_what_finds_its_week_full_of_fixed_things_goes_to_the_next_one(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "2", "--hours", "0.5")
    rows = items(shop("plan", "show", "--format", "csv"))
    late = next(one for one in rows if one["date"] >= "2026-11-29" and one["kind"] == "call")
    shop("task", "add", "count the shelves", "--due", "2026-11-25", "--minutes", "30")
    said = shop("snooze", late["item"], "--to", "2026-11-24").out.splitlines()
    day = next(
        one["date"] for one in items(shop("plan", "show", "--format", "csv")) if one["item"] == late["item"]
    )
    assert day >= "2026-11-29"
    assert said[0] == f"{late['item']}: call with {late['name']} waits until {day}."
    assert (
        said[1] == "The week of 2026-11-24 is full of what stands fast, so it is on the first day with room."
    )


def test_a_day_off_and_too_many_contacts_are_said(shop: Smbcrm) -> None:
    shop("budget", "set", "--contacts", "1", "--within", "7d")
    shop("plan", "build", "--weeks", "2")
    item = plan(shop)["C1", "call"]["item"]
    shop("log", "C1", "visit", "--date", "2026-11-21")
    said = shop("snooze", item, "--to", "2026-11-27").out.splitlines()
    assert said[1:3] == [
        "2026-11-27 is a day off.",
        "With that there are 2 contacts with Reza Karimi within 7 days, more than you allow.",
    ]
    shop("task", "add", "count the shelves", "--due", "2026-11-25")
    assert (
        shop("snooze", "T1", "--to", "+1d").out.splitlines()[0]
        == "T1: count the shelves waits until 2026-11-23."
    )


def test_a_contact_puts_off_what_would_come_too_near_and_says_from_when_it_counts(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "4")
    call = plan(shop)["C1", "call"]["item"]
    shop("log", "C1", "visit")
    moved = plan(shop, "--where", f"item = '{call}'")["C1", "call"]
    assert moved["reason"] == "tier A: last contact on 2026-11-22, call every 21 days"
    mine = [
        one["date"] for one in items(shop("plan", "show", "--format", "csv")) if one["customer_id"] == "C1"
    ]
    assert len(mine) == len(set(mine))


def test_the_turn_after_one_done_late_counts_from_that_day(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "6")
    calls = [
        one
        for one in items(shop("plan", "show", "--format", "csv"))
        if (one["customer_id"], one["kind"]) == ("C1", "call")
    ]
    done = shop("--today", "2026-12-10", "done", calls[0]["item"], "--format", "json")
    assert calls[1]["item"] in json.loads(done.out)["moved"]
    after = {one["item"]: one["date"] for one in items(shop("plan", "show", "--format", "csv"))}
    assert after[calls[1]["item"]] >= "2026-12-24"


def test_what_was_skipped_is_not_asked_for_again_at_once(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "1")
    item = plan(shop)["C1", "call"]["item"]
    shop("skip", item, "--why", "on a journey")
    shop("plan", "build", "--weeks", "1")
    assert ("C1", "call") not in plan(shop)
    assert ("C1", "message") in plan(shop)


def test_tasks_are_due_and_their_time_is_kept_free(shop: Smbcrm) -> None:
    assert shop("task", "add", "  ").code == 2
    added = shop("task", "add", "سفارش جعبه", "--due", "1405/09/03", "--minutes", "40")
    assert added.out == "T1: سفارش جعبه, due 2026-11-24. Done: `smbcrm done T1`\n"
    shop("task", "add", "send the catalogue", "--who", "مریم", "--due", "tomorrow")
    built = shop("plan", "build", "--hours", "1", "--weeks", "1")
    assert sum(int(one["minutes"]) for one in items(shop("plan", "show", "--format", "csv"))) <= 5
    assert "set aside for 2 tasks of yours: 55 minutes" in built.out
    assert [
        (one["item"], one["customer_id"], one["reason"]) for one in items(shop("task", "--format", "csv"))
    ] == [
        ("T2", "C2", "send the catalogue"),
        ("T1", "", "سفارش جعبه"),
    ]
    assert shop("done", "T1", "--minutes", "30").out == "T1: سفارش جعبه is done.\n"
    assert shop("task", "done", "2", "--note", "sent").out == "T2: task with مریم احمدی is done.\n"
    assert shop("task", "done", "2").code == 2
    assert items(shop("task", "--format", "csv")) == []
    assert [one["status"] for one in items(shop("task", "list", "--all", "--format", "csv"))] == [
        "done",
        "done",
    ]
    shop("undo")
    assert shop("task", "--format", "ids").out == "T2\n"


def test_a_promise_is_a_task_and_stays_with_the_customer_when_two_are_joined(shop: Smbcrm) -> None:
    said = shop("log", "C4", "promise", "send the price list", "--due", "+3d")
    assert said.out.splitlines()[-1] == "The promise is T1, due 2026-11-25."
    due = items(shop("due", "--days", "3", "--kind", "promise", "--format", "csv"))
    assert [(one["customer_id"], one["reason"]) for one in due] == [("C4", "promised: send the price list")]
    shop("merge", "same", "C1", "C4")
    assert [one["customer_id"] for one in items(shop("task", "--format", "csv"))] == ["C1"]
    shop("undo")
    shop("undo")
    assert items(shop("task", "--format", "csv")) == []


def test_minutes_are_learnt_from_what_was_timed(shop: Smbcrm) -> None:
    for who in ("C1", "C2", "C3"):
        shop("log", who, "call", "--minutes", "5", "--date", "2026-10-01")
    shop("log", "C4", "call", "--date", "2026-10-01")
    call = next(one for one in json.loads(shop("recipe", "--format", "json").out) if one["name"] == "A-call")
    assert (call["minutes"], call["learnt"], call["done"]) == (15, 11, 3)
    shop("plan", "build", "--weeks", "1")
    assert plan(shop)["C1", "call"]["minutes"] == "11"
    shop("done", plan(shop)["C1", "call"]["item"])
    assert json.loads(shop("recipe", "--format", "json").out)[0]["done"] == 3


def test_exceptions_hold_in_the_plan(shop: Smbcrm) -> None:
    shop("recipe", "except", "C1", "kind=call", "every=7d")
    shop("recipe", "except", "C2", "never")
    shop("recipe", "except", "C4", "kind=letter", "every=10d")
    shop("plan", "build", "--weeks", "4")
    rows = items(shop("plan", "show", "--format", "csv"))
    calls = [one for one in rows if (one["customer_id"], one["kind"]) == ("C1", "call")]
    assert len(calls) == 4
    assert calls[1]["reason"] == "as you said: call every 7 days"
    assert not any(one["customer_id"] == "C2" for one in rows)
    assert len([one for one in rows if one["kind"] == "letter"]) == 3


def test_who_asks_for_peace_is_due_no_more_at_once(shop: Smbcrm) -> None:
    shop("plan", "build", "--weeks", "1")
    assert "C1" in shop("due", "--days", "6", "--columns", "customer_id", "--format", "csv").out
    shop("set", "C1", "do_not_contact=yes")
    assert "C1" not in shop("due", "--days", "6", "--columns", "customer_id", "--format", "csv").out
    shop("remove", "C2")
    shop("task", "add", "for nobody", "--due", "today")
    rows = items(shop("due", "--days", "6", "--format", "csv"))
    assert {one["customer_id"] for one in rows} == {"", "C3", "C4"}


def test_what_comes_first_is_first(shop: Smbcrm) -> None:
    """With a quarter of an hour, a call with one, or a message to each of three: it is the owner's to say."""
    words = ("--weeks", "1", "--hours", "0.25", "--format", "csv")
    assert [one["kind"] for one in items(shop("plan", "build", *words))] == ["message"] * 3
    first = items(shop("plan", "build", "--protect", "call", *words))
    # The call that was agreed with C3 takes ten minutes and is worth two; what is left is for a message.
    assert sorted((one["customer_id"], one["kind"]) for one in first) == [("C3", "call"), ("C3", "message")]
    named = items(shop("plan", "build", "--protect", "C4", *words))
    assert "C4" in {one["customer_id"] for one in named}
    shop("budget", "set", "--protect", "call")
    assert {one["kind"] for one in items(shop("plan", "build", *words))} == {"call", "message"}


def test_lead_time_comes_before_the_day(shop: Smbcrm) -> None:
    shop("recipe", "set", "birthday", "lead=3d")
    shop("plan", "build", "--weeks", "2")
    # Three days before 1 December is a Saturday, a working day here.
    assert plan(shop)["C2", "birthday"]["date"] == "2026-11-28"


def test_a_new_referral_plans_its_thanks_with_the_next_run(shop: Smbcrm) -> None:
    shop("run", "people.csv")
    before = items(shop("plan", "show", "--format", "csv"))
    shop("run", "people.csv")
    assert items(shop("plan", "show", "--format", "csv")) == before
    shop("set", "C5", "referrer=Reza Karimi")
    shop("run", "people.csv")
    thanks = [
        one["customer_id"]
        for one in items(shop("plan", "show", "--format", "csv"))
        if one["kind"] == "thanks"
    ]
    assert thanks == ["C1"]
