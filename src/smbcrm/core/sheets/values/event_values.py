"""What only all values of a list of events tell together: ids in place of names, the day of a bill, sales that were taken back."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.heading_subject import tells_sorts
from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.nobody import names_nobody
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.event_columns import OUR_ID
from smbcrm.core.sheets.meaning.ledger_sides import find_sides
from smbcrm.core.sheets.values.carried_balances import carried_balances
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.order_states import find_orders_called_off
from smbcrm.core.sheets.values.order_totals import count_orders_once
from smbcrm.core.sheets.values.other_entries import (
    SALES,
    is_other_entry,
    leave_other_entries,
    sorts_told,
)
from smbcrm.core.sheets.values.paid_out import leave_what_was_paid_out
from smbcrm.core.sheets.values.refunds import take_off_change, take_off_refunds
from smbcrm.core.text import fold

_SALES = SALES | {"purchase"}
_RETURNS = frozenset(
    map(fold, ("return", "returned", "returns", "refund", "refunded", "sales return", "credit note", "credit memo", "برگشت", "برگشتی", "برگشت از فروش", "مرجوع",
               "مرجوعی", "retoure", "rückgabe", "gutschrift", "retour", "remboursement", "avoir", "devolución", "abono", "iade", "مرتجع", "مرتجعات", "возврат", "возврат товара", "reso", "zwrot", "devolução", "retour client", "retourzending", "返品", "退货", "반품"))
)  # fmt: skip


def settle_events(got: Gathered, table: Table) -> None:
    """Put right what only all values together tell, on a list of sales, payments, contacts or answers."""
    if table.kind == "customers":
        return
    _nobody_in_particular(got)
    _ids_for_names(got)
    if table.kind in ("payments", "purchases"):
        leave_what_was_paid_out(got, table)
    if table.kind == "payments":
        _entries_of_a_ledger(got, table)
        _day_of_the_bill(got, table)
        find_orders_called_off(got, table)  # a payment that failed, a bill that was voided
    if table.kind == "purchases":
        leave_other_entries(got, table)
        _sales_taken_back(got, table)
        count_orders_once(got, table)
        take_off_change(got, table)
        take_off_refunds(got, table)
        find_orders_called_off(got, table)


def _nobody_in_particular(got: Gathered) -> None:
    """Take no name for a buyer's that only says there is none: all who walked in are not one customer."""
    for name in ("name", "first_name", "last_name", "company", "customer_code"):
        values = got.fields.get(name)
        if values is not None:
            nobody = {value for value in set(values) if isinstance(value, str) and names_nobody(value)}
            if nobody:
                got.fields[name] = [None if value in nobody else value for value in values]


def _ids_for_names(got: Gathered) -> None:
    """Read C7 in a column of names as the customer with that id."""
    names = got.fields.get("name")
    if names is None:
        return
    where = [i for i, name in enumerate(names) if isinstance(name, str) and OUR_ID.fullmatch(name)]
    if where:
        ids = got.fields.setdefault("crm_id", [None] * len(names))
        for i in where:
            ids[i], names[i] = str(names[i]).strip().upper(), None


def _entries_of_a_ledger(got: Gathered, table: Table) -> None:
    """Let each entry of a ledger be a bill or a payment: the side without a sum says nothing, and the day of a bill is not when it was paid."""
    columns = table.columns
    pairs = find_sides([column.heading for column in columns])
    sides = {columns[i].field for one in pairs for i in (one.debit, one.credit)}
    bills, paid = got.fields.get("billed"), got.fields.get("amount")
    if sides != {"billed", "amount"} or bills is None or paid is None:
        return
    got.carried_on.update(carried_balances(got, table, bills, paid))
    days = got.fields.get("date")
    issued: list[object] = [None] * len(bills)
    for i, (bill, sum_) in enumerate(zip(bills, paid)):
        bills[i], paid[i] = bill or None, sum_ or None
        if bills[i] is not None and paid[i] is None and days is not None:
            issued[i], days[i] = days[i], None
    if any(issued):
        got.fields["issued"] = issued
    _own_numbers_of_entries(got, table, bills, paid)


def _own_numbers_of_entries(
    got: Gathered, table: Table, bills: Sequence[object], paid: Sequence[object]
) -> None:
    """Put aside the numbers of payments that are those of no bill: they number the entry, and do not say what was paid."""
    numbers = got.fields.get("order_id")
    column = next((c for c in table.columns if c.field == "order_id"), None)
    if numbers is None or column is None:
        return
    billed = {number for number, bill in zip(numbers, bills) if bill is not None}
    for i, number in enumerate(numbers):
        if number is not None and paid[i] is not None and number not in billed:
            got.put_aside(i, column.heading, str(number))
            numbers[i] = None


def _day_of_the_bill(got: Gathered, table: Table) -> None:
    """A plain date that is never after the day to pay by is the day of the bill: when it was paid is not told."""
    column = next((c for c in table.columns if c.field == "date"), None)
    days, dues = got.fields.get("date"), got.fields.get("due_date")
    if column is None or days is None or dues is None:
        return
    both = [(str(day), str(due)) for day, due in zip(days, dues) if day and due]
    if both and all(day <= due for day, due in both):
        got.fields["issued"] = got.fields.pop("date")
        got.notes.append(
            say(
                "column {column} is never after the due date: it is the day of the bill, when it was paid is not told",
                column=column.heading,
            )
        )


def _sales_taken_back(got: Gathered, table: Table) -> None:
    """Count what a column calls a return as taken off, where its amount has no sign."""
    amounts = got.fields.get("amount")
    if amounts is None:
        return
    for column in table.columns:
        kinds = sorts_told(got, column)
        told = {kind for kind in kinds.values() if not is_other_entry(kind) or kind in _SALES}
        # Beside other states "returned" is one of the same sale; beside other sorts of rows a return is one of its own.
        known = not _SALES.isdisjoint(told) if tells_sorts(column.heading) else told <= _SALES | _RETURNS
        if _RETURNS.isdisjoint(told) or not (known or told <= _RETURNS):
            continue
        cells = got.cells[column.index]
        turned = 0
        for i, cell in enumerate(cells):
            value = amounts[i]
            if kinds.get(cell) in _RETURNS and isinstance(value, int | float) and value > 0:
                amounts[i] = -value
                turned += 1
        if turned:
            got.notes.append(
                say(
                    "{count} {count:sale was|sales were} taken back (column {column}): {count:its amount is|their amounts are} taken off",
                    count=turned,
                    column=column.heading,
                )
            )
        return


def discounts(got: Gathered, table: Table, gross: Sequence[object]) -> list[float]:
    """Give what each sale was given off its price, in money."""
    off = [0.0] * len(gross)
    column = next(
        (c for c in table.columns if c.field == "discount" or (not c.field and _is_discount(c.heading))), None
    )
    if column is None:
        return off
    shares = (
        "%" in column.heading
        or "٪" in column.heading
        or "درصد" in column.heading
        or "percent" in fold(column.heading)
    )
    known: dict[str, tuple[float, bool]] = {"": (0.0, False)}
    for i, cell in enumerate(got.cells[column.index]):
        if cell not in known:
            share = shares or "%" in cell or "٪" in cell
            amount = parse_amount(cell.replace("%", "").replace("٪", ""))
            known[cell] = (abs(amount.value) if amount else 0.0, share)
        value, share = known[cell]
        price = gross[i]
        if value and isinstance(price, int | float):
            off[i] = price * value / 100 if share else (value if price >= 0 else -value)
    return off


def _is_discount(heading: str) -> bool:
    return not _DISCOUNT.isdisjoint(heading_words(heading))


_DISCOUNT = word_set("discount rabatt remise réduction descuento indirim iskonto تخفیف خصم")
