"""How files are to be read, as typed: one group of options that `import` and `run` share, and what only `import` takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.core.say import say
from smbcrm.errors import UsageError

if TYPE_CHECKING:
    from smbcrm.config import Config
    from smbcrm.usecases.importing.import_results import ImportOptions

_IMPORTED = ("customers", "purchases", "payments", "interactions", "ratings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How files are to be read; each field is an option of every command that reads files."""

    sheet: Annotated[str, typer.Option("--sheet", metavar="NAME", help="Only this sheet.")] = ""
    all_sheets: Annotated[bool, typer.Option("--all-sheets", help="Hidden sheets too.")] = False
    header_row: Annotated[
        int | None, typer.Option("--header-row", min=1, metavar="N", help="The row the headings are in.")
    ] = None
    no_header: Annotated[
        bool, typer.Option("--no-header", help="There are no headings: the first row is a customer.")
    ] = False
    encoding: Annotated[
        str, typer.Option("--encoding", metavar="NAME", help="The encoding of a text file, like cp1256.")
    ] = ""
    delimiter: Annotated[
        str, typer.Option("--delimiter", metavar="CHAR", help="What parts the columns of a text file.")
    ] = ""
    date_order: Annotated[
        str, typer.Option("--date-order", metavar="ymd|dmy|mdy", help="How dates like 03/04/2024 are meant.")
    ] = ""
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=COLUMN", help="Which column a field is in, by heading or letter."
        ),
    ] = None
    country: Annotated[
        str, typer.Option("--country", metavar="IR", help="The country of phone numbers without a prefix.")
    ] = ""
    password: Annotated[
        str, typer.Option("--password", metavar="TEXT", help="The password of a locked workbook.")
    ] = ""
    create: Annotated[
        bool | None,
        typer.Option(
            "--create/--no-create",
            help="Make customers of those who are not on the list (usual, except for interactions and ratings).",
            show_default=False,
        ),
    ] = None
    bring_back: Annotated[
        bool, typer.Option("--bring-back", help="Take in those whom you had forgotten, too.")
    ] = False

    def options(self, config: Config, *, no_input: bool) -> ImportOptions:
        """Give them checked, as the use case wants them; the owner's settings fill what was not typed."""
        from smbcrm.commands._options import places_of
        from smbcrm.usecases.importing.import_results import ImportOptions

        return ImportOptions(
            sheet=self.sheet,
            all_sheets=self.all_sheets,
            header_row=self.header_row,
            no_header=self.no_header,
            date_order=checked_order(self.date_order),
            mapping=places_of(list(self.mapping or ())),
            country=checked_country(self.country),
            default_country=config.country,
            create=self.create,
            bring_back=self.bring_back,
            encoding=self.encoding,
            delimiter=self.delimiter,
            unattended=no_input,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenToImport(Given):
    """What `import` is told besides."""

    as_kind: Annotated[
        str,
        typer.Option("--as", metavar="KIND", help=f"What the rows are: {', '.join(_IMPORTED)}."),
    ] = ""
    source: Annotated[
        str, typer.Option("--source", metavar="NAME", help="The name of the source this is a version of.")
    ] = ""
    prefer: Annotated[
        str,
        typer.Option("--prefer", metavar="existing|new", help="Whose values win where two sources disagree."),
    ] = ""
    no_merge: Annotated[
        bool, typer.Option("--no-merge", help="Make every new row a customer of its own.")
    ] = False
    strict: Annotated[bool, typer.Option("--strict", help="All rows or none.")] = False

    def options(self, config: Config, *, no_input: bool) -> ImportOptions:
        """Give them checked, as the use case wants them; the owner's settings fill what was not typed."""
        check("--prefer", self.prefer, ("", "existing", "new"))
        check("--as", self.as_kind, ("", *_IMPORTED))
        return replace(
            Given.options(self, config, no_input=no_input),
            as_kind=self.as_kind,
            source=self.source,
            prefer_new=self.prefer == "new",
            merge=not self.no_merge,
            strict=self.strict,
        )


def checked_order(value: str) -> str:
    """Give the order of days as typed; raises UsageError for one that is none."""
    check("--date-order", value, ("", "ymd", "dmy", "mdy"))
    return value


def checked_country(value: str) -> str:
    """Give a country as two capital letters, none where none was typed; raises UsageError for one that is none."""
    from smbcrm.core.values.regions import region

    return region(value) if value else ""


def check(option: str, value: str, allowed: tuple[str, ...]) -> None:
    """Raise UsageError for a value that an option does not know."""
    if value not in allowed:
        raise UsageError(
            say("{option} {value} is not known", option=option, value=value),
            say("choose one of: {allowed}", allowed=", ".join(filter(None, allowed))),
        )
