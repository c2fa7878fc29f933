"""What is said when a sale, a bill, a payment, an answer or a touch was noted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smbcrm.core.money_said import money
from smbcrm.core.say import Say, say
from smbcrm.core.values.touches import SPEAKING
from smbcrm.output.dealings.spent import spent

if TYPE_CHECKING:
    from smbcrm.core.owing import Standing
    from smbcrm.usecases.record_invoice import NotedBill
    from smbcrm.usecases.record_payment import NotedPayment
    from smbcrm.usecases.record_purchase import NotedSale
    from smbcrm.usecases.record_rating import NotedRating
    from smbcrm.usecases.record_touch import NotedTouch


def sale_lines(done: NotedSale, *, due: datetime.date | None) -> Iterator[Say]:
    """Say what was bought or taken back, and what the customer has bought by now."""
    sale, noted = done.sale, done.noted
    template = (
        say("Purchase {number}: {money} of {id} {name} on {date} was noted.", number=noted.id, money=money(sale.amount, sale.unit), id=f"C{noted.customer}", name=noted.name, date=sale.date)
        if sale.amount >= 0
        else say("Purchase {number}: {money} that {id} {name} brought back on {date} was taken off.", number=noted.id, money=money(-sale.amount, sale.unit), id=f"C{noted.customer}", name=noted.name, date=sale.date)
    )  # fmt: skip
    yield template
    if sale.discount:
        yield say(
            "{price} less {discount} discount",
            price=money(abs(sale.amount) + sale.discount, sale.unit),
            discount=money(sale.discount, sale.unit),
        )
    if due is not None and noted.changed:
        yield say(
            "To be paid by {date}: `smbcrm payment add {id} AMOUNT`",
            date=due.isoformat(),
            id=f"C{noted.customer}",
        )
    if done.spend is not None:
        yield say(
            "In all {spent}. Next: `smbcrm score`.",
            spent=spent(done.spend, done.purchases or 0, listed=done.listed, times=done.times),
        )


def sale_data(done: NotedSale) -> dict[str, object]:
    """Give a sale that was noted, for scripts."""
    sale = done.sale
    return {
        "date": sale.date, "amount": sale.amount, "unit": sale.unit, "product": sale.product, "quantity": sale.quantity,
        "discount": sale.discount, "order": sale.order_id, "return_of": sale.return_of, "spend": done.spend, "purchases": done.purchases,
    }  # fmt: skip


def bill_line(done: NotedBill) -> Say:
    """Say which bill was noted, and what is to do when it is paid."""
    bill, who = done.line.standing.bill, f"C{done.noted.customer}"
    what = money(bill.amount, done.line.unit)
    if bill.due:
        return say(
            "Bill {ref} to {id} {name}: {money}, to be paid by {due}. When it is: `smbcrm payment add {id} AMOUNT --for {number}`",
            ref=bill.ref, id=who, name=done.noted.name, money=what, due=bill.due, number=bill.number or bill.ref,
        )  # fmt: skip
    return say(
        "Bill {ref} to {id} {name}: {money}, no day to pay by. When it is paid: `smbcrm payment add {id} AMOUNT --for {number}`",
        ref=bill.ref, id=who, name=done.noted.name, money=what, number=bill.number or bill.ref,
    )  # fmt: skip


def bill_after(done: NotedBill) -> tuple[Say, ...]:
    """Say what of a new bill earlier payments cover."""
    standing = done.line.standing
    if not done.noted.changed or not standing.paid:
        return ()
    paid, left = money(standing.paid, done.line.unit), standing.open or 0.0
    if not left:
        return (say("It is paid already, by what was paid in advance: {paid}", paid=paid),)
    return (
        say(
            "{paid} of it was paid in advance; still open: {open}",
            paid=paid,
            open=money(left, done.line.unit),
        ),
    )


def bill_data(done: NotedBill) -> dict[str, object]:
    """Give a bill that was noted, for scripts."""
    standing = done.line.standing
    bill = standing.bill
    return {
        "invoice": bill.ref, "number": bill.number, "date": bill.date, "due": bill.due, "amount": bill.amount, "unit": done.line.unit,
        "paid": standing.paid, "open": standing.open, "days_late": standing.days_late, "state": standing.state,
    }  # fmt: skip


def payment_lines(done: NotedPayment) -> Iterator[Say]:
    """Say what was paid, which bills that settles, and what is owed by now."""
    who = f"C{done.noted.customer}"
    yield say(
        "Payment {number}: {money} from {id} {name} on {date} was noted.",
        number=done.noted.id, money=money(done.amount, done.unit), id=who, name=done.noted.name, date=done.date,
    )  # fmt: skip
    for standing in done.settled:
        yield _settled(standing, done.unit)
    if done.owing is None:
        yield say("{id} has no bill in this unit. Next: `smbcrm score`.", id=who)
        return
    if done.number and not done.settled:
        yield say(
            "It pays no bill: number {order} is that of a sale without one, or is paid already.",
            order=done.number,
        )
    if done.owing.advance > 0.005:
        yield say(
            "{money} is more than all bills; it pays the next one.",
            money=money(done.owing.advance, done.unit),
        )
    if done.owing.owed:
        yield say(
            "Still open: {money}. `smbcrm invoice list {id} --open`",
            money=money(done.owing.owed, done.unit),
            id=who,
        )
    elif done.owing.owed is not None:
        yield say("Nothing is open now. Next: `smbcrm score`.")


def _settled(standing: Standing, unit: str) -> Say:
    bill = standing.bill
    ref = bill.number or bill.ref
    if standing.state != "paid":
        return say(
            "Bill {ref}: {paid} of {money} paid", ref=ref, paid=standing.paid, money=money(bill.amount, unit)
        )
    late = standing.days_late
    if not late:
        return say("Bill {ref}: paid in full", ref=ref)
    if late > 0:
        return say("Bill {ref}: paid in full, {days} {days:day|days} late", ref=ref, days=late)
    return say("Bill {ref}: paid in full, {days} {days:day|days} early", ref=ref, days=-late)


def payment_data(done: NotedPayment) -> dict[str, object]:
    """Give a payment that was noted, for scripts."""
    owing = done.owing
    return {
        "date": done.date, "amount": done.amount, "unit": done.unit, "for": done.number,
        "settled": [{"invoice": one.bill.ref, "number": one.bill.number, "open": one.open, "days_late": one.days_late} for one in done.settled],
        "owed": owing.owed if owing else None, "overdue": owing.overdue if owing else None,
    }  # fmt: skip


def touch_lines(done: NotedTouch) -> Iterator[Say]:
    """Say what a customer did, and what that asks for."""
    who = f"C{done.noted.customer}"
    if done.to is None:
        yield say(
            "{ref}: {kind} of {id} {name} on {date} was noted.",
            ref=done.ref, kind=done.kind, id=who, name=done.noted.name, date=done.date,
        )  # fmt: skip
    elif done.kind == "referral":
        yield say(
            "{ref}: {id} {name} sent {to} {other} on {date}.",
            ref=done.ref, id=who, name=done.noted.name, to=f"C{done.to}", other=done.to_name, date=done.date,
        )  # fmt: skip
    else:
        yield say(
            "{ref}: {kind} of {id} {name} for {to} {other} on {date} was noted.",
            ref=done.ref, kind=done.kind, id=who, name=done.noted.name, to=f"C{done.to}", other=done.to_name, date=done.date,
        )  # fmt: skip
    if done.created:
        yield say("{id} {name} is new on the list.", id=f"C{done.to}", name=done.to_name)
    if not done.noted.changed:
        return
    if done.kind == "complaint":
        yield say("Next: settle it, then `smbcrm log {id} call TEXT`", id=who)
    elif done.kind == "referral" or done.kind in SPEAKING:
        yield say(
            "Next: thank {name}, then `smbcrm log {id} call TEXT`; `smbcrm score` counts it.",
            name=done.noted.name,
            id=who,
        )
    elif done.to is None:
        yield say("Next: `smbcrm score` counts it.")
    else:
        yield say("Next: `smbcrm show {id}`", id=who)


def touch_data(done: NotedTouch) -> dict[str, object]:
    """Give a touch that was noted, for scripts."""
    return {
        "touch": done.ref, "kind": done.kind, "date": done.date, "to_id": None if done.to is None else f"C{done.to}", "to_name": done.to_name,
        "created": done.created,
    }  # fmt: skip


def rating_lines(done: NotedRating) -> Iterator[Say]:
    """Say which answer was noted, and what it asks for."""
    who = f"C{done.noted.customer}"
    yield say(
        "Rating {number}: {value} of {scale} by {id} {name} on {date} was noted.",
        number=done.noted.id, value=done.value, scale=done.scale, id=who, name=done.noted.name, date=done.date,
    )  # fmt: skip
    if done.value * 2 <= done.scale:
        yield say("That is low. Next: ask why, then `smbcrm log {id} call TEXT`", id=who)
    else:
        yield say("Next: `smbcrm score` counts it.")


def rating_data(done: NotedRating, *, about: str, text: str) -> dict[str, object]:
    """Give an answer that was noted, for scripts."""
    return {"date": done.date, "value": done.value, "scale": done.scale, "about": about, "text": text}
