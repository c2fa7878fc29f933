"""Which side of the ledger a balance stands on, where a column beside it tells: debtor or creditor."""

from __future__ import annotations

from smbcrm.core.headers import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.say import say
from smbcrm.core.sheets.gathered import Gathered
from smbcrm.core.sheets.word_sets import word_set
from smbcrm.core.text import fold

_OWES = word_set("بدهکار بدهكار بد بده مدین debit debtor dr soll débiteur débit deudor borçlu дебет")
_IS_OWED = word_set(
    "بستانکار بستانكار بس بست دائن طلبکار credit creditor cr haben créditeur crédit acreedor alacaklı кредит"
)
_ON_CREDIT = word_set("credit crédit кредит")
"""What is said of a way to pay, too: who buys on credit owes."""

_LETTERS = (("d", "c"), ("s", "h"), ("b", "a"))
"""The two sides in one letter, by language: classes and groups have such letters as well, so the heading has to tell."""

_OF_SIDES = _OWES | _IS_OWED | word_set("side balance saldo solde bakiye مانده تشخیص ماهیت")
_NEITHER = word_set("- بی‌حساب بیحساب تسویه صفر nil zero none settled ausgeglichen سربسر") | {
    "بی حساب",
    "سر به سر",
    "",
}


def settle_sides(got: Gathered, table: Table) -> None:
    """Count a balance as the customer's own money where the column beside it says that he is the creditor: what he is owed is no debt of his."""
    balances = got.fields.get("balance")
    columns = [c for c in table.columns if c.field == "balance"]
    if balances is None or len(columns) != 1 or any(c.field == "credit_balance" for c in table.columns):
        return
    for column in table.columns:
        sides = [fold(cell).strip(" .") for cell in got.cells[column.index]]
        if column.field == "balance" or not (owed := _owed(column.heading, set(sides))):
            continue
        got.fields["balance"] = [
            -value if side in owed and isinstance(value, int | float) and value > 0 else value
            for side, value in zip(sides, balances)
        ]
        got.notes.append(
            say(
                "column {column} tells who is owed: {n} {n:balance is|balances are} the customer's own money",
                column=column.heading,
                n=sum(side in owed for side in sides),
            )
        )
        return


def _owed(heading: str, told: set[str]) -> frozenset[str]:
    """Give the creditor's words where cells hold nothing but words for the two sides, and his among them; none where they do not."""
    words = set(heading_words(heading))
    for owes, owed in _LETTERS:
        if owed in told and told <= {owes, owed} | _NEITHER and _speaks_of_sides(words, owes, owed):
            return frozenset((owed,))
    owed_words = told & _IS_OWED
    if not owed_words or told <= _IS_OWED or not told <= _OWES | _IS_OWED | _NEITHER:
        return frozenset()
    if owed_words <= _ON_CREDIT and (told.isdisjoint(_OWES) or not words.isdisjoint(_PAYING)):
        return frozenset()
    return frozenset(owed_words)


_PAYING = word_set(
    "payment pay paid method card terms پرداخت کارت zahlung zahlungsart paiement pago ödeme оплата"
)


def _speaks_of_sides(words: set[str], owes: str, owed: str) -> bool:
    return (
        not words.isdisjoint(_OF_SIDES)
        or {owes, owed} <= words
        or owes + owed in words
        or owed + owes in words
    )
