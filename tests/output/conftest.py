"""Streams to write to, and one view that holds every hard cell."""

import io
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass

import pytest

from smbcrm.output.emit import OutputOptions, emit
from smbcrm.output.view import View
from tests.output.hard import hard_view


class Screen(io.TextIOWrapper):
    """A stream over bytes in memory that says whether it is a terminal."""

    def __init__(self, *, terminal: bool, encoding: str = "ascii") -> None:
        self.kept = io.BytesIO()
        self._terminal = terminal
        super().__init__(self.kept, encoding=encoding)

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        return self.kept.getvalue().decode("utf-8")


@dataclass
class Screens:
    """What stdout and stderr received."""

    out: Screen
    err: Screen


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Put the screens in place for the call itself: pytest sets its own streams between set-up and call."""
    screens = next((item.funcargs[name] for name in ("terminal", "pipe") if name in item.funcargs), None)
    if screens is None:
        return (yield)
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = screens.out, screens.err
    try:
        return (yield)
    finally:
        sys.stdout, sys.stderr = kept


@pytest.fixture
def pipe() -> Screens:
    """Stdout and stderr as a pipe under an ASCII locale."""
    return Screens(Screen(terminal=False), Screen(terminal=False))


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Screens:
    """Stdout and stderr as a terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Screens(Screen(terminal=True), Screen(terminal=True))


@pytest.fixture
def written(pipe: Screens) -> Callable[..., bytes]:
    """Give what a view looks like in a pipe."""

    def write(view: View | None = None, **options: object) -> bytes:
        pipe.out.flush()
        start = len(pipe.out.kept.getvalue())
        emit(view or hard_view(), OutputOptions(**options))
        return pipe.out.kept.getvalue()[start:]

    return write
