"""Money that came in: for one bill, or for the oldest that are open."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from smbcrm.core.amounts_typed import read_amount
from smbcrm.core.owing import Owing, Standing
from smbcrm.core.say import say
from smbcrm.core.text import fold
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.dealings.owed_bills import owing_by_customer
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedPayment:
    """A payment that was noted, the bills whose standing it changed, and what is owed by now (None: there are no bills)."""

    noted: Noted
    amount: float
    unit: str
    date: str
    number: str
    settled: tuple[Standing, ...]
    owing: Owing | None


def add_payment(
    store: Store,
    customer: int,
    amount: str,
    *,
    unit: str,
    number: str,
    date: datetime.date,
    today: datetime.date,
    operation: int,
) -> NotedPayment:
    """Note a payment, for the bill with a number or for the oldest open ones.

    Raises UsageError for what is no amount, NotFoundError for a number that neither a bill nor a sale of the customer has.
    """
    found = read_amount(amount, unit)
    if found.value <= 0:
        raise UsageError(
            say("a payment is more than nothing; {value} is not", value=amount),
            say("money given back: `smbcrm purchase add WHO --return-of NUMBER`"),
        )
    day = past_day(date, today)
    before = owing_by_customer(store, today=today, customers=[customer])
    kept, of_the_bill = _number(store, customer, number, before) if number.strip() else ("", "")
    chosen = found.unit or of_the_bill or _unit_owed(before) or main_unit(store)
    _check_unit(chosen, of_the_bill)
    fields = {"order_id": kept, "date": day, "amount": found.value, "currency": chosen}
    row = note_row(store, customer, fields, operation=operation)
    values = {
        "order_id": kept,
        "due": "",
        "date": day,
        "amount": found.value,
        "unit": chosen,
        "days_late": None,
        "paid": 1,
    }
    ref = put(store, "payment", row, values)
    owing = owing_by_customer(store, today=today, customers=[customer]).get((customer, chosen))
    return NotedPayment(
        noted=Noted(id=ref, customer=customer, name=name_of(store, customer)),
        amount=found.value,
        unit=chosen,
        date=day,
        number=kept,
        settled=_changed(before.get((customer, chosen)), owing),
        owing=owing,
    )


def _check_unit(chosen: str, of_the_bill: str) -> None:
    """Raise UsageError for a payment in another unit than the bill it is for."""
    if of_the_bill and chosen != of_the_bill:
        raise UsageError(
            say("the bill is in {unit}, the payment in {other}", unit=of_the_bill, other=chosen),
            say("money of two units is never put together: note the payment in the unit of the bill"),
        )


def _number(store: Store, customer: int, word: str, owing: dict[tuple[int, str], Owing]) -> tuple[str, str]:
    """Give the number that a bill or a sale of the customer has, as it is written there, and the unit of the bill."""
    wanted = fold(word)
    for (_, unit), mine in owing.items():
        for standing in mine.standings:
            if wanted in {fold(standing.bill.number), fold(standing.bill.ref)} - {""}:
                return standing.bill.number or standing.bill.ref, unit
    orders = store.read(
        "SELECT DISTINCT p.order_id FROM source_row r JOIN purchase p ON p.row_id = r.id WHERE r.customer_id = ? AND p.order_id <> ''",
        [customer],
    )
    for (order,) in orders:
        if fold(order) == wanted:
            return order, ""
    raise NotFoundError(
        say("{id} has no bill and no sale with the number {order}", id=f"C{customer}", order=word),
        say(
            "`smbcrm invoice list {id}` shows the bills; without --for the oldest is paid first",
            id=f"C{customer}",
        ),
    )


def _unit_owed(owing: dict[tuple[int, str], Owing]) -> str:
    """Give the unit of what is owed, where it is only one."""
    units = {unit for (_, unit), mine in owing.items() if mine.owed}
    return units.pop() if len(units) == 1 else ""


def _changed(before: Owing | None, after: Owing | None) -> tuple[Standing, ...]:
    if after is None:
        return ()
    known = {one.bill.ref: one.paid for one in before.standings} if before else {}
    return tuple(one for one in after.standings if one.paid != known.get(one.bill.ref))


def remove_payment(store: Store, number: int) -> Removed:
    """Take a payment out."""
    return remove_record(
        store, "payment", number,
        what=say("there is no payment {number}", number=number), hint=say("`smbcrm payment list` shows their numbers"),
    )  # fmt: skip
