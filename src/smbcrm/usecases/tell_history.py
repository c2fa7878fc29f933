"""Who changed what of one customer, when, and from which file: everything in one timeline."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.say import say
from smbcrm.core.timeline import Happening, in_order
from smbcrm.errors import UsageError
from smbcrm.usecases.histories.history_identity import identity_happenings
from smbcrm.usecases.histories.history_ledger import read_ledger
from smbcrm.usecases.histories.history_records import record_happenings
from smbcrm.usecases.ports import Store

KINDS = (
    "imported", "added", "edit", "merge", "split", "decision", "purchase", "invoice", "paid", "rating", "interaction", "touch", "score",
    "tier", "plan", "removal", "undo",
)  # fmt: skip


def check_kinds(kinds: Sequence[str]) -> Sequence[str]:
    """Give the kinds; raises UsageError for one that there is not."""
    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(
                say("there is no kind {word}", word=kind),
                say("choose among: {kinds}", kinds=", ".join(KINDS)),
            )
    return kinds


def tell_history(
    store: Store, customer: int, *, kinds: Sequence[str] = (), since: str = ""
) -> list[Happening]:
    """Give what happened with a customer, the oldest first; what was undone is not among it."""
    ledger = read_ledger(store, customer)
    found = [*identity_happenings(ledger), *record_happenings(ledger)]
    return in_order(one for one in found if (not kinds or one.kind in kinds) and one.date >= since)
