"""Where an error came from, without what the error says: that may be a cell of somebody's list."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator


def trace_lines(problem: BaseException) -> Iterator[str]:
    """Give the traceback of an error and of those behind it: places and kinds, and of messages only how long they are.

    >>> list(trace_lines(ValueError("Sara Ahmadi")))
    ['ValueError (a message of 11 characters is left out: it may hold what is in your lists)']
    """
    seen: list[BaseException] = []
    one: BaseException | None = problem
    while one is not None and one not in seen:
        seen.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    for place, one in enumerate(reversed(seen)):
        if place:
            yield "which led to:"
        frames = traceback.extract_tb(one.__traceback__)
        if frames:
            yield "Traceback (most recent call last):"
        for frame in frames:
            yield f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
            if frame.line:
                yield f"    {frame.line}"
        yield _told(one)


def _told(problem: BaseException) -> str:
    kind = type(problem).__qualname__
    if type(problem).__module__ not in ("builtins", "__main__"):
        kind = f"{type(problem).__module__}.{kind}"
    known = getattr(problem, "sqlite_errorname", None)
    if isinstance(problem, OSError) and problem.errno is not None:
        known = os.strerror(problem.errno)
    if known:
        return f"{kind}: {known}"
    length = len(str(problem))
    if not length:
        return kind
    return f"{kind} (a message of {length} characters is left out: it may hold what is in your lists)"
