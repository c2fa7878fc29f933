"""What `smbcrm forget` does: one, and the list of those who are kept away."""

from __future__ import annotations

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
    from smbcrm.store.forgetting import preview, searched
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.forget_customer import person

    options, folder = settings.output(fmt), settings.folder
    store = settings.writing()
    customer = find_customer(store, who)
    if yes and not dry_run:
        done = _forget(settings, store, customer, everywhere=mentions)
        one, erased, told = done.one, done.erased, []
    else:
        one, done = person(store, customer, searched), None
        erased = preview(store, one, everywhere=mentions)
        told = preview_lines(one, erased, everywhere=mentions)
    if not (yes or dry_run):
        for line in told:
            talk(line, options)
        question = say(
            "Forget {id} {name} for good? This cannot be undone.", id=f"C{customer}", name=one.name
        )
        if agreed(settings, question, yes=yes):
            done = _forget(settings, store, customer, everywhere=mentions)
            one, erased = done.one, done.erased
    left = _left(settings, done, everywhere=mentions) if done else []
    lines = [
        *(told if dry_run else ()),
        *forgot_lines(done, left, everywhere=mentions, dry_run=dry_run, folder=str(folder)),
    ]
    emit_action(forgot_data(one, erased, done, left, dry_run=dry_run, folder=str(folder)), lines, options)


def _left(settings: Globals, done: Forgot, *, everywhere: bool) -> list[str]:
    """Give the files that still hold him; the workbook is none of them where texts of others may name him."""
    from smbcrm.store.remains import files_with

    told_of = bool(done.erased.mentions) and not everywhere
    return [
        file
        for file in files_with(settings.folder, done.one.spelled)
        if not (told_of and file.endswith(WORKBOOK_NAME))
    ]


def _forget(settings: Globals, store: SqliteStore, customer: int, *, everywhere: bool) -> Forgot:
    from smbcrm.commands._workbook import finish_half_done
    from smbcrm.core.say import say
    from smbcrm.readers.held_file import held_by_another_program, lock_of
    from smbcrm.store.forgetting import forget, searched
    from smbcrm.usecases.find_customer import find_customer
    from smbcrm.usecases.forget_customer import person

    workbook = settings.folder / WORKBOOK_NAME
    if workbook.exists() and (lock := lock_of(workbook)):
        raise held_by_another_program(workbook, lock)
    finish_half_done(store, workbook)
    with settings.progress() as progress:

        def told(done: int, count: int) -> None:
            progress(say("rewriting copy {n} of {count}", n=done + 1, count=count), _WORTH_TELLING)

        def find() -> Person:
            return person(store, find_customer(store, f"C{customer}"), searched)

        return forget(
            settings.folder, store, find, at=settings.now, everywhere=everywhere, told=told,
            in_workbook=lambda one: _mend_workbook(settings, one, everywhere=everywhere),
        )  # fmt: skip


_WORTH_TELLING = 10_000  # as if so many rows were at work: rewriting files takes a while


def _mend_workbook(settings: Globals, one: Person, *, everywhere: bool) -> tuple[str, str]:
    """Take him out of the workbook: the rows about him, his name in headings, and with `everywhere` in the cells of others.

    Gives its fingerprints before and after. One that cannot be read stays, and is named among the files that hold him.
    """
    from smbcrm.errors import UnreadableError
    from smbcrm.output.streams import written_file
    from smbcrm.output.workbook.without import rows_about, without
    from smbcrm.readers.held_file import fingerprint
    from smbcrm.readers.workbook import read_workbook

    path = settings.folder / WORKBOOK_NAME
    before = fingerprint(path)
    if not before:
        return before, before
    try:
        book = read_workbook(path)
    except UnreadableError:
        return before, before
    data = without(
        book.data,
        {sheet.part: rows_about(sheet.rows, one.spelled) for sheet in book.sheets},
        one.spelled,
        names={sheet.part: sheet.name for sheet in book.sheets},
        instead=f"C{one.customer}",
        only=None if everywhere else {heading for sheet in book.sheets for heading in sheet.headings},
    )
    if data != book.data:
        with written_file(path) as file:
            file.write(data)
    return before, fingerprint(path)


def list_forgotten(settings: Globals, fmt: Format | None) -> None:
    """Show who is kept away."""
    from smbcrm.output.emit import emit
    from smbcrm.output.forgotten import forgotten_view
    from smbcrm.usecases.forgotten import all_forgotten

    emit(forgotten_view(all_forgotten(settings.reading())), settings.output(fmt))


def lift_one(settings: Globals, text: str, *, dry_run: bool, fmt: Format | None) -> None:
    """Let somebody who was forgotten come back with the next import that has him."""
    from smbcrm.core.say import say
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.forgotten import forgotten_number

    store = settings.writing()
    number = forgotten_number(store, text)
    if not dry_run:
        store.lift([number])
    lines = [
        say("{id} is no longer kept away: the next import that has him brings him back.", id=f"F{number}"),
        say("Next: `smbcrm import FILE`. Data folder: {folder}.", folder=str(settings.folder)),
    ]
    data = {"id": f"F{number}", "dry_run": dry_run, "data": str(settings.folder)}
    emit_action(data, if_done(lines, dry_run=dry_run), settings.output(fmt))


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
