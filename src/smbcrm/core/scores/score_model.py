"""What a score is made from, how it may be set, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from smbcrm.core.say import Say
from smbcrm.core.scores.score_facts import Frame
from smbcrm.errors import UsageError

PARTS: tuple[str, ...] = (
    "spend",
    "frequency",
    "recency",
    "payment",
    "referral",
    "engagement",
    "satisfaction",
)

# Conduct and relationship weigh as much as half of what is bought: spending is not the only value.
DEFAULT_WEIGHTS: Mapping[str, float] = {
    "spend": 3.0,
    "frequency": 2.0,
    "recency": 2.0,
    "payment": 2.0,
    "referral": 1.5,
    "engagement": 1.0,
    "satisfaction": 1.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What is known about n customers, one sequence of length n for each fact; None is unknown, never zero.

    Dates are ISO text (`2024-03-20`). Money is in the list's one currency. A count of 0 says that it is known to be none.
    """

    ids: Sequence[int]
    own_score: Sequence[float | None]  # 1 to 10, as the owner gave it
    spend: Sequence[float | None]
    spend_lately: Sequence[float | None]  # in the last year
    spend_weight: Sequence[float | None]  # the share that is left when each amount fades with its age, 0 to 1
    purchases: Sequence[float | None]  # how many
    purchases_lately: Sequence[float | None]  # on how many days of the last year
    purchases_weight: Sequence[float | None]  # as spend_weight, of the number of purchases
    first_purchase: Sequence[str | None]
    last_purchase: Sequence[str | None]
    usual_gap_days: Sequence[
        float | None
    ]  # between purchases; where None, it is taken from first, last and count
    days_late: Sequence[float | None]  # mean days paid after the due date; below 0 is early
    bills: Sequence[float | None]  # how many bills that mean rests on; None counts as one
    balance_overdue: Sequence[float | None]
    referrals: Sequence[float | None]  # how many customers came through this one
    advocacy: Sequence[float | None]  # how often this one spoke for the shop unasked
    interactions: Sequence[float | None]  # how many in the last year
    last_contact: Sequence[str | None]
    satisfaction: Sequence[float | None]  # 0 to 1
    ratings: Sequence[float | None]  # how many answers that rests on; None counts as one

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePolicy:
    """How the parts are weighed; the defaults suit a shop that knows its sales.

    `weights` changes only the parts it names; 0 leaves a part out. `k` is how much weight the list's median carries in every
    score: with the defaults a customer of whom only the best spending is known ends near 8. `min_coverage` is the share of the
    whole weight that must be known before there is a score; 0.15 asks for at least one of spend, frequency, recency or payment, or
    two of the others. `recency_half_life` is in usual gaps, `contact_half_life` in days: after that long a customer
    has half the freshness. `gap_strength` is how many of a customer's own gaps weigh as much as the list's typical gap.
    `trim` is the share of spenders at each end whose amounts are pulled in, so that one giant does not flatten the rest.
    `evidence` is how many bills, or answers, the list's mean counts as beside a customer's own: one lucky answer decides little.
    `preset` is only the name of the set of weights, to be shown.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    k: float = 3.0
    min_coverage: float = 0.15
    map_to_own: bool = True
    own_needed: int = 20
    recency_half_life: float = 2.0
    contact_half_life: float = 180.0
    gap_strength: float = 3.0
    trim: float = 0.05
    evidence: float = 2.0
    preset: str = "trade"

    def weight_of(self, part: str) -> float:
        """Give the weight of a part.

        >>> ScorePolicy(weights={"spend": 5}).weight_of("spend"), ScorePolicy().weight_of("recency")
        (5, 2.0)
        """
        return self.weights.get(part, DEFAULT_WEIGHTS[part])

    def checked(self) -> ScorePolicy:
        """Give the policy back, or say which setting means nothing."""
        unknown = sorted(set(self.weights) - set(PARTS))
        if unknown:
            raise UsageError(
                Say("the score has no part called {part}", (("part", unknown[0]),)),
                Say("the parts are: {parts}", (("parts", ", ".join(PARTS)),)),
            )
        if any(not 0 <= self.weight_of(part) < float("inf") for part in PARTS):
            raise UsageError(
                Say("a weight is a number from 0 upwards"), Say("a weight is a number, for example spend=3")
            )
        if not any(self.weight_of(part) for part in PARTS):
            raise UsageError(
                Say("every part of the score weighs nothing"), Say("give at least one part a weight")
            )
        if not 0 <= self.k < float("inf") or not 0 <= self.min_coverage <= 1:
            raise UsageError(Say("k is a number from 0 upwards, and the coverage asked for lies from 0 to 1"))
        if min(self.recency_half_life, self.contact_half_life, self.gap_strength) <= 0:
            raise UsageError(Say("the half-lives and the strength of the usual gap are numbers above 0"))
        if not 0 <= self.trim < 0.5:
            raise UsageError(Say("the share of amounts pulled in lies from 0 to below 0.5"))
        if not 0 <= self.evidence < float("inf"):
            raise UsageError(Say("the evidence asked for is a number from 0 upwards"))
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line of how a score came about.

    `value` runs from 0 to 1 for the parts of the score (and is the list's median in the shrinkage line); `points` have two
    decimals and add up to the score shown; an unknown part has none and its `why` says what to type.
    """

    part: str
    value: float | None
    weight: float
    points: float | None
    known: bool
    why: Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The scores of n customers by column, in the order they were given.

    `suggested` is unrounded and already on the owner's scale where it was mapped; `score` is the owner's own where he gave
    one, else the suggestion with one decimal; `raw` is the same before rounding, to rank by. `reason` tells why there is no
    suggestion. `note` tells whether the suggestions were mapped to the owner's scale. `packed` and `frame` are what the lines of
    each score are made from, when somebody asks.
    """

    ids: Sequence[int]
    suggested: Sequence[float | None]
    suggested_shown: Sequence[float | None]  # with one decimal: what the lines of an explanation add up to
    score: Sequence[float | None]
    raw: Sequence[float | None]
    coverage: Sequence[float]
    reason: Sequence[Say | None]
    median: float  # the list's median value, 0 to 1
    mapped: bool
    note: Say
    own: Sequence[float | None] = field(repr=False)
    packed: Sequence[bytes] = field(repr=False)
    frame: Frame = field(repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    def parts_of(self, i: int) -> tuple[Part, ...]:
        """Give the lines that add up to the score of the customer at place i."""
        from smbcrm.core.scores.score_account import lines
        from smbcrm.core.scores.score_facts import unpack

        facts, shown = unpack(self.packed[i]), self.suggested_shown[i]
        return lines(facts, self.frame, id=self.ids[i], shown=shown, own=self.own[i])
