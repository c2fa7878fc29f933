"""What would lift one customer's score: a purchase, a new customer brought, a contact, a bill paid, a wish met."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan, log1p

from smbcrm.core.say import Say, say
from smbcrm.core.scores.score_facts import Facts, Frame, LogScale
from smbcrm.core.scores.score_model import PARTS

MOST = 12
"""More of one thing than this is no advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """One thing that would lift the score: how often it is needed, and to what score that leads (about: ranks move with others)."""

    what: str  # purchase, referral, contact, payment, satisfaction
    times: int
    score: float
    gain: float
    enough: bool  # whether it lifts the score by one point


def lifts(facts: Facts, frame: Frame) -> tuple[Lift, ...]:
    """Give what would lift the suggested score by one, each by itself, the least effort first; what cannot, as far as it goes."""
    if isnan(facts.suggested):
        return ()
    now = suggestion(facts.values, frame)
    found = []
    for what, change in _CHANGES.items():
        best: Lift | None = None
        for times in range(1, MOST + 1):
            values = change(facts, frame, times)
            if values is None:
                break
            score = suggestion(values, frame)
            gain = score - now
            if best is None or gain > best.gain + 0.005:
                best = Lift(what=what, times=times, score=score, gain=gain, enough=gain >= 1 - 1e-9)
            if gain >= 1 - 1e-9 or what in _ONCE:
                break
        if best is not None and best.gain >= 0.05:
            found.append(best)
    return tuple(
        sorted(found, key=lambda lift: (not lift.enough, lift.times if lift.enough else 0, -lift.gain))
    )


def suggestion(values: Sequence[float], frame: Frame) -> float:
    """Give the score of some values, on the owner's scale where there is one."""
    known = [(weight, value) for weight, value in zip(frame.weights, values, strict=True) if not isnan(value)]
    whole = frame.k + sum(weight for weight, _ in known)
    gained = frame.k * frame.median + sum(weight * value for weight, value in known)
    score = min(10.0, max(1.0, 1 + 9 * gained / whole)) if whole else 1.0
    return along(frame.scale, score) if frame.scale else score


def along(points: Sequence[Sequence[float]], number: float) -> float:
    """Give what belongs to a number between points of a way, in a straight line from point to point.

    >>> along([[0, 0], [10, 1]], 5), along([[0, 0], [10, 1]], 20)
    (0.5, 1.0)
    """
    at = bisect_left(points, number, key=lambda point: point[0])
    if at == 0 or at == len(points):
        return float(points[min(at, len(points) - 1)][1])
    (x0, y0), (x1, y1) = points[at - 1], points[at]
    return float(y0 + (y1 - y0) * (number - x0) / (x1 - x0)) if x1 > x0 else float(y1)


def _place(ladder: str, number: float, frame: Frame) -> float:
    return along(frame.steps[ladder], number)


def _log_place(amount: float, scale: LogScale) -> float:
    unit, low, high = scale
    if high <= low:
        return 0.5
    return (min(max(log1p(max(amount, 0) / unit), low), high) - low) / (high - low)


def _with(facts: Facts, **values: float) -> list[float]:
    changed = list(facts.values)
    for part, value in values.items():
        changed[PARTS.index(part)] = value
    return changed


def _bought(facts: Facts, frame: Frame, times: int) -> list[float] | None:
    """One purchase today, of the usual size; the following ones a usual gap later each, told as if all were fresh."""
    if isnan(facts.purchases) or not frame.steps["frequency"]:
        return None
    changed = {"frequency": _place("frequency", facts.purchases_now + times, frame)}
    if not isnan(facts.spend) and facts.purchases > 0:
        amount = facts.spend_now + times * facts.spend / facts.purchases
        changed["spend"] = (
            _place("spend", amount, frame) + _log_place(amount, LogScale(*frame.spend_scale))
        ) / 2
    if not isnan(facts.days_since_purchase) and frame.steps["recency"]:
        changed["recency"] = (_place("recency", 0, frame) + 1) / 2
    return _with(facts, **{part: max(value, _old(facts, part)) for part, value in changed.items()})


def _old(facts: Facts, part: str) -> float:
    value = facts.values[PARTS.index(part)]
    return 0.0 if isnan(value) else value


def _referred(facts: Facts, frame: Frame, times: int) -> list[float] | None:
    if not frame.steps["referral"]:
        return None
    count = sum(0 if isnan(n) else n for n in (facts.referrals, facts.advocacy / 2)) + times
    return _with(facts, referral=max(_place("referral", count, frame), _old(facts, "referral")))


def _contacted(facts: Facts, frame: Frame, times: int) -> list[float] | None:
    fresh = 1.0
    if not frame.steps["engagement"]:
        return _with(facts, engagement=fresh)
    count = (0 if isnan(facts.interactions) else facts.interactions) + times
    value = (_place("engagement", count, frame) + fresh) / 2
    return _with(facts, engagement=max(value, _old(facts, "engagement")))


def _paid(facts: Facts, frame: Frame, _times: int) -> list[float] | None:
    # Scores of an earlier version kept no steps of what is overdue.
    if isnan(facts.overdue) or facts.overdue <= 0 or not frame.steps.get("overdue"):
        return None
    nothing_due = _place("overdue", 0, frame)
    if isnan(facts.days_late):
        return _with(facts, payment=nothing_due)
    # A bill that is paid at last stays late: only what is overdue changes.
    below, level, known = facts.standing("lateness", frame)
    return _with(facts, payment=((below + level / 2) / known + nothing_due) / 2)


def _satisfied(facts: Facts, _frame: Frame, times: int) -> list[float] | None:
    if isnan(facts.satisfaction) or facts.satisfaction >= 1:
        return None
    behind = (facts.ratings if not isnan(facts.ratings) else 1) + 2
    return _with(facts, satisfaction=(behind * facts.satisfaction_value + times) / (behind + times))


_CHANGES: Mapping[str, Callable[[Facts, Frame, int], list[float] | None]] = {
    "purchase": _bought,
    "referral": _referred,
    "contact": _contacted,
    "payment": _paid,
    "satisfaction": _satisfied,
}
_ONCE = frozenset({"payment"})
ONE_MORE: Mapping[str, str] = {
    "purchase": "one more purchase",
    "referral": "one customer brought",
    "contact": "one contact",
    "payment": "paying what is overdue",
    "satisfaction": "one full mark for satisfaction",
}
MORE: Mapping[str, str] = {
    "purchase": "{times} more purchases",
    "referral": "{times} customers brought",
    "contact": "{times} contacts",
    "payment": "paying what is overdue",
    "satisfaction": "{times} full marks for satisfaction",
}


def lift_words(lift: Lift) -> Say:
    """Say what a lift takes.

    >>> str(lift_words(Lift(what="referral", times=2, score=8.0, gain=1.1, enough=True)))
    '2 customers brought'
    """
    if lift.times == 1 or lift.what in _ONCE:
        return Say(ONE_MORE[lift.what])
    return say(MORE[lift.what], times=lift.times)
