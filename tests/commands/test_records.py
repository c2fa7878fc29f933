"""Sales, bills, payments, touches and ratings noted by hand: what is kept, what is said, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """A list with two customers."""
    assert smbcrm("init").code == 0
    assert smbcrm("add", "Sara Ahmadi", "phone=09121234567").code == 0
    assert smbcrm("add", "رضا کریمی", "phone=09351112233").code == 0
    return smbcrm


def test_a_sale_is_noted_with_its_discount_and_counts_as_spend(shop: Smbcrm) -> None:
    done = shop(
        "purchase",
        "add",
        "sara",
        "2 million toman",
        "--product",
        "rug",
        "--order",
        "204",
        "--discount",
        "10%",
    )
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "Purchase 1: 1,800,000 IRT of C1 Sara Ahmadi on 2026-11-22 was noted.\n"
        "2,000,000 IRT less 200,000 IRT discount\n"
        "In all 1,800,000 in 1 purchase. Next: `smbcrm score`.\n"
    )
    assert shop("list", "--columns", "id,spend,purchases,last_purchase", "--format", "csv").out == (
        "id,spend,purchases,last_purchase\nC1,1800000,1,2026-11-22\nC2,,,\n"
    )


def test_the_same_sale_noted_twice_is_one_and_another_line_of_its_order_counts_as_one_purchase(
    shop: Smbcrm,
) -> None:
    words = ("purchase", "add", "C1", "500", "--unit", "usd", "--order", "7")
    assert json.loads(shop(*words, "--format", "json").out)["changed"] is True
    again = json.loads(shop(*words, "--format", "json").out)
    assert (again["changed"], again["notes"]) == (
        False,
        ["this sale was noted already (number 1); nothing was changed"],
    )
    other = json.loads(
        shop(
            "purchase",
            "add",
            "C1",
            "20",
            "--unit",
            "usd",
            "--order",
            "7",
            "--product",
            "nails",
            "--format",
            "json",
        ).out
    )
    assert (other["spend"], other["purchases"]) == (520, 1)


def test_what_is_brought_back_is_taken_off(shop: Smbcrm) -> None:
    shop("purchase", "add", "C1", "500", "--unit", "usd", "--order", "7", "--product", "lamp")
    assert shop("purchase", "add", "C1", "-120").code == 0
    assert shop("purchase", "add", "C1", "30", "--return").code == 0
    assert shop("purchase", "add", "C1", "--return-of", "7").code == 0
    assert shop(
        "purchase", "list", "sara", "--format", "csv", "--columns", "purchase,amount,unit,product,return_of"
    ).out == (
        "purchase,amount,unit,product,return_of\n4,-500,USD,lamp,7\n3,-30,USD,,\n2,-120,USD,,\n1,500,USD,lamp,\n"
    )
    more = shop("purchase", "add", "C1", "1", "--return-of", "7")
    assert "more is taken back than was sold with number 7: 501 of 500\n" in more.out
    again = shop("purchase", "add", "C1", "--return-of", "7")
    assert (again.code, again.err) == (
        2,
        "smbcrm: error: all of 7 was brought back already.\nhint: `smbcrm purchase list C1` shows what was brought back.\n",
    )
    missing = shop("purchase", "add", "C1", "--return-of", "99")
    assert (missing.code, missing.err) == (
        4,
        "smbcrm: error: C1 has bought nothing with the number 99.\nhint: `smbcrm purchase list C1` shows what was bought.\n",
    )


def test_without_a_sum_what_is_left_of_a_sale_is_taken_back(shop: Smbcrm) -> None:
    shop("purchase", "add", "C1", "500", "--unit", "usd", "--order", "7")
    shop("purchase", "add", "C1", "120", "--return-of", "7")
    assert "380 USD that C1 Sara Ahmadi brought back" in shop("purchase", "add", "C1", "--return-of", "7").out
    assert shop("list", "--columns", "id,spend,purchases", "--format", "csv").out == (
        "id,spend,purchases\nC1,0,1\nC2,,\n"
    )


def test_bringing_something_back_is_no_visit_of_a_buyer(shop: Smbcrm) -> None:
    shop("purchase", "add", "C1", "1000", "--date", "2025-01-10", "--order", "7")
    shop("purchase", "add", "C1", "400", "--return-of", "7")
    shop("purchase", "add", "C2", "1000", "--date", "2025-01-10")
    assert shop("list", "--columns", "id,spend,purchases,last_purchase", "--format", "csv").out == (
        "id,spend,purchases,last_purchase\nC1,600,1,2025-01-10\nC2,1000,1,2025-01-10\n"
    )
    states = json.loads(shop("lifecycle", "--format", "json").out)
    assert {row["state"]: row["customers"] for row in states if row["customers"]} == {"lost": 2}
    lately = shop("report", "top", "--by", "recency", "--since", "2026-01-01", "--format", "csv").out
    assert lately == "rank,id,name,tier,score,spend,purchases,last_purchase,running_share\n"


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("purchase", "add", "C1", "much"), 2, "much is no amount of money"),
        (("purchase", "add", "C1"), 2, "say what it cost"),
        (("purchase", "add", "C1", "5 usd", "--unit", "eur"), 2, "5 usd is in USD, and --unit says EUR"),
        (("purchase", "add", "C1", "5", "--unit", "gold bars"), 2, "gold bars is no unit of money"),
        (("purchase", "add", "C1", "5", "--discount", "9"), 2, "9 is no discount on 5"),
        (("purchase", "add", "C1", "5", "--date", "tomorrow"), 2, "2026-11-23 has not come yet"),
        (("purchase", "add", "C9", "5"), 4, "there is no customer C9"),
        (("purchase", "remove", "3"), 4, "there is no purchase 3"),
        (("invoice", "add", "C1", "0"), 2, "a bill is for more than nothing; 0 is not"),
        (
            ("invoice", "add", "C1", "5", "--due", "2026-01-01"),
            2,
            "2026-01-01 is before the day of the bill, 2026-11-22",
        ),
        (("payment", "add", "C1", "0"), 2, "a payment is more than nothing; 0 is not"),
        (("payment", "add", "C1", "5", "--for", "12"), 4, "C1 has no bill and no sale with the number 12"),
        (("rate", "C1", "lots"), 2, "lots is no rating"),
        (("rate", "C1", "12"), 2, "12 is more than 10"),
        (("rate", "C1", "4/5", "--scale", "10"), 2, "4/5 is of 5, and --scale says 10"),
        (("touch", "C1", "--kind", "referral", "--to", "Nobody"), 4, "nobody fits Nobody"),
        (("touch", "C1", "--kind", "referral", "--to", "sara"), 2, "C1 cannot have sent himself"),
        (("log", "C1", "call", "--direction", "up"), 2, "--direction up is not known"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(
    shop: Smbcrm, words: tuple[str, ...], code: int, error: str
) -> None:
    before = shop("undo", "--list", "--format", "csv").out
    done = shop(*words)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(f"smbcrm: error: {error}.\nhint: ")
    assert shop("undo", "--list", "--format", "csv").out == before


def test_a_bill_is_paid_in_parts_and_what_is_overdue_is_so_as_of_today(shop: Smbcrm) -> None:
    shop(
        "invoice",
        "add",
        "sara",
        "4500000",
        "--unit",
        "toman",
        "--number",
        "31",
        "--date",
        "2026-09-01",
        "--due",
        "2026-10-01",
    )
    shop("purchase", "add", "C1", "100", "--unit", "usd", "--due", "+10d", "--order", "A5")
    assert shop("payment", "add", "sara", "2000000", "--for", "31").out == (
        "Payment 1: 2,000,000 IRT from C1 Sara Ahmadi on 2026-11-22 was noted.\n"
        "Bill 31: 2,000,000 of 4,500,000 IRT paid\n"
        "Still open: 2,500,000 IRT. `smbcrm invoice list C1 --open`\n"
    )
    assert shop("invoice", "list", "--format", "csv").out == (
        "invoice,customer_id,name,number,date,due,amount,unit,paid,open,paid_on,days_late,state\n"
        "I1,C1,Sara Ahmadi,31,2026-09-01,2026-10-01,4500000,IRT,2000000,2500000,,52,overdue\n"
        "I2,C1,Sara Ahmadi,A5,2026-11-22,2026-12-02,100,USD,0,100,,,open\n"
    )
    assert shop("invoice", "list", "--overdue", today="2026-10-01").out.count("I1 ") == 0
    assert (
        shop(
            "invoice",
            "list",
            "--overdue",
            today="2026-10-02",
        ).out.count("I1 ")
        == 1
    )
    last = shop("payment", "add", "C1", "2500000", "--unit", "toman")
    assert "Bill 31: paid in full, 52 days late\n" in last.out
    assert shop("invoice", "list", "--open", "--format", "ids").out == "I2\n"
    wrong = shop("payment", "add", "C1", "5", "--unit", "eur", "--for", "A5")
    assert (wrong.code, wrong.err.splitlines()[0]) == (
        2,
        "smbcrm: error: the bill is in USD, the payment in EUR.",
    )


def test_a_sale_on_credit_that_is_brought_back_is_owed_no_more(shop: Smbcrm) -> None:
    shop("purchase", "add", "C1", "100", "--unit", "usd", "--due", "+10d")
    shop("purchase", "add", "C1", "40", "--return-of", "1")
    assert (
        shop("invoice", "list", "--format", "csv", "--columns", "invoice,open,state").out
        == "invoice,open,state\nI1,60,open\n"
    )
    assert "its bill goes with it" in shop("purchase", "remove", "1").out
    assert shop("invoice", "list", "--format", "json").out == "[]\n"


def test_a_list_of_payments_tells_bills_and_those_it_says_nothing_of_are_unknown(shop: Smbcrm) -> None:
    Path("paid.csv").write_text(
        "Name,Invoice,Amount,Due date,Paid date\nSara Ahmadi,P1,300,2026-10-01,2026-10-05\nSara Ahmadi,P2,200,2026-10-10,\n", encoding="utf-8"
    )  # fmt: skip
    Path("bills.csv").write_text(
        "Name,Invoice,Amount,Due date\nرضا کریمی,Q1,700,2026-10-01\n", encoding="utf-8"
    )
    assert shop("payment", "import", "paid.csv").code == 0
    assert shop("payment", "import", "bills.csv").code == 0
    assert shop(
        "invoice", "list", "--format", "csv", "--columns", "customer_id,number,paid,open,days_late,state"
    ).out == (
        "customer_id,number,paid,open,days_late,state\nC1,P2,0,200,43,overdue\nC2,Q1,,,,unknown\nC1,P1,300,0,4,paid\n"
    )
    assert "1 bill comes from lists that do not tell what was paid" in shop("invoice", "list").out
    assert "Bill P2: paid in full, 43 days late" in shop("payment", "add", "sara", "200").out


def test_a_referral_links_two_customers_and_a_new_one_is_added(shop: Smbcrm) -> None:
    new = json.loads(
        shop("touch", "C1", "--kind", "معرفی", "--to", "مینا تهرانی ۰۹۱۲۹۹۹۸۸۷۷", "--format", "json").out
    )
    assert (new["touch"], new["kind"], new["to_id"], new["to_name"], new["created"]) == (
        "L1",
        "referral",
        "C3",
        "مینا تهرانی",
        True,
    )
    old = json.loads(shop("touch", "C1", "--kind", "referral", "--to", "رضا", "--format", "json").out)
    assert (old["to_id"], old["created"]) == ("C2", False)
    again = shop("touch", "C1", "--kind", "referral", "--to", "C2")
    assert again.out == "this is known already (L2); nothing was changed\n"
    assert shop("touch", "C2", "--kind", "complaint", "--text", "late").code == 0
    assert shop("touch", "list", "--format", "csv").out == (
        "touch,customer_id,name,kind,date,to_id,to_name,text,by\n"
        "N1,C2,رضا کریمی,complaint,2026-11-22,,,late,owner\n"
        "L2,C1,Sara Ahmadi,referral,2026-11-22,C2,رضا کریمی,,owner\n"
        "L1,C1,Sara Ahmadi,referral,2026-11-22,C3,مینا تهرانی,,owner\n"
    )
    assert shop("undo").code == 0
    assert shop("undo").code == 0
    assert shop("undo").code == 0
    assert shop("list", "--format", "ids").out == "C1\nC2\n"


def test_what_lists_say_of_who_sent_whom_becomes_links_where_one_customer_fits(shop: Smbcrm) -> None:
    Path("new.csv").write_text(
        "Name,Mobile,Referred by\nMina Tehrani,09129998877,Sara Ahmadi\nOmid Sadeghi,09129998876,0935 111 2233\n"
        "Leila Amini,09129998875,my aunt\nNavid Rad,09129998874,Reza Karimi\n",
        encoding="utf-8",
    )
    assert shop("import", "new.csv").code == 0
    links = "customer_id,to_name,by\n"
    assert shop(
        "touch", "list", "--format", "csv", "--columns", "customer_id,to_name,by", "--sort", "to_name"
    ).out == (links + "C1,Mina Tehrani,list\nC2,Navid Rad,list\nC2,Omid Sadeghi,list\n")
    assert shop("add", "My Aunt", "phone=09121110000").code == 0
    assert shop("merge").code == 0
    assert (
        "C7,Leila Amini,list\n"
        in shop("touch", "list", "--format", "csv", "--columns", "customer_id,to_name,by").out
    )
    assert shop("set", "Mina Tehrani", "referrer=").code == 0
    assert "Mina" not in shop("touch", "list").out
    assert shop("set", "Mina Tehrani", "referrer=C2").code == 0
    assert shop(
        "touch",
        "list",
        "--format",
        "csv",
        "--columns",
        "customer_id,to_name,by",
        "--where",
        "to_name LIKE 'Mina%'",
    ).out == (links + "C2,Mina Tehrani,list\n")


def test_a_link_to_oneself_after_a_merge_is_no_referral_and_a_split_brings_it_back(shop: Smbcrm) -> None:
    shop("touch", "C1", "--kind", "referral", "--to", "C2")
    assert shop("merge", "same", "C1", "C2").code == 0
    assert shop("touch", "list", "--format", "json").out == "[]\n"
    assert shop("merge", "split", "C1", "s1r2").code == 0
    assert (
        shop("touch", "list", "--format", "csv", "--columns", "customer_id,to_id").out
        == "customer_id,to_id\nC1,C2\n"
    )


def test_a_rating_has_a_scale_and_a_low_one_asks_for_a_call(shop: Smbcrm) -> None:
    assert shop("rate", "sara", "۴/۵", "--about", "delivery").out == (
        "Rating 1: 4 of 5 by C1 Sara Ahmadi on 2026-11-22 was noted.\nNext: `smbcrm score` counts it.\n"
    )
    assert "Rating 2: 7 of 10" in shop("rate", "sara", "7").out
    low = shop("rate", "C1", "2", "--date", "2026-11-01")
    assert low.out.endswith("That is low. Next: ask why, then `smbcrm log C1 call TEXT`\n")
    assert shop("rate", "list", "--format", "csv", "--columns", "rating,date,value,scale,about").out == (
        "rating,date,value,scale,about\n2,2026-11-22,7,10,\n1,2026-11-22,4,5,delivery\n3,2026-11-01,2,5,\n"
    )


def test_what_was_said_and_done_is_listed_with_who_went_to_whom(shop: Smbcrm) -> None:
    assert shop("log", "C1", "visit", "wants a rug", "--direction", "in", "--area", "sales").code == 0
    assert shop("log", "add", "C2", "call", "--minutes", "5", "--date", "yesterday").code == 0
    assert shop("log", "list", "--format", "csv").out == (
        "interaction,customer_id,name,date,kind,direction,area,text,minutes,cost,source\n"
        "1,C1,Sara Ahmadi,2026-11-22,visit,in,sales,wants a rug,,,by hand\n"
        "2,C2,رضا کریمی,2026-11-21,call,,,,5,,by hand\n"
    )
    assert shop("log").out == shop("log", "list").out
    assert shop("log", "list", "--kind", "call", "--since", "2026-11-21", "--format", "ids").out == "2\n"


def test_a_dry_run_says_that_it_only_would_be_and_keeps_nothing(shop: Smbcrm) -> None:
    for words in (
        ("purchase", "add", "C1", "5"), ("invoice", "add", "C1", "5"), ("payment", "add", "C1", "5"), ("rate", "C1", "5"),
        ("touch", "C1", "--kind", "praise"), ("touch", "C1", "--kind", "referral", "--to", "New One", "--phone", "09120000001"),
    ):  # fmt: skip
        done = shop(*words, "--dry-run")
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith("Without `--dry-run` this would be said:\n")
        assert done.out.splitlines()[-2] == "This was a dry run: nothing was kept."
    for verb in ("purchase", "invoice", "payment", "rate", "touch", "log"):
        assert shop(verb, "list", "--format", "json").out == "[]\n"
    assert shop("list", "--format", "ids").out == "C1\nC2\n"


def test_everything_noted_is_undone_and_a_removal_too(shop: Smbcrm) -> None:
    before = shop("list", "--format", "json", "--columns", "id,spend,purchases,last_interaction").out
    for words in (
        ("purchase", "add", "C1", "5", "--due", "+3d"),
        ("payment", "add", "C1", "5"),
        ("rate", "C1", "5"),
        ("touch", "C1", "--kind", "praise"),
    ):
        assert shop(*words).code == 0
    kept = [
        shop(verb, "list", "--format", "json").out
        for verb in ("purchase", "invoice", "payment", "rate", "touch")
    ]
    for words in (
        ("purchase", "remove", "1"),
        ("payment", "remove", "1"),
        ("rate", "remove", "1"),
        ("touch", "remove", "N1"),
    ):
        assert shop(*words).code == 0
    assert all(
        shop(verb, "list", "--format", "json").out == "[]\n"
        for verb in ("purchase", "invoice", "payment", "rate", "touch")
    )
    for _ in range(4):
        assert shop("undo").code == 0
    assert [
        shop(verb, "list", "--format", "json").out
        for verb in ("purchase", "invoice", "payment", "rate", "touch")
    ] == kept
    for _ in range(4):
        assert shop("undo").code == 0
    assert shop("list", "--format", "json", "--columns", "id,spend,purchases,last_interaction").out == before


def test_in_persian_it_reads_as_a_shop_owner_speaks(shop: Smbcrm) -> None:
    words = ("--lang", "fa", "--calendar", "jalali")
    shop("invoice", "add", "رضا", "۴۵۰۰۰۰", "--unit", "تومان", "--date", "1405/07/10", "--due", "1405/08/10")
    assert shop("payment", "add", "رضا", "۵۰ هزار تومان", *words).out == (
        "پرداخت ۱: ۵۰٬۰۰۰ تومان از C2 رضا کریمی در ۱۴۰۵/۰۹/۰۱ ثبت شد.\n"
        "صورت‌حساب I1: ۵۰٬۰۰۰ از ۴۵۰٬۰۰۰ تومان پرداخت شد\n"
        "هنوز مانده: ۴۰۰٬۰۰۰ تومان. `smbcrm invoice list C2 --open`\n"
    )


def test_a_dry_run_of_the_log_says_so(shop: Smbcrm) -> None:
    assert shop("log", "C1", "call", "x", "--dry-run").out == (
        "Without `--dry-run` this would be said:\n"
        "call with C1 Sara Ahmadi on 2026-11-22 was noted.\n"
        "This was a dry run: nothing was kept.\n"
        "Next: the same command without `--dry-run`.\n"
    )
    assert shop("--lang", "fa", "log", "C1", "call", "x", "--dry-run").out == (
        "بدون `--dry-run` این گفته می‌شد:\n"
        "تماس تلفنی، C1 Sara Ahmadi، ۲۰۲۶-۱۱-۲۲؛ ثبت شد.\n"
        "این فقط آزمایش بود: چیزی نگه داشته نشد.\n"
        "گام بعد: همان فرمان بدون `--dry-run`.\n"
    )
    assert shop("log", "list", "--format", "json").out == "[]\n"


def test_what_was_paid_in_advance_is_told_of_a_new_bill(shop: Smbcrm) -> None:
    shop("payment", "add", "C1", "500 usd")
    first = shop("invoice", "add", "C1", "300 usd", "--number", "1", "--due", "+10d").out
    assert first.splitlines()[1:] == ["It is paid already, by what was paid in advance: 300 USD"]
    second = shop("invoice", "add", "C1", "300 usd", "--number", "2", "--due", "+20d").out
    assert second.splitlines()[1:] == ["200 USD of it was paid in advance; still open: 100 USD"]
    assert (
        len(shop("invoice", "add", "C2", "300 usd", "--number", "3", "--due", "+20d").out.splitlines()) == 1
    )


def test_one_who_owes_is_named(shop: Smbcrm) -> None:
    shop("invoice", "add", "C1", "300 usd", "--date", "2026-09-01", "--due", "2026-10-01")
    assert shop("report", "payers").out.splitlines()[-1] == (
        'Next: Sara Ahmadi owes what is overdue: `smbcrm log C1 call "asked for payment"`'
    )


def test_what_customers_do_has_persian_names_both_ways(shop: Smbcrm) -> None:
    for kind in ("یادکرد", "محتوا", "رویداد"):
        assert shop("touch", "C1", "--kind", kind).code == 0
    kinds = [row["kind"] for row in json.loads(shop("touch", "list", "--format", "json").out)]
    assert sorted(kinds) == ["content", "event", "mention"]
    said = shop("--lang", "fa", "touch", "list").out
    assert all(kind in said for kind in ("یادکرد", "محتوا", "رویداد"))


def test_a_day_that_is_not_known_is_null_for_machines(smbcrm: Smbcrm) -> None:
    Path("sent.csv").write_text(
        "Name,Phone,Referred by\nSara Ahmadi,09129990011,\nRobert Hill,09127778899,Sara Ahmadi\n",
        encoding="utf-8",
    )
    assert smbcrm("import", "sent.csv").code == 0
    assert [one["date"] for one in json.loads(smbcrm("touch", "list", "-f", "json").out)] == [None]
    assert '"date": null' in smbcrm("touch", "list", "-f", "jsonl").out
    assert smbcrm("touch", "list", "-f", "csv", "--columns", "date,kind").out == "date,kind\n,referral\n"
