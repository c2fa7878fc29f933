"""Given names: the known ones, what each may stand for, and whether two spelled nearly alike are two people's."""

from __future__ import annotations

from functools import cache, lru_cache

from smbcrm.core.naming.slips import by_shape, one_slip_away
from smbcrm.core.naming.sounds import word_sound
from smbcrm.core.naming.tables.given import GIVEN, PET_FORMS, SPELLINGS
from smbcrm.core.naming.tables.other_scripts import CYRILLIC_GIVEN, GREEK_GIVEN
from smbcrm.core.naming.tables.persian import COMPOUND_FIRST, PERSIAN_GIVEN
from smbcrm.core.text import fold

_HER_ENDINGS = frozenset(["ه", "a", "eh", "ah", "а", "на"])
# How a last name ends as a man and as a woman bears it.
_LAST_NAME_ENDINGS = (
    ("ов", "ова"), ("ев", "ева"), ("ин", "ина"), ("ын", "ына"), ("ский", "ская"), ("цкий", "цкая"), ("ый", "ая"), ("ой", "ая"),
    ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("sky", "skaya"), ("skiy", "skaya"),
    ("sky", "ska"), ("", "ova"),
)  # fmt: skip
_LAST_NAME_STEM = 3  # letters
_GROUPED = (PET_FORMS, PERSIAN_GIVEN, SPELLINGS, CYRILLIC_GIVEN, GREEK_GIVEN)


@cache
def pet_groups() -> dict[str, tuple[int, ...]]:
    """Give for every known name the numbers of the names it may stand for; two names that share one may be one person.

    >>> bool(set(pet_groups()["bob"]) & set(pet_groups()["robert"]))
    True
    """
    groups: dict[str, list[int]] = {}
    lines = [line for table in _GROUPED for line in table.strip().split("\n")]
    for number, line in enumerate(lines, start=1):
        for word in fold(line.replace("\u200c", "")).split():
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
    for table in _GROUPED:
        words.extend(table.replace("\u200c", "").split())
    return frozenset(fold(word) for word in words if len(word) > 1)


def is_compound(first: str, second: str) -> bool:
    """Tell whether two words make one given name, as علی رضا or Mohammad Reza do."""
    if first not in COMPOUND_FIRST or len(second) < 2:
        return False
    return second in known_given_names() or first + second in pet_groups()


def are_two_names(one: str, other: str) -> bool:
    """Tell whether two given names that are spelled nearly alike are nevertheless two people's.

    >>> are_two_names("saeed", "saeedeh"), are_two_names("محمدحسن", "محمدحسین"), are_two_names("mansour", "mansoor")
    (True, True, False)
    """
    return _differ_behind(one, other) or _his_and_hers(one, other) or of_husband_and_wife(one, other)


def _his_and_hers(one: str, other: str) -> bool:
    """Tell whether a name is a known one with a woman's ending, and no form of it."""
    his, hers = sorted((one, other), key=len)
    if not hers.startswith(his) or hers[len(his) :] not in _HER_ENDINGS:
        return False
    known, groups = known_given_names(), pet_groups()
    return his in known and set(groups.get(his, ())).isdisjoint(groups.get(hers, ()))


def of_husband_and_wife(one: str, other: str) -> bool:
    """Tell whether two last names are one as a man and as a woman bears it.

    >>> [of_husband_and_wife(*names) for names in (("иванов", "иванова"), ("kowalska", "kowalski"), ("novak", "novakova"), ("ali", "alia"))]
    [True, True, True, False]
    """
    his, hers = sorted((one, other), key=lambda name: (name[-1:] in "aая", name))
    return any(
        hers == his.removesuffix(end) + her_end
        for end, her_end in _LAST_NAME_ENDINGS
        if his.endswith(end) and len(his) - len(end) >= _LAST_NAME_STEM
    )


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
