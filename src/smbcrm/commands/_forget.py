"""What `smbcrm forget` does: one, and the list of those who are kept away."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from smbcrm.commands._globals import Globals
from smbcrm.output.options import Format
from smbcrm.store.folder import WORKBOOK_NAME

if TYPE_CHECKING:
    from smbcrm.store.forgetting import Forgot
    from smbcrm.store.sqlite import SqliteStore
    from smbcrm.usecases.forget_customer import Person


def forget_one(
    settings: Globals, who: str, *, mentions: bool, dry_run: bool, yes: bool, fmt: Format | None
) -> None:
    """Say what goes, ask, and forget somebody."""
    from smbcrm.commands._ask import agreed
    from smbcrm.core.say import say
    from smbcrm.output.emit import emit_action, talk
    from smbcrm.output.forgotten import forgot_data, forgot_lines, preview_lines
    from smbcrm.store.forgetting import files_with, preview, searched
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.forget_customer import person

    options, folder = settings.output(fmt), settings.folder
    store = settings.writing()
    one = person(store, find_customer(store, who), searched)
    would = None if yes and not dry_run else preview(store, one, everywhere=mentions)
    told = preview_lines(one, would, everywhere=mentions) if would else []
    done, left = None, list[str]()
    if not dry_run:
        for line in told:
            talk(line, options)
        question = say(
            "Forget {id} {name} for good? This cannot be undone.", id=f"C{one.customer}", name=one.name
        )
        if agreed(settings, question, yes=yes):
            done = _forget(settings, store, one, everywhere=mentions)
            left = [
                file
                for file in files_with(folder, one.spelled)
                if mentions or not done.erased.mentions or not file.endswith(WORKBOOK_NAME)
            ]
    erased = done.erased if done else would
    assert erased is not None, "something was looked at or done"
    lines = [*(told if dry_run else ()), *forgot_lines(done, one, left, dry_run=dry_run, folder=str(folder))]
    emit_action(forgot_data(one, erased, done, left, dry_run=dry_run, folder=str(folder)), lines, options)


def _forget(settings: Globals, store: SqliteStore, one: Person, *, everywhere: bool) -> Forgot:
    from smbcrm.core.say import say
    from smbcrm.store.forgetting import forget

    with settings.progress() as progress:

        def told(done: int, count: int) -> None:
            progress(
                say("rewriting copy {n} of {count}", n=done + 1, count=count), len(one.rows) + _WORTH_TELLING
            )

        done = forget(settings.folder, store, one, at=settings.now, everywhere=everywhere, told=told)
        _mend_workbook(settings, store, one, everywhere=everywhere)
    return done


_WORTH_TELLING = 10_000  # as if so many rows were at work: rewriting files takes a while


def _mend_workbook(settings: Globals, store: SqliteStore, one: Person, *, everywhere: bool) -> None:
    """Take him out of the workbook: the rows about him, and with `everywhere` his name in the cells of others."""
    from smbcrm.errors import SmbcrmError
    from smbcrm.output.streams import written_file
    from smbcrm.output.workbook.without import rows_about, without
    from smbcrm.readers.held_file import fingerprint
    from smbcrm.readers.workbook import read_workbook
    from smbcrm.store.forgetting import workbook_changed

    path = settings.folder / WORKBOOK_NAME
    before = fingerprint(path)
    if not before:
        return
    with suppress(SmbcrmError):  # it is open, or no workbook: then it is named among the files that hold him
        book = read_workbook(path)
        rows = {sheet.part: rows_about(sheet.rows, one.spelled) for sheet in book.sheets}
        data = without(
            book.data,
            rows,
            one.spelled,
            names={sheet.part: sheet.name for sheet in book.sheets},
            instead=f"C{one.customer}" if everywhere else "",
        )
        if data != book.data:
            with written_file(path) as file:
                file.write(data)
            workbook_changed(store, before, fingerprint(path))


def list_forgotten(settings: Globals, fmt: Format | None) -> None:
    """Show who is kept away."""
    from smbcrm.output.emit import emit
    from smbcrm.output.forgotten import forgotten_view
    from smbcrm.usecases.forgotten import all_forgotten

    emit(forgotten_view(all_forgotten(settings.reading())), settings.output(fmt))


def lift_one(settings: Globals, text: str, *, dry_run: bool, fmt: Format | None) -> None:
    """Let somebody who was forgotten come back with the next import that has him."""
    from smbcrm.core.say import say
    from smbcrm.output.actions import DRY
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.forgotten import forgotten_number

    store = settings.writing()
    number = forgotten_number(store, text)
    if not dry_run:
        store.lift([number])
    lines = [
        say("{id} is no longer kept away: the next import that has him brings him back.", id=f"F{number}"),
        DRY
        if dry_run
        else say("Next: `smbcrm import FILE`. Data folder: {folder}.", folder=str(settings.folder)),
    ]
    emit_action(
        {"id": f"F{number}", "dry_run": dry_run, "data": str(settings.folder)}, lines, settings.output(fmt)
    )


def finish_forgetting(settings: Globals, fmt: Format | None) -> None:
    """Finish what was cut short."""
    from smbcrm.core.say import say
    from smbcrm.output.emit import emit_action
    from smbcrm.store.forgetting import finish, unfinished

    store = settings.writing()
    needed = unfinished(store)
    finish(settings.folder, store)
    line = (
        say("Finished: nothing of those who were forgotten is left in the data folder.")
        if needed
        else say("There was nothing to finish.")
    )
    emit_action({"finished": needed, "data": str(settings.folder)}, [line], settings.output(fmt))
