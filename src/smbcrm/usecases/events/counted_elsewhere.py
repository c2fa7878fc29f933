"""Sales, payments and the like that another source has brought already: a sale counts once, in however many exports it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.versions.buyers import same_buyer
from smbcrm.core.sheets.versions.same_event import event_meaning
from smbcrm.core.sheets.versions.versions import Fitted, Prints
from smbcrm.usecases.events.edited_elsewhere import edited_elsewhere
from smbcrm.usecases.events.noted_by_hand import noted_by_hand
from smbcrm.usecases.events.other_lists import told_in_other_lists
from smbcrm.usecases.events.write_events import EVENTS
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import COUNTED, KnownRow, raw_cells, row_fields

NUMBERED = {"purchases": "purchase", "payments": "payment"}
"""The kinds whose events may have a number of their own, and their tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Positions of rows that are new, that another source brought, and that it brought with other values."""

    new: list[int]
    elsewhere: list[int]
    corrected: list[tuple[int, KnownRow]]


def counted_elsewhere(
    store: Store,
    sheet: ParsedSheet,
    prints: Prints,
    *,
    which: Sequence[int],
    own: int | None,
    others: Sequence[tuple[int, Fitted]],
) -> Elsewhere:
    """Part the rows that other sources have already brought from those that are new; `own` is the sheet's own source.

    Rows of `others`, sources with the same headings, are known by their content, and equal rows are counted; those of any
    source by the number of the sale.
    """
    candidates = [i for i in which if sheet.rows[i].status == "ok"]
    by_hand = set(noted_by_hand(store, sheet, candidates))
    candidates = [i for i in candidates if i not in by_hand]
    found = _with_the_same_number(store, sheet, candidates, own=own, alike={source for source, _ in others})
    settled = {*found.elsewhere, *(i for i, _ in found.corrected)}
    used = {row.id for _, row in found.corrected}
    open_ = [i for i in candidates if i not in settled]
    elsewhere = [*found.elsewhere, *_equal_rows(store, prints, open_, others, used=used)]
    settled.update(elsewhere)
    left = [i for i in open_ if i not in settled]
    elsewhere += _meant_the_same(store, sheet, left, others, matched=elsewhere, used=used)
    settled.update(elsewhere)
    left = [i for i in left if i not in settled]
    elsewhere += told_in_other_lists(
        store, sheet, left, own=own, used=used, alike={source for source, _ in others}
    )
    settled.update(elsewhere)
    left = [i for i in left if i not in settled]
    corrected = [
        *found.corrected,
        *edited_elsewhere(store, sheet, prints, left, others, used=used),
    ]
    settled.update(i for i, _ in corrected)
    settled |= by_hand
    elsewhere += sorted(by_hand)
    return Elsewhere(
        new=[i for i in which if i not in settled], elsewhere=sorted(elsewhere), corrected=corrected
    )


def _equal_rows(
    store: Store,
    prints: Prints,
    which: Sequence[int],
    others: Sequence[tuple[int, Fitted]],
    *,
    used: set[int],
) -> list[int]:
    """Give the rows whose content other sources have, as often as they have it: two equal sales are two sales."""
    if not which:
        return []
    groups: dict[tuple[object, ...], tuple[Fitted, list[int]]] = {}
    for source, fitted in others:
        layout = (tuple(sorted((fitted.moved or {}).items())), fitted.added)
        groups.setdefault(layout, (fitted, []))[1].append(source)
    found: list[int] = []
    left = list(which)
    for fitted, sources in groups.values():
        alike = prints.of(fitted, shared=True)
        counted = _count(store, sources, {alike[i] for i in left}, used)
        rest = []
        for i in left:
            if counted[alike[i]] > 0:
                counted[alike[i]] -= 1
                found.append(i)
            else:
                rest.append(i)
        left = rest
    return found


def _meant_the_same(
    store: Store,
    sheet: ParsedSheet,
    which: Sequence[int],
    others: Sequence[tuple[int, Fitted]],
    *,
    matched: Sequence[int],
    used: set[int],
) -> list[int]:
    """Give the rows that tell what other sources tell in other letters, digits or forms, as often as they tell it.

    `matched` are the rows of the sheet that stand for some of those already.
    """
    dates = {i: str(date) for i in which if (date := sheet.rows[i].fields.get("date"))}
    if not dates or not others:
        return []
    table = EVENTS[sheet.kind].name
    rows = store.read(
        f"SELECT r.id FROM {table} e JOIN source_row r ON r.id = e.row_id WHERE e.date IN (SELECT value FROM json_each(?)) "
        "AND r.source_id IN (SELECT value FROM json_each(?)) AND r.status IN ('imported', 'waiting', 'gone')",
        [sorted(set(dates.values())), [source for source, _ in others]],
    )
    theirs = row_fields(store, [row for (row,) in rows if row not in used])
    cells = raw_cells(store, theirs)
    told = Counter(event_meaning(fields, cells[row]) for row, fields in theirs.items())
    told.subtract(event_meaning(sheet.rows[i].fields, sheet.rows[i].cells) for i in matched)
    found = []
    for i in dates:
        meaning = event_meaning(sheet.rows[i].fields, sheet.rows[i].cells)
        if told[meaning] > 0:
            told[meaning] -= 1
            found.append(i)
    return found


def _count(store: Store, sources: Sequence[int], prints: set[int], used: set[int]) -> Counter[int]:
    counted: Counter[int] = Counter()
    for row, print_ in store.read(
        "SELECT id, fingerprint FROM source_row WHERE source_id IN (SELECT value FROM json_each(?)) "
        "AND status IN ('imported', 'waiting', 'gone')",
        [list(sources)],
    ):
        if print_ in prints and row not in used:
            counted[print_] += 1
    return counted


def _with_the_same_number(
    store: Store, sheet: ParsedSheet, which: Sequence[int], *, own: int | None, alike: set[int]
) -> Elsewhere:
    """Know sales by their number: the same one, one corrected since, or another that happens to have it."""
    nothing = Elsewhere(new=[], elsewhere=[], corrected=[])
    by_number: dict[str, list[int]] = defaultdict(list)
    for i in which:
        if number := sheet.rows[i].fields.get("order_id"):
            by_number[str(number)].append(i)
    if sheet.kind not in NUMBERED or not by_number:
        return nothing
    rows = _rows_numbered(store, sheet.kind, sorted(by_number), own=own)
    if not rows:
        return nothing
    fields = row_fields(store, [row.id for row in rows])
    theirs: dict[str, list[KnownRow]] = defaultdict(list)
    for row in rows:
        theirs[str(fields[row.id].get("order_id"))].append(row)
    common = {number: by_number[number] for number in theirs if number in by_number}
    restarts = _restarts(sheet, common, theirs, fields)
    found = Elsewhere(new=[], elsewhere=[], corrected=[])
    for number, mine in sorted(common.items()):
        told = _Order(
            sheet=sheet, mine=mine, theirs=theirs[number], fields=fields, alike=alike, restarts=restarts
        )
        told.settle(found)
    return found


def _rows_numbered(store: Store, kind: str, numbers: Sequence[str], *, own: int | None) -> list[KnownRow]:
    table = NUMBERED[kind]
    return [
        KnownRow(id=id_, source=source, number=number, key=key, fingerprint=print_, status=status)
        for id_, source, number, key, print_, status in store.read(
            "SELECT r.id, r.source_id, r.number, r.key, r.fingerprint, r.status "
            f"FROM {table} e JOIN source_row r ON r.id = e.row_id JOIN source s ON s.id = r.source_id "
            "WHERE e.order_id IN (SELECT value FROM json_each(?)) AND s.kind = ? AND r.source_id IS NOT ? ORDER BY r.id",
            [list(numbers), kind, own],
        )
        if status in COUNTED
    ]


def _restarts(
    sheet: ParsedSheet,
    common: Mapping[str, Sequence[int]],
    theirs: Mapping[str, Sequence[KnownRow]],
    fields: Mapping[int, Mapping[str, Any]],
) -> bool:
    """Tell whether numbers begin anew (every day, every year): then most that are the same stand on different days."""
    same = sum(
        not {sheet.rows[i].fields.get("date") for i in mine}.isdisjoint(
            fields[row.id].get("date") for row in theirs[number]
        )
        for number, mine in common.items()
    )
    return same * 2 < len(common)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """The rows of one number, in the sheet and in other sources."""

    sheet: ParsedSheet
    mine: Sequence[int]
    theirs: Sequence[KnownRow]
    fields: Mapping[int, Mapping[str, Any]]
    alike: set[int]
    restarts: bool

    def settle(self, found: Elsewhere) -> None:
        """Add what becomes of the sheet's rows of this number: known already, corrected, or neither."""
        left = list(self.theirs)
        open_ = []
        for i in self.mine:
            row = next((row for row in left if self._equal(i, row)), None)
            if row is None:
                open_.append(i)
            else:
                left.remove(row)
                found.elsewhere.append(i)
        if open_ and self._one_sum(open_, left):
            found.elsewhere.extend(open_)
            return
        for i in open_:
            same = [row for row in left if self._same(i, row)]
            if same:
                row = max(same, key=lambda row: self._agree(i, row))
                left.remove(row)
                found.corrected.append((i, row))

    def _equal(self, i: int, row: KnownRow) -> bool:
        mine, his = self.sheet.rows[i].fields, self.fields[row.id]
        told = ("date", "amount", "billed", "unit", "product", "due_date")
        return all(mine.get(name) == his.get(name) for name in told) and same_buyer(mine, his)

    def _same(self, i: int, row: KnownRow) -> bool:
        """Tell whether a row is this one with something corrected: it must then be of a list with the same columns."""
        mine, his = self.sheet.rows[i].fields, self.fields[row.id]
        if row.source not in self.alike or not same_buyer(mine, his):
            return False
        same_day: bool = mine.get("date") == his.get("date")
        # What was open is paid now; another day of payment is another payment.
        if self.sheet.kind == "payments":
            return same_day or not his.get("date")
        return same_day or (not self.restarts and self._agree(i, row) >= 0.5)

    def _agree(self, i: int, row: KnownRow) -> float:
        mine, his = self.sheet.rows[i].fields, self.fields[row.id]
        names = {*mine, *his} - {"order_id"}
        same: int = sum(_plain(mine.get(name)) == _plain(his.get(name)) for name in names)
        return same / max(1, len(names))

    def _one_sum(self, open_: Sequence[int], left: Sequence[KnownRow]) -> bool:
        """Tell whether one list has the lines of a bill and the other its sum."""
        mine = [self.sheet.rows[i].fields for i in open_]
        his = [self.fields[row.id] for row in left]
        if self.sheet.kind != "purchases" or (len(mine) == 1) == (len(his) == 1) or not his:
            return False
        if {one.get("date") for one in mine} != {one.get("date") for one in his}:
            return False
        return abs(_sum(mine) - _sum(his)) < 0.005 and all(same_buyer(mine[0], one) for one in his)


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _sum(rows: Sequence[Mapping[str, Any]]) -> float:
    return float(sum(row.get("amount") or 0 for row in rows))
