"""Rows that name a customer by an id of ours: whom they mean."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping

from smbcrm.usecases.merging.leads import Leads
from smbcrm.usecases.ports import Store


def named_by_id(store: Store, leads: Leads, ids: Mapping[int, int]) -> dict[int, int]:
    """Give, for rows (positions) that name a customer id, the position of the oldest row that had it.

    An id means whom it was given to before the row came, which the journal tells. A row that went to somebody else when it came means nobody of ours.
    """
    if not ids:
        return {}
    aliases = dict(store.read("SELECT id, customer_id FROM alias"))
    homes: dict[int, int] = {}
    seats: dict[int, int] = {}
    for place, (home, customer) in enumerate(zip(leads.home, leads.customer)):
        if home is not None:
            homes.setdefault(home, place)
        if customer is not None:
            seats.setdefault(customer, place)
    # Of a customer who was joined to another, his own rows are meant.
    meant = {
        i: seats.get(number, homes.get(number, seats.get(aliases.get(number, number))))
        for i, number in ids.items()
    }
    given = _when_given(store, set(ids.values()))
    came = when_they_came(store, leads, meant)
    return {
        i: place
        for i, place in meant.items()
        if place is not None
        and given.get(ids[i], 0) < came[i]
        and leads.customer[i] in {None, leads.customer[place]}
    }


def _when_given(store: Store, ids: Collection[int]) -> dict[int, int]:
    """Give with which operation customers were given their ids. The journal writes ids in runs."""
    asked = sorted(ids)
    given: dict[int, int] = {}
    for first, last, operation in store.read(
        "SELECT first, last, operation FROM journal WHERE tbl = 'customer' AND action = 'insert' ORDER BY operation"
    ):
        for number in asked[bisect_left(asked, first) : bisect_right(asked, last)]:
            given.setdefault(number, operation)
    return given


def when_they_came(store: Store, leads: Leads, places: Collection[int]) -> dict[int, int]:
    """Give with which operation rows came, by position."""
    ids = leads.records.ids
    came = dict(
        store.read(
            "SELECT id, operation FROM source_row WHERE id IN (SELECT value FROM json_each(?))",
            [sorted(ids[place] for place in places)],
        )
    )
    return {place: came[ids[place]] for place in places}
