"""What a merge made of the people on the list, in words: who was taken apart, whose sales are open, and how many they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from smbcrm.core.say import Say, say

if TYPE_CHECKING:
    from smbcrm.usecases.merging.merge_results import Merged, Parted, Unclear

T = TypeVar("T", "Parted", "Unclear")
_NAMED = 10  # customers that are named one by one


def people_lines(merged: Merged) -> list[Say]:
    """Say how many known customers turned out to be another one, how many there are, and from how many rows."""
    joined = say("{count} {count:customer was|customers were} joined to an older one.", count=merged.absorbed)
    changed = [*_parted_lines(merged), *_unclear_lines(merged)]
    return [*changed, *([joined] if merged.absorbed else ()), _people_line(merged)]


def _parted_lines(merged: Merged) -> list[Say]:
    """Name the customers who were taken apart by what is known now: the owner may have counted on them."""
    named, others = _named_first(merged.parted)
    lines = [
        say(
            "An entry of {id} {name} belongs to {other} {other_name} now: `smbcrm merge explain {id} {other}` says why;"
            " if they are one: `smbcrm merge same {id} {other}`."
            if one.known
            else "{id} {name} and {other} {other_name} were one customer and are two now: `smbcrm merge explain {id} {other}` says why;"
            " if they are one: `smbcrm merge same {id} {other}`.",
            id=f"C{one.customer}",
            name=one.name,
            other=f"C{one.other}",
            other_name=one.other_name,
        )
        for one in named
    ]
    more = {one.customer for one in others} - {one.customer for one in named}
    if more:
        lines.append(say("{count} more {count:was|were} taken apart like this.", count=len(more)))
    elif others:
        lines.append(say("{count} more {count:part|parts} of them are like this.", count=len(others)))
    return lines


def _unclear_lines(merged: Merged) -> list[Say]:
    """Tell which sales and calls are nobody's any more, since two are called so."""
    named, others = _named_first(merged.unclear)
    lines = [
        say(
            "{count} {count:sale|sales} of {id} {name} {count:names its|name their} buyer by {told} alone, and that may be {others}, too:"
            " {count:it is|they are} {apart} till you say whose. `smbcrm merge same {apart} {id}` gives {count:it|them} back;"
            " `smbcrm merge review` asks."
            if one.sales
            else "{count} {count:entry|entries} of {id} {name} {count:names|name} whom {count:it is|they are} about by {told} alone, and that may be {others}, too:"
            " {count:it is|they are} {apart} till you say whose. `smbcrm merge same {apart} {id}` gives {count:it|them} back;"
            " `smbcrm merge review` asks.",
            count=one.rows,
            id=f"C{one.customer}",
            name=one.name,
            told=one.told,
            others=", ".join(f"C{other}" for other in one.others),
            apart=f"C{one.apart}",
        )
        for one in named
    ]
    if others:
        rows = sum(one.rows for one in others)
        count = len({one.customer for one in others})
        lines.append(
            say(
                "So {rows:is|are} {rows} more of {count} {count:customer|customers}: `smbcrm merge review` asks.",
                rows=rows,
                count=count,
            )
        )
    return lines


def _named_first(told: Sequence[T]) -> tuple[list[T], list[T]]:
    """Give what is told of customers one by one, and the rest: everybody comes once before anybody comes again."""
    first = {one.customer: place for place, one in reversed(list(enumerate(told)))}
    ordered = [
        told[place] for place in sorted(range(len(told)), key=lambda at: first[told[at].customer] != at)
    ]
    return ordered[:_NAMED], ordered[_NAMED:]


def _people_line(merged: Merged) -> Say:
    joined = merged.rows_total - merged.customers_total
    if merged.customers_total < 2:
        return (
            say("That makes one customer.")
            if merged.customers_total
            else say("There is nobody on the list yet.")
        )
    if not joined:
        return say(
            "That makes {customers} {customers:customer|customers}, one for each row.",
            customers=merged.customers_total,
        )
    return say(
        "That makes {customers} {customers:customer|customers} of {rows} {rows:row|rows}: {joined} {joined:was|were} joined to another row of the same customer.",
        customers=merged.customers_total,
        rows=merged.rows_total,
        joined=joined,
    )
