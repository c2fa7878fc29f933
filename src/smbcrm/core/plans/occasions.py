"""Days in a customer's life that ask for a contact: birthdays, anniversaries, what was agreed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from smbcrm.core.plans.recipe import NEXT_ACTION
from smbcrm.core.values.calendar_days import JALALI


def yearly_day(iso: str, *, start: date, days: int, country: str) -> date | None:
    """Give the day among the `days` from start on that a birth date, or the like, comes round; None where it does not.

    Where the Jalali calendar is kept it comes round in that one. Who was born on a leap day is congratulated the day before.

    >>> yearly_day("1981-08-03", start=date(2026, 7, 30), days=14, country="IR")
    datetime.date(2026, 8, 3)
    >>> yearly_day("--02-29", start=date(2026, 2, 20), days=14, country="DE")
    datetime.date(2026, 2, 28)
    """
    for year in (start.year, start.year + 1):
        day = _in_year(iso, year, country)
        if day is not None and start <= day < start + timedelta(days=days):
            return day
    return None


def _in_year(iso: str, year: int, country: str) -> date | None:
    """Give the day in a Gregorian year."""
    if not iso.startswith("--") and country.upper() in JALALI:
        return _jalali_in_year(iso, year)
    try:
        month, day = map(int, iso[-5:].split("-"))
        return date(year, month, 28 if (month, day) == (2, 29) and not _is_leap(year) else day)
    except ValueError:
        return None


def _jalali_in_year(iso: str, year: int) -> date | None:
    from smbcrm.core.values.jalali import days_in_month, from_jalali, to_jalali

    try:
        _, month, day = to_jalali(date.fromisoformat(iso))
    except ValueError:
        return None
    for jalali in (year - 622, year - 621):
        found = from_jalali(jalali, month, min(day, days_in_month(jalali, month)))
        if found is not None and found.year == year:
            return found
    return None


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def agreed_day(iso: str, last_contact: str | None, *, start: date, days: int) -> date | None:
    """Give the day of something agreed that is still open: no contact was since; what is overdue is for the first day.

    >>> agreed_day("2026-11-20", "2026-11-01", start=date(2026, 11, 22), days=28)
    datetime.date(2026, 11, 22)
    >>> agreed_day("2026-11-20", "2026-11-21", start=date(2026, 11, 22), days=28) is None
    True
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    if (last_contact or "") >= iso or day >= start + timedelta(days=days):
        return None
    return max(day, start)


def occasion_day(
    occasion: str, iso: str, last_contact: str | None, *, start: date, days: int, country: str
) -> date | None:
    """Give the day of an occasion within the days of a plan."""
    if occasion == NEXT_ACTION:
        return agreed_day(iso, last_contact, start=start, days=days)
    return yearly_day(iso, start=start, days=days, country=country)


def day_before(day: date, *, lead: int, start: date, working: Sequence[date]) -> date:
    """Give the working day to act on: `lead` days before, or the last working day before that; never before the first day.

    >>> open_days = [date(2026, 11, 26), date(2026, 11, 28)]
    >>> day_before(date(2026, 11, 27), lead=0, start=date(2026, 11, 22), working=open_days).day
    26
    """
    wanted = max(day - timedelta(days=lead), start)
    place = bisect_right(working, wanted)
    return working[place - 1] if place and working[place - 1] >= start else wanted
