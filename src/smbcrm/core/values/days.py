"""A day or a span of days as a person types it at the terminal."""

from __future__ import annotations

import datetime
import re

from smbcrm.core.say import say
from smbcrm.core.text import clean, fold
from smbcrm.core.values.day_words import DAYS, UNITS, named_day, next_weekday, shifted, weekday_of
from smbcrm.errors import UsageError

_MOST_DAYS = 366_000

_STEP = re.compile(r"([+-])\s*(\d{1,6})\s*([^\W\d_]+)")
_SPAN = re.compile(r"(\d{1,6})\s*([^\W\d_]*)")

_DAY_HINT = say("write it like 2026-11-22, 1405/09/01, today, tomorrow, +3d or -2w")
_SPAN_HINT = say("write it like 60d, 8w, 3m or 1y")


def read_day(text: str, *, today: datetime.date) -> datetime.date:
    """Give the day a person means: a date in either calendar, `today`, `tomorrow`, `+3d`, `-2w`, a weekday to come,
    or words: in 3 days, next week, two months ago.

    >>> read_day("فردا", today=datetime.date(2026, 11, 22))
    datetime.date(2026, 11, 23)
    >>> read_day("1405/09/01", today=datetime.date(2026, 11, 22))
    datetime.date(2026, 11, 22)
    """
    typed = fold(text)
    weekday = weekday_of(typed)
    if weekday is not None:
        return next_weekday(weekday, today)
    step = _STEP.fullmatch(typed)
    try:
        if step and step[3] in UNITS:
            count = -int(step[2]) if step[1] == "-" else int(step[2])
            return shifted(today, count, UNITS[step[3]])
        named = named_day(typed, today=today)
    except (ValueError, OverflowError):
        raise UsageError(say("{text} is too far away", text=clean(text)), _DAY_HINT) from None
    if named is not None:
        return named
    from smbcrm.core.values.date_cells import parse_date  # deferred: `+3d` and `60d` need no calendars

    parsed = parse_date(text)
    if not parsed.iso or parsed.iso.startswith("--"):
        what = parsed.problem or say("{text} is not a day", text=clean(text))
        raise UsageError(what, _DAY_HINT)
    return datetime.date.fromisoformat(parsed.iso)


def read_span(text: str) -> int:
    """Give how many days a span has: `60d`, `8w`, `3m` (30 days each), `1y` (365), or a bare number of days.

    >>> [read_span(t) for t in ("60", "60d", "8w", "3m", "1y", "۲ هفته")]
    [60, 60, 56, 90, 365, 14]
    """
    span = _SPAN.fullmatch(fold(text))
    unit = UNITS.get(span[2] or "d") if span else None
    days = int(span[1]) * DAYS[unit] if span and unit else _MOST_DAYS + 1
    if days > _MOST_DAYS:
        raise UsageError(say("{text} is not a span of days", text=clean(text)), _SPAN_HINT)
    return days
