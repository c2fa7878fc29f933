"""The plan for other programs: each item with its history, so that a calendar can follow what became of it."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from smbcrm.core.say import Say, from_data, say
from smbcrm.usecases.planning.shown_plan import newest_plan
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item as a calendar holds it: `uid` never changes, `sequence` grows with every change, undoing included."""

    uid: str
    sequence: int
    item: str
    date: datetime.date
    minutes: int
    kind: str
    name: str
    phone: str
    reason: Say
    text: Say
    last_words: str
    status: str

    @property
    def cancelled(self) -> bool:
        """Whether it is not to be done any more."""
        return self.status not in ("open", "done")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The entries by date, and when the store was last changed."""

    changed: datetime.datetime
    entries: tuple[Entry, ...]


def plan_calendar(store: Store) -> Calendar:
    """Give what the current plan holds, what of it is done, the open tasks, and what was planned before and is not any more.

    Raises NotFoundError when there is no plan.
    """
    plan = newest_plan(store)
    ((first, last),) = store.read(
        "SELECT (SELECT at FROM operation ORDER BY id LIMIT 1), (SELECT at FROM operation ORDER BY id DESC LIMIT 1)"
    )
    shop = hashlib.blake2b(str(first).encode(), digest_size=5).hexdigest()
    entries = [*_entries(store, _ITEMS, [plan], shop), *_entries(store, _TASKS, [], shop)]
    return Calendar(
        changed=datetime.datetime.fromisoformat(last),
        entries=tuple(sorted(entries, key=lambda one: (one.date, one.item))),
    )


# Who has asked for peace since the plan was made leaves the calendar at once; the next plan leaves him out.
_ITEMS = """
SELECT d.item, d.date, d.minutes, d.kind, d.name, d.phone, d.reason, d.text, d.last_words_date, d.last_words,
       CASE WHEN d.status = 'open' AND EXISTS (SELECT 1 FROM customer c WHERE c.id = d.customer AND c.do_not_contact = 1)
            THEN 'dropped' ELSE d.status END,
       (SELECT count(*) FROM before_plan_item b WHERE b.id = d.item_id)
FROM plan n JOIN plan p ON p.id = coalesce(n.root, n.id)
JOIN due_records d ON d.sort = 1 AND (
    d.status = 'open' OR d.item_id IN (SELECT i.id FROM plan_item i WHERE i.date >= p.start))
WHERE n.id = ?
"""
_TASKS = """
SELECT d.item, d.date, d.minutes, d.kind, d.name, d.phone, d.reason, d.text, d.last_words_date, d.last_words, d.status,
       (SELECT count(*) FROM before_task b WHERE b.id = d.item_id)
FROM due_records d WHERE d.sort = 0
"""


def _entries(store: Store, sql: str, values: list[object], shop: str) -> Iterator[Entry]:
    for (
        item, date, minutes, kind, name, phone, reason, text, words_on, words, status, sequence
    ) in store.read(sql, values):  # fmt: skip
        yield Entry(
            uid=f"{item}-{shop}@smbcrm.invalid",
            sequence=sequence,
            item=item,
            date=datetime.date.fromisoformat(date),
            minutes=minutes,
            kind=kind,
            name=name,
            phone=phone,
            reason=from_data(json.loads(reason)) if reason else say(""),
            text=from_data(json.loads(text)) if text else say(""),
            last_words=f"{words_on}: {words}" if words else "",
            status=status,
        )
