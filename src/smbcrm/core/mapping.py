"""The choosing of fields: from headings and values to what each column means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from smbcrm.core.choosing import Surroundings, fit, preference, suits
from smbcrm.core.columns import ColumnProfile, profile_column
from smbcrm.core.fields import FIELDS, IGNORED, KNOWN_BY, MANY, NAMES, PHONES, field_named
from smbcrm.core.headers import HeaderTable
from smbcrm.core.kinds import ColumnReading, decide_kind
from smbcrm.core.money import unit_in_heading
from smbcrm.core.own_export import recognise_own_export
from smbcrm.core.say import Say, say
from smbcrm.core.text import clean, fold, header_key

_TYPED = say("given with --map")
_REMEMBERED = say("as decided for the same headings before")
_KNOWN = say("the heading is known")
_CHOSEN = say("the heading can mean several things; the values and the columns beside it decide")
_PART = say("part of the heading is known")
_VALUES = say("read from the values, not from the heading")
_UNKNOWN = say("the heading is not known: kept as it is")


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
    how: Say = _UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumns:
    """What every column means, what one row is, and what was guessed; `unmapped` are `--map` fields without a column."""

    columns: tuple[Column, ...]
    kind: str
    notes: tuple[Say, ...]
    unmapped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingWishes:
    """What a person, or an earlier import, has decided already."""

    as_kind: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class _Draft:
    index: int
    heading: str
    values: Sequence[str]
    profile: ColumnProfile
    candidates: tuple[str, ...] = ()
    how: Say = _UNKNOWN
    fixed: bool = False
    doubted: str = ""  # the field the heading names but the values contradict

    @property
    def field(self) -> str:
        return self.candidates[0] if len(self.candidates) == 1 else ""

    def settle(self, field: str, how: Say | None = None) -> None:
        self.candidates = (field,) if field else ()
        self.how = how or (self.how if field else _UNKNOWN)


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
        _Draft(index=i, heading=heading, values=column, profile=profile_column(column))
        for i, heading, column in zip(places or range(len(headings)), headings, values)
    ]
    notes: list[Say] = []
    unmapped = _apply_wishes(drafts, wishes)
    own = recognise_own_export([d.heading for d in drafts], values) if has_headings else {}
    if own:
        notes.append(say("this is a list made by smbcrm: ids are taken back, computed columns are left out"))
    for draft in drafts:
        if not draft.fixed and header_key(draft.heading) in own:
            draft.settle(own[header_key(draft.heading)], say("a column of our own list"))
            draft.fixed = True
        elif not draft.fixed and has_headings:
            _propose(draft, headers)
    kind, why = decide_kind(
        [ColumnReading(fields=d.candidates, profile=d.profile, distinct=_distinct(d)) for d in drafts]
    )
    if wishes.as_kind:
        kind = wishes.as_kind
    elif kind != "customers":
        notes.append(say("taken as {kind}: {why}; --as decides otherwise", kind=kind, why=why))
    _settle_ambiguous(drafts, kind)
    _fit_to_kind(drafts, kind)
    _find_in_values(drafts, kind=kind, only_values=not has_headings)
    _single_out(drafts)
    for draft in drafts:
        notes.extend(_said(draft))
    return MappedColumns(columns=_columns(drafts), kind=kind, notes=tuple(notes), unmapped=unmapped)


def column_letter(index: int) -> str:
    """Give the letters a spreadsheet shows over a column.

    >>> [column_letter(i) for i in (0, 25, 26, 701, 702)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA']
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _apply_wishes(drafts: list[_Draft], wishes: MappingWishes) -> tuple[str, ...]:
    for draft in drafts:
        remembered = wishes.remembered.get(header_key(draft.heading)) if draft.heading else None
        if remembered is not None and (remembered == "" or remembered in FIELDS or remembered == IGNORED):
            draft.settle(remembered, _REMEMBERED)
            draft.fixed = True
    missing = []
    for typed, target in wishes.mapping.items():
        wanted = field_named(typed)
        hits = [d for d in drafts if d.heading and header_key(d.heading) == header_key(target)]
        hits = hits or [d for d in drafts if column_letter(d.index) == target.strip().upper()]
        if not hits or not wanted:
            missing.append(typed)
            continue
        hits[0].settle(wanted, _TYPED)
        hits[0].fixed = True
    return tuple(missing)


def _propose(draft: _Draft, headers: HeaderTable) -> None:
    exact = headers.fields(draft.heading)
    candidates, how = (exact, _KNOWN if len(exact) == 1 else _CHOSEN) if exact else ((), _UNKNOWN)
    fitting = tuple(f for f in candidates if suits(f, draft.profile))
    if candidates and not fitting:
        draft.doubted = candidates[0]
    if not exact:
        inside = headers.fields_inside(draft.heading)
        # A longer heading may speak of something else: its values must agree more clearly.
        fitting, how = tuple(f for f in inside if fit(f, draft.profile) >= 0.6), _PART
    if fitting:
        draft.candidates, draft.how = fitting, how


def _settle_ambiguous(drafts: list[_Draft], kind: str) -> None:
    for _ in range(2):  # names first: what a bare "name" means decides what "account" means
        for draft in sorted(drafts, key=lambda d: (len(d.candidates), d.index)):
            if len(draft.candidates) < 2:
                continue
            settled = frozenset(d.field for d in drafts if d.field and d is not draft)
            around = Surroundings(settled=settled, kind=kind, holds_names=_holds_names(draft, drafts))
            ranked = sorted(draft.candidates, key=lambda f: -preference(f, draft.profile, around))
            draft.settle(ranked[0])


def _holds_names(draft: _Draft, drafts: list[_Draft]) -> bool:
    first = next((d for d in drafts if d.field == "first_name" and d is not draft), None)
    if first is None:
        return False
    pairs = [(fold(a), fold(b)) for a, b in zip(first.values[:200], draft.values[:200]) if a.strip() and b.strip()]
    return not pairs or sum(a in b for a, b in pairs) * 2 >= len(pairs)


def _fit_to_kind(drafts: list[_Draft], kind: str) -> None:
    """Turn the fields of sales into those of customers on a list of customers, and the other way round."""
    turn = _ON_CUSTOMERS if kind == "customers" else _ON_OTHERS.get(kind, {})
    for draft in drafts:
        target = turn.get(draft.field)
        if draft.fixed or target is None:
            continue
        taken = any(d.field == target for d in drafts)
        if target == "" or taken or not suits(target, draft.profile):
            target = "" if FIELDS[draft.field].sales and kind == "customers" else draft.field
        if target != draft.field:
            draft.settle(target, say("the heading is known; on a list of {kind} it means {field}", kind=kind, field=target) if target else None)
    if kind == "interactions" and not any(d.field == "kind" for d in drafts):
        for draft in drafts:
            if draft.field in ("customer_type", "source", "status", "") and not draft.fixed and draft.profile.touch >= 0.5:
                draft.settle("kind", _VALUES)
                break


_ON_CUSTOMERS = {
    "amount": "total_spent", "date": "created_at", "invoice_date": "last_purchase_date", "contact_date": "last_contact_date",
    "paid_date": "", "due_date": "", "survey_date": "", "unit_price": "", "subtotal": "", "discount": "", "quantity": "", "rating": "",
    "product": "", "kind": "", "duration": "", "text": "notes", "order_id": "customer_code", "year": "birth_year",
    "month": "birth_month", "day": "birth_day",
}  # fmt: skip
_ON_OTHERS = {
    "purchases": {"total_spent": "amount", "created_at": "date", "last_purchase_date": "date", "invoice_date": "date"},
    "payments": {"total_spent": "amount", "balance": "amount"},
    "interactions": {"created_at": "date", "notes": "text", "last_contact_date": "date"},
    "ratings": {"created_at": "date", "notes": "text", "satisfaction": "rating", "own_score": "rating", "points": "rating"},
}


def _find_in_values(drafts: list[_Draft], *, kind: str, only_values: bool) -> None:
    """Give phones, e-mails and names a field where no heading told."""
    free = [d for d in drafts if not d.candidates and not d.fixed and d.profile.filled]
    known = {d.field for d in drafts}
    if "email" not in known:
        for draft in free:
            if draft.profile.email >= 0.6:
                draft.settle("email", _VALUES)
    if not known & PHONES:
        for draft in free:
            if not draft.candidates and draft.profile.dialled >= 0.6 and draft.profile.national < 0.8:
                draft.settle("phone", _VALUES)
    free = [d for d in free if not d.candidates]
    if only_values:
        for draft in free:
            if draft.profile.national >= 0.8:
                draft.settle("national_id", _VALUES)
                break
    if not known & {"name", "first_name", "last_name"} and (only_values or "company" not in known):
        _find_name([d for d in free if not d.candidates and not d.doubted])


def _find_name(free: list[_Draft]) -> None:
    likely = [
        (d.profile.given + 0.5 * d.profile.distinct + 0.3 * (1.5 <= d.profile.words <= 3.5), -d.index, d)
        for d in free
        if d.profile.letters >= 0.9 and d.profile.email < 0.1 and d.profile.words <= 4.5 and d.profile.some_digit < 0.2
        and (d.profile.given >= 0.2 or (d.profile.distinct >= 0.7 and 1.5 <= d.profile.words <= 3.5))
    ]
    if not likely:
        return
    best = max(likely, key=lambda item: item[:2])[2]
    if best.profile.words < 1.3:
        for other in free:
            apart = other.index - best.index
            alike = other.profile.letters >= 0.9 and other.profile.words < 1.6 and other.profile.distinct >= 0.3
            if abs(apart) == 1 and alike and other.profile.some_digit < 0.1:
                best.settle("first_name", _VALUES)
                other.settle("last_name", _VALUES)
                return
    best.settle("name", _VALUES)


def _single_out(drafts: list[_Draft]) -> None:
    """Let one column only have a field that cannot be shared; the others are kept under their headings."""
    best: dict[str, _Draft] = {}
    for draft in sorted(drafts, key=lambda d: (not d.fixed, d.how == _PART, -round(fit(d.field, d.profile), 1) if d.field in FIELDS else 0, d.index)):
        spec = FIELDS.get(draft.field)
        if spec is None or spec.key in MANY or spec.read in ("name", "text", "lines", "own", "phone", "email", "tags"):
            continue
        if draft.field in best:
            draft.settle("", say("another column was taken as {field}: kept as it is", field=draft.field))
        best.setdefault(draft.field, draft)


def _said(draft: _Draft) -> list[Say]:
    name = draft.heading or column_letter(draft.index)
    if draft.doubted and draft.field != draft.doubted:
        return [say("column {column} does not look like {field}: kept as it is", column=name, field=draft.doubted)]
    if draft.field and draft.how in (_CHOSEN, _PART, _VALUES):
        return [say("column {column} is taken as {field}", column=name, field=draft.field)]
    return []


def _columns(drafts: list[_Draft]) -> tuple[Column, ...]:
    used: dict[str, int] = {"_extra": 1}
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
            used[heading] = used.get(heading, 0) + 1
            key = heading if used[heading] == 1 else f"{heading} ({used[heading]})"
            columns.append(replace(column, field="", key=key))
    return tuple(columns)


def _distinct(draft: _Draft) -> float:
    filled = [value for value in draft.values if value] if KNOWN_BY.intersection(draft.candidates) else []
    return len(set(filled)) / len(filled) if filled else 1.0


def names_somebody(columns: Sequence[Column]) -> bool:
    """Tell whether any column says who a customer is."""
    return any(c.field in KNOWN_BY for c in columns)


def clear_without_headings(columns: Sequence[Column]) -> bool:
    """Tell whether a name and one key were found among columns without headings."""
    fields = {c.field for c in columns}
    return bool(fields & NAMES) and bool(fields & (PHONES | {"email", "national_id"}))
