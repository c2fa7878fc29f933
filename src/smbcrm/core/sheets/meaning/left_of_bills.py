"""What is left to pay of each bill of a list: it tells what was paid of it, and is nobody's balance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smbcrm.core.headers import UNPAID
from smbcrm.core.heading_words import heading_words, without_currency
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.columns import SAMPLE
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.drafts import Draft
from smbcrm.core.sheets.meaning.event_columns import tells_of_paying
from smbcrm.core.sheets.rows.totals import ROUNDED_TWICE

_LEFT = UNPAID | word_set("""نشده balance balances remaining remainder left open rest restbetrag restant restante reste residuo saldo solde bakiye kalan остаток долг
    مانده باقی باقیمانده باقی‌مانده المتبقي متبقي الرصيد رصيد 余额 未付 残高 잔액""")
_BESIDE = word_set("""amount amounts sum total to pay be of the a on due invoice bill order value payment in eur usd gbp zu zahlen zahlender betrag summe rechnung der à a payer
    payé montant du de la le les facture ttc por pagar importe monto factura borç borcu tutar tutarı ödenecek مبلغ قابل پرداخت دریافت وصول تسویه فاکتور حساب بدهی از ریال تومان сумма
    к оплате счета المبلغ مبلغ""")
"""What may stand beside these words; where another thing is counted ("sessions left", "days left"), it is no sum."""
_NOT = word_set("not yet nicht noch non no hiç غير غیر не")
_PAID = word_set(
    "paid bezahlt gezahlt beglichen payé payée réglé pagado pagada pagato pagata ödenen ödendi مدفوع مدفوعة оплачено оплачен"
)
_NUMBERS, _NEARLY_ALL = 0.8, 0.9
_OF_EACH = say("what is left to pay of each bill")


def take_what_is_left_of_bills(drafts: list[Draft]) -> None:
    """Let the column for what is left to pay tell what was paid of each bill, where it is never more than the bill; beside what was paid it says nothing new."""
    whole = next((d for field in ("billed", "amount") for d in drafts if d.field == field), None)
    if whole is None or not any(d.field in ("due_date", "billed") for d in drafts):
        return
    paid = whole.field == "billed" and any(d.field == "amount" for d in drafts)
    for draft in drafts:
        named = draft.field in ("", "balance") and _tells_what_is_left(draft.heading)
        if draft.fixed or draft is whole or not named or draft.profile.number < _NUMBERS:
            continue
        if _is_part_of(draft, whole) or (paid and _is_left_of(draft, whole, drafts)):
            draft.settle("" if paid else "unpaid", _OF_EACH)
            paid = True


def _tells_what_is_left(heading: str) -> bool:
    words = set(heading_words(without_currency(heading) or heading))
    told = words & _LEFT or (words & _NOT and words & _PAID)
    return bool(told) and words <= _LEFT | _NOT | _PAID | _BESIDE


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
    told = [(a, b) for a, b in _side_by_side(left, whole) if a is not None and b is not None]
    return bool(told) and sum(0 <= a <= b + ROUNDED_TWICE for a, b in told) >= _NEARLY_ALL * len(told)


def _is_left_of(left: Draft, whole: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a sum is the bill less what was paid of it: less than nothing where too much was paid."""
    paid = next(d for d in drafts if d.field == "amount")
    told = [
        (a, b, p or 0.0) for a, b, p in _side_by_side(left, whole, paid) if a is not None and b is not None
    ]
    return bool(told) and sum(abs(b - p - a) <= ROUNDED_TWICE for a, b, p in told) >= _NEARLY_ALL * len(told)


def _side_by_side(*drafts: Draft) -> Iterator[tuple[float | None, ...]]:
    """Give the sums of columns that stand in one row, for as many rows as are looked at."""
    step = max(1, len(drafts[0].values) // SAMPLE)
    for row in zip(*(draft.values[::step] for draft in drafts)):
        yield tuple(amount.value if (amount := parse_amount(cell)) else None for cell in row)
