"""Where a customer stands is told by his own usual gap, not by a fixed number of days."""

from __future__ import annotations

import numpy as np
import pytest

from smbcrm.core.scores.buying import buying
from smbcrm.core.scores.lifecycle import STATES, lifecycle
from tests.core.test_buying import TODAY, columns

NAN = float("nan")


@pytest.mark.parametrize(
    ("purchases", "first", "last", "expected", "back", "state"),
    [
        (NAN, NAN, NAN, 30, NAN, "prospect"),
        (0, NAN, NAN, 30, NAN, "prospect"),
        (3, NAN, NAN, 30, NAN, "undated"),
        (1, 10, 10, 30, NAN, "new"),
        (9, 400, 20, 30, NAN, "active"),
        (9, 400, 60, 30, NAN, "active"),
        (9, 400, 61, 30, NAN, "slipping"),
        (9, 400, 121, 30, NAN, "lost"),
        (9, 400, 61, 180, NAN, "active"),
        (9, 400, 50, 7, NAN, "slipping"),
        (9, 900, 20, 30, 300, "won back"),
        (9, 900, 20, 30, 400, "active"),
        (9, 900, 70, 30, 300, "slipping"),
    ],
)
def test_each_state_has_its_place(
    purchases: float, first: float, last: float, expected: float, back: float, state: str
) -> None:
    found = lifecycle(
        purchases=np.array([purchases]),
        since_first=np.array([first]),
        since_last=np.array([last]),
        expected=np.array([expected], dtype=float),
        since_return=np.array([back]),
        billed=np.array([False]),
    )
    assert STATES[found[0]] == state


def test_coming_back_after_a_long_gap_is_noticed_and_a_usual_one_is_not() -> None:
    regular = [(1, TODAY - 30 * n, 10.0) for n in range(12)]
    returned = [(2, TODAY - 20, 10.0), *((2, TODAY - 420 - 30 * n, 10.0) for n in range(12))]
    found = buying(*columns([*regular, *returned]), today=TODAY)
    assert np.isnan(found.returned[0])
    assert found.returned[1] == TODAY - 20
