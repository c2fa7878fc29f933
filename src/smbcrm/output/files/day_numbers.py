"""Days and moments as spreadsheets count them."""

from __future__ import annotations

import datetime
import re

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?.*)?\Z", re.ASCII)
_FIRST_DAY = datetime.date(1899, 12, 30).toordinal()
_SAFE_DAY = datetime.date(1900, 3, 1)  # before it a spreadsheet counts a day that never was


def day_number(iso: str) -> float | None:
    """Give a day, or a moment, as the number by which spreadsheets count; None when it has none.

    >>> day_number("1900-03-01"), day_number("2026-11-22T12:00:00"), day_number("--05-17"), day_number("1405-02-31")
    (61, 46348.5, None, None)
    """
    found = _ISO.match(iso)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        when = datetime.date(year, month, day)
        clock = datetime.time(hour, minute, second)
    except ValueError:
        return None
    if when < _SAFE_DAY:
        return None
    seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    days = when.toordinal() - _FIRST_DAY
    return days + seconds / 86_400 if seconds else days
