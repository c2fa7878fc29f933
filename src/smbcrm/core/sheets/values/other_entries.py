"""Entries beside sales in the export of an accounting program: payments of what was sold, bills of suppliers, transfers, quotations."""

from __future__ import annotations

from collections.abc import Mapping

from smbcrm.core.fields import FIELDS
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
_OTHERS = frozenset(
    map(fold, ("payment", "payments", "customer payment", "payment received", "receive payment", "receipt", "deposit", "transfer", "payout", "withdrawal", "bill", "vendor bill",
               "bill payment", "quotation", "quote", "estimate", "proforma", "pro forma", "draft invoice", "پیش فاکتور", "پیش‌فاکتور", "angebot", "devis", "presupuesto", "teklif", "bill payment (check)", "bill payment (credit card)", "expense", "purchase", "purchase invoice", "purchase order", "check", "cheque", "journal", "journal entry",
               "zahlung", "zahlungseingang", "zahlungsausgang", "eingangsrechnung", "einkauf", "ausgabe", "paiement", "encaissement", "achat", "dépense", "facture d'achat", "pago", "cobro",
               "compra", "gasto", "factura de compra", "tahsilat", "ödeme", "alış", "alış faturası", "gider", "دریافت", "پرداخت", "خرید", "فاکتور خرید", "هزینه", "انتقال", "دریافت وجه",
               "پرداخت وجه", "سند", "رسید دریافت", "واریز", "برداشت", "оплата", "поступление", "покупка", "расход", "قبض", "دفع", "شراء", "pagamento", "acquisto"))
)  # fmt: skip


def leave_other_entries(got: Gathered, table: Table) -> None:
    """Leave out the rows that a column of sorts calls a payment, a bill, a quotation or the like, where it calls others sales: what was sold counts once.

    Where it speaks of nothing else, each "payment" may be all that is known of a sale.
    """
    for column in table.columns:
        sorts = sorts_told(got, column)
        if SALES.isdisjoint(sorts.values()) or _OTHERS.isdisjoint(sorts.values()):
            continue
        others = [i for i, cell in enumerate(got.cells[column.index]) if sorts.get(cell) in _OTHERS]
        for i in others:
            got.left_out.setdefault(i, OTHER_ENTRY)
        got.notes.append(
            say(
                "{n} {n:row is a payment, a bill|rows are payments, bills} or the like beside the sales (column {column}): left out",
                n=len(others),
                column=column.heading,
            )
        )
        return


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
