"""Where a newer version of a file disagrees with what the owner edited since: his word stands, and that is said."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from smbcrm.core.golden import MULTI, OF_THE_EVENT
from smbcrm.core.say import Say, say
from smbcrm.core.text import fold
from smbcrm.core.values.phone_keys import phone_key
from smbcrm.usecases.importing.import_results import KeptEdit
from smbcrm.usecases.ports import Store

SHOWN_AS = {"phones": "phone", "emails": "email", "addresses": "address"}
WHO = ("phones", "emails", "national_id", "name")
Fields = Mapping[str, Any]


def kept_edits(store: Store, operation: int) -> dict[int, list[KeptEdit]]:
    """Give, by source, the fields in which rows edited in their file now differ from the owner's own edits of their customer."""
    changed = _changed(store, operation)
    words = _owners_words(store, sorted({customer for _, _, customer, _, _ in changed}))
    names = dict(
        store.read(
            "SELECT id, name FROM customer WHERE id IN (SELECT value FROM json_each(?))",
            [sorted({customer for _, _, customer, _, _ in changed})],
        )
    )
    found: dict[int, list[KeptEdit]] = defaultdict(list)
    for _, source, customer, before, after in changed:
        name = names.get(customer, "")
        for field, yours, file in _disagreeing(before, after, words.get(customer, {})):
            found[source].append(_kept(customer, name, field, yours, file))
        if words.get(customer, {}).get("archived"):
            told = say(
                "C{id} {name} stays off the list as you decided; the file has changed this customer",
                id=customer,
                name=name,
            )
            found[source].append(
                KeptEdit(customer=customer, name=name, field="archived", yours="yes", file="", told=told)
            )
    for source, edit in _kept_apart(store, changed, names):
        found[source].append(edit)
    return found


def _kept(customer: int, name: str, field: str, yours: str, file: str) -> KeptEdit:
    if yours:
        told = say(
            "C{id} {field}: your edit {yours} is kept, the file now says {file}",
            id=customer,
            field=field,
            yours=yours,
            file=file,
        )
    else:
        told = say(
            "C{id} {field}: you emptied it and it stays so, the file now says {file}",
            id=customer,
            field=field,
            file=file,
        )
    return KeptEdit(customer=customer, name=name, field=field, yours=yours, file=file, told=told)


Changed = tuple[int, int, int, Fields, Fields]


def _changed(store: Store, operation: int) -> list[Changed]:
    """Give the rows that say something else since this operation and whose customer the owner has written about or parted.

    Row, source, customer, and the fields before and after.
    """
    return [
        (row, source, customer, json.loads(before), json.loads(after))
        for row, source, customer, before, after in store.read(_CHANGED, [operation])
    ]


_CHANGED = """
WITH first AS (
    SELECT b.id, min(b.entry) AS entry FROM before_source_row b JOIN journal j ON j.id = b.entry
    WHERE j.operation = ? AND j.tbl = 'source_row' GROUP BY b.id
)
SELECT r.id, r.source_id, r.customer_id, b.fields, r.fields FROM first f
JOIN before_source_row b ON b.entry = f.entry AND b.id = f.id JOIN source_row r ON r.id = f.id
WHERE r.customer_id IS NOT NULL AND b.fields <> r.fields AND (
    EXISTS (SELECT 1 FROM source_row o WHERE o.customer_id = r.customer_id AND o.status = 'owner')
    OR r.id IN (SELECT row_a FROM pair WHERE decided_by = 'owner' AND verdict = 'different'
                UNION SELECT row_b FROM pair WHERE decided_by = 'owner' AND verdict = 'different'))
ORDER BY r.id
"""


def _owners_words(store: Store, customers: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Give what the owner last said of each customer, by field; "" for what he emptied."""
    words: dict[int, dict[str, Any]] = defaultdict(dict)
    for customer, text in store.read(
        "SELECT customer_id, fields FROM source_row WHERE status = 'owner' AND customer_id IN (SELECT value FROM json_each(?)) "
        "ORDER BY id DESC",
        [list(customers)],
    ):
        fields = json.loads(text)
        mine = words[customer]
        if not fields.get("edit"):
            continue
        for field, value in fields.items():
            if field == "x":
                for heading, own in value.items():
                    mine.setdefault(f"x.{heading}", own)
            elif field not in OF_THE_EVENT:
                mine.setdefault(field, value)
        for field in fields.get("without", ()):
            mine.setdefault(field.partition("=")[0], "")
    return words


def _disagreeing(before: Fields, after: Fields, words: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give field, the owner's value and the file's, where the file changed it to something else than the owner says."""
    for field, yours in words.items():
        old, new = _of(before, field), _of(after, field)
        if new == old or not new:
            continue
        shown = field.removeprefix("x.")
        if field in MULTI:
            alike = _phone if field == "phones" else fold
            known = {*map(alike, old or ()), *map(alike, yours or ())}
            fresh = [one for one in new if alike(one) not in known]
            if fresh:
                yield SHOWN_AS.get(field, shown), "; ".join(yours or ()), "; ".join(fresh)
        elif not _alike(new, yours):
            yield shown, _plain(yours), _plain(new)


def _of(fields: Fields, field: str) -> Any:
    return fields.get("x", {}).get(field[2:]) if field.startswith("x.") else fields.get(field)


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 1e-9 * max(1.0, abs(other))
    return fold(str(one)) == fold(str(other))


def _plain(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _phone(value: str) -> str:
    head, _, extension = value.partition(";ext=")
    return f"{phone_key(head) or fold(head)};{extension}"


def _kept_apart(
    store: Store, changed: Sequence[Changed], names: Mapping[int, str]
) -> Iterator[tuple[int, KeptEdit]]:
    """Give where a row says now what a customer has whom the owner parted it from."""
    rows = {row: (source, customer, before, after) for row, source, customer, before, after in changed}
    if not rows:
        return
    told: set[tuple[int, int, str]] = set()
    for row, other, text, other_name in store.read(_PARTED, [sorted(rows), sorted(rows)]):
        source, customer, before, after = rows[row]
        if other == customer:
            continue
        theirs = {**json.loads(text), "name": other_name}
        for field in WHO:
            fresh = _values(after, field) - _values(before, field)
            for value in sorted(fresh & _values(theirs, field)):
                if (customer, other, value) in told:
                    continue
                told.add((customer, other, value))
                yield source, _apart(customer, other, names.get(customer, ""), field, value)


def _apart(customer: int, other: int, name: str, field: str, value: str) -> KeptEdit:
    said: Say = say(
        "C{a} and C{b} stay two customers as you decided; the file now gives C{a} the {field} of C{b}: {value}",
        a=customer,
        b=other,
        field=SHOWN_AS.get(field, field),
        value=value,
    )
    return KeptEdit(
        customer=customer, name=name, field="", yours=f"different from C{other}", file=value, told=said
    )


_PARTED = """
WITH parted AS (
    SELECT row_a AS row, row_b AS other FROM pair WHERE decided_by = 'owner' AND verdict = 'different'
    AND row_a IN (SELECT value FROM json_each(?))
    UNION SELECT row_b, row_a FROM pair WHERE decided_by = 'owner' AND verdict = 'different'
    AND row_b IN (SELECT value FROM json_each(?))
)
SELECT DISTINCT p.row, c.id, c.fields, c.name FROM parted p JOIN source_row r ON r.id = p.other JOIN customer c ON c.id = r.customer_id
ORDER BY p.row, c.id
"""


def _values(fields: Fields, field: str) -> set[str]:
    value = fields.get(field)
    if isinstance(value, list | tuple):
        return set(value)
    return {fold(str(value))} if value else set()
