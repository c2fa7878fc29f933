"""Ctrl-C in the middle of an import, in a process and on a terminal of its own: nothing half done, nothing broken."""

from __future__ import annotations

import os
import pty
import random
import select
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

ROWS = 6000
_CHANCE = random.Random(11)
MOMENTS = sorted(_CHANCE.uniform(0.05, 3.0) for _ in range(6))
# Python ends by the signal itself where it came while a class was being made; a shell tells both as 130.
INTERRUPTED = (130, -signal.SIGINT)


@pytest.fixture
def long_list(tmp_path: Path) -> Path:
    """A list long enough to be interrupted."""
    names = ("Sara", "Reza", "Mina", "Ali", "Peter", "Mary")
    lines = [f"{names[n % 6]} Nr{n}son,0912{n:07},City {n % 50},{n * 10}" for n in range(ROWS)]
    file = tmp_path / "long.csv"
    file.write_text("Name,Mobile,City,Total spent\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return file


def counted(data: Path) -> tuple[int, int, int]:
    """How many operations, rows and customers the store holds; none where there is no store."""
    if not (data / "crm.db").exists():
        return 0, 0, 0
    with closing(sqlite3.connect(data / "crm.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        operations, rows, customers = (
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("operation", "source_row", "customer")
        )
    return operations, rows, customers


def interrupted(command: list[str], moment: float) -> tuple[int, str, bool]:
    """Run on a terminal and press Ctrl-C at a moment; give the exit code, all that was shown, and if the terminal is as before."""
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    )  # fmt: skip
    shown, sent, end = b"", False, time.monotonic() + moment
    while process.poll() is None or select.select([ours], [], [], 0)[0]:
        if not sent and time.monotonic() >= end:
            process.send_signal(signal.SIGINT)
            sent = True
        if select.select([ours], [], [], 0.01)[0]:
            with suppress(OSError):
                shown += os.read(ours, 65536)
    same = termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)
    return process.returncode, shown.decode("utf-8", "replace"), same


def test_where_ctrl_c_is_for_nobody_an_import_goes_on(long_list: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    behind = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    smbcrm = [sys.executable, "-c", behind, sys.executable, "-m", "smbcrm", "--data", str(data)]
    for moment in (0.3, 0.8):
        code, _, _ = interrupted([*smbcrm, "import", str(long_list)], moment)
        assert code == 0
    assert counted(data) == (1, ROWS, ROWS)


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_interrupted_import_leaves_nothing_half_done(
    long_list: Path, tmp_path: Path, moment: float
) -> None:
    data = tmp_path / "data"
    smbcrm = [sys.executable, "-m", "smbcrm", "--data", str(data)]
    code, shown, same = interrupted([*smbcrm, "import", str(long_list)], moment)
    assert "Traceback" not in shown
    assert same
    assert shown.count("\x1b[?25l") == shown.count("\x1b[?25h")  # the cursor is shown again
    if code == 0:  # the signal came after the last row was kept
        assert counted(data) == (1, ROWS, ROWS)
        return
    assert code in INTERRUPTED, shown
    if counted(data) == (1, ROWS, ROWS):  # it came while what was kept was being told
        return
    assert counted(data) == (0, 0, 0)
    again = subprocess.run(
        [*smbcrm, "--no-input", "import", str(long_list)], capture_output=True, text=True, check=False
    )
    assert again.returncode == 0, again.stderr
    assert counted(data)[1:] == (ROWS, ROWS)


def test_an_interrupted_second_import_keeps_the_first_as_it_was(long_list: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    smbcrm = [sys.executable, "-m", "smbcrm", "--data", str(data)]
    assert subprocess.run([*smbcrm, "init"], capture_output=True, check=False).returncode == 0
    assert subprocess.run([*smbcrm, "add", "Sara Ahmadi"], capture_output=True, check=False).returncode == 0
    before = counted(data)
    code, shown, _ = interrupted([*smbcrm, "import", str(long_list)], 1.2)
    assert "Traceback" not in shown
    if code != 0 and counted(data)[1] <= ROWS:  # else it came while what was kept was being told
        assert counted(data) == before
        assert subprocess.run([*smbcrm, "undo"], capture_output=True, check=False).returncode == 0
