"""The workbook and the store, brought together so that neither is ever half done.

    lock · read · merge (in an operation) · write the new workbook beside · commit with its fingerprint · move it into place

Killed before the commit, nothing happened and the file beside is swept away; killed after it, the next start moves the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say, say
from smbcrm.errors import DecisionNeededError, LockedError
from smbcrm.store.folder import WORKBOOK_NAME

if TYPE_CHECKING:
    from smbcrm.core.workbook.changes import Content
    from smbcrm.readers.workbook import Book, BookSheet
    from smbcrm.store.sqlite import SqliteStore
    from smbcrm.usecases.workbook.agreed_state import Agreed
    from smbcrm.usecases.workbook.sync_workbook import Synced
    from smbcrm.usecases.workbook.work import Prefer


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a sync did: None for `synced` when nothing had changed on either side."""

    path: Path
    synced: Synced | None
    written: bool
    first: bool
    notes: tuple[Say, ...] = ()


def sync_once(
    settings: Globals,
    *,
    prefer: Prefer = "",
    allow_damage: bool = False,
    dry_run: bool = False,
    verb: str = "sync",
) -> Outcome:
    """Bring both together once.

    Raises LockedError while a spreadsheet program has the workbook open, LooksLikeDamageError for edits that look like an accident.
    """
    from smbcrm.core.bulk import bulk
    from smbcrm.readers.held_file import fingerprint
    from smbcrm.readers.workbook import read_workbook
    from smbcrm.usecases.workbook.agreed_state import load_agreed
    from smbcrm.usecases.workbook.left_behind import after_undo

    path = settings.folder / WORKBOOK_NAME
    _refuse_open(path)
    store = settings.writing(tell_unsynced=False)
    unplaced = finish_half_done(store, path)
    found = fingerprint(path)
    if found and _nothing_new(store, found):
        return Outcome(path=path, synced=None, written=False, first=False)
    beside: Path | None = None
    try:
        with bulk(), store.operation(verb, settings.words, at=settings.now, dry_run=dry_run) as operation:
            base = after_undo(store, load_agreed(store, before_newest=unplaced))
            book = read_workbook(path) if found else None
            synced, data, notes = _merged(
                store, settings, book, base, prefer=prefer, allow_damage=allow_damage, operation=operation
            )
            written = book is None or data != book.data
            if not dry_run:
                beside = _write_beside(path, data) if written else None
                _keep(
                    store,
                    synced,
                    base,
                    data,
                    lang=base.lang or settings.lang,
                    found=found,
                    operation=operation,
                )
                if fingerprint(path) != found:
                    raise _changed_meanwhile(path)
    except BaseException:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise
    if beside is not None:
        _move(beside, path)
    return Outcome(path=path, synced=synced, written=written, first=not base.sha256, notes=notes)


def _nothing_new(store: SqliteStore, found: str) -> bool:
    """Tell whether neither side changed since the newest sync, and nothing is held back that is to be told again."""
    from smbcrm.usecases.workbook.marks import newest_marks, something_is_held

    left, _, operation = newest_marks(store)
    ((newest,),) = store.read("SELECT coalesce(max(id), 0) FROM operation")
    return found == left and newest == operation and not something_is_held(store)


def _refuse_open(path: Path) -> None:
    from smbcrm.readers.held_file import held_by_another_program, lock_of

    lock = lock_of(path)
    if lock is not None:
        raise held_by_another_program(path, lock)


def _changed_meanwhile(path: Path) -> LockedError:
    return LockedError(
        say("{file} was changed while it was being synced; nothing was done", file=path.name),
        say("save it, then try again: `smbcrm sync`"),
    )


def finish_half_done(store: SqliteStore, path: Path) -> bool:
    """Finish or sweep away what a sync that was killed left; tell whether its workbook never came into place.

    Then what both sides agreed on before it is what the workbook must be compared with.
    """
    from smbcrm.readers.held_file import fingerprint
    from smbcrm.usecases.workbook.marks import newest_marks

    left, found_then, _ = newest_marks(store)
    now = fingerprint(path)
    for beside in sorted(path.parent.glob(f".{path.name}.*.new")):
        if left and fingerprint(beside) == left and now == found_then:
            _move(beside, path)
            return False
        beside.unlink(missing_ok=True)
        if left and now != left and beside.name == f".{path.name}.{left[:16]}.new":
            return True
    return bool(left and now and now != left and now == found_then)


def _merged(
    store: SqliteStore,
    settings: Globals,
    book: Book | None,
    base: Agreed,
    *,
    prefer: Prefer,
    allow_damage: bool,
    operation: int,
) -> tuple[Synced, bytes, tuple[Say, ...]]:
    """Merge the workbook with the store and give the bytes of the new one."""
    from smbcrm.core.text import fold
    from smbcrm.output.words import render
    from smbcrm.output.workbook.whole import KINDS, keys_of_headings, whole_workbook
    from smbcrm.readers.headers import load_headers
    from smbcrm.usecases.workbook.sync_workbook import sync_workbook
    from smbcrm.usecases.workbook.work import SheetRead, Wording

    lang = base.lang or settings.lang

    def speak(what: object) -> str:
        return render(what, lang, calendar=settings.calendar) if isinstance(what, Say) else str(what)

    kinds = {fold(render(say(kind), "fa")): kind for kind in KINDS}
    wording = Wording(
        speak=speak,
        kind=lambda typed: kinds.get(fold(typed), typed),
        keys=lambda columns: keys_of_headings(columns, lang),
    )
    ours = _our_sheets(book, base, settings.folder / WORKBOOK_NAME)
    synced = sync_workbook(
        store,
        [SheetRead(name=name, headings=sheet.headings, rows=sheet.rows) for name, sheet in ours.items()],
        base,
        headers=load_headers(),
        wording=wording,
        today=settings.today,
        operation=operation,
        country=settings.config.country,
        prefer=prefer,
        allow_damage=allow_damage,
    )
    if book is None:
        return synced, whole_workbook(synced.contents, synced.summary, lang=lang, today=settings.today), ()
    odd = [name for name, sheet in ours.items() if not sheet.plain and synced.changes.get(name)]
    if odd:
        kept = _keep_his_file(settings.folder / WORKBOOK_NAME, book.data)
        note = say(
            "{file} is written in a way in which single cells cannot be changed: a new one was written, yours is kept as {kept}",
            file=WORKBOOK_NAME,
            kept=kept.name,
        )
        return (
            synced,
            whole_workbook(synced.contents, synced.summary, lang=lang, today=settings.today),
            (note,),
        )
    return synced, _updated(book, ours, synced, lang=lang), ()


def _our_sheets(book: Book | None, base: Agreed, path: Path) -> dict[str, BookSheet]:
    """Give the sheets that are ours, by our name for them; the owner may have renamed that of the customers.

    Raises DecisionNeededError when the customers are not there, or have no column of ids: nobody may be taken off the list for that.
    """
    from smbcrm.core.text import header_key
    from smbcrm.core.workbook.shape import (
        CUSTOMERS_SHEET,
        LOG_SHEET,
        PLAN_SHEET,
        RECIPES_SHEET,
        REVIEW_SHEET,
        SUMMARY_SHEET,
    )
    from smbcrm.output.workbook.whole import sheet_name

    if book is None:
        return {}
    names = {
        header_key(sheet_name(name, lang)): name
        for name in (CUSTOMERS_SHEET, PLAN_SHEET, RECIPES_SHEET, REVIEW_SHEET, LOG_SHEET, SUMMARY_SHEET)
        for lang in ("en", "fa")
    }
    ours: dict[str, BookSheet] = {}
    for sheet in book.sheets:
        name = names.get(header_key(sheet.name))
        if name is not None and name not in ours:
            ours[name] = sheet
    if CUSTOMERS_SHEET not in ours:
        for sheet in book.sheets:
            if sheet not in ours.values() and _holds_customers(sheet, base):
                ours[CUSTOMERS_SHEET] = sheet
                break
    if CUSTOMERS_SHEET not in ours or not _holds_customers(ours[CUSTOMERS_SHEET], base):
        raise DecisionNeededError(
            say("{file} has no sheet of customers with a column of ids; nothing was synced", file=path.name),
            say("bring the sheet back, or move the file away: `smbcrm sync` then writes a new one"),
        )
    return ours


def _holds_customers(sheet: BookSheet, base: Agreed) -> bool:
    from smbcrm.core.text import header_key
    from smbcrm.core.workbook.shape import CUSTOMERS_SHEET
    from smbcrm.output.words import heading

    keys = {header_key(one) for one in sheet.headings}
    wanted = {header_key(heading("Id", lang)) for lang in ("en", "fa")}
    if wanted & keys:
        return bool({header_key(heading("Name", lang)) for lang in ("en", "fa")} & keys) or bool(base.cells)
    ids = base.cells.get(CUSTOMERS_SHEET, {})
    return bool(ids) and any(
        sum(place < len(row.cells) and row.cells[place] in ids for row in sheet.rows)
        >= 0.8 * len(sheet.rows)
        > 0
        for place in range(len(sheet.headings))
    )


def _updated(book: Book, ours: Mapping[str, BookSheet], synced: Synced, *, lang: str) -> bytes:
    from smbcrm.core.workbook.shape import SUMMARY_SHEET
    from smbcrm.output.workbook.summary_sheet import summary_patch
    from smbcrm.output.workbook.updated import sheet_patch, updated_workbook
    from smbcrm.output.workbook.whole import headings_of

    recalculate = any(sheet.formulas for sheet in book.sheets)
    contents: dict[str, Content] = {content.shape.name: content for content in synced.contents}
    patches = {}
    for name, changes in synced.changes.items():
        if changes:
            sheet, content = ours[name], contents[name]
            patches[sheet.part] = sheet_patch(
                content.shape, synced.columns[name], changes,
                headings=headings_of(content.shape.columns, lang),
                width=max(len(sheet.headings), *(len(row.cells) for row in sheet.rows), 1),
                recalculate=recalculate,
            )  # fmt: skip
    summary = ours.get(SUMMARY_SHEET)
    if summary is not None and summary.plain:
        patch = summary_patch(
            synced.summary, summary.headings, summary.rows, lang=lang, recalculate=recalculate
        )
        if patch is not None:
            patches[summary.part] = patch
    return updated_workbook(book.data, patches, names={sheet.part: sheet.name for sheet in book.sheets})


def _keep_his_file(path: Path, data: bytes) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.stem} (yours {number}){path.suffix}")).exists():
        number += 1
    kept.write_bytes(data)
    kept.chmod(0o600)
    return kept


def _write_beside(path: Path, data: bytes) -> Path:
    import hashlib

    from smbcrm.output.streams import written_file

    beside = path.with_name(f".{path.name}.{hashlib.sha256(data).hexdigest()[:16]}.new")
    with written_file(beside) as file:
        file.write(data)
    beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o600)
    return beside


def _move(beside: Path, path: Path) -> None:
    from smbcrm.output.streams import sync_folder
    from smbcrm.readers.held_file import held_by_another_program

    try:
        beside.replace(path)
    except PermissionError as problem:
        raise held_by_another_program(path) from problem
    with suppress(OSError):
        sync_folder(path.parent)


def _keep(
    store: SqliteStore, synced: Synced, base: Agreed, data: bytes, *, lang: str, found: str, operation: int
) -> None:
    import hashlib

    from smbcrm.usecases.workbook.agreed_state import keep_agreed
    from smbcrm.usecases.workbook.left_behind import remember_left

    remember_left(store, synced, base, operation=operation)
    keep_agreed(
        store,
        synced.agreed,
        {content.shape.name: content.shape.columns for content in synced.contents},
        before=base,
        customers=synced.customers,
        sha256=hashlib.sha256(data).hexdigest(),
        found_sha256=found,
        lang=lang,
        held=len(synced.taken.conflicts) + len(synced.taken.refused),
        operation=operation,
    )


def unsynced(settings: Globals, store: SqliteStore) -> bool:
    """Tell whether the workbook holds edits that were not synced yet."""
    path = settings.folder / WORKBOOK_NAME
    if not path.exists():
        return False
    from smbcrm.readers.held_file import fingerprint
    from smbcrm.usecases.workbook.marks import newest_marks

    with suppress(OSError, LockedError):
        left, _, _ = newest_marks(store)
        return bool(left) and fingerprint(path) != left
    return False
