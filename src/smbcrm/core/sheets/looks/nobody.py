"""Names that only say that nobody in particular bought or called: all who walked in are not one customer."""

from __future__ import annotations

from smbcrm.core.text import fold

_NOBODY = frozenset(map(fold, (
    "unknown", "unknown caller", "unknown number", "unknown customer", "private", "private number", "private caller", "no caller id",
    "caller id unknown", "anonymous", "withheld", "no name", "guest", "guest customer", "walk-in", "walk in", "walkin", "walk-in customer",
    "walk in customer", "passer-by", "cash", "cash customer", "cash sale", "counter sale", "counter customer", "retail customer", "pos customer",
    "default customer", "general customer", "one-time customer", "final consumer", "ناشناس", "ناشناخته", "نامشخص", "شماره ناشناس", "شماره خصوصی",
    "بی نام", "بی\u200cنام", "بدون نام", "متفرقه", "مشتری متفرقه", "مشتریان متفرقه", "خریدار متفرقه", "گذری", "مشتری گذری", "رهگذر", "مشتری حضوری",
    "مشتری آزاد", "مشتری نقدی", "فروش نقدی", "نقدی", "مهمان", "مشتری مهمان", "مصرف کننده نهایی", "مصرف\u200cکننده نهایی", "unbekannt", "laufkunde",
    "laufkundschaft", "barverkauf", "inconnu", "client comptoir", "client de passage", "client divers", "desconocido", "cliente ocasional",
    "consumidor final", "público general", "publico en general", "cliente mostrador", "bilinmeyen", "perakende müşteri", "muhtelif müşteri",
    "peşin müşteri", "مجهول", "غیر معروف", "عمیل نقدی", "زبون نقدی", "عمیل عام",
)))  # fmt: skip


def names_nobody(name: str) -> bool:
    """Tell whether a name says that there is none.

    >>> names_nobody("(Walk-in)"), names_nobody("متفرقه"), names_nobody("Guest House Ltd")
    (True, True, False)
    """
    return fold(name).strip(" ().-") in _NOBODY
