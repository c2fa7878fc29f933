"""Which side of the ledger a balance stands on, where a column beside it tells: debtor or creditor."""

from __future__ import annotations

from smbcrm.core.layout import Table
from smbcrm.core.say import say
from smbcrm.core.sheets.gathered import Gathered
from smbcrm.core.sheets.word_sets import word_set
from smbcrm.core.text import fold

_OWES = word_set("بدهکار بدهكار بد بده مدین debit debtor dr d soll s débiteur débit deudor borçlu b дебет")
_IS_OWED = word_set(
    "بستانکار بستانكار بس بست دائن طلبکار credit creditor cr c haben h créditeur crédit acreedor alacaklı a кредит"
)
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
        if column.field == "balance" or not _told(sides):
            continue
        got.fields["balance"] = [
            -value if side in _IS_OWED and isinstance(value, int | float) and value > 0 else value
            for side, value in zip(sides, balances)
        ]
        got.notes.append(
            say(
                "column {column} tells who is owed: {n} {n:balance is|balances are} the customer's own money",
                column=column.heading,
                n=sum(side in _IS_OWED for side in sides),
            )
        )
        return


def _told(sides: list[str]) -> bool:
    """Tell whether cells hold nothing but words for the two sides, and the creditor's among them."""
    told = set(sides)
    return (
        not told.isdisjoint(_IS_OWED)
        and not told.isdisjoint(_OWES | _NEITHER)
        and told <= _OWES | _IS_OWED | _NEITHER
    )
