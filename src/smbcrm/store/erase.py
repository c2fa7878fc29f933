"""Take somebody out of a store so that nothing of him is left: not in its rows, not in what its journal kept of them, not in its free pages.

It works on whatever tables there are: what hangs on a customer or a row, through any number of links, is his; every other text is
searched for what he is known by. Only undoing is bent: what he was in is taken back for everybody else, and never brings him back.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smbcrm.core.forgetting import Spellings, as_json, leaves, taken_out_of_json
from smbcrm.core.text import fold

if TYPE_CHECKING:
    from smbcrm.store.sqlite import SqliteStore

# Tables that are about nobody in particular: a customer in them is a word in a text. All others hang on a customer or a row.
NOBODYS = frozenset(
    {
        "operation", "counter", "journal", "setting", "source", "plan", "mapping", "recipe", "scoring", "tier_run", "derived",
        "forgotten_key", "forgotten", "forgotten_mark", "workbook",
    }
)  # fmt: skip
# Columns by whose name one knows what they point at, where no foreign key says it.
POINTERS = {"customer_id": "customer", "row_id": "source_row", "row_a": "source_row", "row_b": "source_row"}
# Columns of sentences that the program made: nobody misses a name in them.
MADE = frozenset({"reason", "evidence", "parts", "said", "words"})
# Where a customer's own row says who he is; what stands there is his, whoever else has the same.
IDENTITY = frozenset(
    {"name", "names", "first_name", "last_name", "company", "nickname", "phone", "phones", "email", "emails", "national_id", *("instagram", "telegram", "website")}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A text of somebody else's that names him: whose row (None: nobody's), in which table and field."""

    customer: int | None
    table: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was taken out: how many rows of each table, and the texts of others that name him (left alone unless asked for)."""

    rows: Mapping[str, int]
    mentions: tuple[Mention, ...]


def personal_tables(db: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """Give the tables that hang on a customer or a row, parents before children, each with its columns and what they point at."""
    pointing = {table: _pointers(db, table) for table in tables(db) if table not in NOBODYS}
    found: dict[str, list[tuple[str, str]]] = {
        "customer": [("id", "customer")],
        "source_row": [("id", "source_row")],
    }
    while True:
        more = {
            table: [one for one in links if one[1] in found]
            for table, links in pointing.items()
            if table not in found and any(parent in found for _, parent in links)
        }
        if not more:
            return found
        found |= more


def tables(db: sqlite3.Connection) -> list[str]:
    """Give the tables of the store, without those that keep replaced rows and those that the word index is made of."""
    rows = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'before~_%' ESCAPE '~' "
        "AND name NOT LIKE 'customer~_words%' ESCAPE '~' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
    )
    return [name for (name,) in rows]


def _pointers(db: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    columns = columns_of(db, table)
    links = {column: parent for _, _, parent, column, *_ in db.execute(f"PRAGMA foreign_key_list({table})")}
    links |= {
        column: parent for column, parent in POINTERS.items() if column in columns and column not in links
    }
    return sorted(links.items())


def columns_of(db: sqlite3.Connection, table: str) -> list[str]:
    """Give the names of a table's columns; none when there is no such table."""
    return [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]


def texts_of(db: sqlite3.Connection, table: str) -> list[str]:
    """Give the names of the columns that may hold text."""
    return [
        name
        for _, name, kind, *_ in db.execute(f"PRAGMA table_info({table})")
        if kind.upper() not in ("INTEGER", "REAL", "INT", "NUM")
    ]


@contextmanager
def searching(db: sqlite3.Connection, spelled: Spellings) -> Iterator[None]:
    """Let SQL ask `names_him(text, ...)` inside the block."""
    db.create_function("names_him", -1, spelled.may_be_in)
    try:
        yield
    finally:
        db.create_function("names_him", -1, None)


def hits(db: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """Give rowid and these columns of the rows of a table in whose texts he may be."""
    texts = texts_of(db, table)
    if texts:
        yield from db.execute(f"SELECT rowid, {columns} FROM {table} WHERE names_him({', '.join(texts)})")


def erase(
    store: SqliteStore,
    *,
    customers: Sequence[int],
    rows: Sequence[int],
    mixed: Sequence[int],
    spelled: Spellings,
    name_words: frozenset[str],
    everywhere: bool,
    recompute: Callable[[Sequence[int]], object],
) -> Erased:
    """Take customers and rows out of a store, inside the transaction under way.

    `mixed` are customers who had rows of his for a while: what the journal kept of them then goes for his part. With `everywhere` the
    texts of others that name him are changed, too. `recompute` is given the customers whose rows changed.
    """
    db = store.db
    _mark(db, "customer", customers)
    _mark(db, "source_row", rows)
    instead = f"C{min(customers)}" if customers else "..."
    words = _operations_by_hand(db)
    sources = _sources(db)
    personal = personal_tables(db)
    counts = {table: _take_out(db, table, links) for table, links in personal.items()}
    _let_go(db, sources)
    sweep = _Sweep(
        db, spelled, personal=personal, mixed=frozenset(mixed), instead=instead, everywhere=everywhere
    )
    with searching(db, spelled):
        sweep.run()
    left = db.execute(
        "SELECT DISTINCT r.customer_id FROM source_row r JOIN temp.lost l ON l.id = r.customer_id"
    )
    recompute(sorted({*sweep.changed, *(number for (number,) in left)}))
    _forget_words(db, words, name_words)
    _tidy_journal(db)
    db.execute("DELETE FROM derived")
    db.execute("DROP TABLE temp.gone")
    db.execute("DROP TABLE temp.lost")
    db.execute("INSERT INTO customer_words (customer_words) VALUES ('rebuild')")
    return Erased(
        rows={table: count for table, count in counts.items() if count},
        mentions=tuple(dict.fromkeys(sweep.mentions)),
    )


def _mark(db: sqlite3.Connection, table: str, ids: Sequence[int]) -> None:
    db.execute(
        "CREATE TEMP TABLE IF NOT EXISTS gone (tbl TEXT, id INTEGER, PRIMARY KEY (tbl, id)) WITHOUT ROWID"
    )
    db.execute("CREATE TEMP TABLE IF NOT EXISTS lost (id INTEGER PRIMARY KEY)")
    db.executemany("INSERT OR IGNORE INTO temp.gone VALUES (?, ?)", ((table, number) for number in ids))


def _operations_by_hand(db: sqlite3.Connection) -> tuple[set[int], set[int]]:
    """Give the operations that wrote something of the owner's about him, and all that touched one row of his."""
    rows = "(SELECT id FROM temp.gone WHERE tbl = 'source_row')"
    written = {
        number
        for table in ("source_row", "before_source_row")
        for (number,) in db.execute(f"SELECT operation FROM {table} WHERE status = 'owner' AND id IN {rows}")
    }
    touched = db.execute(
        "SELECT DISTINCT j.operation FROM journal j JOIN temp.gone g ON g.tbl = j.tbl AND g.id = j.first WHERE j.first = j.last"
    )
    return written, {number for (number,) in touched}


def _sources(db: sqlite3.Connection) -> list[int]:
    rows = "(SELECT id FROM temp.gone WHERE tbl = 'source_row')"
    found = db.execute(
        f"SELECT source_id FROM source_row WHERE id IN {rows} UNION SELECT source_id FROM before_source_row WHERE id IN {rows}"
    )
    return [number for (number,) in found]


def _take_out(db: sqlite3.Connection, table: str, links: Sequence[tuple[str, str]]) -> int:
    """Delete what is his in a table and in what was kept of it; remember those ids for the tables that hang on this one."""
    his = " OR ".join(
        f"{column} IN (SELECT id FROM temp.gone WHERE tbl = '{parent}')" for column, parent in links
    )
    if table == "alias":  # its own id is that of a customer, too
        his += " OR id IN (SELECT id FROM temp.gone WHERE tbl = 'customer')"
    if table == "source_row":
        db.execute(
            f"INSERT OR IGNORE INTO temp.lost SELECT customer_id FROM source_row WHERE ({his}) AND customer_id IS NOT NULL"
        )
    if table not in ("customer", "source_row"):
        db.execute(f"INSERT OR IGNORE INTO temp.gone SELECT '{table}', id FROM {table} WHERE {his}")
    mine = f"SELECT id FROM temp.gone WHERE tbl = '{table}'"
    count = db.execute(f"DELETE FROM {table} WHERE id IN ({mine})").rowcount
    if columns_of(db, f"before_{table}"):
        if table not in ("customer", "source_row"):
            db.execute(
                f"INSERT OR IGNORE INTO temp.gone SELECT DISTINCT '{table}', id FROM before_{table} WHERE ({his}) AND id NOT IN (SELECT id FROM {table})"
            )
            db.execute(f"DELETE FROM before_{table} WHERE {his}")
        db.execute(f"DELETE FROM before_{table} WHERE id IN ({mine})")
    return count


def _let_go(db: sqlite3.Connection, sources: Sequence[int]) -> None:
    """Let the rows of others no longer lean on his, and let his lists be read anew when they come again."""
    rows, customers = (
        f"(SELECT id FROM temp.gone WHERE tbl = '{table}')" for table in ("source_row", "customer")
    )
    for table in ("source_row", "before_source_row"):
        db.execute(f"UPDATE {table} SET lead = id WHERE lead IN {rows}")
        db.execute(f"UPDATE {table} SET home = NULL WHERE home IN {customers}")
    db.execute(
        "UPDATE source_row SET anchor = (SELECT c.lead FROM customer c WHERE c.id = source_row.customer_id) "
        f"WHERE anchor IN {rows}"
    )
    # A file that has not changed is counted, not read: his row in it would be counted as one of the list.
    for table in ("source", "before_source"):
        db.executemany(f"UPDATE {table} SET sha256 = '' WHERE id = ?", ((number,) for number in sources))


# Without text of people, or without a rowid to change it by.
_NOT_SEARCHED = frozenset({"counter", "journal", "derived", "forgotten_key", "forgotten", "forgotten_mark"})


class _Sweep:
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
        owner = _owner_column(self.db, name, table)
        wanted = ", ".join([owner, *texts])
        found = {row[0]: row for row in hits(self.db, name, wanted)}
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

    def __init__(self, sweep: _Sweep, name: str, table: str, whose: int | None, own: frozenset[str]) -> None:
        self.sweep, self.table, self.whose, self.own = sweep, table, whose, own
        self.mixed = name == "before_customer" and whose in sweep.mixed
        self.ours = table not in sweep.personal

    def cleaned(self, column: str, cell: object) -> object:
        """Give what a cell holds without him."""
        spelled = self.sweep.spelled
        if not isinstance(cell, str) or not (self.mixed or spelled.may_be_in(cell)):
            return cell
        if self.table == "operation":
            return "" if spelled.names(cell) else cell
        if column == "search":  # folded lines, made from the other columns
            if not self.mixed:
                return cell
            return "\n".join(line for line in cell.split("\n") if not self._says(line))
        data = as_json(cell)
        if data is None:
            return self._text(column, cell, ()) or ""
        changed = taken_out_of_json(data, lambda text, at: self._text(column, text, at))
        return cell if changed == data else json.dumps(changed, ensure_ascii=False, separators=(",", ":"))

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
        if self.sweep.everywhere:
            return spelled.taken_out(text, self.sweep.instead)
        if column != "raw":
            self.sweep.mentions.append(
                Mention(customer=self.whose, table=self.table, field=at[-1] if at else column)
            )
        return text


def _owner_column(db: sqlite3.Connection, name: str, table: str) -> str:
    """Give SQL for the customer that a row of a table is about."""
    columns = columns_of(db, name)
    if table == "customer":
        return "id"
    if "customer_id" in columns:
        return "customer_id"
    if "row_id" in columns:
        return f"(SELECT r.customer_id FROM source_row r WHERE r.id = {name}.row_id)"
    return "id" if table in ("score", "tier") else "NULL"


def _forget_words(
    db: sqlite3.Connection, operations: tuple[set[int], set[int]], name_words: frozenset[str]
) -> None:
    """Forget the command lines by which the owner wrote about him; of others that touched him those that call him by a word of his name."""
    written, touched = operations
    known = dict(db.execute("SELECT id, words FROM operation WHERE words <> ''"))
    gone = [
        number
        for number in (written | touched) & known.keys()
        if number in written or not name_words.isdisjoint(fold(known[number]).split())
    ]
    db.executemany("UPDATE operation SET words = '' WHERE id = ?", ((number,) for number in gone))


def _tidy_journal(db: sqlite3.Connection) -> None:
    """Take out the lines of the journal that were about nothing but him, and the operations that are left with none.

    An operation stays while one that took it back stays, and the other way round: what holds and what does not must not change.
    """
    db.execute(
        "DELETE FROM journal WHERE (SELECT count(*) FROM temp.gone g WHERE g.tbl = journal.tbl "
        "AND g.id BETWEEN journal.first AND journal.last) = journal.last - journal.first + 1"
    )
    empty: dict[int, int | None] = dict(
        db.execute(
            "SELECT id, undoes FROM operation WHERE id NOT IN (SELECT operation FROM journal)"
        ).fetchall()
    )
    undone_by = db.execute("SELECT id, undoes FROM operation WHERE undoes IS NOT NULL").fetchall()
    while kept := [n for n, undoes in empty.items() if undoes is not None and undoes not in empty] + [
        undoes for number, undoes in undone_by if undoes in empty and number not in empty
    ]:
        for number in kept:
            empty.pop(number, None)
    db.executemany(
        "DELETE FROM operation WHERE id = ?", ((number,) for number in sorted(empty, reverse=True))
    )
