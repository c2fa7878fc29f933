"""Look over the store for what is wrong, missing or doubtful, and name the command that mends each.

Every finding is one question to the store that gives only what is suspicious; judging that is `core.checking`.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from smbcrm.core import checking as rules
from smbcrm.core.checking import Finding
from smbcrm.usecases.checking import check_customers, check_sales
from smbcrm.usecases.checking.check_basis import Check
from smbcrm.usecases.ports import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found, in the order of `core.checking.FINDINGS`, and how often each was."""

    findings: tuple[Finding, ...]
    counts: dict[str, int]


def check_data(store: Store, *, today: datetime.date, only: Sequence[str] = ()) -> Checked:
    """Give everything there is to mend, or only the findings named."""
    check = Check(store, today)
    wanted = [name for name in rules.FINDINGS if not only or name in only]
    found = tuple(finding for name in wanted for finding in _CHECKS[name](check))
    return Checked(findings=found, counts=dict(Counter(finding.finding for finding in found)))


_CHECKS: dict[str, Callable[[Check], Iterator[Finding]]] = {
    "phone": check_customers.phones,
    "email": check_customers.emails,
    "national_id": check_customers.national_ids,
    "birth_date": check_customers.birth_dates,
    "date": check_customers.days,
    "no_name": check_customers.no_names,
    "unreachable": check_customers.unreachable,
    "own_score": check_customers.own_scores,
    "duplicate": check_customers.duplicates,
    "sale_date": check_sales.sale_days,
    "sale_amount": check_sales.sale_amounts,
    "sale_twice": check_sales.sales_told_twice,
    "rating": check_sales.marks,
    "currency": check_sales.currencies,
    "mixed_currency": check_sales.mixed_currencies,
    "orphan": check_sales.orphans,
    "removed": check_customers.removed,
    "referrer": check_customers.referrers,
    "column": check_sales.columns,
}
