"""Who is forgotten: the rows that are about somebody, in this store or in a copy of it, and what he is known by."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.forgetting.known import Known, is_about, known_by, without
from smbcrm.core.forgetting.marks import Mark, marks_of
from smbcrm.core.forgetting.spellings import Spellings
from smbcrm.core.text import fold
from smbcrm.usecases.ports import Store

Hits = Callable[[Store, str, str, Spellings], Iterator[tuple[Any, ...]]]
"""Gives rowid and columns of the rows of a table in whose texts somebody may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody as he stands in one store: his ids and rows there, the customers who had rows of his for a while, what he is known by.

    `shared` are phones, e-mails and names that others on the list have, too: they stay theirs.
    """

    customer: int
    name: str
    customers: tuple[int, ...]
    rows: tuple[int, ...]
    mixed: tuple[int, ...]
    known: Known
    shared: tuple[str, ...]

    @property
    def spelled(self) -> Spellings:
        """What of him is to be found nowhere."""
        return Spellings(without(self.known, self.shared), self.customers)

    @property
    def name_words(self) -> frozenset[str]:
        """The words of his names, as they may stand in a command line that is about him."""
        return frozenset(word for name in self.known.names for word in fold(name).split() if len(word) > 2)

    @property
    def marks(self) -> set[Mark]:
        """The marks that keep him away."""
        return marks_of(self.known, shared=self.shared)


def person(store: Store, customer: int, hits: Hits) -> Person:
    """Give a customer of the store as somebody to be forgotten, with everything its journal still holds of him."""
    ((name,),) = store.read(
        "SELECT CASE name WHEN '' THEN phone ELSE name END FROM customer WHERE id = ?", [customer]
    )
    rows = [n for (n,) in store.read("SELECT id FROM source_row WHERE customer_id = ?", [customer])]
    known = known_by(_content(store, rows))
    return _with_history(store, customer, str(name), rows, known=known, hits=hits)


def person_in_copy(copy: Store, one: Person, live: Store, hits: Hits) -> Person:
    """Give the same person as he stands in a copy of the store.

    Ids alone prove nothing: the copy may come from a time after which the list was restored and grew otherwise.
    """
    rows = set()
    for row, customer, fields, raw in copy.read(
        "SELECT id, customer_id, fields, raw FROM source_row WHERE id IN (SELECT value FROM json_each(?)) "
        "OR customer_id IN (SELECT value FROM json_each(?))",
        [list(one.rows), list(one.customers)],
    ):
        if is_about(one.known, json.loads(fields), raw) or (
            customer in one.customers and not _another_has(live, row, one)
        ):
            rows.add(row)
    if not any(is_about(one.known, fields, raw, shared=one.shared) for fields, raw in _content(copy, rows)):
        rows = set()
    known = _both(one.known, known_by(_content(copy, rows)))
    return _with_history(copy, one.customer, one.name, sorted(rows), known=known, hits=hits, others=live)


def _another_has(live: Store, row: int, one: Person) -> bool:
    return any(
        customer not in one.customers
        for (customer,) in live.read(
            "SELECT customer_id FROM source_row WHERE id = ? AND customer_id IS NOT NULL", [row]
        )
    )


def _both(a: Known, b: Known) -> Known:
    return Known(
        names=tuple(dict.fromkeys([*a.names, *b.names])), phones=tuple(dict.fromkeys([*a.phones, *b.phones])),
        emails=tuple(dict.fromkeys([*a.emails, *b.emails])), national_ids=tuple(dict.fromkeys([*a.national_ids, *b.national_ids])),
        birth_dates=tuple(dict.fromkeys([*a.birth_dates, *b.birth_dates])), handles=tuple(dict.fromkeys([*a.handles, *b.handles])),
        cells=a.cells | b.cells, texts=a.texts | b.texts,
    )  # fmt: skip


def _content(store: Store, rows: Collection[int]) -> list[tuple[dict[str, Any], str]]:
    return [
        (json.loads(fields), raw)
        for table in ("source_row", "before_source_row")
        for fields, raw in store.read(
            f"SELECT fields, raw FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            [sorted(rows)],
        )
    ]


def _with_history(
    store: Store,
    customer: int,
    name: str,
    rows: Sequence[int],
    *,
    known: Known,
    hits: Hits,
    others: Store | None = None,
) -> Person:
    """Add the rows that are about him and belong to nobody now: waiting, left out, or in what the journal kept."""
    his = set(rows)
    shared = _shared(others or store, (customer,), known)
    spelled = Spellings(known)
    for table in ("source_row", "before_source_row"):
        for _, row, fields, raw in hits(store, table, "id, fields, raw", spelled):
            if row in his or not is_about(known, json.loads(fields), raw, shared=shared):
                continue
            if not _belongs_to_another(store, row, customer, others):
                his.add(row)
    his |= _anchored(store, his)
    customers, _ = _customers(store, customer, his)
    his |= _dead_rows_of(store, customers)
    customers, mixed = _customers(store, customer, his)
    known = _both(known, known_by(_content(store, his)))
    return Person(
        customer=customer, name=name, customers=customers, rows=tuple(sorted(his)), mixed=mixed, known=known,
        shared=_shared(others or store, customers, known),
    )  # fmt: skip


def _dead_rows_of(store: Store, customers: Collection[int]) -> set[int]:
    """Give the rows of which only the journal knows and that were linked to him, and to nobody who is on the list now."""
    return {
        row
        for (row,) in store.read(
            "SELECT id FROM before_source_row WHERE customer_id IN (SELECT value FROM json_each(?)) "
            "AND id NOT IN (SELECT id FROM source_row)",
            [sorted(customers)],
        )
    }


def _belongs_to_another(store: Store, row: int, customer: int, others: Store | None) -> bool:
    """Tell whether a row is one of somebody else who is on the list now."""
    for (owner,) in store.read(
        "SELECT customer_id FROM source_row WHERE id = ? AND customer_id IS NOT NULL", [row]
    ):
        if others is None or owner == customer:
            return bool(owner != customer)
        return any(
            True
            for _ in others.read(
                "SELECT 1 FROM source_row WHERE id = ? AND customer_id IS NOT NULL AND customer_id <> ?",
                [row, customer],
            )
        )
    return False


def _anchored(store: Store, his: Collection[int]) -> set[int]:
    """Give the rows that were written on his rows, or follow them, and are nobody else's; those the journal kept, too."""
    leaning = "(anchor IN (SELECT value FROM json_each(?1)) OR lead IN (SELECT value FROM json_each(?1)))"
    return {
        row
        for (row,) in store.read(
            f"SELECT id FROM source_row WHERE {leaning} AND (customer_id IS NULL OR customer_id IN "
            "(SELECT customer_id FROM source_row WHERE id IN (SELECT value FROM json_each(?1)))) "
            f"UNION SELECT id FROM before_source_row WHERE {leaning} AND id NOT IN (SELECT id FROM source_row)",
            [sorted(his)],
        )
    }


def _customers(store: Store, customer: int, rows: Collection[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give the ids he had, and those of others (in force or not) who had rows of his for a while."""
    had = {customer}
    for table in ("source_row", "before_source_row"):
        for found in store.read(
            f"SELECT customer_id, home FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            [sorted(rows)],
        ):
            had.update(number for number in found if number is not None)
    had |= {number for (number,) in store.read("SELECT id FROM alias WHERE customer_id = ?", [customer])}
    others: set[int] = set()
    for table, spared in (("source_row", frozenset[int]()), ("before_source_row", frozenset({customer}))):
        owners = store.read(
            f"SELECT DISTINCT customer_id FROM {table} WHERE customer_id IN (SELECT value FROM json_each(?)) "
            "AND id NOT IN (SELECT value FROM json_each(?))",
            [sorted(had), sorted(rows)],
        )
        others |= {number for (number,) in owners} - spared
    return tuple(sorted(had - others)), tuple(sorted(others))


def _shared(store: Store, customers: Sequence[int], known: Known) -> tuple[str, ...]:
    """Give what others on the list have, too: found by the word index, then held against their own phones, e-mails and names."""
    from smbcrm.usecases.find_customer import find_all

    found = []
    for value in (*known.phones, *known.emails, *known.names):
        if len(value) < 3:
            continue
        others = [number for number in find_all(store, value) if number not in customers]
        if others and (value not in known.names or _named_so(store, others, value)):
            found.append(value)
    return tuple(found)


def _named_so(store: Store, customers: Sequence[int], name: str) -> bool:
    for text, fields in store.read(
        "SELECT name, fields FROM customer WHERE id IN (SELECT value FROM json_each(?))", [list(customers)]
    ):
        if fold(name) in {fold(text), *map(fold, json.loads(fields).get("names", ()))}:
            return True
    return False
