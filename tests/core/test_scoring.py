"""Scores: what is known raises or lowers, what is unknown is named, and every line adds up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smbcrm.core.say import Say, say
from smbcrm.core.scores.score_model import PARTS
from smbcrm.core.scoring import ScorePolicy, Scores, Signals, score_customers
from smbcrm.errors import UsageError

TODAY = date(2024, 3, 20)
COLUMNS = tuple(name for name in Signals.__dataclass_fields__ if name != "ids")


def signals(n: int, **columns: object) -> Signals:
    filled = {name: [None] * n for name in COLUMNS} | columns
    return Signals(ids=range(1, n + 1), **filled)  # type: ignore[arg-type]


def scored(facts: Signals, **policy: object) -> Scores:
    return score_customers(facts, ScorePolicy(**policy), today=TODAY)  # type: ignore[arg-type]


def total(scores: Scores, i: int) -> Decimal:
    points = [part.points for part in scores.parts_of(i) if part.points is not None]
    assert all(Decimal(str(p)).as_tuple().exponent >= -2 for p in points)  # type: ignore[operator]
    return sum((Decimal(str(p)) for p in points), Decimal(0))


def test_the_formula_is_the_weighted_mean_pulled_towards_the_median() -> None:
    # Three buyers, counts only: mid-ranks 1/6, 3/6, 5/6, weight 2, k 3, median 1/2.
    scores = scored(signals(3, purchases=[1, 4, 9]))
    expected = [1 + 9 * (2 * v + 3 * 0.5) / 5 for v in (1 / 6, 1 / 2, 5 / 6)]
    assert scores.suggested == pytest.approx(expected)
    assert scores.score == [4.3, 5.5, 6.7]
    assert scores.coverage == pytest.approx([2 / 12.5] * 3)
    assert scores.reason == [None, None, None]


def test_the_lines_of_a_score_are_its_whole_story() -> None:
    scores = scored(signals(3, purchases=[1, 4, 9]))
    lines = scores.parts_of(2)
    assert [(line.part, line.points, line.known) for line in lines] == [
        ("base", 1.0, True),
        ("spend", None, False),
        ("frequency", 3.0, True),
        ("recency", None, False),
        ("payment", None, False),
        ("referral", None, False),
        ("engagement", None, False),
        ("satisfaction", None, False),
        ("shrinkage", 2.7, True),
    ]
    assert lines[2].why == say(
        "{times}, {standing}",
        times=say("bought {times} times", times=9),
        standing=say("more often than {below} of {known} customers", below=2, known=3),
    )
    assert (
        str(lines[5].why)
        == 'who came through this customer is not known; type: `smbcrm touch C3 --kind referral --to "WHOM"`'
    )


def test_a_why_reads_as_an_owner_would_say_it() -> None:
    n = 200
    facts = signals(
        n,
        purchases=list(range(n)),
        first_purchase=["2023-01-01"] * n,
        last_purchase=["2024-03-08"] * n,
        days_late=[i - 100 for i in range(n)],
        balance_overdue=[0] * 199 + [250000],
    )
    scores = scored(facts)
    whys = {line.part: str(line.why) for line in scores.parts_of(160)}
    assert whys["frequency"] == "bought 160 times, last 12 days ago, more often than 80 of 100 customers"
    assert whys["payment"] == "pays 60 days late, better than 19 of 100 customers; nothing is overdue"
    assert str(scores.parts_of(199)[4].why).endswith("; 250000 is overdue now")
    assert whys["satisfaction"].startswith("never asked how satisfied")


def test_nothing_known_gives_no_score_but_a_reason() -> None:
    scores = scored(signals(3, spend=[100, 200, None], satisfaction=[None, None, 1.0]))
    assert scores.score[2] is None
    assert scores.suggested[2] is None
    assert scores.raw[2] is None
    assert scores.reason[2] == say(
        "only {percent}% of what makes a score is known and {needed}% is needed; "
        "import purchases, or type: `smbcrm score set WHO 1-10`",
        percent=8,
        needed=15,
    )
    assert all(line.points is None for line in scores.parts_of(2))
    assert [line.known for line in scores.parts_of(2)] == [False] * 6 + [True]


def test_an_own_score_wins_and_is_a_line_of_its_own() -> None:
    scores = scored(signals(4, purchases=[1, 4, 9, None], own_score=[9.5, None, None, 3]))
    assert scores.score == [9.5, 5.5, 6.7, 3.0]
    assert scores.suggested[0] == pytest.approx(4.3)
    assert scores.raw[0] == 9.5
    own = scores.parts_of(0)[-1]
    assert (own.part, own.points, own.why) == ("own", 5.2, say("your own score: {score}", score=9.5))
    assert scores.parts_of(3)[-1].points == 3.0
    assert [total(scores, i) for i in range(4)] == [Decimal(s) for s in ("9.5", "5.5", "6.7", "3")]


def test_one_good_fact_does_not_make_a_ten() -> None:
    best = max(s for s in scored(signals(1000, spend=list(range(1000)))).score if s is not None)
    assert best < 8.5


def test_the_currency_makes_no_difference() -> None:
    amounts = [0, 3, 50, 51, 700, 90000, None]
    times_ten = [None if a is None else a * 10 for a in amounts]
    one, other = scored(signals(7, spend=amounts)), scored(signals(7, spend=times_ten))
    assert one.suggested == pytest.approx(other.suggested)


def test_lateness_is_held_against_the_own_usual_gap() -> None:
    # Both last bought 60 days ago; one buys weekly, the other every 90 days.
    facts = signals(
        2,
        purchases=[30, 30],
        last_purchase=["2024-01-20", "2024-01-20"],
        usual_gap_days=[7, 90],
    )
    recency = [scored(facts).parts_of(i)[3].value for i in (0, 1)]
    assert recency[0] < recency[1]  # type: ignore[operator]


def test_never_having_bought_is_no_recency_at_all() -> None:
    line = scored(signals(2, purchases=[0, 5], last_purchase=[None, "2024-03-01"])).parts_of(0)[3]
    assert (line.known, line.why) == (False, Say("there is no first purchase yet to count from"))


def test_twenty_own_scores_carry_the_suggestions_to_the_owners_scale() -> None:
    n = 60
    own: list[float | None] = [None] * n
    for i in range(0, n, 3):
        own[i] = 6.0 + i // 20 * 0.5
    facts = signals(n, purchases=list(range(n)), own_score=own)
    mapped, plain = scored(facts), scored(facts, map_to_own=False)
    assert (mapped.mapped, plain.mapped) == (True, False)
    assert str(mapped.note) == "suggested scores follow the scale of your 20 own scores"
    rated = [s for s, o in zip(mapped.suggested, own, strict=True) if o is not None]
    assert min(rated) > 5.5  # type: ignore[type-var]
    assert max(rated) < 7.5  # type: ignore[type-var]
    # The same order as before, and every customer still tells apart.
    assert sorted(range(n), key=lambda i: mapped.suggested[i]) == list(range(n))  # type: ignore[arg-type, return-value]
    lines = {line.part for i in range(n) for line in mapped.parts_of(i)}
    assert lines == {*PARTS, "base", "shrinkage", "own_scale", "rounding", "own"}
    assert [total(mapped, i) for i in range(n)] == [Decimal(str(s)) for s in mapped.score]


def test_nineteen_own_scores_are_not_enough() -> None:
    own = [5.0] * 19 + [None] * 21
    scores = scored(signals(40, purchases=list(range(40)), own_score=own))
    assert scores.mapped is False
    assert str(scores.note) == "suggested scores are on their own scale until you have given 20 own scores"


def test_a_weight_of_nothing_leaves_the_part_out() -> None:
    scores = scored(signals(2, purchases=[1, 2], spend=[5, 1]), weights={"spend": 0, "frequency": 4})
    assert scores.suggested[1] > scores.suggested[0]  # type: ignore[operator]
    assert "spend" not in [line.part for line in scores.parts_of(0)]


@pytest.mark.parametrize(
    "policy",
    [
        ScorePolicy(weights={"charm": 1}),
        ScorePolicy(weights={"spend": -1}),
        ScorePolicy(weights=dict.fromkeys(PARTS, 0)),
        ScorePolicy(k=-1),
        ScorePolicy(trim=0.5),
        ScorePolicy(contact_half_life=0),
    ],
)
def test_a_policy_that_means_nothing_is_refused(policy: ScorePolicy) -> None:
    with pytest.raises(UsageError):
        score_customers(signals(1), policy, today=TODAY)


def test_an_empty_list_has_no_scores() -> None:
    scores = scored(signals(0))
    assert (list(scores.score), scores.median, scores.mapped) == ([], 0.5, False)


numbers = st.one_of(st.none(), st.integers(0, 50), st.floats(0, 1e12))
days = st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2025, 1, 1)).map(date.isoformat))
halves = st.one_of(st.none(), st.integers(2, 20).map(lambda h: h / 2))
person = st.fixed_dictionaries(
    {
        "own_score": halves,
        "spend": numbers,
        "spend_lately": numbers,
        "spend_weight": st.one_of(st.none(), st.floats(0, 1)),
        "purchases_lately": st.one_of(st.none(), st.integers(0, 40)),
        "purchases_weight": st.one_of(st.none(), st.floats(0, 1)),
        "bills": st.one_of(st.none(), st.integers(1, 20)),
        "advocacy": st.one_of(st.none(), st.integers(0, 4)),
        "ratings": st.one_of(st.none(), st.integers(1, 20)),
        "purchases": st.one_of(st.none(), st.integers(0, 40)),
        "first_purchase": days,
        "last_purchase": days,
        "usual_gap_days": numbers,
        "days_late": st.one_of(st.none(), st.integers(-60, 200)),
        "balance_overdue": numbers,
        "referrals": st.one_of(st.none(), st.integers(0, 4)),
        "interactions": st.one_of(st.none(), st.integers(0, 30)),
        "last_contact": days,
        "satisfaction": st.one_of(st.none(), st.floats(0, 1)),
    }
)
people = st.lists(person, min_size=1, max_size=40)


def table(rows: list[dict[str, object]]) -> Signals:
    return signals(len(rows), **{name: [row[name] for row in rows] for name in COLUMNS})


@settings(max_examples=120, deadline=None)
@given(people, st.integers(1, 30), st.floats(0, 8))
def test_the_lines_add_up_to_every_score_shown(
    rows: list[dict[str, object]], own_needed: int, k: float
) -> None:
    scores = scored(table(rows), own_needed=own_needed, k=k)
    for i, score in enumerate(scores.score):
        assert (score is None) == all(line.points is None for line in scores.parts_of(i))
        assert (scores.suggested[i] is None) == (scores.reason[i] is not None)
        if score is not None:
            assert 1 <= score <= 10
            assert total(scores, i) == Decimal(str(score))


@settings(max_examples=60, deadline=None)
@given(people, st.randoms())
def test_the_order_of_the_list_makes_no_difference(rows: list[dict[str, object]], chance: object) -> None:
    order = list(range(len(rows)))
    chance.shuffle(order)  # type: ignore[attr-defined]
    one, other = scored(table(rows)), scored(table([rows[at] for at in order]))
    assert [one.raw[at] for at in order] == list(other.raw)


@settings(max_examples=60, deadline=None)
@given(people, st.sampled_from(["spend", "purchases", "referrals"]))
def test_more_of_a_good_thing_never_lowers_the_own_suggestion(
    rows: list[dict[str, object]], fact: str
) -> None:
    # Only what is already known may grow: a fact newly known can pull either way.
    rows[0][fact] = 3
    before = scored(table(rows), map_to_own=False, k=0)
    after = scored(table([{**rows[0], fact: 9}, *rows[1:]]), map_to_own=False, k=0)
    gained = {"spend": 1, "purchases": 2, "referrals": 5}[fact] - 1
    assert after.parts_of(0)[gained if before.suggested[0] is None else gained + 1].value >= (  # type: ignore[operator]
        before.parts_of(0)[gained if before.suggested[0] is None else gained + 1].value
    )
