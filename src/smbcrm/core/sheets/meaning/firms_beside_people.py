"""Firms that stand among people: under a heading for titles, or under one for the name of a contact."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.fields import PEOPLE
from smbcrm.core.heading_subject import speaks_for_a_customer
from smbcrm.core.sheets.looks.columns import SAMPLE
from smbcrm.core.sheets.meaning.drafts import BY_VALUES, Draft, holds_names

_TITLES = frozenset({"job_title", "name_prefix"})
_NEARLY_ALL, _HALF = 0.8, 0.5


def take_names_of_firms(drafts: Sequence[Draft]) -> None:
    """Take a column for firms where it names the rows in which no person stands, or those whose people have names of their own beside it.

    "عنوان" of Persian accounting holds the names of all who are no people, "ContactName" of other programs the firm whose first and
    last names are those of somebody there.
    """
    people = [d for d in drafts if d.field in PEOPLE and not d.weak]
    if any(d.field == "company" and not d.weak for d in drafts):
        return
    for draft in drafts:
        if draft.fixed or not draft.profile.seen:
            continue
        if (draft.field in _TITLES and _names_the_rest(draft, people)) or _has_people(draft, people):
            draft.settle("company", BY_VALUES)
            return


def _names_the_rest(draft: Draft, people: Sequence[Draft]) -> bool:
    """Tell whether titles stand in rows that have no name: nobody has a title there."""
    rows = zip(draft.values[:SAMPLE], *(d.values[:SAMPLE] for d in people))
    alone = [not any(map(str.strip, names)) for title, *names in rows if title.strip()]
    return bool(people and alone) and sum(alone) >= _NEARLY_ALL * len(alone)


def _has_people(draft: Draft, people: Sequence[Draft]) -> bool:
    """Tell whether names of contacts stand beside first and last names that they do not hold, and are not those of other people."""
    parts = {"first_name", "last_name"} <= {d.field for d in people}
    if draft.field != "name" or not parts or not speaks_for_a_customer(draft.heading):
        return False
    return draft.profile.given < _HALF and not holds_names(draft, list(people))
