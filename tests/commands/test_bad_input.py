"""Whatever is wrong, one line says what, one what to try, and nothing is half written."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXAMPLE, Run

Smbcrm = Callable[..., Run]


def told(run: Run) -> list[str]:
    """The lines on stderr; there must be exactly one error and one hint, and never a traceback."""
    lines = run.err.strip().splitlines()
    assert "Traceback" not in run.err
    assert [line.split(":")[0] for line in lines] == ["smbcrm", "hint"], run.err
    return lines


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", 3),
        (b"\xef\xbb\xbf", 3),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 200, 3),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 3),
        (b"PK\x03\x04 broken", 3),
        (b"just one line of prose about nothing at all\n", 3),
        (b"Sara,0912 123 4567\nReza,0935 111 2233\nMina,0917 000 1122\n", 5),
    ],
    ids=["empty", "only-a-mark", "picture", "pdf", "broken-workbook", "prose", "no-headings"],
)
def test_a_file_that_is_no_table_is_refused(
    smbcrm: Smbcrm, tmp_path: Path, data: Path, content: bytes, code: int
) -> None:
    (tmp_path / "list.xlsx").write_bytes(content)
    run = smbcrm("--no-input", "run", "list.xlsx")
    assert run.code == code, run.err
    assert run.out == ""
    told(run)
    assert not (data / "crm.db").exists() or smbcrm("list", "--format", "ids").out == ""


def test_a_missing_file_is_named(smbcrm: Smbcrm, data: Path) -> None:
    run = smbcrm("run", "nowhere.xlsx")
    assert run.code == 3
    assert "nowhere.xlsx" in told(run)[0]
    assert not data.exists()


def test_an_unknown_sheet_is_answered_with_those_there_are(smbcrm: Smbcrm) -> None:
    run = smbcrm("import", str(EXAMPLE), "--sheet", "Nobody")
    assert run.code == 4
    assert "Contacts" in "".join(told(run))


def test_one_unreadable_file_does_not_stop_the_others(smbcrm: Smbcrm, tmp_path: Path) -> None:
    (tmp_path / "good.csv").write_text("Name,Phone\nSara Ahmadi,09121234567\n", encoding="utf-8")
    (tmp_path / "bad.csv").write_bytes(b"")
    run = smbcrm("import", "bad.csv", "good.csv")
    assert run.code == 3
    assert "bad.csv" in run.err
    assert smbcrm("list", "--format", "ids").out == "C1\n"


def test_what_is_left_out_of_a_folder_is_named_by_its_path(smbcrm: Smbcrm) -> None:
    Path("lists/old").mkdir(parents=True)
    Path("lists/a.csv").write_text("Name,Mobile\nSara Ahmadi,09121234567\n", encoding="utf-8")
    told = json.loads(smbcrm("import", "lists", "--format", "json").out)
    assert [(one["file"], one["error"]) for one in told["failed"]] == [
        (str(Path("lists/old")), "old is a folder inside the folder")
    ]


def test_the_data_folder_beside_the_lists_is_not_taken_for_one_of_them(smbcrm: Smbcrm) -> None:
    Path("shop").mkdir()
    Path("shop/a.csv").write_text("Name,Mobile\nSara Ahmadi,09121234567\n", encoding="utf-8")
    for folder in ("shop/data", str(Path("shop/data").absolute())):
        for _ in range(2):
            done = smbcrm("--data", folder, "import", "shop")
            assert done.code == 0, done.err
            assert "folder" not in done.err.replace("A new customer list was made in", "")
    assert smbcrm("--data", "elsewhere", "import", "shop").code == 3  # there it is any folder


def test_who_has_the_damaged_rows_in_a_file_is_told_to_mend_them(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text("Name,Mobile\nSara Ahmadi,09121234567\nOmid Rezaei,0912\n", encoding="utf-8")
    asked = smbcrm("import", "list.csv", "--strict")
    assert "add --rejects FILE" in told(asked)[1]
    for lang, hint in (("en", "mend the rows in bad.csv"), ("fa", "ردیف‌ها را در bad.csv درست کنید")):
        refused = smbcrm("--lang", lang, "import", "list.csv", "--strict", "--rejects", "bad.csv")
        assert refused.code == 3
        assert hint in refused.err
        assert "0912" in Path("bad.csv").read_text(encoding="utf-8")


def test_a_dry_run_of_a_file_that_is_known_shows_no_empty_samples(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text("Name,Mobile\nSara Ahmadi,09121234567\n", encoding="utf-8")
    assert "Sample" in smbcrm("import", "list.csv", "--dry-run").out
    smbcrm("import", "list.csv")
    again = smbcrm("import", "list.csv", "--dry-run").out
    assert "list.csv would be read like this\nColumn  Field   Why\n" in again


def test_without_a_store_the_next_command_is_named(smbcrm: Smbcrm) -> None:
    for words in (
        ["list"],
        ["show", "C1"],
        ["score"],
        ["due"],
        ["undo"],
        ["export", "a.csv"],
        ["add", "Ali"],
    ):
        run = smbcrm(*words)
        assert run.code == 4
        assert "smbcrm run" in told(run)[1]


def test_a_damaged_store_is_said_to_be_damaged(smbcrm: Smbcrm, data: Path) -> None:
    data.mkdir()
    (data / "crm.db").write_bytes(b"this is no database at all, but it is long enough to be looked at" * 40)
    for words in (["list"], ["run", str(EXAMPLE)]):
        run = smbcrm(*words)
        assert run.code == 1
        assert "damaged" in told(run)[0]
    assert (data / "crm.db").read_bytes().startswith(b"this is no database")


def test_a_store_of_a_newer_program_is_refused(smbcrm: Smbcrm, data: Path) -> None:
    smbcrm("init")
    with sqlite3.connect(data / "crm.db") as db:
        db.execute("PRAGMA user_version = 99")
    run = smbcrm("list")
    assert run.code == 1
    assert "newer" in told(run)[0]


@pytest.mark.skipif(os.name == "nt", reason="rights work differently there")
def test_a_store_in_use_is_waited_for_and_then_named(
    smbcrm: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smbcrm.store.sqlite.BUSY_SECONDS", 0.1)
    smbcrm("init")
    smbcrm("add", "Sara")
    other = sqlite3.connect(data / "crm.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    run = smbcrm("add", "Reza")
    assert run.code == 6
    assert "another" in told(run)[0]
    other.execute("ROLLBACK")
    assert smbcrm("add", "Reza").code == 0


def test_a_full_disk_leaves_the_list_as_it_was(
    smbcrm: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    smbcrm("init")
    smbcrm("add", "Sara Ahmadi")
    before = smbcrm("list", "--format", "csv").out
    from smbcrm.store.sqlite import SqliteStore

    prepare = SqliteStore.open.__func__  # type: ignore[attr-defined]

    def small(cls: type[SqliteStore], path: Path, *, write: bool = True, **rest: Any) -> SqliteStore:
        store = prepare(cls, path, write=write, **rest)
        if write:  # SQLite's own limit answers exactly as a full disk does
            (pages,) = store.db.execute("PRAGMA page_count").fetchone()
            store.db.execute(f"PRAGMA max_page_count = {pages + 2}")
        return store

    monkeypatch.setattr(SqliteStore, "open", classmethod(small))
    run = smbcrm("run", str(EXAMPLE))
    assert run.code == 1
    assert "full" in told(run)[0]
    monkeypatch.undo()
    assert smbcrm("--data", str(data), "list", "--format", "csv").out == before


@pytest.mark.parametrize(
    ("words", "code", "what"),
    [
        (["nonsense"], 2, "no such command: nonsense"),
        (["list", "--nonsense"], 2, "no such option: --nonsense"),
        (["list", "--columns", "nonsense"], 2, "there is no column nonsense"),
        (["find", " "], 2, "say what to look for"),
        (["list", "--where", "nonsense ="], 2, "not understood"),
        (["list", "--where", "1; DROP TABLE customer"], 2, "not understood"),
        (["--lang", "xx", "list"], 2, "--lang xx is not known"),
        (["score", "set", "C1", "11"], 2, "a score is 1 to 10"),
        (["score", "set", "C1", "7.3"], 2, "a score is 1 to 10"),
        (["set", "C1", "city"], 2, "city is not FIELD=VALUE"),
        (["set", "C1", "tier=A"], 2, "tier is computed"),
        (["show", "nobody at all"], 4, "nobody fits"),
        (["show", "C99"], 4, "there is no customer C99"),
        (["done", "P1"], 4, "there is no item P1"),
        (["plan", "show"], 4, "there is no plan yet"),
        (["plan", "build", "--hours", "-1"], 2, "--hours cannot be -1: it must be above 0 and at most 168"),
        (["undo", "77"], 4, "there is no operation 77"),
        (["export", "list.exe"], 2, "does not say which kind of file"),
        (["list", "-o", "no/such/folder/a.csv"], 2, "no/such/folder"),
    ],
)
def test_what_is_wrong_is_said_in_a_line_with_what_to_try(
    smbcrm: Smbcrm, words: list[str], code: int, what: str
) -> None:
    smbcrm("init")
    smbcrm("add", "Sara Ahmadi", "phone=09121234567")
    run = smbcrm(*words)
    assert what in told(run)[0]
    assert run.code == code
    assert smbcrm("list", "--format", "ids").out == "C1\n"


def test_several_who_fit_are_named(smbcrm: Smbcrm) -> None:
    smbcrm("init")
    smbcrm("add", "Sara Ahmadi")
    smbcrm("add", "Sara Karimi", "phone=09121234567")
    run = smbcrm("show", "sara")
    assert run.code == 4
    assert "C1 Sara Ahmadi" in told(run)[0]
    assert "C2 Sara Karimi +989121234567" in told(run)[0]


@pytest.mark.parametrize(
    ("words", "english", "persian"),
    [
        (["show"], "WHO is missing", "WHO نوشته نشده است"),
        (["list", "--colums"], "no such option: --colums; there is --columns", "گزینه‌ای به این نام نیست"),
        (["lisst"], "no such command: lisst; there is list", "فرمانی به این نام نیست"),
        (["complaint"], "no such command: complaint.", "فرمانی به این نام نیست"),
        (["list", "-n", "x"], "-n, --limit takes a whole number, not x", "عدد صحیح می‌خواهد، نه x"),
        (["list", "--format", "pdf"], "--format takes one of table, csv", "یکی از این‌ها را می‌خواهد، نه pdf"),
        (["list", "-n"], "something must follow -n", "پس از -n باید چیزی بیاید"),
        (
            ["list", "-n", "o'clock"],
            "-n, --limit takes a whole number, not o'clock",
            "عدد صحیح می‌خواهد، نه o'clock",
        ),
        (["list", "-n", ""], "-n, --limit takes a whole number, not ''", "عدد صحیح می‌خواهد، نه ''"),
        (
            ["list", "-f", "o'clock"],
            "--format takes one of table, csv",
            "یکی از این‌ها را می‌خواهد، نه o'clock",
        ),
        (["list", "--no such"], "no such option: --no such", "گزینه‌ای به این نام نیست: --no such"),
        (["مشتری‌ها"], "no such command: مشتری‌ها", "فرمانی به این نام نیست: مشتری‌ها"),
        (["o'clock"], "no such command: o'clock", "فرمانی به این نام نیست: o'clock"),
        ([""], "no such command: ''", "فرمانی به این نام نیست: ''"),
        (["list", "-n", "9" * 20], "-n, --limit cannot be 1e+20: it is too large", "بیش از اندازه بزرگ است"),
        (["list", "--min-score", "nan"], "--min-score takes a number, not nan", "عدد می‌خواهد، نه nan"),
        (["task", "add", "x", "--cost", "nan"], "--cost takes a number, not nan", "عدد می‌خواهد، نه nan"),
        (["due", "--days", "99999999999"], "from 0 to 36,500, not", "از ۰ تا ۳۶٬۵۰۰ می‌خواهد"),
        (["undo", "1", "2"], "not expected there: 2", "اینجا انتظارش نمی‌رفت"),
    ],
)
def test_a_command_line_that_cannot_be_understood_is_told_in_the_owners_language(
    smbcrm: Smbcrm, words: list[str], english: str, persian: str
) -> None:
    done = smbcrm(*words)
    assert (done.code, done.out) == (2, "")
    assert english in done.err
    assert persian in smbcrm("--lang", "fa", *words).err


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("--lang", "fa", "--calendar", "foo", "list"), "smbcrm: خطا: `--calendar` foo شناخته نیست."),
        (("list", "--calendar=foo", "--lang=fa"), "smbcrm: خطا: `--calendar` foo شناخته نیست."),
        (("--lang", "farsi", "list"), "smbcrm: خطا: `--lang` farsi شناخته نیست."),
        (("--lang", "فارسی", "list"), "smbcrm: خطا: `--lang` فارسی شناخته نیست."),
        (("--lang", "fa", "--data"), "smbcrm: خطا: --data مقدار می‌خواهد."),
        (("--lang", "xx", "list"), "smbcrm: error: --lang xx is not known."),
        (("--calendar", "foo", "list"), "smbcrm: error: --calendar foo is not known."),
    ],
)
def test_the_earliest_errors_are_in_the_language_asked_for(
    smbcrm: Smbcrm, words: tuple[str, ...], first: str
) -> None:
    run = smbcrm(*words)
    assert (run.code, run.out, run.err.splitlines()[0]) == (2, "", first)


def test_what_smbcrm_keeps_itself_is_no_list_to_bring_in(smbcrm: Smbcrm, data: Path) -> None:
    Path("a.csv").write_text("Name,Mobile\nSara Ahmadi,09121234567\n", encoding="utf-8")
    assert smbcrm("import", "a.csv").code == 0
    assert smbcrm("sync").code == 0
    before = smbcrm("sources", "-f", "json").out
    for name in ("data", "data/customers.xlsx", str(data / "customers.xlsx")):
        run = smbcrm("import", name)
        assert (run.code, run.out) == (3, "")
        assert "`smbcrm sync`" in run.err.splitlines()[-1]
    assert smbcrm("sources", "-f", "json").out == before
    other = smbcrm("--data", "elsewhere", "import", "data/customers.xlsx", "--no-input")
    assert other.code == 0, other.err  # there it is a list like any


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_what_was_typed_is_told_again_in_part_only(smbcrm: Smbcrm, lang: str) -> None:
    smbcrm("init")
    smbcrm("add", "Sara Ahmadi")
    long = "ا" * 20_000
    for words in (
        ("import", long),
        ("--data", long, "status"),
        ("purchase", "add", "C1", long),
        ("set", "C1", f"{long}=1"),
        ("list", "--columns", long),
        ("undo", long),
    ):
        run = smbcrm("--lang", lang, *words)
        assert run.code in (1, 2, 3, 4), words
        assert len(run.err) < 2_000, words


def test_a_name_that_begins_like_an_option_is_told_how_to_be_typed(smbcrm: Smbcrm) -> None:
    smbcrm("init")
    assert "`smbcrm add -- -NAME`" in smbcrm("add", "-Ali").err
    assert smbcrm("add", "--", "-Ali").code == 0
    assert smbcrm("show", "--", "-Ali").code == 0
    assert "--help` shows how it is written" in smbcrm("status", "-Ali").err
