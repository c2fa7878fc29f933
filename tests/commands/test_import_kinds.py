"""Sales, payments, calls and answers reach the right customer, make one where that is usual, and wait where it is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from smbcrm.store.sqlite import SqliteStore
from tests.conftest import Run

Smbcrm = Callable[..., Run]
LIST = """Code,Name,Mobile,E-mail,City
101,Sara Ahmadi,09123450001,sara@shop.example,Shiraz
102,Reza Karimi,09123450002,,Shiraz
103,Mina Tavakoli,09123450003,mina@shop.example,Yazd
104,Omid Jalali,09123450004,,Qom
105,Ali Rezaei,09123450005,,Qom
106,Ali Rezaei,09353450006,,Yazd
"""
LIST_FA = """کد مشتری,نام,موبایل,شهر
101,سارا احمدی,۰۹۱۲۳۴۵۰۰۰۱,شیراز
102,رضا کریمی,۰۹۱۲۳۴۵۰۰۰۲,شیراز
103,مینا توکلی,۰۹۱۲۳۴۵۰۰۰۳,یزد
104,امید جلالی,۰۹۱۲۳۴۵۰۰۰۴,قم
"""


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """A shop with a list of customers."""
    write("list.csv", LIST)
    assert smbcrm("import", "list.csv").code == 0
    return smbcrm


@pytest.fixture
def shop_fa(smbcrm: Smbcrm) -> Smbcrm:
    """The same in Persian."""
    write("list.csv", LIST_FA)
    assert smbcrm("import", "list.csv").code == 0
    return smbcrm


def write(name: str, text: str) -> None:
    Path(name).write_text(text.strip() + "\n", encoding="utf-8")


def bring(smbcrm: Smbcrm, text: str, *words: str, name: str = "events.csv") -> dict[str, Any]:
    write(name, text)
    done = smbcrm("import", name, *words, "--format", "json")
    assert done.code == 0, done.err
    data: dict[str, Any] = json.loads(done.out)
    (sheet,) = data["files"]
    parts = ("imported", "updated", "unchanged", "skipped", "rejected")
    assert sheet["rows_read"] == sum(sheet[f"rows_{part}"] for part in parts)
    return {**data, **sheet}


def table(data: Path, name: str, columns: str) -> list[tuple[Any, ...]]:
    store = SqliteStore.open(data / "crm.db", write=False)
    return list(
        store.read(
            f"SELECT 'C' || r.customer_id, {columns} FROM {name} e JOIN source_row r ON r.id = e.row_id ORDER BY e.id"
        )
    )


def waiting(smbcrm: Smbcrm) -> list[str]:
    return smbcrm("sources", "rows", "--status", "waiting", "--format", "ids").out.split()


def test_a_till_reaches_customers_by_phone_name_and_code_and_makes_the_others(
    shop: Smbcrm, data: Path
) -> None:
    told = bring(
        shop,
        """Receipt no,Date,Customer code,Customer,Phone,Item,Total
1,2026-03-01,,Sara Ahmadi,09123450001,Kettle,100
2,2026-03-02,102,,,Lamp,250
3,2026-03-03,,Omid Jalali,,Lamp,30
4,2026-03-03,,Sara Ahmadi,09123450001,Kettle back,-100
5,2026-03-04,,New Buyer,09129999999,Cup,5
6,2026-03-05,103,Mina T.,,Cup,7""",
    )
    assert (told["kind"], told["rows_imported"], told["rows_attached"], told["rows_waiting"]) == (
        "purchases",
        6,
        5,
        0,
    )
    assert (told["customers_new"], told["customers_total"]) == (1, 7)
    assert "5 of 6 new rows are of customers on the list, 1 is of 1 new one" in told["notes"]
    assert table(data, "purchase", "e.amount") == [
        ("C1", 100), ("C2", 250), ("C4", 30), ("C1", -100), ("C7", 5), ("C3", 7),
    ]  # fmt: skip


def test_a_code_of_somebody_with_another_name_is_of_another_list(shop: Smbcrm) -> None:
    told = bring(shop, "Receipt no,Date,Customer code,Customer,Total\n1,2026-03-01,102,Zahra Nouri,100")
    assert (told["rows_attached"], told["customers_new"]) == (0, 1)


def test_a_name_that_two_bear_attaches_to_neither_and_makes_one_more_customer_only(shop: Smbcrm) -> None:
    bring(shop, "Date,Customer,Amount\n2026-03-01,Ali Rezaei,10\n2026-03-02,Ali Rezaei,20", name="march.csv")
    told = bring(
        shop, "Date,Customer,Amount\n2026-04-01,Ali Rezaei,40\n2026-04-02,Ali Rezaei,50", name="april.csv"
    )
    assert told["customers_total"] == 7
    spent = json.loads(shop("list", "--where", "spend > 0", "--columns", "id,spend", "--format", "json").out)
    assert spent == [{"id": "C7", "spend": 120}]
    shop("merge")
    assert json.loads(shop("status", "--format", "json").out)["customers"] == 7


def test_our_own_ids_name_customers(shop: Smbcrm, data: Path) -> None:
    told = bring(
        shop,
        """Customer,Date,Type,Note
C2,2026-10-01,Visit,asked for the price
c4,2026-10-02,Call,
C77,2026-10-02,Call,""",
    )
    assert (told["rows_attached"], told["rows_waiting"]) == (2, 1)
    assert table(data, "interaction", "e.kind, e.text") == [
        ("C2", "visit", "asked for the price"), ("C4", "call", ""), (None, "call", ""),
    ]  # fmt: skip


def test_an_id_given_out_later_is_not_the_one_that_was_meant(smbcrm: Smbcrm) -> None:
    bring(smbcrm, "Customer,Date,Type\nC2,2026-10-01,Visit")
    bring(smbcrm, LIST, name="list.csv")
    smbcrm("merge")
    assert waiting(smbcrm) == ["s1r2"]


CALLS = """Name,Number,Type,Date/Time,Duration
Sara Ahmadi,+989123450001,Incoming,2026-10-01 10:15:00,00:12:30
,09123450002,Outgoing,2026-10-02 11:15:00,00:00:45
Unknown,09351112233,Missed,2026-10-03 09:00:00,00:00:00
Mina Tavakoli,09123450003,Missed,2026-10-04 09:00:00,00:00:00
"""


def test_a_call_log_attaches_and_makes_nobody(shop: Smbcrm, data: Path) -> None:
    told = bring(shop, CALLS)
    assert (told["kind"], told["rows_imported"], told["rows_attached"], told["rows_waiting"]) == (
        "interactions",
        4,
        3,
        1,
    )
    assert (told["customers_new"], told["customers_total"]) == (0, 6)
    assert any(
        "1 row names nobody on the list: --create makes a customer of it" in note for note in told["notes"]
    )
    assert waiting(shop) == ["s2r4"]
    assert table(data, "interaction", "e.date, e.kind, e.minutes") == [
        ("C1", "2026-10-01", "call", 12.5),
        ("C2", "2026-10-02", "call", 0.75),
        (None, "2026-10-03", "missed call", 0),
        ("C3", "2026-10-04", "missed call", 0),
    ]
    last = dict(
        line.split(",")
        for line in shop("list", "--columns", "id,last_interaction", "--format", "csv").out.split()[1:]
    )
    assert (last["C1"], last["C3"]) == ("2026-10-01", "")  # a missed call is no contact


def test_a_persian_call_log(shop_fa: Smbcrm, data: Path) -> None:
    bring(
        shop_fa,
        """نام,شماره تماس,نوع تماس,تاریخ تماس,مدت مکالمه
سارا احمدی,۰۹۱۲۳۴۵۰۰۰۱,ورودی,۱۴۰۵/۰۷/۰۹ ۱۰:۱۵,۰۰:۱۲:۳۰
,۰۹۱۲۳۴۵۰۰۰۲,خروجی,۱۴۰۵/۰۷/۱۰ ۱۱:۱۵,۰۰:۰۰:۴۵
ناشناس,۰۹۳۵۱۱۱۲۲۳۳,بی‌پاسخ,۱۴۰۵/۰۷/۱۱ ۰۹:۰۰,۰۰:۰۰:۰۰""",
    )
    assert table(data, "interaction", "e.date, e.kind, e.minutes") == [
        ("C1", "2026-10-01", "call", 12.5), ("C2", "2026-10-02", "call", 0.75), (None, "2026-10-03", "missed call", 0),
    ]  # fmt: skip


def test_a_waiting_row_attaches_when_its_customer_comes(shop: Smbcrm) -> None:
    bring(shop, CALLS)
    told = bring(shop, "Name,Mobile\nNasrin Moradi,0935 111 2233", name="more.csv")
    assert told["rows_arrived"] == 1
    assert waiting(shop) == []
    assert "Last interaction" not in shop("show", "C7").out  # a missed call is no contact
    rows = json.loads(shop("sources", "rows", "--source", "events.csv", "--format", "json").out)
    assert [row["customer_id"] for row in rows] == ["C1", "C2", "C7", "C3"]
    assert shop("undo").code == 0
    assert waiting(shop) == ["s2r4"]


def test_a_waiting_row_attaches_when_its_customer_is_added_or_gets_the_phone(shop: Smbcrm) -> None:
    bring(shop, CALLS)
    added = shop("add", "Nasrin Moradi", "mobile=09351112233")
    assert (added.code, "on the list already" in added.out) == (0, False)
    assert waiting(shop) == []
    shop("undo")
    assert waiting(shop) == ["s2r4"]
    assert shop("set", "C4", "phones=09351112233").code == 0
    assert waiting(shop) == []


def test_a_list_tells_the_name_of_a_customer_whose_calls_came_first(smbcrm: Smbcrm) -> None:
    bring(smbcrm, CALLS.replace("Sara Ahmadi,", "Sara hairdresser,"))
    bring(smbcrm, "Name,Mobile\nSara Ahmadi,09123450001", name="list.csv")
    assert json.loads(smbcrm("list", "--columns", "name", "--format", "json").out) == [
        {"name": "Sara Ahmadi"}
    ]


def test_the_owner_gives_a_waiting_row_to_a_customer(shop: Smbcrm) -> None:
    bring(shop, CALLS)
    assert shop("merge", "same", "s2r4", "C5").code == 0
    assert waiting(shop) == []
    shop("merge")
    rows = json.loads(shop("sources", "rows", "--source", "events.csv", "--format", "json").out)
    assert rows[2]["customer_id"] == "C5"
    shop("undo")  # the merge changed nothing: this takes the decision back
    assert waiting(shop) == ["s2r4"]
    refused = shop("merge", "different", "s2r4", "C5")
    assert (refused.code, "Traceback" in refused.err) == (2, False)


def test_create_makes_customers_of_those_who_call_and_of_those_who_waited(shop: Smbcrm) -> None:
    bring(shop, CALLS)
    told = bring(shop, CALLS, "--create")
    assert (told["rows_unchanged"], told["customers_new"], told["rows_arrived"], told["rows_waiting"]) == (
        4,
        1,
        1,
        0,
    )
    assert waiting(shop) == []
    more = CALLS + ",09357778899,Incoming,2026-10-05 09:00:00,00:01:00\n"
    assert bring(shop, more)["customers_new"] == 1  # said once for this list


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("purchases", "Date,Customer,Phone,Amount\n2026-03-01,New Buyer,09129999999,10"),
        (
            "payments",
            "Customer,Phone,Due date,Paid on,Amount\nNew Buyer,09129999999,2026-03-01,2026-03-02,10",
        ),
        ("customers", "Name,Mobile\nNew Buyer,09129999999"),
    ],
)
def test_no_create_keeps_the_list_as_it_is(shop: Smbcrm, kind: str, rows: str) -> None:
    told = bring(shop, rows, "--no-create")
    assert (told["kind"], told["customers_new"], told["rows_imported"], told["rows_waiting"]) == (
        kind,
        0,
        1,
        1,
    )
    assert waiting(shop) == ["s2r2"]
    assert bring(shop, rows)["rows_unchanged"] == 1
    assert waiting(shop) == ["s2r2"]
    told = bring(shop, rows, "--create")
    assert (told["customers_new"], waiting(shop)) == (1, [])


def test_waiting_rows_are_no_fault_and_no_customers(shop: Smbcrm) -> None:
    bring(shop, CALLS)
    assert shop("check", "--only", "orphan", "--fail-on", "any").code == 0
    assert json.loads(shop("status", "--format", "json").out)["customers"] == 6


INVOICES = """Invoice no,Customer,Customer code,Due date,Paid on,Amount,Amount paid
INV-1,Sara Ahmadi,101,2026-01-31,2026-01-30,1000,1000
INV-2,Reza Karimi,102,2026-02-04,2026-03-04,2000,1000
INV-2,Reza Karimi,102,2026-02-04,2026-04-04,2000,1000
INV-3,Mina Tavakoli,103,2026-03-01,,500,
INV-4,Somebody Else,,2026-03-01,2026-03-02,500,500
"""


def test_an_invoice_list_is_kept_as_payments(shop: Smbcrm, data: Path) -> None:
    told = bring(shop, INVOICES)
    assert (told["kind"], told["rows_attached"], told["customers_new"]) == ("payments", 4, 1)
    assert any("not added to what customers spent" in note for note in told["notes"])
    assert table(data, "payment", "e.order_id, e.due, e.date, e.amount, e.days_late") == [
        ("C1", "INV-1", "2026-01-31", "2026-01-30", 1000, -1),
        ("C2", "INV-2", "2026-02-04", "2026-03-04", 1000, 28),
        ("C2", "INV-2", "2026-02-04", "2026-04-04", 1000, 59),
        ("C3", "INV-3", "2026-03-01", "", 500, None),
        ("C7", "INV-4", "2026-03-01", "2026-03-02", 500, 1),
    ]
    assert "Spend" not in shop("show", "C2").out
    assert "Last payment  1,000 on 2026-04-04, 59 days late" in " ".join(
        shop("show", "C2").out.split()
    ).replace("Last payment ", "Last payment  ")


def test_a_persian_invoice_list(shop_fa: Smbcrm, data: Path) -> None:
    bring(
        shop_fa,
        """شماره فاکتور,نام مشتری,موبایل,تاریخ فاکتور,سررسید,تاریخ پرداخت,مبلغ (تومان)
۱۰۰۱,سارا احمدی,۰۹۱۲۳۴۵۰۰۰۱,۱۴۰۴/۱۰/۱۱,۱۴۰۴/۱۱/۱۱,۱۴۰۴/۱۱/۱۰,۱۲۰۰۰۰
۱۰۰۲,رضا کریمی,۰۹۱۲۳۴۵۰۰۰۲,۱۴۰۴/۱۰/۱۵,۱۴۰۴/۱۱/۱۵,,۲۵۰٬۰۰۰""",
    )
    assert table(data, "payment", "e.order_id, e.due, e.date, e.amount, e.unit, e.days_late") == [
        ("C1", "1001", "2026-01-31", "2026-01-30", 120000, "IRT", -1),
        ("C2", "1002", "2026-02-04", "", 250000, "IRT", None),
    ]


def test_bills_that_are_sales_after_all_are_read_anew_and_not_a_second_time(shop: Smbcrm, data: Path) -> None:
    bring(shop, INVOICES)
    told = bring(shop, INVOICES, "--as", "purchases")
    assert (told["kind"], told["rows_imported"], told["rows_updated"]) == ("purchases", 0, 5)
    assert (len(table(data, "purchase", "e.id")), table(data, "payment", "e.id")) == (5, [])
    shop("undo")
    assert (table(data, "purchase", "e.id"), len(table(data, "payment", "e.id"))) == ([], 5)


SURVEY = """Timestamp,Name,Phone,Rating (1-5 stars),Comments
2026-09-01 10:00,Sara Ahmadi,09123450001,5,lovely shop
2026-09-02 10:00,Reza Karimi,09123450002,2,had to wait
2026-09-03 10:00,Stranger Person,09357654321,4,
2026-09-04 10:00,Mina Tavakoli,09123450003,3 of 5,
"""


def test_a_survey_is_kept_as_ratings(shop: Smbcrm, data: Path) -> None:
    told = bring(shop, SURVEY)
    assert (told["kind"], told["rows_attached"], told["rows_waiting"]) == ("ratings", 3, 1)
    assert table(data, "rating", "e.date, e.value, e.scale, e.text") == [
        ("C1", "2026-09-01", 5, 5, "lovely shop"),
        ("C2", "2026-09-02", 2, 5, "had to wait"),
        (None, "2026-09-03", 4, 5, ""),
        ("C3", "2026-09-04", 3, 5, ""),
    ]
    assert "2 of 5 on 2026-09-02: had to wait" in shop("show", "C2").out


def test_a_persian_survey_in_words_and_out_of_five(shop_fa: Smbcrm, data: Path) -> None:
    bring(
        shop_fa,
        """تاریخ نظرسنجی,نام,موبایل,امتیاز رضایت,نظر
۱۴۰۵/۰۶/۱۰,سارا احمدی,۰۹۱۲۳۴۵۰۰۰۱,۴ از ۵,خوب بود
۱۴۰۵/۰۶/۱۱,رضا کریمی,۰۹۱۲۳۴۵۰۰۰۲,راضی,
۱۴۰۵/۰۶/۱۲,مینا توکلی,۰۹۱۲۳۴۵۰۰۰۳,خیلی ناراضی,دیر رسید""",
    )
    assert table(data, "rating", "e.value, e.scale, e.text") == [
        ("C1", 4, 5, "خوب بود"), ("C2", 4, 5, ""), ("C3", 1, 5, "دیر رسید"),
    ]  # fmt: skip


def test_a_higher_answer_in_a_newer_version_changes_the_scale_of_all(shop: Smbcrm, data: Path) -> None:
    survey = "Date,Name,Phone,Satisfaction,Feedback\n2026-09-01,Sara Ahmadi,09123450001,4,a\n2026-09-02,Reza Karimi,09123450002,5,b\n"
    bring(shop, survey, "--as", "ratings")
    assert [scale for _, scale in table(data, "rating", "e.scale")] == [5, 5]
    bring(shop, survey + "2026-09-03,Mina Tavakoli,09123450003,9,c\n", "--as", "ratings")
    assert [scale for _, scale in table(data, "rating", "e.scale")] == [10, 10, 10]


def test_how_late_and_how_satisfied_count_in_the_score(shop: Smbcrm) -> None:
    bring(shop, INVOICES, name="invoices.csv")
    bring(shop, SURVEY, name="survey.csv")
    assert shop("score").code == 0
    parts = {
        part["part"]: part for part in json.loads(shop("score", "explain", "C2", "--format", "json").out)
    }
    assert parts["payment"]["known"]
    assert "days late" in parts["payment"]["why"]
    # One answer of 2 in 5 beside the list's mean of 2/3, which counts as two more answers.
    assert parts["satisfaction"]["value"] == pytest.approx((0.4 + 2 * 2 / 3) / 3)
    shop("undo")
    shop("undo")
    shop("score")
    parts = {
        part["part"]: part for part in json.loads(shop("score", "explain", "C2", "--format", "json").out)
    }
    assert not parts["satisfaction"]["known"]


def test_scores_are_old_when_payments_come(shop: Smbcrm) -> None:
    bring(shop, INVOICES, name="invoices.csv")
    shop("score")
    bring(shop, SURVEY, name="survey.csv")
    assert "older than the list" in shop("status").out


def test_lines_of_one_bill_are_one_purchase(shop: Smbcrm) -> None:
    bring(
        shop,
        """Receipt no,Date,Customer,Phone,Item,Qty,Unit price,Discount
9001,2026-03-01,Sara Ahmadi,09123450001,Kettle,1,100,0
9001,2026-03-01,Sara Ahmadi,09123450001,Cup,4,10,5
9002,2026-03-09,Sara Ahmadi,09123450001,Lamp,1,250,50
9003,2026-03-10,Sara Ahmadi,09123450001,Kettle,-1,100,0""",
    )
    (first, *_) = json.loads(shop("list", "--columns", "id,spend,purchases", "--format", "json").out)
    assert first == {"id": "C1", "spend": 100 + 35 + 200 - 100, "purchases": 2}


def test_the_state_of_a_bill_is_none_of_the_customer(shop: Smbcrm) -> None:
    bring(
        shop,
        "Invoice no,Customer,Mobile,Due date,Amount,Status\nI1,Sara Ahmadi,09123450001,2026-02-01,5,Overdue\nI2,Reza Karimi,09123450002,2026-02-01,5,Paid",
    )
    assert "Overdue" not in shop("show", "C1").out


def test_in_persian_everything_is_said_in_persian(shop_fa: Smbcrm) -> None:
    write("calls.csv", CALLS)
    said = shop_fa("import", "calls.csv", "--lang", "fa").out
    assert "از کسی در فهرست نام نمی‌برد" in said
    assert "name nobody" not in said


@pytest.mark.parametrize(
    ("done_so", "off", "other"),
    [
        ("wc-completed", "wc-cancelled", "wc-lpo"),
        ("交易成功", "交易关闭", "等待买家付款"),
        ("Выполнен", "Отменён", "Ждёт самовывоза"),
        ("ارسال شده", "لغو شده", "دست پیک"),
    ],
)
def test_an_order_called_off_is_no_sale_beside_states_that_nobody_knows(
    smbcrm: Smbcrm, done_so: str, off: str, other: str
) -> None:
    found = bring(
        smbcrm,
        f"Order ID,Order Date,Status,Customer,Email,Order Total\n1,2026-10-01,{done_so},Anna Miller,anna@example.com,35\n"
        f"2,2026-10-02,{off},Anna Miller,anna@example.com,20\n3,2026-10-03,{other},Bob Jones,bob@example.com,9\n",
    )
    assert (found["kind"], found["rows_imported"], found["rows_skipped"]) == ("purchases", 2, 1)


def test_orders_that_were_cancelled_or_paid_back_are_no_sales(smbcrm: Smbcrm) -> None:
    Path("orders.csv").write_text(
        "Order ID,Order Date,Order Status,Customer,Email,Order Total\n1,2026-10-01,completed,Anna Miller,anna@example.com,35\n"
        "2,2026-10-02,refunded,Anna Miller,anna@example.com,20\n3,2026-10-03,cancelled,Bob Jones,bob@example.com,9\n",
        encoding="utf-8",
    )
    done = json.loads(smbcrm("import", "orders.csv", "--format", "json").out)["files"][0]
    assert (done["kind"], done["rows_imported"], done["rows_skipped"]) == ("purchases", 1, 2)
    assert smbcrm("list", "--columns", "name,spend", "--format", "csv").out == "name,spend\nAnna Miller,35\n"
    Path("orders.csv").write_text(
        Path("orders.csv").read_text("utf-8").replace("completed", "refunded"), "utf-8"
    )
    smbcrm("import", "orders.csv")
    assert smbcrm("list", "--columns", "name,spend", "--format", "csv").out in (
        "",
        "name,spend\n",
        "name,spend\nAnna Miller,\n",
    )


def test_sales_under_a_name_that_several_have_are_said_to_wait_for_a_word(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text(
        "Name,Mobile,City\nSara Ahmadi,09123450001,Tehran\nSara Ahmadi,09351112233,Qom\nAli Karimi,09351112244,Qom\n",
        encoding="utf-8",
    )
    Path("pay.csv").write_text(
        "Invoice,Customer,Due date,Paid date,Amount\nP1,Sara Ahmadi,2026-09-01,2026-09-03,100\n",
        encoding="utf-8",
    )
    Path("till.csv").write_text(
        "Receipt,Date,Customer,Amount\n1,2026-10-01,Sara Ahmadi,500\n2,2026-10-05,Sara Ahmadi,700\n3,2026-10-05,Ali Karimi,9\n",
        encoding="utf-8",
    )
    smbcrm("import", "list.csv")
    assert (
        "1 row names a customer by a name that several have; it is kept together as C4 "
        "until you say whose it is: `smbcrm merge same C4 WHO`"
    ) in smbcrm("import", "pay.csv").out
    assert (
        "2 rows name a customer by a name that several have; they are kept together as C4 "
        "until you say whose they are: `smbcrm merge same C4 WHO`"
    ) in smbcrm("import", "till.csv").out
    assert smbcrm("merge", "same", "C1", "C4").code == 0
    assert smbcrm("list", "--columns", "id,spend", "--format", "csv").out == "id,spend\nC1,1200\nC2,\nC3,9\n"


def test_what_the_shop_sent_back_is_its_buyers(smbcrm: Smbcrm) -> None:
    head = "Date,Name,Type,Gross,From Email Address,To Email Address,Transaction ID"
    sales = [
        f"2026-10-0{n},{name},Payment,{n}0.00,{name.split()[0].lower()}@a.example,till@shop.example,T{n}"
        for n, name in enumerate(("Sara Ahmadi", "Tom Weber", "Mina Nik", "Omid Jalali"), start=1)
    ]
    back = "2026-10-09,Tom Weber,Refund,-20.00,till@shop.example,tom@a.example,T8"
    drawn = "2026-10-09,,Withdrawal,-50.00,till@shop.example,,T9"
    done = bring(smbcrm, "\n".join([head, *sales, back, drawn]))
    assert (done["rows_imported"], done["rows_skipped"], done["customers_total"]) == (5, 1, 4)
    rows = json.loads(smbcrm("list", "--columns", "name,email,spend", "--format", "json").out)
    assert rows[1] == {"name": "Tom Weber", "email": "tom@a.example", "spend": 0}
