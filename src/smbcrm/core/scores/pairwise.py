"""Weights from comparisons of two at a time (the analytic hierarchy process), and whether the comparisons agree with each other.

Sources: Saaty, How to make a decision: the analytic hierarchy process, European Journal of Operational Research 48 (1990), for the principal
eigenvector, the consistency ratio and its limit of 0.1; Harker, Incomplete pairwise comparisons in the analytic hierarchy process,
Mathematical Modelling 9 (1987), for comparisons left out; Agoston and Csato, Inconsistency thresholds for incomplete pairwise comparison
matrices, Omega 108 (2022), for the random index of those.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from smbcrm.core.say import Say, say
from smbcrm.errors import UsageError

RANDOM_INDEX = (0.0, 0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
"""Saaty's random index, by the number of things compared."""
CONSISTENT = 0.10
Judgements = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """The judgement that fits the others least: what was said of a against b, and what the others say."""

    a: str
    b: str
    said: float
    implied: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Weights that add up to 1, and how far the judgements agree; `ratio` is None where they are too few to contradict each other."""

    weights: Mapping[str, float]
    largest: float  # the principal eigenvalue; equal to the number of things when nothing contradicts
    ratio: float | None
    suspect: Suspect | None

    @property
    def consistent(self) -> bool:
        """Tell whether the judgements agree well enough to be used."""
        return self.ratio is None or self.ratio <= CONSISTENT


def compare(things: Sequence[str], judgements: Judgements) -> Compared:
    """Work out weights from judgements like {("spend", "recency"): 3}: spend counts three times as much as recency.

    Comparisons may be left out as long as every thing hangs together with the others. Raises UsageError where one does not.

    >>> compare(["a", "b", "c"], {("a", "b"): 2, ("b", "c"): 2, ("a", "c"): 4}).weights["a"]
    0.571429
    """
    n, matrix = len(things), _matrix(things, judgements)
    _check_whole(things, matrix)
    missing = sum(value == 0 for row in matrix for value in row) // 2
    vector, largest = _principal(matrix)
    weights = dict(zip(things, (round(value, 6) for value in vector), strict=True))
    index = _random_index(n, missing)
    ratio = max(0.0, (largest - n) / (n - 1)) / index if index > 0 else None
    suspect = _suspect(things, judgements, vector) if ratio else None
    return Compared(weights=weights, largest=largest, ratio=ratio, suspect=suspect)


def read_judgements(lines: Sequence[str], things: Sequence[str]) -> dict[tuple[str, str], float]:
    """Read one judgement a line; raises UsageError where two lines judge the same pair, in whatever order.

    >>> read_judgements(["spend/recency=3", "recency/payment=1/2"], ["spend", "recency", "payment"])
    {('spend', 'recency'): 3.0, ('recency', 'payment'): 0.5}
    """
    judgements: dict[tuple[str, str], float] = {}
    for pair, ratio in (read_judgement(line, things) for line in lines):
        if pair in judgements or pair[::-1] in judgements:
            raise UsageError(
                say("{a} and {b} are compared twice", a=pair[0], b=pair[1]), say("leave one of the two out")
            )
        judgements[pair] = ratio
    return judgements


def read_judgement(text: str, things: Sequence[str]) -> tuple[tuple[str, str], float]:
    """Read `spend/recency=3` or `spend/recency=1/3`.

    >>> read_judgement("spend/recency=1/4", ["spend", "recency"])
    (('spend', 'recency'), 0.25)
    """
    from smbcrm.core.text import fold_digits

    pair, equals, value = fold_digits(text).partition("=")
    first, slash, second = (name.strip().lower() for name in pair.partition("/"))
    number = read_ratio(value)
    if not equals or not slash or number is None:
        raise UsageError(
            say("{text} is no comparison", text=text),
            say("write it like spend/recency=3, or =1/3 when the second counts three times as much"),
        )
    for name in (first, second):
        if name not in things:
            raise UsageError(
                say("the score has no part called {part}", part=name),
                say("the parts are: {parts}", parts=", ".join(things)),
            )
    if first == second:
        raise UsageError(
            say("{part} cannot be compared with itself", part=first), Say("name two different parts")
        )
    return (first, second), number


def judgement_text(pair: tuple[str, str], ratio: float) -> str:
    """Give a judgement as `read_judgement` reads it.

    >>> judgement_text(("spend", "recency"), 1 / 3), judgement_text(("spend", "recency"), 1.25)
    ('spend/recency=1/3', 'spend/recency=1.25')
    """
    return f"{pair[0]}/{pair[1]}={ratio_text(ratio)}"


def ratio_text(ratio: float) -> str:
    """Give a ratio the way it is typed.

    >>> ratio_text(3.0), ratio_text(0.2), ratio_text(0.8)
    ('3', '1/5', '1/1.25')
    """
    return f"{ratio:.10g}" if ratio >= 1 else f"1/{1 / ratio:.10g}"


def read_ratio(text: str) -> float | None:
    """Read how many times as much, 1/9 to 9; None for anything else.

    >>> read_ratio("3"), read_ratio(" 1/5 "), read_ratio("20"), read_ratio("much")
    (3.0, 0.2, None, None)
    """
    above, slash, below = text.strip().replace("٫", ".").partition("/")
    try:
        number = float(above) / float(below) if slash else float(above)
    except (ValueError, ZeroDivisionError):
        return None
    return number if 1 / 9 - 1e-9 <= number <= 9 + 1e-9 else None


def _matrix(things: Sequence[str], judgements: Judgements) -> list[list[float]]:
    """Give the square of ratios; 0 stands for a comparison that was left out."""
    place = {name: at for at, name in enumerate(things)}
    matrix = [[float(a == b) for b in range(len(things))] for a in range(len(things))]
    for (first, second), ratio in judgements.items():
        a, b = place[first], place[second]
        matrix[a][b], matrix[b][a] = ratio, 1 / ratio
    return matrix


def _check_whole(things: Sequence[str], matrix: Sequence[Sequence[float]]) -> None:
    reached, waiting = {0}, [0]
    while waiting:
        here = waiting.pop()
        for there, value in enumerate(matrix[here]):
            if value and there not in reached:
                reached.add(there)
                waiting.append(there)
    apart = [name for at, name in enumerate(things) if at not in reached]
    if apart:
        raise UsageError(
            say(
                "{parts} {count:is|are} compared with none of the others",
                parts=", ".join(apart),
                count=len(apart),
            ),
            say(
                "compare {count:it|each} with one of them, for example {a}/{b}=2",
                a=things[0],
                b=apart[0],
                count=len(apart),
            ),
        )


def _principal(matrix: Sequence[Sequence[float]]) -> tuple[list[float], float]:
    """Give the principal eigenvector, adding up to 1, and its eigenvalue, by repeated multiplication.

    A comparison left out counts as what the weights themselves say: its 0 stays, and 1 is added to the diagonal (Harker).
    """
    n = len(matrix)
    full = [
        [value + (row.count(0) if a == b else 0) for b, value in enumerate(row)]
        for a, row in enumerate(matrix)
    ]
    vector, largest = [1 / n] * n, float(n)
    for _ in range(10_000):
        raised = [sum(value * x for value, x in zip(row, vector, strict=True)) for row in full]
        largest = sum(raised)
        moved = [value / largest for value in raised]
        if max(abs(a - b) for a, b in zip(moved, vector, strict=True)) < 1e-13:
            break
        vector = moved
    return vector, largest


def _random_index(n: int, missing: int) -> float:
    if n < 3 or n >= len(RANDOM_INDEX):
        return 0.0 if n < 3 else RANDOM_INDEX[-1]
    return RANDOM_INDEX[n] * (1 - 2 * missing / ((n - 1) * (n - 2)))


def _suspect(things: Sequence[str], judgements: Judgements, vector: Sequence[float]) -> Suspect:
    """Give the judgement furthest from what all of them together say, as a ratio (Saaty: the largest a_ij w_j / w_i)."""
    weight = dict(zip(things, vector, strict=True))

    def strain(pair: tuple[str, str]) -> float:
        off = judgements[pair] * weight[pair[1]] / weight[pair[0]]
        return max(off, 1 / off)

    a, b = max(judgements, key=lambda pair: (strain(pair), pair))
    others = {pair: ratio for pair, ratio in judgements.items() if pair != (a, b)}
    try:
        without = compare(things, others).weights if others else weight
    except UsageError:  # nothing else ties the two together
        without = weight
    return Suspect(a=a, b=b, said=judgements[a, b], implied=without[a] / without[b])


def pairs_to_ask(things: Sequence[str]) -> list[tuple[str, str]]:
    """Give every pair, the neighbours first: after those the weights are known, and the rest only makes them surer.

    >>> pairs_to_ask(["a", "b", "c"])
    [('a', 'b'), ('b', 'c'), ('a', 'c')]
    """
    place = {name: at for at, name in enumerate(things)}
    return sorted(combinations(things, 2), key=lambda pair: (place[pair[1]] - place[pair[0]], place[pair[0]]))
