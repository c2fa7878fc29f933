"""Choose customers and say which of their columns can be shown."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from smbcrm.core.fields import EXTRA
from smbcrm.core.say import say
from smbcrm.core.selection import Filter, Selection
from smbcrm.errors import UsageError
from smbcrm.usecases.ports import Store


class Selecting(Store, Protocol):
    """A store that can also choose records by the owner's own expressions."""

    def select(
        self,
        view: str,
        columns: Sequence[str],
        *,
        selection: Selection,
        order: str,
        custom: Mapping[str, Sequence[str]],
    ) -> Iterator[tuple[Any, ...]]:
        """Give the chosen columns of the chosen records of a view."""
        ...


def list_customers(
    store: Selecting, columns: Sequence[str], selection: Selection
) -> Iterator[tuple[Any, ...]]:
    """Give the chosen customers, by ascending id unless told otherwise; removed customers are not among them."""
    on_list: Filter = ("archived = 0", ())
    chosen = replace(selection, filters=(on_list, *selection.filters))
    custom = custom_columns(store, asked_for(columns, chosen)) if _asks_for_more(columns, chosen) else {}
    return store.select("list_records", columns, selection=chosen, order="customer", custom=custom)


def custom_columns(store: Store, asked: str) -> dict[str, tuple[str, ...]]:
    """Give the columns a customer can have beside the usual ones: name -> where in the records they stand, first choice first.

    The heading of a column we understood gives what it was understood as, and before that what of it was not. Headings of
    sales and their like tell nothing of a customer: of those that stand in what is `asked`, the ones with anything left over are given.
    """
    from smbcrm.core.fields import FIELDS, IGNORED

    usual = ("name", "company", "city", "tags", "own_score")
    keys = dict.fromkeys(field.key for field in FIELDS.values() if field.key and not field.sales)
    places: dict[str, tuple[str, ...]] = {key: (f"$.{key}",) for key in keys if key not in usual}
    places[EXTRA] = (_own_path(EXTRA),)
    events: set[str] = set()
    for (headings,) in store.read("SELECT headings FROM source ORDER BY id"):
        for heading, field, key, *_ in json.loads(headings):
            if field in FIELDS and FIELDS[field].sales:
                events.add(heading)
            elif field != IGNORED and (name := heading if field else key):
                known = places.get(name, (_own_path(name),))
                places[name] = tuple(dict.fromkeys((*known, *_places_of(field))))
    for (key,) in store.read(
        "SELECT DISTINCT e.key FROM source_row r, json_each(r.fields, '$.x') e WHERE r.status = 'owner'"
    ):
        places.setdefault(key, (_own_path(key),))
    for heading in sorted(events - places.keys()):
        if heading.casefold() in asked.casefold() and _left_over(store, heading):
            places[heading] = (_own_path(heading),)
    return places


def _places_of(field: str) -> tuple[str, ...]:
    from smbcrm.core.fields import FIELDS

    key = FIELDS[field].key if field in FIELDS else ""
    return (_OF_THE_RECORD.get(key, f"$.{key}"),) if key else ()


_OF_THE_RECORD = {
    "name": "name", "company": "company", "city": "city", "tags": "tags", "own_score": "own_score", "phones": "phone",
    "emails": "email", "do_not_contact": "do_not_contact",
}  # fmt: skip


def _own_path(name: str) -> str:
    return "$.x." + json.dumps(name, ensure_ascii=False)


def _left_over(store: Store, heading: str) -> bool:
    found = store.read(
        "SELECT 1 FROM customer WHERE json_extract(fields, ?) IS NOT NULL LIMIT 1", [_own_path(heading)]
    )
    return next(found, None) is not None


def asked_for(columns: Sequence[str], selection: Selection) -> str:
    """Give all that a choice says, to look for names of columns in."""
    return "\n".join([*columns, *selection.sort, selection.where])


def _asks_for_more(columns: Sequence[str], selection: Selection) -> bool:
    usual = {
        "id", "name", "company", "phone", "email", "city", "score", "own_score", "suggested_score", "tier",
        "last_interaction", "tags", "spend", "purchases", "first_purchase", "last_purchase", "rows", "do_not_contact",
    }  # fmt: skip
    return bool(selection.where) or not {*columns, *(key.lstrip("-+") for key in selection.sort)} <= usual


def tiers_named(text: str) -> tuple[str, ...]:
    """Read the tiers of `--tier A,B`; raises UsageError for one there is not."""
    tiers = tuple(part.strip().upper() for part in text.split(",") if part.strip())
    if not set(tiers) <= {"A", "B", "C", "D"}:
        raise UsageError(say("there is no tier {tier}", tier=text), say("the tiers are A, B, C and D"))
    return tiers


def customer_filters(
    store: Store,
    *,
    tier: str,
    city: str,
    tag: str,
    min_score: float | None,
    not_contacted_since: datetime.date | None,
) -> tuple[Filter, ...]:
    """Give the simple filters as conditions."""
    found: list[Filter] = []
    tiers = tiers_named(tier)
    if tiers:
        found.append((f"tier IN ({', '.join('?' * len(tiers))})", tiers))
    if city:
        found.append(("city IN (SELECT value FROM json_each(?))", (_as_written(store, city),)))
    if tag:
        from smbcrm.core.text import fold

        found.append(("'; ' || fold(tags) || '; ' LIKE '%; ' || ? || '; %'", (fold(tag),)))
    if min_score is not None:
        found.append(("score >= ?", (min_score,)))
    if not_contacted_since is not None:
        found.append(
            ("(last_interaction IS NULL OR last_interaction < ?)", (not_contacted_since.isoformat(),))
        )
    return tuple(found)


def _as_written(store: Store, city: str) -> list[str]:
    """Give the ways in which the list writes the town that is meant: in other letters, and as it sounds in the other script.

    The sound of a word knows no vowels; how it ends is asked for, too: Baneh (بانه) is not بن.
    """
    from smbcrm.core.naming.sounds import end_apart, name_words, word_sound

    def key(name: str) -> str:
        return "".join(name_words(name))

    wanted = key(city)
    found = []
    for (name,) in store.read("SELECT DISTINCT city FROM customer WHERE city <> ''"):
        town = key(name)
        other_script = town.isascii() != wanted.isascii()
        if town == wanted or (
            other_script and word_sound(town) == word_sound(wanted) and not end_apart(town, wanted)
        ):
            found.append(name)
    return found
