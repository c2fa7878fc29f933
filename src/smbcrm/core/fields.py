"""What a column can mean: every field, how its cells are read and under which name a row keeps it."""

from __future__ import annotations

from dataclasses import dataclass

IGNORED = "ignored"
"""The field of a column that is set aside on purpose: our own computed columns, row counters."""

EXTRA = "_extra"
"""Under this name cells that stand under no heading are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One meaning a column can have.

    `key` is the name a row keeps it under (several fields share one: every phone goes to `phones`); empty when the
    column only helps to build another field or is kept as the owner's own. `read` names how a cell is read. `sales`
    marks what belongs to something that happened (a sale, a payment, a call), not to a customer.
    """

    name: str
    key: str
    read: str
    sales: bool = False


def _fields(read: str, names: str, sales: bool = False) -> list[Field]:
    parts = [name.partition(":") for name in names.split()]
    return [Field(name=name, key=key or name, read=read, sales=sales) for name, _, key in parts]


def _own(names: str, sales: bool = False) -> list[Field]:
    return [Field(name=name, key="", read="own", sales=sales) for name in names.split()]


FIELDS: dict[str, Field] = {
    field.name: field
    for field in [
        *_fields(
            "name",
            "name first_name last_name middle_name:name name_suffix:name nickname father_name company referrer",
        ),
        *_fields(
            "text",
            "name_prefix job_title gender district province city country website instagram telegram fax"
            " customer_type status source owner segment lifecycle address2:address street_number:address po_box:address",
        ),
        *_fields("lines", "address notes"),
        *_fields("phone", "mobile:phones phone:phones phone_home:phones phone_work:phones whatsapp:phones"),
        *_fields("area", "area_code"),
        *_fields("email", "email:emails"),
        *_fields("code", "crm_id customer_code postal_code economic_code company_id"),
        *_fields("national", "national_id"),
        *_fields("date", "birth_date anniversary created_at first_purchase_date last_purchase_date"),
        *_fields("date", "last_contact_date next_action_date"),
        *_fields(
            "part",
            "birth_year:birth_date birth_month:birth_date birth_day:birth_date year:date month:date day:date",
        ),
        *_fields("money", "total_spent avg_purchase balance credit_balance:balance credit_limit"),
        *_fields("number", "order_count points referral_count share_of_need value_to_customer"),
        *_fields("rating", "satisfaction"),
        *_fields("score", "own_score"),
        *_fields("tags", "tags"),
        *_fields("flag", "do_not_contact"),
        *_fields("permission", "may_contact:do_not_contact"),
        *_own(
            "department industry tier campaign branch marital_status complaint consent_email consent_sms rank"
        ),
        *_own("supplier"),
        *_fields("currency", "currency:unit"),
        *_fields("counter", "row_number"),
        *_fields(
            "date",
            "date invoice_date:date contact_date:date survey_date:date arrival:date due_date paid_date:date issued",
            sales=True,
        ),
        *_fields("money", "amount tender:amount unit_price billed unpaid", sales=True),
        *_fields("number", "quantity", sales=True),
        *_fields("rating", "rating", sales=True),
        *_fields("duration", "duration:minutes", sales=True),
        *_fields("text", "product kind", sales=True),
        *_own("subtotal discount departure nights", sales=True),
        *_fields("lines", "text", sales=True),
        *_fields("code", "order_id", sales=True),
    ]
}
"""Every field by name."""

KINDS = ("customers", "purchases", "payments", "interactions", "ratings")

NAMES = frozenset({"name", "first_name", "last_name", "company"})
PEOPLE = NAMES - {"company"}
PHONES = frozenset(name for name, field in FIELDS.items() if field.key == "phones")
KNOWN_BY = frozenset({*NAMES, *PHONES, "email", "national_id", "customer_code", "crm_id", "nickname"})
"""Fields a customer can be known by; a sheet without any of them holds no customers."""

ONE_EACH = frozenset({*PHONES, "email", "national_id", "crm_id"})
"""Those of them that one customer has for himself; names, codes and firms may be shared by many rows."""

MANY = frozenset({"phones", "emails", "tags", "address", "notes", "rating", "do_not_contact"})
"""What may come from several columns of one row, all of them kept together."""

DAYS_OF_ROWS = frozenset({"date", "invoice_date", "contact_date", "created_at", "last_purchase_date"})
"""The days that a row may be about."""

OF_A_BILL = DAYS_OF_ROWS | {"order_id"}
"""What tells one bill, or one of the other things that happened, from the next."""

ADDED_UP = frozenset({"balance", "credit_balance", "tender"})
"""Sums of which several columns of one row tell a part each."""

PLACE = frozenset(
    {
        "address",
        "address2",
        "street_number",
        "po_box",
        "city",
        "district",
        "province",
        "postal_code",
        "country",
    }
)
"""The parts of a postal address."""

_ALIASES = {
    "full_name": "name",
    "phones": "phone",
    "emails": "email",
    "score": "own_score",
    "id": "customer_code",
    "code": "customer_code",
    "addresses": "address",
    "postcode": "postal_code",
    "zip": "postal_code",
    "tag": "tags",
    "note": "notes",
    "birthday": "birth_date",
    "state": "province",
    "national_code": "national_id",
    "invoice": "order_id",
    "tax_id": "economic_code",
}


def is_day(field: str) -> bool:
    """Tell whether a field holds days; what is no field does not."""
    return field in FIELDS and FIELDS[field].read == "date"


def field_named(text: str) -> str:
    """Give the field a person means by a name typed with `--map`, or an empty text.

    >>> field_named("Full-Name"), field_named("phones"), field_named("shoe size")
    ('name', 'phone', '')
    """
    name = text.strip().lower().replace("-", "_").replace(" ", "_")
    name = _ALIASES.get(name, name)
    return name if name in FIELDS else ""
