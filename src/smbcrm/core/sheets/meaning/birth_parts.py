"""Year, month and day of birth that stand in three columns whose headings say nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smbcrm.core.fields import FIELDS
from smbcrm.core.sheets.meaning.by_values import A_GENERATION
from smbcrm.core.sheets.meaning.drafts import BY_VALUES, Draft
from smbcrm.core.text import fold_digits

_FEW = 20  # rows that are too few to tell a day from any small number
_NEARLY_ALL = 0.97  # a slip may make a day of 71
_LAST_MONTH, _LAST_DAY = 12, 31
_MOST_ON_ONE = (
    0.25  # of all births fewer fall on one day or in one month than of most other small numbers on one value
)
_YEARS = ((1250, 1450), (1850, 2100))


def find_birth_parts(drafts: Sequence[Draft]) -> None:
    """Take three columns for the parts of a birth date where one holds years a generation apart, one months and one days.

    No other column may hold any of these, none tells a day, and people are listed. Where the columns stand says nothing.
    """
    fields = {d.field for d in drafts}
    if not fields & {"name", "first_name", "last_name"}:
        return
    if any(FIELDS[field].read in ("date", "part") for field in fields if field in FIELDS):
        return
    free = [d for d in drafts if not d.candidates and not d.fixed and not d.doubted]
    found = {name: [d for d in free if test(d)] for name, test in _PARTS.items()}
    if all(len(columns) == 1 for columns in found.values()):
        for name, columns in found.items():
            columns[0].settle(f"birth_{name}", BY_VALUES)


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
