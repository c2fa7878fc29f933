"""What no sum of evidence may overrule: pairs that exclude each other, and pairs that leave it open who is meant."""

from __future__ import annotations

from dataclasses import dataclass

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.date_likeness import a_generation_apart
from smbcrm.core.matcher.weighing.doubts_of_firms import (
    another_site,
    has_another_form,
    is_of_another_town,
    may_be_a_neighbour,
)
from smbcrm.core.matcher.weighing.filled_cells import made_up
from smbcrm.core.matcher.weighing.judged import FIRMLY, PLACE, Judged, only_born
from smbcrm.core.matcher.weighing.learnt import Homes, Learnt
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    SHARED,
    SWAPPED,
    VARIANT,
    WEAK,
    is_one_of,
)
from smbcrm.core.matcher.weighing.name_likeness import (
    are_of_husband_and_wife,
    has_another_given_name,
    is_longer_name,
)
from smbcrm.core.matcher.weighing.rarity import Rarity
from smbcrm.core.matcher.weighing.second_look import shared_phone
from smbcrm.core.matcher.weighing.signs import (
    ALIKE,
    OWN,
    born_as_one,
    born_or_numbered_alike,
    id_comes_again,
    may_be_a_twin,
    may_have_married,
    nobody_else,
    one_name_at_home,
    one_place,
    only_a_home,
    own_agrees,
    own_and_sole,
)
from smbcrm.core.matcher.weighing.weigh_places import A_NUMBER
from smbcrm.core.naming.titles import MAN, WOMAN

_HARDLY_EVER = -4.5  # bits
_A_REMARK = 2  # values of a list in which nobody has another remark: nothing, and it
_NEVER = -1.5  # bits by which a difference was learnt to be rarer than usual


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    """What agrees and what differs about each pair, told once for all the rules."""

    given: Array  # how well each agrees: see levels.py
    surname: Array
    middle: Array
    birth: Array
    ident: Array
    mail: Array  # the same e-mail address
    sure: Array  # the same birth date or id
    whole: Array  # first names alike
    people: Array  # neither is a firm
    place: Array  # one place, where nobody's relatives are listed
    sole: Array  # where not even a few relatives are listed
    slip: Array  # one name there, mistyped
    nobody_else: Array  # nobody else there can be meant
    one_day: Array  # one first or last name and one birth date, where no twins are listed


def doubt(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array, *, learnt: Learnt) -> None:
    """Mark the pairs that exclude each other, that are two of one name, and that leave something in doubt."""
    import numpy as np

    signs = _read_signs(found, learnt.homes, people=~traits.firm[a] & ~traits.firm[b])
    _exclude(found, signs)
    found.doubt |= _first_names_leave_it_open(found, signs, learnt.homes)
    found.doubt |= _may_be_a_relatives_number(found, signs, traits, a, b) & (not learnt.homes.single)
    longer = _may_be_a_longer_name(signs, traits, a, b)
    found.doubt |= longer & ~_one_of_a_sole_home(signs)
    found.doubt |= _may_be_a_relative(found, signs, traits, a, b) & (not learnt.homes.single)
    found.doubt |= _last_names_leave_it_open(found, signs, traits, a, b)
    found.doubt |= _a_line_leaves_it_open(found, signs, traits, rarity, a, b) & (not learnt.homes.single)
    found.doubt |= (found.levels[PLACE["firm"]] == CONFLICT) | another_site(found, traits, a, b)
    found.doubt |= has_another_form(traits, a, b) & ~signs.sure & ~signs.mail
    firms = np.flatnonzero(found.levels[PLACE["firm"]] != NONE)
    if len(firms):
        found.doubt[firms] |= is_of_another_town(traits, a[firms], b[firms])
        found.doubt[firms] |= may_be_a_neighbour(
            found.levels[:, firms], traits.firm_word_codes[a[firms]], traits.firm_word_codes[b[firms]]
        )
    found.doubt |= told_apart(found, traits, a, b)
    # Two customers of a list that this program wrote were told apart by all that was known where it was written.
    found.doubt |= found.levels[PLACE["own_id"]] == CONFLICT
    _tell_two_of_one_name(found, signs, traits, a, b, learnt=learnt)


def told_apart(found: Judged, traits: Traits, a: Array, b: Array) -> Array:
    """Find the pairs of which somebody told one from the other by what stands in brackets: Ali Rezaei (shoes), Ali Rezaei (taxi)."""
    import numpy as np

    if len(traits.remark.values) <= _A_REMARK:
        return np.zeros(len(a), dtype=bool)
    remark, firm = traits.remark.codes, traits.firm
    apart = (remark[a] != remark[b]) & (remark[a] > 0) & (remark[b] > 0) & ~firm[a] & ~firm[b]
    if apart.any():
        apart &= ~born_or_numbered_alike(found) & (found.levels[PLACE["email"]] != SAME)
    return apart


def _read_signs(found: Judged, homes: Homes, *, people: Array) -> _Signs:
    levels = found.levels
    given, surname, middle, birth, ident = (
        levels[PLACE[name]] for name in ("given", "surname", "middle", "birth_date", "national_id")
    )
    whole, alike = is_one_of(given, ALIKE), is_one_of(surname, ALIKE)
    place = one_place(found, homes)
    undated_or_near = is_one_of(birth, (NONE, NEAR, SWAPPED))
    # What no dates of this list showed, two that differ may deny.
    sole = homes.sole & (homes.by_dates | undated_or_near | (birth == SAME))
    return _Signs(
        given=given,
        surname=surname,
        middle=middle,
        birth=birth,
        ident=ident,
        mail=levels[PLACE["email"]] == SAME,
        sure=born_or_numbered_alike(found),
        whole=whole,
        people=people,
        place=place,
        sole=sole,
        slip=place & (found.garbled | undated_or_near | sole) & alike,
        nobody_else=place & (whole | alike),
        one_day=homes.no_twins & only_born(found) & (birth == SAME) & (whole | alike),
    )


def _exclude(found: Judged, signs: _Signs) -> None:
    """Let another first name exclude a pair, unless birthday or id agree; `garbled` are those whose first name may be mistyped.

    Where nobody's relatives are listed, one last name leaves it in doubt only: other rows of the two may prove that they are one.
    """
    nearly = (signs.birth == NEAR) & (signs.ident == NEAR)
    other_name = (signs.given == CONFLICT) & ~signs.sure & ~nearly & ~signs.slip
    # Mr Smith and Mrs Smith are two, whatever they share; one wrong title beside a whole name is asked about, and so is
    # which of the two a couple's row belongs to, and who is the relative of whom.
    title, named = found.levels[PLACE["title"]], signs.whole & is_one_of(signs.surname, ALIKE)
    found.doubt |= ((title == CONFLICT) | ((title == PARTIAL) & ~named)) & ~signs.sure
    found.doubt |= (found.levels[PLACE["kin"]] != NONE) & ~signs.sure
    open_ = other_name & signs.sole & is_one_of(signs.surname, ALIKE)
    found.doubt |= open_
    other_name &= ~open_
    other_name |= (title == CONFLICT) & ~signs.sure & ~named
    found.garbled = ((found.garbled & other_name) | signs.nobody_else) & ~found.veto
    found.veto |= other_name


def _one_of_a_sole_home(signs: _Signs) -> Array:
    """Tell where two names of one home that are like each other are one mistyped, however common both are."""
    return signs.sole & signs.place & is_one_of(signs.surname, ALIKE)


def _first_names_leave_it_open(found: Judged, signs: _Signs, homes: Homes) -> Array:
    twice = (signs.ident == SAME) | ((signs.birth == SAME) & (signs.ident == NEAR))
    one_surname = is_one_of(signs.surname, ALIKE) | signs.place
    at_home = signs.slip | (homes.single & born_as_one(found) & one_surname) | signs.one_day
    open_ = (signs.given == CONFLICT) & ~twice & ~at_home
    open_ |= (signs.given == WEAK) & ~signs.sure & ~_one_of_a_sole_home(signs)
    open_ |= may_be_a_twin(found) & ~signs.one_day & (not homes.single)
    bare = (signs.given == INITIAL) & ~own_and_sole(found) & (signs.middle != INITIAL)
    other_middle = (signs.middle == CONFLICT) & ~signs.sure & ~signs.mail
    # Where no first name is known, the middle one tells who of those born on one day it is.
    open_ |= (signs.given == NONE) & (signs.middle == CONFLICT)
    return open_ | ((bare | other_middle) & (not homes.apart))


def _may_be_a_relatives_number(found: Judged, signs: _Signs, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where two first names of one home bear one id: now and then it was taken from the form of a relative beside it."""
    levels, known = found.levels, traits.words.known
    home = is_one_of(levels[PLACE["address"]], (SAME, NEAR)) | is_one_of(
        levels[PLACE["phone"]], (SAME, SHARED)
    )
    named = known[traits.given[a]] & known[traits.given[b]] & (signs.given == CONFLICT)
    return named & home & (signs.ident == SAME) & (signs.birth != SAME) & ~signs.mail


def _may_be_a_relative(found: Judged, signs: _Signs, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where the name, home and line that agree are a relative's as well, and something beside the name says so."""
    import numpy as np

    # Of father and son often only one is marked; the fathers of cousins have other names.
    marked = found.levels[PLACE["generation"]] == PARTIAL
    marked |= found.levels[PLACE["father_name"]] == CONFLICT
    # A title and a bare last name: Mr Saberi's line may be hers, too.
    bare_a, bare_b = (
        (traits.given[rows] == 0) & is_one_of(traits.addressed[rows], (MAN, WOMAN)) for rows in (a, b)
    )
    one, other = np.where(bare_a, a, b), np.where(bare_a, b, a)
    his = (traits.addressed[one] == MAN) & traits.words.mens[traits.given[other]]
    # What the bare name agrees with is a last name, though the other row has it in front.
    marked |= (bare_a != bare_b) & ~his & (is_one_of(signs.surname, ALIKE) | signs.whole)
    return marked & ~signs.sure & ~signs.mail


def _may_be_a_longer_name(signs: _Signs, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where one first name is the other with more behind it, and both are names: brothers are named so, and one man writes both."""
    import numpy as np

    open_ = np.zeros(len(a), dtype=bool)
    part = np.flatnonzero((signs.given == PARTIAL) & ~signs.sure & ~signs.mail)
    open_[part] = is_longer_name(traits.words, traits.given[a[part]], traits.given[b[part]])
    # Elif Nur is called Nur, or that is her sister.
    open_[part] |= (traits.middle[a[part]] == traits.given[b[part]]) | (
        traits.middle[b[part]] == traits.given[a[part]]
    )
    # María García López and María José García López: the second first name was taken for the first of three names between.
    more = np.flatnonzero((signs.middle == CONFLICT) & signs.whole & ~signs.sure & ~signs.mail)
    one, two = traits.middle[a[more]], traits.middle[b[more]]
    open_[more] |= has_another_given_name(traits.words, one, two)
    # Jean-Pierre and Jean-Paul, Fatma Nur and Fatma Gül are brothers and sisters.
    open_[more] |= traits.words.known[one] & traits.words.known[two]
    return open_


def _last_names_leave_it_open(found: Judged, signs: _Signs, traits: Traits, a: Array, b: Array) -> Array:
    import numpy as np

    at_home = signs.place & signs.whole & ((signs.birth != CONFLICT) | signs.sole)
    other = (signs.surname == CONFLICT) & ~at_home
    # Sokolov A. and Sokolova Anna are man and wife rather than one of them mistyped.
    bare = np.flatnonzero((signs.surname == WEAK) & (signs.given == INITIAL) & ~signs.place & ~signs.sure)
    other[bare] |= are_of_husband_and_wife(traits.words, traits.surname[a[bare]], traits.surname[b[bare]])
    # نور صالح and Noura Saleh, Ahmed Hassan and Ahmed Hussein: what stands as their last names are first ones, their own or their fathers'.
    words, across = traits.words, traits.words.persian[traits.surname]
    first = words.known & ~traits.surname_like
    fathers = first[traits.surname[a]] & first[traits.surname[b]]
    turned = words.known[traits.given[a]] & words.known[traits.given[b]] & (across[a] != across[b])
    other |= (signs.surname == WEAK) & (turned | fathers) & ~signs.place & ~signs.sure
    other |= _may_be_a_first_name(signs, traits, a, b) | _may_be_a_firms(signs, traits, a, b)
    numbered = found.weights[PLACE["other"]] > A_NUMBER
    sure = (signs.ident == SAME) | signs.one_day | numbered | born_as_one(found)
    family = _are_two_of_a_family(signs, traits, a, b) & ~at_home
    open_ = other & ~signs.mail & ~may_have_married(found, traits, a, b)
    return (open_ | family) & ~sure


def _are_two_of_a_family(signs: _Signs, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where one word agrees and what differs is a first name on both sides: Leonard James and James Sherry, whose mailbox is one.

    Which word is the last name is then as open as who is meant, unless nobody here bears the one that agrees as his last name.
    """
    import numpy as np

    found = np.zeros(len(a), dtype=bool)
    told = traits.in_columns[a] & traits.in_columns[b]
    pairs = np.flatnonzero((signs.surname == CONFLICT) & signs.people & ~told)
    if not len(pairs):
        return found
    words = traits.words
    first = words.known | (words.pets[:, 0] > 0)
    first[0] = False
    last = np.bincount(traits.surname, minlength=len(first)) > 0
    one, two = ((traits.given[rows[pairs]], traits.surname[rows[pairs]]) for rows in (a, b))
    for i in (0, 1):
        for j in (0, 1):
            here = (one[i] == two[j]) & words.known[one[i]] & last[one[i]]
            here &= first[one[1 - i]] & first[two[1 - j]]
            found[pairs] |= here & (words.known[one[1 - i]] | words.known[two[1 - j]])
    return found


def _may_be_a_first_name(signs: _Signs, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where a first name alone is like a last name that is none: Karim and Ali Karimi, Peter and Anna Peters."""
    import numpy as np

    known, given, last = traits.words.known, traits.given, traits.surname
    first = a < 0
    for one, two in ((a, b), (b, a)):
        alone = (given[one] == 0) != (last[one] == 0)
        first |= alone & known[np.maximum(given[one], last[one])] & (last[two] > 0) & ~known[last[two]]
    return first & is_one_of(signs.surname, (NEAR, VARIANT)) & (signs.given == NONE) & ~signs.mail


def _may_be_a_firms(signs: _Signs, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where what is a last name here stands alone, and in front of what is nobody's first name: Klein, and Klein Gartenbau."""
    known, given, last = traits.words.known, traits.given, traits.surname
    found = a < 0
    for one, two in ((a, b), (b, a)):
        alone = (given[one] == 0) & (last[one] > 0) & (last[one] == given[two]) & (last[two] > 0)
        found |= alone & traits.surname_like[last[one]] & ~known[given[two]] & ~known[last[two]]
    return found & ~signs.sure & ~signs.mail


def _a_line_leaves_it_open(
    found: Judged, signs: _Signs, traits: Traits, rarity: Rarity, a: Array, b: Array
) -> Array:
    """Tell where a bare last name stands on a line that several people use: it is anybody's of them."""
    bare = signs.people & (signs.given == NONE) & (found.levels[PLACE["phone"]] == SHARED)
    bare &= rarity.phone_several[shared_phone(traits.phones, a, b)]
    return bare & ~own_and_sole(found)


def _tell_two_of_one_name(
    found: Judged, signs: _Signs, traits: Traits, a: Array, b: Array, *, learnt: Learnt
) -> None:
    """Doubt pairs of one name and home in which what is each person's own differs, and mark those who are two for sure."""
    levels, weights, homes = found.levels, found.weights, learnt.homes
    alone = (homes.single & signs.whole) | signs.nobody_else
    alone_there = nobody_else(found, homes)
    wrong_id = _may_be_wrong_ids(found, traits, a, b, learnt=learnt)
    # Where hardly anybody has a namesake in his town, one of one name there has two phones rather than a father of that name.
    named = (signs.given == SAME) & (signs.surname == SAME) & (signs.middle != CONFLICT)
    one = learnt.namesakes.few & named & (signs.birth != CONFLICT) & (signs.ident != CONFLICT)
    found.doubt |= signs.people & only_a_home(found) & ~one & ~alone_there & ~alone & ~wrong_id
    if homes.heirs:
        found.doubt |= signs.people & signs.whole & is_one_of(signs.surname, ALIKE) & ~own_agrees(found)
    personal = signs.sure | signs.mail | (levels[PLACE["phone"]] == SAME)
    found.doubt |= signs.people & (weights[PLACE["other"]] <= FIRMLY) & ~personal
    # Where dates and ids can be relied on, two that differ are two people until somebody says otherwise.
    birth_bits, ident_bits = weights[PLACE["birth_date"]], weights[PLACE["national_id"]]
    other_birth = (signs.birth == CONFLICT) & (birth_bits <= FIRMLY) & (signs.ident != SAME)
    other_ident = (signs.ident == CONFLICT) & (ident_bits <= FIRMLY) & (signs.birth != SAME) & ~wrong_id
    # Where relatives are listed and dates hardly ever wrong, cousins of one name are as many as fathers and sons.
    cousins = (not homes.apart) & (birth_bits <= _HARDLY_EVER)
    two = (other_birth & (a_generation_apart(traits, a, b) | cousins)) | other_ident
    found.two = (two | (levels[PLACE["generation"]] == CONFLICT)) & (not homes.single)
    found.doubt |= (other_birth & ~alone_there & ~alone) | (other_ident & ~alone_there)


def _may_be_wrong_ids(found: Judged, traits: Traits, a: Array, b: Array, *, learnt: Learnt) -> Array:
    """Tell where two ids of one name at one home are one wrong, in a list of such: each of them that comes again is somebody's."""
    if not learnt.wrong_ids:
        return a < 0
    again = id_comes_again(traits)
    return one_name_at_home(found) & ~(again[a] & again[b])


def look_alikes(found: Judged, traits: Traits, a: Array, b: Array, *, learnt: Learnt) -> Array:
    """Tell which people only look like each other in a list of such rows: they fill other cells, or something differs that hardly ever does."""
    import numpy as np

    if not learnt.cells.telling:
        return np.zeros(len(a), dtype=bool)
    people = ~traits.firm[a] & ~traits.firm[b]
    return people & (made_up(traits, a, b, learnt.cells) | _something_never_differs(found, learnt))


def _something_never_differs(found: Judged, learnt: Learnt) -> Array:
    """Tell where something of one person's own differs that hardly ever does in this list."""
    steady = [name for name in OWN if name in learnt.shifts and learnt.shifts[name][CONFLICT] <= _NEVER]
    return (found.levels[[PLACE[name] for name in steady]] == CONFLICT).any(axis=0)
