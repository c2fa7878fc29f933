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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from smbcrm.core.beside import made_beside
from smbcrm.readers.spreadsheets.native import (
    CRASHED,
    TOO_MUCH,
    NativeReaderFailed,
    NativeSheet,
    native_pieces,
    read_native,
    sheets_of,
)

MEMORY_LIMIT = 1_000_000_000
MEMORY_FOR_BYTE = 40
MOST_MEMORY = 3_000_000_000
_BYTES_A_ROW = 80  # of a packed workbook, about
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


@contextmanager
def reading_beside(
    data: bytes, sheet: str = ""
) -> Iterator[Callable[[], tuple[list[str], list[NativeSheet]]]]:
    """Begin to read a long workbook in a process beside this one; give a function that waits for what `read_native` gives.

    Nobody has looked yet whether the file is harmless, so that process is bounded like the other one. Where there is none, or it ended,
    the function reads the file in this process: call it only once the file is known to be harmless.
    """
    here = os.getpid()

    def pieces() -> Iterator[Any]:
        if os.getpid() != here:
            _limit_memory(len(data))
        yield from native_pieces(data, sheet)

    with made_beside(pieces, rows=len(data) // _BYTES_A_ROW, plain=True) as made:
        yield lambda: sheets_of(made)


def main() -> None:
    """Answer one request on the standard streams."""
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    _limit_memory(len(data))
    try:
        names, sheets = read_native(data, request["sheet"])
        answer = (names, [sheet.plain() for sheet in sheets], "")
    except NativeReaderFailed as error:
        answer = ([], [], error.why)
    sys.stdout.buffer.write(marshal.dumps(answer))


def _limit_memory(size: int) -> None:
    """Bound the process by the size of its file, where the system can; elsewhere the time limit is the bound."""
    limit = min(MEMORY_LIMIT + MEMORY_FOR_BYTE * size, MOST_MEMORY)
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


if __name__ == "__main__":
    main()
