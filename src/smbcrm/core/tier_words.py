"""Why customers changed tier, and how those of one score were told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from smbcrm.core.say import Say, say
from smbcrm.core.tier_records import TIERS, Entries, Move, Standing, TierRow


def moves_told(
    entries: Entries,
    tiers: Sequence[str],
    order: Sequence[int],
    *,
    pins: Mapping[int, str],
    previous: Mapping[int, Standing],
    rows: Sequence[TierRow],
) -> tuple[Move, ...]:
    """List who changed tier and why, the best rank first."""
    if not previous:
        return ()
    moves = []
    for at in order:
        who, after = entries.ids[at], tiers[at]
        was = previous.get(who)
        if was is None or was.tier == after:
            continue
        if who in pins:
            why = say("you pinned this customer to {tier}", tier=after)
        elif was.pinned:
            why = say("the pin to {tier} was taken out", tier=was.tier)
        else:
            why = _move_why(was, entries.score[at], after, rows)
        moves.append(Move(id=who, before=was.tier, after=after, why=why))
    return tuple(moves)


def _move_why(was: Standing, score: float | None, after: str, rows: Sequence[TierRow]) -> Say:
    if score is None:
        if was.score is None:
            return Say("still without a score; the list around this customer changed")
        return say("the score of {before} fell away: too little is known now", before=was.score)
    if was.score is None:
        return say("has a score now: {score}", score=score)
    if score != was.score and (score > was.score) == (after < was.tier):
        rose = "the score rose from {before} to {score}"
        fell = "the score fell from {before} to {score}"
        return say(rose if score > was.score else fell, before=was.score, score=score)
    # Ranks have no fixed marks: one moves because the others did.
    row = rows[TIERS.index(after)]
    changed = "the others changed: with a score of {score} (before: {before}) the place is in {tier} now, {low} to {high}"
    same = "the others changed: with the same score of {score} the place is in {tier} now, {low} to {high}"
    return say(
        same if score == was.score else changed,
        **({} if score == was.score else {"before": was.score}),
        score=score,
        tier=after,
        low=row.min_score,
        high=row.max_score,
    )


def ties_told(entries: Entries, unpinned: Sequence[int], tiers: Sequence[str]) -> tuple[Say, ...]:
    """Say how customers of one score were told apart where the border between two tiers runs through them."""
    said = []
    for place, (upper, lower) in enumerate(pairwise(unpinned)):
        if tiers[upper] >= tiers[lower] or entries.score[upper] != entries.score[lower]:
            continue
        score = entries.score[upper]
        if score is None:
            template = "{upper} and {lower} share customers without a score; told apart by {fact}"
        else:
            template = "{upper} and {lower} share customers with a score of {score}; told apart by {fact}"
        # A worse one in the better tier stands there because small differences move nobody.
        held = any(tiers[at] <= tiers[upper] for at in unpinned[place + 2 :])
        fact = Say("who had the place before") if held else _told_apart_by(entries, upper, lower)
        values = {"upper": tiers[upper], "lower": tiers[lower], "fact": fact}
        said.append(say(template, **values, **({} if score is None else {"score": score})))
    return tuple(said)


def _told_apart_by(entries: Entries, upper: int, lower: int) -> Say:
    if entries.score[upper] is not None and entries.raw[upper] != entries.raw[lower]:
        return Say("the score before rounding")
    if entries.spend[upper] != entries.spend[lower]:
        return Say("what they spent")
    if (entries.last_contact[upper] or "") != (entries.last_contact[lower] or ""):
        return Say("the last contact")
    return Say("who came into the list first")
