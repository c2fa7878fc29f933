"""Sums of which somebody between the buyer and the shop kept a fee: what the buyer paid, and not what was left of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from smbcrm.core.heading_words import heading_words
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.columns import SAMPLE
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.drafts import Draft
from smbcrm.core.sheets.rows.totals import ROUNDED_TWICE

BEFORE_FEES = say(
    "what the buyer paid: a fee beside it was kept back, and another column tells what was left"
)
_AFTER_FEES = say("what was left for the shop of what the buyer paid")
_FEES = word_set("""processing fee fees commission commissions frais comisión comisiones comissão comissões commissione commissioni komisyon komisyonu kesinti
    provision provisionen prowizja opłata provisie کارمزد کمیسیون پورسانت комиссия комиссии عمولة العمولة رسوم الرسوم 手续费 佣金 手数料 수수료 komisi biaya""")
_BEFORE_OR_AFTER = word_set("""before after less net gross excl excluding incl including with without avant après hors avec brut vor nach ohne inkl abzüglich netto brutto
    antes después sin con neto bruto önce sonra hariç dahil قبل پس بعد بدون با منهای خالص до после без с""")
"""A sum before or after a fee is no fee."""
_COMPOUNDS = tuple(word_set("gebühr gebühren provision provisionen"))
_NEARLY_ALL = 0.9
_FEW = 2


def find_kept_back(drafts: Sequence[Draft]) -> tuple[Draft, frozenset[int]] | None:
    """Give the sum before a fee, and the places of the sums that are it less the fee or the fees in nearly all rows; None where there are none."""
    sums = [d for d in drafts if d.profile.number >= _NEARLY_ALL > d.profile.date and d.profile.filled]
    fees = [d for d in sums if tells_a_fee(d.heading)]
    if not fees or len(sums) - len(fees) < _FEW:
        return None
    rows = {d.index: _numbers(d) for d in sums}
    found = [
        (before, after)
        for costs in _together(fees)
        for before, after in permutations([d for d in sums if d not in fees], 2)
        if _differ_by(rows[before.index], rows[after.index], [rows[d.index] for d in costs])
    ]
    lefts = frozenset(after.index for _, after in found)
    wholes = [before for before, _ in found if before.index not in lefts]
    if not wholes:
        return None
    # Of sums that are the same in all rows the one nearest to the fee was charged.
    return max(wholes, key=lambda d: (d.field == "amount", d.index < fees[0].index, d.index)), lefts


def take_what_the_buyer_paid(drafts: Sequence[Draft]) -> None:
    """Let what the buyer paid be the amount, not what a marketplace or a payment service passed on of it."""
    found = find_kept_back(drafts)
    if found is None:
        return
    before, lefts = found
    others = [d for d in drafts if d.field == "amount" and d.index not in lefts and d is not before]
    if before.fixed or any(d.field == "amount" and d.fixed for d in drafts):
        return
    for draft in drafts:
        if draft.index in lefts and draft.field in ("amount", "subtotal", "total_spent"):
            draft.settle("", _AFTER_FEES)
    if not others:
        before.settle("amount", BEFORE_FEES)


def tells_a_fee(heading: str) -> bool:
    """Tell whether a heading is for what somebody keeps of a payment.

    >>> tells_a_fee("PayPal Fees ($)"), tells_a_fee("کارمزد"), tells_a_fee("Verkaufsgebühr"), tells_a_fee("Net after fees")
    (True, True, True, False)
    """
    words = heading_words(heading)
    if not _BEFORE_OR_AFTER.isdisjoint(words):
        return False
    return not _FEES.isdisjoint(words) or any(word.endswith(_COMPOUNDS) for word in words)


def _together(fees: Sequence[Draft]) -> Iterator[tuple[Draft, ...]]:
    yield from ((fee,) for fee in fees)
    if len(fees) > 1:
        yield tuple(fees)


def _numbers(draft: Draft) -> list[float | None]:
    step = max(1, len(draft.values) // SAMPLE)
    read = (parse_amount(cell) if cell.strip() else None for cell in draft.values[::step])
    return [None if amount is None else float(amount.value) for amount in read]


def _differ_by(
    before: Sequence[float | None], after: Sequence[float | None], costs: Sequence[Sequence[float | None]]
) -> bool:
    """Tell whether one sum is another and the costs beside it, which may be written with a sign, and costs there are."""
    told = [
        (b, a, sum(cost or 0.0 for cost in kept))
        for b, a, *kept in zip(before, after, *costs)
        if b is not None and a is not None
    ]
    least = _NEARLY_ALL * len(told)
    if not any(cost and abs(b) > abs(a) for b, a, cost in told):
        return False
    return any(
        sum(abs(b + sign * cost - a) < ROUNDED_TWICE for b, a, cost in told) >= least for sign in (1, -1)
    )
