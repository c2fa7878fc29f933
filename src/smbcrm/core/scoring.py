"""A score from 1 to 10 for every customer, with the lines that add up to it.

The value of a customer is the weighted mean of the parts that are known, pulled towards the list's median as if `k` more weight
of it were known: `1 + 9 x (sum of w v + k m) / (sum of w + k)`. One good fact alone does not make a 10.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from smbcrm.core.say import Say, say
from smbcrm.core.scores.score_facts import Frame
from smbcrm.core.scores.score_model import DEFAULT_WEIGHTS, PARTS, Part, ScorePolicy, Scores, Signals
from smbcrm.core.scores.score_parts import floats, measure, pack

if TYPE_CHECKING:
    from smbcrm.core.scores.score_parts import Floats

__all__ = ["DEFAULT_WEIGHTS", "PARTS", "Part", "ScorePolicy", "Scores", "Signals", "score_customers"]


def score_customers(signals: Signals, policy: ScorePolicy, *, today: date) -> Scores:
    """Score every customer of a list against the list, and keep how each score came about."""
    import numpy as np

    weights = np.array([policy.checked().weight_of(part) for part in PARTS])
    measures = measure(signals, policy, today=today)
    known_weight, gained = _weigh(measures.values, weights)
    coverage = known_weight / weights.sum()
    enough = (coverage >= policy.min_coverage - 1e-9) & (known_weight > 0)
    median = float(np.median(gained[enough] / known_weight[enough])) if enough.any() else 0.5
    with np.errstate(divide="ignore", invalid="ignore"):
        unmapped = 1 + 9 * (gained + policy.k * median) / (known_weight + policy.k)
    unmapped = np.where(enough, np.clip(unmapped, 1, 10), np.nan)
    own = floats(signals.own_score)
    suggested, rated, way = _on_own_scale(unmapped, own, policy)
    frame = Frame(
        weights=weights.tolist(),
        k=policy.k,
        median=median,
        rated=rated,
        known={name: steps.known for name, steps in measures.ladders.items()},
        steps={name: steps.points() for name, steps in measures.ladders.items()},
        scale=way,
        recency_half_life=policy.recency_half_life,
        contact_half_life=policy.contact_half_life,
        spend_scale=measures.spend_scale,
        preset=policy.preset,
        day=today.isoformat(),
    )
    return Scores(
        ids=signals.ids,
        suggested=_with_gaps(suggested),
        suggested_shown=_with_gaps(np.round(suggested, 1)),
        score=_with_gaps(np.where(np.isnan(own), np.round(suggested, 1), own)),
        raw=_with_gaps(np.where(np.isnan(own), suggested, own)),
        coverage=coverage.tolist(),
        reason=_reasons(coverage, enough, policy),
        median=median,
        mapped=rated > 0,
        note=_note(rated, policy),
        own=_with_gaps(own),
        packed=pack(measures, unmapped, suggested),
        frame=frame,
    )


def _weigh(values: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Give the weight of what is known and the weighted value of it, for each customer."""
    import numpy as np

    known_weight, gained = np.zeros(len(values)), np.zeros(len(values))
    # Column by column, so that equal customers get equal sums to the last bit.
    for column, weight in enumerate(weights):
        known = ~np.isnan(values[:, column])
        known_weight += np.where(known, weight, 0.0)
        gained += np.where(known, weight * values[:, column], 0.0)
    return known_weight, gained


def _on_own_scale(plain: Floats, own: Floats, policy: ScorePolicy) -> tuple[Floats, int, list[list[float]]]:
    """Give the suggestions on the owner's scale, how many of his scores that rests on (0: left as they are), and points of the way."""
    import numpy as np

    given, suggested = ~np.isnan(own), ~np.isnan(plain)
    if not policy.map_to_own or given.sum() < max(policy.own_needed, 1) or not suggested.any():
        return plain, 0, []
    both = given & suggested
    # Owners tend to rate their best customers, so his scores are held against the suggestions for the same people.
    like_for_like = both.sum() >= policy.own_needed
    reference = plain[both] if like_for_like else plain[suggested]
    scale = own[both] if like_for_like else own[given]
    mapped = np.where(suggested, _follow_quantiles(plain, reference, scale), np.nan)
    points = np.linspace(1, 10, 91)
    way = np.column_stack((points, _follow_quantiles(points, reference, scale))).tolist()
    return mapped, len(scale), way


def _follow_quantiles(numbers: Floats, reference: Floats, scale: Floats) -> Floats:
    """Carry numbers over so that the reference gets the spread of the scale; a higher number never gets less.

    Outside the reference the way leads on to 1 and 10, so that nobody who was never rated drops out of the scale.
    """
    import numpy as np

    at, share = _middle_shares(reference)
    marks, mark_share = _middle_shares(np.clip(scale, 1, 10))
    # A mark stands for what was rounded to it: half a step to each side.
    ends = [max(1.0, float(marks[0]) - 0.5)], [min(10.0, float(marks[-1]) + 0.5)]
    onto = np.interp(share, [0.0, *mark_share, 1.0], [*ends[0], *marks, *ends[1]])
    inner = (at > 1) & (at < 10)
    carried: Floats = np.interp(numbers, [1.0, *at[inner], 10.0], [1.0, *onto[inner], 10.0])
    return carried


def _middle_shares(numbers: Floats) -> tuple[Floats, Floats]:
    """Give the distinct numbers, and for each the share of the list below it and half of its equals."""
    import numpy as np

    steps, counts = np.unique(numbers, return_counts=True)
    return steps, (np.cumsum(counts) - counts / 2) / counts.sum()


def _with_gaps(numbers: Floats) -> list[float | None]:
    """Give numbers as a plain list with None for nan."""
    import numpy as np

    column: Any = numbers.astype(object)
    column[np.isnan(numbers)] = None
    out: list[float | None] = column.tolist()
    return out


def _reasons(coverage: Floats, enough: Any, policy: ScorePolicy) -> list[Say | None]:
    """Say for each customer without a suggestion why there is none; equal reasons are one object."""
    import numpy as np

    reasons: list[Say | None] = [None] * len(coverage)
    cache: dict[int, Say] = {}
    needed = round(100 * policy.min_coverage)
    for i in np.flatnonzero(~enough).tolist():
        percent = round(100 * float(coverage[i]))
        if percent not in cache:
            cache[percent] = _reason(percent, needed)
        reasons[i] = cache[percent]
    return reasons


def _reason(percent: int, needed: int) -> Say:
    if not percent:
        return Say(
            "nothing is known that a score could rest on; import purchases, or type: `smbcrm score set WHO 1-10`"
        )
    return say(
        "only {percent}% of what makes a score is known and {needed}% is needed; "
        "import purchases, or type: `smbcrm score set WHO 1-10`",
        percent=percent,
        needed=needed,
    )


def _note(rated: int, policy: ScorePolicy) -> Say:
    if rated:
        return say("suggested scores follow the scale of your {rated} own {rated:score|scores}", rated=rated)
    if not policy.map_to_own:
        return Say("suggested scores are on their own scale, as set")
    return say(
        "suggested scores are on their own scale until you have given {needed} own scores",
        needed=policy.own_needed,
    )
