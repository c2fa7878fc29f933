"""Who sent whom, as lists tell it: the text in a `referrer` column becomes a link where exactly one customer fits it.

What fits nobody, or several, stays a text on the customer, and is named by `check`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """How many links were made, and how many taken out because the list tells another referrer now."""

    made: int
    gone: int


def link_referrers(store: Store, customers: Sequence[int] | None = None) -> Linked:
    """Bring the links that lists tell up to date, for these customers or for all."""
    only, given = (
        ("", []) if customers is None else ("AND c.id IN (SELECT value FROM json_each(?))", [list(customers)])
    )
    stale = [number for (number,) in store.read(_STALE.format(only), given)]
    gone = store.delete("link", stale)
    open_ = list(store.read(_OPEN.format(only), given))
    if not open_:
        return Linked(made=0, gone=gone)
    # Loaded only where somebody is named: most lists name nobody.
    from smbcrm.usecases.events.named_in_text import fitting

    found = fitting(store, {text for _, _, text in open_})
    links = []
    for customer, lead, text in open_:
        others = found.get(text, {}).keys() - {customer}
        if len(others) == 1:
            (giver,) = others
            links.append((found[text][giver], lead, text))
    if links:
        first = store.allocate("link", len(links))
        store.insert(
            "link",
            "id, row_id, to_row_id, kind, date, text, said_by",
            (
                (first + n, giver, to, "referral", "", text, "list")
                for n, (giver, to, text) in enumerate(links)
            ),
        )
    return Linked(made=len(links), gone=gone)


# A link of a list stands while the customer has that referrer; one whose two ends have become one customer waits for a split.
_STALE = """
SELECT l.id FROM link l JOIN source_row r ON r.id = l.to_row_id JOIN customer c ON c.id = r.customer_id
WHERE l.said_by = 'list' AND coalesce(json_extract(c.fields, '$.referrer'), '') <> l.text {} ORDER BY l.id
"""
_OPEN = """
SELECT c.id, c.lead, json_extract(c.fields, '$.referrer') FROM customer c
WHERE instr(c.fields, '"referrer"') > 0 AND json_extract(c.fields, '$.referrer') IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM source_row r JOIN link l ON l.to_row_id = r.id WHERE r.customer_id = c.id
                AND (l.said_by = 'list' OR l.kind = 'referral')) {} ORDER BY c.id
"""


def unresolved(store: Store) -> Iterator[tuple[int, str, str]]:
    """Give the customers whose referrer is a text that is linked to nobody: id, name, the text."""
    yield from store.read(_OPEN.format("AND c.archived = 0").replace("c.lead", "c.name"))
