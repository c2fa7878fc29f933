"""Sentences as the store keeps them, read back for showing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from smbcrm.core.say import from_data

SENTENCES = frozenset({"reason", "why"})


def told(rows: Iterable[Sequence[object]], columns: Sequence[str]) -> Iterator[list[object]]:
    """Give rows with the sentences in their `reason` and `evidence` columns read back."""
    sentences = [place for place, key in enumerate(columns) if key in SENTENCES]
    evidence = [place for place, key in enumerate(columns) if key == "evidence"]
    if evidence:
        from smbcrm.core.matcher.telling.evidence_words import read_evidence
    for row in rows:
        cells = list(row)
        for place in sentences:
            cells[place] = from_data(json.loads(str(cells[place]))) if cells[place] else None
        for place in evidence:
            cells[place] = [what for _, what, _ in read_evidence(json.loads(str(cells[place] or "[]")))]
        yield cells
