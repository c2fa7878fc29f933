"""What makes two rows one sale, bill, call or answer, however their cells are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smbcrm.core.text import fold

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


def event_meaning(fields: Mapping[str, Any]) -> tuple[object, ...]:
    """Give what a row tells, the same for another script of digits, another way to write a date, an amount or a phone.

    >>> one = {"date": "2026-10-01", "amount": 5000, "name": "Sara  AHMADI", "phones": ["+989123450001"]}
    >>> event_meaning(one) == event_meaning({**one, "amount": 5000.0, "name": "sara ahmadi", "phones": ("+989123450001",)})
    True
    """
    numbers = tuple(
        None if (value := fields.get(name)) is None else round(float(value), 6) for name in _NUMBERS
    )
    words = tuple(fold(str(fields.get(name) or "")) for name in _WORDS)
    lists = tuple(tuple(sorted(fields.get(name) or ())) for name in _LISTS)
    return (*numbers, *words, *lists)
