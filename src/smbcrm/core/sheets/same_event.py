"""What makes two rows one sale, bill, call or answer, however their cells are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from smbcrm.core.text import fold, fold_digits

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])")
_NUMBERS = ("amount", "minutes", "rating", "quantity")
_WORDS = (
    "date",
    "due_date",
    "unit",
    "order_id",
    "product",
    "kind",
    "text",
    "customer_code",
    "name",
    "company",
)
_LISTS = ("phones", "emails")


def event_meaning(fields: Mapping[str, Any], cells: Sequence[str]) -> tuple[object, ...]:
    """Give what a row tells, the same for another script of digits, another way to write a date, an amount or a phone.

    Times of day are taken from the cells: two calls of one morning are two calls.

    >>> one = {"date": "2026-10-01", "amount": 5000, "name": "Sara  AHMADI", "phones": ["+989123450001"]}
    >>> other = {**one, "amount": 5000.0, "name": "sara ahmadi", "phones": ("+989123450001",)}
    >>> event_meaning(one, ["2026-10-01 9:05"]) == event_meaning(other, ["2026/10/01", "۰۹:۰۵"])
    True
    >>> event_meaning(one, ["2026-10-01 9:05"]) == event_meaning(other, ["2026-10-01 9:06"])
    False
    """
    numbers = tuple(
        None if (value := fields.get(name)) is None else round(float(value), 6) for name in _NUMBERS
    )
    words = tuple(fold(str(fields.get(name) or "")) for name in _WORDS)
    lists = tuple(tuple(sorted(fields.get(name) or ())) for name in _LISTS)
    answers = tuple((fold(str(about)), value) for about, value, _ in fields.get("answers") or ())
    return (*numbers, *words, *lists, answers, _clocks(cells))


def _clocks(cells: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Give the times of day and the lengths of time in some cells; midnight is what a date without a time is given."""
    found = _CLOCK.findall(fold_digits(" ".join(cells)))
    times = [tuple(int(part or 0) for part in clock) for clock in found]
    return tuple(sorted(time for time in times if any(time)))
