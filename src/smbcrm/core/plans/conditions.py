"""The facts that conditions of recipes ask for, and what a term may look like."""

from __future__ import annotations

import re
from collections.abc import Mapping

from smbcrm.core.say import say
from smbcrm.core.text import fold
from smbcrm.errors import UsageError

REFERRED = "referred"
NUMBERS = frozenset({"score", "spend", "purchases"})
_COMPARED = re.compile(r"(\w+)\s*(>=|<=|>|<)\s*(-?[\d.,٫٬۰-۹]+)\Z")


def check_term(term: str) -> None:
    """Raise UsageError for a term that nothing could be known by."""
    if term == REFERRED or term.startswith("has ") or "=" in term.replace(">=", "").replace("<=", ""):
        return
    compared = _COMPARED.match(term)
    if compared and compared[1] in NUMBERS and number_in(compared[3]) is not None:
        return
    raise UsageError(
        say("{term} is no condition of a recipe", term=term),
        say("conditions are like: referred, tag=vip, city=Shiraz, has birth_date, score>=8, not tag=vip"),
    )


def number_in(text: str) -> float | None:
    """Give the number a person typed.

    >>> number_in("۱۲۰۰۰"), number_in("1,200.5"), number_in("x")
    (12000.0, 1200.5, None)
    """
    try:
        return float(fold(text).replace(",", "").replace("٬", "").replace("٫", "."))
    except ValueError:
        return None


def is_so(term: str, record: Mapping[str, object]) -> bool:
    """Tell whether a term holds for a customer; what is not known does not.

    >>> is_so("city=shiraz", {"city": "Shiraz"}), is_so("score>=8", {"score": None}), is_so("tag=vip", {"tags": "VIP; new"})
    (True, False, True)
    """
    if term == REFERRED:
        return bool(record.get(REFERRED))
    if term.startswith("has "):
        return record.get(term.removeprefix("has ").strip()) not in (None, "", [])
    compared = _COMPARED.match(term)
    if compared:
        value, limit = record.get(compared[1]), number_in(compared[3])
        if not isinstance(value, int | float) or limit is None:
            return False
        return {">=": value >= limit, "<=": value <= limit, ">": value > limit, "<": value < limit}[
            compared[2]
        ]
    name, _, wanted = term.partition("=")
    if name.strip() in ("tag", "tags"):
        return fold(wanted) in {fold(part) for part in str(record.get("tags") or "").split(";")}
    value = record.get(name.strip())
    several = value if isinstance(value, list) else [value]
    return fold(wanted) in {fold(str(one)) for one in several if one not in (None, "")}
