"""Items of the plan, and one-off tasks: done, skipped or put off; and what a contact that just happened means for them."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.plans.plan_ask import since as counted_since
from smbcrm.core.plans.recipe import FROM_ANY, FROM_SAME
from smbcrm.core.say import Say, from_data, say
from smbcrm.core.values.touches import MISSED, touch_kind
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.planning.make_room import keep_apart, make_room
from smbcrm.usecases.planning.room_left import Seat, crowd_of, day_with_room, is_off, over_by
from smbcrm.usecases.ports import Store

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
) -> Sequence[tuple[str, str]]:
    """Settle an item as done: with a customer it becomes an interaction of that day. Give the items that have another day for it.

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
        return ()
    store.update(
        "plan_item",
        "id, status, settled, interaction",
        [(item.id, "done", date.isoformat(), number)],
    )
    return () if item.customer is None else _moved_by(store, item.customer, item.kind, item.date, date)


def _moved_by(
    store: Store, customer: int, kind: str, planned: str, date: datetime.date
) -> list[tuple[str, str]]:
    """Move what is too near to an item that was done: the next turn of one done late, and what makes the contacts too many.

    A turn may come a third of its interval early, as in the plan; it is not moved for less.
    """
    moved = {}
    for turn in _turns(store, customer, date) if planned < date.isoformat() else ():
        first = date + datetime.timedelta(days=turn.every - turn.every // 3)
        if not turn.stands and turn.kind == touch_kind(kind) and turn.day < first.isoformat():
            moved[f"P{turn.seat.item}"] = _put_off(store, turn, first, since=date)
    moved |= {f"P{one.item}": one.day.isoformat() for one in keep_apart(store, customer)}
    return list(moved.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """An open item of a customer; `stands` where it is of a day of its own, or was put off to one."""

    seat: Seat
    kind: str
    day: str
    every: int
    counts_from: str
    stands: bool
    tier: str
    reason: Say


def _turns(store: Store, customer: int, date: datetime.date) -> list[_Turn]:
    """Give the open items that a contact on a day may settle or move.

    One from before the plan was known of when it was made, or should have been: the next plan counts from it.
    """
    return [
        _Turn(
            seat=Seat(item=number, customer=customer, minutes=minutes, cost=cost), kind=touch_kind(kind), day=day,
            every=every, counts_from=counts, stands=bool(snoozed or not every), tier=tier or "",
            reason=from_data(json.loads(reason)),
        )
        for number, kind, day, every, counts, snoozed, minutes, cost, tier, reason in store.read(
            "SELECT i.id, i.kind, i.date, i.every_days, i.counts_from, i.snoozed, i.minutes, i.cost, i.tier, i.reason "
            "FROM source_row r JOIN plan_item i ON i.row_id = r.id JOIN plan p ON p.id = i.plan_id "
            "WHERE r.customer_id = ? AND i.status = 'open' AND p.start <= ? ORDER BY i.date, i.id",
            [customer, date.isoformat()],
        )
    ]  # fmt: skip


def _put_off(store: Store, turn: _Turn, wanted: datetime.date, *, since: datetime.date) -> str:
    """Give a turn that counts from a contact now the first day with room from a day on; give that day as text."""
    day = day_with_room(store, wanted, turn.seat).isoformat()
    told = turn.reason
    if "tier" in dict(told.values):
        same = turn.counts_from == FROM_SAME
        told = counted_since(since.isoformat(), turn.tier, turn.kind, turn.every, same=same)
    reason = json.dumps(told.to_data(), ensure_ascii=False)
    store.update("plan_item", "id, date, reason", [(turn.seat.item, day, reason)])
    return day


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed:
    """The day that an item has now, and the items that gave way to it with their new days.

    `off` tells that the shop does not work on that day, `over` how many minutes too much a task makes of its week, `crowd` how many
    contacts the customer has within how many days where that is more than the owner allows.
    """

    day: datetime.date
    moved: Sequence[tuple[str, str]] = ()
    over: float = 0.0
    off: bool = False
    crowd: tuple[int, int] | None = None


def item_snoozed(store: Store, item: Item, to: datetime.date, *, today: datetime.date) -> Snoozed:
    """Put an item off to another day, today or later; that day is kept by every later plan.

    A contact whose new week is full makes others give way (`make_room`). A task is of the owner's own choosing and stays where he
    puts it, even where that is too much.
    """
    if to < today:
        raise UsageError(
            say("{date} is past", date=to.isoformat()), say("put it off to a day to come, like +3d")
        )
    if item.customer is None or item.task:
        store.update("task", "id, date", [(item.id, to.isoformat())])
        return Snoozed(day=to, over=max(over_by(store, to), 0.0), off=is_off(store, to))
    store.update("plan_item", "id, snoozed", [(item.id, 1)])
    seat = Seat(item=item.id, customer=item.customer, minutes=item.minutes, cost=item.cost)
    day, moved = make_room(store, seat, to)
    others = [(f"P{one.item}", one.day.isoformat()) for one in moved]
    return Snoozed(day=day, moved=others, off=is_off(store, day), crowd=crowd_of(store, seat, day))


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
    turns = _turns(store, customer, date)
    fitting = [turn for turn in turns if turn.kind == kind and turn.day <= _soon(date, turn.every)]
    if fitting:
        number = fitting[0].seat.item
        store.update(
            "plan_item",
            "id, status, settled, interaction",
            [(number, "done", date.isoformat(), interaction)],
        )
        return Settled(done=f"P{number}", moved=_moved_by(store, customer, kind, fitting[0].day, date))
    moved = {}
    for turn in turns:
        due = date + datetime.timedelta(days=turn.every)
        counted = turn.kind == kind or (turn.counts_from == FROM_ANY and turn.day <= _soon(date, turn.every))
        if not turn.stands and counted and turn.day < due.isoformat():
            moved[f"P{turn.seat.item}"] = _put_off(store, turn, due, since=date)
    moved |= {f"P{one.item}": one.day.isoformat() for one in keep_apart(store, customer)}
    return Settled(moved=list(moved.items()))


def _soon(date: datetime.date, every: int) -> str:
    return (date + datetime.timedelta(days=max(every // 3, 3))).isoformat()
