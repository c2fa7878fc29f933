"""Rows that name a customer by an id of ours: whom they mean."""

from __future__ import annotations

from collections.abc import Mapping

from smbcrm.usecases.merging.leads import Leads
from smbcrm.usecases.ports import Store


def named_by_id(store: Store, leads: Leads, ids: Mapping[int, int]) -> dict[int, int]:
    """Give, for rows (positions) that name a customer id, the position of the oldest row that had it.

    An id means whom it was given to before the row came. A row that went to somebody else when it came means nobody of ours.
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
    row_ids = leads.records.ids
    asked = {row_ids[place] for pair in meant.items() for place in pair if place is not None}
    came = dict(
        store.read(
            "SELECT id, operation FROM source_row WHERE id IN (SELECT value FROM json_each(?))",
            [sorted(asked)],
        )
    )
    return {
        i: place
        for i, place in meant.items()
        if place is not None
        and came[row_ids[place]] < came[row_ids[i]]
        and leads.customer[i] in {None, leads.customer[place]}
    }
