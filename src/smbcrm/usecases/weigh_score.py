"""The owner's own weights: shown, set, taken from a preset, compared two at a time, or learnt from his own scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smbcrm.core.say import Say, say
from smbcrm.core.scores.learning import NEEDED, Learnt, learn_weights
from smbcrm.core.scores.pairwise import Compared, compare, ratio_text
from smbcrm.core.scores.presets import PRESETS
from smbcrm.core.scores.score_facts import PART_COUNT, unpack
from smbcrm.core.scores.score_model import DEFAULT_WEIGHTS, PARTS, ScorePolicy
from smbcrm.errors import UsageError
from smbcrm.usecases.nobody import hint_for
from smbcrm.usecases.ports import Store
from smbcrm.usecases.score_policy import read_policy, write_weights

TOTAL = sum(DEFAULT_WEIGHTS.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The weights in force, and of how many customers each part is known."""

    now: ScorePolicy
    known: Mapping[str, int]
    customers: int


def weights_shown(store: Store) -> Weighed:
    """Give the weights in force, and of how many customers each part is known."""
    known, customers = [0] * PART_COUNT, 0
    for (packed,) in store.read("SELECT facts FROM score WHERE facts IS NOT NULL"):
        customers += 1
        for at, value in enumerate(unpack(packed).values):
            known[at] += value == value  # nan is not equal to itself
    now = read_policy(store)
    return Weighed(
        now=now,
        known=dict(zip(PARTS, known, strict=True)),
        customers=customers,
    )


def set_weights(store: Store, given: Mapping[str, str]) -> ScorePolicy:
    """Set the weights that are named, as typed; raises UsageError for what is no weight."""
    from smbcrm.core.text import fold_digits

    weights = {}
    for part, text in given.items():
        try:
            weights[part.strip().lower()] = float(fold_digits(text).replace("٫", "."))
        except ValueError:
            raise UsageError(
                say("{value} is no weight", value=text), say("a weight is a number, for example spend=3")
            ) from None
    if not weights:
        raise UsageError(say("no weight was given"), say("`smbcrm score weights set spend=3 referral=2`"))
    return write_weights(store, weights)


def use_preset(store: Store, name: str) -> ScorePolicy:
    """Take the weights of a preset; raises UsageError for a name there is none of."""
    preset = PRESETS.get(name.strip().lower())
    if preset is None:
        raise UsageError(
            say("there is no preset {name}", name=name),
            say("choose one of: {names}", names=", ".join(PRESETS)),
        )
    return write_weights(store, preset.weights)


def compare_parts(
    judgements: Mapping[tuple[str, str], float], present: ScorePolicy
) -> tuple[Compared, dict[str, float]]:
    """Work out weights from comparisons of two parts at a time.

    The parts that are compared share out what they weigh now; those that are not named keep their weight.
    """
    if not judgements:
        raise UsageError(
            say("nothing was compared"),
            say("`smbcrm score weights compare --compare spend/recency=3 --compare spend/referral=1/2`"),
        )
    named = [part for part in PARTS if any(part in pair for pair in judgements)]
    compared = compare(named, judgements)
    shared = sum(present.weight_of(part) for part in named) or TOTAL * len(named) / len(PARTS)
    return compared, {
        part: round(shared * compared.weights[part], 2) if part in named else present.weight_of(part)
        for part in PARTS
    }


def check_consistent(compared: Compared) -> None:
    """Raise UsageError, naming the judgement to reconsider, for comparisons that contradict each other too much to be used."""
    if not compared.consistent and compared.suspect is not None:
        raise UsageError(
            say("the comparisons contradict each other too much to be used"), reconsider(compared)
        )


def reconsider(compared: Compared) -> Say:
    """Say which judgement fits the others least, and what they say."""
    worst = compared.suspect
    if worst is None:
        return Say("the comparisons do not contradict each other")
    return say(
        "reconsider {a}/{b}: you said {said}, the others say about {implied}",
        a=worst.a,
        b=worst.b,
        said=ratio_text(worst.said),
        implied=_about(worst.implied),
    )


def _about(ratio: float) -> str:
    """Give a ratio that was worked out, with one decimal.

    >>> _about(2.63), _about(0.203)
    ('2.6', '1/4.9')
    """
    return ratio_text(round(ratio, 1) if ratio >= 1 else 1 / round(1 / ratio, 1))


def learn(store: Store) -> Learnt:
    """Learn weights from the owner's own scores; raises UsageError, with the number that is missing, where they are too few."""
    import numpy as np

    rows = [
        (unpack(packed).values, own)
        for packed, own in store.read(
            "SELECT s.facts, c.own_score FROM customer c JOIN score s ON s.id = c.id WHERE c.archived = 0 "
            "AND c.own_score IS NOT NULL AND s.suggested IS NOT NULL AND s.facts IS NOT NULL ORDER BY c.id"
        )
    ]
    if len(rows) < NEEDED:
        raise UsageError(
            say(
                "{count} of your own scores {count:is of a customer|are of customers} known well enough, and {needed} are needed to learn from",
                count=len(rows),
                needed=NEEDED,
            ),
            hint_for(
                store, say("give {missing} more: `smbcrm score set WHO 1-10`", missing=NEEDED - len(rows))
            ),
        )
    policy = read_policy(store)
    values = np.array([values for values, _ in rows])
    own = np.array([score for _, score in rows])
    return learn_weights(values, own, [policy.weight_of(part) for part in PARTS], k=policy.k)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A customer whom the owner scores otherwise than the facts do, and the part that pulls hardest the other way."""

    customer: int
    name: str
    tier: str | None
    own: float
    suggested: float
    because: Say


def disagreements(store: Store, *, least: float = 0.0) -> Sequence[Disagreement]:
    """Give the customers whose own and suggested scores differ most, the largest difference first."""
    from smbcrm.core.scores.score_account import lines
    from smbcrm.usecases.explain_score import read_frame

    frame, found = read_frame(store), []
    for number, name, tier, own, suggested, packed in store.read(
        "SELECT c.id, c.name, t.tier, c.own_score, s.suggested, s.facts FROM customer c JOIN score s ON s.id = c.id "
        "LEFT JOIN tier t ON t.id = c.id WHERE c.archived = 0 AND c.own_score IS NOT NULL AND s.suggested IS NOT NULL "
        "AND s.facts IS NOT NULL AND abs(c.own_score - s.suggested) >= ? "
        "ORDER BY abs(c.own_score - s.suggested) DESC, c.id",
        [least],
    ):
        assert frame is not None
        parts = [
            part
            for part in lines(unpack(packed), frame, id=number, shown=suggested, own=None)
            if part.part in PARTS and part.known and part.value is not None
        ]
        sign = 1 if own > suggested else -1  # what the owner must be seeing past
        parts.sort(key=lambda part: sign * part.weight * ((part.value or 0.0) - frame.median))
        found.append(
            Disagreement(
                customer=number, name=name, tier=tier, own=own, suggested=suggested, because=parts[0].why
            )
        )
    return found


def own_scores(store: Store) -> int:
    """Count the scores the owner gave himself."""
    ((count,),) = store.read("SELECT count(*) FROM customer WHERE archived = 0 AND own_score IS NOT NULL")
    return int(count)
