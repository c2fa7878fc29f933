"""Scores and matches taken apart, for people and for machines."""

from __future__ import annotations

from smbcrm.core.say import Say, say
from smbcrm.core.scores.lifting import lift_words, lifts
from smbcrm.output.dealings.record_sets import EXPLAIN
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
    footer.append(
        say(
            "Known: {percent}% of what makes a score. What to ask: `smbcrm gaps --who {id}`",
            percent=round(100 * explained.coverage),
            id=explained.id,
        )
    )
    if not any(part.part == "own" for part in explained.parts):
        footer += _lifts(explained)
    footer.append(say('You know better? `smbcrm score set {id} 8 --why "..."`', id=explained.id))
    return View(EXPLAIN, rows, title=title, footer=tuple(footer), name="parts", id_column="part")


def _lifts(explained: Explained) -> list[Say]:
    """Say what would lift the suggested score by one; where nothing does by itself, how far each goes."""
    found = lifts(explained.facts, explained.frame)
    enough = [lift for lift in found if lift.enough][:3]
    if enough:
        ways = [say("{what}: {score}", what=lift_words(lift), score=f"{lift.score:.1f}") for lift in enough]
        return [say("About one point more: {ways}", ways=ways)]
    if found:
        ways = [say("{what}: +{gain}", what=lift_words(lift), gain=f"{lift.gain:.1f}") for lift in found[:3]]
        return [say("Nothing by itself lifts it by a whole point; most would: {ways}", ways=ways)]
    return []
