"""Read the files a command was given, and tell what was wrong with those that could not be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say, say
from smbcrm.errors import SmbcrmError, UnreadableError, UsageError

if TYPE_CHECKING:
    from smbcrm.commands._reading import Given
    from smbcrm.core.progress import Progress
    from smbcrm.readers.open_file import Reading, Refusal
    from smbcrm.store.sqlite import SqliteStore
    from smbcrm.usecases.importing.import_results import SheetResult

FilesArgument = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="Files or folders; - reads what is piped in.")
]

_BYTES_A_ROW = 100  # about
_WITHOUT_END = 1_000_000  # rows: nobody knows how many are typed
_PIPED = "stdin"  # what comes through a pipe is called so


class _How(TypedDict):
    sheet: str
    all_sheets: bool
    encoding: str
    delimiter: str
    password: str


def read_all(
    files: Sequence[str], given: Given, progress: Progress, *, folder: Path
) -> tuple[list[Reading], list[tuple[str, Say, Say]], list[Say]]:
    """Read the files; give what was read, and for each one that could not be: its name, what, and what to try.

    The last are the files that programs left in a folder beside its lists. Before the first import into `folder`, when no file can be known
    already, what follows is loaded while one waits for a long workbook. Raises the first error, with the others, when nothing at all could be read.
    """
    from smbcrm.readers.open_file import Refusal, expand

    if not files or "" in files:
        raise UsageError(say("no file was named"), say("for example: `smbcrm run customers.xlsx`"))
    how = _How(
        sheet=given.sheet, all_sheets=given.all_sheets, encoding=given.encoding, delimiter=given.delimiter, password=given.password
    )  # fmt: skip
    from smbcrm.store.folder import has_store

    first = not has_store(folder)
    told = cache(partial(_bytes_said, folder))  # looked up once, whatever number of files there is
    readings: list[Reading] = []
    errors: list[tuple[str, SmbcrmError]] = []
    beside: list[Say] = []
    for name in files:
        if name != "-" and not first and _is_ours(Path(name), folder):
            errors.append((name, _our_own(name)))
            continue
        found: Sequence[Path | Refusal | str] = [_PIPED] if name == "-" else expand([Path(name)], ours=folder)
        if not found:
            errors.append((name, _nothing_to_read(name)))
        for path in found:
            if isinstance(path, Refusal) and path.beside:
                beside.append(path.what)
                continue
            try:
                with _loading_what_follows() if first else nullcontext():
                    before = ("", "") if first else _said_before(path, told)
                    readings.append(_read(path, how, progress, before=before))
            except SmbcrmError as error:
                errors.append((str(path.path if isinstance(path, Refusal) else path), error))
    if not readings:
        raise _all_of([error for _, error in errors]) if errors else _nothing_to_read(files[0])
    failed = [(name, _sentence(error.what), _sentence(error.hint)) for name, error in errors]
    return readings, failed, beside


def _is_ours(path: Path, folder: Path) -> bool:
    """Tell whether a path is the data folder or the workbook that `sync` wrote into it: what stands there came from the list."""
    from smbcrm.store.folder import WORKBOOK_NAME, open_store

    path, folder = path.absolute(), folder.absolute()
    if path not in (folder, folder / WORKBOOK_NAME) or not (folder / WORKBOOK_NAME).is_file():
        return path == folder
    with closing(open_store(folder, write=False)) as store:
        return path == folder or bool(list(store.read("SELECT 1 FROM workbook WHERE sha256 <> '' LIMIT 1")))


def _our_own(name: str) -> UnreadableError:
    return UnreadableError(
        say("{file} is kept by smbcrm itself and is no list to bring in", file=name),
        say("what you changed in the workbook is taken over by `smbcrm sync`"),
    )


def _bytes_said(folder: Path) -> list[tuple[str, tuple[str, str]]]:
    """Give for which files an encoding or a delimiter was given before, and which."""
    from smbcrm.store.folder import open_store
    from smbcrm.usecases.importing.said_records import bytes_said

    with closing(open_store(folder, write=False)) as store:
        return bytes_said(store)


def _said_before(
    path: Path | Refusal | str, told: Callable[[], list[tuple[str, tuple[str, str]]]]
) -> tuple[str, str]:
    """Give the encoding and the delimiter that were given when a file of this name was read before."""
    from smbcrm.readers.open_file import Refusal
    from smbcrm.usecases.importing.said_records import bytes_of

    if isinstance(path, Refusal):
        return "", ""
    return bytes_of(path if isinstance(path, str) else path.name, told())


def _read(path: Path | Refusal | str, how: _How, progress: Progress, *, before: tuple[str, str]) -> Reading:
    """Read one file, or what is piped in; raises an error of one line when it cannot be read, or was left out on purpose."""
    from smbcrm.readers.open_file import Refusal, read_file, read_stream

    if isinstance(path, Refusal):
        raise UnreadableError(path.what, path.hint)
    if isinstance(path, str):
        if sys.stdin.isatty():
            progress(say("what is typed or pasted is read until Ctrl-D (on Windows: Ctrl-Z)"), _WITHOUT_END)
        if piped := sys.stdin.buffer.read():
            return read_stream(piped, name=path, before=before, **how)
        raise UnreadableError(
            say("nothing was piped in"), say("write it like: `smbcrm import - < customers.csv`")
        )
    size = path.stat().st_size if path.is_file() else 0
    progress(say("reading {file}", file=path.name), size // _BYTES_A_ROW)
    return read_file(path, before=before, **how)


def _loading_what_follows() -> AbstractContextManager[None]:
    from smbcrm.core.beside import meanwhile

    return meanwhile(_load_what_follows)


def _load_what_follows() -> None:
    """Load what understands tables and finds who is who, which takes half a second: while a long workbook is read, none is lost."""
    import smbcrm.usecases.importing.import_sheet
    import smbcrm.usecases.merge_rows  # noqa: F401
    from smbcrm.core.matching import get_ready

    get_ready()


def _all_of(errors: Sequence[SmbcrmError]) -> SmbcrmError:
    first, *others = errors
    first.others = tuple(others)
    return first


def _nothing_to_read(folder: str) -> UnreadableError:
    return UnreadableError(
        say("there is no file to read in {folder}", folder=folder), say("name a spreadsheet or csv file")
    )


def refuse_overwriting(output: Path, files: Sequence[str]) -> None:
    """Raise UsageError when what is to be written would stand in place of a file that is read."""
    target = output.resolve()
    for name in files:
        given = Path(name).resolve()
        if name != "-" and (
            target == given or (given.is_dir() and given in target.parents and target.exists())
        ):
            raise UsageError(
                say("{file} is one of the files to be read; it would be lost", file=str(output)),
                say("give --rejects the name of a new file"),
            )


@contextmanager
def writing_rejects(
    path: Path | None, files: Sequence[str], settings: Globals, *, dry_run: bool
) -> Iterator[Callable[[Sequence[SheetResult]], None]]:
    """Give what writes the rejected rows of sheets to `path`; they are written, too, where all are refused for them."""
    from smbcrm.output.imports import write_rejects
    from smbcrm.output.streams import check_target
    from smbcrm.usecases.importing.import_results import RowsRefused

    def write(sheets: Sequence[SheetResult]) -> None:
        if path is not None and not dry_run:
            write_rejects(sheets, path, settings.output())

    if path is not None:
        refuse_overwriting(path, files)
        check_target(settings.output(None, path))
    try:
        yield write
    except RowsRefused as refused:
        write(refused.sheets)
        if path is not None and not dry_run:
            refused.hint = say(
                "mend the rows in {file}, or leave --strict out to import all that can be used",
                file=str(path),
            )
        raise


def drained(readings: list[Reading]) -> Iterator[Reading]:
    """Give the readings and keep none of them: a long file need not be held while it is matched."""
    readings.reverse()
    while readings:
        yield readings.pop()


@contextmanager
def opened(settings: Globals, verb: str, *, dry_run: bool) -> Iterator[tuple[SqliteStore, int]]:
    """Open the store for one operation, making it (and saying so) when there is none; it stays only if something came in."""
    from smbcrm.core.bulk import bulk
    from smbcrm.output.emit import talk
    from smbcrm.store.folder import has_store, kept_if_used

    new = not has_store(settings.folder) and not dry_run
    with kept_if_used(settings.folder):
        store = settings.writing_or_memory(dry_run=dry_run)
        with bulk(), store.operation(verb, settings.words, at=settings.now, dry_run=dry_run) as operation:
            yield store, operation
    if new:
        talk(say("A new customer list was made in {folder}.", folder=str(settings.folder)), settings.output())


def _sentence(text: object) -> Say:
    return text if isinstance(text, Say) else Say(str(text).replace("{", "{{").replace("}", "}}"))


def tell_failed(failed: Sequence[tuple[str, Say, Say]], beside: Sequence[Say], settings: Globals) -> int:
    """Say on stderr which files could not be read, and which are no lists; give the exit code, which the latter do not change."""
    from smbcrm.output.emit import show_error, talk

    for what in beside:
        talk(say("{what}: left out.", what=what), settings.output())
    for _, what, hint in failed:
        show_error(UnreadableError(what, hint), settings.output())
    return UnreadableError.exit_code if failed else 0
