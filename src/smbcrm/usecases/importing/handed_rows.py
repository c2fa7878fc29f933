"""Rows of customer lists on their way from being written to being matched: what was understood just now is not read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smbcrm.core.golden import MULTI, Row
from smbcrm.usecases.ports import Store

if TYPE_CHECKING:
    from smbcrm.core.rows import ParsedRow
    from smbcrm.core.sheets.values.gathered import Gathered


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedRows:
    """New rows of one list of customers, ascending: their ids, and what they say as it stands in the store."""

    source: int
    operation: int
    ids: Sequence[int]
    places: Sequence[int]  # of the rows in what was gathered
    gathered: Gathered
    in_order: Sequence[tuple[str, Sequence[object]]]  # its fields by name
    several_held: Sequence[str]  # those of its fields that hold several values

    @classmethod
    def of(cls, fresh: Sequence[tuple[int, ParsedRow]], *, source: int, operation: int) -> list[HandedRows]:
        """Hand rows over: id and what was read of each."""
        gathered = next((row.gathered for _, row in fresh), None)
        if gathered is None:
            return []
        # The cells are let go: what is matched is what was understood of them.
        told = replace(gathered, numbers=(), cells={}, problems=[], notes=[])
        ids, places = [number for number, _ in fresh], [row.place for _, row in fresh]
        return [
            cls(
                source=source,
                operation=operation,
                ids=ids,
                places=places,
                gathered=told,
                in_order=sorted(told.fields.items()),
                several_held=[name for name in MULTI if name in told.fields],
            )
        ]

    def column(self, name: str) -> list[object]:
        """Give one field of all rows, None where a row has none."""
        values = self.gathered.fields.get(name)
        return [None] * len(self.places) if values is None else [values[place] for place in self.places]

    def texts(self, name: str) -> list[str]:
        """Give one field of all rows as text, empty where a row has none."""
        values = self.gathered.fields.get(name)
        if values is None:
            return [""] * len(self.places)
        return ["" if (value := values[place]) is None else str(value) for place in self.places]

    def several(self, name: str) -> list[tuple[str, ...]]:
        """Give a field that holds several values, for all rows."""
        return [tuple(value) if value else () for value in self.column(name)]  # type: ignore[arg-type]

    def custom(self) -> Iterator[tuple[str, int, str]]:
        """Give what rows say in columns of no known meaning: heading, position of the row, text."""
        for heading, values in self.gathered.columns_aside.items():
            for i, place in enumerate(self.places):
                if (value := values[place]) is not None:
                    yield heading, i, str(value)
        if self.gathered.aside:
            for i, place in enumerate(self.places):
                for heading, text in self.gathered.aside.get(place, {}).items():
                    yield heading, i, text

    def without_day(self, name: str) -> Iterator[tuple[int, Mapping[str, object]]]:
        """Give the rows that have something in a column of days that is none: position, and what they keep aside."""
        days, told = self.gathered.fields.get(name), self.gathered
        if told.bad:
            for i, place in enumerate(self.places):
                if name in told.bad.get(place, ()) and (days is None or days[place] is None):
                    yield i, told.told_by(place).get("x", {})  # type: ignore[misc]

    def row(self, i: int, *, rank: int) -> Row:
        """Give one row as customers are computed from; fields are in the order of their names, as in the store."""
        place, told = self.places[i], self.gathered
        if told.columns_aside or place in told.aside or place in told.bad:
            fields = dict(sorted(told.told_by(place).items()))
            if "x" in fields:
                fields["x"] = dict(sorted(fields["x"].items()))  # type: ignore[attr-defined]
            if "bad" in fields:
                fields["bad"] = list(fields["bad"])  # type: ignore[call-overload]
        else:
            fields = {n: value for n, column in self.in_order if (value := column[place]) is not None}
        for name in self.several_held:
            if name in fields:
                fields[name] = list(fields[name])  # type: ignore[call-overload]
        return Row(
            id=self.ids[i],
            rank=rank,
            operation=self.operation,
            owner=False,
            fields=fields,
            source=self.source,
        )


def still_as_handed(store: Store, operation: int) -> bool:
    """Tell whether no row was changed or taken out since it was written: another file of the same import may do that."""
    changed = store.read(
        "SELECT 1 FROM journal WHERE operation = ? AND tbl = 'source_row' AND action <> 'insert' LIMIT 1",
        [operation],
    )
    return next(changed, None) is None
