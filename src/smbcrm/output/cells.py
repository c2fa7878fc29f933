"""The one place where a value becomes text, so that every format says the same.

Three faces of a value: `plain_values` for JSON, `plain_text` for csv and tsv (the same values, spelled), and
`shown_text` for people (table, md, html). Machines get ISO dates, Latin digits, raw numbers and English; people
get grouped thousands, their calendar and their language. None is unknown and is never written as 0.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from smbcrm.core.say import Say, percent, say
from smbcrm.output.safe import safe_line
from smbcrm.output.view import Column, Kind
from smbcrm.output.words import heading, render

SEVERAL = "; "
_BY_HAND = "by hand"
_YES, _NO = say("yes"), say("no")


def plain_value(value: object, kind: Kind = "text") -> object:
    """Give the value as JSON holds it.

    >>> plain_value(7.25, "score"), plain_value(12500000.0, "money"), plain_value(("a", "b"), "list")
    (7.2, 12500000, ['a', 'b'])
    """
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        return float(value) if kind == "score" else value
    if isinstance(value, float):
        return _plain_number(value, kind)
    if isinstance(value, (list, tuple, set, frozenset)):
        several = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        if all(one.__class__ is str for one in several):
            return list(several)
        return [plain_value(one, "text" if kind == "list" else kind) for one in several]
    return _plain_other(value, kind)


def _plain_other(value: object, kind: Kind) -> object:
    """Give sentences in English, dates in ISO, and what a numeric library calls a number as a number."""
    if isinstance(value, Say):
        return render(value, "en")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return _plain_number(float(value), kind)
    item = getattr(value, "item", None)
    return plain_value(item(), kind) if callable(item) else str(value)


def _plain_number(value: float, kind: Kind) -> float | int | None:
    if not math.isfinite(value):
        return None
    if kind == "score":
        return round(value, 1)
    return int(value) if value.is_integer() else value


def plain_text(value: object, kind: Kind = "text") -> str:
    """Give the value as a csv cell holds it.

    >>> plain_text(None), plain_text(8, "score"), plain_text(True, "bool"), plain_text(["a", None, "b"], "list")
    ('', '8.0', 'true', 'a; b')
    """
    return _spelled(plain_value(value, kind))


def _spelled(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _without_exponent(value)
    if isinstance(value, list):
        return SEVERAL.join(text for text in map(_spelled, value) if text)
    return str(value)


def _without_exponent(value: float) -> str:
    text = repr(value)
    return format(Decimal(text), "f") if "e" in text else text


def plain_writers(columns: Sequence[Column]) -> list[tuple[frozenset[type], Callable[[object], object]]]:
    """Give for each column the types that csv can write as they are, and what spells all others."""
    as_is: frozenset[type] = frozenset((str, type(None)))
    return [
        (as_is if column.kind == "score" else as_is | {int}, _text_writer(column.kind)) for column in columns
    ]


def _text_writer(kind: Kind) -> Callable[[object], str]:
    if kind == "score":
        return lambda value: _score_text(value) if value.__class__ is float else plain_text(value, kind)
    if kind == "list":
        return _list_text
    return lambda value: _number_text(value) if value.__class__ is float else plain_text(value, kind)


def _number_text(value: float) -> str:
    """Most sums of money are whole; the others, and what is no number, take the long way."""
    return str(int(value)) if value.is_integer() else plain_text(value)


@lru_cache(maxsize=1024)
def _score_text(value: float) -> str:
    """There are 91 scores and many customers."""
    return plain_text(value, "score")


def _list_text(value: object) -> str:
    """Most lists are texts, none of them empty: joined as they are."""
    try:
        if isinstance(value, (list, tuple)) and "" not in value:
            return SEVERAL.join(value)
    except TypeError:
        pass
    return plain_text(value, "list")


def value_writers(columns: Sequence[Column]) -> list[tuple[frozenset[type], Callable[[object], object]]]:
    """Give for each column the types that JSON can write as they are, and what makes the others plain."""
    as_is: frozenset[type] = frozenset((str, bool, type(None)))
    return [
        (as_is if column.kind == "score" else as_is | {int}, _value_writer(column.kind)) for column in columns
    ]


def _value_writer(kind: Kind) -> Callable[[object], object]:
    if kind == "score":
        return lambda value: _score_value(value) if value.__class__ is float else plain_value(value, kind)
    return lambda value: plain_value(value, kind)


@lru_cache(maxsize=1024)
def _score_value(value: float) -> object:
    return plain_value(value, "score")


def shown_text(value: object, kind: Kind = "text", *, lang: str = "en", calendar: str = "gregorian") -> str:
    """Give the value as a person reads it: one line, safe on a terminal, "" when unknown.

    >>> shown_text(12500000, "money"), shown_text(0.25, "share"), shown_text(8, "score"), shown_text(12345, "int")
    ('12,500,000', '25%', '8.0', '12345')
    """
    return safe_line(_shown(value, kind, lang, calendar))


def shown_lines(value: object, kind: Kind = "text", *, lang: str = "en", calendar: str = "gregorian") -> str:
    """Give the value as a person reads it where a cell may hold several lines; it is not yet made safe."""
    return _shown(value, kind, lang, calendar)


def _shown(value: object, kind: Kind, lang: str, calendar: str) -> str:
    if isinstance(value, Say):
        return render(value, lang, calendar=calendar)
    if isinstance(value, (list, tuple, set, frozenset)):
        several = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        shown = (_shown(one, "phone" if kind == "list" else kind, lang, calendar) for one in several)
        return SEVERAL.join(text for text in shown if text)
    plain = plain_value(value, kind)
    if plain is None:
        return ""
    if isinstance(plain, bool) or (kind == "bool" and isinstance(plain, int)):  # the store keeps 1 and 0
        return render(_YES if plain else _NO, lang)
    if isinstance(plain, str):
        return _shown_string(plain, kind, lang, calendar)
    assert isinstance(plain, (int, float))
    return shown_number(plain, kind)


def _shown_string(text: str, kind: Kind, lang: str, calendar: str) -> str:
    if kind == "date":
        return shown_date(text, calendar)
    if kind == "word" or (kind == "origin" and text == _BY_HAND):
        return heading(text, lang)
    if kind == "phone" and ";ext=" in text:
        return text.replace(";ext=", " داخلی " if lang == "fa" else " ext ")
    return text


def shown_date(iso: str, calendar: str) -> str:
    """Give a day, or a moment, in the calendar; a moment keeps its hours and minutes."""
    day, clock = (iso[:10], iso[11:16]) if len(iso) > 10 and iso[10] in "T " else (iso, "")
    if calendar != "gregorian":
        from smbcrm.core.dates import show_day

        day = show_day(day, calendar)
    return f"{day} {clock}" if clock else day


def shown_number(value: float, kind: Kind) -> str:
    """Give a number as its kind is written.

    >>> [shown_number(v, "number") for v in (1234567, 1234.5678, 0.012345, -3)]
    ['1,234,567', '1,234.57', '0.0123', '-3']
    """
    if kind == "score":
        return f"{value:.1f}"
    if kind == "share":
        return percent(value)
    if kind in ("int", "phone", "date", "text"):
        return _spelled(value)
    if isinstance(value, int):
        return f"{value:,}"
    if kind == "money":
        return f"{value:,.2f}"
    if abs(value) >= 1:
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return format(Decimal(f"{value:.3g}"), "f")
