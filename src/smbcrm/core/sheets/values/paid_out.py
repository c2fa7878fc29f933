"""Money that the shop itself paid, in the list of an account: whom it buys from is no customer, and what went to its bank no sale."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.fields import FIELDS
from smbcrm.core.heading_subject import tells_sorts
from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.columns import SAMPLE
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.kept_back import BEFORE_FEES, tells_a_fee
from smbcrm.core.sheets.meaning.not_theirs import SHOPS_OWN
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.order_states import are_few
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
    this list begins and was paid his money back is known by what the row says, or by the fee that was given back; of whoever
    bought within it, what he was paid is taken off as far as it is no more than he paid.
    """
    amounts = got.fields.get("amount")
    if amounts is None or not any(c.how in (BEFORE_FEES, SHOPS_OWN) for c in table.columns):
        return
    moved = [(i, float(value)) for i, value in enumerate(amounts) if isinstance(value, int | float) and value]
    if all(value > 0 for _, value in moved):
        return
    given_back, surely = _rows_given_back(got, table, moved)
    asked = [(i, value) for i, value in moved if (i in surely if value > 0 else i not in given_back)]
    bought = _bought(got, [(i, value) for i, value in moved if value > 0 and i not in surely], asked)
    left = {i for i, value in asked if (not bought[i] if value > 0 else -value > bought[i])}
    got.left_out.update(dict.fromkeys(left, PAID_OUT))
    if left:
        got.notes.append(
            say(
                "{n} {n:row tells|rows tell} of money that the shop itself paid, and {n:is|are} left out: whom it paid is no customer",
                n=len(left),
            )
        )


def _bought(
    got: Gathered, sales: Sequence[tuple[int, float]], asked: Sequence[tuple[int, float]]
) -> dict[int, float]:
    """Give for rows that are asked about what whoever they name paid in all sales."""
    told = _whom(got) if asked else []
    bought = dict.fromkeys((key for i, _ in asked for keys in told for key in keys[i]), 0.0)
    if bought:
        for i, value in sales:
            for keys in told:
                for key in keys[i]:
                    if key in bought:
                        bought[key] += value
    return {i: max((bought[key] for keys in told for key in keys[i]), default=0.0) for i, _ in asked}


def _whom(got: Gathered) -> list[list[tuple[object, ...]]]:
    """Give by what each row tells whom it is about: a list each of names, firms, e-mails and phones."""
    found: list[list[tuple[object, ...]]] = []
    for keys in (("name", "first_name", "last_name"), ("company",)):
        parts = [got.fields[key] for key in keys if key in got.fields]
        folded = {row: fold(" ".join(str(part) for part in row if part)) for row in set(zip(*parts))}
        if folded:
            found.append([(name,) if (name := folded[row]) else () for row in zip(*parts)])
    lists = [got.fields[key] for key in ("emails", "phones") if key in got.fields]
    found.extend([tuple(one) if isinstance(one, tuple | list) else () for one in values] for values in lists)
    return found


def _rows_given_back(
    got: Gathered, table: Table, moved: Sequence[tuple[int, float]]
) -> tuple[set[int], set[int]]:
    """Give the rows of money paid that say in some text that it went back, or whose fee did, and all that say it as a sort of row.

    A ticket that was sold may be a return, too. A fee went back that has, seen from its sum, the sign that it has beside sales.
    """
    paid = [(i, value) for i, value in moved if value < 0]
    sold = [(i, value) for i, value in moved if value > 0][:SAMPLE]
    found: set[int] = set()
    sorts: set[int] = set()
    for column in table.columns:
        spec, cells = FIELDS.get(column.field), got.cells[column.index]
        if spec is None and tells_a_fee(column.heading):
            kept = sum(_sign(cells[i]) for i, _ in sold)
            found |= {i for i, value in paid if _sign(cells[i]) * value * kept > 0}
        elif spec is None or spec.read in ("text", "own"):
            found |= {i for i, _ in paid if _says_so(cells[i])}
            if tells_sorts(column.heading) and are_few(cells):
                said = {cell for cell in set(cells) if _says_so(cell)}
                sorts |= {i for i, cell in enumerate(cells) if cell in said}
    return found, sorts


def _sign(cell: str) -> int:
    amount = parse_amount(cell) if cell.strip() else None
    return 0 if amount is None else (amount.value > 0) - (amount.value < 0)


def _says_so(cell: str) -> bool:
    return len(cell) <= _LONGEST and not _GIVEN_BACK.isdisjoint(heading_words(cell))


_LONGEST = 120
