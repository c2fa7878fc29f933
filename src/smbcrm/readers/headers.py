"""The table of known headings, read from the file beside this module."""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smbcrm.core.headers import HeaderTable


@cache
def load_headers() -> HeaderTable:
    """Give the headings known in Persian, English, German, French, Spanish, Arabic and Turkish."""
    from importlib.resources import files

    from smbcrm.core.headers import header_table

    text = files("smbcrm.readers").joinpath("header_synonyms.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    return header_table((field, language, heading) for field, language, heading in rows)
