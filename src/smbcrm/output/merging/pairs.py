"""Matches and decisions as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from smbcrm.core.say import Say, percent, say
from smbcrm.output.dealings.record_sets import EVIDENCE, EVIDENCE_MORE, PAIRS, PAIRS_MORE, pick
from smbcrm.output.merging.review import NONE_CHOSEN, NONE_OPEN
from smbcrm.output.sentences import told
from smbcrm.output.view import View

if TYPE_CHECKING:
    from smbcrm.usecases.explain_pair import ExplainedPair, Link

VERDICTS = {
    "same": say("Verdict: the same customer"),
    "review": say("Verdict: a question for you"),
    "different": say("Verdict: two different customers"),
}


def explained_view(pair: ExplainedPair) -> View:
    """Give what speaks for and against, strongest first, and the verdict, which people read below and machines in every line."""
    title = say("{a} {name_a} and {b} {name_b}", a=pair.a, name_a=pair.name_a, b=pair.b, name_b=pair.name_b)
    verdict = VERDICTS[pair.verdict]
    if pair.by == "owner":
        verdict = say("{verdict}, as you said", verdict=verdict)
    else:
        likely = percent(pair.confidence)
        by = (
            "{verdict} ({percent} likely by all rows of the two customers)"
            if pair.wholes
            else "{verdict} ({percent} likely by these two rows)"
        )
        verdict = say(by, verdict=verdict, percent=likely)
    lines: list[tuple[object, ...]] = [
        (field, what, round(weight, 2)) for field, what, weight in pair.evidence
    ]
    lines += [("through", _link(link), None) for link in pair.through]
    lines += [("note", note, None) for note in pair.notes]
    rows = [(*line, pair.a, pair.b, pair.verdict, round(pair.confidence, 4), pair.by) for line in lines]
    answer = say(
        "Answer: `smbcrm merge same {a} {b}` or `smbcrm merge different {a} {b}`", a=pair.a, b=pair.b
    )
    footer = (verdict, answer) if pair.verdict == "review" else (verdict, _next(pair))
    return View(
        (*EVIDENCE, *EVIDENCE_MORE), rows, title=title, footer=footer, name="evidence", id_column="field"
    )


def pairs_view(
    rows: Iterable[Sequence[object]], columns: Sequence[str], *, every: bool, chosen: bool
) -> View:
    """Give pairs of customers, and what to do about them; `chosen` tells that these are some of them."""
    footer = (say("Next: `smbcrm merge review` asks one by one; `smbcrm merge explain PAIR` says why."),)
    if not every:
        empty = NONE_CHOSEN if chosen else NONE_OPEN
    elif chosen:
        empty = (say("No pair fits your choice. All of them: `smbcrm merge list --all`"),)
    else:
        empty = (say("Nobody was joined to anybody, and nothing is asked. Next: `smbcrm score`"),)
    picked = pick(columns, [*PAIRS, *PAIRS_MORE])
    return View(picked, told(rows, columns), footer=footer, empty=empty, name="pairs", id_column="pair")


def _link(link: Link) -> Say:
    if link.by == "owner":
        return say("{a} and {b} are one customer, as you said", a=link.a, b=link.b)
    return say(
        "{a} and {b} are one customer: {percent}", a=link.a, b=link.b, percent=percent(link.confidence)
    )


def _next(pair: ExplainedPair) -> Say:
    """Say how to contradict the verdict."""
    if pair.verdict == "same":
        return say("Not so? `smbcrm merge split {a} {b}` takes {b} out", a=pair.a, b=pair.b)
    return say("Not so? `smbcrm merge same {a} {b}` makes them one", a=pair.a, b=pair.b)
