"""How customers buy, worked out for the whole list at once, is what pandas says group by group."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.scores.buying import HALF_LIFE, buying

TODAY = 20_000
sale = st.tuples(
    st.integers(1, 6),
    st.one_of(st.none(), st.integers(TODAY - 1500, TODAY)),
    st.one_of(st.none(), st.floats(-50, 500).map(lambda amount: round(amount, 2))),
)


def columns(sales: list[tuple[int, int | None, float | None]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    who, days, amounts = zip(*sales, strict=True) if sales else ((), (), ())
    return np.array(who, dtype=np.int64), np.array(days, dtype=float), np.array(amounts, dtype=float)


@given(st.lists(sale, max_size=60))
def test_every_column_is_what_pandas_says(sales: list[tuple[int, int | None, float | None]]) -> None:
    found = buying(*columns(sales), today=TODAY)
    table = pd.DataFrame(sales, columns=["who", "day", "amount"]).astype(float).dropna(subset="day")
    assert found.ids.tolist() == sorted(table["who"].unique())
    for at, who in enumerate(found.ids):
        mine = table[table["who"] == who]
        fresh = mine["day"] > TODAY - HALF_LIFE
        assert found.spend_lately[at] == pytest.approx(mine["amount"][fresh].sum(), abs=1e-6)
        visits = mine["day"][~(mine["amount"] < 0)].drop_duplicates().sort_values()
        if visits.empty:
            assert np.isnan(found.days[at])
            continue
        gaps = visits.diff().dropna()
        assert (found.days[at], found.first[at], found.last[at]) == (
            len(visits),
            visits.min(),
            visits.max(),
        )
        assert found.days_lately[at] == (visits > TODAY - HALF_LIFE).sum()
        assert found.days_weight[at] == pytest.approx((0.5 ** ((TODAY - visits) / HALF_LIFE)).mean())
        expected = [gaps.median() if len(gaps) > 1 else np.nan, gaps.max() if len(gaps) else np.nan]
        assert [found.usual_gap[at], found.longest_gap[at]] == pytest.approx(expected, nan_ok=True)


def test_a_year_old_purchase_counts_half() -> None:
    found = buying(*columns([(1, TODAY, 100.0), (1, TODAY - 365, 100.0)]), today=TODAY)
    assert (found.spend_weight[0], found.days_weight[0]) == (0.75, 0.75)
    assert (found.spend_lately[0], found.spend_before[0]) == (100.0, 100.0)


def test_nothing_bought_is_no_customer() -> None:
    assert len(buying(*columns([]), today=TODAY).ids) == 0
