"""The open questions as records to fill in, and what became of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from smbcrm.core.comparing import Compared, differing
from smbcrm.core.reviewing import SAME, Question
from smbcrm.core.say import Say, say
from smbcrm.output.actions import DRY, IN_EARNEST, WOULD_SAY, merge_data, questions_line
from smbcrm.output.dealings.record_sets import ANSWERED, QUESTIONS
from smbcrm.output.view import View

if TYPE_CHECKING:
    from smbcrm.usecases.answer_questions import Answered
    from smbcrm.usecases.decide_pairs import Decided
    from smbcrm.usecases.review_questions import Asked
    from smbcrm.usecases.review_session import ReviewSession

_HOW = (
    say("Answer at a terminal: `smbcrm merge review`"),
    say(
        "Or in a sheet: `smbcrm merge review -o answers.xlsx`, fill in the column answer with same, different or later, "
        "then `smbcrm merge review --answers answers.xlsx`"
    ),
)


NONE_CHOSEN = (say("No open question fits your choice. All of them: `smbcrm merge list`"),)
NONE_OPEN = (say("No open questions about who is who."), say("Next: `smbcrm score`"))


def questions_view(asked: Sequence[Asked], *, chosen: bool = False) -> View:
    """Give the questions as records, the most valuable first, with an empty column for the answer.

    `chosen` tells that these are some of the open ones: then none here does not mean that none is open.
    """
    footer: tuple[Say, ...] = ()
    if asked:
        first = asked[0].question.pair
        answer = say("Answer one: `smbcrm merge same {pair}` or `smbcrm merge different {pair}`", pair=first)
        footer = (answer, *_HOW)
    empty = NONE_CHOSEN if chosen else NONE_OPEN
    return View(QUESTIONS, _records(asked), footer=footer, empty=empty, name="questions", id_column="pair")


def _records(asked: Iterable[Asked]) -> Iterator[tuple[object, ...]]:
    for one in asked:
        question = one.question
        yield (
            question.pair,
            f"C{question.a.customer}",
            question.a.name,
            f"C{question.b.customer}",
            question.b.name,
            question.confidence,
            [_difference(line) for line in differing(one.lines)],
            [what for _, what, _ in one.evidence],
            "",
        )


def _difference(line: Compared) -> Say:
    a, b = (", ".join(map(str, values)) for values in (line.a, line.b))
    if line.own:
        return say("{heading}: {a} <> {b}", heading=line.field, a=a, b=b)
    return say("{field}: {a} <> {b}", field=line.field, a=a, b=b)


def answered_data(answered: Answered, *, folder: str, dry_run: bool) -> dict[str, Any]:
    """Give what became of the answers, for scripts."""
    return {
        "same": answered.count("done", "same"),
        "different": answered.count("done", "different"),
        "unchanged": answered.count("unchanged"),
        "open": answered.count("open"),
        "refused": answered.count("refused"),
        "answers": answers_view(answered),
        **merge_data(answered.merged),
        "dry_run": dry_run,
        "data": folder,
    }


def answers_view(answered: Answered) -> View:
    """Give what became of each answer, row by row."""
    rows = [
        (
            one.row, one.pair, _id(one.customer_a), _id(one.customer_b), one.answer, one.status, one.reason,
        )
        for one in answered.outcomes
    ]  # fmt: skip
    return View(ANSWERED, rows, name="answers", id_column="pair")


def _id(customer: int | None) -> str:
    return f"C{customer}" if customer else ""


def answered_views(answered: Answered, *, folder: str, dry_run: bool) -> list[View]:
    """Give the same for a person: what was not done first, then the sums and what to type next."""
    refused = View(
        ANSWERED,
        [row for row in answers_view(answered).rows if row[5] == "refused"],
        title=say("Not done"),
        name="refused",
        id_column="pair",
    )
    lines = [
        say(
            "Answers: {same} same, {different} different, {unchanged} held already, {open} for later, {refused} not done.",
            same=answered.count("done", "same"),
            different=answered.count("done", "different"),
            unchanged=answered.count("unchanged"),
            open=answered.count("open"),
            refused=answered.count("refused"),
        ),
        questions_line(answered.merged),
    ]
    if dry_run:
        lines += [DRY, IN_EARNEST]
    elif answered.count("done"):
        lines.append(
            say(
                "`smbcrm undo` takes all of them back. Next: `smbcrm score`. Data folder: {folder}.",
                folder=folder,
            )
        )
    summary = View((), (), footer=tuple(lines))
    told = [refused, summary] if answered.count("refused") else [summary]
    return [View((), (), footer=(WOULD_SAY,)), *told] if dry_run else told


def said_lines(question: Question, decided: Decided | None) -> list[Say]:
    """Say what one answer did, in a few words."""
    a, b = f"C{question.a.customer}", f"C{question.b.customer}"
    if decided is None:
        return [say("{a} and {b} changed meanwhile: nothing was decided.", a=a, b=b)]
    if decided.verdict == SAME:
        return [say("{a} and {b} are one customer now: {id}.", a=a, b=b, id=f"C{decided.a}")]
    return [say("{a} and {b} are two customers.", a=a, b=b)]


def session_lines(session: ReviewSession, *, folder: str) -> list[Say]:
    """Say how a session ended: what was answered, what is left, what to type next."""
    lines = [
        say(
            "Answered: {count} ({same} same, {different} different). Still open: {left}.",
            count=session.answered(),
            same=session.answered("same"),
            different=session.answered("different"),
            left=session.left,
        )
    ]
    if session.answered():
        lines.append(say("`smbcrm undo` takes back the last answer, once more the one before."))
    if session.left:
        lines.append(
            say(
                "Next: `smbcrm merge review` goes on where you stopped. Data folder: {folder}.", folder=folder
            )
        )
    else:
        lines.append(say("Next: `smbcrm score`. Data folder: {folder}.", folder=folder))
    return lines
