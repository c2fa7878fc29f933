"""Weigh how firms agree by their own words, and people by the firm they belong to."""

from __future__ import annotations

from smbcrm.core.matcher.learning.rarity import Rarity
from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import Judged
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    NEAR,
    PARTIAL,
    SAME,
    WEAK,
)
from smbcrm.core.matcher.weighing.likeness import likeness

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
    company = traits.company
    people = np.flatnonzero((company.codes[a] > 0) & (company.codes[b] > 0) & ~fa & ~fb)
    level = np.zeros(len(a), dtype=np.int8)
    weight = np.zeros(len(a), dtype=np.float32)
    if len(people):
        ca, cb = company.codes[a[people]], company.codes[b[people]]
        alike = likeness(company.values, ca, cb)
        sounds = traits.company_sound.codes
        alike[(sounds[a[people]] == sounds[b[people]]) & (sounds[a[people]] > 0)] = 0.9
        level[people] = np.where(ca == cb, SAME, np.where(alike >= 0.8, NEAR, CONFLICT))
        bits = np.minimum(rarity.company[ca], rarity.company[cb])
        weight[people] = np.where(ca == cb, bits - 1, np.where(alike >= 0.8, bits - 2.5, -1.5))
    found.put("company", level, weight=weight)
