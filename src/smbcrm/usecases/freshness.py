"""Tell whether scores and tiers are older than what they are made from."""

from __future__ import annotations

from smbcrm.usecases.ports import Store

# What a score is computed from, and what it becomes.
FACTS = "('customer', 'purchase', 'interaction', 'payment', 'rating', 'invoice', 'link')"
WEIGHTS = (
    "(j.tbl = 'setting' AND (SELECT id FROM setting WHERE key = 'score.weights') BETWEEN j.first AND j.last)"
)
RESULTS = "('score', 'tier')"


def stale_scores(store: Store) -> bool:
    """Tell whether customers changed after the newest scoring; a list never scored is not stale.

    What was undone, and the undoing of it in turn, does not count; an undo out of turn is a change like others. That takes
    longer to tell, so it is asked only when something changed.
    """
    return _newer(store, "journal j JOIN operation o ON o.id = j.operation") and _newer(
        store,
        "journal j JOIN operation_records o ON o.operation = j.operation AND o.state = 'done' AND (o.undoes IS NULL OR o.apart)",
    )


def _newer(store: Store, lines: str) -> bool:
    ((scored, changed),) = store.read(
        f"SELECT max(CASE WHEN j.tbl IN {RESULTS} AND o.undoes IS NULL THEN j.id END), "
        f"max(CASE WHEN j.tbl IN {FACTS} OR {WEIGHTS} THEN j.id END) FROM {lines}"
    )
    return scored is not None and changed is not None and changed > scored
