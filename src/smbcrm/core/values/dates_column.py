"""The dates of a whole column: one decision about order, short years and day numbers, then every cell by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from smbcrm.core.bulk import once
from smbcrm.core.text import fold_digits
from smbcrm.core.values.date_cells import (
    BUDDHIST_YEAR,
    DateColumn,
    ParsedDate,
    is_open,
    of_our_era,
    order_of_two,
    parse_date,
    settle_shape,
)
from smbcrm.core.values.date_shapes import Shape, day_of, shape_of
from smbcrm.core.values.date_words import GREGORIAN, JALALI

_TIME_BEHIND = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?")
_WHOLE_DAY = re.compile(r"\d{4}[-/]\d{2}[-/]\d{2}")

# A lone slip among many dates proves nothing against them.
_OVERWHELMING = 20
_LOOKED_AT = 40  # letters of a cell
_PROOFS_IN_A_MIXED_COLUMN = 3


@dataclass(slots=True)
class _Evidence:
    """How many cells show what."""

    calendars: Counter[str] = field(default_factory=Counter)
    orders: Counter[str] = field(default_factory=Counter)
    short_orders: Counter[str] = field(default_factory=Counter)
    short_places: Counter[str] = field(default_factory=Counter)
    short_digits: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    compacts: Counter[str] = field(default_factory=Counter)
    compact_orders: Counter[str] = field(default_factory=Counter)
    first_year_places: Counter[str] = field(default_factory=Counter)
    short_firsts: set[int] = field(default_factory=set)
    short_lasts: set[int] = field(default_factory=set)
    orders_if_last: Counter[str] = field(default_factory=Counter)


def decide_dates(values: Sequence[str], *, order: str = "") -> DateColumn:
    """Give what the cells of a column prove together; `order`, where the owner gave it, stands above them.

    >>> decide_dates(["03/04/2024", "25/04/2024"]).order
    'dmy'
    """
    return _decide(_shapes(values), order)


def parse_date_column(values: Sequence[str], *, order: str = "", born: bool = False) -> list[ParsedDate]:
    """Give the date of every cell of a column, each distinct text read once; `born`: they are birthdays."""
    days = once(values, _day_part)
    shapes = _shapes(days)
    column = replace(_decide(shapes, order), born=born)
    parsed = {
        text: parse_date(text, column) if column.buddhist else settle_shape(shape, text, column)
        for text, (shape, _) in shapes.items()
    }
    return list(map(parsed.__getitem__, days))


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NEARLY_ALL = 0.9


def _counts_from_buddha(shapes: Mapping[str, tuple[Shape, int]]) -> bool:
    """Tell whether nearly all years of a column are of the Buddhist era, as in Thailand; a single one among others is mistyped."""
    told = buddhist = 0
    for text, (_, count) in shapes.items():
        digits = fold_digits(text[:_LOOKED_AT])
        told += count * bool(_YEAR.search(digits))
        buddhist += count * bool(BUDDHIST_YEAR.search(digits))
    return buddhist > 0 and buddhist >= _NEARLY_ALL * told


def _day_part(value: str) -> str:
    """Cut a plain time of day off, so that a million moments become some thousand days."""
    if len(value) > 10 and _TIME_BEHIND.fullmatch(value, 10) and _WHOLE_DAY.fullmatch(value, 0, 10):
        return value[:10]
    return value


def _shapes(values: Sequence[str]) -> dict[str, tuple[Shape, int]]:
    return {text: (shape_of(text), count) for text, count in Counter(values).items()}


def _decide(shapes: Mapping[str, tuple[Shape, int]], order: str) -> DateColumn:
    if _counts_from_buddha(shapes):
        ours: Counter[str] = Counter()
        for text, (_, count) in shapes.items():
            ours[of_our_era(text)] += count
        return replace(_decide({text: (shape_of(text), n) for text, n in ours.items()}, order), buddhist=True)
    evidence = _Evidence()
    for text, (shape, count) in shapes.items():
        _weigh(evidence, shape, text, count)
    compact = "dmy" if evidence.compacts["dmy"] > evidence.compacts["ymd"] else "ymd"
    if compact == "dmy":
        evidence.orders.update(evidence.compact_orders)
        evidence.kinds["year last"] += evidence.kinds.pop("compact")
    column = DateColumn(
        order=order or _long_order(evidence),
        serial=_looks_serial(evidence.kinds),
        compact=compact,
    )
    short_order = order or _short_order(evidence, column.order)
    column = replace(column, short_order=short_order, calendar2=_short_calendar(evidence, short_order))
    if not column.order and evidence.kinds["day"] and not evidence.kinds["year last"]:
        column = replace(column, order="ymd")
    ambiguous = sum(
        count
        for text, (shape, count) in shapes.items()
        if shape.kind in ("year last", "short", "compact") and is_open(settle_shape(shape, text, column))
    )
    return replace(column, ambiguous=ambiguous)


def _weigh(evidence: _Evidence, shape: Shape, text: str, count: int) -> None:
    evidence.kinds[shape.kind] += count
    if shape.kind == "day":
        evidence.calendars[shape.calendar] += count
        if fold_digits(text.strip())[:4].isdecimal():
            evidence.first_year_places["first"] += count
    elif shape.kind == "year last":
        first, second, year = shape.numbers
        evidence.calendars[day_of(year, 1, 1)[1]] += count
        evidence.first_year_places["last"] += count
        if first != second:
            evidence.orders[order_of_two(first, second, shape.dotted)] += count
    elif shape.kind == "short":
        _weigh_short(evidence, shape, count)
        evidence.short_digits["latin" if text.isascii() else "other"] += count
        evidence.short_digits["dotted"] += count * (shape.dotted and text.isascii())
    elif shape.kind == "compact":
        number = shape.numbers[0]
        as_ymd, calendar = day_of(number // 10_000, number // 100 % 100, number % 100)
        evidence.compacts["ymd"] += count * (as_ymd is not None)
        year, first, second = number % 10_000, number // 1_000_000, number // 10_000 % 100
        evidence.compacts["dmy"] += count * any(
            day_of(year, *pair)[0] for pair in ((first, second), (second, first))
        )
        evidence.compact_orders[order_of_two(first, second, False)] += count * (first != second)
        evidence.calendars[calendar] += count * (as_ymd is not None)


def _weigh_short(evidence: _Evidence, shape: Shape, count: int) -> None:
    one, two, three = shape.numbers
    evidence.short_firsts.add(one)
    evidence.short_lasts.add(three)
    evidence.orders_if_last[order_of_two(one, two, shape.dotted)] += count * (one != two)
    if one > 31 or one == 0:
        evidence.short_places["first"] += count
    year_last = three > 31 or three == 0 or two > 12
    if year_last:
        evidence.short_places["last"] += count
    if (year_last or shape.dotted) and one != two:
        evidence.short_orders[order_of_two(one, two, shape.dotted)] += count
    if two in (2, 4, 6) and three == 31:
        evidence.short_digits["jalali day"] += count
    if two in (7, 8, 10, 12) and three == 31:
        evidence.short_digits["gregorian day"] += count


def _winner(counts: Counter[str], one: str, other: str) -> str:
    for name, against in ((one, other), (other, one)):
        if counts[name] and counts[name] >= _OVERWHELMING * counts[against]:
            return name
    return ""


def _long_order(evidence: _Evidence) -> str:
    """Give how day and month run where the year stands last.

    One cell such as 25/04/2024 proves it for a column written that way throughout. Where most dates are written
    otherwise every cell may come from another hand, and it takes more.
    """
    kinds = evidence.kinds
    throughout = kinds["year last"] >= kinds["day"] + kinds["compact"]
    order = _winner(evidence.orders, "dmy", "mdy")
    return order if throughout or evidence.orders[order] >= _PROOFS_IN_A_MIXED_COLUMN else ""


def _looks_serial(kinds: Counter[str]) -> bool:
    """Tell whether five digits are day numbers here: all that is no date in the column must look like one."""
    filled = kinds.total() - kinds["none"]
    understood = kinds["day"] + kinds["year last"] + kinds["compact"] + kinds["short"] + kinds["yearless"]
    return kinds["serial"] > 0 and (kinds["serial"] + understood) * 10 >= filled * 8


def _short_order(evidence: _Evidence, order: str) -> str:
    """Give where a year of two digits stands: shown by such dates themselves, else by the place of the long years."""
    place = _winner(evidence.short_places, "first", "last")
    if not place and not evidence.short_places.total():
        places = [name for name in ("first", "last") if evidence.first_year_places[name]]
        place = places[0] if len(places) == 1 else ""
        if not places and evidence.short_digits["dotted"]:
            place = "last"  # 03.04.24 is how Europe writes the day first
        elif not places and _far_more(evidence.short_firsts, evidence.short_lasts):
            evidence.short_orders.update(evidence.orders_if_last)
            place = "last"
        elif not places and _far_more(evidence.short_lasts, evidence.short_firsts):
            place = "first"
    if place == "first":
        return "ymd"
    if place == "last":
        return _winner(evidence.short_orders, "dmy", "mdy") or (order if order in ("dmy", "mdy") else "")
    return ""


_MANY_TIMES, _DAYS_ENOUGH = 3, 10


def _far_more(days: set[int], years: set[int]) -> bool:
    """Tell whether one place of dates holds so many more numbers than the other that it holds the days, and the other the years."""
    return len(days) >= _DAYS_ENOUGH and len(days) >= _MANY_TIMES * len(years)


def _short_calendar(evidence: _Evidence, short_order: str) -> str:
    """Give the calendar of years of two digits: that of most long years, else what the short dates show."""
    jalali, gregorian = evidence.calendars[JALALI], evidence.calendars[GREGORIAN]
    if jalali != gregorian:
        return JALALI if jalali > gregorian else GREGORIAN
    if not short_order or jalali:
        return ""
    shown = evidence.short_digits
    if short_order == "ymd" and shown["jalali day"] != shown["gregorian day"]:
        return JALALI if shown["jalali day"] > shown["gregorian day"] else GREGORIAN
    if shown["other"] > shown["latin"]:
        return JALALI
    return "" if short_order == "ymd" else GREGORIAN
