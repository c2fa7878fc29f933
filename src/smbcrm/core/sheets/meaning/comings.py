"""Lists of who came when: the same customers stand in them again and again, on other days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from smbcrm.core.fields import KNOWN_BY, PHONES
from smbcrm.core.heading_words import heading_words
from smbcrm.core.sheets.looks.clock_times import hold_times
from smbcrm.core.sheets.looks.columns import plain
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.drafts import Draft
from smbcrm.core.sheets.meaning.not_theirs import tells_who_serves

_NO_DAY_OF_THE_ROW = word_set("""birth birthday born dob expiry expires expiration valid until warranty due next delivery delivered deadline end ended
    تولد انقضا انقضای اعتبار گارانتی سررسید تحویل بعدی پایان geburtstag geburtsdatum ablauf gültig fällig lieferdatum naissance expiration échéance livraison
    nacimiento vencimiento caducidad entrega doğum vade bitiş teslim рождения срок окончания доставки 生日 出生 有效期 到期""")
_NEARLY_ALL = 0.9
_FIRST = ("customer_code", "national_id", *sorted(PHONES), "email", "name", "first_name")
_OFTEN = 0.2
"""So large a share of the rows are of somebody who stands above already: a list of customers has a few by mistake."""


def holds_days(draft: Draft) -> bool:
    """Tell whether a column is filled with days, and its heading does not say that they are no days of what the row tells."""
    p = draft.profile
    days = p.date >= _NEARLY_ALL and p.filled >= _NEARLY_ALL and p.seen > 1 and not p.dialled
    return days and _NO_DAY_OF_THE_ROW.isdisjoint(heading_words(draft.heading))


def tell_of_comings(drafts: Sequence[Draft]) -> bool:
    """Tell whether each row is a visit: a day, for what somebody came, at what time or to whom, and several come again on other days."""
    visits = any(
        "product" in d.candidates or hold_times(d.values) or tells_who_serves(d.heading) for d in drafts
    )
    for draft in drafts:
        came = {"date", "last_purchase_date"} <= set(draft.candidates)
        if (
            (came or (visits and "date" in draft.candidates))
            and holds_days(draft)
            and _come_again(drafts, draft)
        ):
            return True
    return False


def _come_again(drafts: Sequence[Draft], day: Draft) -> bool:
    """Tell whether many rows are of customers who stand in others, too, and none of them comes twice on a day but by chance."""
    who = [d for d in drafts if not KNOWN_BY.isdisjoint(d.candidates) and d.profile.filled >= _NEARLY_ALL]
    if not who:
        return False
    first = min(who, key=lambda d: min(map(_telling, d.candidates)))
    days: dict[str, set[str]] = defaultdict(set)
    rows = 0
    for name, told in zip(map(plain, first.values), map(plain, day.values)):
        if name and told:
            rows += 1
            days[name].add(told)
    again = sum(len(on) - 1 for on in days.values())
    return again > 0 and again >= _OFTEN * rows and rows - len(days) - again <= again


def _telling(field: str) -> int:
    return _FIRST.index(field) if field in _FIRST else len(_FIRST)
