"""Whether a bill was paid, as the state column of a list says it."""

from __future__ import annotations

import re
from functools import lru_cache

from smbcrm.core.text import fold

_UNPAID = (
    "unpaid open overdue outstanding pending partial partially due owed pastdue|not paid|past due|partly paid|partially paid|"
    "پرداخت نشده|پرداخت‌نشده|تسویه نشده|تسویه‌نشده|وصول نشده|معوق|معوقه|باز|بدهکار|ناتمام|مانده|سررسید گذشته|برگشتی|برگشت خورده|در انتظار|"
    "offen|überfällig|unbezahlt|impayé|impayée|pendiente|vencido|ödenmedi|bekliyor|غير مدفوع"
)
_PAID = (
    "paid settled cleared closed complete completed|paid in full|fully paid|"
    "پرداخت شده|پرداخت‌شده|پرداخت شد|تسویه|تسویه شده|تسویه‌شده|تسویه شد|وصول شده|وصول‌شده|وصول شد|پاس شده|پاس شد|نقد شده|"
    "bezahlt|beglichen|payé|payée|réglé|réglée|pagado|pagada|ödendi|مدفوع"
)


def _phrases(text: str) -> frozenset[str]:
    single, _, several = text.partition("|")
    return frozenset(map(fold, (*single.split(), *several.split("|"))))


_OPEN = _phrases(_UNPAID)
_SETTLED = _phrases(_PAID) - _OPEN
_APART = re.compile(r"[\s_\-/]+")


@lru_cache(maxsize=1024)
def says_paid(text: str) -> bool | None:
    """Tell whether a word of a state column says that a bill was paid; None where it says neither.

    >>> [says_paid(word) for word in ("Paid", "unpaid", "پرداخت شده", "معوق", "VIP", "")]
    [True, False, True, False, None, None]
    """
    plain = _APART.sub(" ", fold(text)).strip(" .!")
    if plain in _OPEN:
        return False
    return True if plain in _SETTLED else None
