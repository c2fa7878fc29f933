"""Which bills are open, for one customer or for all: the bills and payments of the store, put against each other."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter
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
    return dict(_accounts(store, today=today, customers=customers))


def _accounts(
    store: Store, *, today: datetime.date, customers: Sequence[int] | None
) -> Iterator[tuple[Account, Owing]]:
    """Give the accounts one by one, by customer and unit: a million bills are never held together."""
    which, given = (
        ("", [])
        if customers is None
        else ("AND customer IN (SELECT value FROM json_each(?))", [list(customers)])
    )
    told = iter(store.read(_BILLS.format(which), [*given, *given]))
    first = next(told, None)
    if first is None:
        return
    main = _main_where_mixed(store, which, given)
    payments = _payments(store, which, given, main)
    for customer, rows in groupby(chain([first], told), key=itemgetter(0)):
        bills: dict[str, list[Bill]] = defaultdict(list)
        for row in rows:
            bills[row[1] or main].append(Bill._make(row[2:12]))
        for unit in sorted(bills):
            account = (customer, unit)
            yield account, settle(bills[unit], payments.get(account, ()), today=today)


def _payments(store: Store, which: str, given: Sequence[object], main: str) -> dict[Account, list[Payment]]:
    """Give the payments of each account, and what was brought back, by day."""
    found: dict[Account, list[Payment]] = defaultdict(list)
    for credit, query in ((False, _PAYMENTS), (True, _RETURNS)):
        for customer, unit, date, amount, number in store.read(query.format(which), given):
            found[customer, unit or main].append(Payment(date, amount, number, credit))
    return found


def _main_where_mixed(store: Store, which: str, given: Sequence[object]) -> str:
    """Give the shop's main unit where some of this money has a unit and some has none; to tell it, all sales are counted."""
    if not which and not _mixed(store.read(_ALL_UNITS)):
        return ""
    queries = (_BILLS.format(which), _PAYMENTS.format(which), _RETURNS.format(which))
    units = " UNION ".join(f"SELECT unit FROM ({query})" for query in queries)
    return main_unit(store) if _mixed(store.read(units, [*given] * 4)) else ""


def _mixed(units: Iterable[Sequence[str]]) -> bool:
    found = {unit for (unit,) in units}
    return "" in found and len(found) > 1


def bill_lines(
    store: Store, *, today: datetime.date, customers: Sequence[int] | None = None
) -> Iterator[BillLine]:
    """Give every bill with where it stands, by customer, the oldest due first."""
    for (customer, unit), owing in _accounts(store, today=today, customers=customers):
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
# Quickly read, and mostly enough: all money with a unit, or none of it.
_ALL_UNITS = """
SELECT unit FROM invoice UNION SELECT unit FROM payment UNION SELECT unit FROM purchase WHERE return_of <> ''
"""
