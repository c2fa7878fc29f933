"""What kind of contact a word means: call logs and diaries name one thing in many ways."""

from __future__ import annotations

from functools import lru_cache

from smbcrm.core.sheets.word_sets import word_set
from smbcrm.core.text import fold

MISSED = "missed call"
"""The kind of a call that nobody took: it is kept, and is no contact."""

# The first line that holds a word of the cell decides: a missed incoming call is missed, an outgoing message no call.
_KINDS = (
    (MISSED, word_set("""missed rejected declined unanswered voicemail blocked busy cancelled canceled failed بی‌پاسخ بیپاسخ ناموفق
        ازدست‌رفته اشغال verpasst abgelehnt manqué perdida cevapsız فائتة""")),
    ("message", word_set("""sms mms text message messages whatsapp telegram chat dm instagram imessage viber پیامک پیام اس‌ام‌اس واتساپ
        واتس‌آپ تلگرام چت nachricht mensaje mesaj رسالة""")),
    ("email", word_set("email mail e-mail emails ایمیل رایانامه correo courriel eposta بريد")),
    ("visit", word_set("""visit visited visits meeting met in-person showroom appointment demo حضوری بازدید جلسه دیدار ملاقات مراجعه
        besuch treffen visite rendez-vous visita reunión ziyaret toplantı زيارة اجتماع""")),
    ("gift", word_set("gift present هدیه کادو geschenk cadeau regalo hediye هدية")),
    ("letter", word_set("letter postcard نامه brief lettre carta mektup")),
    ("call", word_set("""call calls called phone phoned telephone incoming outgoing in out inbound outbound answered received dialled
        dialed voice تماس تلفن تلفنی زنگ مکالمه ورودی خروجی دریافتی anruf eingehend ausgehend appel entrant sortant llamada
        entrante saliente arama gelen giden مكالمة واردة صادرة""")),
)  # fmt: skip
_UNANSWERED = ("no answer", "not answered", "از دست رفته", "بی پاسخ", "بدون پاسخ", "پاسخ داده نشد", "رد شده")
_APART = str.maketrans("-_/", "   ")
_LONGEST = 30
"""A longer cell tells a story."""


@lru_cache(maxsize=1024)
def touch_kind(text: str) -> str:
    """Give the kind of contact a cell names, in the words of recipes and plans; one that is not known is kept as typed.

    >>> [touch_kind(t) for t in ("Incoming", "Missed call", "پیامک", "حضوری", "بی‌پاسخ", "Exhibition")]
    ['call', 'missed call', 'message', 'visit', 'missed call', 'Exhibition']
    """
    return _known_kind(text) or text


def is_touch(text: str) -> bool:
    """Tell whether a cell holds nothing but a kind of contact.

    >>> [is_touch(t) for t in ("Incoming", "sms", "VIP", "called about the broken lamp, comes on Monday")]
    [True, True, False, False]
    """
    return len(text) < _LONGEST and bool(_known_kind(text))


def _known_kind(text: str) -> str:
    folded = fold(text)
    apart = folded.translate(_APART)
    words = {*folded.split(), *apart.split()}
    if any(phrase in apart for phrase in _UNANSWERED):
        return MISSED
    return next((kind for kind, known in _KINDS if not known.isdisjoint(words)), "")


def made_contact(kind: str, minutes: float | None) -> str:
    """Give the kind of a contact by its word and its length: a call of no length was not taken."""
    known = touch_kind(kind) if kind else ("call" if minutes is not None else "")
    return MISSED if known == "call" and minutes == 0 else known
