"""Hold the rows of a sheet against those of a source: the same, edited, new, or no longer there.

A row is known by its key column where the sheet has one, else by its content and its place among equal rows; what is left
over on both sides is paired where it is plainly one row that somebody edited.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from smbcrm.core.fields import KNOWN_BY
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.looks.columns import plain
from smbcrm.core.sheets.versions.buyers import same_buyer
from smbcrm.core.sheets.versions.edited_rows import agreement, filled
from smbcrm.core.sheets.versions.versions import Fitted, Prints, fingerprint, heading_key, without
from smbcrm.core.text import fold
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import HERE, KnownRow, known_rows, raw_cells, row_fields
from smbcrm.usecases.versions.loose_rows import LooseRows


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """A sheet's rows held against a source's. `share` is how much of the sheet is known; `left` and `lost` are yet unpaired.

    `loose` are the rows of both as far as they were looked at.
    """

    source: int
    share: float
    fitted: Fitted
    prints: Sequence[int]
    keys: Sequence[str]
    key_heading: str
    loose: LooseRows = field(repr=False)
    unchanged: list[tuple[int, KnownRow]] = field(default_factory=list)
    updated: list[tuple[int, KnownRow]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    lost: list[KnownRow] = field(default_factory=list)


def sort_rows(
    store: Store,
    sheet: ParsedSheet,
    source: int,
    *,
    prints: Prints,
    fitted: Fitted,
    key_heading: str,
    least: float,
) -> Sorted | None:
    """Sort a sheet's rows by key and content; None when less than `least` of them are known to the source."""
    # What is compared is what both versions have: a new column makes no row another one.
    alike = prints.of(fitted, shared=True)
    known_key = heading_key(key_heading) == heading_key(sheet.key_column)
    loose = LooseRows(store, sheet, fitted)
    if known_key and not fitted.missing:
        share = _glance(store, sheet, source, alike)
        if share < least / 2 and loose.glance(source) < least / 2:
            return None
    known = _known(store, source, fitted)
    heading, keys = _keys(store, sheet, known, fitted, key_heading)
    known = [replace(row, key=keys.known.get(row.id, row.key)) for row in known] if keys.known else known
    by_key = _by_key(store, sheet, known, keys.sheet, alike=alike, fitted=fitted)
    unchanged, updated, left, lost = [], [], [], []
    waiting: dict[int, list[KnownRow]] = defaultdict(list)
    taken = {row.id for row in by_key.values()}
    for row in reversed(known):
        if row.id not in taken:
            waiting[row.fingerprint].append(row)
    for i in range(len(sheet.rows)):
        same = by_key.get(i)
        if same is None and (equal := waiting.get(alike[i])):
            same = equal.pop()
        if same is None:
            left.append(i)
        elif same.fingerprint == alike[i]:
            unchanged.append((i, same))
        else:
            updated.append((i, same))
    lost = sorted((row for rows in waiting.values() for row in rows), key=lambda row: row.id)
    found = Sorted(
        source=source, share=0.0, fitted=fitted, prints=prints.of(fitted), keys=keys.sheet, key_heading=heading,
        loose=loose, unchanged=unchanged, updated=updated, left=left, lost=lost,
    )  # fmt: skip
    found = _written_anew(found, sheet)
    share = (len(found.unchanged) + len(found.updated)) / len(sheet.rows) if sheet.rows else 0.0
    return replace(found, share=share) if share >= least else None


def _written_anew(found: Sorted, sheet: ParsedSheet) -> Sorted:
    """Take rows for unchanged whose cells say the same in another writing."""
    same = found.loose.pairs(found.updated)
    more = found.loose.matches(found.left, found.lost)
    if not same and not more:
        return found
    stayed = (found.fitted.kept(sheet.rows[i].cells) for i, _ in found.unchanged)
    typed = found.loose.typed([*same, *more], stayed)
    alike = {i for i, _ in [*same, *more]} - {i for i, _ in typed}
    mine, his = {i for i, _ in more}, {row.id for _, row in more}
    return replace(
        found,
        unchanged=sorted(
            [*found.unchanged, *(pair for pair in [*same, *more] if pair[0] in alike)],
            key=lambda pair: pair[0],
        ),
        updated=sorted(
            [
                *(pair for pair in found.updated if pair[0] not in alike),
                *(pair for pair in typed if pair[0] in mine),
            ],
            key=lambda pair: pair[0],
        ),
        left=[i for i in found.left if i not in mine],
        lost=[row for row in found.lost if row.id not in his],
    )


def _glance(store: Store, sheet: ParsedSheet, source: int, alike: Sequence[int]) -> float:
    """Give the share of some rows of the sheet that the source has, without reading the source's."""
    some = range(0, len(sheet.rows), max(1, len(sheet.rows) // _GLANCE))
    keys = {sheet.rows[i].key for i in some} - {""}
    ((count,),) = store.read(
        "SELECT count(*) FROM source_row WHERE source_id = ? AND (fingerprint IN (SELECT value FROM json_each(?)) "
        "OR (key <> '' AND key IN (SELECT value FROM json_each(?))))",
        [source, [alike[i] for i in some], sorted(keys)],
    )
    return count / len(some) if some else 0.0


_GLANCE = 400


def _known(store: Store, source: int, fitted: Fitted) -> list[KnownRow]:
    """Give the rows of a source; where the sheet lacks a column, their fingerprints are made without it."""
    known = known_rows(store, [source])
    if not fitted.missing:
        return known
    raw = raw_cells(store, [row.id for row in known])
    return [replace(row, fingerprint=fingerprint(without(raw[row.id], fitted.missing))) for row in known]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keys:
    sheet: Sequence[str]  # of the sheet's rows, "" where a row has none of its own
    known: dict[int, str] = field(default_factory=dict)  # of known rows, where they have to be read anew


def _keys(
    store: Store, sheet: ParsedSheet, known: Sequence[KnownRow], fitted: Fitted, key_heading: str
) -> tuple[str, _Keys]:
    """Choose the column that tells rows apart in both versions: the source's own while it is there, else the sheet's."""
    mine = [row.key for row in sheet.rows]
    if key_heading and heading_key(key_heading) == heading_key(sheet.key_column):
        return sheet.key_column, _Keys(sheet=mine)
    if not key_heading and sheet.key_column and any(row.key for row in known):
        return sheet.key_column, _Keys(sheet=mine)  # kept before the heading was
    at = {heading_key(c.heading): c.index for c in sheet.columns}
    if key_heading and heading_key(key_heading) in at:
        place = at[heading_key(key_heading)]
        values = [
            plain(row.cells[place]) if place < len(row.cells) and row.status == "ok" else ""
            for row in sheet.rows
        ]
        often = Counter(values)
        return key_heading, _Keys(sheet=[value if often[value] == 1 else "" for value in values])
    stored = {
        heading_key(heading): place for heading, _, _, place in fitted.headings if place not in fitted.added
    }
    if sheet.key_column and heading_key(sheet.key_column) in stored:
        place = stored[heading_key(sheet.key_column)]
        raw = raw_cells(store, [row.id for row in known])
        read = {row: plain(cells[place]) if place < len(cells) else "" for row, cells in raw.items()}
        return sheet.key_column, _Keys(sheet=mine, known=read)
    return sheet.key_column, _Keys(sheet=mine)


def _by_key(
    store: Store,
    sheet: ParsedSheet,
    known: Sequence[KnownRow],
    keys: Sequence[str],
    *,
    alike: Sequence[int],
    fitted: Fitted,
) -> dict[int, KnownRow]:
    """Pair rows by the value of the key column, if it means the same in both versions.

    A till may begin at number 1 every day, and so do the codes of another branch's list: then most rows with the same
    number have nothing else in common, and it tells nothing.
    """
    often = Counter(row.key for row in known if row.key)
    theirs = {row.key: row for row in known if row.key and (often[row.key] == 1 or row.status in HERE)}
    # Several rows had one number, as lines of an order have: of these the one that says the same is the same.
    same = {(row.key, row.fingerprint): row for row in known if row.status in HERE and often[row.key] > 1}
    pairs = {i: same.get((key, alike[i]), theirs[key]) for i, key in enumerate(keys) if key and key in theirs}
    edited = {i: row for i, row in pairs.items() if row.fingerprint != alike[i]}
    if len(edited) * 2 <= len(pairs):
        return pairs
    if sheet.kind == "customers":
        agreeing = _naming_the_same(store, sheet, edited, keys=keys, fitted=fitted)
    else:
        agreeing = _same_events(store, sheet, edited)
    return pairs if (len(pairs) - len(edited) + agreeing) * 2 >= len(pairs) else {}


def _naming_the_same(
    store: Store,
    sheet: ParsedSheet,
    pairs: dict[int, KnownRow],
    *,
    keys: Sequence[str],
    fitted: Fitted,
) -> int:
    """Count the pairs of rows that agree in a name, a phone or the like beside the key, or in half of their cells."""
    places = [place for _, name, _, place in fitted.headings if name in KNOWN_BY]
    raw = raw_cells(store, [row.id for row in pairs.values()])
    count = 0
    for i, row in pairs.items():
        mine, his = filled(fitted.kept(sheet.rows[i].cells)), filled(raw[row.id])
        telling = [p for p in places if p in mine and p in his and plain(mine[p]) != keys[i]]
        if telling:
            count += any(fold(mine[p]) == fold(his[p]) for p in telling)
        else:
            count += agreement(mine, his) >= 0.5
    return count


def _same_events(store: Store, sheet: ParsedSheet, pairs: dict[int, KnownRow]) -> int:
    """Count the pairs of rows that are of one day, and of one buyer or over one amount."""
    fields = row_fields(store, [row.id for row in pairs.values()])
    count = 0
    for i, row in pairs.items():
        mine, his = sheet.rows[i].fields, fields[row.id]
        alike = same_buyer(mine, his) or mine.get("amount") == his.get("amount")
        count += mine.get("date") == his.get("date") and alike
    return count
