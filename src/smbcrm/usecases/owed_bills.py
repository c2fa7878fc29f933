"""Which bills are open, for one customer or for all: the bills and payments of the store, put against each other."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from smbcrm.core.owing import Bill, Owing, Payment, Standing, settle
from smbcrm.usecases.mainly import main_unit
from smbcrm.usecases.ports import Store

Account = tuple[int, str]
"""A customer and a unit of money: what is never mixed with anything else."""


class BillLine(NamedTuple):
    """One bill with its customer and unit."""

    customer: int
    unit: str
    standing: Standing


def owing_by_customer(
    store: Store, *, today: datetime.date, customers: Sequence[int] | None = None
) -> dict[Account, Owing]:
    """Give what customers owe by customer and unit, of those who have bills; money without a unit is in the shop's main one."""
    which, given = (
        ("", [])
        if customers is None
        else ("AND customer IN (SELECT value FROM json_each(?))", [list(customers)])
    )
    told = list(store.read(_BILLS.format(which), [*given, *given]))
    if not told:
        return {}
    came = [(False, *row) for row in store.read(_PAYMENTS.format(which), given)]
    came += [(True, *row) for row in store.read(_RETURNS.format(which), given)]
    units = {row[1] for row in told} | {row[2] for row in came}
    main = main_unit(store) if "" in units and len(units) > 1 else ""  # to tell it, all sales are counted
    bills: dict[Account, list[Bill]] = defaultdict(list)
    payments: dict[Account, list[Payment]] = defaultdict(list)
    for row in told:
        bills[row[0], row[1] or main].append(Bill._make(row[2:12]))
    for credit, customer, unit, date, amount, number in came:
        payments[customer, unit or main].append(
            Payment(date=date, amount=amount, number=number, credit=credit)
        )
    return {account: settle(bills[account], payments[account], today=today) for account in sorted(bills)}


def bill_lines(
    store: Store, *, today: datetime.date, customers: Sequence[int] | None = None
) -> Iterator[BillLine]:
    """Give every bill with where it stands, by customer, the oldest due first."""
    for (customer, unit), owing in owing_by_customer(store, today=today, customers=customers).items():
        for standing in owing.standings:
            yield BillLine(customer, unit, standing)


# The two kinds of `bill_records`, each with the columns of a Bill, read by the rows of its customer: the view would be gone through whole.
_BILLS = """
SELECT r.customer_id AS customer, i.unit, 'I' || i.id, i.number, i.date, i.due, i.amount, 0 AS listed, 1, NULL, '', NULL, i.id AS bill_id
FROM source_row r JOIN invoice i ON i.row_id = r.id WHERE customer IS NOT NULL {0}
UNION ALL
SELECT r.customer_id AS customer, p.unit, 'Y' || p.id, p.order_id, '', p.due, coalesce(p.billed, p.amount), 1, p.billed IS NOT NULL, p.paid, p.date,
       CASE WHEN p.paid = 1 THEN p.amount END, p.id
FROM source_row r JOIN payment p ON p.row_id = r.id
WHERE customer IS NOT NULL AND (p.due <> '' OR p.billed IS NOT NULL OR p.paid = 0) {0}
ORDER BY customer, listed, bill_id
"""
# Rows that tell a bill beside the payment are among the bills.
_PAYMENTS = """
SELECT r.customer_id AS customer, p.unit, p.date, p.amount, p.order_id FROM source_row r JOIN payment p ON p.row_id = r.id
WHERE customer IS NOT NULL AND p.amount > 0 AND p.due = '' AND p.billed IS NULL AND p.paid IS NOT 0 {} ORDER BY p.date, p.id
"""
_RETURNS = """
SELECT r.customer_id AS customer, p.unit, p.date, -p.amount, p.return_of FROM source_row r JOIN purchase p ON p.row_id = r.id
WHERE customer IS NOT NULL AND p.return_of <> '' AND p.amount < 0 {} ORDER BY p.date, p.id
"""
