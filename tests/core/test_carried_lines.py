"""Lines that only carry a sum from page to page, or sum up in words that no table knows, are no sales and no customers."""

from __future__ import annotations

import pytest

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, Table, find_table
from smbcrm.core.rows import parse_table
from smbcrm.readers.headers import load_headers


def sales(text: str) -> tuple[str, list[tuple[object, object]]]:
    lines = [line.split("|") for line in text.strip().split("\n")]
    grid = Grid(file="x", sheet="", rows=lines, row_numbers=range(1, len(lines) + 1), kind="csv")
    found = find_table(grid, load_headers(), options=LayoutOptions())
    assert isinstance(found, Table), found
    rows = parse_table(found, country="IR").rows
    return found.kind, [
        (row.fields.get("name"), row.fields.get("amount")) for row in rows if row.status == "ok"
    ]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("Datum|Kunde|Rechnung|Betrag", ("Übertrag", "Vortrag")),
        ("Date|Client|Facture|Montant TTC", ("À reporter", "Report à nouveau")),
        ("Fecha|Cliente|Factura|Importe", ("Suma y sigue", "Saldo anterior")),
        ("Tarih|Müşteri|Fatura No|Tutar", ("Nakli Yekün", "Devreden")),
        ("تاریخ|مشتری|شماره فاکتور|مبلغ", ("نقل به صفحه بعد", "منقول از صفحه قبل")),
        ("Date|Customer|Invoice|Amount", ("Carried forward", "Brought forward")),
        ("Data|Cliente|Fattura|Importo", ("Da riportare", "Riporto")),
        ("日期|客户|订单编号|金额", ("过次页", "承前页")),
    ],
)
def test_a_sum_that_is_carried_from_page_to_page_is_no_sale(head: str, words: tuple[str, str]) -> None:
    on, forward = words
    rows = f"05.01.2026|Sara Karimi|1001|100\n16.01.2026|Omid Noori|1002|50\n|{on}||150\n|{forward}||150\n27.01.2026|Ali Rezaei|1003|30"
    assert sales(f"{head}\n{rows}") == (
        "purchases",
        [("Sara Karimi", 100), ("Omid Noori", 50), ("Ali Rezaei", 30)],
    )


@pytest.mark.parametrize("word", ["Zwischenstand", "تا اینجا", "So far"])
def test_a_sum_of_all_rows_above_without_a_day_or_number_of_its_own_is_no_sale(word: str) -> None:
    rows = f"2026-01-05|Sara Karimi|1|100\n2026-01-06|Omid Noori|2|50\n|{word}||150\n2026-01-07|Ali Rezaei|3|30\n|{word}||180"
    _, found = sales(f"Date|Customer|Invoice|Amount\n{rows}")
    assert found == [("Sara Karimi", 100), ("Omid Noori", 50), ("Ali Rezaei", 30)]


def test_a_sale_of_the_same_sum_is_one_where_it_has_a_day_or_others_have_none() -> None:
    with_day = "2026-01-05|Sara Karimi|1|100\n2026-01-06|Omid Noori|2|50\n2026-01-07|Ali Rezaei||150"
    assert len(sales(f"Date|Customer|Invoice|Amount\n{with_day}")[1]) == 3
    days_missing = "2026-01-05|Sara Karimi|1|100\n|Omid Noori||50\n|Ali Rezaei||150\n2026-01-09|Mina Rad|4|9"
    assert len(sales(f"Date|Customer|Invoice|Amount\n{days_missing}")[1]) == 4


def test_the_balance_that_an_account_is_opened_with_stays_its_customers() -> None:
    head = "Date|Customer|Description|Debit|Credit"
    rows = "2024-01-01|Sara Karimi|Opening balance|200|\n2024-01-03|Sara Karimi|Invoice 1|100|\n2024-01-04|Ali Rezaei|Invoice 2|70|"
    kind, found = sales(f"{head}\n{rows}")
    assert kind == "payments"
    assert len(found) == 3


def test_a_customer_with_a_phone_may_bear_any_name() -> None:
    rows = "Report|09121234567|5\nDevir|09121234568|9\nVortrag|09121234569|14"
    assert len(sales(f"Customer|Phone|Balance\n{rows}")[1]) == 3


@pytest.mark.parametrize(
    "heads",
    [
        "Code|Customer|||Contact|\n|Name||Phones||Debt\n|First|Last|Mobile|Home|",
        "کد|مشخصات مشتری|||تماس|بدهی\n|نام و نام خانوادگی||تلفن||\n|نام|نام خانوادگی|همراه|ثابت|",
        "Customers||||||\nCode|Name||Phone||Debt|Sales|\n|First|Last|Mobile|Home||2024|2025",
    ],
)
def test_headings_may_span_three_rows_or_end_in_years(heads: str) -> None:
    rows = "17|Sara|Karimi|09121234567|02188776655|50|1|2\n18|Omid|Noori|09121234568|02188776656|0|3|4"
    lines = [line.split("|") for line in f"{heads}\n{rows}".split("\n")]
    grid = Grid(file="x", sheet="", rows=lines, row_numbers=range(1, len(lines) + 1), kind="csv")
    found = find_table(grid, load_headers(), options=LayoutOptions())
    assert isinstance(found, Table), found
    parsed = [row.fields for row in parse_table(found, country="IR").rows]
    assert [(row["name"], row["customer_code"], row["balance"], len(row["phones"])) for row in parsed] == [
        ("Sara Karimi", "17", 50, 2),
        ("Omid Noori", "18", 0, 2),
    ]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("Müşteri|Tutar", ("AÇILIŞ BAKİYESİ", "Devreden bakiye", "ÖNCEKİ AYDAN DEVİR", "Müşteri sayısı: 2")),
        ("Kunde|Betrag", ("U\u0308bertrag", "Übertrag Seite 1", "Vortrag aus Vorjahr", "Gesamtbetrag", "Anzahl Kunden: 2")),
        ("مشتری|مبلغ", ("\u200fمنقول از صفحه قبل", "مانده حساب قبلی", "سند افتتاحیه", "جـمـع كل", "میانگین")),
        ("Customer|Amount", ("\u200eOpening balance", "Bal. b/fwd", "Carried fwd", "Previous balance", "Net total", "Average")),
        ("Client|Montant", ("Report du mois précédent", "Solde à nouveau", "TOTAL GE\u0301NE\u0301RAL", "Nombre de clients : 2")),
        ("Cliente|Importe", ("Saldo mes anterior", "Suma y sigue", "Total clientes: 2", "Promedio")),
    ],
)  # fmt: skip
def test_a_line_that_sums_up_or_carries_is_no_customer_however_its_words_are_written_and_put(
    head: str, words: tuple[str, ...]
) -> None:
    for word in words:
        assert [name for name, _ in sales(f"{head}\nAnn Lee|10\nOmid Noori|20\n{word}|30")[1]] == [
            "Ann Lee",
            "Omid Noori",
        ]


@pytest.mark.parametrize(
    "name", ["Total Tools", "Forward", "Balance Yoga", "Next", "جمع یاران", "Media Markt", "Page"]
)
def test_a_customer_whose_name_holds_a_word_for_a_sum_stays_one(name: str) -> None:
    assert [found for found, _ in sales(f"Customer|Amount\nAnn Lee|10\nOmid Noori|20\n{name}|7")[1]][
        -1
    ] == name
