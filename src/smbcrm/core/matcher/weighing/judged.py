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
_APART_BITS = 0.0
SUREST_BITS = 5.6  # 98 of 100: nothing that a list tells of its namesakes is surer
_FEW_NAMESAKES, _HARDLY_ANY_IN_TOWN = 3.0, 5.0  # bits: one in nine, one in thirty
NO_RELATIVES, SURELY_NONE = 11.0, 16.0  # bits for one customer where none are listed
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


@dataclass(frozen=True, slots=True)
class Homes:
    """Who stands behind one phone or address in this list.

    `bits`: how much likelier it is that rows of one surname there are one customer than that they are relatives. `single`: no
    relatives are listed at all, so that people born on one day there are no twins. `no_twins`: the same, seen from names and birth
    dates alone, of those rows that tell nothing else. `by_code`: a postal code is all that tells a home. `sole`: not even a few are:
    first names and birth dates differ there no oftener than slips make them. `slips_meet`: nor do birth dates and ids in one pair,
    though each is often wrong. `by_dates`: birth dates tell it, and not names alone. `doors`: how much likelier rows of one firm stand
    at one address than at two.
    """

    bits: float = 1.0
    doors: float = 0.0
    single: bool = False
    no_twins: bool = False
    by_code: bool = False
    sole: bool = False
    slips_meet: bool = False
    by_dates: bool = False

    @property
    def apart(self) -> bool:
        """Tell whether relatives are rare enough to trust an initial."""
        return self.bits >= _APART_BITS


@dataclass(frozen=True, slots=True)
class Counted:
    """How often pairs of one name turn out to be one customer, as counted in a list: in bits, of a name as frequent as `at`.

    Chance makes two customers of one name as both its words are frequent: a name of one bit more is worth one bit more, and less where
    most are two, for then a name in this list is as rare as it is among them.
    """

    bits: float
    at: float | None = None

    @property
    def usual(self) -> float:
        """What such a name is worth on average."""
        return min(self.bits, SUREST_BITS)

    def of(self, chance: Array) -> Array:
        """Give what names that strangers share by chance so many bits seldom are worth."""
        import numpy as np

        if self.at is None:
            return np.full(len(chance), self.bits)
        one = 1 / (1 + 2**-self.bits)
        return (self.bits + one * (chance - self.at)).clip(max=SUREST_BITS)


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What a name alone is worth, in bits: a person's, one written in two ways, a rare one's, one beside its town, a firm's, and
    that beside its town.

    `rare` is what one of at least `rare_from` bits is worth, counted for itself.

    `beside` is what one is worth that agrees in columns of unknown meaning, too. `fathers` is what speaks against father and son of
    one name, and `alone` what a rare name is worth where they count, too.
    """

    person: Counted = Counted(0.5)
    variant: Counted = Counted(0.5)
    rare: Counted = Counted(-60.0)
    rare_from: float = 60.0
    fathers: float = 60.0
    alone: float = 0.0
    in_town: Counted = Counted(0.5)
    variant_in_town: Counted = Counted(0.5)
    beside: float = 0.0
    firm: float = -1.5
    firm_in_town: float = 0.0

    @property
    def few(self) -> bool:
        """Tell whether few people have a namesake, and hardly any in their town, fathers and sons among them."""
        return self.person.usual >= _FEW_NAMESAKES and self.in_town.usual >= _HARDLY_ANY_IN_TOWN

    def of_person(self, name: Array, variant: Array) -> Array:
        """Give what names of so many bits are worth alone, those written in two ways for themselves."""
        import numpy as np

        rare = np.where(name >= self.rare_from, self.rare.of(name), -np.inf)
        return np.where(variant, self.variant.of(name), np.maximum(self.person.of(name), rare))

    def of_town(self, name_and_town: Array, variant: Array) -> Array:
        """Give what names beside their town are worth, by the bits of both."""
        import numpy as np

        return np.where(variant, self.variant_in_town.of(name_and_town), self.in_town.of(name_and_town))


@dataclass(frozen=True, slots=True)
class Cells:
    """What empty cells tell in a list where copies fill the same cells; in most lists they tell nothing.

    In the columns `telling` an empty cell beside a filled one tells people apart. Those `due` nearly every row fills.
    """

    telling: tuple[str, ...] = ()
    due: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Learnt:
    """What this list taught about its fields: see core/matcher/learning/reliability.py."""

    shifts: Mapping[str, Array] = field(default_factory=dict)
    # For every heading the bits for each value, and against a difference.
    other: Mapping[str, tuple[Array, float]] = field(default_factory=dict)
    row_codes: frozenset[int] = frozenset()  # the sources whose customer codes only number the rows
    homes: Homes = Homes()
    namesakes: Namesakes = Namesakes()
    exchanged: float = 0.0  # bits for one customer whose first and last name stand in each other's place
    cells: Cells = Cells()
    doubles: float = 0.0  # bits by which two rows are rather one customer, or less so, than where every second row is listed twice


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
