"""A process of its own for what the native reader may not survive: `python -m smbcrm.readers.spreadsheets.child`.

The parent writes one line of JSON and the file's bytes, the child answers with marshalled plain values. Its memory is
limited from inside and its time from outside, so the worst that a file can do is to end it.
"""

from __future__ import annotations

import json
import marshal
import os
import subprocess
import sys
from pathlib import Path

from smbcrm.readers.spreadsheets.native import CRASHED, TOO_MUCH, NativeReaderFailed, NativeSheet, read_native

MEMORY_LIMIT = 1_000_000_000
MEMORY_FOR_BYTE = 40
MOST_MEMORY = 3_000_000_000
TIME_LIMIT = 45.0
"""Seconds: a file that any program reads takes a tenth of it, and whoever waits for an import should not wait longer."""


def read_in_child(data: bytes, sheet: str = "") -> tuple[list[str], list[NativeSheet]]:
    """Give what `read_native` gives, read by another process; whatever ends that process is a failed reading."""
    head = json.dumps({"sheet": sheet}).encode() + b"\n"
    home = str(Path(__file__).parents[3])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "smbcrm.readers.spreadsheets.child"],
            input=head + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=TIME_LIMIT,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NativeReaderFailed(TOO_MUCH) from None
    if done.returncode != 0:
        raise NativeReaderFailed(CRASHED)
    names, sheets, why = marshal.loads(done.stdout)
    if why:
        raise NativeReaderFailed(why)
    return names, [NativeSheet.from_plain(sheet) for sheet in sheets]


def main() -> None:
    """Answer one request on the standard streams."""
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    _limit_memory(min(MEMORY_LIMIT + MEMORY_FOR_BYTE * len(data), MOST_MEMORY))
    try:
        names, sheets = read_native(data, request["sheet"])
        answer = (names, [sheet.plain() for sheet in sheets], "")
    except NativeReaderFailed as error:
        answer = ([], [], error.why)
    sys.stdout.buffer.write(marshal.dumps(answer))


def _limit_memory(limit: int) -> None:
    """Bound the process where the system can; elsewhere the time limit is the bound."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


if __name__ == "__main__":
    main()
