"""Items of the plan, and one-off tasks: done, skipped or put off; and what a contact that just happened means for them."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.say import Say, from_data, say
from smbcrm.core.values.touches import MISSED, touch_kind
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.ports import Store
from smbcrm.usecases.room_left import day_with_room, over_by

ITEM = re.compile(r"([pt]?)(\d{1,12})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A plan item or a task as it stood before the change; a task may have no customer."""

    id: int
    task: bool
    customer: int | None
    name: str
    kind: str
    date: str
    minutes: float
    cost: float
    text: str = ""

    @property
    def key(self) -> str:
        """How it is named: P12 or T3."""
        return f"{'T' if self.task else 'P'}{self.id}"

    @property
    def table(self) -> str:
        """Where it stands."""
        return "task" if self.task else "plan_item"


def open_item(store: Store, word: str) -> Item:
    """Give the open plan item (P12) or task (T3) that is meant.

    Raises NotFoundError when there is none, UsageError when it is settled already.
    """
    match = ITEM.fullmatch(word.strip())
    task = bool(match and match[1].lower() == "t")
    number = int(match[2]) if match else -1
    if task:
        found = store.read(
            "SELECT task_id, customer, name, kind, date, minutes, cost, status, json_extract(reason, '$[1].text') "
            "FROM task_records WHERE task_id = ?",
            [number],
        )
    else:
        found = store.read(
            "SELECT item_id, customer, name, kind, date, minutes, cost, status, '' FROM plan_records WHERE item_id = ?",
            [number],
        )
    for number, customer, name, kind, date, minutes, cost, status, text in found:
        item = Item(
            id=number, task=task, customer=customer, name=name, kind=kind, date=date, minutes=minutes, cost=cost,
            text=text,
        )  # fmt: skip
        if status != "open":
            raise UsageError(
                say("{item} is {status} already", item=item.key, status=say(status)),
                say("`smbcrm plan show` and `smbcrm task list` show the open ones"),
            )
        return item
    raise NotFoundError(
        say("there is no item {item}", item=word), say("`smbcrm plan show` and `smbcrm task list` show them")
    )


def item_done(
    store: Store,
    item: Item,
    *,
    date: datetime.date,
    today: datetime.date,
    note: str,
    minutes: float | None,
    cost: float | None,
    operation: int,
) -> None:
    """Settle an item as done: with a customer it becomes an interaction of that day.

    Minutes that were not told stay unknown, so that nothing is learnt from them; the cost is the planned one unless told.
    """
    from smbcrm.usecases.log_interaction import log_interaction

    number = None
    if item.customer is not None:
        number = log_interaction(
            store,
            item.customer,
            item.kind,
            note or item.text,
            date=date,
            today=today,
            minutes=minutes,
            cost=item.cost if cost is None else cost,
            direction="out",
            operation=operation,
        )
    elif date > today:
        raise UsageError(say("{date} has not come yet", date=date.isoformat()), say("say it when it is done"))
    if item.task:
        spent = item.cost if cost is None else cost
        store.update(
            "task",
            "id, status, settled, took, cost",
            [(item.id, "done", date.isoformat(), minutes, spent)],
        )
    else:
        store.update(
            "plan_item",
            "id, status, settled, interaction",
            [(item.id, "done", date.isoformat(), number)],
        )


def item_skipped(store: Store, item: Item, why: str, *, today: datetime.date) -> None:
    """Settle an item as skipped, with the reason."""
    if item.task:
        store.update("task", "id, status, settled, why", [(item.id, "skipped", today.isoformat(), why)])
        return
    ((reason,),) = store.read("SELECT reason FROM plan_item WHERE id = ?", [item.id])
    said: Say = from_data(json.loads(reason))
    told = say("{reason}; skipped: {why}", reason=said, why=why) if why else said
    store.update(
        "plan_item",
        "id, status, reason, settled",
        [(item.id, "skipped", json.dumps(told.to_data(), ensure_ascii=False), today.isoformat())],
    )


def item_snoozed(store: Store, item: Item, to: datetime.date, *, today: datetime.date) -> Say:
    """Put an item off to another day, today or later; that day is kept by every later plan.

    Says so where the week of that day has more in it now than the budget allows.
    """
    if to < today:
        raise UsageError(
            say("{date} is past", date=to.isoformat()), say("put it off to a day to come, like +3d")
        )
    if item.task:
        store.update("task", "id, date", [(item.id, to.isoformat())])
    else:
        store.update("plan_item", "id, date, snoozed", [(item.id, to.isoformat(), 1)])
    over = over_by(store, to)
    if over <= 0:
        return Say("")
    return say("That week has {minutes} minutes more in it than your budget now.", minutes=round(over))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a contact did to the plan: the item it settled, and those whose turn it put off."""

    done: str = ""
    moved: Sequence[tuple[str, str]] = ()  # item, its new day


def settle_fitting(
    store: Store, customer: int, kind: str, *, date: datetime.date, interaction: int
) -> Settled:
    """Let a contact that happened count: it settles the open item it fits, else it moves the turns that count from it.

    An item fits when it is of the same kind and due by then, or soon after (within a third of its interval). What the owner put off
    to a day stays there.
    """
    kind = touch_kind(kind)
    if kind == MISSED:
        return Settled()
    items = list(store.read(_OPEN, [customer, date.isoformat()]))
    fitting = [row for row in items if touch_kind(row[1]) == kind and row[2] <= _soon(date, row[3])]
    if fitting:
        number = fitting[0][0]
        store.update(
            "plan_item",
            "id, status, settled, interaction",
            [(number, "done", date.isoformat(), interaction)],
        )
        return Settled(done=f"P{number}")
    moved = []
    for number, own, day, every, counts, snoozed, minutes, cost in items:
        due = (date + datetime.timedelta(days=every)).isoformat()
        counted = touch_kind(own) == kind or (counts == "any" and day <= _soon(date, every))
        if not every or snoozed or not counted or day >= due:
            continue
        to = day_with_room(store, datetime.date.fromisoformat(due), minutes=minutes, cost=cost).isoformat()
        store.update("plan_item", "id, date", [(number, to)])
        moved.append((f"P{number}", to))
    return Settled(moved=moved)


# A contact from before the plan was known of when it was made, or should have been: the next plan counts from it.
_OPEN = """
SELECT i.id, i.kind, i.date, i.every_days, i.counts_from, i.snoozed, i.minutes, i.cost
FROM source_row r JOIN plan_item i ON i.row_id = r.id JOIN plan p ON p.id = i.plan_id
WHERE r.customer_id = ? AND i.status = 'open' AND p.start <= ? ORDER BY i.date, i.id
"""


def _soon(date: datetime.date, every: int) -> str:
    return (date + datetime.timedelta(days=max(every // 3, 3))).isoformat()
