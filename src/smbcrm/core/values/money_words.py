"""Words and signs for money: units, scales, and what several countries call theirs."""

from __future__ import annotations

import re

from smbcrm.core.text import fold

_UNIT_WORDS = {
    "IRR": "ریال ر rial rials riyal irr ریالی ﷼",
    "IRT": "تومان تومن ت toman tomans tomen irt تومانی",
    "USD": "دلار dollar dollars usd us$ $",
    "EUR": "یورو euro euros eur €",
    "GBP": "پوند pound pounds gbp £",
    "TRY": "لیر لیره lira tl try ₺",
    "AED": "درهم dirham dirhams aed dhs د.إ",
    "AFN": "افغانی afghani afn ؋",
    "SAR": "sar ر.س",
    "IQD": "iqd د.ع",
    "JPY": "yen jpy ¥ 円",
    "CNY": "yuan cny rmb 元 人民币 人民幣",
    "KRW": "krw won ₩ 원",
    "INR": "rupee rupees inr rs ₹ रुपये",
    "RUB": "rub rur руб р рубль рубля рублей ₽",
    "UAH": "uah грн гривень ₴",
    "CHF": "chf sfr fr",
    "SEK": "sek",
    "NOK": "nok",
    "DKK": "dkk",
    "PLN": "pln zł złoty złotych",
    "CZK": "czk kč",
    "HUF": "huf ft",
    "RON": "ron lei",
    "BGN": "bgn лв",
    "CAD": "cad c$ ca$",
    "AUD": "aud a$ au$",
    "NZD": "nzd nz$",
    "SGD": "sgd s$",
    "HKD": "hkd hk$",
    "TWD": "twd nt$",
    "BRL": "brl r$ reais",
    "MXN": "mxn mx$",
    "ARS": "ars ar$",
    "CLP": "clp",
    "COP": "cop",
    "PEN": "pen",
    "KWD": "kwd د.ک",
    "QAR": "qar ر.ق",
    "OMR": "omr ر.ع",
    "BHD": "bhd د.ب",
    "JOD": "jod",
    "PKR": "pkr",
    "EGP": "egp ج.م جنیه",
    "MAD": "mad",
    "DZD": "dzd دج د.ج",
    "TND": "tnd د.ت",
    "ILS": "ils ₪",
    "ZAR": "zar r",
    "NGN": "ngn ₦",
    "KES": "kes ksh",
    "THB": "thb baht บาท ฿",
    "VND": "vnd đ ₫",
    "IDR": "idr rp",
    "PHP": "php ₱",
    "MYR": "myr rm",
    "KZT": "kzt ₸",
    "GEL": "gel ₾",
    "AZN": "azn ₼",
}
_SCALE_WORDS = {
    1_000: "هزار thousand k hezar bin tsd mille mil тыс тысяч тысячи тис ألف آلاف 千 천",
    10_000: "万 萬 만",
    100_000: "lakh lakhs lac lacs लाख لاکھ",
    1_000_000: "میلیون ملیون million millions m mn mio milyon milion millionen millones م млн миллион миллиона миллионов mln",
    10_000_000: "crore crores करोड़ کروڑ",
    100_000_000: "亿 億 억",
    1_000_000_000: "میلیارد ملیارد billion bn mrd milyar miliard milliard milliarden مليار млрд mld",
}

UNITS = {fold(word): unit for unit, words in _UNIT_WORDS.items() for word in words.split()}
SCALES = {fold(word): scale for scale, words in _SCALE_WORDS.items() for word in words.split()}

OPEN = frozenset(fold(word) for word in ("kr", "fcfa", "cfa", "peso", "pesos", "دینار", "dinar"))
"""Names of money that several countries have: the amount is read, its unit stays open."""

_COUNTRIES = (
    ("ریال", "سعودی", "sar"), ("ریال", "قطری?", "qar"), ("ریال", "عمانی?", "omr"), ("درهم", "(?:اماراتی|امارات)", "aed"),
    ("درهم", "مغربی", "mad"), ("دینار", "(?:عراقی|عراق)", "iqd"), ("دینار", "(?:کویتی|کویت)", "kwd"), ("دینار", "بحرینی", "bhd"),
    ("دینار", "اردنی", "jod"), ("دینار", "جزایری", "dzd"), ("دینار", "تونسی", "tnd"), ("دلار", "کانادا", "cad"),
    ("دلار", "استرالیا", "aud"), ("جنیه", "مصری", "egp"), ("جنیه", "استرلینی", "gbp"), ("لیر[هة]?", "(?:ترکیه|ترک)", "try"),
)  # fmt: skip
_OF_A_COUNTRY = re.compile("|".join(rf"({money}\s+{country})" for money, country, _ in _COUNTRIES))


def in_one_word(plain: str) -> str:
    """Write units that take two words as one: a rial is Iran's, but "Saudi rial" is not.

    >>> in_one_word("100 ریال سعودی"), in_one_word("100 ریال")
    ('100 sar', '100 ریال')
    """
    return _OF_A_COUNTRY.sub(lambda found: _COUNTRIES[(found.lastindex or 1) - 1][2], plain)


# In a heading a single letter may be anything, and so may a short word that is a unit only in capitals; a sign of Chinese script is a word.
_HAN = "\u2e80"
HEADING_WORDS = {
    word: unit for word, unit in UNITS.items() if len(word) > 1 or not word.isalpha() or word > _HAN
}
ONLY_IN_CAPITALS = frozenset((
    "try", "mad", "rs", "cad", "sar", "nok", "php", "cop", "pen", "ron", "lei", "gel", "ars", "clp", "rm", "rp", "ft", "fr", "won", "omr", "jod", "real", "reais",
))  # fmt: skip
