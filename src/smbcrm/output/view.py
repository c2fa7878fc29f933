"""What a command hands over to be shown: columns with a meaning, and rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Literal

from smbcrm.core.say import Say, say
from smbcrm.errors import UsageError

Kind = Literal[
    "text", "int", "score", "number", "money", "date", "phone", "share", "list", "say", "word", "origin", "bool"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column: a stable English key for machines, a heading for people, and what its values are.

    text    text as it is
    int     a whole number that is not a quantity (an id, a row number): digits are never grouped
    score   1 to 10, always with one decimal
    number  a quantity; thousands are grouped for people
    money   an amount; thousands are grouped for people
    date    ISO text (`2026-11-22`, `--05-17`, `2026-11-22T10:30:00`) or a date
    phone   E.164 text, an extension behind `;ext=`
    share   0 to 1, shown to people as 25%
    list    several texts, numbers or sentences
    say     a sentence
    word    one of the program's own words (call, skipped, same): English for machines, translated for people
    origin  the name of a file as it is; only that something was noted by hand is translated
    bool    yes or no

    Any kind accepts None, which means unknown, and any kind accepts several values in a list or tuple.
    """

    key: str
    heading: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class View:
    """Records to show, whatever the format; `rows` may be a generator and is read once.

    `title`, `footer` and `empty`, which stands in place of table and footer where there are no rows, are for people only: no machine
    format carries them. `name` names the records (a sheet, a file, a key in JSON), `id_column` is the key of the column that
    `--format ids` prints.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Sequence[object]]
    title: Say | None = field(default=None, kw_only=True)
    footer: tuple[Say, ...] = field(default=(), kw_only=True)
    empty: tuple[Say, ...] = field(default=(), kw_only=True)
    name: str = field(default="records", kw_only=True)
    id_column: str = field(default="id", kw_only=True)


def told_if_empty(view: View) -> View:
    """Give the view as people are shown it: where there are no rows and something is said instead, that alone."""
    if not view.empty:
        return view
    rows = iter(view.rows)
    first = next(rows, None)
    if first is None:
        return replace(view, columns=(), rows=(), footer=view.empty)
    return replace(view, rows=chain((first,), rows))


def at_most(view: View, limit: int | None) -> View:
    """Give the view with at most so many of its rows; who asks for none at all is not told that there are none."""
    if limit is None:
        return view
    return replace(view, rows=islice(view.rows, limit), empty=view.empty if limit else ())


def pick_columns(view: View, keys: Sequence[str]) -> View:
    """Give the view with these columns only, in this order; a column that is not there is a usage error."""
    places = {column.key: place for place, column in enumerate(view.columns)}
    unknown = [key for key in keys if key not in places]
    if unknown:
        raise UsageError(
            say("there is no column {name}", name=", ".join(unknown)),
            say("the columns are {names}", names=", ".join(places)),
        )
    chosen = [places[key] for key in keys]
    if chosen == list(range(len(view.columns))):
        return view

    def picked() -> Iterator[Sequence[object]]:
        for row in view.rows:
            yield [row[place] for place in chosen]

    return replace(view, columns=tuple(view.columns[place] for place in chosen), rows=picked())
