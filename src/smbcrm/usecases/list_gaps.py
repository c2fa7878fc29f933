"""The facts worth asking for first, top tier first, each with the command that takes the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smbcrm.core.scores.knowing import Gap, other_gaps, score_gaps
from smbcrm.core.scores.score_facts import unpack
from smbcrm.usecases.explain_score import read_frame
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One fact to ask of one customer."""

    customer: int
    name: str
    tier: str | None
    gap: Gap


_PEOPLE = """
SELECT c.id, c.name, t.tier, c.phone <> '' OR c.email <> '', instr(c.fields, '"birth_date"') > 0,
       json_extract(c.fields, '$.share_of_need') IS NOT NULL OR json_extract(c.fields, '$.value_to_customer') IS NOT NULL OR json_extract(c.fields, '$.satisfaction') IS NOT NULL
       OR EXISTS (SELECT 1 FROM source_row r JOIN rating a ON a.row_id = r.id WHERE r.customer_id = c.id), s.facts
FROM customer c LEFT JOIN tier t ON t.id = c.id LEFT JOIN score s ON s.id = c.id
WHERE c.archived = 0 {} ORDER BY t.tier IS NULL, t.tier, t.rank, c.id
"""


def list_gaps(
    store: Store, *, tiers: Sequence[str] = (), ask: int | None = None, customer: int | None = None
) -> list[Asking]:
    """Give what is not known, top tier first, then what is worth most.

    With `ask`, so many questions only, and no customer is asked twice.
    """
    found: list[Asking] = []
    if customer is not None:
        found = sorted(_asked(store, "AND c.id = ?", [customer]), key=lambda one: -one.gap.worth)
        return found[:ask]
    for level in tiers or ("A", "B", "C", "D", None):
        asked = sorted(_of_tier(store, level), key=lambda one: -one.gap.worth)  # stable: by rank among equals
        if ask is not None:
            asked = _one_each(asked)
        found += asked
        if ask is not None and len(found) >= ask:
            return found[:ask]
    return found


def _of_tier(store: Store, tier: str | None) -> Iterator[Asking]:
    return _asked(store, *(("AND t.tier IS NULL", []) if tier is None else ("AND t.tier = ?", [tier])))


def _asked(store: Store, condition: str, given: Sequence[object]) -> Iterator[Asking]:
    frame = read_frame(store)
    people = store.read(_PEOPLE.format(condition), given)
    for customer, name, level, reach, birthday, need, packed in people:
        gaps = list(other_gaps({"reach": reach, "birthday": birthday, "need": need}))
        if packed is not None and frame is not None:
            gaps += score_gaps(unpack(packed), frame)
        yield from (Asking(customer=customer, name=name, tier=level, gap=gap) for gap in gaps)


def _one_each(asked: Sequence[Asking]) -> list[Asking]:
    first: dict[int, Asking] = {}
    for one in asked:
        first.setdefault(one.customer, one)
    return list(first.values())
