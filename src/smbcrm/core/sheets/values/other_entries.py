"""Entries beside sales in the export of an accounting program: payments of what was sold, bills of suppliers, transfers, quotations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from smbcrm.core.fields import FIELDS
from smbcrm.core.heading_subject import tells_sorts
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.say import say
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.order_states import are_few
from smbcrm.core.text import fold

OTHER_ENTRY = say("a payment, a bill or another entry beside sales: no sale")
SALES = frozenset(
    map(fold, ("sale", "sales", "sold", "invoice", "sales invoice", "tax invoice", "sales receipt", "cash sale", "credit sale", "order", "sales order", "sale order", "فروش",
               "فاکتور", "فاکتور فروش", "فروش نقدی", "فروش نسیه", "صورتحساب فروش", "verkauf", "rechnung", "ausgangsrechnung", "vente", "facture", "facture de vente",
               "venta", "factura", "factura de venta", "satış", "satış faturası", "بیع", "مبيعات", "فاتورة", "продажа", "реализация", "fattura", "vendita", "venda"))
)  # fmt: skip
_NO_ORDER_YET = frozenset(
    map(fold, ("quotation", "quote", "estimate", "proforma", "pro forma", "draft invoice", "پیش فاکتور", "پیش‌فاکتور", "angebot", "devis", "presupuesto", "teklif"))
)  # fmt: skip
_OTHERS = _NO_ORDER_YET | frozenset(
    map(fold, ("payment", "payments", "customer payment", "payment received", "receive payment", "receipt", "deposit", "transfer", "payout", "withdrawal", "bill", "vendor bill",
               "bill payment", "bill payment (check)", "bill payment (credit card)", "expense", "purchase", "purchase invoice", "purchase order", "check", "cheque", "journal", "journal entry",
               "zahlung", "zahlungseingang", "zahlungsausgang", "eingangsrechnung", "einkauf", "ausgabe", "paiement", "encaissement", "achat", "dépense", "facture d'achat", "pago", "cobro",
               "compra", "gasto", "factura de compra", "tahsilat", "ödeme", "alış", "alış faturası", "gider", "دریافت", "پرداخت", "خرید", "فاکتور خرید", "هزینه", "انتقال", "دریافت وجه",
               "پرداخت وجه", "سند", "رسید دریافت", "واریز", "برداشت", "оплата", "поступление", "покупка", "расход", "قبض", "دفع", "شراء", "pagamento", "acquisto"))
)  # fmt: skip


_IF_PROVED = frozenset(map(fold, ("deposit", "receipt", "transfer", "واریز", "قبض", "رسید دریافت", "انتقال")))
"""What a shop calls a part paid ahead, or a sale without a bill, as well."""
_ORDERS = frozenset(("order", "sales order", "sale order"))


def leave_other_entries(got: Gathered, table: Table) -> None:
    """Leave out the rows that a column of sorts calls a payment, a bill, a quotation or the like, where it calls others sales: what was sold counts once.

    Where it speaks of nothing else, each "payment" may be all that is known of a sale. A state tells only of quotations.
    """
    for column in table.columns:
        may_be = _OTHERS if tells_sorts(column.heading) else _NO_ORDER_YET if column.field == "status" else ()
        sorts = sorts_told(got, column) if may_be else {}
        told = set(sorts.values())
        found = told & set(may_be) - _IF_PROVED
        if told & SALES <= _ORDERS:
            found -= {"purchase"}  # to buy and to order are one, seen from where the customer stands
        if SALES.isdisjoint(told):
            continue
        kinds = [sorts.get(cell, "") for cell in got.cells[column.index]]
        found |= _paying_for_sales(got, kinds, told & _IF_PROVED) if may_be is _OTHERS else set()
        others = [i for i, kind in enumerate(kinds) if kind in found]
        if not others:
            continue
        got.left_out.update((i, OTHER_ENTRY) for i in others if i not in got.left_out)
        got.notes.append(
            say(
                "{n} {n:row is a payment, a bill|rows are payments, bills} or the like beside the sales (column {column}): left out",
                n=len(others),
                column=column.heading,
            )
        )
        return


def _paying_for_sales(got: Gathered, kinds: Sequence[str], maybe: Set[str]) -> set[str]:
    """Give those of some sorts most of whose rows tell the sum of a sale to the same buyer once more."""
    amounts, names = got.fields.get("amount"), got.fields.get("name") or got.fields.get("company")
    if not maybe or amounts is None or names is None:
        return set()
    rows = [
        (kind, (name, abs(sum_)))
        for kind, name, sum_ in zip(kinds, names, amounts)
        if isinstance(sum_, int | float)
    ]
    sold = {what for kind, what in rows if kind in SALES}
    return {
        sort for sort in maybe
        if (own := [what in sold for kind, what in rows if kind == sort]) and sum(own) * 2 > len(own)
    }  # fmt: skip


def sorts_told(got: Gathered, column: Column) -> Mapping[str, str]:
    """Give what the cells of a column call the rows, folded, by cell, where they are few and it is no column of another meaning."""
    spec = FIELDS.get(column.field)
    if spec is not None and (spec.read not in ("text", "own") or (spec.sales and column.field != "kind")):
        return {}
    cells = got.cells[column.index]
    return {cell: fold(cell) for cell in set(cells) if cell.strip()} if are_few(cells) else {}


def is_other_entry(sort: str) -> bool:
    """Tell whether a sort of rows, folded, is one of payments, bills and the like."""
    return sort in _OTHERS
