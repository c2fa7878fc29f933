"""What a person types at a terminal: a line, or one key, at once where the terminal allows it, else with Enter behind it."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress

_END = frozenset("\x04\x1a")  # Ctrl-D, and Ctrl-Z as Windows has it
_INTERRUPT = "\x03"
_LISTENING = 0.25  # seconds
_PAUSE = 1.0  # seconds between two letters of one word, by one who looks for the keys


@contextmanager
def keys(alone: Collection[str], words: Collection[str]) -> Iterator[Callable[[], str]]:
    """Give what reads the next key (or a typed line); it raises EOFError at the end of input, KeyboardInterrupt at Ctrl-C.

    Whoever types one of the `words` presses its first key; the rest of it counts for nothing, and after the last key it is
    waited for, so that "quit" leaves no "uit" to the shell. Keys that mean something
    `alone` are only taken for a part of a word where that word is typed to its end, or further than they go.
    """
    if os.environ.get("TERM") == "dumb":
        yield line
        return
    try:
        import termios
        import tty
    except ImportError:  # Windows
        read = _windows_key()
        if read is None:
            yield line
        else:
            yield (typed := Words(read, alone, words))
            typed.finish()
        return
    try:
        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
    except (OSError, ValueError, termios.error):
        yield line
        return
    try:
        tty.setcbreak(number, termios.TCSADRAIN)  # what was typed ahead is not thrown away
        yield (typed := Words(lambda within: _posix_key(number, within), alone, words))
        typed.finish()
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)


class Words:
    """Single keys, the first of each word that is typed out; `read` gives the next key, "" where none comes in time."""

    def __init__(
        self, read: Callable[[float | None], str], alone: Collection[str], words: Collection[str]
    ) -> None:
        self._read = read
        self._alone = alone
        self._words = words
        self._ahead: deque[str] = deque()
        self._begun = ""

    def __call__(self) -> str:
        """Give the next key that is not the rest of a word."""
        if self._begun:
            self._let_go(self._begun.casefold())
        self._begun = self._ahead.popleft() if self._ahead else self._read(None)
        return self._begun

    def finish(self) -> None:
        """Pass over the rest of the word that the last key began."""
        with suppress(EOFError):
            if self._begun:
                self._let_go(self._begun.casefold())

    def _let_go(self, typed: str) -> None:
        """Pass over what follows the first key of a word, and over an Enter behind it."""
        held: list[str] = []
        first = len(typed)
        while key := self._ahead.popleft() if self._ahead else self._read(_PAUSE):
            if key in "\r\n":
                break
            held.append(key)
            if not any(word.startswith(typed + key.casefold()) for word in self._words):
                break
            typed += key.casefold()
        rest = typed[first:]
        if typed in self._words or any(letter not in self._alone for letter in rest):
            del held[: len(rest)]
        self._ahead.extendleft(reversed(held))


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


def _listen(number: int, within: float | None = None) -> bool:
    """Wait until something is typed, or for some seconds; a Ctrl-C that came just before one long wait would be heard late."""
    import select

    end = None if within is None else time.monotonic() + within
    while not select.select([number], [], [], _LISTENING)[0]:
        if end is not None and time.monotonic() >= end:
            return False
    return True


def _posix_key(number: int, within: float | None) -> str:
    import select

    try:
        if not _listen(number, within):
            return ""
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


def _windows_key() -> Callable[[float | None], str] | None:
    try:
        from msvcrt import getwch, kbhit  # type: ignore[attr-defined,unused-ignore]
    except ImportError:
        return None

    def read(within: float | None) -> str:
        end = None if within is None else time.monotonic() + within
        while end is not None and not kbhit():
            if time.monotonic() >= end:
                return ""
            time.sleep(0.02)
        key = str(getwch())
        if key == _INTERRUPT:
            raise KeyboardInterrupt
        if key in _END:
            raise EOFError
        return "\x1b" + str(getwch()) if key in "\x00\xe0" else key

    return read
