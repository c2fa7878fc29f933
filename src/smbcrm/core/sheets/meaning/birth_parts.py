"""Birth dates whose headings say nothing: in one column, or year, month and day in three."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from smbcrm.core.fields import FIELDS, PEOPLE
from smbcrm.core.sheets.looks.columns import year_of
from smbcrm.core.sheets.meaning.by_values import A_GENERATION
from smbcrm.core.sheets.meaning.drafts import BY_VALUES, Draft
from smbcrm.core.text import fold_digits
from smbcrm.core.values.date_cells import parse_date

_FEW = 20  # rows that are too few to tell a day from any small number
_NEARLY_ALL = 0.97  # a slip may make a day of 71
_DAYS, _NAMED, _FIRMS = 0.9, 0.2, 0.1  # shares of the values
_ODD = 20  # one of so many years may be mistyped
_FIFTH, _LATE = 5, 0.4  # in the last fifth of the years, at most this share
_WHOLE = len("2024-08-02")
_LAST_MONTH, _LAST_DAY = 12, 31
_MOST_ON_ONE = (
    0.25  # of all births fewer fall on one day or in one month than of most other small numbers on one value
)
_YEARS = ((1250, 1450), (1850, 2100))


def find_birth_parts(drafts: Sequence[Draft]) -> None:
    """Take three columns for the parts of a birth date where one holds years a generation apart, one months and one days.

    No other column may hold any of these, none tells a day, and people are listed. Where the columns stand says nothing.
    """
    if not _may_hold_births(drafts):
        return
    free = [d for d in drafts if not d.candidates and not d.fixed and not d.doubted]
    found = {name: [d for d in free if test(d)] for name, test in _PARTS.items()}
    if all(len(columns) == 1 for columns in found.values()):
        for name, columns in found.items():
            columns[0].settle(f"birth_{name}", BY_VALUES)


def find_birth_date(drafts: Sequence[Draft]) -> None:
    """Take the one column of days for birth dates where they lie a generation apart, and no more of them are late than early.

    Whoever came to a club did so in its last years rather than in its first, and firms are founded as long ago as people are born. Nor
    does a day of the week tell a birth: a shop is closed on one, and weddings are held on others.
    """
    if not _may_hold_births(drafts) or not any(_names_people(d) for d in drafts):
        return
    free = [d for d in drafts if not d.candidates and not d.fixed and not d.doubted]
    days = [d for d in free if d.profile.date >= _DAYS]
    if len(days) == 1 and _are_of_a_lifetime(days[0]):
        days[0].settle("birth_date", BY_VALUES)


def _may_hold_births(drafts: Sequence[Draft]) -> bool:
    """Tell whether somebody is named, and no other column tells a day."""
    fields = {d.field for d in drafts}
    dated = any(FIELDS[field].read in ("date", "part") for field in fields if field in FIELDS)
    return bool(fields & PEOPLE) and not dated


def _names_people(draft: Draft) -> bool:
    p = draft.profile
    return draft.field in ("first_name", "last_name") or (
        draft.field == "name" and p.given >= _NAMED and p.firm < _FIRMS
    )


def _are_of_a_lifetime(draft: Draft) -> bool:
    years = sorted(year for year in map(year_of, draft.values) if year)
    if len(years) < _FEW:
        return False
    edge = len(years) // _ODD
    first, last = years[edge], years[-1 - edge]
    late = sum(year > last - (last - first) / _FIFTH for year in years)
    return last - first >= A_GENERATION and late <= _LATE * len(years) and _on_any_day(draft)


def _on_any_day(draft: Draft) -> bool:
    """Tell whether no day of the week has less than half of its share of the dates, or more than twice as many, beyond chance."""
    days = [parse_date(cell).iso for cell in draft.values if cell.strip()]
    found = Counter(date.fromisoformat(day).weekday() for day in days if len(day) == _WHOLE)
    share = found.total() / 7
    chance = 3 * math.sqrt(share)
    counts = [found[day] for day in range(7)]
    return min(counts) >= min(share / 2, share - chance) and max(counts) <= max(2 * share, share + chance)


def _numbers(draft: Draft) -> list[int]:
    """Give the whole numbers of a column; none where much of it is something else."""
    cells = [fold_digits(cell.strip()) for cell in draft.values if cell.strip()]
    found = [int(cell) for cell in cells if cell.isdecimal() and len(cell) <= 4]
    return found if len(found) >= max(_FEW, _NEARLY_ALL * len(cells)) else []


def _are_years(draft: Draft) -> bool:
    numbers = _numbers(draft)
    for first, last in _YEARS:
        inside = [n for n in numbers if first <= n <= last]
        if inside and len(inside) >= _NEARLY_ALL * len(numbers):
            return max(inside) - min(inside) >= A_GENERATION
    return False


def _lie_up_to(last: int, draft: Draft) -> bool:
    """Tell whether nearly all numbers lie between 1 and the last, are spread over most of that, and none is the usual one."""
    numbers = _numbers(draft)
    inside = [n for n in numbers if 1 <= n <= last]
    if not inside or len(inside) < _NEARLY_ALL * len(numbers):
        return False
    kinds = set(inside)
    commonest = max(map(inside.count, kinds))
    return (
        max(kinds) > last // 2
        and len(kinds) * 2 >= min(last, _FEW)
        and commonest <= _MOST_ON_ONE * len(inside)
    )


_PARTS: dict[str, Callable[[Draft], bool]] = {
    "year": _are_years,
    "month": lambda draft: _lie_up_to(_LAST_MONTH, draft),
    "day": lambda draft: _lie_up_to(_LAST_DAY, draft) and not _lie_up_to(_LAST_MONTH, draft),
}
