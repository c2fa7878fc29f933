"""Names of a table's rows, whatever number of columns they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.heading_subject import speaks_for_a_customer
from smbcrm.core.mapping import Column
from smbcrm.core.sheets.meaning.drafts import REMEMBERED, TYPED
from smbcrm.core.sheets.values import cells as reading
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.places import of_the_receiver

_NAME_PARTS = ("first_name", "middle_name", "last_name", "name_suffix")


def gather_names(got: Gathered, by_key: dict[str, list[Column]], rows: int) -> None:
    """Give every row its names, whatever number of columns they stand in; who only receives a thing, or speaks for a customer, lends him none."""
    columns = [c for key in ("name", "first_name", "last_name") for c in by_key.pop(key, [])]
    others = [c for c in columns if of_the_receiver(c.heading) or speaks_for_a_customer(c.heading)]
    if len(others) < len(columns):
        columns = [c for c in columns if c not in others]
    else:
        others = []
    parts: dict[str, list[object]] = {}
    for column in sorted(columns, key=lambda c: _before_others(got, c)):
        read = reading.read_names(got.cells[column.index])
        got.take_doubts(column, read)
        for i in read.doubts:
            got.damaged.setdefault(i, set()).add("name")
        # Of two columns that a person calls the name each holds a part of it; two that look like one repeat it.
        joins = column.field in _NAME_PARTS or column.how in (TYPED, REMEMBERED)
        if column.field in parts and joins:
            parts[column.field] = [_both(a, b) for a, b in zip(parts[column.field], read.values)]
        elif column.field in parts:
            parts[column.field] = fill_up(got, parts[column.field], column, read.values)
        else:
            parts[column.field] = read.values
    _fill_with_others(got, parts, others)
    for name in ("first_name", "last_name"):
        if name in parts:
            got.fields[name] = parts[name]
    pieces = [parts[name] for name in _NAME_PARTS if name in parts]
    if pieces:
        whole = parts.get("name", [None] * rows)
        joined = _joined(pieces)
        got.fields["name"] = [a or b for a, b in zip(whole, joined)]
    elif "name" in parts:
        got.fields["name"] = parts["name"]


def _before_others(got: Gathered, column: Column) -> tuple[int, bool, int, str, int]:
    """Tell where a column of names comes among the others: a part of a name where it stands, of several whole ones the fullest first.

    Of those that one person called the name each is a part, too. One that says the same in many rows ("District name") tells of a group.
    """
    if column.field != "name" or column.how in (TYPED, REMEMBERED):
        return 0, False, 0, "", column.index
    cells = got.cells[column.index]
    filled = sum(map(bool, map(str.strip, cells)))
    repeats = len(set(filter(None, map(str.strip, cells)))) * 2 < filled
    bracketed = sum("(" in cell for cell in cells)  # "Ann Lee (annl)" says less plainly what he is called
    words = sum(cell.count(" ") for cell in cells)
    return -filled, repeats, 2 * bracketed - words, column.heading, column.index


def _fill_with_others(got: Gathered, parts: dict[str, list[object]], others: Sequence[Column]) -> None:
    """Take who receives a thing, or is to be spoken to, for the customer in rows that name no other; elsewhere keep aside what differs."""
    unnamed = [not any(row) for row in zip(*parts.values())]
    for column in others:
        values = parts.setdefault(column.field, [None] * len(unnamed))
        for i, other in enumerate(reading.read_names(got.cells[column.index]).values):
            if unnamed[i]:
                values[i] = values[i] or other
            elif other is not None and other != values[i]:
                got.put_aside(i, column.heading, str(other))


def _joined(pieces: Sequence[Sequence[object]]) -> Sequence[object]:
    if len(pieces) == 1:
        return pieces[0]
    if len(pieces) == 2:
        return [f"{a} {b}" if a and b else a or b for a, b in zip(*pieces)]
    return [" ".join([str(part) for part in row if part]) or None for row in zip(*pieces)]


def _both(first: object, second: object) -> object:
    return f"{first} {second}" if first and second and first != second else first or second


def fill_up(got: Gathered, values: list[object], column: Column, more: Sequence[object]) -> list[object]:
    """Take the second column's value where the first has none; where both speak and differ, keep the second aside."""
    for i, (value, other) in enumerate(zip(values, more)):
        if other is not None and value is not None and other != value:
            got.put_aside(i, column.heading, str(other))
    return [other if value is None else value for value, other in zip(values, more)]
