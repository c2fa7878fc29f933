"""One customer as a card for a person, or as one record for a machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smbcrm.core.golden import FLAGS
from smbcrm.core.say import Say, say
from smbcrm.output.dealings.dealings import COLUMNS as DEALINGS
from smbcrm.output.dealings.dealings import dealing_cells, owed_lines, sent_lines
from smbcrm.output.dealings.record_sets import DATES, FACTS, LIST, LIST_MORE
from smbcrm.output.dealings.spent import spent
from smbcrm.output.view import Column, Kind, View
from smbcrm.usecases.show_customer import Fact, Shown

# Fields of the golden record in the order a person looks for them, with their headings.
ORDER = {
    "phones": "Phones", "emails": "E-mails", "address": "Address", "addresses": "Addresses", "district": "District",
    "province": "Province", "postal_code": "Postal code", "country": "Country", "job_title": "Job title",
    "birth_date": "Birthday", "national_id": "National id", "customer_code": "Customer code", "referrer": "Referrer",
    "names": "Names as written", "notes": "Notes",
}  # fmt: skip
PARTS = frozenset({"first_name", "last_name", "name_prefix", "unit"})
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FLAG = {"True": say("yes"), "False": say("no")}


def record(shown: Shown) -> View:
    """Give the customer as one record: the columns of `list`, then everything else that is known."""
    columns = [*LIST, *LIST_MORE]
    values = [shown.record[column.key] for column in columns]
    for key, value in _rest(shown):
        kind: Kind = "date" if key in DATES else "list" if isinstance(value, list) else "text"
        columns.append(Column(key, ORDER.get(key, key), kind))
        values.append(value)
    if shown.dealings is not None:
        taken = {column.key for column in columns}
        for column, cell in zip(DEALINGS, dealing_cells(shown.dealings), strict=True):
            if column.key not in taken:  # a column of the owner's own may have that name
                columns.append(column)
                values.append(cell)
    return View(tuple(columns), [values], name="customer")


def card(shown: Shown, *, sources: bool) -> View:
    """Give the customer as a card, field by field; with `sources`, every value of every row it came from."""
    title = say("{id}  {name}", id=shown.record["id"], name=shown.record["name"] or shown.record["phone"])
    if sources:
        rows: list[tuple[object, ...]] = [
            (f.field, _told(f), f.shown, f.ref, f.source, f.sheet, f.row) for f in shown.facts
        ]
        return View(
            FACTS, rows, title=title, footer=tuple(_facts_footer(shown)), name="facts", id_column="field"
        )
    rows = [(say(heading), value) for heading, value in _lines(shown) if value not in (None, "", [])]
    columns = (Column("field", "Field", "say"), Column("value", "Value", "list"))
    return View(columns, rows, title=title, footer=tuple(_footer(shown)), name="card", id_column="field")


def _told(fact: Fact) -> object:
    """Give a value of a row as the card shows it: a day in the person's calendar, yes or no as a word."""
    if fact.field in DATES and _ISO_DAY.fullmatch(fact.value):
        return _day(fact.value)
    return _FLAG.get(fact.value, fact.value) if fact.field in FLAGS else fact.value


def _lines(shown: Shown) -> Iterator[tuple[str, Any]]:
    record = shown.record
    if record["archived"]:
        yield "Status", say("taken off the list; `smbcrm undo --list` shows when")
    yield "Company", record["company"] if record["company"] != record["name"] else ""
    yield "City", record["city"]
    score = record["score"]
    if score is not None:
        own = record["own_score"] is not None
        yield (
            "Score",
            say("{score} of 10, your own word", score=f"{score:.1f}")
            if own
            else say("{score} of 10", score=f"{score:.1f}"),
        )
    elif shown.no_score:
        yield "Score", shown.no_score
    yield "Tier", record["tier"]
    if record["spend"] is not None:
        told = {"listed": shown.fields.get("total_spent"), "times": shown.fields.get("order_count")}
        yield "Spend", spent(record["spend"], record["purchases"], **told)
    yield "Last purchase", _day(record["last_purchase"])
    if shown.last_payment:
        yield "Last payment", _payment(*shown.last_payment)
    if shown.dealings is not None:
        yield from owed_lines(shown.dealings)
    yield "Last interaction", _day(record["last_interaction"])
    if shown.last_rating:
        yield "Last rating", _rating(*shown.last_rating)
    yield "Tags", record["tags"]
    if record["do_not_contact"]:
        yield "Do not contact", say("yes")
    if shown.dealings is not None:
        yield from sent_lines(shown.dealings)
    for key, value in _rest(shown):
        yield ORDER.get(key, key), _day(value) if key in DATES else value
    if shown.aliases:
        yield "Merged from", list(shown.aliases)


def _payment(date: str, amount: float | None, unit: str, late: int | None) -> Say:
    paid = (
        say("{amount} {unit} on {date}", amount=amount, unit=unit, date=date)
        if unit
        else say("{amount} on {date}", amount=amount, date=date)
    )
    if amount is None:
        paid = Say("{date}", (("date", date),))
    if late is None:
        return paid
    if late > 0:
        return say("{payment}, {days} {days:day|days} late", payment=paid, days=late)
    if late < 0:
        return say("{payment}, {days} {days:day|days} early", payment=paid, days=-late)
    return say("{payment}, on the day it was due", payment=paid)


def _rating(date: str, value: float, scale: float, text: str) -> Say:
    given = say("{value} of {scale}", value=value, scale=scale)
    if date:
        given = say("{rating} on {date}", rating=given, date=date)
    return say("{rating}: {text}", rating=given, text=text) if text else given


def _day(iso: str | None) -> Say | None:
    return Say("{date}", (("date", iso),)) if iso else None


def _rest(shown: Shown) -> Iterator[tuple[str, Any]]:
    fields = shown.fields
    for key in ORDER:
        if key in fields and not (key == "addresses" and len(fields[key]) < 2):
            yield key, fields[key]
    for key in sorted(fields):
        if key not in ORDER and key not in PARTS and key != "x":
            yield key, fields[key]
    yield from sorted(fields.get("x", {}).items())


def _facts_footer(shown: Shown) -> Iterator[Say]:
    who, refs = shown.record["id"], list(dict.fromkeys(fact.ref for fact in shown.facts if not fact.by_hand))
    yield say("Another value should win? `smbcrm set {id} FIELD=VALUE`", id=who)
    if len(refs) > 1:
        yield say("A row is somebody else? `smbcrm merge split {id} {ref}`", id=who, ref=refs[-1])


def _footer(shown: Shown) -> Iterator[Say]:
    who = shown.record["id"]
    if shown.next_item:
        item, date, kind, reason = shown.next_item
        yield say(
            "Next: {kind} on {date}, because {reason} ({item})",
            kind=say(kind),
            date=date,
            reason=reason,
            item=item,
        )
    if shown.dealings is not None and any(one.overdue for one in shown.dealings.owed):
        yield say("What is overdue: `smbcrm invoice list {id} --overdue`", id=who)
    if shown.questions == 1:
        yield say("One open question about who this is: `smbcrm merge review`")
    elif shown.questions:
        yield say("{count} open questions about who this is: `smbcrm merge review`", count=shown.questions)
    if shown.in_doubt:
        yield say(
            "Other rows say something else of: {fields}. `smbcrm show {id} --all`",
            fields=[say(field) for field in shown.in_doubt],
            id=who,
        )
    if shown.record["score"] is not None:
        yield say(
            "Why this score: `smbcrm score explain {id}`. Where each value came from: `smbcrm show {id} --all`",
            id=who,
        )
    else:
        yield say(
            "Give a score of your own: `smbcrm score set {id} 7`. Where each value came from: `smbcrm show {id} --all`",
            id=who,
        )
