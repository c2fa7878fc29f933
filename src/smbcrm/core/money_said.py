"""An amount of money in words."""

from __future__ import annotations

from smbcrm.core.say import Say, say


def money(amount: float | None, unit: str) -> Say:
    """Give an amount with its unit, where it has one.

    >>> str(money(12.5, "EUR")), str(money(3, "")), str(money(None, "EUR"))
    ('12.5 EUR', '3', 'an unknown amount')
    """
    if amount is None:
        return say("an unknown amount")
    return (
        say("{amount} {unit}", amount=amount, unit=unit) if unit else Say("{amount}", (("amount", amount),))
    )
