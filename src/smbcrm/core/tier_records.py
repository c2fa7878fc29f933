"""A list to cut in four, how it stood before, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.say import Say

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
