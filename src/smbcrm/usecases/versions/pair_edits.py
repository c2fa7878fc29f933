"""Pair the rows that two versions of a sheet do not share where they are plainly one row that somebody edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from smbcrm.core.fields import KNOWN_BY, PHONES, is_day
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.versions.edited_rows import Version, agreement, filled, pair_edited, pair_nearest
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.compare_versions import Sorted
from smbcrm.usecases.versions.known_rows import row_fields

LASTING = frozenset({"crm_id", "customer_code", "order_id", ""})
"""Fields whose value is given once and for ever: rows in which it differs are two rows, whatever else they share."""

CONTACTS = frozenset({*PHONES, "email", "national_id"})


def pair_rest(store: Store, sheet: ParsedSheet, found: Sorted, *, same_day: bool = False) -> Sorted:
    """Pair what is left over on both sides where it is one row that was edited; with `same_day` sales and the like of one day and one buyer only."""
    if not found.left or not found.lost:
        return found
    loose = found.loose
    before = loose.said_before([row.id for row in found.lost])
    above_new, above_old = _rows_above(found)
    new = [
        Version(
            number=sheet.rows[i].number,
            cells=filled(loose.said(i)),
            above=above_new[i],
        )
        for i in found.left
    ]
    lost = [
        Version(number=row.number, cells=filled(before[row.id]), above=above_old[row.id])
        for row in found.lost
    ]
    if sheet.kind == "customers":
        pairs = _pair(sheet, found, new, lost)
    else:
        pairs = _pair_events(store, sheet, found, new, lost, strictly=same_day)
    partner = dict(pairs)
    taken = set(partner.values())
    return replace(
        found,
        updated=[*found.updated, *((found.left[i], found.lost[j]) for i, j in pairs)],
        left=[i for n, i in enumerate(found.left) if n not in partner],
        lost=[row for j, row in enumerate(found.lost) if j not in taken],
    )


def _pair(
    sheet: ParsedSheet, found: Sorted, new: Sequence[Version], lost: Sequence[Version]
) -> list[tuple[int, int]]:
    fields = {heading: name for heading, name, _, _ in found.fitted.headings}
    lasting = bool(found.key_heading) and fields.get(found.key_heading, "") in LASTING
    contacts = [place for _, name, _, place in found.fitted.headings if name in CONTACTS]
    whole = _is_whole(found)

    def may_be(i: int, j: int) -> bool:
        return not (lasting and found.keys[found.left[i]] and found.lost[j].key)

    def is_likely(i: int, j: int) -> bool:
        gone = any(place in lost[j].cells and place not in new[i].cells for place in contacts)
        return may_be(i, j) and (whole or not gone)

    pairs = _by_contact(new, lost, contacts, may_be=may_be)
    mine, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    rest_new = [i for i in range(len(new)) if i not in mine]
    rest_lost = [j for j in range(len(lost)) if j not in theirs]
    common = found.loose.common([found.left[i] for i in rest_new], [found.lost[j] for j in rest_lost])
    more = pair_edited(
        [new[i] for i in rest_new],
        [lost[j] for j in rest_lost],
        rows=len(sheet.rows),
        common=common,
        may_be=lambda a, b: is_likely(rest_new[a], rest_lost[b]),
    )
    return sorted([*pairs, *((rest_new[a], rest_lost[b]) for a, b in more)])


def _is_whole(found: Sorted) -> bool:
    """Tell whether a sheet has most of what its source had, so that a phone it has no more was taken out.

    An extract, or another list of some of the same people, merely does not tell it: there it is kept.
    """
    here = len(found.unchanged) + len(found.updated)
    return here >= len(found.lost)


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
    store: Store,
    sheet: ParsedSheet,
    found: Sorted,
    new: Sequence[Version],
    lost: Sequence[Version],
    *,
    strictly: bool,
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
        same_day = _day(mine) == _day(his)
        if number:
            return agree + 0.5 * same_day if same_day or agree >= 0.5 else 0.0
        same_buyer = any(new[i].cells.get(p) == lost[j].cells.get(p) and p in new[i].cells for p in who)
        alike = same_buyer or (mine.get("amount") is not None and mine.get("amount") == his.get("amount"))
        if strictly and not (same_day and same_buyer):
            return 0.0
        same_spot = new[i].above == lost[j].above
        if agree < 0.5 or not ((same_day and alike) or same_spot):
            return 0.0
        return agree + 0.1 * same_spot

    pairs = pair_nearest(new, lost, same=same)
    return pairs if strictly or not _is_whole(found) else _with_other_days(sheet, found, new, lost, pairs)


def _with_other_days(
    sheet: ParsedSheet,
    found: Sorted,
    new: Sequence[Version],
    lost: Sequence[Version],
    pairs: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Pair those of the rest, too, that say the same but for their days, one row on each side: in a list sorted anew no place tells it.

    A sale of a day after all that were known is a new one, whoever bought the same before.
    """
    days = [place for _, name, _, place in found.fitted.headings if is_day(name)]
    who = {place for _, name, _, place in found.fitted.headings if name in KNOWN_BY}
    mine, theirs = {i for i, _ in pairs}, {j for _, j in pairs}
    here = _by_rest(new, days, who, leaving_out=mine)
    there = _by_rest(lost, days, who, leaving_out=theirs)
    more = [(i, j) for rest, i in here.items() if i is not None and (j := there.get(rest)) is not None]
    if not more:
        return list(pairs)
    latest = max((str(_day(sheet.rows[i].fields) or "") for i, _ in found.unchanged), default="")
    within = [(i, j) for i, j in more if str(_day(sheet.rows[found.left[i]].fields) or "~") <= latest]
    return sorted([*pairs, *within])


def _by_rest(
    rows: Sequence[Version], days: Sequence[int], who: Set[int], *, leaving_out: Set[int]
) -> dict[frozenset[tuple[int, str]], int | None]:
    """Give the one row that holds some cells beside its days, a buyer among them; None for what several hold."""
    found: dict[frozenset[tuple[int, str]], int | None] = {}
    for n, row in enumerate(rows):
        rest = frozenset((place, text) for place, text in row.cells.items() if place not in days)
        if n not in leaving_out and len(rest) > 1 and any(place in who for place, _ in rest):
            found[rest] = None if rest in found else n
    return found


def _day(fields: Mapping[str, Any]) -> object:
    return fields.get("date") or fields.get("issued")


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
