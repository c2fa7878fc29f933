"""Which old code page a text is in, told from how its words look."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

_SAMPLE = 1 << 20
_WORDS = 3000
_LETTERS = 60

# How often each letter stands in the languages of a script, in percent, where a page holds only that script beside ASCII.
_ARABIC = ("ا13 ل8 ي8 م6 و5.5 ن6 ر6 ت4 ب4 ه4 د4.5 س3.5 ع3 ف2 ح2.5 ك2.5 ق2 ش2 ج1.6 ز1.4 خ1.2 ص1 ط1 ء0.5 أ2 إ0.6 آ1 ة2.5 ى0.8 ؤ0.2 ئ0.4 ث0.5 ذ0.5 ض0.6 "
    "ظ0.3 غ0.6 پ1 چ0.6 ژ0.3 گ1 ک1 ی1 ـ0.1 \u200c0.3",)  # fmt: skip
_HEBREW = (
    "י11 ו10 ה10 ל7 א6.5 ר6 ת5.5 ב5 ש5 מ5 נ3.5 ד3 ע3 ח2.5 ק2 כ2.5 פ2 ם3 ן1.5 ג1.3 צ1.2 ס1.5 ט1.2 ז1 ך0.8 ף0.2 ץ0.2",
)
_CYRILLIC = (
    "о11 е8.5 а8 и7.4 н6.7 т6.3 с5.5 р4.7 в4.5 л4.4 к3.5 м3.2 д3 п2.8 у2.6 я2 ы1.9 ь1.7 г1.7 з1.6 б1.6 ч1.4 й1.2 х1 ж0.9 ш0.7 ю0.6 ц0.5 щ0.4 э0.3 ф0.3 "
    "ё0.2 ъ0.04",
    "о9.4 а8 н6.6 и6.2 в5.5 т5.2 і5.7 е4.6 р4.7 с4 к3.9 м3 д3 л3.6 у3.2 п2.8 з2.3 я2.2 ь1.8 б1.7 г1.5 ч1.4 й1.3 х1.1 ц0.8 ю0.8 ї0.8 ж0.8 ш0.8 є0.6 щ0.5 "
    "ф0.3 ґ0.05",
    "а12 и10 о9 е9 н5.5 р5 с5 т5 в4 к4 л4 м4 у4 д3.7 п3 ј4 б1.6 з1.8 г1.7 њ1 ш1 ч1 ц0.8 ћ0.9 ж0.7 љ0.7 ђ0.4 х0.7 ф0.3 џ0.1 ъ1.5 я1.5 щ0.5 ь0.1 ю0.2 й0.7",
)
_GREEK = (
    "α11 ο9 ι8 ε7 τ7 σ5 ν6 η5 υ4 ρ4.5 π4 κ4 μ3.5 λ3.5 ς4.5 ω2.5 γ2 δ2 χ1.2 θ1.3 φ1 β0.8 ξ0.5 ζ0.5 ψ0.2 ά2 έ1.7 ή1.6 ί2.5 ό2.2 ύ1 ώ1 ϊ0.1 ϋ0.05",
)
# Where two pages hold the same letters at other places, the one in which a language is written is meant.
_ONE_SCRIPT = (
    ("cp1256", re.compile(r"[\u0600-\u06ff\u200c-\u200f]+"), _ARABIC),
    ("iso8859-6", re.compile(r"[\u0600-\u06ff]+"), _ARABIC),
    ("cp720", re.compile(r"[\u0600-\u06ff]+"), _ARABIC),
    ("cp1255", re.compile(r"[א-ת]+"), _HEBREW),  # these bytes are small letters in cp1251
    ("cp862", re.compile(r"[א-ת]+"), _HEBREW),
    ("cp1251", re.compile(r"[\u0400-\u04ff]+"), _CYRILLIC),
    ("koi8-u", re.compile(r"[\u0400-\u04ff]+"), _CYRILLIC),
    ("cp866", re.compile(r"[\u0400-\u04ff]+"), _CYRILLIC),
    ("iso8859-5", re.compile(r"[\u0400-\u04ff]+"), _CYRILLIC),
    ("mac-cyrillic", re.compile(r"[\u0400-\u04ff]+"), _CYRILLIC),
    ("cp1253", re.compile(r"[\u0370-\u03ff]+"), _GREEK),
    ("cp737", re.compile(r"[\u0370-\u03ff]+"), _GREEK),
)
ONE_SCRIPT = frozenset(page for page, _, _ in _ONE_SCRIPT)
_MARKS = "«»“”‘’„‚‹›…–—•·®™©°№\xa0،؛؟"
_LATIN_ENDS = re.compile(r"^[A-Za-z]+(?=[^A-Za-z]{3})|(?<=[^A-Za-z]{3})[A-Za-z]+$")
_MOSTLY = 0.8
_A_SIGN = 14.0  # bits, for what is no letter of the script
_A_MARK = 4.0  # for a quote and the like around a word
_OF_WINDOWS = ("cp1256", "cp1255", "cp1251", "cp1253")
_RARE = 5.0  # against the other pages, which are hardly used any more

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
    ("iso8859-2", 6, _CENTRAL),
    ("mac-roman", 7, _WESTERN),
    ("cp850", 7, _WESTERN),
    ("cp857", 9, _TURKISH),
    ("cp852", 9, _CENTRAL),
)
_HAVE_SISTERS = ("mac-roman", "cp850", "cp857", "cp852")
"""Pages that others of their time resemble so much that letters never settle which one it is."""

_FOREIGN, _SIGN_INSIDE, _JUMP = 12.0, 14.0, 14.0  # bits
_CLEAR = 7.0  # bits by which the best reading must beat every other one
_POOR = 8.0  # bits for a letter; a text in a language that is known here needs two or three
_OUTER_SIGNS = re.compile(
    r"^[«‹„‚“”‘’¿¡\xa0–—•·©§°…]+|[»›”’“‘…–—•·®™©°²³½¹\xa0]+$|^\W+$"
)  # quotes and the like around a word, each on its side; signs that touch no letter
_RUNS = re.compile(r"[^\x00-\x7f]{4,}")
_LONGEST_RUN = 3  # letters beyond ASCII that stand side by side in Latin script
_RUN = 6.0  # bits for each more
_APOSTROPHE = "\u2019"
_VOWELS = "aeiouyæœøı"
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
    read = [one for one in (_in_script(words, *page) for page in _ONE_SCRIPT) if one is not None]
    # A single letter may be the à of "Merci à toi" as well.
    if read and any(len(word) > 1 for word in words):
        read.sort()
        (cost, page, text), others = read[0], read[1:]
        clear = min((other - cost for other, _, said in others if said != text), default=math.inf) >= _CLEAR
        return PageGuess(page=page, settled=clear)
    return _guess_latin(words)


def _in_script(
    words: list[bytes], page: str, script: re.Pattern[str], languages: tuple[str, ...]
) -> tuple[float, str, list[str]] | None:
    """Give what words cost in a page of one script, and how they read; None where most of them are none there.

    A word fits where it is wholly in that script and has no capital behind a small letter.
    """
    whole = [word.decode(page, errors="replace") for word in words]
    bare = [text.strip(_MARKS) for text in whole]
    texts = [_LATIN_ENDS.sub("", text) for text in bare if text]
    fit = [text for text in texts if script.fullmatch(text) and not _jumps(text)]
    if len(fit) <= _MOSTLY * len(texts):
        return None
    told = Counter("".join(fit).lower())
    odd = sum(len(text) for text in texts) - told.total()
    cost = min(
        sum(often * bits.get(letter, _FOREIGN) for letter, often in told.items())
        for bits in map(_bits, languages)
    )
    marks = sum(map(len, whole)) - sum(map(len, bare))
    return cost + _A_SIGN * odd + _A_MARK * marks + _RARE * (page not in _OF_WINDOWS), page, texts


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


@lru_cache(maxsize=64)
def _bits(language: str) -> Mapping[str, float]:
    """Give for each letter the bits it costs in a language: the rarer, the more."""
    percent = {entry[0]: float(entry[1:]) for entry in language.split()}
    total = sum(percent.values())
    return {letter: -math.log2(share / total) for letter, share in percent.items()}


_BITS = {page: [_bits(language) for language in languages] for page, _, languages in _LATIN}
_ASCII = bytes(range(128))


def _decoded(word: bytes, page: str) -> str:
    return _OUTER_SIGNS.sub("", word.decode(page, errors="replace"))


def _cost(texts: list[str], bits: Mapping[str, float]) -> float:
    """How many bits a language needs to write words: foreign letters, signs and capitals inside them are dear."""
    cost = 0.0
    for text in texts:
        if len(text) == 1 and text.isalpha() and normalize("NFD", text)[0].lower() not in _VOWELS:
            cost += _FOREIGN  # "à" and "ö" are words, "Ł" is the sign of the pound
        for letter in text:
            if letter > "\x7f":
                small = "ı" if letter == "İ" else letter.lower()
                sign = 0.0 if letter == _APOSTROPHE else _SIGN_INSIDE
                cost += bits.get(small, _FOREIGN) if letter.isalpha() else sign
        cost += _JUMP * _jumps(text) + sum(_RUN * (len(run) - _LONGEST_RUN) for run in _RUNS.findall(text))
    return cost


def _jumps(text: str) -> int:
    """How many capitals beyond ASCII stand in the middle of a word, beside small letters."""
    sides = zip(text, text[1:], text[2:] + " ")
    return sum(
        letter > "\x7f" and letter.isupper() and a.isalpha() and (a.islower() or b.islower())
        for a, letter, b in sides
    )
