"""Read the files a command was given, and tell what was wrong with those that could not be read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say, say
from smbcrm.errors import SmbcrmError, UnreadableError, UsageError

if TYPE_CHECKING:
    from smbcrm.config import Config
    from smbcrm.core.progress import Progress
    from smbcrm.readers.open_file import Reading
    from smbcrm.store.sqlite import SqliteStore
    from smbcrm.usecases.import_results import ImportOptions

FilesArgument = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="Files or folders; - reads what is piped in.")
]
SheetOption = Annotated[str, typer.Option("--sheet", metavar="NAME", help="Only this sheet.")]
AllSheetsOption = Annotated[bool, typer.Option("--all-sheets", help="Hidden sheets too.")]
HeaderRowOption = Annotated[
    int | None, typer.Option("--header-row", min=1, metavar="N", help="The row the headings are in.")
]
NoHeaderOption = Annotated[
    bool, typer.Option("--no-header", help="There are no headings: the first row is a customer.")
]
EncodingOption = Annotated[
    str, typer.Option("--encoding", metavar="NAME", help="The encoding of a text file, like cp1256.")
]
DelimiterOption = Annotated[
    str, typer.Option("--delimiter", metavar="CHAR", help="What parts the columns of a text file.")
]
DateOrderOption = Annotated[
    str, typer.Option("--date-order", metavar="ymd|dmy|mdy", help="How dates like 03/04/2024 are meant.")
]
MapOption = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=COLUMN", help="Which column a field is in, by heading or letter."),
]
CountryOption = Annotated[
    str, typer.Option("--country", metavar="IR", help="The country of phone numbers without a prefix.")
]
SourceOption = Annotated[
    str, typer.Option("--source", metavar="NAME", help="The name of the source this is a version of.")
]
PasswordOption = Annotated[
    str, typer.Option("--password", metavar="TEXT", help="The password of a locked workbook.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How the files are to be read, as typed."""

    sheet: str = ""
    all_sheets: bool = False
    header_row: int | None = None
    no_header: bool = False
    encoding: str = ""
    delimiter: str = ""
    date_order: str = ""
    mapping: Sequence[str] = ()
    country: str = ""
    source: str = ""
    password: str = ""
    as_kind: str = ""
    prefer: str = ""
    merge: bool = True
    strict: bool = False
    create: bool | None = None

    def options(self, config: Config, *, no_input: bool) -> ImportOptions:
        """Give them checked, as the use case wants them; the owner's settings fill what was not typed."""
        from smbcrm.commands._options import places_of
        from smbcrm.usecases.import_results import ImportOptions

        _check("--prefer", self.prefer, ("", "existing", "new"))
        _check("--as", self.as_kind, ("", "customers", "purchases", "payments", "interactions", "ratings"))
        return ImportOptions(
            as_kind=self.as_kind,
            sheet=self.sheet,
            all_sheets=self.all_sheets,
            header_row=self.header_row,
            no_header=self.no_header,
            date_order=checked_order(self.date_order),
            mapping=places_of(list(self.mapping)),
            country=checked_country(self.country),
            default_country=config.country,
            source=self.source,
            prefer_new=self.prefer == "new",
            merge=self.merge,
            strict=self.strict,
            create=self.create,
            unattended=no_input,
        )


def checked_order(value: str) -> str:
    """Give the order of days as typed; raises UsageError for one that is none."""
    _check("--date-order", value, ("", "ymd", "dmy", "mdy"))
    return value


def checked_country(value: str) -> str:
    """Give a country as two capital letters, none where none was typed; raises UsageError for one that is none."""
    from smbcrm.core.values.regions import region

    return region(value) if value else ""


_BYTES_A_ROW = 100  # about


def _check(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise UsageError(
            say("{option} {value} is not known", option=option, value=value),
            say("choose one of: {allowed}", allowed=", ".join(filter(None, allowed))),
        )


def read_all(
    files: Sequence[str], given: Given, progress: Progress
) -> tuple[list[Reading], list[tuple[str, Say, Say]]]:
    """Read the files; give what was read, and for each one that could not be: its name, what, and what to try.

    Raises the error itself when nothing at all could be read.
    """
    from smbcrm.readers.open_file import expand, read_file, read_stream

    if not files or "" in files:
        raise UsageError(say("no file was named"), say("for example: smbcrm run customers.xlsx"))
    readings: list[Reading] = []
    failed: list[tuple[str, Say, Say]] = []
    errors: list[SmbcrmError] = []
    for name in files:
        if name == "-":
            readings.append(
                read_stream(
                    sys.stdin.buffer.read(),
                    sheet=given.sheet,
                    all_sheets=given.all_sheets,
                    encoding=given.encoding,
                    delimiter=given.delimiter,
                    password=given.password,
                )
            )
            continue
        for path in expand([Path(name)]):
            try:
                if not isinstance(path, Path):
                    raise UnreadableError(path.what, path.hint)
                progress(
                    say("reading {file}", file=path.name),
                    (path.stat().st_size if path.is_file() else 0) // _BYTES_A_ROW,
                )
                readings.append(
                    read_file(
                        path,
                        sheet=given.sheet,
                        all_sheets=given.all_sheets,
                        encoding=given.encoding,
                        delimiter=given.delimiter,
                        password=given.password,
                    )
                )
            except SmbcrmError as error:
                errors.append(error)
                failed.append((str(path), _sentence(error.what), _sentence(error.hint)))
    if not readings:
        raise (
            errors[0]
            if errors
            else UnreadableError(
                say("there is no file to read in {folder}", folder=files[0]),
                say("name a spreadsheet or csv file"),
            )
        )
    return readings, failed


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


def tell_failed(failed: Sequence[tuple[str, Say, Say]], settings: Globals) -> int:
    """Say on stderr which files could not be read; give the exit code."""
    from smbcrm.output.emit import show_error

    for _, what, hint in failed:
        show_error(UnreadableError(what, hint), settings.output())
    return UnreadableError.exit_code if failed else 0
