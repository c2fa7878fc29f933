"""Where bytes go: stdout and stderr as UTF-8 with LF, files written beside and moved into place."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from smbcrm.core.say import say
from smbcrm.errors import SmbcrmError, UsageError
from smbcrm.output.options import Format, OutputOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place to write to; `terminal` tells that a person is looking."""

    binary: BinaryIO | None
    text: TextIO
    terminal: bool

    def bytes(self) -> BinaryIO:
        """Give the place for bytes; text written before stands before them."""
        self.text.flush()
        assert self.binary is not None, "this stream takes text only"
        return self.binary


def prepare_streams() -> None:
    """Make stdout and stderr write UTF-8 with LF line ends, whatever the locale says."""
    _as_utf8(sys.stdout, errors="replace")
    _as_utf8(sys.stderr, errors="backslashreplace")


def _as_utf8(stream: TextIO | None, *, errors: str) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def on_terminal(stream: TextIO | None) -> bool:
    """Tell whether a person reads this stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


# What stands in a data folder is the list: no result is written over it.
_OF_A_DATA_FOLDER = ("crm.db", "crm.db-journal", "customers.xlsx", "smbcrm.toml")


def check_target(options: OutputOptions) -> None:
    """Refuse an output that cannot work, before any work is done."""
    if options.format is Format.XLSX and options.to_stdout and on_terminal(sys.stdout):
        raise UsageError(
            say("a spreadsheet cannot be shown on a terminal"),
            say("write it to a file, for example `-o customers.xlsx`"),
        )
    if options.output is not None and not options.to_stdout:
        folder = options.output.parent
        if options.output.is_dir():
            what = "{file} is a folder" if options.output.parts else "no file was named"
            raise UsageError(say(what, file=str(options.output)), say("give the name of a file to write"))
        if not folder.is_dir():
            raise UsageError(
                say("there is no folder {folder}", folder=str(folder)),
                say("make the folder first, or choose another"),
            )
        if options.output.name.casefold() in _OF_A_DATA_FOLDER and (folder / "crm.db").exists():
            raise UsageError(
                say("{file} belongs to the data folder itself", file=str(options.output)),
                say("choose another name; `smbcrm sync` writes the workbook"),
            )


@contextlib.contextmanager
def open_target(options: OutputOptions) -> Iterator[Target]:
    """Give the place where the result goes, and finish it: flushed, or moved into place."""
    check_target(options)
    if options.output is None or options.to_stdout:
        prepare_streams()
        with quiet_when_pipe_closes():
            yield Target(
                binary=getattr(sys.stdout, "buffer", None), text=sys.stdout, terminal=on_terminal(sys.stdout)
            )
            sys.stdout.flush()
        return
    with written_file(options.output) as binary:
        text = io.TextIOWrapper(binary, encoding="utf-8", errors="replace", newline="\n")
        try:
            yield Target(binary=binary, text=text, terminal=False)
        finally:
            text.detach()


@contextlib.contextmanager
def quiet_when_pipe_closes() -> Iterator[None]:
    """End quietly when the reader of a pipe (`| head`) has seen enough."""
    try:
        yield
    except BrokenPipeError:
        # What is still buffered must go somewhere when the interpreter flushes at its end.
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)


class _Held(io.TextIOWrapper):
    """Stands in for stdout while it is not yet certain that what is said there will be true."""

    def __init__(self, real: TextIO) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors=real.errors or "replace", newline="\n")
        self._real = real

    def isatty(self) -> bool:
        return on_terminal(self._real)

    def fileno(self) -> int:
        return self._real.fileno()

    def said(self) -> bytes:
        self.flush()
        held = self.buffer
        assert isinstance(held, io.BytesIO)
        return held.getvalue()


@contextlib.contextmanager
def held_back() -> Iterator[None]:
    """Print what is printed inside the block when it has ended well; when it fails, it was not so and is not said."""
    real = sys.stdout
    if not isinstance(real, io.TextIOWrapper):
        yield
        return
    held = _Held(real)
    sys.stdout = held
    try:
        yield
    finally:
        sys.stdout = real
    with quiet_when_pipe_closes():
        real.flush()
        real.buffer.write(held.said())
        real.buffer.flush()


@contextlib.contextmanager
def written_file(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write; only when all went well does it take the place of `path`."""
    try:
        real = Path(os.path.realpath(path))
        if real.exists() and not real.is_file():  # a device or a named pipe cannot be replaced
            with real.open("wb") as straight:
                yield straight
            return
        beside = real.with_name(f".{real.name[:100]}.{os.getpid()}.part")
        beside.unlink(missing_ok=True)
        try:
            with beside.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if real.exists():
                beside.chmod(real.stat().st_mode & 0o777)
            beside.replace(real)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise SmbcrmError(
            say(
                "{file} cannot be written: {why}", file=str(path), why=(error.strerror or str(error)).lower()
            ),
            say("make room (empty the trash, move large files away), then run the command again")
            if error.errno == errno.ENOSPC
            else say("close it if it is open in another program, or choose another file"),
        ) from error
    sync_folder(real.parent)


def sync_folder(folder: Path) -> None:
    """Make the new name of a file outlive a power cut, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
