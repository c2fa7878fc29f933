"""Who stands behind one home in this list: relatives, or one customer whose name was written down wrong."""

from __future__ import annotations

import math

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing import judged as ev
from smbcrm.core.matcher.weighing.learnt import NO_RELATIVES, SURELY_NONE, Homes
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    NEAR,
    SAME,
    SHARED,
    SWAPPED,
    VARIANT,
    WEAK,
    is_one_of,
)
from smbcrm.core.matcher.weighing.rarity import Rarity
from smbcrm.core.matcher.weighing.signs import own_agrees

_FEW_HOMES = 10  # pairs at home that an ordinary list counts for: relatives in every third
_LEAST_HOME_BITS, _MOST_HOME_BITS = -2.0, 4.0
_MOST_DOOR_BITS = 3.0  # a firm may have two shops in one street: a question, unless house numbers are often mistyped in this list
# So many of one home born on one day, and for each that was not so many, before nobody's relatives are taken to be listed.
_TWINS_SEEN, _FOR_EACH_SIBLING = 4, 2
# The same by names: so many of one first name at a home with two last names, and for each at most so many the other way round.
_LAST_NAMES_SEEN, _FIRST_FOR_EACH = 10, 2
# More of them, where nine of ten of the other first names are hardly anybody's: those are garbled, and no relatives'.
_GARBLED_FOR_EACH, _CLEAR = 4, 0.1
# For each that slips explain so many, and so many times what chance adds or takes away, before anybody's relatives are among them.
_FOR_EACH_SLIP, _STRAY = 1.5, 2.0
_OF_CHANCE = 5  # times what strangers who share a birthday come to
_NAMED_FOR_EACH = 5  # pairs of one name
# How often one customer's first or last names differ in an ordinary list, and how many pairs that list counts for; bits.
_OTHER_NAME, _TRUST, _MOST_SLIPS = 0.044, 30, 3.0


# Namesakes of two generations at one home, by dates: so many, and one for so many who are one.
_HEIRS_SEEN, _FOR_EACH_HEIR = 10, 8


def learn_homes(found: ev.Judged, cut: Array, *, calm: Array, older: Array) -> Homes:
    """Tell from the pairs of one surname at one phone or address whether relatives are listed, too.

    A different first name with the same birthday is rather one customer's, one with another birthday or none a relative's.
    Relatives share a last name and not a first one; where first names stand beside two last names about as often as the other
    way round, it is names that were written down wrong. So is a first name `cut` short. Only `calm` pairs tell: no crowd shares their home.
    Birth dates of those who are `older` than others are a generation apart.
    """
    import numpy as np

    def level(name: str) -> Array:
        return found.levels[ev.PLACE[name]]

    together = is_one_of(level("address"), (SAME, NEAR)) | is_one_of(level("phone"), (SAME, SHARED))
    by_code = not (level("address").any() or level("phone").any())
    if by_code:
        together = level("postal_code") == SAME
    together &= calm
    kin = together & is_one_of(level("surname"), (SAME, NEAR, VARIANT))
    named, other = is_one_of(level("given"), (SAME, VARIANT, NEAR)), level("given") == CONFLICT
    born = is_one_of(level("birth_date"), (SAME, SWAPPED))
    born_apart = is_one_of(level("birth_date"), (CONFLICT, WEAK))
    one = int((kin & (named | ((other | cut) & born))).sum())
    relatives = int((kin & other & ~born).sum())
    bits = np.log2((one + _FEW_HOMES) / (relatives + _FEW_HOMES / 2))
    twins, siblings = int((kin & (other | cut) & born).sum()), int((kin & other & born_apart).sum())
    by_dates = twins >= _TWINS_SEEN and relatives * 10 <= one
    others = together & (level("surname") == CONFLICT)
    last, strangers = int((others & named).sum()), int((others & other).sum())
    clear = int((kin & other & ~born & ~found.garbled).sum())
    for_each = _GARBLED_FOR_EACH if clear <= _CLEAR * relatives else _FIRST_FOR_EACH
    by_names = last >= max(_LAST_NAMES_SEEN, strangers, relatives / for_each)
    by_names &= relatives * _NAMED_FOR_EACH <= one
    alone = kin & named & ~own_agrees(found, but="birth_date")
    dated, heirs = (int((alone & which).sum()) for which in (born, born_apart & older))
    single = (by_dates or by_names) and siblings * _FOR_EACH_SIBLING <= twins
    sole, slips_meet = _no_oftener_than_slips(found, kin & named, kin & other, by_dates=by_dates)
    if single:
        bits = SURELY_NONE if sole else NO_RELATIVES
    else:
        bits = np.clip(bits, _LEAST_HOME_BITS, _MOST_HOME_BITS)
    return Homes(
        bits=float(bits),
        doors=_one_door(found),
        single=single,
        by_code=by_code,
        sole=single and sole,
        by_dates=by_dates,
        slips_meet=single and sole and slips_meet,
        heirs=not single and heirs >= _HEIRS_SEEN and heirs * _FOR_EACH_HEIR >= dated,
    )


def _one_door(found: ev.Judged) -> float:
    """Give the bits by which rows of one firm, with one website, line or mailbox, are likelier to stand at one address than at two.

    A chain has many addresses. Where there is none, two house numbers of one street are one mistyped.
    """
    import numpy as np

    level = {name: found.levels[ev.PLACE[name]] for name in ("firm", "website", "phone", "email", "address")}
    one = level["website"] == SAME
    one |= is_one_of(level["phone"], (SAME, SHARED)) | is_one_of(level["email"], (SAME, SHARED))
    one &= is_one_of(level["firm"], (SAME, NEAR, VARIANT))
    there = int((one & is_one_of(level["address"], (SAME, NEAR, VARIANT, SWAPPED))).sum())
    elsewhere = int((one & (level["address"] == CONFLICT)).sum())
    bits = np.log2((there + _FEW_HOMES) / (elsewhere + _FEW_HOMES))
    return float(np.clip(bits, 0, _MOST_DOOR_BITS))


def _no_oftener_than_slips(
    found: ev.Judged, named: Array, other: Array, *, by_dates: bool
) -> tuple[bool, bool]:
    """Tell whether slips explain all that differs between rows of one last name at one home, `named` alike or with an `other` first name.

    First whether birth dates differ beside two first names no oftener than beside one, then whether dates and ids, both often wrong,
    differ together no oftener than chance has it: father and son of one name have two of each.
    """
    birth = found.levels[ev.PLACE["birth_date"]]
    born, born_apart = is_one_of(birth, (SAME, SWAPPED)), is_one_of(birth, (CONFLICT, WEAK))
    slips = int((named & born_apart).sum()) / max(int((named & born).sum()), 1)
    twins, siblings = int((other & born).sum()), int((other & born_apart).sum())
    sole = not by_dates or siblings <= _most_by_chance(twins * slips)
    other_id = found.levels[ev.PLACE["national_id"]] == CONFLICT
    both, dated, numbered = (
        int((named & which).sum())
        for which in (born_apart & other_id, born_apart & ~other_id, other_id & ~born_apart)
    )
    by_chance = dated * numbered / max(int(named.sum()), 1)
    return sole, by_chance >= 1 and both <= _most_by_chance(by_chance)


def _most_by_chance(expected: float) -> float:
    """Give how many there may be where so many are expected: none where hardly any is."""
    return _FOR_EACH_SLIP * expected + _STRAY * math.sqrt(expected)


def told_by_days(found: ev.Judged, traits: Traits, rarity: Rarity) -> tuple[bool, dict[str, Array]]:
    """Tell from rows that say nothing but names and birth dates whether twins are listed, and if not, how often names are wrong.

    Twins share a last name and not a first one, and strangers born on one day share either by chance.
    """
    import numpy as np

    born = ev.only_born(found) & (found.levels[ev.PLACE["birth_date"]] == SAME)
    level = {name: found.levels[ev.PLACE[name]] for name in ("given", "surname")}
    alike = {name: is_one_of(level[name], (SAME, NEAR, VARIANT)) for name in level}
    both = int((born & alike["given"] & alike["surname"]).sum())
    other = {
        name: int((born & alike[beside] & (level[name] == CONFLICT)).sum())
        for name, beside in (("given", "surname"), ("surname", "given"))
    }
    days = np.bincount(traits.birth.codes)[1:].astype(np.float64)
    pairs = float((days * (days - 1)).sum() / 2) - both
    by_chance = pairs * max(
        float((2.0 ** -rarity.word[names[names > 0]]).mean()) if names.any() else 0
        for names in (traits.given, traits.surname)
    )
    least = max(_LAST_NAMES_SEEN, other["given"] / _FIRST_FOR_EACH, by_chance * _OF_CHANCE)
    if other["surname"] < least:
        return False, {}
    slips = {}
    for name, count in other.items():
        wrong = max(count - by_chance, 0.0)
        share = (wrong + _TRUST * _OTHER_NAME) / (both + wrong + _TRUST)
        slips[name] = np.zeros(10, dtype=np.float32)
        slips[name][CONFLICT] = np.clip(np.log2(share / _OTHER_NAME), 0, _MOST_SLIPS)
    return True, slips
