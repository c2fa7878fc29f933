"""A list whose marks were taken for scores as they are: read that way again, whatever its newest version alone would show."""

from __future__ import annotations

from dataclasses import replace

from smbcrm.core.mapping import Column
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.say import say
from smbcrm.core.sheets.values.cells import NOT_A_SCORE, read_scores
from smbcrm.core.sheets.values.gathered import Gathered


def with_marks_up_to_ten(parsed: ParsedSheet) -> ParsedSheet:
    """Give the sheet with its bare marks as scores up to 10, none of them carried over, and say so."""
    gathered = next((row.gathered for row in parsed.rows if row.gathered is not None), None)
    columns = [c for c in parsed.columns if c.field == "own_score"]
    if gathered is None or not columns:
        return parsed
    notes, problems = list(parsed.notes), list(parsed.problems)
    for column in columns:
        carried = read_scores(gathered.cells[column.index], column.heading, as_told=False)
        notes = [note for note in notes if note not in carried.notes]
        _put_back(gathered, column)
        problems = [one for one in problems if (one.column, one.what) != (column.heading, NOT_A_SCORE)]
        notes.append(
            say(
                "the marks in column {column} stay scores up to 10: an earlier version of the list held some above 5",
                column=column.heading,
            )
        )
    known = len(gathered.problems)
    for column in columns:
        read = read_scores(gathered.cells[column.index], column.heading, as_told=True)
        gathered.take_doubts(column, read)
        former = gathered.fields.get("own_score", [None] * len(read.values))
        gathered.fields["own_score"] = [old if new is None else new for old, new in zip(former, read.values)]
    return replace(parsed, notes=tuple(notes), problems=(*problems, *gathered.problems[known:]))


def _put_back(gathered: Gathered, column: Column) -> None:
    """Forget the scores of a column, and what was odd about its cells."""
    read = read_scores(gathered.cells[column.index], column.heading, as_told=False)
    former = gathered.fields["own_score"]
    gathered.fields["own_score"] = [None if old == mine else old for old, mine in zip(former, read.values)]
    for i in read.lost:
        aside, bad = gathered.aside.get(i, {}), gathered.bad.get(i, [])
        aside.pop(column.heading, None)
        if column.key in bad:
            bad.remove(column.key)
        if not aside:
            gathered.aside.pop(i, None)
        if not bad:
            gathered.bad.pop(i, None)
