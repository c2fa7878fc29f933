"""Tables for people: drawn and folded on a terminal, plain in a pipe.

`rich` is imported for a terminal only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, TextIO

from smbcrm.core.command_line import with_data
from smbcrm.output.cells import shown_text
from smbcrm.output.folding import for_screen
from smbcrm.output.options import OutputOptions
from smbcrm.output.plain_table import BETWEEN, RIGHT, width, write_plain_table
from smbcrm.output.safe import safe_line
from smbcrm.output.view import Column, View
from smbcrm.output.words import heading, sentence_for

if TYPE_CHECKING:
    from rich.console import Console

_DRAWN = 1000  # rows; drawing more takes longer than anyone waits, and nobody reads them folded
_NARROWEST = 8  # below this a column on a terminal reads worse than one record after another
_SENTENCE = 20  # and below this a sentence does
_WORD = 14  # a phone number or a day among other texts: cut in two it is read as another one
_WHOLE = RIGHT | {"phone", "date"}  # what is copied or compared is never folded,
_TYPED = frozenset({"command", "fix"})  # nor what is to be typed


def write_table(view: View, out: TextIO, options: OutputOptions, *, terminal: bool) -> None:
    """Write the title, the table and the footer; a view without columns is its sentences only."""
    if view.title is not None:
        out.write(for_screen(sentence_for(view.title, options), terminal=terminal) + "\n")
    if view.columns:
        headings = [safe_line(heading(column.heading, options.lang)) for column in view.columns]
        rows = _shown_rows(view, options)
        first = list(islice(rows, _DRAWN + 1)) if terminal else []
        if terminal and len(first) <= _DRAWN:
            _draw(headings, first, columns=view.columns, out=out, options=options)
        else:
            write_plain_table(headings, chain(first, rows), columns=view.columns, out=out)
    for sentence in view.footer:
        out.write(for_screen(sentence_for(sentence, options), terminal=terminal) + "\n")


def _shown_rows(view: View, options: OutputOptions) -> Iterator[list[str]]:
    show = [_shower(column, options) for column in view.columns]
    for row in view.rows:
        yield [shown(value) for shown, value in zip(show, row, strict=True)]


def _shower(column: Column, options: OutputOptions) -> Callable[[object], str]:
    kind, lang, calendar, data = column.kind, options.lang, options.calendar, options.data
    if data and names_commands(column):
        return lambda value: with_data(shown_text(value, kind, lang=lang, calendar=calendar), data)
    return lambda value: shown_text(value, kind, lang=lang, calendar=calendar)


def names_commands(column: Column) -> bool:
    """Tell whether what stands in a column may be to be typed."""
    return column.key in _TYPED or column.kind == "say"


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
    needed = _needed(headings, rows, columns, words=True)
    if sum(needed) + _LINES * len(needed) + 1 <= console.width:
        _draw_table(headings, rows, columns=columns, console=console, lines=True)
        return
    # Where it is narrow, columns that hold nothing go first, then the lines, then short words are folded.
    needed = _needed(headings, rows, columns)
    told = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    if told and sum(needed[place] for place in told) + width(BETWEEN) * (len(told) - 1) <= console.width:
        headings, columns = [headings[place] for place in told], [columns[place] for place in told]
        rows = [[row[place] for place in told] for row in rows]
        lines = sum(_needed(headings, rows, columns, words=True)) + _LINES * len(told) + 1 <= console.width
        _draw_table(headings, rows, columns=columns, console=console, lines=lines)
    else:
        _draw_records(headings, rows, console=console)


_LINES = 3  # a line between two columns, and the blanks beside it


def _needed(
    headings: Sequence[str], rows: Sequence[Sequence[str]], columns: Sequence[Column], *, words: bool = False
) -> list[int]:
    """Give the width that the longest cell of every column, or a short piece of it, needs; with `words` no short one is cut."""
    # A heading is folded between its words only: half a word says nothing.
    needed = [max([min(width(text), _NARROWEST), *map(width, text.split())]) for text in headings]
    for place, column in enumerate(columns):
        longest = max((width(row[place]) for row in rows), default=0)
        if column.kind not in _WHOLE and column.key not in _TYPED:
            least = _SENTENCE if column.kind in ("say", "list") else _NARROWEST
            longest = min(longest, max(least, _longest_word(row[place] for row in rows) if words else 0))
        needed[place] = max(needed[place], longest)
    return needed


def _longest_word(cells: Iterable[str]) -> int:
    """Give the width of the longest word among those that are short enough to stay whole."""
    return max((wide for cell in cells for word in cell.split() if (wide := width(word)) <= _WORD), default=0)


def _widths(
    headings: Sequence[str], rows: Sequence[Sequence[str]], columns: Sequence[Column], *, room: int
) -> list[int]:
    """Give every column what it would take, and take from the widest what there is no room for, down to what it needs."""
    least = _needed(headings, rows, columns, words=True)
    if sum(least) > room:
        least = _needed(headings, rows, columns)
    widths = [max(map(width, cells)) for cells in zip(headings, *rows)]
    for _ in range(sum(widths) - room):
        place = max(
            (p for p in range(len(widths)) if widths[p] > least[p]), key=widths.__getitem__, default=-1
        )
        if place < 0:
            break
        widths[place] -= 1
    return widths


def _draw_table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    columns: Sequence[Column],
    console: Console,
    lines: bool,
) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ROUNDED if lines else None, header_style="bold", show_lines=False, pad_edge=lines)
    beside = _LINES * len(columns) + 1 if lines else width(BETWEEN) * (len(columns) - 1)
    for text, column, cells in zip(
        headings, columns, _widths(headings, rows, columns, room=console.width - beside)
    ):
        table.add_column(
            Text(text), overflow="fold", justify="right" if column.kind in RIGHT else "left", width=cells
        )
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
