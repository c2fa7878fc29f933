"""From a table to typed rows: every row with what it says, or why it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from smbcrm.core.beside import made_beside
from smbcrm.core.bulk import bulk
from smbcrm.core.column_letters import column_letter
from smbcrm.core.grid import Problem
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.say import Say, listed_rows, say
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.gathering import gather
from smbcrm.core.sheets.values.key_column import choose_key
from smbcrm.core.sheets.versions.versions import fingerprint

NOBODY = say("nothing to know a customer by: no name, phone, e-mail or code")
EMPTY_SALE = say("neither a date nor an amount")
UNREADABLE_SALE = say("neither its date nor its amount can be read")
CARRIED_ON = say("the row only carries a balance on")
CALLED_OFF = say("the order was cancelled or paid back")
NEVER_PAID = say("the payment failed, or was cancelled or paid back")
DAMAGED = {
    frozenset({"phones"}): say("nothing but a damaged number to know the customer by"),
    frozenset({"name"}): say("nothing but a damaged name to know the customer by"),
    frozenset({"name", "phones"}): say(
        "nothing but a damaged name and a damaged number to know the customer by"
    ),
}

_KNOWN_BY = frozenset(
    {
        "name",
        "company",
        "phones",
        "emails",
        "national_id",
        "customer_code",
        "crm_id",
        "nickname",
        "instagram",
        "telegram",
    }
)
_TOLD_OF_A_SALE = frozenset(
    {"date", "due_date", "amount", "billed", "order_id", "product", "rating", "text", "kind"}
)
_FEW_OF_ALL = 0.5
"""Where more of the sales than this tell nothing but a number, that is how the list tells them."""
_READ_OF_A_SALE = frozenset({"date", "due_date", "amount", "billed", "unit_price"})
"""What a row tells that is not understood in one of these, and nothing else of a sale, is no empty row but a damaged one."""


# Made for each row of a long list: frozen ones would take three times as long to make.
@dataclass(slots=True, kw_only=True)
class ParsedRow:
    """One row as read: its raw cells and their fingerprint, what they say by field, and whether it counts.

    `status` is "ok", "skipped" (not a record: totals, repeated headings, nobody named) or "rejected" (damaged beyond
    use), with the `reason`. `key` is the value of the sheet's key column.
    """

    number: int
    cells: Sequence[str]
    fingerprint: int
    status: str
    reason: Say | None
    key: str
    gathered: Gathered | None = field(default=None, repr=False)  # what its fields are read from, and where
    place: int = 0

    @property
    def odd(self) -> bool:
        """Tell whether some field of it looks wrong."""
        return self.gathered is not None and self.place in self.gathered.bad

    @property
    def fields(self) -> dict[str, object]:
        """Give the fields that hold something; made anew each time."""
        return {} if self.gathered is None else self.gathered.told_by(self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedSheet:
    """A sheet read to the end: its rows in their order, and all that was guessed or odd."""

    kind: str
    signature: str
    columns: tuple[Column, ...]
    key_column: str
    country: str
    notes: tuple[Say, ...]
    problems: tuple[Problem, ...]
    rows: list[ParsedRow]
    date_order: str = ""  # of all its days, where it was told or one column proves it for the others
    sums_of_orders: bool = False  # which line of an order has a sum depends on the lines around it


def parse_table(table: Table, *, country: str, date_order: str = "") -> ParsedSheet:
    """Give the typed rows of a table; phones are read for `country` if given, else for what the list itself shows."""

    def prints() -> list[list[int]]:
        return [[fingerprint(cells) for _, cells in table.rows]]

    with bulk(), made_beside(prints, rows=len(table.rows)) as printed:
        gathered = gather(table, country=country, date_order=date_order)
        key_column, keys = choose_key(table, gathered)
        rows = _rows(table, gathered, keys, next(printed))
    if table.skipped:
        left_out = [
            ParsedRow(
                number=number,
                cells=cells,
                fingerprint=fingerprint(cells),
                status="skipped",
                reason=why,
                key="",
            )
            for number, cells, why in table.skipped
        ]
        rows = sorted([*rows, *left_out], key=lambda row: row.number)
    return ParsedSheet(
        kind=table.kind,
        signature=table.signature,
        columns=table.columns,
        key_column=key_column,
        country=gathered.country,
        notes=(*table.notes, *gathered.notes, *_bare_names(table, gathered)),
        problems=(*_under_headings(table), *gathered.problems),
        rows=rows,
        date_order=gathered.date_order,
        sums_of_orders=gathered.sums_of_orders,
    )


def _bare_names(table: Table, gathered: Gathered) -> list[Say]:
    """Say which rows tell who somebody is and nothing more: nobody can call him, and no other row be known for his."""
    bare = gathered.rows_with_only(_BARE) if table.kind == "customers" else []
    if not bare:
        return []
    return [
        say(
            "{count} {count:row tells|rows tell} nothing but a name: {count:row|rows} {rows}",
            count=len(bare),
            rows=listed_rows([gathered.numbers[i] for i in bare]),
        )
    ]


_BARE = frozenset({"name", "first_name", "last_name", "company", "name_prefix"})


def _under_headings(table: Table) -> list[Problem]:
    """Give what was odd in the sheet, each column by its heading: a person knows those, not letters."""
    headings = {column_letter(column.index): column.heading for column in table.columns}
    return [
        replace(problem, column=headings.get(problem.column, problem.column))
        for problem in table.grid.problems
    ]


def _rows(table: Table, gathered: Gathered, keys: Sequence[str], prints: Sequence[int]) -> list[ParsedRow]:
    rows: list[ParsedRow] = []
    nobody = gathered.rows_without(_KNOWN_BY)
    empty = frozenset() if table.kind == "customers" else gathered.rows_without(_TOLD_OF_A_SALE)
    if table.kind == "purchases":
        only_numbered = gathered.rows_without(_TOLD_OF_A_SALE - {"order_id"})
        if len(only_numbered) <= _FEW_OF_ALL * len(table.rows):  # "2 | record(s) downloaded | from 101"
            empty |= only_numbered
    for i, ((number, cells), key, print_) in enumerate(zip(table.rows, keys, prints)):
        status, reason = "ok", None
        if i in nobody:
            status, reason = "skipped", NOBODY
        elif i in empty:
            damaged = not _READ_OF_A_SALE.isdisjoint(gathered.bad.get(i, ()))
            status, reason = ("rejected", UNREADABLE_SALE) if damaged else ("skipped", EMPTY_SALE)
        elif i in gathered.called_off:
            status, reason = "skipped", NEVER_PAID if table.kind == "payments" else CALLED_OFF
        elif i in gathered.left_out:
            status, reason = "skipped", gathered.left_out[i]
        elif i in gathered.carried_on:
            status, reason = "skipped", CARRIED_ON
        if (
            i in gathered.damaged
            and i in gathered.bad
            and _KNOWN_BY.intersection(gathered.told_by(i)) <= gathered.damaged[i]
        ):
            status, reason = "rejected", DAMAGED[frozenset(gathered.damaged[i])]
        rows.append(
            ParsedRow(
                number=number,
                cells=cells,
                fingerprint=print_,
                status=status,
                reason=reason,
                key=key,
                gathered=gathered,
                place=i,
            )
        )
    return rows
