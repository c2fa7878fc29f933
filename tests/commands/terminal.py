"""The program on a terminal of its own, as a person has it."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

# Another thread gets Ctrl-C: it breaks off nothing that the program waits for, as one that came just before the wait.
_BREAKS_NO_WAIT = """
import signal, sys, threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
from smbcrm.__main__ import start
sys.exit(start())
"""
pty = pytest.importorskip("pty", reason="a terminal is made in the Unix way")


class Terminal:
    """The program on a terminal of its own: what it says is waited for, then a key is pressed."""

    def __init__(
        self,
        data: Path,
        *words: str,
        columns: int = 100,
        term: str = "xterm",
        breaks_no_wait: bool = False,
        program: tuple[str, ...] = ("-m", "smbcrm"),
    ) -> None:
        import fcntl
        import struct
        import termios

        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        environment = {**os.environ, "TERM": term}
        environment.pop("COLUMNS", None)
        self.process = subprocess.Popen(
            [sys.executable, *(("-c", _BREAKS_NO_WAIT) if breaks_no_wait else program), "--data", str(data), *words],
            stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(theirs)
        self.said = ""
        self._seen = 0
        self._bytes = b""

    def wait(self, text: str, seconds: float = 30.0) -> None:
        end = time.monotonic() + seconds
        while text not in self.said[self._seen :]:
            assert time.monotonic() < end, f"waited for {text!r}: {self.said}"
            if not self._read():
                raise AssertionError(f"it ended before {text!r}: {self.said}")
        self._seen = self.said.index(text, self._seen) + len(text)

    def press(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def interrupt(self) -> int:
        """Press Ctrl-C, and again where it came in the moment before it was listened for, as a person does; give the exit code."""
        for _ in range(10):
            self.press("\x03")
            heard = time.monotonic() + 3
            while time.monotonic() < heard:
                if not self._read():
                    return self.end()
        raise AssertionError(f"it goes on: {self.said}")

    def end(self) -> int:
        """Give the exit code as a shell tells it: Python ends by the signal itself where it came while a class was being made."""
        end = time.monotonic() + 60
        while self._read():
            assert time.monotonic() < end, f"it does not end: {self.said}"
        code = self.process.wait(30)
        os.close(self.ours)
        return 128 - code if code < 0 else code

    def _read(self) -> bool:
        if not select.select([self.ours], [], [], 0.2)[0]:
            return self.process.poll() is None
        try:
            found = os.read(self.ours, 65536)
        except OSError:  # the other end is closed
            return False
        self._bytes += found
        self.said = self._bytes.decode("utf-8", "ignore").replace("\r\n", "\n")
        return bool(found)
