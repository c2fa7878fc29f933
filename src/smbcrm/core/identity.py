"""Who somebody is by document, and cells that say nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from smbcrm.core.text import clean, fold, fold_digits


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalId:
    """An identity number as text: ten digits where it is Iranian, else as typed."""

    value: str
    valid: bool


_ID_MARKS = re.compile(r"[\s\-./_]")
_FLOAT_ID = re.compile(r"(\d+)\.0+")
_DAMAGED = re.compile(r"\d+(?:[.,٫]\d+)?e\+?\d+", re.IGNORECASE)
_EXCEL_TEXT = re.compile(r'^(?:=\s*"(.*)"|[\'’‘](.*))$', re.DOTALL)
_GROUPED_ABROAD = re.compile(r"\d{3}-\d{2}-\d{4}")

_NULL_WORDS = """
    - -- --- _ __ . .. ... ? ?? ؟ ؟؟ * ** / \\ n/a n.a. n.a na nan nat null (null) none nil nul undefined unknown empty
    blank missing #n/a #ref! #value! #div/0! #name? #null! #num! #n/d #nv #bezug! #wert! <na> <null> [null]
    keine unbekannt aucun inconnu ninguno desconocido yok bilinmiyor nessuno
    ندارد نداره ندارند نامشخص نامعلوم خالی هیچ فاقد ناموجود ثبت‌نشده
    """
_NULL_PHRASES = (
    "not available", "not applicable", "not provided", "not given", "not set", "no data", "k. a.", "k.a.", "non disponible",
    "no aplica", "s/n", "ثبت نشده", "وارد نشده", "مشخص نیست", "نا مشخص", "نا معلوم", "موجود نیست", "بدون اطلاعات",
    "لا یوجد", "غیر معروف", "غیر متوفر",
)  # fmt: skip
_NULL = frozenset(fold(token) for token in (*_NULL_WORDS.split(), *_NULL_PHRASES))


def is_null_token(text: str) -> bool:
    """Tell whether a cell only says that nothing is known. Not for name columns: Null and None are surnames.

    >>> [is_null_token(t) for t in ("N/A", "ندارد", "—", " ", "Tehran")]
    [True, True, True, True, False]
    """
    return len(text) <= 40 and (not text or (folded := fold(text)) in _NULL or not folded)


def parse_national_id(text: str, country: str = "") -> NationalId:
    """Give the identity number of a cell, its lost leading zeros put back, and whether it can be one.

    Ten digits are checked as an Iranian national id; eight or nine are one that lost its zeros if the check digit
    says so. Ids of any other form, and all ids where `country` is another one, are kept as they are typed.

    >>> parse_national_id("84575948")
    NationalId(value='0084575948', valid=True)
    >>> parse_national_id("1111111111").valid
    False
    """
    shown = clean(text)
    wrapped = _EXCEL_TEXT.match(shown)
    if wrapped:
        shown = clean(wrapped[1] or wrapped[2] or "")
    plain = fold_digits(shown)
    whole = _FLOAT_ID.fullmatch(plain)
    if whole:
        plain = whole[1]
    if is_null_token(plain):
        return NationalId(value="", valid=False)
    if _DAMAGED.fullmatch(plain):
        return NationalId(value=shown, valid=False)
    digits = _ID_MARKS.sub("", plain)
    if country not in ("", "IR") or not digits.isdecimal() or _GROUPED_ABROAD.fullmatch(plain):
        return NationalId(value=plain, valid=any(c.isalnum() for c in plain.strip("0")))
    return _iranian(digits, strict=country == "IR")


def _iranian(digits: str, *, strict: bool) -> NationalId:
    if len(digits) == 10:
        return NationalId(value=digits, valid=has_iranian_check_digit(digits))
    if len(digits) in (8, 9):
        padded = digits.zfill(10)
        if has_iranian_check_digit(padded):
            return NationalId(value=padded, valid=True)
        return NationalId(value=digits, valid=not strict and len(set(digits)) > 1)
    # Shorter than any of them is no number of a person; longer ones are those of firms and of foreigners.
    return NationalId(value=digits, valid=len(set(digits)) > 1 and not (strict and len(digits) < 8))


def has_iranian_check_digit(digits: str) -> bool:
    """Tell whether ten digits are an Iranian national id: the last digit fits and they are not all equal.

    >>> has_iranian_check_digit("0084575948"), has_iranian_check_digit("0084575949")
    (True, False)
    """
    if len(digits) != 10 or not digits.isdecimal() or len(set(digits)) == 1:
        return False
    rest = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return int(digits[9]) == (rest if rest < 2 else 11 - rest)
