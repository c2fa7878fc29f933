"""The part of a timeline that records tell: sales, bills, payments, answers, contacts, touches, scores, tiers, the plan."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from smbcrm.core.money_said import money
from smbcrm.core.say import Say, from_data, say
from smbcrm.core.timeline import Happening
from smbcrm.usecases.histories.history_ledger import Ledger

_OF_A_ROW = {
    "purchase": "date, amount, unit, product, order_id, return_of",
    "invoice": "date, amount, unit, number, due",
    "payment": "date, amount, unit, order_id, due, days_late, paid, billed",
    "rating": "date, value, scale, about, text",
    "interaction": "date, kind, text, direction",
}


def record_happenings(ledger: Ledger) -> Iterator[Happening]:
    """Give what the records of a customer tell."""
    for table, columns in _OF_A_ROW.items():
        names = ", ".join(f"e.{name}" for name in columns.split(", "))
        for row_id, issued, *values in ledger.store.read(
            f"SELECT e.row_id, coalesce(json_extract(r.fields, '$.issued'), ''), {names} FROM source_row r JOIN {table} e ON e.row_id = r.id WHERE r.customer_id = ? ORDER BY e.id",
            [ledger.customer],
        ):
            row = ledger.rows[row_id]
            kind, date, what = _TOLD[table](*values)
            day = issued if table == "payment" and kind == "invoice" else ""
            yield _of(ledger, kind, what, date=day or date, source=row.source, operation=row.operation)
    yield from _links(ledger)
    yield from _scores(ledger)
    yield from _tiers(ledger)
    yield from _plan(ledger)


def _of(
    ledger: Ledger, kind: str, what: Say, *, operation: int | None, date: str = "", source: str = "smbcrm"
) -> Happening:
    at = ledger.at(operation)
    return Happening(date=date or at[:10], at=at, kind=kind, what=what, source=source, operation=operation)


def _about(what: Say, text: str) -> Say:
    return say("{what}: {text}", what=what, text=text) if text else what


def _purchase(
    date: str, amount: float | None, unit: str, product: str, order: str, return_of: str
) -> tuple[str, str, Say]:
    if amount is not None and amount < 0:
        what = say("brought back for {money}", money=money(-amount, unit))
    else:
        what = say("bought for {money}", money=money(amount, unit))
    if number := order or return_of:
        what = say("{what} (number {order})", what=what, order=number)
    return "purchase", date, _about(what, product)


def _invoice(date: str, amount: float, unit: str, number: str, due: str) -> tuple[str, str, Say]:
    what = say("a bill for {money}", money=money(amount, unit))
    if number:
        what = say("{what} (number {order})", what=what, order=number)
    return "invoice", date, say("{what}, to be paid by {due}", what=what, due=due) if due else what


def _payment(
    date: str, amount: float | None, unit: str, order: str, due: str, late: int | None, paid: int | None, billed: float | None
) -> tuple[str, str, Say]:  # fmt: skip
    if paid and billed is not None and not date:
        _, _, bill = _invoice("", billed, unit, order, due)
        return "invoice", due, say("{bill}; {money} of it is paid", bill=bill, money=money(amount, unit))
    if paid or not (due or billed is not None):
        what = say("paid {money}", money=money(amount, unit))
        if order:
            what = say("{what} (number {order})", what=what, order=order)
        if late:
            what = (
                say("{what}, {days} {days:day|days} late", what=what, days=late)
                if late > 0
                else say("{what}, {days} {days:day|days} early", what=what, days=-late)
            )
        return "paid", date, what
    _, _, what = _invoice("", (amount if billed is None else billed) or 0.0, unit, order, due)
    return "invoice", due, what


def _rating(
    date: str, value: float | None, scale: float | None, about: str, text: str
) -> tuple[str, str, Say]:
    what = say("gave no mark") if value is None else say("gave {value} of {scale}", value=value, scale=scale)
    if about:
        what = say("{what} for {about}", what=what, about=about)
    return "rating", date, _about(what, text)


def _interaction(date: str, kind: str, text: str, direction: str) -> tuple[str, str, Say]:
    what = say(kind)
    if direction:
        what = (
            say("{kind}, from the customer", kind=kind)
            if direction == "in"
            else say("{kind}, from you", kind=kind)
        )
    return "interaction", date, _about(what, text)


_TOLD: dict[str, Callable[..., tuple[str, str, Say]]] = {
    "purchase": _purchase, "invoice": _invoice, "payment": _payment, "rating": _rating, "interaction": _interaction,
}  # fmt: skip


def _links(ledger: Ledger) -> Iterator[Happening]:
    """Give whom he sent and who sent him."""
    found = [
        (number, row, "", kind, date, text, by, to, name)
        for number, row, kind, date, text, by, to, name in ledger.store.read(_GAVE, [ledger.customer])
    ]
    found += [
        (number, row, "by", kind, date, text, by, who, name)
        for number, row, kind, date, text, by, who, name in ledger.store.read(_CAME, [ledger.customer])
    ]
    wrote = ledger.wrote("link", [one[0] for one in found])
    for number, row, by_other, kind, date, text, by, who, name in found:
        if by_other:
            what = (
                say("was sent by {id} {name}", id=who, name=name)
                if kind == "referral"
                else say("{kind} by {id} {name}", kind=kind, id=who, name=name)
            )
        else:
            what = (
                say("sent {id} {name}", id=who, name=name)
                if kind == "referral"
                else say("{kind} for {id} {name}", kind=kind, id=who, name=name)
            )
        owner = by == "owner"
        source = "by hand" if owner else ledger.rows[row].source if row in ledger.rows else "smbcrm"
        yield _of(
            ledger,
            "touch",
            _about(what, text) if owner else what,
            date=date,
            source=source,
            operation=wrote.get(number),
        )


# By hand the day is that of the touch; a list tells none.
_GAVE = """
SELECT l.link_id, l.row_id, l.kind, l.date, l.text, l.by, l.to_id, l.to_name FROM source_row r JOIN link k ON k.row_id = r.id
JOIN link_records l ON l.link_id = k.id WHERE r.customer_id = ? ORDER BY l.link_id
"""
_CAME = """
SELECT l.link_id, l.to_row_id, l.kind, l.date, l.text, l.by, l.customer_id, l.name FROM source_row r JOIN link k ON k.to_row_id = r.id
JOIN link_records l ON l.link_id = k.id WHERE r.customer_id = ? ORDER BY l.link_id
"""


def _scores(ledger: Ledger) -> Iterator[Happening]:
    """Give how the score that counts came about and changed, as far as it shows."""
    now = dict(ledger.store.read("SELECT id, score FROM score WHERE id = ?", [ledger.customer]))
    states = ledger.before("score", "score", [ledger.customer]).get(ledger.customer, [])
    steps = [(operation, score) for operation, score in states]
    today = now.get(ledger.customer)
    after = [*(score for _, score in steps[1:]), today] if steps else []
    first = ledger.wrote("score", [ledger.customer]).get(ledger.customer)
    if first is not None and (value := steps[0][1] if steps else today) is not None:
        yield _of(ledger, "score", say("score: {after}", after=f"{value:.1f}"), operation=first)
    for (operation, old), new in zip(steps, after, strict=True):
        told = [None if value is None else f"{value:.1f}" for value in (old, new)]
        if told[0] == told[1] or not ledger.in_force(operation):
            continue
        if old is None:
            yield _of(ledger, "score", say("score: {after}", after=told[1]), operation=operation)
        elif new is None:
            yield _of(
                ledger,
                "score",
                say("score {before} is no more: too little is known", before=told[0]),
                operation=operation,
            )
        else:
            yield _of(
                ledger,
                "score",
                say("score: {before} → {after}", before=told[0], after=told[1]),
                operation=operation,
            )


def _tiers(ledger: Ledger) -> Iterator[Happening]:
    moves = list(
        ledger.store.read(
            "SELECT id, before, after, date, reason FROM tier_move WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY id",
            [ledger.ids],
        )
    )
    wrote = ledger.wrote("tier_move", [move[0] for move in moves])
    for number, before, after, date, reason in moves:
        why = from_data(json.loads(reason)) if reason else Say("")
        if before and after:
            what = say("tier {before} → {after}: {reason}", before=before, after=after, reason=why)
        else:
            what = say("tier {after}: {reason}", after=after or "-", reason=why)
        yield _of(ledger, "tier", what, date=date, operation=wrote.get(number))


def _plan(ledger: Ledger) -> Iterator[Happening]:
    """Give what is planned, was done and was skipped; what another plan replaced is no news."""
    items = list(
        ledger.store.read(
            "SELECT i.id, i.kind, i.date, i.status, i.reason FROM source_row r JOIN plan_item i ON i.row_id = r.id "
            "WHERE r.customer_id = ? AND i.status IN ('open', 'done', 'skipped') ORDER BY i.id",
            [ledger.customer],
        )
    )
    numbers = [item[0] for item in items]
    wrote = ledger.wrote("plan_item", numbers)
    settled = {
        number: [operation for operation, status in states if ledger.in_force(operation) and status == "open"]
        for number, states in ledger.before("plan_item", "status", numbers).items()
    }
    for number, kind, date, status, reason in items:
        item, why = f"P{number}", from_data(json.loads(reason))
        operation = (settled.get(number) or [None])[-1] if status != "open" else None
        if status == "done":
            yield _of(
                ledger,
                "plan",
                say("{item} was done: {kind}", item=item, kind=say(kind)),
                operation=operation or wrote.get(number),
            )
        elif status == "skipped":
            yield _of(
                ledger,
                "plan",
                say("{item} was left out: {kind}; {reason}", item=item, kind=say(kind), reason=why),
                operation=operation or wrote.get(number),
            )
        else:
            yield _of(
                ledger,
                "plan",
                say("{item} is planned: {kind}; {reason}", item=item, kind=say(kind), reason=why),
                date=date,
                operation=wrote.get(number),
            )
