"""What rests on an operation without having changed its rows: rows that hang on it, and decisions and joins made in view of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from smbcrm.store.sqlite import SqliteStore


class Rested(Exception):  # noqa: N818 - an answer, not a fault
    """Later operations rest on what should be taken back."""

    def __init__(self, operations: Iterable[int]) -> None:
        self.operations = sorted(set(operations))


class Ties:
    """What later operations joined or told apart among some customers, noted before anything is taken back."""

    def __init__(self, store: SqliteStore, later: Sequence[int], customers: Iterable[int]) -> None:
        self._store = store
        self._later = list(later)
        given = [sorted(customers)]
        joined = store.read(
            "SELECT p.id, p.row_a, p.row_b, p.decided_by, a.customer_id FROM source_row a JOIN pair p ON p.row_a = a.id "
            "JOIN source_row b ON b.id = p.row_b WHERE a.customer_id IN (SELECT value FROM json_each(?)) "
            "AND p.verdict = 'same' AND a.customer_id = b.customer_id",
            given,
        )
        pairs = list(joined)
        writers = self._writers("pair", [pair[0] for pair in pairs])
        mine = [(*pair, writers[pair[0]]) for pair in pairs if pair[0] in writers]
        rows = self._rows({customer for _, _, _, by, customer, _ in mine if by == "owner"})
        # Who says that two customers are one means all that they were then.
        self._joined = [
            (writer, frozenset(rows[customer]) | {a, b} if by == "owner" else frozenset({a, b}))
            for _, a, b, by, customer, writer in mine
        ]

    def refuse_resting(self, customers: set[int]) -> None:
        """Raise Rested when something that stays was made in view of what is gone."""
        self._drop_judgements()
        found = (
            self._orphans() | self._parted() | self._told_apart(customers) | self._without_bridge(customers)
        )
        if found:
            raise Rested(found)

    def _drop_judgements(self) -> None:
        """Take out what the program thought of rows that are gone."""
        lost = self._store.read(
            "SELECT id FROM pair WHERE decided_by = 'auto' AND (row_a NOT IN (SELECT id FROM source_row) "
            "OR row_b NOT IN (SELECT id FROM source_row))"
        )
        self._store.delete("pair", [number for (number,) in lost])

    def _orphans(self) -> set[int]:
        """Give the operations that wrote rows which hang on nothing now, or took out what they would hang on."""
        read = self._store.read
        hanging = [
            ("source_row", number, "source_row", parent)
            for tie in ("anchor", "lead")
            for number, parent in read(
                f"SELECT id, {tie} FROM source_row WHERE {tie} NOT IN (SELECT id FROM source_row)"
            )
        ]
        for table, number, parent, key in list(read("PRAGMA foreign_key_check")):
            ties = list(read(f"PRAGMA foreign_key_list({table})"))
            column = next(tie[3] for tie in ties if tie[0] == key)
            ((value,),) = read(f"SELECT {column} FROM {table} WHERE rowid = ?", [number])
            hanging.append((table, number, parent, value))
        found = set()
        for table, number, parent, value in hanging:
            writer = self._writers(table, [number]).get(number)
            found.add(writer or self._remover(parent, value) or self._later[-1])
        return found

    def _parted(self) -> set[int]:
        """Give the operations that joined rows which have different customers now."""
        now = self._customers(row for _, rows in self._joined for row in rows)
        return {
            writer
            for writer, rows in self._joined
            if len({now[row] for row in rows if now.get(row) is not None}) > 1
        }

    def _told_apart(self, customers: set[int]) -> set[int]:
        """Give the operations in which the owner told apart what is one customer now."""
        apart = self._store.read(
            "SELECT p.id FROM source_row a JOIN pair p ON p.row_a = a.id JOIN source_row b ON b.id = p.row_b "
            "WHERE p.decided_by = 'owner' AND p.verdict = 'different' AND a.customer_id = b.customer_id "
            "AND a.customer_id IN (SELECT value FROM json_each(?))",
            [sorted(customers)],
        )
        return set(self._writers("pair", [number for (number,) in apart]).values())

    def _without_bridge(self, customers: set[int]) -> set[int]:
        """Give the operations that brought rows to a customer of whom nothing holds them together with the others any longer."""
        rows = self._rows(customers)
        several = {customer: own for customer, own in rows.items() if len(own) > 1}
        if not several:
            return set()
        came = self._writers("source_row", [row for own in several.values() for row in own])
        several = {customer: own for customer, own in several.items() if came.keys() & set(own)}
        ties: dict[int, list[int]] = defaultdict(list)
        for a, b in self._store.read(
            "SELECT p.row_a, p.row_b FROM source_row a JOIN pair p ON p.row_a = a.id JOIN source_row b ON b.id = p.row_b "
            "WHERE p.verdict = 'same' AND a.customer_id = b.customer_id AND a.customer_id IN (SELECT value FROM json_each(?))",
            [sorted(several)],
        ):
            ties[a].append(b)
            ties[b].append(a)
        found: set[int] = set()
        for own in several.values():
            reached = _reached(own[0], ties)
            found.update(came[row] for row in own if row not in reached and row in came)
        return found

    def _rows(self, customers: Iterable[int]) -> dict[int, list[int]]:
        """Give the rows that say who each customer is."""
        rows: dict[int, list[int]] = defaultdict(list)
        for customer, row in self._store.read(
            "SELECT customer_id, id FROM source_row WHERE customer_id IN (SELECT value FROM json_each(?)) "
            "AND anchor IS NULL AND (lead IS NULL OR lead = id) ORDER BY id",
            [sorted(customers)],
        ):
            rows[customer].append(row)
        return rows

    def _writers(self, table: str, ids: Iterable[int]) -> dict[int, int]:
        """Give the newest later operation that brought or changed each of these rows, where one did."""
        ordered = sorted(set(ids))
        wanted = set(ordered)
        found: dict[int, int] = {}
        for operation, entry, action, first, last in list(
            self._store.read(
                "SELECT operation, id, action, first, last FROM journal WHERE tbl = ? AND action <> 'delete' "
                "AND operation IN (SELECT value FROM json_each(?)) ORDER BY id",
                [table, self._later],
            )
        ):
            if action == "insert":
                rows = ordered[bisect_left(ordered, first) : bisect_right(ordered, last)]
            else:
                kept = self._store.read(f"SELECT id FROM before_{table} WHERE entry = ?", [entry])
                rows = [number for (number,) in kept if number in wanted]
            found.update(dict.fromkeys(rows, operation))
        return found

    def _customers(self, rows: Iterable[int]) -> dict[int, Any]:
        return dict(
            self._store.read(
                "SELECT id, customer_id FROM source_row WHERE id IN (SELECT value FROM json_each(?))",
                [sorted(set(rows))],
            )
        )

    def _remover(self, table: str, number: int) -> int | None:
        """Give the newest later operation that took a row out."""
        ((operation,),) = self._store.read(
            f"SELECT max(j.operation) FROM journal j JOIN before_{table} b ON b.entry = j.id WHERE b.id = ? "
            "AND j.action = 'delete' AND j.operation IN (SELECT value FROM json_each(?))",
            [number, self._later],
        )
        return None if operation is None else int(operation)


def _reached(start: int, ties: dict[int, list[int]]) -> set[int]:
    reached, todo = {start}, [start]
    while todo:
        for row in ties[todo.pop()]:
            if row not in reached:
                reached.add(row)
                todo.append(row)
    return reached
