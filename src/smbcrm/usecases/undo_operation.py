"""Take a command back, or bring it back; customers are computed anew where later commands stand."""

from __future__ import annotations

from collections.abc import Callable

from smbcrm.usecases.mainly import main_unit
from smbcrm.usecases.merging.compute_customers import compute_customers
from smbcrm.usecases.ports import Store, Undone


def undo_operation(store: Store, operation: int | None) -> Undone:
    """Take back one command (None: the newest that holds); what others did since is kept."""
    return store.undo(operation, _computing(store))


def redo_operation(store: Store, operation: int | None) -> Undone:
    """Bring back one command that was taken back (None: the last of them)."""
    return store.redo(operation, _computing(store))


def _computing(store: Store) -> Callable[[list[int]], None]:
    unit = main_unit(store)

    def compute(customers: list[int]) -> None:
        if main_unit(store) != unit:  # the money that is counted is another: every sum is
            buyers = store.read(
                "SELECT DISTINCT r.customer_id FROM purchase p JOIN source_row r ON r.id = p.row_id WHERE r.customer_id IS NOT NULL"
            )
            customers = sorted({*customers, *(number for (number,) in buyers)})
        compute_customers(store, customers)

    return compute
