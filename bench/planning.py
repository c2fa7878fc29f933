"""How long it takes to plan for many customers, and how near the plan comes to the best there is.

    python bench/planning.py [CUSTOMERS] [WEEKS]

Processor time of this process, which is what a busy machine leaves comparable.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta

from smbcrm.core.budgets import Budget, limits_of
from smbcrm.core.planning import PlanCustomers, choose, more_money, one_more_hour, propose, spread
from smbcrm.core.recipes import built_in_recipes
from smbcrm.core.values.calendar_days import working_days

START = date(2026, 11, 22)
CASES = (
    # hours a week, money, per, contacts with one customer in so many days
    (6, 0, "plan", 3, 7),
    (6, 5_000_000, "month", 3, 7),
    (40, 20_000_000, "month", 3, 7),
    (40, 20_000_000, "month", 1, 7),
    (200, 0, "plan", 2, 14),
)


def customers(count: int) -> PlanCustomers:
    """Give customers as a shop has them: a third never contacted, some with birthdays, a few silent."""
    dice = random.Random(7)
    last = [
        None if dice.random() < 0.33 else (START - timedelta(days=dice.randrange(120))).isoformat()
        for _ in range(count)
    ]
    born = [
        f"19{dice.randrange(50, 99)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 28):02d}"
        if dice.random() < 0.4
        else None
        for _ in range(count)
    ]
    return PlanCustomers(
        ids=range(1, count + 1),
        tier=["A"] * count,
        score=[round(dice.uniform(6, 10), 1) for _ in range(count)],
        last_contact=last,
        do_not_contact=[dice.random() < 0.02 for _ in range(count)],
        facts=[{"referred"} if dice.random() < 0.1 else set() for _ in range(count)],
        occasions={"birthday": born},
    )


def main() -> None:
    """Plan each case and print what it took."""
    count, weeks = (int(word) for word in (sys.argv[1:] + ["2500", "13"][len(sys.argv) - 1 :])[:2])
    of = customers(count)
    print(f"{count} customers, {weeks} weeks")
    for hours, money, per, contacts, within in CASES:
        budget = Budget(
            minutes=hours * 60, money=money, money_per=per, weeks=weeks, contacts=contacts, within_days=within
        )
        begin = time.process_time()
        days = working_days(START, 7 * weeks, "IR")
        limits = limits_of(budget, start=START, country="IR", spent={})
        proposal = propose(
            of, built_in_recipes(gift=150_000), tiers="A", start=START, weeks=weeks, working_days=days, country="IR"
        )  # fmt: skip
        choice = choose(proposal.candidates, limits)
        spread(choice, start=START, working_days=days)
        more_money(proposal.candidates, choice)
        one_more_hour(proposal.candidates, choice)
        print(
            f"{hours:4} h/week {money:>11,} per {per:5} at most {contacts} in {within:2} days: "
            f"{time.process_time() - begin:6.2f} s, {len(choice.items):6,} of {choice.asked:,} contacts, "
            f"gap {100 * choice.gap:.3f} %, {choice.covered} of {choice.coverable} reached"
        )


if __name__ == "__main__":
    main()
