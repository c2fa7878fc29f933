"""What a name is worth in this list where nothing else proves it, and where it is proof."""

from __future__ import annotations

from dataclasses import dataclass

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.weighing.judged import PLACE, PROOFS, SAYING, SAYS, Judged
from smbcrm.core.matcher.weighing.learnt import Learnt, Namesakes
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    VARIANT,
    is_one_of,
)

_NAMESAKE_BITS = -0.5  # of rows that share a name while something differs, fewer than half are one person
_SOME_DIFFER = 1.1  # bits for those who have two phones, beyond what a difference says
_HALF = 0.5  # of what a town adds to a name, for namesakes live in one, too; and of what a name is worth where something differs
_NAME_LEAST, _NAME_MOST = -2.0, 4.0  # bits that a name is worth there, of those that were learnt
_LITTLE = (*PROOFS, "middle", "city", "province", "other")
_ENOUGH_LITTLE = 5.0  # bits
_HOME = ("address", "postal_code", "city", "province")
_BUT_HOME = (*(name for name in SAYING if name not in _HOME), "generation", "title", "kin")
_PROVES = 2.0
_ALIKE = (SAME, VARIANT, NEAR)
_KNOWN_NAME_BITS = 6.0
_SOMETHING_MORE = 2.0
_KNOWN_IN_TOWN_BITS = 5.0
_KNOWN_ALONE_BITS = 5.0  # 97 of 100


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWorth:
    """What the names of pairs are worth in this list, as counted in it: in bits, worked out once for all that asks."""

    person: Array  # a person's alone
    alone: Array  # the same where fathers and sons count, too
    town: Array  # the town that agrees
    usual_in_town: Array  # beside their town, on average
    in_town: Array  # and as frequent as name and town are
    moved: Array  # beside a middle name, whatever the homes say; nothing elsewhere


def worth_of_names(found: Judged, learnt: Learnt) -> NameWorth:
    """Give what names are worth alone and beside their town."""
    import numpy as np

    levels, weights, counted = found.levels, found.weights, learnt.namesakes
    name = weights[PLACE["given"]] + weights[PLACE["surname"]]
    variant = (levels[PLACE["given"]] == VARIANT) | (levels[PLACE["surname"]] == VARIANT)
    town = np.where(levels[PLACE["city"]] == SAME, weights[PLACE["city"]], 0)
    person = counted.of_person(name, variant)
    return NameWorth(
        person=person,
        alone=-np.logaddexp2(-person, -counted.fathers),
        town=town,
        usual_in_town=np.where(variant, counted.variant_in_town.usual, counted.in_town.usual),
        in_town=counted.of_town(name + town, variant),
        moved=_of_movers(found, counted, name),
    )


def _of_movers(found: Judged, counted: Namesakes, name: Array) -> Array:
    """Give what names are worth whose middle name agrees, whatever their homes say, fathers and sons among them."""
    import numpy as np

    moved = np.full(len(name), -np.inf)
    here = np.flatnonzero(home_aside(found) & middle_fits(found))
    moved[here] = -np.logaddexp2(-counted.moved.of(name[here]), -counted.fathers)
    return moved


def home_aside(found: Judged) -> Array:
    """Tell where whole names agree and nothing differs, whatever their homes say, and nothing proves the pair."""
    levels, weights = found.levels, found.weights
    one_name = (levels[PLACE["given"]] == SAME) & (levels[PLACE["surname"]] == SAME)
    one_name &= weights[[PLACE[name] for name in _BUT_HOME]].min(axis=0) >= -SAYS
    return one_name & (weights[[PLACE[name] for name in PROOFS]].max(axis=0) <= _PROVES)


def two_homes(found: Judged) -> Array:
    """Tell where something of the home differs."""
    return found.weights[[PLACE[name] for name in _HOME]].min(axis=0) < -SAYS


def middle_fits(found: Judged) -> Array:
    """Tell where middle names agree, or the letter that is known of one does."""
    return is_one_of(found.levels[PLACE["middle"]], (SAME, VARIANT, INITIAL))


def worth_unproved(found: Judged, learnt: Learnt, worth: NameWorth) -> Array:
    """Give what a name is worth in this list where nothing proves it, in bits: alone, beside a town, or beside something that differs."""
    import numpy as np

    person = found.levels[PLACE["firm"]] == NONE
    named = np.where(person, worth.person, learnt.namesakes.firm)
    told = found.weights[[PLACE[name] for name in SAYING]]
    differs, agrees = told.min(axis=0), told.clip(min=0).sum(axis=0)
    two = differs + _SOME_DIFFER + _HALF * named.clip(_NAME_LEAST, _NAME_MOST)
    unproved = np.where(differs >= -SAYS, named + _HALF * agrees, np.minimum(_NAMESAKE_BITS, two))
    return np.maximum(unproved, worth.moved)


def known_name(found: Judged, learnt: Learnt, worth: NameWorth) -> Array:
    """Tell where whole names agree, nothing differs, and what else agrees adds enough to what such a name is worth in this list."""
    levels, weights = found.levels, found.weights
    rest = weights[[PLACE[name] for name in _LITTLE]]
    # How often namesakes live in one town is counted for itself.
    town = worth.town
    more = rest.sum(axis=0) - town
    known = (more >= _SOMETHING_MORE) & (worth.person + more >= _KNOWN_NAME_BITS)
    known |= (town > 2) & (worth.usual_in_town + more >= _KNOWN_IN_TOWN_BITS)
    # So is how often namesakes agree in what columns of unknown meaning say.
    clash = (levels[[PLACE[name] for name in SAYING if name != "customer_code"]] == CONFLICT).any(axis=0)
    other = weights[PLACE["other"]]
    known |= (other > 2) & ~clash & (learnt.namesakes.beside + more - other >= _KNOWN_IN_TOWN_BITS)
    known |= (worth.alone >= _KNOWN_ALONE_BITS) & (more > -SAYS)
    named = _named(found)
    known &= named & (levels[PLACE["address"]] != PARTIAL)  # another house of one street is another house
    near = is_one_of(levels[PLACE["given"]], _ALIKE) & is_one_of(levels[PLACE["surname"]], _ALIKE) & ~named
    near &= (levels[PLACE["given"]] != NEAR) | (levels[PLACE["surname"]] != NEAR)
    # Where hardly anybody has a namesake, one slip in a name that stands beside its town is a slip; relatives of one town bear first
    # names that are like each other, and one last name.
    if min(learnt.namesakes.alone, learnt.namesakes.person.usual) >= _KNOWN_ALONE_BITS:
        known |= near & (town > 2)
    elif learnt.namesakes.few:
        known |= near & (town > 2) & (levels[PLACE["given"]] != NEAR)
    return (known & (rest.min(axis=0) > -1)) | (worth.moved >= _KNOWN_ALONE_BITS)


def worth_of_known_name(found: Judged, worth: NameWorth) -> Array:
    """Give what a known name is worth at least, in bits, as counted in this list: alone or beside its town, however it is spelled."""
    import numpy as np

    there = (worth.town > 2) & (worth.usual_in_town >= _KNOWN_IN_TOWN_BITS)
    least = np.maximum(np.where(there, worth.in_town, -np.inf), worth.alone)
    least = np.maximum(least, worth.moved)
    return np.where(_named(found), least, -np.inf)


def known_firm(found: Judged, learnt: Learnt) -> Array:
    """Tell where firms of one name and one town differ in nothing, in a list in which such firms hardly ever turn out to be two."""
    levels, weights = found.levels, found.weights
    named = (levels[PLACE["firm"]] == SAME) & (levels[PLACE["city"]] == SAME) & (weights[PLACE["city"]] > 2)
    if learnt.namesakes.firm_in_town < _KNOWN_IN_TOWN_BITS:
        named[:] = False
    return named & (weights[[PLACE[name] for name in _LITTLE]].min(axis=0) > -SAYS)


def many_little_things(found: Judged) -> Array:
    """Tell where whole names agree and so does so much else that, taken together, it is no chance, and nothing differs."""
    levels, weights = found.levels, found.weights
    named = is_one_of(levels[PLACE["given"]], _ALIKE) & is_one_of(levels[PLACE["surname"]], _ALIKE)
    rest = weights[[PLACE[name] for name in _LITTLE]]
    several = (rest > 1).sum(axis=0) + found.others - (weights[PLACE["other"]] > 1) > 1
    return named & several & (rest.clip(min=0).sum(axis=0) >= _ENOUGH_LITTLE) & (rest.min(axis=0) > -1)


def _named(found: Judged) -> Array:
    """Tell where whole names agree, written in one way or in two."""
    given, surname = found.levels[PLACE["given"]], found.levels[PLACE["surname"]]
    return is_one_of(given, (SAME, VARIANT)) & is_one_of(surname, (SAME, VARIANT))
