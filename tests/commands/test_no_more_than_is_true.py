"""What is said of nothing asked for, of nothing found and of nothing done: no more than is true."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
LISTS = [
    "list", "find sara", "history C1", "purchase list", "invoice list", "payment list", "touch list", "rate list", "log list", "task list",
    "merge list", "merge list --all", "merge review", "sources list", "sources rows", "mapping list", "tier moves", "gaps", "at-risk",
    "report top", "report payers", "report silent", "backup list", "undo --list", "score disagree", "check", "lifecycle --state new",
]  # fmt: skip
NONE = (
    "There ", "Nothing of", "Nothing is missing", "None of", "Nobody", "No ", "Each of", "Your own", "You have", "نیست", "نشده", "هیچ", "هنوز",
)  # fmt: skip


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """Two customers, of whom one bought."""
    assert smbcrm("init").code == 0
    assert smbcrm("add", "Sara Ahmadi", "phone=09121234567").code == 0
    assert smbcrm("add", "رضا کریمی", "phone=09351112233").code == 0
    assert smbcrm("purchase", "add", "C1", "5000").code == 0
    return smbcrm


@pytest.mark.parametrize("verb", LISTS)
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_who_asks_for_none_is_not_told_that_there_are_none(shop: Smbcrm, verb: str, lang: str) -> None:
    run = shop("--lang", lang, *verb.split(), "-n", "0")
    assert run.code == 0
    assert not [line for line in run.out.splitlines() if any(word in line for word in NONE)]


def test_a_limit_is_no_choice_that_questions_failed_to_fit(shop: Smbcrm) -> None:
    for verb in ("list", "review"):
        assert "No open questions about who is who." in shop("merge", verb, "-n", "5").out


def test_what_is_not_found_is_said_of_those_who_were_looked_at(shop: Smbcrm) -> None:
    assert (
        shop("at-risk", "--tier", "A").out.splitlines()[-1].startswith("None of them is known to be at risk;")
    )
    assert (
        shop("report", "payers", "--tier", "A")
        .out.splitlines()[-1]
        .startswith("No bills of theirs are known:")
    )
    assert (
        shop("report", "top", "--since", "2026-11-23")
        .out.splitlines()[-1]
        .startswith("No such sales are known:")
    )
    assert (
        shop("lifecycle", "--state", "lost").out.splitlines()[-1].startswith("There is nobody of the kind.")
    )
    assert (
        shop("backup", "list", "--where", "why = 'x'")
        .out.splitlines()[-1]
        .startswith("There are no such copies.")
    )
    assert (
        shop("tier", "moves", "--since", "2026-11-23")
        .out.splitlines()[-1]
        .startswith("No such moves are known.")
    )


def test_who_is_in_no_tier_is_not_told_of_as_heard_of(shop: Smbcrm) -> None:
    for lang, told in (
        ("en", "Nobody is in these tiers yet. Next: `smbcrm score`, then `smbcrm tier`."),
        ("fa", "هنوز کسی در این رده‌ها نیست. گام بعد: `smbcrm score`، سپس `smbcrm tier`."),
    ):
        for report in ("silent", "tiers"):
            assert shop("--lang", lang, "report", report).out.splitlines()[-1] == told
    shop("score")
    shop("tier")
    for who in ("C1", "C2"):
        shop("log", who, "call", "hello")
    assert shop("report", "silent").out.splitlines()[-1] == "Each of them was heard of within a year."


def test_a_condition_that_leaves_out_who_was_found_is_said(shop: Smbcrm) -> None:
    assert shop("find", "sara", "--where", "score > 5").out.splitlines()[-1].startswith("No customer fits.")


def test_no_recipe_is_named_where_there_is_none(shop: Smbcrm) -> None:
    assert (
        shop("recipe", "list", "--where", "name = 'x'")
        .out.splitlines()[-1]
        .startswith("There are no such recipes.")
    )
    assert (
        shop("recipe", "list", "--exceptions")
        .out.splitlines()[-1]
        .startswith("There are no such exceptions.")
    )


def test_nobody_has_too_little_to_go_by_before_there_are_scores(shop: Smbcrm) -> None:
    assert "No scores yet" in shop("status").out.splitlines()
    assert "هنوز امتیازی نیست" in shop("--lang", "fa", "status").out.splitlines()
    shop("score")
    assert "1 has a score, 1 has too little to go by" in shop("status").out.splitlines()


def test_only_a_score_that_is_another_now_is_told_as_changed(shop: Smbcrm) -> None:
    assert "1 score changed." in shop("score").out
    assert "0 scores changed." in shop("score", today="2026-11-23").out


def test_no_contact_recorded_is_not_told_as_nobody_having_spoken(shop: Smbcrm) -> None:
    shop("score")
    shop("tier")
    assert shop("report", "tiers").out.splitlines()[-1] == (
        "Next: no contact of the last year is recorded with 1 customer of tier A: `smbcrm list --tier A --not-contacted 365d`"
    )


@pytest.mark.parametrize(
    "words",
    ["tier", "score", "merge", "plan build", "score weights set spend=4", "import more.csv", "run more.csv"],
)
def test_what_a_dry_run_shows_is_told_as_what_would_be(shop: Smbcrm, words: str) -> None:
    shop("tier")
    Path("more.csv").write_text("Name,Mobile\nMina Rad,09121112233\n", encoding="utf-8")
    for lang, told in (("en", "Without `--dry-run`"), ("fa", "بدون `--dry-run`")):
        assert shop("--lang", lang, *words.split(), "--dry-run").out.startswith(told)
    for fmt in ("json", "csv"):
        assert "Without" not in shop(*words.split(), "--dry-run", "--format", fmt).out


def test_a_dry_run_of_a_redo_names_no_undo_of_it(shop: Smbcrm) -> None:
    shop("undo")
    assert shop("redo", "--dry-run").out.splitlines()[2:] == [
        "This was a dry run: nothing was kept.",
        "Next: the same command without `--dry-run`.",
    ]
