"""Fields fitted to the whole sheet: to what one row is, to what values tell, and no field taken twice."""

from __future__ import annotations

from smbcrm.core.choosing import fit, suits
from smbcrm.core.drafts import BY_VALUES, IN_PART, Draft
from smbcrm.core.fields import FIELDS, MANY, PHONES
from smbcrm.core.headers import heading_words
from smbcrm.core.say import say
from smbcrm.core.word_sets import word_set


def fit_to_kind(drafts: list[Draft], kind: str) -> None:
    """Turn the fields of sales into those of customers on a list of customers, and the other way round."""
    turn = _ON_CUSTOMERS if kind == "customers" else _ON_OTHERS.get(kind, {})
    for draft in drafts:
        target = turn.get(draft.field)
        if draft.fixed or target is None:
            continue
        taken = any(d.field == target for d in drafts)
        if target == "" or taken or not suits(target, draft.profile):
            target = "" if FIELDS[draft.field].sales and kind == "customers" else draft.field
        if target != draft.field:
            draft.settle(
                target, say("the heading is known; here it means {field}", field=target) if target else None
            )
            draft.turned = bool(target)
    days = [d for wanted in _DAYS.get(kind, ()) for d in drafts if d.field == wanted]
    days.sort(key=lambda d: not d.fixed)
    for draft in drafts:
        if (
            draft.field
            in ("date", *_DAYS["interactions"], *_DAYS["ratings"], *_DAYS["payments"], "invoice_date")
            and not draft.fixed
        ):
            if days and draft is days[0]:
                draft.settle("date")
            elif kind != "customers":
                draft.settle("", say("another column was taken as {field}: kept as it is", field="date"))
    if kind == "purchases" and not any(d.field == "order_id" for d in drafts):
        for draft in drafts:
            if draft.doubted == "name" and draft.profile.code >= 0.9 and draft.profile.distinct >= 0.5:
                draft.settle("order_id", BY_VALUES)
                break
    _number_the_sales(drafts, kind)
    if kind == "purchases" and not any(d.field == "product" for d in drafts):
        for draft in drafts:
            if draft.field == "notes" and not draft.fixed and draft.profile.filled >= 0.9:
                draft.settle("product", say("what each sale is described by"))
                draft.turned = True
                break
    if kind != "payments":
        for draft in drafts:
            if draft.field == "due_date" and not draft.fixed:
                draft.settle("")
    if kind == "interactions" and not any(d.field == "kind" for d in drafts):
        for draft in drafts:
            if (
                draft.field in ("customer_type", "source", "status", "")
                and not draft.fixed
                and draft.profile.touch >= 0.5
            ):
                draft.settle("kind", BY_VALUES)
                break


_ON_CUSTOMERS = {
    "amount": "total_spent", "date": "created_at", "invoice_date": "last_purchase_date", "contact_date": "last_contact_date",
    "paid_date": "", "due_date": "", "survey_date": "", "unit_price": "", "subtotal": "", "discount": "", "quantity": "", "rating": "",
    "product": "", "kind": "", "duration": "", "text": "notes", "order_id": "customer_code", "year": "birth_year",
    "month": "birth_month", "day": "birth_day",
}  # fmt: skip
# Which of several days is the day of the row, first choice first.
_DAYS = {
    "purchases": ("date", "invoice_date", "contact_date"),
    "payments": ("paid_date", "date"),
    "interactions": ("contact_date", "date"),
    "ratings": ("survey_date", "date"),
}
_ON_OTHERS = {
    "purchases": {"total_spent": "amount", "created_at": "date", "last_purchase_date": "date"},
    "payments": {"total_spent": "amount", "balance": "amount"},
    "interactions": {"created_at": "date", "notes": "text", "last_contact_date": "date"},
    "ratings": {
        "created_at": "date",
        "notes": "text",
        "satisfaction": "rating",
        "own_score": "rating",
        "points": "rating",
    },
}


def _number_the_sales(drafts: list[Draft], kind: str) -> None:
    """Take an id that is different in every row for the number of the sale where something else names the customer."""
    fields = {d.field for d in drafts}
    if (
        kind == "customers"
        or "order_id" in fields
        or not fields & (PHONES | {"name", "first_name", "email", "company"})
    ):
        return
    for draft in drafts:
        if (
            draft.field != "customer_code"
            or draft.fixed
            or not _ID_ALONE.issuperset(heading_words(draft.heading))
        ):
            continue
        filled = [value for value in draft.values if value]
        if len(filled) > 1 and len(set(filled)) == len(draft.values):
            draft.settle("order_id")
            draft.turned = True
            return


_ID_ALONE = word_set(
    "id uid no number ref reference record row key code شناسه کد شماره ردیف nummer numéro número kod رقم"
)


def find_in_values(drafts: list[Draft], *, kind: str, only_values: bool) -> None:
    """Give phones, e-mails and names a field where no heading told."""
    strong = {d.field for d in drafts if not d.weak}
    for draft in drafts:
        if draft.weak and draft.field:
            draft.settle("" if strong & {"name", "first_name", "last_name"} else "name")
        if draft.doubted == "row_number" and "customer_code" not in strong and draft.profile.distinct > 0.9:
            draft.settle("customer_code", BY_VALUES)
    free = [d for d in drafts if not d.candidates and not d.fixed and d.profile.filled]
    known = {d.field for d in drafts}
    if "email" not in known:
        for draft in free:
            if draft.profile.email >= 0.6:
                draft.settle("email", BY_VALUES)
    if not known & PHONES:
        for draft in free:
            if not draft.candidates and draft.profile.dialled >= 0.6 and draft.profile.national < 0.8:
                draft.settle("phone", BY_VALUES)
    free = [d for d in free if not d.candidates]
    if only_values:
        for draft in free:
            if draft.profile.national >= 0.8:
                draft.settle("national_id", BY_VALUES)
                break
    if not known & {"name", "first_name", "last_name"} and (only_values or "company" not in known):
        _find_name([d for d in free if not d.candidates and not d.doubted])


def _find_name(free: list[Draft]) -> None:
    likely = [
        (d.profile.given + 0.5 * d.profile.distinct + 0.3 * (1.5 <= d.profile.words <= 3.5), -d.index, d)
        for d in free
        if d.profile.letters >= 0.9
        and d.profile.email < 0.1
        and d.profile.words <= 4.5
        and d.profile.some_digit < 0.2
        and (d.profile.given >= 0.2 or (d.profile.distinct >= 0.7 and 1.5 <= d.profile.words <= 3.5))
    ]
    if not likely:
        return
    best = max(likely, key=lambda item: item[:2])[2]
    if best.profile.words < 1.3:
        for other in free:
            apart = other.index - best.index
            alike = (
                other.profile.letters >= 0.9 and other.profile.words < 1.6 and other.profile.distinct >= 0.3
            )
            if abs(apart) == 1 and alike and other.profile.some_digit < 0.1:
                best.settle("first_name", BY_VALUES)
                other.settle("last_name", BY_VALUES)
                return
    best.settle("name", BY_VALUES)


def single_out(drafts: list[Draft]) -> None:
    """Let one column only have a field that cannot be shared; the others are kept under their headings."""
    best: dict[str, Draft] = {}
    for draft in sorted(
        drafts,
        key=lambda d: (
            not d.fixed,
            d.how == IN_PART,
            -round(fit(d.field, d.profile), 1) if d.field in FIELDS else 0,
            d.index,
        ),
    ):
        spec = FIELDS.get(draft.field)
        if (
            spec is None
            or spec.key in MANY
            or spec.read in ("name", "text", "lines", "own", "phone", "email", "tags")
        ):
            continue
        if draft.field in best:
            draft.settle("", say("another column was taken as {field}: kept as it is", field=draft.field))
        best.setdefault(draft.field, draft)
