"""Entries of a ledger that only carry a balance on: "Closing balance", "Balance c/d", and the same balance brought forward below it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from smbcrm.core.fields import NAMES
from smbcrm.core.layout import Table
from smbcrm.core.sheets.gathered import Gathered
from smbcrm.core.text import fold

_CLOSING = r"""(?:closing|ending) balance|(?:(?:to|by) )?balance (?:c ?/ ?[dfo]|carried (?:down|forward|over))|carried (?:down|forward|over)|c ?/ ?[df]
    |(?:to next page|carried to next page)|مانده (?:پایان|پایانی|نهایی|آخر)(?: (?:دوره|سال|ماه))?|(?:مانده )?(?:نقل|انتقال) به (?:صفحه|دوره|سال|ماه) (?:بعد|بعدی|آتی|آینده)
    |endsaldo|schlusssaldo|schlußsaldo|solde (?:final|de clôture|à reporter)|saldo (?:final|de cierre|finale)|kapanış bakiyesi|(?:конечное сальдо|сальдо конечное)
    |(?:ال)?رصيد (?:ال)?(?:ختامي|نهائي)|期末余额|结转下(?:年|页|期)"""
_OPENING = r"""opening balance|(?:(?:to|by) )?balance (?:b ?/ ?[df]|brought (?:down|forward))|brought (?:down|forward)|b ?/ ?[df]
    |مانده (?:از )?(?:قبل|قبلی|اول|ابتدا|ابتدای|افتتاحیه)(?: (?:دوره|سال|ماه))?|(?:مانده )?(?:نقل|انتقال) از (?:صفحه|دوره|سال|ماه) (?:قبل|قبلی|گذشته)
    |anfangssaldo|saldovortrag|eröffnungssaldo|solde (?:initial|d'ouverture|reporté)|saldo (?:inicial|anterior|iniziale)|açılış bakiyesi|devreden bakiye
    |(?:начальное сальдо|сальдо начальное)|(?:ال)?رصيد (?:ال)?افتتاحي|期初余额|上(?:年|页|期)结转"""
_WHEN = r"(?:\s+(?:as\s+)?(?:of|on|at|in|per|zum|au|al|در|تا|به|مورخ))?[\s\d./:,()-]*"


def _pattern(words: str) -> re.Pattern[str]:
    """Match these words with nothing but a day behind them: who pays "the final balance of invoice 7" does pay."""
    plain = "".join(line.strip() for line in words.split("\n"))
    return re.compile(rf"[\s*-]*(?:{fold(plain)}){fold(_WHEN)}")


_CARRIED_ON, _BROUGHT_FORWARD = _pattern(_CLOSING), _pattern(_OPENING)
_LONGEST = 60


def carried_balances(
    got: Gathered, table: Table, bills: Sequence[object], paid: Sequence[object]
) -> Iterator[int]:
    """Give the entries that close an account without a payment; and those that open it anew with the sum that one of these closed it with.

    A balance brought forward that no row of the list closes is what was owed before: that one counts.
    """
    texts = [got.cells[c.index] for c in table.columns if c.field not in NAMES]
    closing = _rows_saying(_CARRIED_ON, texts)
    if not closing:
        return
    whose = [got.fields[name] for name in sorted(NAMES | {"customer_code"}) if name in got.fields]

    def entry(i: int, *, turned: bool) -> tuple[object, ...]:
        one, other = (paid[i], bills[i]) if turned else (bills[i], paid[i])
        return (one, other, *(column[i] for column in whose))

    closed: defaultdict[tuple[object, ...], int] = defaultdict(int)
    for i in closing:
        closed[entry(i, turned=True)] += 1
    yield from closing
    for i in _rows_saying(_BROUGHT_FORWARD, texts):
        if closed[entry(i, turned=False)]:
            closed[entry(i, turned=False)] -= 1
            yield i


def _rows_saying(words: re.Pattern[str], texts: Sequence[Sequence[str]]) -> list[int]:
    found: set[int] = set()
    for cells in texts:
        said = {
            cell
            for cell in set(cells)
            if 0 < len(cell) <= _LONGEST and any(map(str.isalpha, cell)) and words.fullmatch(fold(cell))
        }
        if said:
            found.update(i for i, cell in enumerate(cells) if cell in said)
    return sorted(found)
