"""The recipes a shop starts with; the owner changes them as he likes."""

from __future__ import annotations

from smbcrm.core.plans.recipe import ANNIVERSARY, BIRTHDAY, FROM_SAME, NEXT_ACTION, Recipe
from smbcrm.core.say import Say

# The free ones for tier A take 20 minutes or more of each customer in any four weeks, whenever the last contact was.
FREE_RECIPES: tuple[Recipe, ...] = (
    Recipe(
        name="A-call",
        kind="call",
        every_days=21,
        minutes=15,
        tier="A",
        text=Say("call, ask how things are and note one new fact"),
    ),
    Recipe(
        name="A-message",
        kind="message",
        every_days=14,
        minutes=5,
        tier="A",
        effect=0.3,
        text=Say("send a personal message, not an advertisement"),
    ),
    Recipe(
        name="A-thanks",
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
        name="B-message",
        kind="message",
        every_days=28,
        minutes=5,
        tier="B",
        effect=0.3,
        text=Say("send a personal message, not an advertisement"),
    ),
    Recipe(
        name="B-call",
        kind="call",
        every_days=56,
        minutes=10,
        tier="B",
        text=Say("call and ask what would make them come more often"),
    ),
    Recipe(
        name="C-message",
        kind="message",
        every_days=56,
        minutes=5,
        tier="C",
        effect=0.3,
        text=Say("send a short message with one useful thing"),
    ),
    Recipe(
        name="D-message",
        kind="message",
        every_days=91,
        minutes=3,
        tier="D",
        effect=0.3,
        text=Say("send a greeting"),
    ),
    Recipe(
        name="birthday",
        kind="birthday",
        occasion=BIRTHDAY,
        minutes=5,
        tier="",
        effect=1.2,
        counts_from=FROM_SAME,
        text=Say("wish a happy birthday, in your own words"),
    ),
    Recipe(
        name="anniversary",
        kind="anniversary",
        occasion=ANNIVERSARY,
        minutes=5,
        tier="",
        effect=1.0,
        counts_from=FROM_SAME,
        text=Say("congratulate on the anniversary"),
    ),
    Recipe(
        name="next-action",
        kind="call",
        occasion=NEXT_ACTION,
        minutes=10,
        tier="",
        effect=2.0,
        text=Say("get back to them, as it was agreed"),
    ),
)

PAID_RECIPES: tuple[Recipe, ...] = (
    Recipe(
        name="A-surprise",
        kind="surprise",
        every_days=91,
        minutes=10,
        gift=1.0,
        tier="A",
        effect=1.5,
        counts_from=FROM_SAME,
        text=Say("a small present that fits what you know of them"),
    ),
    Recipe(
        name="A-visit",
        kind="visit",
        every_days=91,
        minutes=45,
        gift=0.5,
        tier="A",
        effect=2.0,
        counts_from=FROM_SAME,
        text=Say("visit them where they work, and bring a little something"),
    ),
)
DEFAULT_RECIPES = (*FREE_RECIPES, *PAID_RECIPES)
