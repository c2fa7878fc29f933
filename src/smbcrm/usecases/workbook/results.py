"""What a sync did, what it held back, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from smbcrm.core.say import Say, say
from smbcrm.core.workbook.shape import Shape
from smbcrm.core.workbook.sheet_merge import Conflict
from smbcrm.errors import DecisionNeededError, SmbcrmError


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A cell or row of the owner's that could not be taken in, and why; it stays in the workbook as it is."""

    sheet: str
    row: int
    id: str
    key: str
    heading: str
    workbook: str
    reason: Say


def refused(shape: Shape, *, row: int, id: str, key: str, text: str, problem: object) -> Refused:
    """Give a refusal of a cell; `problem` is a sentence, or an error with one."""
    what = problem.what if isinstance(problem, SmbcrmError) else problem
    return Refused(
        sheet=shape.name,
        row=row,
        id=id,
        key=key,
        heading=shape.column(key).heading,
        workbook=text,
        reason=what if isinstance(what, Say) else say("{problem}", problem=what),
    )


@dataclass(slots=True, kw_only=True)
class Taken:
    """What went from the workbook into the store.

    `taken_in` gives, by sheet, the id that each new row got. `cells` counts edited cells, `joined` new rows that were somebody who
    was on the list already.
    """

    cells: int = 0
    new: int = 0
    joined: int = 0
    archived: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    answered: int = 0
    done: int = 0
    logged: int = 0
    recipes: int = 0
    refused: list[Refused] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    notes: list[Say] = field(default_factory=list)
    taken_in: dict[str, dict[int, str]] = field(default_factory=dict)

    @property
    def pulled(self) -> int:
        """How many edits of the owner's went into the store."""
        return (
            self.cells + self.new + len(self.archived) + len(self.back) + self.answered + self.done + self.logged
            + self.recipes
        )  # fmt: skip

    def held(self, sheet: str) -> set[tuple[str, str]]:
        """Give the cells (id, key) of a sheet that are left as the owner has them."""
        return {(one.place, one.key) for one in self.conflicts if one.sheet == sheet} | {
            (one.id, one.key) for one in self.refused if one.sheet == sheet
        }


class LooksLikeDamageError(DecisionNeededError):
    """The edits look like an accident; nothing was written. `signs` says what they look like."""

    def __init__(self, signs: tuple[Say, ...], what: object, hint: object) -> None:
        super().__init__(what, hint)
        self.signs = signs


def needs_a_person(taken: Taken) -> bool:
    """Tell whether something was held back that only the owner can settle."""
    return bool(taken.conflicts or taken.refused)
