"""Postal addresses of a table's rows, whatever number of columns they stand in."""

from __future__ import annotations

from dataclasses import replace

from smbcrm.core.fields import FIELDS, PLACE
from smbcrm.core.mapping import Column
from smbcrm.core.sheets.values import cells as reading
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.places import SINGLE, PlacePart, codes_before_towns, put_together


def _with_codes_apart(parts: list[PlacePart]) -> list[PlacePart]:
    """Give postal codes that stand before the town a column of their own, where none has them."""
    towns = [part for part in parts if part.field == "city"]
    if len(towns) != 1 or any(part.field == "postal_code" for part in parts):
        return parts
    apart = codes_before_towns(towns[0].values)
    if apart is None:
        return parts
    codes, names = apart
    at = parts.index(towns[0])
    both = [replace(towns[0], field="postal_code", values=codes), replace(towns[0], values=names)]
    return [*parts[:at], *both, *parts[at + 1 :]]


def gather_places(got: Gathered, by_key: dict[str, list[Column]], rows: int) -> None:
    """Put the addresses of all rows together from the columns that hold their parts."""
    keys = {FIELDS[name].key for name in PLACE}
    columns = sorted((c for key in keys for c in by_key.pop(key, [])), key=lambda c: c.index)
    parts = [PlacePart(field=c.field, heading=c.heading, values=_place_values(got, c)) for c in columns]
    parts = _with_codes_apart(parts)
    found = put_together(parts, rows)
    for name in ("address", *SINGLE):
        if name in found.parts:
            got.fields[name] = found.parts[name]
    if any(found.addresses):
        got.fields["addresses"] = list(found.addresses)
    for heading, values in found.aside.items():
        for i, text in values.items():
            got.put_aside(i, heading, text)


def _place_values(got: Gathered, column: Column) -> list[object]:
    raw = got.cells[column.index]
    if column.field == "postal_code":
        return reading.read_codes(raw).values
    return reading.read_texts(raw, lines=column.field == "address").values
