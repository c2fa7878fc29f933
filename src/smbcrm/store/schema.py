"""The numbered migrations, and the shadow tables that keep what a change replaced."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from smbcrm.core.say import say
from smbcrm.errors import SmbcrmError

if TYPE_CHECKING:
    import sqlite3

# Every table an owner could miss a row of. The others (operation, counter, journal) are the book-keeping itself.
JOURNALLED = (
    "setting",
    "source",
    "customer",
    "source_row",
    "alias",
    "pair",
    "purchase",
    "interaction",
    "payment",
    "rating",
    "invoice",
    "link",
    "score",
    "tier",
    "tier_move",
    "plan",
    "plan_item",
    "mapping",
    "recipe",
    "recipe_exception",
    "task",
    "scoring",
    "tier_run",
    "synced",
    "workbook",
)
# What is computed from the others, one record for a customer: undoing an older operation computes it anew.
COMPUTED = ("customer",)
# What is computed from the whole list at once, tables that belong together side by side: undoing an older operation brings an
# older state back only when none was computed since.
WHOLE = (("score", "scoring"), ("tier",))
# Those with a row for each customer, under his id.
RANKED = ("score", "tier")
MIGRATIONS = (
    "001_first.sql",
    "002_match_index.sql",
    "003_payments_ratings.sql",
    "004_mappings.sql",
    "005_open_questions.sql",
    "008_records.sql",
    "010_planning.sql",
    "009_scores.sql",
    "011_workbook.sql",
    "006_undo_out_of_turn.sql",
    "015_pointed_headings.sql",
    "007_forgotten.sql",
    "016_left_out_rows.sql",
    "017_lean_words.sql",
    "018_told_pairs.sql",
    "019_encodings.sql",
)
APPLICATION_ID = 0x534D4243  # "SMBC": tells our file from any other SQLite file


def has_form(db: sqlite3.Connection) -> bool:
    """Tell whether anything was ever kept in a store: an empty file has no form yet."""
    return _version(db) > 0


def is_outdated(db: sqlite3.Connection) -> bool:
    """Tell whether a store is of an older form than this program writes.

    Raises SmbcrmError for a store written by a newer program, or for a file that is not a store.
    """
    version = _version(db)
    _refuse_strangers(db, version)
    return version < len(MIGRATIONS)


def migrate(db: sqlite3.Connection) -> None:
    """Bring a store to the newest form, all of it or nothing of it; another command may be doing the same."""
    if _version(db) == len(MIGRATIONS):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        version = _version(db)
        known = () if version else _MADE_BEFORE.get(MIGRATIONS, ())
        if not known:
            for number, name in enumerate(MIGRATIONS[version:], start=version + 1):
                text = _text_of(name)
                for statement in _statements(f"{text}\n{_shadows_sql(text)}"):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {number}")
        else:  # the outcome of all of them, as it was made in this process before
            for statement in known:
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if not version and not known:
            _MADE_BEFORE[MIGRATIONS] = tuple(_form_of(db))
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


_MADE_BEFORE: dict[tuple[str, ...], tuple[str, ...]] = {}


def _form_of(db: sqlite3.Connection) -> list[str]:
    """Give the statements that make a new store like this one in one go, with the few rows that the migrations put into it."""
    made = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    virtual = [name for _, name, sql in made if sql.startswith("CREATE VIRTUAL")]
    own = [
        (kind, name, sql)
        for kind, name, sql in made
        if not name.startswith("sqlite_") and not any(name.startswith(f"{one}_") for one in virtual)
    ]
    rows: list[str] = []
    for table in [name for kind, name, _ in own if kind == "table" and name not in virtual]:
        columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]
        quoted = ", ".join(f"quote({name})" for name in columns)
        rows += [
            f"INSERT INTO {table} VALUES ({', '.join(row)})"
            for row in db.execute(f"SELECT {quoted} FROM {table}")
        ]
    for name in virtual:  # how an index of words is set
        rows += [
            f"INSERT INTO {name} ({name}, rank) VALUES ({key}, {value})"
            for key, value in db.execute(f"SELECT quote(k), quote(v) FROM {name}_config WHERE k <> 'version'")
        ]
    return [*(sql for _, _, sql in own), *rows]


@lru_cache(maxsize=32)
def _text_of(name: str) -> str:
    """Give the text of a migration."""
    from importlib import resources

    return resources.files("smbcrm.store").joinpath("migrations", name).read_text(encoding="utf-8")


def _statements(script: str) -> Iterator[str]:
    """Give the statements of a script one by one: running it whole would end the transaction."""
    from sqlite3 import complete_statement

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""


def _version(db: sqlite3.Connection) -> int:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def _refuse_strangers(db: sqlite3.Connection, version: int) -> None:
    if version > len(MIGRATIONS):
        raise SmbcrmError(
            say(
                "the store was written by a newer smbcrm (its form is {found}, this one knows {known})",
                found=version,
                known=len(MIGRATIONS),
            ),
            say("update smbcrm, then try again"),
        )
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if tables and application != APPLICATION_ID:
        raise SmbcrmError(
            say("crm.db in the data folder is some other program's database"),
            say("name another folder with --data"),
        )


def _shadows_sql(migration: str) -> str:
    """Give, for each journalled table the migration makes, a table for replaced rows.

    The columns are copied from the live table, so a before-image is typed and exact, and undoing is one INSERT ... SELECT.
    """
    made = [table for table in JOURNALLED if f"CREATE TABLE {table} (" in migration]
    return "\n".join(
        f"CREATE TABLE before_{table} AS SELECT 0 AS entry, * FROM {table} WHERE 0;\n"
        f"CREATE INDEX before_{table}_entry ON before_{table} (entry);\n"
        f"CREATE INDEX before_{table}_id ON before_{table} (id);"
        for table in made
    )
