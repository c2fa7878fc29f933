"""What is being done, on one line of the terminal that goes away again; nothing in a pipe, a log or for short work."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from smbcrm.core.progress import Progress, silent
from smbcrm.core.say import Say
from smbcrm.output.options import OutputOptions
from smbcrm.output.safe import safe_line
from smbcrm.output.streams import on_terminal
from smbcrm.output.words import render

MANY = 5_000  # rows; fewer are done before anybody could read the line
_CLEAR = "\r\x1b[K"


@contextmanager
def progress_line(options: OutputOptions) -> Iterator[Progress]:
    """Give a function that shows what begins now, and take the line away at the end, however that comes."""
    if options.quiet or not on_terminal(sys.stderr):
        yield silent
        return
    shown = False

    def show(what: Say, rows: int) -> None:
        nonlocal shown
        if rows < MANY:
            return
        text = safe_line(render(what, options.lang, calendar=options.calendar))
        # A line that wraps could not be taken away again.
        text = text[: shutil.get_terminal_size().columns - 5]
        sys.stderr.write(f"{_CLEAR}{text} ...")
        sys.stderr.flush()
        shown = True

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
