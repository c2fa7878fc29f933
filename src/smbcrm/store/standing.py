"""Which operations hold: what was done, taken back, and brought back again.

An undo is an operation that names the one it took back; taking back an undo is a redo. So operations form chains, and
whether one holds is told from the newest down:

    3 set        holds again: 5 took 4 back, and 4 would have taken 3 back
    4 undo 3     taken back
    5 redo 4     holds
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All operations, with what each took back, and those that were taken back."""

    undoes: dict[int, int | None]
    dead: frozenset[int]
    root: dict[int, int]
    """For each the command of the owner's that its chain began with."""
    redone: dict[int, bool]
    """Whether it does that command (or does it again) rather than take it back."""

    def acting(self) -> dict[int, int]:
        """Give the commands that hold, each with the operation that made it hold last, in the order of these."""
        found: dict[int, int] = {}
        for number in sorted(self.undoes):
            if number not in self.dead and self.redone[number]:
                found.pop(self.root[number], None)
                found[self.root[number]] = number
        return found

    def taken_back(self) -> dict[int, int]:
        """Give the commands that are taken back, each with the undo that holds, in the order of these."""
        found: dict[int, int] = {}
        for number in sorted(self.undoes):
            if number not in self.dead and not self.redone[number]:
                found.pop(self.root[number], None)
                found[self.root[number]] = number
        acting = self.acting()
        return {root: number for root, number in found.items() if root not in acting}

    def later(self, operation: int) -> list[int]:
        """Give the operations after one that changed what it left: those that hold, but for undos of what came after it, too."""
        return [
            number
            for number, undone in sorted(self.undoes.items())
            if number > operation and number not in self.dead and (undone is None or undone < operation)
        ]


def standing(db: sqlite3.Connection, *, without: int) -> Standing:
    """Read how things stand, apart from the operation under way."""
    undoes = dict(db.execute("SELECT id, undoes FROM operation WHERE id <> ? ORDER BY id", (without,)))
    root: dict[int, int] = {}
    redone: dict[int, bool] = {}
    for number, undone in undoes.items():
        root[number] = number if undone is None else root[undone]
        redone[number] = True if undone is None else not redone[undone]
    dead: set[int] = set()
    for number, undone in reversed(undoes.items()):
        if number not in dead and undone is not None:
            dead.add(undone)
    return Standing(undoes=undoes, dead=frozenset(dead), root=root, redone=redone)
