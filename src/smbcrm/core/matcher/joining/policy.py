"""How sure the matcher must be to join two rows by itself, and to ask about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.matcher.reading.codes import Array
from smbcrm.core.matcher.weighing.judged import PLACE, SAYING, SAYS, Judged, only_born
from smbcrm.core.matcher.weighing.levels import NEAR, NONE, SAME, VARIANT, is_one_of

_WHOLE = (SAME, VARIANT, NEAR)
_NOT_HELD = (None, NONE, SAME)
_NAME, _COMMON_BITS = ("given", "surname", "prior"), -3.0  # by the name alone, eight to one against
_BESIDE = frozenset((*SAYING, "firm", "other")) - {"birth_date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchPolicy:
    """How sure the matcher must be. Bits are powers of two of the odds: 4 bits are 16 to 1."""

    same_bits: float = 3.6
    # Where two whole names agree: on labelled lists of many kinds 97 of 100 such pairs between the two are one customer.
    named_bits: float = 1.6
    review_bits: float = -3.0
    # Below, hardly one of five would turn out true; `rank_bits` counts the number of rows that an answer is about, too.
    asked_bits: float = -1.5
    rank_bits: float = -0.5
    mean_bits: float = 0.0  # what the pairs across two groups must hold on average to join them
    questions_per_100: float = 3.0
    questions_least: int = 5  # a short list may have as many, too


USUAL = MatchPolicy()


def is_proved(judged: Judged, policy: MatchPolicy) -> Array:
    """Tell which pairs may be joined without asking."""
    import numpy as np

    enough = judged.total >= np.where(named(judged), policy.named_bits, policy.same_bits)
    return enough & judged.proof & ~judged.veto & ~judged.doubt


def named(judged: Judged) -> Array:
    """Tell where a first name, or a firm's, agrees as a whole, or stands for the other: an initial or a bare last name fits several people of one home.

    Where all that stands beside a common name is a birth date that nearly agrees, it may be a namesake's: nothing tells them apart.
    """
    given, firm = judged.levels[PLACE["given"]], judged.levels[PLACE["firm"]]
    birth = judged.levels[PLACE["birth_date"]]
    alone = only_born(judged) & (birth != SAME) & (birth != NONE)
    alone &= judged.weights[[PLACE[name] for name in _NAME]].sum(axis=0) < _COMMON_BITS
    return ((is_one_of(given, _WHOLE) | judged.garbled) & ~alone) | is_one_of(firm, _WHOLE)


def would_join(evidence: Sequence[Sequence[Any]], policy: MatchPolicy = USUAL) -> bool:
    """Tell from kept evidence (`[field, level, weight]` each) whether two rows would be joined if there were only these two.

    >>> would_join([["phone", 1, 15.5], ["given", 1, 6.0], ["prior", 0, -11.0]])
    True
    >>> would_join([["phone", 1, 15.5], ["given", 1, 6.0], ["prior", 0, -11.0], ["alone", 7, -9.0]])
    False
    """
    level = {field: level for field, level, _ in evidence}
    whole = level.get("given") in _WHOLE or level.get("firm") in _WHOLE
    beside = any(field in _BESIDE and abs(weight) > SAYS for field, _, weight in evidence)
    common = sum(weight for field, _, weight in evidence if field in _NAME) < _COMMON_BITS
    whole &= beside or not common or level.get("birth_date") in _NOT_HELD
    total = sum(weight for _, _, weight in evidence)
    return level.get("alone") in _NOT_HELD and total >= (policy.named_bits if whole else policy.same_bits)
