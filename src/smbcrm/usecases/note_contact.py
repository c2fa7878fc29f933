"""Something that happened with a customer, noted as a person tells it: it settles what was planned, and may be a promise."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from smbcrm.usecases.edit_tasks import PROMISE, add_task
from smbcrm.usecases.log_interaction import log_interaction
from smbcrm.usecases.ports import Store
from smbcrm.usecases.settle_items import Settled, settle_fitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """What happened, as it was told; `due` is the day by which a promise is to be kept."""

    kind: str
    text: str
    date: datetime.date
    minutes: float | None = None
    cost: float | None = None
    direction: str = ""
    area: str = ""
    due: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedContact:
    """What was noted of whom, what it settled of the plan, and the number of the promise, where it is one."""

    customer: int
    name: str
    contact: Contact
    settled: Settled
    task: int | None


def note_contact(
    store: Store, customer: int, contact: Contact, *, today: datetime.date, operation: int
) -> NotedContact:
    """Note what happened with a customer; raises UsageError for a day to come and for words that mean nothing."""
    number = log_interaction(
        store,
        customer,
        contact.kind,
        contact.text,
        date=contact.date,
        today=today,
        minutes=contact.minutes,
        cost=contact.cost,
        direction=contact.direction,
        area=contact.area,
        operation=operation,
    )
    settled = settle_fitting(store, customer, contact.kind, date=contact.date, interaction=number)
    task = None
    if contact.due is not None:
        text = contact.text or contact.kind
        task = add_task(store, text, date=contact.due, customer=customer, kind=PROMISE, operation=operation)
    ((name,),) = store.read("SELECT name FROM customer WHERE id = ?", [customer])
    return NotedContact(customer=customer, name=name, contact=contact, settled=settled, task=task)
