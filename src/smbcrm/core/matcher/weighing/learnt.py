"""What a list taught about its fields, homes, names and cells before its pairs are judged: plain values, told by core/matcher/learning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from smbcrm.core.matcher.reading.codes import Array

NO_RELATIVES, SURELY_NONE = 11.0, 16.0  # bits for one customer where none are listed
SUREST_SHARE, SUREST_BITS = 0.98, 5.6  # 98 of 100: nothing that a list tells of its namesakes is surer
_APART_BITS = 0.0
_FEW_NAMESAKES, _HARDLY_ANY_IN_TOWN = 3.0, 5.0  # bits: one in nine, one in thirty


@dataclass(frozen=True, slots=True)
class Homes:
    """Who stands behind one phone or address in this list.

    `bits`: how much likelier it is that rows of one surname there are one customer than that they are relatives. `single`: no
    relatives are listed at all, so that people born on one day there are no twins. `no_twins`: the same, seen from names and birth
    dates alone, of those rows that tell nothing else. `by_code`: a postal code is all that tells a home. `sole`: not even a few are:
    first names and birth dates differ there no oftener than slips make them. `slips_meet`: nor do birth dates and ids in one pair,
    though each is often wrong. `by_dates`: birth dates tell it, and not names alone. `doors`: how much likelier rows of one firm stand
    at one address than at two. `heirs`: father and son bear one name at one home so often that such a name there proves nothing.
    """

    bits: float = 1.0
    doors: float = 0.0
    single: bool = False
    no_twins: bool = False
    by_code: bool = False
    sole: bool = False
    slips_meet: bool = False
    by_dates: bool = False
    heirs: bool = False

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


NEVER = Counted(-60.0)


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What a name alone is worth, in bits: a person's, one written in two ways, a rare one's, one beside its town, a firm's, and
    that beside its town.

    `rare` is what one of at least `rare_from` bits is worth, counted for itself. `beside` is what one is worth that agrees in
    columns of unknown meaning, too. `fathers` is what speaks against father and son of one name, and `alone` what a rare name is
    worth where they count, too. `moved` is what a whole name is worth whose middle name agrees while the home differs.
    """

    person: Counted = Counted(0.5)
    variant: Counted = Counted(0.5)
    rare: Counted = NEVER
    rare_from: float = 60.0
    fathers: float = SURELY_NONE
    alone: float = 0.0
    in_town: Counted = Counted(0.5)
    variant_in_town: Counted = Counted(0.5)
    beside: float = 0.0
    moved: Counted = NEVER
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
    wrong_ids: bool = False  # those that differ beside one whole name at one home are one customer's
    doubles: float = 0.0  # bits by which two rows are rather one customer, or less so, than where every second row is listed twice
