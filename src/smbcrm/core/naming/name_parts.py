"""A whole name taken apart, as far as it can be told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from smbcrm.core.naming.firm_names import is_person_after_all, looks_like_firm
from smbcrm.core.naming.sounds import name_words
from smbcrm.core.naming.tables import folded
from smbcrm.core.naming.tables.titles import DEGREES, GENERATIONS, PARTICLES, TITLES
from smbcrm.core.text import clean, fold, has_persian


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """The parts of a person's name; first and last are empty where the order cannot be told."""

    prefix: str = ""
    first: str = ""
    last: str = ""
    suffix: str = ""


# Names too, in some language: a title only with its full stop.
_ALSO_NAMES = folded("m me fr lt av sig eng ing mag lic hon sr doc d don bey dona")
# Part of the first name it stands before: سید علی.
_OF_THE_NAME = folded("seyed seyyed sayed sayyed sayyid seyedeh seyyedeh سید سیده")
# Last names, too: a title only in front.
_IN_FRONT = folded("الشیخ الحاج الحاجه")
_TITLES = (TITLES | _IN_FRONT) - _ALSO_NAMES - _OF_THE_NAME
_SUFFIXES = (DEGREES | GENERATIONS.keys()) - folded("ma ba pe")  # last names, too
_PARTICLES = PARTICLES | folded("e y af av")
_MORE_FIRM_WORDS = folded("co şti گروه صندوق")
# Short legal forms are names as well: they count in capitals at the end ("Volvo AB").
_LEGAL_ENDINGS = frozenset(
    ("AG", "KG", "UG", "SAS", "SA", "SPA", "SRL", "BV", "NV", "OY", "OYJ", "AB", "AS", "APS")
)
_PERSIAN_LEADING = folded("محمد علی امیر سید سیده میر غلام عبد ابو فاطمه زهرا نور حاج شاه محمود احمد")
_PERSIAN_FOLLOWING = folded(
    "رضا علی حسین حسن مهدی محمد امین جواد صادق کاظم باقر تقی نقی هادی اکبر اصغر عباس قاسم پارسا سینا سجاد سادات زهرا "
    "فاطمه الله الهدی یاسین طاها مبین مجتبی مصطفی مرتضی حمید احسان ارسلان"
)
_PERSIAN_LAST_ENDINGS = folded(
    "زاده نژاد پور فر نیا پناه منش خواه دوست راد مقدم اصل پرست تبار کیا وند لو بیگی آبادی طلب جو گو یان "
    "تهرانی اصفهانی شیرازی تبریزی مشهدی کرمانی یزدی قمی"
)

_BRACKETS = re.compile(r"[()\[\]{}«»\"“”]|\d")
_COMMAS = re.compile(r"\s*[,،]\s*")
_INITIAL = re.compile(r"[^\W\d_]\.?")


def split_name(text: str) -> NameParts:
    """Give title, first name, last name and suffix of a whole name, each only where it can be told.

    >>> split_name("Ahmadi, Sara")
    NameParts(prefix='', first='Sara', last='Ahmadi', suffix='')
    >>> split_name("خانم مهندس سارا احمدی").last
    'احمدی'
    >>> split_name("Acme Trading Co.")
    NameParts(prefix='', first='', last='', suffix='')
    """
    shown = clean(text)
    if not shown or _BRACKETS.search(shown) or _is_firm(shown) or " - " in shown or "@" in shown:
        return NameParts()
    halves = [half for half in _COMMAS.split(shown) if half]
    suffixes: list[str] = []
    while len(halves) > 1 and _all_known(halves[-1], _SUFFIXES):
        suffixes.insert(0, halves.pop())
    if len(halves) > 2:
        return NameParts()
    if len(halves) == 2:
        return _last_first(halves[0], halves[1], suffixes)
    return _in_order(halves[0] if halves else "", suffixes)


def _key(word: str) -> str:
    return fold(word).strip(".").replace(".", "")


def _all_known(text: str, words: frozenset[str]) -> bool:
    return all(_key(word) in words for word in text.split())


def _is_firm(text: str) -> bool:
    words = text.split()
    plain = name_words(text)
    ending = words[-1].replace(".", "")
    return (
        "&" in text
        or (looks_like_firm(plain) and not is_person_after_all(plain))
        or any(_key(word.strip(",،")) in _MORE_FIRM_WORDS for word in words)
        or (len(words) > 1 and ending in _LEGAL_ENDINGS and not text.isupper())
    )


def _take_titles(words: list[str]) -> tuple[str, list[str]]:
    """Split the titles off the front; the last word is never one."""
    count = 0
    while count < len(words) - 1 and _is_title(words[count]):
        count += 1
    return " ".join(words[:count]), words[count:]


def _is_title(word: str) -> bool:
    key = _key(word)
    return key in _TITLES or (word.endswith(".") and key in _ALSO_NAMES)


def _is_particle(word: str) -> bool:
    # A capital E or Y in the middle is an initial.
    return _key(word) in _PARTICLES and (len(word) > 1 or word.islower())


def _take_suffixes(words: list[str]) -> tuple[list[str], list[str]]:
    kept = list(words)
    found: list[str] = []
    while len(kept) > 2 and _key(kept[-1]) in _SUFFIXES:
        found.insert(0, kept.pop())
    return kept, found


def _last_first(last: str, first: str, suffixes: list[str]) -> NameParts:
    before, last_words = _take_titles(last.split())
    prefix, first_words = _take_titles(first.split())
    if first_words and len(first_words) == 1 and _is_title(first_words[0]):
        prefix, first_words = first, []  # "Smith, Dr."
    last_words, more = _take_suffixes([*last_words, ""][:-1])
    return NameParts(
        prefix=" ".join(part for part in (before, prefix) if part),
        first=" ".join(first_words),
        last=" ".join(last_words),
        suffix=" ".join([*more, *suffixes]),
    )


def _in_order(text: str, suffixes: list[str]) -> NameParts:
    prefix, words = _take_titles(text.split())
    words, more = _take_suffixes(words)
    suffix = " ".join([*more, *suffixes])
    cut = _where_last_begins(words)
    if cut is None:
        return NameParts(prefix=prefix, suffix=suffix)
    first, last = words[:cut], words[cut:]
    if _shouted(first) and not _shouted(last):
        first, last = last, first  # "DUPONT Jean": capitals mark the family name
    return NameParts(prefix=prefix, first=" ".join(first), last=" ".join(last), suffix=suffix)


def _shouted(words: list[str]) -> bool:
    text = "".join(words).replace("-", "").replace("'", "")
    return len(text) > 1 and text.isupper() and not all(_INITIAL.fullmatch(word) for word in words)


def _where_last_begins(words: list[str]) -> int | None:
    """Give the place of the first word of the family name, or None where nobody can tell."""
    if len(words) < 2:
        return None
    particle = next(
        (i for i, word in enumerate(words) if 0 < i < len(words) - 1 and _is_particle(word)), None
    )
    if particle is not None and not has_persian(words[0]):
        return particle
    if len(words) == 2:
        return 1
    if has_persian(" ".join(words)):
        return _where_persian_last_begins(words)
    capitals = [i for i, word in enumerate(words) if _shouted([word])]
    if len(capitals) == 1 and capitals[0] in (0, len(words) - 1):
        return max(1, capitals[0])
    if all(_INITIAL.fullmatch(word) for word in words[1:-1]) or all(
        _INITIAL.fullmatch(word) for word in words[:-1]
    ):
        return len(words) - 1
    return None


def _where_persian_last_begins(words: list[str]) -> int | None:
    keys = [_key(word) for word in words]
    given = 1
    while (
        given < len(words) - 1 and keys[given - 1] in _PERSIAN_LEADING and keys[given] in _PERSIAN_FOLLOWING
    ):
        given += 1
    if keys[0] in ("سید", "سیده", "میر") and given == 1:
        given = 2
    left = len(words) - given
    if left == 1 or (left == 2 and keys[-1] in _PERSIAN_LAST_ENDINGS):
        return given
    return None
