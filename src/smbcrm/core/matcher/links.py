"""What customers are built from: the pairs that were proved, how any pair stands, and what holds whatever the evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.matcher.codes import Array


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The pairs that were proved, one place in every array for each."""

    one: Array  # positions
    two: Array
    bits: Array
    own: Array  # something of one person's own agrees, as opposed to a shared home
    named: Array  # whole names agree
    whole: Array  # it was all that is known of two customers that proved them one

    def take(self, which: Any) -> Links:
        """Give some of the pairs, or all in another order."""
        return Links(
            one=self.one[which],
            two=self.two[which],
            bits=self.bits[which],
            own=self.own[which],
            named=self.named[which],
            whole=self.whole[which],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How pairs of rows stand, proved or not, one place in every array for each."""

    one: Array  # positions, the lower first
    two: Array
    bits: Array
    veto: Array
    doubt: Array
    garbled: Array  # a veto only because of a first name that may be a misspelled one
    apart: Array  # what is each person's own differs: two people of one name

    def take(self, which: slice) -> Standing:
        """Give some of the pairs."""
        return Standing(
            one=self.one[which],
            two=self.two[which],
            bits=self.bits[which],
            veto=self.veto[which],
            doubt=self.doubt[which],
            garbled=self.garbled[which],
            apart=self.apart[which],
        )

    def pairs(self, told: Array) -> set[tuple[int, int]]:
        """Give the pairs of which this is told."""
        return set(zip(self.one[told].tolist(), self.two[told].tolist()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds while customers are built.

    `same` joins rows whatever the evidence, `different` parts them whatever the evidence. Two groups are joined when no pair
    across is excluded and the pairs across hold `mean_bits` on average. `mix` breaks ties by what the rows say. `kept` rows
    stay with those they were joined to before.
    """

    same: Sequence[tuple[int, int]]
    different: Sequence[tuple[int, int]]
    judge: Callable[[Array, Array], Standing]
    mix: Array
    mean_bits: float
    kept: frozenset[int] = frozenset()
