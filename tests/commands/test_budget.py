"""The budget is said once, in the owner's own periods, and every plan keeps to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    lines = ["Name,Mobile,Total spent"]
    lines += [f"Person {chr(65 + n)}{n} Family{n},0912345{1000 + n},{1000 * n * n}" for n in range(20)]
    Path("list.csv").write_text("\n".join(lines), encoding="utf-8")
    for words in (["import", "list.csv"], ["score"], ["tier"]):
        assert smbcrm(*words).code == 0
    return smbcrm


@pytest.mark.parametrize(
    ("words", "minutes", "money", "per"),
    [
        ("--hours 6 --per week --money 5000000 --per month", 360, 5_000_000, "month"),
        ("--money 5000000 --per month --hours 6 --per week", 360, 5_000_000, "month"),
        ("--hours 26 --per month --money 100 --per week", 358, 100, "week"),
        ("--hours 6/week --money 5,000,000/year", 360, 5_000_000, "year"),
        ("--hours ۶ --money ۵۰۰۰۰۰۰ --per ماه", 360, 5_000_000, "month"),
        ("--hours=2.5", 150, 0, "plan"),
        ("--money 700", 300, 700, "month"),
        ("--hours 90m", 90, 0, "plan"),
        ("--hours ۶ساعت --money ۵٬۰۰۰٬۰۰۰", 360, 5_000_000, "month"),
    ],
)
def test_each_period_belongs_to_the_option_before_it(
    shop: Smbcrm, words: str, minutes: int, money: float, per: str
) -> None:
    data = json.loads(shop("budget", "set", *words.split(), "--format", "json").out)
    assert (round(data["hours"] * 60), data["money"], data["money_per"]) == (minutes, money, per)


@pytest.mark.parametrize(
    "words",
    ["--hours x", "--hours 6 --per year", "--money -5", "--hours 0", "--weeks 0", "--hours 200", "--money 1 --per day",
     "--hours inf", "--hours nan", "--money inf", "--per week", "--weeks 3 --per week", "--money 5تومان", "--protect chess"],
)  # fmt: skip
def test_a_budget_that_means_nothing_is_refused(shop: Smbcrm, words: str) -> None:
    assert shop("budget", "set", *words.split()).code == 2
    assert "budget set" not in shop("undo", "--list", "--format", "csv").out


def test_a_plan_follows_the_budget_and_options_come_before_it(shop: Smbcrm) -> None:
    shop("budget", "set", "--hours", "0.5", "--weeks", "2")
    plan = json.loads(shop("plan", "build", "--format", "json").out)
    assert 0 < sum(item["minutes"] for item in plan) <= 60
    more = json.loads(shop("plan", "build", "--hours", "1", "--format", "json").out)
    assert sum(item["minutes"] for item in more) > 60
    run = shop("run", "list.csv")
    assert "of 60 minutes" in run.out
    shop("undo", "--list")


def test_what_is_not_named_stays_and_a_change_is_taken_back(shop: Smbcrm) -> None:
    shop("budget", "set", "--hours", "6")
    shop("budget", "set", "--contacts", "2", "--within", "2w", "--protect", "a,C3,call")
    shown = shop("budget")
    assert "At most 2 contacts with one customer in 14 days" in shown.out
    assert "first come: A,C3,call" in shown.out
    shop("undo")
    assert "At most 3 contacts with one customer in 7 days" in shop("budget").out
    assert json.loads(shop("budget", "--format", "json").out)[0]["budget"] == 6


def test_what_is_planned_and_spent_is_shown_for_the_present_week_and_month(shop: Smbcrm) -> None:
    shop("budget", "set", "--hours", "6", "--money", "900", "--per", "month")
    shop("plan", "build")
    shop("log", "C1", "visit", "with a cake", "--minutes", "30", "--cost", "250")
    hours, money = json.loads(shop("budget", "--format", "json").out)
    assert (hours["first"], hours["last"], hours["spent"]) == ("2026-11-21", "2026-11-27", 0.5)
    assert hours["left"] == round(hours["budget"] - hours["planned"] - hours["spent"], 2)
    assert (money["first"], money["last"], money["budget"], money["spent"]) == (
        "2026-11-22",  # 1 Azar
        "2026-12-21",
        900,
        250,
    )


def test_only_who_is_there_can_come_first(shop: Smbcrm) -> None:
    assert shop("budget", "set", "--protect", "C999").code == 4
    refused = shop("plan", "build", "--protect", "A,chess")
    assert (refused.code, refused.err.splitlines()[0]) == (
        2,
        "smbcrm: error: no recipe asks for chess, so it cannot come first.",
    )
    assert shop("plan", "build", "--protect", "A,call,C1").code == 0


@pytest.mark.parametrize("tier", ["E", "", "الف", "A,Z"])
def test_a_plan_for_a_tier_that_is_none_is_refused(shop: Smbcrm, tier: str) -> None:
    assert shop("plan", "build", "--tier", tier).code == 2
