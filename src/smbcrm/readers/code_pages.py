"""Which old code page a text is in, told from how its words look."""

from __future__ import annotations

import itertools
import re

_SAMPLE = 1 << 20
_WORDS = 5000
_LETTERS = 60

# One script each: a word with a foreign letter is wholly in that script when the page is the right one.
_ONE_SCRIPT = (
    ("cp1256", re.compile(r"[\u0600-\u06ff\u200c-\u200f]+")),
    ("cp1251", re.compile(r"[\u0400-\u04ff]+")),
    ("cp1253", re.compile(r"[\u0370-\u03ff]+")),
    ("cp1255", re.compile(r"[\u0590-\u05ff]+")),
)
_WESTERN = ("äöüßé", "àâæçèéêëîïñôœùûüÿ", "áéíñóúüçºª", "àáâãçéêíóôõúü", "àèéìíòóùú", "åäöæøéü")
# The letters beyond ASCII of each language, likelier first: a page is right when its words use the letters of one.
_LATIN: tuple[tuple[str, str], ...] = (
    *(("cp1252", letters) for letters in _WESTERN),
    ("cp1254", "çğıi\u0307öşüâîû"),
    ("cp1250", "ąćęłńóśźż"),
    ("cp1250", "áäčďéěíĺľňóôŕřšťúůýž"),
    ("cp1250", "áéíöóőúüű"),
    ("cp1250", "čćđšž"),
    ("cp1250", "ăâîşţ"),
    ("cp1252", "áðéíóúýþæö"),
    *(("mac_roman", letters) for letters in _WESTERN),
    *(("cp850", letters) for letters in _WESTERN),
)
_OUTER_SIGNS = re.compile(r"^[^\w]+|[^\w]+$")  # quotes and the like around a word
_FOREIGN_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")


def guess_code_page(data: bytes) -> str:
    """Guess the old code page of a text; without a letter beyond ASCII it is cp1252.

    >>> [guess_code_page(text.encode(page)) for text, page in (("كريمي", "cp1256"), ("Müller, Köln", "mac_roman"))]
    ['cp1256', 'mac_roman']
    """
    found = dict.fromkeys(_FOREIGN_WORD.findall(data[:_SAMPLE]))
    words = [word[:_LETTERS] for word in itertools.islice(found, _WORDS)]
    if not words:
        return "cp1252"
    shares = [
        (_share_in_script(words, page, script), -rank, page)
        for rank, (page, script) in enumerate(_ONE_SCRIPT)
    ]
    share, _, page = max(shares)
    if share > 0.8:
        return page
    return min((_oddness(words, page, letters), rank, page) for rank, (page, letters) in enumerate(_LATIN))[2]


def _share_in_script(words: list[bytes], page: str, script: re.Pattern[str]) -> float:
    """Which part of the words is wholly in one script and has no capital behind a small letter."""
    texts = [word.decode(page, errors="replace") for word in words]
    return sum(bool(script.fullmatch(text)) and not _jumps(text) for text in texts) / len(texts)


def _oddness(words: list[bytes], page: str, letters: str) -> int:
    """How unlike words of a language the words are: foreign letters, signs inside them, capitals in the middle."""
    odd = 0
    for word in words:
        text = _OUTER_SIGNS.sub("", word.decode(page, errors="replace"))
        foreign = sum(
            letter > "\x7f" and letter.isalpha() and letter.lower() not in letters for letter in text
        )
        odd += foreign + 2 * sum(not letter.isalpha() for letter in text) + 2 * _jumps(text)
    return odd


def _jumps(text: str) -> int:
    """How many capitals beyond ASCII stand in the middle of a word, beside small letters."""
    sides = zip(text, text[1:], text[2:] + " ")
    return sum(
        letter > "\x7f" and letter.isupper() and (a.islower() or b.islower()) for a, letter, b in sides
    )
