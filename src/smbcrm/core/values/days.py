"""A day or a span of days as a person types it at the terminal."""

from __future__ import annotations

import datetime
import re

from smbcrm.core.say import say
from smbcrm.core.text import clean, fold
from smbcrm.errors import UsageError

_NAMED_DAYS = {
    fold(word): days
    for words, days in (
        ("today now امروز اکنون الان", 0),
        ("tomorrow فردا", 1),
        ("yesterday دیروز", -1),
        ("پسفردا overmorrow", 2),
        ("پریروز", -2),
    )
    for word in words.split()
}
_WEEKDAYS = {
    fold(word): number
    for number, words in enumerate(
        (
            "monday mon دوشنبه",
            "tuesday tue tues سهشنبه",
            "wednesday wed چهارشنبه",
            "thursday thu thur thurs پنجشنبه",
            "friday fri جمعه آدینه",
            "saturday sat شنبه",
            "sunday sun یکشنبه",
        )
    )
    for word in words.split()
}
_UNITS = {
    fold(word): unit
    for unit, words in (
        ("d", "d day days روز"),
        ("w", "w week weeks wk هفته"),
        ("m", "m mo month months ماه"),
        ("y", "y yr year years سال"),
    )
    for word in words.split()
}
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_MOST_DAYS = 366_000

_STEP = re.compile(r"([+-]?)\s*(\d{1,6})\s*([^\W\d_]+)(?:\s+(ago|later|بعد|دیگر|قبل|پیش))?")
_SPAN = re.compile(r"(\d{1,6})\s*([^\W\d_]*)")

_DAY_HINT = say("write it like 2026-11-22, 1405/09/01, today, tomorrow, +3d or -2w")
_SPAN_HINT = say("write it like 60d, 8w, 3m or 1y")


def read_day(text: str, *, today: datetime.date) -> datetime.date:
    """Give the day a person means: a date in either calendar, `today`, `tomorrow`, `+3d`, `-2w`, a weekday to come.

    >>> read_day("فردا", today=datetime.date(2026, 11, 22))
    datetime.date(2026, 11, 23)
    >>> read_day("1405/09/01", today=datetime.date(2026, 11, 22))
    datetime.date(2026, 11, 22)
    """
    typed = fold(text)
    joined = typed.replace(" ", "")
    if joined in _NAMED_DAYS:
        return _shift(today, _NAMED_DAYS[joined], text)
    if joined in _WEEKDAYS:
        return today + datetime.timedelta(days=(_WEEKDAYS[joined] - today.weekday() - 1) % 7 + 1)
    step = _STEP.fullmatch(typed)
    if step and step[3] in _UNITS and (step[1] or step[4]):
        return _step(today, step, text)
    from smbcrm.core.values.date_cells import parse_date  # deferred: `+3d` and `60d` need no calendars

    parsed = parse_date(text)
    if not parsed.iso or parsed.iso.startswith("--"):
        what = parsed.problem or say("{text} is not a day", text=clean(text))
        raise UsageError(what, _DAY_HINT)
    return datetime.date.fromisoformat(parsed.iso)


def _step(today: datetime.date, step: re.Match[str], text: str) -> datetime.date:
    count = int(step[2])
    if step[1] == "-" or step[4] in ("ago", fold("قبل"), fold("پیش")):
        count = -count
    unit = _UNITS[step[3]]
    if unit in ("d", "w"):
        return _shift(today, count * _DAYS[unit], text)
    try:
        return _months_later(today, count * (1 if unit == "m" else 12))
    except (ValueError, OverflowError):
        raise UsageError(say("{text} is too far away", text=clean(text)), _DAY_HINT) from None


def _months_later(day: datetime.date, months: int) -> datetime.date:
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    for of_month in range(day.day, 27, -1):
        try:
            return datetime.date(year, month + 1, of_month)
        except ValueError:
            continue
    return datetime.date(year, month + 1, min(day.day, 28))


def _shift(today: datetime.date, days: int, text: str) -> datetime.date:
    try:
        return today + datetime.timedelta(days=days)
    except OverflowError:
        raise UsageError(say("{text} is too far away", text=clean(text)), _DAY_HINT) from None


def read_span(text: str) -> int:
    """Give how many days a span has: `60d`, `8w`, `3m` (30 days each), `1y` (365), or a bare number of days.

    >>> [read_span(t) for t in ("60", "60d", "8w", "3m", "1y", "۲ هفته")]
    [60, 60, 56, 90, 365, 14]
    """
    span = _SPAN.fullmatch(fold(text))
    unit = _UNITS.get(span[2] or "d") if span else None
    days = int(span[1]) * _DAYS[unit] if span and unit else _MOST_DAYS + 1
    if days > _MOST_DAYS:
        raise UsageError(say("{text} is not a span of days", text=clean(text)), _SPAN_HINT)
    return days
