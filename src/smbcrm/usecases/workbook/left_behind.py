"""What a sync that was undone left in the workbook: undoing reaches the store, not the owner's file.

What came from the owner is to be offered again; what we wrote ourselves must not come back as an edit of his. So each sync remembers,
outside the journal, which records it left how, and which of their cells were the owner's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from smbcrm.core.json_text import json_writer
from smbcrm.core.workbook.sheet_merge import Cells
from smbcrm.usecases.ports import Store
from smbcrm.usecases.workbook.agreed_state import Agreed
from smbcrm.usecases.workbook.sync_workbook import Synced

_NAME = "left by sync "


def remember_left(store: Store, synced: Synced, before: Agreed, *, operation: int) -> None:
    """Remember how this sync leaves the records that it changed; the first one needs no memory."""
    if not before.sha256:
        return
    left: dict[str, dict[str, object]] = {}
    for sheet, records in synced.agreed.items():
        known = before.cells.get(sheet, {})
        merge = synced.merges.get(sheet)
        edits: Mapping[str, Mapping[str, str]] = merge.edits if merge is not None else {}
        gone = set(merge.gone) if merge is not None else set()
        new = set(synced.taken.taken_in.get(sheet, {}).values())
        changed: dict[str, object] = {}
        for number, cells in records.items():
            if number in new and number not in known:
                changed[number] = {"new": True}
            elif known.get(number) != cells:
                changed[number] = {"cells": cells, "pulled": sorted(edits.get(number, ()))}
        for number in known:
            if number not in records and number not in gone:
                changed[number] = {"cells": None}
        if changed:
            left[sheet] = changed
    if left:
        store.derive(f"{_NAME}{operation}", json_writer()(left).encode(), anew=True)


def after_undo(store: Store, base: Agreed) -> Agreed:
    """Give what a workbook that newer, undone syncs have written into is to be compared with."""
    undone = [
        number
        for (number,) in store.read(
            "SELECT operation FROM operation_records WHERE verb = 'sync' AND state = 'undone' AND operation > ? ORDER BY operation",
            [base.operation],
        )
    ]
    cells: dict[str, dict[str, Cells]] = {}
    for number in undone:
        for _, data in store.derived(f"{_NAME}{number}"):
            cells = cells or {sheet: dict(records) for sheet, records in base.cells.items()}
            _apply(cells, json.loads(data))
    return replace(base, cells=cells, as_kept=False) if cells else base


def _apply(
    cells: dict[str, dict[str, Cells]], left: Mapping[str, Mapping[str, Mapping[str, object]]]
) -> None:
    for sheet, records in left.items():
        known = cells.setdefault(sheet, {})
        for number, told in records.items():
            if told.get("new"):
                continue
            written = told["cells"]
            if written is None:
                known.pop(number, None)
                continue
            assert isinstance(written, Mapping)
            pulled = told["pulled"]
            assert isinstance(pulled, list)
            before = known.get(number, {})
            known[number] = {
                **{key: text for key, text in written.items() if key not in pulled},
                **{key: before[key] for key in pulled if key in before},
            }
