"""Columns that only lists of events have: which of two amounts was paid, and our own ids in place of customer codes."""

from __future__ import annotations

import re

from smbcrm.core.headers import heading_words
from smbcrm.core.say import say
from smbcrm.core.sheets.drafts import Draft
from smbcrm.core.sheets.word_sets import word_set

OUR_ID = re.compile(r"\s*[cC][1-9]\d{0,11}\s*")
MOSTLY = 0.8

_PAID = word_set("""paid payment payments received receipt bezahlt gezahlt zahlung zahlbetrag payé payée réglé règlement pagado pago ödenen ödeme
    پرداخت پرداختی پرداخت‌شده دریافت دریافتی واریز واریزی وصول وصولی مدفوع المدفوع""")
_OWED = word_set("due payable owed total قابل فاکتور کل صورتحساب")


def choose_what_was_paid(drafts: list[Draft]) -> None:
    """Where a bill and its payment have an amount each, let the payment's be the amount and keep the bill's beside it."""
    amounts = [d for d in drafts if d.field == "amount"]
    if len(amounts) < 2:
        return
    paid = [d for d in amounts if _tells_of_paying(d.heading)]
    for draft in amounts:
        if paid and draft not in paid and not draft.fixed:
            draft.settle("billed", say("the amount of the bill; another column tells what was paid"))
            draft.turned = True


def _tells_of_paying(heading: str) -> bool:
    words = set(heading_words(heading))
    return not _PAID.isdisjoint(words) and _OWED.isdisjoint(words)


def find_our_ids(drafts: list[Draft]) -> None:
    """Take a column of customer codes that hold our own ids (C7) for what it is."""
    for draft in drafts:
        if draft.fixed or draft.field not in ("customer_code", "order_id"):
            continue
        filled = [value for value in draft.values if value.strip()]
        if filled and sum(bool(OUR_ID.fullmatch(v)) for v in filled) >= MOSTLY * len(filled):
            bare = draft.field == "customer_code" or set(heading_words(draft.heading)) <= {"id", "شناسه"}
            if bare:
                draft.settle("crm_id", say("ids of smbcrm"))
                draft.turned = True
