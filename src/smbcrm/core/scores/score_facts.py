"""The facts one score rests on, packed small: sentences are made from them when somebody asks.

A list of 100,000 customers is scored every day; as sentences the explanations took 2 kB and 0.1 ms each. Reading one back needs
nothing but `struct`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from struct import Struct
from typing import NamedTuple


class LogScale(NamedTuple):
    """A log scale of amounts: what counts as one, and the logs of 1 + amount / unit at its two ends."""

    unit: float
    low: float
    high: float


class Standing(NamedTuple):
    """How many of the list stand below a number, how many share it, and how many are known."""

    below: int
    level: int
    known: int


class Facts(NamedTuple):
    """What a customer's score was computed from; nan is unknown. The first seven are the parts, 0 to 1, in the order of PARTS."""

    spend_value: float
    frequency_value: float
    recency_value: float
    payment_value: float
    referral_value: float
    engagement_value: float
    satisfaction_value: float
    unmapped: float  # the suggestion before it was carried over to the owner's scale
    suggested: float  # unrounded
    spend: float
    spend_lately: float
    spend_now: float  # with what is older counting less
    purchases: float
    purchases_lately: float
    purchases_now: float
    days_since_purchase: float
    expected_gap: float
    days_late: float
    bills: float
    overdue: float
    referrals: float
    advocacy: float
    interactions: float
    days_since_contact: float
    satisfaction: float
    ratings: float
    # Where a number stands in its list: how many below, how many equal; -1 where it is unknown.
    spend_below: int
    spend_level: int
    frequency_below: int
    frequency_level: int
    recency_below: int
    recency_level: int
    lateness_below: int
    lateness_level: int
    referral_below: int
    referral_level: int
    engagement_below: int
    engagement_level: int

    @property
    def values(self) -> tuple[float, ...]:
        """The parts in the order of PARTS."""
        return self[:PART_COUNT]

    def standing(self, ladder: str, frame: Frame) -> Standing:
        """Give where the customer stands on one of the list's ladders."""
        below, level = getattr(self, f"{ladder}_below"), getattr(self, f"{ladder}_level")
        return Standing(below, level, frame.known[ladder])


PART_COUNT = 7
LADDERS = ("spend", "frequency", "recency", "lateness", "referral", "engagement")
NUMBERS = Facts._fields[: -2 * len(LADDERS)]
_FORM = Struct(f"<{len(NUMBERS)}d{2 * len(LADDERS)}i")


def unpack(packed: bytes) -> Facts:
    """Read the facts of one customer."""
    return Facts(*_FORM.unpack(packed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all scores of one run have in common: how the parts were weighed, and the list they were held against.

    `steps` are points of each ladder (a number, and its place from 0 to 1), at most 200 of them: enough to tell about where
    another number would stand. `scale` are points of the way from suggestions to the owner's scale.
    """

    weights: Sequence[float]
    k: float
    median: float
    rated: int = 0  # how many own scores the owner's scale rests on; 0 when it was left alone
    known: Mapping[str, int] = field(default_factory=dict)
    steps: Mapping[str, Sequence[Sequence[float]]] = field(default_factory=dict)
    scale: Sequence[Sequence[float]] = ()
    recency_half_life: float = 2.0
    contact_half_life: float = 180.0
    spend_scale: Sequence[float] = (1.0, 0.0, 0.0)  # a LogScale
    preset: str = ""
    day: str = ""

    def to_data(self) -> dict[str, object]:
        """Give the frame as plain data for JSON."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def frame_from(data: Mapping[str, object]) -> Frame:
    """Read back what `to_data` gave; what another version wrote beside it is left alone."""
    known = Frame.__dataclass_fields__
    return Frame(**{name: value for name, value in data.items() if name in known})  # type: ignore[arg-type]
