"""The cells of one column, read as what the column means: texts, numbers, days, scores, tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from smbcrm.core.bulk import once
from smbcrm.core.dates import LUNAR, ParsedDate, parse_date_column
from smbcrm.core.heading_words import is_in_arabic
from smbcrm.core.identity import is_null_token, parse_national_id
from smbcrm.core.money import parse_amount_column
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.columns import plain
from smbcrm.core.text import clean, fold_digits
from smbcrm.core.values.durations import read_durations
from smbcrm.core.values.ratings import MANY_MARKS, Rating, read_marks, read_ratings, scale_of, stray_marks

ERROR_TEXT = re.compile(r"^#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|NV|BEZUG!|WERT!)$", re.I)
_KEPT_AS_TEXT = re.compile(r"^'(?=[\d+=@\-])")
_WHOLE_FLOAT = re.compile(r"^(\d+)\.0+$")
_DIALLED_STARTS = frozenset("+0۰٠(' \u200e\u202a")
_DIALLED = re.compile(r"\(?(?:\+|00?)[\d\s().\-\u200e\u202a-\u202c]{8,}")
_LUNAR_YEAR = re.compile(r"(?<!\d)1[34]\d\d(?!\d)")
_TAG_ENDS = re.compile(r"\s*(?:[;,،؛|\n]|:::)\s*")

# What `clean` leaves alone: words of letters and plain punctuation, single blanks between them.
_UNCLEAN = re.compile(r"[^\w !-~،؛؟«»]|[يىك]|^[\W_]|[\W]$|  |^#")
# What says that nothing is known is short and has no digit; most cells need no closer look.
_MAYBE_NULL = re.compile(r"\D{0,20}$")
_FEW_NULLS, _OFTEN_NULL = 5, 0.05  # so many cells of a column, and such a share of them

NOT_UNDERSTOOD = say("kept as typed: not understood")
NOT_A_SCORE = say("kept as typed: not a score from 1 to 10")
ERROR_CELL = say("the cell holds an error of the spreadsheet")
LOST_LETTERS = say("some letters were lost before this file was written")


@dataclass(slots=True, kw_only=True)
class ReadColumn:
    """What the cells of a column say: one value for each row, None where there is nothing.

    `doubts` are the cells that were not understood, or only half, by row index; `raw` their text as it is kept.
    `units` holds the currencies of amounts where cells tell them, `scales` the best possible answer beside each rating.
    """

    values: list[object]
    doubts: dict[int, Say] = field(default_factory=dict)
    lost: dict[int, str] = field(default_factory=dict)
    units: list[str] | None = None
    scales: list[object] | None = None
    notes: list[Say] = field(default_factory=list)


def read_texts(cells: Sequence[str], *, lines: bool = False, nulls: bool = True) -> ReadColumn:
    """Give texts as they are shown; with `nulls`, cells that only say "nothing known" are empty."""

    def one(cell: str) -> str | None:
        text = cell if not _UNCLEAN.search(cell) else clean(_KEPT_AS_TEXT.sub("", cell.strip()), lines)
        return None if not text or (nulls and _MAYBE_NULL.match(text) and is_null_token(text)) else text

    return ReadColumn(values=_each(cells, one))


def is_dialled(cell: str) -> bool:
    """Tell whether a cell holds a phone number and nothing else.

    >>> [is_dialled(cell) for cell in ("+98 912 345 6789", "۰۹۱۲۳۴۵۶۷۸۹", "Sara 0912", "12", "1985-04-12")]
    [True, True, False, False, False]
    """
    return cell[:1] in _DIALLED_STARTS and bool(_DIALLED.fullmatch(plain(cell)))


def read_names(cells: Sequence[str]) -> ReadColumn:
    """Give names as they are shown; Null, NA, None and True are names, errors of a spreadsheet are not.

    What says "nothing known" in many cells of a column is no name: hardly anybody is called NA, and not every twentieth.
    """
    blank = _said_of_many(cells)

    def one(cell: str) -> str | None:
        if cell in blank:
            return None
        if not _UNCLEAN.search(cell):
            return cell
        text = (
            clean(cell).removeprefix("~").strip()
        )  # so chat programs mark names that people gave themselves
        return text if any(map(str.isalnum, text)) and not ERROR_TEXT.match(text) else None

    read = ReadColumn(values=_each(cells, one))
    joined = "\n".join(cells)
    if "#" in joined:
        read.doubts = {i: ERROR_CELL for i, cell in enumerate(cells) if ERROR_TEXT.match(cell.strip())}
    if "\ufffd" in joined:
        read.doubts |= {i: LOST_LETTERS for i, cell in enumerate(cells) if "\ufffd" in cell}
    return read


def _said_of_many(cells: Sequence[str]) -> frozenset[str]:
    """Give the words for "nothing known" that stand in too many cells of a column to be anybody's name."""
    least = max(_FEW_NULLS, _OFTEN_NULL * len(cells))
    nulls = {text for text in set(cells) if _MAYBE_NULL.match(text) and is_null_token(text)}
    return _PROGRAMS_NULLS | {
        text for text, n in Counter(filter(nulls.__contains__, cells)).items() if n >= least
    }


_PROGRAMS_NULLS = frozenset(("NaN", "NaT", "<NA>"))
"""Nobody writes a name so; programs write what they do not know so, once is enough."""


def read_codes(cells: Sequence[str]) -> ReadColumn:
    """Give codes as text: leading zeros stay, digits are Latin, a spreadsheet's `.0` and `'` go."""
    if (joined := "".join(cells)).isascii() and joined.isdecimal():
        return ReadColumn(values=[cell or None for cell in cells])
    floats = all(_WHOLE_FLOAT.match(cell.strip()) for cell in cells[:1000] if cell.strip()[:1].isdigit())

    def one(cell: str) -> str | None:
        if cell.isascii() and cell.isalnum() and len(cell) > 4:
            return cell
        text = fold_digits(clean(_KEPT_AS_TEXT.sub("", cell.strip())))
        if floats and (whole := _WHOLE_FLOAT.match(text)):
            text = whole[1]
        return None if is_null_token(text) else text

    return ReadColumn(values=_each(cells, one))


def read_national_ids(cells: Sequence[str], country: str) -> ReadColumn:
    """Give identity numbers; those that cannot be right are kept and doubted."""
    read = ReadColumn(values=[])
    cache: dict[str, tuple[str | None, bool]] = {"": (None, True)}
    why = say("cannot be an identity number")
    for i, cell in enumerate(cells):
        known = cache.get(cell)
        if known is None:
            parsed = parse_national_id(cell, country)
            known = cache[cell] = (parsed.value or None, parsed.valid or not parsed.value)
        read.values.append(known[0])
        if not known[1]:
            read.doubts[i] = why
    return read


def read_days(cells: Sequence[str], *, order: str, heading: str = "", born: bool = False) -> ReadColumn:
    """Give days as ISO text; what is not understood is lost to the field and kept aside.

    Years such as 1410 are of the lunar calendar where the heading is Arabic: 621 years and some months too early otherwise.
    """
    days = parse_date_column(cells, order=order, born=born)
    if is_in_arabic(heading):
        days = [
            ParsedDate(iso="", problem=say(LUNAR, text=clean(cell)))
            if _LUNAR_YEAR.search(plain(cell))
            else day
            for cell, day in zip(cells, days)
        ]
    read = ReadColumn(values=[day.iso or None for day in days])
    for i, day in enumerate(days):
        if day.problem is not None:
            read.doubts[i] = day.problem
            if not day.iso:
                read.lost[i] = clean(cells[i])
    return read


def read_amounts(cells: Sequence[str]) -> ReadColumn:
    """Give amounts as numbers, whole ones as int, and the currencies the cells name."""
    amounts = parse_amount_column(cells)
    read = ReadColumn(values=[None if amount is None else _whole(amount.value) for amount in amounts])
    for i, (amount, cell) in enumerate(zip(amounts, cells)):
        if amount is None and cell and not is_null_token(cell):
            read.lost[i] = clean(cell)
            read.doubts[i] = NOT_UNDERSTOOD
    units = ["" if amount is None else amount.unit for amount in amounts]
    if any(units):
        read.units = units
    return read


def read_answers(cells: Sequence[str], heading: str) -> ReadColumn:
    """Give the answers of a survey as numbers, and the best possible one where cell or heading tells it."""
    ratings = read_ratings(cells, heading)
    read = ReadColumn(values=[None if rating is None else _whole(rating.value) for rating in ratings])
    scales: list[object] = [_whole(r.scale) if r is not None and r.scale else None for r in ratings]
    read.scales = scales if any(scales) else None
    for i, (rating, cell) in enumerate(zip(ratings, cells)):
        if rating is None and cell and not is_null_token(cell):
            read.lost[i] = clean(cell)
            read.doubts[i] = NOT_UNDERSTOOD
    return read


def read_lengths(cells: Sequence[str], heading: str) -> ReadColumn:
    """Give how long things took, in minutes."""
    found = read_durations(cells, heading)
    read = ReadColumn(values=[None if m is None else _whole(m) for m in found.minutes])
    for i, (minutes, cell) in enumerate(zip(found.minutes, cells)):
        if minutes is None and cell and not is_null_token(cell):
            read.lost[i] = clean(cell)
    if found.unit:
        read.notes.append(
            say("the numbers in column {column} are read as {unit}", column=heading, unit=say(found.unit))
        )
    return read


def read_scores(cells: Sequence[str], heading: str, *, as_told: bool) -> ReadColumn:
    """Give scores from 1 to 10, halves allowed; anything else is kept aside.

    Marks out of another best (`4/5`, "Rating (1-5)", many marks and none above 5) are carried over to 10, bare ones not
    where a person said that the column holds scores.
    """
    marks = [
        mark if any(map(str.isdigit, cell)) else None for cell, mark in zip(cells, read_marks(cells, heading))
    ]
    bare = [mark.value for mark in marks if mark and not mark.scale and mark.value <= 10]
    strays = set() if as_told else stray_marks(bare)
    best = 10.0 if as_told or len(bare) < MANY_MARKS else scale_of([m for m in bare if m not in strays])
    read = ReadColumn(values=[_score(mark, best) for mark in marks])
    carried = {mark.scale or best for mark in marks if mark} - {10.0}
    if carried and any(value is not None for value in read.values):
        best = max(carried)
        read.notes.append(
            say(
                "column {column} holds marks up to {best}: as scores they are carried over, {best} becoming 10",
                column=heading,
                best=_whole(best),
            )
        )
    for i, cell in enumerate(cells):
        if read.values[i] is None and cell and not is_null_token(cell):
            read.lost[i] = clean(cell)
            read.doubts[i] = NOT_A_SCORE
    return read


def _score(mark: Rating | None, best: float) -> float | None:
    if mark is None:
        return None
    top = mark.scale or best
    if mark.value > top or top > 10:
        return None
    value = mark.value if top == 10 else round(mark.value * 20 / top) / 2
    return _whole(value) if 1 <= value <= 10 and value * 2 == int(value * 2) else None


def read_tags(cells: Sequence[str]) -> ReadColumn:
    """Give lists of tags; the marks and system groups of phone books are left out."""

    def one(cell: str) -> tuple[str, ...] | None:
        if is_null_token(cell):
            return None
        tags = [clean(tag).strip('"').removeprefix("* ").strip("# *") for tag in _TAG_ENDS.split(cell)]
        kept = tuple(dict.fromkeys(tag for tag in tags if tag and tag != "myContacts"))
        return kept or None

    return ReadColumn(values=_each(cells, one))


def _each(cells: Sequence[str], one: Callable[[str], object]) -> list[object]:
    return once(cells, lambda cell: one(cell) if cell else None)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value
