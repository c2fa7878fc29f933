"""Tables for people: drawn and folded on a terminal, plain in a pipe.

`rich` is imported for a terminal only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, TextIO

from smbcrm.core.say import Say
from smbcrm.output.cells import shown_text
from smbcrm.output.options import OutputOptions
from smbcrm.output.plain_table import BETWEEN, RIGHT, width, write_plain_table
from smbcrm.output.safe import safe_line
from smbcrm.output.view import Column, View
from smbcrm.output.words import heading, render

if TYPE_CHECKING:
    from rich.console import Console

_DRAWN = 1000  # rows; drawing more takes longer than anyone waits, and nobody reads them folded
_NARROWEST = 8  # below this a column on a terminal reads worse than one record after another


def write_table(view: View, out: TextIO, options: OutputOptions, *, terminal: bool) -> None:
    """Write the title, the table and the footer; a view without columns is its sentences only."""
    if view.title is not None:
        out.write(shown_sentence(view.title, options) + "\n")
    if view.columns:
        headings = [safe_line(heading(column.heading, options.lang)) for column in view.columns]
        rows = _shown_rows(view, options)
        first = list(islice(rows, _DRAWN + 1)) if terminal else []
        if terminal and len(first) <= _DRAWN:
            _draw(headings, first, columns=view.columns, out=out, options=options)
        else:
            write_plain_table(headings, chain(first, rows), columns=view.columns, out=out)
    for sentence in view.footer:
        out.write(shown_sentence(sentence, options) + "\n")


def shown_sentence(sentence: Say, options: OutputOptions) -> str:
    """Give a sentence as one safe line in the language and calendar of the person."""
    return safe_line(render(sentence, options.lang, calendar=options.calendar))


def _shown_rows(view: View, options: OutputOptions) -> Iterator[list[str]]:
    show = [_shower(column, options) for column in view.columns]
    for row in view.rows:
        yield [shown(value) for shown, value in zip(show, row, strict=True)]


def _shower(column: Column, options: OutputOptions) -> Callable[[object], str]:
    kind, lang, calendar = column.kind, options.lang, options.calendar
    return lambda value: shown_text(value, kind, lang=lang, calendar=calendar)


def _draw(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    columns: Sequence[Column],
    out: TextIO,
    options: OutputOptions,
) -> None:
    from rich.console import Console

    console = Console(
        file=out,
        force_terminal=True,
        color_system="auto" if options.color else None,
        no_color=not options.color,
        highlight=False,
        markup=False,
        emoji=False,
    )
    if _fits(headings, rows, room=console.width):
        _draw_table(headings, rows, columns=columns, console=console)
    else:
        _draw_records(headings, rows, console=console)


def _fits(headings: Sequence[str], rows: Sequence[Sequence[str]], *, room: int) -> bool:
    """Tell whether every column can have the width that its longest cell, or a short word, needs."""
    needed = [min(width(text), _NARROWEST) for text in headings]
    for row in rows:
        needed = [max(most, min(width(text), _NARROWEST)) for most, text in zip(needed, row)]
    return sum(needed) + 3 * len(needed) + 1 <= room


def _draw_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, columns: Sequence[Column], console: Console
) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ROUNDED, header_style="bold", show_lines=False)
    for text, column in zip(headings, columns):
        table.add_column(Text(text), overflow="fold", justify="right" if column.kind in RIGHT else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _draw_records(headings: Sequence[str], rows: Sequence[Sequence[str]], *, console: Console) -> None:
    """Draw one record after another, a line for each cell that holds something."""
    from rich.text import Text

    widest = max(map(width, headings), default=0)
    for place, row in enumerate(rows):
        if place:
            console.print()
        for text, cell in zip(headings, row):
            if cell:
                line = Text(overflow="fold")
                line.append(text + " " * (widest - width(text)) + BETWEEN, style="bold")
                console.print(line.append(cell))
