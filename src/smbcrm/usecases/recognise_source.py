"""Tell whether a sheet is a newer version of one we know, and what became of each of its rows.

A row is known by its key column where the sheet has one, else by its content and its place among equal rows.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from smbcrm.core.rows import ParsedRow, ParsedSheet
from smbcrm.core.say import Say, say
from smbcrm.core.text import clean
from smbcrm.usecases.ports import Store

SAME_LIST = 0.5  # a file that shares less than half of its rows with a source is a source of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRow:
    """A row that is already in the store."""

    id: int
    number: int
    key: str
    fingerprint: int
    raw: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A sheet held against what is known of it.

    `unchanged` and `updated` pair positions of the sheet's rows with known rows; `new` are positions; `gone` are known rows
    that a newer version of a customer list no longer has. `elsewhere` are sales that another export already brought.
    """

    source: int | None
    how: Say
    unchanged: Sequence[tuple[int, KnownRow]]
    updated: Sequence[tuple[int, KnownRow]]
    new: Sequence[int]
    gone: Sequence[KnownRow]
    elsewhere: Sequence[int]


def fingerprint(cells: Sequence[str]) -> int:
    """Give a number for the content of a row; trailing empty cells do not count."""
    text = "\x1f".join(map(clean, cells)).rstrip("\x1f")
    return int.from_bytes(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )


def compare_sheet(
    store: Store,
    sheet: ParsedSheet,
    prints: Sequence[int],
    *,
    name: str,
    file: str,
    beside: Collection[int] = (),
) -> Compared:
    """Find the source a sheet belongs to and sort its rows into unchanged, updated, new and gone.

    `beside` are the sheets of the same workbook that were read just now: none of them is an older version.
    """
    best: tuple[float, int] | None = None
    candidates = _candidates(store, sheet, name)
    for source in candidates:
        if source in beside and not name:
            continue
        share = _shared(known_rows(store, source), sheet, prints)
        if (share >= SAME_LIST or name) and (best is None or share > best[0]):
            best = (share, source)
    if best is None:
        compared = Compared(
            source=None,
            how=say("a new source: {file}", file=file),
            unchanged=(),
            updated=(),
            new=range(len(sheet.rows)),
            gone=(),
            elsewhere=(),
        )
    else:
        source = best[1]
        ((known_name,),) = store.read("SELECT name FROM source WHERE id = ?", [source])
        how = say("a version of the source {name}", name=known_name)
        compared = _sorted_rows(known_rows(store, source), sheet, prints, source=source, how=how)
    others = [number for number in candidates if number != compared.source]
    new, elsewhere = _not_yet_counted(store, sheet, prints, which=compared.new, others=others)
    return replace(compared, new=new, elsewhere=elsewhere)


def _candidates(store: Store, sheet: ParsedSheet, name: str) -> list[int]:
    if name:
        found = store.read(
            "SELECT id FROM source WHERE name = ? AND kind = ? ORDER BY id", [name, sheet.kind]
        )
    else:
        found = store.read(
            "SELECT id FROM source WHERE signature = ? AND kind = ? ORDER BY id",
            [sheet.signature, sheet.kind],
        )
    return [number for (number,) in found]


def known_rows(store: Store, source: int) -> list[KnownRow]:
    """Give the rows of a source as they stand."""
    return [
        KnownRow(id=id_, number=number, key=key, fingerprint=print_, raw=raw, status=status)
        for id_, number, key, print_, raw, status in store.read(
            "SELECT id, number, key, fingerprint, raw, status FROM source_row WHERE source_id = ? ORDER BY id",
            [source],
        )
    ]


def _identity(sheet: ParsedSheet, row: ParsedRow, print_: int) -> object:
    return row.key if sheet.key_column and row.key else print_


def _shared(known: Sequence[KnownRow], sheet: ParsedSheet, prints: Sequence[int]) -> float:
    total = len(sheet.rows)
    if not total:
        return 0.0
    same = sum((Counter(row.fingerprint for row in known) & Counter(prints)).values())
    if sheet.key_column:
        keys: Counter[object] = Counter(row.key or row.fingerprint for row in known)
        mine = Counter(_identity(sheet, row, prints[i]) for i, row in enumerate(sheet.rows))
        same = max(same, sum((keys & mine).values()))
    return same / total


def _not_yet_counted(
    store: Store, sheet: ParsedSheet, prints: Sequence[int], *, which: Sequence[int], others: Iterable[int]
) -> tuple[list[int], list[int]]:
    """Part the sales that an overlapping export of the same till has already brought from those that are new."""
    if sheet.kind == "customers":
        return list(which), []
    counted: Counter[int] = Counter()
    for source in others:
        counted |= Counter(row.fingerprint for row in known_rows(store, source) if row.status == "imported")
    new, elsewhere = [], []
    for i in which:
        if sheet.rows[i].status == "ok" and counted[prints[i]] > 0:
            counted[prints[i]] -= 1
            elsewhere.append(i)
        else:
            new.append(i)
    return new, elsewhere


def _sorted_rows(
    known: Sequence[KnownRow], sheet: ParsedSheet, prints: Sequence[int], *, source: int, how: Say
) -> Compared:
    # A row with the very same cells is the same row, even if another column tells rows apart than when it came.
    unchanged, left, lost = _paired(range(len(sheet.rows)), prints, known, [row.fingerprint for row in known])
    updated: list[tuple[int, KnownRow]] = []
    if sheet.key_column:
        updated, left, lost = _paired(left, [row.key for row in sheet.rows], lost, [row.key for row in lost])
    if not sheet.key_column:
        edited, left, lost = _edited(sheet, left, lost)
        updated += edited
    gone = lost if sheet.kind == "customers" else []
    return Compared(
        source=source, how=how, unchanged=unchanged, updated=updated, new=left, gone=gone, elsewhere=()
    )


def _paired(
    new: Iterable[int], mine: Sequence[object], known: Sequence[KnownRow], theirs: Sequence[object]
) -> tuple[list[tuple[int, KnownRow]], list[int], list[KnownRow]]:
    """Pair rows that have the same mark, first with first; an empty mark is none. Gives the pairs and what is left of both."""
    waiting: dict[object, list[KnownRow]] = defaultdict(list)
    for old, mark in zip(reversed(known), reversed(theirs)):
        waiting[mark].append(old)
    pairs: list[tuple[int, KnownRow]] = []
    left: list[int] = []
    for i in new:
        same = waiting.get(mine[i]) if mine[i] != "" else None
        if same:
            pairs.append((i, same.pop()))
        else:
            left.append(i)
    return pairs, left, sorted((row for rows in waiting.values() for row in rows), key=lambda row: row.id)


def _edited(
    sheet: ParsedSheet, new: Sequence[int], lost: Sequence[KnownRow]
) -> tuple[list[tuple[int, KnownRow]], list[int], list[KnownRow]]:
    """Pair rows that are no longer there with rows that are new where at least half of the filled cells agree.

    The pair that shares the most goes first; of equals, the one nearest in the file.
    """
    where: dict[tuple[int, str], list[int]] = defaultdict(list)
    old_cells = [_cells(json.loads(row.raw)) for row in lost]
    for j, cells in enumerate(old_cells):
        for place in cells:
            where[place].append(j)
    offers: list[tuple[int, int, int, int]] = []
    for i in new:
        cells = _cells(sheet.rows[i].cells)
        shared: Counter[int] = Counter()
        for place in cells:
            holders = where.get(place, ())
            if len(holders) <= 50:  # a value half the list has says nothing about one row
                shared.update(holders)
        for j, count in shared.items():
            agreeing = len(cells & old_cells[j])
            if count and agreeing * 2 >= max(len(cells), len(old_cells[j])):
                offers.append((-agreeing, abs(sheet.rows[i].number - lost[j].number), i, j))
    paired_new: dict[int, int] = {}
    paired_old: set[int] = set()
    for _, _, i, j in sorted(offers):
        if i not in paired_new and j not in paired_old:
            paired_new[i] = j
            paired_old.add(j)
    edited = [(i, lost[j]) for i, j in sorted(paired_new.items())]
    return (
        edited,
        [i for i in new if i not in paired_new],
        [row for j, row in enumerate(lost) if j not in paired_old],
    )


def _cells(cells: Sequence[Any]) -> set[tuple[int, str]]:
    return {(column, text) for column, cell in enumerate(cells) if (text := clean(str(cell)))}
