"""Rows that come back with the customer ids of an export of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smbcrm.core.text import fold
from smbcrm.usecases.merging.leads import Leads
from smbcrm.usecases.merging.named_by_id import named_by_id, when_they_came
from smbcrm.usecases.ports import Store


def as_exported(store: Store, leads: Leads) -> list[tuple[int, int]]:
    """Tie rows of an export of ours to the customer they name, if the name is his: another list may have the same ids.

    Gives pairs of positions: a row of the customer, the row that names him. What was said with a row or after it made no
    name its customer's when it came.
    """
    meant = named_by_id(store, leads, leads.exported)
    if not meant:
        return []
    who = {customer for place in meant.values() if (customer := leads.customer[place]) is not None}
    golden: Mapping[int, str] = dict(
        store.read(
            "SELECT id, name FROM customer WHERE id IN (SELECT value FROM json_each(?))", [sorted(who)]
        )
    )
    theirs = [i for i, customer in enumerate(leads.customer) if customer in who]
    came = when_they_came(store, leads, {*theirs, *meant})
    since = _called_since(store, leads, theirs, came)

    def his(i: int, place: int) -> bool:
        name, customer = fold(leads.records.name[i]), leads.customer[place]
        said = any(
            since.get((one, name), came[i]) < came[i]
            for one in (customer, leads.exported[i])
            if one is not None
        )
        new = leads.customer[i] is None and customer is not None and name == fold(golden.get(customer, ""))
        return bool(name) and (said or new)

    return [(place, i) for i, place in meant.items() if his(i, place)]


def _called_since(
    store: Store, leads: Leads, theirs: Sequence[int], came: Mapping[int, int]
) -> dict[tuple[int, str], int]:
    """Give with which operation customers were first called a name; of one who was joined to another, by his own id too."""
    joined = _when_joined(store, leads, [i for i in theirs if leads.home[i] is not None])
    since: dict[tuple[int, str], int] = {}
    for i in theirs:
        name = fold(leads.records.name[i])
        for customer, operation in ((leads.customer[i], joined.get(i, came[i])), (leads.home[i], came[i])):
            if customer is not None:
                since[customer, name] = min(since.get((customer, name), operation), operation)
    return since


def _when_joined(store: Store, leads: Leads, places: Sequence[int]) -> dict[int, int]:
    """Give with which operation rows that had another customer came to the one they have, by position."""
    at = {leads.records.ids[place]: place for place in places}
    moved = store.read(
        "SELECT b.id, max(j.operation) FROM before_source_row b JOIN journal j ON j.id = b.entry JOIN source_row r ON r.id = b.id "
        "WHERE b.id IN (SELECT value FROM json_each(?)) AND b.customer_id IS NOT r.customer_id GROUP BY b.id",
        [sorted(at)],
    )
    return {at[number]: operation for number, operation in moved}
