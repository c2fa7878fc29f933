"""How alike two spellings are, worked out once for each distinct pair of values."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.matcher.reading.codes import Array, Values

NEARLY_ONE = 0.75  # how alike two codes or towns are at least that may be one mistyped
ONE_DIGIT, FEW_DIGITS = 0.85, 0.66  # the same of two ids that are one digit or a few apart
# Letters of two parts at least, and how alike they are in another order, in a hundred.
_TWO_PARTS, _TURNED = 8, 85


def likeness(values: Values, one: Array, two: Array, part: bool = False) -> Array:
    """Give for each pair of value numbers how alike they are spelled, 0 to 1; nothing is like nothing.

    With `part`, a value that is contained in the other counts as alike.
    """
    import numpy as np
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    out = np.where((one == two) & (one > 0), 1.0, 0.0).astype(np.float32)
    open_ = np.flatnonzero((one != two) & (one > 0) & (two > 0))
    if not len(open_):
        return out
    left, right, back = distinct_pairs(one[open_], two[open_])
    lefts, rights = values.texts[left].tolist(), values.texts[right].tolist()
    alike = process.cpdist(lefts, rights, scorer=OSA.normalized_similarity, dtype=np.float32)
    if part:
        shorter = np.fromiter(
            (min(len(x), len(y)) for x, y in zip(lefts, rights)), dtype=np.int32, count=len(left)
        )
        inside = process.cpdist(lefts, rights, scorer=fuzz.partial_ratio, dtype=np.float32) / 100
        begins = one_begins(lefts, rights)
        # Nearly contained is enough for one house, where the number agrees, too.
        alike = np.maximum(alike, np.where((shorter >= 8) & (inside >= 0.8), 0.7, 0))
        alike = np.maximum(
            alike, np.where(((shorter >= 5) & (inside >= 0.9)) | (begins & (shorter >= 3)), 0.85, 0)
        )
    out[open_] = alike[back]
    return out


def one_begins(lefts: Sequence[str], rights: Sequence[str]) -> Array:
    """Tell of which pairs of texts one begins with the other."""
    import numpy as np

    found = (x.startswith(y) or y.startswith(x) for x, y in zip(lefts, rights))
    return np.fromiter(found, dtype=bool, count=len(lefts))


def turned_about(values: Values, one: Array, two: Array) -> Array:
    """Tell which pairs of value numbers are the same two parts in another order: a house's name before or behind its street."""
    import numpy as np
    from rapidfuzz import fuzz, process

    left, right, back = distinct_pairs(one, two)
    texts = values.texts
    length = np.array([len(value) for value in texts])
    short, long_ = np.where(length[left] <= length[right], (left, right), (right, left))
    found = np.zeros(len(left), dtype=bool)
    open_ = np.flatnonzero((length[short] >= _TWO_PARTS) & (length[short] >= NEARLY_ONE * length[long_]))
    twice = [text + text for text in texts[long_[open_]]]
    alike = process.cpdist(texts[short[open_]].tolist(), twice, scorer=fuzz.partial_ratio, dtype=np.float32)
    found[open_] = alike >= _TURNED
    return found[back]


def distinct_pairs(one: Array, two: Array) -> tuple[Array, Array, Array]:
    """Give the distinct unordered pairs, and for each pair given the place of its own among them."""
    import numpy as np

    low, high = np.minimum(one, two).astype(np.int64), np.maximum(one, two)
    distinct, back = np.unique((low << 32) | high, return_inverse=True)
    return distinct >> 32, distinct & 0xFFFFFFFF, back


def bits_set(numbers: Array) -> Array:
    """Count the bits that are set in numbers below 2**32."""
    import numpy as np

    if hasattr(np, "bitwise_count"):
        return np.bitwise_count(numbers)
    low = np.array([bin(i).count("1") for i in range(1 << 16)], dtype=np.uint8)
    return low[numbers & 0xFFFF] + low[numbers >> 16]
