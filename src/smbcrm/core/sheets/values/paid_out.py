"""Money that the shop itself paid, in the list of an account: whom it buys from is no customer, and what went to its bank no sale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from smbcrm.core.fields import FIELDS
from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.kept_back import BEFORE_FEES, tells_a_fee
from smbcrm.core.sheets.meaning.not_theirs import SHOPS_OWN
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.order_states import are_few
from smbcrm.core.sheets.values.other_entries import tells_sorts
from smbcrm.core.text import fold

PAID_OUT = say("money that the shop itself paid: no sale")
_GIVEN_BACK = word_set("""refund refunds refunded refunding reversal reversed reversals chargeback chargebacks dispute disputes disputed return returns returned
    rückzahlung rückerstattung erstattung rückbuchung rückgabe storno stornierung remboursement remboursé annulation rétrofacturation litige
    reembolso reembolsado devolución devolucion contracargo estorno rimborso rimborsato storno iade iadesi zwrot terugbetaling retour
    возврат возмещение بازگشت برگشت برگشتی مرجوع مرجوعی استرداد مسترد عودت استرجاع مرتجع 退款 返金 환불""")
"""What says that money went back the way it came, to a customer or from somebody the shop had paid."""


def leave_what_was_paid_out(got: Gathered, table: Table) -> None:
    """Leave out the rows of an account in which money left it for somebody who bought nothing, or came back from him.

    An account is known by the fee that was kept of each sum, or by its own address at one end of each row. Who bought before
    this list begins and was paid his money back is known by what the row says, or by the fee that was given back; of whoever bought within it, what he was paid is taken off
    as far as it is no more than he paid.
    """
    amounts = got.fields.get("amount")
    if amounts is None or not any(c.how in (BEFORE_FEES, SHOPS_OWN) for c in table.columns):
        return
    moved = [(i, float(value)) for i, value in enumerate(amounts) if isinstance(value, int | float) and value]
    if all(value > 0 for _, value in moved):
        return
    (given_back, surely), whom = _rows_given_back(got, table), _whom(got)
    given_back |= _fees_given_back(got, table, moved)
    bought: dict[object, float] = defaultdict(float)
    for i, value in moved:
        if value > 0 and i not in surely:
            for key in whom[i]:
                bought[key] += value
    left = set()
    for i, value in moved:
        paid = max((bought.get(key, 0.0) for key in whom[i]), default=0.0)
        if (-value > paid and i not in given_back) or (value > 0 and i in surely and not paid):
            left.add(i)
    got.left_out.update(dict.fromkeys(left, PAID_OUT))
    if left:
        got.notes.append(
            say(
                "{n} {n:row tells|rows tell} of money that the shop itself paid, and {n:is|are} left out: whom it paid is no customer",
                n=len(left),
            )
        )


def _whom(got: Gathered) -> list[list[object]]:
    """Give by what each row tells whom it is about."""
    names = [
        [
            fold(" ".join(str(part) for part in row if part))
            for row in zip(*(got.fields.get(key) or [None] * len(got.numbers) for key in keys))
        ]
        for keys in (("name", "first_name", "last_name"), ("company",))
    ]
    lists = [got.fields.get(key) or [None] * len(got.numbers) for key in ("emails", "phones")]
    return [
        [
            *filter(None, told),
            *(one for values in beside for one in (values if isinstance(values, tuple | list) else ())),
        ]
        for told, beside in zip(zip(*names), zip(*lists))
    ]


def _rows_given_back(got: Gathered, table: Table) -> tuple[set[int], set[int]]:
    """Give the rows that say in some text that money went back, and those that say it as a sort of row: a ticket may be a return, too."""
    found: set[int] = set()
    sorts: set[int] = set()
    for column in table.columns:
        spec = FIELDS.get(column.field)
        if spec is None or spec.read in ("text", "own"):
            cells = got.cells[column.index]
            said = {cell for cell in set(cells) if _says_so(cell)}
            rows = {i for i, cell in enumerate(cells) if cell in said} if said else set()
            found |= rows
            if tells_sorts(column.heading) and are_few(cells):
                sorts |= rows
    return found, sorts


def _fees_given_back(got: Gathered, table: Table, moved: Sequence[tuple[int, float]]) -> set[int]:
    """Give the rows of money paid whose fee has the sign that it has beside sales, seen from the sum: it came back with the sum."""
    found: set[int] = set()
    for column in table.columns:
        if not column.field and tells_a_fee(column.heading):
            cells = got.cells[column.index]
            read = {
                cell: amount.value for cell in set(cells) if cell.strip() and (amount := parse_amount(cell))
            }
            kept = sum(
                (read.get(cells[i], 0) > 0) - (read.get(cells[i], 0) < 0) for i, value in moved if value > 0
            )
            found |= {i for i, value in moved if value < 0 and read.get(cells[i], 0) * value * kept > 0}
    return found


def _says_so(cell: str) -> bool:
    return len(cell) <= _LONGEST and not _GIVEN_BACK.isdisjoint(heading_words(cell))


_LONGEST = 120
