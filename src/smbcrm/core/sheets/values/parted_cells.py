"""Cells that hold more than their column means: a number in place of a name, a phone or an address behind one; each gets a column of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from smbcrm.core.mapping import Column
from smbcrm.core.say import say
from smbcrm.core.sheets.meaning.contacts_beside_names import contacts_apart
from smbcrm.core.sheets.meaning.drafts import WITH_ADDRESSES
from smbcrm.core.sheets.meaning.names_with_addresses import told_apart
from smbcrm.core.sheets.values import cells as reading
from smbcrm.core.sheets.values.gathered import Gathered


def numbers_for_names(got: Gathered, by_key: dict[str, list[Column]]) -> list[Column]:
    """Take the phone numbers that stand where a name should, as chat programs write strangers; give them as columns."""
    found: list[Column] = []
    for column in by_key.get("name", []):
        dialled = set(filter(reading.is_dialled, set(got.cells[column.index])))
        if column.field == "name" and dialled:
            numbers = {i: cell for i, cell in enumerate(got.cells[column.index]) if cell in dialled}
            place = -1 - len(found)
            cells = dict(got.cells)
            cells[place] = [numbers.get(i, "") for i in range(len(got.numbers))]
            cells[column.index] = ["" if i in numbers else cell for i, cell in enumerate(cells[column.index])]
            got.cells = cells
            found.append(replace(column, index=place, field="phone", key="phones"))
    return found


def contacts_beside_names(
    got: Gathered, by_key: Mapping[str, Sequence[Column]]
) -> tuple[list[Column], list[Column]]:
    """Give the numbers and the addresses that stand beside the names of a column columns of their own."""
    numbers: list[Column] = []
    addresses: list[Column] = []
    for column in [c for key in ("name", "company") for c in by_key.get(key, []) if c.field == key]:
        apart = contacts_apart(got.cells[column.index])
        if apart is None:
            continue
        place = min(0, *got.cells) - 1
        got.cells = {**got.cells, column.index: apart.names, place: apart.numbers, place - 1: apart.addresses}
        numbers += [replace(column, index=place, field="phone", key="phones")] if any(apart.numbers) else []
        addresses += (
            [replace(column, index=place - 1, field="email", key="emails")] if any(apart.addresses) else []
        )
        count = sum(map(bool, map(max, apart.numbers, apart.addresses)))
        what = (
            "column {column} holds phones or e-mails beside {count} {count:name|names}: they are told apart"
        )
        got.notes.append(say(what, column=column.heading, count=count))
    return numbers, addresses


def addresses_behind_names(got: Gathered, by_key: dict[str, list[Column]]) -> None:
    """Give the addresses that stand behind the names of a column one of their own, where no other column holds any."""
    names, held = by_key.get("name", []), {"address", "first_name", "last_name"} & by_key.keys()
    if len(names) != 1 or held or names[0].field != "name":
        return
    (column,) = names
    parts = told_apart(got.cells[column.index], headed=column.how == WITH_ADDRESSES)
    if parts is None:
        return
    apart, place = (
        [[part.get(i, "") for i in range(len(got.numbers))] for part in parts],
        min(0, *got.cells) - 1,
    )
    got.cells = {**got.cells, column.index: apart[0], place: apart[1]}
    by_key["address"] = [replace(column, index=place, field="address", key="address")]
    what = "column {column} holds names and addresses: they are told apart"
    got.notes.append(say(what, column=column.heading))
