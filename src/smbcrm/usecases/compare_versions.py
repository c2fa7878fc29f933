"""Hold the rows of a sheet against those of a source: the same, edited, new, or no longer there.

A row is known by its key column where the sheet has one, else by its content and its place among equal rows; what is left
over on both sides is paired where it is plainly one row that somebody edited.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from smbcrm.core.fields import KNOWN_BY, PHONES
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.buyers import same_buyer
from smbcrm.core.sheets.columns import plain
from smbcrm.core.sheets.edited_rows import Version, agreement, count_cells, filled, pair_edited, pair_nearest
from smbcrm.core.sheets.versions import Fitted, Prints, fingerprint, heading_key, without
from smbcrm.core.text import fold
from smbcrm.usecases.known_rows import HERE, KnownRow, known_rows, raw_cells, row_fields
from smbcrm.usecases.ports import Store

LASTING = frozenset({"crm_id", "customer_code", "order_id", ""})
"""Fields whose value is given once and for ever: rows in which it differs are two rows, whatever else they share."""

CONTACTS = frozenset({*PHONES, "email", "national_id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """A sheet's rows held against a source's. `share` is how much of the sheet is known; `left` and `lost` are yet unpaired."""

    source: int
    share: float
    fitted: Fitted
    prints: Sequence[int]
    keys: Sequence[str]
    key_heading: str
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
    if known_key and not fitted.missing and _glance(store, sheet, source, alike) < least / 2:
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
    share = (len(unchanged) + len(updated)) / len(sheet.rows) if sheet.rows else 0.0
    if share < least:
        return None
    lost = sorted((row for rows in waiting.values() for row in rows), key=lambda row: row.id)
    return Sorted(
        source=source, share=share, fitted=fitted, prints=prints.of(fitted), keys=keys.sheet, key_heading=heading,
        unchanged=unchanged, updated=updated, left=left, lost=lost,
    )  # fmt: skip


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
    pairs = {i: theirs[key] for i, key in enumerate(keys) if key and key in theirs}
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


def pair_rest(store: Store, sheet: ParsedSheet, found: Sorted) -> Sorted:
    """Pair what is left over on both sides where it is one row that was edited."""
    if not found.left or not found.lost:
        return found
    raw = raw_cells(store, [row.id for row in found.lost])
    above_new, above_old = _rows_above(found)
    blank = found.fitted.added | found.fitted.missing
    new = [
        Version(
            number=sheet.rows[i].number,
            cells=filled(without(found.fitted.kept(sheet.rows[i].cells), blank)),
            above=above_new[i],
        )
        for i in found.left
    ]
    lost = [
        Version(number=row.number, cells=filled(without(raw[row.id], blank)), above=above_old[row.id])
        for row in found.lost
    ]
    pairs = _pair(store, sheet, found, new, lost)
    partner = dict(pairs)
    taken = set(partner.values())
    return replace(
        found,
        updated=[*found.updated, *((found.left[i], found.lost[j]) for i, j in pairs)],
        left=[i for n, i in enumerate(found.left) if n not in partner],
        lost=[row for j, row in enumerate(found.lost) if j not in taken],
    )


def _pair(
    store: Store, sheet: ParsedSheet, found: Sorted, new: Sequence[Version], lost: Sequence[Version]
) -> list[tuple[int, int]]:
    if sheet.kind != "customers":
        return _pair_events(store, sheet, found, new, lost)
    fields = {heading: name for heading, name, _, _ in found.fitted.headings}
    lasting = bool(found.key_heading) and fields.get(found.key_heading, "") in LASTING

    def may_be(i: int, j: int) -> bool:
        return not (lasting and found.keys[found.left[i]] and found.lost[j].key)

    contacts = [place for _, name, _, place in found.fitted.headings if name in CONTACTS]
    pairs = _by_contact(new, lost, contacts, may_be=may_be)
    mine, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    rest_new = [i for i in range(len(new)) if i not in mine]
    rest_lost = [j for j in range(len(lost)) if j not in theirs]
    wanted = [item for i in rest_new for item in new[i].cells.items()]
    wanted += [item for j in rest_lost for item in lost[j].cells.items()]
    common = count_cells(wanted, (found.fitted.kept(row.cells) for row in sheet.rows))
    more = pair_edited(
        [new[i] for i in rest_new],
        [lost[j] for j in rest_lost],
        rows=len(sheet.rows),
        common=common,
        may_be=lambda a, b: may_be(rest_new[a], rest_lost[b]),
    )
    return sorted([*pairs, *((rest_new[a], rest_lost[b]) for a, b in more)])


def _by_contact(
    new: Sequence[Version],
    lost: Sequence[Version],
    places: Sequence[int],
    *,
    may_be: Callable[[int, int], bool],
) -> list[tuple[int, int]]:
    """Pair rows that have a phone, an e-mail or a national id to themselves: whoever keeps it was given another name."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for place in places:
        mine, theirs = _holders(new, place), _holders(lost, place)
        for value, i in mine.items():
            j = theirs.get(value)
            if i is not None and j is not None and i not in pairs and j not in taken and may_be(i, j):
                pairs[i] = j
                taken.add(j)
    return sorted(pairs.items())


def _holders(rows: Sequence[Version], place: int) -> dict[str, int | None]:
    """Give the one row that holds each value of a column; None for what several hold."""
    found: dict[str, int | None] = {}
    for n, row in enumerate(rows):
        if value := row.cells.get(place):
            found[value] = None if value in found else n
    return found


def _pair_events(
    store: Store, sheet: ParsedSheet, found: Sorted, new: Sequence[Version], lost: Sequence[Version]
) -> list[tuple[int, int]]:
    """Pair sales, calls and the like: by the number they have, else by their day and whose they are."""
    fields = row_fields(store, [row.id for row in found.lost])
    numbered = [place for _, name, _, place in found.fitted.headings if name == "order_id"]
    who = [place for _, name, _, place in found.fitted.headings if name in KNOWN_BY]

    def same(i: int, j: int) -> float:
        mine, his = sheet.rows[found.left[i]].fields, fields[found.lost[j].id]
        number, other = mine.get("order_id"), his.get("order_id")
        if (number or other) and number != other:
            return 0.0
        agree = agreement(new[i].cells, lost[j].cells, numbered)
        same_day = mine.get("date") == his.get("date")
        if number:
            return agree + 0.5 * same_day if same_day or agree >= 0.5 else 0.0
        same_buyer = any(new[i].cells.get(p) == lost[j].cells.get(p) and p in new[i].cells for p in who)
        alike = same_buyer or (mine.get("amount") is not None and mine.get("amount") == his.get("amount"))
        same_spot = new[i].above == lost[j].above
        if agree < 0.5 or not ((same_day and alike) or same_spot):
            return 0.0
        return agree + 0.1 * same_spot

    return pair_nearest(new, lost, same=same)


def _rows_above(found: Sorted) -> tuple[dict[int, int], dict[int, int]]:
    """Give the nearest row above that both versions have, for each new position and each lost row; -1 at the top."""
    settled = dict([*found.unchanged, *found.updated])
    above_new: dict[int, int] = {}
    nearest = -1
    wanted = set(found.left)
    for i in range(1 + max(wanted)):
        if i in settled:
            nearest = settled[i].id
        elif i in wanted:
            above_new[i] = nearest
    lost = {row.id for row in found.lost}
    above_old: dict[int, int] = {}
    nearest = -1
    for row in sorted([*settled.values(), *found.lost], key=lambda row: (row.number, row.id)):
        if row.id in lost:
            above_old[row.id] = nearest
        else:
            nearest = row.id
    return above_new, above_old
