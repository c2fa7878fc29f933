"""What may be wrong with sales and with the rows of lists."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from smbcrm.core import checking as rules
from smbcrm.core.checking import Finding
from smbcrm.core.command_line import command_line
from smbcrm.core.fields import FIELDS
from smbcrm.core.say import from_data, say
from smbcrm.core.sheets.versions.same_event import same_sale_told
from smbcrm.usecases.checking.check_basis import (
    OF_EVENT,
    ORIGIN,
    REF,
    Check,
    at,
    field_of,
    in_row,
)
from smbcrm.usecases.versions.known_rows import raw_cells, row_fields

NO_DAY = say("a purchase without a date")


NO_AMOUNT = say("a purchase without an amount")


NOT_AN_AMOUNT = say("the amount of this payment was not understood")


NOT_A_RATING = say("how satisfied this customer is was not understood")


NOBODY = say("a row that belongs to no customer")


def _sales(check: Check, condition: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
    """Give row, name, date, amount, unit, fields and source of suspicious purchases of those on the list, and their origin."""
    return check.read(
        f"SELECT {REF}, c.name, e.date, e.amount, e.unit, r.fields, s.id, {ORIGIN} FROM purchase e {OF_EVENT} "
        f"AND {condition} ORDER BY r.id, e.id",
        values,
    )


def sale_days(check: Check) -> Iterator[Finding]:
    """Name the sales without a possible day."""
    suspicious = "(e.date = '' OR e.date > ? OR e.date < ?)"
    limits = [check.today.isoformat() + "U", rules.oldest_day(check.today)]
    for ref, name, day, _, _, text, source, *origin in _sales(check, suspicious, limits):
        what = rules.day_fault(day, check.today) if day else NO_DAY
        value = day or check.as_typed(source, "date", json.loads(text))
        if what is not None:
            yield in_row(ref, name, "sale_date", what, value, origin)


def sale_amounts(check: Check) -> Iterator[Finding]:
    """Name the sales without an amount, and the payments whose amount was not understood."""
    for ref, name, _, _, _, text, source, *origin in _sales(check, "e.amount IS NULL"):
        value = check.as_typed(source, "amount", json.loads(text))
        yield in_row(ref, name, "sale_amount", NO_AMOUNT, value, origin)
    for ref, name, cell, *origin in check.misread_events("payment", ("amount",)):
        yield in_row(ref, name, "sale_amount", NOT_AN_AMOUNT, cell, origin)


def marks(check: Check) -> Iterator[Finding]:
    """Name the answers of surveys that were not understood, such as 9/5."""
    for ref, name, cell, *origin in check.misread_events("rating", ("rating",)):
        yield in_row(ref, name, "rating", NOT_A_RATING, cell, origin)


def sales_told_twice(check: Check) -> Iterator[Finding]:
    """Name the sales that two lists under different headings may both tell; each of one list stands for one of the other."""
    rows = check.read(
        "SELECT r.customer_id, c.name, e.date, e.amount, e.unit, e.id, r.id, s.id, s.layout, s.name FROM purchase e "
        "JOIN source_row r ON r.id = e.row_id JOIN source s ON s.id = r.source_id JOIN customer c ON c.id = r.customer_id "
        "WHERE c.archived = 0 AND s.kind = 'purchases' AND e.date <> '' AND e.amount IS NOT NULL AND (r.customer_id, e.date, e.amount) IN ("
        "SELECT r.customer_id, e.date, e.amount FROM purchase e JOIN source_row r ON r.id = e.row_id JOIN source s ON s.id = r.source_id "
        "WHERE s.kind = 'purchases' GROUP BY r.customer_id, e.date, e.amount HAVING count(DISTINCT s.layout) > 1) ORDER BY r.id, e.id"
    )
    told: dict[tuple[Any, ...], list[_Told]] = defaultdict(list)
    for customer, name, day, amount, unit, number, row, source, layout, file in rows:
        told[customer, day, amount, unit].append(
            _Told(customer, name, day, amount, number, row, source, layout, file)
        )
    ids = [one.row for group in told.values() for one in group]
    fields, cells = row_fields(check.store, ids), raw_cells(check.store, ids)
    for group in told.values():
        used: set[int] = set()
        for later in group:
            for first in group:
                other_list = first.row < later.row and first.layout != later.layout and first.row not in used
                if other_list and same_sale_told(
                    (fields[first.row], cells[first.row]), (fields[later.row], cells[later.row])
                ):
                    used.update((first.row, later.row))
                    what = say(
                        "perhaps the sale of {amount} on {day} that {file} tells, too",
                        amount=f"{later.amount:.15g}",
                        day=later.day,
                        file=first.file,
                    )
                    fix = command_line("purchase", "remove", str(later.number))
                    yield at(later.customer, later.name, "sale_twice", what, f"{later.amount:.15g}", fix)
                    break


class _Told(NamedTuple):
    """A sale as a list tells it."""

    customer: int
    name: str
    day: str
    amount: float
    number: int
    row: int
    source: int
    layout: str
    file: str


def currencies(check: Check) -> Iterator[Finding]:
    """Name the sales in another currency than most."""
    for ref, name, _, amount, unit, _, _, *origin in _sales(check, "e.unit NOT IN ('', ?)", [check.unit]):
        what = say("a purchase in {unit}, most are in {main}", unit=unit, main=check.unit)
        value = unit if amount is None else f"{amount:.15g} {unit}"
        yield in_row(ref, name, "currency", what, value, origin)


def mixed_currencies(check: Check) -> Iterator[Finding]:
    """Name the customers whose money cannot be added up: in several currencies, or in another than the shop's."""
    for customer, name, units in check.read(
        "WITH used (customer, unit) AS ("
        "SELECT DISTINCT r.customer_id, p.unit FROM purchase p JOIN source_row r ON r.id = p.row_id WHERE p.unit <> '' "
        f"UNION SELECT id, {field_of('fields', 'unit')} FROM customer WHERE instr(fields, '\"unit\":')) "
        "SELECT c.id, c.name, json_group_array(u.unit) FROM used u JOIN customer c ON c.id = u.customer "
        "WHERE c.archived = 0 AND u.unit <> '' GROUP BY c.id HAVING count(*) > 1 OR max(u.unit) <> ? ORDER BY c.id",
        [check.unit],
    ):
        several = "; ".join(sorted(json.loads(units)))
        what = say("money in {units}: only {main} is counted", units=several, main=check.unit)
        yield at(
            customer, name, "mixed_currency", what, several, command_line("show", f"C{customer}", "--all")
        )


def orphans(check: Check) -> Iterator[Finding]:
    """Name the rows that should be somebody's and are not: never linked, or too damaged to link."""
    for ref, name, status, reason, *origin in check.read(
        f"SELECT {REF}, coalesce({field_of('r.fields', 'name')}, ''), r.status, r.reason, {ORIGIN} "
        "FROM source_row r JOIN source s ON s.id = r.source_id "
        "WHERE r.customer_id IS NULL AND r.status NOT IN ('skipped', 'waiting') ORDER BY r.id"
    ):
        if status == "rejected":
            yield in_row(ref, name, "orphan", from_data(json.loads(reason)), "", origin)
        else:
            fix = command_line("merge")
            yield Finding(finding="orphan", id=ref, name=name, what=NOBODY, value="", fix=fix)


def columns(check: Check) -> Iterator[Finding]:
    """Name the columns of the owner's own that nearly nobody fills."""
    filled = {
        (source, key): count
        for source, key, count in check.read(
            "SELECT r.source_id, x.key, count(*) FROM source_row r, json_each(r.fields, '$.x') x "
            "WHERE r.status = 'imported' AND instr(r.fields, '\"x\":') AND x.value <> '' GROUP BY r.source_id, x.key"
        )
    }
    for source, source_name, file, sheet, headings, rows in check.read(
        "SELECT s.id, s.name, s.file, s.sheet, s.headings, count(*) FROM source s JOIN source_row r ON r.source_id = s.id "
        "WHERE r.status = 'imported' GROUP BY s.id ORDER BY s.id"
    ):
        own = [
            key for _, field, key, *_ in json.loads(headings) if key and (not field or not FIELDS[field].key)
        ]
        for key in dict.fromkeys(own):
            count = filled.get((source, key), 0)
            if rules.hardly_filled(count, rows):
                what = say(
                    "filled in {count} of {rows} rows: fill it, or take the column out of the file",
                    count=count,
                    rows=rows,
                )
                fix = rules.import_again(file, sheet=sheet, source=source_name)
                yield Finding(
                    finding="column", id=f"s{source}", name=source_name, what=what, value=key, fix=fix
                )
