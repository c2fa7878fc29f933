"""Zeros behind a point that a person typed: version 1.1 that became 1.10, where a program that saves a list anew changes all such cells."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from smbcrm.core.fields import FIELDS
from smbcrm.core.sheets.versions.versions import Cells, Heading
from smbcrm.core.text import clean, fold_digits

_NUMBER = re.compile(r"-?\d+(?:\.(\d+))?")
_VALUES = frozenset(
    {"money", "number", "score", "rating", "duration", "date", "part", "phone", "area", "counter"}
)
"""Columns in which 1.1 and 1.10 are one value, whoever wrote them."""


def typed_zeros(
    pairs: Sequence[tuple[Cells, Cells]], headings: Sequence[Heading], unchanged: Iterable[Cells]
) -> set[int]:
    """Give the places of those pairs, rows as they were and as they are, in which somebody typed zeros behind a point or took them off.

    That is so in columns of text whose other cells mostly stand as they did, though who writes zeros anew would have changed them, too.
    """
    changed: dict[tuple[int, int], list[int]] = defaultdict(list)
    texts = [
        place for _, field, _, place in headings if field not in FIELDS or FIELDS[field].read not in _VALUES
    ]
    for n, (was, is_) in enumerate(pairs):
        for place, before, after in _differing(was, is_, texts):
            changed[place, after if after > before else 0].append(n)
    if not changed:
        return set()
    stayed: Counter[tuple[int, int]] = Counter()
    for cells in unchanged:
        for place, decimals in changed:
            told = _decimals(cells[place]) if place < len(cells) else None
            stands = told is not None and (
                told < decimals if decimals else clean(cells[place])[-1:] == "0" and told > 0
            )
            stayed[place, decimals] += stands
    return {n for at, rows in changed.items() if stayed[at] > len(rows) for n in rows}


def _differing(was: Cells, is_: Cells, places: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Give the places at which two rows hold one number with more or with fewer decimals, and how many there are."""
    for place in places:
        if place < min(len(was), len(is_)) and was[place] != is_[place]:
            before, after = _decimals(was[place]), _decimals(is_[place])
            if before is not None and after is not None and before != after:
                yield place, before, after


def _decimals(cell: str) -> int | None:
    found = _NUMBER.fullmatch(fold_digits(clean(cell)))
    return None if found is None else len(found[1] or "")
