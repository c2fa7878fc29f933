"""Kinds of streets where other languages have them: before the name, behind it, and run into its end."""

from __future__ import annotations

import re

from smbcrm.core.naming.tables.streets import KINDS_AT_THE_END, KINDS_IN_FRONT, STREET_WORDS

_SHORTEST_NAME = 3  # letters of the word behind a kind that is written with two letters or one
_SHORT_KIND = 2
_OF = frozenset(["de", "da", "do", "di"])  # R. do Sol, av. de la Paz
_STOPS = re.compile(r"[.\-]")
# Kinds that are written with a stop or a hyphen within, which parts the word: P.zza, V.le, пр-т.
_PARTED = re.compile(r"(?:p\.z?za|v\.le|c\.so|p\.le|пр-к?т|б-р)\b", re.IGNORECASE)
_FLOOR = re.compile(r"\b(\d{1,2})\s?[ºª°]")
_WALK = re.compile(r"\bpº", re.IGNORECASE)
_HOUSE_AND_FLAT = re.compile(r"(?<=\d)\s?/\s?(?=\d{1,5}\s*\Z)")
_RUSSIAN_FLAT = re.compile(r"(?<=\d)-(?=\d{1,5}\s*\Z)")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
# Alone they are a kind of street whose name was left out: 27, rue.
_NO_NAMES = KINDS_IN_FRONT.keys() - (STREET_WORDS.keys() - {"rue", "calle", "via", "rua"})
_ALSO_NUMBER = frozenset(["bis", "ter", "quater"])


def with_plain_signs(text: str) -> str:
    """Write out what signs tell in an address: the flat behind a house number, a floor, a kind of street with a stop within.

    >>> with_plain_signs("ul. Polna 3/4"), with_plain_signs("Calle Mayor 3, 4º"), with_plain_signs("3/12 Elm St"), with_plain_signs("P.zza Roma 5")
    ('ul. Polna 3 apt 4', 'Calle Mayor 3,  apt 4 ', '3/12 Elm St', 'Pzza Roma 5')
    """
    if "/" in text and text[:1].isalpha():
        text = _HOUSE_AND_FLAT.sub(" apt ", text)
    if not text.isascii():
        text = _FLOOR.sub(r" apt \1 ", _WALK.sub("paseo", text))
        if "-" in text and _CYRILLIC.search(text):
            text = _RUSSIAN_FLAT.sub(" apt ", text)
    if "." in text or "-" in text:
        text = _PARTED.sub(lambda found: _STOPS.sub("", found[0]), text)
    return text


def numbers_joined(words: list[str]) -> list[str]:
    """Write what goes on with a house number to it: 12 bis.

    >>> numbers_joined("12 bis rue pasteur".split()), numbers_joined("12 elm ter".split())
    (['12bis', 'rue', 'pasteur'], ['12', 'elm', 'ter'])
    """
    if _ALSO_NUMBER.isdisjoint(words):
        return words
    joined: list[str] = []
    for word in words:
        if joined and word in _ALSO_NUMBER and joined[-1].isdecimal():
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def kind_and_name(words: list[str]) -> tuple[str, list[str]]:
    """Part the kind of a street from the words that name it; no kind where none is told, or it is all there is.

    >>> kind_and_name(["church", "road"]), kind_and_name(["rue", "pasteur"]), kind_and_name(["linden", "allee"])
    (('rd', ['church']), ('st', ['pasteur']), ('al', ['linden']))
    >>> kind_and_name(["lindenstr"]), kind_and_name(["невский", "пр"]), kind_and_name(["c", "street"]), kind_and_name(["spring"])
    (('st', ['linden']), ('av', ['невский']), ('st', ['c']), ('', ['spring']))
    >>> kind_and_name(["rue"]), kind_and_name(["avenue"])
    (('st', []), ('', ['avenue']))
    >>> kind_and_name(["خیابان", "حافظ"]), kind_and_name(["خیابان", "حافظ", "کوچه", "لاله"])[0]
    (('st', ['حافظ']), '')
    """
    if len(words) == 1 and words[0] in _NO_NAMES:
        return KINDS_IN_FRONT[words[0]], []
    if len(words) > 1:
        if words[-1].isascii() and words[-1] in STREET_WORDS and words[-1] not in KINDS_AT_THE_END:
            return STREET_WORDS[words[-1]], words[:-1]
        for place, word in enumerate(words[1:], 1):
            if word in KINDS_AT_THE_END:
                return KINDS_AT_THE_END[word][0], words[:place] + words[place + 1 :]
        if _is_kind_in_front(words):
            several = not words[0].isascii() and not KINDS_IN_FRONT.keys().isdisjoint(words[1:])
            return "" if several else KINDS_IN_FRONT[words[0]], words[1:]
    for place, word in enumerate(words):
        for ending, (kind, least) in KINDS_AT_THE_END.items() if word.isascii() and word.isalpha() else ():
            name = word.removesuffix(ending)
            if least <= len(name) < len(word):
                return kind, [*words[:place], name, *words[place + 1 :]]
    return "", words


def _is_kind_in_front(words: list[str]) -> bool:
    """Tell whether a kind of street stands before a name: one that is written with a letter or two before a whole word only."""
    if words[0] not in KINDS_IN_FRONT or not words[1][:1].isalpha():
        return False
    return len(words[0]) > _SHORT_KIND or len(words[1]) >= _SHORTEST_NAME or words[1] in _OF
