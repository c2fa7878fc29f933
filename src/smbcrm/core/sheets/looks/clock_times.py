"""Times of a day: half past two, and on no day that is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from smbcrm.core.text import fold_digits

_TIME_OF_DAY = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[-–]\s*\d{1,2}:\d{2})?", re.IGNORECASE
)
_LOOKED_AT, _NEARLY_ALL = 100, 0.9


def hold_times(values: Sequence[str]) -> bool:
    """Tell whether nearly all values of a column are times of a day.

    >>> hold_times(["10:15", "۱۱:۳۰"]), hold_times(["2024-01-02 10:15"]), hold_times([""])
    (True, False, False)
    """
    filled = (value for value in values if value and not value.isspace())
    shown = [fold_digits(value).strip() for value in islice(filled, _LOOKED_AT)]
    timed = sum(bool(_TIME_OF_DAY.fullmatch(text)) for text in shown)
    return bool(shown) and timed >= _NEARLY_ALL * len(shown)
