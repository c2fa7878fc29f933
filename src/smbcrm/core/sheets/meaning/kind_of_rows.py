"""What one row of a sheet is, a customer, a sale, a payment ..., as all its columns show together."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.fields import KNOWN_BY
from smbcrm.core.heading_subject import is_about_customers, is_bare_number
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.clock_times import hold_times
from smbcrm.core.sheets.meaning.comings import holds_days, tell_of_comings
from smbcrm.core.sheets.meaning.drafts import Draft
from smbcrm.core.sheets.meaning.event_columns import (
    is_question,
    tells_a_message,
    tells_an_opinion,
    tells_who_paid,
)
from smbcrm.core.sheets.meaning.kept_back import find_kept_back
from smbcrm.core.sheets.meaning.kinds import ColumnReading, decide_kind
from smbcrm.core.sheets.meaning.ledger_sides import are_entries
from smbcrm.core.sheets.meaning.ways_to_pay import ways_to_pay
from smbcrm.core.values.ratings import scale_in_heading


def kind_of_rows(drafts: Sequence[Draft], told: str) -> tuple[str, list[Say]]:
    """Give what one row is, as told or as the columns show, and what is worth saying of it."""
    tenders = ways_to_pay(drafts)
    kind, why = decide_kind(
        [
            ColumnReading(
                fields=d.candidates,
                profile=d.profile,
                distinct=_distinct(d),
                scaled=scale_in_heading(d.heading) > 0,
                asked=is_question(d.heading),
                reviewed=tells_an_opinion(d.heading),
                alone=is_bare_number(d.heading),
                timed=hold_times(d.values),
                payer=tells_who_paid(d.heading),
                tender=d in tenders,
                of_customer=is_about_customers(d.heading),
                message=tells_a_message(d.heading),
                dated=not d.candidates and not d.fixed and holds_days(d),
            )
            for d in drafts
        ],
        comings=tell_of_comings(drafts),
        kept_back=find_kept_back(drafts) is not None,
    )
    if are_entries(drafts):
        kind, why = "payments", say("each row is an entry of a ledger: what was charged, or what was paid")
    notes = []
    if told:
        kind = told
    elif kind != "customers":
        notes.append(say("taken as {kind}: {why}; --as decides otherwise", kind=kind, why=why))
    if kind == "payments":
        notes.append(
            say("bills and payments are not added to what customers spent: the sales, or --as purchases, are")
        )
    return kind, notes


def _distinct(draft: Draft) -> float:
    if KNOWN_BY.isdisjoint(draft.candidates):
        return 1.0
    different, filled = set(draft.values), len(draft.values) - draft.values.count("")
    different.discard("")
    return len(different) / filled if filled else 1.0
