"""A recipe as the owner writes it, FIELD=VALUE, and as it is written for him."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from smbcrm.core.plans.conditions import check_term, number_in
from smbcrm.core.plans.recipe import ANNIVERSARY, BIRTHDAY, FROM_ANY, FROM_SAME, NEXT_ACTION, Recipe
from smbcrm.core.recipes import terms_of
from smbcrm.core.say import Say, say
from smbcrm.core.text import clean, fold
from smbcrm.core.values.days import read_span
from smbcrm.errors import UsageError

FIELDS = (
    "name", "kind", "tier", "if", "every", "lead", "minutes", "cost", "effect", "counts", "text",
)  # fmt: skip
ALIASES = {"condition": "if", "tiers": "tier", "segment": "if", "say": "text", "counts_from": "counts"}
_OCCASIONS = {
    fold(word): occasion
    for occasion, words in (
        (BIRTHDAY, ("birthday", "تولد")),
        (ANNIVERSARY, ("anniversary", "سالگرد")),
        (NEXT_ACTION, ("next action", "next-action", "next_action", "کار بعدی", "پیگیری")),
    )
    for word in words
}
_TIERS = {"ALL": "", "*": "", "ANY": "", "همه": "", "": ""}
_GIFT = frozenset({"gift", "gifts", "present", "هدیه"})
_HINT = say("write it like: kind=call tier=A every=21d minutes=15 text='ask how things are'")


def read_recipe(given: Mapping[str, str], base: Recipe | None = None) -> Recipe:
    """Give the recipe that words describe, on top of `base`.

    >>> read_recipe({"kind": "call", "every": "3w", "minutes": "10"}).every_days
    21
    >>> read_recipe({"kind": "message", "every": "تولد", "minutes": "5", "tier": "all"}).occasion
    'birthday'
    """
    words = {
        ALIASES.get(name.strip().lower(), name.strip().lower()): value.strip()
        for name, value in given.items()
    }
    unknown = [name for name in words if name not in FIELDS]
    if unknown:
        raise UsageError(
            say("a recipe has no {field}", field=", ".join(unknown)),
            say("a recipe has: {fields}", fields=", ".join(FIELDS)),
        )
    if base is None and not (words.get("kind") and words.get("every")):
        raise UsageError(say("a recipe needs a kind and how often"), _HINT)
    recipe = base or Recipe(kind=words["kind"], minutes=10, every_days=1)
    changes: dict[str, Any] = {}
    for name, value in words.items():
        changes.update(_CHANGES[name](value))
    return replace(recipe, **changes).checked()


def _number(name: str, value: str, *, lowest: float) -> float:
    number = number_in(value)
    if number is None or number < lowest:
        raise UsageError(say("{field}={value} is not a number that fits", field=name, value=value), _HINT)
    return number


def _kind(value: str) -> dict[str, Any]:
    from smbcrm.core.values.touches import touch_kind

    if not value:
        raise UsageError(say("a recipe needs a kind and how often"), _HINT)
    return {"kind": touch_kind(clean(value))}


def _tier(value: str) -> dict[str, Any]:
    if fold(value).upper() in _TIERS or value.upper() in _TIERS:
        return {"tier": ""}
    tiers = sorted({part.strip().upper() for part in value.replace("،", ",").split(",") if part.strip()})
    if not set(tiers) <= {"A", "B", "C", "D"}:
        raise UsageError(say("there is no tier {tier}", tier=value), say("the tiers are A, B, C and D"))
    return {"tier": ",".join(tiers)}


def _if(value: str) -> dict[str, Any]:
    for term, _ in terms_of(value):
        check_term(term)
    return {"condition": clean(value)}


def _every(value: str) -> dict[str, Any]:
    occasion = _OCCASIONS.get(fold(value))
    if occasion:
        return {"occasion": occasion, "every_days": 0}
    return {"occasion": "", "every_days": max(read_span(value), 0)}


def _minutes(value: str) -> dict[str, Any]:
    return {"minutes": round(_number("minutes", value, lowest=1))}


def _cost(value: str) -> dict[str, Any]:
    gifts, _, word = fold(value).rpartition(" ")
    if word in _GIFT:
        return {"cost": 0.0, "gift": _number("cost", gifts or "1", lowest=0.01)}
    return {"cost": _number("cost", value, lowest=0), "gift": 0.0}


def _counts(value: str) -> dict[str, Any]:
    if value not in (FROM_ANY, FROM_SAME):
        raise UsageError(
            say("counts={value} means nothing", value=value),
            say("counts=any: any contact puts it off; counts=same: only one of its kind"),
        )
    return {"counts_from": value}


_CHANGES: dict[str, Callable[[str], dict[str, Any]]] = {
    "name": lambda value: {"name": clean(value).replace(" ", "-")},
    "kind": _kind,
    "tier": _tier,
    "if": _if,
    "every": _every,
    "lead": lambda value: {"lead_days": read_span(value or "0")},
    "minutes": _minutes,
    "cost": _cost,
    "effect": lambda value: {"effect": _number("effect", value, lowest=0)},
    "counts": _counts,
    "text": lambda value: {"text": Say(clean(value, lines=True))},
}


def often(recipe: Recipe) -> str:
    """Give how often as it is typed.

    >>> often(Recipe(kind="call", minutes=5, every_days=21)), often(Recipe(kind="call", minutes=5, occasion="birthday"))
    ('21d', 'birthday')
    """
    return recipe.occasion.replace(" ", "-") if recipe.occasion else f"{recipe.every_days}d"
