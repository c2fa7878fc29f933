"""The words in which people name days, in English and Persian: the one place that knows them."""

from __future__ import annotations

import datetime
import re

from smbcrm.core.text import fold


def _by_word(*pairs: tuple[str, int]) -> dict[str, int]:
    """Give what each word means, without spaces: people write some of them in one and in two words."""
    return {fold(word).replace(" ", ""): number for words, number in pairs for word in words.split("|")}


NAMED = _by_word(
    ("today|now|tonight|امروز|اکنون|الان|امشب", 0),
    ("tomorrow|فردا", 1),
    ("yesterday|last night|دیروز|دیشب", -1),
    ("the day after tomorrow|day after tomorrow|overmorrow|پس فردا", 2),
    ("the day before yesterday|day before yesterday|پریروز|پریشب", -2),
)
"""Days from today, by the word for them."""

WEEKDAYS = _by_word(
    ("monday|دوشنبه", 0),
    ("tuesday|سه شنبه", 1),
    ("wednesday|چهارشنبه", 2),
    ("thursday|پنجشنبه", 3),
    ("friday|جمعه|آدینه", 4),
    ("saturday|شنبه", 5),
    ("sunday|یکشنبه", 6),
)
SHORT_WEEKDAYS = _by_word(
    ("mon", 0), ("tue|tues", 1), ("wed", 2), ("thu|thur|thurs", 3), ("fri", 4), ("sat", 5), ("sun", 6)
)
"""Short forms, that are words of their own in a sentence ("he sat down")."""

COUNTS = _by_word(
    ("a|an|one|یک|یه", 1), ("two|دو", 2), ("three|سه", 3), ("four|چهار", 4), ("five|پنج", 5), ("six|شش|شیش", 6),
    ("seven|هفت", 7), ("eight|هشت", 8), ("nine|نه", 9), ("ten|ده", 10),
)  # fmt: skip
UNITS = {
    fold(word): unit
    for unit, words in (
        ("d", "d day days روز"),
        ("w", "w week weeks wk هفته"),
        ("m", "m mo month months ماه"),
        ("y", "y yr year years سال"),
    )
    for word in words.split()
}
DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_BACK = frozenset(fold(word) for word in ("ago", "last", "past", "پیش", "قبل", "گذشته", "قبلی"))
_AHEAD = frozenset(
    fold(word) for word in ("in", "later", "next", "coming", "بعد", "دیگر", "دیگه", "آینده", "بعدی")
)
_WAYS = _BACK | _AHEAD
_COUNT = re.compile(r"(\d{1,6})\s*([^\W\d_]+)")


def named_day(folded: str, *, today: datetime.date) -> datetime.date | None:
    """Give the day that folded words name beside today: a word for it, or so many days, weeks or months back or ahead.

    A weekday counts only with the way to it: the last one, the next one. None where the words name no day; raises OverflowError
    for one beyond the calendar.

    >>> day = datetime.date(2026, 11, 26)
    >>> [str(named_day(fold(t), today=day)) for t in ("دو هفته پیش", "in 3 days", "next friday", "هفتهٔ آینده", "شنبهٔ گذشته")]
    ['2026-11-12', '2026-11-29', '2026-11-27', '2026-12-03', '2026-11-21']
    """
    words = [word for word in folded.split() if word != "ی"]  # هفته‌ی پیش
    joined = "".join(words)
    if joined in NAMED:
        return today + datetime.timedelta(days=NAMED[joined])
    way = next((word for word in (words[-1:] + words[:1]) if word in _WAYS), "")
    if not way or len(words) < 2:
        return None
    rest = " ".join(words[:-1] if words[-1] == way else words[1:])
    weekday = weekday_of(rest)
    if weekday is not None:
        return last_weekday(weekday, today) if way in _BACK else next_weekday(weekday, today)
    count, unit = _counted(rest)
    return None if not unit else shifted(today, -count if way in _BACK else count, unit)


def _counted(folded: str) -> tuple[int, str]:
    """Give how many of which unit some words tell; the unit is empty where they tell none.

    >>> _counted("3d"), _counted("two weeks"), _counted("week"), _counted("day of rest")
    ((3, 'd'), (2, 'w'), (1, 'w'), (0, ''))
    """
    if folded in UNITS and len(folded) > 1:
        return 1, UNITS[folded]
    digits = _COUNT.fullmatch(folded)
    if digits:
        return int(digits[1]), UNITS.get(digits[2], "")
    first, _, unit = folded.partition(" ")
    return (COUNTS[first], UNITS[unit]) if first in COUNTS and unit in UNITS else (0, "")


def weekday_of(folded: str, *, short: bool = True) -> int | None:
    """Give the number of a weekday, Monday 0; None for another word."""
    joined = folded.removeprefix("on ").replace(" ", "")
    if joined in WEEKDAYS:
        return WEEKDAYS[joined]
    return SHORT_WEEKDAYS.get(joined) if short else None


def last_weekday(number: int, today: datetime.date) -> datetime.date:
    """Give the last such day before today."""
    return today - datetime.timedelta(days=(today.weekday() - number - 1) % 7 + 1)


def next_weekday(number: int, today: datetime.date) -> datetime.date:
    """Give the next such day after today."""
    return today + datetime.timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def shifted(day: datetime.date, count: int, unit: str) -> datetime.date:
    """Give the day so many units later; a month later is the same day of the next one, or its last.

    Raises OverflowError or ValueError for a day beyond the calendar.
    """
    if unit in ("d", "w"):
        return day + datetime.timedelta(days=count * DAYS[unit])
    month = day.year * 12 + day.month - 1 + count * (1 if unit == "m" else 12)
    year, month = divmod(month, 12)
    for of_month in range(day.day, 27, -1):
        try:
            return datetime.date(year, month + 1, of_month)
        except ValueError:
            continue
    return datetime.date(year, month + 1, min(day.day, 28))
