"""Fields fitted to the whole sheet: to what one row is, to what values tell, and no field taken twice."""

from __future__ import annotations

from smbcrm.core.fields import FIELDS, PHONES
from smbcrm.core.heading_subject import is_bare_number, tells_sorts
from smbcrm.core.say import say
from smbcrm.core.sheets.meaning.by_values import A_GENERATION
from smbcrm.core.sheets.meaning.choosing import fit, suits
from smbcrm.core.sheets.meaning.comings import holds_days
from smbcrm.core.sheets.meaning.drafts import BY_VALUES, IN_PART, Draft
from smbcrm.core.sheets.meaning.event_columns import (
    choose_what_was_paid,
    find_amount,
    find_answers,
    find_our_ids,
    leave_the_numbers_of_payments,
    tells_a_price,
    tells_an_instalment,
    tells_the_whole,
)
from smbcrm.core.sheets.meaning.kept_back import take_what_the_buyer_paid
from smbcrm.core.sheets.meaning.ledger_sides import fit_sides
from smbcrm.core.sheets.meaning.left_of_bills import find_what_was_paid, take_what_is_left_of_bills
from smbcrm.core.sheets.meaning.neighbours import (
    dial_the_countries,
    leave_what_all_share,
    leave_what_several_share,
    number_of_lines,
    number_the_debtors,
    number_the_houses,
)
from smbcrm.core.sheets.meaning.said import holds_one
from smbcrm.core.sheets.meaning.sums_beside import (
    choose_the_balance,
    leave_a_running_balance,
    leave_what_is_left_of_bills,
    owe_by_age,
    take_what_was_left_to_pay,
)
from smbcrm.core.sheets.meaning.ways_to_pay import add_up_ways_to_pay


def fit_to_kind(drafts: list[Draft], kind: str) -> None:
    """Turn the fields of sales into those of customers on a list of customers, and the other way round."""
    if kind != "customers":
        leave_a_running_balance(drafts)
        take_what_was_left_to_pay(drafts)
        take_what_the_buyer_paid(drafts)
    dial_the_countries(drafts)
    number_the_houses(drafts)
    number_the_debtors(drafts)
    fit_sides(drafts, kind)
    _turn(drafts, kind)
    if kind == "customers":
        owe_by_age(drafts)
    choose_the_balance(drafts)
    if kind != "customers":
        _choose_the_day(drafts, kind)
        _find_the_day(drafts)
        find_our_ids(drafts)
        _number_the_sales(drafts)
    if kind == "ratings":
        find_answers(drafts)
    if kind == "payments":
        choose_what_was_paid(drafts)
        leave_the_numbers_of_payments(drafts)
        find_what_was_paid(drafts)
        take_what_is_left_of_bills(drafts)
    if kind == "purchases":
        leave_what_is_left_of_bills(drafts)
        find_amount(drafts)
        add_up_ways_to_pay(drafts)
        _describe_the_sales(drafts)
        _leave_other_sums(drafts)
    if kind == "interactions":
        _find_kind_of_touch(drafts)
    if kind != "customers":
        _leave_sorts_of_rows(drafts)


def _any_is(drafts: list[Draft], field: str) -> bool:
    return any(d.field == field for d in drafts)


def _turn(drafts: list[Draft], kind: str) -> None:
    turn = _ON_CUSTOMERS if kind == "customers" else _ON_OTHERS.get(kind, {})
    for draft in drafts:
        target = turn.get(draft.field)
        if draft.fixed or target is None:
            continue
        taken = _any_is(drafts, target) and (draft.field, target) != ("satisfaction", "rating")
        if target and (taken or not suits(target, draft.profile)):
            target = "" if kind == "customers" and FIELDS[draft.field].sales else draft.field
        if target == "total_spent" and (tells_a_price(draft.heading) or tells_an_instalment(draft.heading)):
            target = ""  # what something costs, or one part of it, is not what a customer spent
        if target in _PARTS_OF_BIRTH and not _of_births(draft, drafts):
            target = ""  # a bare year may be that of a season, a course, a report
        if target != draft.field:
            draft.settle(
                target, say("the heading is known; here it means {field}", field=target) if target else None
            )
            draft.turned = bool(target)


_PARTS_OF_BIRTH = ("birth_year", "birth_month", "birth_day")


def _of_births(part: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a bare year, month or day is one of birth.

    Beside a whole day it only repeats what that says; a year alone must lie a generation from others.
    """
    if any(FIELDS[d.field].read == "date" for d in drafts if d.field and d.field != "birth_date"):
        return False
    beside = any(d.field in ("month", "birth_month") for d in drafts)
    return beside or part.profile.years >= A_GENERATION


def _choose_the_day(drafts: list[Draft], kind: str) -> None:
    """Let one column be the day of the row; bills have a day to pay by besides."""
    days = [d for wanted in _DAYS[kind] for d in drafts if d.field == wanted]
    days.sort(key=lambda d: not d.fixed)
    for draft in drafts:
        if draft.fixed or draft.field not in _ALL_DAYS or (draft.field == "due_date" and kind == "payments"):
            continue
        if days and draft is days[0]:
            if kind != "payments" or draft.field != "paid_date":
                draft.settle("date")
        else:
            draft.settle("", say("another column was taken as {field}: kept as it is", field="date"))


def _find_the_day(drafts: list[Draft]) -> None:
    """Take the first column of days for the day of the row where no heading tells of one: something happened some day."""
    if any(d.field in FIELDS and FIELDS[d.field].key == "date" for d in drafts):
        return
    for draft in drafts:
        if not (draft.field or draft.fixed or draft.candidates) and holds_days(draft):
            draft.settle("date", BY_VALUES)
            return


_CODES = 0.5  # from this share on a column holds codes; a product is called by its name


def _describe_the_sales(drafts: list[Draft]) -> None:
    """Find the number of a sale under a heading of names, and its product under a heading of remarks."""
    if not _any_is(drafts, "order_id"):
        for draft in drafts:
            if draft.doubted == "name" and draft.profile.code >= 0.9 and draft.profile.distinct >= 0.5:
                draft.settle("order_id", BY_VALUES)
                break
    products = [d for d in drafts if d.field == "product" and d.profile.seen]
    codes = [d for d in products if d.profile.code >= _CODES and not d.fixed]
    for draft in codes if len(codes) < len(products) else ():
        draft.settle("", say("another column was taken as {field}: kept as it is", field="product"))
    if not _any_is(drafts, "product"):
        for draft in drafts:
            if draft.field == "notes" and not draft.fixed and draft.profile.filled >= 0.9:
                draft.settle("product", say("what each sale is described by"))
                draft.turned = True
                break


def _leave_other_sums(drafts: list[Draft]) -> None:
    """Take no second sum of a sale for what its buyer spent in all, and no id of the receipt's for one of his."""
    if _any_is(drafts, "amount"):
        for draft in drafts:
            if draft.field == "total_spent" and draft.how == IN_PART and not draft.fixed:
                draft.settle("")
    if _any_is(drafts, "order_id") and any(d.field in _NAMING for d in drafts):
        for draft in drafts:
            bare = is_bare_number(draft.heading)
            if draft.field == "customer_code" and bare and not draft.fixed:
                draft.settle("", say("another column was taken as {field}: kept as it is", field="order_id"))


def _find_kind_of_touch(drafts: list[Draft]) -> None:
    """Find the kind of contact under a heading that says less; beside a direction ("Incoming") the channel, too."""
    known = _any_is(drafts, "kind")
    for draft in drafts:
        may_be = (
            draft.field in ("customer_type", "source", "status", *(() if known else ("",)))
            and not draft.fixed
        )
        if may_be and draft.profile.touch >= 0.5:
            draft.settle("kind", BY_VALUES)
            if not known:
                return


def _leave_sorts_of_rows(drafts: list[Draft]) -> None:
    """Take what a row of sales is called (`Type`: payment, refund; cash, card) for no kind of customer, unless the heading says so."""
    for draft in drafts:
        if draft.field == "customer_type" and tells_sorts(draft.heading) and not draft.fixed:
            draft.settle("", say("it tells of each row, not of the customer: kept as it is"))


_ON_CUSTOMERS = {
    "amount": "total_spent", "date": "created_at", "invoice_date": "last_purchase_date", "contact_date": "last_contact_date",
    "paid_date": "", "due_date": "", "survey_date": "", "arrival": "", "departure": "", "nights": "", "unit_price": "", "subtotal": "", "discount": "", "quantity": "", "rating": "",
    "product": "", "kind": "", "duration": "", "text": "notes", "order_id": "customer_code", "year": "birth_year",
    "month": "birth_month", "day": "birth_day",
}  # fmt: skip
# Which of several days is the day of the row, first choice first.
_DAYS = {
    "purchases": ("date", "invoice_date", "arrival", "contact_date", "paid_date"),
    "payments": ("paid_date", "date"),
    "interactions": ("contact_date", "date"),
    "ratings": ("survey_date", "date", "arrival"),
}
_ALL_DAYS = frozenset(
    {"date", "invoice_date", "arrival", "contact_date", "survey_date", "paid_date", "due_date"}
)
_ON_OTHERS = {
    "purchases": {
        "total_spent": "amount",
        "created_at": "date",
        "last_purchase_date": "date",
        "duration": "",
    },
    "payments": {"total_spent": "amount", "balance": "amount", "duration": ""},
    "interactions": {"created_at": "date", "notes": "text", "last_contact_date": "date"},
    "ratings": {
        "created_at": "date",
        "notes": "text",
        "satisfaction": "rating",
        "own_score": "rating",
        "points": "rating",
    },
}


def _number_the_sales(drafts: list[Draft]) -> None:
    """Take an id that is different in every row for the number of the sale where something else names the customer."""
    if _any_is(drafts, "order_id"):
        return
    codes = [d for d in drafts if d.field == "customer_code" and not d.fixed]
    bare = [d for d in codes if is_bare_number(d.heading)]
    if not any(d.field in _NAMING for d in drafts) and len(bare) == len(codes):
        return
    for draft in bare:
        filled = [value for value in draft.values if value]
        if len(filled) > 1 and len(set(filled)) == len(draft.values):
            draft.settle("order_id")
            draft.turned = True
            return


_NAMING = PHONES | {"name", "first_name", "email", "company"}


def single_out(drafts: list[Draft]) -> None:
    """Let one column only have a field that holds one value; the others are kept under their headings."""
    best: dict[str, Draft] = {}
    leave_what_all_share(drafts)
    leave_what_several_share(drafts)
    lines = number_of_lines(drafts)
    for draft in sorted(
        drafts,
        key=lambda d: (
            not d.fixed,
            d in lines,
            d.how == IN_PART,
            d.field == "customer_code" and is_bare_number(d.heading),  # "Customer ID" says more than "id"
            d.field == "amount" and not tells_the_whole(d.heading),
            -round(fit(d.field, d.profile), 1) if d.field in FIELDS else 0,
            d.index,
        ),
    ):
        if not holds_one(draft.field):
            continue
        if draft.field in best:
            draft.settle("", say("another column was taken as {field}: kept as it is", field=draft.field))
        best.setdefault(draft.field, draft)
