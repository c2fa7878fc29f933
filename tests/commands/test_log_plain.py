"""`smbcrm log` in plain words, at the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Run

Smbcrm = Callable[..., Run]


def noted(smbcrm: Smbcrm) -> list[dict[str, object]]:
    """Give what was noted, the newest first."""
    found: list[dict[str, object]] = json.loads(smbcrm("log", "list", "--format", "json").out)
    return found


def test_a_persian_sentence_is_understood(smbcrm: Smbcrm) -> None:
    Path("p.csv").write_text(
        "Name,Mobile\nعلی رضایی,09121234567\nSara Ahmadi,09351112233\n", encoding="utf-8"
    )
    smbcrm("import", "p.csv")
    run = smbcrm("log", "رضایی زنگ زد، ۱۰ دقیقه، گله از تأخیر")
    assert run.out == "call with C1 علی رضایی on 2026-11-22 was noted.\n"
    smbcrm("log", "sara", "ahmadi", "came", "by", "yesterday")
    smbcrm("log", "C1", "call", "10m", "late delivery")
    found = [
        (one["customer_id"], one["kind"], one["date"], one["minutes"], one["text"]) for one in noted(smbcrm)
    ]
    assert sorted(found, key=str) == [
        ("C1", "call", "2026-11-22", 10, "late delivery"),
        ("C1", "call", "2026-11-22", 10, "گله از تأخیر"),
        ("C2", "visit", "2026-11-21", None, ""),
    ]


def test_two_who_fit_are_named_and_nothing_is_noted(smbcrm: Smbcrm) -> None:
    Path("p.csv").write_text("Name,Mobile\nعلی رضایی,09121234567\nرضا رضایی,09351112233\n", encoding="utf-8")
    smbcrm("import", "p.csv")
    run = smbcrm("log", "رضایی زنگ زد")
    assert run.code == 4
    assert "C1" in run.err
    assert "C2" in run.err
    assert noted(smbcrm) == []


def test_a_sentence_that_tells_nothing_that_happened_says_what_is_missing(smbcrm: Smbcrm) -> None:
    Path("p.csv").write_text("Name,Mobile\nعلی رضایی,09121234567\n", encoding="utf-8")
    smbcrm("import", "p.csv")
    run = smbcrm("log", "رضایی")
    assert run.code == 2
    assert "say" in run.err


def test_a_whole_name_in_the_other_script_is_not_taken_for_another_with_the_same_words(
    smbcrm: Smbcrm,
) -> None:
    Path("two.csv").write_text(
        "نام,موبایل\nحسین رضایی,09121112233\nرضا حسینی,09354445566\n", encoding="utf-8"
    )
    smbcrm("import", "two.csv")
    assert smbcrm("log", "Reza Hosseini called, asked for a discount").out.startswith(
        "call with C2 رضا حسینی"
    )
    assert smbcrm("log", "hossein rezaei called").out.startswith("call with C1 حسین رضایی")


def test_a_sentence_that_names_no_kind_is_a_note(smbcrm: Smbcrm) -> None:
    smbcrm("init")
    smbcrm("add", "Sara Ahmadi")
    for words in (
        ("asked about the price of tea",),
        ("دربارهٔ قیمت چای پرسید",),
        ("x" * 20_000,),
        ("lunch", "at the harbour"),
    ):
        assert smbcrm("log", "C1", *words).code == 0
    rows = json.loads(smbcrm("log", "list", "-f", "json", "--columns", "kind,text").out)
    assert [(row["kind"], row["text"][:30]) for row in reversed(rows)] == [
        ("note", "asked about the price of tea"),
        ("note", "دربارهٔ قیمت چای پرسید"),
        ("note", "x" * 30),
        ("lunch", "at the harbour"),
    ]
