"""The columns of what is told about value: weights, questions, the matrix, who is at risk, reports."""

from __future__ import annotations

from smbcrm.output.view import Column

WEIGHTS = (
    Column("part", "Part", "word"),
    Column("weight", "Weight", "number"),
    Column("share", "Share", "share"),
    Column("known", "Known of", "number"),
)
PROPOSED = (
    Column("part", "Part", "word"),
    Column("before", "Before", "number"),
    Column("weight", "Weight", "number"),
    Column("share", "Share", "share"),
    Column("known", "Known of", "number"),
)
PRESET_LIST = (
    Column("preset", "Preset", "word"),
    Column("used", "Used", "bool"),
    Column("spend", "Spend", "number"),
    Column("frequency", "Frequency", "number"),
    Column("recency", "Recency", "number"),
    Column("payment", "Payment", "number"),
    Column("referral", "Referral", "number"),
    Column("engagement", "Engagement", "number"),
    Column("satisfaction", "Satisfaction", "number"),
    Column("why", "Why", "say"),
)
DISAGREE = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("own_score", "Own score", "score"),
    Column("suggested_score", "Suggested score", "score"),
    Column("difference", "Difference", "number"),
    Column("because", "Because", "say"),
)
GAPS = (
    Column("id", "Id"),
    Column("name", "Name"),
    Column("tier", "Tier"),
    Column("fact", "Fact", "word"),
    Column("worth", "Worth", "number"),
    Column("question", "Question", "say"),
    Column("command", "Command"),
)
