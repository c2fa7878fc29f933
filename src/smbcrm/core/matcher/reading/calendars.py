"""In which calendar the birth dates of a list were typed: a slip of one digit is one in that calendar only."""

from __future__ import annotations

import datetime
from itertools import pairwise

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.values.jalali import FIRST_YEAR, LAST_YEAR, to_jalali

_SLIPS_SEEN, _FOR_EACH_OTHER = 3, 2
_FIRST_DAY = 18210321  # of the years that are counted


def days_as_typed(days: Array, birth: Array, given: Array, surname: Array) -> Array:
    """Give the days, `days` by number of date, as digits of the Jalali calendar where this list shows that they were typed in that.

    Shown it is by two rows of one whole name whose dates are one slip apart in one calendar and not in the other.
    """
    import numpy as np

    rows = np.flatnonzero((birth > 0) & (given > 0) & (surname > 0))
    rows = rows[_is_whole(days[birth[rows]])]
    rows = rows[np.lexsort((days[birth[rows]], surname[rows], given[rows]))]
    one, two = rows[:-1], rows[1:]
    namesakes = (given[one] == given[two]) & (surname[one] == surname[two]) & (birth[one] != birth[two])
    one, two = birth[one[namesakes]], birth[two[namesakes]]
    jalali = _in_jalali(days, np.unique(np.concatenate([one, two])))
    here, there = (one_slip_apart(numbers[one], numbers[two]) for numbers in (days, jalali))
    shown, others = int((there & ~here).sum()), int((here & ~there).sum())
    if shown < max(_SLIPS_SEEN, _FOR_EACH_OTHER * others):
        return days
    return _in_jalali(days, np.flatnonzero(_is_whole(days)))


def one_slip_apart(one: Array, two: Array) -> Array:
    """Tell which dates, as whole numbers, differ in one digit, or have two beside each other turned about."""
    import numpy as np

    digits = [(one // 10**p % 10, two // 10**p % 10) for p in range(8)]
    wrong = sum((p != q).astype(np.int8) for p, q in digits)
    turned = np.zeros(len(one), dtype=bool)
    for (p, q), (r, s) in pairwise(digits):
        turned |= (wrong == 2) & (p == s) & (r == q) & (p != q)
    found: Array = (wrong == 1) | turned
    return found


def _is_whole(days: Array) -> Array:
    """Tell which are a day with its year, of the years that the Jalali calendar is counted for."""
    found: Array = (days >= _FIRST_DAY) & (days < (LAST_YEAR + 621) * 10_000) & (days % 10_000 > 0)
    return found


def _in_jalali(days: Array, which: Array) -> Array:
    """Give the days with some of them in the Jalali calendar."""
    found = days.copy()
    for code in which.tolist():
        number = int(days[code])
        try:
            day = datetime.date(number // 10_000, number // 100 % 100, number % 100)
        except ValueError:
            continue
        year, month, day_of_month = to_jalali(day)
        if FIRST_YEAR <= year <= LAST_YEAR:
            found[code] = year * 10_000 + month * 100 + day_of_month
    return found
