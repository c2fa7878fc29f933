"""Weigh where two rows live and what else is known: address, city, website, father, codes, other columns."""

from __future__ import annotations

import re
from collections import Counter
from string import ascii_letters

from smbcrm.core.matcher.reading.codes import Array, Column, Values
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.reading.value_keys import OF_A_FLAT, ONE_STREET
from smbcrm.core.matcher.weighing.judged import Judged
from smbcrm.core.matcher.weighing.learnt import Learnt
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
)
from smbcrm.core.matcher.weighing.likeness import (
    NEARLY_ONE,
    distinct_pairs,
    likeness,
    one_begins,
    turned_about,
)
from smbcrm.core.matcher.weighing.rarity import Rarity

_NUMBER, _POSTAL_CODE = re.compile(r"\d+"), re.compile(r"\d{5,}$")
_ONE_STREET = 0.75  # how alike two spellings of a street are at least
_ONE_HOUSE = 0.66  # the same where the house has the same number
_ONE_GARBLED = 0.7  # the same of number and street as one, where a slip ran them together
_NEIGHBOURHOOD, _OF_A_NEIGHBOUR = 5.6, (-1.0, 0.4)  # bits; more only where the list shows it
_STREET_LEFT_OUT, _MOST_OF_A_NUMBER = 1.5, 5.0  # bits
_LISTED_AS_TWO = -4.0  # bits
_SHORTEST_FATHER = 4  # letters
A_NUMBER = 5.0  # bits: more than any column has that is not a number for each person


def weigh_places(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Weigh the address by house, street and unit, then postal code, city and province."""
    import numpy as np

    # A house is in one place: the rest of the address follows, or is written in another way.
    good = _weigh_address(found, traits, rarity, a, b) > 3
    for name, column, bits, against in (
        ("postal_code", traits.postal, rarity.postal, -1.0),
        ("city", traits.city if traits.city.codes.any() else traits.district, rarity.city, -1.5),
        ("province", traits.province, rarity.province, -1.0),
    ):
        level, weight = _plain_field(column, bits if len(bits) == len(column.values) else None, a, b, against)
        if name == "postal_code":
            weight[level == NEAR] = np.minimum(weight[level == NEAR], rarity.postal_near)
            _mark_neighbours(level, weight, traits, rarity, a, b)
        found.put(name, level, weight=weight, damp=np.where(good, np.where(weight > 0, 0.4, 0.15), 1.0))


def _weigh_address(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> Array:
    """Weigh house, street and unit, and give the bits; a number alone is in many places."""
    import numpy as np

    level = _address_levels(traits, a, b)
    home = np.minimum(rarity.home[traits.home[a]], rarity.home[traits.home[b]])
    street = np.minimum(rarity.street[traits.street.codes[a]], rarity.street[traits.street.codes[b]])
    number = _number_bits(traits)[traits.house.codes[a]]
    weight = np.select(
        [level == kind for kind in (SAME, NEAR, VARIANT, SWAPPED, SHARED, WEAK, PARTIAL, CONFLICT, INITIAL)],
        [home - 1, home - 2.5, home - 5, *(street * 0.7,) * 2, street - 1, street * 0.3 - 1.5, -2.0, number],
        0,
    ).astype(np.float32)
    house = np.array([0, 0.2, -1.5, 0.2, 0, -1.5, -1, -1, 0, 0], dtype=np.float32)[level]
    found.put("address", level, weight=weight, house=house)
    return np.where(level == INITIAL, 0, weight)


def _address_levels(traits: Traits, a: Array, b: Array) -> Array:
    """Tell how addresses agree: in the house, in the house but for the unit, in the street, in the number alone, or not."""
    import numpy as np

    house, street = traits.house.codes, traits.street.codes
    ha, hb, sa, sb = house[a], house[b], street[a], street[b]
    has = (sa > 0) & (sb > 0)
    unlike = np.flatnonzero(has & (sa != sb))
    alike = np.where(has, 1.0, 0.0)
    alike[unlike] = likeness(traits.street.values, sa[unlike], sb[unlike], part=True)
    number = np.where((ha > 0) & (hb > 0), np.where(ha == hb, 1, -1), 0)
    flat = np.array([value.startswith(OF_A_FLAT) for value in traits.house.values])
    number[flat[ha] != flat[hb]] = 0  # a flat's number and a house's tell nothing of each other
    turned = np.flatnonzero(has & (number > 0) & (alike < _ONE_HOUSE))
    alike[turned[turned_about(traits.street.values, sa[turned], sb[turned])]] = _ONE_STREET
    numbered = traits.street.values.numbered
    unlike = unlike[numbered[sa[unlike]] & numbered[sb[unlike]]]
    alike[unlike[_other_numbers(traits.street.values, sa[unlike], sb[unlike])]] = 0.0
    by_number = np.where(number > 0, SAME, np.where(number < 0, PARTIAL, WEAK))
    other = alike < np.where(number > 0, _ONE_HOUSE, _ONE_STREET)
    level = np.where(~has, NONE, np.where(other, CONFLICT, by_number))
    level = np.where((level == SAME) & (sa != sb), NEAR, level).astype(np.int8)
    level[(number > 0) & ~has & ~flat[ha]] = INITIAL
    if ONE_STREET in traits.street.values:
        level[level == PARTIAL] = CONFLICT
    moved = np.flatnonzero((level == PARTIAL) & (alike >= 0.9) & ~flat[ha])
    slip = likeness(traits.house.values, ha[moved], hb[moved])
    slip[_next_doors(traits.house.values, ha[moved], hb[moved])] = 0
    level[moved[slip >= 0.6]] = SWAPPED
    ua, ub = traits.unit.codes[a], traits.unit.codes[b]
    other_unit = (ua > 0) & (ub > 0) & (ua != ub)
    level[((level == SAME) | (level == NEAR)) & (other_unit | is_another_kind(traits, a, b))] = VARIANT
    garbled = np.flatnonzero((level == CONFLICT) & has)
    level[garbled[_is_garbled(traits, a[garbled], b[garbled])]] = SHARED
    return level


def is_another_kind(traits: Traits, a: Array, b: Array) -> Array:
    """Tell where two kinds of street are told: Church Road is not Church Close, if somebody did not mix them up."""
    one, two = traits.street_kind.codes[a], traits.street_kind.codes[b]
    return (one > 0) & (two > 0) & (one != two)


def _next_doors(houses: Values, one: Array, two: Array) -> Array:
    """Tell which house numbers are one number with another letter: 12b and 12c are neighbours, and no slip of each other."""
    import numpy as np

    sides = list(zip(one.tolist(), two.tolist()))
    asked = {code: houses[code] for side in sides for code in side}
    shape = {code: (text.rstrip(ascii_letters), text[-1:].isalpha()) for code, text in asked.items()}
    found = (x != y and shape[x] == shape[y] and shape[x][1] for x, y in sides)
    return np.fromiter(found, dtype=bool, count=len(one))


def _is_garbled(traits: Traits, a: Array, b: Array) -> Array:
    """Tell which addresses are one whose number and street ran together where letters were lost or put in: 9e17 edar Way, 9817 Cedar Way."""
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    house, street = traits.house, traits.street
    # Where both have a number, it is the street's: W 54th St, county road 5, a block of Mannheim or Tokyo.
    open_ = np.flatnonzero(street.values.numbered[street.codes[a]] ^ street.values.numbered[street.codes[b]])
    texts = [
        (house.values.texts[house.codes[rows]] + street.values.texts[street.codes[rows]]).tolist()
        for rows in (a[open_], b[open_])
    ]
    digits = [["".join(filter(str.isdigit, text)) for text in side] for side in texts]
    alike = process.cpdist(*texts, scorer=OSA.normalized_similarity, dtype=np.float32)
    slips = process.cpdist(*digits, scorer=OSA.distance, dtype=np.int32)
    found = np.zeros(len(a), dtype=bool)
    found[open_] = (alike >= _ONE_GARBLED) & (slips <= 1)
    return found


def _other_numbers(streets: Values, one: Array, two: Array) -> Array:
    """Tell which streets bear other numbers, though their letters agree: W 54th and W 55th, or two blocks of one quarter."""
    import numpy as np

    # There are far fewer numbers than streets. What may be a postal code is mistyped as well.
    streets_there, place = np.unique(np.concatenate([one, two]), return_inverse=True)
    numbers = [
        tuple(sorted(_NUMBER.findall(_POSTAL_CODE.sub("", text)))) for text in streets.texts[streets_there]
    ]
    distinct = list(dict.fromkeys(numbers))
    code = {number: i for i, number in enumerate(distinct)}
    first, second = np.split(np.array([code[number] for number in numbers], dtype=np.int64)[place], 2)
    left, right, back = distinct_pairs(first, second)
    counted = [Counter(number) for number in distinct]
    sides = zip(left.tolist(), right.tolist())
    found = (not (counted[x] <= counted[y] or counted[y] <= counted[x]) for x, y in sides)
    return np.fromiter(found, dtype=bool, count=len(left))[back]


def _number_bits(traits: Traits) -> Array:
    """Tell in bits how seldom a house has each number: what it tells of a home whose street one row leaves out."""
    import numpy as np

    count = np.bincount(traits.house.codes, minlength=len(traits.house.values)).astype(np.float64)
    seldom = np.log2(max(count[1:].sum(), 1) / np.maximum(count, 1)) - _STREET_LEFT_OUT
    return np.clip(seldom, 0, _MOST_OF_A_NUMBER)


def _mark_neighbours(level: Array, weight: Array, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Mark two postal codes of one neighbourhood: who moves, or mistypes one, often stays there, and so do many others."""
    import numpy as np

    area = traits.postal_area.codes[a]
    near = (level == CONFLICT) & (area > 0) & (area == traits.postal_area.codes[b])
    level[near] = PARTIAL
    weight[near] = np.clip(rarity.postal_area[area[near]] - _NEIGHBOURHOOD, *_OF_A_NEIGHBOUR)


def _plain_field(
    column: Column, bits: Array | None, a: Array, b: Array, against: float
) -> tuple[Array, Array]:
    """Compare a field that is one word: same, nearly, different."""
    import numpy as np

    ca, cb = column.codes[a], column.codes[b]
    level = np.where((ca > 0) & (cb > 0), np.where(ca == cb, SAME, CONFLICT), NONE).astype(np.int8)
    other = np.flatnonzero(level == CONFLICT)
    alike = likeness(column.values, ca[other], cb[other])
    level[other[alike >= NEARLY_ONE]] = NEAR
    worth = np.full(len(column.values), 2.0, dtype=np.float32) if bits is None else bits
    weight = np.where(level == SAME, worth[ca] - 0.3, np.where(level == CONFLICT, against, 0))
    weight = np.where(level == NEAR, np.minimum(worth[ca], worth[cb]) * 0.5, weight)
    return level, weight.astype(np.float32)


def weigh_rest(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Weigh website, father's name, customer code and our own id; the last two count within one source only."""
    import numpy as np

    level, weight = _plain_field(traits.website, rarity.website, a, b, -1.0)
    found.put("website", level, weight=np.where(traits.firm[a], weight, weight * 0.5))
    fa, fb = traits.father.codes[a], traits.father.codes[b]
    alike = likeness(traits.father.values, fa, fb)
    level = np.where(
        (fa > 0) & (fb > 0), np.where(fa == fb, SAME, np.where(alike > 0.75, NEAR, CONFLICT)), NONE
    )
    other = np.flatnonzero(level == CONFLICT)
    level[other[_is_cut_short(traits.father, fa[other], fb[other])]] = NEAR
    weight = np.where(
        level == SAME,
        np.minimum(rarity.father[fa], rarity.father[fb]),
        np.where(level == NEAR, 2, np.where(level == CONFLICT, -4, 0)),
    )
    found.put("father_name", level, weight=weight, house=np.where(level == CONFLICT, -4, 0))
    ca, cb = traits.code.codes[a], traits.code.codes[b]
    one_source = (traits.source[a] == traits.source[b]) & (ca > 0) & (cb > 0)
    level = np.where(one_source, np.where(ca == cb, SAME, CONFLICT), NONE)
    # Where no code ever repeats, every pair differs and that says nothing.
    against = -8 * np.minimum(rarity.code_repeats[traits.source[a]] * 3, 1)
    weight = np.where(level == SAME, 12, np.where(level == CONFLICT, against, 0))
    found.put("customer_code", level, weight=weight, house=np.minimum(weight, 6))
    parted = (traits.own_id[a] > 0) & (traits.own_id[b] > 0) & (traits.own_id[a] != traits.own_id[b])
    parted &= traits.source[a] == traits.source[b]
    found.put("own_id", np.where(parted, CONFLICT, NONE), weight=_LISTED_AS_TWO * parted)


def _is_cut_short(fathers: Column, one: Array, two: Array) -> Array:
    """Tell which fathers' names are one with more behind it in the other row: Ramesh and Ramesh Kumar."""
    import numpy as np

    left, right, back = distinct_pairs(one, two)
    lefts, rights = fathers.values.texts[left].tolist(), fathers.values.texts[right].tolist()
    short = np.minimum([*map(len, lefts)], [*map(len, rights)])
    return (one_begins(lefts, rights) & (short >= _SHORTEST_FATHER))[back]


def weigh_other(found: Judged, traits: Traits, learnt: Learnt, a: Array, b: Array) -> None:
    """Weigh the columns of unknown meaning by what agreement in them was worth where rows were proved the same."""
    import numpy as np

    total = np.zeros(len(a), dtype=np.float32)
    for heading, (agree, differ) in learnt.other.items():
        codes = traits.other[heading].codes
        has = (codes[a] > 0) & (codes[b] > 0)
        bits = np.where(has, np.where(codes[a] == codes[b], agree[codes[a]], differ), 0)
        found.others += bits > 1
        total += bits
    most = max([5.0, *(float(agree.max()) for agree, _ in learnt.other.values())])
    least = min([-5.0, *(differ for _, differ in learnt.other.values())])
    total = np.clip(total, least, most)
    found.put(
        "other",
        np.where(total > 0.5, SAME, np.where(total < -0.5, CONFLICT, NONE)),
        weight=total,
        house=np.where(total > A_NUMBER, total, np.clip(total, -6, 2)),
    )
