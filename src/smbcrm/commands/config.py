"""`smbcrm config`: the settings of the data folder."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import ColumnsOption, DryRunOption, FormatOption, OutputOption

app = typer.Typer(
    help="The settings of the data folder: show them, change them, find their file.",
    no_args_is_help=False,
    rich_markup_mode=None,
)


@app.command("list")
def list_(
    ctx: typer.Context, columns: ColumnsOption = "", fmt: FormatOption = None, output: OutputOption = None
) -> None:
    """List the settings, with what each is for and whether you set it.

    Example: smbcrm config
    """
    from smbcrm.commands._chosen import emit_chosen
    from smbcrm.commands._options import Choice
    from smbcrm.config import SETTINGS, defaults, shown_value, written
    from smbcrm.output.dealings.record_sets import SETTING

    settings: Globals = ctx.obj
    own, usual = written(settings.folder), defaults()
    rows = [
        (
            name,
            shown_value(own.get(name, usual[name])),
            shown_value(usual[name]),
            name in own,
            setting.meaning,
        )
        for name, setting in SETTINGS.items()
    ]
    emit_chosen(
        SETTING,
        rows,
        Choice(columns=columns),
        settings.output(fmt, output),
        name="settings",
        id_column="name",
    )


@app.command("get")
def get(
    ctx: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME", help="The setting.")]
) -> None:
    """Print the value of one setting, and nothing else.

    Example: smbcrm config get country
    """
    from smbcrm.config import defaults, known_setting, shown_value, written
    from smbcrm.output.emit import emit_text

    settings: Globals = ctx.obj
    key = known_setting(name)
    emit_text(shown_value({**defaults(), **written(settings.folder)}[key]), settings.output())


@app.command("path")
def path(ctx: typer.Context) -> None:
    """Print where the settings file is; it need not be there.

    Example: smbcrm config path
    """
    from smbcrm.config import FILE
    from smbcrm.output.emit import emit_text

    settings: Globals = ctx.obj
    emit_text(str(settings.folder / FILE), settings.output())


@app.command("set")
def set_(
    ctx: typer.Context,
    values: Annotated[
        list[str], typer.Argument(metavar="NAME=VALUE...", help="An empty value takes the setting out.")
    ],
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Change settings; your comments in the file stay, and the file as it was stays beside it.

    Settings are no part of `smbcrm undo`: the answer says what to type to have the old value back.

    Example: smbcrm config set country=IR hours=6

    Example: smbcrm config set country=
    """
    from smbcrm.commands._options import fields_of
    from smbcrm.config import FILE, changed_settings
    from smbcrm.core.say import say
    from smbcrm.errors import NotFoundError
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.output.settings import setting_lines

    settings: Globals = ctx.obj
    if not settings.folder.is_dir():
        raise NotFoundError(
            say("there is no folder {folder}", folder=str(settings.folder)), say("`smbcrm init` makes it")
        )
    changed = changed_settings(settings.folder, fields_of(values, example="hours=6"), dry_run=dry_run)
    data = {
        "settings": {name: now for name, (_, now) in changed.items()},
        "before": {name: before for name, (before, _) in changed.items()},
        "file": str(settings.folder / FILE),
        "dry_run": dry_run,
    }
    emit_action(data, if_done(list(setting_lines(changed)), dry_run=dry_run), settings.output(fmt))
