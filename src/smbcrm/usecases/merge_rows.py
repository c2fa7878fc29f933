"""Find rows that are one customer, and link them to it.

Merging moves links and recomputes customers; no row is changed, so every merge can be taken back exactly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from smbcrm.core.golden import Row
from smbcrm.core.progress import Progress, silent
from smbcrm.core.say import say
from smbcrm.usecases.events.attach_events import attach_events, making_nobody, settle_waiting
from smbcrm.usecases.holds_any import holds_any
from smbcrm.usecases.importing.handed_rows import HandedRows
from smbcrm.usecases.merging.as_exported import as_exported
from smbcrm.usecases.merging.compute_customers import compute_customers, computed_ahead
from smbcrm.usecases.merging.leads import Leads, load_leads
from smbcrm.usecases.merging.merge_results import (
    Merged,
    anybody_new,
    joined_rows,
    merge_result,
    merged_nothing,
    parted_now,
    parts_more,
    unclear_now,
)
from smbcrm.usecases.merging.near_leads import FEW, INDEXED_FROM, Near, keep_keys, near_leads
from smbcrm.usecases.ports import Store

if TYPE_CHECKING:
    from smbcrm.core.matcher.telling.told_pairs import JudgedPairs


_SAME_SURENESS = 0.01


def merge_rows(
    store: Store,
    *,
    only_new: bool,
    learning: bool = False,
    join: bool = True,
    progress: Progress = silent,
    handed: Sequence[HandedRows] = (),
) -> Merged:
    """Match the rows and link them to customers.

    With `only_new`, rows that already have a customer keep it and only the others are compared; otherwise everything is
    judged anew, the owner's decisions apart. `learning` from many new rows, everything is judged anew, too: what they show
    of the list may prove two customers one or part one, as if all rows had come at once. Without `join`
    each new row becomes a customer of its own. `handed` rows are at hand as they were written.
    """
    if only_new and not anybody_new(store):
        return merged_nothing(store)
    joined = joined_rows(store)
    near = near_leads(store) if only_new and join else None
    leads = load_leads(store, near.ids) if near else load_leads(store, handed=handed)
    count = len(leads.records)
    progress(say("finding who is who among {count} {count:row|rows}", count=count), count)
    focus = _only_these(leads, near, learning=learning) if only_new else None
    labels, pairs = _matched(store, leads, near, focus=focus) if join else (_alone(leads), None)
    changes, aliases = _seats(store, leads, labels, nobody=making_nobody(store, leads, labels))
    rows = _rows_by_customer(leads, changes)
    affected = sorted(_affected(leads, changes))
    with computed_ahead(store, affected, rows) as ahead:
        if pairs is not None:
            # What was not judged is kept, and what joined customers that stay together.
            kept = set() if focus is None else {"same", "review"}
            _store_pairs(store, leads.records.ids, pairs, kept=kept)
        progress(say("bringing the rows of each customer together"), len(changes))
        _link(store, leads, changes, aliases)
        computed = compute_customers(store, affected, rows, ahead)
    settle_waiting(store)
    went = [(leads.customer[i], customer) for i, customer, _ in changes if not leads.event[i]]
    return merge_result(
        store,
        new=computed.new,
        updated=computed.changed,
        absorbed=len(aliases),
        joined_before=joined - parts_more(leads.customer, ((i, customer) for i, customer, _ in changes)),
        parted=parted_now(store, went, aliases, leads.customer),
        unclear=unclear_now(store, leads, changes, aliases),
    )


def _only_these(leads: Leads, near: Near | None, *, learning: bool) -> list[int] | None:
    """Give the new rows, which are compared with all others; None where all rows are: many new ones in a list that was read whole."""
    new = [i for i, customer in enumerate(leads.customer) if customer is None]
    return None if learning and near is None and len(new) > FEW * len(leads.customer) else new


def _matched(
    store: Store, leads: Leads, near: Near | None, *, focus: Sequence[int] | None
) -> tuple[list[int], JudgedPairs]:
    """Judge the rows; give for each one the position of its customer's oldest row, and the judgements to keep."""
    from smbcrm.core.matching import match

    same, different = _decisions(store, leads)
    count = len(leads.records)
    matches = match(
        leads.records,
        same=same,
        different=different,
        focus=focus,
        links=() if focus is None else _as_they_are(leads),
        excerpt=near.excerpt(leads.records) if near else None,
        asking_rows=count if focus is None else len(focus),
        indexed=near is None and count >= INDEXED_FROM,
    )
    if matches.index is not None:
        keep_keys(store, leads.records.ids, matches.index)
    return attach_events(store, leads, list(matches.cluster), different=different), matches.pairs


def _decisions(store: Store, leads: Leads) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Give the owner's decisions as positions: same, different. An owner's row is the same as the row it is tied to."""
    at = {number: position for position, number in enumerate(leads.records.ids)}
    same = [(at[anchor], i) for i, anchor in enumerate(leads.bound) if anchor is not None and anchor in at]
    same += as_exported(store, leads)
    different: list[tuple[int, int]] = []
    for a, b, verdict in store.read(
        "SELECT row_a, row_b, verdict FROM pair WHERE decided_by = 'owner' ORDER BY id"
    ):
        if a in at and b in at:
            (same if verdict == "same" else different).append((at[a], at[b]))
    return same, different


def _as_they_are(leads: Leads) -> list[tuple[int, int]]:
    first: dict[int, int] = {}
    pairs = []
    for i, customer in enumerate(leads.customer):
        if customer is not None:
            seat = first.setdefault(customer, i)
            if seat != i:
                pairs.append((seat, i))
    return pairs


def _alone(leads: Leads) -> list[int]:
    first: dict[int, int] = {}
    labels = []
    for i, customer in enumerate(leads.customer):
        labels.append(i if customer is None else first.setdefault(customer, i))
    return labels


def _seats(
    store: Store, leads: Leads, labels: Sequence[int], *, nobody: frozenset[int] = frozenset()
) -> tuple[list[tuple[int, int, int | None]], dict[int, int]]:
    """Choose the customer id of each cluster: the oldest customer seated in it, else a former one, else a new one.

    Those in `nobody` get none as long as nobody is seated in them.

    Gives the rows to move (position, customer, home) and the ids that were absorbed with where they went.
    """
    # An entry of a list says who somebody is; a sale, or what the owner wrote on it, seats those of whom nothing else is known.
    seat: dict[int, int] = {}
    by_sale: dict[int, int] = {}
    for i, customer in enumerate(leads.customer):
        if customer is not None:
            (by_sale if leads.event[i] or leads.bound[i] is not None else seat).setdefault(
                customer, labels[i]
            )
    seat = by_sale | seat
    seated: dict[int, list[int]] = defaultdict(list)
    for customer, label in seat.items():
        seated[label].append(customer)
    members: dict[int, list[int]] = defaultdict(list)
    for i, label in enumerate(labels):
        members[label].append(i)
    taken = set(seat)
    aliases: dict[int, int] = {}
    fresh: list[int] = []
    chosen: dict[int, int] = {}
    for label in members:  # those whose oldest row is the oldest come first
        if label in seated:
            chosen[label] = min(seated[label])
            aliases.update({other: chosen[label] for other in seated[label] if other != chosen[label]})
            continue
        if label in nobody:
            continue
        homes = sorted({h for i in members[label] if (h := leads.home[i]) is not None and h not in taken})
        if homes:
            chosen[label] = homes[0]
            taken.add(homes[0])
        else:
            fresh.append(label)
    first = store.allocate("customer", len(fresh)) if fresh else 0
    chosen.update({label: first + n for n, label in enumerate(fresh)})
    moves = []
    for i, label in enumerate(labels):
        before, after = leads.customer[i], chosen.get(label)
        if after is not None and before != after:
            home = leads.home[i] if leads.home[i] is not None else before
            moves.append((i, after, home if home != after else leads.home[i]))
    return moves, aliases


def _affected(leads: Leads, moves: Sequence[tuple[int, int, int | None]]) -> set[int]:
    """Give the customers whose rows are others now."""
    affected = {customer for _, customer, _ in moves}
    return affected | {before for i, _, _ in moves if (before := leads.customer[i]) is not None}


def _link(
    store: Store, leads: Leads, moves: Sequence[tuple[int, int, int | None]], aliases: Mapping[int, int]
) -> None:
    """Write the links and aliases."""
    store.update(
        "source_row",
        "id, customer_id, home",
        [(leads.records.ids[i], customer, home) for i, customer, home in moves],
    )
    if holds_any(store, "source_row", "lead <> id"):
        followers = store.read(
            "SELECT r.id, l.customer_id FROM source_row r JOIN source_row l ON l.id = r.lead "
            "WHERE r.lead <> r.id AND r.lead IN (SELECT value FROM json_each(?)) AND r.customer_id IS NOT l.customer_id",
            [[leads.records.ids[i] for i, _, _ in moves]],
        )
        store.update("source_row", "id, customer_id", list(followers))
    _point_aliases(store, aliases, alive={customer for _, customer, _ in moves})


def _rows_by_customer(
    leads: Leads, moves: Sequence[tuple[int, int, int | None]]
) -> Callable[[int], list[Row]] | None:
    """Give a function that gives a customer's rows as they are linked now; None where they are not at hand."""
    if not len(leads.rows):
        return None
    now: list[int | None] = list(leads.customer)
    for i, customer, _ in moves:
        now[i] = customer
    found: dict[int, list[int]] = defaultdict(list)
    for i, owner in enumerate(now):
        if owner is not None:
            found[owner].append(i)
    return lambda customer: [leads.rows[i] for i in found.get(customer, ())]


def _point_aliases(store: Store, aliases: Mapping[int, int], alive: Iterable[int]) -> None:
    known: dict[int, int] = dict(store.read("SELECT id, customer_id FROM alias"))
    store.delete("alias", sorted(set(known) & set(alive)))
    for old, target in known.items():
        if target in aliases and old not in set(alive):
            store.update("alias", "id, customer_id", [(old, aliases[target])])
    store.insert("alias", "id, customer_id", sorted((o, t) for o, t in aliases.items() if o not in known))
    store.update("alias", "id, customer_id", sorted((o, t) for o, t in aliases.items() if o in known))


def _store_pairs(store: Store, ids: Sequence[int], pairs: JudgedPairs, *, kept: Collection[str]) -> None:
    """Keep the pairs that were joined or are open, with their evidence; a pair that did not change keeps its number.

    How rare a value is moves a little with every row that comes: a verdict as sure as before, within a hundredth, stays as it was told.
    Others stay where their verdict is one of those `kept`.
    """
    # Where all that was not judged is kept, only what was judged is looked up.
    looked_up = sorted({ids[a] for a, _ in pairs.places()}) if "review" in kept else list(ids)
    told = (
        store.read(
            "SELECT id, row_a, row_b, verdict, confidence FROM pair WHERE +decided_by = 'auto' AND row_a IN (SELECT value FROM json_each(?))",
            [looked_up],
        )
        if holds_any(store, "pair", "decided_by = 'auto'")
        else ()
    )
    known = {(a, b): (number, verdict, sure) for number, a, b, verdict, sure in told}
    again = []

    def fresh(first: int) -> Iterator[tuple[object, ...]]:
        # A million rows make hundreds of thousands of pairs: they are written as they are told.
        for a, b, *told in pairs.stored():
            before = known.pop((ids[a], ids[b]), None)
            row = (ids[a], ids[b], *told, "auto")
            if before is None:
                yield first, *row
                first += 1
            elif before[1] != told[0] or abs(before[2] - float(told[1])) >= _SAME_SURENESS:  # type: ignore[arg-type]
                again.append((before[0], *row))

    columns = "id, row_a, row_b, verdict, confidence, evidence, decided_by"
    count = sum((ids[a], ids[b]) not in known for a, b in pairs.places())
    store.insert("pair", columns, fresh(store.allocate("pair", count) if count else 0))
    store.delete("pair", sorted(number for number, verdict, _ in known.values() if verdict not in kept))
    store.update("pair", columns, again)
