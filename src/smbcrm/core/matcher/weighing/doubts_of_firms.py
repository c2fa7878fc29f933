"""What leaves it open whether two firms are one: another site, another legal form, a neighbour called alike."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import FIRMLY, PLACE, Judged
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    NONE,
    SAME,
    SHARED,
    SWAPPED,
    VARIANT,
    is_one_of,
)
from smbcrm.core.matcher.weighing.one_site import at_one_place
from smbcrm.core.naming.firm_names import FORMS_OF_ONE_SCRIPT, PARTNERS


def another_site(found: Judged, traits: Traits, a: Array, b: Array) -> Array:
    """Tell where firms stand at two addresses, in a list that writes one address in one way: a chain has one name and one line.

    Within a town that is named, one firm has two doors as well; on one line, a house number that is the same is on one street
    that was written in two ways.
    """
    import numpy as np

    levels, weights = found.levels, found.weights
    elsewhere = (levels[PLACE["address"]] == CONFLICT) & (weights[PLACE["address"]] <= FIRMLY)
    elsewhere &= (levels[PLACE["firm"]] != NONE) & (levels[PLACE["city"]] != SAME)
    far = np.flatnonzero(elsewhere)
    elsewhere[far] = ~at_one_place(traits, a[far], b[far])
    return elsewhere


def is_of_another_town(traits: Traits, a: Array, b: Array) -> Array:
    """Tell where one firm is named after a town in which the other, whose name tells none, is not: Nixon Joinery (Denholm) and Nixon Joinery in Brackley.

    They are branches of one line as often as one shop whose name was cut short.
    """
    import numpy as np

    towns, cities = traits.firm_town, traits.city
    place = {text: code for code, text in enumerate(cities.values)}
    city_of = np.array([place.get(text, 0) for text in towns.values], dtype=cities.codes.dtype)
    found = np.zeros(len(a), dtype=bool)
    for one, two in ((a, b), (b, a)):
        after = city_of[towns.codes[one]]
        there, here = cities.codes[two], cities.codes[one]
        found |= (after > 0) & (towns.codes[two] == 0) & (there > 0) & (there != after) & (there != here)
    return found & ~at_one_place(traits, a, b)


def has_another_form(traits: Traits, a: Array, b: Array) -> Array:
    """Tell where two firms bear two legal forms, or have other partners: an owner has a ООО and a ЗАО of one name at one desk."""
    one, two = traits.firm_forms[a], traits.firm_forms[b]
    found = a < 0
    for kind in (*FORMS_OF_ONE_SCRIPT, PARTNERS):
        found |= (one & kind > 0) & (two & kind > 0) & (one & two & kind == 0)
    return found


def may_be_a_neighbour(levels: Array, one: Array, two: Array) -> Array:
    """Tell where firms have two lines or stand in two towns, and house numbers only look alike, or a name is one word of the other.

    `one` and `two` are the words of their names. Such a word may be the street's or the quarter's, which others there are called
    after, too.
    """
    short = is_one_of(levels[PLACE["firm"]], (VARIANT, SHARED))
    short &= ~(one[:, 1:].any(axis=1) & two[:, 1:].any(axis=1))
    near = levels[PLACE["address"]] == SWAPPED
    two_lines = levels[PLACE["phone"]] == CONFLICT
    return (short & two_lines) | (near & (two_lines | (levels[PLACE["city"]] == CONFLICT)))
