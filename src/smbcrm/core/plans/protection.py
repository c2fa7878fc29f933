"""Who and what comes first in a plan: tiers, kinds of contact, single customers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from smbcrm.core.text import clean, fold
from smbcrm.core.values.touches import touch_kind

_CUSTOMER = re.compile(r"c(\d{1,12})\Z", re.IGNORECASE)
_NOBODY = frozenset({"none", "nobody", "-", "هیچ", "هیچکس"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Customers of these tiers, and these customers, get something before anybody gets a second; these kinds come before others."""

    tiers: frozenset[str] = frozenset("A")
    kinds: frozenset[str] = frozenset()
    customers: frozenset[int] = frozenset()


def read_protection(text: str) -> str:
    """Give what a person wrote in its settled form.

    >>> read_protection("a, c17 ,Call"), read_protection("none")
    ('A,C17,call', '')
    """
    words = [clean(part) for part in text.replace("،", ",").split(",") if clean(part)]
    if {fold(word) for word in words} <= _NOBODY:
        return ""
    return ",".join(
        word.upper() if len(word) == 1 or _CUSTOMER.match(word) else touch_kind(word) for word in words
    )


def protection_of(text: str) -> Protection:
    """Give what a settled text protects.

    >>> protection_of("A,C17,call").customers
    frozenset({17})
    """
    words = [word for word in text.split(",") if word]
    customers = {word: match for word in words if (match := _CUSTOMER.match(word))}
    tiers = {word for word in words if word in "ABCD"}
    return Protection(
        tiers=frozenset(tiers),
        customers=frozenset(int(match[1]) for match in customers.values()),
        kinds=frozenset(word for word in words if word not in tiers and word not in customers),
    )
