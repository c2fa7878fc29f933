"""What an edited cell means for the customer: the fields of an owner's row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from smbcrm.core.edits import read_fields
from smbcrm.core.headers import HeaderTable
from smbcrm.core.say import Say, say
from smbcrm.core.workbook.cells import parts, value_key
from smbcrm.core.workbook.shape import Col
from smbcrm.errors import UsageError

_MANY = {"phone": "phones", "phones": "phones", "email": "emails", "emails": "emails", "tags": "tags"}


def edited_fields(
    column: Col, text: str, before: Mapping[str, Sequence[str]], *, headers: HeaderTable, country: str
) -> tuple[dict[str, Any], tuple[Say, ...]]:
    """Give the fields that an edited cell comes to, and what is odd about its value.

    `before` holds all phones, e-mails and tags of the customer, what he is reached by first: writing over one of several values
    takes that one away, and no other. Raises UsageError for a value that cannot be one.
    """
    key = column.key
    if key == "name" and not text:
        raise UsageError(
            say("a customer needs a name"), say("delete the whole row to take a customer off the list")
        )
    if key.startswith("x."):
        own = key.removeprefix("x.")
        return ({"x": {own: text}} if text else {"without": [key]}), ()
    if key == "do_not_contact":
        return read_fields({key: text or "no"}, headers=headers, country=country)
    if key in _MANY:
        return _several(column, text, before, headers=headers, country=country)
    return read_fields({key: text}, headers=headers, country=country)


def _several(
    column: Col, text: str, before: Mapping[str, Sequence[str]], *, headers: HeaderTable, country: str
) -> tuple[dict[str, Any], tuple[Say, ...]]:
    """Give the fields of a cell that holds several values, or the one he is reached by."""
    field = _MANY[column.key]
    held = before.get(field, ())
    first, others = (held, ()) if field == "tags" else (held[:1], held[1:])
    new = parts(text, "tags" if field == "tags" else "list")
    typed = {"phones": "phone", "emails": "email", "tags": "tags"}[field]
    fields, notes = (
        read_fields({typed: "; ".join(new)}, headers=headers, country=country) if new else ({}, ())
    )
    kept = {value_key(one) for one in fields.get(field, ())}
    gone = [
        one for one in (others if column.key in ("phones", "emails") else first) if value_key(one) not in kept
    ]
    if column.key in ("phones", "emails") and first and fields.get(field):
        fields[field] = [*first, *fields[field]]  # what comes first is what he is reached by
    if gone:
        fields["without"] = [f"{field}={one}" for one in gone]
    return fields, notes


def joined_fields(one: dict[str, Any], other: Mapping[str, Any]) -> None:
    """Add what another cell of the same row comes to."""
    for key, value in other.items():
        if key == "without":
            one.setdefault(key, []).extend(value)
        elif isinstance(value, dict):
            one.setdefault(key, {}).update(value)
        elif isinstance(value, list) and key in one:
            one[key] = [*one[key], *(v for v in value if v not in one[key])]
        else:
            one[key] = value
