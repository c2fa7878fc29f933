"""Statements of a bank account: whom the shop paid stands there among those who paid it."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.fields import NAMES
from smbcrm.core.heading_subject import is_a_customer, is_about_customers
from smbcrm.core.heading_words import heading_words
from smbcrm.core.money import parse_amount
from smbcrm.core.sheets.looks.columns import SAMPLE
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.drafts import Draft
from smbcrm.core.sheets.meaning.ledger_sides import OF_A_BANK, find_sides
from smbcrm.core.sheets.meaning.sums_beside import runs_by

_OF_A_BANK = tuple(
    word_set(words)
    for words in (
        *OF_A_BANK, "wertstellung", "valutadatum", "data valuta", "buchungstag", "gläubiger", "mandatsreferenz", "zahlungsempfänger",
        "beguenstigter", "sort code", "value date", "withdrawals", "date valeur", "fecha valor", "tegenrekening", "tegenpartij", "dekont",
        "شبا", "برداشت", "назначение платежа", "对方户名", "对方账号",
    )
)  # fmt: skip
_OUT = word_set("""withdrawal withdrawals debited belastung belastungen auszahlung auszahlungen retrait retraits retiro retiros cargo cargos addebito addebiti çekilen
    برداشت списание سحب 支出 出金 출금""")
_IN = word_set("""deposit deposits credited lodgement lodgements gutschrift gutschriften einzahlung einzahlungen versement versements depósito depósitos abono abonos
    accredito accrediti yatırılan واریز зачисление إيداع 收入 入金 입금""")
_OUT_OF, _INTO = (
    word_set(
        "out sortie sorties salida salidas çıkan uscita uscite saída saídas ausgang ausgänge خروجی расход"
    ),
    word_set(
        "in entrée entrées entrada entradas ingreso ingresos giren entrata entrate eingang eingänge ورودی приход"
    ),
)
"""Beside a word for money these say where it went; goods come in and go out, too."""
_MONEY = word_set("""money paid pay payment payments amount amounts geld betrag argent montant importe dinero monto para tutar tutarı مبلغ وجه پول سумма denaro importo
    eur usd gbp ریال تومان""")
_NUMBERS, _ONE_NAME, _FEW = 0.8, 1, 3


def is_bank_statement(drafts: Sequence[Draft]) -> bool:
    """Tell whether a table is the statement of a bank account: money goes both ways in it, and a heading or the one name in it tells whose account it is.

    Sums below nothing stand beside customers, too, where something was paid back: a heading has to speak of a bank, or a balance has to run on
    from row to row whoever the row is about.
    """
    if any(is_about_customers(d.heading) or is_a_customer(d.heading) for d in drafts):
        return False
    if not any(d.profile.date >= _NUMBERS for d in drafts):
        return False
    sums = [d for d in drafts if d.profile.filled and d.profile.number >= _NUMBERS > d.profile.date]
    both = [d for d in sums if d.field not in ("balance", "credit_balance") and _goes_both_ways(d)]
    if _has_ways_out_and_in(sums):
        return True
    if not both and not _has_both_sides(drafts):
        return False
    words = [frozenset(heading_words(d.heading)) for d in drafts]
    told = any(one <= said for one in _OF_A_BANK for said in words)
    return told or any(
        _is_one_account(drafts) and runs_by(left, moved)
        for moved in both
        for left in sums
        if left is not moved
    )


def _goes_both_ways(draft: Draft) -> bool:
    amounts = [amount.value for cell in draft.values[:SAMPLE] if (amount := parse_amount(cell))]
    return min(amounts, default=0) < 0 < max(amounts, default=0)


def _has_both_sides(drafts: Sequence[Draft]) -> bool:
    return any(
        drafts[one.debit].profile.filled and drafts[one.credit].profile.filled
        for one in find_sides([d.heading for d in drafts])
    )


def _has_ways_out_and_in(sums: Sequence[Draft]) -> bool:
    """Tell whether one column of sums is for what was taken from an account, and one for what was put into it."""
    words = [set(heading_words(d.heading)) for d in sums]
    return all(
        any(
            said <= plainly | beside | _MONEY and (said & plainly or (said & beside and said & _MONEY))
            for said in words
        )
        for plainly, beside in ((_OUT, _OUT_OF), (_IN, _INTO))
    )


def _is_one_account(drafts: Sequence[Draft]) -> bool:
    """Tell whether the names, if there are any, are the same in all of several rows."""
    names = [d for d in drafts if d.field in NAMES and d.profile.seen]
    return all(
        d.profile.seen >= _FEW and round(d.profile.distinct * d.profile.seen) == _ONE_NAME for d in names
    )
