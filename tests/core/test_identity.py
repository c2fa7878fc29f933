"""Identity numbers, and cells that say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.identity import (
    NationalId,
    has_iranian_check_digit,
    is_null_token,
    parse_national_id,
)

SARA = NationalId(value="0084575948", valid=True)


@pytest.mark.parametrize(
    "text",
    [
        "0084575948",
        "84575948",
        "84575948.0",
        "'0084575948",
        '="0084575948"',
        "۰۰۸۴۵۷۵۹۴۸",
        "008-457594-8",
        " 0084575948\u200f",
    ],
)
def test_an_iranian_id_in_any_writing_has_ten_digits(text: str) -> None:
    assert parse_national_id(text) == SARA


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1111111111", "1111111111"),
        ("0084575949", "0084575949"),
        ("8.46E+07", "8.46E+07"),
        ("0000000000", "0000000000"),
    ],
)
def test_a_wrong_id_is_kept_and_flagged(text: str, value: str) -> None:
    assert parse_national_id(text) == NationalId(value=value, valid=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("123-45-6789", "123-45-6789"),
        ("AB 12 34 56 C", "AB 12 34 56 C"),
        ("X1234567L", "X1234567L"),
        ("2577535", "2577535"),
        ("10101234567", "10101234567"),
        ("84575949", "84575949"),
    ],
)
def test_an_id_that_is_not_iranian_stays_as_it_is(text: str, value: str) -> None:
    assert parse_national_id(text) == NationalId(value=value, valid=True)


def test_where_the_country_is_known_it_decides() -> None:
    assert parse_national_id("84575948", "US") == NationalId(value="84575948", valid=True)
    assert parse_national_id("0084575949", "TR") == NationalId(value="0084575949", valid=True)
    assert parse_national_id("84575949", "IR") == NationalId(value="84575949", valid=False)


@pytest.mark.parametrize("text", ["", "-", "ندارد", "N/A"])
def test_a_cell_that_says_nothing_is_no_id(text: str) -> None:
    assert parse_national_id(text) == NationalId(value="", valid=False)


@given(st.text("0123456789", min_size=9, max_size=9).filter(lambda t: len(set(t)) > 1))
def test_of_ten_last_digits_exactly_one_fits(start: str) -> None:
    assert sum(has_iranian_check_digit(start + last) for last in "0123456789") == 1


@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 8), st.integers(1, 9))
def test_one_mistyped_digit_never_passes(start: str, place: int, shift: int) -> None:
    right = next((start + d for d in "0123456789" if has_iranian_check_digit(start + d)), None)
    if right is None:
        return
    mistyped = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    weight = (10 - place) * (int(mistyped[place]) - int(right[place])) % 11
    assert weight != 0
    assert not has_iranian_check_digit(mistyped) or _both_folded(right)


def _both_folded(right: str) -> bool:
    # Remainders 1 and 10 share the last digit 1: the scheme's own gap.
    return right[-1] == "1"


def test_only_words_for_nothing_are_nothing() -> None:
    nothing = ["", " ", "-", "—", "--", ".", "?", "؟", "N/A", "n/a", "NULL", "None", "nan", "NaT", "#N/A", "#REF!", "ندارد", "نامشخص",
               "ثبت نشده", "نا معلوم", "k.A.", "(null)"]  # fmt: skip
    something = ["0", "No", "Tehran", "x", "True", "Nadia", "نداف", "-5", "a" * 100_000]
    assert [text for text in [*nothing, *something] if is_null_token(text)] == nothing
