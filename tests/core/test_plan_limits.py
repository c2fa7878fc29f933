"""A plan under every limit at once is the best of all possible plans, and no plan breaks one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smbcrm.core.budgets import Budget, Limits, limits_of
from smbcrm.core.planning import (
    Candidate,
    Candidates,
    Choice,
    Dated,
    PlanCustomers,
    PlanPolicy,
    choose,
    propose,
    spread,
    too_often,
)
from smbcrm.core.plans import plan_choice
from smbcrm.core.plans.protection import protection_of
from smbcrm.core.recipes import Recipe, built_in_recipes
from smbcrm.core.say import Say
from smbcrm.core.values.calendar_days import month_of, working_days

START = date(2026, 11, 22)

wishes = st.lists(
    st.builds(
        lambda who, values, kind, minutes, cost, earliest, protected: Candidate(
            customer_id=who, kind=kind, tier="A", minutes=minutes, cost=cost, earliest=earliest,
            values=tuple(values), reason=Say(""), protected=protected, first=kind == "thanks",
        ),
        st.integers(1, 3),
        st.lists(st.integers(1, 30).map(float), min_size=1, max_size=3),
        st.sampled_from(["call", "message", "gift"]),
        st.integers(1, 12),
        st.sampled_from([0, 0, 5, 9]),
        st.integers(0, 1),
        st.booleans(),
    ),
    max_size=6,
)  # fmt: skip
limits = st.builds(
    lambda minutes, money, cut, contacts, within: Limits(
        minutes=tuple(map(float, minutes)), money=tuple(map(float, money)),
        period=tuple(int(week >= cut) for week in range(len(minutes))), contacts=contacts, within_days=within,
    ),
    st.lists(st.integers(0, 30), min_size=1, max_size=3),
    st.lists(st.integers(0, 15), min_size=2, max_size=2),
    st.integers(0, 3),
    st.integers(0, 2),
    st.sampled_from([3, 7, 10, 14, 21]),
)  # fmt: skip
met = st.dictionaries(st.integers(1, 3), st.lists(st.integers(-20, 20), max_size=2), max_size=2)


def allowed(pairs: list[tuple[Candidate, int]], held: Limits, met: dict[int, list[int]]) -> bool:
    """Tell whether contacts in their weeks break no limit; what was or stands fast is never undone, it only leaves no room."""
    used, paid = Counter[int](), Counter[int]()
    for wish, week in pairs:
        if not 0 <= week < held.weeks:
            return False
        used[week] += wish.minutes
        paid[held.period[week]] += wish.cost  # type: ignore[assignment]
    if any(used[w] > held.minutes[w] for w in used) or any(paid[p] > held.money[p] for p in paid):
        return False
    return not held.contacts or not any(
        crowded(pairs, held, met, who) for who in {wish.customer_id for wish, _ in pairs}
    )


def crowded(pairs: list[tuple[Candidate, int]], held: Limits, met: dict[int, list[int]], who: int) -> bool:
    """Tell whether a customer is met too often in the days that end with some week."""
    for end in range(held.weeks):
        last = 7 * end + 6
        first = last - held.within_days + 1
        planned = sum(w.customer_id == who and week <= end and 7 * week + 6 >= first for w, week in pairs)
        before = sum(first <= day <= last for day in met.get(who, ()))
        if planned and planned + before > held.contacts:
            return True
    return False


def best_by_trying_all(
    of: list[Candidate], held: Limits, met: dict[int, list[int]], fixed: list[tuple[Candidate, int]]
) -> tuple[int, float]:
    """Give the most shielded customers reached, then the most worth, over every plan that has the fixed part in it."""
    best = (-1, 0.0)
    shielded = {wish.customer_id for wish in of if wish.protected}
    for weeks in product(*[[None, *range(w.earliest, w.latest + 1)] for w in of]):
        pairs = [(w, week) for w, week in zip(of, weeks, strict=True) if week is not None]
        if any((w, week) not in pairs for w, week in fixed) or not allowed(pairs, held, met):
            continue
        reached = len({w.customer_id for w, _ in pairs} & shielded)
        best = max(best, (reached, sum(w.values[week - w.earliest] for w, week in pairs)))
    return best


@settings(max_examples=250, deadline=None)
@given(wishes, limits, met)
def test_a_small_plan_under_every_limit_is_the_best_of_all_possible_plans(
    of: list[Candidate], held: Limits, met: dict[int, list[int]]
) -> None:
    done = choose(Candidates.of(of, met), held)
    assert (done.covered, round(done.value, 6)) == best_by_trying_all(of, held, met, [])
    assert done.gap <= 1e-5


@settings(max_examples=100, deadline=None)
@given(wishes, limits, met)
def test_deciding_by_prices_keeps_every_limit_and_comes_as_near_as_it_says(
    of: list[Candidate], held: Limits, met: dict[int, list[int]]
) -> None:
    with pytest.MonkeyPatch.context() as small:
        small.setattr(plan_choice, "SMALL", 0)
        small.setattr(plan_choice, "CORE", 1)
        done = choose(Candidates.of(of, met), held)
    covered, value = best_by_trying_all(of, held, met, [])
    assert done.covered == covered
    assert done.value <= value + 1e-6
    assert value <= done.bound + 1e-4
    assert done.value >= done.bound * (1 - done.gap) - 1e-4


@pytest.mark.parametrize("small", [None, 0])
@settings(max_examples=100, deadline=None)
@given(wishes, limits)
def test_everybody_who_comes_first_then_the_kinds_that_do_then_all_the_rest(
    small: int | None, of: list[Candidate], held: Limits
) -> None:
    of = [replace(wish, first=wish.kind == "gift", item=n) for n, wish in enumerate(of)]
    with pytest.MonkeyPatch.context() as patch:
        if small is not None:
            patch.setattr(plan_choice, "SMALL", small)
        done = choose(Candidates.of(of), held)
    gifts = [replace(wish, values=tuple(v if wish.first else 0 for v in wish.values)) for wish in of]
    reached, best = best_by_trying_all(gifts, held, {}, [])
    worth = sum(item.value for item in done.items if item.kind == "gift")
    assert done.covered == max(reached, 0)
    assert worth <= best + 1e-6
    assert worth >= best * (1 - done.first_gap) - 1e-4
    taken = [(of[item.item], item.week) for item in done.items if item.kind == "gift"]
    _, whole = best_by_trying_all(of, held, {}, taken)
    assert done.value <= whole + 1e-6
    assert done.value >= whole * (1 - done.gap) - 1e-4


budgets = st.builds(
    Budget,
    minutes=st.integers(20, 400),
    money=st.sampled_from([0.0, 50.0, 700.0, 5000.0]),
    money_per=st.sampled_from(["plan", "week", "month", "year"]),
    weeks=st.integers(1, 8),
    contacts=st.integers(0, 3),
    within_days=st.sampled_from([3, 7, 14, 30]),
    protect=st.sampled_from(["A", "", "A,B", "call", "C2,gift"]),
)
lasts = st.lists(st.one_of(st.none(), st.integers(0, 200)), min_size=1, max_size=25)
OWN = (
    Recipe(name="gift", kind="gift", every_days=30, minutes=20, cost=120, tier="A,B", counts_from="same"),
    Recipe(name="weekly", kind="call", every_days=7, minutes=12, tier="B"),
)


def made(
    last: list[int | None], budget: Budget, start: date, country: str, spent: dict[date, float]
) -> tuple[Choice, tuple[Dated, ...], Limits]:
    n = len(last)
    of = PlanCustomers(
        ids=range(1, n + 1),
        tier=["AB"[i % 2] for i in range(n)],
        score=[None if i % 4 == 3 else 5 + i % 6 for i in range(n)],
        last_contact=[None if d is None else (start - timedelta(days=d)).isoformat() for d in last],
        do_not_contact=[i % 7 == 6 for i in range(n)],
        occasions={"birthday": [f"198{i % 10}-{1 + i % 12:02d}-2{i % 9}" for i in range(n)]},
        exceptions={1: {"call": 10}, 3: {"": 0}},
    )
    held = limits_of(budget, start=start, country=country, spent=spent)
    days = working_days(start, 7 * budget.weeks, country)
    asked = propose(
        of, (*built_in_recipes(gift=40), *OWN), tiers="AB", start=start, weeks=budget.weeks,
        policy=PlanPolicy(protection=protection_of(budget.protect)), working_days=days, country=country,
    )  # fmt: skip
    done = choose(asked.candidates, held)
    return done, spread(done, start=start, working_days=days), held


@settings(max_examples=120, deadline=None)
@given(
    lasts, budgets, st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.sampled_from(["IR", "DE", "", "AE"]),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from([10.0, 300.0])), max_size=3),
)  # fmt: skip
def test_no_plan_exceeds_a_budget_in_any_calendar(
    last: list[int | None],
    budget: Budget,
    start: date,
    country: str,
    bought: list[tuple[int, float]],
) -> None:
    spent = {start - timedelta(days=ago): cost for ago, cost in bought}
    done, dated, held = made(last, budget, start, country, spent)
    minutes, money = Counter[int](), Counter[object]()
    met: dict[int, list[date]] = {}
    gone = too_often(dated, held)
    crowded = {who for who in {one.item.customer_id for one in dated} if _meets_too_often(who, dated, budget)}
    assert {one.item.customer_id for one in gone} <= crowded, "nobody else loses a contact"
    for one in dated:
        if one in gone:
            continue
        week = (one.day - start).days // 7
        assert week == one.item.week
        minutes[week] += one.item.minutes
        money[_period(one.day, budget, start, country)] += one.item.cost  # type: ignore[assignment]
        met.setdefault(one.item.customer_id, []).append(one.day)
    assert all(used <= budget.minutes for used in minutes.values())
    before = Counter[object]()
    for day, cost in spent.items():
        before[_period(day, budget, start, country)] += cost  # type: ignore[assignment]
    for period, cost in money.items():
        already = before[period] if budget.money_per in ("month", "year") else 0
        assert cost <= max(budget.money - already, 0) + 1e-6
    if budget.contacts:
        for days in met.values():
            for last in days:
                first = last - timedelta(days=budget.within_days - 1)
                assert sum(first <= day <= last for day in days) <= budget.contacts
    assert done.gap <= 0.005
    assert 3 not in met
    assert not any(who % 7 == 0 for who in met)
    assert all(used <= have for used, have in zip(done.minutes, held.minutes, strict=True))


def _meets_too_often(who: int, dated: tuple[Dated, ...], budget: Budget) -> bool:
    days = [one.day for one in dated if one.item.customer_id == who]
    spans = ((last - timedelta(days=budget.within_days - 1), last) for last in days)
    return any(sum(first <= day <= last for day in days) > budget.contacts for first, last in spans)


def _period(day: date, budget: Budget, start: date, country: str) -> object:
    if budget.money_per == "week":
        return (day - start).days // 7
    year, month = month_of(day, country)
    return {"month": (year, month), "year": year, "plan": 0}[budget.money_per]


def test_money_of_a_month_that_was_spent_is_not_there_again() -> None:
    budget = Budget(money=900, money_per="month", weeks=8)
    # 1 Azar is 22 November, 1 Dey 22 December: the plan has all of Azar and 26 of the 30 days of Dey.
    fresh = limits_of(budget, start=START, country="IR", spent={})
    assert [round(money) for money in fresh.money] == [900, 780]
    assert fresh.period == (0, 0, 0, 0, 1, 1, 1, 1)
    used = limits_of(budget, start=START, country="IR", spent={START: 650, START - timedelta(days=1): 99_999})
    assert [round(money) for money in used.money] == [250, 780]
    over = limits_of(budget, start=START, country="IR", spent={START: 2_000})
    assert over.money[0] == 0


def test_what_was_paid_on_the_first_day_is_not_there_again() -> None:
    for per, money in (("plan", (600,)), ("week", (600, 900))):
        budget = Budget(money=900, money_per=per, weeks=2)
        assert limits_of(budget, start=START, country="IR", spent={START: 300}).money == money


def test_contacts_of_two_weeks_are_no_closer_than_the_owner_allows() -> None:
    # Two a week and at most two in seven days: the second week must not begin where the first one ended.
    wishes = [
        Candidate(customer_id=1, kind=kind, tier="A", minutes=10, cost=0, earliest=week, values=(9,), reason=Say(""))
        for week in (0, 1) for kind in ("call", "message")
    ]  # fmt: skip
    held = Limits.even(minutes=600, money=0, weeks=2, contacts=2, within_days=7)
    busy = {START + timedelta(days=ahead): 100.0 for ahead in (0, 1, 2, 3, 10, 11, 12, 13)}
    days = [START + timedelta(days=ahead) for ahead in range(14)]
    dated = spread(choose(Candidates.of(wishes), held), start=START, working_days=days, busy=busy)
    met = sorted((one.day - START).days for one in dated)
    assert len(met) == 4
    assert met[2] - met[0] >= 7
    assert met[3] - met[1] >= 7
    assert too_often(dated, held) == ()


def test_of_contacts_that_cannot_be_kept_apart_the_least_goes() -> None:
    wishes = [
        Candidate(customer_id=1, kind=kind, tier="A", minutes=10, cost=0, earliest=0, values=(worth,), reason=Say(""),
                  every_days=7)
        for kind, worth in (("call", 9.0), ("message", 3.0))
    ]  # fmt: skip
    held = Limits.even(minutes=600, money=0, weeks=1, contacts=2, within_days=7)
    dated = spread(choose(Candidates.of(wishes), held), start=START, working_days=[START])
    lately = {1: [START - timedelta(days=1)]}
    assert [one.item.kind for one in too_often(dated, held, lately)] == ["message"]


def test_who_was_met_often_enough_is_left_in_peace() -> None:
    calls = [Candidate(customer_id=who, kind="call", tier="A", minutes=10, cost=0, earliest=0, values=(9, 8, 7), reason=Say(""))
             for who in (1, 2)]  # fmt: skip
    held = Limits.even(minutes=60, money=0, weeks=3, contacts=1, within_days=14)
    done = choose(Candidates.of(calls, {1: [-3]}), held)
    assert [(item.customer_id, item.week) for item in done.items] == [(2, 0), (1, 1)]
