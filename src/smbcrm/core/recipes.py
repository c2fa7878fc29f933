"""How each tier should be treated: which contacts, how often, and what they take."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import floor, log10

from smbcrm.core.say import Say
from smbcrm.errors import UsageError

# From any contact, or only from the last one of the same kind: a call puts off the next call, but no gift.
FROM_ANY, FROM_SAME = "any", "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One contact that a tier asks for, again and again.

    `condition` names what must be known of the customer (see `holds`). `effect` is what one such contact is worth, a call being
    1. `counts_from` says which contacts put off the next one: any real contact, or only those of the same kind.
    """

    kind: str
    every_days: int
    minutes: int
    cost: float = 0.0
    tier: str = "A"
    condition: str = ""
    text: Say = Say("")  # noqa: RUF009 - frozen
    effect: float = 1.0
    counts_from: str = FROM_ANY

    def checked(self) -> Recipe:
        """Give the recipe back, or say what in it means nothing."""
        if self.every_days < 1 or self.minutes < 1:
            raise UsageError(
                Say(
                    "the recipe {kind} for tier {tier} needs at least 1 day and 1 minute",
                    (("kind", self.kind), ("tier", self.tier)),
                )
            )
        if not 0 <= self.cost < float("inf") or not 0 < self.effect < float("inf"):
            raise UsageError(
                Say(
                    "the recipe {kind} for tier {tier} needs a cost from 0 and an effect above 0",
                    (("kind", self.kind), ("tier", self.tier)),
                )
            )
        return self


FREE_RECIPES: tuple[Recipe, ...] = (
    Recipe(
        kind="call",
        every_days=21,
        minutes=15,
        tier="A",
        text=Say("call, ask how things are and note one new fact"),
    ),
    Recipe(
        kind="message",
        every_days=14,
        minutes=5,
        tier="A",
        effect=0.3,
        text=Say("send a personal message, not an advertisement"),
    ),
    Recipe(
        kind="thanks",
        every_days=91,
        minutes=5,
        tier="A",
        condition="referred",
        effect=0.8,
        counts_from=FROM_SAME,
        text=Say("say thanks for the customers who came through this one"),
    ),
    Recipe(
        kind="message",
        every_days=28,
        minutes=5,
        tier="B",
        effect=0.3,
        text=Say("send a personal message, not an advertisement"),
    ),
    Recipe(
        kind="call",
        every_days=56,
        minutes=10,
        tier="B",
        text=Say("call and ask what would make them come more often"),
    ),
    Recipe(
        kind="message",
        every_days=56,
        minutes=5,
        tier="C",
        effect=0.3,
        text=Say("send a short message with one useful thing"),
    ),
    Recipe(
        kind="message",
        every_days=91,
        minutes=3,
        tier="D",
        effect=0.3,
        text=Say("send a greeting"),
    ),
)


def built_in_recipes(*, gift: float | None = None) -> tuple[Recipe, ...]:
    """Give the recipes a shop starts with; `gift` is what a small present may cost, None where no price is known.

    The free ones for tier A take 20 minutes or more of each customer in any four weeks, whenever the last contact was.
    Without a price for a present there are no paid ones.
    """
    if gift is None or gift <= 0:
        return FREE_RECIPES
    paid = (
        Recipe(
            kind="surprise",
            every_days=91,
            minutes=10,
            cost=gift,
            tier="A",
            effect=1.5,
            counts_from=FROM_SAME,
            text=Say("a small present that fits what you know of them"),
        ),
        Recipe(
            kind="visit",
            every_days=91,
            minutes=45,
            cost=gift / 2,
            tier="A",
            effect=2.0,
            counts_from=FROM_SAME,
            text=Say("visit them where they work, and bring a little something"),
        ),
    )
    return (*FREE_RECIPES, *paid)


def small_gift(*, typical_purchase: float | None, money: float) -> float | None:
    """Give a fitting price for a small present: a tenth of a typical purchase, else a twentieth of the money set aside.

    >>> small_gift(typical_purchase=1_470_000, money=0), small_gift(typical_purchase=None, money=5000)
    (150000, 250)
    """
    price = typical_purchase / 10 if typical_purchase else money / 20
    if price <= 0:
        return None
    step = 10.0 ** (floor(log10(price)) - 1)
    rounded = round(price / step) * step
    return round(rounded) if rounded >= 10 else round(rounded, 2)


def holds(condition: str, facts: Collection[str]) -> bool:
    """Tell whether a recipe's condition holds for a customer of whom these facts are known.

    Conditions are facts joined by `and`, each possibly after `not`; upper and lower case are equal.

    >>> holds("referred and not city=tehran", {"referred", "city=Shiraz"})
    True
    >>> holds("birthday", set()), holds("", set())
    (False, True)
    """
    if not condition.strip():
        return True
    known = {fact.casefold() for fact in facts}
    for term in condition.casefold().split(" and "):
        words = term.strip()
        denied = words.startswith("not ")
        if (words.removeprefix("not ").strip() in known) == denied:
            return False
    return True


def recipes_for(tier: str, recipes: Sequence[Recipe]) -> list[Recipe]:
    """Give the recipes of one tier in a fixed order."""
    chosen = [recipe.checked() for recipe in recipes if recipe.tier == tier]
    return sorted(chosen, key=lambda r: (r.kind, r.every_days, r.minutes, r.cost, r.condition))
