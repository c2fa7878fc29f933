"""One date out of one cell, in whatever calendar, script and order it was written.

First the text is given a shape, which no column is needed for; then what is open is settled by what the whole column
showed.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from smbcrm.core.say import Say, say
from smbcrm.core.text import fold_digits
from smbcrm.core.values.date_shapes import (
    NOT_A_DATE,
    OPEN_ORDER,
    OPEN_YEAR,
    Shape,
    day_of,
    long_year,
    odd,
    shape_of,
    shape_of_day,
)
from smbcrm.core.values.jalali import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedDate:
    """A date as ISO, `--05-17` where the year is unknown, or "" with what was wrong (None: the cell holds no date)."""

    iso: str
    problem: Say | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateColumn:
    """What the dates of one column have in common.

    `order` is "dmy", "mdy", "ymd" or "" where nothing proves it; `short_order` the same for years of two digits, and
    `calendar2` the calendar of those ("" when open). `serial`: five digits are a spreadsheet's day number.
    `compact` is how eight digits run. `buddhist`: 2528 is 1985. `born`: they are birthdays. `ambiguous` counts the cells that stay open.
    """

    order: str = ""
    calendar2: str = ""
    ambiguous: int = 0
    short_order: str = ""
    serial: bool = False
    compact: str = "ymd"
    buddhist: bool = False
    born: bool = False


UNKNOWN_COLUMN = DateColumn()

_SERIAL_ZERO = datetime.date(1899, 12, 30).toordinal()


def is_open(parsed: ParsedDate) -> bool:
    """Tell whether a date has several readings and nothing decides between them."""
    return parsed.problem is not None and parsed.problem.template in (OPEN_ORDER, OPEN_YEAR)


def parse_date(text: str, column: DateColumn | None = None) -> ParsedDate:
    """Give the day a text means; what the text leaves open is settled by its column, or stays open.

    >>> parse_date("۱۲ مرداد ۱۴۰۳").iso, parse_date("1403-5-12 14:30").iso, parse_date("Aug 2, 2024").iso
    ('2024-08-02', '2024-08-02', '2024-08-02')
    >>> parse_date("1402/12/30")
    ParsedDate(iso='', problem=Say(template='there is no day {text}', values=(('text', '1402/12/30'),)))
    """
    column = column or UNKNOWN_COLUMN
    if column.buddhist:
        text = of_our_era(text)
    return settle_shape(shape_of(text), text, column)


BUDDHIST_YEAR = re.compile(r"(?<!\d)2(?:4[4-9]|5\d|6[0-4])\d(?!\d)")
_BEFORE_OURS = 543


def of_our_era(text: str) -> str:
    """Give a day of the Buddhist era with the year as we count it.

    >>> of_our_era("15/03/2528"), of_our_era("๒๕๒๘-๐๓-๑๕")
    ('15/03/1985', '1985-03-15')
    """
    return BUDDHIST_YEAR.sub(lambda year: str(int(year[0]) - _BEFORE_OURS), fold_digits(text), count=1)


def settle_shape(shape: Shape, text: str, column: DateColumn) -> ParsedDate:
    """Give the date of a shape, with what its column showed."""
    if shape.kind in ("day", "yearless"):
        return ParsedDate(iso=shape.iso)
    if shape.kind == "none":
        return ParsedDate(iso="")
    if shape.kind == "year last":
        return _settle_year_last(shape, text, column)
    if shape.kind == "short":
        return _settle_short(shape, text, column)
    if shape.kind == "compact":
        return _settle_compact(shape.numbers[0], text, column)
    if shape.kind == "serial" and column.serial:
        return ParsedDate(iso=datetime.date.fromordinal(_SERIAL_ZERO + shape.numbers[0]).isoformat())
    return ParsedDate(iso="", problem=shape.problem or odd(NOT_A_DATE, text).problem)


def _parsed(shape: Shape) -> ParsedDate:
    return ParsedDate(iso=shape.iso, problem=shape.problem)


def _settle_year_last(shape: Shape, text: str, column: DateColumn) -> ParsedDate:
    first, second, year = shape.numbers
    order = order_of_two(first, second, shape.dotted)
    if not order:
        jalali = FIRST_YEAR <= year <= LAST_YEAR
        order = column.order if column.order in ("dmy", "mdy") else "dmy" if jalali else ""
    day_first, _ = day_of(year, second, first)
    month_first, _ = day_of(year, first, second)
    if not order and day_first and month_first:
        problem = say(OPEN_ORDER, text=" ".join(text.split()), first=day_first, second=month_first)
        return ParsedDate(iso="", problem=problem)
    month, of_month = (first, second) if order == "mdy" else (second, first)
    return _parsed(shape_of_day(year, month, of_month, text=text))


def order_of_two(first: int, second: int, dotted: bool) -> str:
    """Give what a pair of day and month shows by itself: 13 is no month, and nobody writes months first with dots."""
    if first > 12 >= second:
        return "dmy"
    if second > 12 >= first:
        return "mdy"
    return "dmy" if dotted or first == second else ""


def _settle_short(shape: Shape, text: str, column: DateColumn) -> ParsedDate:
    order, calendar = column.short_order, column.calendar2
    if not order or not calendar:
        return ParsedDate(iso="", problem=odd(OPEN_YEAR, text).problem)
    one, two, three = shape.numbers
    year, month, of_month = {"ymd": (one, two, three), "dmy": (three, two, one), "mdy": (three, one, two)}[
        order
    ]
    whole = long_year(year, calendar, born=column.born)
    if whole is None:
        return ParsedDate(iso="", problem=odd(OPEN_YEAR, text).problem)
    return _parsed(shape_of_day(whole, month, of_month, text=text, calendar=calendar))


def _settle_compact(number: int, text: str, column: DateColumn) -> ParsedDate:
    year, month, of_month = number // 10_000, number // 100 % 100, number % 100
    if column.compact == "ymd" and day_of(year, month, of_month)[1]:
        return _parsed(shape_of_day(year, month, of_month, text=text))
    parts = (number // 1_000_000, number // 10_000 % 100, number % 10_000)
    return _settle_year_last(Shape(kind="year last", numbers=parts), text, column)
