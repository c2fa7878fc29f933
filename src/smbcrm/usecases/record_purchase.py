"""A sale noted by hand: what was bought, what it cost, whether it is to be paid later, or whether it was taken back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from smbcrm.core.amounts_typed import read_amount, read_discount
from smbcrm.core.say import Say, say
from smbcrm.core.text import fold
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.dealings.own_record import (
    Noted,
    Removed,
    name_of,
    note_row,
    past_day,
    put,
    recompute_if_unit_changed,
    remove_record,
)
from smbcrm.usecases.mainly import main_unit
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSale:
    """A sale as it was typed."""

    amount: str = ""
    unit: str = ""
    product: str = ""
    quantity: float | None = None
    discount: str = ""
    order: str = ""
    taken_back: bool = False
    return_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A sale as it is kept; below zero for one that was taken back."""

    date: str
    amount: float
    unit: str
    product: str
    quantity: float | None
    discount: float | None
    order_id: str
    return_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedSale:
    """A sale that was noted, and what the customer has bought by now; `listed` and `times` are what a list tells of that."""

    noted: Noted
    sale: Sale
    spend: float | None
    purchases: int | None
    listed: float | None = None
    times: float | None = None


def add_purchase(
    store: Store,
    customer: int,
    typed: TypedSale,
    *,
    date: datetime.date,
    today: datetime.date,
    due: datetime.date | None,
    operation: int,
) -> NotedSale:
    """Note a sale; the very same one noted twice is one. With `due` it is a bill too.

    Raises UsageError for what is no amount or a day to come, NotFoundError when the sale to take back is not there.
    """
    main = main_unit(store)
    sale = _read(store, customer, typed, date=past_day(date, today), main=main)
    name = name_of(store, customer)
    known = _the_same(store, customer, sale, main)
    if known is not None:
        told = say("this sale was noted already (number {number}); nothing was changed", number=known)
        return _result(
            store, Noted(id=known, customer=customer, name=name, changed=False, notes=(told,)), sale
        )
    notes = tuple(_notes(store, customer, sale))
    row = note_row(
        store, customer, {**_as_fields(sale), "due_date": due and due.isoformat()}, operation=operation
    )
    number = put(store, "purchase", row, {name: getattr(sale, name) for name in _COLUMNS})
    if due is not None:
        put(
            store, "invoice", row,
            {"number": sale.order_id, "date": sale.date, "due": due.isoformat(), "amount": sale.amount, "unit": sale.unit, "text": sale.product},
        )  # fmt: skip
    recompute_if_unit_changed(store, main, main_unit(store), [customer])
    return _result(store, Noted(id=number, customer=customer, name=name, notes=notes), sale)


_COLUMNS = ("date", "amount", "unit", "order_id", "product", "quantity", "discount", "return_of")


def remove_purchase(store: Store, number: int) -> Removed:
    """Take a sale out, with the bill that was noted with it."""
    return remove_record(
        store, "purchase", number,
        what=say("there is no purchase {number}", number=number), hint=say("`smbcrm purchase list` shows their numbers"),
    )  # fmt: skip


def _result(store: Store, noted: Noted, sale: Sale) -> NotedSale:
    ((spend, purchases, listed, times),) = store.read(
        "SELECT spend, purchases, json_extract(fields, '$.total_spent'), json_extract(fields, '$.order_count') "
        "FROM customer WHERE id = ?",
        [noted.customer],
    )
    return NotedSale(noted=noted, sale=sale, spend=spend, purchases=purchases, listed=listed, times=times)


def _read(store: Store, customer: int, typed: TypedSale, *, date: str, main: str) -> Sale:
    original = _original(store, customer, typed.return_of) if typed.return_of else None
    if typed.amount:
        found = read_amount(typed.amount, typed.unit)
    elif original is not None:
        found = read_amount(f"{_left(store, customer, original)}", typed.unit or original.unit)
    else:
        raise UsageError(say("say what it cost"), say("`smbcrm purchase add C1 250000`"))
    back = typed.taken_back or original is not None or found.value < 0
    price = abs(found.value)
    off = read_discount(typed.discount, price) if typed.discount else None
    sale = Sale(
        date=date, amount=price - (off or 0.0), unit=found.unit or (original.unit if original else "") or main,
        product=typed.product.strip(), quantity=typed.quantity, discount=off, order_id=typed.order.strip(), return_of="",
    )  # fmt: skip
    if original is not None:
        if sale.unit != (original.unit or main):
            raise UsageError(
                say(
                    "the sale was in {unit}, what is taken back in {other}",
                    unit=original.unit,
                    other=sale.unit,
                ),
                say("name the same unit"),
            )
        sale = replace(sale, return_of=original.order_id, product=sale.product or original.product)
    return replace(sale, amount=-sale.amount) if back else sale


def _left(store: Store, customer: int, original: Sale) -> float:
    """Give what is not yet brought back of a sale; raises UsageError where nothing is left."""
    left = round(original.amount + _taken_back(store, customer, original.order_id), 2)
    if left <= 0:
        raise UsageError(
            say("all of {order} was brought back already", order=original.order_id),
            say("`smbcrm purchase list {id}` shows what was brought back", id=f"C{customer}"),
        )
    return left


def _taken_back(store: Store, customer: int, order: str) -> float:
    """Give the sum brought back of an order so far, 0 or below."""
    ((back,),) = store.read(
        "SELECT coalesce(sum(p.amount), 0) FROM source_row r JOIN purchase p ON p.row_id = r.id WHERE r.customer_id = ? AND p.return_of = ?",
        [customer, order],
    )
    return float(back)


def _original(store: Store, customer: int, word: str) -> Sale:
    """Give the sale that is taken back, by its order number or its number in `purchase list`; all lines of one order together."""
    sales = list(store.read(_SALES, [customer]))
    lines = [sale for sale in sales if sale[3] and fold(sale[3]) == fold(word)] or [
        sale for sale in sales if word.strip() in (str(sale[0]), f"I{sale[5]}")
    ]
    units = {unit for _, _, unit, *_ in lines}
    if not lines or len(units) > 1 or any(amount is None for _, amount, *_ in lines):
        raise NotFoundError(
            say("{id} has bought nothing with the number {order}", id=f"C{customer}", order=word),
            say("`smbcrm purchase list {id}` shows what was bought", id=f"C{customer}"),
        )
    number, _, unit, order, product, bill = lines[0]
    return Sale(
        date="", amount=sum(amount for _, amount, *_ in lines), unit=unit, product=product if len(lines) == 1 else "",
        quantity=None, discount=None, order_id=order or (f"I{bill}" if bill else str(number)), return_of="",
    )  # fmt: skip


# A sale to be paid later has its bill on the same row: what is taken back is taken off that.
_SALES = """
SELECT p.id, p.amount, p.unit, p.order_id, p.product, (SELECT max(i.id) FROM invoice i WHERE i.row_id = p.row_id)
FROM source_row r JOIN purchase p ON p.row_id = r.id
WHERE r.customer_id = ? AND (p.amount IS NULL OR p.amount > 0) ORDER BY p.id
"""


def _the_same(store: Store, customer: int, sale: Sale, main: str) -> int | None:
    """Give the number of the sale that has the same order number and says the same."""
    if not sale.order_id:
        return None
    found = store.read(
        "SELECT p.id, p.unit, p.product FROM source_row r JOIN purchase p ON p.row_id = r.id "
        "WHERE r.customer_id = ? AND p.order_id = ? AND p.date = ? AND p.amount = ? AND p.return_of = ? ORDER BY p.id",
        [customer, sale.order_id, sale.date, sale.amount, sale.return_of],
    )
    for number, unit, product in found:
        same_product = not sale.product or not product or fold(product) == fold(sale.product)
        if (unit or main) == sale.unit and same_product:
            return int(number)
    return None


def _notes(store: Store, customer: int, sale: Sale) -> Iterator[Say]:
    if sale.order_id:
        ((lines,),) = store.read(
            "SELECT count(*) FROM source_row r JOIN purchase p ON p.row_id = r.id WHERE r.customer_id = ? AND p.order_id = ?",
            [customer, sale.order_id],
        )
        if lines:
            yield say(
                "order {order} has other lines already; they count as one purchase", order=sale.order_id
            )
    if sale.return_of:
        sold = _original(store, customer, sale.return_of).amount
        back = _taken_back(store, customer, sale.return_of)
        if sold + back + sale.amount < -0.005:
            yield say(
                "more is taken back than was sold with number {order}: {back} of {sold}",
                order=sale.return_of,
                back=-(back + sale.amount),
                sold=sold,
            )


def _as_fields(sale: Sale) -> dict[str, object]:
    """Give a sale as the fields of a row; `unit` would be the customer's own, so it is called currency here."""
    return {
        "date": sale.date, "amount": sale.amount, "currency": sale.unit, "order_id": sale.order_id, "product": sale.product,
        "quantity": sale.quantity, "discount": sale.discount, "return_of": sale.return_of,
    }  # fmt: skip
