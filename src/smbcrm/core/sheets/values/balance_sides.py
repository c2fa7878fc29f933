"""Which side of the ledger a balance stands on, where a column beside it tells: debtor or creditor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.money import parse_amount_column
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.ledger_sides import IS_OWED, OWES, find_sides
from smbcrm.core.sheets.rows.totals import ROUNDED
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.text import fold
from smbcrm.core.values.money_words import SCALES

_ON_CREDIT = word_set("credit crédit кредит")
"""What is said of a way to pay, too: who buys on credit owes."""

_LETTERS = (("d", "c"), ("s", "h"), ("b", "a"))
"""The two sides in one letter, by language: classes and groups have such letters as well, so the heading has to tell."""

_OF_SIDES = OWES | IS_OWED | word_set("side balance saldo solde bakiye مانده تشخیص ماهیت")
_NEITHER = word_set("- بی‌حساب بیحساب تسویه صفر nil zero none settled ausgeglichen سربسر") | {
    "بی حساب",
    "سر به سر",
    "",
}


def with_signs(cells: Sequence[str]) -> Sequence[str]:
    """Give the sums of a column with a sign in place of a word for their side: what the customer is owed is below nothing.

    >>> with_signs(["120.00 CR", "USD 1,450.00 Dr.", "٣٠٠ تومان بس", "0"])
    ['-120.00', 'USD 1,450.00', '-٣٠٠ تومان', '0']
    """
    parted = [_parted(cell) if any(map(str.isalpha, cell)) else None for cell in cells]
    if not any(parted) or _may_be_crores(cells, parted):
        return cells
    return [
        cell if part is None else f"{'-' if part[0] in IS_OWED else ''}{part[1]}"
        for cell, part in zip(cells, parted)
    ]


def without_one_side(cells: Sequence[str]) -> Sequence[str]:
    """Give the sums of a column without the word for their side, where that is the same in every cell: then it says nothing.

    >>> without_one_side(["120.00 DR", "80 dr"]), without_one_side(["120.00 CR", "80 DR"])
    (['120.00', '80'], ['120.00 CR', '80 DR'])
    """
    sides, sums = set[str](), list[str]()
    for cell in cells:
        part = _parted(cell) if (filled := cell and not cell.isspace()) else None
        if filled and part is None:
            return cells  # as the first sum of nearly every column tells
        sides.update(part[:1] if part else ())
        sums.append(part[1] if part else cell)
    return sums if len(sides) == 1 and _CRORES not in sides else cells


_CRORES = "cr"
"""Ten millions in India, too."""


def _may_be_crores(cells: Sequence[str], parted: Sequence[tuple[str, str] | None]) -> bool:
    """Tell whether "2.5 Cr" may be a sum in crores: no cell names the other side, and either none is without a word or one has a word for a sum.

    >>> with_signs(["120.00 CR", "80.00"]), with_signs(["2.5 Cr", "80 lakh"]), with_signs(["2.5 Cr", "1 Cr"])
    (['-120.00', '80.00'], ['2.5 Cr', '80 lakh'], ['2.5 Cr', '1 Cr'])
    """
    if {part[0] for part in parted if part} != {_CRORES}:
        return False
    others = [cell for cell, part in zip(cells, parted) if part is None and any(map(str.isdigit, cell))]
    return not others or any(word in SCALES for cell in others for word in fold(cell).split())


_SIDE_BEHIND = re.compile(r"\s*((?!-).*\d.*?)[\s.(]*(?<![^\W\d_])([^\W\d_]{2,10})[.)]*\s*")
_SIDE_BEFORE = re.compile(r"\s*([^\W\d_]{2,10})[.:]?\s*([^-\s].*)")
_IN_BRACKETS = re.compile(r"\s*([^\W\d_]{2,10}[.:]?)?\s*\(([^()]*\d[^()]*)\)\s*([^\W\d_]{2,10}\.?)?\s*")
_LONGEST = 60


def _parted(cell: str) -> tuple[str, str] | None:
    """Give the word for a side that a sum without a sign of its own ends or begins with, and the sum.

    Brackets say once more what the word for a creditor says; beside that for a debtor they would say the opposite.

    >>> _parted("120.00 CR"), _parted("(45.50) Cr."), _parted("(45.50) DR")
    (('cr', '120.00'), ('cr', '45.50'), None)
    """
    if len(cell) > _LONGEST:
        return None
    if bracketed := _IN_BRACKETS.fullmatch(cell):
        inside = _parted(f"{bracketed[2]} {bracketed[1] or bracketed[3]}")
        return inside if inside and inside[0] in IS_OWED else None
    behind, before = _SIDE_BEHIND.fullmatch(cell), _SIDE_BEFORE.fullmatch(cell)
    if behind and (side := fold(behind[2])) in OWES | IS_OWED:
        return side, behind[1]
    if before and (side := fold(before[1])) in OWES | IS_OWED and any(map(str.isdigit, before[2])):
        return side, before[2]
    return None


def settle_sides(got: Gathered, table: Table) -> None:
    """Count a balance as the customer's own money where the column beside it says that he is the creditor: what he is owed is no debt of his."""
    balances = got.fields.get("balance")
    columns = [c for c in table.columns if c.field == "balance"]
    if balances is None or len(columns) != 1 or any(c.field == "credit_balance" for c in table.columns):
        return
    _sign_by_the_sums(got, table, columns[0])
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


def _sign_by_the_sums(got: Gathered, table: Table, left: Column) -> None:
    """Count what is left as the customer's own money where it is written without a sign and the columns of both sides tell whose it is."""
    balances = got.fields["balance"]
    for sides in find_sides([c.heading for c in table.columns]):
        debit, credit = (table.columns[i] for i in (sides.debit, sides.credit))
        if left in (debit, credit):
            continue
        sums = [
            [amount.value if amount else 0.0 for amount in parse_amount_column(got.cells[c.index])]
            for c in (debit, credit)
        ]
        owed = [round(a - b, 2) for a, b in zip(*sums)]
        told = [(b, o) for b, o in zip(balances, owed) if isinstance(b, int | float)]
        if len(told) < _FEW or any(b < 0 or abs(b - abs(o)) > ROUNDED for b, o in told):
            continue
        got.fields["balance"] = [
            -b if isinstance(b, int | float) and o < 0 else b for b, o in zip(balances, owed)
        ]
        return


_FEW = 3


def _owed(heading: str, told: set[str]) -> frozenset[str]:
    """Give the creditor's words where cells hold nothing but words for the two sides, and his among them; none where they do not."""
    words = set(heading_words(heading))
    for owes, owed in _LETTERS:
        if owed in told and told <= {owes, owed} | _NEITHER and _speaks_of_sides(words, owes, owed):
            return frozenset((owed,))
    owed_words = told & IS_OWED
    if not owed_words or told <= IS_OWED or not told <= OWES | IS_OWED | _NEITHER:
        return frozenset()
    if owed_words <= _ON_CREDIT and (told.isdisjoint(OWES) or not words.isdisjoint(_PAYING)):
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
