"""The names of all rows made comparable: people by given name and surname, firms by the words that tell them apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from smbcrm.core.matcher.reading.codes import Array, encode
from smbcrm.core.matcher.reading.firms_beside import Firm, firms_beside
from smbcrm.core.naming.firm_names import firm_words, is_person_after_all, looks_like_firm
from smbcrm.core.naming.given_names import (
    is_hers,
    keeps_last_name,
    known_given_names,
    misspelled_groups,
    name_halves,
    name_itself,
    pet_groups,
    whole_name_groups,
)
from smbcrm.core.naming.kin import WIFE
from smbcrm.core.naming.person_names import NO_NAME, SPECIAL_WORDS, PersonName, person_name
from smbcrm.core.naming.slips import in_letters_of_a_table, writes_syllables
from smbcrm.core.naming.sounds import name_words, one_spelling, other_sound, word_sound
from smbcrm.core.naming.tables.firms import (
    DESK_WORDS,
    FIRM_WORDS,
    LEGAL_FORMS,
    SITE_WORDS,
)
from smbcrm.core.naming.tables.titles import MENS_NAMES
from smbcrm.core.naming.titles import WOMAN, addressed_as
from smbcrm.core.records import Records

_SPOKEN_LETTERS, _SEVERAL = 4, 3
# How a firm is introduced, and a legal form of two or three capitals behind a name.
_FIRM_IN_FRONT = re.compile(r"\s*(?:m/s\.?|messrs\.?|fa\.|firma|ets\.?|ditta|фирма)\s+\w", re.IGNORECASE)
_FIRM_BEHIND = re.compile(r"(?P<person>[^()\[\]]+?)(?:\s*[(\[]|\s[-–—]\s)(?P<firm>[^()\[\]]+)[)\]]?\s*")
_CAPITALS = re.compile(r"[A-Z]{2,3}")
_AND_COMPANY = (" co.", "& co", " a.e.", " α.ε.", " e.k.", " s.a.", " s.p.a.", " a.ş.")
_PETS = 6
_FEW_WIVES, _OFTEN_WIVES = 2, 0.1  # women addressed by a man's name, and their share
_AS_GIVEN = 1.0  # bits by which a word is rather used as a given name


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words that given names and surnames share, with their sound, pet forms and how many people bear them."""

    values: list[str]
    sound: Array
    other_sound: Array  # the same as some write it in Latin; where nobody does, a number that no sound has
    pets: Array
    heads: Array  # the group of pet forms that a word is the whole name of; 0 for none
    torn: Array  # a pet form of several names
    known: Array
    persian: Array
    people: Array
    initial: Array  # the first letter
    first_sound: Array  # the sound of the first letter
    short: Array  # one letter only
    texts: Array  # the words as an array
    length: Array
    numbered: Array  # with a digit in it
    letters: Array  # the letters a word is made of, as a set of bits
    syllables: Array  # every sign is a syllable or a word: see core/naming/slips.py
    mens: Array  # a first name that only men bear
    keep_last_names: Array  # a first name whose bearers keep their last name when they marry
    spelled: Array  # the same for letters of one sound in one script
    itself: Array  # which name a word is, however it is spelled, and of a first name of two parts which ones these are; 0 for none
    first_half: Array
    second_half: Array
    tabled: Array  # in letters for which the tables hold names


def people_and_firms(
    records: Records,
) -> tuple[list[PersonName], list[tuple[str, ...]], Array, frozenset[str]]:
    """Decide for every row whether it is a person or a firm, and take its name apart accordingly.

    Give the words for firms, too, that the list writes in Latin as they sound.
    """
    import numpy as np

    lists_firms = _lists_of_firms(records)
    heard = _firm_words_as_they_sound(records)
    towns = frozenset("".join(name_words(city)) for city in set(records.city))
    with_middles = _lists_of_middle_names(records)
    rows = zip(records.name, records.first_name, records.last_name, records.company, records.source)
    read: dict[tuple[str, str, str, str, bool, bool], tuple[PersonName, tuple[str, ...]]] = {}
    names: list[PersonName] = []
    firms: list[tuple[str, ...]] = []
    for name, first, last, company, source in rows:
        key = (
            name,
            first,
            last,
            company if not name or company == name or _names_a_desk(name) else "",
            lists_firms.get(source, False),
            source in with_middles,
        )
        found = read.get(key)
        if found is None:
            found = read[key] = _read_name(*key, towns, heard)
        names.append(found[0])
        firms.append(found[1])
    _firms_without_form(records, names, firms)
    firms_beside(records, names, firms)
    return names, firms, np.fromiter((bool(words) for words in firms), dtype=bool, count=len(firms)), heard


def _lists_of_middle_names(records: Records) -> set[int]:
    """Tell which sources write something between first and last name, each in a column of its own."""
    rows = zip(records.name, records.first_name, records.last_name, records.source)
    return {
        source
        for name, first, last, source in rows
        if first and last and len(name) > len(first) + len(last) + 2 and name[: len(first)] == first
    }


def addressed(records: Records) -> Array:
    """Tell for every row whether its titles address a man (1), a woman (2) or a couple (3)."""
    import numpy as np

    read = zip(records.name, records.first_name, records.name_prefix)
    return np.fromiter((addressed_as(*names) for names in read), dtype=np.int8, count=len(records))


def with_wives(kin: Array, addressed: Array, given: Array, words: Words) -> Array:
    """Count a woman who is addressed by a man's name among the relatives: Mrs John Smith is his wife.

    In a list where many are so addressed the titles are wrong.
    """
    import numpy as np

    women = addressed == WOMAN
    wives = women & words.mens[given]
    if wives.sum() > max(_FEW_WIVES, _OFTEN_WIVES * women.sum()):
        return kin
    return np.where((kin == 0) & wives, WIFE, kin).astype(kin.dtype)


def _firm_words_as_they_sound(records: Records) -> frozenset[str]:
    """Find the Latin words that sound like a word for a firm which this list writes in other letters: Sherkat, Magazin, Apteka.

    Such a word stands before or behind several names and is nobody's given name.
    """
    texts = {text for texts in (records.name, records.company) for text in texts}
    other = [text for text in texts if not text.isascii()]
    used = (FIRM_WORDS | LEGAL_FORMS).intersection(word for text in other for word in name_words(text))
    spoken = {word for word in used if not word.isascii() and len(word) >= _SPOKEN_LETTERS}
    if not spoken:
        return frozenset()
    sounds = {sound for word in spoken for sound in (word_sound(word), other_sound(word)) if sound}
    beside: dict[str, set[str]] = {}
    for text in texts:
        if text.isascii() and len(words := name_words(text)) > 1:
            for word, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
                if len(word) >= _SPOKEN_LETTERS and word_sound(word) in sounds:
                    beside.setdefault(word, set()).add(" ".join(rest))
    known = known_given_names()
    return frozenset(word for word, rest in beside.items() if len(rest) >= _SEVERAL and word not in known)


def _firms_without_form(records: Records, names: list[PersonName], firms: list[tuple[str, ...]]) -> None:
    """Take a name for a firm's where a firm of this list is called so: Jogat Shipping Ltd, Jogat Shipping.

    A single word that is a person's name here, or anywhere, stays one: Schmidt may be of Schmidt Ltd, or no more than his namesake.
    """
    known = known_given_names()
    own = (words for words in set(firms) if words)
    named = {
        "".join(words): words
        for words in own
        if known.isdisjoint(words) or (len(words) == 2 and words[1] in FIRM_WORDS)
    }
    if not named:
        return
    people: set[str] = set()
    if any(len(words) == 1 for words in named.values()):
        people.update(part for n in names if n.given and n.surname for part in (n.given, n.surname))
    for row, name in enumerate(names):
        if name.trusted or firms[row]:
            continue
        words = named.get(name.given + name.middle + name.surname) or _without_form(records.name[row], named)
        if words and (len(words) > 1 or words[0] not in people):
            names[row], firms[row] = NO_NAME, words


def _without_form(text: str, named: Mapping[str, Firm]) -> Firm | None:
    """Give the firm that a name is once its legal form is left out, where no form makes it a firm's: پارس گستر (سهامی خاص)."""
    words = name_words(text)
    return named.get("".join(firm_words(text))) if not LEGAL_FORMS.isdisjoint(words) else None


def _names_a_branch(words: Sequence[str], towns: frozenset[str]) -> bool:
    """Tell whether a name ends with a town or a quarter and holds no name of a person: Whitcombe Carpets North."""
    if len(words) < 3 or not (words[-1] in towns or words[-1] in SITE_WORDS):
        return False
    return known_given_names().isdisjoint(words[:-1]) and all(len(word) > 2 for word in words)


def _read_name(
    name: str,
    first: str,
    last: str,
    company: str,
    list_of_firms: bool,
    list_of_middles: bool,
    towns: frozenset[str],
    heard: frozenset[str],
) -> tuple[PersonName, tuple[str, ...]]:
    """Take one name apart: as a person's, or as the words of a firm; what stands as `company` too, or there alone, is a firm's."""
    if first or last:
        return person_name(name, first, last, middles=list_of_middles), ()
    if company and name != company and _names_a_desk(name):
        name = ""
    if name.isascii() and name.count(" ") == 1 and name.replace(" ", "").isalpha() and not list_of_firms:
        one, two = name.lower().split(" ")
        if one and two and SPECIAL_WORDS.isdisjoint((one, two)) and heard.isdisjoint((one, two)):
            return PersonName(one, two), ()
    # In a list of firms it is a firm that runs another: Dennis House - Davis Day Care.
    if not list_of_firms and (person := _before_firm(name)) is not None:
        return person_name(person), ()
    title = name or company
    spoken = bool(heard) and not heard.isdisjoint(name_words(name))
    if title and (
        company or spoken or _is_firm(name, list_of_firms) or _names_a_branch(name_words(name), towns)
    ):
        return NO_NAME, tuple(firm_words(title))
    return person_name(name), ()


def _is_firm(name: str, list_of_firms: bool) -> bool:
    words = name_words(name)
    if _FIRM_IN_FRONT.match(name) or _ends_on_a_form(name, words):
        return True
    if looks_like_firm(words) or (len(words) > 1 and name.rstrip().casefold().endswith(_AND_COMPANY)):
        return list_of_firms or not is_person_after_all(words)
    return list_of_firms


@lru_cache(maxsize=1 << 16)
def _names_a_desk(name: str) -> bool:
    return DESK_WORDS.issuperset(name_words(name))


def _before_firm(name: str) -> str | None:
    """Give the person of a name that tells the firm behind it: Anna Reed (Bluebell Cafe)."""
    found = _FIRM_BEHIND.fullmatch(name)
    if not found or not looks_like_firm(name_words(found["firm"])):
        return None
    words = name_words(found["person"])
    person = len(words) > 1 and not looks_like_firm(words) and not known_given_names().isdisjoint(words)
    return found["person"] if person else None


def _ends_on_a_form(name: str, words: Sequence[str]) -> bool:
    """Tell whether a name of no known person ends on a legal form in capitals, the rest not being in capitals: Nordic Parts AB."""
    last = name.rsplit(None, 1)[-1] if name.strip() else ""
    if len(words) < 2 or not _CAPITALS.fullmatch(last) or words[-1] not in LEGAL_FORMS or name.isupper():
        return False
    return known_given_names().isdisjoint(words[:-1]) and min(map(len, words)) > 1


def _lists_of_firms(records: Records) -> dict[int, bool]:
    """Tell which sources list firms: few of their names hold a known given name, many a word such as shop or clinic."""
    known = known_given_names()
    tally: dict[int, list[int]] = {}
    seen: set[tuple[int, str]] = set()
    for name, first, last, source in zip(records.name, records.first_name, records.last_name, records.source):
        if not name or first or last or (source, name) in seen:
            continue
        seen.add((source, name))
        counts = tally.setdefault(source, [0, 0, 0])
        if counts[0] >= 3000:
            continue
        words = name_words(name)
        counts[0] += 1
        counts[1] += any(word in known for word in (words[:2] + words[-1:])) or any(
            len(w) == 1 for w in words[:1]
        )
        counts[2] += looks_like_firm(words) or len(words) == 1 or len(words) > 4
    return {
        source: firms > max(people * 1.2, 0.1 * total) for source, (total, people, firms) in tally.items()
    }


def read_names(names: Sequence[PersonName], fair: Array) -> tuple[Array, Array, Array, Words]:
    """Number given names, surnames and middle names in one vocabulary; their bearers are counted among the `fair` rows."""
    import numpy as np

    count = len(names)
    column = encode([n.given for n in names] + [n.surname for n in names] + [n.middle for n in names])
    given, surname, middle = (column.codes[start : start + count] for start in (0, count, 2 * count))
    values = column.values
    both_ways = [word_sound(word) for word in values] + [other_sound(word) for word in values]
    sounds, others = np.split(encode(both_ways).codes, 2)
    groups, tables, whole_names = pet_groups(), known_given_names(), whole_name_groups()
    known = [word in tables or is_hers(word) for word in values]
    pets = np.zeros((len(values), _PETS), dtype=np.int32)
    for code, word in enumerate(values):
        found = groups.get(word) or (() if known[code] else misspelled_groups(word))
        if found:
            pets[code, : len(found[:_PETS])] = found[:_PETS]
    halves = [name_halves(word) for word in values]
    parts = [*map(name_itself, values), *(half for side in zip(*halves) for half in side)]
    itself, first_half, second_half = np.split(encode(parts).codes, 3)
    words = Words(
        values=values,
        sound=sounds,
        other_sound=np.where(others > 0, others, -1),
        pets=pets,
        heads=np.array([whole_names.get(word, 0) for word in values], dtype=np.int32),
        torn=np.array([word in tables for word in values])
        & (pets[:, 1] > 0)
        & (pets[:, 1] <= len(whole_names)),
        known=np.array(known),
        persian=np.array([not word.isascii() for word in values]),
        people=_bearers(given[fair], surname[fair], len(values)),
        initial=encode([word[:1].replace("آ", "ا") for word in values]).codes,
        first_sound=encode([word_sound(word[:1])[:1] for word in values]).codes,
        short=np.array([len(word) == 1 for word in values]),
        texts=np.array(values, dtype=object),
        length=np.array([len(word) for word in values]),
        numbered=np.array([any(map(str.isdecimal, word)) for word in values]),
        letters=np.array([letter_set(word) for word in values], dtype=np.int64),
        syllables=np.array([writes_syllables(word) for word in values]),
        mens=np.array([word in MENS_NAMES for word in values]),
        keep_last_names=np.array([keeps_last_name(word) for word in values]),
        spelled=encode([one_spelling(word) for word in values]).codes,
        itself=itself,
        first_half=first_half,
        second_half=second_half,
        tabled=np.array([in_letters_of_a_table(word) for word in values]),
    )
    return given, surname, middle, words


def letter_set(word: str) -> int:
    """Give the letters of a word as bits of a number; two of them may share one."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 31)
    return found


def _leaning(given: Array, surname: Array, words: Words, weight: Array) -> Array:
    """Tell for every word how much more it is used as a given name than as a surname, in bits."""
    import numpy as np

    size = len(words.values)
    first = np.bincount(given, weights=weight, minlength=size) + 1 + 4 * words.known
    last = np.bincount(surname, weights=weight, minlength=size) + 1
    leaning = np.log2(first / last)
    leaning[0] = 0
    return leaning


def in_order(given: Array, surname: Array, words: Words, trusted: Array, fair: Array) -> tuple[Array, Array]:
    """Put given name and surname in order where a name was written the other way round."""
    import numpy as np

    lone = ((given > 0) != (surname > 0)) & ~words.short[np.maximum(given, surname)]
    # A word alone stands where it was found first, which says nothing about what it is.
    leaning = _leaning(given, surname, words, fair * np.where(trusted, 2.0, np.where(lone, 0.0, 1.0)))
    both = (given > 0) & (surname > 0) & ~words.short[given] & ~words.short[surname]
    turn = both & (leaning[surname] - leaning[given] > np.where(trusted, 4.0, 2.0))
    # A known given name behind a word that is none: a family all written the other way round makes its name look like a given one.
    turn |= both & ~trusted & words.known[surname] & ~words.known[given] & (leaning[surname] > _AS_GIVEN)
    # A lone initial stands for the given name.
    turn |= ~trusted & words.short[surname] & ~words.short[given] & (given > 0) & (surname > 0)
    turn |= lone & (surname == 0) & (leaning[given] <= np.where(trusted, -2.0, -0.5))
    turn |= lone & (given == 0) & (leaning[surname] >= np.where(trusted, 4.0, 2.0))
    return np.where(turn, surname, given), np.where(turn, given, surname)


def surname_like(given: Array, surname: Array, words: Words, fair: Array) -> Array:
    """Tell for every name word whether it is rather a surname in this table."""
    return _leaning(given, surname, words, fair.astype(float)) < 0.5


def _bearers(given: Array, surname: Array, size: int) -> Array:
    """Count for every word the different people who bear it, by the names it stands beside."""
    import numpy as np

    one = np.concatenate([given, surname]).astype(np.int64)
    other = np.concatenate([surname, given]).astype(np.int64)
    distinct = np.unique((one << 32) | other)
    return np.bincount(distinct >> 32, minlength=size)
