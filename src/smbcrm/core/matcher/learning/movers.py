"""How often people of one whole name who live at two places are one customer who moved, counted from their middle names.

Namesakes have the middle names that strangers have: those whose middle names differ tell how many there are whose middle names
agree by chance. Nothing is told of father and son who share all three names.
"""

from __future__ import annotations

from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import PLACE, Judged
from smbcrm.core.matcher.weighing.learnt import NEVER, SUREST_SHARE, Counted
from smbcrm.core.matcher.weighing.levels import CONFLICT
from smbcrm.core.matcher.weighing.name_worth import home_aside, middle_fits, two_homes

_FEW = 10  # pairs: too few to tell
_MOST_BY_CHANCE = 0.3  # middle names that nearly all share tell nobody apart


def count_movers(found: Judged, traits: Traits) -> Counted:
    """Give the bits for one customer where whole names and middle names agree and nothing but the home differs."""
    import numpy as np

    apart = home_aside(found) & two_homes(found)
    fit = apart & middle_fits(found)
    by_chance = _share_a_letter(traits)
    if fit.sum() < _FEW or by_chance > _MOST_BY_CHANCE:
        return NEVER
    differ = int((apart & (found.levels[PLACE["middle"]] == CONFLICT)).sum())
    two = (differ + 1) * by_chance / (1 - by_chance)
    one = float(np.clip(1 - two / fit.sum(), 0.1, SUREST_SHARE))
    name = found.weights[PLACE["given"], fit] + found.weights[PLACE["surname"], fit]
    return Counted(float(np.log2(one / (1 - one))), -float(np.log2(np.exp2(-name.astype(np.float64)).mean())))


def _share_a_letter(traits: Traits) -> float:
    """Tell how often the middle names of two strangers begin with one letter."""
    import numpy as np

    letters = traits.words.initial[traits.middle[traits.middle > 0]]
    share = np.bincount(letters) / max(len(letters), 1)
    return float((share**2).sum())
