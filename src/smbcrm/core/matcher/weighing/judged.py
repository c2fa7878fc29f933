"""The evidence on many pairs at once, as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.weighing.levels import CONFLICT

FIELDS = (
    "given", "surname", "middle", "generation", "title", "kin", "firm", "company", "phone", "email", "national_id", "birth_date",
    "address", "postal_code", "city", "province", "website", "father_name", "customer_code", "own_id", "other", "household", "alone", "prior",
)  # fmt: skip


PLACE = {name: place for place, name in enumerate(FIELDS)}


# What is taken off for the other stories that could explain a pair.
ALLOWANCES = ("household", "alone", "prior")
PROOFS = (
    "phone", "email", "national_id", "birth_date", "address", "postal_code", "company", "website", "customer_code", "father_name",
)  # fmt: skip
# What rows say beside their names, and the bits, for or against, from which on it says anything.
SAYING = (*PROOFS, "city", "province")
SAYS = 0.5


_ARRAYS = (
    "levels",
    "weights",
    "housemate",
    "veto",
    "garbled",
    "two",
    "doubt",
    "proof",
    "total",
    "own",
    "others",
    "linking",
)
FIRMLY = -3.0  # bits against, where dates and ids can be relied on
_NEVER_FOR = -0.2  # a plain difference is never evidence for


@dataclass(slots=True, kw_only=True)
class Judged:
    """The evidence on many pairs: one row per field, one column per pair."""

    levels: Array
    weights: Array
    housemate: Array  # the sum of the weights against housemates
    veto: Array  # never one customer, whatever else agrees
    garbled: Array  # first names differ, and one may stand for the other: hardly anybody bears it, or nobody else is listed there
    two: Array  # two people of one name: what is each person's own differs, and can be relied on
    doubt: Array  # not without asking
    proof: Array  # something beside the name agrees
    total: Array  # the weights summed: the odds in bits
    own: Array  # something that is one person's own agrees
    others: Array  # how many columns of unknown meaning agree
    linking: Array  # what the pair says for joining the customers of its rows
    shifts: Mapping[str, Array] = field(default_factory=dict)

    @classmethod
    def empty(cls, pairs: int) -> Judged:
        """Start with no evidence on so many pairs."""
        import numpy as np

        numbers, flags = np.zeros((3, pairs), dtype=np.float32), np.zeros((6, pairs), dtype=bool)
        return cls(
            levels=np.zeros((len(FIELDS), pairs), dtype=np.int8),
            weights=np.zeros((len(FIELDS), pairs), dtype=np.float32),
            housemate=numbers[0],
            veto=flags[0],
            doubt=flags[1],
            proof=flags[2],
            total=numbers[1],
            own=flags[3],
            linking=numbers[2],
            garbled=flags[4],
            two=flags[5],
            others=np.zeros(pairs, dtype=np.int8),
        )

    def take(self, places: Array) -> Judged:
        """Give the evidence on some of the pairs only."""
        return Judged(**{name: getattr(self, name)[..., places] for name in _ARRAYS})

    def put_back(self, places: Array, other: Judged) -> None:
        """Replace the evidence on some of the pairs."""
        for name in _ARRAYS:
            getattr(self, name)[..., places] = getattr(other, name)

    @classmethod
    def joined(cls, parts: list[Judged]) -> Judged:
        """Put the evidence of several slices of pairs together."""
        import numpy as np

        if not parts:
            return cls.empty(0)
        every: dict[str, Any] = {
            name: np.concatenate([getattr(part, name) for part in parts], axis=-1) for name in _ARRAYS
        }
        return cls(**every)

    def put(
        self,
        name: str,
        level: Array,
        *,
        weight: Array,
        house: Array | float = 0.0,
        damp: Array | float = 1.0,
    ) -> None:
        """Record one field: its level, its weight against strangers and against housemates.

        `damp` makes a field count for less where another already says the same.
        """
        import numpy as np

        place = PLACE[name]
        moved = shifted(weight, level, self.shifts.get(name)) * damp
        self.levels[place] = level
        self.weights[place] = moved
        # What is often wrong in this list tells housemates apart less, too.
        self.housemate += house + np.clip(moved - weight, 0, np.maximum(-np.asarray(house), 0))


def only_born(found: Judged) -> Array:
    """Tell where nothing but a birth date stands beside the names."""
    import numpy as np

    beside = [PLACE[name] for name in (*SAYING, "other") if name != "birth_date"]
    return (np.abs(found.weights[beside]) <= SAYS).all(axis=0)


def shifted(weight: Array, level: Array, shift: Array | None) -> Array:
    """Apply what was learnt about a field to the weights of its pairs."""
    import numpy as np

    if shift is None:
        return weight
    moved = weight + shift[level]
    return np.where(weight < 0, np.minimum(moved, np.where(level == CONFLICT, _NEVER_FOR, moved)), moved)
