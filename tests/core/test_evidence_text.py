"""Evidence as the text it is kept as: the same as writing every piece by itself."""

from __future__ import annotations

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.matcher.telling.evidence_text import evidence_texts
from smbcrm.core.matcher.weighing.judged import FIELDS

LEVELS = st.integers(0, 9)
WEIGHTS = st.sampled_from([0.0, -0.0, 0.01, -0.01, 3.6, -12.25, 15.5])
PAIRS = st.lists(st.lists(st.tuples(LEVELS, WEIGHTS), min_size=len(FIELDS), max_size=len(FIELDS)), max_size=6)


@given(PAIRS)
def test_every_pair_tells_what_says_something_in_the_order_of_the_fields(
    pairs: list[list[tuple[int, float]]],
) -> None:
    levels = np.array([[level for level, _ in pair] for pair in pairs], dtype=np.int8).reshape(
        -1, len(FIELDS)
    )
    weights = np.array([[weight for _, weight in pair] for pair in pairs]).reshape(-1, len(FIELDS))
    one_by_one = [
        "["
        + ",".join(
            f'["{field}",{level},{weight}]' for field, (level, weight) in zip(FIELDS, pair) if level or weight
        )
        + "]"
        for pair in pairs
    ]
    told = evidence_texts(levels.T, weights.T)
    assert told == one_by_one
    assert all(isinstance(json.loads(text), list) for text in told)
