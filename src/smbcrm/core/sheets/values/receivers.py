"""Orders that went to somebody else than who placed them: the phone and the address of whoever got the present are not the buyer's."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.mapping import Column
from smbcrm.core.say import say
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.places import of_the_receiver
from smbcrm.core.text import clean, fold

_NAMES = ("name", "first_name", "last_name")
_OF_THE_RECEIVER = ("phones", "emails", "address", "city", "district", "province", "postal_code", "country")


def leave_the_receivers(got: Gathered, by_key: dict[str, list[Column]]) -> None:
    """Keep aside what rows tell of a receiver who has another name than the buyer, where both are named."""
    names = [column for key in _NAMES for column in by_key.get(key, ())]
    theirs = [column for column in names if of_the_receiver(column.heading)]
    buyers = [column for column in names if column not in theirs]
    told = [c for key in _OF_THE_RECEIVER for c in by_key.get(key, ()) if of_the_receiver(c.heading)]
    if not theirs or not buyers or not told:
        return
    gone_to = _others(_words(got, buyers), _words(got, theirs))
    if not gone_to:
        return
    for column in told:
        cells = list(got.cells[column.index])
        for i in gone_to:
            if text := clean(cells[i]):
                got.put_aside(i, column.heading, text)
                cells[i] = ""
        got.cells = {**got.cells, column.index: cells}
    got.notes.append(
        say(
            "{n} {n:order was|orders were} sent to somebody else: phones and addresses of whoever got it are kept beside",
            n=len(gone_to),
        )
    )


def _words(got: Gathered, columns: Sequence[Column]) -> list[frozenset[str]]:
    cells = [got.cells[column.index] for column in columns]
    return [frozenset(fold(" ".join(row)).split()) for row in zip(*cells)]


def _others(buyers: Sequence[frozenset[str]], receivers: Sequence[frozenset[str]]) -> list[int]:
    """Give the rows whose receiver is not the buyer under another spelling.

    >>> names = [{"ann", "lee"}, {"bob", "ray"}, {"john", "smith"}]
    >>> others = [{"ann", "m.", "lee"}, {"sue", "ray"}, {"jon", "smith"}]
    >>> _others(list(map(frozenset, names)), list(map(frozenset, others)))
    [1]
    """
    return [i for i, (one, other) in enumerate(zip(buyers, receivers)) if _differ(one - other, other - one)]


def _differ(his: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether what two names do not share are words of two people: both have some, and none begin alike."""
    return bool(his and theirs) and {word[0] for word in his}.isdisjoint(word[0] for word in theirs)
