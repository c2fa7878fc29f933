"""The columns of what hangs on customers: sales, bills, payments, contacts, answers, touches, and the timeline."""

from __future__ import annotations

from smbcrm.output.view import Column

_WHO = (Column("customer_id", "Customer"), Column("name", "Name"))

PURCHASES = (
    Column("purchase", "Purchase", "int"),
    *_WHO,
    Column("date", "Date", "date"),
    Column("amount", "Amount", "money"),
    Column("unit", "Unit", "word"),
    Column("product", "Product"),
    Column("quantity", "Quantity", "number"),
    Column("discount", "Discount", "money"),
    Column("order", "Order"),
    Column("return_of", "Return of"),
    Column("source", "Source", "origin"),
)
PURCHASES_TABLE = (
    "purchase",
    "customer_id",
    "name",
    "date",
    "amount",
    "unit",
    "product",
    "order",
    "return_of",
)
INVOICES = (
    Column("invoice", "Invoice"),
    *_WHO,
    Column("number", "Number"),
    Column("date", "Date", "date"),
    Column("due", "Due", "date"),
    Column("amount", "Amount", "money"),
    Column("unit", "Unit", "word"),
    Column("paid", "Paid", "money"),
    Column("open", "Open", "money"),
    Column("paid_on", "Paid on", "date"),
    Column("days_late", "Days late", "number"),
    Column("state", "State", "word"),
)
INVOICES_TABLE = (
    "invoice",
    "customer_id",
    "name",
    "number",
    "due",
    "amount",
    "unit",
    "open",
    "days_late",
    "state",
)
PAYMENTS = (
    Column("payment", "Payment", "int"),
    *_WHO,
    Column("date", "Date", "date"),
    Column("amount", "Amount", "money"),
    Column("unit", "Unit", "word"),
    Column("invoice", "For"),
    Column("due", "Due", "date"),
    Column("days_late", "Days late", "number"),
    Column("source", "Source", "origin"),
)
PAYMENTS_TABLE = ("payment", "customer_id", "name", "date", "amount", "unit", "invoice", "due", "days_late")
RATINGS = (
    Column("rating", "Rating", "int"),
    *_WHO,
    Column("date", "Date", "date"),
    Column("value", "Value", "number"),
    Column("scale", "Of", "number"),
    Column("about", "About"),
    Column("text", "Text"),
    Column("source", "Source", "origin"),
)
INTERACTIONS = (
    Column("interaction", "Interaction", "int"),
    *_WHO,
    Column("date", "Date", "date"),
    Column("kind", "Kind", "word"),
    Column("direction", "Direction", "word"),
    Column("area", "Area", "word"),
    Column("text", "Text"),
    Column("minutes", "Minutes", "number"),
    Column("cost", "Cost", "money"),
    Column("source", "Source", "origin"),
)
INTERACTIONS_TABLE = ("interaction", "customer_id", "name", "date", "kind", "direction", "text", "minutes")
TOUCHES = (
    Column("touch", "Touch"),
    *_WHO,
    Column("kind", "Kind", "word"),
    Column("date", "Date", "date"),
    Column("to_id", "To"),
    Column("to_name", "Who"),
    Column("text", "Text"),
    Column("by", "By", "word"),
)
HISTORY = (
    Column("date", "Date", "date"),
    Column("at", "Noted", "date"),
    Column("kind", "Kind", "word"),
    Column("what", "What", "say"),
    Column("source", "Source", "word"),
    Column("operation", "Operation", "int"),
)
HISTORY_TABLE = ("date", "kind", "what", "source", "operation")
