"""Rows of suppliers in a list of all whom the shop deals with: those that a column, or the number of their account, tells from customers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from smbcrm.core.heading_subject import CUSTOMERS
from smbcrm.core.heading_words import heading_words, say_nothing_but
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.columns import plain
from smbcrm.core.sheets.looks.suppliers import SUPPLIERS
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.rows.ragged import Row

_BUYS = CUSTOMERS | word_set("debitor debitoren debtor debtors خریداران مشتریان")
_SELLS = SUPPLIERS - word_set("satıcılar فروشندگان") | word_set("kreditor creditor")
"""Who sells may be a customer of those who help him to."""
_IN_LABELS = word_set("and or und oder et ou y e o و یا کننده کنندگان only nur فقط")
_ACCOUNTS = word_set("konto kontonummer kontonr personenkonto")
_OF_BOTH = word_set("adressattyp")
_ACCOUNT = re.compile(r"[1-9]\d{4,8}")
_FIRST_OF_CREDITORS = "7"
_MOST_SORTS, _LONGEST, _PEEK = 12, 60, 200


def rows_of_suppliers(
    rows: Sequence[Row], headings: Sequence[str], above: Iterable[Sequence[str]]
) -> tuple[set[int], str]:
    """Give the places of rows of suppliers, and the column that tells them from customers; none where it does not speak of both.

    `above` are the rows above the headings.
    """
    for j, heading in enumerate(headings):
        if len({cells[j] for _, cells in islice(rows, _PEEK) if j < len(cells)}) > _MOST_SORTS:
            continue
        sorts = {cells[j] for _, cells in rows if j < len(cells)}
        if len(sorts) > _MOST_SORTS:
            continue
        sells = {text for text in sorts if _is_label(text, _SELLS)}
        if sells and any(_is_label(text, _BUYS) for text in sorts):
            return {i for i, (_, cells) in enumerate(rows) if j < len(cells) and cells[j] in sells}, heading
    ledger = any(not _OF_BOTH.isdisjoint(heading_words(heading)) for heading in headings)
    if ledger or any("Kreditoren" in cell for cells in above for cell in cells):
        return _by_accounts(rows, headings)
    return set(), ""


def _is_label(text: str, words: frozenset[str]) -> bool:
    """Tell whether a cell says nothing but one of these words: "Vendor", and not "Customer & vendor" or a note that has one in it."""
    return len(text) <= _LONGEST and say_nothing_but(heading_words(text), words, _IN_LABELS)


def _by_accounts(rows: Sequence[Row], headings: Sequence[str]) -> tuple[set[int], str]:
    """German ledgers number customers from 10000 on and suppliers from 70000 on."""
    for j, heading in enumerate(headings):
        if _ACCOUNTS.isdisjoint(heading_words(heading)):
            continue
        numbers = [plain(cells[j]) if j < len(cells) else "" for _, cells in rows]
        if not all(_ACCOUNT.fullmatch(number) for number in numbers if number):
            continue
        sells = {i for i, number in enumerate(numbers) if number and number[0] >= _FIRST_OF_CREDITORS}
        if sells and any(number and number[0] < _FIRST_OF_CREDITORS for number in numbers):
            return sells, heading
    return set(), ""


def without_suppliers(
    rows: list[Row], headings: Sequence[str], above: Iterable[Sequence[str]], *, kind: str
) -> tuple[list[Row], list[tuple[int, Sequence[str], Say]], list[Say]]:
    """Give the rows that are none of suppliers; those that are, each with why; and what is worth saying of it."""
    found, heading = rows_of_suppliers(rows, headings, above)
    if not found:
        return rows, [], []
    why = say("a supplier, as column {column} shows", column=heading)
    note = say(
        "{n} {n:row is|rows are} of suppliers, as column {column} shows, and left out; --as {kind} takes all of them",
        n=len(found),
        column=heading,
        kind=kind,
    )
    left_out = [(*rows[i], why) for i in sorted(found)]
    return [row for i, row in enumerate(rows) if i not in found], left_out, [note]
