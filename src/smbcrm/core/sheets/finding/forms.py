"""Forms and cards: sheets whose headings stand beside their values, not above them."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.headers import HeaderTable
from smbcrm.core.text import header_key

_LOOKED_AT = 40
_LONGEST_LABEL = 40
_LABELS = 3
"""So many different labels below each other in one column are no values of that column."""

_WITH_COLON, _LINES = 4, 3
_HEADED = 3


def is_form(rows: Sequence[Sequence[str]], start: int, headings: Sequence[str], headers: HeaderTable) -> bool:
    """Tell whether a sheet is a form: labels such as `Name:` line by line, or known headings in a column from `start` on.

    A page's headings repeated further below are none of that: they are in the headings already.
    """
    above = start - 1 if _is_table(rows, start, headings, headers) else 0
    top = rows[above : above + _LOOKED_AT]
    with_colon = {cell.strip() for row in top for cell in row if _is_label(cell)}
    lines = sum(any(map(_is_label, row)) for row in top)
    if len(with_colon) >= _WITH_COLON and lines >= max(_LINES, 0.3 * len(top)):
        return True
    own = {header_key(heading) for heading in headings}
    body = [row for row in rows[start : start + _LOOKED_AT] if not _repeats(row, own)]
    first = [next((cell.strip() for cell in row if cell.strip()), "") for row in body]
    known = [headers.exact.get(header_key(cell), ()) for cell in first if len(cell) <= _LONGEST_LABEL]
    labels = [fields[0] for fields in known if fields]
    if (
        headings and labels and len(labels) == len(first)
    ):  # nothing but labels: what stands above them is one, too
        labels += headers.exact.get(header_key(headings[0]), ())[:1]
    return len(set(labels)) >= _LABELS and 2 * len(labels) >= len(first)


def _is_table(
    rows: Sequence[Sequence[str]], start: int, headings: Sequence[str], headers: HeaderTable
) -> bool:
    """Tell whether rows of data stand below several known headings: labels above those belong to the list as a whole."""
    known = sum(bool(headers.fields(heading)) for heading in headings)
    body = sum(sum(map(bool, map(str.strip, row))) >= _HEADED for row in rows[start : start + _LOOKED_AT])
    return known >= _HEADED and body >= _HEADED


def _is_label(cell: str) -> bool:
    text = cell.rstrip()
    return text.endswith((":", "：")) and 1 < len(text) <= _LONGEST_LABEL


def _repeats(row: Sequence[str], own: set[str]) -> bool:
    keys = [header_key(cell) for cell in row if cell.strip()]
    return sum(key in own for key in keys) * 2 >= len(keys)
