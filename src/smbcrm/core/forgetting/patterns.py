"""What finds a name, a number or an address in any text, however it is written there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from smbcrm.core.forgetting.known import SHORTEST_NUMBER
from smbcrm.core.text import fold_digits
from smbcrm.core.values.phone_keys import phone_key

_UNSEEN = "[\u200c-\u200f\u0640\u064b-\u065f\u0670\u0300-\u036f]*"  # may stand behind any letter
_BETWEEN_WORDS = r"[\s\u200c_,،.\-]*"
_BETWEEN_DIGITS = r"[\s\u200c\-().,/_]*"
VARIANTS = {"ی": "یيىئېےۍ", "ک": "کكڪ", "ه": "هةہھەۃ", "ا": "اأإآٱ", "و": "وؤ"}
_DIGIT = {str(n): f"{n}{chr(0x6F0 + n)}{chr(0x660 + n)}{chr(0xFF10 + n)}" for n in range(10)}


def word_pattern(word: str) -> str:
    """Give what finds a folded word standing alone; empty for an empty one."""
    return (
        rf"(?<![^\W_]){''.join(_letter(char) + (_UNSEEN if not char.isascii() else '') for char in word)}(?![^\W_])"
        if word
        else ""
    )


def name_pattern(words: Sequence[str]) -> str:
    """Give what finds folded words one after another, whatever parts them."""
    inside = _BETWEEN_WORDS.join(
        "".join(_letter(char) + (_UNSEEN if not char.isascii() else "") for char in word) for word in words
    )
    return rf"(?<![^\W_]){inside}(?![^\W_])"


def core_patterns(words: Iterable[str], numbers: Iterable[str]) -> set[str]:
    """Give what finds folded words and digits quickly, wherever they stand; a text without any of them need not be searched for more.

    Looking for one after another takes a ninth of the time that looking for all of them at once takes.
    """
    found = {
        "".join(_letter(char) + ("" if char.isascii() else _UNSEEN) for char in word) for word in words
    } | {_BETWEEN_DIGITS.join(f"[{_DIGIT[d]}]" for d in digits_of(number)) for number in numbers}
    return found - {""}


def digits_of(value: str) -> str:
    """Give the digits by which a number is found, without the code of its country; none of a number too short to tell."""
    digits = phone_key(value) if value[:1] == "+" or any(char in value for char in "()- ") else ""
    digits = digits or "".join(char for char in fold_digits(value.partition(";")[0]) if char.isdigit())
    return digits if len(digits) >= SHORTEST_NUMBER else ""


def number_pattern(value: str) -> str:
    """Give what finds a number with or without the code of its country, whatever stands between its digits."""
    digits = digits_of(value)
    if not digits:
        return ""
    wanted = _BETWEEN_DIGITS.join(f"[{_DIGIT[d]}]" for d in digits)
    return r"\+?" + rf"(?:[0-9۰-۹٠-٩]{_BETWEEN_DIGITS}){{0,6}}" + wanted + r"(?![0-9۰-۹٠-٩])"


def _letter(char: str) -> str:
    if char.isdigit():
        return f"[{_DIGIT.get(char, char)}]"
    if char.isascii():
        return f"[{char}{char.upper()}\u00c0-\u024f\uff01-\uff5e]" if char.isalpha() else re.escape(char)
    return f"[{VARIANTS.get(char, re.escape(char))}\ufb50-\ufdff\ufe70-\ufeff]"
