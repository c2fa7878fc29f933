"""The workbook merged with the store: which of its sheets are ours, and the new one in bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smbcrm.commands._globals import Globals
from smbcrm.core.say import Say, say
from smbcrm.errors import DecisionNeededError
from smbcrm.store.folder import WORKBOOK_NAME

if TYPE_CHECKING:
    from smbcrm.core.workbook.changes import Content
    from smbcrm.readers.workbook import Book, BookSheet
    from smbcrm.store.sqlite import SqliteStore
    from smbcrm.usecases.workbook.agreed_state import Agreed
    from smbcrm.usecases.workbook.sync_workbook import Synced
    from smbcrm.usecases.workbook.work import Prefer, Wording


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did, and the new workbook; `aside`: where the owner's is kept, in which single cells cannot be changed."""

    synced: Synced
    data: bytes
    aside: Path | None = None

    @property
    def notes(self) -> tuple[Say, ...]:
        """What the owner must know of it."""
        if self.aside is None:
            return ()
        return (
            say(
                "{file} is written in a way in which single cells cannot be changed: a new one was written, yours is kept as {kept}",
                file=WORKBOOK_NAME,
                kept=self.aside.name,
            ),
        )


def merged(
    store: SqliteStore,
    settings: Globals,
    book: Book | None,
    base: Agreed,
    *,
    prefer: Prefer,
    allow_damage: bool,
    operation: int,
) -> Merged:
    """Merge the workbook with the store."""
    from smbcrm.output.workbook.whole import whole_workbook
    from smbcrm.readers.headers import load_headers
    from smbcrm.usecases.workbook.sync_workbook import sync_workbook
    from smbcrm.usecases.workbook.work import SheetRead

    lang, path = base.lang or settings.lang, settings.folder / WORKBOOK_NAME
    ours = _our_sheets(book, base, path)
    synced = sync_workbook(
        store,
        [SheetRead(name=name, headings=sheet.headings, rows=sheet.rows) for name, sheet in ours.items()],
        base,
        headers=load_headers(),
        wording=_wording(settings, lang),
        today=settings.today,
        operation=operation,
        country=settings.config.country,
        prefer=prefer,
        allow_damage=allow_damage,
    )
    odd = any(not sheet.plain and synced.changes.get(name) for name, sheet in ours.items())
    if book is not None and not odd:
        return Merged(synced, _updated(book, ours, synced, lang=lang))
    new = whole_workbook(synced.contents, synced.summary, lang=lang, today=settings.today)
    return Merged(synced, new, aside=None if book is None else _free_name(path))


def _wording(settings: Globals, lang: str) -> Wording:
    """Give how the sheets say things: in the language the workbook was begun in."""
    from smbcrm.core.text import fold
    from smbcrm.output.words import render
    from smbcrm.output.workbook.whole import KINDS, keys_of_headings
    from smbcrm.usecases.workbook.work import Wording

    def speak(what: object) -> str:
        return render(what, lang, calendar=settings.calendar) if isinstance(what, Say) else str(what)

    kinds = {fold(render(say(kind), "fa")): kind for kind in KINDS}
    return Wording(
        speak=speak,
        kind=lambda typed: kinds.get(fold(typed), typed),
        keys=lambda columns: keys_of_headings(columns, lang),
    )


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


def _free_name(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.stem} (yours {number}){path.suffix}")).exists():
        number += 1
    return kept
