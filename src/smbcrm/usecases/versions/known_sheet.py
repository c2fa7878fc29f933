"""A sheet that is byte for byte the one imported last is not taken apart again: its rows are counted from the store."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import replace
from typing import Any

from smbcrm.core.column_letters import column_letter
from smbcrm.core.grid import Grid
from smbcrm.core.say import from_data, say
from smbcrm.core.sheets.meaning.said import Said, numbered, place_key, wanted_field
from smbcrm.core.text import header_key
from smbcrm.usecases.importing.import_results import ImportOptions, Reading, RowNote, SheetColumn, SheetResult
from smbcrm.usecases.importing.said_records import said_of
from smbcrm.usecases.ports import Store

READ_AS = "10"  # raise it when the same bytes would be understood differently: every file is then read anew


def stamp(reading: Reading, said: str) -> str:
    """Give what tells whether a file is the one imported last, and whether it is read as it was then.

    `said` is all that the owner says about how: see core/sheets/finding/remembered.py.
    """
    if not reading.sha256:
        return ""
    told = f":{hashlib.sha256(said.encode()).hexdigest()[:8]}" if said else ""
    return f"{reading.sha256}:{READ_AS}{told}"


def known_sheet(store: Store, reading: Reading, grid: Grid, *, options: ImportOptions) -> SheetResult | None:
    """Give the counts of a sheet whose file has not changed since its last import; None when it must be read.

    It must be read when the owner says anything new about how, now or since (`smbcrm mapping set`).
    """
    if not reading.sha256 or replace(options, **_OF_NO_MATTER) != ImportOptions():
        return None
    found = store.read(
        "SELECT id, name, kind, country, elsewhere, operation, columns, layout, sha256 FROM source "
        "WHERE substr(sha256, 1, 64) = ? AND sheet = ? AND file = ? AND layout <> ''",
        [reading.sha256, grid.sheet, grid.file],
    )
    for source, name, kind, country, elsewhere, operation, text, layout, stamped in list(found):
        record = said_of(store, layout)
        said = record.said if record else Said()
        columns = columns_of(text)
        if stamped != stamp(reading, said.words()) or not _says_nothing_new(said, options, columns):
            continue
        if elsewhere and _undone_since(store, operation):
            continue
        if (said.country or options.default_country) in {"", country}:
            counted = _counted(store, grid, source=source, name=name, kind=kind, elsewhere=elsewhere)
            return replace(counted, columns=columns)
    return None


# What changes nothing in how a file is read, and what is held against what was said of it before.
_OF_NO_MATTER: dict[str, Any] = {
    "merge": True, "unattended": False, "default_country": "",
    "country": "", "as_kind": "", "header_row": None, "no_header": False, "date_order": "", "mapping": {},
}  # fmt: skip


def _undone_since(store: Store, operation: int) -> bool:
    """Tell whether anything was undone since: sales that another export had brought may be gone with it."""
    later = store.read("SELECT 1 FROM operation WHERE undoes IS NOT NULL AND id > ? LIMIT 1", [operation])
    return next(later, None) is not None


def columns_of(text: str) -> tuple[SheetColumn, ...]:
    """Give the columns of a source as its newest import took them."""
    return tuple(
        SheetColumn(index=index, heading=heading, field=field, why=from_data(how))
        for heading, field, index, how in json.loads(text)
    )


def _counted(store: Store, grid: Grid, *, source: int, name: str, kind: str, elsewhere: int) -> SheetResult:
    ((rows,),) = store.read("SELECT count(*) FROM source_row WHERE source_id = ?", [source])
    other = "FROM source_row WHERE source_id = ? AND status <> 'imported'"  # few, and found by an index
    counts = Counter(dict(store.read(f"SELECT status, count(*) {other} GROUP BY status", [source])))
    counts["imported"] = rows - counts.total()
    left_out = store.read(
        f"SELECT number, status, reason, raw {other} AND status IN ('skipped', 'rejected') ORDER BY number, id",
        [source],
    )
    unchanged = counts["imported"] + counts["waiting"] + elsewhere
    return SheetResult(
        file=grid.file,
        sheet=grid.sheet,
        kind=kind,
        source=source,
        rows_read=unchanged + counts["skipped"] + counts["rejected"],
        rows_imported=0,
        rows_updated=0,
        rows_unchanged=unchanged,
        rows_skipped=counts["skipped"],
        rows_rejected=counts["rejected"],
        rows_gone=0,
        rows_bad=0,
        how=say("a version of the source {name}", name=name),
        notes=(say("the file is the same as at its last import"),),
        problems=(),
        rows=tuple(
            RowNote(
                row=number, status=status, why=from_data(json.loads(reason)), cells=tuple(json.loads(raw))
            )
            for number, status, reason, raw in left_out
        ),
        columns=(),
    )


def _says_nothing_new(said: Said, options: ImportOptions, columns: tuple[SheetColumn, ...]) -> bool:
    """Tell whether all that is said now was said of this list before."""
    plain = (
        options.as_kind in ("", said.kind)
        and options.header_row in (None, said.header_row)
        and options.no_header in (False, said.no_header)
        and options.date_order in ("", said.date_order)
        and options.country in ("", said.country)
    )
    return plain and all(_is_said(said, *pair, columns) for pair in options.asked())


def _is_said(said: Said, typed: str, target: str, columns: tuple[SheetColumn, ...]) -> bool:
    wanted = wanted_field(typed)
    places = [place_key(*place) for place in numbered([column.heading for column in columns])]
    hits = [i for i, c in enumerate(columns) if header_key(c.heading) == header_key(target)]
    hits = hits or [i for i, c in enumerate(columns) if column_letter(c.index) == target.strip().upper()]
    return bool(hits) and said.fields.get(places[hits[0]]) == wanted
