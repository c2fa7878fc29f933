"""Score every active customer, and keep how each score came about."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.say import Say
from smbcrm.core.scoring import Part, ScorePolicy, Scores, Signals, score_customers
from smbcrm.core.text import fold
from smbcrm.core.values.touches import MISSED
from smbcrm.usecases.compute_customers import largest_known
from smbcrm.usecases.ports import Store


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
    signals = read_signals(store, today=today)
    scores = score_customers(signals, policy, today=today)
    known = {number for (number,) in store.read("SELECT id FROM score")}
    ids = signals.ids
    shown = scores.suggested_shown
    rows = [_row(i, number, scores, shown[i]) for i, number in enumerate(ids)]
    columns = "id, score, suggested, raw, coverage, parts, reason"
    changed = store.delete("score", sorted(known - set(ids)))
    changed += store.update("score", columns, [row for row in rows if row[0] in known])
    changed += store.insert("score", columns, [row for row in rows if row[0] not in known])
    own = sum(value is not None for value in signals.own_score)
    scored = sum(value is not None for value in scores.score)
    return Scored(scored=scored, own=own, unknown=len(ids) - scored, changed=changed, note=scores.note)


def _row(i: int, number: int, scores: Scores, suggested: float | None) -> tuple[object, ...]:
    reason = scores.reason[i]
    return (
        number,
        scores.score[i],
        suggested,
        scores.raw[i],
        scores.coverage[i],
        json.dumps([_part(part) for part in scores.explain(i)], ensure_ascii=False, separators=(",", ":")),
        json.dumps(reason.to_data(), ensure_ascii=False) if reason else "",
    )


def _part(part: Part) -> list[object]:
    value = None if part.value is None else round(part.value, 6)
    return [part.part, value, part.weight, part.points, part.known, part.why.to_data()]


def read_signals(store: Store, *, today: datetime.date) -> Signals:
    """Give what is known of every active customer, by column; None is unknown."""
    rows = list(
        store.read(
            "SELECT id, own_score, spend, purchases, first_purchase, last_purchase, last_interaction, name, "
            "json_extract(fields, '$.referrer'), json_extract(fields, '$.referral_count'), "
            "json_extract(fields, '$.satisfaction') FROM customer WHERE archived = 0 ORDER BY id"
        )
    )
    ids: list[int] = [row[0] for row in rows]
    late: dict[int, float] = dict(store.read(_LATE))
    rated: dict[int, float] = dict(store.read(_RATED))
    gaps: dict[int, float] = dict(store.read(_GAPS))
    year_ago = (today - datetime.timedelta(days=365)).isoformat()
    touches: dict[int, int] = dict(store.read(_TOUCHES, [year_ago, today.isoformat()]))
    sent = dict(store.read(_SENT))
    brought = _brought(ids, [row[7] for row in rows], [row[8] for row in rows])
    best = max((row[10] for row in rows if isinstance(row[10], int | float)), default=0)
    scale = next((top for top in (5, 10, 100) if best <= top), 0)
    return Signals(
        ids=ids,
        own_score=[row[1] for row in rows],
        spend=[row[2] for row in rows],
        purchases=[row[3] for row in rows],
        first_purchase=[row[4] for row in rows],
        last_purchase=[row[5] for row in rows],
        usual_gap_days=[gaps.get(number) for number in ids],
        days_late=[late.get(number) for number in ids],
        balance_overdue=[None] * len(ids),
        referrals=[largest_known(brought.get(row[0]), row[9], sent.get(row[0])) for row in rows],
        interactions=[touches.get(number) for number in ids],
        last_contact=[row[6] for row in rows],
        satisfaction=[
            rated[row[0]]
            if row[0] in rated
            else row[10] / scale
            if scale and isinstance(row[10], int | float)
            else None
            for row in rows
        ],
    )


_GAPS = """
SELECT r.customer_id, (julianday(max(p.date)) - julianday(min(p.date))) / (count(DISTINCT p.date) - 1)
FROM purchase p JOIN source_row r ON r.id = p.row_id
WHERE p.date <> '' AND p.amount > 0 AND r.customer_id IS NOT NULL
GROUP BY r.customer_id HAVING count(DISTINCT p.date) >= 3
"""
_TOUCHES = f"""
SELECT r.customer_id, count(*) FROM interaction i JOIN source_row r ON r.id = i.row_id
WHERE i.kind <> '{MISSED}' AND i.date BETWEEN ? AND ? AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""
_SENT = """
SELECT r.customer_id, count(*) FROM interaction i JOIN source_row r ON r.id = i.row_id
WHERE i.kind = 'referral' AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""
_LATE = """
SELECT r.customer_id, avg(p.days_late) FROM payment p JOIN source_row r ON r.id = p.row_id
WHERE p.days_late IS NOT NULL AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""
_RATED = """
SELECT r.customer_id, min(1.0, avg(a.value / a.scale)) FROM rating a JOIN source_row r ON r.id = a.row_id
WHERE a.value >= 0 AND a.scale > 0 AND r.customer_id IS NOT NULL GROUP BY r.customer_id
"""


def _brought(ids: Sequence[int], names: Sequence[str], referrers: Sequence[str | None]) -> Counter[int]:
    """Count, for each customer, the others who name him as the one who sent them; a name that two share counts for nobody."""
    owner: dict[str, int | None] = {}
    for number, name in zip(ids, names, strict=True):
        key = fold(name)
        owner[key] = None if key in owner else number
    counts: Counter[int] = Counter()
    for number, referrer in zip(ids, referrers, strict=True):
        found = owner.get(fold(referrer)) if referrer else None
        if found is not None and found != number:
            counts[found] += 1
    return counts
