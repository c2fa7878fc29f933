"""How long contacts really took, from those that the owner timed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from smbcrm.core.plans.learning import learnt
from smbcrm.core.recipes import Recipe
from smbcrm.core.values.touches import touch_kind
from smbcrm.usecases.ports import Store

# Call logs of a phone are left out: they hold wrong numbers and missed calls, and no visits.
_TIMED = """
SELECT i.kind, coalesce(t.tier, ''), i.minutes FROM interaction i JOIN source_row r ON r.id = i.row_id
JOIN source s ON s.id = r.source_id LEFT JOIN tier t ON t.id = r.customer_id
WHERE s.kind = 'owner' AND i.minutes > 0 ORDER BY i.id
"""


def learnt_minutes(store: Store, recipes: Sequence[Recipe]) -> dict[str, tuple[int, int]]:
    """Give for each recipe the minutes to plan with, and how many contacts of its kind and tier were timed."""
    timed: dict[str, list[tuple[str, float]]] = {}
    for kind, tier, minutes in store.read(_TIMED):
        timed.setdefault(touch_kind(kind), []).append((tier, minutes))
    found = {}
    for recipe in recipes:
        mine = [
            minutes
            for tier, minutes in timed.get(recipe.kind, [])
            if not recipe.tiers or tier in recipe.tiers
        ]
        found[recipe.name] = (learnt(recipe.minutes, mine), len(mine))
    return found


def with_learnt_minutes(store: Store, recipes: Sequence[Recipe]) -> tuple[Recipe, ...]:
    """Give the recipes with the minutes that their contacts really take."""
    found = learnt_minutes(store, recipes)
    return tuple(replace(recipe, minutes=found[recipe.name][0]) for recipe in recipes)
