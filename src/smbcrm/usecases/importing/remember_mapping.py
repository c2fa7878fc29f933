"""Remember how a list was read: what the owner said for the next such list, what was found out for him to look at."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from smbcrm.core.column_letters import column_letter
from smbcrm.core.layout import Table
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.meaning.drafts import REMEMBERED, TYPED
from smbcrm.core.sheets.meaning.said import (
    Said,
    SaidColumn,
    layout_of,
    layout_without_headings,
    numbered,
    place_key,
    stands_once,
    wanted_field,
    width_of,
)
from smbcrm.usecases.importing.import_results import ImportOptions
from smbcrm.usecases.importing.said_records import SaidRecord, keep_said, said_of
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """How one table is read: what is said of lists like it, now and before, and what that comes to.

    `contradicted` is what no longer holds: that a list of this name has no headings, or that others are in a row of their own.
    """

    record: SaidRecord
    before: Said | None
    contradicted: SaidRecord | None
    country: str
    date_order: str

    @property
    def words(self) -> str:
        """What is said, as options."""
        return self.record.said.words()


def understand(store: Store, table: Table, *, name: str, options: ImportOptions) -> Understood:
    """Put together what the owner says now and what he said before; what he says now wins."""
    if table.headings:
        layout = layout_of(table.headings)
    else:
        layout = table.said.layout if table.said else layout_without_headings(width_of(table.grid.rows), name)
    known = said_of(store, layout)
    headings = tuple(column.heading for column in table.columns)
    if not table.headings:  # every place counts, the empty ones too
        headings = tuple(f"column_{column_letter(place)}" for place in range(width_of(table.grid.rows)))
    base = known or SaidRecord(id=0, said=Said(layout=layout, name=name), headings=headings)
    whole = table.moved or Said()
    header_row = options.header_row or base.said.header_row or whole.header_row
    said = replace(
        base.said,
        name=name if options.no_header else base.said.name,
        columns=_columns(table, base.said, options),
        header_row=header_row,
        pointed=base.said.pointed and not options.header_row and table.header_row != header_row,
        no_header=not table.headings,
        kind=options.as_kind or base.said.kind or whole.kind,
        date_order=options.date_order or base.said.date_order or whole.date_order,
        country=options.country or base.said.country or whole.country,
        encoding=(options.encoding or base.said.encoding) if table.grid.encoding else "",
        delimiter=(options.delimiter or base.said.delimiter) if table.grid.delimiter else "",
    )
    wrong = layout_without_headings(width_of(table.grid.rows), name) if options.header_row else ""
    return Understood(
        record=replace(base, said=said),
        contradicted=said_of(store, table.moved.layout if table.moved else wrong),
        before=_as_read(known.said, table) if known else table.moved,
        country=said.country or options.default_country,
        date_order=said.date_order,
    )


def _as_read(before: Said, table: Table) -> Said:
    """Give what was said before without an encoding or a delimiter that the bytes of this file contradict."""
    grid = table.grid
    same = bool(before.encoding) and codecs.lookup(before.encoding).name == grid.encoding
    return replace(
        before,
        encoding=before.encoding if same else "",
        delimiter=before.delimiter if before.delimiter == grid.delimiter else "",
    )


def _columns(table: Table, before: Said, options: ImportOptions) -> tuple[SaidColumn, ...]:
    """Give the columns that were spoken about, of this table, and of earlier ones where this one lacks them."""
    earlier = {column.key: column for column in before.columns}
    places = numbered([column.heading for column in table.columns])
    kept: dict[str, SaidColumn] = {}
    for column, (heading, nth) in zip(table.columns, places):
        key = place_key(heading, nth)
        known = earlier.get(key)
        if known is not None and known.field == column.field and column.how in (TYPED, REMEMBERED):
            kept[key] = known
        elif column.how == TYPED:
            kept[key] = SaidColumn(heading=heading, nth=nth, field=column.field)
    here = {place_key(*place) for place in places}
    anew = {name for typed in options.mapping if stands_once(name := wanted_field(typed) or "")}
    absent = [c for key, c in earlier.items() if key not in here and c.field not in anew]
    return (*kept.values(), *absent)


def remember(
    store: Store, table: Table, understood: Understood, *, source: int, operation: int
) -> tuple[Say, ...]:
    """Keep what was said and how the list was read; give what is worth saying of it."""
    columns = [[c.heading, c.field, c.index, c.how.to_data()] for c in table.columns]
    store.update(
        "source",
        "id, layout, columns",
        [(source, understood.record.said.layout, json.dumps(columns, ensure_ascii=False))],
    )
    changed = keep_said(store, understood.record, operation=operation)
    _take_back(store, understood.contradicted, operation=operation)
    return tuple(_told(understood, source=source, changed=changed))


def _take_back(store: Store, record: SaidRecord | None, *, operation: int) -> None:
    """Let go of what no longer holds; what was said of columns stays for lists that have them."""
    if record is None:
        return
    if record.said.pointed and not record.said.no_header:
        said = replace(record.said, header_row=None, pointed=False)
        keep_said(store, replace(record, said=said), operation=operation)
    else:
        store.delete("mapping", [record.id])


def _told(understood: Understood, *, source: int, changed: bool) -> Iterator[Say]:
    said, before = understood.record.said, understood.before
    ref = f"s{source}"
    if before is not None and (used := _still_said(before, said).words()):
        yield say("read as you said last time: {what}; `smbcrm mapping show {id}`", what=used, id=ref)
    if changed:
        yield say("this is remembered for the next such list: `smbcrm mapping show {id}`", id=ref)


def _still_said(before: Said, now: Said) -> Said:
    """Give what was said before and holds still."""
    return Said(
        columns=tuple(c for c in now.columns if c in before.columns),
        header_row=before.header_row if before.header_row == now.header_row else None,
        no_header=before.no_header and now.no_header,
        kind=before.kind if before.kind == now.kind else "",
        date_order=before.date_order if before.date_order == now.date_order else "",
        country=before.country if before.country == now.country else "",
        encoding=before.encoding if before.encoding == now.encoding else "",
        delimiter=before.delimiter if before.delimiter == now.delimiter else "",
    )
