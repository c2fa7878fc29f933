"""Workbooks of every kind: xlsx behind the guard, the others in a child process."""

from __future__ import annotations

import contextlib
import itertools
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from smbcrm.core.grid import Grid, Problem
from smbcrm.errors import UnreadableError
from smbcrm.readers import refusal
from smbcrm.readers.problems import first_few
from smbcrm.readers.spreadsheets import (
    binary_book,
    guard,
    ods_scan,
    old_excel,
    open_document,
    sheet_problems,
    stray_cells,
)
from smbcrm.readers.spreadsheets.binary_scan import by_name, scan_xls, scan_xlsb
from smbcrm.readers.spreadsheets.cells import LONGEST_CELL, long_cells
from smbcrm.readers.spreadsheets.child import read_in_child, reading_beside
from smbcrm.readers.spreadsheets.excel_xml import read_excel_xml
from smbcrm.readers.spreadsheets.fallback import in_utf8, read_slowly, with_usual_names
from smbcrm.readers.spreadsheets.merged_cells import fill_merged
from smbcrm.readers.spreadsheets.native import (
    BROKEN,
    CRASHED,
    PASSWORD,
    TOO_MUCH,
    NativeReaderFailed,
    NativeSheet,
    read_native,
)
from smbcrm.readers.spreadsheets.shared_texts import SharedTexts, letters_in_cells, shared_texts
from smbcrm.readers.spreadsheets.sheet_exact import scan_exactly
from smbcrm.readers.spreadsheets.sheet_scan import SheetFacts, scan_sheet
from smbcrm.readers.spreadsheets.workbook_parts import SheetPart, sheet_parts, zero_formats

Content = TypeVar("Content", bytes, zipfile.ZipFile)

_ROOMY = 4_000_000
"""So many cells are read in this process whatever they hold; larger sheets must be mostly filled."""

_MOST_CELLS = 50_000_000
_MANY_LETTERS = 500_000_000
"""So many letters are no list of people; a text that many cells share counts in each of them."""


@dataclass(slots=True)
class _Plan:
    """How a workbook is read: what was found in its sheets, and whether the native reader is safe with it."""

    harmless: bool = True
    facts: dict[str, SheetFacts] = field(default_factory=dict)  # by sheet name
    merges: dict[str, list[tuple[int, int, int, int]]] = field(default_factory=dict)  # by sheet name
    extents: dict[str, stray_cells.Extent] = field(default_factory=dict)  # by sheet name
    drop: dict[str, stray_cells.Extent] = field(default_factory=dict)  # by part


def read_workbook(data: bytes, *, file: str, kind: str, sheet: str = "") -> tuple[Grid, ...]:
    """Give the filled sheets of a workbook, hidden ones marked; with a name given only that sheet."""
    names, sheets, plan = _read(data, file, kind, sheet)
    if sheet and sheet not in names:
        raise refusal.no_such_sheet(file, sheet, names)
    grids = tuple(_grid(native, plan, file=file, kind=kind) for native in sheets if native.rows)
    if not grids:
        raise refusal.empty_sheet(file, sheets[0].name) if len(sheets) == 1 else refusal.empty_workbook(file)
    return grids


def _read(data: bytes, file: str, kind: str, sheet: str) -> tuple[list[str], list[NativeSheet], _Plan]:
    """Give the sheets' names, the sheets that are wanted, and what was found beside their values."""
    if kind in ("xlsx", "xlsb", "ods"):
        data = with_usual_names(data, file)
    if kind == "xlsx":
        with reading_beside(data, sheet) as read:
            plan = _inspect(data, file, sheet)
            return *_read_xlsx(data, plan, file, sheet, read=read), plan
    if kind == "xml":
        return _with_facts(read_excel_xml(data, file=file), sheet)
    if kind == "fods":
        guard.refuse_entities(data[: 1 << 16], file)
        return _with_facts(_read_slowly(open_document.read_flat, data, file=file), sheet)
    if kind == "xls":
        return _read_xls(data, file, sheet)
    plan = _Plan()
    with guard.open_package(data, file) as package:
        if kind == "ods" and ods_scan.is_ours(package):
            return _with_facts(_read_slowly(open_document.read_package, package, file=file), sheet)
        if kind == "xlsb" and binary_book.tells_no_columns(package):
            return _with_facts(_read_slowly(binary_book.read_binary_book, package, file=file), sheet)
        if kind == "ods":
            scanned = ods_scan.scan_ods(package)
            plan.facts = {name: one.facts for name, one in scanned.items()}
            plan.merges = {name: one.merges for name, one in scanned.items()}
        try:
            names, sheets = read_in_child(data, sheet)
        except NativeReaderFailed as error:
            if kind == "ods" and error.why in (BROKEN, PASSWORD):  # of macros, as `open_package` saw
                return _with_facts(_read_slowly(open_document.read_package, package, file=file), sheet)
            if kind == "xlsb" and error.why in (BROKEN, CRASHED):
                return _with_facts(_read_slowly(binary_book.read_binary_book, package, file=file), sheet)
            filled = (
                sum(one.filled for one in ods_scan.scan_ods(package, whole=True).values())
                if kind == "ods"
                else 0
            )
            raise (refusal.too_much(file) if filled > _MOST_CELLS else _refused(error, file)) from None
        if kind == "xlsb":
            plan.facts = by_name(names, scan_xlsb(package))
        else:
            _write_spans(sheets)
        return names, sheets, plan


def _read_xls(data: bytes, file: str, sheet: str) -> tuple[list[str], list[NativeSheet], _Plan]:
    """Read an old workbook; our own reader takes those that the native one fails with, garbles or swells up at."""
    if old_excel.is_ours(data):
        return _with_facts(_read_slowly(old_excel.read_old_excel, data, file=file), sheet)
    try:
        names, sheets = read_in_child(data, sheet)
        garbled = any("\0" in cell for native in sheets for row in native.rows for cell in row)
        if not garbled:
            return names, sheets, _Plan(facts=by_name(names, scan_xls(data)))
    except NativeReaderFailed as error:
        if error.why == PASSWORD:
            raise refusal.password_needed(file) from None
        with contextlib.suppress(NativeReaderFailed):
            found = old_excel.read_old_excel(data)
            if any(native.rows for native, _ in found):
                return _with_facts(found, sheet)
        raise _refused(error, file) from None
    return _with_facts(_read_slowly(old_excel.read_old_excel, data, file=file), sheet)


def _write_spans(sheets: Sequence[NativeSheet]) -> None:
    """Write lengths of time, which the native reader gives as ODS packages write them, as people do."""
    for row in itertools.chain.from_iterable(sheet.rows for sheet in sheets):
        for column, cell in enumerate(row):
            if cell[:2] == "PT" or cell[:3] == "-PT":
                row[column] = open_document.span(cell)


def _with_facts(
    found: Sequence[tuple[NativeSheet, SheetFacts]], sheet: str
) -> tuple[list[str], list[NativeSheet], _Plan]:
    """Give what one of our own readers found in the form of `_read`."""
    wanted = [native for native, _ in found if sheet in ("", native.name)]
    return (
        [native.name for native, _ in found],
        wanted,
        _Plan(facts={one.name: facts for one, facts in found}),
    )


def _read_slowly(
    read: Callable[[Content], list[tuple[NativeSheet, SheetFacts]]], content: Content, *, file: str
) -> list[tuple[NativeSheet, SheetFacts]]:
    try:
        return read(content)
    except NativeReaderFailed as error:
        raise _refused(error, file) from None


def _inspect(data: bytes, file: str, sheet: str) -> _Plan:
    """Look at the sheets' XML before the native reader does."""
    plan = _Plan()
    with guard.open_package(data, file) as package:
        zeros = zero_formats(package)
        texts = shared_texts(package)
        seen = texts.seen
        for part in sheet_parts(package):
            if sheet not in ("", part.name):
                continue
            seen.add(part.path)
            facts = scan_sheet(package, part.path, zeros)
            if not facts.plain:
                facts = scan_exactly(package, part.path, zeros)
            plan.facts[part.name] = facts
            _judge_part(package, part, facts, texts, plan=plan, file=file)
        plan.harmless &= not guard.hides_a_sheet(package, seen)
    return plan


def _judge_part(
    package: zipfile.ZipFile,
    part: SheetPart,
    facts: SheetFacts,
    texts: SharedTexts,
    *,
    plan: _Plan,
    file: str,
) -> None:
    """Tell whether the native reader is safe with a sheet, and find the cells that would make it unsafe."""
    if not facts.complete:
        plan.harmless = False
        return
    if facts.cells * texts.longest > _MANY_LETTERS:
        if letters_in_cells(package, part.path, texts) > _MANY_LETTERS:
            raise refusal.too_much(file)
        plan.harmless &= facts.plain
    room = max(_ROOMY, 8 * facts.cells)
    if facts.plain and facts.area > room:
        extent = stray_cells.find_extent(package, part.path)
        plan.harmless &= extent.area <= room
        plan.extents[part.name] = plan.drop[part.path] = extent
    elif not facts.plain:
        plan.harmless &= facts.area <= room


def _read_xlsx(
    data: bytes,
    plan: _Plan,
    file: str,
    sheet: str,
    *,
    read: Callable[[], tuple[list[str], list[NativeSheet]]],
) -> tuple[list[str], list[NativeSheet]]:
    """Read an inspected workbook; `read` gives it as the native reader does, see `reading_beside`."""
    if any(extent.strays for extent in plan.drop.values()):
        data = stray_cells.without_strays(data, plan.drop)
        read = partial(read_native, data, sheet)
    try:
        names, sheets = read() if plan.harmless else read_in_child(data, sheet)
    except NativeReaderFailed as error:
        mended = in_utf8(data) if error.why == BROKEN else None
        with contextlib.suppress(NativeReaderFailed):
            return read_in_child(mended, sheet) if mended else read_slowly(data, sheet)
        raise _refused(error, file) from None
    if any(facts.cells for facts in plan.facts.values()) and not any(native.rows for native in sheets):
        with contextlib.suppress(NativeReaderFailed):
            return read_slowly(data, sheet)
    return names, sheets


def _refused(error: NativeReaderFailed, file: str) -> UnreadableError:
    if error.why == PASSWORD:
        return refusal.password_needed(file)
    if error.why == CRASHED:
        return refusal.crashed(file)
    return refusal.too_much(file) if error.why == TOO_MUCH else refusal.damaged(file)


def _grid(native: NativeSheet, plan: _Plan, *, file: str, kind: str) -> Grid:
    facts = plan.facts.get(native.name) or SheetFacts()
    extent = plan.extents.get(native.name)
    _rewrite(native, facts.rewritten)
    merges = [*native.merges, *plan.merges.get(native.name, ())]
    problems = [*fill_merged(native.rows, native.numbers, merges), *sheet_problems.problems_of(facts)]
    problems += sheet_problems.unsure_digits(native.unsure)
    if extent:
        problems += stray_cells.problems_of(extent)
    return Grid(
        file=file,
        sheet=native.name,
        rows=native.rows,
        row_numbers=native.numbers,
        kind=kind,
        visible=native.visible,
        hidden_rows=len(facts.hidden.intersection(native.numbers)),
        problems=first_few([*problems, *_long_cells(native)]),
    )


def _rewrite(native: NativeSheet, rewritten: Mapping[tuple[int, int], str]) -> None:
    """Write numbers with the leading zeros that their format shows, and errors as nothing."""
    if not rewritten:
        return
    place = {number: index for index, number in enumerate(native.numbers)}
    for (number, column), text in rewritten.items():
        row = native.rows[place[number]] if number in place else []
        if column < len(row) and (row[column] == text.lstrip("0") or not text):
            row[column] = text
        while row and not row[-1].strip():
            row.pop()
    for index in reversed([index for index, row in enumerate(native.rows) if not row]):
        del native.rows[index], native.numbers[index]


def _long_cells(native: NativeSheet) -> Iterator[Problem]:
    if max(map(len, map("".join, native.rows)), default=0) <= LONGEST_CELL:
        return
    for number, row in zip(native.numbers, native.rows):
        if len("".join(row)) > LONGEST_CELL:
            yield from long_cells(row, number)
