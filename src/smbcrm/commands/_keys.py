"""What a person types at a terminal: a line, or one key, at once where the terminal allows it, else with Enter behind it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

_END = frozenset("\x04\x1a")  # Ctrl-D, and Ctrl-Z as Windows has it
_INTERRUPT = "\x03"
_LISTENING = 0.25  # seconds


@contextmanager
def keys() -> Iterator[Callable[[], str]]:
    """Give what reads the next key (or a typed line); it raises EOFError at the end of input, KeyboardInterrupt at Ctrl-C."""
    if os.environ.get("TERM") == "dumb":
        yield line
        return
    try:
        import termios
        import tty
    except ImportError:  # Windows
        yield _windows_key()
        return
    try:
        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
    except (OSError, ValueError, termios.error):
        yield line
        return
    try:
        tty.setcbreak(number, termios.TCSADRAIN)  # what was typed ahead is not thrown away
        yield lambda: _posix_key(number)
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)


def line() -> str:
    """Give the next line that is typed; raises EOFError at the end of input, KeyboardInterrupt at Ctrl-C."""
    try:
        if sys.stdin.isatty():
            with suppress(
                ValueError, OSError
            ):  # Windows can wait for a socket only; there Ctrl-C ends a read
                _listen(sys.stdin.fileno())
        text = sys.stdin.readline()
    except OSError:  # the terminal went away
        raise EOFError from None
    if not text:
        raise EOFError
    return text.strip()


def _listen(number: int) -> None:
    """Wait until something is typed; a Ctrl-C that came just before the wait began would be heard at the next key only."""
    import select

    while not select.select([number], [], [], _LISTENING)[0]:
        pass


def _posix_key(number: int) -> str:
    import select

    try:
        _listen(number)
        first = os.read(number, 1)
    except OSError:  # the terminal went away
        raise EOFError from None
    if not first or first.decode("ascii", "ignore") in _END:
        raise EOFError
    if first == b"\x1b":  # an arrow or the like sends several bytes: one key that means nothing
        while select.select([number], [], [], 0.02)[0] and os.read(number, 16):
            pass
        return "\x1b"
    lead = first[0]
    more = 3 if lead >= 0xF0 else 2 if lead >= 0xE0 else 1 if lead >= 0xC0 else 0
    return (first + b"".join(os.read(number, 1) for _ in range(more))).decode("utf-8", "replace")


def _windows_key() -> Callable[[], str]:
    try:
        from msvcrt import getwch  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        return line

    def read() -> str:
        key = str(getwch())
        if key == _INTERRUPT:
            raise KeyboardInterrupt
        if key in _END:
            raise EOFError
        return "\x1b" + str(getwch()) if key in "\x00\xe0" else key

    return read
