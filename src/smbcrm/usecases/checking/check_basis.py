"""What several findings of a check share: the store under examination, and how a finding names what mends it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from smbcrm.core import checking as rules
from smbcrm.core.checking import Finding
from smbcrm.core.command_line import TO_FILL_IN, command_line
from smbcrm.core.say import Say
from smbcrm.usecases.find_customer import REF_SQL
from smbcrm.usecases.mainly import main_country, main_unit
from smbcrm.usecases.ports import Store

REF = REF_SQL


ORIGIN = "s.kind, s.file, s.sheet, s.name, r.operation"


OF_EVENT = (
    "JOIN source_row r ON r.id = e.row_id JOIN source s ON s.id = r.source_id "
    "JOIN customer c ON c.id = r.customer_id WHERE c.archived = 0"
)


class Check:
    """The store under examination, and what several findings need to know of it."""

    def __init__(self, store: Store, today: datetime.date) -> None:
        self.read = store.read
        self.store = store
        self.today = today

    @cached_property
    def country(self) -> str:
        """The country most lists are of."""
        return main_country(self.store)

    @cached_property
    def unit(self) -> str:
        """The currency the shop's money is counted in."""
        found = main_unit(self.store)
        for (unit,) in (
            []
            if found
            else self.read(
                "SELECT json_extract(fields, '$.unit') AS unit FROM customer WHERE instr(fields, '\"unit\":') AND unit <> '' "
                "GROUP BY unit ORDER BY count(*) DESC, unit LIMIT 1"
            )
        ):
            found = str(unit)
        return found

    @cached_property
    def headings(self) -> dict[tuple[int, str], list[str]]:
        """The headings of each source under which cells of a field were kept aside."""
        found: dict[tuple[int, str], list[str]] = {}
        for source, text in self.read("SELECT id, headings FROM source ORDER BY id"):
            for heading, field, key, *_ in json.loads(text):
                if field:
                    found.setdefault((source, key), []).append(heading)
        return found

    def as_typed(self, source: int, field: str, fields: dict[str, Any]) -> str:
        """Give the cell of a row that was not understood as this field, as it was kept aside."""
        aside = fields.get("x", {})
        return next((str(aside[h]) for h in self.headings.get((source, field), ()) if aside.get(h)), "")

    def misread(self, field: str) -> Iterator[tuple[int, str, str]]:
        """Give customer, name and cell where a list has a cell in this field that says nothing we understand.

        A customer whose field was filled in from elsewhere since then is not among them.
        """
        seen: set[int] = set()
        for customer, name, source, text in self.read(
            "SELECT c.id, c.name, r.source_id, r.fields FROM source_row r JOIN customer c ON c.id = r.customer_id "
            "WHERE instr(r.fields, '\"bad\":') AND c.archived = 0 AND (r.lead IS NULL OR r.lead = r.id) "
            f"AND {'c.own_score' if field == 'own_score' else field_of('c.fields', field)} IS NULL ORDER BY c.id, r.id"
        ):
            fields = json.loads(text)
            cell = self.as_typed(source, field, fields) if field in fields.get("bad", ()) else ""
            if cell and customer not in seen:
                seen.add(customer)
                yield customer, name, cell

    def misread_events(self, table: str, fields: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Give row, name and cell of events of those on the list where a cell of these fields was not understood, and the origin."""
        for ref, name, text, source, *origin in self.read(
            f"SELECT {REF}, c.name, r.fields, s.id, {ORIGIN} FROM {table} e {OF_EVENT} "
            "AND instr(r.fields, '\"bad\":') GROUP BY r.id ORDER BY r.id"
        ):
            told = json.loads(text)
            for field in fields:
                cell = self.as_typed(source, field, told) if field in told.get("bad", ()) else ""
                if cell:
                    yield ref, name, cell, *origin


def customers_with(check: Check, field: str) -> Iterator[tuple[Any, ...]]:
    """Give id, name and value of the customers on the list who have a field."""
    return check.read(
        f"SELECT id, name, {field_of('fields', field)} AS value FROM customer "
        f"WHERE archived = 0 AND instr(fields, '\"{field}\":') AND value IS NOT NULL ORDER BY id"
    )


def field_of(column: str, field: str) -> str:
    """Give how a field is read from a JSON column."""
    return f"json_extract({column}, '$.{field}')"


def by_customer(finding: Finding) -> int:
    """Give the number of the customer a finding is about."""
    return int(finding.id[1:])


def at(customer: int, name: str, finding: str, what: Say, value: str, fix: str) -> Finding:
    """Give a finding about a customer."""
    return Finding(finding=finding, id=f"C{customer}", name=name, what=what, value=value, fix=fix)


def to_set(customer: int, name: str, finding: str, field: str, what: Say, value: str) -> Finding:
    """Give a finding about a customer that is mended by setting a field."""
    fix = command_line("set", f"C{customer}", f"{field}={TO_FILL_IN}")
    return at(customer, name, finding, what, value, fix)


def in_row(ref: str, name: str, finding: str, what: Say, value: str, origin: Sequence[Any]) -> Finding:
    """Give a finding in a row: mended in the file it came from and read again, or taken back if the owner wrote it."""
    kind, file, sheet, source, operation = origin
    undo = command_line("undo", str(operation))
    fix = undo if kind == "owner" else rules.import_again(file, sheet=sheet, source=source)
    return Finding(finding=finding, id=ref, name=name, what=what, value=value, fix=fix)
