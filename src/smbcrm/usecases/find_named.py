"""Find who is meant in a sentence, where it is not told which of its words are the name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smbcrm.core.say import say
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.find_customer import find_all, find_customer
from smbcrm.usecases.ports import Store

Ask = Callable[[Sequence[int]], int | None]
"""Asks a person which of several customers is meant; None when he does not say."""


def find_named(store: Store, ways: Sequence[tuple[str, str]], ask: Ask | None = None) -> tuple[int, str]:
    """Give the customer that some words name, and the words that turned out to be no part of the name.

    `ways` are the ways of reading the words, the best first: the first that fits exactly one customer counts. Raises NotFoundError
    when none does and nobody can be asked.
    """
    if not ways:
        raise UsageError(
            say("say who it was about, and what happened"), say('`smbcrm log reza call 10m "late delivery"`')
        )
    several: tuple[str, list[int], str] | None = None
    for who, rest in ways:
        found = _fitting(store, who)
        if len(found) == 1:
            return found[0], rest
        if found and several is None:
            several = who, found, rest
    if several is None:
        return find_customer(store, ways[0][0]), ""
    who, found, rest = several
    chosen = ask(found) if ask is not None else None
    return (find_customer(store, who), "") if chosen is None else (chosen, rest)


def _fitting(store: Store, who: str) -> list[int]:
    try:
        return [find_customer(store, who)]
    except NotFoundError:
        return find_all(store, who)
