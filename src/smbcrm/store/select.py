"""Choosing among records: the owner's columns, conditions and order, run by SQLite on a view.

The connection reads only; on top of that, while an expression of the owner's is compiled, everything but reading is refused.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from smbcrm.core.say import say
from smbcrm.core.selection import Selection
from smbcrm.errors import UsageError
from smbcrm.store.trouble import expression_error

# What goes wrong with a file or is broken off, whatever was asked; anything else is about the words of the question.
_OF_THE_FILE = frozenset(
    {
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOTADB,
    }
)  # fmt: skip

# A column that is asked to be empty: a text that nobody gave is kept as an empty one. What stands in quotes, and END, is no column.
_ASKED_EMPTY = re.compile(
    r"""'[^']*'|(?<![\w.])((?!END\b)[^\W\d]\w*|"[^"]+"|\[[^\]]+\])(?=\s+(?:IS\s+(?:NOT\s+)?NULL|ISNULL|NOTNULL)\b)""",
    re.IGNORECASE,
)

# Columns of the views that are there to choose and join by, not to be shown.
INNER = frozenset(
    {
        "fields",
        "search",
        "archived",
        "customer",
        "row_id",
        "source_id",
        "raw",
        "a_id",
        "b_id",
        "plan_id",
        "item_id",
        "move_id",
    }
)


def select(
    db: sqlite3.Connection,
    view: str,
    columns: Sequence[str],
    *,
    selection: Selection,
    order: str,
    custom: Mapping[str, Sequence[str]] = {},
) -> Iterator[tuple[Any, ...]]:
    """Give the chosen columns of the chosen records of a view, in the chosen order (else `order`).

    `custom` names further columns: name -> where their values stand, the first place that has one counts: paths inside the JSON
    column `fields`, which begin with `$`, or columns of the view. Raises UsageError for a column that does not exist or an
    expression that means nothing.
    """
    known = [name for _, name, *_ in db.execute(f"PRAGMA table_info({view})")]
    wanted = [_find(column, known, custom) for column in columns]
    # A list can have thousands of own columns, a query only two thousand: those that are asked for are enough.
    by = [_find(item.lstrip("-+"), known, custom) for item in selection.sort]
    extra = _mentioned(selection, [*wanted, *by], [name for name in custom if name not in known])
    base = view
    if extra:
        paths = ", ".join(f"{_value(custom[name])} AS {_quoted(name)}" for name in extra)
        base = f"(SELECT {view}.*, {paths} FROM {view})"
    conditions = [condition for condition, _ in selection.filters]
    values = [value for _, given in selection.filters for value in given]
    if conditions:
        base = f"(SELECT * FROM {base} WHERE {' AND '.join(conditions)})"
    sql = f"SELECT {', '.join(map(_quoted, wanted))} FROM {base}"
    if selection.where:  # outside our own conditions, so that no bracket of the owner's reaches into them
        sql += f" WHERE {_ASKED_EMPTY.sub(_or_empty, selection.where)}\n"
    sql += f" ORDER BY {_order(selection.sort, known, custom, order)}"
    if selection.limit is not None:
        sql += " LIMIT ?"
        values.append(selection.limit)
    return _run(db, sql, values)


def _or_empty(found: re.Match[str]) -> str:
    return f"nullif({found[1]}, '')" if found[1] else found[0]


def _run(db: sqlite3.Connection, sql: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    if "fold(" in sql.lower():  # its tables take longer to load than most lists to show
        from smbcrm.core.text import fold

        db.create_function(
            "fold", 1, lambda text: fold(text) if isinstance(text, str) else text, deterministic=True
        )
    reading = {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        33,
    }  # 33: SQLITE_RECURSIVE

    def only_reading(action: int, *_: object) -> int:
        return sqlite3.SQLITE_OK if action in reading else sqlite3.SQLITE_DENY

    db.execute("SELECT 1 FROM json_each('[]')")  # set up once here: later it would look like making a table
    db.set_authorizer(only_reading)
    try:
        return db.execute(sql, [json.dumps(value) if isinstance(value, list) else value for value in values])
    except (
        sqlite3.OperationalError,
        sqlite3.DatabaseError,
        sqlite3.Warning,
        sqlite3.ProgrammingError,
    ) as problem:
        if getattr(problem, "sqlite_errorcode", 0) & 0xFF in _OF_THE_FILE:
            raise
        raise expression_error(problem) from problem
    finally:
        db.set_authorizer(None)


def _mentioned(selection: Selection, columns: Sequence[str], names: Sequence[str]) -> list[str]:
    """Give the names that stand in what is asked for; too many do no harm."""
    text = "\n".join([selection.where, *(condition for condition, _ in selection.filters)]).casefold()
    chosen = set(columns)
    return [name for name in names if name in chosen or name.replace('"', '""').casefold() in text]


def _find(column: str, known: Sequence[str], custom: Mapping[str, Sequence[str]]) -> str:
    for name in (*known, *custom):
        if name == column:
            return name
    from smbcrm.core.text import fold

    for name in (*known, *custom):
        if fold(name) == fold(column):
            return name
    from difflib import get_close_matches

    names = list(dict.fromkeys(name for name in (*known, *custom) if name not in INNER))
    alike = get_close_matches(column, names)
    raise UsageError(
        say("there is no column {column}", column=column),
        say("perhaps {columns}", columns=", ".join(alike))
        if alike
        else say("choose among: {columns}", columns=", ".join(names)),
    )


def _order(sort: Sequence[str], known: Sequence[str], custom: Mapping[str, Sequence[str]], order: str) -> str:
    # An unknown is never good and never zero: whichever way we sort, it comes last.
    keys = []
    for item in sort:
        name = _quoted(_find(item.lstrip("-+"), known, custom))
        keys.append(f"{name} IS NULL OR {name} = ''")
        keys.append(f"{name} {'DESC' if item.startswith('-') else 'ASC'}")
    return ", ".join([*keys, order])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _value(places: Sequence[str]) -> str:
    found = [
        f"json_extract(fields, {_text(p)})" if p.startswith("$") else f"nullif({_quoted(p)}, '')"
        for p in places
    ]
    return found[0] if len(found) == 1 else f"coalesce({', '.join(found)})"
