"""What one row of a sheet is: a customer, a sale, a payment, a call or an answer to a survey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.fields import PHONES
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.columns import ColumnProfile

REPEATS = 0.8
"""Where fewer than this share of the values are distinct, the same customer comes back row after row."""

_DAYS = _NEARLY_ALL = 0.9
_MOSTLY = 0.5
_ENOUGH = 2.5
_KNOWN_BY = ("customer_code", "national_id", *sorted(PHONES), "email", "name")
_NAMED = frozenset({"name", "first_name", "last_name", "company"})
_FOR_CUSTOMERS = {
    "order_count": 2.0, "last_purchase_date": 2.0, "total_spent": 1.5, "birth_date": 1.5, "birth_year": 1.5, "own_score": 1.0,
    "first_purchase_date": 1.5, "balance": 1.0, "credit_limit": 1.0, "avg_purchase": 2.0, "anniversary": 1.5, "referral_count": 1.0,
    "address": 0.3, "tags": 0.3, "gender": 0.3, "company": 0.2,
}  # fmt: skip
_FOR_SALES = {
    "order_id": 2.0,
    "product": 1.0,
    "quantity": 1.0,
    "unit_price": 1.0,
    "discount": 1.0,
    "subtotal": 1.0,
    "date": 1.0,
    "invoice_date": 1.5,
    "amount": 0.5,
    "arrival": 1.0,
    "departure": 1.5,
    "nights": 1.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnReading:
    """What one column may mean before anything is chosen: its possible fields and its values."""

    fields: tuple[str, ...]
    profile: ColumnProfile
    distinct: float
    scaled: bool = False  # the heading tells the scale of an answer: "(1-5)", stars
    asked: bool = False  # the heading is a question
    reviewed: bool = False  # the heading is for what a customer thinks: "Feedback"
    alone: bool = False  # the heading is a bare "id" or "number"
    timed: bool = False  # nearly all values are times of a day
    payer: bool = False  # the heading is for whoever money came from: "Received from"
    tender: bool = False  # one of several ways to pay
    of_customer: bool = False  # the heading speaks of a customer beside what the row is: "Customer ID"
    message: bool = False  # it holds what was written to somebody, or by him
    dated: bool = False  # it is filled with days, of which the heading does not tell what happened on them


def decide_kind(
    columns: Sequence[ColumnReading], *, comings: bool = False, kept_back: bool = False
) -> tuple[str, Say]:
    """Give what the rows are and why: "customers", "purchases", "payments", "interactions" or "ratings".

    `comings` tells that the same customers stand in them on several days, `kept_back` that a fee was kept of a sum in each.
    """
    surely = {c.fields[0] for c in columns if len(c.fields) == 1}
    maybe = {field for c in columns for field in c.fields}
    repeated = _customers_repeat(columns)
    money = bool(maybe & {"amount"}) or ("total_spent" in surely and "order_id" in surely)
    money = money or kept_back or any(c.tender for c in columns)
    # What those who come again paid for what they had is no sum of all their visits.
    money = money or (repeated and {"total_spent", "product"} <= surely)
    ordered = money and _are_numbered(columns)
    day = bool(maybe & {"date", "invoice_date", "arrival", "year"})
    day = day or (ordered and any(c.dated for c in columns))

    lines = bool(surely & {"product", "quantity", "unit_price"})
    paid = "paid_date" in surely
    owed = "due_date" in surely and (money or "balance" in maybe) and (paid or not lines)
    if owed or (money and paid and not lines and "subtotal" not in surely):
        return "payments", say(
            "each row is a payment or a bill: it has an amount and a date to pay by or paid on"
        )
    if money and day and not lines and any(c.payer and not _NAMED.isdisjoint(c.fields) for c in columns):
        return "payments", say("each row is a payment: it has an amount, a day and who paid")
    if not money and _are_messages(columns, surely, maybe):
        return "interactions", say(
            "each row is a message: it has a text, a day and a number or an address, and no name"
        )
    if not money and _are_interactions(columns, surely, maybe):
        return "interactions", say(
            "each row is a contact with a customer: it has a date and the kind of contact"
        )
    agreed = not money and (comings or _are_appointments(columns, surely))
    booked = agreed or _are_bookings(surely, maybe, money=money)
    signs = 1.5 * repeated + 1.5 * booked + agreed + ordered + 1.5 * kept_back
    if (money or booked or "order_id" in surely or _has_own_number(columns)) and _are_sales(
        columns, surely, signs=signs, money=money, day=day
    ):
        if agreed and comings:
            return "purchases", say("each row is a visit: the same customers come again on other days")
        return "purchases", say("each row is a sale: it has a date or a number of its own, and an amount")
    if not money and _are_ratings(columns, surely, maybe, repeated=repeated):
        return "ratings", say("each row is what a customer answered: it has a rating")
    return "customers", say("each row is a customer")


def _are_sales(
    columns: Sequence[ColumnReading], surely: set[str], *, signs: float, money: bool, day: bool
) -> bool:
    """Tell whether more speaks for sales than for customers; `signs` do beside the columns."""
    sales = signs + sum(weight for field, weight in _FOR_SALES.items() if field in surely)
    if _has_own_number(columns) and any(c.profile.date >= _DAYS for c in columns):
        sales, day = sales + 2.0, True
    sales += 0.75 * any({"date", "last_purchase_date"} <= set(c.fields) for c in columns)
    own = sum(weight for field, weight in _FOR_CUSTOMERS.items() if field in surely)
    return sales > own and ((day and money) or sales >= _ENOUGH)


def _are_bookings(surely: set[str], maybe: set[str], *, money: bool) -> bool:
    """Tell whether each row is a stay: from one day to another. Those who came and left may be staff, too, where nothing was paid."""
    if {"arrival", "departure"} <= surely or {"arrival", "nights"} <= surely:
        return True
    return {"arrival", "departure"} <= maybe and (money or "order_id" in surely or "nights" in surely)


def _are_appointments(columns: Sequence[ColumnReading], surely: set[str]) -> bool:
    """Tell whether each row is a visit that was agreed on: a day, a time of that day and what it was for."""
    day = _plain_day(columns, "date") or "arrival" in surely
    wanted = any("product" in c.fields for c in columns) and "text" not in surely
    return day and wanted and any(c.timed for c in columns)


def _are_numbered(columns: Sequence[ColumnReading]) -> bool:
    """Tell whether nearly all rows have the number of an order or a bill, each its own."""
    return any(
        c.fields == ("order_id",)
        and c.profile.seen > 1
        and min(c.profile.filled, c.profile.distinct) >= _NEARLY_ALL
        for c in columns
    )


def _customers_repeat(columns: Sequence[ColumnReading]) -> bool:
    for field in _KNOWN_BY:
        for column in columns:
            if field in column.fields and column.profile.filled > 0.5 and column.profile.rows >= 4:
                return column.distinct < REPEATS
    return False


def _has_own_number(columns: Sequence[ColumnReading]) -> bool:
    """Tell whether every row has an id of its own beside what it says of a customer: then it is no customer itself."""
    own = any(
        (c.alone or c.fields == ("order_id",))
        and c.profile.seen > 1
        and c.profile.distinct == 1 == c.profile.filled
        for c in columns
    )
    said = {"customer_code", "email"}
    return own and any(
        c.of_customer and (said.intersection(c.fields) or ("name" in c.fields and c.distinct < REPEATS))
        for c in columns
    )


# A day that a heading tells of something that happened; these tell of the customer as well.
_OF_THE_CUSTOMER = frozenset({"created_at", "last_purchase_date", "last_contact_date", "first_purchase_date"})


def _plain_day(columns: Sequence[ColumnReading], field: str) -> bool:
    return any(field in c.fields and _OF_THE_CUSTOMER.isdisjoint(c.fields) for c in columns)


def _are_interactions(columns: Sequence[ColumnReading], surely: set[str], maybe: set[str]) -> bool:
    plain_day = _plain_day(columns, "date") or _plain_day(columns, "contact_date")
    touching = [set(c.fields) for c in columns if c.profile.touch >= 0.5]
    touches = any(fields & {"kind", "customer_type", "status"} for fields in touching)
    # Where a customer came from may be Instagram or the phone, too.
    touches = touches or (plain_day and any("source" in fields for fields in touching))
    told = bool(surely & {"kind", "duration"})
    day = plain_day or (told and bool(maybe & {"date", "contact_date"}))
    signs = (
        touches
        + ("kind" in surely)
        + ("duration" in surely)
        + ("contact_date" in maybe)
        + ("text" in surely) * 0.5
    )
    own = sum(w for field, w in _FOR_CUSTOMERS.items() if field in surely)
    return day and signs >= 1 and signs > own


def _are_messages(columns: Sequence[ColumnReading], surely: set[str], maybe: set[str]) -> bool:
    """Tell whether each row is a message that went out or came in; where names stand beside them, those who wrote may be customers."""
    named = any(not _NAMED.isdisjoint(c.fields) and c.profile.letters >= _MOSTLY for c in columns)
    reached = any(c.profile.phone >= _MOSTLY or c.profile.email >= _MOSTLY for c in columns)
    day = bool(maybe & {"date", "contact_date"}) or any(c.dated for c in columns)
    told = any(c.message and c.profile.letters >= _MOSTLY and c.profile.filled >= _MOSTLY for c in columns)
    return told and day and reached and not named and not surely.intersection(_FOR_CUSTOMERS)


def _are_ratings(
    columns: Sequence[ColumnReading], surely: set[str], maybe: set[str], *, repeated: bool
) -> bool:
    wanted = {"rating", "satisfaction"} | ({"own_score", "points"} if "survey_date" in surely else set())
    rated = [c for c in columns if set(c.fields) & wanted and c.profile.rating >= 0.5]
    rated += [c for c in columns if not c.fields and c.profile.rating >= 0.8 and (c.scaled or c.asked)]
    if not rated:
        return False
    own = sum(w for field, w in _FOR_CUSTOMERS.items() if field in surely and field != "own_score")
    plainly = any(c.fields in (("rating",), ("satisfaction",)) for c in rated)
    scaled = any(c.scaled or c.profile.worded_rating >= 0.5 for c in rated)
    day = _plain_day(columns, "date")
    told = ("text" in surely) + any(c.reviewed for c in columns)
    signs = ("survey_date" in surely) * 2.0 + day + plainly + scaled + told + repeated
    return signs > own + 1 and (day or bool(surely & {"text", "survey_date"}))
