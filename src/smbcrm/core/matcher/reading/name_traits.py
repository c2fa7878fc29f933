"""The names of all rows made comparable: people by given name and surname, firms by the words that tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from smbcrm.core.bulk import once
from smbcrm.core.matcher.reading.codes import Array, Distinct, encode
from smbcrm.core.matcher.reading.met_pairs import MetPairs
from smbcrm.core.naming.far_east import FAMILIES_OF_THE_EAST, is_given_name_of_the_east
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
from smbcrm.core.naming.person_names import PersonName
from smbcrm.core.naming.slips import in_letters, in_letters_of_a_table, writes_syllables
from smbcrm.core.naming.sounds import one_spelling, other_sound, word_sound
from smbcrm.core.naming.tables.titles import MENS_NAMES
from smbcrm.core.naming.titles import WOMAN, addressed_as
from smbcrm.core.records import Records

_PETS = 6
_FEW_WIVES, _OFTEN_WIVES = 2, 0.1  # women addressed by a man's name, and their share
HARDLY_ANYBODY = 2  # last names that a word stands beside: a slip of the keyboard seldom comes twice


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
    eastern: Array  # a first name of one syllable or two, as in China and Korea: see core/naming/far_east.py
    persian: Array
    people: Array
    initial: Array  # the first letter
    first_sound: Array  # the sound of the first letter
    short: Array  # one letter only
    texts: Array  # the words as an array
    length: Array
    numbered: Array  # with a digit in it
    in_letters: Array  # the word with letters for the digits that look like them
    letters: Array  # the letters a word is made of, as a set of bits
    syllables: Array  # every sign is a syllable or a word: see core/naming/slips.py
    mens: Array  # a first name that only men bear
    keep_last_names: Array  # a first name whose bearers keep their last name when they marry
    spelled: Array  # the same for letters of one sound in one script
    itself: Array  # which name a word is, however it is spelled, and of a first name of two parts which ones these are; 0 for none
    first_half: Array
    second_half: Array
    tabled: Array  # in letters for which the tables hold names
    # How pairs of these words agree, as far as it was asked.
    met: MetPairs = field(default_factory=MetPairs, init=False)


def addressed(records: Records) -> Array:
    """Tell for every row whether its titles address a man (1), a woman (2) or a couple (3)."""
    import numpy as np

    read = list(zip(records.name, records.first_name, records.name_prefix))
    return np.fromiter(once(read, lambda names: addressed_as(*names)), dtype=np.int8, count=len(records))


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


def read_names(names: Distinct[PersonName], fair: Array) -> tuple[Array, Array, Array, Array, Words]:
    """Number given names, surnames, middle names and the last words of surnames in one vocabulary; their bearers are counted among the `fair` rows."""
    import numpy as np

    parts = [(n.given, n.surname, n.middle, n.ends) for n in names.values]
    column = encode([part for side in zip(*parts) for part in side])
    given, surname, middle, ends = (codes[names.rows] for codes in np.split(column.codes, 4))
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
    itself, first_half, second_half = _parts(values)
    eastern = _eastern(given, surname, values)
    words = Words(
        values=values,
        sound=sounds,
        other_sound=np.where(others > 0, others, -1),
        pets=pets,
        heads=np.array([whole_names.get(word, 0) for word in values], dtype=np.int32),
        torn=np.array([word in tables for word in values])
        & (pets[:, 1] > 0)
        & (pets[:, 1] <= len(whole_names)),
        known=np.array(known) | eastern,
        eastern=eastern,
        persian=np.array([not word.isascii() for word in values]),
        people=_bearers(given[fair], surname[fair], len(values)),
        initial=encode([word[:1].replace("آ", "ا") for word in values]).codes,
        first_sound=encode([word_sound(word[:1])[:1] for word in values]).codes,
        short=np.array([len(word) == 1 for word in values]),
        texts=np.array(values, dtype=object),
        length=np.array([len(word) for word in values]),
        numbered=np.array([any(map(str.isdecimal, word)) for word in values]),
        in_letters=encode([in_letters(word) if not word.isalpha() else word for word in values]).codes,
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
    return given, surname, middle, ends, words


def _parts(values: Sequence[str]) -> list[Array]:
    """Number which name each word is, and which ones its two parts are."""
    import numpy as np

    halves = [name_halves(word) for word in values]
    return np.split(
        encode([*map(name_itself, values), *(half for side in zip(*halves) for half in side)]).codes, 3
    )


def _eastern(given: Array, surname: Array, values: Sequence[str]) -> Array:
    """Tell which words are made as first names of China and Korea, and mostly stand beside a last name from there.

    One Kim Jansen makes no first name of Jansen, which many others bear.
    """
    import numpy as np

    family = np.array([word in FAMILIES_OF_THE_EAST for word in values])
    words = np.concatenate([given, surname])
    there = words[np.concatenate([family[surname], family[given]])]
    mostly = 2 * np.bincount(there, minlength=len(values)) > np.bincount(words, minlength=len(values))
    found = np.zeros(len(values), dtype=bool)
    for first, last in ((given, surname), (surname, given)):
        here = np.flatnonzero(family[last] & mostly[first])
        for word, beside in set(zip(first[here].tolist(), last[here].tolist())):
            found[word] |= is_given_name_of_the_east(values[word], values[beside])
    return found


def letter_set(word: str) -> int:
    """Give the letters of a word as bits of a number; two of them may share one."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 31)
    return found


def _bearers(given: Array, surname: Array, size: int) -> Array:
    """Count for every word the different people who bear it, by the names it stands beside."""
    import numpy as np

    one = np.concatenate([given, surname]).astype(np.int64)
    other = np.concatenate([surname, given]).astype(np.int64)
    distinct = np.unique((one << 32) | other)
    return np.bincount(distinct >> 32, minlength=size)
