"""Sales that a list of another making tells as well: without numbers, known by buyer, day, sum and time of day.

The owner's notebook and his till may tell the same sales under other headings. One equal sale may be chance, above all where everything
costs the same; lists that tell the same sales agree in many. So single sales are only taken for one where most of them are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import Any

from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.versions.same_event import same_sale_told
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import raw_cells, row_fields

MANY = 3
"""Fewer equal sales than this prove nothing."""

MOSTLY = 0.5
"""From this share of the sales that lie in both lists' time on, the lists tell the same sales."""

_Told = tuple[Mapping[str, Any], Sequence[str]]


def told_in_other_lists(
    store: Store,
    sheet: ParsedSheet,
    which: Sequence[int],
    *,
    own: int | None,
    used: Set[int],
    alike: Set[int],
) -> list[int]:
    """Give the rows of sales that other lists have under other headings; each of their rows stands for one.

    Lists with the same headings, `alike`, were compared cell by cell: what differs there is another sale.
    """
    mine = {i: (sheet.rows[i].fields, sheet.rows[i].cells) for i in which}
    mine = {i: told for i, told in mine.items() if told[0].get("date") and told[0].get("amount")}
    if sheet.kind != "purchases" or len(mine) < MANY:
        return []
    found: list[int] = []
    for theirs in _lists(
        store,
        sorted({str(fields["date"]) for fields, _ in mine.values()}),
        without=alike | {own or 0},
        used=used,
    ):
        open_ = {i: told for i, told in mine.items() if i not in set(found)}
        pairs = _pairs(open_, theirs)
        days = {str(fields["date"]) for fields, _ in theirs.values()}
        first, last = min(days), max(days)
        within = sum(first <= str(fields["date"]) <= last for fields, _ in open_.values())
        if len(pairs) >= MANY and len(pairs) >= MOSTLY * min(within, len(theirs)):
            found += pairs
    return found


def _lists(store: Store, days: Sequence[str], *, without: Set[int], used: Set[int]) -> list[dict[int, _Told]]:
    """Give the sales of each other list on these days."""
    rows = store.read(
        "SELECT r.source_id, r.id FROM purchase e JOIN source_row r ON r.id = e.row_id JOIN source s ON s.id = r.source_id "
        "WHERE e.date IN (SELECT value FROM json_each(?)) AND e.amount IS NOT NULL AND s.kind = 'purchases' AND s.id NOT IN (SELECT value FROM json_each(?)) "
        "AND r.status IN ('imported', 'waiting', 'gone') ORDER BY r.source_id, r.id",
        [list(days), sorted(without)],
    )
    by_source: dict[int, list[int]] = defaultdict(list)
    for source, row in rows:
        if row not in used:
            by_source[source].append(row)
    found: list[dict[int, _Told]] = []
    for ids in by_source.values():
        fields, cells = row_fields(store, ids), raw_cells(store, ids)
        found.append({row: (fields[row], cells[row]) for row in ids})
    return found


def _pairs(mine: Mapping[int, _Told], theirs: Mapping[int, _Told]) -> list[int]:
    """Give those of mine that one of theirs tells, each of theirs used once."""
    by_sum: dict[tuple[str, float], list[_Told]] = defaultdict(list)
    for fields, cells in theirs.values():
        by_sum[str(fields.get("date")), round(float(fields["amount"]), 2)].append((fields, cells))
    found = []
    for i, told in mine.items():
        beside = by_sum.get((str(told[0]["date"]), round(float(told[0]["amount"]), 2)), [])
        same = next((place for place, other in enumerate(beside) if same_sale_told(told, other)), None)
        if same is not None:
            del beside[same]
            found.append(i)
    return found
