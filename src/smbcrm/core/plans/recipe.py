"""One contact that customers are owed, again and again or on an occasion."""

from __future__ import annotations

from dataclasses import dataclass

from smbcrm.core.say import Say, say
from smbcrm.errors import UsageError

# From any contact, or only from the last one of the same kind: a call puts off the next call, but no gift.
FROM_ANY, FROM_SAME = "any", "same"
BIRTHDAY, ANNIVERSARY, NEXT_ACTION = "birthday", "anniversary", "next action"
OCCASIONS = (BIRTHDAY, ANNIVERSARY, NEXT_ACTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One contact that a tier asks for, again and again, or on an occasion.

    `tier` may name several (`A,B`) or none, which means every tier that is planned for. `condition` names what must be known of
    the customer (see `holds`). `effect` is what one such contact is worth, a call being 1. `counts_from` says which contacts put
    off the next one: any real contact, or only those of the same kind. It is planned `lead_days` before it is due. With a `gift`
    above 0 it costs so many small presents, whatever their price is.
    """

    kind: str
    minutes: int
    every_days: int = 0
    occasion: str = ""
    lead_days: int = 0
    cost: float = 0.0
    gift: float = 0.0
    tier: str = "A"
    condition: str = ""
    text: Say = Say("")  # noqa: RUF009 - frozen
    effect: float = 1.0
    counts_from: str = FROM_ANY
    name: str = ""

    @property
    def tiers(self) -> tuple[str, ...]:
        """The tiers it is for; none means every one."""
        return tuple(part.strip() for part in self.tier.split(",") if part.strip())

    def checked(self) -> Recipe:
        """Give the recipe back, or say what in it means nothing."""
        name = self.name or self.kind
        if (self.every_days < 1 and self.occasion not in OCCASIONS) or self.minutes < 1:
            raise UsageError(
                say("the recipe {name} needs at least 1 day and 1 minute", name=name),
                say("for example: every=21d minutes=15"),
            )
        if not 0 <= self.cost < float("inf") or not 0 < self.effect < float("inf") or self.lead_days < 0:
            raise UsageError(
                say("the recipe {name} needs a cost from 0 and an effect above 0", name=name),
                say("for example: cost=200000 effect=1.5"),
            )
        return self
