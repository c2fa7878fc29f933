"""A command that is killed while it writes: some pages are written, and SQLite's journal says what they were."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_KILLED = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size = 2")  # so that pages are written before the end
db.execute("BEGIN IMMEDIATE")
db.execute("UPDATE customer SET name = 'half done'")
db.execute("CREATE TABLE long (x)")
db.executemany("INSERT INTO long VALUES (?)", [("x" * 3000,)] * 500)
os.kill(os.getpid(), signal.SIGKILL)
"""


def cut_short(store: Path) -> None:
    """Kill a process that is writing to a store."""
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(store)], check=False)
    journal = store.with_name(f"{store.name}-journal")
    assert (killed.returncode, journal.stat().st_size > 0) == (-9, True)
