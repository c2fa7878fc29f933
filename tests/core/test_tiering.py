"""Tiers: equal quarters by rank, pins kept, moves explained."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smbcrm.core.say import Say, say
from smbcrm.core.tier_records import TIERS, Entries, Move, Standing, Tiering, TierRow
from smbcrm.core.tiering import assign_tiers, tier_sizes
from smbcrm.errors import UsageError


def entries(*scores: float | None, **columns: list[object]) -> Entries:
    n = len(scores)
    filled = {"raw": list(scores), "spend": [None] * n, "last_contact": [None] * n} | columns
    return Entries(ids=range(1, n + 1), score=scores, **filled)  # type: ignore[arg-type]


def cut(of: Entries, **given_: object) -> Tiering:
    return assign_tiers(of, given_.get("pins", {}), previous=given_.get("previous", {}))  # type: ignore[arg-type]


def test_ten_customers_fall_into_three_three_two_two() -> None:
    done = cut(entries(9, 1, 8, 2, 7, 3, 6, 4, None, 5))
    assert "".join(done.tier) == "ADACACBBDB"
    assert list(done.rank) == [1, 9, 2, 8, 3, 7, 4, 6, 10, 5]
    assert done.rows == (
        TierRow(tier="A", customers=3, share=0.3, min_score=7, max_score=9, without_score=0, pinned=0),
        TierRow(tier="B", customers=3, share=0.3, min_score=4, max_score=6, without_score=0, pinned=0),
        TierRow(tier="C", customers=2, share=0.2, min_score=2, max_score=3, without_score=0, pinned=0),
        TierRow(tier="D", customers=2, share=0.2, min_score=1, max_score=1, without_score=1, pinned=0),
    )
    assert done.without_score == 1


@pytest.mark.parametrize(
    ("columns", "fact"),
    [
        ({"raw": [4.98, 5.04, 5.01, 5.02]}, "the score before rounding"),
        ({"spend": [None, 90, 10, 40]}, "what they spent"),
        ({"last_contact": [None, "2024-01-09", "2023-12-31", "2024-01-01"]}, "the last contact"),
    ],
)
def test_equal_scores_are_told_apart_and_it_is_said_by_what(
    columns: dict[str, list[object]], fact: str
) -> None:
    done = cut(entries(5, 5, 5, 5, **columns))
    assert list(done.tier) == ["D", "A", "C", "B"]
    assert done.ties[0] == say(
        "{upper} and {lower} share customers with a score of {score}; told apart by {fact}",
        upper="A",
        lower="B",
        fact=Say(fact),
        score=5,
    )


def test_when_all_else_is_equal_the_oldest_customer_comes_first() -> None:
    done = cut(entries(None, None, None, None))
    assert list(done.tier) == list(TIERS)
    assert (
        str(done.ties[2])
        == "C and D share customers without a score; told apart by who came into the list first"
    )


def test_a_pin_takes_a_seat_and_the_others_make_room() -> None:
    done = cut(entries(8, 7, 6, 5, 4, 3, 2, 1), pins={8: "A", 1: "D", 99: "A"})
    assert "".join(done.tier) == "DABBCCDA"
    assert [row.pinned for row in done.rows] == [1, 0, 0, 1]


def test_more_pins_than_seats_make_a_tier_grow_and_the_rest_share_evenly() -> None:
    done = cut(entries(8, 7, 6, 5, 4, 3, 2, 1), pins={5: "A", 6: "A", 7: "A", 8: "A"})
    assert "".join(done.tier) == "BBCDAAAA"


def test_a_tier_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError):
        cut(entries(1), pins={1: "E"})


def test_moves_say_why() -> None:
    before = {
        1: Standing(tier="B", score=6.0),
        2: Standing(tier="A", score=9.0),
        3: Standing(tier="D", score=5.5),
        4: Standing(tier="C", score=4.0),
        5: Standing(tier="C", score=3.0),
        6: Standing(tier="C", score=None),
        7: Standing(tier="B", score=2.0),
        8: Standing(tier="C", score=2.0),
    }
    done = cut(entries(9, 6, 5.5, 4.2, 3, 2.5, 1, None), pins={5: "A"}, previous=before)
    assert "".join(done.tier) == "ABBCACDD"
    changed = "the others changed: with the same score of {score} the place is in {tier} now, {low} to {high}"
    assert done.moves == (
        Move(
            id=1,
            before="B",
            after="A",
            why=say("the score rose from {before} to {score}", before=6.0, score=9),
        ),
        Move(
            id=2,
            before="A",
            after="B",
            why=say("the score fell from {before} to {score}", before=9.0, score=6),
        ),
        Move(id=3, before="D", after="B", why=say(changed, score=5.5, tier="B", low=5.5, high=6)),
        Move(id=5, before="C", after="A", why=say("you pinned this customer to {tier}", tier="A")),
        Move(
            id=7,
            before="B",
            after="D",
            why=say("the score fell from {before} to {score}", before=2.0, score=1),
        ),
        Move(
            id=8,
            before="C",
            after="D",
            why=say("the score of {before} fell away: too little is known now", before=2.0),
        ),
    )
    assert [move.up for move in done.moves] == [True, False, True, True, False, False]


def test_nobody_to_cut_gives_four_empty_tiers() -> None:
    done = cut(entries())
    assert [(row.tier, row.customers, row.share) for row in done.rows] == [(t, 0, 0.0) for t in TIERS]


scores = st.lists(st.one_of(st.none(), st.integers(2, 20).map(lambda h: h / 2)), max_size=60)


@given(scores)
def test_quarters_differ_by_at_most_one_larger_first(given_scores: list[float | None]) -> None:
    sizes = [row.customers for row in cut(entries(*given_scores)).rows]
    assert sum(sizes) == len(given_scores)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] - sizes[-1] <= 1


@given(scores)
def test_nobody_stands_above_a_better_score(given_scores: list[float | None]) -> None:
    done = cut(entries(*given_scores))
    by_rank = sorted(range(len(given_scores)), key=lambda at: done.rank[at])
    assert "".join(done.tier[at] for at in by_rank) == "".join(sorted(done.tier))
    shown = [given_scores[at] or 0 for at in by_rank]
    assert shown == sorted(shown, reverse=True)


@settings(max_examples=200)
@given(st.integers(0, 60), st.data())
def test_pins_hold_and_only_crowded_tiers_outgrow_the_others(n: int, data: st.DataObject) -> None:
    pins = data.draw(st.dictionaries(st.integers(1, max(n, 1)), st.sampled_from(TIERS), max_size=n))
    done = cut(entries(*range(n)), pins=pins)
    assert all(done.tier[who - 1] == tier for who, tier in pins.items() if who <= n)
    held = Counter(tier for who, tier in pins.items() if who <= n)
    sizes = [row.customers for row in done.rows]
    assert sum(sizes) == n
    rest = [size for size, tier in zip(sizes, TIERS, strict=True) if size != held[tier]]
    roomy = [size for size in sizes if size <= -(-n // 4)]
    assert not rest or max(rest) - min(rest) <= 1
    assert rest == sorted(rest, reverse=True)
    assert all(held[TIERS[at]] == size for at, size in enumerate(sizes) if size not in roomy)


@given(scores, st.randoms())
def test_the_order_of_the_list_makes_no_difference(given_scores: list[float | None], chance: object) -> None:
    ids = list(range(1, len(given_scores) + 1))
    chance.shuffle(ids)  # type: ignore[attr-defined]
    column = [given_scores[who - 1] for who in ids]
    empty = [None] * len(ids)
    shuffled = cut(Entries(ids=ids, score=column, raw=column, spend=empty, last_contact=empty))
    straight = cut(entries(*given_scores))
    assert dict(zip(ids, shuffled.tier, strict=True)) == dict(zip(straight.ids, straight.tier, strict=True))


@given(scores)
def test_cutting_again_moves_nobody(given_scores: list[float | None]) -> None:
    first = cut(entries(*given_scores))
    before = {
        who: Standing(tier=tier, score=score)
        for who, tier, score in zip(first.ids, first.tier, given_scores, strict=True)
    }
    assert cut(entries(*given_scores), previous=before).moves == ()


def test_sizes_stay_whole_when_every_tier_is_crowded() -> None:
    assert tier_sizes(4, [4, 0, 0, 0]) == [4, 0, 0, 0]
    assert tier_sizes(9, [0, 4, 4, 0]) == [1, 4, 4, 0]


def standings(tiers: str, scores: list[float | None]) -> dict[int, Standing]:
    pairs = zip(tiers, scores, strict=True)
    return {at + 1: Standing(tier=tier, score=score) for at, (tier, score) in enumerate(pairs)}


def test_a_small_lead_takes_nobodys_seat() -> None:
    before = standings("ABCD", [8, 7, 5, 3])
    now = entries(7.9, 8.0, 5, 3)
    assert "".join(assign_tiers(now, {}, previous=before).tier) == "BACD"
    kept = assign_tiers(now, {}, previous=before, keep_within=0.2)
    assert ("".join(kept.tier), kept.moves, kept.kept) == ("ABCD", (), 1)
    assert "".join(assign_tiers(now, {}, previous=before, keep_within=0.1).tier) == "BACD"
    assert list(kept.rank) == [2, 1, 3, 4]


def test_a_tie_across_a_kept_seat_is_told_as_such() -> None:
    before = standings("AABBCCDD", [9, 8.5, 8, 7.5, 7, 6, 5, 4])
    now = entries(9, 8.5, 9, 7.5, 7, 6, 5, 4)
    kept = assign_tiers(now, {}, previous=before, keep_within=1)
    assert "".join(kept.tier) == "AABBCCDD"
    assert [str(tie) for tie in kept.ties] == [
        "A and B share customers with a score of 9; told apart by who had the place before"
    ]


def test_who_is_new_has_no_seat_to_keep_and_a_pin_is_no_seat_to_take() -> None:
    before = standings("ABC", [8, 7, 5])
    now = entries(7.9, 5, 3, 8.0)
    assert "".join(assign_tiers(now, {}, previous=before, keep_within=0.2).tier) == "ACDB"
    assert "".join(assign_tiers(now, {4: "A"}, previous=before, keep_within=9).tier)[3] == "A"


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(10, 100), st.sampled_from("ABCD")), min_size=1, max_size=30),
    st.floats(0.01, 3),
)
def test_keeping_seats_changes_no_size_and_moves_nobody_more(
    people: list[tuple[int, str]], points: float
) -> None:
    scores: list[float | None] = [score / 10 for score, _ in people]
    before = standings("".join(tier for _, tier in people), scores)
    plain = assign_tiers(entries(*scores), {}, previous=before)
    kept = assign_tiers(entries(*scores), {}, previous=before, keep_within=points)
    assert Counter(kept.tier) == Counter(plain.tier)
    assert len(kept.moves) <= len(plain.moves)
