"""Sentences as the store keeps them, read back for showing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from smbcrm.core.say import Say, from_data

SENTENCES = frozenset({"reason", "why"})
WORDS = frozenset({"kind", "status", "state", "verdict", "by"})  # words of ours, which have a translation


def told(rows: Iterable[Sequence[object]], columns: Sequence[str]) -> Iterator[list[object]]:
    """Give rows with the sentences in their `reason` and `evidence` columns read back, and our own words as such."""
    words = [place for place, key in enumerate(columns) if key in WORDS]
    sentences = [place for place, key in enumerate(columns) if key in SENTENCES]
    evidence = [place for place, key in enumerate(columns) if key == "evidence"]
    for row in rows:
        cells = list(row)
        for place in sentences:
            cells[place] = from_data(json.loads(str(cells[place]))) if cells[place] else None
        for place in words:
            cells[place] = Say(str(cells[place])) if cells[place] else None
        for place in evidence:
            cells[place] = [from_data(item[0]) for item in json.loads(str(cells[place] or "[]"))]
        yield cells
