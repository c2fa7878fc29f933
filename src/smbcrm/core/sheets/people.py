"""Whether a table with headings speaks of customers, or only has a column that could name or number anything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from smbcrm.core.fields import KNOWN_BY, NAMES
from smbcrm.core.headers import bare_heading, heading_words
from smbcrm.core.sheets.columns import profile_column
from smbcrm.core.sheets.drafts import BY_VALUES, CHOSEN, ENDS_IN_NAME, KNOWN, Draft
from smbcrm.core.sheets.word_sets import word_set

_NUMBER_WORDS = word_set("""id ids uid no nos n nr nº num number numbers ref reference record row rec key code codes index line item unique external
    شناسه کد شماره ردیف یکتا آی دی nummer numéro numero número código codigo kod numarası رقم order bill""")
_SPEAKS_OF_PEOPLE = frozenset(
    [
        "address",
        "address2",
        "birth_date",
        "birth_year",
        "anniversary",
        "postal_code",
        "instagram",
        "telegram",
        "fax",
        "nickname",
        "last_purchase_date",
        "first_purchase_date",
        "last_contact_date",
        "next_action_date",
        "order_count",
        "credit_limit",
        "balance",
        "credit_balance",
        "points",
        "avg_purchase",
        "referral_count",
        "referrer",
        "do_not_contact",
        "father_name",
        "lifecycle",
        "economic_code",
    ]
)
"""Fields that hardly any other list than one of people or firms has; amounts, days, titles and places are on every list."""

_GIVEN_NAMES = 0.5
_FEW_ROWS, _FEW_NAMED, _MANY_ROWS = 3, 5, 20


def speaks_of_customers(drafts: Sequence[Draft]) -> bool:
    """Tell whether some column plainly says who a customer is.

    A phone, an e-mail, a heading for names or for the number of a customer are plain. A bare "ID" or "Number", a
    heading that only ends in "name", a column of words without a heading are not: beside them, something else must
    speak of people.
    """
    vague = False
    for draft in drafts:
        if draft.field in KNOWN_BY:
            if draft.fixed or not _is_vague(draft):
                return True
            vague = True
    beside = any(d.field in _SPEAKS_OF_PEOPLE and d.how in (KNOWN, CHOSEN) for d in drafts)
    return beside if vague else True  # a table without any such column is refused for that


def _is_vague(draft: Draft) -> bool:
    if draft.field in NAMES:
        return draft.how in (BY_VALUES, ENDS_IN_NAME) and draft.profile.given < _GIVEN_NAMES
    if draft.field == "customer_code":
        return draft.how not in (KNOWN, CHOSEN) or _NUMBER_WORDS.issuperset(
            heading_words(bare_heading(draft.heading))
        )
    return False


def looks_like_people(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether some column of a sheet without headings holds e-mails, phone numbers or names."""
    width = max(map(len, rows))
    columns = [[row[i] if i < len(row) else "" for row in rows] for i in range(width)]
    profiles = [profile_column(column) for column in columns]
    return any(
        p.email >= 0.5 or p.dialled >= 0.5 or (p.given >= _GIVEN_NAMES and p.letters >= 0.9) for p in profiles
    )


def hardly_named(columns: Sequence[tuple[bool, Sequence[str]]]) -> tuple[int, int] | None:
    """Give how many rows say who they are about, and of how many, where that is next to none; each column with whether it says so.

    Rows with a single cell, such as numbered lines still to be filled, do not count.
    """
    known = zip(*(values for tells, values in columns if tells))
    if sum(1 for _ in islice((row for row in known if any(map(str.strip, row))), _FEW_NAMED)) == _FEW_NAMED:
        return None
    named = rows = 0
    for row in zip(*(values for _, values in columns)):
        filled = [tells for (tells, _), cell in zip(columns, row) if cell.strip()]
        rows += len(filled) > 1
        named += len(filled) > 1 and any(filled)
    if rows < _FEW_ROWS or (named and (rows < _MANY_ROWS or named * 10 >= rows)):
        return None
    return named, rows
