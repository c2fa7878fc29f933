"""What kind of contact a word means: call logs and diaries name one thing in many ways."""

from __future__ import annotations

from functools import lru_cache

from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import fold

MISSED = "missed call"
"""The kind of a call that nobody took: it is kept, and is no contact."""

SPEAKING = ("advocacy", "mention", "praise", "review", "testimonial")
"""The kinds of a customer's word for the shop that nobody asked for."""

# The first line that holds a word of the cell decides: a missed incoming call is missed, an outgoing message no call.
_KINDS = (
    (MISSED, word_set("""missed rejected declined unanswered voicemail blocked busy cancelled canceled failed بی‌پاسخ بیپاسخ ناموفق
        ازدست‌رفته اشغال verpasst abgelehnt manqué perdida cevapsız فائتة пропущенный пропущенные пропущен 未接 未接来电 不在着信 부재중""")),
    ("message", word_set("""sms mms text message messages whatsapp telegram chat dm instagram imessage viber پیامک پیام اس‌ام‌اس واتساپ
        واتس‌آپ تلگرام چت nachricht mensaje mesaj رسالة смс сообщение 短信 微信 メール 문자 카톡""")),
    ("email", word_set("email mail e-mail emails ایمیل رایانامه correo courriel eposta بريد")),
    ("visit", word_set("""visit visited visits meeting met in-person showroom appointment demo حضوری بازدید جلسه دیدار ملاقات مراجعه
        besuch treffen visite rendez-vous visita reunión ziyaret toplantı زيارة اجتماع визит встреча 拜访 来访 来店 방문""")),
    ("gift", word_set("gift present هدیه کادو geschenk cadeau regalo hediye هدية")),
    ("letter", word_set("letter postcard نامه brief lettre carta mektup")),
    ("call", word_set("""call calls called phone phoned telephone incoming outgoing in out inbound outbound answered received dialled
        dialed voice تماس تلفن تلفنی زنگ مکالمه ورودی خروجی دریافتی anruf eingehend ausgehend appel entrant sortant llamada
        entrante saliente arama gelen giden مكالمة واردة صادرة звонок исходящий входящий исходящие входящие 来电 去电 呼入 呼出 电话 已接 発信 着信 電話 발신 수신 통화 전화 in uscita in entrata chiamata ligação chamada połączenie
        przychodzące wychodzące inkomend uitgaand""")),
)  # fmt: skip
# What a customer does for the shop, or says to it; the first line that holds a word decides.
_DEEDS = (
    ("referral", word_set("""referral referred refer refers recommended recommendation introduced introduction معرفی معرف توصیه empfehlung
        recommandation recomendación tavsiye إحالة""")),
    ("complaint", word_set("complaint complaints complained complain شکایت شکایات گلایه گله اعتراض نارضایتی beschwerde reklamation plainte réclamation queja reclamación şikayet شكوى")),
    ("praise", word_set("praise praised thanks thank compliment compliments تشکر قدردانی تعریف سپاس تقدیر lob dank merci elogio teşekkür شكر")),
    ("advocacy", word_set("advocacy advocate advocated ambassador promoted تبلیغ حمایت طرفداری دفاع fürsprache ambassadeur embajador")),
    ("testimonial", word_set("testimonial testimonials review reviews reviewed نقد رضایت‌نامه رضایتنامه bewertung avis reseña yorum")),
    ("mention", word_set("mention mentions mentioned اشاره یادکرد erwähnung mention mención bahsetme")),
    ("content", word_set("content photo photos video videos محتوا عکس ویدیو beitrag contenu contenido içerik محتوى")),
    ("event", word_set("event events workshop workshops رویداد همایش کارگاه veranstaltung événement evento etkinlik فعالية")),
    ("suggestion", word_set("suggestion suggestions suggested idea ideas پیشنهاد پیشنهادات ایده vorschlag sugerencia öneri اقتراح")),
)  # fmt: skip
DEEDS = tuple(kind for kind, _ in _DEEDS)
"""The kinds of what a customer does or says by himself."""

_COMING = word_set(
    "in incoming inbound received ورودی دریافتی eingehend entrant entrante gelen واردة входящий входящие 来电 呼入 着信 수신 przychodzące inkomend"
)
_GOING = word_set(
    "out outgoing outbound dialled dialed sent خروجی ارسالی ausgehend sortant saliente giden صادرة исходящий исходящие 去电 呼出 発信 발신 wychodzące uitgaand"
)
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


@lru_cache(maxsize=1024)
def deed_kind(text: str) -> str:
    """Give the word for what a customer did for the shop or said to it; one that is not known is kept as typed.

    >>> [deed_kind(t) for t in ("Referral", "شکایت", "تشکر", "plant swap")]
    ['referral', 'complaint', 'praise', 'plant swap']
    """
    words = set(fold(text).split())
    return next((kind for kind, known in _DEEDS if not known.isdisjoint(words)), text.strip())


@lru_cache(maxsize=1024)
def direction_of(text: str) -> str:
    """Give whether a word says that the customer came to the shop (in) or the shop went to him (out); "" where it says neither.

    >>> [direction_of(t) for t in ("Incoming", "تماس خروجی", "call")]
    ['in', 'out', '']
    """
    words = {*fold(text).split(), *fold(text).translate(_APART).split()}
    coming, going = not _COMING.isdisjoint(words), not _GOING.isdisjoint(words)
    return "" if coming == going else "in" if coming else "out"


def made_contact(kind: str, minutes: float | None) -> str:
    """Give the kind of a contact by its word and its length: a call of no length was not taken."""
    known = touch_kind(kind) if kind else ("call" if minutes is not None else "")
    return MISSED if known == "call" and minutes == 0 else known
