"""Days of known rows that could be read in two ways, until a newer version of their file proved how."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from smbcrm.core.dates import DateColumn, decide_dates, parse_date
from smbcrm.core.fields import is_day
from smbcrm.core.mapping import Column
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.values.day_order import ORDERS
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import COUNTED, KnownRow, raw_cells
from smbcrm.usecases.versions.recognise_source import Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysRead:
    """Rows whose days are understood now: those of the sheet, by place, and those it no longer has, with their new fields."""

    here: Sequence[tuple[int, KnownRow]] = ()
    left: Sequence[tuple[int, str]] = ()
    notes: tuple[Say, ...] = ()


@dataclass(slots=True)
class _Column:
    """A column of days whose order the sheet shows, and where its cells stand in rows as they are kept."""

    column: Column
    place: int
    shown: DateColumn
    read: set[int] = field(default_factory=set)


def read_open_days(store: Store, parsed: ParsedSheet, compared: Compared) -> DaysRead:
    """Find the rows of a source whose days were left open and that the newest version of it shows how to read."""
    if compared.source is None or not any(is_day(c.field) for c in parsed.columns):
        return DaysRead()
    open_rows = _odd_rows(store, compared.source)
    told = [
        (i, known) for i, known in compared.unchanged if _tells_the_day(parsed, i, open_rows.get(known.id))
    ]
    columns = _proven(parsed, compared) if open_rows else []
    if not columns:
        return DaysRead(here=told)
    raw = raw_cells(store, open_rows)
    read = {number: _read(fields, raw[number], columns, number) for number, fields in open_rows.items()}
    here = [pair for pair in compared.unchanged if read.get(pair[1].id)]
    here = sorted(dict((*here, *told)).items())
    written = {known.id for _, known in (*compared.unchanged, *compared.updated)}
    left = [(number, text) for number, text in read.items() if text and number not in written]
    counted = {known.id for _, known in here} | {number for number, _ in left}
    return DaysRead(here=here, left=left, notes=tuple(_told(columns, counted)))


def _tells_the_day(parsed: ParsedSheet, i: int, before: dict[str, Any] | None) -> bool:
    """Tell whether a row says on which day it was, though what is known of it left that open."""
    if before is None:
        return False
    days = {column.key for column in parsed.columns if is_day(column.field)} & set(before.get("bad", ()))
    return bool(days) and any(parsed.rows[i].fields.get(key) and not before.get(key) for key in days)


def _odd_rows(store: Store, source: int) -> dict[int, dict[str, Any]]:
    """Give the fields of the rows in which something was odd; a look at their text finds them."""
    found = store.read(
        "SELECT id, fields FROM source_row WHERE source_id = ? AND fields LIKE '%\"bad\":%' "
        "AND status IN (SELECT value FROM json_each(?)) ORDER BY id",
        [source, sorted(COUNTED)],
    )
    return {number: json.loads(text) for number, text in found}


def _proven(parsed: ParsedSheet, compared: Compared) -> list[_Column]:
    places = {heading[0]: heading[3] for heading in compared.fitted.headings}
    found = []
    for column in (column for column in parsed.columns if is_day(column.field)):
        cells = [row.cells[column.index] if column.index < len(row.cells) else "" for row in parsed.rows]
        shown = decide_dates(cells, order=parsed.date_order)
        if shown.order in ORDERS or shown.short_order in ORDERS:
            found.append(_Column(column, places.get(column.heading, column.index), shown))
    return found


def _read(fields: dict[str, Any], raw: Sequence[str], columns: Sequence[_Column], number: int) -> str:
    """Give the fields of a row with the days that can be read now, "" where there are none."""
    odd = Counter(fields.get("bad", ()))
    aside = dict(fields.get("x", {}))
    told = dict(fields)
    for one in columns:
        key = one.column.key
        if not odd[key] or key in told or one.place >= len(raw):
            continue
        iso = parse_date(raw[one.place], one.shown).iso
        if iso:
            told[key] = iso
            odd[key] -= 1
            aside.pop(one.column.heading, None)
            one.read.add(number)
    if told == fields:
        return ""
    for name, value in (("x", aside), ("bad", list(odd.elements()))):
        if value:
            told[name] = value
        else:
            told.pop(name, None)
    return json.dumps(told, ensure_ascii=False)


def _told(columns: Sequence[_Column], counted: set[int]) -> list[Say]:
    return [
        say(
            "{n} {n:day|days} of earlier rows that could be read in two ways {n:is|are} known now: column {column} shows {order}",
            n=len(one.read & counted),
            column=one.column.heading,
            order=ORDERS[one.shown.order if one.shown.order in ORDERS else one.shown.short_order],
        )
        for one in columns
        if one.read & counted
    ]
