"""What the owner writes himself: new customers, edits, own scores, removals.

Each is a row of the owner's own, tied to the row that led the customer at that moment; nothing that was imported changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.edits import check_score, phones_given, read_fields, refuse_unfilled
from smbcrm.core.golden import Row, golden_record
from smbcrm.core.headers import HeaderTable
from smbcrm.core.json_text import json_writer
from smbcrm.core.phones import decide_country
from smbcrm.core.say import Say, say
from smbcrm.core.text import has_persian, header_key
from smbcrm.errors import UsageError
from smbcrm.usecases.events.attach_events import wake_all
from smbcrm.usecases.events.link_referrers import link_referrers
from smbcrm.usecases.list_customers import custom_columns
from smbcrm.usecases.mainly import main_country
from smbcrm.usecases.merge_rows import merge_rows
from smbcrm.usecases.merging.compute_customers import compute_customers, customer_rows
from smbcrm.usecases.ports import Store

LONGEST_NAME = 40  # of a column: what is longer is no slip of a word
_ALIKE = 0.85

WHO = frozenset({"name", "phones", "emails", "national_id", "customer_code"})
"""What rows that wait for their customer may know him by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The customer that was written to, whether anything changed, and what is worth saying."""

    customer: int
    changed: bool
    notes: tuple[Say, ...]
    known: bool = False  # who was to be added is on the list already


def add_customer(
    store: Store,
    name: str,
    given: Mapping[str, str],
    *,
    headers: HeaderTable,
    operation: int,
    country: str = "",
) -> Edited:
    """Add a customer by hand; one who is on the list already, beyond doubt, is joined to it and that is said."""
    if not name.strip():
        raise UsageError(say("a customer needs a name"), say('`smbcrm add "Ali Rezaei" phone=09121234567`'))
    refuse_unfilled({"name": name, **given}, headers=headers)
    fields, notes = read_fields(
        {"name": name, **given},
        headers=headers,
        country=country or _country(store, {"name": name, **given}, headers=headers),
    )
    notes = (*notes, *_mistyped(store, fields, headers=headers))
    ((newest,),) = store.read("SELECT coalesce(max(id), 0) FROM customer")
    number = write_owner_row(store, fields, anchor=None, customer=None, operation=operation)
    merge_rows(store, only_new=True)
    ((customer,),) = store.read("SELECT customer_id FROM source_row WHERE id = ?", [number])
    for (archived,) in store.read("SELECT archived FROM customer WHERE id = ?", [customer]):
        if archived:
            write_edit(store, customer, {"archived": False}, notes=(), operation=operation)
            notes = (*notes, say("{id} had been taken off the list and is back on it", id=f"C{customer}"))
    link_referrers(store, [customer])
    return Edited(customer=customer, changed=True, notes=notes, known=customer <= newest)  # ids only grow


def set_fields(
    store: Store,
    customer: int,
    given: Mapping[str, str],
    *,
    headers: HeaderTable,
    operation: int,
    country: str = "",
) -> Edited:
    """Set fields of a customer; an empty value empties the field."""
    if not given:
        raise UsageError(say("nothing to set"), say("`smbcrm set C1 city=Shiraz phone=09121234567`"))
    refuse_unfilled(given, headers=headers)
    fields, notes = read_fields(
        given, headers=headers, country=country or _country(store, given, headers=headers)
    )
    notes = (*notes, *_mistyped(store, fields, headers=headers))
    edited = write_edit(store, customer, fields, notes=notes, operation=operation)
    if edited.changed and not WHO.isdisjoint(fields) and wake_all(store):
        merge_rows(store, only_new=True)
    if edited.changed and ("referrer" in fields or "without" in fields):
        link_referrers(store, [customer])
    return edited


def set_own_score(store: Store, customer: int, score: float, *, why: str, operation: int) -> Edited:
    """Set the owner's own score of a customer, 1 to 10 in halves."""
    check_score(score)
    fields: dict[str, Any] = {"own_score": score}
    if why:
        fields["why"] = why
    return write_edit(store, customer, fields, notes=(), operation=operation)


def pin_tier(store: Store, customer: int, tier: str, *, operation: int) -> Edited:
    """Pin a customer to a tier; `none` takes the pin out."""
    chosen = tier.upper()
    if chosen not in {"A", "B", "C", "D", "NONE"}:
        raise UsageError(
            say("there is no tier {tier}", tier=tier), say("choose A, B, C, D, or none to take the pin out")
        )
    fields = {"without": ["pinned_tier"]} if chosen == "NONE" else {"pinned_tier": chosen}
    return write_edit(store, customer, fields, notes=(), operation=operation)


def remove_customer(store: Store, customer: int, *, operation: int) -> Edited:
    """Take a customer off the list; his rows stay in the store, and importing them again does not bring him back."""
    edited = write_edit(store, customer, {"archived": True}, notes=(), operation=operation)
    take_off_lists(store, [customer])
    return edited


def take_off_lists(store: Store, customers: Sequence[int]) -> None:
    """Take the scores and tiers of removed customers away and drop what was still planned for them."""
    for table in ("score", "tier"):
        store.delete(table, customers)
    for table in ("plan_item", "task"):
        left = store.read(
            f"SELECT k.id FROM {table} k JOIN source_row r ON r.id = k.row_id "
            "WHERE r.customer_id IN (SELECT value FROM json_each(?)) AND k.status = 'open'",
            [list(customers)],
        )
        store.update(table, "id, status", [(number, "dropped") for (number,) in list(left)])


def write_edit(
    store: Store, customer: int, fields: Mapping[str, Any], *, notes: Sequence[Say], operation: int
) -> Edited:
    """Write one edit of the owner's and recompute the customer; an edit that changes nothing is not kept."""
    rows = next(rows for _, rows in customer_rows(store, [customer]))
    edit = {**fields, "edit": True}
    newest = Row(id=1 + max(row.id for row in rows), rank=0, operation=operation, owner=True, fields=edit)
    if golden_record([*rows, newest]) == golden_record(rows) and "why" not in fields:
        return Edited(customer=customer, changed=False, notes=tuple(notes))
    ((lead,),) = store.read("SELECT lead FROM customer WHERE id = ?", [customer])
    write_owner_row(store, edit, anchor=lead, customer=customer, operation=operation)
    compute_customers(store, [customer])
    return Edited(customer=customer, changed=True, notes=tuple(notes))


def _mistyped(store: Store, fields: Mapping[str, Any], *, headers: HeaderTable) -> Iterator[Say]:
    """Say which new columns of the owner's own are one slip away from a name that is known."""
    from difflib import get_close_matches

    names = [name for name in fields.get("x", ()) if 3 < len(name) <= LONGEST_NAME]
    known = custom_columns(store, "") if names else {}
    for name in names:
        key = header_key(name)
        alike = get_close_matches(key, headers.exact, n=1, cutoff=_ALIKE)
        turned = (key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in range(len(key) - 1))
        heading = alike[0] if alike else next((one for one in turned if one in headers.exact), "")
        if not heading or name in known:
            continue
        # without its blanks: where it is Latin, the name of its field reads better
        meant = headers.exact[heading][0] if heading.isascii() else heading
        yield say(
            "{column} is a new column of your own; if {known} was meant: `smbcrm undo`, then type it anew",
            column=name,
            known=meant,
        )


def _country(store: Store, given: Mapping[str, str], *, headers: HeaderTable) -> str:
    """Give the country of numbers without a prefix: as decided for the lists, else as what was typed looks."""
    decided = main_country(store)
    if decided:
        return decided
    known = [
        phone for (phone,) in store.read("SELECT phone FROM customer WHERE phone <> '' ORDER BY id LIMIT 200")
    ]
    typed = phones_given(given, headers=headers)
    return decide_country([*typed, *known], persian=any(map(has_persian, given.values())))[0]


def owner_source(store: Store, operation: int) -> int:
    """Give the source that holds what the owner wrote himself, making it the first time."""
    for (number,) in store.read("SELECT id FROM source WHERE kind = 'owner'"):
        return int(number)
    number = store.allocate("source")
    store.insert(
        "source",
        "id, name, kind, file, sheet, signature, sha256, headings, country, operation",
        [(number, "owner", "owner", "by hand", "", "", "", "[]", "", operation)],
    )
    return number


def write_owner_row(
    store: Store, fields: Mapping[str, Any], *, anchor: int | None, customer: int | None, operation: int
) -> int:
    """Write a row of the owner's own, tied to the row `anchor`; give its number."""
    (number,) = write_owner_rows(store, [(fields, anchor, customer)], operation=operation)
    return number


def write_owner_rows(
    store: Store, rows: Sequence[tuple[Mapping[str, Any], int | None, int | None]], *, operation: int
) -> range:
    """Write rows of the owner's own, each its fields, the row it is tied to and the customer; give their numbers."""
    if not rows:
        return range(0)
    source = owner_source(store, operation)
    ((count,),) = store.read("SELECT coalesce(max(number), 0) FROM source_row WHERE source_id = ?", [source])
    first = store.allocate("source_row", len(rows))
    write = json_writer()
    store.insert(
        "source_row",
        "id, source_id, number, key, fingerprint, raw, fields, status, reason, lead, anchor, customer_id, operation",
        [
            (
                first + n, source, count + 1 + n, "", 0, (text := write(fields)), text, "owner", "", None, anchor,
                customer, operation,
            )
            for n, (fields, anchor, customer) in enumerate(rows)
        ],
    )  # fmt: skip
    return range(first, first + len(rows))
