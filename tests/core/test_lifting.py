"""What would lift a score is worked out by the formula of the score itself."""

from __future__ import annotations

from smbcrm.core.scores.lifting import lift_words, lifts, suggestion
from smbcrm.core.scores.score_facts import Facts, unpack
from smbcrm.core.scoring import Scores
from tests.core.test_scoring import scored, signals

N = 40
LIST = {
    "spend": [100.0 * (i + 1) for i in range(N)],
    "purchases": [1 + i // 2 for i in range(N)],
    "last_purchase": [f"2024-0{1 + i % 3}-1{i % 10}" for i in range(N)],
    "referrals": [i % 3 for i in range(N)],
    "interactions": [i % 5 for i in range(N)],
    "last_contact": ["2024-01-05"] * N,
    "balance_overdue": [500.0 if i == 3 else 0.0 for i in range(N)],
}


def facts_of(scores: Scores, i: int) -> Facts:
    return unpack(scores.packed[i])


def test_the_score_worked_out_alone_is_the_score_of_the_list() -> None:
    for own, near in (([None] * N, 1e-9), ([5.0 + i % 4 for i in range(N)], 0.15)):
        scores = scored(signals(N, **LIST, own_score=own))
        for i in range(N):
            facts = facts_of(scores, i)
            assert abs(suggestion(facts.values, scores.frame) - facts.suggested) < near


def test_one_more_referral_lifts_about_as_the_list_says() -> None:
    before = scored(signals(N, **LIST))
    after = scored(signals(N, **{**LIST, "referrals": [1, *LIST["referrals"][1:]]}))
    found = {lift.what: lift for lift in lifts(facts_of(before, 0), before.frame)}
    gain = after.suggested[0] - before.suggested[0]  # type: ignore[operator]
    assert found["referral"].times == 2  # one alone lifts by less than a point, two by the most there is
    one = suggestion(facts_of(after, 0).values, before.frame) - facts_of(before, 0).suggested
    assert abs(one - gain) < 0.1


def test_paying_what_is_overdue_is_asked_only_of_those_who_owe() -> None:
    scores = scored(signals(N, **LIST))
    assert "payment" in {lift.what for lift in lifts(facts_of(scores, 3), scores.frame)}
    assert "payment" not in {lift.what for lift in lifts(facts_of(scores, 4), scores.frame)}


def test_paying_what_is_overdue_promises_no_more_than_the_list_gives() -> None:
    late = {**LIST, "days_late": [float(i % 9) for i in range(N)], "bills": [2.0] * N}
    for columns in (LIST, late):
        owed = [300.0 * (i % 4) for i in range(N)]
        before = scored(signals(N, **{**columns, "balance_overdue": owed}))
        for i in (3, 10, 21):
            after = scored(signals(N, **{**columns, "balance_overdue": [*owed[:i], 0.0, *owed[i + 1 :]]}))
            promised = next(
                lift for lift in lifts(facts_of(before, i), before.frame) if lift.what == "payment"
            )
            assert abs(promised.score - after.suggested[i]) < 0.05  # type: ignore[operator]


def test_nothing_is_promised_where_there_is_no_score() -> None:
    scores = scored(signals(2, satisfaction=[1.0, 0.2]))
    assert lifts(facts_of(scores, 0), scores.frame) == ()


def test_the_words_count() -> None:
    scores = scored(signals(N, **LIST))
    said = {str(lift_words(lift)) for i in range(N) for lift in lifts(facts_of(scores, i), scores.frame)}
    assert {"one contact", "one more purchase"} <= said
