"""Move rows between customers on the owner's word: exactly those he named, and whatever hangs on them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from smbcrm.core.say import Say
from smbcrm.usecases.find_customer import REF_SQL
from smbcrm.usecases.merging.compute_customers import compute_customers
from smbcrm.usecases.ports import Store


def lead_rows(store: Store, customers: Sequence[int]) -> dict[int, list[int]]:
    """Give for each customer the rows that say who he is, oldest first."""
    found = store.read(
        "SELECT customer_id, id FROM source_row WHERE customer_id IN (SELECT value FROM json_each(?)) "
        "AND (lead = id OR lead IS NULL) AND anchor IS NULL ORDER BY id",
        [list(customers)],
    )
    rows: dict[int, list[int]] = {customer: [] for customer in customers}
    for customer, number in found:
        rows[customer].append(number)
    return rows


def join_customers(store: Store, groups: Iterable[Sequence[int]]) -> None:
    """Move every row of each group of customers to its first; the ids of the others go on meaning him."""
    home = {other: group[0] for group in groups for other in group[1:]}
    leaving = list(home)
    rows = store.read(
        "SELECT id, customer_id, coalesce(home, customer_id) FROM source_row "
        "WHERE customer_id IN (SELECT value FROM json_each(?))",
        [leaving],
    )
    store.update(
        "source_row",
        "id, customer_id, home",
        [(row, home[customer], former) for row, customer, former in list(rows)],
    )
    pointing = store.read(
        "SELECT id, customer_id FROM alias WHERE customer_id IN (SELECT value FROM json_each(?))", [leaving]
    )
    store.update(
        "alias", "id, customer_id", [(number, home[customer]) for number, customer in list(pointing)]
    )
    store.insert("alias", "id, customer_id", sorted(home.items()))
    compute_customers(store, sorted({*home, *home.values()}))


def take_out(store: Store, customer: int, rows: Sequence[int]) -> int:
    """Move rows, with what the owner wrote on them, to a customer of their own; give his id: a former one if it is free."""
    for row in rows:
        _stand_alone(store, row)
    homes = store.read(
        "SELECT DISTINCT home FROM source_row WHERE id IN (SELECT value FROM json_each(?)) AND home IS NOT NULL "
        "AND home NOT IN (SELECT id FROM customer) ORDER BY home",
        [list(rows)],
    )
    former = next(homes, None)
    target = int(former[0]) if former else store.allocate("customer")
    moving = store.read(
        "SELECT id, coalesce(home, customer_id) FROM source_row WHERE customer_id = ? "
        "AND (id IN (SELECT value FROM json_each(?)) OR anchor IN (SELECT value FROM json_each(?)))",
        [customer, list(rows), list(rows)],
    )
    store.update("source_row", "id, customer_id, home", [(row, target, home) for row, home in list(moving)])
    store.delete("alias", [target])
    compute_customers(store, [customer, target])
    return target


def written_since(store: Store, customer: int, left: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Give what the owner wrote on a customer after the rows that left him had come: the row and its content."""
    rows = store.read(
        f"SELECT {REF_SQL}, r.fields FROM source_row r WHERE r.customer_id = ? AND r.anchor IS NOT NULL AND r.operation > "
        "(SELECT max(operation) FROM source_row WHERE id IN (SELECT value FROM json_each(?))) ORDER BY r.id",
        [customer, list(left)],
    )
    for ref, text in rows:
        told = [f"{name}={_typed(value)}" for name, value in json.loads(text).items() if name != "edit"]
        yield ref, ", ".join(told)


def _typed(value: object) -> str:
    """Give a value as it would be typed.

    >>> _typed(True), _typed(5000.0), _typed(["a", "b"])
    ('yes', '5000', 'a; b')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _stand_alone(store: Store, row: int) -> None:
    """Let one sale stand for itself: the others of its buyer are led by the oldest of them."""
    ((lead,),) = store.read("SELECT lead FROM source_row WHERE id = ?", [row])
    if lead is not None and lead != row:
        store.update("source_row", "id, lead", [(row, row)])
        return
    led = [
        number
        for (number,) in store.read(
            "SELECT id FROM source_row WHERE lead = ? AND id <> ? ORDER BY id", [row, row]
        )
    ]
    store.update("source_row", "id, lead", [(number, led[0]) for number in led])


def remember(store: Store, pairs: Iterable[tuple[int, int]], verdict: str, why: Say) -> None:
    """Keep the owner's verdict on pairs of rows, in place of what he said of them before."""
    evidence = json.dumps([[why.to_data(), 0.0, "owner"]], ensure_ascii=False)
    wanted = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    known = {
        (a, b): number
        for number, a, b in store.read("SELECT id, row_a, row_b FROM pair WHERE decided_by = 'owner'")
    }
    sure = 1.0 if verdict == "same" else 0.0
    again = [(known[pair], verdict, sure, evidence) for pair in wanted if pair in known]
    store.update("pair", "id, verdict, confidence, evidence", again)
    fresh = [pair for pair in wanted if pair not in known]
    first = store.allocate("pair", len(fresh)) if fresh else 0
    store.insert(
        "pair",
        "id, row_a, row_b, verdict, confidence, evidence, decided_by",
        [(first + n, a, b, verdict, sure, evidence, "owner") for n, (a, b) in enumerate(fresh)],
    )
