"""A bill noted by hand: how much is to be paid, and until when; and all bills with what is still open on them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.amounts_typed import read_amount
from smbcrm.core.bulk import bulk
from smbcrm.core.owing import Standing
from smbcrm.core.say import say
from smbcrm.core.text import fold
from smbcrm.errors import UsageError
from smbcrm.usecases.dealings.owed_bills import BillLine, bill_lines
from smbcrm.usecases.dealings.own_record import (
    Noted,
    Removed,
    name_of,
    note_row,
    past_day,
    put,
    remove_record,
)
from smbcrm.usecases.mainly import main_unit
from smbcrm.usecases.ports import Store

REF = re.compile(r"i?(\d{1,12})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedBill:
    """A bill that was noted, and where it stands."""

    noted: Noted
    line: BillLine


def add_invoice(
    store: Store,
    customer: int,
    amount: str,
    *,
    unit: str,
    number: str,
    date: datetime.date,
    due: datetime.date | None,
    text: str,
    today: datetime.date,
    operation: int,
) -> NotedBill:
    """Note a bill; the very same one noted twice is one.

    Raises UsageError for what is no amount to be paid, a day to come, a day to pay by before the bill.
    """
    bill = _read(amount, unit=unit, number=number, date=date, due=due, text=text, today=today)
    bill["unit"] = bill["unit"] or main_unit(store)
    name = name_of(store, customer)
    others = _with_the_number(store, customer, number)
    wanted = (bill["unit"], bill["due"], bill["amount"])
    for other in others:
        standing = other.standing
        if (other.unit, standing.bill.due, standing.bill.amount) == wanted:
            told = say("this bill is known already ({ref}); nothing was changed", ref=standing.bill.ref)
            noted = Noted(id=_id(standing), customer=customer, name=name, changed=False, notes=(told,))
            return NotedBill(noted=noted, line=other)
    notes = (
        (
            say(
                "there is another bill with the number {order}: a payment for it pays the older first",
                order=number,
            ),
        )
        if others
        else ()
    )
    ref = put(store, "invoice", note_row(store, customer, _as_fields(bill), operation=operation), bill)
    line = next(
        one
        for one in bill_lines(store, today=today, customers=[customer])
        if one.standing.bill.ref == f"I{ref}"
    )
    return NotedBill(noted=Noted(id=ref, customer=customer, name=name, notes=notes), line=line)


def _read(
    amount: str,
    *,
    unit: str,
    number: str,
    date: datetime.date,
    due: datetime.date | None,
    text: str,
    today: datetime.date,
) -> dict[str, Any]:
    """Give a bill as it is kept, from how it was typed."""
    found = read_amount(amount, unit)
    if found.value <= 0:
        raise UsageError(
            say("a bill is for more than nothing; {value} is not", value=amount),
            say("what was brought back: `smbcrm purchase add WHO --return-of NUMBER`"),
        )
    day = past_day(date, today)
    if due is not None and due < date:
        raise UsageError(
            say("{due} is before the day of the bill, {date}", due=due.isoformat(), date=day),
            say("give the day of the bill with --date"),
        )
    return {
        "number": number.strip(), "date": day, "due": due.isoformat() if due else "", "amount": found.value,
        "unit": found.unit, "text": text.strip(),
    }  # fmt: skip


def _as_fields(bill: Mapping[str, Any]) -> dict[str, Any]:
    """Give a bill as the fields of a row; `unit` would be the customer's own, so it is called currency here."""
    return {
        "order_id": bill["number"], "issued": bill["date"], "due_date": bill["due"], "billed": bill["amount"], "currency": bill["unit"],
        "text": bill["text"],
    }  # fmt: skip


def _with_the_number(store: Store, customer: int, number: str) -> list[BillLine]:
    if not number.strip():
        return []
    day = datetime.date.min
    lines = bill_lines(store, today=day, customers=[customer])
    return [line for line in lines if fold(line.standing.bill.number) == fold(number)]


def _id(standing: Standing) -> int:
    return int(standing.bill.ref[1:])


def remove_invoice(store: Store, word: str) -> Removed:
    """Take a bill out that was noted by hand."""
    what = say("there is no bill {ref} that was noted by hand", ref=word)
    hint = say("`smbcrm invoice list` shows them; those of a list (Y...) stay as they were read")
    match = REF.fullmatch(word.strip())
    return remove_record(store, "invoice", int(match[1]) if match else -1, what=what, hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bills:
    """Bills as records, and what they come to in each unit: unit, open, overdue, customers late."""

    rows: Sequence[tuple[object, ...]]
    sums: Sequence[tuple[str, float, float, int]]
    unknown: int


def list_invoices(
    store: Store, *, today: datetime.date, customer: int | None, states: frozenset[str] = frozenset()
) -> Bills:
    """Give the bills in the chosen states (none: all), the longest overdue first, then by the day to pay by."""
    with bulk():
        return _bills(store, today=today, customer=customer, states=states)


def _bills(store: Store, *, today: datetime.date, customer: int | None, states: frozenset[str]) -> Bills:
    names = dict(
        store.read(
            f"SELECT id, name FROM customer {'' if customer is None else 'WHERE id = ?'}",
            [] if customer is None else [customer],
        )
    )
    rows: list[tuple[object, ...]] = []
    sums = _Sums()
    for line in bill_lines(store, today=today, customers=None if customer is None else [customer]):
        if not states or line.standing.state in states:
            rows.append(_row(line, names.get(line.customer, "")))
            sums.add(line)
    rows.sort(key=_by_age)
    return Bills(rows=rows, sums=sums.in_order(), unknown=sums.unknown)


def _by_age(row: Sequence[Any]) -> str:
    """Give what bills are sorted by; equal ones stay in the order of their customers, the older bill first.

    What is overdue since the longest is what was due first.
    """
    return _PLACES[row[_STATE]] + (row[_DUE] or "9999")


_DUE, _STATE = 5, -1  # where they stand in a row
_PLACES = {"overdue": "0", "open": "1", "unknown": "1", "paid": "2"}


def _row(line: BillLine, name: str) -> tuple[object, ...]:
    customer, unit, (bill, paid, open_, paid_on, days_late, state) = line
    ref, number, date, due, amount, *_ = bill
    return (
        ref,
        f"C{customer}",
        name,
        number,
        date,
        due,
        amount,
        unit,
        paid,
        open_,
        paid_on,
        days_late,
        state,
    )


class _Sums:
    """What is open and overdue in each unit: units are never added."""

    def __init__(self) -> None:
        self.unknown = 0
        self._open: dict[str, list[float]] = {}
        self._late: dict[str, set[int]] = {}

    def add(self, line: BillLine) -> None:
        customer, unit, (_, _, left, _, _, state) = line
        self.unknown += state == "unknown"
        if not left:
            return
        sums = self._open.setdefault(unit, [0.0, 0.0])
        sums[0] += left
        if state == "overdue":
            sums[1] += left
            self._late.setdefault(unit, set()).add(customer)

    def in_order(self) -> list[tuple[str, float, float, int]]:
        """Give unit, open, overdue and the customers late, the unit with most open first."""
        units = sorted(self._open.items(), key=lambda one: (-one[1][0], one[0]))
        return [(unit, open_, late, len(self._late.get(unit, ()))) for unit, (open_, late) in units]
