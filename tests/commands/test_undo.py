"""Undo and redo through the front door: the newest exactly, an older one without what was done since, refused only when that rests on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Smbcrm

LIST = "Name,Mobile,City\nAli Rezaei,09121112233,Tehran\nMina Karimi,09121112244,Shiraz\nسارا احمدی,09121112255,قم\n"
OTHER = "Full name,Phone number,E-mail\nAli Rezaei,09121112233,ali@mail.example\nReza Amini,09121119999,reza@mail.example\n"


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """Three customers, brought by operation 1."""
    Path("list.csv").write_text(LIST, encoding="utf-8")
    Path("other.csv").write_text(OTHER, encoding="utf-8")
    assert smbcrm("import", "list.csv", "--country", "IR").code == 0
    return smbcrm


def answer(smbcrm: Smbcrm, *words: str) -> Any:
    run = smbcrm(*words, "--format", "json")
    assert run.code == 0, run.err
    return json.loads(run.out)


def record(smbcrm: Smbcrm, who: str) -> dict[str, Any]:
    ((found),) = answer(smbcrm, "list", "--where", f"id = '{who}'")
    return dict(found)


def exported(smbcrm: Smbcrm) -> bytes:
    for name in ("now.csv", "now.json"):
        assert smbcrm("export", name).code == 0
    return Path("now.csv").read_bytes() + Path("now.json").read_bytes()


def test_an_edit_is_taken_back_though_the_customer_was_called_since(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Qom")
    shop("log", "C1", "call", "asked for the new list")
    run = shop("undo", "2")
    assert run.code == 0
    assert "Took back operation 2: `smbcrm" in run.out
    assert "What was done since is kept: 3." in run.out
    found = record(shop, "C1")
    assert (found["city"], found["last_interaction"]) == ("Tehran", "2026-11-22")


def test_what_was_done_is_told_as_it_can_be_typed_again(shop: Smbcrm) -> None:
    shop("log", "C1", "call", "asked for the new list", "--minutes", "5")
    (newest, *_) = answer(shop, "undo", "--list")
    assert newest["words"].endswith(' log C1 call "asked for the new list" --minutes 5')


@pytest.mark.parametrize("words", [("--password", "s3cret"), ("--password=s3cret",)])
def test_a_password_is_kept_nowhere(shop: Smbcrm, data: Path, words: tuple[str, ...]) -> None:
    shop("import", "other.csv", *words)
    assert "import other.csv --password" in shop("undo", "--list").out
    assert "s3cret" not in shop("undo", "--list").out
    assert b"s3cret" not in (data / "crm.db").read_bytes()


def test_what_was_taken_back_out_of_turn_comes_back(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Qom")
    shop("log", "C1", "call", "asked for the new list")
    after = exported(shop)
    shop("undo", "2")
    run = shop("redo")
    assert (run.code, run.out.splitlines()[0].split(":")[0]) == (0, "Brought back operation 2")
    assert exported(shop) == after


def test_the_last_call_counts_anew_when_an_older_one_is_taken_back(shop: Smbcrm) -> None:
    shop("log", "C1", "call", "one", "--date", "2026-11-20")
    shop("log", "C1", "call", "two", "--date", "2026-11-18")  # changes nothing of the customer's
    assert shop("undo", "2").code == 0
    assert record(shop, "C1")["last_interaction"] == "2026-11-18"


def test_of_two_edits_of_one_customer_either_can_be_taken_back(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Qom")
    shop("set", "C1", "notes=likes tea", "city=Yazd")
    assert shop("undo", "2").code == 0
    assert record(shop, "C1")["city"] == "Yazd"
    assert shop("undo", "3").code == 0
    assert record(shop, "C1")["city"] == "Tehran"


def test_an_import_whose_customers_were_edited_since_is_kept_and_the_edits_named(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Qom")
    shop("log", "C2", "call", "hello")
    before = exported(shop)
    run = shop("undo", "1")
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "smbcrm: error: operation 1 cannot be undone: later ones build on it (2 set, 3 log); edited since: C1, C2.\n"
        "hint: undo the later ones first: `smbcrm undo 3`.\n"
    )
    assert exported(shop) == before


def test_an_import_is_taken_back_though_scores_and_tiers_were_computed_since(shop: Smbcrm) -> None:
    shop("import", "other.csv", "--country", "IR")
    shop("score")
    shop("tier")
    run = shop("undo", "2")
    assert run.code == 0
    assert run.out.splitlines()[-1].startswith("Next: `smbcrm score`, then `smbcrm tier`.")
    assert [one["name"] for one in answer(shop, "list", "--sort", "id")] == [
        "Ali Rezaei",
        "Mina Karimi",
        "سارا احمدی",
    ]
    assert record(shop, "C1")["email"] in ("", None)
    assert answer(shop, "status")["stale"] is True


def test_the_first_of_two_lists_goes_and_the_second_stays(shop: Smbcrm) -> None:
    shop("import", "other.csv", "--country", "IR")
    assert shop("undo", "1").code == 0
    assert sorted((one["id"], one["name"]) for one in answer(shop, "list")) == [
        ("C1", "Ali Rezaei"),
        ("C4", "Reza Amini"),
    ]
    assert shop("redo").code == 0
    assert len(answer(shop, "list")) == 4


def test_a_list_that_alone_tells_that_two_later_rows_are_one_person_is_kept(smbcrm: Smbcrm) -> None:
    Path("first.csv").write_text(
        "Name,Mobile,E-mail\nAli Rezaei,09121112233,ali@mail.example\n", encoding="utf-8"
    )
    Path("later.csv").write_text(
        "Full name,Phone number,Email address\nAli Rezaei,09121112233,\nAli Rezaei,,ali@mail.example\n",
        encoding="utf-8",
    )
    smbcrm("import", "first.csv", "--country", "IR")
    smbcrm("import", "later.csv", "--country", "IR")
    assert len(answer(smbcrm, "list")) == 1
    run = smbcrm("undo", "1")
    assert (run.code, "later ones build on it (2 import)" in run.err) == (2, True)


def test_a_merge_is_taken_back_and_what_was_written_since_stays(shop: Smbcrm) -> None:
    shop("merge", "same", "C1", "C2")
    shop("log", "C1", "call", "about both")
    assert shop("undo", "2").code == 0
    assert [one["last_interaction"] for one in answer(shop, "list", "--sort", "id")] == [
        "2026-11-22",
        None,
        None,
    ]


def test_a_merge_that_a_later_one_rests_on_is_kept(shop: Smbcrm) -> None:
    shop("merge", "same", "C1", "C2")
    shop("merge", "same", "C2", "C3")
    run = shop("undo", "2")
    assert (run.code, "later ones build on it (3 merge same)" in run.err) == (2, True)


def test_an_edit_comes_back_to_the_customer_that_the_edited_one_was_joined_to(shop: Smbcrm) -> None:
    shop("set", "C2", "notes=likes tea")
    shop("undo")
    shop("merge", "same", "C1", "C2")
    assert shop("redo").code == 0
    assert [one["id"] for one in answer(shop, "list", "--sort", "id")] == ["C1", "C3"]
    assert "likes tea" in shop("show", "C1", "--all").out


def test_redo_is_refused_when_what_it_needs_is_gone(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Qom")
    shop("undo")
    shop("undo")
    run = shop("redo", "2")
    assert (run.code, run.out) == (2, "")
    assert "operation 2 cannot be redone: what was done since stands against it (4 undo)" in run.err
    assert shop("redo").code == 0
    assert shop("redo").code == 0
    assert record(shop, "C1")["city"] == "Qom"


def test_undo_and_redo_walk_back_and_forth(shop: Smbcrm) -> None:
    states = [exported(shop)]
    for city in ("Qom", "Yazd", "Kerman"):
        shop("set", "C1", f"city={city}")
        states.append(exported(shop))
    for _ in range(2):
        for state in states[-2::-1]:
            assert shop("undo").code == 0
            assert exported(shop) == state
        for state in states[1:]:
            assert shop("redo").code == 0
            assert exported(shop) == state
    assert shop("redo").code == 4


def test_after_a_redo_the_redone_command_is_the_newest(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Qom")
    shop("undo")
    shop("set", "C2", "city=Yazd")
    before = exported(shop)
    shop("redo")
    assert answer(shop, "undo")["operation"] == 2
    assert exported(shop) == before


def test_the_list_of_operations_tells_what_stands(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Qom")
    shop("undo")
    shop("redo")
    rows = answer(shop, "undo", "--list", "--columns", "operation,verb,state,undoes")
    assert [tuple(row.values()) for row in rows] == [
        (4, "redo", "done", 3),
        (3, "undo", "undone", 2),
        (2, "set", "done", None),
        (1, "import", "done", None),
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("undo", "2"), "operation 2 is undone already.\nhint: `smbcrm redo 2` brings it back"),
        (("undo", "9"), "there is no operation 9 to undo.\nhint: `smbcrm undo --list` shows what was done"),
        (("redo", "1"), "operation 1 is not undone, so it cannot be redone.\nhint: `smbcrm undo --list` shows what was done"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_said(shop: Smbcrm, words: tuple[str, ...], message: str) -> None:
    shop("set", "C1", "city=Qom")
    shop("undo")
    run = shop(*words)
    assert (run.code, run.err) == (4, f"smbcrm: error: {message}.\n")


def test_a_dry_run_of_undo_and_redo_changes_nothing(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Qom")
    before = exported(shop)
    assert shop("undo", "--dry-run").code == 0
    assert exported(shop) == before
    shop("undo")
    before = exported(shop)
    assert shop("redo", "--dry-run").code == 0
    assert exported(shop) == before
