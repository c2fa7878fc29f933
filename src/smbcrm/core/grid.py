"""What a reader hands on: sheets of text cells, and what was odd about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from smbcrm.core.say import Say

ALIGNED = "aligned"
"""The delimiter of a text table whose columns are told by where they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something odd in a file that did not stop it from being read.

    `row` is the row number as a spreadsheet shows it (first row 1), or the physical line of a text file;
    None when it concerns the whole sheet. `column` is a heading or a column letter; empty when none.
    """

    what: Say
    row: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One sheet as text cells, exactly as read; blank rows are left out.

    `rows[i]` holds the cells of spreadsheet row (or physical line) `row_numbers[i]`; rows may differ in length, cells
    carry no trailing blanks columns, and dates and numbers that the file typed are written plainly: `2024-03-20`,
    `2024-03-20 14:05:00`, `1250000`, `99.5`, `TRUE`. A number that stands for text (a phone) has no `.0`.
    Row 0 holds headings that the reader made of the names of fields. `file` is the base name, `sheet` the sheet's name (empty for text files). `visible` is false for hidden sheets. `ruled` is
    how many cells most rows of a text file are written with, blank ones at the end included. `no_list` says what the file is where
    that is plainly no list: it is taken when a person says what its rows are.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[str]]
    row_numbers: Sequence[int]
    kind: str  # what the bytes are: "xlsx", "xls", "ods", "csv", "html", "vcf", "json", "dbf", "labelled"
    visible: bool = True
    encoding: str = ""
    delimiter: str = ""
    ruled: int = 0
    hidden_rows: int = 0
    problems: tuple[Problem, ...] = field(default_factory=tuple)
    no_list: Say | None = None
