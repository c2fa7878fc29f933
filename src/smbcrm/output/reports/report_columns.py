"""The columns of reports on value: the matrix, who is at risk, the life of customers, and the five reports."""

from __future__ import annotations

from smbcrm.output.view import Column

MATRIX = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("score", "Score", "score"),
    Column("value_to_customer", "Value to them", "score"),
    Column("minutes", "Minutes", "number"),
    Column("cell", "Cell", "word"),
    Column("action", "What to do", "say"),
    Column("command", "Command"),
    Column("told", "Told by", "list"),
)
MATRIX_MOVES = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("before", "Before", "word"),
    Column("cell", "Cell", "word"),
    Column("score_before", "Score before", "score"),
    Column("score", "Score", "score"),
    Column("value_before", "Value to them before", "score"),
    Column("value_to_customer", "Value to them", "score"),
    Column("action", "What to do", "say"),
    Column("command", "Command"),
)
AT_RISK = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("score", "Score", "score"),
    Column("at_stake", "At stake", "money"),
    Column("reasons", "Reasons", "list"),
    Column("command", "Command"),
)
STAGES = (
    Column("state", "State", "word"),
    Column("customers", "Customers", "number"),
    Column("share", "Share", "share"),
    Column("spend", "Spent in the last year", "money"),
    Column("action", "What to do", "say"),
    Column("command", "Command"),
)
STAGE_MEMBERS = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("state", "State", "word"),
    Column("last_purchase", "Last purchase", "date"),
    Column("days", "Days ago", "number"),
    Column("expected", "Usual gap", "number"),
)
BEST = (
    Column("rank", "Rank", "int"),
    Column("id", "Id"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("score", "Score", "score"),
    Column("spend", "Spend", "money"),
    Column("purchases", "Purchases", "number"),
    Column("last_purchase", "Last purchase", "date"),
    Column("running_share", "Share with those above", "share"),
)
PAYERS = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("bills", "Bills", "number"),
    Column("paid_late", "Paid late", "number"),
    Column("days_late", "Days late", "number"),
    Column("trend", "Trend", "number"),
    Column("open", "Open", "money"),
    Column("overdue", "Overdue", "money"),
    Column("days_overdue", "Days overdue", "number"),
    Column("unit", "Unit", "word"),
    Column("command", "Command"),
)
MEASURES = (
    Column("measure", "Measure", "word"),
    Column("value", "Value", "number"),
    Column("before", "A year ago", "number"),
    Column("count", "Count", "number"),
    Column("of", "Of", "number"),
    Column("low", "From", "number"),
    Column("high", "Up to", "number"),
    Column("what", "What it is", "say"),
    Column("command", "Command"),
    Column("trend", "Trend"),
    Column("before_count", "Count a year ago", "number"),
    Column("before_of", "Of a year ago", "number"),
    Column("before_low", "From a year ago", "number"),
    Column("before_high", "Up to a year ago", "number"),
)
MEASURES_TABLE = (
    Column("measure", "Measure", "word"),
    Column("value", "Value", "say"),
    Column("before", "A year ago", "say"),
    Column("trend", "Trend"),
    Column("what", "What it is", "say"),
    Column("command", "Command"),
)
SILENT = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("score", "Score", "score"),
    Column("last_contact", "Last contact", "date"),
    Column("last_rating", "Last rating", "date"),
    Column("last_purchase", "Last purchase", "date"),
    Column("spend", "Spend", "money"),
    Column("command", "Command"),
)
TIER_REPORT = (
    Column("tier", "Tier"),
    Column("customers", "Customers", "number"),
    Column("score", "Score", "score"),
    Column("spend", "Spent in the last year", "money"),
    Column("share", "Share", "share"),
    Column("contacts", "Contacts", "number"),
    Column("contacted", "Contacted", "share"),
    Column("active", "Active", "share"),
    Column("active_low", "Active, from", "share"),
    Column("active_high", "Active, up to", "share"),
)
RUNS = (
    Column("run", "Run", "int"),
    Column("date", "Date", "date"),
    Column("customers", "Customers", "number"),
    Column("without_score", "Without score", "number"),
    Column("entered", "New", "number"),
    Column("gone", "Gone", "number"),
    Column("up", "Up", "number"),
    Column("down", "Down", "number"),
    Column("min_a", "A from", "score"),
    Column("min_b", "B from", "score"),
    Column("min_c", "C from", "score"),
    Column("min_d", "D from", "score"),
)
