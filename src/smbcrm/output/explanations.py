"""Scores and matches taken apart, for people and for machines."""

from __future__ import annotations

from smbcrm.core.say import Say, say
from smbcrm.output.record_sets import EXPLAIN
from smbcrm.output.view import View
from smbcrm.usecases.explain_score import Explained


def score_view(explained: Explained) -> View:
    """Give the parts of a score; they add up to it."""
    rows = [(p.part, p.value, p.weight, p.points, p.known, p.why) for p in explained.parts]
    if explained.score is not None:
        title = say(
            "{id} {name}: {score} of 10", id=explained.id, name=explained.name, score=f"{explained.score:.1f}"
        )
    else:
        title = say("{id} {name}: no score", id=explained.id, name=explained.name)
    footer: list[Say] = [explained.reason] if explained.reason else []
    footer.append(say('You know better? `smbcrm score set {id} 8 --why "..."`', id=explained.id))
    return View(EXPLAIN, rows, title=title, footer=tuple(footer), name="parts", id_column="part")
