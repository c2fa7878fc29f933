"""The timeline of a customer: who changed what, when, from which file, and nothing that was undone."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from smbcrm.commands._globals import Globals
from tests.conftest import TODAY, Run

Smbcrm = Callable[..., Run]


@pytest.fixture
def shop(smbcrm: Smbcrm, monkeypatch: pytest.MonkeyPatch) -> Smbcrm:
    """Three customers out of a list, on a clock that stands still."""
    monkeypatch.setattr(Globals, "now", property(lambda self: f"{self.today}T09:30:00+00:00"))
    Path("people.csv").write_text(
        "Name,Mobile,City\nSara Ahmadi,09121234567,Qom\nرضا کریمی,09351112233,تهران\nMina Rad,09129998877,Yazd\n", encoding="utf-8"
    )  # fmt: skip
    assert smbcrm("import", "people.csv", today="2026-11-01").code == 0
    return smbcrm


def told(run: Run, *columns: str) -> list[tuple[str, ...]]:
    assert run.code == 0, run.err
    rows = list(csv.DictReader(io.StringIO(run.out)))
    return [tuple(row[column] for column in columns) for row in rows]


def test_everything_is_in_one_line_with_its_source_and_operation(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Shiraz", "tags=vip", "shoe size=43", today="2026-11-02")
    shop("set", "C1", "city=Tabriz", today="2026-11-03")
    shop(
        "purchase",
        "add",
        "C1",
        "500",
        "--unit",
        "usd",
        "--order",
        "7",
        "--product",
        "lamp",
        "--date",
        "2026-10-20",
        today="2026-11-04",
    )
    shop("payment", "add", "C1", "200", "--for", "7", today="2026-11-05")
    shop("rate", "C1", "4/5", "--about", "delivery", "--text", "fine", today="2026-11-06")
    shop("log", "C1", "call", "asked for an offer", "--direction", "in", today="2026-11-07")
    shop("touch", "C1", "--kind", "referral", "--to", "C2", today="2026-11-08")
    assert shop("history", "C1", "--format", "csv").out == (
        "date,at,kind,what,source,operation\n"
        "2026-10-20,2026-11-04T09:30:00+00:00,purchase,bought for 500 USD (number 7): lamp,by hand,4\n"
        "2026-11-01,2026-11-01T09:30:00+00:00,imported,came with s1r2: Sara Ahmadi,people.csv s1r2,1\n"
        "2026-11-02,2026-11-02T09:30:00+00:00,edit,city: Qom → Shiraz,by hand,2\n"
        "2026-11-02,2026-11-02T09:30:00+00:00,edit,tags: vip,by hand,2\n"
        "2026-11-02,2026-11-02T09:30:00+00:00,edit,shoe size: 43,by hand,2\n"
        "2026-11-03,2026-11-03T09:30:00+00:00,edit,city: Shiraz → Tabriz,by hand,3\n"
        "2026-11-05,2026-11-05T09:30:00+00:00,paid,paid 200 USD (number 7),by hand,5\n"
        "2026-11-06,2026-11-06T09:30:00+00:00,rating,gave 4 of 5 for delivery: fine,by hand,6\n"
        '2026-11-07,2026-11-07T09:30:00+00:00,interaction,"call, from the customer: asked for an offer",by hand,7\n'
        "2026-11-08,2026-11-08T09:30:00+00:00,touch,sent C2 رضا کریمی,by hand,8\n"
    )
    assert told(shop("history", "رضا", "--kind", "touch", "--format", "csv"), "what") == [
        ("was sent by C1 Sara Ahmadi",)
    ]


def test_what_was_undone_is_not_in_force_and_the_undo_is_told(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Shiraz")
    shop("purchase", "add", "C1", "5")
    shop("undo")
    shop("undo", "2")
    rows = told(shop("history", "C1", "--format", "csv"), "kind", "what")
    assert rows == [
        ("imported", "came with s1r2: Sara Ahmadi"),
        (
            "undo",
            f"operation 3 was taken back: `smbcrm --data {Path('data').absolute()} --today {TODAY} purchase add C1 5`",
        ),
        (
            "undo",
            f"operation 2 was taken back: `smbcrm --data {Path('data').absolute()} --today {TODAY} set C1 city=Shiraz`",
        ),
    ]
    shop("undo", "5")  # redo of the edit
    assert ("edit", "city: Qom → Shiraz") in told(shop("history", "C1", "--format", "csv"), "kind", "what")


def test_a_newer_version_of_a_file_is_told_field_by_field(shop: Smbcrm) -> None:
    Path("people.csv").write_text(
        "Name,Mobile,City\nSara Ahmadi,09121234567,Isfahan\nرضا کریمی,09351112233,تهران\n", encoding="utf-8"
    )  # fmt: skip
    assert shop("import", "people.csv").code == 0
    assert told(shop("history", "C1", "--format", "csv"), "kind", "what", "source", "operation")[1:] == [
        ("imported", "city: Qom → Isfahan", "people.csv s1r2", "2")
    ]
    assert told(shop("history", "C3", "--format", "csv"), "what")[1:] == [("s1x3 is no longer in its file",)]


def test_a_merge_and_a_split_are_told_on_both_sides_with_the_reason(shop: Smbcrm) -> None:
    shop("set", "C2", "city=قم")
    shop("merge", "same", "C1", "C2")
    joined = told(shop("history", "C1", "--format", "csv"), "kind", "what")
    assert ("merge", "C2 became one with this customer; the same because of: the owner said so") in joined
    assert ("edit", "city: تهران → قم") in joined  # told as it was when he was a customer of his own
    shop("merge", "split", "C1", "s1r3")
    assert told(shop("history", "C1", "--kind", "merge,split", "--format", "csv"), "kind", "what") == [
        ("merge", "C2 became one with this customer"),
        ("split", "s1r3 went to C2"),
    ]
    assert told(shop("history", "C2", "--kind", "merge,split", "--format", "csv"), "kind", "what") == [
        ("merge", "this customer became one with C1"),
        ("split", "s1r3 came from C1"),
    ]
    shop("merge", "different", "C1", "C3")
    assert ("you said this is not C3 Mina Rad",) in told(
        shop("history", "C1", "--kind", "decision", "--format", "csv"), "what"
    )


def test_what_is_taken_out_and_off_the_list_is_told(shop: Smbcrm) -> None:
    shop("payment", "add", "C1", "5", "--date", "2026-11-10")
    shop("payment", "remove", "1")
    shop("remove", "C1")
    assert told(shop("history", "C1", "--format", "csv"), "kind", "what")[1:] == [
        ("removal", "a payment (2026-11-10) was taken out"),
        ("edit", "was taken off the list"),
    ]


def test_scores_tiers_and_the_plan_are_told(shop: Smbcrm) -> None:
    for words in (("score", "set", "C1", "9", "--why", "a friend"), ("score",), ("tier",), ("plan", "build")):
        assert shop(*words, today="2026-11-10").code == 0
    shop("score", "set", "C1", "8")
    shop("score")
    item = json.loads(shop("plan", "show", "--where", "customer_id = 'C1'", "--format", "json").out)[0][
        "item"
    ]
    assert shop("done", item).code == 0
    rows = told(shop("history", "C1", "--format", "csv"), "kind", "what")
    assert ("edit", "your own score: 9, because a friend") in rows
    assert ("edit", "your own score: 9 → 8") in rows
    assert [what for kind, what in rows if kind == "score"] == ["score: 9.0", "score: 9.0 → 8.0"]
    assert [what for kind, what in rows if what.startswith(f"{item} ")] == [f"{item} was done: call"]
    assert sum(kind == "interaction" for kind, _ in rows) == 1


def test_it_can_be_narrowed_turned_and_cut(shop: Smbcrm) -> None:
    for day in ("05", "06", "07"):
        shop("purchase", "add", "C1", "5", "--date", f"2026-11-{day}", today=f"2026-11-{day}")
    assert told(
        shop("history", "C1", "--kind", "purchase", "--since", "2026-11-06", "--format", "csv"), "date"
    ) == [("2026-11-06",), ("2026-11-07",)]
    assert told(shop("history", "C1", "-n", "2", "--reverse", "--format", "csv"), "date") == [
        ("2026-11-07",),
        ("2026-11-06",),
    ]
    assert told(shop("history", "C1", "--where", "kind <> 'purchase'", "--format", "csv"), "kind") == [
        ("imported",)
    ]
    assert told(shop("history", "C1", "--sort", "-date", "-n", "1", "--format", "csv"), "date") == [
        ("2026-11-07",)
    ]
    wrong = shop("history", "C1", "--kind", "gossip")
    assert (wrong.code, wrong.err.splitlines()[0]) == (2, "smbcrm: error: there is no kind gossip.")
    assert shop("history", "C9").code == 4


def test_it_reads_well_in_persian(shop: Smbcrm) -> None:
    shop("purchase", "add", "رضا", "۲ میلیون تومان", "--product", "فرش", "--order", "۱۲")
    out = shop("history", "رضا", "--kind", "purchase", "--lang", "fa", "--calendar", "jalali").out
    assert "1405/09/01  خرید  به مبلغ ۲٬۰۰۰٬۰۰۰ تومان خرید (شمارهٔ ۱۲): فرش  دستی" in out


def test_a_bill_of_a_ledger_stands_at_its_own_day(shop: Smbcrm) -> None:
    ledger = "Date,Customer,Description,Debit,Credit\n2026-01-05,Sara Ahmadi,Invoice 7,100,\n2026-01-09,Sara Ahmadi,Receipt,,60\n"
    bills = "Invoice,Date,Customer,Amount,Due date\nB1,2026-02-01,Sara Ahmadi,50,2026-03-01\nB2,2026-02-02,Mina Rad,20,2026-03-02\n"
    Path("ledger.csv").write_text(ledger, encoding="utf-8")
    Path("bills.csv").write_text(bills, encoding="utf-8")
    assert shop("import", "ledger.csv", "bills.csv").code == 0
    assert told(shop("history", "C1", "--kind", "invoice,paid", "--format", "csv"), "date", "what") == [
        ("2026-01-05", "a bill for 100"),
        ("2026-01-09", "paid 60"),
        ("2026-02-01", "a bill for 50 (number B1), to be paid by 2026-03-01"),
    ]


def test_what_was_paid_of_a_bill_counts_though_nobody_says_when(shop: Smbcrm) -> None:
    head = "Invoice,Invoice date,Customer,Amount,Paid,Balance due,Due date\n"
    rows = "B1,2026-01-05,Sara Ahmadi,120,120,0,2026-02-04\nB2,2026-01-16,Sara Ahmadi,60,20,40,2026-02-15\nB3,2026-01-17,Mina Rad,70,0,70,2026-02-16\n"
    Path("bills.csv").write_text(head + rows, encoding="utf-8")
    assert shop("import", "bills.csv").code == 0
    bills = told(shop("invoice", "list", "--format", "csv"), "number", "open", "state")
    assert sorted(bills) == [("B1", "0", "paid"), ("B2", "40", "overdue"), ("B3", "70", "overdue")]
    assert told(shop("history", "C1", "--kind", "invoice,paid", "--format", "csv"), "date", "what") == [
        ("2026-01-05", "a bill for 120 (number B1), to be paid by 2026-02-04; 120 of it is paid"),
        ("2026-01-16", "a bill for 60 (number B2), to be paid by 2026-02-15; 20 of it is paid"),
    ]
    mina = told(shop("history", "C3", "--kind", "invoice", "--format", "csv"), "what")
    assert mina == [("a bill for 70 (number B3), to be paid by 2026-02-16",)]
