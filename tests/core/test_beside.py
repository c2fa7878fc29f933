"""Work beside: the same result with and without a second process, whatever becomes of that process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from smbcrm.core import beside
from smbcrm.core.beside import WORTH_IT, both, has_second_core, made_beside, meanwhile

MANY = WORTH_IT


def pieces() -> Iterator[list[tuple[int, str]]]:
    """Give numbered texts, more of them than a pipe holds."""
    for start in range(0, 60_000, 500):
        yield [(i, f"متن {i} " * 5) for i in range(start, start + 500)]


def test_the_pieces_are_those_made_here() -> None:
    with made_beside(pieces, rows=MANY) as made:
        assert list(made) == list(pieces())


def test_few_rows_are_made_in_this_process() -> None:
    with made_beside(lambda: [os.getpid()], rows=MANY - 1) as made:
        assert list(made) == [os.getpid()]


@pytest.mark.skipif(not has_second_core(), reason="there is one core only, or no safe fork")
def test_many_rows_are_made_in_another_process() -> None:
    with made_beside(lambda: [os.getpid()], rows=MANY) as made:
        assert list(made) != [os.getpid()]


def test_without_a_second_core_all_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "has_second_core", lambda: False)
    with made_beside(lambda: [os.getpid()], rows=MANY) as made:
        assert list(made) == [os.getpid()]


def test_a_system_that_has_no_room_for_a_process_makes_all_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", full, raising=False)
    with made_beside(lambda: [os.getpid()], rows=MANY) as made:
        assert list(made) == [os.getpid()]


def test_plain_pieces_are_those_made_here() -> None:
    with made_beside(pieces, rows=MANY, plain=True) as made:
        assert list(made) == list(pieces())


@pytest.mark.skipif(not has_second_core(), reason="there is one core only, or no safe fork")
def test_while_a_process_is_waited_for_other_work_is_done_once() -> None:
    def slow() -> Iterator[int]:
        for number in range(3):
            time.sleep(0.1)
            yield number

    done: list[str] = []
    with meanwhile(lambda: done.append("loaded")), made_beside(slow, rows=MANY) as made:
        assert list(made) == [0, 1, 2]
    assert done == ["loaded"]


def test_where_nothing_is_waited_for_no_other_work_is_done() -> None:
    done: list[str] = []
    with meanwhile(lambda: done.append("loaded")), made_beside(pieces, rows=MANY - 1) as made:
        list(made)
    with made_beside(pieces, rows=MANY) as made:
        list(made)
    assert done == []


def test_what_a_killed_process_has_not_sent_is_made_here() -> None:
    here = os.getpid()

    def dying() -> Iterator[int]:
        for number in range(10):
            if number == 5 and os.getpid() != here:
                os.kill(os.getpid(), signal.SIGKILL)
            yield number

    with made_beside(dying, rows=MANY) as made:
        assert list(made) == list(range(10))


def test_an_error_is_the_one_that_would_come_without_it() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise ValueError("no number 2")

    with pytest.raises(ValueError, match="no number 2"), made_beside(failing, rows=MANY) as made:
        list(made)


def test_no_process_is_left_when_nobody_wants_the_rest() -> None:
    with pytest.raises(KeyboardInterrupt), made_beside(pieces, rows=MANY) as made:
        next(made)
        raise KeyboardInterrupt
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_both_give_what_each_gives() -> None:
    assert both(lambda: sum(range(1000)), lambda: "هست", rows=MANY) == (499_500, "هست")


SPLIT = """
import os, sys
from smbcrm.core.beside import made_beside
def make():
    yield os.getpid()
    while True:
        yield "x" * 1_000_000
with made_beside(make, rows=10**6) as made:
    print(next(made), flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(not has_second_core(), reason="there is one core only, or no safe fork")
def test_the_process_goes_when_the_command_is_killed() -> None:
    command = subprocess.Popen(
        [sys.executable, "-c", SPLIT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert command.stdout is not None
    child = int(command.stdout.readline())
    assert child != command.pid
    command.kill()
    command.wait()
    # Its pipe is broken: it ends at the next piece. The pipe of the command itself closes with the last who holds it.
    assert command.stdout.read() == ""
