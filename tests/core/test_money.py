"""Amounts in every script, with the separators and units people really write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.money import Amount, decide_decimal, parse_amount, parse_amount_column, unit_in_heading

PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("۱۲٬۵۰۰٬۰۰۰ ریال", 12_500_000, "IRR"),
        ("12,500,000 تومان", 12_500_000, "IRT"),
        ("١٢٥٠٠٠٠", 1_250_000, ""),
        ("۱۲/۵", 12.5, ""),
        ("12٫5", 12.5, ""),
        ("12/500/000 ريال", 12_500_000, "IRR"),
        ("500/000 تومن", 500_000, "IRT"),
        ("1.250,50 €", 1250.5, "EUR"),
        ("1'234.50 CHF", 1234.5, "CHF"),
        ("12 500 000", 12_500_000, ""),
        ("12,50,000", 1_250_000, ""),
        ("$1,234.50", 1234.5, "USD"),
        ("US$ 5", 5, "USD"),
        ("EUR 99,5", 99.5, "EUR"),
        ("(1,200)", -1200, ""),
        ("(۱۲۰۰) ریال", -1200, "IRR"),
        ("1200-", -1200, ""),
        ("−5", -5, ""),
        ("-$5", -5, "USD"),
        ("$-5", -5, "USD"),
        ("1.200,-", 1200, ""),
        ("۵۰۰ هزار تومان", 500_000, "IRT"),
        ("2 میلیون", 2_000_000, ""),
        ("2 میلیون و ۵۰۰ هزار تومان", 2_500_000, "IRT"),
        ("۱٫۵ میلیارد ریال", 1_500_000_000, "IRR"),
        ("5 م.ت", 5_000_000, "IRT"),
        ("1.1 million", 1_100_000, ""),
        ("5k", 5000, ""),
        ("تومان ۵۰۰", 500, "IRT"),
        ("500تومان", 500, "IRT"),
        ("1.25E+07", 12_500_000, ""),
        (".5", 0.5, ""),
        ("0/500", 0.5, ""),
        ("0", 0, ""),
        ("1250000", 1_250_000, ""),
        ("1250.5", 1250.5, ""),
        ("9007199254740993", 9007199254740993, ""),
        ("1 234,56 руб.", 1234.56, "RUB"),
        ("10р.", 10, "RUB"),
        ("1,2 тыс. руб.", 1200, "RUB"),
        ("R$ 1.234,56", 1234.56, "BRL"),
        ("A$5", 5, "AUD"),
        ("１２，８００円", 12_800, "JPY"),
        ("1.5万元", 15_000, "CNY"),
        ("1,000원", 1000, "KRW"),
        ("٥٠٠ ر.س", 500, "SAR"),
        ("500 ريال سعودي", 500, "SAR"),
        ("100 دينار كويتي", 100, "KWD"),
        ("50 د.إ.", 50, "AED"),
        ("1.000.000đ", 1_000_000, "VND"),
        ("Rp 25.000", 25_000, "IDR"),
        ("2.5 lakh", 250_000, ""),
        ("Rs. 2 crore", 20_000_000, "INR"),
        ("100 kr", 100, ""),
        ("۵۰۰ هزارتومان", 500_000, "IRT"),
    ],
)
def test_an_amount_in_any_writing(text: str, value: float, unit: str) -> None:
    assert parse_amount(text) == Amount(value=value, unit=unit)


@pytest.mark.parametrize(
    "text",
    ["", "-", "—", "رایگان", "ندارد", "1403/05/12", "0912 345 6789", "12%", "1,2,3", "1..2", "3 4", "5 EUR USD", "۵ عدد",
     "تومان", "میلیون", "2024-05-12", "9" * 200],
)  # fmt: skip
def test_what_is_no_amount_is_not_zero(text: str) -> None:
    assert parse_amount(text) is None


@given(st.integers(-(10**15), 10**15))
def test_a_whole_amount_is_exact_in_every_writing(number: int) -> None:
    grouped = f"{number:,}"
    spellings = [
        str(number),
        grouped,
        grouped.replace(",", "٬"),
        grouped.replace(",", "٬").translate(PERSIAN_DIGITS),
        grouped.replace(",", " "),
        grouped.replace(",", "'"),
    ]
    assert [parse_amount(text) for text in spellings] == [Amount(value=number, unit="")] * len(spellings)
    assert parse_amount(grouped + " ریال") == Amount(value=number, unit="IRR")


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_cents_are_read_alike_on_both_sides_of_the_ocean(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02d}"
    continental = english.replace(",", " ").replace(".", ",").replace(" ", ".")
    expected = Amount(value=float(f"{whole}.{cents:02d}"), unit="")
    assert parse_amount(english) == parse_amount(continental) == expected


def test_three_digits_behind_a_sign_are_what_the_column_says() -> None:
    def values(column: list[str]) -> list[float | None]:
        return [amount and amount.value for amount in parse_amount_column(column)]

    assert values(["1.250", "99.5"]) == [1.25, 99.5]
    assert values(["1.250", "99,5"]) == [1250, 99.5]
    assert values(["1,250", "99,5"]) == [1.25, 99.5]
    assert values(["1,250", "99.5"]) == [1250, 99.5]
    assert values(["1.250", "12.500"]) == [1250, 12500]
    assert values(["1,250", "x", ""]) == [1250, None, None]


def test_a_column_shows_its_decimal_sign() -> None:
    assert decide_decimal(["1.250,50", "99"]) == ","
    assert decide_decimal(["12,500,000", "1.250"]) == "."
    assert decide_decimal(["1,250", "1.250"]) == ""
    assert decide_decimal(["99,5", "99.5"]) == ""
    assert decide_decimal(["۱۲٬۵۰۰", "۹٫۵"]) == "."


@given(
    st.lists(
        st.one_of(st.text("0123456789.,-/ ریال$", max_size=12), st.floats(allow_nan=False).map(str)),
        max_size=6,
    )
)
def test_a_column_reads_like_its_cells(column: list[str]) -> None:
    decimal = decide_decimal(column)
    assert parse_amount_column(column) == [parse_amount(cell, decimal=decimal) for cell in column]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("مبلغ (ریال)", "IRR"),
        ("مبلغ(ريال)", "IRR"),
        ("مبلغ به تومان", "IRT"),
        ("مانده (﷼)", "IRR"),
        ("Total (IRR)", "IRR"),
        ("total_usd", "USD"),
        ("Amount in €", "EUR"),
        ("Umsatz EUR", "EUR"),
        ("Tutar TL", "TRY"),
        ("Price (TRY)", "TRY"),
        ("Try again", ""),
        ("ت", ""),
        ("Сумма, руб.", "RUB"),
        ("金額（円）", "JPY"),
        ("Valor R$", "BRL"),
        ("Ron", ""),
        ("مبلغ خرید", ""),
        ("نام مشتری", ""),
        ("M", ""),
        ("", ""),
    ],
)
def test_a_heading_names_its_unit(heading: str, unit: str) -> None:
    assert unit_in_heading(heading) == unit
