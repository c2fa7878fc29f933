"""How every list is read: what the owner said about it, and what was found out without him."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.column_letters import column_letter
from smbcrm.core.say import Say, from_data, say
from smbcrm.core.sheets.meaning.drafts import REMEMBERED, TYPED, UNKNOWN
from smbcrm.core.sheets.meaning.said import (
    Said,
    is_unheaded,
    layout_of,
    layout_without_headings,
    numbered,
    place_key,
    stands_once,
)
from smbcrm.errors import NotFoundError
from smbcrm.usecases.importing.said_records import SaidRecord, load_said
from smbcrm.usecases.ports import Store

WHY = {
    "map": TYPED,
    "set": say("set with `smbcrm mapping set`"),
    "file": say("from a file you brought in with `smbcrm mapping import`"),
}
FORGOTTEN = say("as it was told when the list was read; forgotten since")


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumn:
    """One column of a list: what it is taken for, by whom ("owner" or "auto"), and why. An empty field: kept as it is."""

    column: str  # its letter
    heading: str
    nth: int
    field: str
    by: str
    why: Say

    @property
    def key(self) -> str:
        """What it is looked up by."""
        return place_key(self.heading, self.nth)

    @property
    def shown(self) -> str:
        """The heading, with which one it is where several are the same."""
        return self.heading if self.nth == 1 else f"{self.heading} ({self.nth})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMapping:
    """How lists with the same headings are read. `sources` are those that were read so; `id` is the first of them."""

    id: str
    name: str
    files: tuple[str, ...]
    kind: str
    columns: tuple[MappedColumn, ...]
    record: SaidRecord
    sources: tuple[int, ...]

    @property
    def said(self) -> Said:
        """What the owner said."""
        return self.record.said


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    id: int
    name: str
    file: str
    kind: str
    layout: str
    columns: tuple[MappedColumn, ...]


def list_mappings(store: Store) -> list[ListMapping]:
    """Give how every list is read, by the first source that was read so; what has no list yet comes last."""
    said = {record.said.layout: record for record in load_said(store)}
    groups: dict[str, list[_Source]] = {}
    for source in _sources(store):
        groups.setdefault(source.layout, []).append(source)
    found = [_of_sources(sources, said.pop(layout, None)) for layout, sources in groups.items()]
    return sorted(found, key=lambda one: one.sources) + [_of_record(record) for record in said.values()]


def find_mapping(store: Store, ref: str) -> ListMapping:
    """Give how one list is read: named by its id, by any source of it, or by its name.

    Raises NotFoundError when there is none.
    """
    wanted = ref.strip()
    number = wanted[1:] if wanted[:1] in "sS" and wanted[1:].isdecimal() else ""
    for one in list_mappings(store):
        if number and int(number) in one.sources:
            return one
        if wanted.lower() == one.id or wanted == one.name or wanted.lower() == f"m{one.record.id}":
            return one
    raise NotFoundError(
        say("no list is read as {ref}", ref=ref), say("`smbcrm mapping` shows the lists and their ids")
    )


def _sources(store: Store) -> list[_Source]:
    """Give the sources, oldest first; the newest version of the same headings counts, so it comes last in its group."""
    found = []
    for number, name, file, kind, layout, columns, headings in store.read(
        "SELECT id, name, file, kind, layout, columns, headings FROM source WHERE kind <> 'owner' ORDER BY operation, id"
    ):
        read = json.loads(columns) or [
            [heading, field, place, UNKNOWN.to_data()]
            for place, (heading, field, *_) in enumerate(json.loads(headings))
        ]
        if not read:
            continue
        mapped = _columns(read)
        names = [column.heading for column in mapped]
        if not layout:
            bare = all(map(is_unheaded, names))
            layout = layout_without_headings(len(names), name) if bare else layout_of(names)
        found.append(_Source(id=number, name=name, file=file, kind=kind, layout=layout, columns=mapped))
    return found


def _columns(read: Sequence[Sequence[object]]) -> tuple[MappedColumn, ...]:
    places = numbered([str(heading) for heading, *_ in read])
    return tuple(
        MappedColumn(
            column=column_letter(int(str(place))), heading=heading, nth=nth, field=str(field), by="auto",
            why=from_data(how if isinstance(how, list) else None),
        )
        for (_, field, place, how), (heading, nth) in zip(read, places)
    )  # fmt: skip


def _of_sources(sources: Sequence[_Source], record: SaidRecord | None) -> ListMapping:
    newest = sources[-1]
    ids = tuple(sorted(source.id for source in sources))
    if record is None:
        headings = tuple(column.heading for column in newest.columns)
        bare = all(map(is_unheaded, headings))
        said = Said(layout=newest.layout, name=newest.name, no_header=bare)
        record = SaidRecord(id=0, said=said, headings=headings)
    return ListMapping(
        id=f"s{ids[0]}",
        name=newest.name,
        files=tuple(dict.fromkeys(source.file for source in sorted(sources, key=lambda one: one.id))),
        kind=record.said.kind or newest.kind,
        columns=_with_said(newest.columns, record.said),
        record=record,
        sources=ids,
    )


def _of_record(record: SaidRecord) -> ListMapping:
    places = enumerate(record.headings)
    columns = _columns([[heading, "", place, UNKNOWN.to_data()] for place, heading in places])
    return ListMapping(
        id=f"m{record.id}",
        name=record.said.name,
        files=(),
        kind=record.said.kind or "customers",
        columns=_with_said(columns, record.said),
        record=record,
        sources=(),
    )


def _with_said(columns: Sequence[MappedColumn], said: Said) -> tuple[MappedColumn, ...]:
    """Lay what the owner said over what was found out; a column that only he knows of comes last."""
    told = {column.key: column for column in said.columns}
    taken = {column.field for column in said.columns if stands_once(column.field)}
    found = []
    for column in columns:
        mine = told.pop(column.key, None)
        if mine is not None:
            column = _replaced(column, field=mine.field, by="owner", why=WHY[mine.how])
        elif column.why in (TYPED, REMEMBERED):
            column = _replaced(column, field=column.field, by="auto", why=FORGOTTEN)
        elif column.field in taken:
            why = say("another column was taken as {field}: kept as it is", field=column.field)
            column = _replaced(column, field="", by="auto", why=why)
        found.append(column)
    rest = [
        MappedColumn(column="", heading=c.heading, nth=c.nth, field=c.field, by="owner", why=WHY[c.how])
        for c in told.values()
    ]
    return (*found, *rest)


def _replaced(column: MappedColumn, *, field: str, by: str, why: Say) -> MappedColumn:
    return MappedColumn(
        column=column.column, heading=column.heading, nth=column.nth, field=field, by=by, why=why
    )
