"""Options that several commands share, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from smbcrm.core.selection import Filter, Selection
from smbcrm.errors import UsageError
from smbcrm.output.options import Format

FormatOption = Annotated[
    Format | None, typer.Option("-f", "--format", help="How to write it.", show_default="table")
]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to a file; its ending names the format."),
]
ColumnsOption = Annotated[
    str, typer.Option("--columns", metavar="A,B,...", help="Only these columns, in this order.")
]
SortOption = Annotated[
    str, typer.Option("--sort", metavar="A,-B", help="Sort by columns; -B is highest first.")
]
LimitOption = Annotated[
    int | None, typer.Option("-n", "--limit", min=0, metavar="N", help="At most so many.")
]
WhereOption = Annotated[
    str, typer.Option("--where", metavar="SQL", help="Only records for which this SQL expression holds.")
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show what would be done, change nothing.")]
YesOption = Annotated[bool, typer.Option("-y", "--yes", help="Do it without asking.")]

TierFilter = Annotated[str, typer.Option("--tier", metavar="A|B|C|D", help="Only this tier (several: A,B).")]
CityFilter = Annotated[str, typer.Option("--city", metavar="CITY", help="Only customers of this city.")]
TagFilter = Annotated[str, typer.Option("--tag", metavar="TAG", help="Only customers with this tag.")]
MinScoreFilter = Annotated[
    float | None, typer.Option("--min-score", metavar="N", help="Only customers with this score or more.")
]
NotContactedFilter = Annotated[
    str,
    typer.Option(
        "--not-contacted", metavar="60d", help="Only customers not contacted for so long (never counts)."
    ),
]

WhoArgument = Annotated[str, typer.Argument(metavar="WHO", help="Id, phone, e-mail, or part of a name.")]


def split(text: str) -> tuple[str, ...]:
    """Give the parts of a comma-separated option."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which records are wanted, and which of their columns, as typed."""

    where: WhereOption = ""
    columns: ColumnsOption = ""
    sort: SortOption = ""
    limit: LimitOption = None

    def selection(self, filters: tuple[Filter, ...] = ()) -> Selection:
        """Give them as a selection, with further conditions."""
        return Selection(
            columns=tuple(dict.fromkeys(split(self.columns))),
            sort=split(self.sort),
            limit=self.limit,
            where=self.where,
            filters=filters,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Choice):
    """What every command takes that lists records: which of them, and how they are written."""

    fmt: FormatOption = None
    output: OutputOption = None


def places_of(words: list[str]) -> dict[str, str | tuple[str, ...]]:
    """Read `FIELD=COLUMN` words, where a field may be named several times.

    Raises UsageError for a word without `=`, and for a field that does not exist.
    """
    if not words:
        return {}
    from smbcrm.core.say import say
    from smbcrm.usecases.edit_mapping import field_of

    found: dict[str, str | tuple[str, ...]] = {}
    for word in words:
        name, equals, place = (part.strip() for part in word.partition("="))
        if not (name and equals and place):
            raise UsageError(
                say("{word} is not FIELD=COLUMN", word=word), say("write it like name=B or 'mobile=Tel. 2'")
            )
        field_of(name)
        earlier = found.get(name, ())
        several = (*((earlier,) if isinstance(earlier, str) else earlier), place)
        found[name] = place if len(several) == 1 else several
    return found


def fields_of(words: list[str], *, example: str = "city=Shiraz") -> dict[str, str]:
    """Read `FIELD=VALUE` words; raises UsageError for a word without `=`, with an example of how it is written."""
    from smbcrm.core.say import say

    found = {}
    for word in words:
        name, equals, value = word.partition("=")
        if not equals or not name.strip():
            raise UsageError(
                say("{word} is not FIELD=VALUE", word=word),
                say("write it like `{example}`", example=example),
            )
        found[name.strip()] = value.strip()
    return found
