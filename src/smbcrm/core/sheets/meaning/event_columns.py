"""Columns that only lists of events have: which of two amounts was paid, and our own ids in place of customer codes."""

from __future__ import annotations

import re

from smbcrm.core.headers import INSTALMENTS, UNPAID
from smbcrm.core.heading_words import heading_words
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.drafts import BY_VALUES, Draft
from smbcrm.core.values.ratings import scale_in_heading

OUR_ID = re.compile(r"\s*[cC][1-9]\d{0,11}\s*")
MOSTLY = 0.8
SURE = 0.8
TEN = 10  # bare numbers above it are no answers under a heading that tells nothing

_PAID = word_set("""paid payment payments received receipt bezahlt gezahlt zahlung zahlbetrag payé payée réglé règlement pagado pago abono abonado pagato wpłata zapłacono zaplaceno betaald bayar dibayar ödenen ödeme
    پرداخت پرداختی دریافت دریافتی واریز واریزی وصول وصولی مدفوع المدفوع""")
_OWED = UNPAID | word_set("due payable owed total not non no nicht قابل فاکتور کل صورتحساب غير")


def choose_what_was_paid(drafts: list[Draft]) -> None:
    """Where a bill and its payment have an amount each, let the payment's be the amount and keep the bill's beside it."""
    amounts = [d for d in drafts if d.field == "amount"]
    if len(amounts) < 2:
        return
    paid = [d for d in amounts if tells_of_paying(d.heading)]
    for draft in amounts:
        if paid and draft not in paid and not draft.fixed:
            draft.settle("billed", say("the amount of the bill; another column tells what was paid"))
            draft.turned = True


def tells_of_paying(heading: str) -> bool:
    """Tell whether a heading is for money that came in, and not for what is owed.

    >>> tells_of_paying("Bezahlt"), tells_of_paying("Total paid"), tells_of_paying("Amount")
    (True, False, False)
    """
    words = set(heading_words(heading))
    return not _PAID.isdisjoint(words) and _OWED.isdisjoint(words)


_WHO_PAID = tuple(
    word_set(words)
    for words in (
        "payer", "received from", "paid by", "remitter", "depositor", "einzahler", "zahler", "payeur", "pagador", "pagatore", "ödeyen", "плательщик",
        "پرداخت کننده", "پرداخت‌کننده", "پرداختکننده", "واریز کننده", "واریز‌کننده", "واریزکننده", "دریافت از", "الدافع", "付款人", "付款方", "입금자",
    )
)  # fmt: skip


_OF_THE_PAYMENT = word_set("""receipt receipts رسید quittung quittungsnummer reçu recibo makbuz ricevuta квитанция квитанции إيصال الإيصال transaction tracking
    پیگیری تراکنش ارجاع transaktion 收据 流水号""")


def leave_the_numbers_of_payments(drafts: list[Draft]) -> None:
    """Take the number of a receipt for none of a bill, where no column tells of bills: a payment with it would pay no bill at all."""
    if any(d.field in ("billed", "due_date") for d in drafts):
        return
    for draft in drafts:
        own = not _OF_THE_PAYMENT.isdisjoint(heading_words(draft.heading))
        if own and draft.field == "order_id" and not draft.fixed:
            draft.settle("", say("the number of the payment, not of a bill"))


def tells_who_paid(heading: str) -> bool:
    """Tell whether a heading is for whoever money came from.

    >>> tells_who_paid("Received From"), tells_who_paid("نام واریز کننده"), tells_who_paid("Paid")
    (True, True, False)
    """
    words = set(heading_words(heading))
    return any(one <= words for one in _WHO_PAID)


_PRICES = word_set(
    "price prices قیمت بها فی preis prix precio precios fiyat prezzo preço cena prijs preț pris harga سعر السعر цена 价格"
)


def tells_a_price(heading: str) -> bool:
    """Tell whether a heading says what something costs, whoever buys it.

    >>> tells_a_price("Unit price"), tells_a_price("قیمت"), tells_a_price("Amount")
    (True, True, False)
    """
    return not _PRICES.isdisjoint(heading_words(heading))


_INSTALMENTS = INSTALMENTS | word_set("ratenhöhe rate")


def tells_an_instalment(heading: str) -> bool:
    """Tell whether a heading is for one part of a sum that is paid bit by bit.

    >>> tells_an_instalment("مبلغ قسط"), tells_an_instalment("Total")
    (True, False)
    """
    return not _INSTALMENTS.isdisjoint(heading_words(heading))


def find_amount(drafts: list[Draft]) -> None:
    """Take the sum before or with tax for the amount of a sale where no column tells another; the one with tax first."""
    if any(d.field in ("amount", "unit_price") for d in drafts):
        return
    sums = [d for d in drafts if d.field == "subtotal" and not d.fixed and d.profile.number >= 0.5]
    for words in (_GROSS, _NET):
        for draft in sums:
            if not words.isdisjoint(heading_words(draft.heading)):
                draft.settle("amount", say("the only sum there is"))
                draft.turned = True
                return


_WHOLE = word_set("total gross brutto gesamt gesamtbetrag ttc genel جمع مجموع")
_PART = word_set("net netto sub discount tax vat shipping before excl جزء قبل تخفیف مالیات خالص")


def tells_the_whole(heading: str) -> bool:
    """Tell whether a heading names all that a sale came to, as against its price before tax or after some cost.

    >>> tells_the_whole("Total collected"), tells_the_whole("Net sales"), tells_the_whole("Amount")
    (True, False, False)
    """
    words = set(heading_words(heading))
    return not _WHOLE.isdisjoint(words) and _PART.isdisjoint(words)


_GROSS = word_set("gross brutto ttc total")
_NET = word_set("net netto nettobetrag nettosumme subtotal sub zwischensumme ht base خالص جزء الفرعي ara")


def find_answers(drafts: list[Draft]) -> None:
    """Find the answer of a survey under a heading nobody knows (the question itself), and what was written beside it."""
    if not any(d.field == "rating" for d in drafts):
        may_be = [
            d for d in drafts if d.field in ("", "text", "notes") and not d.fixed and d.profile.rating >= SURE
        ]
        may_be = [
            d
            for d in may_be
            if d.profile.worded_rating >= SURE or scale_in_heading(d.heading) or d.profile.highest <= TEN
        ]
        if may_be:
            best = max(
                may_be,
                key=lambda d: (
                    bool(scale_in_heading(d.heading)),
                    d.profile.worded_rating,
                    is_question(d.heading),
                    -d.index,
                ),
            )
            best.settle("rating", BY_VALUES)
    for draft in drafts:  # a survey asks more than one question
        if not (draft.field or draft.fixed) and draft.profile.rating >= SURE and _asks_how(draft):
            draft.settle("rating", BY_VALUES)
    for draft in drafts:
        if (
            not draft.field
            and not draft.fixed
            and is_question(draft.heading)
            and draft.profile.letters >= 0.5
        ):
            draft.settle("text", say("a question of the survey"))


def _asks_how(draft: Draft) -> bool:
    """Tell whether answers under a heading are marks, and not ages or counts: in words, on a scale that is told, to a question."""
    if draft.profile.worded_rating >= SURE or scale_in_heading(draft.heading):
        return True
    return is_question(draft.heading) and draft.profile.highest <= TEN and draft.profile.yes_no < MOSTLY


_OPINIONS = word_set("""feedback review reviews testimonial testimonials opinion opinions bewertungstext rezension rückmeldung
    avis commentaire reseña opinión recensione avaliação yorum değerlendirme отзыв نظر نظرات بازخورد رأي تقييم ulasan""")


def tells_an_opinion(heading: str) -> bool:
    """Tell whether a heading is for what a customer thinks of the shop in his own words.

    >>> tells_an_opinion("Customer feedback"), tells_an_opinion("Notes")
    (True, False)
    """
    return not _OPINIONS.isdisjoint(heading_words(heading))


_MESSAGES = word_set("""message messages sms mms body content پیام پیامک پیامها پیامک‌ها nachricht nachrichten nachrichtentext mensaje mensajes mesaj messaggio
    mensagem wiadomość bericht сообщение сообщения رسالة الرسالة 短信 消息 メッセージ 메시지""")


def tells_a_message(heading: str) -> bool:
    """Tell whether a heading is for the words of a message.

    >>> tells_a_message("Message body"), tells_a_message("متن پیامک"), tells_a_message("Notes")
    (True, True, False)
    """
    return not _MESSAGES.isdisjoint(heading_words(heading))


def is_question(heading: str) -> bool:
    """Tell whether a heading is a question, as the forms of surveys have them."""
    return heading.rstrip(" )1234567890-(۱۲۳۴۵۶۷۸۹۰").endswith(("?", "؟"))


_OURS = frozenset({"id", "شناسه", "crmid", "smbcrmid", "xsmbcrmid", "شناسهدرsmbcrm"})


def find_our_ids(drafts: list[Draft]) -> None:
    """Take a column of customer codes, or one that is headed as we head them, for our own ids where it holds such (C7)."""
    for draft in drafts:
        ours = draft.field in ("order_id", "") and "".join(heading_words(draft.heading)) in _OURS
        if draft.fixed or not (ours or draft.field == "customer_code"):
            continue
        filled = [value for value in draft.values if value.strip()]
        if filled and sum(bool(OUR_ID.fullmatch(v)) for v in filled) >= MOSTLY * len(filled):
            draft.settle("crm_id", say("ids of smbcrm"))
            draft.turned = True
