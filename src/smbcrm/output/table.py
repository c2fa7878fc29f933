"""Tables for people: drawn and folded on a terminal, plain and never cut in a pipe.

`rich` is imported for a terminal only, `wcwidth` only when some text is not ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TextIO

from smbcrm.core.say import Say
from smbcrm.output.cells import shown_text
from smbcrm.output.options import OutputOptions
from smbcrm.output.safe import safe_line
from smbcrm.output.view import Column, View
from smbcrm.output.words import heading, render

if TYPE_CHECKING:
    from rich.console import Console

_BETWEEN = "  "
_RIGHT = frozenset(("int", "score", "number", "money", "share"))
# Beyond the alphabets: letters two cells wide, and emoji that join into one.
_MAY_JOIN = re.compile("[\u1100-\u1fff\u200d\u2010-\U0010ffff]")
_NARROWEST = 8  # below this a column on a terminal reads worse than one record after another


def write_table(view: View, out: TextIO, options: OutputOptions, *, terminal: bool) -> None:
    """Write the title, the table and the footer."""
    headings = [safe_line(heading(column.heading, options.lang)) for column in view.columns]
    rows = shown_rows(view, options)
    if view.title is not None:
        out.write(shown_sentence(view.title, options) + "\n")
    if not view.columns:
        pass
    elif terminal:
        _draw(headings, rows, view.columns, out, options)
    else:
        out.writelines(plain_lines(headings, rows, view.columns))
    for sentence in view.footer:
        out.write(shown_sentence(sentence, options) + "\n")


def shown_sentence(sentence: Say, options: OutputOptions) -> str:
    """Give a sentence as one safe line in the language and calendar of the person."""
    return safe_line(render(sentence, options.lang, calendar=options.calendar))


def shown_rows(view: View, options: OutputOptions) -> list[list[str]]:
    """Give every cell as a person reads it."""
    show = [_shower(column, options) for column in view.columns]
    return [[shown(value) for shown, value in zip(show, row, strict=True)] for row in view.rows]


def _shower(column: Column, options: OutputOptions) -> Callable[[object], str]:
    kind, lang, calendar = column.kind, options.lang, options.calendar
    return lambda value: shown_text(value, kind, lang=lang, calendar=calendar)


def plain_lines(
    headings: Sequence[str], rows: Sequence[Sequence[str]], columns: Sequence[Column]
) -> list[str]:
    """Give the lines of a table without colour: a header line, a dashed rule, columns two blanks apart.

    No cell is cut or wrapped, however long, and no line ends in blanks.
    """
    wide = [width(text) for text in headings]
    row_widths = [[width(text) for text in row] for row in rows]
    for one in row_widths:
        wide = [max(a, b) for a, b in zip(wide, one)]
    right = [column.kind in _RIGHT for column in columns]
    lines = [_line(headings, [width(text) for text in headings], wide, right)]
    lines.append(_BETWEEN.join("-" * w for w in wide) + "\n")
    lines.extend(_line(row, one, wide, right) for row, one in zip(rows, row_widths))
    return lines


def _line(cells: Sequence[str], widths: Sequence[int], wide: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        " " * (most - own) + cell if to_right else cell + " " * (most - own)
        for cell, own, most, to_right in zip(cells, widths, wide, right)
    ]
    return _BETWEEN.join(padded).rstrip(" ") + "\n"


def width(text: str) -> int:
    """Give the number of terminal cells that the text takes."""
    if text.isascii():
        return len(text)
    if _MAY_JOIN.search(text):
        from wcwidth import wcswidth

        return max(0, int(wcswidth(text)))
    return sum(map(_letter_width, text))


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> int:
    from wcwidth import wcwidth

    return max(0, int(wcwidth(letter)))


def _draw(
    headings: Sequence[str],
    rows: list[list[str]],
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
    if _fits(headings, rows, console.width):
        _draw_table(headings, rows, columns, console)
    else:
        _draw_records(headings, rows, console)


def _fits(headings: Sequence[str], rows: Sequence[Sequence[str]], room: int) -> bool:
    """Tell whether every column can have the width that its longest cell, or a short word, needs."""
    needed = [min(width(text), _NARROWEST) for text in headings]
    for row in rows:
        needed = [max(most, min(width(text), _NARROWEST)) for most, text in zip(needed, row)]
    return sum(needed) + 3 * len(needed) + 1 <= room


def _draw_table(
    headings: Sequence[str], rows: list[list[str]], columns: Sequence[Column], console: Console
) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ROUNDED, header_style="bold", show_lines=False)
    for text, column in zip(headings, columns):
        table.add_column(Text(text), overflow="fold", justify="right" if column.kind in _RIGHT else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _draw_records(headings: Sequence[str], rows: list[list[str]], console: Console) -> None:
    """Draw one record after another, a line for each cell that holds something."""
    from rich.text import Text

    widest = max(map(width, headings), default=0)
    for place, row in enumerate(rows):
        if place:
            console.print()
        for text, cell in zip(headings, row):
            if cell:
                line = Text(overflow="fold")
                line.append(text + " " * (widest - width(text)) + _BETWEEN, style="bold")
                console.print(line.append(cell))
