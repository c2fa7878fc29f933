"""Check the file behind the list rather than the data in it."""

from __future__ import annotations

from pathlib import Path

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import Choice
from smbcrm.output.options import Format


def check_store(
    settings: Globals, choice: Choice, *, mend: bool, fail: bool, fmt: Format | None, output: Path | None
) -> None:
    """Say what is wrong with the store, each with what to type; with `mend` what can be made anew is made anew first."""
    from smbcrm.commands._chosen import chosen
    from smbcrm.output.backups import FAULTS, faults_view
    from smbcrm.output.emit import emit
    from smbcrm.output.view import View, pick_columns
    from smbcrm.store.check import check_folder, is_damaged

    mended = _mend(settings) if mend else 0
    examined = check_folder(settings.folder)
    selection, options = choice.selection(), settings.output(fmt, output)
    rows = [(fault.part, fault.what, fault.fix) for fault in examined.faults]
    faults = [examined.faults[place] for place in chosen([column.key for column in FAULTS], rows, selection)]
    view = faults_view(faults, examined, mended=mended)
    if not faults and options.format.value in ("table", "md", "html"):
        view = View((), (), footer=view.footer, name=view.name)
    elif selection.columns:
        view = pick_columns(view, selection.columns)
    emit(view, options)
    if fail and examined.faults:
        from smbcrm.core.say import say
        from smbcrm.errors import ConditionHolds

        raise ConditionHolds(
            say("--fail-on: {count} {count:finding|findings}", count=len(examined.faults)),
            say("the last column says what to type for each"),
        )
    if is_damaged(examined):
        raise typer.Exit(1)


def _mend(settings: Globals) -> int:
    """Make anew what can be made anew; give how many faults are gone."""
    from smbcrm.store.backup import private
    from smbcrm.store.check import check_folder, mend

    before = check_folder(settings.folder).faults
    private(settings.folder)
    if any(fault.part in ("words", "counters", "aliases") for fault in before):
        store = settings.writing()
        mend(store, at=settings.now, words=settings.words)
        store.close()
    return len(before) - len(check_folder(settings.folder).faults)
