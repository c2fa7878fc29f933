"""Columns that tell what of a sale was paid in which way: "Cash" beside "Card"; without a total they add up to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from smbcrm.core.fields import FIELDS, PHONES
from smbcrm.core.heading_words import heading_words, say_nothing_but
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.columns import SAMPLE, plain
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.drafts import Draft
from smbcrm.core.sheets.meaning.ledger_sides import CASH

_CARDS = word_set("""card cards visa mastercard maestro amex eftpos pos ec karte karten kartenzahlung kreditkarte girocard tarjeta tarjetas crédito carte bancaire cb kart kartı kredi kredikartı banka
    bancomat carta credito cartão
    карта карте картой کارت کارتخوان کارت‌خوان پوز بطاقة البطاقة شبكة 刷卡 银行卡 信用卡 カード 카드""")
_OTHERS = word_set("""debit credit cheque cheques check checks chèque chèques scheck cheque چک چکی cek çek assegno чек transfer überweisung virement transferencia
    havale eft bonifico перевод حواله واریز تحويل voucher vouchers gutschein gutscheine gift coupon online آنلاین paypal wallet کیف mobile upi pix bizum
    mpesa alipay wechat venmo zelle نسیه اعتباری nesye veresiye آجل 支付宝 微信 转账 振込""")
_BESIDE = word_set(
    "payment payments paid pay amount sales in by on sum مبلغ پرداخت پرداختی به فروش ریال تومان betrag zahlung per montant en importe tutar ile с по оплата"
)
_WAYS = CASH | _CARDS | _OTHERS
_SEVERAL = 2
_NUMBERS = 0.8


def tells_a_way_to_pay(heading: str) -> bool:
    """Tell whether a heading names a way to pay and nothing else.

    >>> tells_a_way_to_pay("Cash"), tells_a_way_to_pay("مبلغ کارتخوان"), tells_a_way_to_pay("Card number")
    (True, True, False)
    """
    return say_nothing_but(heading_words(heading), _WAYS, _BESIDE)


def ways_to_pay(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the columns of sums that were paid in different ways; none where none of them is cash or a card.

    A single one counts where no other column may hold a sum: beside "Card number", "Cash" is all that a till tells.
    """
    found = [d for d in drafts if not d.fixed and tells_a_way_to_pay(d.heading) and _holds_sums(d)]
    plainly = any(not (CASH | _CARDS).isdisjoint(heading_words(d.heading)) for d in found)
    filled = sum(bool(d.profile.filled) for d in found)
    alone = filled == 1 and not any(_may_be_a_sum(d) for d in drafts if d not in found)
    return found if plainly and (filled >= _SEVERAL or alone) else []


def _may_be_a_sum(draft: Draft) -> bool:
    return any(field in FIELDS and FIELDS[field].read == "money" for field in draft.candidates)


_GIVEN_BACK = word_set("""change wechselgeld rückgeld monnaie rendu rendue vuelto cambio vueltas resto troco üstü wisselgeld växel сдача باقی باقیمانده بازگشتی
    找零 お釣り 거스름돈""")
_OF_MONEY = word_set(
    "given back due returned amount money cash to the of en a para پول مبلغ نقد وجه ریال تومان betrag montant importe"
)


def tells_money_given_back(heading: str) -> bool:
    """Tell whether a heading is for the money that a till gave back of what it was handed.

    >>> tells_money_given_back("Change"), tells_money_given_back("Para üstü"), tells_money_given_back("Change of address")
    (True, True, False)
    """
    return say_nothing_but(heading_words(heading), _GIVEN_BACK, _OF_MONEY)


def _holds_sums(draft: Draft) -> bool:
    return not draft.profile.filled or (draft.profile.number >= _NUMBERS and not _holds_numbers(draft))


def _holds_numbers(draft: Draft) -> bool:
    """Tell whether digits number something instead of being sums: phones, cards, cheques, the lines of a bill."""
    if not PHONES.isdisjoint(draft.candidates) and draft.profile.phone >= _NUMBERS:
        return True
    shown = [text for text in map(plain, draft.values[:SAMPLE]) if text]
    if not shown or not all(map(str.isdecimal, shown)):
        return False
    long = len({len(text) for text in shown}) == 1 and len(shown[0]) >= _LONG
    if long and sum(text[-1] == "0" for text in shown) < _ROUND * len(shown):
        return True
    counted = all(b in (1, a + 1) for a, b in pairwise(map(int, shown)))
    return counted and int(shown[0]) == 1 < max(map(int, shown))


_LONG, _ROUND = 6, 0.5
"""From so many digits on numbers that are all as long and seldom end in a nought are no sums."""


def add_up_ways_to_pay(drafts: list[Draft]) -> None:
    """Let what was paid in each way add up to the amount of a sale where no column tells it."""
    if any(d.field in ("amount", "unit_price", "subtotal") for d in drafts):
        return
    for draft in ways_to_pay(drafts):
        draft.settle("tender", say("paid in this way: the ways to pay add up to the amount"))
        draft.turned = True
