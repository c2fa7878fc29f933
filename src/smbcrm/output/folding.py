"""Lines broken between words where a terminal would cut them anywhere."""

from __future__ import annotations

import re

from smbcrm.output.plain_table import width

_PARTS = re.compile(r"(?:`[^`]+`|\S)+")


def for_screen(text: str, *, terminal: bool) -> str:
    """Give a line as a person reads it: on a terminal broken between words, for a pipe and a file as it is."""
    if not terminal:
        return text
    from shutil import get_terminal_size

    return "\n".join(fold_sentence(text, get_terminal_size().columns))


def fold_sentence(text: str, room: int) -> list[str]:
    """Break a sentence into lines of so many cells; what stands in backquotes is copied and typed, and stays in one piece.

    A piece that is longer than a line is left for the terminal to cut: so it can still be copied whole.

    >>> fold_sentence("Next: `smbcrm score`, then `smbcrm tier`.", 22)
    ['Next: `smbcrm score`,', 'then `smbcrm tier`.']
    """
    if width(text) <= room:
        return [text]
    lines, line, taken, end = [], "", 0, 0
    for part in _PARTS.finditer(text):
        gap, wide = text[end : part.start()], width(part[0])
        end = part.end()
        if line and taken + len(gap) + wide > room:
            lines.append(line)
            line, taken = part[0], wide
        else:
            line, taken = line + gap + part[0], taken + len(gap) + wide
    return [*lines, line]


def fold_text(text: str, room: int) -> list[str]:
    """Break a text into lines of so many cells, between words where it can be, within a word where it must.

    >>> fold_text("Mill Road 12, second floor", 10)
    ['Mill Road', '12, second', 'floor']
    """
    lines = [""]
    for word in text.split(" "):
        grown = f"{lines[-1]} {word}" if lines[-1] else word
        if width(grown) <= room:
            lines[-1] = grown
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if width(lines[-1] + letter) > room:
                lines.append("")
            lines[-1] += letter
    return lines
