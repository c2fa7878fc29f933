"""Matches and decisions as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smbcrm.core.say import say
from smbcrm.output.record_sets import EVIDENCE
from smbcrm.output.view import View

if TYPE_CHECKING:
    from smbcrm.usecases.decide_pairs import ExplainedPair

VERDICTS = {
    "same": say("Verdict: the same customer"),
    "review": say(
        "Verdict: a question for you. Answer with `smbcrm merge same A B` or `smbcrm merge different A B`"
    ),
    "different": say("Verdict: two different customers"),
}


def explained_view(pair: ExplainedPair) -> View:
    """Give what speaks for and against, strongest first, and the verdict."""
    title = say("{a} {name_a} and {b} {name_b}", a=pair.a, name_a=pair.name_a, b=pair.b, name_b=pair.name_b)
    verdict = VERDICTS[pair.verdict]
    by = (
        say("{verdict} ({percent} likely to be one)", verdict=verdict, percent=f"{pair.confidence:.0%}")
        if pair.by == "auto"
        else say("{verdict}, as you said", verdict=verdict)
    )
    rows = [(field, what, round(weight, 2)) for field, what, weight in pair.evidence]
    return View(EVIDENCE, rows, title=title, footer=(by,), name="evidence", id_column="field")
