"""Problems in bearable number: a file may be odd on every line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from smbcrm.core.grid import Problem
from smbcrm.core.say import say

_TOLD = 20


def first_few(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give the first twenty problems of each kind, and for the rest of a kind how many there are."""
    seen: Counter[str] = Counter()
    told: list[Problem] = []
    last: dict[str, Problem] = {}
    for problem in problems:
        kind = problem.what.template
        seen[kind] += 1
        if seen[kind] <= _TOLD:
            told.append(problem)
        elif kind not in last:
            last[kind] = problem
    for kind, problem in last.items():
        what = say("{count} more like it: {what}", count=seen[kind] - _TOLD, what=problem.what)
        told.append(Problem(what=what, row=problem.row, column=problem.column))
    return tuple(told)
