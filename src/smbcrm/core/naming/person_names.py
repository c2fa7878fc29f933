"""Names of people taken apart to be compared: given name, surname and what stands between and behind.

What is compared is folded and joined; titles and degrees are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from smbcrm.core.naming.articles import words_of_a_name
from smbcrm.core.naming.far_east import FAMILIES_OF_THE_EAST, vietnamese_name
from smbcrm.core.naming.given_names import is_compound, known_given_names
from smbcrm.core.naming.plain_words import SPECIAL_WORDS, bare_words, plain_words
from smbcrm.core.naming.remarks import without_remark
from smbcrm.core.naming.sounds import name_words
from smbcrm.core.naming.tables.firms import LEGAL_FORMS
from smbcrm.core.naming.tables.given import NO_LAST_NAME, OF_THE_HOUSE, UNNAMED
from smbcrm.core.naming.tables.titles import (
    DEGREES,
    GENERATIONS,
    PARTICLES,
    REMARKS,
    TITLES,
    TITLES_OF_LAST_NAMES,
)
from smbcrm.core.naming.titles import NO_LAST_NAMES, are_ranks, are_titles, before_rank


def name_bag(name: str) -> str:
    """Give the words of a long name in alphabetical order, joined: the same whatever order they were written in.

    With an initial among them there is none: whose it is is not told.

    >>> name_bag("رضا زاده نرگس") == name_bag("نرگس رضا زاده")
    True
    >>> name_bag("Ali Rezaei"), name_bag("E de Roo")
    ('', '')
    """
    if name.count(" ") < 2:
        return ""
    words, _, _ = bare_words(words_of_a_name(name))
    told = len(words) > 2 and all(len(word) > 1 or word in _JOINING_LETTERS for word in words)
    return "".join(sorted(words)) if told else ""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, folded and joined: `given` may be an initial, parts that are not there are empty."""

    given: str = ""
    surname: str = ""
    middle: str = ""
    generation: int = 0
    trusted: bool = False  # which part is which was written down, by a column or a comma
    ends: str = field(default="", repr=False, compare=False)  # the last word of a surname of several


_JOINING_LETTERS = frozenset(["y", "и"])  # of partners
_UNNAMED = frozenset(UNNAMED.split())
_UNNAMED_AND_BESIDE = _UNNAMED.union(OF_THE_HOUSE.split())
_NO_LAST_NAME = frozenset(NO_LAST_NAME.split())
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_SHORTEST_SHOUTED, _VOWELS = 3, frozenset("aeiouy")
NO_NAME = PersonName()
_AFTER_COMMA = DEGREES | GENERATIONS.keys()


def person_name(name: str, first: str = "", last: str = "", *, middles: bool = False) -> PersonName:
    """Take a person's name apart; columns of their own for first and last name are trusted.

    Several words in the first-name column beside an empty last-name column are the whole name. In a list of `middles` an initial
    beside a first or last name alone stands in their column.

    >>> person_name("Dr. Ali Rezaei")
    PersonName(given='ali', surname='rezaei', middle='', generation=0, trusted=False)
    >>> person_name("Mr Smith").surname, person_name("آقای رضایی").surname, person_name("آقا رضا").given
    ('smith', 'رضایی', 'رضا')
    >>> person_name("Rezaei, Ali").given, person_name("سیدمحمد بیات").given
    ('ali', 'محمد')
    >>> person_name("محمد مهدی پارسا")
    PersonName(given='محمدمهدی', surname='پارسا', middle='', generation=0, trusted=False)
    >>> person_name("John Q. Smith Jr.")
    PersonName(given='john', surname='smith', middle='q', generation=1, trusted=False)
    >>> person_name("", "علی رضایی") == person_name("علی رضایی")
    True
    >>> person_name("John Q. Smith", "John", "Smith").middle
    'q'
    >>> person_name("John Q.", "John").surname, person_name("John Q.", "John", middles=True).middle
    ('q', 'q')
    >>> person_name("Sir John Smith, 3rd Baronet", "Sir", "Baronet") == person_name("John Smith")
    True
    >>> person_name("Ana Not Known", "Ana", "Not Known").surname, person_name("علی نامشخص", "علی", "نامشخص").surname
    ('', '')
    >>> person_name("Mr Smith", "Mr", "Smith")
    PersonName(given='', surname='smith', middle='', generation=0, trusted=True)
    >>> person_name("علی رضایی (کفش)").surname, person_name("آقای رضایی (کفش)").surname, person_name("", "Ali", "Rezaei (shoes)").surname
    ('رضایی', 'رضایی', 'rezaei')
    >>> person_name("NOËL William").surname, person_name("William NOËL").surname, person_name("WANG Xiaoming").given
    ('noel', 'noel', 'xiaoming')
    """
    if first and not last and (whole := _whole_first(name, first, middles=middles)):
        return _from_words(*whole)
    if last and not first:
        first = _beside_last(name, last, middles=middles)
    if first or last:
        return _of_two_columns(name, first, last, middles=middles)
    return _of_one_column(name if name.replace(" ", "").isalpha() else before_rank(without_remark(name)))


def _of_two_columns(name: str, first: str, last: str, *, middles: bool) -> PersonName:
    """Take a name apart by its columns for first and last name."""
    firsts, lasts = (
        words_of_a_name(first, family=last),
        words_of_a_name(without_remark(last, least=1), behind=True),
    )
    beside = len(name.split()) - len(lasts)
    if are_titles(firsts) or are_ranks(lasts, beside=beside):
        return _behind_titles(name, lasts)
    givens, generation = plain_words(firsts)
    unknown = "".join(lasts) in _NO_LAST_NAME
    lasts, generation2 = (lasts, 0) if unknown else plain_words(lasts)
    middle = _between(name, givens, lasts, middles=middles)
    given, second = _split_given([] if _names_nobody(givens) else givens)
    surname = "" if unknown else "".join(lasts)
    return PersonName(given, surname, second or middle, generation or generation2, True, _end_of(lasts))


def _of_one_column(name: str) -> PersonName:
    """Take a whole name apart: by capitals, a comma, a title, else by the order of its words."""
    if (shouted := _in_capitals(name)) is not None:
        (givens, generation), (lasts, _) = map(plain_words, shouted)
        given, middle = _split_given(givens)
        return PersonName(given, "".join(lasts), middle, generation, trusted=True)
    comma = name.find(",") if "," in name else name.find("،")
    if comma > 0:
        lasts, generation = plain_words(words_of_a_name(name[:comma], behind=True))
        givens, generation2 = plain_words(words_of_a_name(name[comma + 1 :]))
        if givens and lasts and not set(givens) <= _AFTER_COMMA:
            given, middle = _split_given(givens)
            return PersonName(given, "".join(lasts), middle, generation or generation2, True, _end_of(lasts))
    every = words_of_a_name(name)
    words, generation = plain_words(every)
    if len(words) == 1 and every[0] in TITLES_OF_LAST_NAMES:
        return PersonName("", words[0], "", generation, trusted=True)
    if len(words) == 1 and every[0] in TITLES and words[0] not in known_given_names():
        return PersonName("", words[0], "", generation)
    return _from_words(words, generation)


def _end_of(lasts: list[str]) -> str:
    """Give the last of several words of a last name: Teixeira Vieira is called Vieira as well, and van Dijk Dijk."""
    return lasts[-1] if len(lasts) > 1 else ""


def _in_capitals(name: str) -> tuple[list[str], list[str]] | None:
    """Give the words of the first and of the last name where the last name alone is in capitals.

    >>> _in_capitals("de la TOUR Anne"), _in_capitals("JEAN NOËL"), _in_capitals("Jean Noël MD"), _in_capitals("JP Morgan")
    (None, None, None, None)
    >>> _in_capitals("Anne DE LA TOUR"), _in_capitals("MARIA Lopez"), _in_capitals("MARTIN Jean")
    ((['anne'], ['de', 'la', 'tour']), None, (['jean'], ['martin']))
    """
    words = name.split()
    if len(words) < 2 or name.isupper() or name.islower() or name.istitle():
        return None
    loud = [word.isupper() and len(word.strip(".")) > 1 for word in words]
    if loud[0]:
        count = loud.index(False) if False in loud else 0
        lasts, givens, rest = words[:count], words[count:], loud[count:]
    else:
        count = loud.index(True) if True in loud else 0
        givens, lasts, rest = words[:count], words[count:], [not one for one in loud[count:]]
    if not lasts or not givens or any(rest) or not any(map(_is_shouted, lasts)):
        return None
    known = known_given_names()
    if known.issuperset(name_words(" ".join(lasts))) and known.isdisjoint(name_words(" ".join(givens))):
        return None  # MARIA Lopez: somebody's capitals slipped, they tell nothing
    return words_of_a_name(" ".join(givens)), words_of_a_name(" ".join(lasts), behind=True)


def _is_shouted(word: str) -> bool:
    """Tell whether a word in capitals is a name: no initials, degree, rank or form of a firm."""
    plain = "".join(name_words(word))
    if _INITIALS.fullmatch(word):
        return False
    if plain in SPECIAL_WORDS or plain in LEGAL_FORMS or plain in REMARKS or not plain.isalpha():
        return False
    if len(plain) < _SHORTEST_SHOUTED:
        return plain in FAMILIES_OF_THE_EAST
    return not plain.isascii() or not _VOWELS.isdisjoint(plain)


def _names_nobody(givens: list[str]) -> bool:
    """Tell whether what stands for a first name says what kind of person it was.

    >>> [_names_nobody(words.split()) for words in ("child f", "of the house", "f m", "grace", "customer 7")]
    [True, True, False, False, False]
    """
    return _UNNAMED_AND_BESIDE.issuperset(givens) and not _UNNAMED.isdisjoint(givens)


def known_words(name: str) -> list[str]:
    """Give the words of a folded name without what stands there for a last name that nobody knew.

    >>> known_words("jimmy unknown"), known_words("unknown"), known_words("علی نامشخص")
    (['jimmy'], ['unknown'], ['علی'])
    """
    words = name.split()
    return words[:-1] if len(words) > 1 and words[-1] in _NO_LAST_NAME else words


def _behind_titles(name: str, lasts: list[str]) -> PersonName:
    """Take a name apart whose columns were cut at its first and last word, though these are a title or a rank."""
    words, generation = plain_words(words_of_a_name(before_rank(name)))
    lasts = [] if are_ranks(lasts, beside=len(words)) else plain_words(lasts)[0]
    if lasts and words[-len(lasts) :] == lasts:
        given, middle = _split_given(words[: -len(lasts)])
        return PersonName(given, "".join(lasts), middle, generation, trusted=True)
    return _from_words([word for word in words if word not in NO_LAST_NAMES], generation)


def _between(name: str, givens: list[str], lasts: list[str], *, middles: bool) -> str:
    """Give the words of the whole name that stand between those of the first and the last name, or an initial beside either alone."""
    if name.count(" ") < (2 if givens and lasts else 1):
        return ""
    words, _ = plain_words(words_of_a_name(name))
    middle = words[len(givens) : len(words) - len(lasts)]
    if not (givens and lasts) and not (middles and [len(word) for word in middle] == [1]):
        return ""
    return "".join(middle) if [*givens, *middle, *lasts] == words else ""


def _beside_last(name: str, last: str, *, middles: bool) -> str:
    """Give the words of the whole name before or behind the last name, where the column for the first name is empty.

    In a list of `middles` an initial stands in their column.

    >>> [_beside_last(name, "Hardy", middles=False) for name in ("Jemma Ann Hardy", "Hardy, Jemma", "Mr Hardy", "J. Hardy")]
    ['jemma ann', 'jemma', '', 'j']
    """
    if name == last:
        return ""
    lasts, (words, _) = name_words(last), plain_words(name_words(before_rank(name)))
    if len(words) <= len(lasts) or not lasts:
        return ""
    rest: list[str] = []
    if words[-len(lasts) :] == lasts:
        rest = words[: -len(lasts)]
    elif words[: len(lasts)] == lasts:
        rest = words[len(lasts) :]
    return "" if middles and len("".join(rest)) == 1 else " ".join(rest)


def _whole_first(name: str, first: str, *, middles: bool) -> tuple[list[str], int] | None:
    """Give the words of the whole name where it stands in the first-name column, or goes on in the name itself.

    Two words that make one given name, as in علی رضا, are no whole name.
    """
    words, generation = plain_words(words_of_a_name(first))
    known, generation_known = plain_words(words_of_a_name(name))
    if len(known) > len(words) and known[: len(words)] == words:
        if middles and len(known) == len(words) + 1 and len(known[-1]) == 1:
            return None
        words, generation = known, generation or generation_known
    if len(words) < 2 or (len(words) == 2 and is_compound(*words)):
        return None
    return words, generation


def _split_given(words: Sequence[str]) -> tuple[str, str]:
    if len(words) < 2:
        return (words[0] if words else ""), ""
    if is_compound(words[0], words[1]):
        return words[0] + words[1], "".join(words[2:])
    if not words[0].isascii():
        return "".join(words), ""
    return words[0], "".join(words[1:])


def _from_words(words: list[str], generation: int) -> PersonName:
    """Take a name apart by the order of its words; initials behind a word stand behind a last name: Smit J.P., Иванов А.Е.

    >>> _from_words(["smit", "j", "p"], 0) == _from_words(["j", "p", "smit"], 0)
    True
    """
    count = len(words)
    if count < 3:
        return PersonName(words[0] if words else "", words[1] if count > 1 else "", "", generation)
    if len(words[0]) > 1 and max(map(len, words[1:])) == 1:
        return PersonName(words[1], words[0], "".join(words[2:]), generation)
    if parts := vietnamese_name(words):
        return PersonName(*parts, generation)
    if is_compound(words[0], words[1]):
        return PersonName(words[0] + words[1], "".join(words[2:]), "", generation)
    if not words[-1].isascii():
        return PersonName(words[0], "".join(words[1:]), "", generation)
    start = count - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return PersonName(words[0], "".join(words[start:]), "".join(words[1:start]), generation)
