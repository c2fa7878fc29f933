"""Codes whose leading zeros a spreadsheet program took off when the list was saved: they are put back as the list was known to have them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from smbcrm.core.fields import FIELDS
from smbcrm.core.mapping import Column
from smbcrm.core.rows import ParsedRow, ParsedSheet
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.columns import plain
from smbcrm.core.sheets.versions.versions import fingerprint, fit_columns
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import raw_cells

_GLANCE = 200
_MOSTLY = 0.5


def with_zeros_back(store: Store, parsed: ParsedSheet) -> ParsedSheet:
    """Give the sheet with the zeros of its codes as the newest list with its headings had them, where no code begins with one any more."""
    bare = [
        column
        for column in parsed.columns
        if _is_code(column) and _has_no_zeros(parsed.rows[:_GLANCE], column)
    ]
    if not bare:
        return parsed
    found = store.read(
        "SELECT id, headings, places FROM source WHERE signature = ? AND kind = ? ORDER BY operation DESC LIMIT 1",
        [parsed.signature, parsed.kind],
    )
    notes: list[Say] = []
    for source, headings, places in list(found):
        fitted = fit_columns(json.loads(headings), json.loads(places or "[]"), parsed.columns)
        for column in bare:
            place = column.index if fitted.moved is None else fitted.moved.get(column.index, -1)
            whole = _as_known(parsed.rows, column, known=_known(store, source, place))
            if whole:
                parsed = replace(
                    parsed, rows=[_rewritten(row, column, whole, parsed.key_column) for row in parsed.rows]
                )
                what = "column {column} lost its leading zeros, as spreadsheet programs take them off: they were put back"
                notes.append(say(what, column=column.heading))
    return replace(parsed, notes=(*parsed.notes, *notes)) if notes else parsed


def _is_code(column: Column) -> bool:
    return column.field in FIELDS and FIELDS[column.field].read in ("code", "national")


def _code(cells: Sequence[str], place: int) -> str:
    """Give what stands at a place where it is nothing but digits."""
    text = plain(cells[place]) if 0 <= place < len(cells) else ""
    return text if text.isdecimal() else ""


def _has_no_zeros(rows: Iterable[ParsedRow], column: Column) -> bool:
    codes = (_code(row.cells, column.index) for row in rows)
    return not any(code[0] == "0" for code in codes if code)


def _known(store: Store, source: int, place: int) -> list[str]:
    """Give the codes of a column of a source, none where it has no zeros to lose."""
    ids = "SELECT id FROM source_row WHERE source_id = ? ORDER BY number, id LIMIT ?"  # as the index has them
    first = [row for (row,) in store.read(ids, [source, _GLANCE])]
    shown = (_code(cells, place) for cells in raw_cells(store, first).values())
    if not any(code[:1] == "0" and len(code) > 1 for code in shown):
        return []
    rows = [row for (row,) in store.read(ids, [source, -1])]
    return [code for cells in raw_cells(store, rows).values() if (code := _code(cells, place))]


def _as_known(rows: Sequence[ParsedRow], column: Column, *, known: Sequence[str]) -> Mapping[str, str]:
    """Give each code with its zeros where most codes are known with theirs; nothing where it is another list."""
    if not known:
        return {}
    behind: defaultdict[str, set[str]] = defaultdict(set)
    for code in known:
        behind[code.lstrip("0")].add(code)
    told = {code for row in rows if (code := _code(row.cells, column.index))}
    same = {code: min(behind[code]) for code in told if len(behind.get(code, ())) == 1}
    if len(same) < _MOSTLY * len(told) or not _has_no_zeros(rows, column):
        return {}
    widths = set(map(len, known))
    width = widths.pop() if len(widths) == 1 else 0
    return {code: full for code in told if (full := same.get(code) or code.zfill(width)) != code}


def _rewritten(row: ParsedRow, column: Column, whole: Mapping[str, str], key_column: str) -> ParsedRow:
    code = _code(row.cells, column.index)
    full = whole.get(code)
    if full is None:
        return row
    cells = (*row.cells[: column.index], full, *row.cells[column.index + 1 :])
    if row.gathered is not None and column.key in row.gathered.fields:
        values = row.gathered.fields[column.key]
        if values[row.place] is not None:
            values[row.place] = full
    key = full if key_column == column.heading and row.key == code else row.key
    return replace(row, cells=cells, fingerprint=fingerprint(cells), key=key)
