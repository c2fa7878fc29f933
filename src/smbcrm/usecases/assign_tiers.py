"""Cut the active customers in four quarters and keep who moved, and why."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass

from smbcrm.core.say import Say, say
from smbcrm.core.tier_records import Entries, Standing, Tiering, TierRow
from smbcrm.core.tiering import assign_tiers
from smbcrm.errors import UsageError
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiered:
    """The four tiers, how many customers have no score, who moved, and how ties at a border were settled."""

    rows: tuple[TierRow, ...]
    without_score: int
    moved: int
    new: int
    ties: tuple[Say, ...]
    kept: int

    def table(self) -> list[tuple[str, int, float, float | None, float | None]]:
        """Give the tiers that have anybody in them: tier, customers, share, lowest and highest score."""
        total = sum(row.customers for row in self.rows)
        return [
            (row.tier, row.customers, row.customers / total, row.min_score, row.max_score)
            for row in self.rows
            if row.customers
        ]


def tier_all(store: Store, *, today: datetime.date, keep_within: float | None = None) -> Tiered:
    """Cut the list in four and write what changed.

    `keep_within` is how many points somebody must lead by to take another's seat; given once it stays, 0 ends it.
    """
    keep_within = _kept_setting(store, keep_within)
    entries = _entries(store)
    pins = {
        number: tier
        for number, tier in store.read(
            "SELECT id, json_extract(fields, '$.pinned_tier') FROM customer WHERE archived = 0 AND fields LIKE '%pinned_tier%'"
        )
        if tier
    }
    previous = {
        n: Standing(tier=tier, score=score, pinned=bool(pinned))
        for n, tier, score, pinned in store.read("SELECT id, tier, score, pinned FROM tier")
    }
    tiering = assign_tiers(entries, pins, previous=previous, keep_within=keep_within)
    rows = [
        (number, tier, rank, score, int(number in pins))
        for number, tier, rank, score in zip(
            tiering.ids, tiering.tier, tiering.rank, entries.score, strict=True
        )
    ]
    gone = store.delete("tier", sorted(set(previous) - set(tiering.ids)))
    store.update("tier", "id, tier, rank, score, pinned", [row for row in rows if row[0] in previous])
    fresh = [row for row in rows if row[0] not in previous]
    store.insert("tier", "id, tier, rank, score, pinned", sorted(fresh))
    if fresh or gone or tiering.moves:
        _write_run(store, tiering, entered=len(fresh), gone=gone, today=today)
    return Tiered(
        rows=tiering.rows,
        without_score=tiering.without_score,
        moved=len(tiering.moves),
        new=len(fresh),
        ties=tiering.ties,
        kept=tiering.kept,
    )


KEEP = "tier.keep_within"


def _kept_setting(store: Store, given: float | None) -> float:
    """Give how many points move somebody, and keep what was given for the next time."""
    found = list(store.read("SELECT id, value FROM setting WHERE key = ?", [KEEP]))
    now = float(found[0][1]) if found else 0.0
    if given is None or given == now:
        return now
    if not 0 <= given <= 9:
        raise UsageError(
            say("{points} {points:point is|points are} no difference between two scores", points=given),
            say("give a number from 0 to 9, for example `smbcrm tier --keep-within 0.3`"),
        )
    if found:
        store.update("setting", "id, value", [(found[0][0], str(given))])
    else:
        store.insert("setting", "id, key, value", [(store.allocate("setting"), KEEP, str(given))])
    return given


def _write_run(store: Store, tiering: Tiering, *, entered: int, gone: int, today: datetime.date) -> None:
    """Keep how the list was cut, and who moved."""
    run = store.allocate("tier_run")
    up = sum(move.up for move in tiering.moves)
    store.insert(
        "tier_run",
        "id, date, customers, without_score, entered, gone, up, down, min_a, min_b, min_c, min_d",
        [
            (
                run,
                today.isoformat(),
                len(tiering.ids),
                tiering.without_score,
                entered,
                gone,
                up,
                len(tiering.moves) - up,
                *(row.min_score for row in tiering.rows),
            )
        ],
    )
    _write_moves(store, tiering, run=run, today=today)


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


def _write_moves(store: Store, tiering: Tiering, *, run: int, today: datetime.date) -> None:
    if not tiering.moves:
        return
    first = store.allocate("tier_move", len(tiering.moves))
    store.insert(
        "tier_move",
        "id, customer_id, before, after, date, reason, run",
        [
            (
                first + n,
                move.id,
                move.before,
                move.after,
                today.isoformat(),
                json.dumps(move.why.to_data(), ensure_ascii=False),
                run,
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


def tier_runs(store: Store) -> list[tuple[object, ...]]:
    """Give how the list was cut, run by run, the newest first."""
    return list(
        store.read(
            "SELECT id, date, customers, without_score, entered, gone, up, down, min_a, min_b, min_c, min_d FROM tier_run ORDER BY id DESC"
        )
    )
