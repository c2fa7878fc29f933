"""Why a table is no list of customers, nor of what they did."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.fields import IGNORED, KNOWN_BY, NAMES, ONE_EACH
from smbcrm.core.grid import Grid
from smbcrm.core.heading_subject import is_a_customer, is_about_customers
from smbcrm.core.mapping import (
    Column,
    MappedColumns,
    clear_without_headings,
    names_somebody,
)
from smbcrm.core.say import say
from smbcrm.core.sheets.finding.headings import LayoutOptions as LayoutOptions
from smbcrm.core.sheets.finding.headings import NotATable as NotATable
from smbcrm.core.sheets.looks.suppliers import speaks_of_suppliers
from smbcrm.core.sheets.meaning.people import few_for_many, hardly_named
from smbcrm.core.sheets.rows.header_row import HeaderRow


def refusal_of(
    grid: Grid, mapped: MappedColumns, found: HeaderRow, values: Sequence[Sequence[str]]
) -> NotATable | None:
    """Give why the table under these headings is none that can be read, or None where it is one."""
    columns, open_ = mapped.columns, not mapped.by_owner
    refusal = _of_suppliers(grid, mapped) if open_ and found.position >= 0 else None
    refusal = refusal or _unclear(mapped, found) or _hardly_named(columns, values)
    if refusal is None and open_ and mapped.kind == "customers":
        refusal = _few_for_many(columns, values)
    return refusal


def _of_suppliers(grid: Grid, mapped: MappedColumns) -> NotATable | None:
    """Refuse a list of suppliers, which often stands in one workbook with the customers, as long as nobody says that they are customers, too."""
    naming = [c.heading for c in mapped.columns if c.field in NAMES]
    if any(is_a_customer(c.heading) or is_about_customers(c.heading) for c in mapped.columns):
        return None
    named = naming if naming and all(speaks_of_suppliers([heading]) for heading in naming) else []
    told = speaks_of_suppliers([grid.sheet, *named, grid.file.rpartition(".")[0]])
    if not told:
        return None
    reason = say("{name} speaks of suppliers: whom you buy from is no customer", name=told)
    return NotATable(reason=reason, asks=True, hint=say("if they are customers, too, say so: --as customers"))


def _unclear(mapped: MappedColumns, found: HeaderRow) -> NotATable | None:
    """Refuse a sheet whose columns do not tell who a customer is, or whether its rows are about customers at all."""
    columns = mapped.columns
    if found.position < 0 and not clear_without_headings(columns):
        reason = say(
            "without headings it is not clear which column holds the names and which the phone or e-mail"
        )
        return NotATable(reason=reason, asks=True)
    if not names_somebody(columns):
        return NotATable(
            reason=say("no column tells who a customer is: no name, phone, e-mail or code"), asks=True
        )
    if mapped.bank:
        reason = say("it is the statement of a bank account: whom you paid stands there beside who paid you")
        hint = say("keep the rows of what your customers paid, then: --as payments")
        return NotATable(reason=reason, asks=True, hint=hint)
    if not mapped.people:
        telling = [c for c in columns if c.field in KNOWN_BY]
        heading = next((c.heading for c in telling if c.field in NAMES), telling[0].heading)
        reason = say(
            "column {column} could name or number anything, and nothing beside it speaks of customers",
            column=heading,
        )
        return NotATable(reason=reason, asks=True, hint=say("if they are customers, say so: --as customers"))
    return None


def _hardly_named(columns: Sequence[Column], values: Sequence[Sequence[str]]) -> NotATable | None:
    """Refuse a sheet whose rows say much, but hardly any of them who it is about: a report or a form, not a list."""
    kept = [(c.field in KNOWN_BY, values[c.index]) for c in columns if c.field != IGNORED]
    few = hardly_named(kept)
    if few is None:
        return None
    named, rows = few
    reason = say("only {named} of {rows} rows {named:says|say} who the customer is", named=named, rows=rows)
    if not named:
        reason = say("no row says who the customer is")
    return NotATable(reason=reason, asks=True)


def _few_for_many(columns: Sequence[Column], values: Sequence[Sequence[str]]) -> NotATable | None:
    """Refuse a sheet whose names, and nothing else tells people apart there, are the same few over and over."""
    telling = [c for c in columns if c.field in KNOWN_BY]
    if any(c.field in ONE_EACH for c in telling):
        return None
    few = few_for_many([values[c.index] for c in telling])
    if few is None:
        return None
    different, rows = few
    if different == 1:
        reason = say(
            "column {column} holds one value in {rows} {rows:row|rows}: that is a group, not who somebody is",
            column=telling[0].heading,
            rows=rows,
        )
    else:
        reason = say(
            "column {column} holds only {n} different values in {rows} {rows:row|rows}: that is a group, not who somebody is",
            column=telling[0].heading,
            n=different,
            rows=rows,
        )
    return NotATable(reason=reason, asks=True, hint=say("if they are customers, say so: --as customers"))
