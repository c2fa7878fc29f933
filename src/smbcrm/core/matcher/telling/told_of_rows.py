"""Whether what is told of two rows stands in these rows, or in others of their customers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from smbcrm.core.matcher.weighing.judged import SAYING

_HELD_IN = {field: (field,) for field in SAYING} | {
    "phone": ("phones",),
    "email": ("emails",),
    "national_id": ("national_id", "company_id", "economic_code"),
}


def tells_more(told: Collection[str], one: Mapping[str, Any], two: Mapping[str, Any]) -> bool:
    """Tell whether something is `told` of two rows that one of them does not hold.

    Customers are judged as wholes before they are joined or asked about: then the evidence is that of all their rows.

    >>> tells_more(["given", "city"], {"name": "Anna Lind", "city": "Malmö"}, {"name": "Anna Lind", "city": "Malmö"})
    False
    >>> tells_more(["given", "city"], {"name": "Anna Lind"}, {"name": "Anna Lind", "city": "Malmö"})
    True
    """
    held = [frozenset(row) | frozenset(row.get("bad", ())) for row in (one, two)]  # what is no day, too
    return any(
        not there.intersection(_HELD_IN[field]) for field in told if field in _HELD_IN for there in held
    )
