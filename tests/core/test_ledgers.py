"""Ledgers with a column for each side: entries are bills and payments, the sides of a list of customers are what each owes or is owed."""

from __future__ import annotations

from time import process_time

import pytest

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, Table, find_table
from smbcrm.core.rows import parse_table
from smbcrm.readers.headers import load_headers


def table(text: str) -> Table:
    lines = [line.split("|") for line in text.strip().split("\n")]
    grid = Grid(file="x", sheet="", rows=lines, row_numbers=range(1, len(lines) + 1), kind="csv")
    found = find_table(grid, load_headers(), options=LayoutOptions())
    assert isinstance(found, Table), found
    return found


def told(text: str, *names: str) -> list[list[object]]:
    rows = parse_table(table(text), country="IR").rows
    return [[row.fields.get(name) for name in names] for row in rows if row.status == "ok"]


@pytest.mark.parametrize(
    "text",
    [
        "Date|Customer|Description|Debit|Credit|Balance\n2024-01-03|Sara Karimi|Invoice 101|1200||1200\n2024-01-09|Sara Karimi|Payment||700|500\n"
        "2024-02-01|Ali Rezaei|Invoice 102|800|0|800",
        "تاریخ|نام مشتری|شرح|بدهکار|بستانکار|مانده\n2024-01-03|سارا کریمی|فاکتور ۱۰۱|۱٬۲۰۰|۰|۱٬۲۰۰\n2024-01-09|سارا کریمی|دریافت نقدی|۰|۷۰۰|۵۰۰\n"
        "2024-02-01|علی رضایی|فاکتور ۱۰۲|۸۰۰|۰|۸۰۰",
        "Datum|Kunde|Buchungstext|Soll|Haben\n03.01.2024|Anna Rot|RE 101|1.200,00|\n09.01.2024|Anna Rot|Zahlung||700,00\n"
        "01.02.2024|Max Blau|RE 102|800,00|",
    ],
)
def test_each_entry_of_a_ledger_is_a_bill_or_a_payment(text: str) -> None:
    assert table(text).kind == "payments"
    assert told(text, "issued", "billed", "date", "amount") == [
        ["2024-01-03", 1200, None, None],
        [None, None, "2024-01-09", 700],
        ["2024-02-01", 800, None, None],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Customer|Phone|Debit|Credit\nSara Karimi|09121234567|1200|0\nAli Rezaei|09121234568||350\nOmid Noori|09121234569|0|0",
        "کد تفصیلی|نام تفصیلی|بدهکار|بستانکار|مانده بدهکار|مانده بستانکار\n1|سارا کریمی|5200|4000|1200|0\n2|علی رضایی|50|400|0|350\n3|امید نوری|9|9|0|0",
        "نام مشتری|تلفن|بدهکار|بستانکار|مانده\nسارا کریمی|09121234567|5200|4000|1200\nعلی رضایی|09121234568|50|400|350\nامید نوری|09121234569|9|9|0",
        "Konto|Kunde|Soll|Haben|Saldo\n10001|Anna Rot|5200|4000|1200\n10002|Max Blau|50|400|-350\n10003|Ute Grau|9|9|0",
        "Customer|Phone|Balance\nSara Karimi|09121234567|1,200.00 DR\nAli Rezaei|09121234568|350.00 CR\nOmid Noori|09121234569|0.00",
        "نام مشتری|تلفن|مانده\nسارا کریمی|09121234567|۱٬۲۰۰ بد\nعلی رضایی|09121234568|۳۵۰ بس\nامید نوری|09121234569|۰",
        "Customer|Phone|Balance\nSara Karimi|09121234567|1,200.00 DR\nAli Rezaei|09121234568|(350.00) CR\nOmid Noori|09121234569|0.00",
        "Customer|Phone|Balance\nSara Karimi|09121234567|1, 200\nAli Rezaei|09121234568|(350)\nOmid Noori|09121234569|-",
    ],
)
def test_what_a_customer_is_owed_is_below_nothing(text: str) -> None:
    assert table(text).kind == "customers"
    assert [value or 0 for (value,) in told(text, "balance")] == [1200, -350, 0]


@pytest.mark.parametrize(
    "text",
    [
        "Date|Cashier|Customer|Cash|Credit card|Debit card|Total\n2024-01-03|Ann|Sara Karimi|12|0|0|12\n2024-01-04|Ann|Sara Karimi|0|9|0|9",
        "Customer|Phone|Cash|Debit|Credit|Total\nSara Karimi|09121234567|5|12|0|17\nAli Rezaei|09121234568|4|0|3|7",
        "Customer|Phone|Credit limit|Debit\nSara Karimi|09121234567|5000|1200\nAli Rezaei|09121234568|4000|0",
    ],
)
def test_cards_and_limits_are_no_sides_of_a_ledger(text: str) -> None:
    assert not any("side of a ledger" in str(column.how) for column in table(text).columns)


def test_the_statement_of_a_bank_is_no_ledger_of_customers() -> None:
    text = "Date|Payee|Description|Debit|Credit\n2024-01-03|Water Works|Bill|120|\n2024-01-04|Sara Karimi|Transfer||90\n2024-01-05|Water Works|Bill|80|"
    grid = Grid(
        file="x",
        sheet="",
        rows=[line.split("|") for line in text.split("\n")],
        row_numbers=range(1, 5),
        kind="csv",
    )
    found = find_table(grid, load_headers(), options=LayoutOptions())
    assert not isinstance(found, Table)


@pytest.mark.parametrize(
    "head",
    [
        "Date|Received From|Receipt No|Amount",
        "Date|Payer|Reference|Amount",
        "تاریخ|نام پرداخت کننده|شماره رسید|مبلغ",
        "Datum|Einzahler|Beleg|Betrag",
    ],
)
def test_who_paid_tells_that_rows_are_payments(head: str) -> None:
    text = f"{head}\n2024-01-03|Sara Karimi|R-101|1200\n2024-01-09|Ali Rezaei|R-102|700\n2024-02-01|Sara Karimi|R-103|800"
    assert table(text).kind == "payments"
    assert [name for (name,) in told(text, "name")] == ["Sara Karimi", "Ali Rezaei", "Sara Karimi"]


def test_the_balance_of_an_account_is_no_customers() -> None:
    text = (
        "Date|Name|Status|Gross|Fee|Net|Transaction ID|Balance\n2024-01-13|Sara Karimi|Completed|25.00|-1.00|24.00|A1|124.00\n"
        "2024-01-14|Ali Rezaei|Completed|40.00|-1.50|38.50|A2|162.50\n2024-01-15|Omid Noori|Completed|10.00|-0.50|9.50|A3|172.00\n"
        "2024-01-16|Sara Karimi|Completed|20.00|-0.50|19.50|A4|191.50"
    )
    assert told(text, "balance", "amount")[:2] == [[None, 25], [None, 40]]
    newest_first = "\n".join([text.split("\n")[0], *reversed(text.split("\n")[1:])])
    assert [row[0] for row in told(newest_first, "balance")] == [None] * 4


@pytest.mark.parametrize(
    ("nobody", "name"), [("Walk-in", "Sara Karimi"), ("متفرقه", "سارا کریمی"), ("Walk-in", "Kwbena Ofr")]
)
def test_one_name_among_walk_ins_is_a_name(nobody: str, name: str) -> None:
    buyers = [nobody, nobody, name, nobody, nobody, name, nobody, nobody]
    rows = [f"2024-01-0{n}|100{n}|{who}|1{n}.50" for n, who in enumerate(buyers, 1)]
    assert told("\n".join(["Date|Receipt|Customer|Total", *rows]), "name") == [[name], [name]]


def test_the_number_of_an_entry_is_not_the_bill_that_was_paid() -> None:
    text = (
        "تاریخ سند|شماره سند|عنوان تفصیلی|شرح|بدهکار|بستانکار\n1402/01/05|12|سارا کریمی|فاکتور|۱۲۰۰|۰\n1402/01/09|15|سارا کریمی|دریافت|۰|۷۰۰\n"
        "1402/02/03|31|علی رضایی|فاکتور|۸۰۰|۰\n1402/02/05|31|علی رضایی|دریافت|۰|۸۰۰\nجمع||||۲۰۰۰|۱۵۰۰"
    )
    assert told(text, "order_id", "billed", "amount") == [
        ["12", 1200, None],
        [None, None, 700],
        ["31", 800, None],
        ["31", None, 800],
    ]


@pytest.mark.parametrize("heading", ["Receipt No", "شماره رسید", "Transaction ID"])
def test_the_number_of_a_receipt_names_no_bill(heading: str) -> None:
    rows = "2024-01-03|R-1|Sara Karimi|1200\n2024-01-09|R-2|Ali Rezaei|700"
    assert told(f"Date|{heading}|Received from|Amount\n{rows}", "order_id") == [[None], [None]]
    assert told(f"Date|Invoice No|Received from|Amount\n{rows}", "order_id") == [["R-1"], ["R-2"]]


ORDERS = "7|2024-02-03|Sara Karimi|Mug|1|10|{a}\n7|2024-02-03|Sara Karimi|Cup|2|10|{a}\n8|2024-02-04|Ali Rezaei|Pot|1|20|{b}\n8|2024-02-04|Ali Rezaei|Pan|3|5|{b}"


@pytest.mark.parametrize(
    "head",
    [
        "Order ID|Date|Customer|Item|Quantity|Note|Order total",
        "Order ID|Date|Customer|Item|Quantity|Unit price|Total",
        "شماره سفارش|تاریخ|نام مشتری|شرح کالا|تعداد|قیمت واحد|مبلغ کل سفارش",
        "Bestellung|Datum|Kunde|Artikel|Menge|Notiz|Rechnungsbetrag",
        "*InvoiceNumber|*InvoiceDate|*ContactName|*Description|*Quantity|*UnitAmount|Total",
    ],
)
def test_the_total_of_an_order_on_each_of_its_lines_counts_once(head: str) -> None:
    assert told(f"{head}\n{ORDERS.format(a=35, b=40)}", "amount") == [[35], [None], [40], [None]]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            "Order ID|Date|Customer|Item|Quantity|Unit price|Total",
            "7|2024-02-03|Sara Karimi|Mug|1|10|10\n7|2024-02-03|Sara Karimi|Cup|2|5|10",
        ),
        (
            "Order ID|Date|Customer|Item|Quantity|Unit price|Order total",
            "7|2024-02-03|Sara Karimi|Mug|1|10|10\n7|2024-02-03|Sara Karimi|Cup|2|5|10\n8|2024-02-04|Ali Rezaei|Pot|1|8|8\n"
            "8|2024-02-04|Ali Rezaei|Pan|1|8|8\n9|2024-02-04|Ali Rezaei|Pot|1|8|8\n9|2024-02-04|Ali Rezaei|Lid|2|4|8",
        ),
        (
            "Receipt|Date|Customer|Item|Invoice amount",
            "1|2024-02-03|Sara Karimi|Mug|10\n2|2024-02-03|Ali Rezaei|Cup|12\n1|2024-02-04|Reza Moradi|Pot|10\n3|2024-02-04|Ali Rezaei|Pan|9",
        ),
        (
            "Receipt|Date|Customer|Item|Invoice amount",
            "1|2024-02-03|Sara Karimi|Mug|10\n1|2024-02-04|Sara Karimi|Pot|10\n2|2024-02-04|Ali Rezaei|Pan|9",
        ),
        (
            "Order ID|Date|Customer|Item|Amount",
            "7|2024-02-03|Sara Karimi|Mug|10\n7|2024-02-03|Sara Karimi|Cup|10",
        ),
        (
            "Order ID|Date|Customer|Item|Order total",
            "7|2024-02-03|Sara Karimi|Mug|10\n7|2024-02-03|Sara Karimi|Cup|10\n8|2024-02-03|Ali Rezaei|Mug|10\n8|2024-02-03|Ali Rezaei|Cup|12",
        ),
    ],
)
def test_lines_of_one_price_count_each(head: str, rows: str) -> None:
    assert None not in [amount for (amount,) in told(f"{head}\n{rows}", "amount")]


@pytest.mark.parametrize(
    ("head", "rows", "kept"),
    [
        (
            "Invoice No|Date|Customer|Total|Balance",
            "1|2024-01-03|Sara Karimi|1000|500\n2|2024-01-05|Ali Rezaei|800|0\n3|2024-02-03|Sara Karimi|300|0",
            False,
        ),
        (
            "شماره فاکتور|تاریخ|نام خریدار|مبلغ|مانده",
            "1|1403/01/03|سارا کریمی|1000|500\n2|1403/01/05|علی رضایی|800|0",
            False,
        ),
        (
            "Invoice No|Date|Customer|Total|Customer balance",
            "1|2024-01-03|Sara Karimi|1000|500\n2|2024-01-05|Ali Rezaei|800|0",
            True,
        ),
        (
            "Invoice No|Date|Customer|Total|Balance",
            "1|2024-01-03|Sara Karimi|1000|500\n2|2024-01-05|Ali Rezaei|800|0\n3|2024-02-03|Sara Karimi|300|500",
            True,
        ),
    ],
)
def test_what_is_left_of_one_bill_is_not_what_its_buyer_owes(head: str, rows: str, *, kept: bool) -> None:
    assert any(balance is not None for (balance,) in told(f"{head}\n{rows}", "balance")) == kept


def test_the_sides_of_what_was_before_and_moved_are_no_balance() -> None:
    text = (
        "نام مشتری|موبایل|اول دوره||گردش||مانده|\n||بدهکار|بستانکار|بدهکار|بستانکار|بدهکار|بستانکار\n"
        "سارا کریمی|09121234567|100|0|5200|4100|1200|0\nعلی رضایی|09121234568|0|50|100|400|0|350\nامید نوری|09121234569|0|0|0|0|0|0"
    )
    assert told(text, "balance") == [[1200], [-350], [0]]
    english = text.replace("اول دوره", "Opening").replace("گردش", "Movement").replace("مانده", "Closing")
    assert told(english.replace("بدهکار", "Debit").replace("بستانکار", "Credit"), "balance") == [
        [1200],
        [-350],
        [0],
    ]


@pytest.mark.parametrize(
    "label", ["مشتری", "دفتر حساب مشتری", "صورتحساب مشتری", "Statement of customer", "Kontoauszug Kunde"]
)
def test_the_ledger_of_one_customer_is_his(label: str) -> None:
    text = f"{label} : سارا کریمی\nتاریخ|شرح|بدهکار|بستانکار|تشخیص|مانده\n1402/01/05|فاکتور ۱۲|۱۲۰۰|۰|بد|۱۲۰۰\n1402/01/15|دریافت|۰|۲۰۰|بد|۱۰۰۰\nجمع||۱۲۰۰|۲۰۰||"
    assert told(text, "name", "billed", "amount") == [["سارا کریمی", 1200, None], ["سارا کریمی", None, 200]]


@pytest.mark.parametrize(
    ("heading", "balance"),
    [
        ("Outstanding Receivable Amount", 120),
        ("Closing Balance", 120),
        ("مبلغ معوقه", 120),
        ("مانده نهایی", 120),
        ("Total amount", None),
    ],
)
def test_a_sum_that_is_still_to_pay_is_owed(heading: str, balance: float | None) -> None:
    assert told(f"Name|Mobile|{heading}\nSara Karimi|09121234567|120\nAli Rezaei|09121234568|80", "balance")[
        0
    ] == [balance]


def test_a_number_and_an_address_in_one_cell_are_both_kept() -> None:
    rows = [f"2024-01-0{n}|R{n}|Sara Karimi|+98 912 123 456{n}, s{n}@example.com|1{n}" for n in range(1, 5)]
    for heading in ("Customer contacts", "Phone"):
        (first, *_) = told("\n".join([f"Date|Receipt|Customer|{heading}|Total", *rows]), "phones", "emails")
        assert first == [("+989121234561",), ("s1@example.com",)]


def test_an_address_beside_a_number_with_words_is_kept() -> None:
    text = "نام|موبایل\nسارا کریمی|تماس 09121234567, sara@example.com\nعلی رضایی|09121234568\nرضا مرادی|09121234569"
    first, *_ = told(text, "phones", "emails")
    assert first == [("+989121234567",), ("sara@example.com",)]


def test_a_long_text_among_phone_numbers_is_read_in_no_time() -> None:
    text = f"Name|Phone\nAnn Lee|{'a' * 30000} @x 09121234567\nAli Rezaei|09121234568"
    begun = process_time()
    assert len(told(text, "name")) == 2
    assert process_time() - begun < 2


@pytest.mark.parametrize(
    "text",
    [
        "Date|Receipt|Customer|Cash|Debit|Credit|Total\n2024-01-03|1|Sara Karimi|5|0|0|5\n2024-01-04|2|Ali Rezaei|0|7|0|7\n2024-01-05|3|Sara Karimi|0|0|9|9",
        "نام|موبایل|نقد|بدهکار|بستانکار\nسارا کریمی|09121234567|5|0|9\nعلی رضایی|09121234568|0|7|0",
        "Auftraggeber/Empfänger|IBAN|Telefon|Soll|Haben\nAnna Rot|DE02120300000000202051|030 1234567||120,00\nMax Blau|DE02120300000000202052|030 7654321|80,00|",
    ],
)
def test_cards_and_accounts_of_the_shop_are_nobodys_balance(text: str) -> None:
    assert {balance for (balance,) in told(text, "balance")} == {None}


def test_a_till_of_nobody_known_has_no_customer_called_walk_in() -> None:
    rows = [f"2024-01-0{n}|100{n}|Walk-in|1{n}.50" for n in range(1, 6)]
    assert told("\n".join(["Date|Receipt|Customer|Total", *rows]), "name", "customer_code") == []


@pytest.mark.parametrize(
    "head", ["Customer|Supplier no|Debit|Credit", "Kunde|IBAN|Soll|Haben", "نام مشتری|ذینفع|بدهکار|بستانکار"]
)
def test_a_list_of_customers_is_no_account_of_a_bank_whatever_it_tells_of_theirs(head: str) -> None:
    rows = "Sara Karimi||100|0\nAli Rezaei||0|50\nAnn Lee||0|0"
    assert told(f"{head}\n{rows}", "balance") == [[100], [-50], [0]]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("Opening balance", "Closing balance"),
        ("Balance b/d", "Balance c/d 31.01.2024"),
        ("مانده از قبل", "مانده پایان دوره"),
        ("نقل از صفحه قبل", "نقل به صفحه بعد"),
        ("Saldovortrag", "Endsaldo"),
        ("Solde initial", "Solde final"),
    ],
)
def test_a_balance_that_is_carried_on_is_no_payment(opening: str, closing: str) -> None:
    head = "Date|Customer|Description|Debit|Credit"
    rows = [
        f"2024-01-01|Sara Karimi|{opening}|500|",
        "2024-01-03|Sara Karimi|Invoice 101|1200|",
        "2024-01-09|Sara Karimi|The closing balance of last year is paid|  |700",
        f"2024-01-31|Sara Karimi|{closing}||1000",
        f"2024-02-01|Sara Karimi|{opening}|1000|",
        "2024-02-05|Sara Karimi|Invoice 102|30|",
        f"2024-02-05|Ali Rezaei|{opening}|1000|",
    ]
    entries = [[500, None], [1200, None], [None, 700], [30, None], [1000, None]]
    assert told("\n".join([head, *rows]), "billed", "amount") == entries


@pytest.mark.parametrize(
    "text",
    [
        "Date|Receipt|Customer|Cash|Debit|Credit\n2024-01-03|R1|Sara Karimi|12||\n2024-01-04|R2|Ali Rezaei||9|\n2024-01-05|R3|Sara Karimi|5||7",
        "تاریخ|مشتری|نقد|کارتخوان|نسیه\n2024-01-03|سارا کریمی|۱۲||\n2024-01-04|علی رضایی||۹|\n2024-01-05|سارا کریمی|۵||۷",
        "Datum;Bon-Nr;Kunde;Bar;EC-Karte;Gutschein\n03.01.2024;1;Anna Rot;12,00;;\n04.01.2024;2;Max Blau;;9,00;\n05.01.2024;3;Anna Rot;5,00;;7,00".replace(
            ";", "|"
        ),
    ],
)
def test_the_ways_to_pay_add_up_where_a_till_has_no_total(text: str) -> None:
    assert table(text).kind == "purchases"
    assert told(text, "amount") == [[12], [9], [12]]


@pytest.mark.parametrize(
    "text",
    [
        "Date|Name|Mobile|Cash|Card\n2026-01-05|Ann Lee|7700900100|10|\n2026-01-06|Bob Ray|7700900101||25",
        "Date|Customer|Cheque|Cash|Card\n2026-01-05|Ann Lee|100231|10|\n2026-01-06|Bob Ray|100232||25",
        "Datum|Kunde|Pos|Bar|Kreditkarte\n05.01.2026|Anna Rot|1|10,00|\n05.01.2026|Anna Rot|2||25,00",
        "Tarih|Müşteri|Nakit|Kredi Kartı\n05.01.2026|Ayşe Yılmaz|10,00|\n13.01.2026|Mehmet Demir||25,00",
    ],
)
def test_numbers_of_phones_cheques_and_lines_are_no_sums_that_were_paid(text: str) -> None:
    assert table(text).kind == "purchases"
    assert told(text, "amount") == [[10], [25]]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "Konto|Name|Ort\n10001|Anna Rot|Berlin\n10002|Max Blau GmbH|Köln\n10017|Ute Grau|Bonn",
            ["10001", "10002", "10017"],
        ),
        (
            "Konto|Kunde|Soll|Haben|Saldo\n10001|Anna Rot|52|40|12\n10002|Max Blau|5|40|-35\n10003|Ute Grau|9|9|0",
            ["10001", "10002", "10003"],
        ),
        ("Konto|Name|Ort\n8400|Anna Rot|Berlin\n8400|Max Blau|Köln", [None, None]),
        ("Name|Konto|BLZ\nAnna Rot|1234567|10050000\nMax Blau|1234568|37050198", [None, None]),
    ],
)
def test_the_numbers_of_debtors_accounts_are_the_customers_codes(text: str, codes: list[str | None]) -> None:
    assert [code for (code,) in told(text, "customer_code")] == codes


@pytest.mark.parametrize(
    ("head", "rows", "amounts"),
    [
        ("Order|Date|Customer|Product|Quantity|Item price", ["1|2026-01-05|Ann Lee|Tea|1|10", "2|2026-01-06|Bob Ray|Tea|3|30"], [10, 30]),
        ("Order|Date|Customer|Product|Quantity|Item price", ["1|2026-01-05|Ann Lee|Tea|1|10", "2|2026-01-06|Bob Ray|Tea|3|10"], [10, 30]),
        ("order-id|purchase-date|buyer-name|product-name|quantity|item-price|item-tax", ["1|2026-01-05|Ann Lee|Tea|2|10|1", "2|2026-01-06|Bob Ray|Salt|3|30|3"], [10, 30]),
        ("Order|Date|Customer|Product|Quantity|Unit price|Unit tax", ["1|2026-01-05|Ann Lee|Tea|2|10|1", "2|2026-01-06|Bob Ray|Salt|3|30|3"], [20, 90]),
        ("تاریخ|مشتری|کالا|تعداد|قیمت", ["2026-01-05|سارا کریمی|چای|1|10", "2026-01-06|علی رضایی|چای|3|30"], [10, 30]),
    ],
)  # fmt: skip
def test_the_price_of_a_whole_line_is_not_multiplied(head: str, rows: list[str], amounts: list[int]) -> None:
    assert [amount for (amount,) in told("\n".join([head, *rows]), "amount")] == amounts


def test_the_total_of_a_till_is_its_own_beside_the_ways_to_pay() -> None:
    text = "Date|Receipt|Customer|Cash|Card|Total\n2024-01-03|R1|Sara Karimi|20||12\n2024-01-04|R2|Ali Rezaei||9|9"
    assert told(text, "amount") == [[12], [9]]


@pytest.mark.parametrize(
    ("heading", "states"),
    [
        ("Status", ("Completed", "Denied", "Refunded")),
        ("Estado", ("Pagada", "Anulada", "Rechazada")),
        ("وضعیت", ("پرداخت شده", "رد شده", "ابطال")),
        ("Status", ("Partially refunded", "Cancelled by customer", "Late cancel")),
        ("Estado", ("Entregado", "Cancelado por el cliente", "Devolución: anulada (sin pago)")),
        ("وضعیت", ("ارسال شد", "لغو شده توسط مشتری", "مرجوع")),
        ("Status", ("Stornierung angefragt", "Storniert durch Kunde", "Widerrufen")),
        ("Cancelled at", ("", "2024-01-09 10:00", "2024-01-09")),
    ],
)
def test_orders_that_were_refused_or_called_off_are_no_sales(
    heading: str, states: tuple[str, str, str]
) -> None:
    days = ("2024-01-03|1|Sara Karimi|12", "2024-01-04|2|Ali Rezaei|9", "2024-01-05|3|Omid Noori|7")
    rows = "\n".join(f"{day}|{state}" for day, state in zip(days, states))
    text = f"Date|Order|Customer|Total|{heading}\n{rows}"
    assert told(text, "name", "amount") == [["Sara Karimi", 12]]


@pytest.mark.parametrize(
    "text",
    [
        "Invoice|Invoice date|Customer|Amount|Paid|Balance|Due date\n1|2026-01-05|Sara Karimi|120|120|0|2026-02-04\n2|2026-01-16|Omid Noori|60|20|40|2026-02-15",
        "Invoice|Invoice date|Customer|Amount|Balance|Due date\n1|2026-01-05|Sara Karimi|120|0|2026-02-04\n2|2026-01-16|Omid Noori|60|40|2026-02-15",
        "Rechnungsnr|Rechnungsdatum|Fällig am|Kunde|Bruttobetrag|Bezahlt|Offen\n1|05.01.2026|04.02.2026|Sara Karimi|120,00|120,00|0,00\n"
        "2|16.01.2026|15.02.2026|Omid Noori|60,00|20,00|40,00",
        "شماره فاکتور|تاریخ فاکتور|نام مشتری|مبلغ کل|مانده|تاریخ سررسید\n1|2026-01-05|سارا کریمی|120|0|2026-02-04\n2|2026-01-16|امید نوری|60|40|2026-02-15",
    ],
)
def test_what_is_left_of_a_bill_tells_what_was_paid_and_is_nobodys_balance(text: str) -> None:
    assert table(text).kind == "payments"
    assert told(text, "issued", "billed", "amount", "balance") == [
        ["2026-01-05", 120, 120, None],
        ["2026-01-16", 60, 20, None],
    ]


@pytest.mark.parametrize("heading", ["Remaining sessions", "Days left", "Open tickets", "جلسات مانده"])
def test_what_is_left_of_something_else_than_the_bill_tells_of_no_payment(heading: str) -> None:
    text = f"Invoice|Date|Due date|Customer|Amount|{heading}\n1|2026-01-05|2026-02-04|Sara Karimi|500|3\n2|2026-01-06|2026-02-05|Omid Noori|300|2"
    assert told(text, "amount", "balance") == [[500, None], [300, None]]


def test_a_bill_that_was_paid_too_much_of_leaves_nobody_a_balance() -> None:
    text = "Invoice|Date|Due date|Customer|Amount|Paid|Balance\n1|2026-01-05|2026-02-04|Sara Karimi|500|600|-100\n2|2026-01-06|2026-02-05|Omid Noori|300|100|200"
    assert told(text, "billed", "amount", "balance") == [[500, 600, None], [300, 100, None]]


@pytest.mark.parametrize("heading", ["پرداخت نشده", "Not paid", "Nicht bezahlt"])
def test_what_was_not_paid_is_no_payment(heading: str) -> None:
    text = f"Invoice|Date|Due date|Customer|Amount|{heading}\n1|2026-01-05|2026-02-04|Sara Karimi|500|100\n2|2026-01-06|2026-02-05|Omid Noori|300|300"
    assert told(text, "billed", "amount") == [[500, 400], [300, 0]]


def test_a_balance_beside_a_payment_stays_the_customers() -> None:
    text = "Date|Received from|Amount|Balance\n2026-01-05|Sara Karimi|120|30\n2026-01-16|Omid Noori|60|0"
    assert told(text, "amount", "balance") == [[120, 30], [60, 0]]


@pytest.mark.parametrize(
    "text",
    [
        "Reg|Make|Owner|Phone\nAB12 CDE|Ford|Sara Karimi|09121234567\nFG34 HIJ|VW|Ali Rezaei|09121234568",
        "Pet name|Species|Owner|Phone\nRex|Dog|Sara Karimi|09121234567\nTom|Cat|Ali Rezaei|09121234568",
        "Tiername|Tierart|Tierhalter|Telefon\nRex|Hund|Sara Karimi|09121234567\nTom|Katze|Ali Rezaei|09121234568",
        "Unvan|Ad|Soyadı|Cep Telefonu\nBn.|Sara|Karimi|09121234567\nBay|Ali|Rezaei|09121234568",
    ],
    ids=["cars", "pets", "pets in German", "titles"],
)
def test_who_owns_it_is_the_customer_and_a_title_is_no_name(text: str) -> None:
    assert told(text, "name") == [["Sara Karimi"], ["Ali Rezaei"]]


def test_the_owner_of_a_customer_beside_his_name_looks_after_him() -> None:
    assert told("Name|Phone|Owner\nSara Karimi|09121234567|Kim Lee", "name", "owner") == [
        ["Sara Karimi", "Kim Lee"]
    ]


@pytest.mark.parametrize(
    "head",
    ["شماره سفارش|تاریخ|مشتری|مبلغ سفارش|تخفیف|هزینه ارسال|مبلغ قابل پرداخت", "Order|Date|Customer|Order amount|Discount|Delivery fee|Amount to pay"],
)  # fmt: skip
def test_what_was_to_pay_with_its_delivery_is_the_amount(head: str) -> None:
    rows = "1|2026-01-05|Sara Karimi|1000|100|50|950\n2|2026-01-06|Ali Rezaei|2000|0|50|2050"
    assert told(f"{head}\n{rows}", "amount") == [[950], [2050]]


def test_visits_of_those_who_come_again_are_sales_whatever_their_sums_are_called() -> None:
    names = ("Sara Karimi", "Ali Rezaei", "Sara Karimi", "Omid Noori", "Ali Rezaei")
    rows = "\n".join(f"{name}|2026-01-0{n}|Cut|{n}0" for n, name in enumerate(names, 1))
    text = f"Patient name|Visit date|Item|Visit amount\n{rows}"
    assert table(text).kind == "purchases"
    assert told(text, "amount") == [[10], [20], [30], [40], [50]]


@pytest.mark.parametrize(
    "head",
    [
        "Order|Date|Sender|Sender phone|Recipient|Recipient phone|Amount",
        "Commande|Date|Expéditeur|Tél. expéditeur|Destinataire|Tél. destinataire|Montant",
        "Pedido|Fecha|Remitente|Tel. remitente|Destinatario|Tel. destinatario|Importe",
        "سفارش|تاریخ|نام فرستنده|تلفن فرستنده|نام گیرنده|تلفن گیرنده|مبلغ",
    ],
)
def test_who_sends_flowers_is_the_customer_and_their_receivers_phone_is_not_his(head: str) -> None:
    rows = "1|2026-01-05|Sara Karimi|09121234567|Ali Rezaei|09121234568|30\n2|2026-01-06|Omid Noori|09121234569|Mina Rad|09121234560|25"
    assert told(f"{head}\n{rows}", "name", "phones") == [
        ["Sara Karimi", ("+989121234567",)],
        ["Omid Noori", ("+989121234569",)],
    ]


def test_a_sum_that_the_lines_of_each_order_add_up_to_counts_once() -> None:
    lines = "7|2024-02-03|Sara Karimi|Mug|{}|35\n7|2024-02-03|Sara Karimi|Cup|{}|35\n8|2024-02-04|Ali Rezaei|Pot|30|40\n8|2024-02-04|Ali Rezaei|Pan|10|40"
    head = "Order ID|Date|Customer|Item|Of this|Total"
    assert told(f"{head}\n{lines.format(25, 10)}", "amount") == [[35], [None], [40], [None]]
    assert told(f"{head}\n{lines.format(25, 11)}", "amount") == [[35], [35], [40], [40]]
