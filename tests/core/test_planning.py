"""Plans: what is asked, what is chosen within the budget, and on which days."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smbcrm.core.planning import (
    Candidate,
    Candidates,
    Choice,
    CutRow,
    Limits,
    PlanCustomers,
    choose,
    cut_lines,
    gap_note,
    more_money,
    one_more_hour,
    propose,
    spread,
)
from smbcrm.core.plans import plan_choice
from smbcrm.core.recipes import Recipe, built_in_recipes
from smbcrm.core.say import Say, say

START = date(2024, 3, 20)
CALL = Recipe(kind="call", every_days=21, minutes=15, text=Say("call"))
GIFT = Recipe(kind="surprise", every_days=91, minutes=10, cost=50, effect=1.5, counts_from="same")


def ago(days: int | None) -> str | None:
    return None if days is None else (START - timedelta(days=days)).isoformat()


def customers(*last: int | None, **columns: object) -> PlanCustomers:
    n = len(last)
    filled = {"tier": ["A"] * n, "score": [8.0] * n, "do_not_contact": [False] * n} | columns
    return PlanCustomers(ids=range(1, n + 1), last_contact=[ago(d) for d in last], **filled)  # type: ignore[arg-type]


def asked(of: PlanCustomers, *recipes: Recipe, tiers: str = "A", weeks: int = 4) -> Candidates:
    return propose(of, recipes, tiers=tiers, start=START, weeks=weeks).candidates


def details(of: Candidates) -> list[Candidate]:
    return [of.detail(i) for i in range(len(of))]


def planned(of: Candidates, *, minutes: float = 300, money: float = 0, weeks: int = 4) -> Choice:
    return choose(of, Limits.even(minutes=minutes, money=money, weeks=weeks))


def wish(who: int, *values: float, **more: object) -> Candidate:
    filled = {"kind": "call", "tier": "A", "minutes": 10, "cost": 0, "earliest": 0, "reason": Say("")} | more
    return Candidate(customer_id=who, values=values, **filled)  # type: ignore[arg-type]


def test_contacts_count_from_the_last_real_one() -> None:
    found = details(asked(customers(None, 2, 40), CALL))
    assert [(c.customer_id, c.occurrence, c.earliest, c.latest) for c in found] == [
        (1, 0, 0, 1),
        (1, 1, 2, 3),
        (2, 0, 0, 3),
        (3, 0, 0, 1),
        (3, 1, 2, 3),
    ]
    assert found[0].reason == say("tier {tier}: no contact recorded yet", tier="A")
    assert found[2].reason == say(
        "tier {tier}: last contact on {date}, {kind} every {every} {every:day|days}",
        tier="A",
        date="2024-03-18",
        kind="call",
        every=21,
    )
    assert str(found[4].reason) == "tier A: call every 21 days"
    # The one who is due comes first, the one who was called the day before yesterday best in the week it is due.
    assert max(found[0].values) == found[0].values[0]
    assert max(found[2].values) == found[2].values[2]


def test_a_present_counts_from_the_last_present_and_not_from_the_last_call() -> None:
    known = customers(1, 1, 1, last_of_kind={"surprise": [ago(200), ago(80), None]})
    found = details(asked(known, GIFT))
    assert [(c.customer_id, c.latest) for c in found] == [(1, 3), (2, 3), (3, 3)]
    assert [c.values.index(max(c.values)) for c in found] == [0, 1, 0]
    assert str(found[2].reason) == "tier A: no surprise yet"


def test_a_reason_names_what_a_contact_really_counts_from() -> None:
    last = customers(
        3, 3, 3, last_of_kind={"surprise": [ago(95), None, ago(95)]}, skipped={"call": [None, None, ago(1)]}
    )
    told = {
        (c.customer_id, c.kind): str(c.reason) for c in details(asked(last, CALL, GIFT)) if not c.occurrence
    }
    assert told[1, "surprise"] == "tier A: last surprise on 2023-12-16, every 91 days"
    assert told[2, "surprise"] == "tier A: no surprise yet"
    assert told[1, "call"] == "tier A: last contact on 2024-03-17, call every 21 days"
    assert told[3, "call"] == "tier A: call skipped on 2024-03-19, every 21 days"


def test_who_asked_not_to_be_contacted_is_left_out_and_it_is_said() -> None:
    said = propose(
        customers(None, None, None, do_not_contact=[False, True, False]),
        [CALL],
        tiers="A",
        start=START,
        weeks=1,
    )
    assert [c.customer_id for c in details(said.candidates)] == [1, 3]
    assert (said.customers, said.left_out) == (2, (2,))
    assert str(said.note) == "1 customer asked not to be contacted and was left out"


def test_only_the_tiers_asked_for_and_conditions_that_hold() -> None:
    vip = Recipe(kind="visit", every_days=30, minutes=30, tier="B", condition="vip")
    of = customers(None, None, None, tier=["A", "B", "B"], facts=[(), ("vip",), ()])
    assert [(c.customer_id, c.kind) for c in details(asked(of, CALL, vip, tiers="B"))] == [(2, "visit")]
    assert len(asked(of, CALL, tiers="C")) == 0


def test_an_unknown_score_counts_as_the_middle() -> None:
    found = details(asked(customers(None, None, None, score=[9.0, None, 5.0]), CALL, weeks=1))
    first = [c.values[0] for c in found]
    assert first[1] == pytest.approx((first[0] + first[2]) / 2)


def test_a_plan_fits_and_says_what_was_left_out() -> None:
    of = asked(customers(*[None] * 10, score=[float(s) for s in range(10, 0, -1)]), CALL, GIFT, weeks=1)
    done = planned(of, minutes=160, money=99, weeks=1)
    assert Counter(item.kind for item in done.items) == {"call": 10, "surprise": 1}
    assert [item.customer_id for item in done.items if item.kind == "surprise"] == [1]
    assert (done.minutes, done.cost, done.gap) == ((160.0,), 50.0, 0.0)
    assert (done.protected, done.covered, done.coverable) == (10, 10, 10)
    assert [
        (row.kind, row.asked, row.planned, row.cut, row.cut_minutes, row.cut_cost) for row in done.cut
    ] == [
        ("surprise", 10, 1, 9, 90, 450.0),
        ("call", 10, 10, 0, 0, 0.0),
    ]
    assert [str(line) for line in cut_lines(done)] == [
        "not planned: 9 of 10 x surprise, 90 minutes and 450 in money"
    ]
    told = "no plan within this budget that reaches as many who come first is worth more"
    assert str(gap_note(done)) == told
    assert str(gap_note(replace(done, protected=0))) == "no plan within this budget is worth more"
    assert str(gap_note(replace(done, gap=0.00211))) == told.replace("worth more", "worth 0.22% more")
    assert str(gap_note(replace(done, first_kinds=("call",), first_gap=0.001))) == (
        "no plan within this budget that reaches as many who come first has 0.1% more of call; "
        "with that in it, none is worth more"
    )
    assert str(one_more_hour(of, done)) == "one more hour a week would add nothing"
    assert str(more_money(of, done)) == ("with 50 more money: +1 x surprise, -1 x call; +0 customers reached")


def test_more_time_and_more_money_say_what_they_buy() -> None:
    of = asked(customers(*[None] * 10), CALL, GIFT, weeks=1)
    short = planned(of, minutes=60, weeks=1)
    assert str(one_more_hour(of, short)) == ("with one more hour a week: +4 contacts, +4 customers reached")
    roomy = planned(of, minutes=600, weeks=1)
    assert str(more_money(of, roomy)) == "with 50 more money: +1 contact, +0 customers reached"
    rich = planned(of, minutes=600, money=500, weeks=1)
    assert str(more_money(of, rich)) == "more money would add nothing: nothing that costs money was left out"


@pytest.mark.parametrize(
    ("count", "minutes", "money"), [(40, 120, 500), (600, 300, 500), (150, 30, 0), (10, 30, 0)]
)
def test_what_an_hour_or_money_buys_is_what_planning_anew_with_it_gives(
    count: int, minutes: int, money: int
) -> None:
    last = [None if n % 3 == 0 else 7 * n % 101 for n in range(count)]
    of = asked(customers(*last, score=[1 + 7 * n % 10 for n in range(count)]), *built_in_recipes(gift=40))
    done = planned(of, minutes=minutes, money=money)
    for word, more, told in (
        ("with one more hour a week", planned(of, minutes=minutes + 60, money=money), one_more_hour(of, done)),
        ("more money", planned(of, minutes=minutes, money=money + paid(more_money(of, done))), more_money(of, done)),
    ):  # fmt: skip
        reached = len({i.customer_id for i in more.items}) - len({i.customer_id for i in done.items})
        kinds = Counter(i.kind for i in more.items)
        kinds.subtract(i.kind for i in done.items)
        assert word in str(told)
        if not any(kinds.values()):
            assert "nothing" in str(told)
        elif min(kinds.values()) < 0:
            assert {f"{n:+d} x {kind}" for kind, n in kinds.items() if n} == set(
                str(told).split(": ")[1].split("; ")[0].split(", ")
            )
            assert str(told).endswith(f"; {reached:+d} customers reached")
        else:
            assert str(told).endswith(f": +{kinds.total()} contacts, +{reached} customers reached")


def test_money_that_buys_nothing_says_whether_time_or_peace_is_missing() -> None:
    of = asked(customers(None), CALL, replace(GIFT, effect=0.5), weeks=1)
    enough = choose(of, Limits.even(minutes=600, money=0, weeks=1, contacts=1))
    left = "contacts left out that cost money: 1"
    assert str(more_money(of, enough)) == (
        f"with 50 more money alone: nothing, for their customers are met often enough; {left}"
    )
    busy = choose(of, Limits.even(minutes=15, money=0, weeks=1))
    assert str(more_money(of, busy)) == f"with 50 more money alone: nothing, for there is no time; {left}"


def paid(told: Say) -> float:
    """Give the money that a sentence speaks of."""
    return float(dict(told.values)["money"])  # type: ignore[arg-type]


def test_everybody_in_tier_a_gets_something_before_anybody_gets_a_second() -> None:
    # One customer is worth so much that three contacts with him would beat all others.
    of = Candidates.of(
        [wish(1, 100, kind=kind, protected=True) for kind in ("call", "message", "visit")]
        + [wish(who, 1, protected=True) for who in (2, 3)]
        + [wish(4, 50)]
    )
    done = planned(of, minutes=30, weeks=1)
    assert [item.customer_id for item in done.items] == [1, 2, 3]
    assert (done.covered, done.coverable) == (3, 3)


def test_when_not_everybody_can_be_reached_the_dearest_are() -> None:
    done = planned(
        Candidates.of([wish(who, who, protected=True) for who in range(1, 8)]), minutes=30, weeks=1
    )
    assert [item.customer_id for item in done.items] == [5, 6, 7]
    assert (done.protected, done.covered, done.coverable) == (7, 3, 3)


def test_among_equals_the_older_customers_come_first() -> None:
    wishes = [wish(who, 1.0) for who in (9, 4, 7, 2, 5)]
    done = planned(Candidates.of(wishes), minutes=20, weeks=1)
    assert [item.customer_id for item in done.items] == [2, 4]
    assert done == planned(Candidates.of(wishes[::-1]), minutes=20, weeks=1)


@pytest.mark.parametrize(("minutes", "weeks"), [(0, 4), (3, 1), (60, 0)])
def test_no_time_gives_an_empty_plan(minutes: float, weeks: int) -> None:
    done = planned(asked(customers(None), CALL), minutes=minutes, weeks=weeks)
    assert (done.items, done.cost, done.gap, done.covered) == ((), 0.0, 0.0, 0)


def test_nobody_to_plan_for_gives_an_empty_plan() -> None:
    done = planned(asked(customers(), CALL))
    assert (done.items, done.cut, done.asked) == ((), (), 0)
    assert spread(done, start=START, working_days=[]) == ()


wishes = st.lists(
    st.builds(
        lambda who, values, kind, minutes, cost, earliest, protected: Candidate(
            customer_id=who,
            kind=kind,
            tier="A",
            minutes=minutes,
            cost=cost,
            earliest=earliest,
            values=tuple(values),
            reason=Say(""),
            protected=protected,
        ),
        st.integers(1, 4),
        st.lists(st.integers(1, 30).map(float), min_size=1, max_size=2),
        st.sampled_from(["call", "message", "gift"]),
        st.integers(1, 12),
        st.sampled_from([0, 0, 5, 9]),
        st.integers(0, 1),
        st.booleans(),
    ),
    max_size=7,
)


def best_by_trying_all(of: list[Candidate], minutes: float, money: float, weeks: int) -> tuple[int, float]:
    """Give the most shielded customers reached, and then the most worth, over every possible plan."""
    best = (0, 0.0)
    shielded = {c.customer_id for c in of if c.protected}
    for weeks_of in product(*[[None, *range(c.earliest, c.latest + 1)] for c in of]):
        pairs = [(c, w) for c, w in zip(of, weeks_of, strict=True) if w is not None]
        used = Counter()  # type: ignore[var-annotated]
        for c, w in pairs:
            used[w] += c.minutes
        if any(w >= weeks for w in used) or any(m > minutes for m in used.values()):
            continue
        if sum(c.cost for c, _ in pairs) <= money:
            reached = len({c.customer_id for c, _ in pairs} & shielded)
            best = max(best, (reached, sum(c.values[w - c.earliest] for c, w in pairs)))
    return best


@settings(max_examples=150, deadline=None)
@given(wishes, st.integers(0, 30), st.integers(0, 20), st.integers(1, 3))
def test_a_small_plan_is_the_best_of_all_possible_plans(
    of: list[Candidate], minutes: int, money: int, weeks: int
) -> None:
    done = planned(Candidates.of(of), minutes=minutes, money=money, weeks=weeks)
    assert (done.covered, round(done.value, 6)) == best_by_trying_all(of, minutes, money, weeks)
    assert done.gap <= 1e-5


@settings(max_examples=60, deadline=None)
@given(wishes, st.integers(0, 30), st.integers(0, 20), st.integers(1, 3))
def test_deciding_by_prices_comes_as_near_as_it_says(
    of: list[Candidate], minutes: int, money: int, weeks: int
) -> None:
    with pytest.MonkeyPatch.context() as small:
        small.setattr(plan_choice, "SMALL", 0)
        small.setattr(plan_choice, "CORE", 1)
        done = planned(Candidates.of(of), minutes=minutes, money=money, weeks=weeks)
    covered, value = best_by_trying_all(of, minutes, money, weeks)
    assert done.covered == covered
    assert done.value <= value + 1e-6
    assert value <= done.bound + 1e-4
    assert done.value >= done.bound * (1 - done.gap) - 1e-4


lasts = st.lists(st.one_of(st.none(), st.integers(0, 60)), min_size=1, max_size=60)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(lasts, st.integers(40, 400), st.sampled_from([0, 40, 500]), st.integers(1, 6))
def test_a_plan_keeps_to_every_limit_and_uses_the_time_there_is(
    last: list[int | None], minutes: int, money: float, weeks: int
) -> None:
    of = asked(customers(*last), *built_in_recipes(gift=20), weeks=weeks)
    done = planned(of, minutes=minutes, money=money, weeks=weeks)
    assert max(done.minutes) <= minutes
    assert sum(item.cost for item in done.items) <= money
    assert done.gap <= 0.005
    once = Counter((item.customer_id, item.kind, item.occurrence) for item in done.items)
    assert set(once.values()) <= {1}
    assert done.covered == done.coverable
    assert done.asked_free_minutes == sum(c.minutes for c in details(of) if not c.cost)
    if done.asked_free_minutes >= minutes * weeks:
        assert done.used_share >= 0.8
    assert sum(row.planned for row in done.cut) == len(done.items)
    assert sum(row.cut_minutes for row in done.cut) + sum(done.minutes) == done.asked_minutes


def test_a_larger_plan_is_proven_within_half_a_percent_and_the_same_every_time() -> None:
    last = [None if i % 3 == 0 else i * 7 % 90 for i in range(300)]
    of = asked(customers(*last, score=[5 + i % 51 / 10 for i in range(300)]), *built_in_recipes(gift=20))
    done = planned(of, minutes=1200, money=700)
    assert (done.covered, done.coverable) == (300, 300)
    assert done.gap <= 0.005
    assert done.used_share > 0.99
    assert done.items == planned(of, minutes=1200, money=700).items


def test_spreading_keeps_the_choice_and_the_weeks_and_shares_the_work_evenly() -> None:
    done = planned(asked(customers(*[None] * 30), *built_in_recipes()), minutes=200)
    days = [START + timedelta(days=d) for d in range(28) if d % 7 not in (2, 3)]
    dated = spread(done, start=START, working_days=days)
    assert sorted(map(repr, (d.item for d in dated))) == sorted(map(repr, done.items))
    assert all(d.day in days and (d.day - START).days // 7 == d.item.week for d in dated)
    for week in range(4):
        load = Counter({day: 0 for day in days if (day - START).days // 7 == week})
        for d in dated:
            if d.item.week == week:
                load[d.day] += d.item.minutes
        assert max(load.values()) - min(load.values()) <= 15
    met = Counter((d.day, d.item.customer_id) for d in dated)
    assert set(met.values()) == {1}


def test_a_week_without_working_days_still_keeps_its_contacts() -> None:
    done = planned(asked(customers(None), CALL, weeks=1), weeks=1)
    assert [d.day for d in spread(done, start=START, working_days=[])] == [START]


def test_cut_rows_are_listed_by_the_worth_that_is_lost() -> None:
    done = planned(Candidates.of([wish(1, 5.0, kind="call"), wish(2, 9.0, kind="visit")]), minutes=5, weeks=1)
    assert done.cut == (
        CutRow(kind="visit", asked=1, planned=0, cut=1, cut_minutes=10, cut_cost=0.0, cut_value=9.0),
        CutRow(kind="call", asked=1, planned=0, cut=1, cut_minutes=10, cut_cost=0.0, cut_value=5.0),
    )
