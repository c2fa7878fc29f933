"""The days a shop works, by country, its weeks and months, and days in words."""

from __future__ import annotations

from datetime import date, timedelta

from smbcrm.core.say import Say, say

MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
JALALI = frozenset({"IR", "AF"})
"""Countries whose months are those of the Jalali calendar."""


def working_days(start: date, days: int, country: str | None) -> list[date]:
    """Give the working days among the `days` days from start on, the first included.

    Weekends and official holidays are those of the country (`IR`: Friday off). Without a country, or with one whose days off
    are not known, Sunday is off.

    >>> [day.isoformat() for day in working_days(date(2024, 3, 1), 4, None)]
    ['2024-03-01', '2024-03-02', '2024-03-04']
    """
    every_day = [start + timedelta(days=ahead) for ahead in range(days)]
    weekend, official = _days_off(country, years={day.year for day in every_day})
    return [day for day in every_day if day.weekday() not in weekend and day not in official]


def holidays_named(start: date, days: int, country: str | None) -> dict[date, str]:
    """Give the official holidays among the `days` days from start on that are no weekend, with their names.

    >>> holidays_named(date(2026, 12, 24), 7, "GB")
    {datetime.date(2026, 12, 25): 'Christmas Day', datetime.date(2026, 12, 28): 'Boxing Day (observed)'}
    """
    every_day = [start + timedelta(days=ahead) for ahead in range(days)]
    weekend, official = _days_off(country, years={day.year for day in every_day})
    return {day: official[day] for day in every_day if day in official and day.weekday() not in weekend}


def knows_country(country: str | None) -> bool:
    """Tell whether the days off of a country are known."""
    return bool(_days_off(country, years={2024})[1])


def _days_off(country: str | None, *, years: set[int]) -> tuple[set[int], dict[date, str]]:
    """Give the weekdays that are off (Monday 0) and the official holidays of some years."""
    if not country or not years:
        return {SUNDAY}, {}
    import holidays

    try:
        official = holidays.country_holidays(country.upper(), years=sorted(years), language="en_US")
    except NotImplementedError:
        return {SUNDAY}, {}
    return set(official.weekend), dict(official.items())


def first_weekday(country: str | None) -> int:
    """Give the day weeks begin with: the day after the weekend where Friday is off, else Monday.

    >>> first_weekday("IR"), first_weekday("AE"), first_weekday("DE"), first_weekday(None)
    (5, 0, 0, 0)
    """
    weekend, _ = _days_off(country, years={2024})
    if FRIDAY not in weekend:
        return MONDAY
    return SUNDAY if SATURDAY in weekend else SATURDAY


def week_span(day: date, country: str | None) -> tuple[date, date]:
    """Give the first and last day of the calendar week of a day.

    >>> [d.isoformat() for d in week_span(date(2026, 11, 25), "IR")]
    ['2026-11-21', '2026-11-27']
    """
    first = day - timedelta(days=(day.weekday() - first_weekday(country)) % 7)
    return first, first + timedelta(days=6)


def month_of(day: date, country: str | None) -> tuple[int, int]:
    """Give year and month of a day, in the calendar of the country."""
    if country and country.upper() in JALALI:
        from smbcrm.core.values.jalali import to_jalali

        return to_jalali(day)[:2]
    return day.year, day.month


def month_span(day: date, country: str | None, *, months: int = 1) -> tuple[date, date]:
    """Give the first and last day of the month of a day (or its year, with 12 months), in the calendar of the country.

    >>> [d.isoformat() for d in month_span(date(2026, 11, 25), "IR")]
    ['2026-11-22', '2026-12-21']
    >>> [d.isoformat() for d in month_span(date(2026, 11, 25), "DE", months=12)]
    ['2026-01-01', '2026-12-31']
    """
    year, month = month_of(day, country)
    if months == 12:
        month = 1
    after = (year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1)
    return _first_of(year, month, country), _first_of(*after, country) - timedelta(days=1)


def _first_of(year: int, month: int, country: str | None) -> date:
    if country and country.upper() in JALALI:
        from smbcrm.core.values.jalali import from_jalali

        first = from_jalali(year, month, 1)
        assert first is not None
        return first
    return date(year, month, 1)


def days_ago(days: int) -> Say:
    """Say how long ago a day was.

    >>> [str(days_ago(days)) for days in (0, 1, 12)]
    ['today', 'yesterday', '12 days ago']
    """
    if days < 2:
        return Say("yesterday") if days == 1 else Say("today")
    return say("{days} days ago", days=days)


def days_between(iso: str, today: date) -> int:
    """Give the days from a day to today, 0 for one still to come.

    >>> days_between("2024-03-01", date(2024, 3, 20)), days_between("2025-01-01", date(2024, 3, 20))
    (19, 0)
    """
    return max(0, (today - date.fromisoformat(iso)).days)
