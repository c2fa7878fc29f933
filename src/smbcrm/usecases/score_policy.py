"""How the parts of a score are weighed: the owner's choice, kept in the store."""

from __future__ import annotations

import json
from collections.abc import Mapping

from smbcrm.core.scores.presets import PRESETS
from smbcrm.core.scores.score_model import PARTS, ScorePolicy
from smbcrm.usecases.ports import Store

KEY = "score.weights"
OWN = "own"
"""The name of a set of weights that is no preset."""


def read_policy(store: Store) -> ScorePolicy:
    """Give the policy in force: the owner's weights, else those of the preset `trade`."""
    for (text,) in store.read("SELECT value FROM setting WHERE key = ?", [KEY]):
        kept = json.loads(text)
        return ScorePolicy(weights=kept["weights"], preset=kept["preset"])
    return ScorePolicy()


def write_weights(store: Store, weights: Mapping[str, float]) -> ScorePolicy:
    """Keep these weights from now on; parts that are not named keep theirs. Weights that are those of a preset get its name."""
    now = read_policy(store)
    whole = {part: float(weights.get(part, now.weight_of(part))) for part in PARTS}
    ScorePolicy(weights={**whole, **weights}).checked()  # an unknown part or a number below 0 is refused
    name = next((name for name, preset in PRESETS.items() if dict(preset.weights) == whole), OWN)
    kept = json.dumps({"preset": name, "weights": whole})
    for number, before in store.read("SELECT id, value FROM setting WHERE key = ?", [KEY]):
        if before != kept:
            store.update("setting", "id, key, value", [(number, KEY, kept)])
        break
    else:
        if whole != {part: now.weight_of(part) for part in PARTS}:
            store.insert("setting", "id, key, value", [(store.allocate("setting"), KEY, kept)])
    return ScorePolicy(weights=whole, preset=name)
