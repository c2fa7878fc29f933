"""Accounts of payment services and marketplaces: what the buyer paid is the sale, and what the shop paid makes no customer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from smbcrm.core.rows import ParsedSheet
from tests.core.test_columns_of_others import taken
from tests.core.test_rows import parsed

ENGLISH = "Date|Name|Type|Status|Gross|Fee|Net|From|To"
GERMAN = "Datum|Name|Typ|Status|Brutto|Gebühr|Netto|Absender E-Mail-Adresse|Empfänger E-Mail-Adresse"
PERSIAN = "تاریخ|نام|نوع|وضعیت|مبلغ|کارمزد|خالص|فرستنده|گیرنده"


def account(headings: str, *rows: str) -> ParsedSheet:
    return parsed(headings.split("|"), *(row.split("|") for row in rows))


def sales(sheet: ParsedSheet) -> list[tuple[object, object]]:
    return [(row.fields["name"], row.fields["amount"]) for row in sheet.rows if row.status == "ok"]


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        (ENGLISH, ("Payment", "Payment Refund", "Completed")),
        (GERMAN, ("Zahlung", "Rückzahlung", "Abgeschlossen")),
        (PERSIAN, ("پرداخت", "بازگشت وجه", "موفق")),
    ],
)
def test_whom_the_shop_paid_is_no_customer_and_what_a_customer_got_back_is_taken_off(
    headings: str, words: tuple[str, str, str]
) -> None:
    paid, refund, done = words
    sheet = account(
        headings,
        f"2024-01-03|Anna Lee|{paid}|{done}|50.00|-1.75|48.25|anna@a.example|us@shop.example",
        f"2024-01-04|Tom Baker|{paid}|{done}|30.00|-1.17|28.83|tom@a.example|us@shop.example",
        f"2024-01-05|Clay Ltd|{paid}|{done}|-120.00|0.00|-120.00|us@shop.example|clay@a.example",
        f"2024-01-06||Withdrawal|{done}|-200.00|0.00|-200.00|us@shop.example|",
        f"2024-01-08|Tom Baker|{refund}|{done}|-30.00|1.17|-28.83|us@shop.example|tom@a.example",
        f"2024-01-09|Eve Old|{refund}|{done}|-9.00|0.30|-8.70|us@shop.example|eve@a.example",
    )
    assert sales(sheet) == [("Anna Lee", 50), ("Tom Baker", 30), ("Tom Baker", -30), ("Eve Old", -9)]
    left = [(row.number, str(row.reason)) for row in sheet.rows if row.reason]
    assert left[0] == (4, "money that the shop itself paid: no sale")
    assert [number for number, _ in left] == [4, 5]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Type", ""),
        ("Typ", ""),
        ("نوع", ""),
        ("Customer type", "customer_type"),
        ("نوع مشتری", "customer_type"),
    ],
)
def test_what_a_sale_is_called_is_no_kind_of_customer(heading: str, field: str) -> None:
    sheet = account(
        f"Date|Name|{heading}|Amount", "2024-01-03|Anna Lee|Retail|50", "2024-01-04|علی رضایی|Online|30"
    )
    held = [row.fields.get("customer_type", "") for row in sheet.rows]
    assert held == (["Retail", "Online"] if field else ["", ""])


def test_an_account_is_known_by_its_fees_alone() -> None:
    sheet = account(
        "Date|Name|Type|Gross|Fee|Net",
        "2024-01-03|Anna Lee|Payment|50.00|-1.75|48.25",
        "2024-01-05|Clay Ltd|Payment|-120.00|0.00|-120.00",
        "2024-01-06|Clay Ltd|Payment Refund|15.00|0.00|15.00",
        "2024-01-07|Mia Wong|Payment|80.00|-2.62|77.38",
    )
    assert sales(sheet) == [("Anna Lee", 50), ("Mia Wong", 80)]


def test_a_return_ticket_is_a_sale_like_any_other() -> None:
    sheet = account(
        "Date|Name|Item|Gross|Fee|Net",
        "2024-01-03|Anna Lee|Return ticket|50.00|-1.75|48.25",
        "2024-01-05|Tom Baker|Single ticket|30.00|-1.17|28.83",
        "2024-01-07|Clay Ltd|Paper|-20.00|0.00|-20.00",
    )
    assert sales(sheet) == [("Anna Lee", 50), ("Tom Baker", 30)]


def test_what_customers_of_a_till_brought_back_stays_theirs() -> None:
    rows = ("2024-01-03|Anna Lee|Mug|50", "2024-01-05|Eve Stone|Bowl|-40", "2024-01-09|Mia Wong|Plate|80")
    sheet = account("Date|Customer|Product|Amount", *rows)
    assert sales(sheet) == [("Anna Lee", 50), ("Eve Stone", -40), ("Mia Wong", 80)]


@pytest.mark.parametrize(
    ("headings", "rows", "fields"),
    [
        ("Date|Buyer|Email|Price|Fee|Net", ("20.00|2.50|17.50", "30.00|3.50|26.50"), "amount - -"),
        ("Date|Buyer|Email|Sale Price|Fees ($)|Net Total ($)", ("20.00|2.50|17.50", "30.00|3.50|26.50"), "amount - -"),
        ("Date|Buyer|Email|Net Total|Commission|Subtotal", ("17.50|2.50|20.00", "26.50|3.50|30.00"), "- - amount"),
        ("تاریخ|خریدار|ایمیل|مبلغ|کمیسیون|خالص", ("200|20|180", "300|30|270"), "amount - -"),
        ("Datum|Käufer|E-Mail|Preis|Gebühr|Auszahlung", ("20,00|-2,50|17,50", "30,00|-3,50|26,50"), "amount - -"),
        ("Date|Nom|E-mail|Avant commission|Commission|Net", ("20,00|-2,50|17,50", "30,00|-3,50|26,50"), "amount - -"),
        ("Date|Buyer|Email|Gross Sales (USD)|Ticket Fees|Payment Processing|Net Sales", ("40.00|2.00|1.00|37.00", "20.00|1.00|0.50|18.50"), "amount - - -"),
        ("Date|Buyer|Email|Price|Delivery fee|Total", ("20.00|2.50|22.50", "30.00|3.50|33.50"), "unit_price - amount"),
        ("Date|Buyer|Email|Price|Discount|Net", ("20.00|2.50|17.50", "30.00|0|30.00"), "- - amount"),
    ],
)  # fmt: skip
def test_of_two_sums_and_a_fee_the_buyer_paid_the_larger(
    headings: str, rows: Sequence[str], fields: str
) -> None:
    lines = [f"2024-01-0{n}|Ann{n} Lee|ann{n}@a.example|{sums}" for n, sums in enumerate(rows, start=3)]
    assert taken(headings, *lines).split()[3:] == fields.split()


@pytest.mark.parametrize("heading", ["crm_id", "CRM ID", "id", "شناسه"])
def test_our_ids_pasted_beside_sales_are_ours(heading: str) -> None:
    rows = ("2024-01-03|C1|Mug|50", "2024-01-04|C2|Tea|30", "2024-01-05|C1|Bowl|40")
    assert taken(f"date|{heading}|product|amount", *rows) == "date crm_id product amount"


def test_numbers_of_another_program_are_not_ours() -> None:
    rows = ("2024-01-03|4411|Anna Lee|50", "2024-01-04|4412|Tom Baker|30")
    assert "crm_id" not in taken("date|CRM ID|name|amount", *rows).split()


@pytest.mark.parametrize(
    ("headings", "sorts"),
    [
        ("Date|Transaction Type|Num|Name|Amount", ("Invoice", "Payment", "Bill", "Credit Memo")),
        ("Date|Status|Num|Customer|Amount", ("Sales Order", "Quotation", "Draft invoice", "Credit note")),
        ("تاریخ|نوع سند|شماره سند|نام طرف حساب|مبلغ", ("فروش", "دریافت", "خرید", "برگشت از فروش")),
        ("Datum|Typ|Belegnummer|Kunde|Betrag", ("Rechnung", "Zahlungseingang", "Eingangsrechnung", "Gutschrift")),
    ],
)  # fmt: skip
def test_payments_and_bills_beside_sales_are_no_sales(headings: str, sorts: tuple[str, ...]) -> None:
    sale, payment, bill, back = sorts
    sheet = account(
        headings,
        f"2024-03-13|{sale}|1001|Anna Lee|150",
        f"2024-03-20|{payment}|1002|Anna Lee|150",
        f"2024-03-14|{sale}|1003|Tom Baker|220",
        f"2024-03-15|{back}|1004|Tom Baker|20",
        f"2024-03-21|{bill}|77|Clay Supplies|90",
    )
    assert sales(sheet) == [("Anna Lee", 150), ("Tom Baker", 220), ("Tom Baker", -20)]


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        ("Date|Payment method|Customer|Amount", "Invoice Check Transfer Cash"),
        ("Date|Paid by|Customer|Amount", "Invoice Cheque Deposit Cash"),
        ("Date|Payment type|Customer|Amount", "Invoice Check Deposit Cash"),
        ("Date|Mode de paiement|Client|Montant", "Facture Chèque Virement CB"),
        ("Datum|Zahlungsart|Kunde|Betrag", "Rechnung Zahlung PayPal Scheck"),
        ("تاریخ|روش پرداخت|مشتری|مبلغ", "فاکتور واریز انتقال نقد"),
        ("Tarih|Ödeme şekli|Müşteri|Tutar", "Satış Tahsilat Havale Nakit"),
        ("Date|Source|Customer|Amount", "Order Quote Walk-in Phone"),
        ("Date|Document sent|Customer|Amount", "Invoice Receipt None Both"),
        ("Date|Status|Customer|Amount", "Invoice Payment Deposit Sold"),
        ("Date|Type|Customer|Amount", "Sale Deposit Tip Voucher"),
        ("Date|Type|Customer|Amount", "Order Purchase Rental Repair"),
    ],
)
def test_how_somebody_paid_or_came_leaves_no_sale_out(headings: str, words: str) -> None:
    names = ("Anna Lee", "Tom Baker", "Mia Wong", "Eve Stone")
    rows = [
        f"2024-03-1{n}|{word}|{name}|{20 + n}"
        for n, (word, name) in enumerate(zip(words.split() * 2, names * 2))
    ]
    assert sales(account(headings, *rows)) == [(name, 20 + n) for n, name in enumerate(names * 2)]


def test_a_receipt_for_what_was_sold_counts_once() -> None:
    sheet = account(
        "Date|Document type|Customer|Amount",
        "2024-03-13|Invoice|Anna Lee|150",
        "2024-03-20|Receipt|Anna Lee|150",
        "2024-03-21|Invoice|Tom Baker|90",
    )
    assert sales(sheet) == [("Anna Lee", 150), ("Tom Baker", 90)]


def test_returned_is_a_state_of_a_sale_beside_other_states() -> None:
    rows = [
        f"2024-03-1{n}|{state}|Ann{n} Lee|{20 + n}"
        for n, state in enumerate(["Sold", "Delivered", "Returned", "Pending"])
    ]
    assert sales(account("Date|Status|Customer|Amount", *rows)) == [
        ("Ann0 Lee", 20),
        ("Ann1 Lee", 21),
        ("Ann3 Lee", 23),
    ]


@pytest.mark.parametrize(
    ("heading", "word"), [("Customer type", "Return customer"), ("Shipping", "Return to shop")]
)
def test_a_customer_who_returns_was_paid_nothing(heading: str, word: str) -> None:
    sheet = account(
        f"Date|Name|{heading}|Gross|Fee|Net",
        f"2024-01-03|Anna Lee|{word}|50.00|-1.75|48.25",
        "2024-01-05|Clay Ltd|New|-120.00|0.00|-120.00",
        f"2024-01-07|Mia Wong|{word}|80.00|-2.62|77.38",
    )
    assert sales(sheet) == [("Anna Lee", 50), ("Mia Wong", 80)]


@pytest.mark.parametrize(("kept", "back"), [("2", "-2"), ("-2", "2")])
def test_a_fee_that_came_back_tells_of_a_refund(kept: str, back: str) -> None:
    sheet = account(
        "Date|Customer|Item|Gross|Fee|Net",
        f"2024-01-03|Anna Lee|Cup|50|{kept}|48",
        f"2024-01-04|Tom Baker|Cup|30|{kept}|28",
        f"2024-01-05|Eve Old|Cup|-25|{back}|-23",
        "2024-01-06|Clay Ltd|Clay|-40|0|-40",
        f"2024-01-07|Mia Wong|Cup|80|{kept}|78",
    )
    assert [name for name, _ in sales(sheet)] == ["Anna Lee", "Tom Baker", "Eve Old", "Mia Wong"]


def test_an_account_is_of_the_books_where_one_stands_on_several_and_a_firm_where_each_has_one() -> None:
    people = [f"Ann{n} Lee" for n in range(8)] * 2
    firms = [
        f"2024-03-{n + 1:02d}|{n}|{who}|{('Acme Ltd', 'Bolt Inc')[n % 2]}|1{n}.00"
        for n, who in enumerate(people)
    ]
    assert taken("Date|Invoice number|Contact|Account|Amount", *firms).split()[3] == "company"
    people = [f"Ann{n} Lee" for n in range(5)] * 3
    books = [
        f"2024-03-{n + 1:02d}|{n}|{who}|{('Sales', 'Services')[n % 2]}|1{n}.00"
        for n, who in enumerate(people)
    ]
    assert taken("Date|Invoice number|Customer|Account|Amount", *books).split()[3] == "-"


def test_a_list_that_calls_all_its_rows_payments_keeps_them() -> None:
    sheet = account(
        "Date|Type|Customer|Amount",
        "2024-03-13|Payment|Anna Lee|150",
        "2024-03-20|Deposit|Tom Baker|90",
    )
    assert sales(sheet) == [("Anna Lee", 150), ("Tom Baker", 90)]


def test_an_account_of_the_books_is_nobodys_firm() -> None:
    rows = [f"2024-03-1{n}|{n}|Ann{n} Lee|{'Sales' if n % 2 else 'Services'}|10{n}.00" for n in range(1, 8)]
    assert taken("Date|Invoice number|Customer|Account|Amount", *rows).split()[3] == "-"
    firms = [
        f"2024-03-1{n}|{n}|Ann{n} Lee|{'Acme Ltd' if n % 2 else f'Bolt{n} Inc'}|10{n}.00" for n in range(1, 8)
    ]
    assert (
        taken("Date|Invoice number|Customer|Account", *(row.rpartition("|")[0] for row in firms)).split()[3]
        == "company"
    )


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("First name|Last name|Donation date|Amount", "first_name last_name date amount"),
        ("First name|Last name|Donation date|Donation amount", "first_name last_name date amount"),
        ("Vorname|Nachname|Spendendatum|Spendenbetrag", "first_name last_name date amount"),
        ("نام|نام خانوادگی|تاریخ اهدا|مبلغ اهدایی", "first_name last_name date amount"),
    ],
)
def test_a_gift_is_of_a_day_and_a_sum(headings: str, fields: str) -> None:
    assert taken(headings, "Anna|Lee|2024-03-13|20", "Tom|Baker|2024-03-14|250") == fields


@pytest.mark.parametrize(
    ("sale", "back", "other"),
    [("Продажа", "Возврат", "Обмен"), ("فروش", "برگشت از فروش", "تعویض"), ("Sale", "Return", "Exchange")],
)
def test_a_return_is_taken_off_whatever_else_stands_beside_it(sale: str, back: str, other: str) -> None:
    rows = (
        f"2024-03-01|{sale}|Anna Lee|20",
        f"2024-03-02|{back}|Anna Lee|5",
        f"2024-03-03|{other}|Tom Baker|7",
    )
    sheet = account("Date|Operation|Customer|Amount", *rows)
    assert sales(sheet) == [("Anna Lee", 20), ("Anna Lee", -5), ("Tom Baker", 7)]


def test_a_share_names_nobody() -> None:
    rows = ("Anna Lee|0207 946 0001|40|60.00", "Tom Baker|0207 946 0002|40|30.00")
    assert taken("Name|Phone|Shop %|Owed", *rows).split()[2] == "-"
