"""Which cells rows fill, and whether that tells people apart in a list.

In one list the copies of a row fill the same cells, since they were copied; in another every source fills its own. Where rows of one
name that fill other cells mostly contradict each other as soon as both say something more, they are somebody else's.
"""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing import judged as ev
from smbcrm.core.matcher.weighing.learnt import Cells
from smbcrm.core.matcher.weighing.levels import CONFLICT, NEAR, NONE, SAME, VARIANT, is_one_of
from smbcrm.core.matcher.weighing.weigh_contacts import of_two_kinds

# What one person's rows mostly agree in.
_OF_ONE = ("phone", "email", "national_id", "birth_date", "address", "company")
_SOME = 0.02  # of the rows fill a column
_SEVERAL = 2
_ENOUGH_PAIRS = 10
_CONTRADICT = 0.5
_MORE_OFTEN = 1.3
_ALWAYS = 0.9
_NEARLY_ALL = 0.9
_SELDOM = 0.5  # of the pairs fill other cells: copies are made with the same ones


def learn_cells(found: ev.Judged, traits: Traits, a: Array, b: Array) -> Cells:
    """Tell whether empty cells tell people apart in this list, and in which columns.

    Looked at are pairs of one name that something more says are one person.
    """
    import numpy as np

    every = {name: cells for name, cells in _filled(traits).items() if _SOME < cells.mean() < 1}
    levels, weights = found.levels, found.weights
    alike = is_one_of(levels[[ev.PLACE["given"], ev.PLACE["surname"]]], (SAME, VARIANT, NEAR)).all(axis=0)
    proved = (weights[[ev.PLACE[name] for name in ev.PROOFS]] > 2).any(axis=0)
    likely = weights[: ev.PLACE["household"]].sum(axis=0) + weights[ev.PLACE["prior"]] >= 0
    here = np.flatnonzero(alike & proved & likely)
    of_one = levels[[ev.PLACE[name] for name in _OF_ONE]][:, here]
    _leave_two_kinds_out(of_one[_OF_ONE.index("phone")], traits, a[here], b[here])
    both = (of_one != NONE).sum(axis=0) >= _SEVERAL
    contradict = (of_one == CONFLICT).any(axis=0)
    apart = {name: cells[a[here]] != cells[b[here]] for name, cells in every.items()}
    otherwise = np.any(list(apart.values()), axis=0) if apart else ~both
    usual = both & ~otherwise
    if not usual.any():
        return Cells()
    least = max(_CONTRADICT, _MORE_OFTEN * contradict[usual].mean())
    known = [name for name, cells in apart.items() if (cells & both).sum() >= _ENOUGH_PAIRS]
    telling = [name for name in known if contradict[apart[name] & both].mean() >= least]
    if not telling:
        return Cells()
    unlike = np.any([apart[name] for name in telling], axis=0)
    if unlike.mean() > _SELDOM and contradict[unlike & both].mean() < _ALWAYS:
        return Cells()
    # Of a column that hardly any two of these rows differ in there is nothing to say but what the others say.
    unknown = [name for name in apart if name not in known]
    due = [name for name in telling if every[name].mean() >= _NEARLY_ALL]
    return Cells((*telling, *unknown), tuple(due))


def _leave_two_kinds_out(phone: Array, traits: Traits, a: Array, b: Array) -> None:
    """Let a mobile beside a landline contradict nothing: one source of many lists holds the one, another the other."""
    import numpy as np

    other = np.flatnonzero(phone == CONFLICT)
    phone[other[of_two_kinds(traits, a[other], b[other])]] = NONE


def filled_otherwise(traits: Traits, a: Array, b: Array, names: tuple[str, ...]) -> Array:
    """Tell which pairs there are of rows of which one fills a cell, in one of these columns, that the other leaves empty."""
    return _otherwise(_filled(traits) if names else {}, a, b, names)


def made_up(traits: Traits, a: Array, b: Array, cells: Cells) -> Array:
    """Tell which pairs fill other cells, or both leave most of those empty that nearly every row fills: who made up one such row made up more."""
    import numpy as np

    every = _filled(traits)
    empty = np.zeros(len(a), dtype=np.int8)
    for name in cells.due:
        empty += ~every[name][a] & ~every[name][b]
    bare = empty >= max(_SEVERAL, len(cells.due) / 2)
    return _otherwise(every, a, b, cells.telling) | bare


def _otherwise(every: dict[str, Array], a: Array, b: Array, names: tuple[str, ...]) -> Array:
    import numpy as np

    found = np.zeros(len(a), dtype=bool)
    for name in names:
        found |= every[name][a] != every[name][b]
    return found


def _filled(traits: Traits) -> dict[str, Array]:
    """Tell for each column which rows fill it."""
    found = {
        "phone": traits.phones[:, 0] > 0,
        "email": traits.emails[:, 0] > 0,
        "address": (traits.street.codes > 0) | (traits.house.codes > 0),
        "middle": traits.middle > 0,
    }
    for name in (
        "national_id",
        "birth",
        "postal",
        "city",
        "district",
        "province",
        "company",
        "website",
        "father",
    ):
        found[name] = getattr(traits, name).codes > 0
    found.update({f"other {heading}": column.codes > 0 for heading, column in traits.other.items()})
    return found
