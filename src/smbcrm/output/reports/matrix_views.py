"""The matrix for people: the names of the customers in its cells, in the terminal and in a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from smbcrm.core.say import Say, say
from smbcrm.core.scores.matrix import ACTIONS, ASK, AT_STAKE, COMMANDS, PARTNER, PROMISING, ROUTINE
from smbcrm.output.reports.report_columns import MATRIX, MATRIX_MOVES
from smbcrm.output.view import Column, View
from smbcrm.usecases.matrix_moves import Moves
from smbcrm.usecases.value_matrix import Matrix, Placed

SHOWN = 12
"""Names in a cell of the terminal; the machine formats and the workbook have all of them."""


def records_view(matrix: Matrix) -> View:
    """Give one record a customer."""
    rows = (
        (
            p.id,
            p.name,
            p.tier,
            p.score,
            p.value,
            p.minutes,
            p.cell,
            ACTIONS[p.cell],
            COMMANDS[p.cell].replace("{id}", p.id),
            list(p.told),
        )
        for p in matrix.placed
    )
    return View(MATRIX, rows, name="matrix")


def moves_view(moves: Moves) -> View:
    """Give who changed the cell, and what that asks for."""
    rows = [
        (
            now.id,
            now.name,
            now.tier,
            before.cell,
            now.cell,
            before.score,
            now.score,
            before.value,
            now.value,
            ACTIONS[now.cell],
            COMMANDS[now.cell].replace("{id}", now.id),
        )
        for before, now in ((one.before, one.now) for one in moves.moved)
    ]
    footer = [
        say(
            "Against the scores of {date}: {moved} changed the cell, {stayed} stayed, {new} were not there yet.",
            date=moves.scored_on,
            moved=len(moves.moved),
            stayed=moves.stayed,
            new=moves.new,
        )
    ]
    if rows:
        footer.append(say("Next: {name}: `{command}`", name=rows[0][1] or rows[0][0], command=rows[0][10]))
    return View(
        MATRIX_MOVES, rows, title=say("Who moved in the matrix"), footer=tuple(footer), name="matrix moves"
    )


def cells_views(matrix: Matrix) -> Iterator[View]:
    """Give the four cells as two tables with the names in them, and those of whom a side is not known."""
    for left, right, title in (
        (AT_STAKE, PARTNER, say("Worth more to you (a score from {middle})", middle=round(matrix.middle, 2))),
        (ROUTINE, PROMISING, say("Worth less to you")),
    ):
        rows = [(a, b) for a, b in zip_longest(_names(matrix, left), _names(matrix, right))]
        footer = (
            say("{cell}: {action}", cell=say(left), action=ACTIONS[left]),
            say("{cell}: {action}", cell=say(right), action=ACTIONS[right]),
        )
        yield View(_COLUMNS, rows, title=title, footer=footer, name="cells")
    unknown = [p for p in matrix.placed if p.cell == ASK]
    if unknown:
        shown = list(_names(matrix, ASK))
        yield View(
            (Column("ask", "Ask", "say"),),
            [(name,) for name in shown],
            title=say("Not known on both sides: {count} of {all}", count=matrix.asked, all=matrix.customers),
            footer=(
                say("{cell}: {action}", cell=say(ASK), action=ACTIONS[ASK]),
                say(
                    "Next: ask {name}, then type: `{command}`",
                    name=unknown[0].name or unknown[0].id,
                    command=f"smbcrm rate {unknown[0].id} 4/5",
                ),
            ),
            name="ask",
        )


_COLUMNS = (
    Column("little", "They get little from you", "say"),
    Column("much", "They get much from you", "say"),
)


def _names(matrix: Matrix, cell: str) -> Iterator[Say]:
    """Give the first names of a cell, and how many more there are."""
    inside = [p for p in matrix.placed if p.cell == cell]
    for p in inside[:SHOWN]:
        yield _name(p)
    if len(inside) > SHOWN:
        yield say("and {count} more", count=len(inside) - SHOWN)


def _name(p: Placed) -> Say:
    score = "?" if p.score is None else f"{p.score:.1f}"
    value = "?" if p.value is None else f"{p.value:.1f}"
    return Say(
        "{id} {name} ({score}, {value})", (("id", p.id), ("name", p.name), ("score", score), ("value", value))
    )


def book_view(matrix: Matrix) -> View:
    """Give the matrix as a sheet: two rows of cells and what is to be asked, a name a line.

    A cell of a sheet holds 32,767 letters, so every name has a cell of its own.
    """

    def names(cell: str) -> list[str]:
        return [f"{p.id} {p.name}" for p in matrix.placed if p.cell == cell]

    rows: list[tuple[Say | None, str, str]] = []
    for worth, left, right in (
        (say("Worth more to you"), names(AT_STAKE), names(PARTNER)),
        (say("Worth less to you"), names(ROUTINE), names(PROMISING)),
        (say("Ask"), names(ASK), []),
    ):
        lines = list(zip_longest(left, right, fillvalue="")) or [("", "")]
        rows += [(None if at else worth, a, b) for at, (a, b) in enumerate(lines)]
    columns = (
        Column("worth", "Worth", "say"),
        Column("little", "They get little from you"),
        Column("much", "They get much from you"),
    )
    return View(columns, rows, name="cells", id_column="worth")
