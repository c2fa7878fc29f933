"""What was paid back of a sale, where a column beside its amount tells."""

from __future__ import annotations

from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.ways_to_pay import tells_money_given_back
from smbcrm.core.sheets.values.gathered import Gathered

_PAID_BACK = word_set(
    "refunded refund refunds erstattet erstatteter erstattung remboursé remboursement reembolsado reembolso iade بازپرداخت مرجوعی برگشتی مسترد"
)
_SUM = word_set("amount total sum value betrag summe montant importe monto tutar tutarı مبلغ جمع المبلغ")


def take_off_refunds(got: Gathered, table: Table) -> None:
    """Take what was paid back off the amounts of sales; a sale paid back in whole is none.

    A column counts where its heading speaks of a sum paid back, and no row tells of more than the sale came to.
    """
    amounts = got.fields.get("amount")
    column = next((c for c in table.columns if not c.field and tells_what_was_paid_back(c.heading)), None)
    if amounts is None or column is None:
        return
    back: dict[int, float] = {}
    for i, cell in enumerate(got.cells[column.index]):
        read, amount = parse_amount(cell) if cell.strip() else None, amounts[i]
        if read is None or not read.value or not isinstance(amount, int | float):
            continue
        back[i] = abs(float(read.value))
        if back[i] > amount:
            return
    for i, value in back.items():
        left = round(float(str(amounts[i])) - value, 2)
        amounts[i] = int(left) if left == int(left) else left
        if not left:
            got.called_off.add(i)
    if back:
        got.notes.append(
            say(
                "{count} {count:sale was|sales were} paid back in part or in whole (column {column}): what was paid back is taken off",
                count=len(back),
                column=column.heading,
            )
        )


def take_off_change(got: Gathered, table: Table) -> None:
    """Take the money that was given back off what was handed over, where the ways to pay tell what a sale came to; never more than was handed over."""
    amounts = got.fields.get("amount")
    column = next((c for c in table.columns if not c.field and tells_money_given_back(c.heading)), None)
    if amounts is None or column is None or not any(c.field == "tender" for c in table.columns):
        return
    left: dict[int, float] = {}
    for i, cell in enumerate(got.cells[column.index]):
        back, handed = parse_amount(cell) if cell.strip() else None, amounts[i]
        if back is None or not back.value or not isinstance(handed, int | float):
            continue
        left[i] = round(handed - abs(float(back.value)), 2)
        if left[i] < 0:
            return
    for i, value in left.items():
        amounts[i] = int(value) if value == int(value) else value
    if left:
        got.notes.append(
            say(
                "column {column} tells what was given back of the money that was handed over: it is taken off",
                column=column.heading,
            )
        )


def tells_what_was_paid_back(heading: str) -> bool:
    """Tell whether a heading names the sum that was paid back of a sale.

    >>> tells_what_was_paid_back("Amount Refunded"), tells_what_was_paid_back("Refunded?"), tells_what_was_paid_back("Amount")
    (True, False, False)
    """
    words = set(heading_words(heading))
    return not _PAID_BACK.isdisjoint(words) and not _SUM.isdisjoint(words)
