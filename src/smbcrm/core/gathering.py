"""The columns of a table read and brought together, row by row, into the fields of a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from smbcrm.core import cells as reading
from smbcrm.core.cells import ReadColumn
from smbcrm.core.emails import parse_email_column
from smbcrm.core.fields import FIELDS, IGNORED, PLACE
from smbcrm.core.grid import Problem
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.money import unit_in_heading
from smbcrm.core.phones import decide_country, parse_phone_column
from smbcrm.core.places import SINGLE, PlacePart, put_together
from smbcrm.core.say import Say, say
from smbcrm.core.text import clean, has_persian

SHOWN_PROBLEMS = 20
"""So many odd cells of a column are named one by one; the rest are counted."""

_NAME_PARTS = ("first_name", "middle_name", "last_name", "name_suffix")
_DAMAGED_NUMBER = re.compile(r"^\d(?:[.,]\d+)?[eE]\+?\d+$|#")
_BAD_PHONE = say("not a valid phone number: kept as typed")
_BAD_EMAIL = say("not a valid e-mail address: kept as typed")


@dataclass(slots=True, kw_only=True)
class Gathered:
    """All fields of all rows: for each field one value a row (None where there is none).

    `aside` are the texts of each row that belong to no field, by heading; `bad` the fields of a row that look wrong;
    `damaged` those that cannot be used to know a customer by. `cells` are the raw columns by place.
    """

    country: str = ""
    fields: dict[str, list[object]] = field(default_factory=dict)
    aside: dict[int, dict[str, str]] = field(default_factory=dict)
    bad: dict[int, list[str]] = field(default_factory=dict)
    damaged: dict[int, set[str]] = field(default_factory=dict)
    notes: list[Say] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    cells: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def put_aside(self, row: int, heading: str, text: str) -> None:
        """Keep a text of a row under a heading; what stands there already stays, too."""
        kept = self.aside.setdefault(row, {})
        name, count = heading, 1
        while kept.get(name, text) != text:
            count += 1
            name = f"{heading} ({count})"
        kept[name] = text


def gather(table: Table, *, country: str, date_order: str) -> Gathered:
    """Give the fields of all rows of a table, column by column."""
    got = Gathered(cells=table.cells)
    by_key: dict[str, list[Column]] = {}
    for column in table.columns:
        if column.field != IGNORED:
            by_key.setdefault(column.key if column.field else "", []).append(column)
    _phones(got, table, by_key.pop("phones", []), country)
    _emails(got, table, by_key.pop("emails", []))
    _names(got, by_key, len(table.rows))
    _places(got, by_key, len(table.rows))
    _day_parts(got, by_key, date_order)
    currency = by_key.pop("unit", [])
    for key, columns in by_key.items():
        if key:
            _single(got, table, key, columns=columns, order=date_order)
    _money_units(got, table, currency)
    _derived(got, table)
    for column in by_key.get("", []):
        _keep_aside(
            got, column.key, reading.read_texts(got.cells[column.index], lines=True, nulls=False).values
        )
    for i, (number, _) in enumerate(table.rows):
        if table.aligned and number in table.aligned and table.aligned[number].extra:
            got.put_aside(i, "_extra", " | ".join(map(clean, table.aligned[number].extra)))
            got.problems.append(_ragged(number, shattered=table.aligned[number].shattered))
    return got


def _ragged(number: int, *, shattered: bool) -> Problem:
    if shattered:
        what = say("an amount is cut up at its thousands separators; the cells from there on are kept aside")
    else:
        what = say("more cells than headings: the extra ones are kept aside")
    return Problem(what=what, row=number)


def _phones(got: Gathered, table: Table, columns: Sequence[Column], country: str) -> None:
    values = [value for c in columns for value in got.cells[c.index] if value]
    persian = any(has_persian(text) for c in table.columns for text in (c.heading, *got.cells[c.index][:30]))
    got.country, why = decide_country(values, persian=persian, hint=country)
    if not columns:
        return
    got.notes.append(why)
    parsed = [parse_phone_column(got.cells[c.index], got.country or None) for c in columns]
    lists: list[object] = []
    if len(columns) == 1:
        lists = [_in_order(found) if found else None for found in parsed[0]]
    else:
        mobile = [c.field == "mobile" for c in columns]
        for row in zip(*parsed):
            ranked = [
                (not (p.kind == "mobile" or m and p.kind == ""), p.value)
                for m, found in zip(mobile, row)
                for p in found
            ]
            lists.append(tuple(dict.fromkeys(v for _, v in sorted(ranked, key=lambda r: r[0]))) or None)
    got.fields["phones"] = lists
    for column, numbers in zip(columns, parsed):
        doubts: dict[int, Say] = {}
        for i, found in enumerate(numbers):
            for phone in found:
                if not phone.valid:
                    doubts[i] = phone.why or _BAD_PHONE
                    if _DAMAGED_NUMBER.search(phone.value):
                        got.damaged.setdefault(i, set()).add("phones")
        _doubted(got, table, column, doubts=doubts, field="phones")


def _in_order(found: Sequence[object]) -> tuple[str, ...]:
    if len(found) == 1:
        return (found[0].value,)  # type: ignore[attr-defined]
    ranked = sorted(found, key=lambda phone: phone.kind != "mobile")  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(phone.value for phone in ranked))  # type: ignore[attr-defined]


def _emails(got: Gathered, table: Table, columns: Sequence[Column]) -> None:
    if not columns:
        return
    parsed = [parse_email_column(got.cells[c.index]) for c in columns]
    got.fields["emails"] = [
        tuple(dict.fromkeys(email.value for found in row for email in found)) or None for row in zip(*parsed)
    ]
    for column, found in zip(columns, parsed):
        doubts = {
            i: _BAD_EMAIL for i, row in enumerate(found) if row and not all(email.valid for email in row)
        }
        _doubted(got, table, column, doubts=doubts, field="emails")


def _names(got: Gathered, by_key: dict[str, list[Column]], rows: int) -> None:
    columns = [c for key in ("name", "first_name", "last_name") for c in by_key.pop(key, [])]
    parts: dict[str, list[object]] = {}
    for column in sorted(columns, key=lambda c: c.index):
        read = reading.read_names(got.cells[column.index])
        _note_doubts(got, column, read)
        if column.field in parts and column.field in _NAME_PARTS:
            parts[column.field] = [_both(a, b) for a, b in zip(parts[column.field], read.values)]
        elif column.field in parts:
            parts[column.field] = _fill_up(got, parts[column.field], column, read.values)
        else:
            parts[column.field] = read.values
    for name in ("first_name", "last_name"):
        if name in parts:
            got.fields[name] = parts[name]
    pieces = [parts[name] for name in _NAME_PARTS if name in parts]
    if pieces:
        whole = parts.get("name", [None] * rows)
        joined = [" ".join(str(p) for p in row if p) or None for row in zip(*pieces)]
        got.fields["name"] = [a or b for a, b in zip(whole, joined)]
    elif "name" in parts:
        got.fields["name"] = parts["name"]


def _both(first: object, second: object) -> object:
    return f"{first} {second}" if first and second and first != second else first or second


def _fill_up(got: Gathered, values: list[object], column: Column, more: Sequence[object]) -> list[object]:
    """Take the second column's value where the first has none; where both speak and differ, keep the second aside."""
    for i, (value, other) in enumerate(zip(values, more)):
        if other is not None and value is not None and other != value:
            got.put_aside(i, column.heading, str(other))
    return [other if value is None else value for value, other in zip(values, more)]


def _places(got: Gathered, by_key: dict[str, list[Column]], rows: int) -> None:
    keys = {FIELDS[name].key for name in PLACE}
    columns = sorted((c for key in keys for c in by_key.pop(key, [])), key=lambda c: c.index)
    parts = [PlacePart(field=c.field, heading=c.heading, values=_place_values(got, c)) for c in columns]
    found = put_together(parts, rows)
    for name in ("address", *SINGLE):
        if name in found.parts:
            got.fields[name] = found.parts[name]
    if any(found.addresses):
        got.fields["addresses"] = list(found.addresses)
    for heading, values in found.aside.items():
        for i, text in values.items():
            got.put_aside(i, heading, text)


def _place_values(got: Gathered, column: Column) -> list[object]:
    raw = got.cells[column.index]
    if column.field == "postal_code":
        return reading.read_codes(raw).values
    return reading.read_texts(raw, lines=column.field == "address").values


def _day_parts(got: Gathered, by_key: dict[str, list[Column]], order: str) -> None:
    """Put years, months and days that stand in columns of their own together."""
    for key in ("birth_date", "date"):
        columns = {
            c.field.removeprefix("birth_"): c for c in by_key.get(key, []) if FIELDS[c.field].read == "part"
        }
        if not columns:
            continue
        by_key[key] = [c for c in by_key[key] if FIELDS[c.field].read != "part"]
        if not by_key[key]:
            del by_key[key]
        if {"year", "month", "day"} <= columns.keys() and key not in by_key:
            parts = [
                reading.read_codes(got.cells[columns[name].index]).values for name in ("year", "month", "day")
            ]
            texts = [_day_text(*row) for row in zip(*parts)]
            read = reading.read_days(texts, order=order)
            got.fields[key] = read.values
            _note_doubts(got, columns["year"], read)
        else:
            for column in columns.values():
                _keep_aside(got, column.heading, reading.read_texts(got.cells[column.index]).values)


def _day_text(year: object, month: object, day: object) -> str:
    if not (month and day):
        return ""
    if not str(month).isdecimal():
        return f"{day} {month} {year or ''}".strip()
    if not year:
        return f"--{int(str(month)):02d}-{int(str(day)):02d}" if str(day).isdecimal() else ""
    return f"{year}/{month}/{day}"


def _single(got: Gathered, table: Table, key: str, *, columns: Sequence[Column], order: str) -> None:
    for column in columns:
        read = _read(got.cells[column.index], column.field, got.country, order=order)
        if FIELDS[column.field].read == "money" and column.field == "credit_balance":
            read.values = [-v if isinstance(v, int | float) else v for v in read.values]
        doubts = {i: why for i, why in read.doubts.items() if i not in read.lost}
        for i, text in read.lost.items():
            got.put_aside(i, column.heading, text)
        _doubted(
            got,
            table,
            column,
            doubts={**doubts, **{i: read.doubts.get(i, reading.NOT_UNDERSTOOD) for i in read.lost}},
            field=key,
        )
        if read.units:
            got.fields.setdefault(f"unit of {key}", list(read.units))
        if key not in got.fields:
            got.fields[key] = read.values
        elif key == "tags":
            got.fields[key] = [_both_tags(a, b) for a, b in zip(got.fields[key], read.values)]
        elif key in ("notes", "text"):
            got.fields[key] = [
                f"{a}\n{b}" if a and b and a != b else a or b for a, b in zip(got.fields[key], read.values)
            ]
        elif key == "balance":
            got.fields[key] = [_sum(a, b) for a, b in zip(got.fields[key], read.values)]
        else:
            got.fields[key] = _fill_up(got, got.fields[key], column, read.values)


def _both_tags(a: object, b: object) -> object:
    first, second = a or (), b or ()
    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    return tuple(dict.fromkeys((*first, *second))) or None


def _sum(a: object, b: object) -> object:
    if isinstance(a, int | float) and isinstance(b, int | float):
        return a + b
    return b if a is None else a


def _read(raw: Sequence[str], name: str, country: str, *, order: str) -> ReadColumn:
    kind = FIELDS[name].read
    readers: dict[str, Callable[[], ReadColumn]] = {
        "name": lambda: reading.read_names(raw),
        "text": lambda: reading.read_texts(raw),
        "lines": lambda: reading.read_texts(raw, lines=True),
        "code": lambda: reading.read_codes(raw),
        "national": lambda: reading.read_national_ids(raw, country),
        "date": lambda: reading.read_days(raw, order=order),
        "money": lambda: reading.read_amounts(raw),
        "number": lambda: reading.read_amounts(raw),
        "score": lambda: reading.read_scores(raw),
        "tags": lambda: reading.read_tags(raw),
        "flag": lambda: reading.read_flags(raw),
    }
    return readers[kind]()


def _keep_aside(got: Gathered, heading: str, values: Sequence[object]) -> None:
    aside = got.aside
    for i, value in enumerate(values):
        if value is not None:
            row = aside.get(i)
            if row is None:
                aside[i] = {heading: value}  # type: ignore[dict-item]
            else:
                row[heading] = value  # type: ignore[assignment]


def _note_doubts(got: Gathered, column: Column, read: ReadColumn) -> None:
    for i, text in read.lost.items():
        got.put_aside(i, column.heading, text)
    for i, why in read.doubts.items():
        got.bad.setdefault(i, []).append(column.key or column.field)
        got.damaged.setdefault(i, set()).add(column.key)
        got.problems.append(Problem(what=why, row=None, column=column.heading))


def _doubted(got: Gathered, table: Table, column: Column, *, doubts: dict[int, Say], field: str) -> None:
    for shown, (i, why) in enumerate(sorted(doubts.items())):
        got.bad.setdefault(i, []).append(field)
        if shown < SHOWN_PROBLEMS:
            got.problems.append(Problem(what=why, row=table.rows[i][0], column=column.heading))
    if len(doubts) > SHOWN_PROBLEMS:
        more = len(doubts) - SHOWN_PROBLEMS
        got.problems.append(
            Problem(what=say("{n} more cells are odd in the same way", n=more), column=column.heading)
        )
