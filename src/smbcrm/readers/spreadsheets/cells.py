"""How one cell that a spreadsheet typed is written as text, and how rows of them become a grid's rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from smbcrm.core.column_letters import column_letter
from smbcrm.core.grid import Problem
from smbcrm.core.say import say

LONGEST_CELL = 32_767
"""How many characters a cell of a spreadsheet program can hold; more is said."""

SURE_DIGITS = 2**53
"""From here on a spreadsheet's number no longer holds every digit that was typed."""


def number_text(value: float) -> str:
    """Give a number as a person would type it: no `.0`, no exponent, no noise behind the 15th digit.

    >>> [number_text(v) for v in (9123456789.0, 99.5, 0.1 + 0.2, 1e-7, 6.037991234567891e18)]
    ['9123456789', '99.5', '0.3', '0.0000001', '6037991234567891000']
    """
    try:
        whole = int(value)
    except (OverflowError, ValueError):  # infinite, or no number
        return str(value)
    if whole == value and -SURE_DIGITS < whole < SURE_DIGITS:
        return str(whole)
    text = repr(value) if whole == value else f"{value:.15g}"
    return format(Decimal(text), "f") if "e" in text else text.removesuffix(".0")


def moment_text(value: dt.datetime) -> str:
    """Give a moment to the second; midnight is only a day.

    >>> moment_text(dt.datetime(2024, 3, 20)), moment_text(dt.datetime(2024, 3, 20, 14, 4, 59, 999600))
    ('2024-03-20', '2024-03-20 14:05:00')
    """
    if value.microsecond:
        value = (value + dt.timedelta(microseconds=500_000)).replace(microsecond=0)
    return value.isoformat(" ").removesuffix(" 00:00:00")


def time_text(value: dt.time) -> str:
    """Give a time of day to the second.

    >>> time_text(dt.time(14, 30))
    '14:30:00'
    """
    return value.isoformat("seconds")


def span_text(value: dt.timedelta) -> str:
    """Give a length of time in hours, minutes and seconds.

    >>> span_text(dt.timedelta(hours=25, minutes=30))
    '25:30:00'
    """
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


_EPOCHS = {False: dt.datetime(1899, 12, 30), True: dt.datetime(1904, 1, 1)}


def moment(days: float, *, since_1904: bool) -> str:
    """Give a day or a time that a workbook keeps as a number; nothing where it is none.

    >>> moment(45356.5, since_1904=False), moment(0.25, since_1904=False), moment(1e12, since_1904=False)
    ('2024-03-05 12:00:00', '06:00:00', '')
    """
    try:
        if 0 <= days < 1:
            return time_text((dt.datetime.min + dt.timedelta(days=days)).time())
        early = not since_1904 and days < 60  # the first program of its kind believed in 29 February 1900
        return moment_text(_EPOCHS[since_1904] + dt.timedelta(days=days + early))
    except (OverflowError, ValueError):
        return ""


_WRITERS: dict[type, Callable[[Any], str]] = {
    str: str,
    float: number_text,
    int: str,
    bool: lambda value: "TRUE" if value else "FALSE",
    dt.datetime: moment_text,
    dt.date: dt.date.isoformat,
    dt.time: time_text,
    dt.timedelta: span_text,
    type(None): lambda _: "",
}


def text_rows(block: Sequence[Sequence[object]]) -> list[list[str]]:
    """Give rows of equal length as text, each without the blank cells at its end.

    >>> text_rows([["Name", "Mobile"], ["Sara", 9123456789.0], ["", None]])
    [['Name', 'Mobile'], ['Sara', '9123456789'], []]
    """
    return rows_of(text_columns(block))


def text_columns(block: Sequence[Sequence[object]], unsure: set[int] | None = None) -> list[Sequence[str]]:
    """Give rows of equal length as text, column by column.

    Columns with numbers whose last digits a spreadsheet no longer knows are added to `unsure`.
    """
    columns: list[Sequence[Any]] = []
    for place, column in enumerate(zip(*block, strict=True)):
        kinds = set(map(type, column))
        texts = (
            column if kinds == {str} else _number_column(column) if kinds <= _NUMBERS else _any_column(column)
        )
        columns.append(texts)
        if unsure is not None and float in kinds and max(map(len, texts)) > 15 and _has_unsure(column):
            unsure.add(place)
    return columns


def rows_of(columns: Sequence[Sequence[str]]) -> list[list[str]]:
    """Give columns of text as rows, each without the blank cells at its end."""
    rows = list(map(list, zip(*columns)))
    for row in rows:
        while row and not row[-1].strip():
            row.pop()
    return rows


def _has_unsure(column: Sequence[object]) -> bool:
    return any(type(value) is float and SURE_DIGITS <= abs(value) < 1e25 for value in column)


_NUMBERS = {str, float}


def _any_column(column: Sequence[object]) -> list[str]:
    kinds = set(map(type, column)) - {str}
    if len(kinds) == 1:  # a heading over dates
        write = _WRITERS.get(kinds.pop(), str)
        return [value if type(value) is str else write(value) for value in column]
    return [_WRITERS.get(type(value), str)(value) for value in column]


def _number_column(column: Sequence[Any]) -> list[str]:
    """Whole numbers, by far the most, are written without a call each."""
    try:
        return [
            value
            if type(value) is str
            else str(whole)
            if (whole := int(value)) == value and -SURE_DIGITS < whole < SURE_DIGITS
            else number_text(value)
            for value in column
        ]
    except (OverflowError, ValueError):
        return _any_column(column)


def long_cells(row: Sequence[str], number: int) -> Iterator[Problem]:
    """Name the cells of a row that hold more than a spreadsheet's cell can."""
    for column, cell in enumerate(row):
        if len(cell) > LONGEST_CELL:
            what = say(
                "a cell of {length} characters; a spreadsheet keeps {limit}",
                length=len(cell),
                limit=LONGEST_CELL,
            )
            yield Problem(what=what, row=number, column=column_letter(column))
