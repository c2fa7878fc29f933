"""Say which rows of a list somebody edited, and cell by cell what the first of them say now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smbcrm.core.rows import ParsedRow, ParsedSheet
from smbcrm.core.say import Say, listed, listed_rows, say
from smbcrm.core.sheets.versions.loose_prints import cell_said
from smbcrm.core.sheets.versions.versions import Fitted
from smbcrm.core.timeline import changed
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import KnownRow, raw_cells
from smbcrm.usecases.versions.recognise_source import Compared

_ROWS = 5  # rows whose cells are told; more than a screen of them nobody reads
_CELLS = 4
_LETTERS = 60  # of a cell: a long note is told by its beginning
_NUMBERS = 12


def edited_rows(parsed: ParsedSheet, compared: Compared) -> list[tuple[int, KnownRow]]:
    """Give the rows that somebody edited, in the order of the sheet: not those that are merely read in another way now."""
    pairs = [*compared.updated, *compared.corrected]
    return sorted(
        ((i, known) for i, known in pairs if parsed.rows[i].status == "ok" and i not in compared.anew),
        key=lambda pair: pair[0],
    )


def say_edits(store: Store, parsed: ParsedSheet, compared: Compared) -> tuple[Say, ...]:
    """Say what the first edited rows said and say now, and which others there are; to be asked before they are written anew."""
    if compared.source is None:
        return ()
    edited = edited_rows(parsed, compared)
    raw = raw_cells(store, [known.id for _, known in edited[:_ROWS]])
    told = [
        tuple(_changes(parsed.rows[i], raw[known.id], _layout(compared, known)))
        for i, known in edited[:_ROWS]
    ]
    rows = [(parsed.rows[i], changes) for (i, _), changes in zip(edited, told) if changes]
    said = tuple(_told(row, changes) for row, changes in rows)
    shown = {row.number for row, _ in rows}
    rest = [number for i, _ in edited if (number := parsed.rows[i].number) not in shown]
    return (*said, *_say_rest(rest, more=bool(said)))


def _layout(compared: Compared, known: KnownRow) -> Fitted:
    """Give how the columns of the sheet stand in the list that the row is of: another export may have brought it."""
    return compared.fitted if known.source == compared.source else compared.layouts[known.source]


def _changes(row: ParsedRow, before: Sequence[str], fitted: Fitted) -> Iterator[Say]:
    """Say how the cells changed that both versions have; what a new column brings is said of the whole list."""
    after = fitted.kept(row.cells)
    for heading, field, _, place in fitted.headings:
        if place in fitted.added or place in fitted.missing:
            continue
        old, new = (" ".join(cells[place].split()) if place < len(cells) else "" for cells in (before, after))
        if cell_said(old, field) != cell_said(new, field):
            start = _start(old, new)
            # As a sentence of its own, the heading stays in the words of the file in every language.
            yield changed(say("{name}", name=heading), _short(old, start), _short(new, start))


def _start(old: str, new: str) -> int:
    """Give where to begin telling two cells: at their first letter, or in long ones at a word little before they differ."""
    if max(len(old), len(new)) <= _LETTERS:
        return 0
    same = next((n for n, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
    return old.rfind(" ", 0, max(0, same - _LETTERS // 3)) + 1


def _short(cell: str, start: int) -> str:
    end = start + _LETTERS
    return ("... " if start and cell[start:] else "") + cell[start:end] + (" ..." if len(cell) > end else "")


def _told(row: ParsedRow, changes: Sequence[Say]) -> Say:
    name = row.fields.get("name") or row.fields.get("company") or row.key
    what = listed(changes, most=_CELLS)
    if not name:
        return say("row {row}: {what}", row=row.number, what=what)
    return say("row {row}, {name}: {what}", row=row.number, name=name, what=what)


def _say_rest(numbers: Sequence[int], *, more: bool) -> Iterator[Say]:
    if not numbers:
        return
    rows = listed_rows(numbers, most=_NUMBERS)
    if more:
        yield say("more edited rows, {count}: {rows}", rows=rows, count=len(numbers))
    else:
        yield say("edited {count:row|rows}: {rows}", rows=rows, count=len(numbers))
