"""What the sheets of the workbook are: their columns, who owns each, and what its cells hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Owner = Literal["id", "yours", "computed"]
Holds = Literal["text", "lines", "phone", "list", "tags", "date", "number", "score", "yesno", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Col:
    """One column of a sheet of ours.

    `key` names it to the program and never changes; a column of the owner's own is `x.` and its heading. `heading` is English,
    translated when it is written, unless it is the owner's own.

    holds: `text` as typed · `lines` text of several lines · `phone` one number · `list` several texts in one cell, `tags` also parted by commas · `date` ISO text ·
    `number` a quantity · `score` 1 to 10 · `yesno` yes, or nothing · `words` a sentence or word of the program's, shown and never read
    """

    key: str
    heading: str
    holds: Holds = "text"
    owner: Owner = "yours"
    own_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One sheet of ours: its name in English and its columns, the one with the id among them.

    `id_key` names the column that tells rows apart. `takes_rows`: a row without an id is something new. `gone_means_gone`:
    a row taken out of the sheet takes its record off the list; elsewhere it comes back.
    """

    name: str
    id_key: str
    columns: tuple[Col, ...]
    takes_rows: bool = False
    gone_means_gone: bool = False

    def column(self, key: str) -> Col:
        """Give a column by its key."""
        return next(column for column in self.columns if column.key == key)


CUSTOMERS_SHEET = "Customers"
PLAN_SHEET = "Plan"
RECIPES_SHEET = "Recipes"
REVIEW_SHEET = "Review"
LOG_SHEET = "Log"
SUMMARY_SHEET = "Summary"
