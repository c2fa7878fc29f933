"""The words in which an owner tells what happened, in English and Persian."""

from __future__ import annotations

from smbcrm.core.text import fold


def _phrases() -> list[tuple[str, str, str]]:
    told = (
        ("call", "in", "called me|called us|called back|called|rang me|rang|phoned me|phoned|زنگ زد|زنگ زده|زنگ زدند|تماس گرفت|تماس گرفته|تماس گرفتند|تلفن کرد|تلفن زد"),
        ("call", "out", "i called|we called|i rang|i phoned|زنگ زدم|زنگ زدیم|تماس گرفتم|تماس گرفتیم|تلفن کردم|تلفن زدم|باهاش حرف زدم|صحبت کردم"),
        ("missed call", "out", "did not answer|didn't answer|no answer|جواب نداد|پاسخ نداد|برنداشت"),
        ("visit", "in", "came by|came in|came|visited us|dropped in|stopped by|visited|آمد|اومد|آمدند|سر زد|مراجعه کرد|به مغازه آمد"),
        ("visit", "out", "i visited|we visited|i met|went to see|met with|رفتم پیش|رفتم دیدن|به دیدنش رفتم|سر زدم|دیدمش|دیدم|رفتم"),
        ("message", "in", "texted me|messaged me|whatsapped me|wrote to me|texted|messaged|whatsapped|wrote|پیغام داد|واتساپ داد|تلگرام داد|پیام داد|پیامک داد|پیام فرستاد|پیامک زد|نوشت"),
        ("message", "out", "i texted|i messaged|i whatsapped|i wrote|پیغام دادم|واتساپ دادم|تلگرام دادم|sent a message to|پیام دادم|پیامک دادم|پیام فرستادم|پیامک زدم|پیامک فرستادم|نوشتم"),
        ("email", "in", "emailed me|emailed|ایمیل زد|ایمیل داد"),
        ("email", "out", "i emailed|ایمیل زدم|ایمیل دادم"),
        ("gift", "out", "gave a gift to|sent a gift to|هدیه دادم|هدیه فرستادم|کادو دادم"),
        ("complaint", "in", "complained|شکایت کرد|گله کرد|گلایه کرد|اعتراض کرد|شاکی بود"),
        ("praise", "in", "thanked us|thanked me|praised us|praised|تشکر کرد|تعریف کرد|راضی بود"),
    )  # fmt: skip
    found = [(fold(phrase), kind, way) for kind, way, phrases in told for phrase in phrases.split("|")]
    return sorted(found, key=lambda one: (-one[0].count(" "), -len(one[0])))


PHRASES = _phrases()
"""What happened and which way it went, the longest phrases first."""
ONE_WORD = {phrase: (kind, way) for phrase, kind, way in PHRASES if " " not in phrase and len(phrase) > 4}
"""Those that a mistyped word may stand for."""

DURATIONS = {
    fold(phrase): minutes
    for phrases, minutes in (
        ("half an hour|half hour|نیم ساعت|نیمساعت", 30.0),
        ("quarter of an hour|a quarter|یک ربع|یه ربع|ربع ساعت", 15.0),
        ("an hour|one hour|یک ساعت|یه ساعت|ساعتی", 60.0),
        ("two hours|دو ساعت", 120.0),
        ("an hour and a half|one and a half hours|hour and a half|یک ساعت و نیم|یه ساعت و نیم", 90.0),
        ("an hour and a quarter|یک ساعت و ربع|یه ساعت و ربع", 75.0),
        ("three quarters of an hour|سه ربع", 45.0),
        ("thirty minutes|سی دقیقه", 30.0),
        ("forty minutes|چهل دقیقه", 40.0),
        ("a minute|one minute|یک دقیقه", 1.0),
        ("five minutes|پنج دقیقه", 5.0),
        ("ten minutes|ده دقیقه", 10.0),
        ("fifteen minutes|پانزده دقیقه", 15.0),
        ("twenty minutes|بیست دقیقه", 20.0),
    )
    for phrase in phrases.split("|")
}
CURRENCY = frozenset(
    fold(word)
    for word in [
        "toman",
        "tomans",
        "rial",
        "rials",
        "تومان",
        "تومن",
        "ریال",
        "درهم",
        "دلار",
        "یورو",
        "usd",
        "eur",
        "gbp",
        "aed",
        "irr",
        "irt",
        "$",
        "€",
        "£",
        "dollar",
        "dollars",
        "euro",
        "euros",
    ]
)
ABOUT = frozenset(
    fold(word)
    for word in [
        "about",
        "that",
        "for",
        "because",
        "and",
        "who",
        "which",
        "درباره",
        "راجع",
        "دربارهٔ",
        "بابت",
        "که",
        "چون",
        "برای",
        "و",
    ]
)
BEFORE_A_NAME = frozenset(
    fold(word)
    for word in [
        "to",
        "with",
        "from",
        "at",
        "به",
        "با",
        "از",
        "پیش",
        "آقای",
        "خانم",
        "mr",
        "mrs",
        "ms",
        "dr",
        "دکتر",
        "مهندس",
        "سرکار",
        "جناب",
    ]
)
SPEAKER = frozenset(fold(word) for word in ["i", "we", "من", "ما"])
AFTER_A_NAME = frozenset({fold("را"), fold("رو")})
"""What marks a name as the one whom something was done to."""
LEADS = frozenset(fold(word) for word in ("for", "on", "در", "مدت"))
"""What may stand before a length or a day."""
