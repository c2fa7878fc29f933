"""Weigh how firms agree by their own words, and people by the firm they belong to."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import Judged
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    WEAK,
)
from smbcrm.core.matcher.weighing.likeness import distinct_pairs, likeness
from smbcrm.core.matcher.weighing.rarity import Rarity

_ONE_COMPANY = 0.8  # how alike two names are at least
_FIRM_AND_PERSON = -6.0  # bits; such a pair is none, whatever agrees


def weigh_firms(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Compare firms by name, and for people the firm they belong to."""
    import numpy as np

    from smbcrm.core.matcher.weighing.firms import firm_levels

    fa, fb = traits.firm[a], traits.firm[b]
    both = np.flatnonzero(fa & fb)
    level = np.zeros(len(a), dtype=np.int8)
    weight = np.zeros(len(a), dtype=np.float32)
    if len(both):
        level[both], weight[both] = firm_levels(traits, rarity, a[both], b[both])
        house = np.zeros(len(a), dtype=np.float32)
        house[both] = np.clip(weight[both], -8, 8)
        found.housemate += house
    mixed = fa != fb
    level[mixed], weight[mixed] = WEAK, _FIRM_AND_PERSON
    found.put("firm", level, weight=weight)
    found.veto |= mixed
    found.doubt |= level == PARTIAL
    _weigh_companies(found, traits, rarity, a, b)


def _weigh_companies(found: Judged, traits: Traits, rarity: Rarity, a: Array, b: Array) -> None:
    """Compare the firms that people belong to; a bakery and a garage of one name may be one family's, which says nothing."""
    import numpy as np

    company, sounds = traits.company, traits.company_sound.codes
    people = np.flatnonzero(
        (company.codes[a] > 0) & (company.codes[b] > 0) & ~traits.firm[a] & ~traits.firm[b]
    )
    level = np.zeros(len(a), dtype=np.int8)
    weight = np.zeros(len(a), dtype=np.float32)
    if len(people):
        one, two = a[people], b[people]
        ca, cb = company.codes[one], company.codes[two]
        alike = likeness(company.values, ca, cb)
        one_sound = (sounds[one] == sounds[two]) & (sounds[one] > 0)
        near = alike >= _ONE_COMPANY
        near[one_sound] = ~_two_trades(traits, one[one_sound], two[one_sound])
        level[people] = np.where(ca == cb, SAME, np.where(near, NEAR, np.where(one_sound, NONE, CONFLICT)))
        bits = np.minimum(rarity.company[ca], rarity.company[cb])
        weight[people] = np.select([ca == cb, near, one_sound], [bits - 1, bits - 2.5, 0], -1.5)
    found.put("company", level, weight=weight)


def _two_trades(traits: Traits, a: Array, b: Array) -> Array:
    """Tell which companies say in one script what they do, and have no word for it in common: Pemberton Bakery, Pemberton Garage."""
    import numpy as np

    texts = traits.company_trade.values.texts
    left, right, back = distinct_pairs(traits.company_trade.codes[a], traits.company_trade.codes[b])
    pairs = zip(texts[left].tolist(), texts[right].tolist())
    told = (
        bool(one and two) and one.isascii() == two.isascii() and set(one.split()).isdisjoint(two.split())
        for one, two in pairs
    )
    return np.fromiter(told, dtype=bool, count=len(left))[back]
