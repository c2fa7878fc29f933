"""For a few new rows in a long list: the rows that could be theirs, found by kept keys instead of reading the whole list.

    new rows -> their keys -> rows that share one -> all rows of those customers  \
    some customers drawn evenly from the list, to tell what is rare in it        /  the excerpt that is matched
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smbcrm.core.records import Records
from smbcrm.usecases.merging.leads import Leads, load_leads
from smbcrm.usecases.ports import Store

if TYPE_CHECKING:
    from smbcrm.core.matching import Excerpt

INDEXED_FROM = 20_000  # rows; a shorter list is matched whole in about a second
_NAME = "match keys"
FEW = 0.05  # of the list; of more new rows the whole list is read
_MOST = 16  # rows looked at for one key
_DRAWN = 1_000  # customers
_PIECES = 60

# A numpy array; numpy itself is loaded only where it is used.
Array = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The part of the list to read: row ids, ascending; those of them that stand for the whole list, and how long that is."""

    ids: Sequence[int]
    fair: frozenset[int]
    size: int

    def excerpt(self, records: Records) -> Excerpt:
        """Give the same for the records that were read."""
        from smbcrm.core.matching import Excerpt

        return Excerpt(
            size=self.size, fair=[i for i, number in enumerate(records.ids) if number in self.fair]
        )


def keep_keys(store: Store, ids: Sequence[int], index: tuple[Array, Array]) -> None:
    """Keep the keys of all rows that are matched, in place of what was kept before."""
    import numpy as np

    keys, places = index
    store.derive(_NAME, _packed(len(ids), keys, np.asarray(ids, dtype=np.int32)[places]), anew=True)


def near_leads(store: Store) -> Near | None:
    """Give the part of the list that the rows without a customer must be held against; None where it is better read whole."""
    pieces = store.derived(_NAME)
    if not pieces:
        return None
    import numpy as np

    from smbcrm.core.matcher.reading.index_keys import rows_with_keys

    unpacked = [_unpacked(data) for _, data in pieces]
    size = sum(count for count, _, _ in unpacked)
    fresh = _without_customer(store)
    touched = _touched_since(store, max(operation for operation, _ in pieces), most=int(size * FEW))
    if touched is None or len(fresh) > size * FEW:
        return None
    leads = load_leads(store, sorted({*touched, *fresh}))
    keys, holders = _keys_of(leads)
    came = np.isin(holders, touched)  # rows that only wait were indexed when they came
    known = set(touched)
    new = sum(c is None and n in known for n, c in zip(leads.records.ids, leads.customer))
    _add_piece(store, pieces, unpacked, count=new, index=(keys[came], holders[came]))
    wanted = keys[np.isin(holders, fresh)]
    found: set[int] = set()
    for _, held, rows in (*unpacked, (0, keys, holders)):
        found.update(rows_with_keys(wanted, held, rows, most=_MOST).tolist())
    found.update(_tied(store, leads, fresh))
    drawn = _drawn(store)
    near = _rows_of_customers(store, _customers_of(store, found, leads))
    fair = _rows_of_customers(store, drawn)
    return Near(ids=sorted({*near, *fair, *fresh}), fair=frozenset(fair), size=size)


def _keys_of(leads: Leads) -> tuple[Array, Array]:
    """Give the keys of these rows (ascending), and beside each the id of its row."""
    import numpy as np

    from smbcrm.core.matcher.reading.index_keys import index_keys
    from smbcrm.core.matcher.reading.traits import read_traits

    if not len(leads.records):
        return np.empty(0, dtype=np.uint32), np.empty(0, dtype=np.int32)
    keys, places = index_keys(read_traits(leads.records))
    return keys, np.asarray(leads.records.ids, dtype=np.int32)[places]


def _add_piece(
    store: Store,
    pieces: Sequence[tuple[int, bytes]],
    unpacked: Sequence[tuple[int, Array, Array]],
    *,
    count: int,
    index: tuple[Array, Array],
) -> None:
    """Keep the keys of rows that came or changed, `count` of which are new; many small pieces become one."""
    import numpy as np

    keys, holders = index
    if not len(keys):
        return
    if len(pieces) < _PIECES:
        store.derive(_NAME, _packed(count, keys, holders), anew=False)
        return
    every = np.concatenate([keys, *(held for _, held, _ in unpacked)])
    rows = np.concatenate([holders, *(rows for _, _, rows in unpacked)])
    order = np.argsort(every, kind="stable")
    count += sum(number for number, _, _ in unpacked)
    store.derive(_NAME, _packed(count, every[order], rows[order]), anew=True)


def _packed(count: int, keys: Array, holders: Array) -> bytes:
    return count.to_bytes(8, "little") + bytes(keys.astype("<u4").tobytes() + holders.astype("<i4").tobytes())


def _unpacked(data: bytes) -> tuple[int, Array, Array]:
    import numpy as np

    half = 8 + (len(data) - 8) // 2
    return (
        int.from_bytes(data[:8], "little"),
        np.frombuffer(data[8:half], dtype="<u4"),
        np.frombuffer(data[half:], dtype="<i4"),
    )


def _without_customer(store: Store) -> list[int]:
    return [
        number
        for (number,) in store.read(
            "SELECT id FROM source_row WHERE customer_id IS NULL AND status IN ('imported', 'waiting', 'gone', 'owner') "
            "AND (lead = id OR lead IS NULL) ORDER BY id"
        )
    ]


def _touched_since(store: Store, operation: int, *, most: int) -> list[int] | None:
    """Give the rows that came or changed after an operation, undone ones too; None when they are more than `most`."""
    spans = list(
        store.read(
            "SELECT first, last FROM journal WHERE operation > ? AND tbl = 'source_row' AND action = 'insert'",
            [operation],
        )
    )
    if sum(last - first + 1 for first, last in spans) > most:
        return None
    found = {number for first, last in spans for number in range(first, last + 1)}
    found.update(
        number
        for (number,) in store.read(
            "SELECT DISTINCT b.id FROM journal j JOIN before_source_row b ON b.entry = j.id "
            "WHERE j.operation > ? AND j.tbl = 'source_row' LIMIT ?",
            [operation, most + 1],
        )
    )
    return sorted(found) if len(found) <= most else None


def _tied(store: Store, leads: Leads, fresh: Sequence[int]) -> set[int]:
    """Give the rows that new ones are tied to by the owner: what they hang on, and what he decided about them."""
    anchors = {anchor for anchor in leads.bound if anchor is not None}
    decided = store.read(
        "SELECT row_a, row_b FROM pair WHERE decided_by = 'owner' AND row_a IN (SELECT value FROM json_each(?)) "
        "UNION SELECT row_a, row_b FROM pair WHERE decided_by = 'owner' AND row_b IN (SELECT value FROM json_each(?))",
        [list(fresh), list(fresh)],
    )
    return anchors.union(*decided)


def _customers_of(store: Store, rows: Iterable[int], leads: Leads) -> set[int]:
    """Give the customers of these rows, those whom new rows name by our id, and those whose id new rows had before."""
    found = {
        number
        for (number,) in store.read(
            "SELECT DISTINCT customer_id FROM source_row WHERE id IN (SELECT value FROM json_each(?)) "
            "AND customer_id IS NOT NULL",
            [sorted(rows)],
        )
    }
    found.update(leads.exported.values())
    found.update(home for home in leads.home if home is not None)
    return found


def _drawn(store: Store) -> list[int]:
    """Give some customers, drawn evenly over the whole list whatever they are."""
    ((newest,),) = store.read("SELECT coalesce(max(id), 0) FROM customer")
    step = max(newest / _DRAWN, 1.0)
    return sorted({int(1 + n * step) for n in range(_DRAWN) if n * step < newest})


def _rows_of_customers(store: Store, customers: Iterable[int]) -> list[int]:
    return [
        number
        for (number,) in store.read(
            "SELECT id FROM source_row WHERE customer_id IN (SELECT value FROM json_each(?)) "
            "AND (lead = id OR lead IS NULL)",
            [sorted(customers)],
        )
    ]
