"""What may be wrong with customers: how they are reached, who they are, their days."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from smbcrm.core import checking as rules
from smbcrm.core.checking import Finding
from smbcrm.core.command_line import TO_FILL_IN, command_line
from smbcrm.core.say import Say, percent, say
from smbcrm.core.values.date_cells import parse_date
from smbcrm.core.values.date_shapes import NOT_A_DATE
from smbcrm.usecases.checking.check_basis import (
    OF_EVENT,
    ORIGIN,
    REF,
    Check,
    at,
    by_customer,
    customers_with,
    field_of,
    in_row,
    to_set,
)
from smbcrm.usecases.events.link_referrers import unresolved

PAST_DAYS = ("created_at", "first_purchase_date", "last_purchase_date", "last_contact_date", "anniversary")
WAYS = ("address", "addresses", "instagram", "telegram", "website", "fax")
NO_NAME = say("without a name")
NOT_A_NAME = say("a name without a letter, or damaged")
UNREACHABLE = say("no phone, e-mail or address")
NOT_A_DAY = say("not understood as a date")
NO_REFERRER = say("who sent this customer fits nobody on the list, or several")


def phones(check: Check) -> Iterator[Finding]:
    """Name the phone numbers that cannot be right."""
    # E.164 was judged when it came in; what can still be wrong with it shows at its end, or was marked in its row.
    marked = (
        "SELECT p.value FROM source_row r, json_each(r.fields, '$.phones') p WHERE p.value LIKE '+%' AND "
        f"(r.status = 'owner' OR (instr(r.fields, '\"bad\":') AND {field_of('r.fields', 'bad')} LIKE '%\"phones\"%'))"
    )
    suspects = (
        "(p.value NOT LIKE '+%' OR length(p.value) < 10 OR instr(p.value, ';') "
        f"OR substr(p.value, -5) IN (SELECT value FROM json_each(?)) OR p.value IN ({marked}))"
    )
    endings = sorted(rules.JUNK_ENDINGS)
    yield from _several(
        check, "phone", suspects, endings=endings, fault=lambda value: rules.phone_fault(value, check.country)
    )


def emails(check: Check) -> Iterator[Finding]:
    """Name the e-mail addresses that cannot be right."""
    yield from _several(check, "email", "1", endings=None, fault=rules.email_fault)


def _several(
    check: Check,
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
            yield at(customer, name, finding, what, value, fix)


def national_ids(check: Check) -> Iterator[Finding]:
    """Name the identity numbers that cannot be right."""
    for customer, name, value in customers_with(check, "national_id"):
        what = rules.national_id_fault(str(value), check.country)
        if what is not None:
            yield to_set(customer, name, "national_id", "national_id", what, str(value))


def birth_dates(check: Check) -> Iterator[Finding]:
    """Name the days of birth that cannot be right or were not understood."""
    found = [
        to_set(customer, name, "birth_date", "birth_date", what, str(day))
        for customer, name, day in customers_with(check, "birth_date")
        if (what := rules.day_fault(str(day), check.today, born=True)) is not None
    ]
    misread = (
        to_set(customer, name, "birth_date", "birth_date", why_no_day(cell), cell)
        for customer, name, cell in check.misread("birth_date")
    )
    yield from sorted([*found, *misread], key=by_customer)


def why_no_day(cell: str) -> Say:
    """Give why a cell is no day, as an import said it, where that is more than that it is none."""
    problem = parse_date(cell).problem
    return NOT_A_DAY if problem is None or problem.template == NOT_A_DATE else problem


def days(check: Check) -> Iterator[Finding]:
    """Name the other days that cannot be right."""
    found = [
        to_set(customer, name, "date", field, what, str(day))
        for field in PAST_DAYS
        for customer, name, day in customers_with(check, field)
        if (what := rules.day_fault(str(day), check.today)) is not None
    ]
    yield from sorted(found, key=by_customer)
    for ref, name, day, *origin in check.read(
        f"SELECT {REF}, c.name, e.date, {ORIGIN} FROM interaction e {OF_EVENT} "
        "AND e.date <> '' AND (e.date > ? OR e.date < ?) ORDER BY r.id, e.id",
        [check.today.isoformat() + "U", rules.oldest_day(check.today)],
    ):
        what = rules.day_fault(day, check.today)
        if what is not None:
            yield in_row(ref, name, "date", what, day, origin)
    for table in ("interaction", "payment", "rating"):  # a sale without a day has a finding of its own
        for ref, name, cell, *origin in check.misread_events(table, ("date", "due_date")):
            yield in_row(ref, name, "date", why_no_day(cell), cell, origin)


def no_names(check: Check) -> Iterator[Finding]:
    """Name the customers without a name."""
    for customer, name in check.read("SELECT id, name FROM customer WHERE archived = 0 ORDER BY id"):
        if not rules.names_somebody(name):
            fix = f'{command_line("set", f"C{customer}")} "name={TO_FILL_IN}"'  # a name has blanks in it
            yield at(customer, name, "no_name", NOT_A_NAME if name else NO_NAME, name, fix)


def unreachable(check: Check) -> Iterator[Finding]:
    """Name the customers whom nobody can reach."""
    nowhere = " AND ".join(f"{field_of('fields', way)} IS NULL" for way in WAYS)
    for customer, name in check.read(
        "SELECT id, name FROM customer WHERE archived = 0 AND do_not_contact = 0 AND phone = '' AND email = '' "
        f"AND {nowhere} ORDER BY id"
    ):
        yield to_set(customer, name, "unreachable", "phone", UNREACHABLE, "")


def own_scores(check: Check) -> Iterator[Finding]:
    """Name the own scores that are none."""
    found = [
        (customer, name, f"{score:g}")
        for customer, name, score in check.read(
            "SELECT id, name, own_score FROM customer WHERE archived = 0 AND own_score IS NOT NULL ORDER BY id"
        )
        if rules.score_fault(score) is not None
    ]
    for customer, name, value in sorted([*found, *check.misread("own_score")]):
        fix = command_line("score", "set", f"C{customer}", TO_FILL_IN)
        yield at(customer, name, "own_score", rules.BAD_SCORE, value, fix)


_LIKELIER = 0.5


def duplicates(check: Check) -> Iterator[Finding]:
    """Name the customers who may be one; the answer to type is the likelier of the two."""
    for a, name, b, other, confidence in check.read(
        "SELECT a.id, a.name, b.id, b.name, p.confidence FROM open_pair_records p "
        "JOIN customer a ON a.id = min(p.a_id, p.b_id) JOIN customer b ON b.id = max(p.a_id, p.b_id) "
        "ORDER BY p.confidence DESC, p.pair"
    ):
        what = say(
            "may be the same customer as {id} {name} ({percent} sure)",
            id=f"C{b}",
            name=other,
            percent=percent(confidence),
        )
        likely = "same" if confidence >= _LIKELIER else "different"
        yield at(a, name, "duplicate", what, f"C{b}", command_line("merge", likely, f"C{a}", f"C{b}"))


def referrers(check: Check) -> Iterator[Finding]:
    """Name the customers whose referrer fits nobody, or several."""
    for customer, name, text in unresolved(check.store):
        yield to_set(customer, name, "referrer", "referrer", NO_REFERRER, text)


def removed(check: Check) -> Iterator[Finding]:
    """Name the customers who are off the list while their purchases are not."""
    for customer, name, sales, operation in check.read(
        "SELECT c.id, c.name, count(*), (SELECT max(o.operation) FROM source_row o WHERE o.customer_id = c.id "
        f"AND o.status = 'owner' AND {field_of('o.fields', 'archived')}) FROM customer c "
        "JOIN source_row r ON r.customer_id = c.id JOIN purchase p ON p.row_id = r.id WHERE c.archived = 1 GROUP BY c.id ORDER BY c.id"
    ):
        what = say("taken off the list, but {sales} {sales:purchase is|purchases are} kept", sales=sales)
        undo = command_line("undo", str(operation))
        fix = undo if operation else command_line("show", f"C{customer}", "--all")
        yield at(customer, name, "removed", what, str(sales), fix)
