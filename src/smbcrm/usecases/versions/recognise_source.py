"""Tell whether a sheet is a newer version of one we know, and what became of each of its rows."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from smbcrm.core.fields import KNOWN_BY
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.versions.versions import (
    Fitted,
    Prints,
    first_version,
    fit_columns,
    same_family,
)
from smbcrm.usecases.events.counted_elsewhere import counted_elsewhere
from smbcrm.usecases.importing.import_results import place
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.compare_versions import Sorted, sort_rows
from smbcrm.usecases.versions.known_rows import KnownRow
from smbcrm.usecases.versions.pair_edits import pair_rest

SAME_LIST = 0.5  # a file that shares less than half of its rows with a source is a source of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A sheet held against what is known of it.

    `unchanged` and `updated` pair positions of the sheet's rows with known rows; `new` are positions; `gone` are known rows
    that a newer version no longer has. `elsewhere` are sales that another source brought already, `corrected` those of them
    that say something else now. `anew` are those among the updated whose cells are as before and read otherwise. `prints` and `keys` are the rows' own, in the order of the source's columns.
    """

    source: int | None
    how: Say
    fitted: Fitted
    prints: Sequence[int]
    keys: Sequence[str]
    key_heading: str
    unchanged: Sequence[tuple[int, KnownRow]] = ()
    updated: Sequence[tuple[int, KnownRow]] = ()
    new: Sequence[int] = ()
    gone: Sequence[KnownRow] = ()
    elsewhere: Sequence[int] = ()
    corrected: Sequence[tuple[int, KnownRow]] = ()
    anew: frozenset[int] = frozenset()
    layouts: Mapping[int, Fitted] = field(
        default_factory=dict
    )  # of the sources that `corrected` rows belong to


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A source that a sheet may be a version of, and how the sheet's columns stand in it."""

    source: int
    name: str
    place: tuple[str, str]  # its file and sheet
    fitted: Fitted
    key_heading: str


def compare_sheet(
    store: Store, sheet: ParsedSheet, *, name: str, file: str, in_sheet: str, beside: Collection[int] = ()
) -> Compared:
    """Find the source a sheet belongs to and sort its rows into unchanged, updated, new and gone.

    `beside` are the sheets of the same workbook that were read just now: none of them is an older version.
    """
    exact, near = _candidates(store, sheet, name=name, file=file, in_sheet=in_sheet)
    if not name:
        exact, near = ([c for c in found if c.source not in beside] for found in (exact, near))
    exact.sort(key=lambda one: one.place != (file, in_sheet))  # of two that fit as well, its own place tells
    candidates = [*exact, *near]
    prints = Prints([row.cells for row in sheet.rows], [row.fingerprint for row in sheet.rows])
    best = _best(store, sheet, prints, exact, least=0.0 if name else SAME_LIST)
    best = best or _best(store, sheet, prints, near, least=SAME_LIST)
    if best is not None:
        best = pair_rest(store, sheet, best)
    else:
        here = [one for one in exact if one.place == (file, in_sheet)]
        if sheet.kind != "customers":
            here = [one for one in here if _of_the_same_days(store, sheet, one.source)]
        best = _same_file(store, sheet, prints, here)
    if best is None:
        compared = _as_new(sheet, prints, say("a new source: {file}", file=place(file, in_sheet)))
    else:
        known = next(c for c in candidates if c.source == best.source)
        compared = _as_version(best, say("a version of the source {name}", name=known.name))
    if sheet.kind == "customers":
        return compared
    others = [
        (c.source, c.fitted) for c in candidates if c.source != compared.source and not c.fitted.missing
    ]
    told = counted_elsewhere(store, sheet, prints, which=compared.new, own=compared.source, others=others)
    return replace(
        compared, new=told.new, elsewhere=told.elsewhere, corrected=told.corrected, layouts=dict(others)
    )


def _as_new(sheet: ParsedSheet, prints: Prints, how: Say) -> Compared:
    own = first_version(sheet.columns)
    keys = [row.key for row in sheet.rows]
    return Compared(
        source=None, how=how, fitted=own, prints=prints.of(own), keys=keys, key_heading=sheet.key_column,
        new=range(len(sheet.rows)),
    )  # fmt: skip


def _as_version(best: Sorted, how: Say) -> Compared:
    return Compared(
        source=best.source, how=how, fitted=best.fitted, prints=best.prints, keys=best.keys, key_heading=best.key_heading,
        unchanged=best.unchanged, updated=best.updated, new=best.left, gone=best.lost,
    )  # fmt: skip


def _best(
    store: Store, sheet: ParsedSheet, prints: Prints, candidates: Sequence[Candidate], *, least: float
) -> Sorted | None:
    best: Sorted | None = None
    for one in candidates:
        found = sort_rows(
            store,
            sheet,
            one.source,
            prints=prints,
            fitted=one.fitted,
            key_heading=one.key_heading,
            least=least,
        )
        if found is not None and (best is None or found.share > best.share):
            best = found
    return best


def _same_file(
    store: Store, sheet: ParsedSheet, prints: Prints, candidates: Sequence[Candidate]
) -> Sorted | None:
    """Give the source with the very same file, sheet and headings, if most rows are the ones it had, edited ones among them."""
    for one in candidates if sheet.rows else ():
        found = sort_rows(
            store, sheet, one.source, prints=prints, fitted=one.fitted, key_heading=one.key_heading, least=0.0
        )
        if found is not None:
            paired = pair_rest(store, sheet, found, same_day=True)
            if len(paired.left) <= len(sheet.rows) * (1 - SAME_LIST):
                return paired
    return None


def _of_the_same_days(store: Store, sheet: ParsedSheet, source: int) -> bool:
    """Tell whether a list of sales and the like may be a source with most of its rows edited: it tells of the same days, and of about as many things.

    Next month's sales come in a file with the same name, too, and an extract of them.
    """
    rows = [row for row in sheet.rows if row.status == "ok"]
    days = {
        day
        for row in rows[:: max(1, len(rows) // _LOOKED_AT)]
        if (day := row.fields.get("date") or row.fields.get("issued"))
    }
    ((count,),) = store.read("SELECT count(*) FROM source_row WHERE source_id = ?", [source])
    if not days or not len(rows) <= 2 * count <= 4 * len(rows):
        return False
    ((known,),) = store.read(_SAME_DAYS, [source, sorted(map(str, days))])
    return bool(known >= SAME_LIST * len(days))


_LOOKED_AT = 100
_SAME_DAYS = (
    "SELECT count(DISTINCT coalesce(json_extract(fields, '$.date'), json_extract(fields, '$.issued'))) FROM source_row WHERE source_id = ? "
    "AND coalesce(json_extract(fields, '$.date'), json_extract(fields, '$.issued')) IN (SELECT value FROM json_each(?))"
)


def _candidates(
    store: Store, sheet: ParsedSheet, *, name: str, file: str, in_sheet: str
) -> tuple[list[Candidate], list[Candidate]]:
    """Give the sources of this kind that have exactly the sheet's headings, and those that have nearly these.

    That a column was added, renamed or taken out is believed of a file with (nearly) the same name only: two lists of the same
    people are two lists.
    """
    exact: list[Candidate] = []
    near: list[Candidate] = []
    for number, source_name, source_file, source_sheet, signature, key_heading, text, places in list(
        store.read(
            "SELECT id, name, file, sheet, signature, key_heading, headings, places FROM source WHERE kind = ? ORDER BY id",
            [sheet.kind],
        )
    ):
        if name and source_name != name:
            continue
        stored = json.loads(text)
        fitted = fit_columns(stored, json.loads(places or "[]"), sheet.columns)
        found = Candidate(
            source=number, name=source_name, place=(source_file, source_sheet), fitted=fitted, key_heading=key_heading
        )  # fmt: skip
        if signature == sheet.signature or name:
            exact.append(found)
        elif (
            source_sheet == in_sheet
            and same_family(source_file, file)
            and _nearly(fitted, sheet, len(stored))
        ):
            near.append(found)
    return exact, near


def _nearly(fitted: Fitted, sheet: ParsedSheet, theirs: int) -> bool:
    """Tell whether a sheet shares most columns with a source, and one that says who a customer is among them."""
    shared = [c for c in sheet.columns if fitted.shares(c.index)]
    told = any(c.field in KNOWN_BY for c in shared)
    return told and len(shared) * 3 >= min(len(sheet.columns), theirs) * 2
