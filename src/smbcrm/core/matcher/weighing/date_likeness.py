"""How alike two birth dates are: the same, mistyped, turned about, a generation apart."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from smbcrm.core.matcher.reading.calendars import one_slip_apart
from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.reading.traits import Traits
from smbcrm.core.matcher.reading.value_keys import MISTYPED
from smbcrm.core.matcher.weighing.levels import (
    CONFLICT,
    INITIAL,
    NEAR,
    NONE,
    PARTIAL,
    SAME,
    SWAPPED,
    WEAK,
)

_GENERATION = 15  # years


def birth_levels(traits: Traits, one: Array, two: Array) -> Array:
    """Give for each pair of birth dates (by number) how they agree: the same, day and month swapped, one digit off, two parts, not.

    Of a year alone (`INITIAL`), and of what is no date but a mistyped one, it is told how far it fits.
    """
    import numpy as np

    level = np.where((one > 0) & (two > 0), np.where(one == two, SAME, CONFLICT), NONE).astype(np.int8)
    open_ = np.flatnonzero(level == CONFLICT)
    if not len(open_):
        return level
    x, y = traits.birth_days[one[open_]], traits.birth_days[two[open_]]
    mistyped = np.flatnonzero((x < 0) | (y < 0))
    # Of a part of a date it is not told which day of another calendar it is of.
    whole = (np.minimum(x, y) >= 10_000) & (x % 10_000 > 0) & (y % 10_000 > 0)
    x = np.where(whole, traits.birth_typed[one[open_]], x.clip(min=0))
    y = np.where(whole, traits.birth_typed[two[open_]], y.clip(min=0))
    years, months, days = (x // 10000, y // 10000), (x // 100 % 100, y // 100 % 100), (x % 100, y % 100)
    same_year, same_month, same_day = (p == q for p, q in (years, months, days))
    swapped = same_year & (months[0] == days[1]) & (days[0] == months[1])
    parts = same_year.astype(np.int8) + same_month + same_day
    wrong = _wrong_digits(x, y, 8)
    found = np.where(parts == 2, PARTIAL, np.where(parts == 1, WEAK, CONFLICT))
    # A day or a month alone agrees by chance as well.
    found[(parts == 1) & ~same_year & (wrong >= 4)] = CONFLICT
    # Of two who are a generation apart one part agrees by chance; that one date is mistyped in two parts is hardly ever true.
    apart = (np.abs(years[0] - years[1]) >= _GENERATION) & (years[0] * years[1] > 0)
    found[apart & ((parts < 2) | (_wrong_digits(*years, 4) > 1))] = CONFLICT
    found[one_slip_apart(x, y)] = NEAR
    found[swapped] = SWAPPED
    no_year = ((years[0] == 0) | (years[1] == 0)) & (parts < 3)
    found[no_year] = np.where(same_month & same_day, SWAPPED, CONFLICT)[no_year]
    year_only = (x % 10000 == 0) | (y % 10000 == 0)
    found[year_only] = np.where(same_year, INITIAL, np.where(wrong == 1, WEAK, CONFLICT))[year_only]
    found[mistyped] = _mistyped_levels(traits.birth.values, one[open_][mistyped], two[open_][mistyped])
    level[open_] = found
    return level


def a_generation_apart(traits: Traits, a: Array, b: Array) -> Array:
    """Tell which rows have birth dates that are as far from each other as those of parents and children."""
    import numpy as np

    years = traits.birth_days.clip(min=0) // 10_000
    one, two = years[traits.birth.codes[a]], years[traits.birth.codes[b]]
    return (one > 0) & (two > 0) & (np.abs(one - two) >= _GENERATION)


def _wrong_digits(one: Array, two: Array, digits: int) -> Array:
    import numpy as np

    return sum((one // 10**p % 10 != two // 10**p % 10).astype(np.int8) for p in range(digits))


def _mistyped_levels(values: list[str], one: Array, two: Array) -> Array:
    """Judge dates of which one is none by the slips between them, whichever of day and year was written first.

    A month or day of one digit may lack its zero, or its other digit.
    """
    import numpy as np
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    lefts, rights = ([_ways_to_type(values[code]) for code in codes] for codes in (one, two))
    least = np.full(len(one), 9, dtype=np.int32)
    for left, right in product(range(_WAYS), repeat=2):
        wrong = process.cpdist(
            [ways[left] for ways in lefts],
            [ways[right] for ways in rights],
            scorer=OSA.distance,
            dtype=np.int32,
        )
        least = np.minimum(least, wrong)
    return np.where(least <= 1, NEAR, np.where(least == 2, PARTIAL, NONE)).astype(np.int8)


_WAYS = 3


@lru_cache(maxsize=100_000)
def _ways_to_type(value: str) -> tuple[str, str, str]:
    """Give the digits of a date in the orders it may be typed in; of what is none as they are, and with zeros filled in."""
    if not value.startswith(MISTYPED):
        year, month, day = value[:4], value[4:6], value[6:]
        return value, day + month + year, month + day + year
    groups = value.removeprefix(MISTYPED).split("-")
    typed = "".join(groups)
    return typed, "".join(group.zfill(2) for group in groups), typed
