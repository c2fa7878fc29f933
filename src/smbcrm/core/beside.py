"""Work for the second core: what can be computed apart is computed in a process beside this one.

The process is a fork, so nothing has to be sent to it; what it makes comes back through a pipe. Whatever becomes of it,
the result is the same: what a process that died has not sent is computed here.
"""

from __future__ import annotations

import marshal
import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from queue import Full, Queue
from threading import Event, Thread
from typing import IO, NoReturn, TypeVar

Made = TypeVar("Made")
Other = TypeVar("Other")

WORTH_IT = 20_000
"""So many rows are worth a process of their own: for fewer, copying the memory it touches costs more than it does."""

_PIPE_BYTES = 1 << 20
_SIZE = 8  # bytes that tell how long a piece is
_MOST_WAITING = 600  # pieces
_SECONDS = 0.2
_beside = False  # whether this is such a process itself
_meanwhile: list[Callable[[], object]] = []


def is_worth_it(rows: int) -> bool:
    """Tell whether so many rows are worked on beside."""
    return rows >= WORTH_IT and has_second_core()


def has_second_core() -> bool:
    """Tell whether a process beside this one would run at the same time, on a system where a fork is safe."""
    return sys.platform == "linux" and not _beside and len(os.sched_getaffinity(0)) > 1


@contextmanager
def meanwhile(work: Callable[[], object]) -> Iterator[None]:
    """Have some work done when this process first waits for one beside it; where it never waits, not at all."""
    _meanwhile.append(work)
    try:
        yield
    finally:
        _meanwhile.clear()


@contextmanager
def made_beside(
    make: Callable[[], Iterable[Made]], *, rows: int, plain: bool = False
) -> Iterator[Iterator[Made]]:
    """Give what `make` yields, made in a process beside this one if so many `rows` are worth it; it begins at once.

    `make` must give the same each time, must not write, and must leave open files and databases alone. Where it yields nothing but
    `plain` lists, tuples, texts and numbers, sending them takes a third of the time.
    """
    child = _fork() if is_worth_it(rows) else None
    if child is None:
        yield iter(make())
        return
    number, reading, writing = child
    if number == 0:
        os.close(reading)
        _make_and_send(make, writing, plain=plain)
    os.close(writing)
    came: Queue[bytes] = Queue(_MOST_WAITING)
    wanted = Event()
    wanted.set()
    reader = Thread(target=_take_in, args=(reading, came, wanted), daemon=True)
    reader.start()
    try:
        yield _received(came, make, marshal.loads if plain else pickle.loads)
    finally:
        wanted.clear()
        os.kill(number, signal.SIGKILL)  # it has sent everything, or nobody wants it any more
        os.waitpid(number, 0)
        reader.join()


def both(here: Callable[[], Made], there: Callable[[], Other], *, rows: int) -> tuple[Made, Other]:
    """Do two things at once where so many `rows` are worth it, `there` in a process beside this one; give what they give."""
    with made_beside(lambda: [there()], rows=rows) as made:
        mine = here()
        (theirs,) = made
    return mine, theirs


def in_halves(work: Callable[[slice], Made], count: int) -> list[Made]:
    """Do work on so many pieces, each for itself, one half of very many beside this process; give what comes of each half, or of few at once."""
    if count < WORTH_IT:
        return [work(slice(count))]
    half = count // 2
    return list(both(lambda: work(slice(half)), lambda: work(slice(half, None)), rows=count))


def _fork() -> tuple[int, int, int] | None:
    """Fork; give the number of the child (0 in the child) and both ends of a pipe, None where there is no room for one more."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads, which the child never calls
        try:
            return os.fork(), reading, writing
        except OSError:
            os.close(reading)
            os.close(writing)
            return None


def _take_in(reading: int, came: Queue[bytes], wanted: Event) -> None:
    """Take the pieces in as they come, so that the process beside never waits for this one; the last one is empty."""
    with open(reading, "rb", buffering=_PIPE_BYTES) as pipe:
        piece = b"?"
        while piece and wanted.is_set():
            size = int.from_bytes(pipe.read(_SIZE), "big")
            piece = pipe.read(size)
            if len(piece) < size:
                piece = b""
            while wanted.is_set():
                with suppress(Full):
                    came.put(piece, timeout=_SECONDS)
                    break


def _received(
    came: Queue[bytes], make: Callable[[], Iterable[Made]], load: Callable[[bytes], tuple[bool, Made]]
) -> Iterator[Made]:
    count = 0
    while piece := _next(came):
        last, made = load(piece)
        if last:
            return
        count += 1
        yield made
    yield from islice(make(), count, None)


def _next(came: Queue[bytes]) -> bytes:
    while _meanwhile and came.empty():
        _meanwhile.pop()()
    return came.get()


def _make_and_send(make: Callable[[], Iterable[object]], writing: int, *, plain: bool) -> NoReturn:
    """Be the process beside: send every piece, then go, without any of the parent's tidying up."""
    global _beside
    _beside = True
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        with open(writing, "wb", buffering=_PIPE_BYTES) as pipe:
            for piece in make():
                _send(pipe, (False, piece), plain=plain)
            _send(pipe, (True, None), plain=plain)
    finally:
        os._exit(0)


def _send(pipe: IO[bytes], piece: tuple[bool, object], *, plain: bool) -> None:
    # Later versions of marshal look whether any value comes twice, which takes twice as long to read.
    data = marshal.dumps(piece, 2) if plain else pickle.dumps(piece, protocol=5)  # type: ignore[arg-type]
    pipe.write(len(data).to_bytes(_SIZE, "big"))
    pipe.write(data)
