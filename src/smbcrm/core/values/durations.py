"""How long something took: the clocks, words and bare numbers of call logs, as minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.heading_words import heading_words
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import fold

SECONDS, MINUTES, HOURS = 1 / 60, 1.0, 60.0

_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d{1,2})(?:[.,]\d+)?$")
_HOURS_AND = re.compile(r"(\d{1,3})\s*(?:h|hr|hrs|ساعت و)\s*([0-5]?\d)")
_NUMBER = re.compile(r"\d+(?:[.,٫]\d+)?$")
_PARTS = re.compile(r"(\d+(?:[.,٫]\d+)?)\s*([^\W\d]+)\.?(?:\s*(?:,|and|و|und|et|y|ve)?\s*)")
_WORDS = {
    **dict.fromkeys(word_set("s sec secs second seconds ثانیه ث sekunde sekunden sek seconde secondes segundo segundos saniye sn ثانية"), SECONDS),
    **dict.fromkeys(word_set("m min mins minute minutes دقیقه دقایق د minuten minuto minutos dakika dk دقيقة"), MINUTES),
    **dict.fromkeys(word_set("h hr hrs hour hours ساعت std stunde stunden heure heures hora horas saat sa ساعة"), HOURS),
}  # fmt: skip
_LONG_CALL = 240
"""Bare numbers beyond this are no minutes: nobody talks for four hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Durations:
    """The minutes of a column's cells (None where a cell does not tell) and the unit its bare numbers were read in."""

    minutes: list[float | None]
    unit: str  # seconds, minutes, hours; empty when no bare number had to be read


def read_durations(cells: Sequence[str], heading: str = "") -> Durations:
    """Give how many minutes each cell says.

    >>> read_durations(["00:12:30", "1:05", "90 sec", "۱۲ دقیقه", "soon"]).minutes
    [12.5, 1.08, 1.5, 12.0, None]
    """
    texts = [fold(cell) for cell in cells]
    bare = [float(text.replace("٫", ".").replace(",", ".")) for text in texts if _NUMBER.match(text)]
    factor = _told(heading) or _guessed(bare)
    cache: dict[str, float | None] = {"": None}
    for text in texts:
        if text not in cache:
            minutes = _minutes(text, factor)
            cache[text] = None if minutes is None else round(minutes, 2)
    names = {SECONDS: "seconds", MINUTES: "minutes", HOURS: "hours"}
    return Durations(minutes=[cache[text] for text in texts], unit=names[factor] if bare else "")


def _told(heading: str) -> float:
    return next((_WORDS[word] for word in heading_words(heading) if len(word) > 1 and word in _WORDS), 0.0)


def _guessed(numbers: Sequence[float]) -> float:
    """Give the unit of bare numbers: phones count seconds, people write minutes, in fives or fractions."""
    if not numbers or max(numbers) > _LONG_CALL:
        return SECONDS
    round_ones = sum(number % 5 == 0 or number != int(number) for number in numbers)
    return MINUTES if round_ones * 2 > len(numbers) else SECONDS


def _minutes(text: str, factor: float) -> float | None:
    clock = _CLOCK.match(text)
    if clock:
        hours, minutes, seconds = int(clock[1] or 0), int(clock[2]), int(clock[3])
        return hours * HOURS + minutes + seconds * SECONDS
    if _NUMBER.match(text):
        return float(text.replace("٫", ".").replace(",", ".")) * factor
    bare = _HOURS_AND.fullmatch(text)
    if bare:
        return int(bare[1]) * HOURS + int(bare[2])
    total, place = 0.0, 0
    while place < len(text):
        part = _PARTS.match(text, place)
        if part is None or part[2] not in _WORDS:
            return None
        total += float(part[1].replace("٫", ".").replace(",", ".")) * _WORDS[part[2]]
        place = part.end()
    return total if text else None
