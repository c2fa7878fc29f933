"""Which rows of a newer version are old ones that somebody edited: by what few rows share, and by where they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from smbcrm.core.text import clean

Place = tuple[int, str]

ENOUGH = 0.5
"""At least so much of what tells two rows from the others must agree."""

SAME_SPOT = 0.1
"""What it adds that both stand behind the same row."""

ALIKE = 0.75
"""Texts as near as this are one text written again."""

_HOLDERS = 50  # a value that so many rows share says nothing about one of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One row of one version: its number in the file, its filled cells by column, and the nearest known row above it."""

    number: int
    cells: Mapping[int, str]
    above: int = -1


def filled(cells: Iterable[str]) -> dict[int, str]:
    """Give the filled cells of a row, as they are compared."""
    return {place: text for place, cell in enumerate(cells) if (text := clean(str(cell)))}


def pair_edited(
    new: Sequence[Version],
    lost: Sequence[Version],
    *,
    rows: int,
    common: Mapping[Place, int],
    may_be: Callable[[int, int], bool] | None = None,
) -> list[tuple[int, int]]:
    """Pair rows that are no longer there with rows that are new, the surest pair first; of equals, the nearest in the file.

    `common` counts how many of the sheet's `rows` hold a cell. A value that all rows have tells nothing, a phone nearly all.
    `may_be` may forbid a pair.
    """
    offers: list[tuple[float, int, int, int]] = []
    for i, j in _candidates(new, lost):
        if may_be is None or may_be(i, j):
            share = _share(new[i].cells, lost[j].cells, rows, common)
            share += SAME_SPOT * (new[i].above == lost[j].above)
            if share >= ENOUGH - 1e-9:
                offers.append((-round(share, 6), abs(new[i].number - lost[j].number), i, j))
    return _best_first(offers)


def pair_nearest(
    new: Sequence[Version],
    lost: Sequence[Version],
    *,
    same: Callable[[int, int], float],
) -> list[tuple[int, int]]:
    """Pair rows by a judgement of one's own, 0 for no; the highest first; of equals, the nearest in the file."""
    offers = []
    for i, j in _candidates(new, lost):
        judged = same(i, j)
        if judged > 0:
            offers.append((-round(judged, 6), abs(new[i].number - lost[j].number), i, j))
    return _best_first(offers)


def agreement(one: Mapping[int, str], other: Mapping[int, str], leaving_out: Iterable[int] = ()) -> float:
    """Give the share of the filled cells that two rows agree in, 0 to 1."""
    out = set(leaving_out)
    places = [place for place in {*one, *other} if place not in out]
    return sum(one.get(p) == other.get(p) for p in places) / len(places) if places else 0.0


def _candidates(new: Sequence[Version], lost: Sequence[Version]) -> list[tuple[int, int]]:
    where: dict[Place, list[int]] = defaultdict(list)
    for j, row in enumerate(lost):
        for place in row.cells.items():
            where[place].append(j)
    found = []
    for i, row in enumerate(new):
        seen: set[int] = set()
        for place in row.cells.items():
            holders = where.get(place, ())
            if len(holders) <= _HOLDERS:
                seen.update(holders)
        found += [(i, j) for j in sorted(seen)]
    return found


def _best_first(offers: list[tuple[float, int, int, int]]) -> list[tuple[int, int]]:
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(offers):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    return sorted(paired.items())


def _share(one: Mapping[int, str], other: Mapping[int, str], rows: int, common: Mapping[Place, int]) -> float:
    def weight(place: Place) -> float:
        return max(0.0, log2((rows + 1) / max(1, common.get(place, 1))))

    agree = 0.0
    for place, text in one.items():
        there = other.get(place)
        if there == text:
            agree += weight((place, text))
        elif there is not None and (near := _likeness(text, there)) >= ALIKE:
            agree += near * weight((place, text))
    mine, theirs = (sum(weight(item) for item in cells.items()) for cells in (one, other))
    return agree / max(mine, theirs) if max(mine, theirs) > 0 else 0.0


def _likeness(one: str, other: str) -> float:
    """Give how near two texts are; numbers and addresses of e-mail that are nearly the same are different ones."""
    if "@" in one or "@" in other or any(map(str.isdigit, one + other)):
        return 0.0
    from rapidfuzz.fuzz import ratio

    return float(ratio(one.casefold(), other.casefold())) / 100


def count_cells(wanted: Iterable[Place], rows: Iterable[Sequence[str]]) -> Counter[Place]:
    """Count how many rows hold each of some cells."""
    columns: dict[int, set[str]] = defaultdict(set)
    for place, text in wanted:
        columns[place].add(text)
    counts: Counter[Place] = Counter()
    for cells in rows:
        for place, texts in columns.items():
            if (
                place < len(cells)
                and (text := cells[place])
                and (text in texts or (text := clean(text)) in texts)
            ):
                counts[place, text] += 1
    return counts
