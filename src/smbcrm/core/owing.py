"""What is owed: which payments settle which bills, what stays open, and how late it is.

A payment that names a bill settles that one; the others, and what a named one has left over, settle the oldest due first (the rule of
imputation of payments where the debtor named no debt, e.g. German Civil Code § 366 (2), French Code civil art. 1342-10).
Money of different units is never put together: the bills and payments given here are of one customer and one unit.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

State = Literal["paid", "open", "overdue", "unknown"]
_CENT = 0.005
_NEVER = "9999"


# There may be a million bills: a named tuple is made four times as fast as a frozen dataclass.
class Bill(NamedTuple):
    """What a customer is to pay. `paid` is what a list itself tells of it: True, False, or None where it tells nothing.

    `listed` tells a bill that a list of payments tells from one of its own; `whole` that its row tells the bill beside the payment.
    """

    ref: str
    number: str = ""
    date: str = ""
    due: str = ""
    amount: float | None = None
    listed: bool = False
    whole: bool = True
    paid: bool | None = None
    paid_on: str = ""
    paid_amount: float | None = None


class Payment(NamedTuple):
    """Money that came in, for the bill with a number or for none in particular; `credit` is a sale taken back."""

    date: str
    amount: float
    number: str = ""
    credit: bool = False


class Standing(NamedTuple):
    """Where a bill stands: paid so far, still open (None: not known), when it was paid in full, how many days late (below 0: early)."""

    bill: Bill
    paid: float | None
    open: float | None
    paid_on: str
    days_late: int | None
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """All bills of a customer in one unit, the oldest due first, and what he paid beyond them."""

    standings: tuple[Standing, ...]
    advance: float

    @property
    def owed(self) -> float | None:
        """What is open on the bills of which it is known; None where it is known of none."""
        known = [one.open for one in self.standings if one.open is not None]
        return sum(known) if known else None

    @property
    def overdue(self) -> float:
        """What of it should have been paid by now."""
        return sum(one.open or 0.0 for one in self.standings if one.state == "overdue")

    @property
    def days_overdue(self) -> int:
        """How long the oldest of it is late."""
        return max((one.days_late or 0 for one in self.standings if one.state == "overdue"), default=0)


def days_late(due: str, paid: str) -> int | None:
    """Give how many days after the due date something was paid, below 0 for early; None while either day is unknown.

    >>> days_late("2026-03-01", "2026-03-04"), days_late("2026-03-01", "2026-02-27"), days_late("2026-03-01", "")
    (3, -2, None)
    """
    if len(due) != len("2026-03-01") or len(paid) != len(due):
        return None
    return _ordinal(paid) - _ordinal(due)


@lru_cache(maxsize=8192)
def _ordinal(day: str) -> int:
    """Many bills share few days."""
    return datetime.date.fromisoformat(day).toordinal()


def settle(bills: Sequence[Bill], payments: Sequence[Payment], *, today: datetime.date) -> Owing:
    """Let payments settle bills.

    >>> bills = [Bill(ref="I1", number="17", due="2026-03-01", amount=100.0), Bill(ref="I2", due="2026-02-01", amount=50.0)]
    >>> owing = settle(bills, [Payment(date="2026-03-05", amount=70.0)], today=datetime.date(2026, 3, 11))
    >>> [(one.bill.ref, one.open, one.days_late, one.state) for one in owing.standings]
    [('I2', 0.0, 32, 'paid'), ('I1', 80.0, 10, 'overdue')]
    """
    day = today.isoformat()
    if not payments and _each_by_itself(bills):  # as most are
        alone = bills if len(bills) == 1 else sorted(bills, key=_age)
        return Owing(standings=tuple(_Open(bill).standing(day) for bill in alone), advance=0.0)
    kept, moved = _one_bill_each(bills)
    ledger = [_Open(bill) for bill in sorted(kept, key=_age)]
    by_name: dict[str, list[_Open]] = defaultdict(list)
    for one in ledger:
        for name in {one.bill.number, one.bill.ref} - {""}:
            by_name[name].append(one)
    pool: list[tuple[str, float]] = []
    every = sorted([*payments, *moved], key=lambda p: (not p.credit, p.date or _NEVER, p.number))
    for payment in every:
        mine = by_name.get(payment.number, []) if payment.number else []
        left = _pay(mine, payment.amount, payment.date, credit=payment.credit)
        # What names something else than a bill (a sale paid at once) pays no bill.
        if left > _CENT and (mine or not payment.number) and not payment.credit:
            pool.append((payment.date, left))
    advance = 0.0
    for date, amount in sorted(pool, key=lambda part: part[0] or _NEVER):
        advance += _pay(
            [one for one in ledger if one.bill.paid is not None or not one.bill.listed], amount, date
        )
    return Owing(standings=tuple(one.standing(day) for one in ledger), advance=advance)


def _each_by_itself(bills: Sequence[Bill]) -> bool:
    """Tell whether no two of the bills could be one, told twice."""
    if len(bills) == 1:
        return True
    numbers = [bill.number for bill in bills if bill.number]
    return len(set(numbers)) == len(numbers)


def _age(bill: Bill) -> tuple[str, str, int, str]:
    return (bill.due or _NEVER, bill.date or _NEVER, len(bill.ref), bill.ref)


def _one_bill_each(bills: Sequence[Bill]) -> tuple[list[Bill], list[Payment]]:
    """Count a bill once that is told several times, and give what those tellings say of its payment.

    The owner's own bill stands for all rows of a list that have its number; rows that tell one whole bill with a payment each are
    one bill in instalments.
    """
    own = {bill.number for bill in bills if bill.number and not bill.listed}
    kept: list[Bill] = []
    moved: list[Payment] = []
    wholes: dict[tuple[object, ...], int] = {}
    for bill in bills:
        key = (bill.number, bill.due, bill.amount)
        if not bill.listed or not bill.number:
            kept.append(bill)
        elif bill.number in own or (bill.whole and key in wholes):
            moved += _told_payment(bill)
        else:
            if bill.whole:
                wholes[key] = len(kept)
            kept.append(bill)
    return [_joined(bill, bills, wholes) for bill in kept], moved


def _joined(bill: Bill, bills: Sequence[Bill], wholes: dict[tuple[object, ...], int]) -> Bill:
    """Let a bill in instalments be known as paid or unpaid where any of its rows tells it."""
    key = (bill.number, bill.due, bill.amount)
    if not bill.listed or bill.paid is not None or not bill.whole or key not in wholes:
        return bill
    told = {one.paid for one in bills if one.listed and (one.number, one.due, one.amount) == key}
    return bill._replace(paid=False) if told - {None} else bill


def _told_payment(bill: Bill) -> Iterable[Payment]:
    amount = bill.paid_amount if bill.paid_amount is not None else bill.amount
    if bill.paid and amount:
        yield Payment(date=bill.paid_on, amount=amount, number=bill.number)


class _Open:
    """A bill while payments come in."""

    __slots__ = ("bill", "days", "left", "paid")

    def __init__(self, bill: Bill) -> None:
        self.bill = bill
        self.left = bill.amount if bill.amount is not None else 0.0
        self.paid = 0.0
        self.days: list[str] = []
        if bill.listed and bill.paid:
            whole = bill.paid_amount is None or not bill.whole
            self.take(self.left if whole else bill.paid_amount or 0.0, bill.paid_on)

    def take(self, amount: float, date: str, *, credit: bool = False) -> float:
        """Take what is still to be paid of an amount; give what is left of it."""
        taken = min(self.left, amount)
        if taken <= 0:
            return amount
        self.left -= taken
        if not credit:
            self.paid += taken
            self.days.append(date)
        return amount - taken

    def standing(self, today: str) -> Standing:
        """Tell where the bill stands today."""
        bill = self.bill
        if bill.amount is None or (bill.listed and bill.paid is None and self.left > _CENT):
            return Standing(
                bill=bill, paid=self.paid or None, open=None, paid_on="", days_late=None, state="unknown"
            )
        if self.left <= _CENT:
            paid_on = max(self.days, default="") if all(self.days) else ""
            late = days_late(bill.due, paid_on)
            return Standing(bill, self.paid, 0.0, paid_on, late, "paid")
        waited = days_late(bill.due, today)
        late = waited if waited is not None and waited > 0 else None
        state: State = "open" if late is None else "overdue"
        return Standing(bill, self.paid, self.left, "", late, state)


def _pay(bills: Sequence[_Open], amount: float, date: str, *, credit: bool = False) -> float:
    """Let an amount settle bills in their order; give what is left of it."""
    for bill in bills:
        if amount <= _CENT:
            break
        amount = bill.take(amount, date, credit=credit)
    return amount
