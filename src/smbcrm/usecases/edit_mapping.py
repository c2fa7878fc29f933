"""Say in which way lists are read from now on, or take back what was said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from smbcrm.core.fields import FIELDS, KINDS
from smbcrm.core.say import say
from smbcrm.core.sheets.meaning.said import Said, SaidColumn, holds_one, place_key, stands_once, wanted_field
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.importing.said_records import SaidRecord, keep_said, said_of
from smbcrm.usecases.list_mappings import ListMapping, MappedColumn, find_mapping, list_mappings
from smbcrm.usecases.ports import Store

_NTH = re.compile(r"(.*\S)\s*\((\d+)\)")
_COMMON = (
    "name",
    "first_name",
    "last_name",
    "company",
    "mobile",
    "phone",
    "email",
    "city",
    "address",
    "notes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWishes:
    """What holds for a list as a whole; None leaves it as it is, an empty value takes back what was said."""

    kind: str | None = None
    date_order: str | None = None
    country: str | None = None
    header_row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedMapping:
    """A mapping as it is now, and whether it is another one than before."""

    mapping: ListMapping
    changed: bool


def set_mapping(
    store: Store, ref: str, columns: Sequence[tuple[str, str]], *, wishes: ListWishes, operation: int
) -> EditedMapping:
    """Decide what columns of a list mean: pairs of heading (or letter) and field, an empty field keeping the column as it is.

    Raises NotFoundError for a list or a column that is not there, UsageError for a field that does not exist.
    """
    mapping = find_mapping(store, ref)
    told = {column.key: column for column in mapping.said.columns}
    anew: dict[str, SaidColumn] = {}
    for heading, typed in columns:
        column = _column(mapping, heading)
        field = field_of(typed)
        if stands_once(field):  # what is said now stands in place of what was said of other columns before
            told = {key: one for key, one in told.items() if one.field != field}
        anew[column.key] = SaidColumn(heading=column.heading, nth=column.nth, field=field, how="set")
    refuse_too_many([(column.field, column.heading) for column in anew.values()])
    told.update(anew)
    said = replace(mapping.said, columns=tuple(told.values()))
    record = replace(mapping.record, said=_with_wishes(said, wishes))
    changed = keep_said(store, record, operation=operation)
    now = next((one for one in list_mappings(store) if one.said.layout == said.layout), mapping)
    return EditedMapping(mapping=now, changed=changed)


def refuse_too_many(pairs: Sequence[tuple[str, str]]) -> None:
    """Raise UsageError where one field is given to several of these columns and has room for one."""
    columns: dict[str, str] = {}
    for field, heading in pairs:
        other = columns.setdefault(field, heading)
        if holds_one(field) and other != heading:
            raise UsageError(
                say(
                    "{field} can be in one column only, not in {first} and {second}",
                    field=field,
                    first=other,
                    second=heading,
                ),
                say("say which one it is, and keep the other as your own: '{second}=-'", second=heading),
            )


def _with_wishes(said: Said, wishes: ListWishes) -> Said:
    if wishes.kind and wishes.kind not in KINDS:
        raise UsageError(
            say("{option} {value} is not known", option="--as", value=wishes.kind),
            say("choose one of: {allowed}", allowed=", ".join(KINDS)),
        )
    return replace(
        said,
        kind=said.kind if wishes.kind is None else wishes.kind,
        date_order=said.date_order if wishes.date_order is None else wishes.date_order,
        country=said.country if wishes.country is None else wishes.country,
        header_row=said.header_row if wishes.header_row is None else wishes.header_row or None,
        pointed=said.pointed if wishes.header_row in (None, said.header_row) else bool(wishes.header_row),
    )


def _column(mapping: ListMapping, typed: str) -> MappedColumn:
    wanted = typed.strip()
    keys = [place_key(wanted)]
    if several := _NTH.fullmatch(wanted):
        keys.append(place_key(several[1], int(several[2])))
    hits = [c for c in mapping.columns if c.shown == wanted]
    hits += [c for key in keys for c in mapping.columns if c.key == key]
    hits += [c for c in mapping.columns if c.column == wanted.upper()]
    if not hits:
        raise NotFoundError(
            say("{id} has no column {heading}", id=mapping.id, heading=typed),
            say("`smbcrm mapping show {id}` shows its columns", id=mapping.id),
        )
    return hits[0]


def field_of(typed: str) -> str:
    """Give the field that a person names, "" where he wants the column kept as it is.

    >>> field_of("Full-name"), field_of("-"), field_of("")
    ('name', '', '')
    """
    found = wanted_field(typed)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(typed.strip().lower(), FIELDS, n=4) or _COMMON
        raise UsageError(
            say("there is no field {field}", field=typed),
            say("use one like {fields}, or - to keep the column as it is", fields=", ".join(near)),
        )
    return found


def forget_mapping(store: Store, ref: str, *, operation: int) -> EditedMapping:
    """Take back all that was said about a list: it is read by its headings and values again."""
    mapping = find_mapping(store, ref)
    nothing = Said(layout=mapping.said.layout, name=mapping.said.name)
    changed = keep_said(store, replace(mapping.record, said=nothing), operation=operation)
    return EditedMapping(mapping=mapping, changed=changed)


def take_mappings(store: Store, records: Iterable[SaidRecord], *, operation: int) -> Mapping[str, int]:
    """Say what a file says about lists, in place of what was said of these before; give how many changed and how many did not."""
    counts = {"changed": 0, "unchanged": 0}
    for record in records:
        known = said_of(store, record.said.layout)
        if known is not None:
            record = replace(
                record,
                id=known.id,
                headings=known.headings,
                said=replace(
                    record.said,
                    name=known.said.name,
                    columns=_as_told(record.said, known.said),
                    pointed=_is_pointed(record.said, known.said),
                ),
            )
        counts["changed" if keep_said(store, record, operation=operation) else "unchanged"] += 1
    return counts


def _is_pointed(new: Said, old: Said) -> bool:
    """Tell whether a file says of a list we know that its headings stand in another row."""
    return old.pointed if new.header_row == old.header_row else new.header_row is not None


def _as_told(new: Said, old: Said) -> tuple[SaidColumn, ...]:
    """Give the columns of a file; what it only repeats was said as it was said before."""
    before = {column.key: column for column in old.columns}
    return tuple(
        before[c.key] if c.key in before and before[c.key].field == c.field else c for c in new.columns
    )
