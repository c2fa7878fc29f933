"""The search through every text of a store for somebody who is to be forgotten, and what is taken out of each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from smbcrm.core.forgetting.json_texts import as_json, leaves, taken_out_of_json
from smbcrm.core.forgetting.spellings import Spellings
from smbcrm.core.text import fold
from smbcrm.store.erasing.his_tables import owner_column, tables, texts_of

# Columns of sentences that the program made: nobody misses a name in them.
MADE = frozenset({"reason", "evidence", "parts", "said", "words"})


# Where a customer's own row says who he is; what stands there is his, whoever else has the same.
IDENTITY = frozenset(
    {"name", "names", "first_name", "last_name", "company", "nickname", "phone", "phones", "email", "emails", "national_id", *("instagram", "telegram", "website")}
)  # fmt: skip


# Without text of people, or without a rowid to change it by.
_NOT_SEARCHED = frozenset({"counter", "journal", "derived", "forgotten_key", "forgotten", "forgotten_mark"})
_AT_ONCE = 2_000  # rows
_BORDER = "char(1)"  # between the texts of one row


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A text of somebody else's that names him, or did: whose row (None: nobody's), in which table and field."""

    customer: int | None
    table: str
    field: str


def hits(db: sqlite3.Connection, table: str, columns: str, spelled: Spellings) -> Iterator[tuple[Any, ...]]:
    """Give rowid and these columns of the rows of a table in whose texts he may be."""
    texts = texts_of(db, table)
    if not texts:
        return
    all_of_them = f" || {_BORDER} || ".join(
        f"CASE typeof({name}) WHEN 'text' THEN {name} ELSE '' END" for name in texts
    )
    rows = db.execute(f"SELECT rowid, {all_of_them} FROM {table}")
    while some := rows.fetchmany(_AT_ONCE):
        for place in spelled.may_be_among([text for _, text in some]):
            yield from db.execute(f"SELECT rowid, {columns} FROM {table} WHERE rowid = ?", some[place][:1])


class Sweep:
    """The search through every text that is left: what is taken out of it, whose rows changed by it, and what is only told."""

    def __init__(
        self,
        db: sqlite3.Connection,
        spelled: Spellings,
        *,
        personal: Mapping[str, object],
        mixed: frozenset[int],
        instead: str,
        everywhere: bool,
    ) -> None:
        self.db, self.spelled, self.personal, self.mixed = db, spelled, personal, mixed
        self.instead, self.everywhere = instead, everywhere
        self.changed: set[int] = set()
        self._theirs: dict[int, frozenset[str]] = {}
        self.mentions: list[Mention] = []

    def run(self) -> None:
        """Look through all tables, and what was kept of their rows."""
        for table in tables(self.db):
            if table not in _NOT_SEARCHED:
                self._table(table, table)
                self._table(table, f"before_{table}")

    def _table(self, table: str, name: str) -> None:
        texts = texts_of(self.db, name)
        if not texts:
            return
        owner = owner_column(self.db, name, table)
        wanted = ", ".join([owner, *texts])
        found = {row[0]: row for row in hits(self.db, name, wanted, self.spelled)}
        if name == "before_customer":  # what a mixed customer was shown with may be his without naming him
            found |= {
                row[0]: row
                for number in self.mixed
                for row in self.db.execute(f"SELECT rowid, {wanted} FROM {name} WHERE id = ?", (number,))
            }
        for rowid, whose, *cells in found.values():
            row = dict(zip(texts, cells))
            part = _Part(self, name, table, whose, self._own(name, whose, row))
            changed = {
                column: after
                for column, before in row.items()
                if (after := part.cleaned(column, before)) != before
            }
            if not changed:
                continue
            self.db.execute(
                f"UPDATE {name} SET {', '.join(f'{column} = ?' for column in changed)} WHERE rowid = ?",
                (*changed.values(), rowid),
            )
            if name == "source_row" and whose is not None:
                self.changed.add(whose)

    def _own(self, name: str, whose: int | None, row: Mapping[str, object]) -> frozenset[str]:
        """Give what is the other's own: of a row, by what it is known; of a mixed customer, everything that his rows say, folded."""
        if name in ("source_row", "before_source_row"):
            return _named_by(row)
        if name != "before_customer" or whose not in self.mixed:
            return frozenset()
        assert whose is not None
        if whose not in self._theirs:
            rows = self.db.execute("SELECT fields FROM source_row WHERE customer_id = ?", (whose,))
            self._theirs[whose] = frozenset(
                fold(text) for (fields,) in rows for text in leaves(json.loads(fields))
            )
        return self._theirs[whose]


def _named_by(row: Mapping[str, object]) -> frozenset[str]:
    """Give the texts by which a row says who it is about."""
    fields = as_json(str(row.get("fields") or ""))
    if not isinstance(fields, dict):
        return frozenset()
    found: set[str] = set()
    for key in IDENTITY & fields.keys():
        found.update(map(str, fields[key] if isinstance(fields[key], list) else [fields[key]]))
    return frozenset(found)


class _Part:
    """One row that he may be in."""

    def __init__(self, sweep: Sweep, name: str, table: str, whose: int | None, own: frozenset[str]) -> None:
        self.sweep, self.table, self.whose, self.own = sweep, table, whose, own
        self.mixed = name == "before_customer" and whose in sweep.mixed
        # What the workbook shows of nobody, like a recipe, is called there as it is called here.
        self.ours = table not in sweep.personal or (table == "synced" and whose is None)

    def cleaned(self, column: str, cell: object) -> object:
        """Give what a cell holds without him."""
        spelled = self.sweep.spelled
        if not isinstance(cell, str) or not (self.mixed or spelled.may_be_in(cell)):
            return cell
        if self.table == "operation":
            return "" if spelled.names(cell) else cell
        if column == "search":  # folded lines, made from the other columns
            return "\n".join(line for line in map(self._line, cell.split("\n")) if line)
        data = as_json(cell)
        if data is None:
            return self._text(column, cell, ()) or ""
        changed = taken_out_of_json(data, lambda text, at: self._text(column, text, at), self._heading)
        return cell if changed == data else json.dumps(changed, ensure_ascii=False, separators=(",", ":"))

    def _line(self, line: str) -> str:
        if self.mixed:
            return "" if self._says(line) else line
        return self.sweep.spelled.taken_out(line, fold(self.sweep.instead)) if self.sweep.everywhere else line

    def _heading(self, key: str) -> str:
        """Give a heading of a list without him: it is nobody's, and the same wherever the list is kept."""
        spelled = self.sweep.spelled
        return spelled.taken_out(key, self.sweep.instead) if spelled.names(key) else key

    def _says(self, text: str) -> bool:
        """Tell whether what a customer was shown with while he had rows of his is told by those rows alone."""
        return self.sweep.spelled.says(text) and fold(text) not in self.own

    def _text(self, column: str, text: str, at: tuple[str, ...]) -> str | None:
        spelled, gone = self.sweep.spelled, None if at else ""
        if self.ours or column in MADE:
            return spelled.taken_out(text, self.sweep.instead)
        if self.mixed:
            return gone if self._says(text) else text
        if (at[-1] if at else column) in IDENTITY:
            return text  # the other's own by right, as it was his
        if spelled.is_link(text):
            return gone if not any(spelled.alike(text, one) for one in self.own) else text
        if not spelled.names(text) or text in self.own:
            return text
        if column != "raw":
            self.sweep.mentions.append(
                Mention(customer=self.whose, table=self.table, field=at[-1] if at else column)
            )
        return spelled.taken_out(text, self.sweep.instead) if self.sweep.everywhere else text
