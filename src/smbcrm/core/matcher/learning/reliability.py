"""How reliable each field is in this list, learnt from pairs that the other fields prove.

In one shop's list birth dates are always right, in another every third is a guess. Where rows that agree in everything
else often differ in a field, a difference in it counts for less.
"""

from __future__ import annotations

from dataclasses import replace

from smbcrm.core.matcher.learning.cells import learn_cells
from smbcrm.core.matcher.learning.homes import learn_homes, told_by_days
from smbcrm.core.matcher.learning.namesakes import RARE, count_namesakes
from smbcrm.core.matcher.learning.shared_lines import crowded
from smbcrm.core.matcher.learning.wrong_ids import ids_are_wrong
from smbcrm.core.matcher.reading.blocking import rows_of
from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits, tells_one
from smbcrm.core.matcher.weighing import judged as ev
from smbcrm.core.matcher.weighing.date_likeness import a_generation_apart, birth_levels
from smbcrm.core.matcher.weighing.evidence import judge_many
from smbcrm.core.matcher.weighing.filled_cells import filled_otherwise
from smbcrm.core.matcher.weighing.learnt import Learnt
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    SWAPPED,
    VARIANT,
    WEAK,
    is_one_of,
)
from smbcrm.core.matcher.weighing.rarity import Rarity
from smbcrm.core.matcher.weighing.weigh_places import weigh_other

# How often rows of one customer agree on each level, in an ordinary list.
_USUAL = {
    "phone": {SAME: 0.75, NEAR: 0.03, CONFLICT: 0.22},
    "email": {SAME: 0.75, NEAR: 0.04, PARTIAL: 0.04, CONFLICT: 0.17},
    "national_id": {SAME: 0.94, NEAR: 0.03, PARTIAL: 0.01, CONFLICT: 0.02},
    "birth_date": {SAME: 0.85, NEAR: 0.04, SWAPPED: 0.02, PARTIAL: 0.03, WEAK: 0.03, CONFLICT: 0.03},
    "address": {
        SAME: 0.55,
        NEAR: 0.2,
        VARIANT: 0.03,
        WEAK: 0.02,
        SWAPPED: 0.02,
        PARTIAL: 0.05,
        CONFLICT: 0.13,
    },
    "postal_code": {SAME: 0.8, NEAR: 0.04, PARTIAL: 0.02, CONFLICT: 0.14},
    "city": {SAME: 0.75, NEAR: 0.1, CONFLICT: 0.15},
    "province": {SAME: 0.9, NEAR: 0.02, CONFLICT: 0.08},
    "father_name": {SAME: 0.85, NEAR: 0.1, CONFLICT: 0.05},
    "company": {SAME: 0.7, NEAR: 0.1, CONFLICT: 0.2},
}
_TELLING_APART = frozenset({"birth_date"})
_TRUST = 30  # pairs that the ordinary list counts for
_ALWAYS = 0.85  # one customer's rows agree in it so often, where a column holds a number for each person
_MOST = 200_000  # pairs looked at
_ENOUGH_BITS = 8
_FEWEST, _MOST_DOUBLES = -3.0, 2.0
_EXCHANGED, _LEAST_EXCHANGED = 0.05, -6.0
_STEPS = 5  # pairs of strangers looked at for each row
_ENOUGH_CODES = 3  # proved pairs with different codes, before codes are taken for row numbers


def learn(traits: Traits, rarity: Rarity, pairs: Array) -> Learnt:
    """Give for each field how many bits its levels count more or less than usual in this list, and what other columns say."""
    import numpy as np

    step = len(pairs) // _MOST + 1
    a, b = rows_of(pairs, traits.count)
    if step > 1:
        drawn = (traits.mix[a] ^ traits.mix[b]) % np.uint64(step) == 0
        a, b = a[drawn], b[drawn]
    every_source = frozenset(np.unique(traits.source).tolist())
    found = judge_many(traits, rarity, a, b, learnt=Learnt(row_codes=every_source))
    given, surname = found.levels[ev.PLACE["given"]], found.levels[ev.PLACE["surname"]]
    named = is_one_of(given, (SAME, VARIANT, NEAR, INITIAL)) & (surname != CONFLICT)
    named |= is_one_of(found.levels[ev.PLACE["firm"]], (SAME, NEAR, VARIANT))
    bits = found.weights[: ev.PLACE["household"]].sum(axis=0) + found.weights[ev.PLACE["prior"]]
    beside = [ev.PLACE[name] for name in ev.PROOFS]
    proofs = (found.weights[beside] > 2).sum(axis=0)
    no_twins, slips = told_by_days(found, traits, rarity)
    cut = (given == INITIAL) & ~traits.words.short[traits.given[a]] & ~traits.words.short[traits.given[b]]
    crowd = crowded(traits)
    calm = ~(crowd[a] & crowd[b])
    homes = replace(
        learn_homes(found, cut, calm=calm, older=a_generation_apart(traits, a, b)), no_twins=no_twins
    )
    sure = named & (bits >= _ENOUGH_BITS) & (proofs >= 1) & ~found.doubt & ~found.veto
    cells = learn_cells(found, traits, a, b)
    if cells.telling:
        named &= ~filled_otherwise(traits, a, b, cells.telling)
        sure &= named
    shifts = slips | _shifts(found, traits, named, bits, proofs, single=homes.single)
    exact = sure & (found.levels[ev.PLACE["phone"]] != NEAR) & (found.levels[ev.PLACE["email"]] != NEAR)
    telling = sure if sure.sum() >= _TRUST else sure | _rare_names(found, rarity)
    other = _other_worth(traits, a[telling], b[telling])
    weigh_other(found, traits, Learnt(other=other), a, b)
    return Learnt(
        shifts,
        other,
        _row_codes(traits, a[exact], b[exact]),
        homes,
        count_namesakes(found, traits, rarity, a, b, shifts=shifts),
        _exchanged(traits, a[sure], b[sure]),
        cells,
        ids_are_wrong(found, traits, a, b),
        _doubles(found, sure, traits, step),
    )


def _shifts(
    found: ev.Judged, traits: Traits, named: Array, bits: Array, proofs: Array, *, single: bool
) -> dict[str, Array]:
    """Give for each field how many bits its levels count more or less than usual, from pairs that the rest proves."""
    # Father and son share name, phone and home: what tells them apart is not learnt from what they share.
    own = [ev.PLACE[name] for name in ("email", "national_id", "customer_code")]
    personal = (found.weights[own] > 2).any(axis=0)
    shifts = {}
    for field, usual in _USUAL.items():
        weight, level = found.weights[ev.PLACE[field]], found.levels[ev.PLACE[field]]
        anchored = named & (bits - weight >= _ENOUGH_BITS) & (proofs - (weight > 2) >= 1) & (level != NONE)
        if field in _TELLING_APART and not single:
            anchored &= personal
        if field == "birth_date" and anchored.sum() < _TRUST:
            shifts[field] = _births_of_namesakes(found, traits)
        else:
            shifts[field] = _shift(level[anchored], usual)
    return shifts


def _exchanged(traits: Traits, a: Array, b: Array) -> float:
    """Tell how seldom one customer's first and last name stand in each other's place; chance makes them fit as often as in their own."""
    import numpy as np

    sound = traits.words.sound
    first, last = sound[traits.given], sound[traits.surname]
    whole = (first[a] > 0) & (last[a] > 0) & (first[b] > 0) & (last[b] > 0) & (first[a] != last[a])
    exchanged = whole & (first[a] == last[b]) & (last[a] == first[b])
    share = (exchanged.sum() + _TRUST * _EXCHANGED) / (whole.sum() + _TRUST)
    return float(np.clip(np.log2(share), _LEAST_EXCHANGED, 0))


def _doubles(found: ev.Judged, sure: Array, traits: Traits, step: int) -> float:
    """Tell by how many bits rows are one customer more or less often here than in a list where every second row has another.

    Of names and birth dates alone the likelihood is told without any reserve, so that less counts, too.
    """
    import numpy as np

    beside = [ev.PLACE[name] for name in ev.PROOFS if name != "birth_date"]
    if (np.abs(found.weights[beside]) > ev.SAYS).any():
        return float(np.clip(np.log2(2 * (sure.sum() * step + 1) / traits.count), 0, _MOST_DOUBLES))
    alike = is_one_of(found.levels[ev.PLACE["given"]], (SAME, VARIANT, NEAR)) & (
        found.levels[ev.PLACE["birth_date"]] == NEAR
    )
    return float(np.clip(np.log2(2 * ((sure | alike).sum() + 1) / traits.count), _FEWEST, _MOST_DOUBLES))


def _births_of_namesakes(found: ev.Judged, traits: Traits) -> Array:
    """Tell how many bits the levels of a birth date count more or less, from rows that share a whole name.

    Namesakes by chance agree in part as often as any two strangers do; what agrees oftener is one person's date mistyped.
    """
    import numpy as np

    birth = found.levels[ev.PLACE["birth_date"]]
    given, surname = found.levels[ev.PLACE["given"]], found.levels[ev.PLACE["surname"]]
    named = (given == SAME) & (surname == SAME) & (birth != NONE)
    seen = np.bincount(birth[named], minlength=10).astype(np.float64)
    order = np.argsort(traits.mix, kind="stable")
    codes = traits.birth.codes[order]
    codes = codes[codes > 0]
    chance = np.zeros(10)
    for step in range(1, _STEPS + 1):
        if len(codes) > step:
            chance += np.bincount(birth_levels(traits, codes[:-step], codes[step:]), minlength=10)
    by_chance = chance * seen[CONFLICT] / max(chance[CONFLICT], 1)
    true = np.maximum(seen - by_chance, 0)
    shift = np.zeros(10, dtype=np.float32)
    usual = _USUAL["birth_date"]
    # How many of those that differ in all are one person nobody can tell: as many as usual.
    total = sum(true[level] for level in usual if level != CONFLICT) * (1 + usual[CONFLICT])
    for level, share in usual.items():
        if level != CONFLICT:
            here = (true[level] + _TRUST * share) / (total + _TRUST)
            shift[level] = np.clip(np.log2(here / share), -2, 4)
    return shift


def _rare_names(found: ev.Judged, rarity: Rarity) -> Array:
    """Tell where whole names agree that hardly two people of a list so long bear, and no column of a known meaning differs."""
    import numpy as np

    given, surname = ev.PLACE["given"], ev.PLACE["surname"]
    whole = (found.levels[given] == SAME) & (found.levels[surname] == SAME) & ~found.doubt
    rare = found.weights[given] + found.weights[surname] >= np.log2(rarity.size) + RARE
    return whole & rare


def _row_codes(traits: Traits, a: Array, b: Array) -> frozenset[int]:
    """Tell in which sources one customer's rows mostly bear different codes: there the code numbers rows, not customers."""
    import numpy as np

    code, source = traits.code.codes, traits.source
    both = (source[a] == source[b]) & (code[a] > 0) & (code[b] > 0)
    here, differ = source[a[both]], code[a[both]] != code[b[both]]
    found = []
    for number in np.unique(here).tolist():
        differing = int(differ[here == number].sum())
        if differing >= _ENOUGH_CODES and differing * 2 > int((here == number).sum()):
            found.append(number)
    return frozenset(found)


def _other_worth(traits: Traits, a: Array, b: Array) -> dict[str, tuple[Array, float]]:
    """Weigh agreement and difference in each other column by how often proved pairs and strangers agree in it."""
    import numpy as np

    worth = {}
    for heading, column in traits.other.items():
        codes = column.codes
        counts = np.bincount(codes, minlength=len(column.values)).astype(np.float64)
        counts[0] = 0
        share = counts / max(counts.sum(), 1)
        chance = float((share**2).sum())
        has = (codes[a] > 0) & (codes[b] > 0)
        agree = float((codes[a[has]] == codes[b[has]]).sum())
        often = (agree + _TRUST * chance) / (has.sum() + _TRUST)
        if often > 1.5 * chance:
            sure = has.sum() >= _TRUST and agree >= _ALWAYS * has.sum() and tells_one(column)
            least, most, against = (1e-4, 10, -6) if sure else (0.01, 4, -3)
            bits = np.clip(np.log2(often / np.maximum(share, least)), -1, most).astype(np.float32)
            worth[heading] = (bits, float(max(np.log2((1 - often) / (1 - chance)), against)))
    return worth


def _shift(levels: Array, usual: dict[int, float]) -> Array:
    import numpy as np

    shift = np.zeros(10, dtype=np.float32)
    counts = np.bincount(levels, minlength=10)
    total = sum(counts[level] for level in usual)
    for level, share in usual.items():
        here = (counts[level] + _TRUST * share) / (total + _TRUST)
        shift[level] = np.clip(np.log2(here / share), -2, 4)
    return shift
