"""Look over the store for what is wrong, missing or doubtful, and name the command that mends each.

Every finding is one question to the store that gives only what is suspicious; judging that is `core.checking`.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from smbcrm.core import checking as rules
from smbcrm.core.checking import TO_FILL_IN, Finding, command_line
from smbcrm.core.fields import FIELDS
from smbcrm.core.say import Say, from_data, say
from smbcrm.usecases.compute_customers import main_country, main_unit
from smbcrm.usecases.find_customer import REF_SQL
from smbcrm.usecases.link_referrers import unresolved
from smbcrm.usecases.ports import Store

PAST_DAYS = ("created_at", "first_purchase_date", "last_purchase_date", "last_contact_date", "anniversary")
WAYS = ("address", "addresses", "instagram", "telegram", "website", "fax")

NO_NAME = say("without a name")
NOT_A_NAME = say("a name without a letter, or damaged")
UNREACHABLE = say("no phone, e-mail or address")
NOT_A_DAY = say("not understood as a date")
NO_DAY = say("a purchase without a date")
NO_AMOUNT = say("a purchase without an amount")
NO_REFERRER = say("who sent this customer fits nobody on the list, or several")
NOBODY = say("a row that belongs to no customer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found, in the order of `core.checking.FINDINGS`, and how often each was."""

    findings: tuple[Finding, ...]
    counts: dict[str, int]


def check_data(store: Store, *, today: datetime.date, only: Sequence[str] = ()) -> Checked:
    """Give everything there is to mend, or only the findings named."""
    check = _Check(store, today)
    wanted = [name for name in rules.FINDINGS if not only or name in only]
    found = tuple(finding for name in wanted for finding in _CHECKS[name](check))
    return Checked(findings=found, counts=dict(Counter(finding.finding for finding in found)))


class _Check:
    """The store under examination, and what several findings need to know of it."""

    def __init__(self, store: Store, today: datetime.date) -> None:
        self.read = store.read
        self.store = store
        self.today = today

    @cached_property
    def country(self) -> str:
        """The country most lists are of."""
        return main_country(self.store)

    @cached_property
    def unit(self) -> str:
        """The currency the shop's money is counted in."""
        found = main_unit(self.store)
        for (unit,) in (
            []
            if found
            else self.read(
                "SELECT json_extract(fields, '$.unit') AS unit FROM customer WHERE instr(fields, '\"unit\":') AND unit <> '' "
                "GROUP BY unit ORDER BY count(*) DESC, unit LIMIT 1"
            )
        ):
            found = str(unit)
        return found

    @cached_property
    def headings(self) -> dict[tuple[int, str], list[str]]:
        """The headings of each source under which cells of a field were kept aside."""
        found: dict[tuple[int, str], list[str]] = {}
        for source, text in self.read("SELECT id, headings FROM source ORDER BY id"):
            for heading, field, key, *_ in json.loads(text):
                if field:
                    found.setdefault((source, key), []).append(heading)
        return found

    def as_typed(self, source: int, field: str, fields: dict[str, Any]) -> str:
        """Give the cell of a row that was not understood as this field, as it was kept aside."""
        aside = fields.get("x", {})
        return next((str(aside[h]) for h in self.headings.get((source, field), ()) if aside.get(h)), "")

    def misread(self, field: str) -> Iterator[tuple[int, str, str]]:
        """Give customer, name and cell where a list has a cell in this field that says nothing we understand.

        A customer whose field was filled in from elsewhere since then is not among them.
        """
        seen: set[int] = set()
        for customer, name, source, text in self.read(
            "SELECT c.id, c.name, r.source_id, r.fields FROM source_row r JOIN customer c ON c.id = r.customer_id "
            "WHERE instr(r.fields, '\"bad\":') AND c.archived = 0 AND (r.lead IS NULL OR r.lead = r.id) "
            f"AND {'c.own_score' if field == 'own_score' else _field('c.fields', field)} IS NULL ORDER BY c.id, r.id"
        ):
            fields = json.loads(text)
            cell = self.as_typed(source, field, fields) if field in fields.get("bad", ()) else ""
            if cell and customer not in seen:
                seen.add(customer)
                yield customer, name, cell


def _phones(check: _Check) -> Iterator[Finding]:
    # E.164 was judged when it came in; what can still be wrong with it shows at its end, or was marked in its row.
    marked = (
        "SELECT p.value FROM source_row r, json_each(r.fields, '$.phones') p WHERE p.value LIKE '+%' AND "
        f"(r.status = 'owner' OR (instr(r.fields, '\"bad\":') AND {_field('r.fields', 'bad')} LIKE '%\"phones\"%'))"
    )
    suspects = (
        "(p.value NOT LIKE '+%' OR length(p.value) < 10 OR instr(p.value, ';') "
        f"OR substr(p.value, -5) IN (SELECT value FROM json_each(?)) OR p.value IN ({marked}))"
    )
    endings = sorted(rules.JUNK_ENDINGS)
    yield from _several(
        check, "phone", suspects, endings=endings, fault=lambda value: rules.phone_fault(value, check.country)
    )


def _emails(check: _Check) -> Iterator[Finding]:
    yield from _several(check, "email", "1", endings=None, fault=rules.email_fault)


def _several(
    check: _Check,
    finding: str,
    suspects: str,
    *,
    endings: list[str] | None,
    fault: Callable[[str], Say | None],
) -> Iterator[Finding]:
    """Judge a field that holds several values; the command writes those that are right once more."""
    known: dict[str, Say | None] = {}

    def judged(value: str) -> Say | None:
        if value not in known:
            known[value] = fault(value)
        return known[value]

    for customer, name, value, values in check.read(
        f"SELECT c.id, c.name, p.value, json_extract(c.fields, '$.{finding}s') FROM customer c, "
        f"json_each(c.fields, '$.{finding}s') p WHERE c.archived = 0 AND {suspects} ORDER BY c.id, p.key",
        [] if endings is None else [endings],
    ):
        what = judged(value)
        if what is not None:
            kept = [one for one in json.loads(values) if judged(one) is None]
            fix = rules.set_again(f"C{customer}", finding, kept=kept, fault=what)
            yield _at(customer, name, finding, what, value, fix)


def _national_ids(check: _Check) -> Iterator[Finding]:
    for customer, name, value in _customers_with(check, "national_id"):
        what = rules.national_id_fault(str(value), check.country)
        if what is not None:
            yield _to_set(customer, name, "national_id", "national_id", what, str(value))


def _birth_dates(check: _Check) -> Iterator[Finding]:
    found = [
        _to_set(customer, name, "birth_date", "birth_date", what, str(day))
        for customer, name, day in _customers_with(check, "birth_date")
        if (what := rules.day_fault(str(day), check.today, born=True)) is not None
    ]
    misread = (
        _to_set(customer, name, "birth_date", "birth_date", NOT_A_DAY, cell)
        for customer, name, cell in check.misread("birth_date")
    )
    yield from sorted([*found, *misread], key=_by_customer)


def _days(check: _Check) -> Iterator[Finding]:
    found = [
        _to_set(customer, name, "date", field, what, str(day))
        for field in PAST_DAYS
        for customer, name, day in _customers_with(check, field)
        if (what := rules.day_fault(str(day), check.today)) is not None
    ]
    yield from sorted(found, key=_by_customer)
    for ref, name, day, *origin in check.read(
        f"SELECT {_REF}, c.name, e.date, {_ORIGIN} FROM interaction e {_OF_EVENT} "
        "AND e.date <> '' AND (e.date > ? OR e.date < ?) ORDER BY r.id, e.id",
        [check.today.isoformat() + "U", rules.oldest_day(check.today)],
    ):
        what = rules.day_fault(day, check.today)
        if what is not None:
            yield _in_row(ref, name, "date", what, day, origin)


def _no_names(check: _Check) -> Iterator[Finding]:
    for customer, name in check.read("SELECT id, name FROM customer WHERE archived = 0 ORDER BY id"):
        if not rules.names_somebody(name):
            fix = f'{command_line("set", f"C{customer}")} "name={TO_FILL_IN}"'  # a name has blanks in it
            yield _at(customer, name, "no_name", NOT_A_NAME if name else NO_NAME, name, fix)


def _unreachable(check: _Check) -> Iterator[Finding]:
    nowhere = " AND ".join(f"{_field('fields', way)} IS NULL" for way in WAYS)
    for customer, name in check.read(
        "SELECT id, name FROM customer WHERE archived = 0 AND do_not_contact = 0 AND phone = '' AND email = '' "
        f"AND {nowhere} ORDER BY id"
    ):
        yield _to_set(customer, name, "unreachable", "phone", UNREACHABLE, "")


def _own_scores(check: _Check) -> Iterator[Finding]:
    found = [
        (customer, name, f"{score:g}")
        for customer, name, score in check.read(
            "SELECT id, name, own_score FROM customer WHERE archived = 0 AND own_score IS NOT NULL ORDER BY id"
        )
        if rules.score_fault(score) is not None
    ]
    for customer, name, value in sorted([*found, *check.misread("own_score")]):
        fix = command_line("score", "set", f"C{customer}", TO_FILL_IN)
        yield _at(customer, name, "own_score", rules.BAD_SCORE, value, fix)


def _duplicates(check: _Check) -> Iterator[Finding]:
    for a, name, b, other, confidence in check.read(
        "SELECT a.id, a.name, b.id, b.name, p.confidence FROM open_pair_records p "
        "JOIN customer a ON a.id = min(p.a_id, p.b_id) JOIN customer b ON b.id = max(p.a_id, p.b_id) "
        "ORDER BY p.confidence DESC, p.pair"
    ):
        what = say(
            "may be the same customer as {id} {name} ({percent} sure)",
            id=f"C{b}",
            name=other,
            percent=f"{confidence * 100:.0f} %",
        )
        yield _at(a, name, "duplicate", what, f"C{b}", command_line("merge", "same", f"C{a}", f"C{b}"))


_REF = REF_SQL
_ORIGIN = "s.kind, s.file, s.sheet, s.name, r.operation"
_OF_EVENT = (
    "JOIN source_row r ON r.id = e.row_id JOIN source s ON s.id = r.source_id "
    "JOIN customer c ON c.id = r.customer_id WHERE c.archived = 0"
)


def _sales(check: _Check, condition: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
    """Give row, name, date, amount, unit, fields and source of suspicious purchases of those on the list, and their origin."""
    return check.read(
        f"SELECT {_REF}, c.name, e.date, e.amount, e.unit, r.fields, s.id, {_ORIGIN} FROM purchase e {_OF_EVENT} "
        f"AND {condition} ORDER BY r.id, e.id",
        values,
    )


def _sale_days(check: _Check) -> Iterator[Finding]:
    suspicious = "(e.date = '' OR e.date > ? OR e.date < ?)"
    limits = [check.today.isoformat() + "U", rules.oldest_day(check.today)]
    for ref, name, day, _, _, text, source, *origin in _sales(check, suspicious, limits):
        what = rules.day_fault(day, check.today) if day else NO_DAY
        value = day or check.as_typed(source, "date", json.loads(text))
        if what is not None:
            yield _in_row(ref, name, "sale_date", what, value, origin)


def _sale_amounts(check: _Check) -> Iterator[Finding]:
    for ref, name, _, _, _, text, source, *origin in _sales(check, "e.amount IS NULL"):
        value = check.as_typed(source, "amount", json.loads(text))
        yield _in_row(ref, name, "sale_amount", NO_AMOUNT, value, origin)


def _currencies(check: _Check) -> Iterator[Finding]:
    for ref, name, _, amount, unit, _, _, *origin in _sales(check, "e.unit NOT IN ('', ?)", [check.unit]):
        what = say("a purchase in {unit}, most are in {main}", unit=unit, main=check.unit)
        value = unit if amount is None else f"{amount:.15g} {unit}"
        yield _in_row(ref, name, "currency", what, value, origin)


def _mixed_currencies(check: _Check) -> Iterator[Finding]:
    """Name the customers whose money cannot be added up: in several currencies, or in another than the shop's."""
    for customer, name, units in check.read(
        "WITH used (customer, unit) AS ("
        "SELECT DISTINCT r.customer_id, p.unit FROM purchase p JOIN source_row r ON r.id = p.row_id WHERE p.unit <> '' "
        f"UNION SELECT id, {_field('fields', 'unit')} FROM customer WHERE instr(fields, '\"unit\":')) "
        "SELECT c.id, c.name, json_group_array(u.unit) FROM used u JOIN customer c ON c.id = u.customer "
        "WHERE c.archived = 0 AND u.unit <> '' GROUP BY c.id HAVING count(*) > 1 OR max(u.unit) <> ? ORDER BY c.id",
        [check.unit],
    ):
        several = "; ".join(sorted(json.loads(units)))
        what = say("money in {units}: only {main} is counted", units=several, main=check.unit)
        yield _at(
            customer, name, "mixed_currency", what, several, command_line("show", f"C{customer}", "--all")
        )


def _orphans(check: _Check) -> Iterator[Finding]:
    """Name the rows that should be somebody's and are not: never linked, or too damaged to link."""
    for ref, name, status, reason, *origin in check.read(
        f"SELECT {_REF}, coalesce({_field('r.fields', 'name')}, ''), r.status, r.reason, {_ORIGIN} "
        "FROM source_row r JOIN source s ON s.id = r.source_id "
        "WHERE r.customer_id IS NULL AND r.status NOT IN ('skipped', 'waiting') ORDER BY r.id"
    ):
        if status == "rejected":
            yield _in_row(ref, name, "orphan", from_data(json.loads(reason)), "", origin)
        else:
            fix = command_line("merge")
            yield Finding(finding="orphan", id=ref, name=name, what=NOBODY, value="", fix=fix)


def _removed(check: _Check) -> Iterator[Finding]:
    """Name the customers who are off the list while their purchases are not."""
    for customer, name, sales, operation in check.read(
        "SELECT c.id, c.name, count(*), (SELECT max(o.operation) FROM source_row o WHERE o.customer_id = c.id "
        f"AND o.status = 'owner' AND {_field('o.fields', 'archived')}) FROM customer c "
        "JOIN source_row r ON r.customer_id = c.id JOIN purchase p ON p.row_id = r.id WHERE c.archived = 1 GROUP BY c.id ORDER BY c.id"
    ):
        what = say("taken off the list, but {sales} purchases are kept", sales=sales)
        undo = command_line("undo", str(operation))
        fix = undo if operation else command_line("show", f"C{customer}", "--all")
        yield _at(customer, name, "removed", what, str(sales), fix)


def _referrers(check: _Check) -> Iterator[Finding]:
    for customer, name, text in unresolved(check.store):
        yield _to_set(customer, name, "referrer", "referrer", NO_REFERRER, text)


def _columns(check: _Check) -> Iterator[Finding]:
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


_CHECKS: dict[str, Callable[[_Check], Iterator[Finding]]] = {
    "phone": _phones,
    "email": _emails,
    "national_id": _national_ids,
    "birth_date": _birth_dates,
    "date": _days,
    "no_name": _no_names,
    "unreachable": _unreachable,
    "own_score": _own_scores,
    "duplicate": _duplicates,
    "sale_date": _sale_days,
    "sale_amount": _sale_amounts,
    "currency": _currencies,
    "mixed_currency": _mixed_currencies,
    "orphan": _orphans,
    "removed": _removed,
    "referrer": _referrers,
    "column": _columns,
}


def _customers_with(check: _Check, field: str) -> Iterator[tuple[Any, ...]]:
    """Give id, name and value of the customers on the list who have a field."""
    return check.read(
        f"SELECT id, name, {_field('fields', field)} AS value FROM customer "
        f"WHERE archived = 0 AND instr(fields, '\"{field}\":') AND value IS NOT NULL ORDER BY id"
    )


def _field(column: str, field: str) -> str:
    return f"json_extract({column}, '$.{field}')"


def _by_customer(finding: Finding) -> int:
    return int(finding.id[1:])


def _at(customer: int, name: str, finding: str, what: Say, value: str, fix: str) -> Finding:
    return Finding(finding=finding, id=f"C{customer}", name=name, what=what, value=value, fix=fix)


def _to_set(customer: int, name: str, finding: str, field: str, what: Say, value: str) -> Finding:
    fix = command_line("set", f"C{customer}", f"{field}={TO_FILL_IN}")
    return _at(customer, name, finding, what, value, fix)


def _in_row(ref: str, name: str, finding: str, what: Say, value: str, origin: Sequence[Any]) -> Finding:
    """Give a finding in a row: mended in the file it came from and read again, or taken back if the owner wrote it."""
    kind, file, sheet, source, operation = origin
    undo = command_line("undo", str(operation))
    fix = undo if kind == "owner" else rules.import_again(file, sheet=sheet, source=source)
    return Finding(finding=finding, id=ref, name=name, what=what, value=value, fix=fix)
