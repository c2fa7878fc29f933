"""Values as whole numbers: equal text, equal number; nothing is 0."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeAlias, TypeVar
from zlib import adler32, crc32

# A numpy array; numpy itself is loaded only where it is used.
Array: TypeAlias = Any
Value = TypeVar("Value", bound=Hashable)
LONGEST = 200  # letters: what is longer is no name or street, and would take minutes to compare


class Values(list[str]):
    """What the numbers of a field stand for, by number (0: nothing)."""

    @cached_property
    def texts(self) -> Array:
        """The same as an array, made once for all pairs that are compared by them; what is very long is cut off."""
        import numpy as np

        return np.array([value[:LONGEST] for value in self], dtype=object)

    @cached_property
    def lengths(self) -> Array:
        """How many letters each of these texts has."""
        import numpy as np

        return np.fromiter(map(len, self.texts), dtype=np.int32, count=len(self))

    @cached_property
    def numbered(self) -> Array:
        """Which hold a digit."""
        import numpy as np

        numbered = (not value.isalpha() and any(map(str.isdigit, value)) for value in self)
        return np.fromiter(numbered, dtype=bool, count=len(self))


@dataclass(frozen=True, slots=True)
class Column:
    """One field of all rows: `codes[i]` is row i's value as a number, `values[code]` what it stands for (0: nothing)."""

    codes: Array
    values: Values

    def __len__(self) -> int:
        return len(self.codes)


def encode(values: Sequence[str]) -> Column:
    """Number the distinct values in alphabetical order, from 1; empty text is 0."""
    import numpy as np

    if not any(values):
        return Column(np.zeros(len(values), dtype=np.int32), Values([""]))
    different = set(values)
    different.discard("")
    distinct = sorted(different)
    number = {value: code for code, value in enumerate(distinct, start=1)}
    number[""] = 0
    codes = np.fromiter(map(number.__getitem__, values), dtype=np.int32, count=len(values))
    return Column(codes, Values(["", *distinct]))


@dataclass(frozen=True, slots=True)
class Distinct(Generic[Value]):
    """The values of all rows, each once: `values[rows[i]]` is row i's. What is asked of them is asked once for each.

    >>> towns = Distinct.of(["Leeds", "York", "leeds", "York"])
    >>> towns.values, towns.rows.tolist(), towns.column(str.lower).codes.tolist(), towns.numbers(len, int).tolist()
    (['Leeds', 'York', 'leeds'], [0, 1, 2, 1], [1, 2, 1, 2], [5, 4, 5, 4])
    """

    rows: Array
    values: Sequence[Value]

    @classmethod
    def of(cls, values: Sequence[Value]) -> Distinct[Value]:
        """Find the distinct ones of so many values."""
        import numpy as np

        place = {value: i for i, value in enumerate(dict.fromkeys(values))}
        return cls(
            np.fromiter(map(place.__getitem__, values), dtype=np.int32, count=len(values)), list(place)
        )

    def column(self, make: Callable[[Value], str]) -> Column:
        """Number what `make` gives for every value, as `encode` does."""
        made = encode(list(map(make, self.values)))
        return Column(made.codes[self.rows], made.values)

    def numbers(self, make: Callable[[Value], int], kind: type) -> Array:
        """Give what `make` gives for every value, as an array of numbers of this kind."""
        import numpy as np

        return np.fromiter(map(make, self.values), dtype=kind, count=len(self.values))[self.rows]


def encode_as(values: Sequence[Value], make: Callable[[Value], str]) -> Column:
    """Number what `make` gives for every value, which is asked once for each distinct one."""
    return Distinct.of(values).column(make)


def stable_numbers(values: Sequence[str]) -> Array:
    """Give each value a number that depends on its text alone, the same in every list and every run; empty text is 0."""
    import numpy as np

    texts = [value.encode("utf-8", "surrogatepass") for value in values]
    low = np.fromiter(map(crc32, texts), dtype=np.uint64, count=len(texts))
    high = np.fromiter(map(adler32, texts), dtype=np.uint64, count=len(texts))
    numbers = (high << np.uint64(32)) | low
    numbers[[not text for text in texts]] = 0
    return numbers


def joined_key(*columns: Array) -> Array:
    """Make one key of several columns; none where any is missing."""
    import numpy as np

    key = np.zeros(len(columns[0]), dtype=np.uint64)
    missing = np.zeros(len(key), dtype=bool)
    for column in columns:
        key = (key ^ column.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        key ^= key >> np.uint64(29)
        missing |= column == 0
    key[missing] = 0
    return key


def encode_pair(first: Array, second: Array) -> Array:
    """Number the pairs of two columns from 1; 0 where either is missing."""
    import numpy as np

    both = (first.astype(np.int64) << 32) | second
    both[(first == 0) | (second == 0)] = 0
    distinct, codes = np.unique(both, return_inverse=True)
    return (codes + (0 if len(distinct) and distinct[0] == 0 else 1)).astype(np.int32)
