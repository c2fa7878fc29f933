"""The evidence on many pairs as the text it is kept as."""

from __future__ import annotations

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.weighing.judged import FIELDS


def evidence_texts(levels: Array, weights: Array) -> list[str]:
    """Give for each pair (a column) its pieces of evidence as JSON: `[[field, level, weight], ...]`, without those that say nothing.

    `weights` have two digits behind the point. A piece is written once, however many pairs it is told of.
    """
    import numpy as np

    told = ((levels != 0) | (weights != 0)).T
    _, fields = np.nonzero(told)
    level, weight = levels.T[told].astype(np.int64), weights.T[told]
    hundredths = 2 * np.rint(weight * 100).astype(np.int64) + np.signbit(weight)  # there is a -0.0
    key = hundredths * 65536 + level * 256 + fields
    _, first, which = np.unique(key, return_index=True, return_inverse=True)
    written = [
        f'["{FIELDS[field]}",{level},{weight}]'
        for field, level, weight in zip(fields[first].tolist(), level[first].tolist(), weight[first].tolist())
    ]
    pieces = [written[i] for i in which.tolist()]
    ends = told.sum(axis=1).cumsum().tolist()
    return [f"[{','.join(pieces[start:end])}]" for start, end in zip([0, *ends], ends)]
