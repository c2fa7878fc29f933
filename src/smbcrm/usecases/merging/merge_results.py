"""What a merge did, counted; and whether there is anything to merge."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from smbcrm.core.text import fold
from smbcrm.usecases.merging.leads import Leads
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A customer of whose entries some are another customer's now: what was thought before does not hold any more."""

    customer: int
    name: str
    other: int
    other_name: str
    known: bool  # whether the other one was a customer before


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Sales, calls and answers that tell no more than a name or a phone, which somebody else has now as well: nobody's till the owner says whose."""

    customer: int  # whose they were
    name: str
    told: str  # the name or the phone
    others: tuple[int, ...]  # who else it may be
    apart: int  # what they are now
    rows: int
    sales: bool  # they all are


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What a merge did: customers made, changed and absorbed, and rows that joined another row's customer.

    `customers_total`, `rows_total` (their rows, sales too) and `to_review` (open questions) are as it left them.
    """

    customers_new: int
    customers_updated: int
    customers_total: int
    rows_total: int
    merged_rows: int
    to_review: int
    absorbed: int
    parted: tuple[Parted, ...] = ()
    unclear: tuple[Unclear, ...] = ()


def parted_now(
    store: Store,
    moves: Iterable[tuple[int | None, int]],
    aliases: Mapping[int, int],
    before: Collection[int | None],
) -> tuple[Parted, ...]:
    """Give who was taken apart by entries that went from one customer to another; a customer that was joined to an older one was not.

    `moves` are the customers that entries of lists belonged to before and belong to now, once these are computed; `before`
    holds all customers that there were. Sales that are found to be another's take nobody apart.
    """
    pairs = sorted({(old, new) for old, new in moves if old is not None and aliases.get(old) != new})
    if not pairs:
        return ()
    names = _names(store, {aliases.get(customer, customer) for pair in pairs for customer in pair})
    known = set(before)
    return tuple(
        Parted(
            customer=old,
            name=names.get(aliases.get(old, old), ""),
            other=new,
            other_name=names.get(new, ""),
            known=new in known,
        )
        for old, new in pairs
    )


def unclear_now(
    store: Store, leads: Leads, changes: Sequence[tuple[int, int, int | None]], aliases: Mapping[int, int]
) -> tuple[Unclear, ...]:
    """Give the sales and the like that left the customer whom their name or phone meant, for it may mean somebody else, too.

    `changes` are rows (positions) and whose they are, once they are so in the store.
    """
    now = list(leads.customer)
    for i, new, _ in changes:
        now[i] = new
    left: dict[tuple[int, int, str], list[int]] = {}
    for i, new, _ in changes:
        old, told = leads.customer[i], _told(leads, i)
        if old is not None and told and leads.event[i] and aliases.get(old) != new:
            left.setdefault((old, new, told[0]), []).append(i)
    if not left:
        return ()
    wanted = {told for _, _, told in left}
    bearers: dict[str, set[int]] = {told: set() for told in wanted}
    somebody = set()
    for i, customer in enumerate(now):
        if customer is not None and not leads.event[i]:
            somebody.add(customer)
            for one in wanted.intersection((fold(leads.records.name[i]), *leads.records.phones[i])):
                bearers[one].add(customer)
    open_ = [
        (old, new, told, places)
        for (old, new, told), places in sorted(left.items())
        if new not in somebody and old in bearers[told]
    ]
    names = _names(store, {old for old, *_ in open_})
    counts = _counts(store, [leads.records.ids[i] for *_, places in open_ for i in places])
    return tuple(
        _unclear(leads, old, new, places, name=names[old], others=bearers[told] - {old}, counts=counts)
        for old, new, told, places in open_
    )


def _names(store: Store, customers: Collection[int]) -> dict[int, str]:
    """Give what customers are called, by number: who has no name by his firm, phone or e-mail."""
    return dict(
        store.read(
            "SELECT id, coalesce(nullif(name, ''), nullif(company, ''), nullif(phone, ''), email) FROM customer "
            "WHERE id IN (SELECT value FROM json_each(?))",
            [sorted(customers)],
        )
    )


def _counts(store: Store, leads: Collection[int]) -> dict[int, tuple[int, int]]:
    """Give for how many rows each of these stands, and how many of those are sales."""
    if not leads:
        return {}
    found = store.read(
        "SELECT coalesce(r.lead, r.id) AS led, count(*), sum(s.kind = 'purchases') FROM source_row r JOIN source s ON s.id = r.source_id "
        "WHERE led IN (SELECT value FROM json_each(?)) AND r.status <> 'gone' GROUP BY led",
        [sorted(leads)],
    )
    return {lead: (rows, sales) for lead, rows, sales in found}


def _told(leads: Leads, i: int) -> tuple[str, ...]:
    """Give the one thing that a sale tells of its buyer: his name, else his phones."""
    name = fold(leads.records.name[i])
    return (name,) if name else tuple(leads.records.phones[i])


def _unclear(
    leads: Leads,
    old: int,
    new: int,
    places: Sequence[int],
    *,
    name: str,
    others: set[int],
    counts: Mapping[int, tuple[int, int]],
) -> Unclear:
    told = [counts.get(leads.records.ids[i], (0, 0)) for i in places]
    rows, sales = (sum(kind) for kind in zip(*told))
    return Unclear(
        customer=old,
        name=name,
        told=leads.records.name[places[0]] or leads.records.phones[places[0]][0],
        others=tuple(sorted(others)),
        apart=new,
        rows=rows,
        sales=rows == sales,
    )


def parts_more(before: Sequence[int | None], moves: Iterable[tuple[int, int]]) -> int:
    """Give how many more parts the customers came apart into, whatever these joined then.

    `before` is whose each row was, `moves` the rows (positions) that went to somebody and to whom.

    >>> parts_more([1, 1, 2, None], [(1, 2), (3, 2)])
    1
    """
    went = {i: customer for i, customer in moves if before[i] is not None}
    if not went:
        return 0
    parts = {(old, went.get(i, old)) for i, old in enumerate(before) if old is not None}
    return len(parts) - len({old for old, _ in parts})


def anybody_new(store: Store) -> bool:
    """Tell whether a row has come that was not matched yet; those found to name nobody are not matched again for themselves."""
    waiting = store.read(
        "SELECT 1 FROM source_row r JOIN source s ON s.id = r.source_id WHERE r.customer_id IS NULL "
        "AND (r.status IN ('imported', 'owner') OR (r.status = 'gone' AND s.creates = 1)) "
        "AND (r.lead = r.id OR r.lead IS NULL) LIMIT 1"
    )
    return next(waiting, None) is not None


def joined_rows(store: Store) -> int:
    """Count the rows that share their customer with an older row."""
    return _linked_rows(store) - _counted(store, "customer")


def merge_result(
    store: Store,
    *,
    new: int,
    updated: int,
    absorbed: int,
    joined_before: int | None = None,
    parted: tuple[Parted, ...] = (),
    unclear: tuple[Unclear, ...] = (),
) -> Merged:
    """Give what a merge did; without `joined_before` it joined no rows."""
    archived = [number for (number,) in store.read("SELECT id FROM customer WHERE archived = 1")]
    linked, customers = _linked_rows(store), _counted(store, "customer")
    off_the_list = _counted(
        store,
        "source_row WHERE customer_id IN (SELECT value FROM json_each(?)) AND anchor IS NULL",
        archived,
    )
    return Merged(
        customers_new=new,
        customers_updated=updated,
        customers_total=customers - len(archived),
        rows_total=linked - off_the_list,
        merged_rows=0 if joined_before is None else linked - customers - joined_before,
        to_review=_counted(store, "open_pair_records"),
        absorbed=absorbed,
        parted=parted,
        unclear=unclear,
    )


def merged_nothing(store: Store) -> Merged:
    """Give the result of a merge that had nothing to do."""
    return merge_result(store, new=0, updated=0, absorbed=0)


def _linked_rows(store: Store) -> int:
    return _counted(store, "source_row WHERE customer_id IS NOT NULL AND anchor IS NULL")


def _counted(store: Store, what: str, *given: object) -> int:
    ((count,),) = store.read(f"SELECT count(*) FROM {what}", given)
    return int(count)
