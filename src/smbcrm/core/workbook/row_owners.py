"""Which record each row of a sheet is: by its id, or where that was wiped out or copied, by what stands in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from smbcrm.core.workbook.cells import alike, settled
from smbcrm.core.workbook.columns_found import Columns
from smbcrm.core.workbook.shape import Shape
from smbcrm.core.workbook.sheet_merge import Cells, NewRow, SheetMerge, SheetRow


def rows_of_records(
    shape: Shape,
    columns: Columns,
    rows: Sequence[SheetRow],
    *,
    base: Mapping[str, Cells],
    store: Mapping[str, Cells],
    moved: Mapping[str, str],
    merge: SheetMerge,
) -> Iterator[tuple[str, SheetRow, Cells]]:
    """Give each row that is a record of ours with its id; the others go where they belong in `merge`."""
    found = [(c.key, c.holds, place) for c in shape.columns if (place := columns.at.get(c.key)) is not None]
    ids_at = columns.at.get(shape.id_key)
    read = [(row, _cells(found, row, base, ids_at)) for row in rows]
    claims: dict[str, list[int]] = defaultdict(list)
    for place, (_, cells) in enumerate(read):
        claims[cells.get(shape.id_key, "")].append(place)
    lost = _without_id(shape, read, claims, base)
    chosen: dict[int, str] = dict(lost)
    ours = {number for number in claims if number and (number in base or number in store or number in moved)}
    for claimed, places in claims.items():
        if claimed in ours:
            chosen[_truest(shape, places, read, base.get(claimed))] = claimed
    for place, (row, cells) in enumerate(read):
        number = chosen.get(place)
        told = cells.get(shape.id_key, "")
        if number is not None:
            merge.places[number] = row.number
            yield number, row, cells
        elif not any(
            text for key, text in cells.items() if key != shape.id_key and shape.column(key).owner == "yours"
        ):
            continue  # nothing of the owner's stands in it
        elif told and told not in ours:
            merge.strangers.append(row.number)
            if shape.takes_rows:
                merge.new.append(NewRow(number=row.number, cells=_of_the_owner(shape, cells)))
        elif told and _is_copy(shape, cells, base.get(told) or store.get(told, {})):
            merge.copies.append(row.number)
        elif told and _is_same_one(shape, cells, base.get(told) or store.get(told, {})):
            merge.copies.append(row.number)
            # The same person twice, each row edited on its own; what a second row leaves out is no deletion.
            yield told, row, _of_the_owner(shape, cells)
        elif shape.takes_rows:
            merge.new.append(NewRow(number=row.number, cells=_of_the_owner(shape, cells)))


def _cells(
    places: Sequence[tuple[str, str, int]], row: SheetRow, base: Mapping[str, Cells], ids_at: int | None
) -> dict[str, str]:
    """Give the settled cells of a row by key; what stands there to the letter as it was agreed needs no second look."""
    written, count = row.cells, len(row.cells)
    number = written[ids_at] if ids_at is not None and ids_at < count else ""
    known = base.get(number, _NOTHING)
    return {
        key: text
        if (text := written[place] if place < count else "") == known.get(key, "")
        else settled(text, holds)
        for key, holds, place in places
    }


_NOTHING: Cells = {}


def _of_the_owner(shape: Shape, cells: Cells) -> Cells:
    return {key: text for key, text in cells.items() if text and shape.column(key).owner == "yours"}


def _is_copy(shape: Shape, cells: Cells, known: Cells) -> bool:
    return all(
        alike(text, known.get(key, ""), column.holds)
        for key, text in cells.items()
        if (column := shape.column(key)).owner == "yours"
    )


def _is_same_one(shape: Shape, cells: Cells, known: Cells) -> bool:
    """Tell whether a second row with an id is about the same person: what he is known by stands there unchanged."""
    if shape.id_key in IDENTITY:
        return False  # the id itself proves nothing more
    return _known_by(cells, known)


IDENTITY = ("name", "phone", "email")


def _known_by(cells: Cells, known: Cells) -> bool:
    told = [key for key in IDENTITY if known.get(key)]
    return bool(told) and all(
        alike(cells.get(key, ""), known[key], "phone" if key == "phone" else "text") for key in told
    )


def _truest(
    shape: Shape, places: Sequence[int], read: Sequence[tuple[SheetRow, Cells]], base: Cells | None
) -> int:
    """Give the row that is the record itself, where several carry its id: the one most like what we wrote, then the first."""
    if len(places) == 1 or base is None:
        return places[0]

    def likeness(place: int) -> int:
        return sum(
            alike(text, base.get(key, ""), shape.column(key).holds)
            for key, text in read[place][1].items()
            if text
        )

    return max(places, key=lambda place: (likeness(place), -place))


def _without_id(
    shape: Shape,
    read: Sequence[tuple[SheetRow, Cells]],
    claims: Mapping[str, Sequence[int]],
    base: Mapping[str, Cells],
) -> Iterator[tuple[int, str]]:
    """Give the rows whose id was wiped out: all else in them is, to the letter, what we wrote for a record that is missing."""
    bare = claims.get("", ())
    missing = [number for number in base if number not in claims]
    if not bare or not missing:
        return
    yours = [column.key for column in shape.columns if column.owner == "yours"]
    wanted: dict[tuple[str, ...], str] = {}
    for number in missing:
        wanted.setdefault(tuple(base[number].get(key, "") for key in yours), number)
    open_rows: list[int] = []
    for place in bare:
        cells = read[place][1]
        if not any(cells.get(key) for key in yours):
            continue
        found = wanted.pop(tuple(cells.get(key, "") for key in yours), None)
        if found is None:
            open_rows.append(place)
        else:
            missing.remove(found)
            yield place, found
    if shape.id_key not in IDENTITY and shape.takes_rows:
        yield from _known_again(read, open_rows, missing, base)


def _known_again(
    read: Sequence[tuple[SheetRow, Cells]],
    places: Sequence[int],
    missing: Sequence[str],
    base: Mapping[str, Cells],
) -> Iterator[tuple[int, str]]:
    """Give the rows whose id was wiped out and that were edited, too: nobody else is known by what stands there."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for number in missing:
        by_name[base[number].get("name", "")].append(number)
    for place in places:
        cells = read[place][1]
        fitting = [
            number for number in by_name.get(cells.get("name", ""), ()) if _known_by(cells, base[number])
        ]
        if len(fitting) == 1:
            by_name[cells["name"]].remove(fitting[0])
            yield place, fitting[0]
