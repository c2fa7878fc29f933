"""The reports on keeping customers and on the network, counted by hand."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
OLD, THEN, LATELY = "2025-01-10", "2025-10-20", "2026-11-01"


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """Four customers: two bought last year and this year, one last year only, one is new."""
    assert smbcrm("init").code == 0
    for number, name in enumerate(("Sara Ahmadi", "Ben Cole", "Eva Lind", "Tom Berg")):
        assert smbcrm("add", name, f"phone=0912123456{number}").code == 0
    for who, day in (
        ("C1", THEN),
        ("C1", LATELY),
        ("C2", THEN),
        ("C2", LATELY),
        ("C3", THEN),
        ("C4", LATELY),
    ):
        assert smbcrm("purchase", "add", who, "100", "--date", day).code == 0
    return smbcrm


def told(smbcrm: Smbcrm, report: str, *words: str) -> dict[str, dict[str, object]]:
    rows = json.loads(smbcrm("report", report, *words, "--format", "json").out)
    return {row["measure"]: row for row in rows}


def test_who_was_taken_off_the_list_counts_in_neither_year(shop: Smbcrm) -> None:
    before = told(shop, "retention")
    assert (before["buyers"]["value"], before["buyers"]["before"]) == (3, 3)
    assert (before["kept"]["count"], before["kept"]["of"]) == (2, 3)
    assert told(shop, "network")["new"]["value"] == 1
    for who in ("C2", "C4"):
        assert shop("remove", who).code == 0
    after = told(shop, "retention")
    assert (after["buyers"]["value"], after["buyers"]["before"]) == (1, 2)
    assert (after["kept"]["count"], after["kept"]["of"]) == (1, 2)
    assert told(shop, "network")["new"]["value"] == 0


def test_the_share_of_a_year_ago_has_its_counts_and_how_far_it_can_be_trusted(shop: Smbcrm) -> None:
    shop("purchase", "add", "C1", "100", "--date", OLD)
    kept = told(shop, "retention", "--today", "2026-02-20")["kept"]
    assert (kept["before"], kept["before_count"], kept["before_of"]) == (None, 0, 0)
    kept = told(shop, "retention", "--today", "2027-02-20")["kept"]
    assert (kept["value"], kept["count"], kept["of"]) == (2 / 3, 2, 3)
    assert (kept["before"], kept["before_count"], kept["before_of"], kept["trend"]) == (1, 1, 1, "same")
    said = shop("report", "retention", "--today", "2027-02-20").out
    assert "67% (2 of 3; 21 to 94%)" in said
    assert "100% (1 of 1; 21 to 100%)" in said


def test_arrows_say_where_it_goes(shop: Smbcrm) -> None:
    for who in ("C1", "C2"):
        assert shop("touch", who, "--kind", "mention", "--date", "2025-11-01").code == 0
    assert shop("touch", "C3", "--kind", "review", "--date", LATELY).code == 0
    assert shop("touch", "C3", "--kind", "event", "--date", LATELY).code == 0
    found = told(shop, "network")
    assert {name: found[name]["trend"] for name in ("spoke for you", "taking part", "visits", "members")} == {
        "spoke for you": "down", "taking part": "up", "visits": "same", "members": None,
    }  # fmt: skip
    said = shop("report", "network").out
    assert "↑" in said
    assert "Next: new went down: `smbcrm lifecycle --state new`" in said


def test_only_a_referral_brings_a_customer(shop: Smbcrm) -> None:
    assert "Next: `smbcrm show C1`" in shop("touch", "C1", "--kind", "family", "--to", "C2").out
    assert told(shop, "network")["referrals per 100"]["count"] == 0
    assert shop("touch", "C1", "--kind", "referral", "--to", "C4").code == 0
    found = told(shop, "network")
    assert (found["referrals per 100"]["count"], found["referrals per 100"]["value"]) == (1, 25)
    assert (found["new by referral"]["count"], found["new by referral"]["of"]) == (1, 1)
    shop("score")
    parts = json.loads(shop("score", "explain", "C1", "--format", "json").out)
    why = next(part["why"] for part in parts if part["part"] == "referral")
    assert why.startswith("referred one customer,")


def test_who_was_billed_is_no_prospect(shop: Smbcrm) -> None:
    for number, name in enumerate(("Ida Falk", "Leo Sato")):
        assert shop("add", name, f"phone=0935123456{number}").code == 0
    assert shop("invoice", "add", "C5", "900", "--due", "+10d").code == 0
    states = json.loads(shop("lifecycle", "--format", "json").out)
    found = {row["state"]: row["customers"] for row in states}
    assert (found["prospect"], found["undated"]) == (1, 1)


def test_who_comes_often_is_lost_after_sixty_days_and_counted_so(smbcrm: Smbcrm) -> None:
    smbcrm("init")
    smbcrm("add", "Sara Ahmadi", "phone=09121234560")
    for day in ("06-10", "06-13", "06-16", "06-19", "06-22", "06-25", "06-28", "07-01"):
        assert smbcrm("purchase", "add", "C1", "9", "--date", f"2026-{day}").code == 0
    # Three days apart, so four gaps are twelve days: lost 61 days after the last purchase, on 2026-08-31.
    for day, state, lost in (
        ("2026-08-30", "slipping", 0),
        ("2026-08-31", "lost", 1),
        ("2026-11-28", "lost", 1),
        ("2026-11-29", "lost", 0),
    ):
        found = json.loads(smbcrm("lifecycle", "--state", state, "--today", day, "--format", "json").out)
        assert [row["id"] for row in found] == ["C1"]
        assert told(smbcrm, "network", "--today", day)["lost"]["value"] == lost, day


def test_a_complaint_is_answered_by_the_shop_and_not_by_praise(shop: Smbcrm) -> None:
    def reasons() -> dict[str, object]:
        return {row["id"]: row["reasons"] for row in json.loads(shop("at-risk", "--format", "json").out)}

    assert shop("touch", "C4", "--kind", "complaint", "--text", "late", "--date", "2026-11-10").code == 0
    for kind in ("praise", "mention", "suggestion"):
        assert shop("touch", "C4", "--kind", kind, "--date", "2026-11-12").code == 0
    assert reasons()["C4"] == ["complained on 2026-11-10 and was not answered: late"]
    assert shop("log", "C4", "call", "said sorry", "--date", "2026-11-13").code == 0
    assert "C4" not in reasons()


def test_nobody_slipping_is_no_value_at_risk(shop: Smbcrm) -> None:
    found = told(shop, "retention", "--today", "2026-11-02")
    assert (found["slipping"]["value"], found["value at risk"]["value"]) == (0, 0)


def test_what_is_nothing_to_sort_by_is_refused(shop: Smbcrm) -> None:
    done = shop("report", "top", "--by", "charm")
    assert (done.code, done.out, done.err) == (
        2,
        "",
        "smbcrm: error: charm is nothing to sort by.\nhint: choose one of: spend, count, recency.\n",
    )
