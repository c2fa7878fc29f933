"""What happened: a logged interaction, a plan item done, skipped or put off."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import dataclass

from smbcrm.core.say import Say, from_data, say
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.compute_customers import compute_customers
from smbcrm.usecases.own_record import note_row, put
from smbcrm.usecases.ports import Store

DIRECTIONS = ("in", "out")
AREAS = ("marketing", "sales", "service")
ITEM = re.compile(r"p?(\d{1,12})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A plan item as it stood before the change."""

    id: int
    customer: int
    name: str
    kind: str
    date: str
    minutes: float
    cost: float


def log_interaction(
    store: Store,
    customer: int,
    kind: str,
    text: str,
    *,
    date: datetime.date,
    today: datetime.date,
    operation: int,
    minutes: float | None = None,
    cost: float | None = None,
    direction: str = "",
    area: str = "",
) -> int:
    """Write down something that happened with a customer; give the number of the interaction."""
    if not kind.strip():
        raise UsageError(
            say("say what it was: call, visit, message ..."),
            say('smbcrm log C1 call "asked for a new offer"'),
        )
    if date > today:
        raise UsageError(
            say("{date} has not come yet", date=date.isoformat()),
            say("log what has happened; `smbcrm plan build` plans what will"),
        )
    _check("--direction", direction, DIRECTIONS)
    _check("--area", area, AREAS)
    fields = {"kind": kind, "text": text, "date": date.isoformat(), "direction": direction, "area": area}
    row = note_row(store, customer, fields, operation=operation)
    values = {
        "date": date.isoformat(), "kind": kind.strip(), "text": text, "minutes": minutes, "cost": cost, "direction": direction, "area": area,
    }  # fmt: skip
    number = put(store, "interaction", row, values)
    compute_customers(store, [customer])
    return number


def _check(option: str, value: str, allowed: tuple[str, ...]) -> None:
    if value and value not in allowed:
        raise UsageError(
            say("{option} {value} is not known", option=option, value=value),
            say("choose one of: {allowed}", allowed=", ".join(allowed)),
        )


def open_item(store: Store, word: str) -> Item:
    """Give the open plan item that is meant.

    Raises NotFoundError when there is none, UsageError when it is settled already.
    """
    match = ITEM.fullmatch(word.strip())
    found = list(
        store.read(
            "SELECT item_id, customer, name, kind, date, minutes, cost, status FROM plan_records WHERE item_id = ?",
            [int(match[1]) if match else -1],
        )
    )
    if not found:
        raise NotFoundError(
            say("there is no plan item {item}", item=word), say("`smbcrm plan show` shows them")
        )
    number, customer, name, kind, date, minutes, cost, status = found[0]
    if status != "open":
        raise UsageError(
            say("{item} is {status} already", item=f"P{number}", status=say(status)),
            say("`smbcrm plan show` shows the open ones"),
        )
    return Item(id=number, customer=customer, name=name, kind=kind, date=date, minutes=minutes, cost=cost)


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
    """Settle a plan item as done: it becomes an interaction of that day."""
    log_interaction(
        store,
        item.customer,
        item.kind,
        note,
        date=date,
        today=today,
        minutes=item.minutes if minutes is None else minutes,
        cost=item.cost if cost is None else cost,
        direction="out",
        operation=operation,
    )
    store.update("plan_item", "id, status", [(item.id, "done")])


def item_skipped(store: Store, item: Item, why: str) -> None:
    """Settle a plan item as skipped, with the reason."""
    ((reason,),) = store.read("SELECT reason FROM plan_item WHERE id = ?", [item.id])
    said: Say = from_data(json.loads(reason))
    told = say("{reason}; skipped: {why}", reason=said, why=why) if why else said
    store.update(
        "plan_item",
        "id, status, reason",
        [(item.id, "skipped", json.dumps(told.to_data(), ensure_ascii=False))],
    )


def item_snoozed(store: Store, item: Item, to: datetime.date, *, today: datetime.date) -> None:
    """Put a plan item off to another day, today or later."""
    if to < today:
        raise UsageError(
            say("{date} is past", date=to.isoformat()), say("put it off to a day to come, like +3d")
        )
    store.update("plan_item", "id, date", [(item.id, to.isoformat())])
