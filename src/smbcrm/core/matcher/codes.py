"""Values as whole numbers: equal text, equal number; nothing is 0."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

# A numpy array; numpy itself is loaded only where it is used.
Array: TypeAlias = Any
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Column:
    """One field of all rows: `codes[i]` is row i's value as a number, `values[code]` what it stands for (0: nothing)."""

    codes: Array
    values: list[str]

    def __len__(self) -> int:
        return len(self.codes)


def encode(values: Sequence[str]) -> Column:
    """Number the distinct values in alphabetical order, from 1; empty text is 0."""
    import numpy as np

    if not any(values):
        return Column(np.zeros(len(values), dtype=np.int32), [""])
    distinct = sorted(set(values) - {""})
    number = {value: code for code, value in enumerate(distinct, start=1)}
    number[""] = 0
    codes = np.fromiter((number[value] for value in values), dtype=np.int32, count=len(values))
    return Column(codes, ["", *distinct])


def once(values: Sequence[Value], make: Callable[[Value], str]) -> list[str]:
    """Apply `make` to every value, once for each distinct one."""
    made = {value: make(value) for value in set(values)}
    return [made[value] for value in values]


def encode_pair(first: Array, second: Array) -> Array:
    """Number the pairs of two columns from 1; 0 where either is missing."""
    import numpy as np

    both = (first.astype(np.int64) << 32) | second
    both[(first == 0) | (second == 0)] = 0
    distinct, codes = np.unique(both, return_inverse=True)
    return (codes + (0 if len(distinct) and distinct[0] == 0 else 1)).astype(np.int32)
