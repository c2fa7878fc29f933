"""Sales without numbers that an earlier export of the same till tells otherwise: somebody corrected them since.

Two exports with the same headings are one till's where they tell mostly the same sales in the days that both speak of. Then a
sale of one day, one buyer and one thing that stands with another sum in each is one sale, and the newer export is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.versions.edited_rows import agreement, filled
from smbcrm.core.sheets.versions.same_event import same_sale_told
from smbcrm.core.sheets.versions.versions import Fitted, Prints
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import KnownRow, raw_cells, row_fields

ENOUGH = 2
"""Fewer equal sales than this do not show that two exports are of one till."""

MOSTLY = 0.5
"""From this share of the sales in the days of both on, two exports are of one till."""

ALIKE = 0.5
"""So much of two rows must agree where one is the other corrected."""


def edited_elsewhere(
    store: Store,
    sheet: ParsedSheet,
    prints: Prints,
    which: Sequence[int],
    others: Sequence[tuple[int, Fitted]],
    *,
    used: Set[int],
) -> list[tuple[int, KnownRow]]:
    """Give the rows among `which` that correct a sale of an earlier export, each with its row there."""
    if sheet.kind != "purchases" or not others:
        return []
    open_ = [i for i in which if _is_datable(sheet.rows[i].fields)]
    if not open_:
        return []
    days = {i: str(day) for i, row in enumerate(sheet.rows) if (day := row.fields.get("date"))}
    found: list[tuple[int, KnownRow]] = []
    for source, fitted in others:
        theirs = _rows_of(store, source, min(days.values()), max(days.values()), used)
        left = _left_over(prints.of(fitted, shared=True), days, theirs)
        if left:
            taken = {i for i, _ in found}
            mine = [i for i in open_ if i not in taken]
            found += _pairs(store, sheet, mine, [theirs[row][1] for row in left], fitted)
    return found


def _is_datable(fields: Mapping[str, object]) -> bool:
    return bool(fields.get("date")) and fields.get("amount") is not None and not fields.get("order_id")


def _rows_of(
    store: Store, source: int, first: str, last: str, used: Set[int]
) -> dict[int, tuple[str, KnownRow]]:
    """Give the day of each sale of a source between two days, and its row."""
    return {
        id_: (day, KnownRow(id=id_, source=source, number=number, key=key, fingerprint=print_, status=status))
        for id_, number, key, print_, status, day in store.read(
            "SELECT r.id, r.number, r.key, r.fingerprint, r.status, e.date FROM source_row r JOIN purchase e ON e.row_id = r.id "
            "WHERE r.source_id = ? AND e.date BETWEEN ? AND ? AND r.status IN ('imported', 'waiting', 'gone') ORDER BY r.id",
            [source, first, last],
        )
        if id_ not in used
    }


def _left_over(
    prints: Sequence[int], days: Mapping[int, str], theirs: Mapping[int, tuple[str, KnownRow]]
) -> list[int]:
    """Give the rows of theirs that the sheet does not have as they are, if it is of the same till; else none."""
    if not theirs:
        return []
    first, last = min(day for day, _ in theirs.values()), max(day for day, _ in theirs.values())
    within = [i for i, day in days.items() if first <= day <= last]
    mine = Counter(prints[i] for i in within)
    left = []
    for number, (_, row) in theirs.items():
        if mine[row.fingerprint] > 0:
            mine[row.fingerprint] -= 1
        else:
            left.append(number)
    same = len(theirs) - len(left)
    return left if same >= ENOUGH and same >= MOSTLY * max(len(theirs), len(within)) else []


def _pairs(
    store: Store, sheet: ParsedSheet, mine: Sequence[int], theirs: Sequence[KnownRow], fitted: Fitted
) -> list[tuple[int, KnownRow]]:
    fields = row_fields(store, [row.id for row in theirs])
    cells = raw_cells(store, fields)
    left: dict[object, list[KnownRow]] = defaultdict(list)
    for row in theirs:
        if _is_datable(fields[row.id]):
            left[fields[row.id]["date"]].append(row)
    found = []
    for i in mine:
        told = sheet.rows[i].fields
        own = fitted.kept(sheet.rows[i].cells)
        that_day = left.get(told["date"], [])
        alike = [
            (agreement(filled(own), filled(cells[row.id])), -n, row)
            for n, row in enumerate(that_day)
            if same_sale_told((told, own), (fields[row.id], cells[row.id]))
        ]
        share, _, best = max(alike, key=lambda one: one[:2], default=(0.0, 0, None))
        if best is not None and share >= ALIKE:
            that_day.remove(best)
            found.append((i, best))
    return found
