"""The main job from the owner's messy workbook to the plan, through the front door."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXAMPLE, ROOT, Run, records

Smbcrm = Callable[..., Run]


@pytest.fixture
def job(smbcrm: Smbcrm) -> dict[str, Any]:
    """What `run --format json` says of the example."""
    done = smbcrm("run", str(EXAMPLE), "--format", "json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_what_was_done_with_every_row_adds_up(job: dict[str, Any]) -> None:
    assert [
        (f["sheet"], f["kind"], f["rows_read"], f["rows_imported"], f["rows_skipped"]) for f in job["files"]
    ] == [
        ("مشتریان", "customers", 43, 42, 1),
        ("Contacts", "customers", 42, 42, 0),
        ("صندوق", "purchases", 90, 84, 6),
    ]
    for sheet in job["files"]:
        parts = ("imported", "updated", "unchanged", "skipped", "rejected")
        assert sheet["rows_read"] == sum(sheet[f"rows_{part}"] for part in parts)
        assert len(sheet["rows"]) == sheet["rows_skipped"] + sheet["rows_rejected"]
        assert all(row["reason"] for row in sheet["rows"])


def test_four_tiers_differ_by_one_at_most_and_hold_everybody(job: dict[str, Any]) -> None:
    sizes = [tier["customers"] for tier in job["tiers"]]
    assert [tier["tier"] for tier in job["tiers"]] == ["A", "B", "C", "D"]
    assert sum(sizes) == job["customers_total"]
    assert max(sizes) - min(sizes) <= 1
    assert sizes == sorted(sizes, reverse=True)


def test_most_people_have_a_score(job: dict[str, Any]) -> None:
    assert job["scored"] / job["customers_total"] >= 0.85


def test_nobody_is_fused_with_somebody_else_and_few_are_missed(smbcrm: Smbcrm, job: dict[str, Any]) -> None:
    truth = {
        (row["sheet"], row["row"]): row["person"]
        for row in csv.DictReader((ROOT / "examples" / "customers_truth.csv").open(encoding="utf-8"))
        if row["person"]
    }
    found = {
        (row["sheet"], row["row"]): row["customer_id"]
        for row in records(smbcrm("sources", "rows", "--format", "csv"))
        if (row["sheet"], row["row"]) in truth
    }
    assert set(found) == set(truth)
    pairs = [(a, b) for a in truth for b in truth if a < b]
    joined = [(a, b) for a, b in pairs if found[a] == found[b]]
    same = [(a, b) for a, b in pairs if truth[a] == truth[b]]
    wrong = [(a, b) for a, b in joined if truth[a] != truth[b]]
    assert wrong == []
    assert len(joined) / len(same) >= 0.85


def test_the_plan_keeps_within_the_hours_and_uses_them(smbcrm: Smbcrm, job: dict[str, Any]) -> None:
    by_week: dict[int, int] = {}
    for item in job["plan"]:
        day = int(item["date"][-2:]) + (30 if item["date"][5:7] == "12" else 0)
        by_week[(day - 22) // 7] = by_week.get((day - 22) // 7, 0) + item["minutes"]
    assert set(by_week) == {0, 1, 2, 3}
    assert max(by_week.values()) <= 300
    assert sum(by_week.values()) >= 0.8 * 1200
    assert {item["tier"] for item in job["plan"]} == {"A"}
    assert all(item["reason"] for item in job["plan"])


def test_running_again_changes_nothing(smbcrm: Smbcrm, job: dict[str, Any]) -> None:
    before = smbcrm("list", "--format", "csv").out, smbcrm("plan", "show", "--format", "csv").out
    again = json.loads(smbcrm("run", str(EXAMPLE), "--format", "json").out)
    assert again["changed"] is False
    assert [f["rows_imported"] + f["rows_updated"] for f in again["files"]] == [0, 0, 0]
    assert (smbcrm("list", "--format", "csv").out, smbcrm("plan", "show", "--format", "csv").out) == before
    assert len(records(smbcrm("undo", "--list", "--format", "csv"))) == 1


def test_undo_brings_the_earlier_list_back_byte_for_byte(smbcrm: Smbcrm, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "Name,Mobile,Score\nSara Ahmadi,09121234567,8\nAli Rezaei,09350000001,5\n", encoding="utf-8"
    )
    assert smbcrm("run", "a.csv").code == 0
    before = smbcrm("list", "--format", "csv").out, smbcrm("list", "--format", "json").out
    assert smbcrm("run", str(EXAMPLE)).code == 0
    assert smbcrm("list", "--format", "csv").out != before[0]
    undone = smbcrm("undo")
    assert undone.code == 0
    assert (smbcrm("list", "--format", "csv").out, smbcrm("list", "--format", "json").out) == before


def test_the_owners_file_is_never_changed(smbcrm: Smbcrm) -> None:
    before = EXAMPLE.read_bytes()
    smbcrm("run", str(EXAMPLE))
    assert EXAMPLE.read_bytes() == before


def test_a_dry_run_leaves_nothing_behind(smbcrm: Smbcrm, data: Path) -> None:
    done = smbcrm("run", str(EXAMPLE), "--dry-run")
    assert done.code == 0
    assert "This was a dry run: nothing was kept." in done.out
    assert "is kept in" not in done.out
    assert done.out.startswith("Without `--dry-run` this would be said:\n")
    assert done.out.splitlines()[-2:] == [
        "This was a dry run: nothing was kept.",
        "Next: the same command without `--dry-run`.",
    ]
    assert not data.exists()


def test_the_report_in_persian_speaks_persian(smbcrm: Smbcrm) -> None:
    done = smbcrm("--lang", "fa", "run", str(EXAMPLE))
    assert done.code == 0
    english = [line for line in done.out.splitlines() if " the " in line or " customers " in line]
    assert english == []


def test_the_lines_of_every_score_add_up_to_the_score_that_is_listed(
    smbcrm: Smbcrm, job: dict[str, Any]
) -> None:
    listed = json.loads(smbcrm("list", "--format", "json").out)
    scored = [row for row in listed if row["score"] is not None]
    assert len(scored) == job["scored"]
    for row in scored:
        parts = json.loads(smbcrm("score", "explain", row["id"], "--format", "json").out)
        assert round(sum(part["points"] or 0 for part in parts), 2) == row["score"]


def test_the_main_job_may_be_told_whether_strangers_become_customers(smbcrm: Smbcrm) -> None:
    Path("calls.csv").write_text(
        "Date,Direction,Caller,Number\n2026-10-02,Incoming,Sara Ahmadi,09123450001\n"
        "2026-10-03,Incoming,Reza Karimi,09351112233\n",
        encoding="utf-8",
    )
    Path("till.csv").write_text(
        "Receipt,Date,Customer,Mobile,Amount\n1,2026-10-02,Mina Tehrani,09123450003,500\n", encoding="utf-8"
    )
    assert smbcrm("run", "calls.csv", "till.csv", "--no-create").code == 0
    assert smbcrm("list", "--format", "ids").out == ""
    assert smbcrm("run", "calls.csv", "till.csv", "--create").code == 0
    assert smbcrm("list", "--columns", "name", "--format", "csv").out == (
        "name\nSara Ahmadi\nReza Karimi\nMina Tehrani\n"
    )
