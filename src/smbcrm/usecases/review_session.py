"""A person answers the open questions one after another.

Every answer is an operation of its own, kept the moment it is given: nothing waits in memory for the end of the session, the store is
not locked while the person thinks, and `undo` takes back exactly one answer, now or weeks later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from smbcrm.core.reviewing import Question
from smbcrm.core.selection import ALL, Selection
from smbcrm.usecases.decide_pairs import Decided, decide
from smbcrm.usecases.list_customers import Selecting
from smbcrm.usecases.review_questions import Asked, open_questions, with_details
from smbcrm.usecases.undo_operation import undo_operation


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    question: Question
    operation: int | None  # None: put off, nothing was written
    verdict: str = ""


class ReviewSession:
    """The questions still to be asked, most valuable first, and what was answered so far."""

    def __init__(self, store: Selecting, *, now: Callable[[], str], selection: Selection = ALL) -> None:
        """Take up the open questions that are chosen; its limit says after how many to end."""
        self._store, self._now, self._selection = store, now, selection
        self._steps: list[_Step] = []
        self._first: int | None = None  # the pair to ask next whatever it is worth: its answer was taken back
        self._queue: list[Question] = []
        self._known: dict[tuple[int, int], int] = {}  # how far two customers contradict each other
        self._reload(())

    @property
    def number(self) -> int:
        """Which question of this session is asked now, those put off counted."""
        return len(self._steps) + 1

    @property
    def left(self) -> int:
        """How many questions are open, those put off among them."""
        return len(self._queue)

    def answered(self, verdict: str = "") -> int:
        """Tell how many answers stand, or how many of one kind."""
        return sum(step.operation is not None and verdict in ("", step.verdict) for step in self._steps)

    def current(self) -> Asked | None:
        """Give the question to ask now; None when all are answered or put off."""
        put_off = {step.question.pair for step in self._steps if step.operation is None}
        waiting = [one for one in self._queue if one.pair not in put_off]
        most = self._selection.limit
        if not waiting or (most is not None and len(self._steps) >= most):
            return None
        chosen = next((one for one in waiting if one.pair == self._first), waiting[0])
        return next(with_details(self._store, [chosen]))

    def answer(self, question: Question, verdict: str) -> Decided | None:
        """Remember an answer at once, as one operation; None, and nothing written, where the question is no longer what was asked."""
        words = f"merge {verdict} {question.pair}"
        with self._store.operation(f"merge {verdict}", words, at=self._now()) as operation:
            still = self._still_open(question)
            decided = decide(self._store, [str(question.pair)], verdict) if still else None
        if decided is not None:
            self._steps.append(_Step(question=question, operation=operation, verdict=verdict))
        self._first = None
        if verdict == "same" or decided is None:
            # The questions about the absorbed customer are about the other one now.
            self._reload((question.a.customer, question.b.customer))
        else:
            self._queue = [one for one in self._queue if one.pair != question.pair]
        return decided

    def put_off(self, question: Question) -> None:
        """Leave a question open and go on."""
        self._first = None
        self._steps.append(_Step(question=question, operation=None))

    def back(self) -> Question | None:
        """Go back to the question before and take its answer back; None when there is none."""
        if not self._steps:
            return None
        last = self._steps[-1]
        if last.operation is not None:
            with self._store.operation("undo", f"undo {last.operation}", at=self._now()):
                undo_operation(self._store, last.operation)
        self._steps.pop()
        self._first = last.question.pair
        self._reload((last.question.a.customer, last.question.b.customer))
        return last.question

    def _reload(self, changed: Sequence[int]) -> None:
        self._known = {pair: n for pair, n in self._known.items() if not set(changed).intersection(pair)}
        self._queue = open_questions(self._store, self._selection, known=self._known)

    def _still_open(self, question: Question) -> bool:
        """Tell whether the pair asks about the same two customers as it did: another window may have answered meanwhile."""
        now = self._store.read("SELECT a_id, b_id FROM open_pair_records WHERE pair = ?", [question.pair])
        return (question.a.customer, question.b.customer) in now
