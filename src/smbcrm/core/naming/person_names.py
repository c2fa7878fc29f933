"""Names taken apart to be compared: given name and surname of people, the telling words of firms.

What is compared is folded and joined; titles, degrees and legal forms are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from smbcrm.core.naming.name_tables import (
    COMPOUND_FIRST,
    CUT_FIRM_WORDS,
    DEGREES,
    FIRM_WORDS,
    GENERATIONS,
    GIVEN,
    HER_TITLES,
    HIS_TITLES,
    LEGAL_FORMS,
    OF_THE_HOUSE,
    PARTICLES,
    PERSIAN_GIVEN,
    PET_FORMS,
    RANKS,
    SHORT_FIRM_WORDS,
    STRONG_LEGAL_FORMS,
    TITLES,
    UNNAMED,
)
from smbcrm.core.naming.slips import by_shape, one_slip_away
from smbcrm.core.naming.sounds import name_words, word_sound
from smbcrm.core.text import fold

# Words that are no plain part of a person's name.
SPECIAL_WORDS = TITLES | DEGREES | GENERATIONS.keys() | FIRM_WORDS | STRONG_LEGAL_FORMS


@cache
def pet_groups() -> dict[str, tuple[int, ...]]:
    """Give for every known name the numbers of the names it may stand for; two names that share one may be one person.

    >>> bool(set(pet_groups()["bob"]) & set(pet_groups()["robert"]))
    True
    """
    groups: dict[str, list[int]] = {}
    lines = [*PET_FORMS.strip().split("\n"), *PERSIAN_GIVEN.strip().split("\n")]
    for number, line in enumerate(lines, start=1):
        for word in line.replace("\u200c", "").split():
            known = groups.setdefault(word, [])
            if number not in known:
                known.append(number)
    return {word: tuple(numbers) for word, numbers in groups.items()}


@cache
def whole_name_groups() -> dict[str, int]:
    """Give the number of the group that each whole name heads: Robert, not Bob.

    >>> whole_name_groups()["robert"] in pet_groups()["bob"], "bob" in whole_name_groups()
    (True, False)
    """
    return {line.split()[0]: number for number, line in enumerate(PET_FORMS.strip().split("\n"), start=1)}


def name_bag(name: str) -> str:
    """Give the words of a long name in alphabetical order, joined: the same whatever order they were written in.

    >>> name_bag("رضا زاده نرگس") == name_bag("نرگس رضا زاده")
    True
    >>> name_bag("Ali Rezaei")
    ''
    """
    if name.count(" ") < 2:
        return ""
    words, _ = _plain(name_words(name))
    return "".join(sorted(words)) if len(words) > 2 else ""


@cache
def _shaped_names() -> dict[str, list[str]]:
    return by_shape(pet_groups())


def misspelled_groups(word: str) -> tuple[int, ...]:
    """Give the name numbers of the known names that an unknown word is one slip away from.

    >>> set(pet_groups()["margaret"]) <= set(misspelled_groups("mrgaret"))
    True
    """
    groups = pet_groups()
    near = one_slip_away(word, _shaped_names())
    return tuple(dict.fromkeys(number for name in near for number in groups[name]))


@cache
def known_given_names() -> frozenset[str]:
    """Give every given name the tables hold, pet forms and Persian ones too, folded."""
    words = GIVEN.split()
    for line in [*PET_FORMS.split("\n"), *PERSIAN_GIVEN.split("\n")]:
        words.extend(line.replace("\u200c", "").split())
    return frozenset(fold(word) for word in words if len(word) > 1)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, folded and joined: `given` may be an initial, parts that are not there are empty."""

    given: str = ""
    surname: str = ""
    middle: str = ""
    generation: int = 0
    trusted: bool = False  # which part is which was written down, by a column or a comma


_UNNAMED = frozenset(UNNAMED.split())
_UNNAMED_AND_BESIDE = _UNNAMED.union(OF_THE_HOUSE.split())
_READ_AS_DIGITS = str.maketrans("0158", "olsb")
NO_NAME = PersonName()
_BRANCHES = frozenset(["branch", "شعبه"])
_A_MAN, _A_WOMAN = 1, 2
_AND = frozenset(["&", "+", "/", "and", "und", "et", "y", "e", "ve", "و"])
_NO_LAST_NAMES = frozenset(["sir", "lord", "lady", "dame", "baronet", "baronetess", "bart", "bt"])
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_RANK = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)\s+(?:%s)\b|(?:baronet|bart|bt)\b|(?P<of>(?:%s)\s+of\b))"
    % (("|".join(sorted(RANKS)),) * 2),
    re.IGNORECASE,
)
# Ages, hours or years from one to the other: no number of a branch.
_AGES = re.compile(r"(?<!\d)(\d{1,2})\s?[-–]\s?(\d{1,2})(?!\d)")
_ROMAN = dict(zip(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"), "123456789"))
_HER_ENDINGS = frozenset(["ه", "a", "eh", "ah"])
_AFTER_COMMA = DEGREES | GENERATIONS.keys()


def person_name(name: str, first: str = "", last: str = "", *, middles: bool = False) -> PersonName:
    """Take a person's name apart; columns of their own for first and last name are trusted.

    Several words in the first-name column beside an empty last-name column are the whole name. In a list of `middles` an initial
    beside a first or last name alone stands in their column.

    >>> person_name("Dr. Ali Rezaei")
    PersonName(given='ali', surname='rezaei', middle='', generation=0, trusted=False)
    >>> person_name("Mr Smith").surname, person_name("آقای رضایی").surname, person_name("آقا رضا").given
    ('smith', 'رضایی', 'رضا')
    >>> person_name("Rezaei, Ali").given
    'ali'
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
    >>> person_name("Mr Smith", "Mr", "Smith")
    PersonName(given='', surname='smith', middle='', generation=0, trusted=True)
    """
    if first and not last and (whole := _whole_first(name, first, middles=middles)):
        return _from_words(*whole)
    if first or last:
        firsts, lasts = name_words(first), name_words(last)
        if _are_titles(firsts) or _are_ranks(lasts):
            return _behind_titles(name, lasts)
        givens, generation = _plain(firsts)
        lasts, generation2 = _plain(lasts)
        middle = _between(name, givens, lasts, middles=middles)
        given, second = _split_given([] if _names_nobody(givens) else givens)
        middle = second or middle
        return PersonName(given, "".join(lasts), middle, generation or generation2, trusted=True)
    name = name if name.replace(" ", "").isalpha() else _before_rank(name)
    comma = name.find(",") if "," in name else name.find("،")
    if comma > 0:
        lasts, generation = _plain(name_words(name[:comma]))
        givens, generation2 = _plain(name_words(name[comma + 1 :]))
        if givens and lasts and not set(givens) <= _AFTER_COMMA:
            given, middle = _split_given(givens)
            return PersonName(given, "".join(lasts), middle, generation or generation2, trusted=True)
    every = name_words(name)
    words, generation = _plain(every)
    if len(words) == 1 and every[0] in TITLES and words[0] not in known_given_names():
        return PersonName("", words[0], "", generation)
    return _from_words(words, generation)


def _names_nobody(givens: list[str]) -> bool:
    """Tell whether what stands for a first name says what kind of person it was.

    >>> [_names_nobody(words.split()) for words in ("child f", "of the house", "f m", "grace", "customer 7")]
    [True, True, False, False, False]
    """
    return _UNNAMED_AND_BESIDE.issuperset(givens) and not _UNNAMED.isdisjoint(givens)


def addressed_as(name: str, first: str = "", prefix: str = "") -> int:
    """Tell by the titles in front of a name whether a man (1), a woman (2) or a couple (3) is meant; 0 where none tells.

    >>> [addressed_as(name) for name in ("Mr Smith", "Smith, Mrs. Jane", "خانم دکتر رضایی", "Dr Smith", "Mr & Mrs Smith")]
    [1, 2, 2, 0, 3]
    """
    found = 0
    for text in (prefix, first, *name.split(",")):
        for word in text.replace(".", " ").split():
            if (meant := _meant_by(word)) is None:
                break
            found |= meant
    return found


@lru_cache(maxsize=1 << 16)
def _meant_by(word: str) -> int | None:
    """Tell who is meant by a title; nothing for a word that is none, nor joins two."""
    title = fold(word)
    if title not in TITLES and title not in _AND:
        return None
    return _A_WOMAN if title in HER_TITLES else _A_MAN if title in HIS_TITLES else 0


def _are_titles(firsts: list[str]) -> bool:
    """Tell whether a title stands where the first name should."""
    return bool(firsts) and all(word in TITLES and word not in known_given_names() for word in firsts)


def _are_ranks(lasts: list[str]) -> bool:
    """Tell whether a rank or a title stands where the last name should."""
    return bool(lasts) and all(word in _NO_LAST_NAMES or _ORDINAL.fullmatch(word) for word in lasts)


def _behind_titles(name: str, lasts: list[str]) -> PersonName:
    """Take a name apart whose columns were cut at its first and last word, though these are a title or a rank."""
    words, generation = _plain(name_words(_before_rank(name)))
    lasts = [] if _are_ranks(lasts) else _plain(lasts)[0]
    if lasts and words[-len(lasts) :] == lasts:
        given, middle = _split_given(words[: -len(lasts)])
        return PersonName(given, "".join(lasts), middle, generation, trusted=True)
    return _from_words([word for word in words if word not in _NO_LAST_NAMES], generation)


def _before_rank(name: str) -> str:
    """Leave out the rank behind a name.

    >>> _before_rank("Sir John Smith, 3rd Baronet"), _before_rank("Mary Hill, Countess of Dale"), _before_rank("Smith, Earl")
    ('Sir John Smith', 'Mary Hill', 'Smith, Earl')
    """
    for found in _RANK.finditer(name):
        before = name[: found.start()].rstrip()
        if not found["of"] or before.endswith(","):
            return before.rstrip(" ,") or name
    return name


def _between(name: str, givens: list[str], lasts: list[str], *, middles: bool) -> str:
    """Give the words of the whole name that stand between those of the first and the last name, or an initial beside either alone."""
    if name.count(" ") < (2 if givens and lasts else 1):
        return ""
    words, _ = _plain(name_words(name))
    middle = words[len(givens) : len(words) - len(lasts)]
    if not (givens and lasts) and not (middles and [len(word) for word in middle] == [1]):
        return ""
    return "".join(middle) if [*givens, *middle, *lasts] == words else ""


def _whole_first(name: str, first: str, *, middles: bool) -> tuple[list[str], int] | None:
    """Give the words of the whole name where it stands in the first-name column, or goes on in the name itself.

    Two words that make one given name, as in علی رضا, are no whole name.
    """
    words, generation = _plain(name_words(first))
    known, generation_known = _plain(name_words(name))
    if len(known) > len(words) and known[: len(words)] == words:
        if middles and len(known) == len(words) + 1 and len(known[-1]) == 1:
            return None
        words, generation = known, generation or generation_known
    if len(words) < 2 or (len(words) == 2 and _is_compound(*words)):
        return None
    return words, generation


def _in_letters(word: str) -> str:
    """Give a word with the letters that were read as digits: a scanner's E1ise is Elise, but a guest numbered 10 is no other name.

    >>> [_in_letters(word) for word in ("e1ise", "8arbara", "guest10", "b2b", "7eleven")]
    ['elise', 'barbara', 'guest10', 'b2b', '7eleven']
    """
    letters = word.translate(_READ_AS_DIGITS)
    digits = sum(map(str.isdecimal, word))
    return letters if letters.isalpha() and digits * 3 <= len(word) and not word[-1].isdecimal() else word


def _plain(words: list[str]) -> tuple[list[str], int]:
    """Leave out titles in front, degrees and generations behind."""
    words = [word if word.isalpha() else _in_letters(word) for word in words]
    start, end, generation = 0, len(words), 0
    while end - start > 1 and _is_in_front(words[start], words[start + 1]):
        start += 1
    while end - start > 1:
        word = words[end - 1]
        if word in GENERATIONS:
            generation = generation or GENERATIONS[word]
        elif not (word in DEGREES and end - start > 2) and word not in TITLES:
            break
        end -= 1
    return words[start:end], generation


def _is_in_front(word: str, following: str) -> bool:
    """Tell whether a word is a title, or joins two: Mr and Mrs Smith."""
    return word in TITLES or (word in _AND and following in TITLES)


def _split_given(words: Sequence[str]) -> tuple[str, str]:
    if len(words) < 2:
        return (words[0] if words else ""), ""
    if _is_compound(words[0], words[1]):
        return words[0] + words[1], "".join(words[2:])
    if not words[0].isascii():
        return "".join(words), ""
    return words[0], "".join(words[1:])


def _is_compound(first: str, second: str) -> bool:
    """Tell whether two words make one given name, as علی رضا or Mohammad Reza do."""
    if first not in COMPOUND_FIRST or len(second) < 2:
        return False
    return second in known_given_names() or first + second in pet_groups()


def are_two_names(one: str, other: str) -> bool:
    """Tell whether two given names that are spelled nearly alike are nevertheless two people's.

    >>> are_two_names("saeed", "saeedeh"), are_two_names("محمدحسن", "محمدحسین"), are_two_names("mansour", "mansoor")
    (True, True, False)
    """
    return _differ_behind(one, other) or _his_and_hers(one, other)


def _his_and_hers(one: str, other: str) -> bool:
    """Tell whether a name is a known one with a woman's ending, and no form of it."""
    his, hers = sorted((one, other), key=len)
    if not hers.startswith(his) or hers[len(his) :] not in _HER_ENDINGS:
        return False
    known, groups = known_given_names(), pet_groups()
    return his in known and set(groups.get(his, ())).isdisjoint(groups.get(hers, ()))


def is_hers(word: str) -> bool:
    """Tell whether a word is a known name with the ending that makes it a woman's in Persian.

    >>> is_hers("سعیده"), is_hers("vahideh"), is_hers("سعید")
    (True, True, False)
    """
    known = known_given_names()
    return any(
        word.endswith(end) and len(word) > 4 and word.removesuffix(end) in known for end in ("ه", "eh")
    )


def _differ_behind(one: str, other: str) -> bool:
    """Tell whether two given names of two parts have two names behind: Mohammad Hassan is no slip of Mohammad Hossein.

    >>> _differ_behind("محمدحسن", "محمدحسین"), _differ_behind("mohammadhosein", "mohamadhossein"), _differ_behind("ali", "alireza")
    (True, False, False)
    """
    first, second = _behind(one), _behind(other)
    if not first or not second or first == second:
        return False
    groups = pet_groups()
    if first in groups and second in groups:
        return set(groups[first]).isdisjoint(groups[second])
    return word_sound(first) != word_sound(second)


@lru_cache(maxsize=100_000)
def _behind(word: str) -> str:
    """Give the known name behind the first part of a given name, the shortest there is; empty where it has one part."""
    known = known_given_names()
    ends = (end for end in range(len(word) - 3, 1, -1) if word[:end] in COMPOUND_FIRST)
    return next((word[end:] for end in ends if word[end:] in known), "")


def _from_words(words: list[str], generation: int) -> PersonName:
    count = len(words)
    if count < 3:
        return PersonName(words[0] if words else "", words[1] if count > 1 else "", "", generation)
    if _is_compound(words[0], words[1]):
        return PersonName(words[0] + words[1], "".join(words[2:]), "", generation)
    if not words[-1].isascii():
        return PersonName(words[0], "".join(words[1:]), "", generation)
    start = count - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return PersonName(words[0], "".join(words[start:]), "".join(words[1:start]), generation)


def firm_words(text: str) -> list[str]:
    """Give the words that tell a firm from another, in order, without its legal form.

    >>> firm_words("The Kian Store Co., Ltd.")
    ['kian', 'store']
    >>> firm_words("شرکت پخش البرز (سهامی خاص)")
    ['پخش', 'البرز']
    >>> firm_words("Little Step Child Care Ctr. Inc.") == firm_words("Little Step Childcare Center")
    True
    >>> firm_words("C.Y.C. Bear III, ages 0-3")
    ['cyc', 'bear', '3', 'ages', '0to3']
    """
    words = _letters_joined(name_words(_AGES.sub(r"\1to\2", text).replace("&", " and ")))
    return _whole_words([word for word in words if word not in LEGAL_FORMS] or words)


def _letters_joined(words: list[str]) -> list[str]:
    """Write letters that stand alone side by side as one word, I/T and C.Y.C., and numbers in one way, III as 3."""
    if min(map(len, words), default=0) > 1 and _ROMAN.keys().isdisjoint(words):
        return words
    joined: list[str] = []
    alone = False  # the word before is made of such letters
    for word in words:
        letter = len(word) == 1 and word.isascii() and word.isalpha()
        if letter and alone:
            joined[-1] += word
        else:
            joined.append(word)
        alone = letter
    # A letter alone counts behind a name only: V and J are two people's.
    counted = {word: number for word, number in _ROMAN.items() if len(word) > 1 or "and" not in joined}
    return [*joined[:1], *(counted.get(word, word) for word in joined[1:])]


def _whole_words(words: list[str]) -> list[str]:
    """Write out what is cut short and together what may be cut in two."""
    whole: list[str] = []
    for word in words:
        joined = CUT_FIRM_WORDS.get((whole[-1], word)) if whole else None
        if joined:
            whole[-1] = joined
        else:
            whole.append(SHORT_FIRM_WORDS.get(word, word))
    return whole


def looks_like_firm(words: Sequence[str]) -> bool:
    """Tell whether folded words name a firm: a legal form or a word such as shop or clinic is among them.

    >>> looks_like_firm(name_words("Kian Store")), looks_like_firm(name_words("Ali Rezaei"))
    (True, False)
    """
    return len(words) > 1 and any(
        word in FIRM_WORDS or word in STRONG_LEGAL_FORMS or word in _BRANCHES for word in words
    )


def firm_sound(words: Sequence[str], spoken: frozenset[str] = frozenset()) -> str:
    """Give the sound of a firm's own words, the same in Persian and in Latin letters; words for trades are left out.

    So are those that are `spoken`: written in Latin as they sound.

    >>> firm_sound(["فروشگاه", "کریمپور"]) == firm_sound(["karimpour", "store"])
    True
    """
    own = [word for word in words if word not in FIRM_WORDS and word not in spoken]
    return "".join(sorted(word_sound(word) for word in own))
