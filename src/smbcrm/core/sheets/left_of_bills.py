"""What is left to pay of each bill of a list: it tells what was paid of it, and is nobody's balance."""

from __future__ import annotations

from smbcrm.core.headers import UNPAID, heading_words
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.columns import SAMPLE
from smbcrm.core.sheets.drafts import Draft
from smbcrm.core.sheets.event_columns import tells_of_paying
from smbcrm.core.sheets.totals import ROUNDED_TWICE
from smbcrm.core.sheets.word_sets import word_set

_LEFT = (UNPAID - word_set("پرداخت")) | word_set("""نشده balance balances remaining remainder left open rest restbetrag restant restante reste residuo saldo solde bakiye kalan остаток долг
    مانده باقی باقیمانده باقی‌مانده المتبقي متبقي الرصيد رصيد 余额 未付 残高 잔액""")
_NUMBERS, _NEARLY_ALL = 0.8, 0.9
_OF_EACH = say("what is left to pay of each bill")


def take_what_is_left_of_bills(drafts: list[Draft]) -> None:
    """Let the column for what is left to pay tell what was paid of each bill, where it is never more than the bill; beside what was paid it says nothing new."""
    whole = next((d for field in ("billed", "amount") for d in drafts if d.field == field), None)
    if whole is None or not any(d.field in ("due_date", "billed") for d in drafts):
        return
    paid = whole.field == "billed" and any(d.field == "amount" for d in drafts)
    for draft in drafts:
        named = draft.field in ("", "balance") and not _LEFT.isdisjoint(heading_words(draft.heading))
        if draft.fixed or draft is whole or not named or draft.profile.number < _NUMBERS:
            continue
        if _is_part_of(draft, whole):
            draft.settle("" if paid else "unpaid", _OF_EACH)
            paid = True


def find_what_was_paid(drafts: list[Draft]) -> None:
    """Take a column of sums paid, under whatever field its heading stands else, for what was paid of the bills beside it."""
    bills = [d for d in drafts if d.field == "amount" and not tells_of_paying(d.heading)]
    if len(bills) != 1 or any(d.field in ("billed", "paid_date") for d in drafts):
        return
    if not any(d.field == "due_date" for d in drafts):
        return
    for draft in drafts:
        if (
            draft.fixed
            or draft.field
            or draft.profile.number < _NUMBERS
            or not tells_of_paying(draft.heading)
        ):
            continue
        if _is_part_of(draft, bills[0]):
            bills[0].settle("billed", say("the amount of the bill; another column tells what was paid"))
            draft.settle("amount", say("what was paid of each bill"))
            return


def _is_part_of(left: Draft, whole: Draft) -> bool:
    step = max(1, len(left.values) // SAMPLE)
    both = [(parse_amount(a), parse_amount(b)) for a, b in zip(left.values[::step], whole.values[::step])]
    told = [(a.value, b.value) for a, b in both if a and b]
    return bool(told) and sum(0 <= a <= b + ROUNDED_TWICE for a, b in told) >= _NEARLY_ALL * len(told)
