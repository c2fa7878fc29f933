"""The owner's word on who is who: same, different, split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.say import say
from smbcrm.core.text import fold_digits
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.events.attach_events import wake
from smbcrm.usecases.events.link_referrers import link_referrers
from smbcrm.usecases.find_customer import REF, find_customer, numbered_pair, rows_at
from smbcrm.usecases.merge_rows import merge_rows
from smbcrm.usecases.merging.merge_results import Merged
from smbcrm.usecases.merging.move_rows import lead_rows, remember, take_out, written_since
from smbcrm.usecases.merging.owners_word import join_for_good, keep_apart
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What an owner's decision did: the two customers as they are now, and what the merge changed.

    `stays` is what the owner wrote since the rows that a split took out had come, and that stayed: row and content.
    """

    a: int
    b: int
    verdict: str
    merged: Merged
    stays: tuple[tuple[str, str], ...] = ()


def rows_meant(store: Store, words: Sequence[str]) -> tuple[int, int]:
    """Give the two rows that `A B` or a pair number mean; a customer stands for the row that leads him.

    Raises UsageError for anything but two, NotFoundError when one of them is not there.
    """
    if (pair := numbered_pair(store, words)) is not None:
        return pair
    if len(words) != 2:
        raise UsageError(
            say("name two customers, two rows, or one pair number"),
            say("for example: `smbcrm merge same C3 C17`"),
        )
    first, second = (_row(store, word) for word in words)
    if first == second:
        raise UsageError(
            say("{a} and {b} are one customer already", a=words[0], b=words[1]),
            say("name two of its rows, like s1r3 s2r7: `smbcrm sources rows` shows them"),
        )
    return min(first, second), max(first, second)


def _row(store: Store, who: str, *, exact: bool = False) -> int:
    """Give the row that is meant: a ref's own (or, unless `exact`, the one that leads it), or the one that leads a customer."""
    match = REF.fullmatch(fold_digits(who.strip()))
    if match:
        for number, lead in rows_at(store, match):
            return int(number if exact else lead or number)
        raise NotFoundError(
            say("there is no row {ref}", ref=who), say("`smbcrm sources rows` shows them all")
        )
    if exact:
        raise UsageError(
            say("{ref} is no row", ref=who),
            say("a row is written like s1r3: `smbcrm sources rows` shows them"),
        )
    ((lead,),) = store.read("SELECT lead FROM customer WHERE id = ?", [find_customer(store, who)])
    return int(lead)


def decide(store: Store, words: Sequence[str], verdict: str) -> Decided:
    """Remember the owner's verdict on two customers or rows, and join or part them accordingly.

    "Same" holds for every row of the two, so that no later merge tears them apart; "different" keeps every row of the one from
    the other. Nobody else is moved.
    """
    a, b = rows_meant(store, words)
    ((first,),) = store.read("SELECT customer_id FROM source_row WHERE id = ?", [a])
    ((second,),) = store.read("SELECT customer_id FROM source_row WHERE id = ?", [b])
    if first is None or second is None:
        return _attach(store, a, b, verdict, words)
    if verdict == "same":
        join_for_good(store, [sorted({first, second})])
        first = second = min(first, second)
    elif first == second:
        second = _part(store, first, [b])
    else:
        keep_apart(store, {(first, second): [(a, b)]})
    merged = merge_rows(store, only_new=True)
    link_referrers(store, [first, second])
    return Decided(a=first, b=second, verdict=verdict, merged=merged)


def _attach(store: Store, a: int, b: int, verdict: str, words: Sequence[str]) -> Decided:
    """Give a row that waits for its customer to the customer the owner names."""
    if verdict == "same":
        customers = store.read(
            "SELECT customer_id FROM source_row WHERE id IN (?, ?) AND customer_id IS NOT NULL", [a, b]
        )
        for (customer,) in list(customers):
            remember(store, [(a, b)], "same", say("the owner said so"))
            wake(store, [a, b])
            merged = merge_rows(store, only_new=True)
            return Decided(a=customer, b=customer, verdict=verdict, merged=merged)
    raise UsageError(
        say("{a} and {b} are not two customers: a row waits for its customer", a=words[0], b=words[-1]),
        say("give it to one: `smbcrm merge same s1r3 C7`"),
    )


def split_rows(store: Store, who: str, refs: Sequence[str], *, take: Sequence[str] = ()) -> Decided:
    """Take rows out of a customer: exactly these, together, told apart from those that stay for ever.

    What the owner wrote on the customer stays with the row it was written on; `take` names what goes along instead.
    Raises UsageError for rows that are not his, or when none would stay.
    """
    customer = find_customer(store, who)
    leaving = [_exact_row(store, ref, customer, written=False) for ref in refs]
    along = [_exact_row(store, ref, customer, written=True) for ref in take]
    store.update("source_row", "id, anchor", [(row, leaving[0]) for row in along])
    other = _part(store, customer, leaving)
    merged = merge_rows(store, only_new=True)
    link_referrers(store, [customer, other])
    return Decided(
        a=customer,
        b=other,
        verdict="different",
        merged=merged,
        stays=tuple(written_since(store, customer, leaving)),
    )


def _exact_row(store: Store, ref: str, customer: int, *, written: bool) -> int:
    """Give the row a ref means, itself and not the one that leads it; `written` wants one that the owner wrote on the customer."""
    number = _row(store, ref, exact=True)
    for owner, anchor in store.read("SELECT customer_id, anchor FROM source_row WHERE id = ?", [number]):
        if owner == customer and written and anchor is None:
            raise UsageError(
                say("{ref} is nothing you wrote on {id}", ref=ref, id=f"C{customer}"),
                say("name it as a row that leaves, not after --take"),
            )
        if owner == customer and not written and anchor is not None:
            raise UsageError(
                say("{ref} is what you wrote on {id}, no row of its own", ref=ref, id=f"C{customer}"),
                say("to let it go along with a row: --take {ref}", ref=ref),
            )
        if owner == customer:
            return number
    raise UsageError(
        say("{ref} is no row of {id}", ref=ref, id=f"C{customer}"),
        say("`smbcrm show {id} --all` shows its rows", id=f"C{customer}"),
    )


def _part(store: Store, customer: int, leaving: Sequence[int]) -> int:
    all_rows = store.read("SELECT id FROM source_row WHERE customer_id = ? AND anchor IS NULL", [customer])
    if {number for (number,) in all_rows} <= set(leaving):
        raise UsageError(
            say("no row would stay with {id}", id=f"C{customer}"), say("name only the rows that should leave")
        )
    target = take_out(store, customer, leaving)
    staying = lead_rows(store, [customer])[customer]
    remember(store, [(a, b) for a in staying for b in leaving], "different", say("the owner took it out"))
    remember(
        store, [(leaving[0], row) for row in leaving[1:]], "same", say("the owner took them out together")
    )
    return target
