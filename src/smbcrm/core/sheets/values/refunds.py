"""What was paid back of a sale, where a column beside its amount tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
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
    told = list(_told_beside(got, column, amounts))
    if any(back > amount for _, amount, back in told):
        return
    for i, amount, back in told:
        amounts[i] = _less(amount, back)
        if not amounts[i]:
            got.called_off.add(i)
    if told:
        got.notes.append(
            say(
                "{count} {count:sale was|sales were} paid back in part or in whole (column {column}): what was paid back is taken off",
                count=len(told),
                column=column.heading,
            )
        )


def take_off_change(got: Gathered, table: Table) -> None:
    """Take the money that was given back off what was handed over, where the ways to pay tell what a sale came to; never more than was handed over."""
    amounts = got.fields.get("amount")
    column = next((c for c in table.columns if not c.field and tells_money_given_back(c.heading)), None)
    if amounts is None or column is None or not any(c.field == "tender" for c in table.columns):
        return
    left = {i: _less(amount, back) for i, amount, back in _told_beside(got, column, amounts)}
    if any(value < 0 for value in left.values()):
        return
    for i, value in left.items():
        amounts[i] = value
    if left:
        got.notes.append(
            say(
                "column {column} tells what was given back of the money that was handed over: it is taken off",
                column=column.heading,
            )
        )


def _told_beside(
    got: Gathered, column: Column, amounts: Sequence[object]
) -> Iterator[tuple[int, float, float]]:
    """Give the places of rows for which a column tells a sum other than nothing, their amounts, and how large that sum is."""
    for i, (cell, amount) in enumerate(zip(got.cells[column.index], amounts)):
        told = parse_amount(cell) if cell.strip() else None
        if told is not None and told.value and isinstance(amount, int | float):
            yield i, amount, abs(float(told.value))


def _less(amount: float, back: float) -> float:
    """Give what is left of an amount, whole where it is."""
    left = round(amount - back, 2)
    return int(left) if left == int(left) else left


def tells_what_was_paid_back(heading: str) -> bool:
    """Tell whether a heading names the sum that was paid back of a sale.

    >>> tells_what_was_paid_back("Amount Refunded"), tells_what_was_paid_back("Refunded?"), tells_what_was_paid_back("Amount")
    (True, False, False)
    """
    words = set(heading_words(heading))
    return not _PAID_BACK.isdisjoint(words) and not _SUM.isdisjoint(words)
