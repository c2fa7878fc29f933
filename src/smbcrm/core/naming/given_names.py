"""Given names: the known ones, what each may stand for, and whether two spelled nearly alike are two people's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from smbcrm.core.naming.slips import by_shape, one_slip_away
from smbcrm.core.naming.sounds import as_heard, end_apart, vowels_apart, word_sound
from smbcrm.core.naming.tables.given import GIVEN, PET_FORMS, SPELLINGS
from smbcrm.core.naming.tables.other_scripts import CYRILLIC_GIVEN, GREEK_GIVEN
from smbcrm.core.naming.tables.persian import COMPOUND_FIRST, PERSIAN_GIVEN
from smbcrm.core.naming.tables.titles import MENS_NAMES, PARTICLES
from smbcrm.core.text import fold

_HER_ENDINGS = frozenset(["ه", "ة", "a", "eh", "ah", "а", "на", "ne"])
_HER_ARABIC_ENDINGS = frozenset(["ya", "yah", "yeh"])  # Hani and Haniya
# Of names that no table holds: Andrea and Andreina, Frédéric and Frédérique. The last letter of his may be dropped before them.
_HER_LONG_ENDINGS = frozenset(["ina", "ine", "ette", "etta", "ella", "elle", "ина", "ита"])
_STEM = 3  # letters
# How a last name ends as a man and as a woman bears it.
_LAST_NAME_ENDINGS = (
    ("ов", "ова"), ("ев", "ева"), ("ин", "ина"), ("ын", "ына"), ("ский", "ская"), ("цкий", "цкая"), ("ый", "ая"), ("ой", "ая"),
    ("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("ski", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("sky", "skaya"), ("skiy", "skaya"),
    ("sky", "ska"), ("", "ova"),
)  # fmt: skip
# Last names that men and women of one faith bear, whatever their family.
_HIS_AND_HER_NAMES = ({"singh", "kaur"}, {"सिंह", "कौर"}, {"ਸਿੰਘ", "ਕੌਰ"})
_SERVANT = frozenset(["abd", "عبد"])  # goes on with a name of God
_ARTICLES = ("al", "ال")
_LAST_NAME_STEM = 3  # letters
_GROUPED = (PET_FORMS, PERSIAN_GIVEN, SPELLINGS, CYRILLIC_GIVEN, GREEK_GIVEN)


def _lines_of(tables: Iterable[str]) -> Iterator[list[str]]:
    """Give the folded names of each line of some tables; a pet form of another script stands for the whole name however that is spelled."""
    wholes = {line.split()[0]: line for line in reversed(CYRILLIC_GIVEN.strip().split("\n"))}
    for line in (line for table in tables for line in table.strip().split("\n")):
        whole = wholes.get(line.split()[0], "")
        yield fold(f"{line} {whole if whole != line else ''}".replace("\u200c", "")).split()


@cache
def pet_groups() -> dict[str, tuple[int, ...]]:
    """Give for every known name the numbers of the names it may stand for; two names that share one may be one person.

    >>> bool(set(pet_groups()["bob"]) & set(pet_groups()["robert"]))
    True
    """
    groups: dict[str, list[int]] = {}
    for number, line in enumerate(_lines_of(_GROUPED), start=1):
        for word in line:
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
    >>> misspelled_groups("latif"), misspelled_groups("mahira")
    ((), ())
    """
    groups = pet_groups()
    # A woman's ending more or less is no slip: Latif is his name where the tables hold Latifa only.
    near = (name for name in one_slip_away(word, _shaped_names()) if not _an_ending_apart(word, name))
    return tuple(dict.fromkeys(number for name in near for number in groups[name]))


@cache
def known_given_names() -> frozenset[str]:
    """Give every given name the tables hold, pet forms and Persian ones too, folded."""
    words = GIVEN.split()
    for table in _GROUPED:
        words.extend(table.replace("\u200c", "").split())
    return frozenset(fold(word) for word in words if len(word) > 1)


@cache
def _persian_spellings() -> frozenset[str]:
    return frozenset(map(fold, PERSIAN_GIVEN.replace("\u200c", "").split()))


@cache
def _names_of_persia() -> frozenset[str]:
    western = frozenset(fold(word) for table in (PET_FORMS, GIVEN) for word in table.split())
    return _persian_spellings() - western


def keeps_last_name(word: str) -> bool:
    """Tell whether those who bear a first name keep their last one when they marry: men do, and so does everybody of Iran and Arabia.

    >>> [keeps_last_name(word) for word in ("peter", "maryam", "laura", "sara")]
    [True, True, False, False]
    """
    return word in MENS_NAMES or word in _names_of_persia()


def is_compound(first: str, second: str) -> bool:
    """Tell whether two words make one given name, as علی رضا or Mohammad Reza do.

    >>> is_compound("abd", "alrahman"), is_compound("mohammed", "bin"), is_compound("mohammed", "almalki")
    (True, False, False)
    """
    if first not in COMPOUND_FIRST or len(second) < 2 or second in PARTICLES:
        return False
    if first in _SERVANT:
        return second.startswith(_ARTICLES) or second in known_given_names()
    return second in known_given_names() or first + second in pet_groups()


def are_two_names(one: str, other: str) -> bool:
    """Tell whether two given names that are spelled nearly alike are nevertheless two people's.

    >>> are_two_names("saeed", "saeedeh"), are_two_names("محمدحسن", "محمدحسین"), are_two_names("mansour", "mansoor")
    (True, True, False)
    >>> are_two_names("andrea", "andreina"), are_two_names("capucine", "capucinne")
    (True, False)
    """
    return _differ_behind(one, other) or _his_and_hers(one, other) or of_husband_and_wife(one, other)


def are_two_names_across(one: str, other: str) -> bool:
    """Tell whether two names that sound alike in two scripts are nevertheless two: each is known as another one, or their vowels are not the same.

    >>> are_two_names_across("حسن", "hossein"), are_two_names_across("سعید", "saeedeh"), are_two_names_across("حسن", "hasan")
    (True, True, False)
    >>> are_two_names_across("امیرحسین", "amirhassan"), are_two_names_across("سعید", "saad")
    (True, True)
    >>> are_two_names_across("john", "جین"), are_two_names_across("john", "جان")
    (True, False)
    """
    lines = _lines_in_two_scripts()
    if one in lines and other in lines:
        return lines[one].isdisjoint(lines[other])
    first, second = _behind(one), _behind(other)
    if first and second:
        return are_two_names_across(first, second)
    if other.isascii():
        one, other = other, one
    sound = word_sound(other)
    heard = one if word_sound(one) == sound else as_heard(one)
    return word_sound(heard) == sound and (end_apart(heard, other) or vowels_apart(heard, other))


@cache
def _lines_in_two_scripts() -> dict[str, frozenset[int]]:
    """Give for every name of the tables that hold names of other scripts with their Latin spellings the lines it stands on."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_lines_of((PERSIAN_GIVEN, CYRILLIC_GIVEN, GREEK_GIVEN))):
        for word in line:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def name_itself(word: str) -> str:
    """Give a text that is the same for the spellings of one name, where a table knows them."""
    groups = pet_groups().get(word)
    return str(groups[-1]) if groups else word_sound(word)


def name_halves(word: str) -> tuple[str, str]:
    """Give which names the two parts of a first name are, as `name_itself` gives them; twice nothing where it has one part.

    >>> name_halves("mohdimran") == name_halves("mohammadimran"), name_halves("غلامرضا")[1] == name_itself("رضا"), name_halves("ali")
    (True, True, ('', ''))
    """
    second = _behind(word)
    return (name_itself(word.removesuffix(second)), name_itself(second)) if second else ("", "")


def _his_and_hers(one: str, other: str) -> bool:
    """Tell whether a name is a known one with a woman's ending, and no form of it."""
    his, hers = sorted((one, other), key=len)
    known, groups = known_given_names(), pet_groups()
    hers_alone = _an_ending_apart(his, hers) or _is_of_his_other_spelling(his, hers)
    if not hers_alone and hers not in known:
        stems = [stem for stem in (his, his[:-1]) if len(stem) >= _STEM and hers.startswith(stem)]
        hers_alone = any(hers[len(stem) :] in _HER_LONG_ENDINGS for stem in stems)
        hers_alone |= his.endswith("c") and hers == his[:-1] + "que"
    # Where names are Persian or Arabic, his is one, too, though the tables hold hers only.
    named = his in known or hers in _persian_spellings()
    return hers_alone and named and set(groups.get(his, ())).isdisjoint(groups.get(hers, ()))


def _is_of_his_other_spelling(his: str, hers: str) -> bool:
    """Tell whether her name is his in another spelling with her ending: Rashid and Rasheda, Maher and Mahira."""
    groups = pet_groups()
    stems = (hers.removesuffix(ending) for ending in _HER_ENDINGS if hers.endswith(ending))
    return any(not set(groups.get(his, ())).isdisjoint(groups.get(stem, ())) for stem in stems)


def _an_ending_apart(one: str, other: str) -> bool:
    """Tell whether a woman's ending is all that one name has more than the other."""
    his, hers = sorted((one, other), key=len)
    ending = hers.removeprefix(his)
    return ending != hers and (
        ending in _HER_ENDINGS or (ending in _HER_ARABIC_ENDINGS and his in _persian_spellings())
    )


def of_husband_and_wife(one: str, other: str) -> bool:
    """Tell whether two last names are one as a man and as a woman bears it.

    >>> [of_husband_and_wife(*names) for names in (("иванов", "иванова"), ("kowalska", "kowalski"), ("novak", "novakova"), ("ali", "alia"))]
    [True, True, True, False]
    >>> of_husband_and_wife("singh", "kaur")
    True
    """
    if {one, other} in _HIS_AND_HER_NAMES:
        return True
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
