"""Whether the cells that rows fill tell people apart in a list.

In one list the copies of a row fill the same cells, since they were copied; in another every source fills its own. Where rows of one
name that fill other cells mostly contradict each other as soon as both say something more, they are somebody else's.
"""

from __future__ import annotations

import math

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing import judged as ev
from smbcrm.core.matcher.weighing.filled_cells import SEVERAL, filled
from smbcrm.core.matcher.weighing.learnt import Cells
from smbcrm.core.matcher.weighing.levels import CONFLICT, NEAR, NONE, SAME, VARIANT, is_one_of
from smbcrm.core.matcher.weighing.weigh_contacts import of_two_kinds

# What one person's rows mostly agree in.
_OF_ONE = ("phone", "email", "national_id", "birth_date", "address", "company")
_SOME = 0.02  # of the rows fill a column
_ENOUGH_PAIRS = 10
_CONTRADICT = 0.5
_MORE_OFTEN = 1.3
_CLEARLY = 3.0  # times what chance makes of two rates
_ALWAYS = 0.9
_NEARLY_ALL = 0.9
_SELDOM = 0.5  # of the pairs fill other cells: copies are made with the same ones


def learn_cells(found: ev.Judged, traits: Traits, a: Array, b: Array) -> Cells:
    """Tell whether empty cells tell people apart in this list, and in which columns.

    Looked at are pairs of one name that something more says are one person.
    """
    import numpy as np

    every = {name: cells for name, cells in filled(traits).items() if _SOME < cells.mean() < 1}
    levels, weights = found.levels, found.weights
    alike = is_one_of(levels[[ev.PLACE["given"], ev.PLACE["surname"]]], (SAME, VARIANT, NEAR)).all(axis=0)
    proved = (weights[[ev.PLACE[name] for name in ev.PROOFS]] > 2).any(axis=0)
    likely = weights[: ev.PLACE["household"]].sum(axis=0) + weights[ev.PLACE["prior"]] >= 0
    here = np.flatnonzero(alike & proved & likely)
    of_one = levels[[ev.PLACE[name] for name in _OF_ONE]][:, here]
    _leave_two_kinds_out(of_one[_OF_ONE.index("phone")], traits, a[here], b[here])
    both = (of_one != NONE).sum(axis=0) >= SEVERAL
    contradict = (of_one == CONFLICT).any(axis=0)
    apart = {name: cells[a[here]] != cells[b[here]] for name, cells in every.items()}
    otherwise = np.any(list(apart.values()), axis=0) if apart else ~both
    usual = both & ~otherwise
    if not usual.any():
        return Cells()
    known = [name for name, cells in apart.items() if (cells & both).sum() >= _ENOUGH_PAIRS]
    telling = [name for name in known if _oftener(contradict[apart[name] & both], contradict[usual])]
    if not telling:
        return Cells()
    unlike = np.any([apart[name] for name in telling], axis=0)
    if unlike.mean() > _SELDOM and contradict[unlike & both].mean() < _ALWAYS:
        return Cells()
    # Of a column that hardly any two of these rows differ in there is nothing to say but what the others say.
    unknown = [name for name in apart if name not in known]
    due = [name for name in telling if every[name].mean() >= _NEARLY_ALL]
    return Cells((*telling, *unknown), tuple(due))


def _oftener(unlike: Array, usual: Array) -> bool:
    """Tell whether pairs that fill other cells contradict each other mostly, and clearly oftener than the others: no chance of a few pairs."""
    rates = float(unlike.mean()), float(usual.mean())
    every = float(unlike.sum() + usual.sum()) / (len(unlike) + len(usual))
    chance = math.sqrt(every * (1 - every) * (1 / len(unlike) + 1 / len(usual)))
    return rates[0] >= max(_CONTRADICT, _MORE_OFTEN * rates[1], rates[1] + _CLEARLY * chance)


def _leave_two_kinds_out(phone: Array, traits: Traits, a: Array, b: Array) -> None:
    """Let a mobile beside a landline contradict nothing: one source of many lists holds the one, another the other."""
    import numpy as np

    other = np.flatnonzero(phone == CONFLICT)
    phone[other[of_two_kinds(traits, a[other], b[other])]] = NONE
