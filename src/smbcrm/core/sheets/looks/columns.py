"""What the values of a column look like, whatever its heading says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from smbcrm.core.identity import is_null_token
from smbcrm.core.naming.given_names import known_given_names
from smbcrm.core.naming.tables.firms import FIRM_WORDS, LEGAL_FORMS
from smbcrm.core.naming.tables.titles import TITLES
from smbcrm.core.sheets.looks.far_names import FAR_GIVEN
from smbcrm.core.sheets.looks.nobody import names_nobody
from smbcrm.core.sheets.looks.state_words import is_state
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import fold, fold_digits
from smbcrm.core.values.ratings import read_rating
from smbcrm.core.values.touches import is_touch

_LONG_ANSWER = 40

LOOKED_AT = 400
"""How many letters of a cell are looked at: what a column is shows at the front, and a cell may hold a whole book."""

SAMPLE = 400
"""How many values of a column are looked at; they are spread over the whole column."""

_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\W\d]{2,}")
_URL = re.compile(
    r"^(?:https?://|www\.)\S+$|^[\w-]+(?:\.[\w-]+)*\.(?:com|ir|org|net|de|fr|es|tr|co|io|shop)(?:/\S*)?$",
    re.I,
)
_YMD = re.compile(
    r"^(?:\d{4}|\d{1,2})([./-])\d{1,2}\1(?:\d{4}|\d{1,2})(?!\d)|^--\d\d-?\d\d$|^(?:1[34]|19|20)\d\d年?[./-]\d{1,2}$"
    r"|^(?:(?:1[34]|19|20)?\d\d\s*[年년]\s*)?\d{1,2}\s*[月월]\s*\d{1,2}\s*[日号號일]"
)
_COMPACT_DAY = re.compile(r"^(?:1[34]|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
_WORDED_DAY = re.compile(
    r"^(?:[^\W\d]+,?\s+)?\d{1,2}(?:st|nd|rd|th|\.)?[\s-]+[^\W\d]{3,}\.?,?[\s-]+\d{2,4}\b|^[^\W\d]{3,}\.?\s+\d{1,2},?\s+\d{4}\b"
)
_SERIAL = re.compile(r"^[2-6]\d{4}(?:\.\d+)?$")
_NUMBER = re.compile(r"^[^\w]*(?:[^\W\d]{1,6}[.\s$]*)?[-+(]?\d[\d.,٬٫'’\s/]*\)?-?\s*(?:[^\d]{0,14})$")
SCORE = re.compile(r"^(\d{1,2}(?:[.,٫/]\d)?)(?:\s*(?:/|از|of|out of|von|sur|de)\s*10)?$")
"""How a score from 1 to 10 is written: `8`, `7.5`, `8/10`, `۸ از ۱۰`."""
_PHONE_CHARS = re.compile(r"^[+(]?[\d\s().\-–/+]{6,}(?:\s*(?:ext|x|داخلی|int)\W*\d+)?\W*$", re.I)
_PHONE_SHAPE = re.compile(
    r"^(?:\+|00)[1-9][\d\s().\-/]{7,16}$|^\(?0[1-9][\d\s().\-/]{7,12}$|^9\d{9}(?:\.0)?$|^989\d{9}$"
    r"|^\(?\d{3}\)?[\s./-]+\d{3}[\s.-]+\d{4}$"
)
_DECIMAL = re.compile(
    r"^[-+]?(?:0|[1-9]\d*)\.(?!0$)\d+$|^[-+]?(?:0|[1-9]\d{0,4}),\d+$"
)  # `0301.123456` may be dialled, `11.568041`, `+47.2400052` and `4,738797819` may not
_FULL_DAY = re.compile(
    r"^\d\d([./-])\d\d\1(?:1[234]|19|20)\d\d$"
)  # `01/15/1978` has the digits of a number, too
_SHORT_CODE = 9
"""Digits alone, a zero first: so few number communes, parts and accounts more often than they are dialled."""
_TEN_DIGITS = re.compile(r"^1?[2-9]\d{2}[2-9]\d{6}$")
_YEAR = re.compile(r"(?<!\d)(1[34]\d\d|19\d\d|20\d\d)(?!\d)|^(1[34]\d\d|19\d\d|20\d\d)\d{4}$")
_INITIAL = re.compile(r"^(?:[^\W\d_]\.)+$")
_CODE = re.compile(r"^[#A-Za-z]{0,6}[-_/ ]?\d+(?:[-_/]\d+)*$")
_AGE = re.compile(
    r"^(?:(?:0|1|[3-9][01]|1[25][01])\s*[-–]\s*(?:[3-9]0|1[258]0)|[>+]\s*(?:[69]0|1[258]0)|(?:[69]0|1[258]0)\s*\+)$"
)
"""So many days a debt is old, as reports on who owes head their columns: 1-30, 31-60, > 90."""
_YES_NO = word_set(
    "yes no y n true false 1 0 on off بله خیر بلی نه دارد ندارد ja nein oui non si sí no evet hayır نعم لا x ✓ да нет 是 否 sim não tak nie"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnProfile:
    """What share of the filled values of a column looks like what; `filled` is the share of rows that are filled."""

    rows: int
    seen: int  # filled values looked at
    filled: float
    distinct: float
    email: float = 0.0
    url: float = 0.0
    date: float = 0.0
    phone: float = 0.0  # digits that could be a phone number
    dialled: float = 0.0  # digits written as only phone numbers are
    ten_digits: float = 0.0  # could be a phone number of North America as well as a code
    years: int = 0  # between the first and the last year of its days
    decimal: float = 0.0  # a number with a part behind a point, as no phone number is written
    number: float = 0.0
    digits: float = 0.0  # nothing but digits
    some_digit: float = 0.0
    score: float = 0.0  # 1 to 10, halves allowed
    letters: float = 0.0  # has letters
    words: float = 0.0  # average count of words where there are letters
    length: float = 0.0
    code: float = 0.0
    national: float = 0.0  # ten digits with the right check digit
    given: float = 0.0  # begins or ends with a known given name
    firm: float = 0.0
    title: float = 0.0  # nothing but a form of address
    titled: float = 0.0  # begins with a form of address: "Mrs Miller", "آقای کریمی"
    yes_no: float = 0.0
    state: float = 0.0  # what became of an order
    touch: float = 0.0  # a kind of interaction
    touch_named: float = (
        0.0  # the same, of the values that do not say that nobody is named: "Walk-in" is both
    )
    rating: float = 0.0  # how satisfied somebody is: marks, stars, words
    worded_rating: float = 0.0  # the same in words, stars or "4 of 5", which no other number looks like
    counting: bool = False  # 1, 2, 3 ... down the rows
    highest: float = 0.0
    shuffled: bool = False  # each of 1..n once: places in a ranking


def profile_column(values: Sequence[str]) -> ColumnProfile:
    """Give what the values of one column look like, from a sample spread over its filled cells."""
    sample, filled = _sample(values)
    if not sample:
        return ColumnProfile(rows=len(values), seen=0, filled=0.0, distinct=0.0)
    n = len(sample)

    def share(test: object) -> float:
        return sum(map(bool, map(test, sample))) / n  # type: ignore[call-overload]

    folded = [fold(text) for text in sample]
    numbers = [number for number in map(score_number, sample) if number is not None]
    worded = [text.split() for text in folded if any(map(str.isalpha, text))]
    rating, worded_rating = _ratings(sample)
    return ColumnProfile(
        rows=len(values),
        seen=n,
        filled=filled,
        distinct=len(set(folded)) / n,
        email=share(_EMAIL.search),
        url=share(_URL.match),
        date=share(looks_like_day),
        phone=share(_looks_like_phone),
        dialled=share(is_written_as_phone),
        ten_digits=share(_TEN_DIGITS.match),
        years=_years_between(sample),
        decimal=share(_DECIMAL.match),
        number=share(_NUMBER.match),
        digits=share(str.isdecimal),
        some_digit=sum(any(map(str.isdigit, text)) for text in sample) / n,
        score=sum(1 <= x <= 10 and x * 2 == int(x * 2) for x in numbers) / n,
        letters=len(worded) / n,
        words=sum(map(len, worded)) / len(worded) if worded else 0.0,
        length=sum(map(len, sample)) / n,
        code=share(_CODE.match),
        national=share(_is_checked_id),
        given=sum(map(_has_given_name, worded)) / n,
        firm=sum(map(_has_firm_word, worded)) / n,
        title=sum(all(w.strip(".") in TITLES for w in words) for words in worded) / n,
        titled=sum(map(_is_titled, worded)) / n,
        yes_no=sum(text in _YES_NO for text in folded) / n,
        state=share(is_state),
        touch=share(is_touch),
        touch_named=_touches_beside_nobody(sample),
        rating=rating,
        worded_rating=worded_rating,
        counting=_counts_up(values),
        highest=_highest(sample),
        shuffled=n == len(values) > 2 and sorted(numbers) == [float(i + 1) for i in range(n)],
    )


def _sample(values: Sequence[str]) -> tuple[list[str], float]:
    """Give values spread over the filled cells of a column as they are looked at, and which share of all cells says something."""
    filled = [value for value in values if value] if "" in values else values
    looked_at = filled[:: max(1, len(filled) // SAMPLE)]
    sample = [text for text in map(plain, looked_at) if text]
    return sample, len(filled) / len(values) * len(sample) / len(looked_at) if sample else 0.0


def _ratings(sample: Sequence[str]) -> tuple[float, float]:
    """Give which share of the values may be ratings, and which is put into words, stars or "4 of 5"."""
    read = [read_rating(text) if len(text) <= _LONG_ANSWER else None for text in sample]
    found = [rating for rating in read if rating is not None]
    return len(found) / len(sample), sum(rating.scale > 0 for rating in found) / len(sample)


def _touches_beside_nobody(sample: Sequence[str]) -> float:
    named = [text for text in sample if not names_nobody(text)] or sample
    return sum(map(bool, map(is_touch, named))) / len(named)


def plain(value: str) -> str:
    """Give a cell as it is looked at: Latin digits, no blanks around, no leading apostrophe; empty when it says nothing."""
    text = fold_digits(value[:LOOKED_AT]).strip().strip("\u200e\u200f\ufeff")
    if text.startswith("'") and len(text) > 1:
        text = text[1:]
    return "" if is_null_token(text) else text


def score_number(text: str) -> float | None:
    """Give the number of a text written as a score, whatever its height; None when it is not written so.

    >>> score_number("7.5"), score_number("7/5"), score_number("8 از 10"), score_number("good")
    (7.5, 7.5, 8.0, None)
    """
    found = SCORE.match(text)
    return float(found[1].replace("/", ".").replace(",", ".").replace("٫", ".")) if found else None


def looks_like_value(text: str) -> bool:
    """Tell whether a cell is surely a value and no heading: an e-mail, a date, a number, a phone.

    >>> [looks_like_value(x) for x in ("0912 345 6789", "a@example.com", "۱۴۰۳/۰۵/۱۲", "12", "Q1", "سارا", "31 - 60", "> 90")]
    [True, True, True, True, False, False, False, False]
    """
    text = plain(text)
    if not text:
        return False
    if not any(map(str.isdigit, text)):
        return bool(_EMAIL.search(text))
    digits = sum(map(str.isdigit, text))
    if not any(map(str.isalpha, text)):
        return not _AGE.match(text)
    return digits >= 6 or bool(_EMAIL.search(text)) or looks_like_day(text)


def looks_like_day(text: str) -> bool:
    """Tell whether a text is written as a day."""
    return bool(_YMD.match(text) or _COMPACT_DAY.match(text) or _WORDED_DAY.match(text))


def _looks_like_phone(text: str) -> bool:
    if _DECIMAL.match(text) or (looks_like_day(text) and not text.isdecimal()):
        return False
    if _PHONE_CHARS.match(text):
        return 6 <= sum(map(str.isdigit, text)) <= 40
    groups = re.findall(r"\+?\d[\d\s().\-]{5,}\d", text)
    return bool(groups) and sum(map(len, groups)) * 2 >= len(text) - 12


def is_written_as_phone(text: str) -> bool:
    """Tell whether digits are written as only phone numbers are, whatever stands above them.

    >>> [is_written_as_phone(x) for x in ("030 1234567", "01/15/1978", "+47.2400052", "030151360", "09123456789")]
    [True, False, False, False, True]
    """
    if _DECIMAL.match(text) or _FULL_DAY.match(text):
        return False
    if text.isdecimal() and text[0] == "0" and text[1:2] != "0" and len(text) <= _SHORT_CODE:
        return False
    return bool(_PHONE_SHAPE.match(text))


def _is_checked_id(text: str) -> bool:
    if not (text.isdecimal() and len(text) == 10) or len(set(text)) == 1:
        return False
    rest = sum(int(d) * (10 - i) for i, d in enumerate(text[:9])) % 11
    return int(text[9]) == (rest if rest < 2 else 11 - rest)


@cache
def _given_names() -> frozenset[str]:
    return known_given_names() | word_set(FAR_GIVEN)


def _has_given_name(words: list[str]) -> bool:
    known = _given_names()
    if len(words) > 1 and words[0].endswith(","):  # "Harris, Mr. Owen"
        words = [word for word in words[1:] if word.strip(".") not in TITLES] or words
    if len(words) > 1 and _INITIAL.match(words[0]) and len(words[-1]) > 2:
        return True  # "J. R. Tolkien"
    return (
        words[0].strip(".,") in known
        or words[-1].strip(".,") in known
        or (len(words) > 1 and words[1].strip(".,") in known)
    )


def _is_titled(words: list[str]) -> bool:
    behind = words[1:] if words[0].endswith(",") else words  # "Harris, Mr. Owen"
    return len(behind) > 1 and behind[0].strip(".") in TITLES


def _has_firm_word(words: list[str]) -> bool:
    return any(w.strip(".,()") in LEGAL_FORMS or w.strip(".,()") in FIRM_WORDS for w in words)


def _counts_up(values: Sequence[str]) -> bool:
    start = [text for text in (plain(value) for value in values[:50]) if text]
    if len(start) > 2 and not start[-1].isdecimal():
        start.pop()  # "Total" below the numbers
    numbers = [int(text) for text in start if text.isdecimal() and len(text) < 7]
    if len(numbers) < 2 or len(numbers) < len(start) * 0.9:
        return False
    return (
        numbers[0] in (0, 1)
        and all(0 <= b - a <= 2 for a, b in pairwise(numbers))
        and numbers[-1] > numbers[0]
    )


def _years_between(sample: list[str]) -> int:
    years = [year for year in map(year_of, sample) if year]
    return max(years) - min(years) if years else 0


def year_of(text: str) -> int:
    """Give the Gregorian year that a day in any form tells, 0 where it tells none."""
    match = _YEAR.search(plain(text))
    year = int(match[1] or match[2]) if match else 0
    return year + 621 if 0 < year < 1700 else year


def _highest(sample: list[str]) -> float:
    numbers = [float(text) for text in sample if text.replace(".", "", 1).isdecimal() and len(text) < 16]
    return max(numbers, default=0.0)
