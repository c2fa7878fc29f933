"""Four equal tiers by rank, the owner's pins kept, and every move explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from smbcrm.core.say import Say, say
from smbcrm.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

TIERS: tuple[str, ...] = ("A", "B", "C", "D")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """The customers to cut in four, one sequence of length n for each fact; None is unknown.

    `score` is the one shown, `raw` the same before rounding; dates are ISO text.
    """

    ids: Sequence[int]
    score: Sequence[float | None]
    raw: Sequence[float | None]
    spend: Sequence[float | None]
    last_contact: Sequence[str | None]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a customer stood when the list was last cut."""

    tier: str
    score: float | None
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One customer who changed tier."""

    id: int
    before: str
    after: str
    why: Say

    @property
    def up(self) -> bool:
        """Tell whether the customer rose."""
        return self.after < self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class TierRow:
    """One tier summed up; the scores are None where nobody in it has one."""

    tier: str
    customers: int
    share: float  # of all customers, 0 to 1
    min_score: float | None
    max_score: float | None
    without_score: int
    pinned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiering:
    """A list cut in four: `tier` and `rank` in the order of the entries, rank 1 the best.

    `moves` run from the best rank to the last, new customers are no moves. `ties` says for each border between two tiers that
    customers with one and the same score share how they were told apart.
    """

    ids: Sequence[int]
    tier: Sequence[str]
    rank: Sequence[int]
    moves: tuple[Move, ...]
    rows: tuple[TierRow, ...]
    without_score: int
    ties: tuple[Say, ...]
    kept: int = 0  # how many stayed where they were because the difference was too small to move


def assign_tiers(
    entries: Entries, pins: Mapping[int, str], *, previous: Mapping[int, Standing], keep_within: float = 0.0
) -> Tiering:
    """Cut a list in four quarters by rank.

    Ranked by score, unrounded score, spend, last contact (the later the better) and id; those without a score rank last. A pinned
    customer takes a seat in his tier. Sizes differ by at most one, larger first; only a tier with more pins than seats grows,
    and the others share the rest in the same way. Pins of customers who are not in the list are ignored.

    With `keep_within`, a customer who would fall keeps his seat while the one who would take it leads by less than so many points; the
    quarters keep their sizes.
    """
    import numpy as np

    wrong = sorted({tier for tier in pins.values() if tier not in TIERS})
    if wrong:
        raise UsageError(
            say("there is no tier called {tier}", tier=wrong[0]), Say("the tiers are A, B, C and D")
        )
    order = _rank_order(entries)
    pinned = {at: TIERS.index(pins[who]) for at, who in enumerate(entries.ids) if who in pins} if pins else {}
    held = [list(pinned.values()).count(tier) for tier in range(len(TIERS))]
    sizes = tier_sizes(len(entries), held)
    seats = np.repeat(np.arange(len(TIERS)), [size - h for size, h in zip(sizes, held, strict=True)])
    placed = np.empty(len(entries), dtype=np.int64)
    free = np.ones(len(entries), dtype=bool)
    for at, tier in pinned.items():
        placed[at], free[at] = tier, False
    placed[order[free[order]]] = seats
    kept = (
        _keep(entries, placed, order[free[order]].tolist(), previous, keep_within) if keep_within > 0 else 0
    )
    rank = np.empty(len(entries), dtype=np.int64)
    rank[order] = np.arange(1, len(entries) + 1)
    tiers = [TIERS[t] for t in placed.tolist()]
    rows = _summary(entries, placed, held)
    return Tiering(
        ids=entries.ids,
        tier=tiers,
        rank=rank.tolist(),
        moves=_moves(entries, tiers, order, pins=pins, previous=previous, rows=rows),
        rows=rows,
        without_score=sum(row.without_score for row in rows),
        ties=_ties(entries, order[free[order]].tolist(), tiers),
        kept=kept,
    )


def _keep(
    entries: Entries, placed: Ints, unpinned: Sequence[int], previous: Mapping[int, Standing], points: float
) -> int:
    """Change seats back at each border, the nearest first, where who comes up leads by too little; give how many stayed."""
    kept = 0
    for border in range(1, len(TIERS)):
        fallen = [
            at for at in unpinned if placed[at] == border and _tier_before(entries.ids[at], previous) < border
        ]
        risen = [
            at
            for at in reversed(unpinned)
            if placed[at] == border - 1 and _tier_before(entries.ids[at], previous) >= border
        ]
        for down, up in zip(fallen, risen, strict=False):
            low, high = entries.raw[down], entries.raw[up]
            if low is None or high is None or entries.score[down] is None or high - low >= points - 1e-9:
                break
            placed[down], placed[up] = border - 1, border
            kept += 1
    return kept


def _tier_before(who: int, previous: Mapping[int, Standing]) -> int:
    """Give the place of the tier before; who is new on the list had none to keep."""
    was = previous.get(who)
    return len(TIERS) if was is None else TIERS.index(was.tier)


def tier_sizes(customers: int, pinned: Sequence[int]) -> list[int]:
    """Give how many customers each tier holds, given how many are pinned to it.

    >>> tier_sizes(10, [0, 0, 0, 0])
    [3, 3, 2, 2]
    >>> tier_sizes(10, [5, 0, 0, 0])
    [5, 2, 2, 1]
    """
    sizes = list(pinned)
    sharing = list(range(len(pinned)))
    while sharing:
        seats = customers - sum(sizes[tier] for tier in range(len(pinned)) if tier not in sharing)
        share, over = divmod(seats, len(sharing))
        wanted = {tier: share + (place < over) for place, tier in enumerate(sharing)}
        crowded = [tier for tier in sharing if pinned[tier] > wanted[tier]]
        if not crowded:
            for tier, size in wanted.items():
                sizes[tier] = size
            break
        sharing = [tier for tier in sharing if tier not in crowded]
    return sizes


def _rank_order(entries: Entries) -> Ints:
    """Give the places of the entries from the best to the last."""
    import numpy as np

    from smbcrm.core.scores.score_parts import day_numbers, floats

    def falling(column: Sequence[float | None]) -> NDArray[np.float64]:
        return -np.nan_to_num(floats(column), nan=-np.inf)

    scored = floats(entries.score)
    raw = np.where(np.isnan(scored), np.nan, floats(entries.raw))
    contact = np.nan_to_num(day_numbers(entries.last_contact), nan=-np.inf)
    order: Ints = np.lexsort(
        (
            np.asarray(entries.ids, dtype=np.int64),
            -contact,
            falling(entries.spend),
            -np.nan_to_num(raw, nan=-np.inf),
            -np.nan_to_num(scored, nan=-np.inf),
        )
    )
    return order


def _summary(entries: Entries, placed: Ints, held: Sequence[int]) -> tuple[TierRow, ...]:
    import numpy as np

    from smbcrm.core.scores.score_parts import floats

    scores = floats(entries.score)
    rows = []
    for at, tier in enumerate(TIERS):
        inside = scores[placed == at]
        known = inside[~np.isnan(inside)]
        rows.append(
            TierRow(
                tier=tier,
                customers=len(inside),
                share=round(len(inside) / len(scores), 4) if len(scores) else 0.0,
                min_score=float(known.min()) if len(known) else None,
                max_score=float(known.max()) if len(known) else None,
                without_score=len(inside) - len(known),
                pinned=held[at],
            )
        )
    return tuple(rows)


def _moves(
    entries: Entries,
    tiers: Sequence[str],
    order: Ints,
    *,
    pins: Mapping[int, str],
    previous: Mapping[int, Standing],
    rows: Sequence[TierRow],
) -> tuple[Move, ...]:
    """List who changed tier and why, the best rank first."""
    if not previous:
        return ()
    moves = []
    for at in order.tolist():
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


def _ties(entries: Entries, unpinned: Sequence[int], tiers: Sequence[str]) -> tuple[Say, ...]:
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
