"""Weights that fit the owner's own scores, and an honest test of whether they fit better than the present ones.

His scores are explained by how far each known part lies above or below the list's middle: a linear model whose weights may not be negative
(Lawson and Hanson, Solving Least Squares Problems, 1974), pulled towards the present weights (ridge; Hoerl and Kennard, 1970) as far as
leaving out a tenth of the scores at a time shows to be best. Nothing is judged on scores it was fitted to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smbcrm.core.scores.score_model import PARTS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

NEEDED = 20
"""Own scores of customers of whom enough else is known; fewer would fit chance."""
KNOWN_NEEDED = 10
"""How many of them a part must be known of for its weight to be learnt."""
FOLDS = 10
PULLS = (0.0, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Weights that fit, which of them rest on data, and how well both sets order customers that were left out.

    `order_now` and `order_learnt` run from -1 to 1 (Spearman's rank correlation with the owner's scores); `error` is how far the
    learnt suggestions lie from his scores, in points, on customers that were left out.
    """

    weights: dict[str, float]
    learnt: tuple[str, ...]
    scores: int
    order_now: float
    order_learnt: float
    error_now: float
    error_learnt: float

    @property
    def better(self) -> bool:
        """Tell whether the learnt weights do better on what they were not fitted to."""
        return self.order_learnt > self.order_now + 0.01


def learn_weights(values: Floats, own: Floats, present: Sequence[float], *, k: float) -> Learnt:
    """Learn weights from customers with own scores: their parts (nan unknown), one row each, and the scores.

    Asks for NEEDED rows. The weights add up to what the present ones add up to.
    """
    import numpy as np

    now = np.asarray(present, dtype=float)
    known = ~np.isnan(values)
    learnable = known.sum(axis=0) >= KNOWN_NEEDED
    lifts = _lifts(values)
    folds = np.arange(len(own)) % FOLDS
    order = np.argsort(own, kind="stable")  # every fold gets low and high scores
    fold_of = np.empty(len(own), dtype=int)
    fold_of[order] = folds
    best_pull = min(
        PULLS, key=lambda pull: (_left_out_error(lifts, own, fold_of, now, learnable, pull), pull)
    )
    fitted = _fit(lifts, own, now, learnable, best_pull)
    outside = _outside(lifts, own, fold_of, now, learnable, best_pull)
    present_guess = _predicted(values, now, k)
    return Learnt(
        weights={part: round(float(weight), 2) for part, weight in zip(PARTS, fitted, strict=True)},
        learnt=tuple(part for part, can in zip(PARTS, learnable, strict=True) if can),
        scores=len(own),
        order_now=spearman(present_guess, own),
        order_learnt=spearman(outside, own),
        error_now=_error(present_guess, own, fold_of),
        error_learnt=_error(outside, own, fold_of),
    )


def _lifts(values: Floats) -> Floats:
    """Give how far each part lies from the middle of its column; an unknown one lifts nothing."""
    import numpy as np

    middle = np.array(
        [np.median(column[~np.isnan(column)]) if (~np.isnan(column)).any() else 0.5 for column in values.T]
    )
    lifts: Floats = np.nan_to_num(values - middle)
    return lifts


def _fit(lifts: Floats, own: Floats, now: Floats, learnable: Any, pull: float) -> Floats:
    """Fit weights to scores; parts that cannot be learnt keep their share."""
    import numpy as np

    columns = np.flatnonzero(learnable & (lifts.std(axis=0) > 1e-9))
    if not len(columns):
        return now.copy()
    target = own - own.mean()
    # How strongly the present weights would have to be stretched to give scores of this spread.
    guess = lifts[:, columns] @ now[columns]
    spread = float(guess @ guess)
    stretch = max(float(guess @ target) / spread, 1e-6) if spread > 0 else 1.0
    scale = pull * len(own) * float(lifts[:, columns].var())
    square = lifts[:, columns].T @ lifts[:, columns] + scale * np.eye(len(columns))
    right = lifts[:, columns].T @ target + scale * stretch * now[columns]
    found = non_negative(square, right)
    whole = now.copy()
    total = found.sum()
    if total > 0:
        whole[columns] = found / total * now[columns].sum()
    return whole


def non_negative(square: Floats, right: Floats) -> Floats:
    """Give the x >= 0 with the smallest x'Ax / 2 - b'x, one coordinate at a time; A must be positive on its diagonal.

    >>> import numpy as np
    >>> non_negative(np.array([[2.0, 0.0], [0.0, 2.0]]), np.array([2.0, -4.0])).tolist()
    [1.0, 0.0]
    """
    import numpy as np

    x = np.zeros(len(right))
    for _ in range(5000):
        before = x.copy()
        for at in range(len(x)):
            rest = right[at] - square[at] @ x + square[at, at] * x[at]
            x[at] = max(0.0, rest / square[at, at])
        if np.abs(x - before).max() < 1e-12 * max(1.0, np.abs(x).max()):
            break
    return x


def _outside(lifts: Floats, own: Floats, fold_of: Any, now: Floats, learnable: Any, pull: float) -> Floats:
    """Give a guess for each customer from the scores of the other folds only."""
    import numpy as np

    guesses = np.zeros(len(own))
    for fold in range(FOLDS):
        inside, out = fold_of != fold, fold_of == fold
        weights = _fit(lifts[inside], own[inside], now, learnable, pull)
        base = lifts[inside] @ weights
        slope, middle = _line(base, own[inside])
        guesses[out] = middle + slope * (lifts[out] @ weights)
    return guesses


def _left_out_error(
    lifts: Floats, own: Floats, fold_of: Any, now: Floats, learnable: Any, pull: float
) -> float:
    import numpy as np

    return round(float(np.square(_outside(lifts, own, fold_of, now, learnable, pull) - own).mean()), 9)


def _line(guess: Floats, own: Floats) -> tuple[float, float]:
    """Give the straight line from guesses to scores: slope and what belongs to 0."""
    spread = float(((guess - guess.mean()) ** 2).sum())
    slope = float(((guess - guess.mean()) * (own - own.mean())).sum()) / spread if spread > 0 else 0.0
    return slope, float(own.mean() - slope * guess.mean())


def _predicted(values: Floats, weights: Floats, k: float) -> Floats:
    """Give the suggestions under some weights, as core/scoring.py works them out, up to the list's middle."""
    import numpy as np

    known = ~np.isnan(values)
    weight = known @ weights
    gained = np.nan_to_num(values) @ weights
    middle = float(np.median(gained[weight > 0] / weight[weight > 0])) if (weight > 0).any() else 0.5
    predicted: Floats = 1 + 9 * (gained + k * middle) / np.maximum(weight + k, 1e-12)
    return predicted


def _error(guess: Floats, own: Floats, fold_of: Any) -> float:
    """Give the mean distance from the scores, each guess carried to their scale by the other folds."""
    import numpy as np

    distance = np.zeros(len(own))
    for fold in range(FOLDS):
        inside, out = fold_of != fold, fold_of == fold
        slope, middle = _line(guess[inside], own[inside])
        distance[out] = np.abs(np.clip(middle + slope * guess[out], 1, 10) - own[out])
    return float(distance.mean())


def spearman(a: Floats, b: Floats) -> float:
    """Give the rank correlation of two columns, 0 where one of them is level.

    >>> import numpy as np
    >>> spearman(np.array([1.0, 2.0, 3.0]), np.array([10.0, 20.0, 90.0]))
    1.0
    """
    import numpy as np

    from smbcrm.core.scores.score_parts import ladder

    x, y = ladder(a).place - 0.5, ladder(b).place - 0.5
    scale = float(np.sqrt((x @ x) * (y @ y)))
    return round(float(x @ y) / scale, 6) if scale > 0 else 0.0
