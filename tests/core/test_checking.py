"""The rules behind `smbcrm check`: what is a fault, what is not, and commands that a shell reads as they are meant."""

from __future__ import annotations

import datetime
import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.checking import (
    JUNK_ENDINGS,
    command_line,
    day_fault,
    email_fault,
    hardly_filled,
    names_somebody,
    national_id_fault,
    phone_fault,
    score_fault,
    set_again,
)
from smbcrm.core.phones import is_junk_phone

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("+989123456789", None),
        ("+987132345678;ext=12", None),
        ("+981111111111", "a number that only fills the cell"),
        ("1234567", "a number that only fills the cell"),
        ("۱۱۱۱۱۱۱", "a number that only fills the cell"),
        ("9.12E+09", "a spreadsheet shortened this number and its last digits are lost"),
        ("+98 938", "too short for a phone number"),
        ("37005580", "a local number without its area code"),
        ("+33639981247", "no such number is known in the numbering plan of its country"),
        ("زنگ نزنید", "no phone number in this cell"),
    ],
)
def test_a_phone_is_faulty_for_one_reason(value: str, fault: str | None) -> None:
    found = phone_fault(value, "IR")
    assert (None if found is None else str(found)) == fault


def test_a_number_is_no_fault_where_no_country_is_known() -> None:
    assert phone_fault("37005580") is None


CODES = st.sampled_from(["+98", "+1", "+44", "+971"])


@given(CODES, st.integers(min_value=1_000_000, max_value=99_999_999_999))  # E.164 has no zero behind the code
def test_a_number_that_only_fills_a_cell_shows_it_at_its_end(code: str, rest: int) -> None:
    number = f"{code}{rest}"
    if len(number) > 9 and is_junk_phone(number):
        assert number[-5:] in JUNK_ENDINGS


@given(
    CODES,
    st.sampled_from([*"0123456789", "1234567890", "9876543210"]),
    st.integers(min_value=0, max_value=9),
    st.integers(min_value=7, max_value=11),
)
def test_so_does_every_number_made_to_fill_one(code: str, digits: str, start: int, length: int) -> None:
    number = code + (digits * 12)[start : start + length]
    if number[len(code)] != "0" and len(number) > 9 and is_junk_phone(number):
        assert number[-5:] in JUNK_ENDINGS


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("sara@kian.ir", None),
        ("info@kian.ir", None),
        ("a@a.com", "an address that only fills the cell"),
        ("sara@kian", "not an e-mail address"),
        ("سارا", "not an e-mail address"),
    ],
)
def test_an_email_is_faulty_for_one_reason(value: str, fault: str | None) -> None:
    found = email_fault(value)
    assert (None if found is None else str(found)) == fault


def test_a_national_id_is_judged_by_the_country_of_the_list() -> None:
    assert str(national_id_fault("0084575949", "IR")) == "the check digit of this national id does not fit"
    assert national_id_fault("0084575948", "IR") is None
    assert national_id_fault("0084575949", "DE") is None


@pytest.mark.parametrize(
    ("iso", "born", "fault"),
    [
        ("2026-11-22", True, None),
        ("2026-11-22T23:59:00", False, None),
        ("1906-11-22", True, None),
        ("--12-31", True, None),
        ("2026-11-23", True, "born on 2026-11-23: that day is yet to come"),
        ("2026-11-23", False, "2026-11-23 is yet to come"),
        ("1906-11-21", True, "born on 1906-11-21: more than 120 years ago"),
        ("0001-01-01", False, "0001-01-01 is more than 120 years ago"),
    ],
)
def test_a_day_that_must_have_been_lies_within_a_life(iso: str, born: bool, fault: str | None) -> None:
    found = day_fault(iso, TODAY, born=born)
    assert (None if found is None else str(found)) == fault


@given(st.dates(), st.dates(min_value=datetime.date(200, 1, 1)))
def test_no_day_up_to_today_and_after_the_oldest_is_a_fault(day: datetime.date, today: datetime.date) -> None:
    within = day <= today and (day.year + 120, day.month, day.day) >= (today.year, today.month, today.day)
    assert (day_fault(day.isoformat(), today) is None) == within


@pytest.mark.parametrize(
    ("score", "right"), [(1, True), (10, True), (7.5, True), (0.5, False), (10.5, False), (7.3, False)]
)
def test_a_score_is_one_to_ten_in_halves(score: float, right: bool) -> None:
    assert (score_fault(score) is None) == right


def test_a_name_has_a_letter_of_some_script() -> None:
    names = ["علی", "Ali 2", "李", "0912", "-", "", "Al\N{REPLACEMENT CHARACTER}"]
    assert [names_somebody(name) for name in names] == [True, True, True, False, False, False, False]


def test_a_column_is_hardly_filled_below_two_in_a_hundred_of_a_list_that_has_begun() -> None:
    assert [hardly_filled(*counts) for counts in ((0, 9), (0, 10), (1, 50), (1, 51), (20, 1000), (19, 1000))] == [
        False, True, False, True, False, True,
    ]  # fmt: skip


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1), max_size=4))
def test_a_shell_reads_a_command_word_for_word(words: list[str]) -> None:
    assert shlex.split(command_line(*words)) == ["smbcrm", *words]


def test_a_control_sign_never_makes_a_second_line() -> None:
    assert command_line("import", "a\nb.csv\x1b") == 'smbcrm import "a b.csv "'


def test_values_that_were_right_are_written_again_and_the_wrong_one_is_asked_for() -> None:
    short = phone_fault("0917", "IR")
    junk = phone_fault("1111111", "IR")
    assert short is not None
    assert junk is not None
    assert set_again("C1", "phone", kept=[], fault=junk) == "smbcrm set C1 phone= phones=..."
    assert set_again("C1", "phone", kept=["+989121234567"], fault=junk) == (
        "smbcrm set C1 phone= phones=+989121234567"
    )
    assert set_again("C1", "phone", kept=["+989121234567"], fault=short) == (
        'smbcrm set C1 phone= "phones=+989121234567; ..."'
    )
