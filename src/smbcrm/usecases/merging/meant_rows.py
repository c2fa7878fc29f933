"""Which rows the words of `merge explain` mean: two rows, two customers, or the number of a pair."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.say import from_data, say
from smbcrm.core.text import fold_digits
from smbcrm.errors import NotFoundError, UsageError
from smbcrm.usecases.find_customer import REF, REF_SQL, find_customer, numbered_pair
from smbcrm.usecases.merging.leads import LISTS
from smbcrm.usecases.merging.move_rows import lead_rows
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class MeantRow:
    """A row as it is explained; `lead` is the one that stands for it in matching."""

    id: int
    ref: str
    lead: int
    customer: int | None
    name: str
    event: bool
    exported: bool


def meant_sides(store: Store, words: Sequence[str]) -> tuple[list[MeantRow], list[MeantRow]]:
    """Give the rows that either of the two can mean: one, or all that say who a customer is.

    Raises UsageError for anything but two, NotFoundError when one of them is not there.
    """
    if (pair := numbered_pair(store, words)) is not None:
        rows = rows_of(store, list(pair))
        return [rows[pair[0]]], [rows[pair[1]]]
    if len(words) != 2:
        raise UsageError(
            say("name two customers, two rows, or one pair number"),
            say("for example: `smbcrm merge explain C3 C17`"),
        )
    first, second = (_meant(store, word) for word in words)
    mine, his = {row.customer for row in first}, {row.customer for row in second}
    whole = len(first) > 1 or len(second) > 1 or not any(REF.fullmatch(fold_digits(w.strip())) for w in words)
    if first == second or (whole and mine == his):
        raise UsageError(
            say("{a} and {b} are one customer already", a=words[0], b=words[1]),
            say("name two of its rows, like s1r3 s2r7: `smbcrm sources rows` shows them"),
        )
    return first, second


def _meant(store: Store, word: str) -> list[MeantRow]:
    ref = REF.fullmatch(fold_digits(word.strip()))
    if not ref:
        customer = find_customer(store, word)
        return list(rows_of(store, lead_rows(store, [customer])[customer]).values())
    source, how, number = int(ref[1]), ref[2].lower(), int(ref[3])
    place = "r.number = ? AND r.status <> 'gone'" if how == "r" else "r.id = ? AND r.status = 'gone'"
    for row, status, reason in store.read(
        f"SELECT r.id, r.status, r.reason FROM source_row r WHERE r.source_id = ? AND {place}",
        [source, number],
    ):
        if status in ("skipped", "rejected"):
            why = from_data(json.loads(reason)) if reason else say(status)
            raise UsageError(
                say("{ref} stands for nobody: {why}", ref=word, why=why),
                say("`smbcrm sources rows` shows them all"),
            )
        return list(rows_of(store, [row]).values())
    raise NotFoundError(say("there is no row {ref}", ref=word), say("`smbcrm sources rows` shows them all"))


def rows_of(store: Store, ids: Sequence[int]) -> dict[int, MeantRow]:
    """Give rows by their ids, as `merge explain` needs them."""
    found = store.read(
        f"SELECT r.id, {REF_SQL}, coalesce(r.lead, r.id), r.customer_id, "
        "coalesce(json_extract(r.fields, '$.name'), json_extract(r.fields, '$.company')), s.kind, "
        "json_extract(r.fields, '$.crm_id') FROM source_row r JOIN source s ON s.id = r.source_id "
        "WHERE r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id",
        [list(ids)],
    )
    return {
        number: MeantRow(
            id=number, ref=ref, lead=lead, customer=customer, name=name or "", event=kind not in LISTS,
            exported=bool(crm_id),
        )
        for number, ref, lead, customer, name, kind, crm_id in found
    }  # fmt: skip
