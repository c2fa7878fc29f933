"""Run the program so that it is killed, or fails, at one chosen moment inside SQLite; a process of its own.

python -m tests.reliability.doomed count FILE  WORDS...     writes how many moments there were into FILE
python -m tests.reliability.doomed kill N      WORDS...     kill -9 at the Nth moment
python -m tests.reliability.doomed size BYTES  WORDS...     killed by the system in the write that makes a file longer than this
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from pathlib import Path

STEP = 500
"""Instructions of SQLite's machine between two moments."""


def main() -> None:
    """Do what the line says."""
    mode, what, *words = sys.argv[1:]
    moments = 0

    def tick() -> int:
        nonlocal moments
        moments += 1
        if mode == "kill" and moments == int(what):
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def connect(*args: object, **named: object) -> sqlite3.Connection:
        db = real(*args, **named)  # type: ignore[arg-type]
        db.set_progress_handler(tick, STEP)
        return db

    real, sqlite3.connect = sqlite3.connect, connect  # type: ignore[assignment]
    if mode == "size":
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(what), resource.RLIM_INFINITY))
    from smbcrm.cli import main as smbcrm

    try:
        code = smbcrm(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    if mode == "count":
        Path(what).write_text(str(moments))
    raise SystemExit(code)


if __name__ == "__main__":
    main()
