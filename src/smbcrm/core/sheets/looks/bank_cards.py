"""Numbers of bank cards: they pay for whoever holds them, and most programs show no more than their ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from smbcrm.core.sheets.looks.columns import SAMPLE, plain

_MASKED = re.compile(r"(?:\d[\d\s-]{0,8})?[*xX•·]{2}[*xX•·\s\d-]{0,20}\d{2,5}")
_WHOLE = re.compile(r"\d{4}[\s-]?\d{4}[\s-]?\d{4}[\s-]?\d{4}")
_NEARLY_ALL = 0.8


def are_bank_cards(values: Sequence[str]) -> bool:
    """Tell whether nearly all values are numbers of bank cards: with stars in place of digits, or sixteen with the right check digit.

    >>> are_bank_cards(["6037-99**-****-1234", "**** 4242"]), are_bank_cards(["4111111111111111"]), are_bank_cards(["X1001", "#1002"])
    (True, True, False)
    """
    shown = [plain(value) for value in islice(filter(None, values), SAMPLE)]
    return bool(shown) and sum(map(_is_bank_card, shown)) >= _NEARLY_ALL * len(shown)


def _is_bank_card(text: str) -> bool:
    if len(text) > 30:
        return False
    if _MASKED.fullmatch(text):
        return True
    return bool(_WHOLE.fullmatch(text)) and _checks(re.sub(r"\D", "", text))


def _checks(digits: str) -> bool:
    doubled = [int(digit) * 2 if i % 2 == 0 else int(digit) for i, digit in enumerate(digits)]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0
