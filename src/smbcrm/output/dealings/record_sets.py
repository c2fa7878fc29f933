"""The columns of each set of records: their keys (which scripts rely on), headings and kinds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smbcrm.output.view import Column

LIST = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("company", "Company"),
    Column("phone", "Phone", "phone"),
    Column("email", "Email"),
    Column("city", "City"),
    Column("score", "Score", "score"),
    Column("own_score", "Own score", "score"),
    Column("suggested_score", "Suggested score", "score"),
    Column("tier", "Tier"),
    Column("last_interaction", "Last interaction", "date"),
    Column("tags", "Tags"),
)
# What fits a terminal's width; the machine formats and --columns give the rest.
LIST_TABLE = ("id", "name", "phone", "city", "score", "tier", "last_interaction")
LIST_MORE = (
    Column("spend", "Spend", "money"),
    Column("purchases", "Purchases", "number"),
    Column("first_purchase", "First purchase", "date"),
    Column("last_purchase", "Last purchase", "date"),
    Column("rows", "Rows", "number"),
    Column("do_not_contact", "Do not contact", "bool"),
)
ROWS = (
    Column("ref", "Row id"),
    Column("source", "Source", "origin"),
    Column("sheet", "Sheet"),
    Column("row", "Row", "int"),
    Column("customer_id", "Customer"),
    Column("status", "Status", "word"),
    Column("reason", "Reason", "say"),
)
SOURCES = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("kind", "Kind", "word"),
    Column("file", "File", "origin"),
    Column("sheet", "Sheet"),
    Column("rows", "Rows", "number"),
    Column("customers", "Customers", "number"),
    Column("skipped", "Skipped", "number"),
    Column("rejected", "Rejected", "number"),
    Column("gone", "Gone", "number"),
    Column("imported_at", "Imported", "date"),
)
PAIRS = (
    Column("pair", "Pair", "int"),
    Column("customer_a", "Customer A"),
    Column("customer_b", "Customer B"),
    Column("verdict", "Verdict", "word"),
    Column("confidence", "Confidence", "share"),
    Column("evidence", "Evidence", "list"),
    Column("by", "By", "word"),
)
# A person decides by names; the machine columns are those above.
PAIRS_MORE = (
    Column("name_a", "Name A"),
    Column("name_b", "Name B"),
    Column("ref_a", "Row A"),
    Column("ref_b", "Row B"),
)
PAIRS_TABLE = ("pair", "customer_a", "name_a", "customer_b", "name_b", "confidence", "by")
# Where two rows are one customer already, only the rows tell the pairs apart.
PAIRS_ALL = (
    "pair", "customer_a", "ref_a", "name_a", "customer_b", "ref_b", "name_b", "verdict", "confidence", "by",
)  # fmt: skip
# `answer` is empty: it is what a person, or a script, fills in.
QUESTIONS = (
    Column("pair", "Pair", "int"),
    Column("customer_a", "Customer A"),
    Column("name_a", "Name A"),
    Column("customer_b", "Customer B"),
    Column("name_b", "Name B"),
    Column("confidence", "Confidence", "share"),
    Column("differs", "Differs", "list"),
    Column("evidence", "Evidence", "list"),
    Column("answer", "Answer"),
)
QUESTIONS_TABLE = ("pair", "customer_a", "name_a", "customer_b", "name_b", "confidence", "differs")
ANSWERED = (
    Column("row", "Row", "int"),
    Column("pair", "Pair", "int"),
    Column("customer_a", "Customer A"),
    Column("customer_b", "Customer B"),
    Column("answer", "Answer", "word"),
    Column("status", "Status", "word"),
    Column("reason", "Reason", "say"),
)
EVIDENCE = (
    Column("field", "Field", "word"),
    Column("evidence", "Evidence", "say"),
    Column("weight", "Weight", "number"),
)
# What came of it, with each line of it: a script reads it from any.
EVIDENCE_MORE = (
    Column("a", "Row A"),
    Column("b", "Row B"),
    Column("verdict", "Verdict", "word"),
    Column("confidence", "Confidence", "share"),
    Column("by", "By", "word"),
)
EXPLAIN = (
    Column("part", "Part", "word"),
    Column("value", "Value", "number"),
    Column("weight", "Weight", "number"),
    Column("points", "Points", "number"),
    Column("known", "Known", "bool"),
    Column("why", "Why", "say"),
)
TIERS = (
    Column("tier", "Tier"),
    Column("customers", "Customers", "number"),
    Column("share", "Share", "share"),
    Column("min_score", "Lowest score", "score"),
    Column("max_score", "Highest score", "score"),
)
MOVES = (
    Column("customer_id", "Customer"),
    Column("name", "Name"),
    Column("before", "Before"),
    Column("after", "After"),
    Column("date", "Date", "date"),
    Column("reason", "Reason", "say"),
)
PLAN = (
    Column("item", "Item"),
    Column("customer_id", "Customer"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("kind", "Kind", "word"),
    Column("date", "Date", "date"),
    Column("minutes", "Minutes", "number"),
    Column("cost", "Cost", "money"),
    Column("reason", "Reason", "say"),
    Column("status", "Status", "word"),
)
OPERATIONS = (
    Column("operation", "Operation", "int"),
    Column("at", "When", "date"),
    Column("verb", "Verb"),
    Column("words", "Command"),
    Column("state", "State", "word"),
    Column("undoes", "Took back", "int"),
)
SETTING = (
    Column("name", "Setting"),
    Column("value", "Value"),
    Column("default", "Usual"),
    Column("set", "Yours", "bool"),
    Column("meaning", "What it is for", "say"),
)
IMPORT = (
    Column("file", "File"),
    Column("sheet", "Sheet"),
    Column("kind", "Kind", "word"),
    Column("rows_read", "Read", "number"),
    Column("rows_imported", "New", "number"),
    Column("rows_updated", "Updated", "number"),
    Column("rows_unchanged", "Unchanged", "number"),
    Column("rows_skipped", "Skipped", "number"),
    Column("rows_rejected", "Rejected", "number"),
)
REJECTS = (
    Column("file", "File"),
    Column("sheet", "Sheet"),
    Column("row", "Row", "int"),
    Column("reason", "Reason", "say"),
)
MAPPING = (
    Column("column", "Column"),
    Column("field", "Field"),
    Column("why", "Why", "say"),
    Column("sample", "Sample"),
)
MAPPINGS = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("kind", "Kind", "word"),
    Column("columns", "Columns", "number"),
    Column("known", "Known", "number"),
    Column("sources", "Lists", "number"),
    Column("said", "What you said"),
)
MAPPED = (
    Column("column", "Column"),
    Column("heading", "Heading"),
    Column("field", "Field"),
    Column("by", "By", "word"),
    Column("why", "Why", "say"),
)
TOP = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("phone", "Phone", "phone"),
    Column("score", "Score", "score"),
    Column("why", "Why", "say"),
)
CHECK = (
    Column("finding", "Finding", "word"),
    Column("id", "Id"),
    Column("name", "Name"),
    Column("what", "What is wrong", "say"),
    Column("value", "Value"),
    Column("fix", "Command"),
)
CONFLICTS = (
    Column("sheet", "Sheet"),
    Column("row", "Row", "int"),
    Column("id", "Id"),
    Column("column", "Column"),
    Column("was", "Was"),
    Column("workbook", "Workbook"),
    Column("store", "Store"),
    Column("off_list", "Off the list", "bool"),
)
REFUSED = (
    Column("sheet", "Sheet"),
    Column("row", "Row", "int"),
    Column("id", "Id"),
    Column("column", "Column"),
    Column("workbook", "Workbook"),
    Column("reason", "Reason", "say"),
)
FACTS = (
    Column("field", "Field", "word"),
    Column("value", "Value"),
    Column("shown", "Shown", "bool"),
    Column("ref", "Row id"),
    Column("source", "Source", "origin"),
    Column("sheet", "Sheet"),
    Column("row", "Row", "int"),
)


DATES = frozenset(
    {
        "birth_date",
        "anniversary",
        "created_at",
        "next_action_date",
        "last_contact_date",
        "first_purchase_date",
        "last_purchase_date",
    }
)


def keys(columns: Iterable[Column]) -> tuple[str, ...]:
    """Give the keys of columns."""
    return tuple(column.key for column in columns)


def pick(names: Sequence[str], known: Sequence[Column]) -> tuple[Column, ...]:
    """Give the columns named, those of the owner's own as text."""
    by_key = {column.key: column for column in known}
    return tuple(by_key.get(name, Column(name, name, "date" if name in DATES else "text")) for name in names)
