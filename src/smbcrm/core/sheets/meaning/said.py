"""What a person has said about how to read a list, and what such lists are known by.

A list with headings is known by them, whatever their order, their case and the letters they are typed in. One without is known by
how many columns it has and by its name, numbers and dates in it apart: next month's file of the same till.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath

from smbcrm.core.fields import FIELDS, IGNORED, MANY, field_named
from smbcrm.core.text import fold, header_key

KEPT = "-"
"""What is typed for a field to keep a column as the owner's own."""

_SPOKEN = {"\t": "tab"}
_UNHEADED = re.compile(r"column_[A-Z]+")
_WORD = re.compile(r"[^\W\d_]+")
LOOKED_AT = 1000
"""So many rows of a sheet tell how many columns it has and what stands in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidColumn:
    """One column a person has decided on: its heading, which of several columns with that heading it is, and its field.

    An empty `field` keeps the column as the owner's own. `how` tells on which occasion it was said: "map" or "set".
    """

    heading: str
    nth: int
    field: str
    how: str = "map"

    @property
    def key(self) -> str:
        """What the column is looked up by."""
        return place_key(self.heading, self.nth)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All a person has said about lists of one layout; what was not said is empty.

    `pointed` tells that their headings are not those that the layout is known by: they stand in row `header_row`.
    """

    layout: str = ""
    name: str = ""
    columns: tuple[SaidColumn, ...] = ()
    header_row: int | None = None
    pointed: bool = False
    no_header: bool = False
    kind: str = ""
    date_order: str = ""
    country: str = ""
    encoding: str = ""
    delimiter: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """The fields by column key."""
        return {column.key: column.field for column in self.columns}

    def words(self) -> str:
        """Give it as the options that say the same, whatever the order it was said in; what tells two sayings apart.

        >>> Said(columns=(SaidColumn(heading="Full name", nth=1, field="name"),), date_order="dmy").words()
        "--map 'name=Full name' --date-order dmy"
        """
        words = []
        for column in sorted(self.columns, key=lambda one: one.key):
            place = column.heading if column.nth == 1 else f"{column.heading} ({column.nth})"
            words += ["--map", shlex.quote(f"{column.field or KEPT}={_as_letter(place)}")]
        if self.header_row is not None:
            words += ["--header-row", str(self.header_row)]
        if self.no_header and not self.pointed:
            words.append("--no-header")
        for option, value in (
            ("--as", self.kind),
            ("--date-order", self.date_order),
            ("--country", self.country),
            ("--encoding", self.encoding),
            ("--delimiter", self.delimiter),
        ):
            if value:
                words += [option, shlex.quote(_SPOKEN.get(value, value))]
        return " ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What was said of lists that a file may be like: by layout for those with headings, by width for those without.

    `same_name` are lists that are called exactly as the file is, `like_name` those that differ in numbers only.
    """

    headed: Mapping[str, Said] = field(default_factory=dict)
    same_name: Mapping[int, Said] = field(default_factory=dict)
    like_name: Mapping[int, Said] = field(default_factory=dict)


def _as_letter(place: str) -> str:
    return place.removeprefix("column_") if is_unheaded(place) else place


def place_key(heading: str, nth: int = 1) -> str:
    """Give what a column is looked up by: its heading folded, and which of several with that heading it is.

    >>> place_key("E-mail "), place_key("e mail", 2), place_key("#")
    ('email', 'email#2', '#')
    """
    key = header_key(heading) or heading.strip()
    return key if nth == 1 else f"{key}#{nth}"


def is_unheaded(name: str) -> bool:
    """Tell whether a column is called by its letter because it has no heading.

    >>> is_unheaded("column_B"), is_unheaded("Column B")
    (True, False)
    """
    return _UNHEADED.fullmatch(name) is not None


def stands_once(name: str) -> bool:
    """Tell whether a field stands in one column of a list only; phones, e-mails and their like may stand in several.

    >>> stands_once("name"), stands_once("mobile"), stands_once("")
    (True, False, False)
    """
    return name in FIELDS and FIELDS[name].key not in MANY


def holds_one(name: str) -> bool:
    """Tell whether a field has room for one column only: a second one could neither stand beside it nor be joined to it.

    >>> holds_one("amount"), holds_one("name"), holds_one("city"), holds_one("mobile")
    (True, False, False, False)
    """
    spec = FIELDS.get(name)
    return (
        spec is not None
        and spec.key not in MANY
        and name != "tender"
        and spec.read not in ("name", "text", "lines", "own", "phone", "email", "tags")
    )


def wanted_field(typed: str) -> str | None:
    """Give the field that a person names for a column, "" where he wants it kept as it is, None where it means nothing.

    >>> wanted_field("Full-name"), wanted_field("-"), wanted_field("ignored"), wanted_field("shoe")
    ('name', '', 'ignored', None)
    """
    word = typed.strip()
    if word in ("", KEPT):
        return ""
    return IGNORED if word.lower() == IGNORED else field_named(word) or None


def numbered(headings: Sequence[str]) -> list[tuple[str, int]]:
    """Give each heading with which of several columns of that heading it is over.

    >>> numbered(["Phone", "Name", "PHONE"])
    [('Phone', 1), ('Name', 1), ('PHONE', 2)]
    """
    seen: Counter[str] = Counter()
    found = []
    for heading in headings:
        key = place_key(heading)
        seen[key] += 1
        found.append((heading, seen[key]))
    return found


def layout_of(headings: Sequence[str]) -> str:
    """Give what lists with the same headings share, whatever the order of their columns; "" where there are none.

    >>> layout_of(["Name", "", "Phone"]) == layout_of(["phone", "NAME", "column_C"]) != layout_of(["Name"])
    True
    """
    keys = sorted(place_key(h) for h in headings if h.strip() and not is_unheaded(h))
    return sha256("|".join(keys).encode()).hexdigest()[:16] if keys else ""


def layout_without_headings(width: int, name: str) -> str:
    """Give what lists without headings share: the number of their columns and their name without its numbers.

    >>> layout_without_headings(3, "till 2026-01.csv"), layout_without_headings(3, "Till_2026_02.CSV: Sheet1")
    ('3 columns of till', '3 columns of till sheet')
    """
    return f"{width} columns of {' '.join(_family(name))}".rstrip()


def _family(name: str) -> list[str]:
    file, _, sheet = name.partition(": ")
    return _WORD.findall(fold(PurePath(file).stem)) + _WORD.findall(fold(sheet))


def width_of(rows: Sequence[Sequence[str]]) -> int:
    """Give how many columns a sheet without headings has."""
    return max(map(len, rows[:LOOKED_AT]), default=0)
