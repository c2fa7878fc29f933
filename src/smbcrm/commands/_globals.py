"""The options every command knows: where the data is, and how to speak.

They may stand before or after the verb, so they are taken out of the line before the verb's own options are read.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from smbcrm.core.command_line import as_typed
from smbcrm.core.say import say
from smbcrm.errors import UsageError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from smbcrm.config import Config
    from smbcrm.core.progress import Progress
    from smbcrm.output.options import Format, OutputOptions
    from smbcrm.store.sqlite import SqliteStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Globals:
    """The global options of one run, and the line as it was typed."""

    data: Path | None = None
    lang: str = "en"
    calendar: str = "gregorian"
    day: datetime.date | None = None
    no_input: bool = False
    quiet: bool = False
    verbose: bool = False
    color: bool = True
    debug: bool = False
    words: str = ""
    opened: list[SqliteStore] = field(default_factory=list, repr=False, compare=False)
    """What is closed when the command is done."""

    @property
    def folder(self) -> Path:
        """The data folder: `--data`, else `$SMBCRM_DATA`, else `./data`."""
        from smbcrm.store.folder import locate

        return locate(self.data)

    @property
    def today(self) -> datetime.date:
        """The day the command works on: `--today`, else the clock's."""
        return self.day or datetime.date.today()

    @property
    def now(self) -> str:
        """The moment an operation is stamped with, UTC."""
        return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")

    @property
    def may_ask(self) -> bool:
        """Whether a person is there to answer."""
        return not self.no_input and sys.stdin.isatty() and sys.stderr.isatty()

    def output(self, fmt: Format | None = None, output: Path | None = None) -> OutputOptions:
        """Give the options for the output layer."""
        from smbcrm.output.options import OutputOptions

        if output is not None:
            self.spare(output)

        return OutputOptions(
            fmt=fmt,
            output=output,
            lang=self.lang,
            calendar=self.calendar,
            color=self.color,
            quiet=self.quiet,
            today=self.today,
            data=self._named_folder(),
        )

    def _named_folder(self) -> str:
        """Give the data folder that commands to type next must name, too: the one of --data, where it would not be found without."""
        from smbcrm.store.folder import locate

        if self.data is None or self.data.absolute() == locate(None).absolute():
            return ""
        return str(self.data)

    def spare(self, file: Path) -> None:
        """Refuse to write over a list that was brought in, which may be the only one; what we wrote ourselves may be written anew."""
        from smbcrm.store.folder import has_store, open_store

        if not file.is_file() or not has_store(self.folder):
            return
        from smbcrm.readers.held_file import fingerprint

        asked = "SELECT 1 FROM source WHERE substr(sha256, 1, 64) = ? AND headings NOT LIKE '%\"crm_id\"%'"
        store = open_store(self.folder, write=False)
        known = list(store.read(asked, [fingerprint(file)]))
        store.close()
        if known:
            raise UsageError(
                say("{file} is a list that was brought in, and would be lost", file=str(file)),
                say("choose another name for what is to be written"),
            )

    def progress(self) -> AbstractContextManager[Progress]:
        """Give a function that shows how far long work has come, while a terminal is there to show it."""
        from smbcrm.output.progress import progress_line

        return progress_line(self.output())

    @property
    def config(self) -> Config:
        """The owner's settings."""
        from smbcrm.config import load_config

        return load_config(self.folder)

    @property
    def budget(self) -> dict[str, Any]:
        """What the owner's settings say of the budget; `smbcrm budget set` and options come before it."""
        config = self.config
        return {"minutes": round(config.hours * 60), "money": config.money, "weeks": config.weeks}

    def reading(self) -> SqliteStore:
        """Open the store to read."""
        from smbcrm.commands._place import warn_of_place
        from smbcrm.store.folder import open_store

        store = self._kept(open_store(self.folder, write=False))
        warn_of_place(self, write=False)
        return self._told(store)

    def writing_or_memory(self, *, dry_run: bool) -> SqliteStore:
        """Open the store to write, making it when there is none; a dry run without one works in memory."""
        from smbcrm.store.folder import has_store

        if dry_run and not has_store(self.folder):
            from smbcrm.store.sqlite import SqliteStore

            return self._kept(SqliteStore.open(":memory:"))
        return self.writing(create=True)

    def writing(self, *, create: bool = False, tell_unsynced: bool = True) -> SqliteStore:
        """Open the store to write; with `create`, make it when there is none.

        What a command prints inside an operation is held back until the change has landed.
        """
        from smbcrm.commands._place import warn_of_place
        from smbcrm.output.streams import held_back
        from smbcrm.store.folder import open_store

        store = self._kept(open_store(self.folder, write=True, create=create))
        store.around = held_back
        warn_of_place(self, write=True)
        return self._told(store) if tell_unsynced else store

    def close(self) -> None:
        """Let go of the stores that were opened."""
        while self.opened:
            self.opened.pop().close()

    def _kept(self, store: SqliteStore) -> SqliteStore:
        self.opened.append(store)
        return store

    def _told(self, store: SqliteStore) -> SqliteStore:
        """Say when the workbook holds edits that are not in the store yet."""
        from smbcrm.store.folder import WORKBOOK_NAME

        if (self.folder / WORKBOOK_NAME).exists():
            from smbcrm.commands._workbook import unsynced

            if unsynced(self, store):
                from smbcrm.output.emit import talk

                talk(
                    say("The workbook has edits that are not synced yet. Next: `smbcrm sync`."), self.output()
                )
        return store


def describe(
    ctx: typer.Context,
    data: Annotated[
        str, typer.Option("--data", metavar="DIR", help="The data folder (else $SMBCRM_DATA, else ./data).")
    ] = "",
    lang: Annotated[
        str,
        typer.Option(
            "--lang", metavar="en|fa", help="The language of tables and messages (else the setting lang)."
        ),
    ] = "en",
    calendar: Annotated[
        str,
        typer.Option(
            "--calendar", metavar="gregorian|jalali", help="How dates are shown (else the setting calendar)."
        ),
    ] = "gregorian",
    today: Annotated[str, typer.Option("--today", metavar="DATE", help="Work as if it were this day.")] = "",
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; stop with exit code 5 instead.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say less on stderr.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say more on stderr.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours; so says $NO_COLOR, too.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    """Gather your customers in one list, see who matters most, and plan what they deserve.

    Start with your own files: smbcrm run customers.xlsx
    """


FLAGS = {
    "--no-input": "no_input",
    "-q": "quiet",
    "--quiet": "quiet",
    "-v": "verbose",
    "--verbose": "verbose",
    "--no-color": "no_color",
    "--debug": "debug",
}
VALUED = ("--data", "--lang", "--calendar", "--today")
CHOICES = {"lang": ("en", "fa"), "calendar": ("gregorian", "jalali")}


def hoist(argv: Sequence[str]) -> tuple[list[str], Globals]:
    """Take the global options out of the line, wherever they stand; what follows `--` is left alone.

    Raises UsageError for a value that means nothing.
    """
    words: list[str] = []
    found: dict[str, Any] = {}
    rest = list(argv)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if word == "--":
            words += [word, *rest]
            break
        if word in FLAGS:
            found[FLAGS[word]] = True
        elif name in VALUED:
            if not equals and not rest:
                raise UsageError(
                    say("{option} needs a value", option=name), say("`smbcrm --help` shows the options")
                )
            found[name.lstrip("-")] = value if equals else rest.pop(0)
        else:
            words.append(word)
    if words[:1] == ["--version"]:
        from smbcrm import __version__

        print(f"smbcrm {__version__}")
        raise SystemExit(0)
    return words, _settings(found, as_typed(argv))


def language_of(argv: Sequence[str]) -> str:
    """Give the language to answer in when the line is not understood: the one asked for, what a misspelt one must mean, the setting.

    >>> [language_of(words.split()) for words in ("--lang fa list", "list --lang=en", "--lang farsi", "--lang فارسی", "--lang xx", "")]
    ['fa', 'en', 'fa', 'fa', 'en', 'en']
    """
    lang = data = ""
    for place, word in enumerate(argv):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        value = value if equals else next(iter(argv[place + 1 : place + 2]), "")
        if name == "--data":
            data = value
        elif name == "--lang":
            told = value.strip().casefold()
            persian = told.startswith(("fa", "pe", "ir")) or any(
                "\u0600" <= sign <= "\u06ff" for sign in told
            )
            lang = "fa" if persian else "en"
    return lang or ("fa" if _spoken(Path(data) if data else None).get("lang") == "fa" else "en")


def _spoken(data: Path | None) -> dict[str, Any]:
    """Give what the owner's settings say of language and calendar; where they mean nothing, the command that needs them says so."""
    from smbcrm.store.folder import locate

    folder = locate(data)
    if not (folder / "smbcrm.toml").is_file():
        return {}
    from smbcrm.config import written

    try:
        return {name: value for name, value in written(folder).items() if name in CHOICES}
    except (UsageError, OSError):
        return {}


def _settings(found: dict[str, Any], words: str) -> Globals:
    for name, allowed in CHOICES.items():
        if name in found and found[name] not in allowed:
            raise UsageError(
                say("--{name} {value} is not known", name=name, value=str(found[name])),
                say("choose one of: {allowed}", allowed=", ".join(allowed)),
            )
    data = Path(found["data"]) if found.get("data") else None
    spoken = {**_spoken(data), **found}
    settings = Globals(
        data=data,
        lang=spoken.get("lang", "en"),
        calendar=spoken.get("calendar", "gregorian"),
        no_input=found.get("no_input", False),
        quiet=found.get("quiet", False),
        verbose=found.get("verbose", False),
        color=not (found.get("no_color", False) or os.environ.get("NO_COLOR")),
        debug=found.get("debug", False),
        words=words,
    )
    if "today" in found:
        from smbcrm.core.dates import read_day

        settings = replace(settings, day=read_day(found["today"], today=datetime.date.today()))
    return settings
