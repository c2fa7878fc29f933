"""Four equal tiers by rank, the owner's pins kept, and every move explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from smbcrm.core.say import Say, say
from smbcrm.core.tier_records import TIERS, Entries, Standing, Tiering, TierRow
from smbcrm.core.tier_words import moves_told, ties_told
from smbcrm.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


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
        moves=moves_told(entries, tiers, order.tolist(), pins=pins, previous=previous, rows=rows),
        rows=rows,
        without_score=sum(row.without_score for row in rows),
        ties=ties_told(entries, order[free[order]].tolist(), tiers),
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
