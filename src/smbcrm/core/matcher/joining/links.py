"""What customers are built from: the pairs that were proved, how any pair stands, and what holds whatever the evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Self

from smbcrm.core.matcher.reading.codes import Array


def in_order(one: int, two: int) -> tuple[int, int]:
    """Give a pair as sets of pairs hold it, the lower position first."""
    return (one, two) if one < two else (two, one)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pairs:
    """Pairs of rows, one place in every array for each."""

    one: Array  # positions
    two: Array
    bits: Array

    def take(self, which: Any) -> Self:
        """Give some of the pairs, or all in another order."""
        return type(self)(**{column.name: getattr(self, column.name)[which] for column in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Links(_Pairs):
    """The pairs that were proved."""

    own: Array  # something of one person's own agrees, as opposed to a shared home
    named: Array  # whole names agree
    whole: Array  # it was all that is known of two customers that proved them one
    short: Array  # one first name may stand for the other, and for others, too
    bare: Array  # a first name alone: it may stand for whoever is called so


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(_Pairs):
    """How pairs of rows stand, proved or not; the lower position comes first."""

    veto: Array
    doubt: Array
    garbled: Array  # a veto only because of a first name that may be a misspelled one
    apart: Array  # what is each person's own differs: two people of one name
    unlike: Array  # first names of two people, and nothing shows that one of them is wrong
    friends: Array  # two last names beside one first name on one phone

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
