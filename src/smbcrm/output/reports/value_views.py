"""Weights, disagreements and questions as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smbcrm.core.say import Say, say
from smbcrm.core.scores.learning import KNOWN_NEEDED, Learnt
from smbcrm.core.scores.pairwise import Compared, judgement_text
from smbcrm.core.scores.presets import PRESETS
from smbcrm.core.scores.score_model import PARTS
from smbcrm.output.reports.value_columns import DISAGREE, GAPS, PRESET_LIST, PROPOSED, WEIGHTS
from smbcrm.output.view import View
from smbcrm.usecases.list_gaps import Asking
from smbcrm.usecases.weigh_score import Disagreement, Weighed, reconsider


def weights_view(weighed: Weighed, *, changed: bool = False) -> View:
    """Give the weights in force."""
    policy = weighed.now
    total = sum(policy.weight_of(part) for part in PARTS)
    rows = [
        (part, policy.weight_of(part), policy.weight_of(part) / total, weighed.known[part]) for part in PARTS
    ]
    preset = PRESETS.get(policy.preset)
    if preset is not None:
        footer = [say("Preset {name}: {why}", name=say(policy.preset), why=preset.why)]
    else:
        footer = [say("These weights are your own.")]
    if weighed.customers:
        footer.append(say("Known of: so many of {count} customers.", count=weighed.customers))
    if changed:
        footer.append(say("Next: `smbcrm score`, then `smbcrm tier`."))
    else:
        footer.append(
            say(
                "Change them: `smbcrm score weights set spend=4`, `smbcrm score weights preset`, `smbcrm score weights compare`"
            )
        )
    return View(
        WEIGHTS,
        rows,
        title=say("Weights of the score"),
        footer=tuple(footer),
        name="weights",
        id_column="part",
    )


def presets_view(used: str) -> View:
    """Give the presets beside each other."""
    rows = [
        (name, name == used, *(preset.weights[part] for part in PARTS), preset.why)
        for name, preset in PRESETS.items()
    ]
    footer = (say("Take one: `smbcrm score weights preset community`"),)
    return View(PRESET_LIST, rows, footer=footer, name="presets", id_column="preset")


def _proposed(weighed: Weighed, weights: Mapping[str, float]) -> list[tuple[object, ...]]:
    total = sum(weights.values()) or 1.0
    return [
        (part, weighed.now.weight_of(part), weights[part], weights[part] / total, weighed.known[part])
        for part in PARTS
    ]


def compared_view(
    weighed: Weighed,
    compared: Compared,
    weights: Mapping[str, float],
    *,
    judged: Mapping[tuple[str, str], float],
    used: bool,
) -> View:
    """Give the weights that comparisons lead to, how far the comparisons agree, and the command that takes the weights."""
    footer: list[Say] = []
    if compared.ratio is None:
        footer.append(say("Too few comparisons to contradict each other; every further one makes it surer."))
    else:
        footer.append(
            say(
                "Consistency ratio {ratio}; up to 0.1 the comparisons agree well enough (Saaty).",
                ratio=f"{compared.ratio:.2f}",
            )
        )
        if not compared.consistent:
            footer.append(reconsider(compared))
    if used:
        footer.append(say("Next: `smbcrm score`, then `smbcrm tier`."))
    elif compared.consistent:
        words = " ".join(f"--compare {judgement_text(*judgement)}" for judgement in judged.items())
        command = f"smbcrm score weights compare {words} --use"
        footer.append(say("Nothing was changed yet: `{command}` takes these weights.", command=command))
    return View(
        PROPOSED,
        _proposed(weighed, weights),
        title=say("Weights by comparing two at a time"),
        footer=tuple(footer),
        name="weights",
        id_column="part",
    )


def learnt_view(weighed: Weighed, learnt: Learnt, *, used: bool) -> View:
    """Give the weights learnt from the owner's scores, and how well they do on customers they were not learnt from."""
    footer = [
        say(
            "Learnt from {count} of your own scores. On customers left out, the order agrees with yours to {learnt} (1 is always, "
            "0 is chance), with the present weights to {now}; the scores are {error} points off, with the present weights {error_now}.",
            count=learnt.scores,
            learnt=f"{learnt.order_learnt:.2f}",
            now=f"{learnt.order_now:.2f}",
            error=f"{learnt.error_learnt:.1f}",
            error_now=f"{learnt.error_now:.1f}",
        )
    ]
    kept = [say(part) for part in PARTS if part not in learnt.learnt]
    if kept:
        footer.append(
            say(
                "Known of fewer than {needed} of these customers, so the weight was left: {parts}",
                needed=KNOWN_NEEDED,
                parts=kept,
            )
        )
    if used:
        footer.append(say("Next: `smbcrm score`, then `smbcrm tier`."))
    elif learnt.better:
        footer.append(say("They fit you better than the present ones: `smbcrm score learn --use`"))
    else:
        footer.append(
            say(
                "They fit you no better than the present ones; look at the differences: `smbcrm score disagree`"
            )
        )
    return View(
        PROPOSED,
        _proposed(weighed, learnt.weights),
        title=say("Weights learnt from your own scores"),
        footer=tuple(footer),
        name="weights",
        id_column="part",
    )


def disagree_view(found: Sequence[Disagreement], *, least: float, given: int) -> View:
    """Give the customers whom the owner scores otherwise than the facts do."""
    rows = [
        (f"C{d.customer}", d.name, d.tier, d.own, d.suggested, round(d.own - d.suggested, 1), d.because)
        for d in found
    ]
    footer: tuple[Say, ...] = ()
    if rows:
        footer = (
            say(
                "Look at one: `smbcrm score explain {id}`. Change your mind: `smbcrm score set {id} N`",
                id=rows[0][0],
            ),
            say("If many differ the same way, let the weights follow you: `smbcrm score learn`"),
        )
    empty = (
        say("Your own scores and the suggested ones differ by less than {least}.", least=least)
        if given
        else say("You have given no scores of your own yet: `smbcrm score set WHO 1-10`")
    )
    title = say("Where you and the facts differ")
    return View(DISAGREE, rows, title=title, footer=footer, empty=(empty,), name="disagree")


QUESTIONS: Mapping[str, Say] = {
    "purchases": Say("What did they buy, when, and for how much?"),
    "spend": Say("What did they buy, and for how much?"),
    "frequency": Say("How often did they buy?"),
    "recency": Say("When did they last buy?"),
    "payment": Say("How do they pay: on time or late?"),
    "referral": Say("Whom did they send to you?"),
    "engagement": Say("When did you last speak, and about what?"),
    "satisfaction": Say("How satisfied are they, from 1 to 5?"),
    "reach": Say("By which phone or e-mail can they be reached?"),
    "need": Say("How much of what they need do they get from you, in percent?"),
    "birthday": Say("When is their birthday?"),
}
COMMANDS: Mapping[str, str] = {
    "purchases": "smbcrm purchase add {id} AMOUNT --date DATE",
    "spend": "smbcrm purchase add {id} AMOUNT",
    "frequency": "smbcrm purchase add {id} AMOUNT",
    "recency": "smbcrm purchase add {id} AMOUNT --date DATE",
    "payment": "smbcrm invoice add {id} AMOUNT --due DATE",
    "referral": 'smbcrm touch {id} --kind referral --to "WHOM"',
    "engagement": 'smbcrm log {id} call "WHAT WAS SAID"',
    "satisfaction": "smbcrm rate {id} 4/5",
    "reach": "smbcrm set {id} phone=NUMBER",
    "need": "smbcrm set {id} share_of_need=60",
    "birthday": "smbcrm set {id} birth_date=DATE",
}


def gaps_view(asked: Sequence[Asking]) -> View:
    """Give the facts to ask for, each with the command that takes the answer."""
    rows = []
    for one in asked:
        who, fact = f"C{one.customer}", one.gap.fact
        command = COMMANDS[fact].replace("{id}", who)
        rows.append((who, one.name, one.tier, fact, one.gap.worth, QUESTIONS[fact], command))
    footer: tuple[Say, ...] = ()
    if rows:
        footer = (
            say("Worth: so many points the score could move; a fact is asked for where it decides most."),
            say(
                "Next: ask {name}, then type: `{command}`", name=rows[0][1] or rows[0][0], command=rows[0][6]
            ),
        )
    empty = say("Nothing is missing that would be worth asking for.")
    return View(GAPS, rows, title=say("What to ask first"), footer=footer, empty=(empty,), name="gaps")
