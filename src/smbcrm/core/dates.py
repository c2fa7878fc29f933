"""Dates: what a cell means, what a column means, what a person types, and how a day is shown."""

from __future__ import annotations

from smbcrm.core.values.date_cells import DateColumn, ParsedDate, parse_date
from smbcrm.core.values.date_shapes import LUNAR
from smbcrm.core.values.dates_column import decide_dates, parse_date_column
from smbcrm.core.values.days import read_day, read_span
from smbcrm.core.values.jalali import show_day

__all__ = [
    "LUNAR",
    "DateColumn",
    "ParsedDate",
    "decide_dates",
    "parse_date",
    "parse_date_column",
    "read_day",
    "read_span",
    "show_day",
]
