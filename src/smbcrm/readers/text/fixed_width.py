"""Text tables without a sign between cells: old programs and printers put each column at a place of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from smbcrm.readers.text.dialect import DELIMITERS

_WORDS = re.compile(r"\S+(?: \S+)*")  # words a single blank apart are one heading
_RULE = re.compile(r"\s*[-=_]{2,}(?:\s+[-=_]{2,})+\s*")
_LOOKED_AT, _ROWS, _COLUMNS = 10, 2, 2
_SEVERAL, _ACROSS = 0.5, 0.05

Columns = list[tuple[int, int | None]]
"""From where to where each column goes; the last one goes on to the end of the line."""


def find_fixed_columns(lines: Sequence[str]) -> Columns | None:
    """Give the columns of a table in which every line leaves the same gaps; None where they are not aligned.

    >>> find_fixed_columns(["Name      Phone", "Ann Lee   0912", "Bob Ray   0935"])
    [(0, 9), (9, None)]
    >>> find_fixed_columns(["Dear Ann,", "thank you  for the order.", "Best regards"])
    """
    best: Columns | None = None
    shown = [i for i, line in enumerate(lines[:200]) if line.strip()][:_LOOKED_AT]
    for n, i in enumerate(shown):
        below = lines[shown[n + 1]] if n + 1 < len(shown) else ""
        ruled = bool(_RULE.fullmatch(below))
        runs = [
            found.span() for found in (re.finditer(r"[-=_]+", below) if ruled else _WORDS.finditer(lines[i]))
        ]
        if len(runs) < _COLUMNS or _RULE.fullmatch(lines[i]) or any(sign in lines[i] for sign in DELIMITERS):
            continue
        body = [line for line in lines[i + 1 + ruled :] if line.strip() and not _RULE.fullmatch(line)]
        columns = _columns(runs, [lines[i], *body])
        if columns and len(body) >= _ROWS and _fills_several(body, columns):
            best = max(best or columns, columns, key=len)  # a title has fewer
    return best


def cut(line: str, columns: Columns) -> list[str]:
    """Give the cells of a line; one that goes on across the gaps is a remark, and stays whole.

    >>> cut("Ann Lee   0912", [(0, 9), (9, None)]), cut("Printed on Monday", [(0, 9), (9, None)])
    (['Ann Lee', '0912'], ['Printed on Monday'])
    """
    if _goes_across(line, columns):
        return [line.strip()]
    return [line[start:end].strip() for start, end in columns]


def _columns(runs: Sequence[tuple[int, int]], lines: Sequence[str]) -> Columns:
    """Give the columns that gaps part; between the beginning of a heading and the end of the next one all lines have to leave one."""
    starts = [0]
    for (left, _), (begin, end) in pairwise(runs):
        gaps = [at for at in range(left + 1, end) if _leave_blank(lines, at)]
        before = [at for at in gaps if at < begin]
        if not gaps:
            return []
        starts.append(before[-1] if before else gaps[0])
    return [*pairwise(starts), (starts[-1], None)]


def _leave_blank(lines: Sequence[str], at: int) -> bool:
    across = 0
    for line in lines:
        if line[at : at + 1].strip():
            across += 1
            if across > _ACROSS * len(lines):
                return False
    return not lines[0][at : at + 1].strip()


def _goes_across(line: str, columns: Columns) -> bool:
    return any(line[start : start + 1].strip() for start, _ in columns[1:])


def _fills_several(body: Sequence[str], columns: Columns) -> bool:
    filled = [sum(bool(cell) for cell in cut(line, columns)) for line in body]
    return sum(n >= _COLUMNS for n in filled) > _SEVERAL * len(filled)
