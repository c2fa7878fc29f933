"""The row that holds the headings: which one it is, or that there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from smbcrm.core.headers import LONGEST_HEADING, HeaderTable
from smbcrm.core.heading_words import bare_heading
from smbcrm.core.sheets.looks.columns import looks_like_value, plain
from smbcrm.core.sheets.looks.own_export import heads_own_list
from smbcrm.core.text import clean, header_key

WITHIN = 20
"""So many rows from the top are looked at."""

_WIDEST = 1000
"""So many columns of them; what makes a list one of customers stands further left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderRow:
    """Where the headings stand: `position` in the grid's rows (the lower one of two), how sure, and the headings.

    They are `ours` where this program wrote the list: then nothing about it is to be guessed.
    """

    position: int
    headings: tuple[str, ...]
    sure: float
    rows: int = 1
    ours: bool = False


def find_header(
    rows: Sequence[Sequence[str]], row_numbers: Sequence[int], headers: HeaderTable
) -> HeaderRow | None:
    """Give the heading row among the first rows, or None when no row reads like headings.

    A row above it, or two, are joined to it where headings span several rows: what the lower row leaves blank, or repeats,
    is told by the upper one.
    """
    best: HeaderRow | None = None
    top = rows[: WITHIN + 20]
    if max(map(len, top), default=0) > _WIDEST:
        found_in_part = find_header([row[:_WIDEST] for row in top], row_numbers, headers)
        return _in_full(found_in_part, top) if found_in_part else None
    for position in range(min(WITHIN, len(rows))):
        below = rows[position + 1 : position + 21]
        if heads_own_list(rows[position], below):
            return replace(header_at(rows, position), ours=True)
        alone = 0.0
        for found in _candidates(rows, row_numbers, position, headers):
            sure = _sureness(found.headings, below, headers)
            if found.rows == 1:
                alone = sure
            elif _parts_all(_trimmed(rows[position]), found.headings, headers):
                sure = max(sure, alone + _TOLD_APART)
            if sure > 0 and (best is None or sure > best.sure + 0.01):
                best = HeaderRow(position=position, headings=found.headings, sure=sure, rows=found.rows)
    return best


def _in_full(found: HeaderRow, rows: Sequence[Sequence[str]]) -> HeaderRow:
    whole = _trimmed(rows[found.position])
    for above in range(1, found.rows):
        whole = _joined(_trimmed(rows[found.position - above]), whole)
    return replace(found, headings=whole)


def header_at(rows: Sequence[Sequence[str]], position: int) -> HeaderRow:
    """Give the headings of a row that a person has pointed out."""
    return HeaderRow(position=position, headings=_trimmed(rows[position]), sure=1.0)


def known_share(cells: Sequence[str], headers: HeaderTable) -> tuple[int, int, int]:
    """Give how many cells are known headings, how many are surely values, and how many are filled."""
    filled = [text for cell in cells if (text := clean(cell[: LONGEST_HEADING + 1]))]
    values = sum(map(looks_like_value, filled)) - _counted_off(filled)
    known = sum(bool(headers.fields(text)) for text in filled if _may_head(text))
    return known, values, len(filled)


_LEAST_COUNTED, _LEAST_YEARS = 3, 2
_MAY_BE_YEARS = {*range(1380, 1420), *range(1990, 2050)}
"""Of the shop's own time: two of these in turn are years; the years that two people were born in stand in no row side by side."""


def _counted_off(texts: Sequence[str]) -> int:
    """Give how many cells only count on from the one before, as days, lessons and years head columns do: no values.

    >>> _counted_off(["Name", "Phone", "1", "2", "3"]), _counted_off(["نام", "۱۴۰۱", "۱۴۰۲"]), _counted_off(["Ann", "12", "13"])
    (3, 2, 0)
    """
    counted, run = 0, 1
    numbers = [
        int(digits) if (digits := plain(text)).isdecimal() and len(digits) <= len("2024") else None
        for text in texts
    ]
    for before, number in pairwise([None, *numbers, None]):
        if before is not None and number == before + 1:
            run += 1
            continue
        years = before is not None and before - run + 1 in _MAY_BE_YEARS and before in _MAY_BE_YEARS
        counted += run if run >= (_LEAST_YEARS if years else _LEAST_COUNTED) else 0
        run = 1
    return counted


def _may_head(text: str) -> bool:
    """Tell whether a cell may be a heading: `#REF!` and `-` say nothing, even where "ref" alone would be one."""
    return not looks_like_value(text) and (bool(plain(text)) or text == "#")


def _candidates(
    rows: Sequence[Sequence[str]], row_numbers: Sequence[int], position: int, headers: HeaderTable
) -> list[HeaderRow]:
    lower = _trimmed(rows[position])
    alone = HeaderRow(position=position, headings=lower, sure=0.0)
    if position == 0 or row_numbers[position] - row_numbers[position - 1] != 1:
        return [alone]
    if position + 1 == len(rows):  # the only row of a list, and no second line of its headings
        return [alone]
    upper = _trimmed(rows[position - 1])
    known, values, _ = known_share(lower, headers)
    upper_known, upper_values, upper_filled = known_share(upper, headers)
    if not known or values or upper_values or (upper_filled < 2 and not upper_known):
        return [alone]
    joined = _joined(upper, lower)
    two = HeaderRow(position=position, headings=joined, sure=0.0, rows=2)
    found = [alone] if joined == lower else [alone, two]
    if position > 1 and row_numbers[position - 1] - row_numbers[position - 2] == 1:
        highest = _trimmed(rows[position - 2])
        known, values, _ = known_share(highest, headers)
        if known and not values and (whole := _joined(highest, joined)) != joined:
            found.append(HeaderRow(position=position, headings=whole, sure=0.0, rows=3))
    return found


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    keys = [header_key(text) for text in below]
    often = Counter(keys)
    joined, spanning = [], ""
    for over, text, key in zip(above, below, keys):
        spanning = over or (spanning if text else "")
        if not text:
            joined.append(over)
        elif often[key] > 1 and spanning and header_key(spanning) != key:
            joined.append(f"{spanning} {text}")
        else:
            joined.append(text)
    return tuple(joined)


_TOLD_APART = 0.02


def _parts_all(lower: Sequence[str], joined: Sequence[str], headers: HeaderTable) -> bool:
    """Tell whether known headings that stand several times are told apart, each of them, by what stands above: "Debit" below "Turnover" and "Balance"."""
    keys = [header_key(text) for text in lower]
    several = {key for key, often in Counter(keys).items() if key and often > 1}
    repeated = [bool(headers.fields(text)) for text, key in zip(lower, keys) if key in several]
    if sum(repeated) * 2 < len(repeated):
        return False
    for key in several:
        named = [over for own, over in zip(keys, joined) if own == key]
        if len(set(map(header_key, named))) < len(named):
            return False
    return bool(several)


def _sureness(cells: Sequence[str], below: Sequence[Sequence[str]], headers: HeaderTable) -> float:
    """Give how sure it is that these cells are headings; 0 or less when they are not."""
    filled = [(i, text) for i, text in enumerate(cells) if text]
    known, values, count = known_share(cells, headers)
    counted = sum(_counts_on(i, text, below) for i, text in filled)
    values += counted
    if not count or values * 4 > count:
        return 0.0
    inside = sum(
        0.5
        for _, text in filled
        if not headers.fields(text)
        and len(text.split()) <= 5
        and not looks_like_value(text)
        and headers.fields_inside(text)
    )
    contrast = sum(
        _stands_over_values(i, below) for i, text in filled if plain(text) and not looks_like_value(text)
    )
    if known + inside < 2 and not (known + inside >= 1 and (count <= 2 or contrast)):
        return 0.0
    if known + inside < 2 and count == 1 and not contrast and _fills(below) > 2:
        return 0.0  # a title above a wider table
    if known + inside < 2 and count == 2 and filled[0][1].endswith(":") and _fills(below) > 2:
        return 0.0  # "Account holder: | Miller" above a wider table
    return known + inside - 1.5 * values + 0.02 * count


def _counts_on(index: int, text: str, below: Sequence[Sequence[str]]) -> bool:
    """Tell whether the cells below go on where this one begins to count: "Client_0" stands over Client_1 and Client_2."""
    bare = bare_heading(text)
    if bare == text:
        return False
    filled = [row[index] for row in below if index < len(row) and row[index].strip()]
    alike = sum(bare_heading(clean(cell)) == bare and clean(cell) != text for cell in filled)
    return alike >= 2 and alike * 2 >= len(filled)


def seems_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row, though unknown, stands over values as only headings do."""
    if len(rows) < 2:
        return False
    first = [(i, text) for i, text in enumerate(_trimmed(rows[0])) if plain(text)]
    if len(first) < 2 or first[0][1].endswith(":") or any(looks_like_value(text) for _, text in first):
        return False
    return any(_stands_over_values(i, rows[1:21]) for i, _ in first)


def _stands_over_values(index: int, below: Sequence[Sequence[str]]) -> bool:
    cells = [plain(row[index]) for row in below if index < len(row)]
    filled = [text for text in cells if text]
    return bool(filled) and sum(map(looks_like_value, filled)) >= 0.6 * len(filled)


def _fills(below: Sequence[Sequence[str]]) -> int:
    return max((sum(bool(cell.strip()) for cell in row) for row in below), default=0)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    texts = [clean(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)
