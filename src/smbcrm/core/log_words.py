"""One line of plain words about something that happened: with whom, what, when, how long, and what was said.

رضایی دیروز زنگ زد، ۱۰ دقیقه، گله از تأخیر
^who   ^when  ^what   ^minutes   ^text
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from smbcrm.core.text import fold
from smbcrm.core.values.day_words import UNITS, last_weekday, named_day, weekday_of
from smbcrm.core.values.durations import read_durations
from smbcrm.core.values.log_phrases import (
    ABOUT,
    AFTER_A_NAME,
    BEFORE_A_NAME,
    CURRENCY,
    DURATIONS,
    LEADS,
    ONE_WORD,
    PHRASES,
    SPEAKER,
)  # fmt: skip
from smbcrm.core.values.touches import deed_kind, is_touch, touch_kind

_BETWEEN = re.compile(r"\s*(?:[,،٬](?!\d)|[;؛])\s*|\s+-\s+|\n+")
_COUNTED = re.compile(r"(\d+(?:[.,٫]\d+)?)\s*([^\W\d_]+)")
_HOURS = re.compile(r"(\d+)\s*(h|hr|hrs|hours?)\s*\d{1,2}\s*(?:m|min|mins|minutes?)?")
_JUST = re.compile(r"(\d+|an?|one|two|یک|دو)\s*(h|hrs?|hours?|m|mins?|minutes?|ساعت|دقیقه)\s*(ago|پیش|قبل)")
_OF_MONTH = re.compile(
    r"(\d{1,2}|اول)(?:st|nd|rd|th|م|ام)?\s*(?:of\s+)?([^\W\d_]{2,})|([^\W\d_]{3,})\s+(\d{1,2})(?:st|nd|rd|th)?"
)
_LONGEST = 30  # letters of a kind in the owner's own word: more of them tell what was said
_DAY = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")


@dataclass(slots=True, kw_only=True)
class Logged:
    """What a line says. `who` holds the ways of reading the name, the longest first, each with the words it leaves to the text."""

    who: list[tuple[str, str]] = field(default_factory=list)
    kind: str = ""
    text: str = ""
    minutes: float | None = None
    cost: float | None = None
    day: datetime.date | None = None
    direction: str = ""


def read_log(words: Sequence[str], *, today: datetime.date) -> Logged:
    """Read what was typed behind `smbcrm log`: WHO KIND TEXT in words of their own, or a sentence.

    >>> day = datetime.date(2026, 11, 26)
    >>> line = read_log(["رضایی زنگ زد، ۱۰ دقیقه، گله از تأخیر"], today=day)
    >>> line.who[0][0], line.kind, line.direction, line.minutes, line.text
    ('رضایی', 'call', 'in', 10.0, 'گله از تأخیر')
    >>> line = read_log(["reza", "call", "10m", "late delivery"], today=day)
    >>> line.who, line.kind, line.minutes, line.text
    ([('reza', '')], 'call', 10.0, 'late delivery')
    """
    if len(words) > 1 and " " not in words[1].strip() and _kind(words[1]):
        return _in_parts(words, today)
    line = _sentence(" ".join(words), today)
    if not line.kind and len(words) > 1:
        return _in_parts(words, today)
    return line


def _kind(word: str) -> str:
    """Give the kind that a single word names, empty where it names none."""
    folded = fold(word)
    for phrase, kind, _ in PHRASES:
        if phrase == folded:
            return kind
    if is_touch(word):
        return touch_kind(word)
    deed = deed_kind(word)
    return (
        deed
        if deed != word.strip()
        or fold(deed) in ("referral", "complaint", "praise", "promise", "note", "thanks")
        else ""
    )


def _in_parts(words: Sequence[str], today: datetime.date) -> Logged:
    """Read WHO KIND and what follows; a word that is nothing but a length, a day or a sum is taken as that.

    What stands there alone and is a sentence names no kind of its own.
    """
    who, told = words[0].strip(), words[1].strip()
    if not _kind(told) and (len(told) > _LONGEST or (" " in told and len(words) == 2)):
        return Logged(who=[(who, "")], kind="note", text=" ".join(word.strip() for word in words[1:]))
    line = Logged(who=[(who, "")], kind=_kind(told) or told)
    line.direction = next((way for phrase, _, way in PHRASES if phrase == fold(words[1])), "")
    line.text = " ".join(word.strip() for word in words[2:] if not _take_whole(line, word, today))
    return line


def _take_whole(line: Logged, clause: str, today: datetime.date) -> bool:
    """Take a clause that says nothing but how long, when or how much; tell whether it does."""
    folded = fold(clause)
    minutes = DURATIONS.get(folded)
    if minutes is None and _COUNTED.match(folded):
        minutes = read_durations([folded]).minutes[0]
    if minutes is not None and line.minutes is None and not folded.replace(".", "").isdigit():
        line.minutes = minutes
        return True
    day = _day(folded, today)
    if day is not None and line.day is None:
        line.day = day
        return True
    cost = _cost(folded, clause)
    if cost is not None and line.cost is None:
        line.cost = cost
        return True
    return False


def _day(folded: str, today: datetime.date) -> datetime.date | None:
    """Give the day that some words name, looking back: a weekday is the last one."""
    if _JUST.fullmatch(folded):
        return today
    weekday = weekday_of(folded, short=False)
    if weekday is not None:
        return last_weekday(weekday, today)
    try:
        named = named_day(folded.removeprefix("on "), today=today)
    except (ValueError, OverflowError):
        return None
    if named is not None:
        return named if named <= today else None
    if _DAY.fullmatch(folded):
        from smbcrm.core.values.date_cells import parse_date

        iso = parse_date(folded).iso
        return datetime.date.fromisoformat(iso) if iso and not iso.startswith("--") else None
    return _of_month(folded, today)


def _of_month(folded: str, today: datetime.date) -> datetime.date | None:
    """Give the last day of that name before tomorrow: `20 november`, `۵ آذر`, without a year.

    >>> _of_month("5 اذر", datetime.date(2026, 11, 28)), _of_month("march 3rd", datetime.date(2026, 1, 1))
    (datetime.date(2026, 11, 26), datetime.date(2025, 3, 3))
    """
    found = _OF_MONTH.fullmatch(folded.removeprefix("on "))
    if not found:
        return None
    from smbcrm.core.values.date_words import MONTHS

    name, number = (found[2], found[1]) if found[2] else (found[3], found[4])
    if name not in MONTHS:
        return None
    from smbcrm.core.values.date_cells import parse_date

    calendar, month = MONTHS[name]
    day = 1 if number == "اول" else int(number)
    years = (today.year, today.year - 1) if calendar == "gregorian" else (today.year - 621, today.year - 622)
    for year in years:
        iso = parse_date(f"{year:04}/{month:02}/{day:02}").iso
        if iso and iso <= today.isoformat():
            return datetime.date.fromisoformat(iso)
    return None


def _cost(folded: str, clause: str) -> float | None:
    """Give a sum that names its currency, or that follows the word cost."""
    words = folded.split()
    if not words or not any(char.isdigit() for char in folded):
        return None
    named = any(word in CURRENCY for word in words)
    if not named and words[0] not in ("cost", "هزینه"):
        return None
    from smbcrm.core.money import parse_amount

    amount = parse_amount(re.sub(r"^\s*(cost|هزینه)\s*:?\s*", "", clause, flags=re.IGNORECASE))
    return None if amount is None else float(amount.value)


def _sentence(text: str, today: datetime.date) -> Logged:
    line = Logged()
    clauses = filter(None, map(str.strip, _BETWEEN.split(text)))
    told = [clause for clause in clauses if not _take_whole(line, clause, today)]
    for place, clause in enumerate(told):
        rest = _take_inside(line, clause, today)
        if not line.kind:
            told[place] = _who_and_what(line, rest)
        else:
            told[place] = rest
    comma = "، " if any("،" in part or "\u0600" <= part[:1] <= "\u06ff" for part in told) else ", "
    line.text = comma.join(part for part in told if part)
    return line


def _take_inside(line: Logged, clause: str, today: datetime.date) -> str:
    """Take a length and a day out of the middle of a clause; give what is left of it."""
    words = clause.split()
    for size in (6, 5, 4, 3, 2, 1):
        start = 0
        while start + size <= len(words):
            part = fold(" ".join(words[start : start + size]))
            if _is_aside(line, part, today):
                del words[start : start + size]
                start = _without_lead(words, start)
                continue
            start += 1
    return " ".join(words)


def _without_lead(words: list[str], start: int) -> int:
    """Take out the words that led to a length or a day that was taken out; give where the next word stands now."""
    while start and fold(words[start - 1]) in LEADS:
        start -= 1
        if fold(words.pop(start)) == fold("مدت") and start and fold(words[start - 1]) == fold("به"):
            start -= 1
            del words[start]
    return start


def _is_aside(line: Logged, part: str, today: datetime.date) -> bool:
    if line.day is None and (day := _day(part, today)) is not None:
        line.day = day
        return True
    part = part.rstrip(".!؟").removesuffix(" ای")
    minutes = DURATIONS.get(part)
    counted = _COUNTED.fullmatch(part) or _HOURS.fullmatch(part)
    # In a sentence "5m" is five minutes, "5d" is no length of a call.
    if minutes is None and counted and (counted[2] == "m" or counted[2] not in UNITS):
        minutes = read_durations([part]).minutes[0]
    if line.minutes is None and minutes is not None:
        line.minutes = minutes
        return True
    return False


def _who_and_what(line: Logged, clause: str) -> str:
    """Find what happened in a clause, and with whom; give the words that are left for the text."""
    words = clause.split()
    found = _phrase(words)
    if found is None:
        return clause
    start, end, line.kind, line.direction = found
    before = _named(words[:start])
    after = words[end:]
    if before:
        line.who = list(_ways(before, leading=True))
        return " ".join(after).lstrip(": ")
    if fold(words[start]) in SPEAKER or not line.direction:
        line.direction = line.direction or "out"
    if line.direction == "in":
        line.direction = "out"  # "called Reza": nobody stands before the word, so it was we who called
    stop = next((n for n, word in enumerate(after) if fold(word) in ABOUT), len(after))
    line.who = list(_ways(_named(after[:stop]), leading=False))
    return " ".join(after[stop:])


def _phrase(words: Sequence[str]) -> tuple[int, int, str, str] | None:
    """Give where the words for what happened stand, what they mean, and which way it went."""
    folded = [fold(word.rstrip(":.!?؟")) for word in words]
    for start in range(len(words)):
        for phrase, kind, way in PHRASES:
            size = phrase.count(" ") + 1
            if " ".join(folded[start : start + size]) == phrase:
                return start, start + size, kind, way
    for start, word in enumerate(words):
        if is_touch(word) and (start or len(words) > 1):
            return start, start + 1, touch_kind(word), ""
    for start, word in enumerate(folded):
        near = get_close_matches(word, ONE_WORD, n=1, cutoff=0.86) if len(word) > 4 else []
        if near:
            return start, start + 1, *ONE_WORD[near[0]]
    return None


def _named(words: Sequence[str]) -> list[str]:
    """Give the words of a name without those that only lead to it."""
    kept = list(words)
    while kept and (fold(kept[0]) in BEFORE_A_NAME or fold(kept[0]) in SPEAKER):
        kept.pop(0)
    while len(kept) > 1 and fold(kept[-1]) in AFTER_A_NAME:
        kept.pop()
    return kept


def _ways(words: Sequence[str], *, leading: bool) -> Iterator[tuple[str, str]]:
    """Give the ways in which some words may be a name: all of them first, then fewer, the rest left to the text."""
    for size in range(len(words), 0, -1):
        yield " ".join(words[:size]), " ".join(words[size:])
    if leading:
        for start in range(1, len(words)):
            yield " ".join(words[start:]), " ".join(words[:start])
