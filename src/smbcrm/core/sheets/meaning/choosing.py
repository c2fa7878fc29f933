"""Which of several possible fields a column means: how well its values fit, and what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from smbcrm.core.fields import FIELDS, PEOPLE
from smbcrm.core.sheets.looks.columns import ColumnProfile
from smbcrm.core.values.ratings import MANY_MARKS

SCORED = 0.75
"""From this share of values between 1 and 10 on, a column is a score."""

_BESIDE_FIRST = 0.5
_MOSTLY_STATES = 0.5
_LONGEST_AREA = 6
_LONGEST_ZIP = 9.5
_LONGEST_COUNT = 3
_YEAR_AND_NUMBER = (
    7.5  # "2026-12" may be the twelfth bill of a year as well as a month; a whole day is longer
)
FEW = 3
"""Fewer values than this do not speak against a heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known of the other columns when one is settled: their fields, the kind of sheet, if one repeats a name."""

    settled: frozenset[str]
    kind: str
    possible: frozenset[str]  # what the others may still turn out to be, themselves included
    holds_names: bool  # the column's values contain the given names of the first name column
    with_first: float = 1.0  # share of the column's values beside which a first name stands


def fit(field: str, profile: ColumnProfile) -> float:
    """Give how well the values of a column suit a field: 0 not at all, 1 well; empty columns suit anything."""
    if not profile.filled:
        return 0.5
    test = _BY_FIELD.get(field) or _BY_READ.get(FIELDS[field].read)
    return max(0.0, test(profile)) if test else 0.7


def suits(field: str, profile: ColumnProfile, *, few: int = FEW) -> bool:
    """Tell whether the values of a column allow a field that its heading names; fewer than `few` values prove nothing."""
    read = FIELDS[field].read
    proves = read in ("score", "counter", "part", "email") or profile.email >= 0.5
    proves = proves or (read == "phone" and not profile.some_digit)
    proves = proves or (field == "company" and profile.dialled == 1)
    # "Customers: 120" counts them, "Tip: 2.00" is money
    proves = proves or (field in ("name", "customer_type") and profile.number == 1)
    proves = proves or (read == "date" and profile.number == 1 and profile.length <= _LONGEST_COUNT)
    if not profile.seen or (profile.seen < few and not proves):
        return True
    return fit(field, profile) >= _LEAST.get(field, _LEAST.get(read, 0.2))


def preference(field: str, profile: ColumnProfile, around: Surroundings) -> float:
    """Give how much speaks for a field among those that a heading may mean; the highest is taken."""
    beside = _BESIDE.get(field)
    if FIELDS[field].sales:
        kind = 3.0 if around.kind != "customers" else -3.0
        if field == "rating":
            kind = 4.0 if around.kind == "ratings" else -4.0
    else:
        kind = 0.0
    return 2 * fit(field, profile) + kind + (beside(profile, around) if beside else 0.0)


def _name_fit(p: ColumnProfile) -> float:
    return _part_fit(p) - p.yes_no - p.title  # "Contact: yes, no, yes" names nobody


def _part_fit(p: ColumnProfile) -> float:
    # Nobody heads anything but names with "Last name": there are people called True. "Contact: phone, mail, phone" names nobody.
    return p.letters - p.email - 0.5 * (p.words > 8) - (p.touch_named >= 0.5)


def _day_fit(p: ColumnProfile) -> float:
    bare = p.number == 1 and p.length <= _LONGEST_COUNT  # 1, 2, 3 are turns and lines, and no days
    return max(p.date, 0.5 * p.some_digit - 0.6 * p.email - 0.5 * (p.length > 30) - 0.5 * bare)


def _code_fit(p: ColumnProfile) -> float:
    return max(p.code, 0.6 - 0.1 * max(0.0, p.words - 1) - p.email)


def _place_fit(p: ColumnProfile) -> float:
    return p.letters - p.email - p.yes_no


def _is_graded(p: ColumnProfile) -> bool:
    """Tell whether marks are all among 1, 2 and 3: grades, of which 1 may be the best, and no scores up to 10."""
    return p.seen >= MANY_MARKS and p.highest <= 3


_BY_READ: dict[str, Callable[[ColumnProfile], float]] = {
    "phone": lambda p: (
        max(p.phone, 0.3 * (p.letters < 0.3 and max(p.date, p.decimal) < 0.5 and p.length >= 5)) - p.email
    ),
    "area": lambda p: p.code - (p.length > _LONGEST_AREA),
    "email": lambda p: p.email if p.email > 0 else 0.15 * (p.letters > 0.5 and p.words < 2),
    "date": _day_fit,
    "money": lambda p: p.number - p.email,
    "number": lambda p: p.number - p.email,
    "score": lambda p: 0.0 if p.shuffled or _is_graded(p) else p.score,
    "name": _name_fit,
    "code": _code_fit,
    "national": lambda p: (
        _code_fit(p) - 0.8 * (p.length < 5) - 0.7 * (p.letters > 0.9 and p.some_digit < 0.1)
    ),
    "flag": lambda p: max(p.yes_no, 0.3),
    "permission": lambda p: max(p.yes_no, 0.3),
    "rating": lambda p: p.rating,
    "counter": lambda p: 1.0 if p.counting else 0.1,
}
_BY_FIELD: dict[str, Callable[[ColumnProfile], float]] = {
    "first_name": _part_fit,
    "last_name": _part_fit,
    "city": _place_fit,
    "district": lambda p: max(_place_fit(p), 0.3),
    "province": _place_fit,
    "country": _place_fit,
    "name_prefix": lambda p: p.title if p.letters else 0.0,
    "job_title": lambda p: p.letters - p.title - p.email,
    "gender": lambda p: 0.6 - 0.3 * p.title if p.length < 12 else 0.0,
    "address": lambda p: 0.4 + 0.3 * p.some_digit + 0.3 * (p.words > 2) - p.email,
    "street_number": lambda p: p.some_digit - 0.5 * (p.length > 15),
    "postal_code": lambda p: 0.7 * p.some_digit + 0.3 - 0.8 * (p.length > 14) - p.email - p.counting,
    "website": lambda p: max(p.url, 0.3) - p.email,
    "birth_day": lambda p: p.number - p.date - (p.highest > 31),
    "birth_month": lambda p: 0.9 - p.date - (p.highest > 12),
    "birth_year": lambda p: p.number - p.date,
    "day": lambda p: p.number - p.date - (p.highest > 31),
    "month": lambda p: 0.9 - p.date - (p.highest > 12) - 0.4 * (p.letters > 0.9),
    "year": lambda p: p.number - p.date - (p.highest < 50),
    "paid_date": lambda p: p.date,
    "customer_type": lambda p: 0.7 - 0.6 * (p.number >= 0.8),
    "rank": lambda p: 1.0 if p.shuffled else 0.3 * p.number,
    "order_id": lambda p: max(p.code, 0.5) - p.date * (p.length > _YEAR_AND_NUMBER) - p.email,
    "kind": lambda p: max(p.touch, 0.4),
}
_LEAST = {
    "phone": 0.25, "email": 0.1, "date": 0.25, "money": 0.3, "number": 0.4, "score": SCORED, "rating": 0.4, "name": 0.25, "counter": 0.5, "code": 0.25,
    "national": 0.3, "crm_id": 0.5, "birth_day": 0.6, "birth_month": 0.4, "birth_year": 0.5, "day": 0.6, "month": 0.4, "year": 0.5,
    "name_prefix": 0.0, "order_id": 0.1, "rank": 0.0,
}  # fmt: skip


def _prefer_name(p: ColumnProfile, around: Surroundings) -> float:
    split = {"first_name", "last_name"} & around.settled
    if len(split) == 2:
        return 1.5 if around.holds_names else -1.0
    return 1.0 - 2.0 * bool(split) - 1.5 * ("name" in around.settled)


def _prefer_last_name(p: ColumnProfile, around: Surroundings) -> float:
    if "last_name" in around.settled or around.with_first < _BESIDE_FIRST:
        return -3.0  # firms in one column "Name", the surnames of people in another one
    return 3.0 if "first_name" in around.settled else 1.0 if "first_name" in around.possible else -3.0


def _prefer_company(p: ColumnProfile, around: Surroundings) -> float:
    has_person = bool(PEOPLE & around.settled)
    return (1.2 if has_person else -1.0) + 1.5 * p.firm - 3.0 * ("company" in around.settled)


def _prefer_national_id(p: ColumnProfile, around: Surroundings) -> float:
    return 2.0 * p.national + 0.8 * (p.length >= 8) - 0.5 - 2.0 * ("national_id" in around.settled)


def _absent(field: str, weight: float) -> Callable[[ColumnProfile, Surroundings], float]:
    return lambda p, around: weight - 2.0 * (field in around.settled)


_BESIDE: dict[str, Callable[[ColumnProfile, Surroundings], float]] = {
    "name": _prefer_name,
    "first_name": lambda p, a: 3.0 if "last_name" in a.settled and "first_name" not in a.settled else -3.0,
    "last_name": _prefer_last_name,
    "company": _prefer_company,
    "own_score": lambda p, a: (
        (3.0 if p.score >= SCORED and not p.shuffled and not _is_graded(p) else -3.0)
        - 4.0 * ("own_score" in a.settled)
    ),
    "points": lambda p, a: 0.0 if p.score >= SCORED else 1.0,
    "rank": lambda p, a: 2.0 if p.shuffled else -1.0,
    "name_prefix": lambda p, a: 1.5 * ("job_title" in a.settled) + (2.0 if p.title >= 0.5 else -0.5),
    "job_title": _absent("job_title", 0.0),
    "national_id": _prefer_national_id,
    "city": _absent("city", 0.5),
    "district": lambda p, a: 0.6 if "city" in a.settled | a.possible else -0.2,
    "province": lambda p, a: 0.4 - 2.0 * ("province" in a.settled) + 0.3 * ("city" in a.settled),
    "status": lambda p, a: 0.3 * ("province" in a.settled) + 3.0 * (p.state >= _MOSTLY_STATES),
    "total_spent": lambda p, a: 1.0 if a.kind == "customers" else -1.0,
    "created_at": lambda p, a: 1.0 if a.kind == "customers" else -1.0,
    "last_purchase_date": lambda p, a: 1.5 if a.kind == "customers" else -1.0,
    "last_contact_date": lambda p, a: 1.5 if a.kind == "customers" else -1.0,
    "birth_day": lambda p, a: 3.0 if "birth_month" in a.settled and not p.date else -1.0,
    "unit_price": lambda p, a: 0.5 if {"amount", "quantity"} & a.settled else -0.5,
    "invoice_date": lambda p, a: 0.5 if a.kind == "payments" else -0.5,
    "postal_code": lambda p, a: (
        1.5 * (p.length <= _LONGEST_ZIP)
    ),  # "CEP" is a code in Brazil, a mobile in Turkey
    "customer_code": lambda p, a: -2.0 * p.dialled,
    "nickname": lambda p, a: 0.5,
    "segment": lambda p, a: 0.3,
    "mobile": lambda p, a: 0.1,
    "tags": lambda p, a: 0.5,
}
