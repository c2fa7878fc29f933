"""Lists whose rows are visits, messages or orders though no heading says so, and columns and rows that are not the customers'."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

EN = [("Ann Lee", "+15125550100"), ("Bob Ray", "+12145550111"), ("Carla Diaz", "+12545550122")]
FA = [("سارا کریمی", "09123456789"), ("علی رضایی", "09351112244"), ("مریم احمدی", "09171234567")]


class Brought:
    """What an import of one file gave."""

    def __init__(self, smbcrm: Any, text: str, *words: str) -> None:
        Path("list.csv").write_text(text, encoding="utf-8")
        run = smbcrm("--no-input", "import", "list.csv", "--format", "json", *words)
        self.code, self.err = run.code, run.err
        told = json.loads(run.out) if run.out.strip() else {"files": [], "customers_total": 0}
        self.customers = told["customers_total"]
        self.sheet = told["files"][0] if told["files"] else {}
        self.kind = self.sheet.get("kind", "")
        self.fields = {c["column"]: c["field"] or "" for c in self.sheet.get("columns", ())}
        self.skipped = [row["row"] for row in self.sheet.get("rows", ()) if row["status"] == "skipped"]
        self._smbcrm = smbcrm

    def sales(self) -> list[tuple[str, float | None]]:
        run = self._smbcrm("purchase", "list", "--format", "json", "--limit", "1000")
        return sorted((row["date"] or "", row["amount"] or 0) for row in json.loads(run.out))

    def people(self) -> dict[str, dict[str, Any]]:
        run = self._smbcrm("list", "--format", "json")
        return {row["name"]: row for row in json.loads(run.out)}


@pytest.fixture
def bring(smbcrm: Any) -> Any:
    return lambda text, *words: Brought(smbcrm, text, *words)


def visits(heading: str, people: list[tuple[str, str]], day: str, what: list[str]) -> str:
    rows = [
        f"{day.format(m=1 + i, d=5 + i)},{people[i % 3][0]},{people[i % 3][1]},{what[i % len(what)]}"
        for i in range(7)
    ]
    return "\n".join([heading, *rows]) + "\n"


@pytest.mark.parametrize(
    ("heading", "people", "day"),
    [
        ("Date,Client,Mobile,Service", EN, "2024-0{m}-{d:02d}"),
        ("Visit date,Name,Phone,Reason", EN, "2024-0{m}-{d:02d}"),
        ("تاریخ مراجعه,نام,موبایل,خدمات", FA, "1403/0{m}/{d:02d}"),
        ("Date,Student,Phone,Teacher", EN, "2024-0{m}-{d:02d}"),
    ],
)
def test_those_who_come_again_on_other_days_make_visits(
    bring: Any, heading: str, people: list[tuple[str, str]], day: str
) -> None:
    found = bring(visits(heading, people, day, ["Haircut", "Colour"]))
    assert (found.kind, found.customers, len(found.sales())) == ("purchases", 3, 7)
    assert any("each row is a visit" in note for note in found.sheet["notes"])


def test_three_visits_are_visits(bring: Any) -> None:
    text = "Visit date,Name,Phone\n2024-01-05,Ann Lee,+15125550100\n2024-02-06,Bob Ray,+12145550111\n"
    found = bring(text + "2024-03-07,Ann Lee,+15125550100\n")
    assert (found.kind, found.customers, len(found.sales())) == ("purchases", 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        # one row for each, and a list with one of them twice by mistake
        "Visit date,Name,Phone\n2024-01-05,Ann Lee,+15125550100\n2024-02-06,Bob Ray,+12145550111\n",
        "Registered,Name,Phone\n2024-01-05,Ann Lee,+15125550100\n2024-02-06,Ann Lee,+15125550100\n",
        "Name,Phone,Day\nAnn Lee,+15125550100,Monday\nBob Ray,+12145550111,Friday\n",
    ],
)
def test_lists_of_customers_stay_so(bring: Any, text: str) -> None:
    assert bring(text).kind == "customers"


@pytest.mark.parametrize(
    ("text", "sales"),
    [
        (  # a day that only says "Day" or "Giorno"
            "Day,Client,Mobile,Amount\n2024-01-02,Ann Lee,+15125550100,20\n2024-01-03,Bob Ray,+12145550111,5\n",
            [("2024-01-02", 20), ("2024-01-03", 5)],
        ),
        (  # orders with a number of their own, of which the day stands under a heading nobody knows
            "شناسه سفارش,لحظهٔ ورود,نام کاربر,شماره تماس,جمع سبد,کمیسیون\nSF1,1403-08-01 12:30,سارا کریمی,09123456789,450000,60000\n"
            "SF2,1403-08-02 13:30,علی رضایی,09351112244,300000,40000\n",
            [("2024-10-22", 450000), ("2024-10-23", 300000)],
        ),
        (  # turns are no days
            "نوبت,تاریخ مراجعه,نام مشتری,تلفن همراه,خدمات,هزینه\n1,1403/03/01,سارا کریمی,09123456789,رنگ,1500000\n"
            "2,1403/03/01,علی رضایی,09351112244,کوتاهی,300000\n3,1403/03/05,سارا کریمی,09123456789,کوتاهی,300000\n",
            [("2024-05-21", 300000), ("2024-05-21", 1500000), ("2024-05-25", 300000)],
        ),
        (  # of a till: money given back, and cash alone
            "Receipt,Date,Customer,Cash,Card,Change\n1,2024-01-02,Ann Lee,50.00,0,12.50\n2,2024-01-03,Bob Ray,0,30.00,0\n",
            [("2024-01-02", 37.5), ("2024-01-03", 30)],
        ),
        (
            "شماره فیش,تاریخ,مشتری,نقد,کارتخوان,باقی پول\n1,1403/01/05,سارا کریمی,500000,0,50000\n2,1403/01/06,علی رضایی,0,300000,0\n",
            [("2024-03-24", 450000), ("2024-03-25", 300000)],
        ),
        (
            "Receipt,Date,Customer,Cash,Card number\n1,2024-01-02,Ann Lee,50.00,\n2,2024-01-03,Bob Ray,30.00,**** 4242\n",
            [("2024-01-02", 50), ("2024-01-03", 30)],
        ),
    ],
)
def test_sales_are_known_with_their_days_and_sums(
    bring: Any, text: str, sales: list[tuple[str, float]]
) -> None:
    found = bring(text)
    assert (found.kind, found.sales()) == ("purchases", sales), found.fields


@pytest.mark.parametrize(
    "text",
    [
        "Recipient,Message,Sent at,Status\n+15125550100,Your order is ready,2024-01-02 10:00,delivered\n+12145550111,Sale,2024-01-03 10:00,failed\n",
        "شماره گیرنده,متن پیام,تاریخ ارسال,وضعیت\n09123456789,سفارش شما آماده است,1403/02/01 10:00,رسیده به گوشی\n"
        "09351112244,جشنواره,1403/02/02 10:00,نرسیده\n",
    ],
)
def test_messages_without_names_make_no_customers(bring: Any, text: str) -> None:
    found = bring(text)
    assert (found.kind, found.customers) == ("interactions", 0)


def test_a_contact_form_names_customers(bring: Any) -> None:
    text = "Name,Email,Message,Date\nAnn Lee,ann@example.com,Open on Sunday?,2024-01-02\nBob Ray,bob@example.com,Price?,2024-01-03\n"
    assert (bring(text).kind, bring(text).customers) == ("customers", 2)


def test_the_senders_of_flowers_are_the_customers_and_the_address_is_the_receivers(bring: Any) -> None:
    found = bring(
        "شماره سفارش,تاریخ تحویل,فرستنده,تلفن فرستنده,گیرنده,تلفن گیرنده,آدرس گیرنده,مبلغ\n"
        "101,1403/11/25,سارا کریمی,09123456789,مریم احمدی,09171234567,تهران خیابان آزادی پلاک ۵,950000\n"
        "102,1403/11/26,علی رضایی,09351112244,نگار صادقی,09181234567,کرج خیابان بهار پلاک ۸,1200000\n"
    )
    assert (found.kind, found.customers) == ("purchases", 2)
    assert found.sales() == [("", 950000), ("", 1200000)]  # the day of the delivery is not that of the sale
    assert any("no column tells on which day these sales were made" in note for note in found.sheet["notes"])
    assert found.fields["آدرس گیرنده"] == found.fields["تلفن گیرنده"] == ""
    assert any("who sends or books is the one who buys" in note for note in found.sheet["notes"])


def test_the_phone_of_whoever_gets_a_present_is_not_the_buyers(bring: Any) -> None:
    found = bring(
        "Order ID,Date,Billing Name,Billing Phone,Shipping Name,Shipping Phone,Shipping City,Total\n"
        "1,2024-01-02,Ann Lee,+15125550100,Ann M. Lee,+15125550101,Austin,20\n"
        "2,2024-01-03,Bob Ray,,Sue Ray,+12145550111,Dallas,30\n"
    )
    people = found.people()
    assert people["Bob Ray"]["phone"] in (None, "")
    assert people["Ann Lee"]["city"] == "Austin"
    assert any("sent to somebody else" in note for note in found.sheet["notes"])


def test_numbers_of_bank_cards_tell_nobody(bring: Any) -> None:
    found = bring(
        "شماره پیگیری,شماره کارت,تاریخ,مبلغ\n000123,603799******1234,1403/05/01,1500000\n000124,610433******5678,1403/05/02,250000\n"
    )
    assert (found.code, found.customers) == (5, 0)


@pytest.mark.parametrize(
    ("text", "customers", "skipped"),
    [
        ("Name,Contact type,Phone\nAnn Lee,Customer,+15125550100\nPaper Ltd,Vendor,+13125550140\nTea Ltd,Customer & vendor,+13125550141\n", 2, [3]),
        ("نام,نوع,موبایل\nسارا کریمی,مشتری,09123456789\nپخش مهر,تامین کننده,09351112244\n", 1, [3]),
        ("Konto;Name;Adressattyp;Ort\n10001;Anna Vogel;1;Köln\n70001;Papier AG;2;Bonn\n", 1, [3]),
        ("Name,Role,Phone\nAnn Lee,buyer,+15125550100\nBob Ray,seller,+12145550111\n", 2, []),
        ("Name,Notes,Phone\nAnn Lee,supplier of gossip,+15125550100\nBob Ray,good customer,+12145550111\n", 2, []),
    ],
)  # fmt: skip
def test_suppliers_among_customers_are_left_out(
    bring: Any, text: str, customers: int, skipped: list[int]
) -> None:
    found = bring(text)
    assert (found.customers, found.skipped) == (customers, skipped)
    assert bring(text + "\n", "--as", "customers").customers == customers + len(skipped)


@pytest.mark.parametrize(
    ("text", "customers", "skipped"),
    [
        ("Name,Visits,Spend\nAnn,3,30\nBob,5,50\nCy,4,20\nMin,3,20\nMax,5,50\nMean,4,33.33\nCount,3,3\n", 3, [5, 6, 7, 8]),
        ("Name,Visits,Spend\nAnn,3,30\nBob,5,50\nCy,4,20\nMax,6,90\n", 4, []),
        ("Name,Visits,Spend\nMax,5,50\nBob,3,50\nAnn,4,20\n", 3, []),
        ("Name;Besuche;Umsatz\nAnna;3;30,10\nTim;5;50,20\nMia;4;20,30\nMassimo;9;10,00\nMin;3;10,00\nMax;9;50,20\nSchnitt;5,25;27,65\n", 4, [6, 7, 8]),
        ("نام مشتری,تعداد خرید,جمع خرید\nسارا کریمی,3,30\nعلی رضایی,5,50\nمریم احمدی,4,20\nکمترین,3,20\nبیشترین,5,50\n", 3, [5, 6]),
        ("name,phone\nAnn Lee,+15125550100\n# inactive below\nBob Ray,+12145550111\n2 rows selected.\n", 2, [3, 5]),
    ],
)  # fmt: skip
def test_lines_below_a_table_that_reckon_are_no_customers(
    bring: Any, text: str, customers: int, skipped: list[int]
) -> None:
    found = bring(text)
    assert (found.customers, found.skipped) == (customers, skipped)


def test_names_stand_beside_their_surnames_in_any_language(bring: Any) -> None:
    found = bring("Όνομα;Επώνυμο;Τηλέφωνο\nΜαρία;Παππά;+306912345678\nΝίκος;Δήμου;+306912345679\n")
    assert set(found.people()) == {"Μαρία Παππά", "Νίκος Δήμου"}
    found = bring("نام دانش آموز,نام خانوادگی,کلاس,نام پدر\nسارا,کریمی,ششم,حسن\nعلی,رضایی,ششم,اکبر\n")
    assert {"سارا کریمی", "علی رضایی"} <= set(found.people())


def test_texts_written_as_formulas_are_texts(bring: Any) -> None:
    found = bring(
        'name,phone,code\n="Lee, Ann",="+15125550100",="0012"\n"=""Bob Ray""","=""+12145550111""",="0013"\n'
    )
    assert {"Lee, Ann", "Bob Ray"} == set(found.people())
    assert found.people()["Bob Ray"]["phone"] == "+12145550111"


def test_reviews_with_stars_are_ratings(bring: Any) -> None:
    text = "Review ID,Created,Consumer,Email,Stars,Title,Text\nr1,2024-01-05,Ann Lee,ann@example.com,5,Great,Lovely\nr2,2024-01-08,Bob Ray,bob@example.com,2,Slow,Waited\n"
    assert bring(text).kind == "ratings"


def test_what_a_site_prints_below_its_orders_is_no_order(bring: Any) -> None:
    found = bring(
        "Record,Order Number,Buyer Name,Buyer Email,Total Price,Sale Date\n101,11-1,Ann Lee,ann@example.com,14,Feb-14-24\n"
        "102,11-2,Bob Ray,bob@example.com,20,Feb-16-24\n\n2,record(s) downloaded,from 101,to 102\n"
    )
    assert (found.customers, len(found.sales())) == (2, 2)


def test_suppliers_in_columns_beside_lend_customers_nothing(bring: Any) -> None:
    found = bring(
        "Customers Name,Customers Phone,Suppliers Name,Suppliers Phone\nAnn Lee,+15125550100,Paper One Ltd,+13125550140\n"
    )
    assert set(found.people()) == {"Ann Lee"}


def test_who_books_is_the_customer_and_not_the_guests(bring: Any) -> None:
    found = bring(
        'Book number,Booked by,Guest name(s),Check-in,Check-out,Status,Price,Phone number\n40001,"Lee, Ann",Ann Lee,2024-04-01,2024-04-03,ok,200 EUR,+1 512 555 0100\n'
        '40003,"Diaz, Carla",Carla Diaz; Dina Diaz,2024-04-08,2024-04-10,ok,210 EUR,+34 612 345 678\n'
    )
    assert (found.fields["Booked by"], found.fields["Guest name(s)"], found.customers) == ("name", "", 2)


def test_whoever_of_the_staff_booked_is_no_customer(bring: Any) -> None:
    rows = [
        f"{i},{'Zoe Hall' if i % 2 else 'Max Berg'},{name},2024-04-0{i},2024-04-1{i},100"
        for i, (name, _) in enumerate(EN, 1)
    ]
    found = bring("\n".join(["Booking number,Booked by,Guest name,Check-in,Check-out,Price", *rows]) + "\n")
    assert set(found.people()) == {name for name, _ in EN}


@pytest.mark.parametrize(
    "text",
    [
        "Student,Class,Father,Parent phone\nAnn Lee,6a,Al Lee,+15125550100\nTom Lee,4b,Al Lee,+15125550100\nBob Ray,6a,Ed Ray,+12145550111\n",
        "نام دانش آموز,نام خانوادگی,کلاس,نام پدر,موبایل پدر\nسارا,کریمی,ششم,حسن,09121112233\nنیما,کریمی,سوم,حسن,09121112233\nعلی,رضایی,ششم,اکبر,09124445566\n",
    ],
)
def test_children_are_called_on_their_parents_phones_and_stay_apart(bring: Any, text: str) -> None:
    found = bring(text)
    assert found.customers == 3
    assert all(row["phone"] for row in found.people().values())


def test_a_parents_phone_beside_ones_own_is_nobody_elses(bring: Any) -> None:
    found = bring(
        "Student,Phone,Parent phone\nAnn Lee,+15125550101,+15125550100\nBob Ray,+12145550112,+12145550111\n"
    )
    assert found.fields["Parent phone"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "Payment date,Received from,Amount,Status\n2024-01-02,Ann Lee,50,succeeded\n2024-01-03,Bob Ray,70,failed\n2024-01-04,Cy Fox,20,succeeded\n",
        "تاریخ تراکنش,مبلغ تراکنش,نام پرداخت کننده,وضعیت\n1403/05/01,50,سارا کریمی,موفق\n1403/05/02,70,علی رضایی,ناموفق\n1403/05/03,20,مریم احمدی,موفق\n",
    ],
)
def test_payments_that_failed_are_none(bring: Any, smbcrm: Any, text: str) -> None:
    found = bring(text)
    assert (found.kind, found.skipped) == ("payments", [3])
    paid = json.loads(smbcrm("payment", "list", "--format", "json").out)
    assert sorted(row["amount"] for row in paid) == [20, 50]


def test_a_sales_report_of_persian_accounting_is_read_as_sales(bring: Any) -> None:
    found = bring(
        "ردیف,شماره برگه,تاریخ برگه,طرف حساب,مبلغ ناخالص,تخفیفات,عوارض و مالیات,مبلغ خالص\n1,120,1403/02/01,سارا کریمی,1000000,50000,90000,1040000\n"
        "2,121,1403/02/03,علی رضایی,2000000,0,180000,2180000\nجمع کل,,,,3000000,50000,270000,3220000\n"
    )
    assert (found.kind, found.sales()) == ("purchases", [("2024-04-20", 1040000), ("2024-04-22", 2180000)])


def test_the_whole_of_a_repair_is_its_sum(bring: Any) -> None:
    found = bring(
        "شماره قبض,تاریخ پذیرش,نام مشتری,تلفن,اجرت,قطعات,جمع\n1,1403/03/01,سارا کریمی,09123456789,500000,1200000,1700000\n"
        "2,1403/03/05,علی رضایی,09351112244,200000,900000,1100000\n"
    )
    assert [amount for _, amount in found.sales()] == [1700000, 1100000]


def test_cashiers_are_no_customers(bring: Any) -> None:
    assert (
        bring(
            "Cashier,Date,Invoices,Sales total\nAnn Lee,2024-01-02,35,250\nBob Ray,2024-01-02,28,190\n"
        ).code
        == 5
    )
    assert (
        bring(
            "نام صندوقدار,تاریخ,تعداد فاکتور,جمع فروش\nخانم نوری,1403/01/05,35,25000000\nآقای مرادی,1403/01/05,28,19000000\n"
        ).code
        == 5
    )
