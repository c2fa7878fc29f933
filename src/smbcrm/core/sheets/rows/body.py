"""The rows below the headings: which are data, which are not and why, and where the table ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from smbcrm.core.fields import FIELDS
from smbcrm.core.headers import LONGEST_HEADING, HeaderTable
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.columns import looks_like_day, looks_like_value, plain
from smbcrm.core.sheets.rows.about_columns import FIRST_LINES, tells_of_columns
from smbcrm.core.sheets.rows.header_row import known_share
from smbcrm.core.text import fold, header_key

Cells = Sequence[str]

_RULE = re.compile(r"^[\s\-=_*.~·•|+#─━═–—:]+$")
_PAGE = re.compile(r"^(?:page|seite|página|sayfa|صفحه|صفحة)\s*:?\s*\d+(?:\s*\D{1,5}\s*\d+)?\.?$")

_TITLE_ROWS = 22
_COLON = re.compile("[:：!]")
_PAGE_STARTS = "pPsSص"

BLANK = say("the row is a line of dashes")
REPEATED = say("the headings are repeated")
PAGE = say("a page number")
TOTAL = say("a line of totals")
PART = say("a heading within the table")
TITLE = say("the title is repeated")
OF_COLUMNS = say("tells of the columns, not of anybody: their highest points, units or types")
UNITS = say("units of the headings")
REMARK = say("a remark, no row of the list")
SECOND = say("belongs to a second table below a gap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The data rows as positions in the grid, and the positions left out with their reasons."""

    kept: tuple[int, ...]
    left_out: tuple[tuple[int, Say], ...]
    second_table: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Above:
    """What stands above the data: the headings in three shapes, and the titles over them."""

    headings: Cells
    keys: tuple[str, ...]
    texts: frozenset[str]
    titles: frozenset[tuple[str, ...]]
    starts: frozenset[str]
    headers: HeaderTable

    @property
    def counted(self) -> frozenset[int]:
        """Give the columns whose headings are known."""
        return frozenset(j for j, text in enumerate(self.headings) if self.headers.fields(text))

    @property
    def known(self) -> set[str]:
        return {key for key in self.keys if key}


def screen_body(
    rows: Sequence[Cells],
    row_numbers: Sequence[int],
    start: int,
    *,
    headings: Cells,
    headers: HeaderTable,
) -> Body:
    """Give which rows from `start` on are data: no repeated headings, no rules, nothing of a second table."""
    above = _what_stands_above(rows, start, headings, headers=headers)
    suspects, lengths, known = above.texts | above.starts, {len(text) for text in above.texts}, above.known
    kept: list[int] = []
    left_out: list[tuple[int, Say]] = []
    remark = -1  # the last row that was a remark
    title = -1  # the last row of one cell below a gap: it may be the title of another table
    for i in range(start, len(rows)):
        first = rows[i][0] if rows[i] else ""
        if remark == i - 1 and _goes_on(rows, row_numbers, i):
            left_out.append((i, REMARK))
            remark = i
            continue
        plain = first not in suspects and (len(first) not in lengths or header_key(first) not in known)
        told = first and plain and first[0].isalnum() and not _may_be_printed(first, rows[i])
        if told and (first.isalnum() or not _COLON.search(first)):
            if (
                i >= start + FIRST_LINES
                and row_numbers[i] - row_numbers[i - 1] == 1
                and i - 1 not in (title, remark)
            ):
                kept.append(i)
                continue
        elif not any(cell and not cell.isspace() for cell in rows[i]):
            continue
        gap = i > 0 and row_numbers[i] - row_numbers[i - 1] > 1 and _is_gap(rows, row_numbers, i)
        titled = title == i - 1 or (remark == i - 1 and remark >= 0)
        why = _why_no_data(rows, i, above, gap=gap, line=i - start)
        if why is None and titled and above.known:
            why = SECOND if _begins_table(rows, i, headings=headings, headers=headers) else None
        if why is SECOND:
            own_title = bool(kept) and kept[-1] == title == i - 1
            whole = kept[:-1] if own_title else kept
            return _ending_at(i, whole, left_out, first=i - own_title, end=len(rows))
        if why is REPEATED and kept and kept[-1] == title == i - 1:
            left_out.append((kept.pop(), PART))  # the title of the part that these headings begin
        title = i if gap and why is None and len(_stripped(rows[i])) == 1 else -1
        if why is None:
            kept.append(i)
        else:
            left_out.append((i, why))
            remark = i if why is REMARK and (gap or not _is_note(rows[i])) else remark
    below = _remarks_at_the_end(rows, row_numbers, start) if len(above.known) > 2 else range(0)
    left_out.extend((i, REMARK) for i in kept if i in below)
    left_out.sort(key=itemgetter(0))
    return Body(kept=tuple(i for i in kept if i not in below), left_out=tuple(left_out))


def _may_be_printed(first: str, cells: Cells) -> bool:
    """Tell whether a row may be one that a program prints: "Page 3", "2 rows selected."."""
    return first[0] in _PAGE_STARTS or (first[0].isdigit() and len(cells) == 1)


def _goes_on(rows: Sequence[Cells], row_numbers: Sequence[int], i: int) -> bool:
    """Tell whether a row of one cell goes on with the remark right above it; a note between rows is one row."""
    return i > 0 and row_numbers[i] - row_numbers[i - 1] == 1 and len(_stripped(rows[i])) == 1


def _remarks_at_the_end(rows: Sequence[Cells], row_numbers: Sequence[int], start: int) -> range:
    """Give the last rows below a gap, of one cell each, where most of them are remarks: what a program prints below its report."""
    first = len(rows) - 1
    while first > start and len(_stripped(rows[first])) == 1 and not _is_gap(rows, row_numbers, first):
        first -= 1
    block = range(first, len(rows))
    single = first > start and all(len(_stripped(rows[i])) == 1 for i in block)
    if not single or sum(_is_remark(rows[i]) for i in block) * 2 < len(block):
        return range(0)
    return block


def _ending_at(
    second: int, kept: list[int], left_out: list[tuple[int, Say]], *, first: int, end: int
) -> Body:
    """Give the body that ends where a second table begins; `first` is its own first row, a title perhaps."""
    below = [(j, SECOND) for j in range(first, end)]
    return Body(kept=tuple(kept), left_out=(*left_out, *below), second_table=second)


def _what_stands_above(rows: Sequence[Cells], start: int, headings: Cells, *, headers: HeaderTable) -> _Above:
    titles = [_stripped(rows[i]) for i in range(start - 1)] if start <= _TITLE_ROWS else []
    return _Above(
        headings=headings,
        keys=tuple(header_key(text) for text in headings),
        texts=frozenset(text.strip() for text in headings if text.strip()),
        titles=frozenset(titles),
        starts=frozenset(title[0] for title in titles if title),
        headers=headers,
    )


def _why_no_data(rows: Sequence[Cells], i: int, above: _Above, *, gap: bool, line: int) -> Say | None:
    cells = rows[i]
    first = next((cell for cell in cells if cell and not cell.isspace()), "").strip()
    if not first:
        return None
    known, is_first = above.known, line == 0
    if is_first and known and (why := _second_heading(cells, above.headers)) is not None:
        return why
    if len(known) > 1 and line < FIRST_LINES and tells_of_columns(cells, rows[i + 1 :], above.counted):
        return OF_COLUMNS
    if (gap or not first[0].isalnum()) and _is_rule(cells):
        return BLANK
    repeated = first in above.texts or header_key(first) in known
    if known and (repeated or is_first or gap) and _repeats(cells, above.keys):
        return REPEATED
    if known and gap and _begins_table(rows, i, headings=above.headings, headers=above.headers):
        return SECOND
    if first in above.starts and _stripped(cells) in above.titles:
        return TITLE
    if (gap or first[0] in _PAGE_STARTS) and _is_page(cells):
        return PAGE
    if len(known) > 1 and _is_note(cells):
        return REMARK
    return REMARK if gap and len(known) > 2 and _is_remark(cells) else None


_NOTE = re.compile(
    r"^(?:[*※#!]{2,}.*[*※#!]{2,}|#\s.*"
    r"|\(?\s*\d+\s+(?:rows?|records?|ردیف|رکورد)(?:\s+(?:selected|returned|found|fetched|exported|affected|retrieved|in set.*))?\s*\.?\)?"
    r"|(?:note|notes|n\.?b|attention|remark|warning|reminder|توجه|نکته|تذکر|یادداشت|ملاحظه|hinweis|achtung|bemerkung|anmerkung|remarque|nota|ojo|not|dikkat"
    r"|ملاحظة|تنبیه|примечание|внимание)\s*[:：!]\s*\S.*)$",
    re.DOTALL,
)


def _is_note(cells: Cells) -> bool:
    """Tell whether a row holds one cell that says itself that it is a remark: "Note: moved in 2023", "*** call before noon ***"."""
    filled = _stripped(cells)
    return len(filled) == 1 and bool(_NOTE.match(fold(filled[0])))


def _is_gap(rows: Sequence[Cells], row_numbers: Sequence[int], i: int) -> bool:
    """Tell whether blank rows stand above row i; a cell of several lines also makes line numbers jump."""
    lines = max(sum(cell.count("\n") for cell in rows[j]) for j in (i - 1, i))
    return row_numbers[i] - row_numbers[i - 1] > 1 + lines


def _stripped(cells: Cells) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in cells if cell and not cell.isspace())


def _is_rule(cells: Cells) -> bool:
    filled = [cell.strip() for cell in cells if cell and not cell.isspace()]
    return all(_RULE.match(cell) for cell in filled) and any(len(cell) > 1 for cell in filled)


def _repeats(cells: Cells, keys: Sequence[str]) -> bool:
    own = [header_key(cell) if len(cell) <= LONGEST_HEADING else cell for cell in cells]
    filled = [i for i, key in enumerate(own) if key]
    same = sum(i < len(keys) and own[i] == keys[i] for i in filled)
    return bool(filled) and same >= min(2, sum(map(bool, keys))) and same >= 0.6 * len(filled)


def _second_heading(cells: Cells, headers: HeaderTable) -> Say | None:
    """Tell whether the first row below the headings only says them again in another language, or tells their units."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if all(_BRACKETED.match(cell) for cell in filled) and not any(
        looks_like_value(cell[1:-1]) for cell in filled
    ):
        return UNITS
    known, values, count = known_share(cells, headers)
    return REPEATED if known == count >= 2 and not values else None


_BRACKETED = re.compile(r"^[(\[].*[)\]]$")


def _begins_table(rows: Sequence[Cells], i: int, *, headings: Cells, headers: HeaderTable) -> bool:
    known, values, filled = known_share(rows[i], headers)
    if values or filled < 2 or i + 1 >= len(rows):
        return False
    if known * 2 >= filled:
        return True
    # Unknown words where the columns of the table above want phones, days or amounts are no data of that table.
    wrong = 0
    for j, cell in enumerate(rows[i][: len(headings)]):
        fields = headers.fields(headings[j])
        typed = any(FIELDS[f].read in ("phone", "email", "date", "money") for f in fields)
        wrong += typed and bool(plain(cell)) and not looks_like_value(cell)
    return wrong >= 1 and wrong * 2 >= filled - 1


def _is_page(cells: Cells) -> bool:
    filled = [fold(cell) for cell in cells if cell.strip()]
    return len(filled) == 1 and bool(_PAGE.match(filled[0]))


def _is_remark(cells: Cells) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) != 1:
        return False
    text = filled[0]
    words = text.split()
    if len(words) > 1 and any(looks_like_day(plain(word)) for word in words):
        return True  # "Printed 01/05/2026 by office"
    return len(words) >= 5 or text[0] in "*※#(" or ": " in text or text.endswith(":")
