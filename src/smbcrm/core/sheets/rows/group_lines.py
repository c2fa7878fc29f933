"""Lines that head the rows of a customer with his name alone, where a line of totals names him again: "Acme Ltd" ... "Total Acme Ltd"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from smbcrm.core.fields import NAMES, ONE_EACH
from smbcrm.core.headers import HeaderTable
from smbcrm.core.heading_subject import is_a_customer
from smbcrm.core.heading_words import heading_words
from smbcrm.core.sheets.looks.columns import profile_column
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.rows.body import TOTAL
from smbcrm.core.sheets.rows.continued import Skipped
from smbcrm.core.sheets.rows.label_lines import Found, Lifted, lifted
from smbcrm.core.sheets.rows.ragged import AlignedRow, Row
from smbcrm.core.sheets.rows.sum_lines import part_before_its_sum, part_summed_up
from smbcrm.core.text import fold

_GROUPS, _NEARLY_ALL, _PEOPLE = 2, 0.8, 0.5
_OF_CUSTOMERS = word_set("""receivable receivables debtor debtors debitoren customer customers client clients مشتری مشتریان اشخاص بدهکاران kunden clientes
    müşteri müşteriler клиентам клиенты العملاء""")
"""Titles of reports on customers."""

_OF_OTHERS = word_set("""payable payables vendor vendors supplier suppliers purchases expense expenses salesperson salespeople rep reps employee employees staff
    kreditoren lieferant lieferanten fournisseur fournisseurs proveedor proveedores tedarikçi tedarikçiler پرداختنی فروشنده فروشندگان بستانکاران
    تامین تأمین کارکنان کارمندان هزینه поставщик поставщики""")
"""Titles of reports on whom the shop buys from, or who sells for it."""

_RECEIVABLE, _PAYABLE = re.compile(r"\bA/R\b"), re.compile(r"\bA/P\b")

CUSTOMER = "Customer"


def lift_groups(
    headings: Sequence[str],
    rows: Sequence[Row],
    aligned: Mapping[int, AlignedRow],
    headers: HeaderTable,
    above: Sequence[Sequence[str]] = (),
) -> Lifted | None:
    """Give a table a column for its customers where lines between its rows head them; None where none do.

    Nearly every such line is followed by one that says that it sums up what stands below it. Products are listed like that as well:
    so the names are those of people or firms, or the title above speaks of customers.
    """
    if not rows or not _heading(rows[0][1]) or _name_somebody(headings, headers):
        return None
    found, totals, closed = _walk(rows)
    names = list(dict.fromkeys(told[CUSTOMER] for _, told in found.kept if told))
    if (
        found.customers < _GROUPS
        or closed < _NEARLY_ALL * found.customers
        or not all(told for _, told in found.kept)
    ):
        return None
    profile = profile_column(names)
    if _speaks_of(above, _OF_OTHERS, _PAYABLE):
        return None
    if not _speaks_of(above, _OF_CUSTOMERS, _RECEIVABLE) and profile.given + profile.firm < _PEOPLE:
        return None
    wide, kept, again, skipped = lifted(headings, rows, aligned, found)
    return wide, kept, again, [*skipped, *totals]


def _speaks_of(above: Sequence[Sequence[str]], words: frozenset[str], sign: re.Pattern[str]) -> bool:
    """Tell whether a cell above the headings has one of these words, or this sign."""
    cells = [cell for row in above for cell in row]
    return any(sign.search(cell) or not words.isdisjoint(heading_words(cell)) for cell in cells)


def _walk(rows: Sequence[Row]) -> tuple[Found, list[Skipped], int]:
    """Give the rows, each with the name that heads it, the lines of totals, and how many names have one."""
    found = Found(labels=[CUSTOMER])
    totals: list[Skipped] = []
    told: dict[str, str] = {}
    closed = 0
    for number, cells in rows:
        name = _heading(cells)
        if told and fold(told[CUSTOMER]) in _summed_up(cells):
            totals.append((number, cells, TOTAL))
            closed += 1
            told = {}
        elif name:
            told = {CUSTOMER: name}
            found.customers += 1
            found.lines.append((number, cells))
        elif not told and any(part == "" for part in _summed_up(cells)):
            totals.append((number, cells, TOTAL))
        else:
            found.kept.append(((number, cells), told))
    return found, totals, closed


def _heading(cells: Sequence[str]) -> str:
    """Give the name of a line that holds nothing but it, in its first cell."""
    first = cells[0].strip() if cells else ""
    alone = bool(first) and not any(cell and not cell.isspace() for cell in cells[1:])
    return first if alone and any(map(str.isalpha, first)) else ""


def _summed_up(cells: Sequence[str]) -> Iterator[str]:
    part = part_summed_up(cells)
    if part is not None:
        yield part[0]
    if before := part_before_its_sum(cells):
        yield before
    first = next((cell for cell in cells if cell and not cell.isspace()), "")
    if fold(first).strip(" :") in _TOTALS:
        yield ""


_TOTALS = word_set("total totals summe toplam جمع المجموع итого") | {
    "grand total",
    fold("جمع کل"),
    "gesamtsumme",
    "genel toplam",
}


def _name_somebody(headings: Sequence[str], headers: HeaderTable) -> bool:
    telling = NAMES | ONE_EACH | {"customer_code"}
    return any(is_a_customer(h) or (h and not telling.isdisjoint(headers.fields(h))) for h in headings)
