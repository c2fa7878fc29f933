"""What makes two rows one sale, bill, call or answer, however their cells are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from smbcrm.core.text import fold, fold_digits

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])")
_NUMBERS = ("amount", "minutes", "rating", "scale", "quantity")
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


def same_sale_told(
    one: tuple[Mapping[str, Any], Sequence[str]], other: tuple[Mapping[str, Any], Sequence[str]]
) -> bool:
    """Tell whether two rows of different lists, of one day and one sum, tell one sale.

    The buyer must be the same beyond doubt, the currency too; numbers, products and times of day must agree where both tell them.

    >>> sara = {"name": "Sara Ahmadi", "phones": ["+989123450001"]}
    >>> same_sale_told((sara, ["10:05"]), ({"name": "sara ahmadi"}, []))
    True
    >>> same_sale_told((sara, ["10:05"]), ({"name": "sara ahmadi"}, ["11:00"])), same_sale_told((sara, []), ({"name": "Sara"}, []))
    (False, False)
    """
    mine, his = one[0], other[0]
    for name in ("order_id", "product", "unit"):
        a, b = fold(str(mine.get(name) or "")), fold(str(his.get(name) or ""))
        if a and b and a != b:
            return False
    clocks, others = _clocks(one[1]), _clocks(other[1])
    return _is_same_buyer(mine, his) and (not clocks or not others or clocks == others)


def _is_same_buyer(mine: Mapping[str, Any], his: Mapping[str, Any]) -> bool:
    """Tell whether rows name one buyer by a phone, an e-mail or a code; by the whole name where nothing else can be compared."""
    for name in ("crm_id", "customer_code", "national_id", "phones", "emails"):
        a, b = mine.get(name), his.get(name)
        if a and b:
            return bool(set(a) & set(b)) if isinstance(a, list | tuple) else a == b
    names = [fold(str(fields.get("name") or fields.get("company") or "")) for fields in (mine, his)]
    return names[0] == names[1] and " " in names[0]


def _clocks(cells: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Give the times of day and the lengths of time in some cells; midnight is what a date without a time is given."""
    found = _CLOCK.findall(fold_digits(" ".join(cells)))
    times = [tuple(int(part or 0) for part in clock) for clock in found]
    return tuple(sorted(time for time in times if any(time)))
