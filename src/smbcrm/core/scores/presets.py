"""Sets of weights to start from: what kind of shop is it, and what do its good customers do for it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from smbcrm.core.say import Say
from smbcrm.core.scores.score_model import DEFAULT_WEIGHTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A set of weights with the reason for it."""

    weights: Mapping[str, float]
    why: Say


def _weights(*numbers: float) -> Mapping[str, float]:
    return dict(zip(DEFAULT_WEIGHTS, numbers, strict=True))


# Each adds up to 12.5, so that what is stated of `k` and of the coverage holds for all of them. The last three are the ways in which
# shops live on relations: bringing people together, being a community, knowing everybody.
PRESETS: Mapping[str, Preset] = {
    "trade": Preset(
        weights=DEFAULT_WEIGHTS,
        why=Say("a shop that lives on its sales: buying counts most, paying and relations half as much"),
    ),
    "community": Preset(
        weights=_weights(1.5, 1.5, 1.5, 1.0, 3.0, 2.5, 1.5),
        why=Say("a shop with regulars who take part: referrals, word of mouth and contact count most"),
    ),
    "personal": Preset(
        weights=_weights(2.0, 1.5, 1.5, 1.5, 1.5, 2.0, 2.5),
        why=Say(
            "a shop that knows everybody: satisfaction and contact count as much as what somebody spends"
        ),
    ),
    "matchmaker": Preset(
        weights=_weights(1.5, 2.5, 2.0, 1.5, 3.0, 1.0, 1.0),
        why=Say("a shop that brings people together: who comes often and brings others counts most"),
    ),
}
