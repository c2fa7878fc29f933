"""What a sheet's XML told, as problems for the person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from smbcrm.core.column_letters import column_index, column_letter
from smbcrm.core.grid import Problem
from smbcrm.core.say import say
from smbcrm.readers.spreadsheets.sheet_scan import SheetFacts


def problems_of(facts: SheetFacts) -> tuple[Problem, ...]:
    """Give the errors and the formulas without a value, one problem for each column, and whether the sheet is damaged."""
    kinds: dict[str, Counter[str]] = {}
    for (column, error), count in facts.errors.items():
        kinds.setdefault(column, Counter())[error] += count
    problems = [
        Problem(
            what=say(
                "{count} {count:cell holds|cells hold} an error of the spreadsheet ({errors}) and {count:was|were} read as empty",
                count=sum(errors.values()),
                errors=", ".join(sorted(errors)),
            ),
            column=column,
        )
        for column, errors in kinds.items()
    ]
    problems += [
        Problem(
            what=say(
                "{count} {count:formula has|formulas have} no stored result and {count:was|were} read as empty; open the file in a spreadsheet program, save it and try again",
                count=count,
            ),
            column=column,
        )
        for column, count in facts.uncalculated.items()
    ]
    problems.sort(key=lambda problem: (column_index(problem.column), str(problem.what)))
    if not facts.complete:
        problems.append(
            Problem(what=say("the sheet is damaged: only what stands before the damage was read"))
        )
    return tuple(problems)


def unsure_digits(columns: Iterable[int]) -> list[Problem]:
    """Name the columns where a spreadsheet kept long codes as numbers, which hold no more than 15 digits."""
    what = say("numbers with more than 15 digits: their last digits are lost; keep such codes as text")
    return [Problem(what=what, column=column_letter(column)) for column in columns]
