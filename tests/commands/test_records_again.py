"""What was noted by hand and comes again in a list counts once; the card says what stands between the shop and a customer."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
TILL = "Receipt,Date,Customer,Mobile,Item,Amount USD\n"


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """Two customers; a sale with a receipt number, and two equal ones without."""
    assert smbcrm("init").code == 0
    assert smbcrm("add", "Sara Ahmadi", "phone=09121234567").code == 0
    assert smbcrm("add", "Reza Karimi", "phone=09351112233").code == 0
    for words in (("C1", "500", "--order", "7", "--product", "lamp"), ("C2", "30"), ("C2", "30")):
        assert smbcrm("purchase", "add", *words, "--unit", "usd").code == 0
    return smbcrm


def spends(shop: Smbcrm) -> dict[str, float | None]:
    rows = json.loads(shop("list", "--columns", "id,spend", "--format", "json").out)
    return {row["id"]: row["spend"] for row in rows}


def bring(shop: Smbcrm, text: str, *words: str) -> tuple[int, int]:
    Path("till.csv").write_text(text, encoding="utf-8")
    done = shop("import", "till.csv", *words, "--format", "json")
    assert done.code == 0, done.err
    (file,) = json.loads(done.out)["files"]
    return file["rows_imported"], file["rows_unchanged"]


def test_a_till_export_with_the_number_of_a_noted_sale_counts_it_once(shop: Smbcrm) -> None:
    text = (
        TILL + "7,2026-11-22,Sara Ahmadi,09121234567,lamp,500\n8,2026-11-22,Sara Ahmadi,09121234567,bulb,20\n"
    )
    assert bring(shop, text) == (1, 1)
    assert spends(shop) == {"C1": 520, "C2": 60}
    assert bring(shop, text + "9,2026-11-22,Sara Ahmadi,09121234567,cord,5\n") == (1, 2)
    assert spends(shop) == {"C1": 525, "C2": 60}


def test_the_lines_of_a_receipt_are_the_sale_that_was_noted_as_their_sum(shop: Smbcrm) -> None:
    text = (
        TILL
        + "7,2026-11-22,Sara Ahmadi,09121234567,lamp,400\n7,2026-11-22,Sara Ahmadi,09121234567,bulb,100\n"
    )
    assert bring(shop, text) == (0, 2)
    assert spends(shop) == {"C1": 500, "C2": 60}


def test_the_owners_amount_stands_and_another_buyers_number_is_another_sale(shop: Smbcrm) -> None:
    assert bring(shop, TILL + "7,2026-11-22,Sara Ahmadi,09121234567,lamp,480\n") == (0, 1)
    assert spends(shop) == {"C1": 500, "C2": 60}
    assert bring(shop, TILL + "7,2026-11-20,Reza Karimi,09351112233,lamp,480\n") == (1, 0)
    assert spends(shop) == {"C1": 500, "C2": 540}


def test_our_own_lists_bring_nothing_back_twice(shop: Smbcrm) -> None:
    for verb in ("purchase", "payment", "rate", "log", "touch", "invoice"):
        shop("payment", "add", "C1", "5", "--for", "7")
        Path("own.csv").write_text(shop(verb, "list", "--format", "csv").out, encoding="utf-8")
        done = shop("import", "own.csv")
        assert done.code == 3
        assert "a list that smbcrm wrote itself" in done.err
    Path("own.csv").write_text(shop("purchase", "list", "--format", "csv").out, encoding="utf-8")
    assert shop("purchase", "import", "own.csv").code == 0
    assert spends(shop) == {"C1": 500, "C2": 60}


def test_a_payment_noted_by_hand_is_not_paid_twice_by_a_list(shop: Smbcrm) -> None:
    shop(
        "invoice",
        "add",
        "C1",
        "100",
        "--unit",
        "usd",
        "--number",
        "31",
        "--date",
        "2026-10-01",
        "--due",
        "2026-11-01",
    )
    shop("payment", "add", "C1", "60", "--for", "31", "--date", "2026-11-05")
    Path("paid.csv").write_text(
        "Name,Invoice,Amount USD,Due date,Paid date\nSara Ahmadi,31,60,2026-11-01,2026-11-05\n", encoding="utf-8"
    )  # fmt: skip
    assert shop("payment", "import", "paid.csv").code == 0
    assert shop(
        "invoice", "list", "--format", "csv", "--columns", "number,paid,open,days_late,state"
    ).out == ("number,paid,open,days_late,state\n31,60,40,21,overdue\n")


def test_the_card_says_what_is_owed_and_who_sent_whom_and_nothing_where_nothing_is_known(
    shop: Smbcrm,
) -> None:
    shop("invoice", "add", "C1", "400", "--unit", "usd", "--date", "2026-01-01", "--due", "2026-11-20")
    shop("invoice", "add", "C1", "100", "--unit", "eur", "--due", "+3d")
    shop("touch", "C1", "--kind", "referral", "--to", "C2")
    lines = [" ".join(line.split()) for line in shop("show", "C1").out.splitlines()]
    assert "Owes 100 EUR, nothing of it overdue" in lines
    assert "Owes 400 USD, of which 400 USD is up to 2 days overdue" in lines
    assert "Sent C2 Reza Karimi" in lines
    assert "What is overdue: `smbcrm invoice list C1 --overdue`" in lines
    (one,) = json.loads(shop("show", "C1", "--format", "json").out)
    assert (one["owed"], one["owed_unit"], one["overdue"], one["sent"]) == (
        [100, 400],
        ["EUR", "USD"],
        [0, 400],
        ["C2"],
    )
    (other,) = json.loads(shop("show", "C2", "--format", "json").out)
    assert (other["owed"], other["overdue"], other["sent_by"]) == (None, None, ["C1"])
    assert "Owes" not in shop("show", "C2").out
    assert "Sent by" in shop("show", "C2").out


def test_check_names_referrers_that_fit_nobody(shop: Smbcrm) -> None:
    shop("add", "Omid Sadeghi", "phone=09120000001", "referrer=my aunt")
    assert shop("check", "--only", "referrer", "--format", "csv").out == (
        "finding,id,name,what,value,fix\n"
        'referrer,C3,Omid Sadeghi,"who sent this customer fits nobody on the list, or several",my aunt,smbcrm set C3 referrer=...\n'
    )
    shop("set", "C3", "referrer=Reza Karimi")
    assert shop("check", "--only", "referrer", "--format", "json").out == "[]\n"
