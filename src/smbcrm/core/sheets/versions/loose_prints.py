"""Rows compared by what their cells mean: a program that saves a list anew writes 21 as 21.0, and a phone without its zero."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from smbcrm.core.fields import FIELDS, PHONES, is_day
from smbcrm.core.money import parse_amount
from smbcrm.core.sheets.versions.versions import Cells, Heading
from smbcrm.core.text import clean, fold_digits

_PLAIN = re.compile(r"(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*?)0*)?")
_SUM = re.compile(r"[\d.,٬٫'’\s()+-]+")
_TIME = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_NUMBERED_DAY = re.compile(r"(?<!\d)(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})(?!\d)")
_MONTHS, _CENTURY = 12, 100
_SHORTEST_PHONE = 5


def cells_said(
    cells: Cells, headings: Sequence[Heading], fields: Mapping[str, Any], *, either: bool = False
) -> list[str]:
    """Give what the cells of a row say: the same for numbers, phones and days that are only written in another way.

    `headings` tell what stands where, `fields` what was understood of the row. Zeros before a code are part of it. `either`
    makes one of days that could be one if day and month changed places: one version may leave open which is which.
    """
    known = {place: (field, key) for _, field, key, place in headings if field in FIELDS}
    said = []
    for place, cell in enumerate(cells):
        field, key = known.get(place, ("", ""))
        if is_day(field) and cell.strip():
            day = _day_in(fields, key)
            told = either_way(str(day or cell)) if either else ""
            told = told or (str(day) if day else _day_typed(cell))
            said.append(f"{told}{_time(cell)}" if told else cell_said(cell, field))
        else:
            said.append(cell_said(cell, field))
    while said and not said[-1]:
        said.pop()
    return said


def _day_in(fields: Mapping[str, Any], key: str) -> Any:
    """Give the day that a column was read as; that of a bill is kept as the day it was issued where another one is the day of the row."""
    return fields.get(key) or (fields.get("issued") if key == "date" else None)


def either_way(text: str) -> str:
    """Give a day whose day and month could change places, the same for both; "" for any other.

    >>> either_way("2024-02-01"), either_way("01/02/2024"), either_way("2/1/24 10:05"), either_way("2024-02-13")
    ('24~1-2', '24~1-2', '24~1-2', '')
    """
    found = _NUMBERED_DAY.search(fold_digits(text))
    if found is None:
        return ""
    first, second, third = map(int, found.groups())
    year_first = len(found[1]) > 2
    year, others = (first, (second, third)) if year_first else (third, (first, second))
    if min(others) < 1 or max(others) > _MONTHS:
        return ""
    return f"{year % _CENTURY:02d}~{min(others)}-{max(others)}"


def _day_typed(cell: str) -> str:
    """Give a day in numbers that could not be read as it is typed, without zeros before them; "" for any other text."""
    found = _NUMBERED_DAY.search(fold_digits(cell))
    return "/".join(str(int(part)) for part in found.groups()) if found else ""


def _time(cell: str) -> str:
    """Give the time that stands beside a day; midnight is how programs write a day without one."""
    found = _TIME.search(fold_digits(cell))
    return "" if found is None or not found[0].strip("0:") else f" {found[0].removesuffix(':00')}"


def cell_said(cell: str, field: str) -> str:
    """Give what a cell of a field says, however it is written."""
    if field in PHONES:
        return phone_said(cell)
    return sum_said(cell) if field in FIELDS and FIELDS[field].read == "money" else number_said(cell)


def number_said(cell: str) -> str:
    """Give a cell as it is compared: a number without the zeros behind its point and without signs between thousands.

    >>> number_said("21.0"), number_said("1,234.50"), number_said("007"), number_said("2.0 kg")
    ('21', '1234.5', '007', '2.0 kg')
    """
    text = clean(cell)
    found = _PLAIN.fullmatch(fold_digits(text)) if text[-1:].isdigit() or text[-1:] == "." else None
    if found is None:
        return text
    return found[1] + found[2].replace(",", "") + (f".{found[3]}" if found[3] else "")


def phone_said(cell: str) -> str:
    """Give the digits of a phone without the zeros before them, which a spreadsheet takes off.

    >>> phone_said("0912 123 4567"), phone_said("9121234567"), phone_said("ext. 12")
    ('9121234567', '9121234567', 'ext. 12')
    """
    digits = re.sub(r"\D", "", fold_digits(cell))
    letters = any(map(str.isalpha, cell))
    return clean(cell) if letters or len(digits) < _SHORTEST_PHONE else digits.lstrip("0")


def sum_said(cell: str) -> str:
    """Give the value of a sum that stands without a word or a sign of a currency.

    >>> sum_said("1.234,50"), sum_said("1234.5"), sum_said("10 €")
    ('1234.5', '1234.5', '10 €')
    """
    text = clean(cell)
    amount = parse_amount(text) if _SUM.fullmatch(fold_digits(text)) else None
    return number_said(str(amount.value)) if amount is not None else text
