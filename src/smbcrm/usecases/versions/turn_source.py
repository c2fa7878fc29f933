"""A file read in another way than before: its source stays the same one, and so do its rows.

The owner says that the headings are in another row, or that the rows are sales: the same bytes come again, and what was made of
them before is made anew instead of a second time.
"""

from __future__ import annotations

import json

from smbcrm.core.rows import ParsedSheet
from smbcrm.core.say import say
from smbcrm.core.sheets.versions.versions import first_version
from smbcrm.usecases.events.write_events import EVENTS
from smbcrm.usecases.importing.import_results import ImportOptions, Reading
from smbcrm.usecases.importing.write_source import MAKE_CUSTOMERS
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import HERE


def turn_source(
    store: Store, reading: Reading, *, sheet: str, parsed: ParsedSheet, options: ImportOptions
) -> int | None:
    """Let the source that holds these very bytes take the kind and the headings they have now; give its number.

    None when there is none, or when it needs no turning.
    """
    if not reading.sha256:
        return None
    for source, kind, signature, name in list(
        store.read(
            "SELECT id, kind, signature, name FROM source WHERE file = ? AND sheet = ? AND substr(sha256, 1, 64) = ? "
            "ORDER BY id",
            [reading.file, sheet, reading.sha256],
        )
    ):
        if options.source not in ("", name):
            continue
        if (kind, signature) == (parsed.kind, parsed.signature):
            return None
        if kind != parsed.kind:
            _let_go(store, source, leads=parsed.kind == "customers")
            creates = parsed.kind in MAKE_CUSTOMERS if options.create is None else options.create
            store.update("source", "id, creates", [(source, int(creates))])
        own = first_version(parsed.columns)
        headings, places = [heading[:3] for heading in own.headings], [heading[3] for heading in own.headings]
        store.update(
            "source",
            "id, kind, signature, headings, places, key_heading",
            [
                (
                    source, parsed.kind, parsed.signature, _text(headings), _text(places), parsed.key_column,
                )
            ],
        )  # fmt: skip
        return int(source)
    return None


def _let_go(store: Store, source: int, *, leads: bool) -> None:
    """Take out what the rows told of, and let them be matched anew; they get their customers back where these are free."""
    for table in (one.name for one in EVENTS.values()):
        told = store.read(
            f"SELECT e.id FROM {table} e JOIN source_row r ON r.id = e.row_id WHERE r.source_id = ?", [source]
        )
        store.delete(table, [number for (number,) in told])
    waiting = store.read("SELECT id FROM source_row WHERE source_id = ? AND status = 'waiting'", [source])
    store.update(
        "source_row", "id, status, reason", [(number, "imported", "") for (number,) in list(waiting)]
    )
    rows = store.read(
        "SELECT id, status, coalesce(home, customer_id) FROM source_row WHERE source_id = ? ORDER BY id",
        [source],
    )
    store.update(
        "source_row",
        "id, lead, customer_id, home",
        [
            (number, number if leads and status in HERE else None, None, home)
            for number, status, home in list(rows)
        ],
    )


def gone_rows(store: Store, source: int) -> frozenset[int]:
    """Give the rows of a source that an earlier version of it had."""
    return frozenset(
        number
        for (number,) in store.read(
            "SELECT id FROM source_row WHERE source_id = ? AND status = 'gone'", [source]
        )
    )


def drop_lines(store: Store, source: int, *, gone_before: frozenset[int]) -> None:
    """Leave out the lines that were taken for rows before and are none as the list is read now: nothing left the file."""
    why = _text(say("no row of the list, as it is read now").to_data())
    lines = sorted(gone_rows(store, source) - gone_before)
    store.update(
        "source_row",
        "id, status, reason, lead, customer_id",
        [(number, "skipped", why, None, None) for number in lines],
    )


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
