"""In which order a sheet writes day and month, where an earlier version of it tells: its rows say the same but for the days."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from smbcrm.core.dates import DateColumn, decide_dates, parse_date
from smbcrm.core.fields import is_day
from smbcrm.core.mapping import Column
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.versions.loose_prints import either_way
from smbcrm.core.sheets.versions.versions import fingerprint, fit_columns
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.loose_rows import LooseRows

_ORDERS = ("dmy", "mdy")
_SAME_LIST = 0.5
"""So much of the rows that could tell must say the same, or the sheet is another list of like headings."""
_BEYOND_CHANCE = 4


def order_known(store: Store, sheet: ParsedSheet) -> str:
    """Give the order of day and month that a known list of the same headings shows, "" where nothing is open or nothing tells."""
    if sheet.date_order:
        return ""
    sources = list(
        store.read(
            "SELECT id, headings, places FROM source WHERE signature = ? AND kind = ? ORDER BY operation DESC",
            [sheet.signature, sheet.kind],
        )
    )
    columns = [column for column in sheet.columns if is_day(column.field)] if sources else []
    open_ = [column for column in columns if _is_open(sheet, column)]
    if not open_:
        return ""
    for number, headings, places in sources:
        telling = sorted({row for column in open_ for row in _telling(store, number, column)})
        if not telling:
            continue
        fitted = fit_columns(json.loads(headings), json.loads(places or "[]"), sheet.columns)
        loose = LooseRows(store, sheet, fitted)
        where = {heading[0]: heading[3] for heading in fitted.headings}
        days = [(column, where.get(column.heading, column.index)) for column in open_]
        if order := _shown_by(_votes(sheet, telling, loose, days)):
            return order
    return ""


def _telling(store: Store, source: int, column: Column) -> list[int]:
    """Give the rows of a source whose day, told by a column, would be another one if day and month changed places."""
    return [row for (row,) in store.read(_TELLING, [f'$."{column.key}"', source])]


_TELLING = """
WITH told AS (SELECT id, json_extract(fields, ?) AS day FROM source_row WHERE source_id = ?)
SELECT id FROM told WHERE substr(day, 9, 2) <= '12' AND substr(day, 6, 2) <> substr(day, 9, 2)
"""


def _is_open(sheet: ParsedSheet, column: Column) -> bool:
    """Tell whether days of a column could be read with day and month in either place."""
    cells = [row.cells[column.index] for row in sheet.rows if column.index < len(row.cells)]
    return decide_dates([cell for cell in cells if cell]).ambiguous > 0


def _votes(
    sheet: ParsedSheet, telling: Sequence[int], loose: LooseRows, days: Sequence[tuple[Column, int]]
) -> Iterator[str]:
    """Give, for each row whose days are open and that could tell, the order that what is known of it shows; "" for none."""
    blank = {place for _, place in days}
    known: dict[int, list[list[str]]] = defaultdict(list)
    for said in loose.said_before(telling).values():
        known[_print(said, blank)].append(said)
    for i, row in enumerate(sheet.rows):
        if row.status != "ok" or not (told := known.get(_print(loose.said(i), blank))):
            continue
        for column, place in days:
            cell = row.cells[column.index] if column.index < len(row.cells) else ""
            ways = {
                order: parse_date(cell, DateColumn(order=order, short_order=order)).iso for order in _ORDERS
            }
            if not either_way(cell) or len(set(ways.values())) == 1:
                continue
            there = {said[place][: len("2024-01-02")] for said in told if place < len(said)}
            fit = [order for order, day in ways.items() if day in there]
            if len(fit) < len(_ORDERS):
                yield "".join(fit)


def _print(said: Sequence[str], blank: set[int]) -> int:
    return fingerprint(["" if place in blank else text for place, text in enumerate(said)])


def _shown_by(votes: Iterator[str]) -> str:
    told = Counter(votes)
    order, other = sorted(_ORDERS, key=lambda one: -told[one])
    most = told[order] >= max(1, _SAME_LIST * told.total())
    return order if most and told[order] > _BEYOND_CHANCE * told[other] else ""
