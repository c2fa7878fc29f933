"""What the owner said about how to read his lists, as the store keeps it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.sheets.meaning.said import Memory, Said, SaidColumn, layout_without_headings
from smbcrm.usecases.ports import Store

_COLUMNS = "id, layout, name, headings, columns, header_row, pointed, no_header, kind, date_order, country, encoding, delimiter, operation"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRecord:
    """What was said of lists of one layout; `headings` are those of the list it was first said of. `id` 0 is not kept yet."""

    id: int
    said: Said
    headings: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Tell whether nothing was said."""
        return not self.said.words()


def load_said(store: Store, layout: str | None = None) -> list[SaidRecord]:
    """Give what was said, of one layout or of all, oldest first."""
    found = store.read(
        f"SELECT {_COLUMNS} FROM mapping WHERE ? IS NULL OR layout = ? ORDER BY id", [layout, layout]
    )
    return [
        SaidRecord(
            id=number,
            headings=tuple(json.loads(headings)),
            said=Said(
                layout=key,
                name=name,
                columns=tuple(
                    SaidColumn(heading=heading, nth=nth, field=field, how=how)
                    for heading, nth, field, how in json.loads(columns)
                ),
                header_row=header_row,
                pointed=bool(pointed),
                no_header=bool(no_header),
                kind=kind,
                date_order=date_order,
                country=country,
                encoding=encoding,
                delimiter=delimiter,
            ),
        )
        for number, key, name, headings, columns, header_row, pointed, no_header, kind, date_order, country, encoding, delimiter, _ in found
    ]


def said_of(store: Store, layout: str) -> SaidRecord | None:
    """Give what was said of lists of a layout."""
    return next(iter(load_said(store, layout)), None) if layout else None


def bytes_said(store: Store) -> list[tuple[str, tuple[str, str]]]:
    """Give the names of the files for which an encoding or a delimiter was given, with these, the latest first."""
    found = store.read(
        "SELECT s.file, m.encoding, m.delimiter FROM source s JOIN mapping m ON m.layout = s.layout AND m.layout <> '' "
        "WHERE m.encoding <> '' OR m.delimiter <> '' ORDER BY s.operation DESC, s.id DESC"
    )
    return [(name, (encoding, delimiter)) for name, encoding, delimiter in found]


def bytes_of(file: str, told: Sequence[tuple[str, tuple[str, str]]]) -> tuple[str, str]:
    """Give what was told, as `bytes_said` gives it, for a file of this name, or for an earlier version of it; "" where nothing was."""
    for name, how in told:
        if name == file:
            return how
    if not told:
        return "", ""
    # Deferred: it knows of columns, which a file that is the same needs not.
    from smbcrm.core.sheets.versions.versions import same_family

    return next((how for name, how in told if same_family(name, file)), ("", ""))


def keep_said(store: Store, record: SaidRecord, *, operation: int) -> bool:
    """Write what was said, or take it out where nothing is said any more; tell whether that changed anything."""
    if record.empty:
        return bool(record.id and store.delete("mapping", [record.id]))
    said = record.said
    row = (
        said.layout, said.name, _json(record.headings), _json(_sorted_columns(said)),
        said.header_row, int(said.pointed), int(said.no_header), said.kind, said.date_order, said.country,
        said.encoding, said.delimiter,
    )  # fmt: skip
    if not record.id:
        store.insert("mapping", _COLUMNS, [(store.allocate("mapping"), *row, operation)])
        return True
    changed = store.update("mapping", _COLUMNS.removesuffix(", operation"), [(record.id, *row)])
    if changed:
        store.update("mapping", "id, operation", [(record.id, operation)])
    return bool(changed)


def _sorted_columns(said: Said) -> list[list[object]]:
    return [[c.heading, c.nth, c.field, c.how] for c in sorted(said.columns, key=lambda one: one.key)]


def memory_for(records: Sequence[SaidRecord], name: str) -> Memory:
    """Give what may hold for a list of this name."""
    bare = [record for record in records if record.said.no_header]
    like = {
        len(record.headings): record.said
        for record in bare
        if record.said.layout == layout_without_headings(len(record.headings), name)
    }
    return Memory(
        headed={record.said.layout: record.said for record in records if not record.said.no_header},
        same_name={width: said for width, said in like.items() if said.name == name},
        like_name=like,
    )


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
