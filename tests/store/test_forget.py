"""Whoever is forgotten is in no byte of any file, stays away, and is missed by nobody else's undo."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.forgetting.known import Known
from smbcrm.core.forgetting.marks import hashed, marks_in, marks_of
from smbcrm.core.forgetting.spellings import Spellings
from smbcrm.core.text import fold
from smbcrm.store.backup import backups
from smbcrm.store.erasing.his_tables import NOBODYS, personal_tables, tables, texts_of
from smbcrm.store.restore import differences
from smbcrm.store.sqlite import SqliteStore
from tests.conftest import Run

Smbcrm = Callable[..., Run]

LIST = """\
Name,Mobile,E-mail,National id,City,Notes,Shoe size
مهرداد کیان‌پور,۰۹۱۲ ۷۷۷ ۸۸ ۹۹,Mehrdad.K@Example.com,0084575948,شیراز,پول خرد ندارد,44
Sara Ahmadi,09121234567,sara@example.com,,Qom,likes tea,38
Reza Karimi,09351112233,,,Tehran,,41
"""
SALES = """\
Date,Customer,Mobile,Amount,Product
2026-10-01,مهرداد کيان پور,+98 912 777 8899,500,کفش
2026-10-02,Sara Ahmadi,0912 123 4567,300,bag
2026-10-03,Mehrdad Kianpour,09127778899,250,socks
"""
NAMES = ("مهرداد کیان‌پور", "مهرداد کیان پور", "مهرداد کيان پور", "Mehrdad Kianpour")
VALUES = (
    *NAMES, *map(fold, NAMES), "09127778899", "9127778899", "+989127778899", "0912 777 8899", "+98 912 777 8899", "۰۹۱۲ ۷۷۷ ۸۸ ۹۹",
    "mehrdad.k@example.com", "Mehrdad.K@Example.com", "0084575948", "پول خرد ندارد",
)  # fmt: skip


def spelled_bytes(value: str) -> Iterator[bytes]:
    """Give the bytes a text may be stored as."""
    yield value.encode()
    yield value.encode("utf-16-le")
    yield value.encode("utf-16-be")
    escaped = json.dumps(value)[1:-1]
    yield escaped.encode()
    yield escaped.upper().replace("\\U", "\\u").encode()


def found_in(folder: Path, values: tuple[str, ...] = VALUES) -> list[tuple[str, str]]:
    """Give (file, value) for every value of which any spelling is in any file of a folder, packed ones opened."""
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        contents = [path.read_bytes()]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as book:
                contents += [book.read(name) for name in book.namelist()]
        found += [
            (path.name, value)
            for value in values
            if any(one in content for one in spelled_bytes(value) for content in contents)
        ]
    return found


@pytest.fixture
def shop(smbcrm: Smbcrm, tmp_path: Path) -> Smbcrm:
    """A list, its sales, and much done to one customer: C1."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "sales.csv").write_text(SALES, encoding="utf-8")
    for words in (
        ("run", "list.csv", "sales.csv"),
        ("backup",),
        ("set", "C1", "notes=پول خرد ندارد و عجله دارد", "phone=09127778899"),
        ("add", "Mehrdad Kianpour", "phone=0912 777 8899", "city=Shiraz"),
        ("log", "C1", "call", "مهرداد کیان پور زنگ زد"),
        ("score", "set", "C1", "9", "--why", "مهرداد کیان‌پور خوش‌حساب است"),
        ("score",),
        ("tier",),
        ("plan", "build", "--hours", "5"),
        ("undo",),
        ("plan", "build", "--hours", "9"),
        ("remove", "C1"),
        ("undo",),
        ("backup",),
        ("set", "C2", "city=Karaj"),
    ):
        assert smbcrm(*words).code in (0, 4), words
    return smbcrm


def exported(shop: Smbcrm) -> str:
    return shop("list", "--format", "csv", "--columns", "id,name,phone,email,city,spend").out


def test_no_byte_of_him_is_left_in_any_file_of_the_data_folder(shop: Smbcrm, data: Path) -> None:
    assert {value for _, value in found_in(data)} > set(NAMES[:2])
    others = [line for line in exported(shop).splitlines() if not line.startswith("C1,")]
    run = shop("forget", "C1", "--yes", "--format", "json")
    assert run.code == 0, run.err
    told = json.loads(run.out)
    assert (told["id"], told["forgotten"], told["mentions"], told["files_left"]) == ("C1", "F1", [], [])
    assert told["copies"] == len(backups(data)) == 4
    assert found_in(data) == []
    assert exported(shop).splitlines() == others
    assert shop("show", "C1").code == 4
    assert shop("check", "--store", "--fail-on", "any").code == 0
    assert shop("backup", "list", "--verify").code == 0
    assert [path.name for path in data.rglob("*") if path.name.endswith(("-journal", ".part"))] == []


def test_it_asks_first_and_says_what_goes_and_that_it_cannot_be_undone(shop: Smbcrm, data: Path) -> None:
    before = (data / "crm.db").read_bytes()
    dry = shop("forget", "C1", "--dry-run", "--format", "json")
    told = json.loads(dry.out)
    assert (told["erased"]["customer"], told["erased"]["purchase"], told["forgotten"], told["dry_run"]) == (
        1,
        2,
        None,
        True,
    )
    asked = shop("forget", "C1")
    assert asked.code == 5
    assert "This cannot be undone." in asked.err
    assert "copies elsewhere, are not touched" in asked.err
    assert (data / "crm.db").read_bytes() == before


def test_earlier_operations_are_undone_for_everybody_else_and_never_bring_him_back(
    shop: Smbcrm, data: Path
) -> None:
    shop("forget", "C1", "--yes")
    steps = 0
    refused = shop("undo")
    assert refused.code == 4
    assert refused.err.splitlines()[0] == (
        "smbcrm: error: the newest change is that F1 was forgotten, and nothing brings that back."
    )
    newest = re.findall(r"smbcrm undo (\d+)`", refused.err)
    assert json.loads(shop("undo", *newest, "--dry-run", "--format", "json").out)["operation"] == int(
        newest[0]
    )
    assert shop("set", "C2", "city=Rasht").code == 0
    while shop("undo").code == 0:
        steps += 1
        assert steps < 30
        assert found_in(data) == []
        assert "C1," not in exported(shop)
    assert steps >= 5
    assert exported(shop) == "id,name,phone,email,city,spend\n"
    ((newest,),) = SqliteStore.open(data / "crm.db", write=False).read("SELECT max(id) FROM operation")
    assert shop("undo", str(newest)).code == 0  # the import again
    assert [line.split(",")[0] for line in exported(shop).splitlines()[1:]] == ["C2", "C3"]
    assert found_in(data) == []


def test_an_import_of_a_hundred_rows_of_which_one_was_forgotten_is_undone(smbcrm: Smbcrm, data: Path) -> None:
    rows = "".join(f"Person {n} Number{n},0912{n:07}\n" for n in range(100))
    Path("hundred.csv").write_text(f"Name,Mobile\n{rows}", encoding="utf-8")
    smbcrm("import", "hundred.csv")
    assert smbcrm("forget", "09120000042", "--yes").code == 0
    assert smbcrm("undo").code == 4
    assert smbcrm("undo", "1").code == 0
    assert exported(smbcrm).count("\n") == 1
    assert smbcrm("check", "--store", "--fail-on", "any").code == 0


def test_a_later_import_leaves_him_out_and_says_so(shop: Smbcrm, data: Path, tmp_path: Path) -> None:
    shop("forget", "C1", "--yes")
    again = json.loads(shop("import", "list.csv", "sales.csv", "--format", "json").out)
    assert [(one["rows_read"], one["rows_unchanged"], one["rows_skipped"]) for one in again["files"]] == [
        (3, 2, 1),
        (3, 1, 2),
    ]
    assert again["files"][0]["rows"] == [
        {"row": 2, "status": "skipped", "reason": "somebody you had forgotten (F1)"}
    ]
    newer = LIST.replace("شیراز", "بوشهر").replace("0084575948", "").replace("likes tea", "likes coffee")
    (tmp_path / "list.csv").write_text(newer, encoding="utf-8")
    shop("import", "list.csv")
    (tmp_path / "other.csv").write_text(
        "Nom,Tel\nM. K.,0098 912 777 88 99\nNew One,09130000000\n", encoding="utf-8"
    )
    told = json.loads(
        shop("import", "other.csv", "--map", "name=Nom", "--map", "mobile=Tel", "--format", "json").out
    )
    assert (told["files"][0]["rows_imported"], told["files"][0]["rows_skipped"], told["customers_total"]) == (
        1,
        1,
        3,
    )
    assert found_in(data) == []


@pytest.mark.parametrize(
    "row",
    [
        "mehrdad kianpour,,MEHRDAD.K@EXAMPLE.COM,",
        "کیان پور,,,۰۰۸۴۵۷۵۹۴۸",
        ",09127778899,,",
        "somebody else,9127778899,,",
    ],
)  # fmt: skip
def test_he_is_known_again_by_any_of_his_marks(shop: Smbcrm, tmp_path: Path, row: str) -> None:
    shop("forget", "C1", "--yes")
    (tmp_path / "new.csv").write_text(
        f"Name,Mobile,E-mail,National id\n{row}\nNew One,09130000000,,\n", encoding="utf-8"
    )
    told = json.loads(shop("import", "new.csv", "--country", "IR", "--format", "json").out)
    assert (told["files"][0]["rows_imported"], told["files"][0]["rows_skipped"]) == (1, 1)


def test_told_to_the_import_brings_him_back_for_good(shop: Smbcrm) -> None:
    shop("forget", "C1", "--yes")
    assert shop("import", "list.csv", "--bring-back").code == 0
    assert "مهرداد" in shop("find", "mehrdad.k@example.com").out
    listed = json.loads(shop("forget", "--list", "--format", "json").out)
    assert (listed[0]["id"], listed[0]["marks"]) == ("F1", 0)
    assert listed[0]["lifted"]
    told = json.loads(shop("import", "list.csv", "--format", "json").out)
    assert told["files"][0]["rows_skipped"] == 0


def test_what_was_lifted_comes_back_and_a_number_that_is_none_is_refused(shop: Smbcrm) -> None:
    shop("forget", "C1", "--yes")
    assert shop("forget", "--lift", "F7").code == 4
    assert shop("forget", "--lift", "F1", "--dry-run").code == 0
    assert json.loads(shop("import", "list.csv", "--format", "json").out)["files"][0]["rows_skipped"] == 1
    assert shop("forget", "--lift", "F1").code == 0
    assert json.loads(shop("import", "list.csv", "--format", "json").out)["files"][0]["rows_imported"] == 1
    assert shop("forget").code == 2


def test_a_phone_that_another_has_too_stays_his_and_does_not_keep_him_away(
    smbcrm: Smbcrm, data: Path
) -> None:
    household = (
        "Name,Phone,Mobile\nMina Tavakoli,07132345678,09171112233\nOmid Tavakoli,07132345678,09174445566\n"
    )
    Path("home.csv").write_text(household, encoding="utf-8")
    smbcrm("import", "home.csv", "--country", "IR")
    smbcrm("merge", "different", "C1", "C2")
    before = smbcrm("show", "C2", "--format", "json").out
    told = json.loads(smbcrm("forget", "C1", "--yes", "--format", "json").out)
    assert told["shared"] == 1
    assert smbcrm("show", "C2", "--format", "json").out == before
    again = json.loads(smbcrm("import", "home.csv", "--country", "IR", "--format", "json").out)["files"][0]
    assert (again["rows_unchanged"], again["rows_skipped"], again["rows_gone"]) == (1, 1, 0)
    assert found_in(data, ("Mina", "09171112233", "+989171112233")) == []


def test_a_list_that_comes_again_leaves_out_the_same_rows(smbcrm: Smbcrm) -> None:
    Path("old.csv").write_text("Name,Mobile\nMina Tavakoli,09171112233\n", encoding="utf-8")
    smbcrm("import", "old.csv", "--country", "IR")
    smbcrm("forget", "C1", "--yes")
    Path("new.csv").write_text(
        "Name,Mobile,Mobile 2\nسارا کریمی,09171112233,09174445566\nسارا کریمی,09174445566,\nOmid Rad,09175556677,\n",
        encoding="utf-8",
    )
    for new in (2, 0, 0):
        told = json.loads(smbcrm("import", "new.csv", "--country", "IR", "--format", "json").out)["files"][0]
        assert (told["rows_imported"], told["rows_skipped"]) == (new, 1)


def test_texts_of_others_that_name_him_lose_his_name(shop: Smbcrm, data: Path) -> None:
    shop("set", "C2", "notes=came with مهرداد کيان‌پور, who has 0912-777-8899", "father_name=Ali")
    shop("set", "C3", "Sent by=C1")
    dry = json.loads(shop("forget", "C1", "--dry-run", "--format", "json").out)
    assert {(one["id"], one["field"]) for one in dry["mentions"]} == {("C2", "notes")}
    told = shop("forget", "C1", "--yes").out
    assert "His name was taken out of texts of others: C2 (notes)" in told
    assert found_in(data) == []
    assert "came with C1, who has C1" in shop("show", "C2", "--all").out
    assert "Sent by" not in shop("show", "C3").out
    assert shop("check", "--store", "--fail-on", "any").code == 0


def test_what_names_him_stays_as_it_is_when_asked_for(shop: Smbcrm, data: Path) -> None:
    shop("set", "C2", "notes=came with Mehrdad Kianpour")
    dry = shop("forget", "C1", "--leave-mentions", "--dry-run").out
    assert "He is named in texts of others, which stay as they are: C2 (notes)" in dry
    told = json.loads(shop("forget", "C1", "--leave-mentions", "--yes", "--format", "json").out)
    assert [(one["id"], one["field"]) for one in told["mentions"]] != []
    assert "came with Mehrdad Kianpour" in shop("show", "C2").out
    assert {value for _, value in found_in(data)} == {"Mehrdad Kianpour", "mehrdad kianpour"}


@pytest.mark.parametrize("mentions", [(), ("--leave-mentions",)])
def test_a_heading_with_his_name_loses_it_wherever_the_list_is_kept(
    shop: Smbcrm, data: Path, tmp_path: Path, mentions: tuple[str, ...]
) -> None:
    """In the rows of others, the workbook and what was learnt of the list: the column stays, and is the same one."""
    (tmp_path / "colours.csv").write_text(
        "Name,Mobile,Colour of Mehrdad Kianpour\nSara Ahmadi,09121234567,red\nReza Karimi,09351112233,blue\n",
        encoding="utf-8",
    )
    assert shop("import", "colours.csv").code == 0
    assert shop("sync").code == 0
    assert shop("forget", "C1", "--yes", *mentions).code == 0
    assert found_in(data) == []
    assert json.loads(shop("show", "C2", "--format", "json").out)[0]["Colour of C1"] == "red"
    synced = json.loads(shop("sync", "--format", "json").out)
    assert (synced["conflicts"], synced["refused"], found_in(data)) == ([], [], [])
    assert json.loads(shop("show", "C3", "--format", "json").out)[0]["Colour of C1"] == "blue"


def test_the_workbook_loses_him_whichever_of_its_sheets_names_him(shop: Smbcrm, data: Path) -> None:
    """Cells that hold their text themselves, and cells that share it, in sheets before and behind one another."""
    assert shop("recipe", "add", "name=for Mehrdad Kianpour", "kind=call", "tier=A", "every=9d").code == 0
    for _ in range(2):
        assert shop("plan", "build", "--hours", "5").code == 0
        assert shop("sync").code == 0
        shop("recipe", "add", "name=again for Mehrdad Kianpour", "kind=visit", "tier=A", "every=9d")
    called = ("Mehrdad-Kianpour",)
    assert "customers.xlsx" in {file for file, _ in found_in(data, called)}
    run = shop("forget", "C1", "--yes")
    assert (run.code, found_in(data), found_in(data, called)) == (0, [], [])
    with zipfile.ZipFile(data / "customers.xlsx") as book:
        assert book.testzip() is None
    assert [row[0] for row in workbook_rows(data)] == ["C2", "C3"]
    assert shop("sync").code == 0


def test_a_workbook_that_is_open_in_another_program_is_closed_first(shop: Smbcrm, data: Path) -> None:
    shop("sync")
    before, copies = (data / "crm.db").read_bytes(), len(backups(data))
    (data / ".~lock.customers.xlsx#").write_text(",me,", encoding="utf-8")
    run = shop("forget", "C1", "--yes")
    assert (run.code, "is open in a spreadsheet program" in run.err) == (6, True)
    assert ((data / "crm.db").read_bytes(), len(backups(data))) == (before, copies)
    (data / ".~lock.customers.xlsx#").unlink()
    assert shop("forget", "C1", "--yes").code == 0
    assert found_in(data) == []


def test_a_row_of_the_workbook_does_not_bring_him_back(shop: Smbcrm, data: Path) -> None:
    shop("sync")
    old = (data / "customers.xlsx").read_bytes()
    shop("forget", "C1", "--yes")
    (data / "customers.xlsx").write_bytes(old)  # saved anew by a program that had it open
    run = shop("sync", "--yes", "--format", "json")
    told = json.loads(run.out)
    assert [one["reason"] for one in told["refused"]] == [
        "he was forgotten (F1); delete the row, or let him come back: `smbcrm forget --lift F1`"
    ]
    assert "C1," not in exported(shop)
    assert {file for file, _ in found_in(data)} <= {"customers.xlsx"}


def test_what_commands_that_were_cut_short_left_behind_goes_too(shop: Smbcrm, data: Path) -> None:
    shop("sync")
    whole = (data / "customers.xlsx").read_bytes()
    for name in (
        ".customers.xlsx.99999999.part",
        ".customers.xlsx.0123456789abcdef.new",
        ".crm.db.99999999-1.part",
    ):
        (data / name).write_bytes(whole)
    (data / "backups" / ".crm-2026-11-22.db.99999999-1.part").write_bytes(whole)
    told = json.loads(shop("forget", "C1", "--yes", "--format", "json").out)
    assert (told["files_left"], found_in(data)) == ([], [])


def test_nobody_writes_about_him_while_he_is_forgotten(
    shop: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that is logged meanwhile is turned away, not lost, and never brings back a part of him."""
    from smbcrm.store import forgetting, sqlite

    turned_away = []
    real = forgetting._forget_in_copy

    def meanwhile(*words: Any, **named: Any) -> None:
        with monkeypatch.context() as short:
            short.setattr(sqlite, "BUSY_SECONDS", 0.01)
            run = shop("log", "C1", "call", "مهرداد کیان‌پور")
            turned_away.append((run.code, "`smbcrm forget` is using" in run.err, shop("list").code))
        real(*words, **named)

    monkeypatch.setattr(forgetting, "_forget_in_copy", meanwhile)
    assert shop("forget", "C1", "--yes").code == 0
    assert turned_away == [(6, True, 0)] * 3
    assert found_in(data) == []
    assert shop("log", "C1", "call", "x").code == 4


def test_somebody_who_was_merged_and_parted_again_goes_without_the_other(shop: Smbcrm, data: Path) -> None:
    """For a while both were one customer: what the journal kept of that time loses only his part."""
    his = [
        row["ref"]
        for row in json.loads(shop("sources", "rows", "--format", "json").out)
        if row["customer_id"] == "C1"
        and (row["source"] != "by hand" or row["row"] == 2)  # the second was added, not edited
    ]
    shop("merge", "same", "C1", "C3")
    shop("backup")
    shop("undo")
    shop("merge", "same", "C2", "C1")
    shop("set", "C2", "city=Isfahan")
    shop("backup")
    by_hand = [
        row
        for row in json.loads(shop("sources", "rows", "--format", "json").out)
        if row["source"] == "by hand"
    ]
    taken = [word for row in by_hand[:-1] if row["ref"] not in his for word in ("--take", row["ref"])]
    split = shop("merge", "split", "C2", *his, *taken)
    assert split.code == 0, split.err
    rows = json.loads(shop("sources", "rows", "--format", "json").out)
    (whose,) = {row["customer_id"] for row in rows if row["ref"] in his}
    assert shop("forget", whose, "--yes").code == 0
    assert found_in(data) == []
    assert [line.split(",")[1] for line in exported(shop).splitlines()[1:]] == ["Sara Ahmadi", "Reza Karimi"]
    assert shop("backup", "list", "--verify").code == 0
    assert shop("check", "--store", "--fail-on", "any").code == 0


def test_a_copy_from_elsewhere_that_is_restored_does_not_bring_him_back(
    shop: Smbcrm, data: Path, tmp_path: Path
) -> None:
    shop("backup", "-o", str(tmp_path / "stick.db"))
    shop("forget", "C1", "--yes")
    assert shop("restore", str(tmp_path / "stick.db"), "--yes").code == 0
    assert "C1," not in exported(shop)
    assert found_in(data) == []
    assert shop("forget", "--list", "--format", "ids").out == "F1\n"
    assert json.loads(shop("import", "list.csv", "--format", "json").out)["files"][0]["rows_skipped"] == 1


def test_rows_of_an_import_that_was_undone_are_his_too(shop: Smbcrm, data: Path, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text(
        "Name,Mobile\nMehrdad Kianpour,0912 777 8899\nOther Man,09139999999\n", encoding="utf-8"
    )
    shop("import", "old.csv", "--no-merge")
    shop("undo")
    assert shop("forget", "C1", "--yes").code == 0
    assert found_in(data) == []
    assert found_in(data, ("Other Man",)) != []


def test_a_forgetting_that_was_cut_short_is_finished(
    shop: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from smbcrm.store import forgetting

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(forgetting, "finish", stop)
        assert shop("forget", "C1", "--yes").code == 130
    assert found_in(data) != []  # in the copy made before
    check = json.loads(shop("check", "--store", "--format", "json").out)
    assert ("forgotten", "smbcrm forget --finish") in [(one["part"], one["fix"]) for one in check]
    assert shop("forget", "--finish").code == 0
    assert found_in(data) == []
    assert shop("check", "--store", "--fail-on", "any").code == 0


def test_one_that_fails_before_the_store_changed_changes_nothing(
    shop: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from smbcrm.store import forgetting

    now = exported(shop)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(forgetting, "_erase", fail)
        assert shop("forget", "C1", "--yes").code == 1
    assert exported(shop) == now
    assert shop("forget", "C1", "--yes").code == 0
    assert found_in(data) == []


def test_the_workbook_loses_him_and_other_files_are_named(shop: Smbcrm, data: Path) -> None:
    assert shop("sync").code == 0
    others = [line for line in workbook_rows(data) if line[0] != "C1"]
    (data / "notes.txt").write_text("ask Mehrdad Kianpour", encoding="utf-8")
    (data / "smbcrm.toml").write_text("# hours for Mehrdad Kianpour\nhours = 6\n", encoding="utf-8")
    told = json.loads(shop("forget", "C1", "--yes", "--format", "json").out)
    assert told["files_left"] == [str(data / "notes.txt"), str(data / "smbcrm.toml")]
    (data / "notes.txt").unlink()
    (data / "smbcrm.toml").unlink()
    assert found_in(data) == []
    assert workbook_rows(data) == others
    synced = json.loads(shop("sync", "--format", "json").out)
    assert synced["conflicts"] == []
    assert workbook_rows(data) == others
    assert "C1," not in exported(shop)
    assert found_in(data) == []
    assert shop("check", "--store", "--fail-on", "any").code == 0


def workbook_rows(data: Path) -> list[list[Any]]:
    """Give id, name and phone of the customers in the workbook."""
    sheet = openpyxl.load_workbook(data / "customers.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = [rows[0].index(heading) for heading in ("Id", "Name")]
    return [[row[place] for place in at] for row in rows[1:] if any(row)]


def test_every_table_of_the_store_is_known_to_forgetting() -> None:
    """Whoever adds a table hangs it on a customer or a row by a foreign key, or says in NOBODYS that it is about nobody."""
    store = SqliteStore.open(":memory:")
    personal = set(personal_tables(store.db))
    assert personal.isdisjoint(NOBODYS)
    assert {table for table in tables(store.db) if table not in personal} <= NOBODYS
    assert {
        "purchase",
        "interaction",
        "payment",
        "rating",
        "pair",
        "score",
        "tier",
        "tier_move",
        "plan_item",
        "alias",
    } < personal


def test_what_hangs_on_him_goes_whatever_the_table(data: Path, shop: Smbcrm) -> None:
    """Every table that hangs on a row gets a line of his, with his name in every text, and so does what was kept of it."""
    db = sqlite3.connect(data / "crm.db", isolation_level=None)
    db.execute("PRAGMA foreign_keys = OFF")
    ((row, customer),) = db.execute(
        "SELECT id, customer_id FROM source_row WHERE customer_id = 1 ORDER BY id LIMIT 1"
    ).fetchall()
    ((entry,),) = db.execute("SELECT min(id) FROM journal").fetchall()
    filled = []
    for table, links in personal_tables(db).items():
        if table in ("customer", "source_row", "alias", "score", "tier"):
            continue
        for name in (table, f"before_{table}"):
            values: dict[str, Any] = {}
            for _, column, *_ in db.execute(f"PRAGMA table_info({name})").fetchall():
                values[column] = 777_000 if column == "id" else entry if column == "entry" else 1
                if column in texts_of(db, name) and column != "entry":
                    values[column] = json.dumps(["gave {name} a gift", {"name": "Mehrdad Kianpour"}])
            values |= {column: row if parent == "source_row" else customer for column, parent in links}
            db.execute(
                f"INSERT INTO {name} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
                list(values.values()),
            )
            filled.append(name)
    db.close()
    assert len(filled) >= 20
    assert shop("forget", "C1", "--yes").code == 0
    db = sqlite3.connect(data / "crm.db")
    assert [
        name
        for name in filled
        if db.execute(f"SELECT count(*) FROM {name} WHERE id = 777000").fetchone() != (0,)
    ] == []
    db.close()
    assert found_in(data) == []


def test_sentences_and_lists_of_nobody_lose_his_name(data: Path, shop: Smbcrm) -> None:
    db = sqlite3.connect(data / "crm.db", isolation_level=None)
    said = json.dumps([["cut {name}", {"name": "مهرداد کیان‌پور"}]])  # escaped: \\u0645...
    db.execute("UPDATE plan SET said = ?", (said,))
    db.execute(
        "UPDATE source SET file = 'Mehrdad Kianpour.xlsx', headings = ?",
        (json.dumps([["Mehrdad Kianpour", "", "x"]]),),
    )
    db.execute("INSERT INTO setting (id, key, value) VALUES (9, 'k', 'پول از مهرداد کیان پور')")
    db.close()
    assert shop("forget", "C1", "--yes").code == 0
    assert found_in(data) == []
    db = sqlite3.connect(data / "crm.db")
    assert db.execute("SELECT said FROM plan").fetchone() == ('[["cut {name}",{"name":"C1"}]]',)
    assert db.execute("SELECT DISTINCT file FROM source").fetchall() == [("C1.xlsx",)]


def test_the_marks_tell_nobody_and_need_the_key(shop: Smbcrm, data: Path) -> None:
    shop("forget", "C1", "--yes")
    db = sqlite3.connect(data / "crm.db")
    digests = {digest for (digest,) in db.execute("SELECT digest FROM forgotten_mark")}
    ((key,),) = db.execute("SELECT key FROM forgotten_key").fetchall()
    assert {len(digest) for digest in digests} == {32}
    assert hashed(key, ("phone", "+989127778899")) in digests
    assert hashed(bytes(32), ("phone", "+989127778899")) not in digests
    copies = [
        sqlite3.connect(copy.path).execute("SELECT key FROM forgotten_key").fetchall()
        for copy in backups(data)
    ]
    assert copies == [[(key,)]] * 4


WORD = st.text(st.sampled_from("abcdefghkmnoprstuvzابپتجچحخدرزسشصعفقکگلمنهوی"), min_size=2, max_size=7)


@given(WORD, WORD, st.sampled_from([" ", "  ", "\u200c", "\t", ", ", "\n"]), st.booleans())
def test_a_name_is_found_however_it_is_written(first: str, last: str, between: str, upper: bool) -> None:
    spelled = Spellings(Known(names=(f"{first} {last}",)))
    written = f"{first}{between}{last}".replace("ی", "ي").replace("ک", "ك")
    text = f"see ({written.upper() if upper else written})!"
    assert spelled.may_be_in(text)
    assert spelled.names(text)
    assert spelled.may_be_in(json.dumps(text))
    assert not Spellings(Known(names=(f"{first} {last}",))).names(spelled.taken_out(text, "C1"))


@given(
    st.integers(10**9, 10**10 - 1),
    st.sampled_from(["{}", "0{}", "+98{}", "0098 {}", "{}"]),
    st.integers(0, 9),
    st.booleans(),
)
def test_a_phone_is_found_however_it_is_written(digits: int, how: str, cut: int, persian: bool) -> None:
    number = str(digits)
    spelled = Spellings(Known(phones=(f"+98{number}",)))
    text = how.format(f"{number[:cut]} - {number[cut:]}")
    if persian:
        text = text.translate({48 + n: 0x6F0 + n for n in range(10)})
    assert spelled.names(f"call {text}.")
    assert not re.search(r"[0-9۰-۹]", spelled.taken_out(f"call {text}.", "")) or not spelled.names(
        spelled.taken_out(text, "")
    )
    assert not spelled.names(f"call {digits + 1}7.")


@given(
    st.text(max_size=20),
    st.text("0123456789+ ", max_size=14),
    st.text("ab@.", max_size=8),
    st.sampled_from(["", "1980-05-17", "--05-17"]),
)
def test_everybody_with_a_telling_value_is_known_again_by_his_own_row(
    name: str, phone: str, email: str, born: str
) -> None:
    fields = {"name": name, "phones": [phone], "emails": [email], "birth_date": born}
    marks = marks_of(Known(names=(name,), phones=(phone,), emails=(email,), birth_dates=(born,)))
    if marks:
        assert marks & set(marks_in(fields, "")) or not (fold(name) or fold(email))


def test_differences_are_counted_on_files_alone(shop: Smbcrm, data: Path) -> None:
    shop("forget", "C1", "--yes")
    found = differences(data / "crm.db", backups(data)[-1].path)
    assert found.customers_then is not None
