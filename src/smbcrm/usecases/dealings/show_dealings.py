"""What stands between the shop and one customer: what he owes, who sent him, whom he sent."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from smbcrm.usecases.dealings.owed_bills import owing_by_customer
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What is owed in one unit: `owed` None where lists do not tell what was paid; how many bills that is."""

    unit: str
    owed: float | None
    overdue: float
    days_overdue: int
    advance: float
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dealings:
    """What a customer owes, in each unit in which there are bills, who sent him and whom he sent (id, name)."""

    owed: tuple[Owed, ...]
    sent_by: tuple[tuple[str, str], ...]
    sent: tuple[tuple[str, str], ...]


def show_dealings(store: Store, customer: int, *, today: datetime.date) -> Dealings:
    """Give what stands between the shop and a customer today; without bills nothing is known of what he owes."""
    owing = owing_by_customer(store, today=today, customers=[customer])
    return Dealings(
        owed=tuple(
            Owed(
                unit=unit,
                owed=one.owed,
                overdue=one.overdue,
                days_overdue=one.days_overdue,
                advance=one.advance,
                unknown=sum(standing.state == "unknown" for standing in one.standings),
            )
            for (_, unit), one in owing.items()
        ),
        sent_by=tuple(store.read(_SENT_BY, [customer])),
        sent=tuple(store.read(_SENT, [customer])),
    )


_SENT_BY = """
SELECT DISTINCT l.customer_id, l.name FROM source_row r JOIN link k ON k.to_row_id = r.id JOIN link_records l ON l.link_id = k.id
WHERE r.customer_id = ? AND l.kind = 'referral' ORDER BY l.customer
"""
_SENT = """
SELECT DISTINCT l.to_id, l.to_name FROM source_row r JOIN link k ON k.row_id = r.id JOIN link_records l ON l.link_id = k.id
WHERE r.customer_id = ? AND l.kind = 'referral' ORDER BY l.to_customer
"""
