"""Whose a number is by the columns beside it: a customer's, an account's, an order's or one of its lines', a house's, a country's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from smbcrm.core.fields import PHONES
from smbcrm.core.heading_subject import is_bare_number
from smbcrm.core.heading_words import heading_words
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.columns import SAMPLE
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.choosing import FEW
from smbcrm.core.sheets.meaning.drafts import Draft
from smbcrm.core.text import fold, fold_digits
from smbcrm.core.values.numbering_plans import is_calling_code

_NEARLY_ALL = 0.9
_FEW_NUMBERED = 0.2  # of the streets: the number stands in another column
_LINES = frozenset({"product", "quantity", "unit_price"})
_NAMING = PHONES | {"name", "first_name", "email", "company"}
_USERS = word_set(
    "user users benutzer utilisateur usuario usuário utente kullanıcı کاربر المستخدم пользователь"
)
_ACCOUNT = word_set("konto kontonr kontonummer personenkonto debitor debitoren debitorenkonto nr nummer no")
_OF_BANKS = word_set("blz bic iban bank bankname bankleitzahl kreditinstitut kontoinhaber swift")
_DEBTORS = re.compile(r"[1-6]\d{4,8}")


def number_the_debtors(drafts: list[Draft]) -> None:
    """Take the numbers under "Konto", as programs for accounts give them to whoever buys, for the customers' codes: each stands beside one name."""
    names = [d for d in drafts if d.field in ("name", "company") and d.profile.filled >= _NEARLY_ALL]
    banks = any(not _OF_BANKS.isdisjoint(heading_words(d.heading)) for d in drafts)
    if not names or banks or any(d.field in ("customer_code", "crm_id") for d in drafts):
        return
    for draft in drafts:
        words = set(heading_words(draft.heading))
        if (
            draft.field
            or draft.fixed
            or not words
            or not words <= _ACCOUNT
            or draft.profile.filled < _NEARLY_ALL
        ):
            continue
        beside = {
            (code.strip(), fold(name)) for code, name in zip(draft.values, names[0].values) if code.strip()
        }
        codes = {code for code, _ in beside}
        numbered = all(map(_DEBTORS.fullmatch, codes)) and len(set(map(len, codes))) == 1
        if numbered and len(codes) == len(beside) == len({name for _, name in beside}):
            draft.settle("customer_code", say("the numbers of the accounts of those who buy"))
            draft.turned = True
            return


def number_of_lines(drafts: Sequence[Draft]) -> list[Draft]:
    """Give the columns that number each line of an order where another one numbers the orders.

    >>> number_of_lines([])
    []
    """
    numbers = [d for d in drafts if d.field == "order_id" and d.profile.filled >= _NEARLY_ALL]
    if len(numbers) < 2 or not any(d.field in _LINES for d in drafts):
        return []
    lines = [d for d in numbers if _all_differ(d) and not d.fixed]
    return lines if len(lines) < len(numbers) else []


def _all_differ(draft: Draft) -> bool:
    filled = [value for value in draft.values if value]
    return len(set(filled)) == len(filled)


def leave_what_all_share(drafts: list[Draft]) -> None:
    """Take no code that all rows share, whoever they are about, for the customer's: an account that sales are booked to."""
    named = [d for d in drafts if d.field in _NAMING and d.profile.seen >= FEW and d.profile.distinct > 0.5]
    for draft in drafts:
        if draft.field != "customer_code" or draft.fixed or draft.profile.seen < FEW or not named:
            continue
        if draft.profile.distinct * draft.profile.seen > 1:
            continue
        if len({value.strip() for value in draft.values if value.strip()}) == 1:
            draft.settle("", say("all rows share one value: no customer's own"))


def leave_what_several_share(drafts: list[Draft]) -> None:
    """Take no number of a user under which several customers stand, each with a number of his own, for theirs: he looks after them."""
    codes = [d for d in drafts if d.field == "customer_code" and not d.fixed]
    named = [d for d in drafts if d.field in ("name", "company") and d.profile.filled >= _NEARLY_ALL]
    for draft in codes if named else ():
        used = not _USERS.isdisjoint(heading_words(draft.heading))
        others = [
            d for d in drafts if d is not draft and d.field in ("customer_code", "") and _numbers_all(d)
        ]
        if used and others and _stands_over_several(draft, named[0]):
            draft.settle("", say("several people share one value: no customer's own"))


def _numbers_all(draft: Draft) -> bool:
    return draft.profile.filled == 1 and draft.profile.code >= _NEARLY_ALL and _all_differ(draft)


def _stands_over_several(code: Draft, names: Draft) -> bool:
    """Tell whether most values that come back stand beside a different name each time."""
    beside: dict[str, list[str]] = {}
    for value, name in zip(code.values[:SAMPLE], names.values[:SAMPLE]):
        if value.strip() and name.strip():
            beside.setdefault(value.strip(), []).append(fold(name))
    back = [found for found in beside.values() if len(found) > 1]
    return len(back) > 1 and all(len(set(found)) == len(found) for found in back)


_LONGEST_CODE = 4


def dial_the_countries(drafts: list[Draft]) -> None:
    """Take the calling codes of countries ("98", "+44") under a heading for countries for part of the numbers beside them."""
    reached = any(d.field in PHONES for d in drafts)
    for draft in drafts:
        codes = [fold_digits(value).strip().lstrip("+0") for value in draft.values[:SAMPLE] if value.strip()]
        if not reached or draft.fixed or "country" not in (draft.field, draft.doubted) or not codes:
            continue
        if draft.profile.length <= _LONGEST_CODE and all(map(is_calling_code, codes)):
            draft.settle("area_code", say("the calling codes of countries"))


def number_the_houses(drafts: list[Draft]) -> None:
    """Take a bare number behind a column of streets without numbers for that of the house."""
    for street, number in pairwise(drafts):
        bare = is_bare_number(number.heading) and number.field in ("customer_code", "")
        if street.field != "address" or not bare or number.fixed or number.profile.some_digit < 0.5:
            continue
        if street.profile.some_digit <= _FEW_NUMBERED and not _any_numbered(drafts):
            number.settle("street_number", say("a number behind the street"))


def _any_numbered(drafts: Sequence[Draft]) -> bool:
    return any(d.field == "street_number" for d in drafts)
