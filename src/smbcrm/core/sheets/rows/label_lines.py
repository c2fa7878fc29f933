"""Lines between the rows of a table that say who the rows below them are about: "Customer: Sara Karimi", "Phone: 0912 345 67 89"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from smbcrm.core.fields import FIELDS, NAMES, ONE_EACH, PLACE
from smbcrm.core.headers import HeaderTable
from smbcrm.core.heading_subject import is_a_customer
from smbcrm.core.heading_words import heading_words
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.rows.body import PART, TOTAL
from smbcrm.core.sheets.rows.continued import Skipped, is_sum_of, sums_up
from smbcrm.core.sheets.rows.ragged import AlignedRow, Row

_LABELLED = re.compile(r"^\s*(?P<label>[^:：]{2,40}?)\s*[:：]\s*(?P<value>.*)$", re.DOTALL)
_MOST_BESIDE = 3
_ABOVE = 6
"""So many lines above the headings may tell of the first customer."""

_OF_HIM = ONE_EACH | PLACE | {"customer_code", "economic_code", "company_id", "father_name", "fax", "website"}

Pairs = list[tuple[str, str]]
Lifted = tuple[list[str], list[Row], dict[int, AlignedRow], list[Skipped]]
"""Headings, rows and aligned rows of a table with what its lines told in columns of their own, and the lines that are no rows."""


@dataclass(slots=True, kw_only=True)
class Found:
    """What lines between rows tell: the rows that are data, each with what was told of its customer, and the lines themselves."""

    labels: list[str] = field(default_factory=list)
    kept: list[tuple[Row, dict[str, str]]] = field(default_factory=list)
    lines: list[Row] = field(default_factory=list)
    customers: int = 0
    named: bool = False


def lift_labels(
    headings: Sequence[str],
    rows: Sequence[Row],
    aligned: Mapping[int, AlignedRow],
    headers: HeaderTable,
    above: Sequence[Sequence[str]] = (),
) -> Lifted | None:
    """Give a table columns for its customers where lines between its rows tell of them: "Customer: Sara Karimi"; None where none do.

    Such a line begins with a word for a customer and a colon, holds hardly anything else, and stands before the first row, `above` the
    headings perhaps; how to reach him may stand in further lines below it. Where it names nobody, the rows below it are nobody's: not
    those of the customer before.
    """
    begins = bool(rows) and _customer(_pairs(rows[0][1]))
    over = () if begins else _told_above(above, headers)
    if not rows or not (begins or over):
        return None
    found = _walk(rows, over, headers)
    if (
        not found.named
        or found.customers > len(found.kept)
        or (over and not _may_stand_above(found, headings, headers))
    ):
        return None
    return lifted(headings, rows, aligned, found)


def _walk(rows: Sequence[Row], over: Sequence[Sequence[str]], headers: HeaderTable) -> Found:
    """Go through the lines above the headings and the rows, and keep of each row what was told of its customer before it."""
    found = Found()
    told: dict[str, str] = {}
    heading = False  # the lines before this one told of a customer
    for i, (number, cells) in enumerate([*((0, cells) for cells in over), *rows]):
        pairs = _pairs(cells)
        begins = _customer(pairs)
        if begins:
            told = {}
            found.customers += 1
            found.named = found.named or any(map(str.isalpha, pairs[0][1]))
        further = [pair for pair in pairs[begins:] if _of_him(pair[0], headers)]
        alone = bool(pairs) and sum(bool(cell.strip()) for cell in cells) == 1
        heading = begins or (heading and (bool(further) or alone))
        if not heading:
            found.kept.append(((number, cells), told))
            continue
        told = _with_what_is_told(told, [*pairs[:begins], *further])
        found.labels += [label for label in told if label not in found.labels]
        if i >= len(over):
            found.lines.append((number, cells))
    return found


def _with_what_is_told(told: dict[str, str], pairs: Pairs) -> dict[str, str]:
    """Give what is told of a customer with what a further line tells; a label that comes twice tells of both.

    >>> _with_what_is_told({"Phone": "0912"}, [("Phone", "0935"), ("City", "Tehran")])
    {'Phone': '0912; 0935', 'City': 'Tehran'}
    """
    whole = dict(told)
    for label, value in pairs:
        before = whole.get(label, "")
        whole[label] = f"{before}; {value}" if before and value and value not in before else before or value
    return whole


def lifted(
    headings: Sequence[str], rows: Sequence[Row], aligned: Mapping[int, AlignedRow], found: Found
) -> Lifted:
    """Give the rows with what was told of their customers behind their own cells; without those that are sums of the rows above."""
    width = len(headings)
    kept: list[Row] = []
    again = dict(aligned)
    skipped: list[Skipped] = [(number, cells, PART) for number, cells in found.lines]
    since, of_whom = 0, None
    for (number, cells), told in found.kept:
        if told is not of_whom:
            since, of_whom = len(kept), told
        own = [*(aligned[number].cells if number in aligned else cells)]
        firsts = [since, 0] if number == rows[-1][0] else [since]
        if any(
            is_sum_of(own, (row[:width] for _, row in islice(reversed(kept), len(kept) - first)))
            for first in firsts
        ):
            skipped.append((number, cells, TOTAL))
            since = len(kept)
            continue
        of_him = ["" if sums_up(cells) else told.get(label, "") for label in found.labels]
        whole = (*own[:width], *[""] * (width - len(own)), *of_him)
        kept.append((number, whole))
        if number in again:
            again[number] = replace(again[number], cells=whole)
    return [*headings, *found.labels], kept, again, skipped


def _told_above(above: Sequence[Sequence[str]], headers: HeaderTable) -> Sequence[Sequence[str]]:
    """Give the lines right above the headings that tell of a customer, from the one that names him on."""
    for i in range(len(above) - 1, max(-1, len(above) - 1 - _ABOVE), -1):
        pairs = _pairs(above[i])
        if _customer(pairs):
            return above[i:] if any(map(str.isalpha, pairs[0][1])) else ()
        if not pairs or not any(_of_him(label, headers) for label, _ in pairs):
            return ()
    return ()


def _may_stand_above(found: Found, headings: Sequence[str], headers: HeaderTable) -> bool:
    """Tell whether a line above the headings may be about the first rows: one more stands below them, or they tell of days and of nobody."""
    if found.customers > 1:
        return True
    fields = {name for heading in headings for name in headers.fields(heading)}
    return fields.isdisjoint(NAMES | ONE_EACH | {"customer_code"}) and any(
        FIELDS[name].read == "date" for name in fields
    )


def _of_him(label: str, headers: HeaderTable) -> bool:
    return not _OF_HIM.isdisjoint(headers.fields(label))


_REPORT_ON = word_set(
    "statement account ledger report of for صورت صورتحساب صورت‌حساب حساب دفتر گزارش کارت kontoauszug konto relevé compte extracto cuenta ekstre ekstresi hesap كشف کشف"
)
"""What a report on one customer is called, before the word for him."""


def _customer(pairs: Pairs) -> bool:
    """Tell whether a line begins with a word for a customer; a report on him has a name, where a number may be that of his account."""
    if not pairs:
        return False
    label, value = pairs[0]
    plain = " ".join(word for word in heading_words(label) if word not in _REPORT_ON)
    return is_a_customer(label) or (any(map(str.isalpha, value)) and is_a_customer(plain))


def _pairs(cells: Sequence[str]) -> Pairs:
    """Give the labels of a line with what they say, in one cell or in two; none where it does not begin with one or holds more.

    >>> _pairs(["Customer:", "Sara Karimi", "Phone: 0912"]), _pairs(["2024-05-01", "Tea", "12"])
    ([('Customer', 'Sara Karimi'), ('Phone', '0912')], [])
    """
    filled = [cell.strip() for cell in cells if cell and not cell.isspace()]
    if not filled or (":" not in filled[0] and "：" not in filled[0]):
        return []
    pairs: Pairs = []
    beside = 0
    for cell in filled:
        parted = _LABELLED.match(cell)
        if parted is not None:
            pairs.append((parted["label"], parted["value"].strip()))
        elif pairs and not pairs[-1][1]:
            pairs[-1] = (pairs[-1][0], cell)
        else:
            beside += 1
    if beside >= _MOST_BESIDE or not _LABELLED.match(filled[0]):
        return []
    return [(label, value if any(map(str.isalnum, value)) else "") for label, value in pairs]
