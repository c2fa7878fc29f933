"""The days a shop works, by country, and days in words."""

from __future__ import annotations

from datetime import date, timedelta

from smbcrm.core.say import Say, say

SUNDAY = 6


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


def _days_off(country: str | None, *, years: set[int]) -> tuple[set[int], set[date]]:
    """Give the weekdays that are off (Monday 0) and the official holidays of some years."""
    if not country or not years:
        return {SUNDAY}, set()
    import holidays

    try:
        official = holidays.country_holidays(country.upper(), years=sorted(years))
    except NotImplementedError:
        return {SUNDAY}, set()
    return set(official.weekend), set(official)


def days_ago(days: int) -> Say:
    """Say how long ago a day was.

    >>> [str(days_ago(days)) for days in (0, 1, 12)]
    ['today', 'yesterday', '12 days ago']
    """
    if days < 2:
        return Say("yesterday") if days == 1 else Say("today")
    return say("{days} days ago", days=days)
