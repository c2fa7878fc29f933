"""Cut the active customers in four quarters and keep who moved, and why."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass

from smbcrm.core.say import Say
from smbcrm.core.tiering import Entries, Standing, Tiering, TierRow, assign_tiers
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiered:
    """The four tiers, how many customers have no score, who moved, and how ties at a border were settled."""

    rows: tuple[TierRow, ...]
    without_score: int
    moved: int
    new: int
    ties: tuple[Say, ...]


def tier_all(store: Store, *, today: datetime.date) -> Tiered:
    """Cut the list in four and write what changed."""
    entries = _entries(store)
    pins = {
        number: tier
        for number, tier in store.read(
            "SELECT id, json_extract(fields, '$.pinned_tier') FROM customer WHERE archived = 0 AND fields LIKE '%pinned_tier%'"
        )
        if tier
    }
    previous = {
        n: Standing(tier=tier, score=score)
        for n, tier, score in store.read("SELECT id, tier, score FROM tier")
    }
    tiering = assign_tiers(entries, pins, previous=previous)
    rows = [
        (number, tier, rank, score, int(number in pins))
        for number, tier, rank, score in zip(
            tiering.ids, tiering.tier, tiering.rank, entries.score, strict=True
        )
    ]
    store.delete("tier", sorted(set(previous) - set(tiering.ids)))
    store.update("tier", "id, tier, rank, score, pinned", [row for row in rows if row[0] in previous])
    fresh = [row for row in rows if row[0] not in previous]
    store.insert("tier", "id, tier, rank, score, pinned", sorted(fresh))
    _write_moves(store, tiering, today=today)
    return Tiered(
        rows=tiering.rows,
        without_score=tiering.without_score,
        moved=len(tiering.moves),
        new=len(fresh),
        ties=tiering.ties,
    )


def _entries(store: Store) -> Entries:
    rows = list(
        store.read(
            "SELECT c.id, coalesce(c.own_score, s.score), coalesce(c.own_score, s.raw), c.spend, c.last_interaction "
            "FROM customer c LEFT JOIN score s ON s.id = c.id WHERE c.archived = 0 ORDER BY c.id"
        )
    )
    return Entries(
        ids=[row[0] for row in rows],
        score=[row[1] for row in rows],
        raw=[row[2] for row in rows],
        spend=[row[3] for row in rows],
        last_contact=[row[4] for row in rows],
    )


def _write_moves(store: Store, tiering: Tiering, *, today: datetime.date) -> None:
    if not tiering.moves:
        return
    first = store.allocate("tier_move", len(tiering.moves))
    store.insert(
        "tier_move",
        "id, customer_id, before, after, date, reason",
        [
            (
                first + n,
                move.id,
                move.before,
                move.after,
                today.isoformat(),
                json.dumps(move.why.to_data(), ensure_ascii=False),
            )
            for n, move in enumerate(tiering.moves)
        ],
    )


def tier_rows(store: Store) -> list[tuple[str, int, float, float | None, float | None]]:
    """Give the tiers as they stand: tier, customers, share, lowest and highest score."""
    return list(
        store.read(
            "SELECT t.tier, count(*), 1.0 * count(*) / (SELECT count(*) FROM tier), min(coalesce(c.own_score, s.score)), "
            "max(coalesce(c.own_score, s.score)) FROM tier t JOIN customer c ON c.id = t.id LEFT JOIN score s ON s.id = c.id "
            "GROUP BY t.tier ORDER BY t.tier"
        )
    )
