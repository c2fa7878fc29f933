"""Write what is known of the list that a sheet is a version of: its name, headings and stamp, and whether it makes customers."""

from __future__ import annotations

import json

from smbcrm.core.layout import Table
from smbcrm.core.rows import ParsedSheet
from smbcrm.usecases.importing.import_results import ImportOptions, place
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.recognise_source import Compared

MAKE_CUSTOMERS = frozenset({"customers", "purchases", "payments"})
"""The kinds whose rows make a customer of whoever is not on the list yet, unless the owner says otherwise."""


def write_source(
    store: Store,
    table: Table,
    stamped: str,
    *,
    parsed: ParsedSheet,
    compared: Compared,
    options: ImportOptions,
    operation: int,
) -> int:
    """Write what is known of the source; give its number."""
    headings = json.dumps([heading[:3] for heading in compared.fitted.headings], ensure_ascii=False)
    places = json.dumps([heading[3] for heading in compared.fitted.headings])
    told = len(compared.elsewhere) + len(compared.corrected)
    if compared.source is not None:
        ((creates, rank),) = store.read("SELECT creates, rank FROM source WHERE id = ?", [compared.source])
        row = (
            compared.source, table.grid.file, table.grid.sheet, parsed.signature, stamped, headings, parsed.country, told,
            compared.key_heading, places, creates if options.create is None else int(options.create),
            operation if _is_preferred(table, options, anything=bool(compared.updated or compared.new)) else rank,
        )  # fmt: skip
        changed = store.update(
            "source",
            "id, file, sheet, signature, sha256, headings, country, elsewhere, key_heading, places, creates, rank",
            [row],
        )
        if changed or compared.updated or compared.new or compared.corrected:
            store.update("source", "id, operation", [(compared.source, operation)])
        if options.create and not creates:
            _wake(store, compared.source)
        return compared.source
    number = store.allocate("source")
    name = options.source or place(table.grid.file, table.grid.sheet)
    creates = parsed.kind in MAKE_CUSTOMERS if options.create is None else options.create
    store.insert(
        "source",
        "id, name, kind, file, sheet, signature, sha256, headings, country, rank, elsewhere, operation, creates, key_heading, places",
        [
            (
                number, name, parsed.kind, table.grid.file, table.grid.sheet, parsed.signature, stamped, headings,
                parsed.country, operation if _is_preferred(table, options) else 0, told, operation, int(creates), compared.key_heading, places,
            )
        ],
    )  # fmt: skip
    return number


def _is_preferred(table: Table, options: ImportOptions, *, anything: bool = True) -> bool:
    """Tell whether what the sheet says wins over what is known: asked for, or a list of ours in which the owner edited anything."""
    return options.prefer_new or (table.own and anything)


def _wake(store: Store, source: int) -> None:
    """Let the rows of a source that wait for their customer be matched once more, now that they may make one."""
    waiting = store.read("SELECT id FROM source_row WHERE source_id = ? AND status = 'waiting'", [source])
    store.update(
        "source_row", "id, status, reason", [(number, "imported", "") for (number,) in list(waiting)]
    )
