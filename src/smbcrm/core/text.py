"""Text as people type it: cleaned to be shown, folded to be compared.

Shown text keeps the letters that were typed; only Arabic yeh and kaf become the Persian ones, and marks that nobody
sees go. Folded text is never shown: two spellings of one word fold to the same text, whatever keyboard, code page,
case, digit script or accent they came with.
"""

from __future__ import annotations

import re
import unicodedata

_ZWNJ = "\u200c"
_LETTERS_TO_PERSIAN = {0x064A: "ی", 0x0649: "ی", 0x0643: "ک"}

# Latin letters that carry a stroke or are joined: Unicode does not take them apart, people do.
_PLAIN_LATIN = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t",
}  # fmt: skip
_PLAIN_ARABIC = {
    "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه", "ٱ": "ا",
}  # fmt: skip
_PLAIN_MARKS = {
    "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
}  # fmt: skip
_PLAIN = _PLAIN_LATIN | _PLAIN_ARABIC | _PLAIN_MARKS

# Letters whose mark makes another letter: yeh with hamza, Cyrillic short i.
_WHOLE = frozenset("ئй")

_ARABIC_LETTER = re.compile(
    "[\u0620-\u063a\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc]"
)
# Every letter that cleaning changes, and a few more; most texts hold none and need no look at each letter.
_UNCLEAN = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u0600-\u0605\u061c\u0643\u0649\u064a\u06dd\u070f\u0890-\u0891\u08e2\u1680\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\ud800-\udfff\ufeff\ufff0-\uffff\U000110bd-\U000110cd\U00013430-\U0001345f"
    "\U0001bca0-\U0001bcaf\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_NOT_WORD = re.compile(r"[\W_]+")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_LONE_ZWNJ = re.compile("(?<![^\\W_]|[\u064b-\u065f\u0670])\u200c|\u200c(?![^\\W_])")
_SEVERAL_ZWNJ = re.compile("\u200c{2,}")


def _is_dropped_mark(char: str) -> bool:
    """Tell whether a combining mark only decorates its letter (vowel signs of Indic scripts do more)."""
    code = ord(char)
    return (
        0x0300 <= code <= 0x036F
        or 0x0483 <= code <= 0x0489
        or 0x0591 <= code <= 0x05C7
        or 0x0610 <= code <= 0x061A
        or code == 0x0640
        or 0x064B <= code <= 0x065F
        or code == 0x0670
        or 0x06D6 <= code <= 0x06ED
        or 0x08CA <= code <= 0x08FF
        or 0x1AB0 <= code <= 0x1AFF
        or 0x1DC0 <= code <= 0x1DFF
        or 0x20D0 <= code <= 0x20FF
        or 0xFE00 <= code <= 0xFE0F
        or 0xFE20 <= code <= 0xFE2F
    ) and unicodedata.category(char) in ("Mn", "Me", "Lm", "Cf", "So")


def _fold_part(char: str) -> str:
    if char.isspace() or char == _ZWNJ:
        return " "
    if unicodedata.category(char) in ("Cc", "Cf", "Cs") or _is_dropped_mark(char):
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return _PLAIN.get(char, char)


def _fold_once(char: str) -> str:
    if char in _PLAIN or char == _ZWNJ or char.isspace() or _is_dropped_mark(char):
        return _fold_part(char)
    lowered = unicodedata.normalize("NFKC", char).casefold()
    parts = []
    for one in unicodedata.normalize("NFC", lowered):
        apart = one if one in _WHOLE else unicodedata.normalize("NFKD", one)
        parts.append(unicodedata.normalize("NFC", "".join(_fold_part(c) for c in apart)))
    return "".join(parts)


class _FoldTable(dict[int, str]):
    """What every letter folds to, worked out when a letter is first met."""

    def __missing__(self, code: int) -> str:
        folded = char = chr(code)
        for _ in range(4):
            again = "".join(_fold_once(c) for c in folded)
            if again == folded:
                break
            folded = again
        self[code] = char if folded == char else folded
        return folded


class _CleanTable(dict[int, str]):
    """What every letter is shown as, worked out when a letter is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if code in _LETTERS_TO_PERSIAN:
            shown = _LETTERS_TO_PERSIAN[code]
        elif char.isspace():
            shown = " "
        elif char != _ZWNJ and unicodedata.category(char) in ("Cc", "Cf", "Cs"):
            shown = ""
        else:
            shown = char
        self[code] = shown
        return shown


class _DigitTable(dict[int, str]):
    """The Latin digit for every decimal digit, any other letter as it is."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        shown = self[code] = str(unicodedata.decimal(char)) if char.isdecimal() else char
        return shown


_FOLD = _FoldTable()
_CLEAN = _CleanTable()
_DIGITS = _DigitTable()


def clean(text: str, lines: bool = False) -> str:
    """Give the text that is kept to show: no unseen marks, single blanks, Persian yeh and kaf.

    A zero-width non-joiner stays between letters. A line end is a blank, unless `lines` is asked for.

    >>> clean("  علي\\u00a0 كريمي\\u200f ")
    'علی کریمی'
    >>> clean("Main St 1 \\r\\n Springfield", lines=True)
    'Main St 1\\nSpringfield'
    """
    if text.isascii() and text.isprintable():  # most cells by far; what is left to do is a blank too many
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    if lines:
        return "\n".join(clean(line) for line in _LINE_END.split(text)).strip("\n")
    if _UNCLEAN.search(text) is not None:
        text = text.translate(_CLEAN)
        if _ZWNJ in text:
            text = _LONE_ZWNJ.sub("", _SEVERAL_ZWNJ.sub(_ZWNJ, text))
    return " ".join(text.split())


def fold(text: str) -> str:
    """Give the text to compare: two spellings of the same words fold to the same text.

    >>> fold("  كَرِيمي‌\\u0640 İZMİR ۰۹۱۲ ")
    'کریمی izmir 0912'
    >>> fold("Müller  ŁUKASZ") == fold("muller łukasz")
    True
    """
    if text.isascii() and text.isprintable():
        text = text.lower()
        return " ".join((text.replace("`", "'") if "`" in text else text).split())
    folded = _composed(text).translate(_FOLD)
    if not unicodedata.is_normalized("NFC", folded):
        # Dropping a mark can bring together two signs that Unicode writes as one.
        folded = _composed(folded).translate(_FOLD)
    return " ".join(folded.split())


def _composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def fold_digits(text: str) -> str:
    """Give the text with the digits of every script written 0-9, all else untouched.

    >>> fold_digits("کد ۱۲-٣٤")
    'کد 12-34'
    """
    return text if text.isascii() else text.translate(_DIGITS)


def header_key(text: str) -> str:
    """Give what two headings must share to be the same heading: folded, without blanks and punctuation.

    >>> header_key("شماره‌ي تلفن:") == header_key("شماره ی تلفن")
    True
    >>> header_key("E-Mail_Address (1)")
    'emailaddress1'
    """
    return text.lower() if text.isascii() and text.isalnum() else _NOT_WORD.sub("", fold(text))


def has_persian(text: str) -> bool:
    """Tell whether any letter is of the Arabic script.

    >>> has_persian("Ali علی"), has_persian("Ali ۱۲")
    (True, False)
    """
    return not text.isascii() and _ARABIC_LETTER.search(text) is not None
