"""Which old code page a text is in, told from how its words look."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

_SAMPLE = 1 << 20
_WORDS = 5000
_LETTERS = 60

# One script each: a word with a foreign letter is wholly in that script when the page is the right one.
_ONE_SCRIPT = (
    ("cp1256", re.compile(r"[\u0600-\u06ff\u200c-\u200f]+")),
    (
        "cp1255",
        re.compile(r"[א-ת]+"),
    ),  # these bytes are small letters in cp1251, where names begin with capitals
    ("cp1251", re.compile(r"[\u0400-\u04ff]+")),
    ("cp1253", re.compile(r"[\u0370-\u03ff]+")),
)
ONE_SCRIPT = frozenset(page for page, _ in _ONE_SCRIPT)
_MARKS = "«»“”‘’„‚‹›…–—·•®©™°\xa0،؛؟"
_LATIN_ENDS = re.compile(r"^[A-Za-z]+(?=[^A-Za-z]{3})|(?<=[^A-Za-z]{3})[A-Za-z]+$")
_MOSTLY = 0.8
_ENOUGH = 10  # words that two scripts both could have written; one of them then has capitals

# How often each letter beyond ASCII stands among all such letters of a language, in percent; names and places weigh
# as much as running text.
_WESTERN = (
    "ü27 ö27 ä22 ß18 é3",
    "é58 è12 ç8 ê6 ô4 î4 à4 ï3 ë3 â2 û1 œ1 ù0.5 æ0.1",
    "á26 í22 ó20 é14 ñ12 ú5 ü0.5",
    "ã20 ç20 á16 é10 í8 ó8 ú5 ê4 â4 õ3 ô2 à0.5",
    "ò25 à25 è20 ù15 ì10 é5",
    "å20 ä25 ö20 ø17 æ8 é2 ü1",
    "á14 í14 ó12 ú9 é9 ö9 þ9 ð9 ý8 æ7",
    "ë45 é25 ï15 è5 ö5 ü5",
    " ".join(f"{letter}2" for letter in "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœºª"),  # customers from many countries
)
_TURKISH = ("ü22 ı22 ş14 ç12 ö12 ğ10 â1 î1 û1",)
_CENTRAL = (
    "ł30 ó18 ś12 ę10 ż10 ą10 ń8 ć4 ź2",
    "á30 í14 š12 č9 é7 ř6 ě6 ž6 ý5 ů3 ň2 ú2 ľ2 ť1 ď1 ó1 ô0.5 ä0.5 ĺ0.1 ŕ0.1",
    "á33 é28 ó11 ö9 ő7 ü4 í4 ú3 ű1",
    "č28 š26 ć20 ž17 đ6",
    "ă40 ş20 ţ20 î10 â8",
    " ".join(f"{letter}2" for letter in "ąćęłńóśźżáäčďéěíňôřšťúůýžőúüűöđăâîşţľĺŕëß"),
)
# Each page with what it costs, in bits, to believe in it before any letter is seen, and its languages.
_LATIN: tuple[tuple[str, float, tuple[str, ...]], ...] = (
    ("cp1252", 0, _WESTERN),
    ("cp1254", 4, _TURKISH),
    ("cp1250", 4, _CENTRAL),
    ("mac-roman", 7, _WESTERN),
    ("cp850", 7, _WESTERN),
)
_HAVE_SISTERS = ("mac-roman", "cp850")
"""Pages that others of their time resemble so much that letters never settle which one it is."""

_FOREIGN, _SIGN_INSIDE, _JUMP = 12.0, 14.0, 14.0  # bits
_CLEAR = 7.0  # bits by which the best reading must beat every other one
_POOR = 8.0  # bits for a letter; a text in a language that is known here needs two or three
_OUTER_SIGNS = re.compile(r"^[^\w]+|[^\w]+$")  # quotes and the like around a word
_FOREIGN_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageGuess:
    """The likeliest code page; `settled` when no other one reads the text as a language, too."""

    page: str
    settled: bool


def guess_code_page(data: bytes) -> PageGuess:
    """Guess the old code page of a text; without a letter beyond ASCII it is cp1252.

    >>> [guess_code_page(text.encode(page)).page for text, page in (("كريمي", "cp1256"), ("Müller, Köln", "mac-roman"))]
    ['cp1256', 'mac-roman']
    """
    found = dict.fromkeys(_FOREIGN_WORD.findall(data[:_SAMPLE]))
    words = [word[:_LETTERS] for word in itertools.islice(found, _WORDS)]
    if not words:
        return PageGuess(page="cp1252", settled=True)
    shares = sorted(
        (
            (_share_in_script(words, page, script), -rank, page)
            for rank, (page, script) in enumerate(_ONE_SCRIPT)
        ),
        reverse=True,
    )
    # A single letter may be the à of "Merci à toi" as well.
    if shares[0][0] > _MOSTLY and any(len(word) > 1 for word in words):
        return PageGuess(page=shares[0][2], settled=shares[1][0] <= _MOSTLY or len(words) >= _ENOUGH)
    return _guess_latin(words)


def _guess_latin(words: list[bytes]) -> PageGuess:
    """Weigh the Latin pages by how likely each language is to write such words."""
    texts = {page: [_decoded(word, page) for word in words] for page, _, _ in _LATIN}
    costs = {page: prior + min(_cost(texts[page], bits) for bits in _BITS[page]) for page, prior, _ in _LATIN}
    best = min(costs, key=lambda page: costs[page])
    others = [costs[page] for page in costs if texts[page] != texts[best]]
    letters = sum(len(word.translate(None, _ASCII)) for word in words)
    clear = min(others, default=math.inf) - costs[best] >= _CLEAR
    fits = costs[best] <= _POOR * max(letters, 2)
    return PageGuess(page=best, settled=clear and fits and best not in _HAVE_SISTERS)


def _bits(language: str) -> Mapping[str, float]:
    """Give for each letter the bits it costs in a language: the rarer, the more."""
    percent = {entry[0]: float(entry[1:]) for entry in language.split()}
    total = sum(percent.values())
    return {letter: -math.log2(share / total) for letter, share in percent.items()}


_BITS = {page: [_bits(language) for language in languages] for page, _, languages in _LATIN}
_ASCII = bytes(range(128))


def _decoded(word: bytes, page: str) -> str:
    return _OUTER_SIGNS.sub("", word.decode(page, errors="replace"))


def _share_in_script(words: list[bytes], page: str, script: re.Pattern[str]) -> float:
    """Which part of the words is wholly in one script and has no capital behind a small letter."""
    bare = (word.decode(page, errors="replace").strip(_MARKS) for word in words)
    texts = [_LATIN_ENDS.sub("", text) for text in bare if text]
    fit = sum(bool(script.fullmatch(text)) and not _jumps(text) for text in texts)
    return fit / len(texts) if texts else 0.0


def _cost(texts: list[str], bits: Mapping[str, float]) -> float:
    """How many bits a language needs to write words: foreign letters, signs and capitals inside them are dear."""
    cost = 0.0
    for text in texts:
        for letter in text:
            if letter > "\x7f":
                small = "ı" if letter == "İ" else letter.lower()
                cost += bits.get(small, _FOREIGN) if letter.isalpha() else _SIGN_INSIDE
        cost += _JUMP * _jumps(text)
    return cost


def _jumps(text: str) -> int:
    """How many capitals beyond ASCII stand in the middle of a word, beside small letters."""
    sides = zip(text, text[1:], text[2:] + " ")
    return sum(
        letter > "\x7f" and letter.isupper() and (a.islower() or b.islower()) for a, letter, b in sides
    )
