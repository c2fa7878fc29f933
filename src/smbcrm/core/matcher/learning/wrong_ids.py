"""Whether ids that differ beside one whole name at one home are one customer's, written down wrong, or a father's and his son's.

Sons are called after their fathers, and hardly a daughter after her mother with all of her names. So wrong ids stand beside the names
of women as often as beside those of men, and the ids of two people beside those of men only.
"""

from __future__ import annotations

import math

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import PLACE, Judged
from smbcrm.core.matcher.weighing.levels import CONFLICT, SAME
from smbcrm.core.matcher.weighing.signs import one_name_at_home

_FEWEST = 20  # ids that differ beside other names than men's
_STRAY = 1.0  # times what chance adds


def ids_are_wrong(found: Judged, traits: Traits, a: Array) -> bool:
    """Tell whether ids differ beside men's names no oftener than beside others at one home."""
    ident = found.levels[PLACE["national_id"]]
    named, men = one_name_at_home(found), traits.words.mens[traits.given[a]]
    differ, agree = (
        [int((named & (ident == level) & which).sum()) for which in (men, ~men)] for level in (CONFLICT, SAME)
    )
    if differ[1] < _FEWEST or not agree[1]:
        return False
    expected = agree[0] * differ[1] / agree[1]
    return differ[0] <= expected + _STRAY * math.sqrt(expected)
