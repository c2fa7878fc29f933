"""Where the data folder lies: synced with other computers, on a medium that can only be read, in use by another command."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from smbcrm.core.selection import Selection
from smbcrm.store import sqlite as store_sqlite
from smbcrm.store.medium import syncing_service
from smbcrm.store.sqlite import SqliteStore
from tests.commands.conftest import Smbcrm
from tests.cut_short import cut_short


def test_a_synced_folder_is_warned_of_once(smbcrm: Smbcrm, tmp_path: Path) -> None:
    data = str(tmp_path / "OneDrive - Shop" / "crm")
    first = smbcrm("--data", data, "init")
    assert first.code == 0
    assert f"{data} is kept in step with other computers by OneDrive" in first.err
    assert "smbcrm --data ~/smbcrm" in first.err
    assert smbcrm("--data", data, "add", "Reza").err == ""
    assert smbcrm("--data", data, "list").err == ""


def test_copies_that_a_service_made_are_named(smbcrm: Smbcrm, data: Path) -> None:
    smbcrm("init")
    smbcrm("add", "Sara")
    (data / "crm (conflicted copy 2026-11-20).db").write_bytes(b"")
    assert "crm (conflicted copy 2026-11-20).db" in smbcrm("list").err


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("Dropbox/shop", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/shop", "iCloud"),
        ("Google Drive/shop", "Google Drive"),
        ("drop/shop", ""),
        ("shop", ""),
    ],
)
def test_a_synced_folder_is_told_by_its_path(tmp_path: Path, path: str, service: str) -> None:
    folder = tmp_path / path
    folder.mkdir(parents=True)
    assert syncing_service(folder) == service


def test_a_synced_folder_is_told_by_what_the_service_leaves_in_it(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "shop").mkdir()
    assert syncing_service(tmp_path / "shop") == "Syncthing"


def test_the_holder_of_the_store_is_named(
    smbcrm: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    smbcrm("init")
    smbcrm("add", "Sara")
    monkeypatch.setattr(store_sqlite, "BUSY_SECONDS", 0.05)
    store = store_sqlite.SqliteStore.open(data / "crm.db")
    with store.operation("import", at="2026-11-22T00:00:00+00:00"):
        run = smbcrm("add", "Reza")
        assert smbcrm("list").code == 0, "readers go on"
    assert run.code == 6
    assert run.err.startswith(
        f"smbcrm: error: `smbcrm import` is using {data / 'crm.db'} (process {os.getpid()}, since "
    )
    assert run.err.endswith("hint: wait until it has finished, then try again.\n")
    assert smbcrm("add", "Reza").code == 0


def test_a_note_of_a_process_that_is_gone_is_not_believed(
    smbcrm: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    smbcrm("init")
    smbcrm("add", "Sara")
    (data / "crm.lock").write_text('["import", 99999999, "10:00:00"]', encoding="utf-8")
    monkeypatch.setattr(store_sqlite, "BUSY_SECONDS", 0.05)
    db = sqlite3.connect(data / "crm.db", isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    run = smbcrm("add", "Reza")
    db.close()
    assert (run.code, "another smbcrm command is using" in run.err) == (6, True)


@pytest.fixture
def read_only(smbcrm: Smbcrm, data: Path, tmp_path: Path) -> Iterator[Path]:
    """The data folder mounted so that nobody can write to it."""
    smbcrm("init")
    smbcrm("add", "Sara")
    place = tmp_path / "medium"
    place.mkdir()
    made = subprocess.run(["mount", "--bind", str(data), str(place)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("mounting needs root: a read-only medium cannot be made here")
    if subprocess.run(
        ["mount", "-o", "remount,ro,bind", str(place)], capture_output=True, check=False
    ).returncode:
        subprocess.run(["umount", "-l", str(place)], check=True)
        pytest.skip("a read-only medium cannot be made here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_medium_that_can_only_be_read_is_read_and_writing_says_why_not(
    smbcrm: Smbcrm, read_only: Path
) -> None:
    assert (
        smbcrm("--data", str(read_only), "list", "--columns", "name", "--format", "csv").out == "name\nSara\n"
    )
    run = smbcrm("--data", str(read_only), "add", "Reza")
    assert (run.code, run.out) == (1, "")
    assert run.err == (
        f"smbcrm: error: {read_only} is on a medium that can only be read.\n"
        "hint: reading commands work there; to change something, copy the folder to your disk and name it: --data DIR.\n"
    )


@pytest.mark.parametrize(
    "words",
    [("backup",), ("restore", "--yes"), ("config", "set", "hours=3"), ("sync",), ("forget", "C1", "--yes")],
)
def test_whatever_would_be_written_on_such_a_medium_is_refused_in_the_same_words(
    smbcrm: Smbcrm, data: Path, read_only: Path, words: tuple[str, ...]
) -> None:
    smbcrm("backup")  # through the folder that can be written to
    run = smbcrm("--data", str(read_only), *words)
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith(f"smbcrm: error: {read_only} is on a medium that can only be read.\n")


def test_a_list_that_was_cut_short_is_not_read_half_done_where_it_cannot_be_tidied(
    smbcrm: Smbcrm, data: Path, read_only: Path
) -> None:
    cut_short(data / "crm.db")
    for words in (("list",), ("show", "C1"), ("export", "out.csv"), ("status",), ("add", "Reza"), ("sync",)):
        run = smbcrm("--data", str(read_only), *words)
        assert (run.code, run.out) == (1, ""), words
        assert run.err == (
            f"smbcrm: error: a command was cut short in {read_only}, and what it left can only be tidied where it may be written to.\n"
            "hint: copy the whole folder to a disk you may write to, crm.db-journal too, and name it: --data DIR.\n"
        )
    told = smbcrm("--data", str(read_only), "check", "--store", "--format", "csv")
    assert (told.code, "sound" in told.out, "half done" in told.out) == (1, False, False)
    assert smbcrm("list", "--columns", "name", "--format", "csv").out == "name\nSara\n"
    assert (
        smbcrm("--data", str(read_only), "list", "--columns", "name", "--format", "csv").out == "name\nSara\n"
    )


def test_what_breaks_a_reading_off_is_not_called_a_wrong_expression(
    smbcrm: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails, or the file is locked, while records are chosen: `--where` had no part in it."""
    smbcrm("init")
    smbcrm("add", "Sara")
    broken = SqliteStore.open(data / "crm.db", write=False)
    under_way: list[int] = []
    broken.db.create_function("lower", 1, lambda text: under_way.append(1) or text)
    broken.db.set_progress_handler(lambda: len(under_way), 1)
    chosen = Selection(where="lower(verb) <> ''")
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        list(
            broken.select("operation_records", ["operation"], selection=chosen, order="operation", custom={})
        )
    assert under_way
    broken.close()
    run = smbcrm("list", "--where", "city = = 1")
    assert (run.code, "that --where or --sort is not understood" in run.err) == (2, True)
