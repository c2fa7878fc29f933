"""A sync of the workbook under way: what was read of it, how it speaks, and what came of each sheet so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from smbcrm.core.workbook.columns_found import Columns, find_columns
from smbcrm.core.workbook.shape import Col, Shape
from smbcrm.core.workbook.sheet_merge import Cells, SheetMerge, SheetRow
from smbcrm.usecases.workbook.agreed_state import Agreed
from smbcrm.usecases.workbook.other_sheets import Speak

Prefer = Mapping[tuple[str, str], str] | str
"""Whose word wins where both sides changed a cell: of each cell by id and column, or of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """One sheet of ours as it stands in the workbook: its headings and rows, by place."""

    name: str
    headings: Sequence[str]
    rows: Sequence[SheetRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How the workbook speaks: sentences in its language, the key for every heading that some columns may have, and the program's own
    word for what may be typed as the kind of something that happened.
    """

    speak: Speak
    kind: Callable[[str], str]
    keys: Callable[[Sequence[Col]], Mapping[str, str]]


@dataclass(slots=True, kw_only=True)
class Work:
    """A sync under way."""

    base: Agreed
    wording: Wording
    shapes: dict[str, Shape]
    columns: dict[str, Columns] = field(default_factory=dict)
    merges: dict[str, SheetMerge] = field(default_factory=dict)
    noted: dict[str, Cells] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)


def columns_of(work: Work, sheet: SheetRead, shape: Shape, base: Mapping[str, Cells]) -> Columns:
    """Find the columns of a sheet as it stands in the workbook, by their headings and by what was agreed on."""
    names = work.wording.keys(shape.columns)
    return find_columns(
        sheet.headings,
        shape.columns,
        names=names,
        rows=[row.cells for row in sheet.rows],
        id_key=shape.id_key,
        base=base,
    )
