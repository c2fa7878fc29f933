"""The columns of a table read and brought together, row by row, into the fields of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from smbcrm.core.beside import made_beside
from smbcrm.core.fields import ADDED_UP, EXTRA, FIELDS, IGNORED, NAMES
from smbcrm.core.grid import Problem
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.say import say
from smbcrm.core.sheets.meaning.drafts import OURS, REMEMBERED, TYPED
from smbcrm.core.sheets.values import cells as reading
from smbcrm.core.sheets.values.amounts import settle_currencies, settle_prices, settle_what_is_left
from smbcrm.core.sheets.values.balance_sides import settle_sides, with_signs, without_one_side
from smbcrm.core.sheets.values.cells import ReadColumn
from smbcrm.core.sheets.values.contact_columns import (
    addresses_for_numbers,
    gather_emails,
    gather_phones,
    with_area_codes,
)
from smbcrm.core.sheets.values.day_order import proven_beside
from smbcrm.core.sheets.values.event_values import settle_events
from smbcrm.core.sheets.values.flags import read_flags, read_permissions
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.name_columns import fill_up, gather_names
from smbcrm.core.sheets.values.parted_cells import (
    addresses_behind_names,
    contacts_beside_names,
    numbers_for_names,
)
from smbcrm.core.sheets.values.peace_in_notes import hear_notes
from smbcrm.core.sheets.values.place_columns import gather_places
from smbcrm.core.sheets.values.receivers import leave_the_receivers
from smbcrm.core.text import clean

# Values that take a while to read, and nothing but their own column to understand.
_COMPUTED = frozenset({"date", "money", "number", "score", "rating", "duration"})

_TELLING_OF_PEACE = {"customers": ("notes", "tags", "status"), "interactions": ("text",)}


def gather(table: Table, *, country: str, date_order: str) -> Gathered:
    """Give the fields of all rows of a table, column by column."""
    got = Gathered(cells=table.cells, numbers=[number for number, _ in table.rows])
    if not date_order:
        date_order, notes = proven_beside(table)
        got.notes += notes
    got.date_order = date_order
    by_key: dict[str, list[Column]] = {}
    for column in table.columns:
        if column.field != IGNORED:
            by_key.setdefault(column.key if column.field else "", []).append(column)
    computed = [c for key in by_key if key for c in by_key[key] if FIELDS[c.field].read in _COMPUTED]

    def read() -> Iterator[dict[int, ReadColumn]]:
        yield {c.index: _read(table.cells[c.index], c, "", order=date_order) for c in computed}

    leave_the_receivers(got, by_key)
    with_area_codes(got, by_key.pop("area_code", []), by_key.get("phones", []))
    addresses = addresses_for_numbers(got, by_key.get("phones", []))
    numbers, more = ([], []) if table.own else contacts_beside_names(got, by_key)
    with made_beside(read, rows=len(table.rows) if computed else 0) as made:
        gather_phones(
            got, table, [*by_key.pop("phones", []), *numbers_for_names(got, by_key), *numbers], country
        )
        gather_emails(got, table, [*by_key.pop("emails", []), *addresses, *more])
        addresses_behind_names(got, by_key)
        gather_names(got, by_key, len(table.rows))
        gather_places(got, by_key, len(table.rows))
        _day_parts(got, by_key, date_order)
        ready = next(made)
    currency = by_key.pop("unit", [])
    if len(by_key.get("rating", ())) > 1:
        _answers(got, by_key.pop("rating"))
    for key, columns in by_key.items():
        if key:
            _single(got, key, columns, order=date_order, ready=ready)
    if not table.own:
        hear_notes(got, _TELLING_OF_PEACE.get(table.kind, ()))
    settle_sides(got, table)
    settle_currencies(got, table, currency)
    settle_prices(got, table)
    settle_what_is_left(got, table)
    settle_events(got, table)
    _keep_the_rest(got, table, by_key.get("", []))
    return got


def _keep_the_rest(got: Gathered, table: Table, columns: Sequence[Column]) -> None:
    """Keep aside what fits into no field: columns of unknown meaning, and cells beyond the last heading; tell of what was wrong."""
    for column in columns:
        got.keep_aside(
            column.key, reading.read_texts(got.cells[column.index], lines=True, nulls=False).values
        )
    got.problems += _error_cells(got, table)
    for i, (number, _) in enumerate(table.rows):
        if table.aligned and number in table.aligned and table.aligned[number].extra:
            got.put_aside(i, EXTRA, " | ".join(map(clean, table.aligned[number].extra)))
            got.problems.append(_ragged(number, shattered=table.aligned[number].shattered))


def _error_cells(got: Gathered, table: Table) -> Iterator[Problem]:
    """Tell for each column how many of its cells are errors of the spreadsheet; names are told of one by one."""
    for column in table.columns:
        if column.field in NAMES or column.field == IGNORED or "#" not in "".join(got.cells[column.index]):
            continue
        errors = [cell.strip() for cell in got.cells[column.index] if reading.ERROR_TEXT.match(cell.strip())]
        if errors:
            what = say(
                "{count} {count:cell holds|cells hold} an error of the spreadsheet ({errors})",
                count=len(errors),
                errors=", ".join(sorted(set(errors))),
            )
            yield Problem(what=what, column=column.heading)


def _ragged(number: int, *, shattered: bool) -> Problem:
    if shattered:
        what = say("an amount is cut up at its thousands separators; the cells from there on are kept aside")
    else:
        what = say("more cells than headings: the extra ones are kept aside")
    return Problem(what=what, row=number)


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
            read = reading.read_days(texts, order=order, heading=columns["year"].heading)
            got.fields[key] = read.values
            got.take_doubts(columns["year"], read)
        else:
            for column in columns.values():
                got.keep_aside(column.heading, reading.read_texts(got.cells[column.index]).values)


def _day_text(year: object, month: object, day: object) -> str:
    if not (month and day):
        return ""
    if not str(month).isdecimal():
        return f"{day} {month} {year or ''}".strip()
    if not year:
        return f"--{int(str(month)):02d}-{int(str(day)):02d}" if str(day).isdecimal() else ""
    return f"{year}/{month}/{day}"


def _single(
    got: Gathered, key: str, columns: Sequence[Column], *, order: str, ready: Mapping[int, ReadColumn]
) -> None:
    for column in columns:
        read = ready.get(column.index) or _read(got.cells[column.index], column, got.country, order=order)
        if FIELDS[column.field].read == "money" and column.field == "credit_balance":
            read.values = [-v if isinstance(v, int | float) else v for v in read.values]
        got.take_doubts(column, read)
        if column.field == "tender":
            got.keep_aside(column.heading, reading.read_texts(got.cells[column.index]).values)
        if FIELDS[column.field].read == "date":
            _say_open_days(got, column, read)
        got.notes += read.notes
        if read.units:
            got.fields.setdefault(f"unit of {key}", list(read.units))
        if read.scales and FIELDS[column.field].sales:
            got.fields.setdefault("scale", read.scales)
        if key not in got.fields:
            got.fields[key] = read.values
        elif key == "tags":
            got.fields[key] = [_both_tags(a, b) for a, b in zip(got.fields[key], read.values)]
        elif key in ("notes", "text"):
            got.fields[key] = [
                f"{a}\n{b}" if a and b and a != b else a or b for a, b in zip(got.fields[key], read.values)
            ]
        elif key == "kind":  # a direction beside a channel: "Incoming" and "SMS"
            got.fields[key] = [
                f"{a} {b}" if a and b and a != b else a or b for a, b in zip(got.fields[key], read.values)
            ]
        elif column.field in ADDED_UP:
            got.fields[key] = [_sum(a, b) for a, b in zip(got.fields[key], read.values)]
        else:
            got.fields[key] = fill_up(got, got.fields[key], column, read.values)


def _answers(got: Gathered, columns: Sequence[Column]) -> None:
    """Keep the answers to several questions, each with the question and its scale; the first one told is the rating of the row."""
    answers: list[list[tuple[str, object, object]]] = [[] for _ in got.numbers]
    for column in columns:
        read = reading.read_answers(got.cells[column.index], column.heading)
        got.take_doubts(column, read)
        for i, value in enumerate(read.values):
            if value is not None:
                answers[i].append((column.heading, value, read.scales[i] if read.scales else None))
    got.fields["rating"] = [row[0][1] if row else None for row in answers]
    got.fields["scale"] = [row[0][2] if row else None for row in answers]
    got.fields["answers"] = [tuple(row) or None for row in answers]


def _say_open_days(got: Gathered, column: Column, read: ReadColumn) -> None:
    open_days = sum(any(name == "second" for name, _ in why.values) for why in read.doubts.values())
    if open_days:
        got.notes.append(
            say(
                "{n} {n:day|days} in column {column} can be read in two ways; --date-order tells how",
                n=open_days,
                column=column.heading,
            )
        )


def _both_tags(a: object, b: object) -> object:
    first, second = a or (), b or ()
    assert isinstance(first, tuple)
    assert isinstance(second, tuple)
    return tuple(dict.fromkeys((*first, *second))) or None


def _sum(a: object, b: object) -> object:
    if isinstance(a, int | float) and isinstance(b, int | float):
        return a + b
    return b if a is None else a


def _sums(raw: Sequence[str], column: Column) -> ReadColumn:
    """Read amounts; a word beside them tells the side of the ledger they stand on. What is not understood is kept as it was typed."""
    sided = with_signs(raw) if column.field == "balance" else without_one_side(raw)
    read = reading.read_amounts(sided)
    read.lost = {i: clean(raw[i]) for i in read.lost}
    return read


def _read(raw: Sequence[str], column: Column, country: str, *, order: str) -> ReadColumn:
    kind = FIELDS[column.field].read
    readers: dict[str, Callable[[], ReadColumn]] = {
        "name": lambda: reading.read_names(raw),
        "text": lambda: reading.read_texts(raw),
        "lines": lambda: reading.read_texts(raw, lines=True),
        "code": lambda: reading.read_codes(raw),
        "national": lambda: reading.read_national_ids(raw, country),
        "date": lambda: reading.read_days(
            raw, order=order, heading=column.heading, born=column.field == "birth_date"
        ),
        "money": lambda: _sums(raw, column),
        "number": lambda: reading.read_amounts(raw),
        "score": lambda: reading.read_scores(
            raw, column.heading, as_told=column.how in (TYPED, REMEMBERED, OURS)
        ),
        "rating": lambda: reading.read_answers(raw, column.heading),
        "duration": lambda: reading.read_lengths(raw, column.heading),
        "tags": lambda: reading.read_tags(raw),
        "flag": lambda: read_flags(raw),
        "permission": lambda: read_permissions(raw),
    }
    return readers[kind]()
