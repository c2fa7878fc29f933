"""What a customer did for the shop or said to it: whom he sent, his praise, his complaint."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from smbcrm.core.headers import HeaderTable
from smbcrm.core.say import Say, say
from smbcrm.core.text import fold_digits
from smbcrm.core.values.phone_keys import phone_key
from smbcrm.core.values.touches import deed_kind
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.dealings.own_record import (
    Noted,
    Removed,
    name_of,
    note_row,
    past_day,
    put,
    remove_record,
)
from smbcrm.usecases.edit_customer import add_customer
from smbcrm.usecases.find_customer import ID, find_all, find_customer
from smbcrm.usecases.merging.compute_customers import compute_customers
from smbcrm.usecases.ports import Store

REF = re.compile(r"([ln])(\d{1,12})", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[\d۰-۹٠-٩][\d۰-۹٠-٩\s()./-]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedTouch:
    """A touch that was noted: its ref, its kind, and the other customer, where there is one; `created` tells that he is new."""

    noted: Noted
    ref: str
    kind: str
    date: str
    to: int | None
    to_name: str
    created: bool


def add_touch(
    store: Store,
    customer: int,
    kind: str,
    *,
    to: str,
    phone: str,
    text: str,
    date: datetime.date,
    today: datetime.date,
    headers: HeaderTable,
    country: str,
    operation: int,
) -> NotedTouch:
    """Note what a customer did for the shop; `to` names another customer, or with a phone a new one, who is added.

    Raises UsageError without a kind, for a day to come, or for somebody who sent himself; NotFoundError when it is not clear who is meant.
    """
    word = deed_kind(kind)
    if not word:
        raise UsageError(
            say("say what it was: referral, praise, complaint ..."),
            say("`smbcrm touch C1 --kind referral --to C7`"),
        )
    day = past_day(date, today)
    name = name_of(store, customer)
    if not (to.strip() or phone.strip()):
        row = note_row(
            store, customer, {"kind": word, "text": text, "date": day, "direction": "in"}, operation=operation
        )
        number = put(store, "interaction", row, {"date": day, "kind": word, "text": text, "direction": "in"})
        compute_customers(store, [customer])
        noted = Noted(id=number, customer=customer, name=name)
        return NotedTouch(
            noted=noted, ref=f"N{number}", kind=word, date=day, to=None, to_name="", created=False
        )
    other, created, notes = _other(store, to, phone, headers=headers, country=country, operation=operation)
    if other == customer:
        raise UsageError(
            say("{id} cannot have sent himself", id=f"C{customer}"), say("name somebody else with --to")
        )
    return _link(
        store, customer, other, word, text=text, day=day, created=created, notes=notes, operation=operation
    )


def _link(
    store: Store, customer: int, other: int, kind: str, *, text: str, day: str, created: bool, notes: tuple[Say, ...], operation: int
) -> NotedTouch:  # fmt: skip
    known = list(
        store.read(
            "SELECT link_id, by FROM link_records WHERE customer = ? AND to_customer = ? AND kind = ? ORDER BY link_id",
            [customer, other, kind],
        )
    )
    name, to_name = name_of(store, customer), name_of(store, other)
    for number, by in known:
        if by == "owner":
            notes = (say("this is known already (L{number}); nothing was changed", number=number),)
            noted = Noted(id=number, customer=customer, name=name, changed=False, notes=notes)
            return NotedTouch(
                noted=noted, ref=f"L{number}", kind=kind, date=day, to=other, to_name=to_name, created=created
            )
    store.delete("link", [number for number, _ in known])  # the owner's word stands in place of the list's
    if kind == "referral":
        senders = store.read(
            "SELECT DISTINCT customer_id FROM link_records WHERE to_customer = ? AND kind = 'referral' ORDER BY customer",
            [other],
        )
        for (sender,) in list(senders):
            notes = (*notes, say("{id} was sent by {other}, too", id=f"C{other}", other=sender))
    row = note_row(
        store, customer, {"kind": kind, "text": text, "date": day, "about": to_name}, operation=operation
    )
    ((lead,),) = store.read("SELECT lead FROM customer WHERE id = ?", [other])
    number = put(
        store, "link", row, {"to_row_id": lead, "kind": kind, "date": day, "text": text, "said_by": "owner"}
    )
    noted = Noted(id=number, customer=customer, name=name, notes=notes)
    return NotedTouch(
        noted=noted, ref=f"L{number}", kind=kind, date=day, to=other, to_name=to_name, created=created
    )


def _other(
    store: Store, to: str, phone: str, *, headers: HeaderTable, country: str, operation: int
) -> tuple[int, bool, tuple[Say, ...]]:
    """Give the other customer, whether he is new, and what is odd about him; a new one needs a name and a phone."""
    name, number = (to.strip(), phone.strip()) if phone.strip() else _parted(to)
    if not number:
        try:
            return find_customer(store, to), False, ()
        except NotFoundError as problem:
            if ID.fullmatch(fold_digits(to.strip())) or find_all(store, to):
                raise
            raise NotFoundError(
                say("nobody fits {who}", who=to),
                say('somebody new needs a phone: --to "{who}" --phone 09121234567', who=to),
            ) from problem
    if not name or len(find_all(store, number)) > 1:
        return find_customer(store, number), False, ()
    ((newest,),) = store.read("SELECT coalesce(max(id), 0) FROM customer")
    added = add_customer(
        store, name, {"phone": number}, headers=headers, operation=operation, country=country
    )
    return added.customer, added.customer > newest, added.notes


def _parted(text: str) -> tuple[str, str]:
    """Part a name from the phone behind it.

    >>> _parted("Sara Ahmadi 0912 123 4567"), _parted("C7")
    (('Sara Ahmadi', '0912 123 4567'), ('C7', ''))
    """
    found = _NUMBER.search(text)
    if found is None or not phone_key(found[0]):
        return text.strip(), ""
    return (text[: found.start()] + text[found.end() :]).strip(" ,;:،؛"), found[0].strip()


def remove_touch(store: Store, word: str) -> Removed:
    """Take a touch out, by its id in `touch list`."""
    match = REF.fullmatch(word.strip())
    table = "link" if match and match[1] in "lL" else "interaction"
    return remove_record(
        store, table, int(match[2]) if match else -1,
        what=say("there is no touch {ref}", ref=word), hint=say("`smbcrm touch list` shows them, like L3 or N7"),
    )  # fmt: skip
