"""Lines between the rows of a table that say who the rows below them are about: "Customer: Sara Karimi"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from smbcrm.core.headers import is_a_customer
from smbcrm.core.sheets.body import PART, TOTAL
from smbcrm.core.sheets.continued import Skipped, is_sum_of, sums_up
from smbcrm.core.sheets.ragged import AlignedRow, Row

_LABELLED = re.compile(r"^\s*(?P<label>[^:：]{2,40}?)\s*[:：]\s*(?P<value>.*)$", re.DOTALL)
_MOST_BESIDE = 3


def lift_labels(
    headings: Sequence[str], rows: Sequence[Row], aligned: Mapping[int, AlignedRow]
) -> tuple[list[str], list[Row], dict[int, AlignedRow], list[Skipped]] | None:
    """Give a table a column for its customers where lines between its rows name them: "Customer: Sara Karimi"; None where none do.

    Such a line begins with a word for a customer and a colon, holds hardly anything else, and stands before the first row. Where it
    names nobody, the rows below it are nobody's: not those of the customer before.
    """
    first = _labelled(rows[0][1]) if rows else None
    if first is None:
        return None
    found = [_labelled(cells) for _, cells in rows]
    labels = [one for one in found if one is not None]
    if len(labels) * 2 > len(rows) or not any(any(map(str.isalpha, value)) for _, value in labels):
        return None
    width = len(headings)
    kept: list[Row] = []
    again = dict(aligned)
    skipped: list[Skipped] = []
    value, since = "", 0
    for (number, cells), label in zip(rows, found):
        if label is not None:
            value, since = label[1], len(kept)
            skipped.append((number, cells, PART))
            continue
        own = [*(aligned[number].cells if number in aligned else cells)]
        firsts = [since, 0] if number == rows[-1][0] else [since]
        if any(
            is_sum_of(own, (row[:width] for _, row in islice(reversed(kept), len(kept) - first)))
            for first in firsts
        ):
            skipped.append((number, cells, TOTAL))
            since = len(kept)
            continue
        whole = (*own[:width], *[""] * (width - len(own)), "" if sums_up(cells) else value)
        kept.append((number, whole))
        if number in again:
            again[number] = replace(again[number], cells=whole)
    return [*headings, first[0]], kept, again, skipped


def _labelled(cells: Sequence[str]) -> tuple[str, str] | None:
    """Give the label and the name of a line that says who the rows below are about."""
    filled = [cell.strip() for cell in cells if cell and not cell.isspace()]
    if not filled or len(filled) > _MOST_BESIDE + 1:
        return None
    parted = _LABELLED.match(filled[0])
    if parted is None or not is_a_customer(parted["label"]):
        return None
    value = parted["value"].strip() or (filled[1] if len(filled) > 1 else "")
    return parted["label"], value if any(map(str.isalnum, value)) else ""
