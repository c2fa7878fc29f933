"""The total of an order that stands on each of its lines: it was paid once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.rows.totals import ROUNDED_TWICE
from smbcrm.core.sheets.values.gathered import Gathered

_OF_AN_ORDER = word_set("""order orders invoice bill receipt basket cart grand bestellung bestellwert auftrag rechnung rechnungsbetrag commande facture
    pedido factura sipariş fatura ordine fattura заказа заказ فاکتور سفارش صورتحساب صورت‌حساب الطلب الفاتورة 订单 注文 주문""")
"""Headings of sums that are those of a whole order."""

_SURELY = 3
"""So many orders of several unlike lines of one sum are none by chance."""
_MORE_THAN_CHANCE = 2
_OF_ONE_ORDER = ("date", "name", "customer_code", "company")


def count_orders_once(got: Gathered, table: Table) -> None:
    """Let a sum that is the same on all lines of each order be the order's, counted on its first line, where it cannot be that of each line.

    It cannot where price times quantity come to something else, or what stands in another column adds up to it; where price times
    quantity come to it, it is the line's. Where none is told, the heading speaks of the order, or many orders of unlike lines have it so.
    """
    amounts, orders = got.fields.get("amount"), got.fields.get("order_id")
    column = next((c for c in table.columns if c.field == "amount"), None)
    if amounts is None or orders is None or column is None:
        return
    products = got.fields.get("product") or [None] * len(amounts)
    several = _lines_of_orders(got, amounts, orders)
    unlike = [at for at in several if len({products[i] for i in at}) > 1]
    got.sums_of_orders = bool(unlike)
    if not unlike or any(len({amounts[i] for i in at}) > 1 for at in several):
        return
    lines_own = _price_times_quantity(got, table, amounts, unlike)
    named = not _OF_AN_ORDER.isdisjoint(heading_words(column.heading))
    often = len(unlike) >= _SURELY and len({amounts[at[0]] for at in unlike}) > 1
    if lines_own is True:
        return
    if not (lines_own is False or named or often or _adds_up(got, table, amounts, unlike)):
        return
    for at in several:
        for i in at[1:]:
            amounts[i] = None
    got.notes.append(
        say(
            "column {column} repeats the total of an order on each of its lines: it counts once for {n} {n:order|orders}",
            column=column.heading,
            n=len(several),
        )
    )


def _lines_of_orders(got: Gathered, amounts: Sequence[object], orders: Sequence[object]) -> list[list[int]]:
    """Give the lines of each order that has several; one number of two buyers or on two days is that of two orders, as where a till begins anew."""
    lines: defaultdict[object, list[int]] = defaultdict(list)
    for i, (order, amount) in enumerate(zip(orders, amounts)):
        if order is not None and amount is not None:
            lines[order].append(i)
    of_one = [got.fields[name] for name in _OF_ONE_ORDER if name in got.fields]
    parted: defaultdict[object, list[int]] = defaultdict(list)
    for order, at in lines.items():
        differ = [values for values in of_one if len({values[i] for i in at} - {None}) > 1]
        for i in at:
            parted[(order, *(values[i] for values in differ))].append(i)
    return [at for at in parted.values() if len(at) > 1]


def _adds_up(got: Gathered, table: Table, amounts: Sequence[object], orders: Sequence[Sequence[int]]) -> bool:
    """Tell whether the sums of the lines, which stand in some other column, come to that of each of these orders; of one alone they may by chance."""
    return len(orders) >= _MORE_THAN_CHANCE and any(
        all(_comes_to(amounts[at[0]], [got.cells[column.index][i] for i in at]) for at in orders)
        for column in table.columns
        if column.field not in ("amount", "quantity")
    )


def _comes_to(whole: object, cells: Sequence[str]) -> bool:
    parts = [part.value for part in map(parse_amount, cells) if part is not None]
    told = len(parts) == len(cells) and isinstance(whole, int | float) and whole > 0
    return told and abs(float(sum(parts)) - float(str(whole))) <= ROUNDED_TWICE


def _price_times_quantity(
    got: Gathered, table: Table, amounts: Sequence[object], orders: Sequence[Sequence[int]]
) -> bool | None:
    """Tell whether price times quantity is the sum of each line of these orders; False where no order has a line of which it is, None where that is not told."""
    prices = next((c for c in table.columns if c.field == "unit_price"), None)
    if prices is None:
        return None
    counts = got.fields.get("quantity") or [None] * len(amounts)
    fits: list[list[bool]] = []
    for at in orders:
        own: list[bool] = []
        for i in at:
            price, sum_ = parse_amount(got.cells[prices.index][i]), amounts[i]
            if price is None or not isinstance(sum_, int | float):
                continue
            count = counts[i]
            cost = price.value * (count if isinstance(count, int | float) else 1)
            own.append(abs(cost - sum_) <= ROUNDED_TWICE)
        fits.append(own)
    if all(own and all(own) for own in fits):
        return True
    return False if all(own and not any(own) for own in fits) else None
