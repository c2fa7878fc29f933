"""The choosing of fields: from headings and values to what each column means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from smbcrm.core.column_letters import column_letter
from smbcrm.core.fields import FIELDS, IGNORED, KNOWN_BY, NAMES, PHONES
from smbcrm.core.headers import (
    HeaderTable,
    path_beginnings,
    shared_beginning,
)
from smbcrm.core.money import unit_in_heading
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.columns import profile_column
from smbcrm.core.sheets.looks.own_export import REJECTS, is_rejects, own_heading, recognise_own_export
from smbcrm.core.sheets.meaning.bank_statements import is_bank_statement
from smbcrm.core.sheets.meaning.birth_parts import find_birth_date, find_birth_parts
from smbcrm.core.sheets.meaning.by_values import find_in_values, name_by_what_describes_him
from smbcrm.core.sheets.meaning.drafts import (
    BY_VALUES,
    CHOSEN,
    ENDS_IN_NAME,
    IN_PART,
    KNOWN,
    OURS,
    REMEMBERED,
    TYPED,
    UNKNOWN,
    Draft,
    propose,
    settle_ambiguous,
)
from smbcrm.core.sheets.meaning.firms_beside_people import take_names_of_firms
from smbcrm.core.sheets.meaning.fitting import fit_to_kind, single_out
from smbcrm.core.sheets.meaning.kind_of_rows import kind_of_rows
from smbcrm.core.sheets.meaning.not_theirs import (
    SENT_BY,
    leave_both_ends,
    leave_the_accounts,
    leave_the_own_address,
    leave_the_shops,
    leave_who_serves,
    take_the_sender,
)
from smbcrm.core.sheets.meaning.people import speaks_of_customers
from smbcrm.core.sheets.meaning.said import numbered, place_key, stands_once, wanted_field
from smbcrm.core.text import clean, header_key

# What a heading of several meanings nearly always means; not worth a word.
_PLAIN = PHONES | {
    "name",
    "first_name",
    "last_name",
    "city",
    "district",
    "province",
    "notes",
    "birth_date",
    "address",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: what it means, how that was found, and under which name its values are kept.

    `field` is empty when the meaning is not known; the values are then kept under `key`, the heading made unique.
    A column set aside on purpose has the field `ignored` and no key.
    """

    index: int
    heading: str
    field: str = ""
    key: str = ""
    unit: str = ""
    how: Say = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumns:
    """What every column means, what one row is, and what was guessed; `unmapped` are `--map` fields without a column.

    `own` tells that this program wrote the sheet, `people` that its columns plainly speak of customers, `bank` that they are those of
    the statement of an account, `by_owner` that a person said what one row is or which column is which.
    """

    columns: tuple[Column, ...]
    kind: str
    notes: tuple[Say, ...]
    unmapped: tuple[str, ...] = ()
    own: bool = False
    people: bool = True
    bank: bool = False
    by_owner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingWishes:
    """What a person, or an earlier import, has decided already.

    `mapping` gives for a field the heading or letter of its column, or of several; `remembered` the field of a column by
    `sheets.remembered.place_key`. The field `-` keeps a column as the owner's own.
    """

    as_kind: str = ""
    mapping: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)


_NO_DAY = say("no column tells on which day these sales were made; --map date=COLUMN names one")


def map_columns(
    headings: Sequence[str],
    values: Sequence[Sequence[str]],
    headers: HeaderTable,
    *,
    wishes: MappingWishes,
    has_headings: bool = True,
    places: Sequence[int] = (),
) -> MappedColumns:
    """Give what each column means; `values[i]` are the cells under `headings[i]`.

    `places[i]` is where that column stands in the sheet (left out: at i).
    """
    drafts = [
        Draft(index=i, heading=heading, values=column, profile=profile_column(column))
        for i, heading, column in zip(places or range(len(headings)), headings, values)
    ]
    notes: list[Say] = []
    unmapped = _apply_wishes(drafts, wishes)
    own = recognise_own_export([d.heading for d in drafts], values) if has_headings else {}
    if own:
        notes.append(say("this is a list made by smbcrm: ids are taken back, computed columns are left out"))
    _propose_all(drafts, headers, own=own, has_headings=has_headings)
    kind, said = kind_of_rows(drafts, wishes.as_kind or ("customers" if own else ""))
    notes += said
    _settle_all(drafts, kind, own=bool(own), has_headings=has_headings)
    for draft in drafts:
        notes.extend(_said(draft))
    if kind == "purchases" and not any(d.field in FIELDS and FIELDS[d.field].key == "date" for d in drafts):
        notes.append(_NO_DAY)
    who_is_said = own or wishes.as_kind or any(d.fixed for d in drafts if d.field in KNOWN_BY)
    return MappedColumns(
        columns=_columns(drafts, own=bool(own)),
        kind=kind,
        notes=tuple(notes),
        unmapped=unmapped,
        own=bool(own),
        by_owner=bool(own or wishes.as_kind or wishes.mapping),
        bank=has_headings and not who_is_said and is_bank_statement(drafts),
        people=bool(own or wishes.as_kind or not has_headings) or speaks_of_customers(drafts),
    )


def _propose_all(
    drafts: list[Draft], headers: HeaderTable, *, own: Mapping[str, str], has_headings: bool
) -> None:
    """Give every column that nobody decided on the fields that its heading may mean."""
    headings = [d.heading for d in drafts]
    picked_out = has_headings and is_rejects(headings)
    if picked_out:
        _leave_out_places(drafts)
    shared = tuple(filter(None, (*path_beginnings(headings, headers), shared_beginning(headings))))
    for draft in drafts:
        if not draft.fixed and header_key(draft.heading) in own:
            draft.settle(own[header_key(draft.heading)], OURS)
            draft.fixed = True
        elif not draft.fixed and has_headings:
            propose(draft, headers, shared=shared)
        if picked_out and draft.doubted == "row_number":  # of rows that were picked out the numbers have gaps
            draft.settle(draft.doubted, KNOWN)
            draft.doubted = ""


def _settle_all(drafts: list[Draft], kind: str, *, own: bool, has_headings: bool) -> None:
    """Decide what every column means in a sheet of this kind, where nobody said it and its heading alone does not tell."""
    settle_ambiguous(drafts, kind)
    if not own:
        name_by_what_describes_him(drafts)
        take_names_of_firms(drafts)
    fit_to_kind(drafts, kind)
    find_in_values(drafts, only_values=not has_headings, events=kind != "customers")
    if kind == "customers":
        find_birth_parts(drafts)
        find_birth_date(drafts)
    if not own:
        leave_the_shops(drafts, kind)
        leave_the_accounts(drafts, kind)
        leave_the_own_address(drafts)
        take_the_sender(drafts)
        leave_both_ends(drafts)
        leave_who_serves(drafts)
    single_out(drafts)
    _give_way(drafts)


def _apply_wishes(drafts: list[Draft], wishes: MappingWishes) -> tuple[str, ...]:
    places = numbered([d.heading or f"column_{column_letter(d.index)}" for d in drafts])
    for draft, (heading, nth) in zip(drafts, places):
        remembered = wishes.remembered.get(place_key(heading, nth))
        if remembered is not None and (remembered == "" or remembered in FIELDS or remembered == IGNORED):
            draft.settle(remembered, REMEMBERED)
            draft.fixed = True
    missing = []
    for typed, targets in wishes.mapping.items():
        wanted = wanted_field(typed)
        for target in (targets,) if isinstance(targets, str) else targets:
            hits = [d for d in drafts if d.heading and header_key(d.heading) == header_key(target)]
            hits = hits or [d for d in drafts if column_letter(d.index) == target.strip().upper()]
            if not hits or wanted is None:
                missing.append(typed)
                continue
            hits[0].settle(wanted, TYPED)
            hits[0].fixed = True
    return tuple(dict.fromkeys(missing))


def _leave_out_places(drafts: list[Draft]) -> None:
    """Leave out where rejected rows stood: it came from us, not from the owner's list."""
    for draft in drafts[: len(REJECTS)]:
        if not draft.fixed:
            draft.settle(IGNORED, say("tells where a rejected row stood"))
            draft.fixed = True


def _give_way(drafts: list[Draft]) -> None:
    """Let a column that only looks like a field give way to the one that a person says it is."""
    told = {d.field for d in drafts if d.fixed and stands_once(d.field)}
    for draft in drafts:
        if draft.field in told and not draft.fixed:
            draft.settle("", say("another column was taken as {field}: kept as it is", field=draft.field))


def _said(draft: Draft) -> list[Say]:
    name = draft.heading or column_letter(draft.index)
    if draft.doubted and not draft.field:
        return [
            say("column {column} does not look like {field}: kept as it is", column=name, field=draft.doubted)
        ]
    if draft.field == "name" and draft.how == SENT_BY:
        told = "{column} is taken for the customer: who sends or books is the one who buys; for whom it was is kept beside"
        return [say(told, column=name)]
    if draft.field and draft.turned:
        return [say("column {column} is taken as {field}", column=name, field=draft.field)]
    plainly = draft.how == CHOSEN and draft.field in _PLAIN
    if draft.field and not plainly and draft.how in (CHOSEN, IN_PART, ENDS_IN_NAME, BY_VALUES):
        return [say("column {column} is taken as {field}", column=name, field=draft.field)]
    return []


def _columns(drafts: list[Draft], *, own: bool) -> tuple[Column, ...]:
    used: dict[str, int] = {} if own else {"_extra": 1}
    columns = []
    for draft in drafts:
        heading = clean(draft.heading) or f"column_{column_letter(draft.index)}"
        spec = FIELDS.get(draft.field)
        column = Column(index=draft.index, heading=heading, field=draft.field, how=draft.how)
        if draft.field == IGNORED or (spec and spec.read == "counter"):
            columns.append(replace(column, field=IGNORED))
        elif spec and spec.key:
            unit = unit_in_heading(draft.heading) if spec.read == "money" else ""
            columns.append(replace(column, key=spec.key, unit=unit))
        else:
            heading = own_heading(heading) if own else heading
            used[heading] = used.get(heading, 0) + 1
            key = heading if used[heading] == 1 else f"{heading} ({used[heading]})"
            columns.append(replace(column, field="", key=key))
    return tuple(columns)


def names_somebody(columns: Sequence[Column]) -> bool:
    """Tell whether any column says who a customer is."""
    return any(c.field in KNOWN_BY for c in columns)


def clear_without_headings(columns: Sequence[Column]) -> bool:
    """Tell whether a name and one key were found among columns without headings."""
    fields = {c.field for c in columns}
    return bool(fields & NAMES) and bool(fields & (PHONES | {"email", "national_id"}))
