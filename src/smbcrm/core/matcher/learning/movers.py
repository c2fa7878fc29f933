"""How often people of one whole name who live at two places are one customer who moved, counted from their middle names.

Namesakes have the middle names that strangers of one first name, or of one last name, have: women another than men, and some a
whole family's. Those whose middle names differ tell how many there are whose middle names agree by chance. Nothing is told of
father and son who share all three names, nor where nearly all have one middle name.
"""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import PLACE, Judged
from smbcrm.core.matcher.weighing.learnt import NEVER, SUREST_SHARE, Counted
from smbcrm.core.matcher.weighing.levels import CONFLICT
from smbcrm.core.matcher.weighing.name_worth import home_aside, middle_fits, two_homes

_FEW = 10  # pairs: too few to tell
_MOST_BY_CHANCE = 0.5  # middle names that many share tell nobody apart


def count_movers(found: Judged, traits: Traits, a: Array) -> Counted:
    """Give the bits for one customer where whole names and middle names agree and nothing but the home differs."""
    import numpy as np

    apart = home_aside(found) & two_homes(found)
    fit = apart & middle_fits(found)
    if fit.sum() < _FEW:
        return NEVER
    differ = apart & (found.levels[PLACE["middle"]] == CONFLICT)
    by_chance = _share_a_letter(traits, a[fit | differ])
    if by_chance > _MOST_BY_CHANCE:
        return NEVER
    two = (differ.sum() + 1) * by_chance / (1 - by_chance)
    one = float(np.clip(1 - two / fit.sum(), 0.1, SUREST_SHARE))
    name = found.weights[PLACE["given"], fit] + found.weights[PLACE["surname"], fit]
    return Counted(float(np.log2(one / (1 - one))), -float(np.log2(np.exp2(-name.astype(np.float64)).mean())))


def _share_a_letter(traits: Traits, rows: Array) -> float:
    """Tell how often the middle names of strangers begin with one letter, who share one name with these rows: the first or the last."""
    return max(
        _of_one_name(traits, traits.given, traits.surname, rows),
        _of_one_name(traits, traits.surname, traits.given, rows),
    )


def _of_one_name(traits: Traits, name: Array, other: Array, rows: Array) -> float:
    """Tell the same of those who share this one name and not the other; where there are none, nothing speaks for chance being small."""
    import numpy as np

    words = traits.words
    listed = np.flatnonzero((traits.middle > 0) & (name > 0) & (other > 0))
    shared, rest = name[listed].astype(np.int64), other[listed].astype(np.int64)
    letter = words.initial[traits.middle[listed]].astype(np.int64)
    sizes = np.array([len(words.initial), int(words.initial.max()) + 1])
    whole = shared * sizes[0] + rest
    lettered, whole_lettered = shared * sizes[1] + letter, whole * sizes[1] + letter
    strangers = _pairs(shared, 1, sizes[0]) - _pairs(whole, sizes[0], sizes[0])
    agree = _pairs(lettered, sizes[1], sizes[0]) - _pairs(whole_lettered, sizes.prod(), sizes[0])
    these = name[rows]
    several = strangers[these].sum()
    return float(agree[these].sum() / several) if several else 1.0


def _pairs(keys: Array, behind: int, names: int) -> Array:
    """Count the pairs of rows of one key for every name, which a key begins with; `behind` is what it is a multiple of."""
    import numpy as np

    keys, count = np.unique(keys, return_counts=True)
    return np.bincount(keys // behind, weights=count * (count - 1.0) / 2, minlength=names)
