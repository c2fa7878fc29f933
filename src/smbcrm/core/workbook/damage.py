"""Edits that look like an accident: half a list deleted, one column sorted by itself, names pasted over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from smbcrm.core.say import Say, say
from smbcrm.core.workbook.shape import Shape
from smbcrm.core.workbook.sheet_merge import Cells, SheetMerge
from smbcrm.core.workbook.three_way import changed_columns

FEWEST = 5
MOST_GONE = 0.05
MOST_CHANGED = 0.20
MOST_IDENTITY = 0.5
_IDENTITY = ("name", "phone", "email", "national_id")


def damage(shape: Shape, merge: SheetMerge, base: Mapping[str, Cells], *, records: int) -> Iterator[Say]:
    """Say what in a merge looks like an accident; nothing where nothing does. `records` is how many the sheet had."""
    gone = len(merge.gone) if shape.gone_means_gone else 0
    if gone >= FEWEST and gone > MOST_GONE * records:
        yield say(
            "{count} of {total} rows {count:is|are} gone from the sheet {sheet}: {count:its customer|their customers} would be taken off the list",
            count=gone,
            total=records,
            sheet=shape.name,
        )
    changed = changed_columns(shape, merge, base)
    for key, count in sorted(changed.items()):
        if count >= FEWEST and count > MOST_CHANGED * records:
            yield _column(shape, merge, base, key, count, records)
    identity = _identity(shape, merge, base, changed)
    if identity is not None:
        yield identity


def _column(
    shape: Shape, merge: SheetMerge, base: Mapping[str, Cells], key: str, count: int, records: int
) -> Say:
    heading = shape.column(key).heading
    edits = {number: cells[key] for number, cells in merge.edits.items() if key in cells}
    before = Counter(base.get(number, {}).get(key, "") for number in edits)
    if before == Counter(edits.values()):
        return say(
            "the cells of the column {heading} changed places in {count} of {total} rows: it looks sorted by itself, "
            "without the rest of its rows",
            heading=heading,
            count=count,
            total=records,
        )
    if not any(edits.values()):
        return say(
            "the column {heading} was emptied in {count} of {total} rows",
            heading=heading,
            count=count,
            total=records,
        )
    return say(
        "the column {heading} was changed in {count} of {total} {total:row|rows}",
        heading=heading,
        count=count,
        total=records,
    )


def _identity(
    shape: Shape, merge: SheetMerge, base: Mapping[str, Cells], changed: Mapping[str, int]
) -> Say | None:
    """Say when most of what tells customers apart was changed, spread over its columns so that none stands out."""
    keys = [column.key for column in shape.columns if column.key in _IDENTITY]
    filled = sum(1 for cells in base.values() for key in keys if cells.get(key))
    count = sum(changed.get(key, 0) for key in keys)
    if count < FEWEST or count <= MOST_IDENTITY * filled:
        return None
    return say(
        "{count} of {total} names, phones and e-mails were changed: most customers would become others",
        count=count,
        total=filled,
    )


def lost_columns(missing: Sequence[str], known: int) -> Iterator[Say]:
    """Say when most of the columns are gone: somebody moved or overwrote the headings."""
    if len(missing) >= FEWEST and len(missing) > known / 2:
        yield say(
            "{count} of {total} columns {count:is|are} not found by {count:its heading|their headings} any more",
            count=len(missing),
            total=known,
        )
