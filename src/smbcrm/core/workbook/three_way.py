"""Bring one sheet and the store together, cell by cell, against what both agreed on last.

        base  what both sides said after the sync before
       /    \\
    sheet   store      a cell that only one side changed is taken from that side;
       \\    /          one that both changed to different values is held back, and each side keeps its own
       agreed
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from smbcrm.core.workbook.cells import alike, settled
from smbcrm.core.workbook.columns_found import Columns
from smbcrm.core.workbook.shape import Col, Shape

Cells = Mapping[str, str]  # key -> settled text


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row of a sheet as read: its number, its cells by place, and the places whose cell is a formula."""

    number: int
    cells: Sequence[str]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A cell that both sides changed since they agreed: what it was, what the sheet says, what the store says.

    `place` is the id that stands in the sheet, where the record has been merged into another since. `off`: the record is off the
    list in the store.
    """

    sheet: str
    row: int
    id: str
    place: str
    key: str
    heading: str
    base: str
    workbook: str
    store: str
    off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A row that is no record of ours yet."""

    number: int
    cells: Cells


@dataclass(slots=True, kw_only=True)
class SheetMerge:
    """What bringing one sheet and the store together comes to.

    `edits` the owner's, by id and key, to go into the store · `conflicts` held back · `new` rows · `gone` ids whose row was taken
    out · `back` ids that are off the list and whose row stands in the sheet again · `places` the row number of each id · `copies`
    rows that stand twice, their edits taken · `strangers` rows with an id that nobody has (they are new) · `put_back` how many
    computed cells were typed over · `formulas` cells (id, key) that hold a formula
    """

    edits: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    conflicts: list[Conflict] = field(default_factory=list)
    new: list[NewRow] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    copies: list[int] = field(default_factory=list)
    strangers: list[int] = field(default_factory=list)
    put_back: int = 0
    formulas: set[tuple[str, str]] = field(default_factory=set)


def merge_sheet(
    shape: Shape,
    columns: Columns,
    rows: Sequence[SheetRow],
    *,
    base: Mapping[str, Cells],
    store: Mapping[str, Cells],
    moved: Mapping[str, str],
    off: Set[str] = frozenset(),
    prefer: Mapping[tuple[str, str], str] | str = "",
) -> SheetMerge:
    """Merge a sheet with the store.

    `off` are the ids in the store that are off the list. `moved` gives for an id that was merged into another the id it is now. `prefer` settles conflicts: `workbook` or `store`, for
    all or by (id, key).
    """
    merge = SheetMerge()
    by_key = {column.key: column for column in shape.columns}
    placed = list(_identified(shape, columns, rows, base=base, store=store, moved=moved, merge=merge))
    for number, row, cells in placed:
        formulas = {key for key, place in columns.at.items() if place in row.formulas}
        merge.formulas |= {(number, key) for key in formulas}
        now = moved.get(number, number)
        known, mine = base.get(number), store.get(now)
        if now in off:
            if known is None:  # taken off the list before, and its row put back since
                merge.back.append(now)
                known = mine
            else:
                mine = None
        _merge_row(
            merge, shape, by_key, number, row.number,
            cells={key: text for key, text in cells.items() if key not in formulas},
            base=known, store=mine, prefer=prefer, now=now,
        )  # fmt: skip
    seen = {number for number, _, _ in placed}
    merge.gone = [
        number
        for number in base
        if number not in seen and number in store and number not in moved and number not in off
    ]
    return merge


def _identified(
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


def _merge_row(
    merge: SheetMerge,
    shape: Shape,
    by_key: Mapping[str, Col],
    number: str,
    row: int,
    *,
    cells: Cells,
    base: Cells | None,
    store: Cells | None,
    prefer: Mapping[tuple[str, str], str] | str,
    now: str,
) -> None:
    """Compare the cells of one record; `store` is None for one that is off the list there."""
    for key, sheet in cells.items():
        column = by_key[key]
        known = None if base is None else base.get(key, "")
        mine = None if store is None else merge.edits.get(now, {}).get(key, store.get(key, ""))
        if known is not None and alike(sheet, known, column.holds):
            continue  # the owner left it alone
        if mine is not None and alike(sheet, mine, column.holds):
            continue  # both say the same
        if column.owner != "yours":
            merge.put_back += column.holds != "words" and column.owner == "computed" and known is not None
            continue
        if mine is not None and known is not None and alike(mine, known, column.holds):
            merge.edits[now].setdefault(key, sheet)
            continue
        choice = prefer if isinstance(prefer, str) else prefer.get((now, key), "")
        if choice == "workbook":
            merge.edits[now][key] = sheet
            if store is None and known is not None and now not in merge.back:
                merge.back.append(
                    now
                )  # taken off the list meanwhile; the owner's edit brings the record back
        elif choice != "store":  # nothing was agreed on, or both moved away from it
            merge.conflicts.append(
                Conflict(
                    sheet=shape.name,
                    row=row,
                    id=now,
                    place=number,
                    key=key,
                    heading=column.heading,
                    base=known or "",
                    workbook=sheet,
                    store=mine or "",
                    off=store is None,
                )
            )


def changed_columns(shape: Shape, merge: SheetMerge, base: Mapping[str, Cells]) -> Counter[str]:
    """Count, by column, the cells that held something and now hold something else; filling an empty cell harms nothing."""
    return Counter(
        key for number, cells in merge.edits.items() for key in cells if base.get(number, {}).get(key, "")
    )
