"""The customer's value to the shop against the shop's value to the customer: one cell for each, and one thing to do in each cell.

Sources: Buttle, Customer Relationship Management (chapter on portfolios: every customer in exactly one cell); Zolkiewski and Turnbull, Do
relationship portfolios and networks provide the key to successful relationship management? (2002), for both sides of the value.
A side that is not known is asked for; it is never guessed from the other.
"""

from __future__ import annotations

from collections.abc import Mapping

from smbcrm.core.say import Say

PARTNER, AT_STAKE, PROMISING, ROUTINE, ASK = "partner", "at stake", "promising", "routine", "ask"
CELLS = (AT_STAKE, PARTNER, ROUTINE, PROMISING, ASK)
ENOUGH = 7.0
"""From 7 of 10 on a customer gets much from the shop: the usual mark of a satisfied one (4 of 5 stars is 8)."""

ACTIONS: Mapping[str, Say] = {
    PARTNER: Say("thank them, and ask whom they know"),
    AT_STAKE: Say("ask what they miss with you, and mend that first"),
    PROMISING: Say("they like you: offer them more of what they need"),
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


def value_received(satisfaction: float | None, share_of_need: float | None) -> float | None:
    """Give what a customer gets from the shop, 0 to 10: the mean of what is known of satisfaction and of the share of his need you meet.

    >>> value_received(0.8, None), value_received(0.8, 0.4), value_received(None, None)
    (8.0, 6.0, None)
    """
    known = [value for value in (satisfaction, share_of_need) if value is not None]
    return round(10 * sum(known) / len(known), 1) if known else None


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
