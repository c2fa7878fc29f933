"""What a column of sums means by the sums beside it: before or after a discount, of a row or of an account, of a sale or of its buyer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, permutations, product

from smbcrm.core.heading_subject import is_about_customers
from smbcrm.core.heading_words import heading_words
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.columns import SAMPLE
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.choosing import FEW
from smbcrm.core.sheets.meaning.drafts import IN_PART, Draft
from smbcrm.core.sheets.meaning.ledger_sides import OWED_BY
from smbcrm.core.sheets.rows.totals import ROUNDED_TWICE
from smbcrm.core.text import fold

_NEARLY_ALL = 0.9
_TO_PAY = say("what was to pay: the sum beside it less its discount and with what was added")
_TAKEN_OFF = say("the sum before its discount and its tax; another column tells what was to pay")


def take_what_was_left_to_pay(drafts: list[Draft]) -> None:
    """Of two sums of which one is the other less the discount or with the tax beside them, let what was to pay be the amount."""
    sums = [d for d in drafts if d.field == "amount" and not d.fixed]
    unnamed = [
        d
        for d in drafts
        if (d.field in ("", "subtotal") or (d.field == "total_spent" and d.how == IN_PART))
        and not d.fixed
        and d.profile.number >= _NEARLY_ALL
    ]
    discounts = [d for d in drafts if d.field == "discount"]
    added = [d for d in drafts if not _ADDED.isdisjoint(heading_words(d.heading)) and d not in sums]
    together = [tuple(added)] if len(added) > 1 else []
    for off, on in product([*discounts, None], [(), *((one,) for one in added), *together]):
        beside = {id(d) for d in (off, *on) if d}
        others = [d for d in unnamed if id(d) not in beside]
        for before, after in [*permutations(sums, 2), *product(sums, others)] if off or on else ():
            if _differ_by(before, after, off=off, on=on):
                before.settle("", _TAKEN_OFF)
                if after not in sums:
                    after.settle("amount", _TO_PAY)
                return


_ADDED = word_set("""مالیات ارزش افزوده عوارض tax taxes vat gst mwst ust umsatzsteuer tva iva kdv vergi ндс ضريبة ارسال حمل پیک delivery shipping postage
    versand versandkosten lieferkosten livraison port envío envio kargo teslimat spedizione frete доставка التوصيل الشحن service tip tips gratuity""")
"""What is added to a sum before it is paid."""


def _differ_by(before: Draft, after: Draft, *, off: Draft | None, on: Sequence[Draft]) -> bool:
    """Tell whether one sum is another less a discount and with taxes and the like in nearly all rows, and in some of them there is one of these."""
    step = max(1, len(before.values) // SAMPLE)
    none = [""] * len(before.values)
    beside = [draft.values if draft else none for draft in (off, *on)]
    rows = zip(before.values[::step], after.values[::step], *(column[::step] for column in beside))
    read = [[_number(cell) for cell in row] for row in rows]
    told = [
        (b, a, abs(d or 0.0), sum(t or 0.0 for t in more))
        for b, a, d, *more in read
        if b is not None and a is not None
    ]
    differ = [d or t for _, _, d, t in told if d or t]
    fits = sum(abs(b - d + t - a) < ROUNDED_TWICE for b, a, d, t in told)
    return bool(differ) and fits >= _NEARLY_ALL * len(told)


def leave_a_running_balance(drafts: list[Draft]) -> None:
    """Take no balance for a customer's that goes up and down by the sum of each row, whoever the row is about: it is that of an account."""
    for draft in drafts:
        if (
            draft.field == "balance"
            and not draft.fixed
            and any(runs_by(draft, d) for d in drafts if d is not draft)
        ):
            draft.settle("", say("the balance of an account after each row, whoever the row is about"))


def runs_by(balance: Draft, sums: Draft) -> bool:
    """Tell whether a balance goes up or down by the sum beside it in nearly all rows."""
    if sums.profile.number < _NEARLY_ALL or sums.profile.date >= _NEARLY_ALL:
        return False
    left, moved = ([_number(cell) or 0.0 for cell in d.values[:SAMPLE]] for d in (balance, sums))
    steps = [round(b - a, 2) for a, b in pairwise(left)]
    least = max(FEW, _NEARLY_ALL * len(steps))
    down = sum(bool(step) and abs(step - x) < ROUNDED_TWICE for step, x in zip(steps, moved[1:]))
    up = sum(bool(step) and abs(step + x) < ROUNDED_TWICE for step, x in zip(steps, moved))
    return max(down, up) >= least


def leave_what_is_left_of_bills(drafts: list[Draft]) -> None:
    """Take no balance for the buyer's that differs from sale to sale of his: it is what is left to pay of each, as where sales have numbers."""
    numbered = any(d.field == "order_id" and d.profile.filled >= _NEARLY_ALL for d in drafts)
    who = next(
        (d for name in _WHO for d in drafts if d.field == name and d.profile.filled >= _NEARLY_ALL), None
    )
    balances = [d for d in drafts if d.field == "balance" and not d.fixed]
    if who is None or not balances:
        return
    buyers = list(map(fold, who.values))
    often = Counter(buyers)
    for draft in balances:
        beside: dict[str, set[str]] = {}
        for buyer, cell in zip(buyers, draft.values):
            if often[buyer] > 1:
                beside.setdefault(buyer, set()).add(cell.strip())
        differ = sum(len(cells) > 1 for cells in beside.values())
        of_bills = numbered and not beside and not is_about_customers(draft.heading)
        if differ * 2 > len(beside) or of_bills:
            draft.settle("", say("what is left to pay of each sale, not what its buyer owes in all"))


_WHO = ("customer_code", "name", "mobile", "phone", "email", "company")


def _number(cell: str) -> float | None:
    amount = parse_amount(cell) if cell.strip() else None
    return None if amount is None else float(amount.value)


_OF_DAYS = re.compile(
    r"^\D{0,3}\d{1,3}\s*[-–]\s*\d{1,3}(?:\s*(?:days?|tage|jours|días|gün|روز|дн\w*))?\D{0,3}$"
)
_AGES = 2


def owe_by_age(drafts: list[Draft]) -> None:
    """Take the total of a report on who owes for how long ("1-30", "31-60") for what is owed, not for what was bought."""
    aged = [d for d in drafts if _OF_DAYS.match(fold(d.heading)) and d.profile.number >= 0.5]
    if len(aged) < _AGES or any(d.field == "balance" for d in drafts):
        return
    for draft in drafts:
        if draft.field == "total_spent" and not draft.fixed:
            draft.settle("balance", say("the sum of what is owed, by its age"))
            draft.turned = True
            return


_NET = word_set("balance مانده saldo solde bakiye رصيد الرصيد остаток")


def choose_the_balance(drafts: list[Draft]) -> None:
    """Where a ledger has what was charged, what was paid and what is left of it, only what is left is the balance."""
    sums = [d for d in drafts if d.field in ("balance", "credit_balance") and not d.fixed]
    left = [
        d
        for d in sums
        if d.field == "balance" and d.how is not OWED_BY and not _NET.isdisjoint(heading_words(d.heading))
    ]
    if len(left) == 1 and any(d.field == "credit_balance" for d in sums):
        for draft in sums:
            if draft is not left[0]:
                draft.settle("", say("another column was taken as {field}: kept as it is", field="balance"))
