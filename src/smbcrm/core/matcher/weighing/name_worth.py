"""What a name is worth in this list where nothing else proves it, and where it is proof."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.weighing.judged import PLACE, PROOFS, SAYING, SAYS, Judged
from smbcrm.core.matcher.weighing.learnt import Learnt
from smbcrm.core.matcher.weighing.levels import CONFLICT, NEAR, NONE, PARTIAL, SAME, VARIANT, is_one_of

_NAMESAKE_BITS = -0.5  # of rows that share a name while something differs, fewer than half are one person
_SOME_DIFFER = 1.1  # bits for those who have two phones, beyond what a difference says
_HALF = 0.5  # of what a town adds to a name, for namesakes live in one, too; and of what a name is worth where something differs
_NAME_LEAST, _NAME_MOST = -2.0, 4.0  # bits that a name is worth there, of those that were learnt
_LITTLE = (*PROOFS, "middle", "city", "province", "other")
_ENOUGH_LITTLE = 5.0  # bits
_ALIKE = (SAME, VARIANT, NEAR)
_KNOWN_NAME_BITS = 6.0
_SOMETHING_MORE = 2.0
_KNOWN_IN_TOWN_BITS = 5.0
_KNOWN_ALONE_BITS = 5.0  # 97 of 100


def worth_of_name(found: Judged, learnt: Learnt) -> Array:
    """Give what a name is worth in this list where nothing proves it, in bits: alone, beside a town, or beside something that differs."""
    import numpy as np

    person = found.levels[PLACE["firm"]] == NONE
    named = np.where(person, _of_person(found, learnt), learnt.namesakes.firm)
    told = found.weights[[PLACE[name] for name in SAYING]]
    differs, agrees = told.min(axis=0), told.clip(min=0).sum(axis=0)
    two = differs + _SOME_DIFFER + _HALF * named.clip(_NAME_LEAST, _NAME_MOST)
    return np.where(differs >= -SAYS, named + _HALF * agrees, np.minimum(_NAMESAKE_BITS, two))


def known_name(found: Judged, learnt: Learnt) -> Array:
    """Tell where whole names agree, nothing differs, and what else agrees adds enough to what such a name is worth in this list."""

    levels, weights = found.levels, found.weights
    rest = weights[[PLACE[name] for name in _LITTLE]]
    # How often namesakes live in one town is counted for itself.
    town = _town(found)
    more = rest.sum(axis=0) - town
    known = (more >= _SOMETHING_MORE) & (_of_person(found, learnt) + more >= _KNOWN_NAME_BITS)
    known |= (town > 2) & (_usual_in_town(found, learnt) + more >= _KNOWN_IN_TOWN_BITS)
    # So is how often namesakes agree in what columns of unknown meaning say.
    clash = (levels[[PLACE[name] for name in SAYING if name != "customer_code"]] == CONFLICT).any(axis=0)
    other = weights[PLACE["other"]]
    known |= (other > 2) & ~clash & (learnt.namesakes.beside + more - other >= _KNOWN_IN_TOWN_BITS)
    known |= (_worth_alone(found, learnt) >= _KNOWN_ALONE_BITS) & (more > -SAYS)
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
    return known & (rest.min(axis=0) > -1)


def worth_of_known_name(found: Judged, learnt: Learnt) -> Array:
    """Give what a known name is worth at least, in bits, as counted in this list: alone or beside its town, however it is spelled."""
    import numpy as np

    town = _town(found)
    there = (town > 2) & (_usual_in_town(found, learnt) >= _KNOWN_IN_TOWN_BITS)
    in_town = learnt.namesakes.of_town(_name_bits(found) + town, _variant(found))
    worth = np.maximum(np.where(there, in_town, -np.inf), _worth_alone(found, learnt))
    return np.where(_named(found), worth, -np.inf)


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


def _variant(found: Judged) -> Array:
    return (found.levels[PLACE["given"]] == VARIANT) | (found.levels[PLACE["surname"]] == VARIANT)


def _town(found: Judged) -> Array:
    """Give the bits of the town that agrees."""
    import numpy as np

    return np.where(found.levels[PLACE["city"]] == SAME, found.weights[PLACE["city"]], 0)


def _usual_in_town(found: Judged, learnt: Learnt) -> Array:
    """Give what a name beside its town is worth on average."""
    import numpy as np

    counted = learnt.namesakes
    return np.where(_variant(found), counted.variant_in_town.usual, counted.in_town.usual)


def _worth_alone(found: Judged, learnt: Learnt) -> Array:
    """Give what a name alone is worth where fathers and sons count, too."""
    import numpy as np

    return -np.logaddexp2(-_of_person(found, learnt), -learnt.namesakes.fathers)


def _of_person(found: Judged, learnt: Learnt) -> Array:
    return learnt.namesakes.of_person(_name_bits(found), _variant(found))


def _name_bits(found: Judged) -> Array:
    return found.weights[PLACE["given"]] + found.weights[PLACE["surname"]]
