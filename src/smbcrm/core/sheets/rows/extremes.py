"""Lines below a table that tell its lowest, highest, middle or counted values: proved by what stands above them, for Max is a name, too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from smbcrm.core.money import parse_amount
from smbcrm.core.sheets.looks.columns import plain
from smbcrm.core.sheets.rows.ragged import Row
from smbcrm.core.text import fold

_LOWEST = frozenset(
    map(fold, ("min", "min.", "minimum", "mínimo", "minimo", "kleinste", "en az", "کمترین", "حداقل"))
)
_HIGHEST = frozenset(
    map(fold, ("max", "max.", "maximum", "máximo", "massimo", "größte", "en çok", "بیشترین", "حداکثر"))
)
_MEAN = frozenset(map(fold, ("media", "moy", "moy.", "schnitt", "ø", "mittel", "ort", "ort.", "avg", "mean")))
_COUNT = frozenset(map(fold, ("count", "n", "anzahl", "nombre", "cuenta", "conteo", "adet", "sayı", "تعداد")))
_SPREAD = frozenset(
    map(fold, ("std", "std dev", "std. dev.", "stdev", "sd", "standard deviation", "انحراف معیار"))
)
_WORDS = _LOWEST | _HIGHEST | _MEAN | _COUNT | _SPREAD
_LAST = 8
"""Such lines are among the last of a table."""
_LEAST = 3  # values above, for a lowest or highest to be one
_ENOUGH = 2  # numbers that are true
_LONGEST = 20  # signs of such a word
_GROUP = 3  # digits behind a sign that parts thousands


def lines_of_extremes(rows: Sequence[Row]) -> range:
    """Give the places of the last rows that each say such a word and nothing else but what they say is true of all rows above them."""
    first = len(rows)
    while first > max(_LEAST, len(rows) - _LAST) and _word(rows[first - 1][1]):
        first -= 1
    for start in range(first, len(rows)):  # the first of them may be a customer: Massimo
        above, lines = [cells for _, cells in rows[:start]], [cells for _, cells in rows[start:]]
        proved = [cells for cells in lines if _is_true(cells, above)]
        # A single number may be true by chance: that of a customer called Max with the most visits.
        enough = sum(map(_numbers, proved)) >= _ENOUGH
        if enough and all(cells in proved or _word(cells) in _SPREAD for cells in lines):
            return range(start, len(rows))
    return range(0)


def _word(cells: Sequence[str]) -> str:
    """Give the one text of a row where it is such a word and nothing but numbers stand beside it."""
    texts = [cell for cell in cells if cell and any(map(str.isalpha, cell)) and parse_amount(cell) is None]
    if len(texts) != 1 or len(texts[0]) > _LONGEST or not _numbers(cells):
        return ""
    word = fold(texts[0]).strip(" :=")
    return word if word in _WORDS else ""


def _numbers(cells: Sequence[str]) -> int:
    return sum(parse_amount(cell) is not None for cell in cells if cell)


def _is_true(cells: Sequence[str], above: Sequence[Sequence[str]]) -> bool:
    reckon = _reckoning(_word(cells))
    if reckon is None:
        return False
    for j, cell in enumerate(cells):
        told = parse_amount(cell) if cell else None
        if told is None:
            continue
        held = [amount.value for row in above if j < len(row) and (amount := parse_amount(row[j]))]
        if len(held) < _LEAST or abs(reckon(held) - told.value) > _rounding(cell):
            return False
    return True


def _reckoning(word: str) -> Callable[[Sequence[float]], float] | None:
    if word in _LOWEST:
        return min
    if word in _HIGHEST:
        return max
    if word in _MEAN:
        return lambda held: sum(held) / len(held)
    return (lambda held: float(len(held))) if word in _COUNT else None


def _rounding(cell: str) -> float:
    """Give by how much a shown number may be off: half of its last digit."""
    shown = plain(cell)
    behind = max(len(shown.rpartition(sign)[2]) if sign in shown else 0 for sign in (".", ",", "٫"))
    return 0.5 * 10.0 ** -(behind if behind != _GROUP else 0) + 1e-9
