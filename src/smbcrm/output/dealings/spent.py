"""What somebody spent, told with the purchases that are known of it."""

from __future__ import annotations

from smbcrm.core.say import Say, say


def spent(spend: float, purchases: int | None, *, listed: object = None, times: object = None) -> Say:
    """Say what somebody spent; `listed` is the sum that a list of the owner tells, `times` in how many purchases.

    A list may tell the sum and not in how many purchases; those that were noted beside it need not add up to it.
    """
    if purchases is None:
        return say("{spend}", spend=spend)
    if listed == spend and times != purchases:
        return say(
            "{spend} by your list; {count} {count:purchase is|purchases are} noted",
            spend=spend,
            count=purchases,
        )
    return say("{spend} in {count} {count:purchase|purchases}", spend=spend, count=purchases)
