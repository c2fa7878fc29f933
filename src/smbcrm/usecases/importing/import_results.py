"""What an import is asked for, and what it gives back: every row accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from smbcrm.core.grid import Grid, Problem
from smbcrm.core.say import Say
from smbcrm.errors import UnreadableError
from smbcrm.usecases.merging.merge_results import Merged

if TYPE_CHECKING:
    from smbcrm.core.layout import NotATable
    from smbcrm.usecases.importing.handed_rows import HandedRows
    from smbcrm.usecases.importing.said_records import SaidRecord


def place(file: str, sheet: str) -> str:
    """Give where a sheet is, as a person says it."""
    return f"{file}: {sheet}" if sheet else file


class Reading(Protocol):
    """What a reader gives of one file."""

    @property
    def file(self) -> str:
        """The base name."""

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Its sheets."""

    @property
    def notes(self) -> tuple[Say, ...]:
        """What was noticed about the file as a whole."""

    @property
    def doubt(self) -> Say | None:
        """Why a person should look whether the file was read rightly."""

    @property
    def doubt_hint(self) -> Say | None:
        """What settles that."""

    @property
    def sha256(self) -> str:
        """Of its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """How the owner wants files to be read, where he said so."""

    as_kind: str = ""
    sheet: str = ""
    all_sheets: bool = False
    header_row: int | None = None
    no_header: bool = False
    date_order: str = ""
    mapping: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    country: str = ""
    default_country: str = ""  # where nobody says another one for this list
    source: str = ""
    prefer_new: bool = False
    merge: bool = True
    strict: bool = False
    create: bool | None = (
        None  # whether rows that name nobody on the list make a customer; None: as is usual for their kind
    )
    bring_back: bool = False  # those who were forgotten, too
    encoding: str = ""  # how bytes become cells: the same bytes may become others now
    delimiter: str = ""
    unattended: bool = False  # nobody is there to look: what is doubtful is not taken

    def asked(self) -> Iterator[tuple[str, str]]:
        """Give each field that the owner named a column for, with the column as he named it."""
        for field_, columns in self.mapping.items():
            for column in (columns,) if isinstance(columns, str) else columns:
                yield field_, column


@dataclass(frozen=True, slots=True, kw_only=True)
class RowNote:
    """A row that was not simply taken: where it is, what became of it, and why."""

    row: int
    status: str  # skipped, rejected; damaged where rows with damaged cells are asked for
    why: Say
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """What one column of a sheet was taken for: where it stands, its heading, its field, why, and one of its cells."""

    index: int
    heading: str
    field: str
    why: Say
    sample: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEdit:
    """A field in which the owner's own edit stands against what the file says now; `field` is empty where he parted two customers."""

    customer: int
    name: str
    field: str
    yours: str
    file: str
    told: Say


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetResult:
    """What was done with every row of one sheet; `rows_read` is the sum of the five counts."""

    file: str
    sheet: str
    kind: str
    source: int
    rows_read: int
    rows_imported: int
    rows_updated: int
    rows_unchanged: int
    rows_skipped: int
    rows_rejected: int
    rows_gone: int
    rows_bad: int  # taken, with a value that means nothing kept as it was typed
    how: Say
    notes: tuple[Say, ...]
    problems: tuple[Problem, ...]
    rows: tuple[RowNote, ...]
    columns: tuple[SheetColumn, ...]
    damaged: tuple[RowNote, ...] = ()  # only where they are a reason to import nothing
    new_rows: tuple[int, int] = (0, -1)  # the first and the last id of the rows that are new
    gone_rows: tuple[tuple[int, int], ...] = ()  # id and number of the rows that are no longer there
    # Known only when everybody is matched:
    rows_attached: int = (
        0  # new rows of those who were on the list, where the rows are sales, calls and the like
    )
    customers_made: int = 0  # whose the other new rows of such a sheet are: nobody had them before
    rows_waiting: int = 0  # rows that name nobody on the list and make nobody
    gone: tuple[
        tuple[int, int, str], ...
    ] = ()  # row number, customer and name of the rows that are no longer there
    kept: tuple[KeptEdit, ...] = ()


class RowsRefused(UnreadableError):  # noqa: N818 - not every row is good, and all were asked for
    """Nothing was imported because some rows are damaged; it knows which."""

    def __init__(self, sheets: Sequence[SheetResult], what: Say, hint: Say) -> None:
        super().__init__(what, hint)
        self.sheets = tuple(sheets)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A sheet that was not imported, and why."""

    file: str
    sheet: str
    rows: int
    reason: Say
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The whole import."""

    sheets: tuple[SheetResult, ...]
    left_out: tuple[LeftOut, ...]
    merged: Merged
    arrived: int = 0  # rows of earlier imports whose customer has come


@dataclass(slots=True, kw_only=True)
class Seen:
    """What became of the sheets so far; `unmapped` are the `--map` fields that no sheet had a column for yet.

    `said` is what the owner said of lists before; `handed` are the new rows of lists of customers, to be matched.
    """

    sheets: list[SheetResult] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    asking: list[tuple[str, NotATable]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    unmapped: set[str]
    said: list[SaidRecord]
    handed: list[HandedRows] = field(default_factory=list)
