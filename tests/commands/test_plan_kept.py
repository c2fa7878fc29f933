"""A plan repairs itself, gives an account, and goes along to a calendar."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.conftest import Run

Smbcrm = Callable[..., Run]


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """Forty customers, ten of them in tier A, and a plan of three hours a week for four weeks."""
    lines = ["Name,Mobile,City,Total spent"]
    lines += [f"مشتری شماره{n} خانواده{n},0912345{1000 + n},شیراز,{1000 * n * n}" for n in range(40)]
    Path("list.csv").write_text("\n".join(lines), encoding="utf-8")
    for words in (["import", "list.csv"], ["score"], ["tier"], ["plan", "build", "--hours", "1"]):
        assert smbcrm(*words).code == 0
    return smbcrm


def items(run: Run) -> list[dict[str, str]]:
    assert run.code == 0, run.err
    return list(csv.DictReader(io.StringIO(run.out)))


def test_a_third_overdue_is_said_plainly_with_the_choice(shop: Smbcrm) -> None:
    later = "2026-11-29"
    due = [one["item"] for one in items(shop("due", "--days", "6", "--format", "csv"))]
    for item in due[:-2]:
        shop("done", item)
    assert "overdue (" not in shop("due", today=later).out
    for _ in due[:-2]:
        shop("undo")
    said = "Choose: `smbcrm plan rebalance` spreads them over the weeks to come; `smbcrm plan build --hours H` with fewer hours"
    for words in (["due"], ["status"], ["plan", "show"]):
        assert said in shop(*words, today=later).out, words
    assert "انتخاب با شماست" in shop("status", "--lang", "fa", today=later).out


def test_rebalancing_keeps_numbers_and_budget_and_names_what_is_let_go(shop: Smbcrm) -> None:
    before = items(shop("plan", "show", "--format", "csv"))
    later = "2026-12-06"
    tried = shop("plan", "rebalance", "--dry-run", "--format", "csv", today=later)
    assert items(shop("plan", "show", "--format", "csv")) == before
    done = shop("plan", "rebalance", today=later)
    rows = items(shop("plan", "show", "--format", "csv", today=later))
    assert rows == items(tried)
    assert {one["item"] for one in rows} < {one["item"] for one in before}
    weeks: dict[int, int] = {}
    for one in rows:
        days = (datetime.date.fromisoformat(one["date"]) - datetime.date(2026, 12, 6)).days
        assert 0 <= days < 14
        weeks[days // 7] = weeks.get(days // 7, 0) + int(one["minutes"])
    assert max(weeks.values()) <= 60
    gone = {one["item"] for one in before} - {one["item"] for one in rows}
    assert f"let go for want of room, the dearest first: {len(gone)} contacts" in done.out
    shop("undo")
    assert items(shop("plan", "show", "--format", "csv")) == before


def test_rebalancing_plans_nobody_who_asked_for_peace(shop: Smbcrm) -> None:
    before = items(shop("plan", "show", "--format", "csv"))
    silent = before[0]["customer_id"]
    theirs = [one for one in before if one["customer_id"] == silent]
    shop("snooze", theirs[0]["item"], "--to", "+3d")
    shop("set", silent, "do_not_contact=yes")
    done = shop("plan", "rebalance")
    assert silent not in {one["customer_id"] for one in items(shop("plan", "show", "--format", "csv"))}
    assert f"let go, for their customers want no contact or left the list: {len(theirs)} contacts" in done.out


def test_nothing_moves_without_need(shop: Smbcrm) -> None:
    before = items(shop("plan", "show", "--format", "csv"))
    assert items(shop("plan", "rebalance", "--format", "csv")) == before
    # What was said for this plan alone, one hour a week, holds on.
    assert "of 240 minutes" in shop("plan", "show").out


def test_running_again_after_rebalancing_keeps_the_plan(shop: Smbcrm) -> None:
    shop("run", "list.csv", "--hours", "1")
    shop("plan", "rebalance", today="2026-12-06")
    before = items(shop("plan", "show", "--format", "csv"))
    shop("run", "list.csv", "--hours", "1", today="2026-12-06")
    assert items(shop("plan", "show", "--format", "csv")) == before


def test_the_account_of_a_plan_adds_up(shop: Smbcrm) -> None:
    rows = items(shop("plan", "show", "--format", "csv"))
    first, second, third = (one["item"] for one in rows[:3])
    shop("done", first, "--minutes", "30", "--cost", "5")
    shop("done", second)
    shop("skip", third, "--why", "closed")
    shop("log", "C3", "visit", "--minutes", "60")
    report = json.loads(shop("plan", "report", "--format", "json", today="2026-11-24").out)
    total = report[-1]
    assert total["name"] == "total"
    for key in ("ideal", "planned", "done", "extra", "skipped", "overdue"):
        assert total[key] == sum(line[key] for line in report[:-1]), key
    assert total["planned"] == len(rows)
    assert (total["done"], total["extra"], total["skipped"]) == (3, 1, 1)
    minutes = 30 + int(rows[1]["minutes"]) + 60
    assert total["done_hours"] == round(minutes / 60, 2)
    assert total["done_cost"] == 5
    assert total["ideal_hours"] > total["planned_hours"]
    by_tier = json.loads(shop("plan", "report", "--by", "tier", "--format", "json", today="2026-11-24").out)
    assert {line["name"] for line in by_tier} == {"A", "D", "total"}
    assert by_tier[-1] == total
    assert shop("plan", "report", "--by", "colour").code == 2


def events(text: str) -> dict[str, dict[str, object]]:
    calendar = Calendar.from_ical(text)
    found = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        found[str(event["UID"])] = {
            "summary": str(event["SUMMARY"]), "start": event.decoded("DTSTART"), "end": event.decoded("DTEND"),
            "status": str(event["STATUS"]), "sequence": int(event["SEQUENCE"]), "text": str(event["DESCRIPTION"]),
        }  # fmt: skip
    return found


def test_a_missed_call_is_not_done(shop: Smbcrm) -> None:
    before = shop("plan", "report", "--format", "csv").out
    shop("log", "C1", "missed call")
    assert shop("plan", "report", "--format", "csv").out == before


def test_a_calendar_reads_the_plan_and_follows_its_changes(shop: Smbcrm) -> None:
    rows = items(shop("plan", "show", "--format", "csv"))
    text = shop("--lang", "fa", "plan", "export", "--format", "ics").out
    first = events(text)
    assert len(first) == len(rows)
    one = next(uid for uid in first if uid.startswith(f"{rows[0]['item']}-"))
    day = datetime.date.fromisoformat(rows[0]["date"])
    assert first[one]["summary"] == f"تماس تلفنی: {rows[0]['name']}"
    assert (first[one]["start"], first[one]["end"]) == (day, day + datetime.timedelta(days=1))
    assert first[one]["status"] == "CONFIRMED"
    shop("snooze", rows[0]["item"], "--to", "+4d")
    shop("skip", rows[1]["item"])
    shop("done", rows[2]["item"])
    second = events(shop("plan", "export", "--format", "ics").out)
    assert second.keys() == first.keys()
    assert second[one]["start"] == datetime.date(2026, 11, 26)
    assert second[one]["sequence"] > first[one]["sequence"]  # type: ignore[operator]
    skipped = next(uid for uid in first if uid.startswith(f"{rows[1]['item']}-"))
    assert second[skipped]["status"] == "CANCELLED"
    for _ in range(3):
        shop("undo")
    third = events(shop("plan", "export", "--format", "ics").out)
    assert third[one]["start"] == day
    assert third[one]["sequence"] > second[one]["sequence"]  # type: ignore[operator]
    assert third[skipped]["status"] == "CONFIRMED"


def test_who_asks_for_peace_leaves_the_calendar_and_is_named_in_the_plan(shop: Smbcrm) -> None:
    rows = items(shop("plan", "show", "--format", "csv"))
    who = rows[0]["customer_id"]
    assert "Next: call on" in shop("show", who).out
    shop("set", who, "do_not_contact=yes")
    assert "Next: call on" not in shop("show", who).out
    theirs = {row["item"] for row in rows if row["customer_id"] == who}
    status = {uid.split("-")[0]: event["status"] for uid, event in events(shop("plan", "export").out).items()}
    assert {item for item, told in status.items() if told == "CANCELLED"} == theirs
    said = "customers who want no contact since"
    shown = shop("plan", "show").out
    assert f"{len(theirs)} contact" in shown
    assert said in shown
    assert items(shop("plan", "show", "--format", "csv")) == [
        row for row in rows if row["customer_id"] != who
    ]
    assert f"{len(rows) - len(theirs)} contacts, " in shown
    assert f"{len(rows) - len(theirs)} contacts are planned" in shop("status").out
    shop("plan", "export", "plan.csv")
    assert who not in Path("plan.csv").read_text(encoding="utf-8-sig")
    assert shop("plan", "rebalance").code == 0
    assert said not in shop("plan", "show").out
    shop("undo")
    shop("undo")
    assert items(shop("plan", "show", "--format", "csv")) == rows
    assert "Next: call on" in shop("show", who).out


def test_a_plan_made_anew_takes_the_old_items_out_of_the_calendar(shop: Smbcrm) -> None:
    first = events(shop("plan", "export").out)
    shop("plan", "build", "--hours", "0.5")
    second = events(shop("plan", "export").out)
    assert first.keys() < second.keys()
    assert {second[uid]["status"] for uid in first} == {"CANCELLED"}
    assert {second[uid]["status"] for uid in second.keys() - first.keys()} == {"CONFIRMED"}


def test_lines_of_a_calendar_are_folded_between_letters(shop: Smbcrm) -> None:
    long = "قول دادم که کاتالوگ تازهٔ پاییز را با قیمت‌های عمده، پیش از پنجشنبه برایشان بفرستم و زنگ بزنم"
    shop("task", "add", long, "--who", "C39", "--due", "+1d")
    shop("log", "C39", "call", long + "؛ " + long)
    shop("plan", "export", "plan.ics")
    data = Path("plan.ics").read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75  # octets, RFC 5545 section 3.1
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two
    assert b"\n" not in data.replace(b"\r\n", b"")
    texts = [str(event["text"]) for event in events(data.decode("utf-8")).values()]
    assert any(long in text for text in texts)


def test_a_calendar_may_have_hours(shop: Smbcrm) -> None:
    shop("plan", "build", "--hours", "5")
    rows = items(shop("plan", "show", "--format", "csv"))
    (day, count), *_ = Counter(one["date"] for one in rows).most_common(1)
    assert count > 1
    mine = sorted(
        (e["start"], e["end"])
        for uid, e in events(shop("plan", "export", "--at", "9:30").out).items()
        if uid.split("-")[0] in {one["item"] for one in rows if one["date"] == day}
    )  # type: ignore[type-var]
    assert mine[0][0] == datetime.datetime.fromisoformat(f"{day} 09:30")
    assert all(one[1] == two[0] for one, two in itertools.pairwise(mine))
    assert shop("plan", "export", "--at", "25:00").code == 2


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md", "html", "json"])
def test_a_plan_is_written_for_other_programs(shop: Smbcrm, ending: str) -> None:
    assert shop("plan", "export", f"plan.{ending}").code == 0
    assert Path(f"plan.{ending}").stat().st_size > 500
    assert shop("plan", "export", "--format", "docx").code == 2


def test_the_plan_speaks_the_calendar_of_the_shop(shop: Smbcrm) -> None:
    shown = shop(
        "plan", "build", "--weeks", "6", "--calendar", "jalali", "--hours", "1", today="2027-03-01"
    ).out
    assert shown.startswith("Plan from 1405/12/10 to 1406/01/22\n")
    # The 21st of Ramadan, its end, the last of Esfand, then the first days of the year and 12 and 13 Farvardin.
    assert "official holidays, kept free: 1405/12/10, 1405/12/19, 1405/12/20, 1405/12/29 ..." in shown
    days = {one["date"] for one in items(shop("plan", "show", "--format", "csv", today="2027-03-01"))}
    assert not days & {
        "2027-03-01",
        "2027-03-20",
        "2027-03-21",
        "2027-03-22",
        "2027-03-23",
        "2027-04-01",
        "2027-04-02",
    }
    assert all(datetime.date.fromisoformat(day).weekday() != 4 for day in days)
