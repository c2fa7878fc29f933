"""Copies are whole, private and counted; a restore says what it changes, and can be taken back itself."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.store.backup import back_up, backups, copy_store
from smbcrm.store.check import examine
from smbcrm.store.schema import MIGRATIONS
from smbcrm.store.sqlite import SqliteStore
from tests.conftest import TODAY, Run
from tests.cut_short import cut_short

Smbcrm = Callable[..., Run]
NOW = "2026-11-22T00:00:00+00:00"


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """A list of two customers; the copy of the empty list, made before its first change, is there."""
    for words in (
        ("init",),
        ("add", "علی رضایی", "phone=09121234567"),
        ("add", "Sara Ahmadi", "city=Shiraz"),
    ):
        assert smbcrm(*words).code == 0
    return smbcrm


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    old = os.umask(mask)
    try:
        yield
    finally:
        os.umask(old)


def exported(shop: Smbcrm) -> str:
    return shop("list", "--format", "csv").out


def test_a_copy_is_whole_private_and_verified(shop: Smbcrm, data: Path) -> None:
    run = shop("backup", "--verify", "--format", "json")
    told = json.loads(run.out)
    assert run.code == 0
    assert (told["sound"], told["customers"], told["rows"], told["operations"], told["faults"]) == (
        True,
        2,
        2,
        2,
        [],
    )
    assert rights(Path(told["file"])) == 0o600
    assert Path(told["file"]).parent == data / "backups"
    assert examine(Path(told["file"])).faults == ()


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_whatever_the_umask_nobody_else_may_read_anything(smbcrm: Smbcrm, data: Path, mask: int) -> None:
    with umask(mask):
        smbcrm("init")
        smbcrm("add", "علی رضایی")
        smbcrm("backup")
        smbcrm("restore", "--yes")
        smbcrm("backup", "-o", "elsewhere.db")
    found = [data, *data.rglob("*"), Path("elsewhere.db")]
    assert (
        len(found) == 7
    )  # the folder, crm.db, backups, three copies (the day's, by hand, before the restore), the one elsewhere
    assert [path for path in found if rights(path) & 0o077] == []
    assert smbcrm("check", "--store", "--fail-on", "any").code == 0


def test_an_empty_folder_that_was_there_is_closed_and_one_with_other_things_is_left(
    smbcrm: Smbcrm, tmp_path: Path
) -> None:
    for name, inside in (("empty", ".gitkeep"), ("full", "letter.txt")):
        (tmp_path / name).mkdir(mode=0o755)
        (tmp_path / name).chmod(0o755)
        (tmp_path / name / inside).touch()
        assert smbcrm("--data", str(tmp_path / name), "init").code == 0
    assert (rights(tmp_path / "empty"), rights(tmp_path / "full")) == (0o700, 0o755)
    assert rights(tmp_path / "full" / "crm.db") == 0o600


def test_a_store_that_others_could_read_is_closed_when_it_is_opened_and_check_mends_the_rest(
    shop: Smbcrm, data: Path
) -> None:
    shop("backup")
    copy = backups(data)[0].path
    for path in (data / "crm.db", copy, data):
        path.chmod(0o755)
    assert shop("list").code == 0
    assert rights(data / "crm.db") == 0o600
    run = shop("check", "--store", "--format", "json", "--fail-on", "any")
    assert run.code == 10
    assert [(one["part"], one["fix"]) for one in json.loads(run.out)] == [
        ("rights", "smbcrm check --store --mend")
    ] * 2
    assert shop("check", "--store", "--mend").out.splitlines()[0] == "Mended: 2"
    assert (rights(copy), rights(data)) == (0o600, 0o700)


def test_a_copy_made_while_another_command_writes_is_one_moment_of_the_list(data: Path, shop: Smbcrm) -> None:
    """Half a thousand pairs of rows are written, each pair in one operation: no copy holds half a pair."""
    store = SqliteStore.open(data / "crm.db")
    stop = threading.Event()
    sizes = []

    def copies() -> None:
        while not stop.is_set():
            copy_store(data / "crm.db", data / "copy.db")
            with sqlite3.connect(data / "copy.db") as db:
                sizes.append(db.execute("SELECT count(*) FROM setting").fetchone()[0])

    thread = threading.Thread(target=copies)
    thread.start()
    try:
        for number in range(60):
            with store.operation("put", at=NOW):
                first = store.allocate("setting", 2)
                store.insert(
                    "setting", "id, key, value", [(first, f"a{number}", ""), (first + 1, f"b{number}", "")]
                )
    finally:
        stop.set()
        thread.join()
    assert sizes
    assert {size % 2 for size in sizes} == {0}
    assert examine(data / "copy.db").faults == ()


def test_each_kind_of_copy_pushes_out_its_own_oldest(shop: Smbcrm, data: Path) -> None:
    folder = data / "backups"
    for day in range(1, 11):
        shutil.copy(data / "crm.db", folder / f"crm-2020-01-{day:02}.db")
    for second in range(40):
        shutil.copy(data / "crm.db", folder / f"crm-2020-02-01-1015{second:02}.db")
    for second in range(8):
        shutil.copy(data / "crm.db", folder / f"crm-2020-03-01-1015{second:02}-before-restore.db")
    (folder / "mine.db").touch()
    next(one for one in backups(data) if one.why == "daily").path.unlink()
    shop("add", "Reza Karimi")  # the first write of today
    shop("backup")
    back_up(data / "crm.db", before="restore")
    counts = {why: sum(one.why == why for one in backups(data)) for why in ("daily", "by hand", "restore")}
    assert counts == {"daily": 7, "by hand": 30, "restore": 5}
    assert (folder / "crm-2020-01-10.db").exists()
    assert not (folder / "crm-2020-01-04.db").exists()
    assert (folder / "mine.db").exists()


def test_the_first_write_of_a_day_makes_one_copy_and_no_other_command_does(shop: Smbcrm, data: Path) -> None:
    for copy in (data / "backups").iterdir():
        copy.unlink()
    shop("add", "Reza Karimi")
    shop("add", "Mina Tavakoli")
    shop("list")
    assert [one.why for one in backups(data)] == ["daily"]
    assert examine(backups(data)[0].path).customers == 2


def test_the_copy_of_the_day_is_made_beside_a_change_and_holds_nothing_of_it(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though the change is far more than is kept in memory, and the copy takes its time."""
    from smbcrm.store import backup
    from smbcrm.store.folder import open_store

    open_store(data, write=True, create=True).close()
    goes_on = threading.Event()
    copied = backup.copy_pages

    def slowly(source: Path, target: Path, *, begun: Callable[[], object]) -> None:
        def wait() -> None:
            begun()
            goes_on.wait(10)

        copied(source, target, begun=wait)

    monkeypatch.setattr(backup, "copy_pages", slowly)
    store = open_store(data, write=True)
    store.db.execute("PRAGMA cache_size = 20")
    store.db.execute("PRAGMA busy_timeout = 1")
    with store.operation("add", at=NOW):
        first = store.allocate("setting", 20_000)
        rows = ((first + n, f"key {n}", "a value " * 20) for n in range(20_000))
        assert store.insert("setting", "id, key, value", rows) == 20_000
        assert backups(data) == []
        goes_on.set()
    (copy,) = backups(data)
    assert list(SqliteStore.open(copy.path, write=False).read("SELECT count(*) FROM setting")) == [(0,)]
    assert list(store.read("SELECT count(*) FROM setting")) == [(20_000,)]
    assert examine(data / "crm.db").faults == examine(copy.path).faults == ()


def test_nobody_gets_at_the_list_while_a_copy_takes_its_place(
    shop: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another command would find the pages of two lists, and take what was written so far for left behind by one that was killed."""
    copy = json.loads(shop("backup", "--format", "json").out)["file"]
    before = exported(shop)
    assert shop("add", "Reza Karimi").code == 0
    other = f"import sqlite3; sqlite3.connect({str(data / 'crm.db')!r}, timeout=0).execute('SELECT count(*) FROM customer')"
    tried: list[str] = []

    class Watched(sqlite3.Connection):
        def backup(self, target: sqlite3.Connection, **how: Any) -> None:
            def and_try(status: int, left: int, count: int) -> None:
                told(status, left, count)
                if left and how["pages"] > 0:  # the store is being written
                    tried.append(
                        subprocess.run([sys.executable, "-c", other], capture_output=True, text=True).stderr
                    )

            told = how.pop("progress")
            super().backup(target, progress=and_try, **how)

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **how: connect(*args, factory=Watched, **how))
    assert shop("restore", copy, "--yes").code == 0
    monkeypatch.undo()
    assert tried
    assert all("database is locked" in error for error in tried)
    assert exported(shop) == before
    assert examine(data / "crm.db").faults == ()


def test_a_copy_that_was_cut_short_is_taken_away_with_the_next_one(shop: Smbcrm, data: Path) -> None:
    (data / "backups" / f"crm-{datetime.date.today().isoformat()}.db").unlink()  # as on another day
    left, at_work = ".crm-2026-11-21.db.99999999-1.part", f".crm-2026-11-21-101500.db.{os.getppid()}-1.part"
    for name in (left, f"{left}-journal", at_work):
        (data / "backups" / name).write_bytes(b"half of it")
    assert shop("add", "Reza Karimi").code == 0
    assert [path.name for path in (data / "backups").glob(".*")] == [at_work]


def test_what_changes_nothing_makes_no_copy_of_the_day(shop: Smbcrm, data: Path, tmp_path: Path) -> None:
    """A file that comes again unchanged, a dry run, a value set to what it is: the next change makes the copy, of all as it was."""
    (tmp_path / "more.csv").write_text("Name,Mobile\nMina Tavakoli,09123456789\n")
    (tmp_path / "others.csv").write_text("Name,Mobile\nReza Karimi,09123456788\n")
    more, others = str(tmp_path / "more.csv"), str(tmp_path / "others.csv")
    shop("import", more)
    for copy in (data / "backups").iterdir():
        copy.unlink()  # as on another day
    before = exported(shop)
    for words in (
        ("import", more),
        ("import", others, "--dry-run"),
        ("set", "C2", "city=Shiraz"),
        ("remove", "C2", "--dry-run"),
        ("forget", "C2", "--dry-run"),
    ):
        assert shop(*words).code == 0, words
        assert backups(data) == [], words
    assert shop("import", others).code == 0
    (copy,) = backups(data)
    after = exported(shop)
    assert (copy.why, after != before) == ("daily", True)
    assert shop("restore", copy.path.name, "--yes").code == 0
    assert exported(shop) == before


def test_a_copy_that_cannot_be_made_leaves_the_list_as_it_is(shop: Smbcrm, data: Path) -> None:
    """Whatever the first change of the day is: none is made without its copy."""
    shutil.rmtree(data / "backups")
    (data / "backups").write_bytes(b"in the way")
    before = exported(shop)
    for words in (
        ("add", "Reza Karimi"),
        ("set", "C2", "city=Qom"),
        ("remove", "C2"),
        ("undo",),
        ("forget", "C2", "--yes"),
    ):
        assert shop(*words).code == 1, words
        assert exported(shop) == before
    assert examine(data / "crm.db").faults == ()


def test_restore_says_what_it_changes_asks_and_can_be_taken_back(shop: Smbcrm, data: Path) -> None:
    shop("backup")
    then = exported(shop)
    shop("add", "Reza Karimi")
    shop("set", "C2", "city=Qom")
    shop("remove", "C1")
    now = exported(shop)
    name = backups(data)[0].name
    dry = shop("restore", name, "--dry-run")
    options = f"--data {data} --today {TODAY} "
    assert (dry.code, dry.out) == (
        0,
        f"crm-{name}.db holds 2 customers, the list now 2.\n"
        "Customers that would be gone, 1: C3 Reza Karimi\n"
        "Customers that would come back, 1: C1 علی رضایی\n"
        "Customers that would be as they were then: 2\n"
        f'Commands that would be lost, 3: {options}remove C1; {options}set C2 city=Qom; {options}add "Reza Karimi"\n'
        "This was a dry run: nothing was kept.\n"
        "Next: the same command without `--dry-run`.\n",
    )
    assert exported(shop) == now
    asked = shop("restore", name)
    assert asked.code == 5
    assert exported(shop) == now
    done = json.loads(shop("restore", name, "--yes", "--format", "json").out)
    assert (done["restored"], done["customers_lost"], done["customers_back"], done["operations_lost"]) == (
        True, ["C3"], ["C1"], [5, 4, 3],
    )  # fmt: skip
    assert exported(shop) == then
    assert shop("restore", Path(done["backup"]).name, "--yes").code == 0
    assert exported(shop) == now


def test_an_id_that_was_given_since_is_never_given_to_somebody_else(shop: Smbcrm, data: Path) -> None:
    shop("backup")
    shop("add", "Reza Karimi")
    shop("restore", "--yes")
    assert shop("add", "Mina Tavakoli").out == "C4 Mina Tavakoli was added.\n"


def test_after_a_restore_what_was_done_before_it_can_be_undone(shop: Smbcrm, data: Path) -> None:
    shop("backup")
    shop("restore", "--yes")
    assert shop("undo").code == 0
    assert "Sara" not in exported(shop)


@pytest.mark.parametrize("damage", ["cut", "flipped", "text", "other", "newer", "empty"])
def test_a_damaged_newer_or_strange_file_is_refused_and_nothing_changes(
    shop: Smbcrm, data: Path, tmp_path: Path, damage: str
) -> None:
    now = exported(shop)
    file = tmp_path / "copy.db"
    copy_store(data / "crm.db", file)
    whole = file.read_bytes()
    if damage == "cut":
        file.write_bytes(whole[: len(whole) // 2])
    elif damage == "flipped":
        file.write_bytes(
            whole[:20_000] + bytes(byte ^ 0xFF for byte in whole[20_000:120_000]) + whole[120_000:]
        )
    elif damage == "text":
        file.write_text("name,phone\nعلی,0912\n" * 500, encoding="utf-8")
    elif damage == "empty":
        file.write_bytes(b"")
    else:
        db = sqlite3.connect(file)
        db.execute(
            "PRAGMA application_id = 7"
            if damage == "other"
            else f"PRAGMA user_version = {len(MIGRATIONS) + 1}"
        )
        db.close()
    run = shop("restore", str(file), "--yes")
    assert run.code == 1
    assert run.err.startswith(f"smbcrm: error: {file} cannot be restored: ")
    assert run.err.count("\n") == 2
    assert exported(shop) == now


def test_a_list_that_cannot_be_read_any_more_is_replaced_and_set_aside(shop: Smbcrm, data: Path) -> None:
    then = exported(shop)
    shop("backup")
    (data / "crm.db").write_bytes(b"\0" * 50_000)
    check = shop("check", "--store", "--format", "json")
    assert [one["fix"] for one in json.loads(check.out)] != []
    run = shop("restore", "--yes")
    assert run.code == 0, run.err
    assert exported(shop) == then
    assert (data / "backups" / "damaged-1.db").read_bytes() == b"\0" * 50_000


def harm(store: Path) -> None:
    """Write over the middle of a store: it can still be opened and read in part."""
    whole = bytearray(store.read_bytes())
    whole[40 * 4096 : 60 * 4096] = b"\xa5" * (20 * 4096)
    store.write_bytes(whole)


def test_a_damaged_list_pushes_out_no_sound_copy(shop: Smbcrm, data: Path) -> None:
    """Neither by the copy of a new day, nor by one made by hand or before something: none is made, and the reason is named."""
    then = exported(shop)
    shop("backup")
    for copy in (data / "backups").glob("crm-????-??-??.db"):
        copy.unlink()  # as on another day
    sound = sorted(copy.path.name for copy in backups(data))
    harm(data / "crm.db")
    for words in (("set", "C1", "city=Qom"), ("backup",), ("forget", "C1", "--yes")):
        run = shop(*words)
        assert run.code == 1, words
        assert "is damaged: it is no longer a readable store" in run.err
        assert "`smbcrm restore` puts the newest sound copy in its place" in run.err
    assert sorted(copy.path.name for copy in backups(data)) == sound
    check = shop("check", "--store", "--format", "json")
    assert check.code == 1
    assert max(len(one["what"]) for one in json.loads(check.out)) < 100
    assert shop("restore", "--yes").code == 0
    assert exported(shop) == then
    assert shop("check", "--store").code == 0
    assert [path.name for path in (data / "backups").glob("damaged-*.db")] == ["damaged-1.db"]


def test_a_restore_passes_over_newer_copies_that_are_damaged(shop: Smbcrm, data: Path) -> None:
    then = exported(shop)
    shop("backup")
    sound = backups(data)[0].path
    bad = data / "backups" / "crm-2099-01-01-000000.db"
    bad.write_bytes(sound.read_bytes()[:30_000])
    (data / "backups" / "crm-2099-01-02.db").write_bytes(b"")
    shop("add", "Somebody Else")
    run = shop("restore", "--yes")
    assert run.code == 0, run.err
    assert f"{sound.name} holds 2 customers" in run.out
    assert "Newer copies are damaged and were passed over: 2099-01-02, 2099-01-01-000000" in run.out
    assert exported(shop) == then
    sound.unlink()
    for copy in backups(data):
        copy.path.write_bytes(b"")
    refused = shop("restore", "--yes")
    assert refused.code == 1
    assert "cannot be restored" in refused.err


@pytest.mark.parametrize(
    "words",
    [("list",), ("status",), ("show", "C1"), ("export", "out.csv"), ("check", "--store"), ("backup",), ("backup", "list", "--verify"),
     ("restore", "--yes"), ("forget", "C2", "--dry-run"), ("undo", "--list"), ("add", "Reza")],
)  # fmt: skip
def test_whichever_command_comes_first_after_a_kill_finds_the_list_as_it_was(
    shop: Smbcrm, data: Path, words: tuple[str, ...]
) -> None:
    """A command that only reads, too: what was half done is taken back before anything is read, and nothing is called damaged."""
    shop("backup")
    then = exported(shop)
    cut_short(data / "crm.db")
    run = shop(*words)
    assert (run.code, "half done" in run.out) == (0, False), run.err
    assert "damaged" not in run.out + run.err
    if words[0] != "add":
        assert exported(shop) == then
    assert list((data / "backups").glob("damaged-*")) == []


def test_a_restore_that_finds_the_disk_full_leaves_the_list_where_it_is(
    shop: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from smbcrm.store import restore

    shop("backup")
    then = exported(shop)

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(restore, "back_up", full)
        run = shop("restore", "--yes")
    assert (run.code, "the disk is full; nothing was changed" in run.err) == (1, True)
    assert exported(shop) == then
    assert list((data / "backups").glob("damaged-*")) == []


def test_a_command_that_lands_while_a_restore_is_under_way_is_not_lost(
    shop: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It landed after the list as it was had been copied: the copy is made again, so that it brings that command back, too."""
    from smbcrm.store import restore

    shop("backup")
    then = exported(shop)
    real = restore.back_up
    landed: list[str] = []

    def meanwhile(store: Path, *, before: str = "") -> Path:
        copy = real(store, before=before)
        if not landed:
            landed.append(shop("add", "Late Comer").out)
        return copy

    monkeypatch.setattr(restore, "back_up", meanwhile)
    assert shop("restore", "--yes").code == 0
    assert (len(landed), exported(shop)) == (1, then)
    kept = [copy for copy in backups(data) if copy.why == "restore"]
    assert len(kept) == 1
    assert shop("restore", kept[0].name, "--yes").code == 0
    assert "Late Comer" in exported(shop)


def test_a_list_that_is_gone_comes_back(shop: Smbcrm, data: Path) -> None:
    then = exported(shop)
    shop("backup")
    (data / "crm.db").unlink()
    assert shop("list").code == 4
    assert shop("restore", "--yes").code == 0
    assert exported(shop) == then
    assert rights(data / "crm.db") == 0o600


def test_no_copy_is_written_over_a_file_of_another_kind(shop: Smbcrm, data: Path, tmp_path: Path) -> None:
    other = tmp_path / "customers.xlsx"
    other.write_bytes(b"PK my list")
    assert shop("backup", "-o", str(other)).code == 2
    assert other.read_bytes() == b"PK my list"
    assert shop("backup", "-o", str(data / "crm.db")).code == 2
    assert shop("backup", "-o", str(tmp_path / "nowhere" / "x.db")).code == 2
    assert shop("restore", str(data / "crm.db"), "--yes").code == 2
    (tmp_path / "stick").mkdir()
    assert shop("backup", "-o", str(tmp_path / "stick")).code == 0
    assert (
        shop("backup", "-o", str(next((tmp_path / "stick").iterdir()))).code == 0
    )  # a copy of ours is renewed


def test_nothing_is_left_of_a_copy_that_failed(
    shop: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: object) -> Path:
        raise OSError(28, "No space left on device")

    before = sorted(path.name for path in data.rglob("*"))
    monkeypatch.setattr(Path, "replace", full)
    assert shop("backup").code == 1
    assert sorted(path.name for path in data.rglob("*")) == before


def test_an_older_copy_is_brought_to_the_newest_form(smbcrm: Smbcrm, data: Path, old_store: Path) -> None:
    file = old_store / "crm.db"
    assert smbcrm("restore", str(file), "--yes").code == 0
    assert smbcrm("list", "--format", "csv", "--columns", "id,name").out == "id,name\nC1,علی رضایی\n"
    assert sqlite3.connect(file).execute("PRAGMA user_version").fetchone() == (
        1,
    )  # the copy itself stays as it was
    assert rights(data / "crm.db") == 0o600


def test_the_list_of_copies_in_both_languages(shop: Smbcrm, data: Path) -> None:
    backups(data)[0].path.unlink()
    assert shop("backup", "list").out.endswith("There are no such copies. Next: `smbcrm backup` makes one.\n")
    copy_store(data / "crm.db", data / "backups" / "crm-2026-11-21-101502.db")
    size = (data / "crm.db").stat().st_size
    assert shop("backup", "list", "--verify", "--format", "csv").out == (
        "name,made,why,size,customers,operations,sound,what\n"
        f"2026-11-21-101502,2026-11-21T10:15:02,by hand,{size},2,2,true,\n"
    )
    assert "دستی" in shop("--lang", "fa", "backup", "list").out
    (data / "backups" / "crm-2026-11-20.db").write_bytes(b"no store")
    run = shop("backup", "list", "--verify", "--columns", "name,sound", "--format", "csv")
    assert (run.code, run.out) == (1, "name,sound\n2026-11-21-101502,true\n2026-11-20,false\n")


# What may be wrong in a store, how it is told, and what to type.
FAULTS = [
    ("UPDATE customer SET search = 'x'", "words", "smbcrm check --store --mend"),
    ("UPDATE counter SET next = 1 WHERE name = 'customer'", "counters", "smbcrm check --store --mend"),
    ("INSERT INTO alias VALUES (77, 99)", "aliases", "smbcrm check --store --mend"),
    ("INSERT INTO alias VALUES (1, 2)", "aliases", "smbcrm check --store --mend"),
    ("INSERT INTO purchase (id, row_id, date, unit, order_id, product) VALUES (1, 999, '', '', '', '')", "links", "smbcrm restore"),
    ("DELETE FROM operation WHERE id = 1", "journal", "smbcrm restore"),
    ("INSERT INTO before_customer SELECT 999, * FROM customer", "journal", "smbcrm restore"),
    ("INSERT INTO journal VALUES (99, 1, 'nothing', 'insert', 1, 1)", "journal", "smbcrm restore"),
    ("UPDATE operation SET undoes = 55 WHERE id = 2", "journal", "smbcrm restore"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "part", "fix"), FAULTS, ids=[sql[:40] for sql, _, _ in FAULTS])
def test_whatever_is_wrong_in_a_store_is_named_with_what_to_type(
    shop: Smbcrm, data: Path, sql: str, part: str, fix: str
) -> None:
    assert shop("check", "--store", "--format", "json", "--fail-on", "any") == Run(0, "[]\n", "")
    db = sqlite3.connect(data / "crm.db", isolation_level=None)
    db.execute(sql)
    db.close()
    run = shop("check", "--store", "--format", "json", "--fail-on", "any")
    assert run.code == 10
    assert (part, fix) in [(one["part"], one["fix"]) for one in json.loads(run.out)]
    if "--mend" in fix:
        shop("check", "--store", "--mend")
        assert shop("check", "--store", "--format", "json") == Run(0, "[]\n", "")
        assert shop("find", "سارا" if part != "words" else "رضایی").code == 0


def test_a_sound_store_is_said_to_be_sound(shop: Smbcrm) -> None:
    assert shop("check", "--store").out == (
        "The store is sound: pages, links, journal, counters, word index, aliases and rights. 2 customers, 2 rows, 2 operations.\n"
    )


@given(st.binary(max_size=300), st.integers(0, 40_000))
def test_no_file_whatever_makes_the_examination_fail(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, place: int
) -> None:
    folder = tmp_path_factory.mktemp("junk")
    file = folder / "x.db"
    SqliteStore.open(file).close()
    whole = bytearray(file.read_bytes())
    whole[place : place + len(junk)] = junk
    file.write_bytes(whole)
    examine(file)
    (folder / "bare.db").write_bytes(junk)
    assert examine(folder / "bare.db").faults
