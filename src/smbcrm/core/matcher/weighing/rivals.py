"""Pairs whose short name may mean several people or firms, and who these are: told for the joining of rows to customers."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.weighing.judged import PLACE, Judged
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    SHARED,
    VARIANT,
    WEAK,
    is_one_of,
)
from smbcrm.core.matcher.weighing.one_site import SiteWords, go_on_differently
from smbcrm.core.matcher.weighing.signs import born_or_numbered_alike


def others(found: Judged, *, sisters: Array) -> Array:
    """Tell where names are those of two people, two firms, or one is a relative, and neither birth date nor id says that they are one."""
    unlike = is_one_of(found.levels[PLACE["given"]], (CONFLICT, WEAK)) & ~found.garbled
    unlike |= sisters
    return (unlike | (found.levels[PLACE["kin"]] == CONFLICT)) & ~born_or_numbered_alike(found)


def are_sisters(found: Judged, traits: Traits, site: SiteWords, a: Array, b: Array) -> Array:
    """Tell where names are partly those of one firm: of two, unless the list writes one firm of one place in many ways.

    There they are two where both go on behind what they have in common, each with words that other names have as well.
    """
    import numpy as np

    partly: Array = found.levels[PLACE["firm"]] == PARTIAL
    if site.single >= 0:
        pairs = np.flatnonzero(partly)
        partly[pairs] = go_on_differently(traits, site, a[pairs], b[pairs])
    return partly


def friends(found: Judged) -> Array:
    """Tell where two of one first name share a phone, but no last name that one of them may have had before a marriage."""
    given, surname = found.levels[PLACE["given"]], found.levels[PLACE["surname"]]
    return is_one_of(given, (SAME, VARIANT, NEAR)) & (surname == CONFLICT) & found.doubt & _only_a_line(found)


def short_of(found: Judged) -> Array:
    """Tell where one first name, an initial or one firm's name may stand for the other, as it may for other names."""
    short = is_one_of(found.levels[PLACE["given"]], (VARIANT, INITIAL))
    return (short | (found.levels[PLACE["firm"]] == VARIANT)) & ~born_or_numbered_alike(found)


def bare_of(found: Judged) -> Array:
    """Tell where a first name alone stands on the line of somebody of that name."""
    given, surname = found.levels[PLACE["given"]], found.levels[PLACE["surname"]]
    return (given != NONE) & (surname == NONE) & _only_a_line(found)


def _only_a_line(found: Judged) -> Array:
    """Tell where a phone is the same, and no e-mail address: friends share it as well as families."""
    line = is_one_of(found.levels[PLACE["phone"]], (SAME, SHARED))
    return line & (found.levels[PLACE["email"]] == NONE)
