"""Merging keeps what it reached: our labelled lists, through `import` and `merge review --answers`, against floor figures.

The floors lie a little below what `python bench/merge.py bench/lists/*.csv` prints; raise them when it prints better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from bench.merge import Measured, measure

from smbcrm.core.matcher.joining.policy import MatchPolicy
from smbcrm.store.folder import open_store
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.explain_pair import ExplainedPair, explain_pair
from tests.conftest import ROOT

LISTS = ROOT / "bench" / "lists"


@dataclass(frozen=True, kw_only=True)
class Floor:
    """What a list must at least reach: by itself, and once its questions are answered rightly."""

    precision: float
    recall: float
    lost: int
    precision_then: float
    recall_then: float
    yes: float  # of the questions, that are one customer
    half: float  # of what all answers bring, that the first half of the questions brings


FLOORS = {
    "shop_en_dev": Floor(precision=0.997, recall=0.918, lost=2, precision_then=0.997, recall_then=0.984, yes=0.42, half=0.6),
    "shop_fa_dev": Floor(precision=0.997, recall=0.874, lost=2, precision_then=0.997, recall_then=0.954, yes=0.47, half=0.6),
    # Families, twins, branches: many questions are traps.
    "hard_mix": Floor(precision=0.998, recall=0.97, lost=2, precision_then=0.998, recall_then=0.995, yes=0.33, half=0.6),
}  # fmt: skip


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Measured, Path]]:
    """Every list of ours, imported, measured and answered."""
    found = {}
    for path in sorted(LISTS.glob("*.csv")):
        folder = tmp_path_factory.mktemp(path.stem)
        found[path.stem] = (measure(path, folder), folder / "data")
    return found


def test_every_list_has_a_floor(lists: dict[str, tuple[Measured, Path]]) -> None:
    assert set(lists) == set(FLOORS)


@pytest.mark.parametrize("name", FLOORS)
def test_a_list_is_merged_no_worse_than_before(lists: dict[str, tuple[Measured, Path]], name: str) -> None:
    found, floor = lists[name][0], FLOORS[name]
    assert found.score.precision >= floor.precision
    assert found.score.recall >= floor.recall
    assert found.score.lost <= floor.lost
    assert found.per_thousand <= 30
    assert found.yes >= floor.yes * found.asked
    assert (found.after.precision, found.after.recall) >= (floor.precision_then, floor.recall_then)
    assert found.after.recall >= floor.recall_then
    assert found.half >= floor.half
    assert found.refused == 0


@pytest.fixture(scope="module", params=sorted(FLOORS))
def told(
    request: pytest.FixtureRequest, lists: dict[str, tuple[Measured, Path]]
) -> Iterator[tuple[SqliteStore, list[ExplainedPair]]]:
    """The store of one list, its questions answered, and what `merge explain` says of every pair that it found, and of a few the owner decided."""
    store = open_store(lists[request.param][1], write=False)
    # Pairs that only the owner decided are judged anew, which takes a while: a few of them will do.
    numbers = [
        number for (number,) in store.read("SELECT id FROM pair WHERE decided_by = 'auto' ORDER BY id")
    ]
    numbers += [
        number
        for (number,) in store.read("SELECT id FROM pair WHERE decided_by = 'owner' ORDER BY id LIMIT 5")
    ]
    yield store, [explain_pair(store, [str(number)]) for number in numbers]
    store.close()


def test_the_parts_of_every_kept_pair_add_up_to_its_confidence(
    told: tuple[SqliteStore, list[ExplainedPair]],
) -> None:
    store, pairs = told
    kept = {
        (a, b): sure
        for a, b, sure in store.read(
            "SELECT 's' || x.source_id || 'r' || x.number, 's' || y.source_id || 'r' || y.number, p.confidence "
            "FROM pair p JOIN source_row x ON x.id = p.row_a JOIN source_row y ON y.id = p.row_b WHERE p.decided_by = 'auto'"
        )
    }
    assert len(kept) > 700
    for pair in pairs:
        total = sum(weight for _, _, weight in pair.evidence)
        assert pair.confidence == pytest.approx(1 / (1 + 2**-total), abs=0.0001), pair
        assert kept.get((pair.a, pair.b), pair.confidence) == pair.confidence


def test_the_evidence_of_every_kept_pair_leads_to_its_verdict(
    told: tuple[SqliteStore, list[ExplainedPair]],
) -> None:
    policy = MatchPolicy()
    store, pairs = told
    customer = dict(
        store.read(
            "SELECT 's' || source_id || 'r' || number, customer_id FROM source_row WHERE status = 'imported'"
        )
    )
    for pair in pairs:
        total = sum(weight for _, _, weight in pair.evidence)
        assert (pair.verdict == "same") is (customer[pair.a] == customer[pair.b]), pair
        if pair.by == "auto" and pair.verdict == "same" and not pair.notes:
            assert total >= policy.named_bits - 0.1, pair
            assert not any(field == "alone" and weight for field, _, weight in pair.evidence), pair
        elif pair.by == "auto" and pair.verdict == "review":
            assert total >= policy.review_bits - 0.1, pair
            # Evidence that would do to join them, and they are not: then it says why.
            assert total >= policy.named_bits - 0.1 or not pair.notes, pair
            assert total < policy.same_bits or pair.notes, pair
        elif pair.by == "owner":
            assert pair.evidence[0][0] == "owner", pair
