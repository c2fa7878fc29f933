"""What bringing a sheet and the store together is about: rows as read, and what came of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
