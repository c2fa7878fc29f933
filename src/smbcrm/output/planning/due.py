"""What is due, as a short digest for people and as records for machines."""

from __future__ import annotations

import json
from collections.abc import Sequence

from smbcrm.core.say import from_data, say
from smbcrm.output.dealings.record_sets import PLAN, keys, pick
from smbcrm.output.sentences import told
from smbcrm.output.view import Column, View
from smbcrm.usecases.planning.shown_plan import Backlog

MORE = (
    Column("phone", "Phone", "phone"),
    Column("text", "What to say", "say"),
    Column("last_words", "Last words"),
    Column("last_words_date", "On", "date"),
)
DIGEST = ("item", "date", "kind", "name", "phone", "minutes", "reason", "last_words_date", "last_words")


def shown_columns(asked: Sequence[str], *, for_people: bool) -> tuple[str, ...]:
    """Give the columns to read: as asked, else what a person needs to pick up the phone, else what scripts rely on."""
    return tuple(asked) or (DIGEST if for_people else keys(PLAN))


def due_view(
    rows: Sequence[Sequence[object]], columns: Sequence[str], late: Backlog, *, for_people: bool
) -> View:
    """Give what is due; people are shown the last words with their day in one cell."""
    cells = list(told(rows, columns))
    for place in (at for at, key in enumerate(columns) if key == "text"):
        for row in cells:
            row[place] = from_data(json.loads(str(row[place]))) if row[place] else None
    shown = pick(columns, (*PLAN, *MORE))
    if for_people:
        cells = [[*row[:-2], _words(row[-2], row[-1])] for row in cells]
        shown = (*shown[:-2], Column("last_words", "Last words", "say"))
    footer = [
        say(
            "One is done: `smbcrm done ITEM`; another day: `smbcrm snooze ITEM --to +3d`; not at all: `smbcrm skip ITEM --why`"
        )
    ]
    if str(late.line):
        footer.insert(0, late.line)
    return View(shown, cells, title=say("Due"), footer=tuple(footer), name="due", id_column="item")


def _words(day: object, text: object) -> object:
    return say("{date}: {text}", date=day, text=text) if text else None
