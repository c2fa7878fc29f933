"""What a phone says depends on the rest: look at it again when everything else has been weighed.

One digit apart is a slip of the finger or the next number of a block, and a number without a name is its one bearer's
or a stranger's.
"""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import PLACE, Judged
from smbcrm.core.matcher.weighing.learnt import Learnt
from smbcrm.core.matcher.weighing.levels import CONFLICT, NEAR, PARTIAL, SAME, SWAPPED, VARIANT, is_one_of
from smbcrm.core.matcher.weighing.rarity import Rarity

_OWN = ("email", "national_id", "birth_date")
_PLACES = ("address", "city", "province", "postal_code")
_AGAINST = (*_OWN, *_PLACES, "father_name", "middle")
_NEIGHBOURS = -1.2  # two numbers that differ, whatever they look like
_NAMESAKE_BESIDE = 3.0  # two numbers side by side are seldom those of two people of one name
_SLIP_AT_HOME, _DIFFERS_AT_HOME = 1.0, -1.5  # what weigh_phones holds against housemates for the two
_NO_NEIGHBOUR = (
    3.0  # bits: a stranger's number is seldom one slip away from a given one, where neighbours are not
)
_ONE_READER = 3.0  # bits
_ALONE_THERE = 1.5  # bits: a household of one
_ONE_BEARER = 4.5  # bits beyond what a list of this length asks for


def look_again_at_contacts(
    found: Judged, traits: Traits, rarity: Rarity, learnt: Learnt, a: Array, b: Array
) -> None:
    """Take back what a phone one digit off was worth where it is no slip, and trust what one customer only uses where no name stands."""
    import numpy as np

    phone = PLACE["phone"]
    numbered = np.isin(traits.source[a], list(learnt.row_codes))
    other_code = (found.levels[PLACE["customer_code"]] == CONFLICT) & ~numbered
    near = np.flatnonzero(found.levels[phone] == NEAR)
    if len(near):
        block = _in_a_block(traits, a[near], b[near])
        slip = _is_slip(found, near, block, other_code=other_code[near])
        found.weights[phone, near[slip & ~block]] += _NO_NEIGHBOUR
        here = near[~slip]
        found.levels[phone, here] = PARTIAL
        namesake = _is_namesake(found, traits, a, b, here) & ~other_code[here]
        found.weights[phone, here] = np.where(namesake, _NAMESAKE_BESIDE, _NEIGHBOURS)
        found.housemate[here] += _DIFFERS_AT_HOME - _SLIP_AT_HOME
        found.doubt[here] |= ~_agrees(found, _OWN, here)
    nameless = (traits.given == 0) & (traits.surname == 0) & ~traits.firm
    nameless = nameless[a] | nameless[b]
    bare = ((traits.given[a] == 0) | (traits.given[b] == 0)) & ~traits.firm[a] & ~traits.firm[b]
    bare &= is_one_of(found.levels[PLACE["surname"]], (SAME, NEAR, VARIANT))
    open_ = np.flatnonzero((found.levels[phone] == SAME) & (nameless | bare))
    if len(open_):
        code = shared_phone(traits.phones, a[open_], b[open_])
        here = open_[
            rarity.phone_single[code] & ~_differs(found, (*_AGAINST, "company"), open_) & ~other_code[open_]
        ]
        found.housemate[here] += _ALONE_THERE
        here = here[nameless[here]]
        least = np.log2(rarity.size) + _ONE_BEARER
        found.levels[phone, here] = VARIANT
        found.weights[phone, here] = np.maximum(found.weights[phone, here], least)
    # Who is known by his address alone, as on a list of a newsletter, is the one customer who has it, not a relative of his.
    mailed = (found.levels[PLACE["email"]] == SAME) & nameless
    found.housemate[mailed] += _ONE_READER


def _in_a_block(traits: Traits, a: Array, b: Array) -> Array:
    """Tell which numbers one digit apart may have been sold side by side: only the last digit differs, or many such numbers are listed."""
    import numpy as np

    digits = np.array(traits.phone_digits, dtype=object)
    ends = (
        x[:-1] == y[:-1]
        for x, y in zip(digits[traits.phones[a, 0]], digits[traits.phones[b, 0]], strict=True)
    )
    block = np.fromiter(ends, dtype=bool, count=len(a)) & ~traits.firm[a]
    return block | _in_a_crowd(traits, a, b)


def _in_a_crowd(traits: Traits, a: Array, b: Array) -> Array:
    """Tell where either number is of a crowd that was given out in a row."""
    found: Array = traits.phone_crowded[traits.phones[a, 0]] | traits.phone_crowded[traits.phones[b, 0]]
    return found


def _is_slip(found: Judged, places: Array, block: Array, *, other_code: Array) -> Array:
    """Tell which numbers one digit apart are one number mistyped.

    Something of one person's own agrees, or nothing speaks against it and they are not next to each other in a block,
    as numbers are sold, nor in a crowd of such numbers; what firms have side by side is theirs.
    """
    own = _agrees(found, _OWN, places)
    at_home = _agrees(found, ("address",), places)
    return own | (~_differs(found, _AGAINST, places) & ~other_code & (~block | at_home))


def _is_namesake(found: Judged, traits: Traits, a: Array, b: Array, places: Array) -> Array:
    """Tell where a whole name agrees and nothing differs, and the numbers are not of a crowd that was given out in a row."""
    levels = found.levels[[PLACE["given"], PLACE["surname"]]][:, places]
    crowd = _in_a_crowd(traits, a[places], b[places])
    return (levels == SAME).all(axis=0) & ~_differs(found, _AGAINST, places) & ~crowd


def _agrees(found: Judged, names: tuple[str, ...], places: Array) -> Array:
    levels = found.levels[[PLACE[name] for name in names]][:, places]
    return ((levels == SAME) | (levels == SWAPPED)).any(axis=0)


def _differs(found: Judged, names: tuple[str, ...], places: Array) -> Array:
    return (found.levels[[PLACE[name] for name in names]][:, places] == CONFLICT).any(axis=0)


def shared_phone(table: Array, a: Array, b: Array) -> Array:
    """Give the number of a phone that both rows hold."""
    import numpy as np

    code = np.zeros(len(a), dtype=np.int32)
    for one in range(table.shape[1]):
        for two in range(table.shape[1]):
            here = table[a, one]
            code = np.where((code == 0) & (here == table[b, two]), here, code)
    return code
