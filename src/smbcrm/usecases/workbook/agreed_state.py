"""What the workbook and the store agreed on last, as the store keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smbcrm.core.json_text import json_writer
from smbcrm.core.workbook.shape import Col
from smbcrm.core.workbook.sheet_merge import Cells
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """The state both sides agreed on: by sheet the cells of each id, and the columns the sheet had.

    `called` gives what the owner called columns of ours, by sheet and key: another heading, or nothing where he had taken one out.
    `sha256` is that of the workbook then; empty when there never was a sync. `operation` is the sync that left it. `as_kept` tells
    that this is what the store keeps, to the letter.
    """

    sha256: str = ""
    lang: str = ""
    cells: Mapping[str, Mapping[str, Cells]] = field(default_factory=dict)
    columns: Mapping[str, tuple[Col, ...]] = field(default_factory=dict)
    called: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    operation: int = 0
    as_kept: bool = True


def load_agreed(store: Store, *, before_newest: bool = False) -> Agreed:
    """Give what was agreed on last, or, with `before_newest`, before the newest sync (whose workbook never came into place)."""
    found = list(
        store.read(
            "SELECT sha256, earlier_sha256, lang, columns, earlier_columns, operation FROM workbook ORDER BY id DESC LIMIT 1"
        )
    )
    if not found:
        return Agreed()
    sha256, earlier_sha256, lang, columns, earlier_columns, operation = found[0]
    cells: dict[str, dict[str, Cells]] = {}
    which = "earlier" if before_newest else "cells"
    for sheet, key, text in store.read(
        f"SELECT sheet, key, {which} FROM synced WHERE {which} <> '' ORDER BY id"
    ):
        cells.setdefault(sheet, {})[key] = json.loads(text)
    shapes = json.loads((earlier_columns if before_newest else columns) or "{}")
    return Agreed(
        sha256=earlier_sha256 if before_newest else sha256,
        lang=lang,
        cells=cells,
        columns={sheet: tuple(_column(*one) for one in told) for sheet, told in shapes.items()},
        called={sheet: {one[0]: one[4] for one in told if len(one) > 4} for sheet, told in shapes.items()},
        operation=operation,
        as_kept=not before_newest,
    )


def _column(key: str, heading: str, holds: str, owner: str, *_called: str) -> Col:
    return Col(key=key, heading=heading, holds=holds, owner=owner, own_words=key.startswith("x."))  # type: ignore[arg-type]


def keep_agreed(
    store: Store,
    cells: Mapping[str, Mapping[str, Cells]],
    columns: Mapping[str, Sequence[Col]],
    called: Mapping[str, Mapping[str, str]],
    *,
    before: Agreed,
    customers: Mapping[str, Mapping[str, int]],
    sha256: str,
    found_sha256: str,
    lang: str,
    held: int,
    operation: int,
) -> None:
    """Write what is agreed on now; only records that changed with this sync or the one before are written.

    `before` is what was agreed on until now, `customers` whom the ids of a sheet are about.
    """
    _keep_cells(store, cells, before, customers)
    shapes, earlier = _shapes(columns, called), _shapes(before.columns, before.called)
    row = (sha256, found_sha256, lang, shapes, earlier, held, operation)
    names = "sha256, earlier_sha256, lang, columns, earlier_columns, held, operation"
    for (number,) in list(store.read("SELECT id FROM workbook ORDER BY id DESC LIMIT 1")):
        store.update("workbook", f"id, {names}", [(number, *row)])
        return
    store.insert("workbook", f"id, {names}", [(store.allocate("workbook"), *row)])


def _shapes(columns: Mapping[str, Sequence[Col]], called: Mapping[str, Mapping[str, str]]) -> str:
    told: dict[str, list[list[str]]] = {}
    for sheet, shape in sorted(columns.items()):
        names = called.get(sheet, {})
        told[sheet] = [
            [one.key, one.heading, one.holds, one.owner, *([names[one.key]] if one.key in names else [])]
            for one in shape
        ]
    return json_writer()(told)


def _keep_cells(
    store: Store,
    cells: Mapping[str, Mapping[str, Cells]],
    before: Agreed,
    customers: Mapping[str, Mapping[str, int]],
) -> None:
    write = json_writer()
    kept = {
        (sheet, key): (number, bool(settled))
        for number, sheet, key, settled in store.read("SELECT id, sheet, key, cells = earlier FROM synced")
    }
    rows: list[tuple[object, ...]] = []
    changed: list[tuple[object, ...]] = []
    gone: list[int] = []
    for sheet, records in cells.items():
        known = before.cells.get(sheet, {})
        for key, told in records.items():
            earlier = known.get(key)
            number, settled = kept.pop((sheet, key), (0, False))
            if settled and before.as_kept and told == earlier:
                continue  # as it was, and was before
            text, was = write(told), "" if earlier is None else write(earlier)
            if number:
                changed.append((number, text, was))
            else:
                rows.append((sheet, key, customers.get(sheet, {}).get(key), text, was))
    for (sheet, key), (number, _) in kept.items():
        earlier = before.cells.get(sheet, {}).get(key)
        if earlier is None:
            gone.append(number)
        else:
            changed.append((number, "", write(earlier)))
    store.update("synced", "id, cells, earlier", changed)
    store.delete("synced", gone)
    if rows:
        first = store.allocate("synced", len(rows))
        store.insert(
            "synced",
            "id, sheet, key, customer_id, cells, earlier",
            [(first + place, *row) for place, row in enumerate(rows)],
        )
