"""The customer's value to the shop against the shop's value to the customer: one cell for each, and one thing to do in each cell.

Sources: Buttle, Customer Relationship Management (chapter on portfolios: every customer in exactly one cell); Zolkiewski and Turnbull, Do
relationship portfolios and networks provide the key to successful relationship management? (2002), for both sides of the value.
A side that is not known is asked for; it is never guessed from the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smbcrm.core.say import Say, say

PARTNER, AT_STAKE, PROMISING, ROUTINE, ASK = "partner", "at stake", "promising", "routine", "ask"
CELLS = (AT_STAKE, PARTNER, ROUTINE, PROMISING, ASK)
ENOUGH = 7.0
"""From 7 of 10 on a customer gets much from the shop: the usual mark of a satisfied one (4 of 5 stars is 8)."""

ACTIONS: Mapping[str, Say] = {
    PARTNER: Say("thank them, and ask whom they know"),
    AT_STAKE: Say("ask what they miss with you, and mend that first"),
    PROMISING: Say("they like you; offer them more of what they need"),
    ROUTINE: Say("serve them well, and spend no more time than they ask for"),
    ASK: Say("ask what is not known before you decide anything"),
}
COMMANDS: Mapping[str, str] = {
    PARTNER: 'smbcrm touch {id} --kind referral --to "WHOM"',
    AT_STAKE: 'smbcrm log {id} call "WHAT THEY MISS"',
    PROMISING: 'smbcrm log {id} call "WHAT YOU OFFERED"',
    ROUTINE: "smbcrm show {id}",
    ASK: "smbcrm gaps --who {id}",
}


EVIDENCE = 2.0
"""As many promises of the list's kind as stand beside a customer's own: one that was kept proves little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What a customer gets from the shop, 0 to 10 (None: not known), and what tells it."""

    value: float | None
    told: tuple[Say, ...]


def value_received(
    *,
    satisfaction: float | None,
    share_of_need: float | None,
    promises: float | None = None,
    promised: tuple[int, int] = (0, 0),
    answer: float | None = None,
) -> Received:
    """Give what a customer gets from the shop: the mean of what is known of his satisfaction, of the share of his need that the
    shop meets, and of the promises it kept (`promised`: how many of how many); all from 0 to 1. What he answered himself counts instead.

    How long he has been a customer, and what he buys, say nothing here: that is the other side of the matrix.

    >>> value_received(satisfaction=0.8, share_of_need=0.4).value, value_received(satisfaction=None, share_of_need=None).value
    (6.0, None)
    >>> [str(line) for line in value_received(satisfaction=0.8, share_of_need=None, promises=0.5, promised=(1, 3)).told]
    ['satisfied to 8 of 10', '1 of 3 promises kept']
    """
    if answer is not None:
        return Received(
            value=round(10 * answer, 1), told=(say("their own answer: {value} of 10", value=_ten(answer)),)
        )
    lines = {
        "satisfied to {value} of 10": satisfaction,
        "gets {value} of 10 of what they need from you": share_of_need,
    }
    told = [say(line, value=_ten(value)) for line, value in lines.items() if value is not None]
    if promises is not None:
        told.append(say("{kept} of {count} promises kept", kept=promised[0], count=promised[1]))
    known = [value for value in (satisfaction, share_of_need, promises) if value is not None]
    return Received(value=round(10 * sum(known) / len(known), 1) if known else None, told=tuple(told))


def _ten(share: float) -> str:
    return f"{10 * share:.2g}"


def pulled(promises: Mapping[int, tuple[int, int]]) -> dict[int, float]:
    """Give the share of promises kept to each customer, pulled towards that of all: (kept + c m) / (count + c).

    >>> pulled({1: (1, 1), 2: (0, 1)})
    {1: 0.6666666666666666, 2: 0.3333333333333333}
    """
    kept, count = (sum(one[at] for one in promises.values()) for at in (0, 1))
    middle = kept / count if count else 0.0
    return {who: (k + EVIDENCE * middle) / (n + EVIDENCE) for who, (k, n) in promises.items()}


def cell(score: float | None, value: float | None, *, middle: float, enough: float = ENOUGH) -> str:
    """Give the cell of a customer.

    >>> cell(8, 9, middle=6), cell(8, 3, middle=6), cell(4, 9, middle=6), cell(8, None, middle=6)
    ('partner', 'at stake', 'promising', 'ask')
    """
    if score is None or value is None:
        return ASK
    if score >= middle:
        return PARTNER if value >= enough else AT_STAKE
    return PROMISING if value >= enough else ROUTINE
