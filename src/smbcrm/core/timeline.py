"""One customer's life with the shop in one line: what happened, when, who noted it, and from which file it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.core.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the timeline: the day it happened, the moment it was noted (UTC), and the operation that noted it."""

    date: str
    at: str
    kind: str
    what: Say
    source: str
    operation: int | None


def in_order(happenings: Iterable[Happening]) -> list[Happening]:
    """Give them the oldest first; what has no day of its own stands on the day it was noted."""
    return sorted(happenings, key=lambda one: (one.date or one.at[:10], one.at, one.operation or 0))


def standing(operations: Iterable[tuple[int, int | None]]) -> set[int]:
    """Give the operations that are in force, of (number, the one it takes back): what was undone is not, unless its undo was undone.

    >>> sorted(standing([(1, None), (2, None), (3, 2), (4, 3), (5, 1)]))
    [2, 4, 5]
    """
    dead: set[int] = set()
    alive: set[int] = set()
    for number, undoes in sorted(operations, reverse=True):
        if number in dead:
            continue
        alive.add(number)
        if undoes is not None:
            dead.add(undoes)
    return alive


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Say]:
    """Say what differs between two versions of some fields, field by field; the owner's own columns by their headings.

    >>> list(map(str, changes({"city": "Qom", "x": {"Size": "43"}}, {"city": "Yazd", "x": {"Size": "44"}})))
    ['city: Qom → Yazd', 'Size: 43 → 44']
    """
    for field in dict.fromkeys([*after, *before]):
        old, new = before.get(field), after.get(field)
        if field == "x":
            yield from changes(dict(old or {}), dict(new or {}))
        elif _plain(old) != _plain(new):
            yield changed(field, old, new)


def changed(field: str | Say, old: Any, new: Any) -> Say:
    """Say how one field changed; of several values, those that came and those that went."""
    if isinstance(old, list | tuple) or isinstance(new, list | tuple):
        had, has = _listed(old), _listed(new)
        gone = [one for one in had if fold(one) not in set(map(fold, has))]
        come = [one for one in has if fold(one) not in set(map(fold, had))]
        old, new = "; ".join(gone), "; ".join(come)
    if old in (None, ""):
        return say("{field}: {after}", field=field, after=_shown(new))
    if new in (None, ""):
        return say("{field}: {before} was taken out", field=field, before=_shown(old))
    return say("{field}: {before} → {after}", field=field, before=_shown(old), after=_shown(new))


def _listed(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else [str(value)] if value else []


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else None if value == "" else value


def _shown(value: Any) -> Any:
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    return value if isinstance(value, int | float | Say) else str(value)
