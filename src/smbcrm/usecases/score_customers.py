"""Score every active customer, and keep how each score came about."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from smbcrm.core.bulk import bulk
from smbcrm.core.say import Say
from smbcrm.core.scoring import ScorePolicy, Scores, Signals, score_customers
from smbcrm.core.values.touches import MISSED, SPEAKING
from smbcrm.usecases.dealings.paying_habits import paying_habits
from smbcrm.usecases.dealings.purchase_histories import read_buying
from smbcrm.usecases.merging.compute_customers import largest_known
from smbcrm.usecases.ports import Store

if TYPE_CHECKING:
    from smbcrm.core.scores.buying import Buying


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What a scoring did: how many have a score, how many by the owner's word, how many have none, how many changed."""

    scored: int
    own: int
    unknown: int
    changed: int
    note: Say


def score_all(store: Store, policy: ScorePolicy, *, today: datetime.date) -> Scored:
    """Score every active customer against the list and write the scores that changed."""
    with bulk():
        signals = read_signals(store, today=today)
        scores = score_customers(signals, policy, today=today)
        before: dict[int, float | None] = dict(store.read("SELECT id, score FROM score"))
        ids = signals.ids
        gone = sorted(before.keys() - set(ids))
        store.delete("score", gone)
        rows = _rows(scores)
        if before:
            store.update("score", _COLUMNS, [row for row in rows if row[0] in before])
            rows = (row for row in rows if row[0] not in before)
        store.insert("score", _COLUMNS, rows)
        _write_frame(store, scores)
    # A row is also written anew where only what the score rests on changed: that is no other score.
    changed = sum(before.get(number) != score for number, score in zip(ids, scores.score, strict=True))
    changed += sum(before[number] is not None for number in gone)
    own = len(ids) - scores.own.count(None)
    scored = len(ids) - scores.score.count(None)
    return Scored(scored=scored, own=own, unknown=len(ids) - scored, changed=changed, note=scores.note)


_COLUMNS = "id, score, suggested, raw, coverage, facts, reason"


def _rows(scores: Scores) -> Iterable[tuple[Any, ...]]:
    texts: dict[Say | None, str] = {None: ""}
    for reason in scores.reason:
        if reason not in texts and reason is not None:
            texts[reason] = json.dumps(reason.to_data(), ensure_ascii=False)
    reasons = [texts[reason] for reason in scores.reason]
    return list(
        zip(
            scores.ids,
            scores.score,
            scores.suggested_shown,
            scores.raw,
            scores.coverage,
            scores.packed,
            reasons,
            strict=True,
        )
    )


def _write_frame(store: Store, scores: Scores) -> None:
    """Keep what the scores have in common, once."""
    text = json.dumps(scores.frame.to_data(), separators=(",", ":"))
    row = (1, scores.frame.day, len(scores), text)
    columns = "id, date, customers, frame"
    if list(store.read("SELECT 1 FROM scoring")):
        store.update("scoring", columns, [row])
    else:
        store.insert("scoring", columns, [row])


def read_signals(store: Store, *, today: datetime.date, bought: Buying | None = None) -> Signals:
    """Give what is known of every active customer, by column; None is unknown. `bought` is how they buy, where it was read already."""
    rows = list(
        store.read(
            "SELECT id, own_score, spend, purchases, first_purchase, last_purchase, last_interaction, "
            "json_extract(fields, '$.referral_count'), json_extract(fields, '$.satisfaction') "
            "FROM customer WHERE archived = 0 ORDER BY id"
        )
    )
    ids: list[int] = [row[0] for row in rows]
    paying = paying_habits(store, today=today)
    rated: dict[int, tuple[float, int]] = {
        who: (mark, n) for who, mark, n in store.read(_RATED, [today.isoformat()])
    }
    year_ago, two_ago = ((today - datetime.timedelta(days=365 * years)).isoformat() for years in (1, 2))
    touches: dict[int, int] = dict(store.read(_TOUCHES, [year_ago, today.isoformat()]))
    spoke: dict[int, int] = dict(store.read(_SPOKE, [two_ago]))
    sent, linked = dict(store.read(_SENT)), dict(store.read(_LINKED))
    told = {row[0]: row[7] for row in rows if row[7] is not None}
    brought = {
        who: largest_known(linked.get(who), told.get(who), sent.get(who)) for who in {*linked, *told, *sent}
    }
    marks = {row[0]: row[8] for row in rows if isinstance(row[8], int | float)}
    best = max(marks.values(), default=0)
    scale = next((top for top in (5, 10, 100) if best <= top), 0)
    satisfied = {who: mark / scale for who, mark in marks.items()} if scale else {}
    satisfied |= {who: mark for who, (mark, _) in rated.items()}
    return Signals(
        ids=ids,
        own_score=[row[1] for row in rows],
        spend=[row[2] for row in rows],
        purchases=[row[3] for row in rows],
        first_purchase=[row[4] for row in rows],
        last_purchase=[row[5] for row in rows],
        **_bought(bought or read_buying(store, today=today), ids),
        days_late=_column(ids, {who: one.days_late for who, one in paying.items()}),
        bills=_column(ids, {who: one.bills for who, one in paying.items()}),
        balance_overdue=_column(ids, {who: one.overdue for who, one in paying.items()}),
        referrals=_column(ids, brought),
        advocacy=_column(ids, spoke),
        interactions=_column(ids, touches),
        last_contact=[row[6] for row in rows],
        satisfaction=_column(ids, satisfied),
        ratings=_column(ids, {who: n for who, (_, n) in rated.items()}),
    )


def _column(ids: Sequence[int], known: Mapping[int, float | None]) -> Sequence[float | None]:
    """Give what is known of each customer in the order of the ids; mostly that is nothing."""
    return [known.get(number) for number in ids] if known else [None] * len(ids)


_BOUGHT = {
    "spend_lately": "spend_lately",
    "spend_weight": "spend_weight",
    "purchases_lately": "days_lately",
    "purchases_weight": "days_weight",
    "usual_gap_days": "usual_gap",
}


def _bought(found: Buying, ids: Sequence[int]) -> dict[str, Any]:
    """Give what dated purchases tell, for each of the customers."""
    import numpy as np

    wanted = np.asarray(ids, dtype=np.int64)
    if not len(found.ids):
        return dict.fromkeys(_BOUGHT, [None] * len(ids))
    at = np.minimum(np.searchsorted(found.ids, wanted), len(found.ids) - 1)
    there = found.ids[at] == wanted
    return {name: np.where(there, getattr(found, column)[at], np.nan) for name, column in _BOUGHT.items()}


_TOUCHES = f"""
SELECT r.customer_id, count(*) FROM interaction i JOIN source_row r ON r.id = i.row_id
WHERE i.kind <> '{MISSED}' AND i.date BETWEEN ? AND ? AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""
_SENT = """
SELECT r.customer_id, count(*) FROM interaction i JOIN source_row r ON r.id = i.row_id
WHERE i.kind = 'referral' AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""
# Links tell who came; one customer who came twice counts once.
_LINKED = (
    "SELECT customer, count(DISTINCT to_customer) FROM link_records WHERE kind = 'referral' GROUP BY customer"
)
_SPOKE = f"""
SELECT r.customer_id, count(*) FROM interaction i JOIN source_row r ON r.id = i.row_id
WHERE i.kind IN {SPEAKING} AND i.date >= ? AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""
# An answer fades by half in a year, in a straight line from one half to the next; one without a day counts as a year old.
_RATED = """
SELECT customer, min(1.0, sum(mark * weight) / sum(weight)), count(*) FROM (
    SELECT customer, mark, (1 - (age - CAST(age AS INTEGER)) / 2) / (1 << min(CAST(age AS INTEGER), 30)) AS weight FROM (
        SELECT r.customer_id AS customer, a.value / a.scale AS mark,
               coalesce(max(0, julianday(?) - julianday(nullif(a.date, ''))) / 365.0, 1.0) AS age
        FROM rating a JOIN source_row r ON r.id = a.row_id WHERE a.value >= 0 AND a.scale > 0 AND r.customer_id IS NOT NULL))
GROUP BY customer
"""
