"""A birth date with one wrong digit is told by the calendar that it was typed in, through `match` and `compare`."""

from __future__ import annotations

import pytest

from smbcrm.core.matching import compare
from smbcrm.core.values.jalali import from_jalali
from tests.core.test_matching import records, told

Date = tuple[int, int, int]
NAMES = [
    "مریم کرمانی",
    "حسن رستمی",
    "زهرا نوری",
    "رضا فتحی",
    "لیلا صفری",
    "ناصر زارع",
    "نرگس امینی",
    "محسن طاهری",
]


def born(date: Date, *, jalali: bool) -> str:
    if not jalali:
        return f"{date[0] + 621}-{date[1]:02}-{date[2]:02}"
    day = from_jalali(*date)
    assert day is not None
    return day.isoformat()


def slips(*, jalali: bool) -> list[dict[str, str]]:
    """Make people who are listed twice, the second time with another digit in the month or in the day."""
    rows = []
    for i, name in enumerate(NAMES):
        year, month, day = 1340 + 5 * i, i % 6 + 1, 10 + i
        other = (year, month + 3, day) if i % 2 else (year, month, day + 10)
        dates = ((year, month, day), other)
        rows += [{"name": name, "birth_date": born(date, jalali=jalali)} for date in dates]
    return rows


@pytest.mark.parametrize("jalali", [True, False])
def test_a_date_one_digit_off_is_a_slip_in_the_calendar_of_the_list(jalali: bool) -> None:
    one = {"name": "Nader Heidari", "birth_date": born((1357, 8, 11), jalali=jalali)}
    typed = one | {"birth_date": born((1357, 2, 11), jalali=jalali)}
    shown = records(one, typed, *slips(jalali=jalali))
    assert "birth dates differ by one digit" in told(compare(shown, 0, 1))
    # A date that is one digit off in the other calendar only was not typed so.
    unlike = records(one, typed, *slips(jalali=not jalali))
    assert "birth dates differ by one digit" not in told(compare(unlike, 0, 1))


def test_a_year_alone_is_held_against_the_year_of_a_whole_date_whatever_the_calendar() -> None:
    one = {"name": "Nader Heidari", "birth_date": "1978-11-02"}
    year = {"name": "Nader Heidari", "birth_date": "1978"}
    plain, jalali = (records(one, year, *slips(jalali=told_so)) for told_so in (False, True))
    assert told(compare(plain, 0, 1)) == told(compare(jalali, 0, 1))
