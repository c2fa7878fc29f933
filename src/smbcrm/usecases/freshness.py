"""Tell whether scores and tiers are older than what they are made from."""

from __future__ import annotations

from smbcrm.usecases.ports import Store

# What a score is computed from, and what it becomes.
FACTS = "('customer', 'purchase', 'interaction')"
RESULTS = "('score', 'tier')"


def stale_scores(store: Store) -> bool:
    """Tell whether customers changed after the newest scoring; a list never scored is not stale."""
    ((scored, changed),) = store.read(
        f"SELECT (SELECT max(id) FROM journal WHERE tbl IN {RESULTS}), (SELECT max(id) FROM journal WHERE tbl IN {FACTS})"
    )
    return scored is not None and changed is not None and changed > scored
