"""A sync killed at every step: afterwards everything is as before it, or as after it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workbook.conftest import User

# The program, with one of its steps replaced by the end of the process.
KILLED = """
import os, sys
from pathlib import Path

from smbcrm.cli import main
from smbcrm.commands import _workbook
from smbcrm.store.sqlite import SqliteStore

step = sys.argv.pop(1)
die = lambda *args, **named: os._exit(9)
if step == "before the file":
    _workbook._write_beside = die
elif step == "half a file":
    def half(path, data):
        (path.parent / f".{path.name}.0123.new").write_bytes(data[: len(data) // 2])
        os._exit(9)
    _workbook._write_beside = half
elif step == "before the commit":
    real = _workbook._keep
    def keep(*args, **named):
        real(*args, **named)
        os._exit(9)
    _workbook._keep = keep
elif step == "before the move":
    _workbook._move = die
elif step == "after the move":
    real = _workbook._move
    def move(*args):
        real(*args)
        os._exit(9)
    _workbook._move = move
main(sys.argv[1:])
"""
STEPS = ("before the file", "half a file", "before the commit", "before the move", "after the move")


def killed(user: User, step: str) -> None:
    """Sync in a process of its own that ends at a step."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, step, "--data", str(user.path.parent), "--today", "2026-11-22", "sync"],
        env=dict(os.environ), timeout=120,
    )  # fmt: skip
    assert done.returncode == 9


def edited(user: User) -> None:
    """Edit both sides."""
    user.smbcrm("set", "C2", "city=Rasht")
    user.smbcrm("remove", "C3")
    with user.editing() as sheet:
        sheet.set("C1", "City", "Tehran")
        sheet.append(Name="Zahra New", Phone="09351234599")


def agree(user: User) -> None:
    """Everything of both sides is there, once."""
    sheet = user.sheet()
    assert [row[1] for row in sheet.rows()].count("Zahra New") == 1
    assert sheet.get("C1", "City") == user.customer("C1")["city"] == "Tehran"
    assert sheet.get("C2", "City") == user.customer("C2")["city"] == "Rasht"
    assert user.customer("C3") == {}
    assert len(sheet.rows()) == 8
    assert [path.name for path in user.path.parent.iterdir() if ".new" in path.name] == []


@pytest.mark.parametrize("step", STEPS)
def test_the_next_sync_finishes_or_drops_what_a_killed_one_left(user: User, step: str) -> None:
    edited(user)
    killed(user, step)
    user.sync()
    agree(user)
    assert user.sync()["pulled"] == 0


@pytest.mark.parametrize("step", STEPS)
def test_edits_made_after_a_killed_sync_are_not_lost(user: User, step: str) -> None:
    edited(user)
    killed(user, step)
    with user.editing() as sheet:
        sheet.set("C4", "City", "Sari")
    user.sync()
    agree(user)
    assert user.customer("C4")["city"] == "Sari"
    assert user.sheet().get("C4", "City") == "Sari"


def test_killed_on_the_first_sync(user: User) -> None:
    user.path.unlink()
    user.smbcrm("undo")
    killed(user, "before the move")
    assert not Path(user.path).exists()
    user.sync()
    assert len(user.sheet().rows()) == 8
