"""`smbcrm mapping`: how your lists are read, and your word on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    DryRunOption,
    FormatOption,
    Listed,
)
from smbcrm.commands._takes import takes

if TYPE_CHECKING:
    from smbcrm.core.say import Say
    from smbcrm.usecases.list_mappings import ListMapping

app = typer.Typer(
    help="Show how your lists are read, and say how they should be.",
    no_args_is_help=False,
    rich_markup_mode=None,
)

ListArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The list, as `smbcrm mapping` or `smbcrm sources` shows it.")
]


@app.command("list")
@takes(Listed)
def list_(
    ctx: typer.Context,
    *,
    given: Listed,
) -> None:
    """List how every kind of list was read, and what you said about it.

    Example: smbcrm mapping
    """
    from smbcrm.commands._chosen import emit_chosen
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_sets import MAPPINGS
    from smbcrm.output.mappings import mapping_rows
    from smbcrm.usecases.list_mappings import list_mappings

    settings: Globals = ctx.obj
    empty = say("Nothing of the kind was imported. `smbcrm import FILE` reads a file.")
    rows = mapping_rows(list_mappings(settings.reading()))
    emit_chosen(
        MAPPINGS, rows, given, settings.output(given.fmt, given.output), name="mappings", empty=(empty,)
    )


@app.command("show")
@takes(Listed)
def show(
    ctx: typer.Context,
    ref: ListArgument,
    *,
    given: Listed,
) -> None:
    """Show what each column of a list is taken for, by whom, and why.

    Example: smbcrm mapping show s1
    """
    from smbcrm.commands._chosen import emit_chosen
    from smbcrm.output.dealings.record_sets import MAPPED
    from smbcrm.output.mappings import column_rows, footer_of, title_of
    from smbcrm.output.options import FOR_READING
    from smbcrm.usecases.list_mappings import find_mapping

    settings: Globals = ctx.obj
    mapping = find_mapping(settings.reading(), ref)
    options = settings.output(given.fmt, given.output)
    rows = column_rows(mapping, for_reading=options.format in FOR_READING)
    emit_chosen(
        MAPPED, rows, given, options, name="columns", id_column="heading",
        title=title_of(mapping), footer=footer_of(mapping),
    )  # fmt: skip


@app.command("set")
def set_(
    ctx: typer.Context,
    ref: ListArgument,
    columns: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HEADING=FIELD...", help="What a column is; HEADING= or HEADING=- keeps it as your own."
        ),
    ] = None,
    as_kind: Annotated[
        str | None, typer.Option("--as", metavar="KIND", help="What the rows are; '' forgets it.")
    ] = None,
    date_order: Annotated[
        str | None,
        typer.Option("--date-order", metavar="ymd|dmy|mdy", help="How its dates are meant; '' forgets it."),
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="IR", help="The country of its phones; '' forgets it.")
    ] = None,
    header_row: Annotated[
        int | None,
        typer.Option("--header-row", min=0, metavar="N", help="The row its headings are in; 0 forgets it."),
    ] = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Say what columns of a list mean; import its file again to have it read so.

    Example: smbcrm mapping set s1 "Tel. 2=mobile" Remark=-

    Example: smbcrm mapping set s1 --date-order dmy
    """
    from smbcrm.commands._reading import checked_country, checked_order
    from smbcrm.usecases.edit_mapping import ListWishes, set_mapping

    settings: Globals = ctx.obj
    wishes = ListWishes(
        kind=as_kind,
        date_order=None if date_order is None else checked_order(date_order),
        country=None if country is None else checked_country(country),
        header_row=header_row,
    )
    pairs = _pairs(columns or [], any_wish=wishes != ListWishes())
    store = settings.writing()
    with store.operation("mapping set", settings.words, at=settings.now, dry_run=dry_run) as operation:
        done = set_mapping(store, ref, pairs, wishes=wishes, operation=operation)
    from smbcrm.output.mappings import set_lines

    _tell(settings, done.mapping, set_lines(done), changed=done.changed, fmt=fmt, dry_run=dry_run)


@app.command("forget")
def forget(
    ctx: typer.Context, ref: ListArgument, dry_run: DryRunOption = False, fmt: FormatOption = None
) -> None:
    """Forget what was said about a list: it is read by its headings and values again.

    Example: smbcrm mapping forget s1
    """
    from smbcrm.output.mappings import forget_lines
    from smbcrm.usecases.edit_mapping import forget_mapping

    settings: Globals = ctx.obj
    store = settings.writing()
    with store.operation("mapping forget", settings.words, at=settings.now, dry_run=dry_run) as operation:
        done = forget_mapping(store, ref, operation=operation)
    _tell(settings, done.mapping, forget_lines(done), changed=done.changed, fmt=fmt, dry_run=dry_run)


@app.command("export")
def export(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.toml", help="The file to write; - is stdout.")],
) -> None:
    """Write how every list is read into a text file that you can edit, keep, or take to another shop.

    Example: smbcrm mapping export lists.toml
    """
    from smbcrm.output.files.mapping_file import write_mappings
    from smbcrm.output.mappings import tell_written
    from smbcrm.usecases.list_mappings import list_mappings

    settings: Globals = ctx.obj
    mappings = list_mappings(settings.reading())
    settings.spare(file)
    write_mappings(mappings, file)
    tell_written(len(mappings), file, settings.output())


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.toml", help="A file as `mapping export` writes it.")],
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Take over from a text file how lists are read; lists that are not in it stay as they are.

    Example: smbcrm mapping import lists.toml
    """
    from smbcrm.output.emit import emit_action
    from smbcrm.output.mappings import taken_lines
    from smbcrm.readers.mapping_file import read_mappings
    from smbcrm.usecases.edit_mapping import take_mappings

    settings: Globals = ctx.obj
    records = read_mappings(file)
    store = settings.writing()
    with store.operation("mapping import", settings.words, at=settings.now, dry_run=dry_run) as operation:
        counts = take_mappings(store, records, operation=operation)
    data = {**counts, "dry_run": dry_run, "data": str(settings.folder)}
    emit_action(data, taken_lines(counts, dry_run=dry_run), settings.output(fmt))


def _pairs(words: Sequence[str], *, any_wish: bool) -> list[tuple[str, str]]:
    from smbcrm.core.say import say
    from smbcrm.errors import UsageError

    found = []
    for word in words:
        heading, equals, field = word.rpartition("=")
        if not equals or not heading.strip():
            raise UsageError(
                say("{word} is not HEADING=FIELD", word=word),
                say("write it like 'Tel. 2=mobile' or Remark=-"),
            )
        found.append((heading.strip(), field))
    if not found and not any_wish:
        raise UsageError(
            say("nothing was said about the list"),
            say("write it like: `smbcrm mapping set s1 'Tel. 2=mobile'`, or --date-order dmy"),
        )
    return found


def _tell(
    settings: Globals,
    mapping: ListMapping,
    lines: list[Say],
    *,
    changed: bool,
    fmt: FormatOption,
    dry_run: bool,
) -> None:
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action

    data = {
        "id": mapping.id,
        "name": mapping.name,
        "said": mapping.said.words(),
        "changed": changed,
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(data, if_done(lines, dry_run=dry_run), settings.output(fmt))
