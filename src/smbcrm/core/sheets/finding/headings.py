"""Where the headings of a sheet are: as a person says, as he said of such a sheet before, else as they look."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smbcrm.core.grid import Grid
from smbcrm.core.headers import HeaderTable
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.finding.forms import is_form
from smbcrm.core.sheets.finding.remembered import fits, pointed_header, remembered_header
from smbcrm.core.sheets.looks.columns import looks_like_value
from smbcrm.core.sheets.meaning.people import looks_like_people
from smbcrm.core.sheets.meaning.said import Memory, Said, width_of
from smbcrm.core.sheets.rows.header_row import HeaderRow, find_header, header_at, known_share, seems_headed
from smbcrm.core.text import fold

_PIVOT = re.compile(
    r"^(?:row labels|column labels|zeilenbeschriftungen|spaltenbeschriftungen|étiquettes de (?:lignes|colonnes)"
    r"|etiquetas de (?:fila|columna)|satır etiketleri|sütun etiketleri|برچسب(?:‌| )های (?:ردیف|سطر|ستون)|تسميات (?:الصفوف|الأعمدة)"
    r"|total result|gesamt ergebnis|résultat total|- (?:all|multiple|alle|mehrfach) -|(?:sum|count|average|max|min|product|summe|anzahl) - .+)$"
)
# Any list may have such a column, and any customer such a name.
_SUM_OF = re.compile(
    r"^(?:(?:sum|count|average|max|min) of .+|summe von .+|anzahl von .+|somme de .+|suma de .+|toplam .+|مجموع از .+)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutOptions:
    """What a person has said about a sheet, and what is remembered of sheets like it."""

    header_row: int | None = None
    no_header: bool = False
    as_kind: str = ""
    mapping: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotATable:
    """A sheet that is left out. `asks`: there is a table, but a person must say where the names are.

    `misplaced`: the row a person pointed out holds nothing. `hint`: what settles it, where that is one thing.
    """

    reason: Say
    asks: bool
    misplaced: bool = False
    hint: Say | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """The headings of a sheet, and what a person said before of a sheet without headings that this one is like.

    `moved` is what he said of sheets like this one by which the headings are these and not those they seem to be.
    """

    row: HeaderRow
    said: Said | None = None
    moved: Said | None = None


def find_headings(
    grid: Grid, headers: HeaderTable, options: LayoutOptions, notes: list[Say]
) -> Headed | NotATable:
    """Give where the headings are (position -1: there are none), or why the sheet holds no table.

    Lists that are called alike may be laid out differently: that one has no headings holds for the other only where none are
    found, or, under the very same name, where none are plain to see, and where the values allow it.
    """
    width = width_of(grid.rows)
    same, like = options.memory.same_name.get(width), options.memory.like_name.get(width)
    if options.no_header:
        return Headed(row=_without_headings(width), said=same or like)
    if options.header_row is None:
        for bare in filter(None, (same, like)):
            if (told := pointed_header(grid.rows, grid.row_numbers, bare)) is not None:
                return Headed(row=told, moved=bare)
        if same is not None and fits(same, grid.rows) and not _plainly_headed(grid, headers):
            return Headed(row=_without_headings(width), said=same)
        if (known := remembered_header(grid.rows, grid.row_numbers, options.memory)) is not None:
            row, moved = known
            notes.extend(_said_of_place(row, grid))
            return Headed(row=row, moved=moved)
    found = _headings(grid, headers, options, notes)
    if isinstance(found, HeaderRow):
        return Headed(row=found)
    if found.asks and options.header_row is None and like is not None and fits(like, grid.rows):
        return Headed(row=_without_headings(width), said=like)
    return found


def _plainly_headed(grid: Grid, headers: HeaderTable) -> bool:
    """Tell whether headings are plain to see, though a list of this name had none: two that are known, and no values."""
    found = find_header(grid.rows, grid.row_numbers, headers)
    if found is None:
        return False
    known, values, _ = known_share(found.headings, headers)
    return known >= 2 and not values


def _without_headings(width: int) -> HeaderRow:
    return HeaderRow(position=-1, headings=("",) * width, sure=1.0)


def _headings(
    grid: Grid, headers: HeaderTable, options: LayoutOptions, notes: list[Say]
) -> HeaderRow | NotATable:
    if grid.row_numbers[0] == 0 and options.header_row is None:
        return header_at(grid.rows, 0)  # the reader wrote them there
    if options.header_row is not None:
        if options.header_row not in grid.row_numbers:
            return NotATable(reason=_nothing_there(options.header_row, grid), asks=True, misplaced=True)
        return header_at(grid.rows, list(grid.row_numbers).index(options.header_row))
    top = grid.rows[:20]
    found = find_header(grid.rows, grid.row_numbers, headers)
    ours = found is not None and found.ours
    if not ours and _is_pivot(top, found, headers):
        return NotATable(reason=say("the sheet is a pivot table, not a list"), asks=False)
    if found is not None:
        if not ours and is_form(grid.rows, found.position + 1, found.headings, headers):
            return NotATable(
                reason=say("the sheet is a form or a card, not one row for each customer"), asks=True
            )
        if found.rows > 1:
            two = say("the headings span two rows")
            notes.append(two if found.rows == 2 else say("the headings span three rows"))
        notes.extend(_said_of_place(found, grid))
        return found
    if seems_headed(grid.rows) and _typed_columns(grid.rows[1:200]):
        return header_at(grid.rows, 0)
    if _typed_columns(grid.rows[:200]):
        return NotATable(reason=_no_headings(grid.rows[:200]), asks=True)
    wide = sum(1 for row in top if sum(bool(c.strip()) for c in row) >= 2) >= max(2, len(top) // 2)
    known = max(known_share(row, headers)[0] for row in top)
    if wide or known:
        return NotATable(reason=say("no row of headings was recognised"), asks=True)
    return NotATable(reason=say("the sheet holds text, not a list"), asks=False)


def _nothing_there(row: int, grid: Grid) -> Say:
    last = grid.row_numbers[-1]
    if row < last:
        return say("row {row} is blank", row=row)
    return say("there is no row {row}: the last one is row {last}", row=row, last=last)


def _no_headings(rows: Sequence[Sequence[str]]) -> Say:
    """Say what the rows of a sheet without headings look like."""
    if looks_like_people(rows):
        return say("no row of headings was found; the first row looks like a customer")
    return say("no row of headings was found, and what the columns hold does not look like customers")


def _said_of_place(found: HeaderRow, grid: Grid) -> list[Say]:
    if found.position - found.rows + 1 <= 0:
        return []
    row = grid.row_numbers[found.position]
    return [say("the headings are in row {row}; what stands above is left out", row=row)]


def _is_pivot(top: Sequence[Sequence[str]], found: HeaderRow | None, headers: HeaderTable) -> bool:
    """Tell whether a sheet is a pivot table: it says so, or its headings tell of sums and hardly anything else."""
    if any(_PIVOT.match(fold(cell)) for row in top for cell in row if cell and len(cell) < 60):
        return True
    above = top if found is None else top[: found.position + 1]
    sums = any(_SUM_OF.match(fold(cell)) for row in above for cell in row if cell and len(cell) < 60)
    return sums and (found is None or known_share(found.headings, headers)[0] < 2)


def _typed_columns(rows: Sequence[Sequence[str]]) -> int:
    """Give how many columns are mostly filled with what only data looks like."""
    count = 0
    for i in range(max(map(len, rows), default=0)):
        cells = [row[i] for row in rows if i < len(row) and row[i].strip()]
        count += len(cells) * 2 >= len(rows) and sum(map(looks_like_value, cells)) >= 0.6 * len(cells)
    return count
