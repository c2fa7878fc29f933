"""What the owner types as FIELD=VALUE, read into the fields of a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from smbcrm.core.command_line import TO_FILL_IN
from smbcrm.core.dates import parse_date
from smbcrm.core.emails import parse_emails
from smbcrm.core.fields import FIELDS, Field, field_named
from smbcrm.core.headers import HeaderTable
from smbcrm.core.money import parse_amount
from smbcrm.core.phones import parse_phones
from smbcrm.core.say import Say, say, shortened
from smbcrm.core.text import clean, fold_digits, header_key
from smbcrm.core.values.country_names import country_code
from smbcrm.core.values.ratings import read_rating
from smbcrm.errors import UsageError

COMPUTED = frozenset(
    {"id", "crm_id", "tier", "suggested_score", "last_interaction", "spend", "purchases", "rows", "archived"}
)
_SEVERAL = frozenset({"phones", "emails"})  # all that are typed are kept
_MOST = {"share_of_need": 100, "value_to_customer": 10}
_LONGEST = 200  # letters of a heading
YES = frozenset({"yes", "y", "true", "1", "on", "ja", "بله", "بلی", "آری", "خیلی"})
NO = frozenset({"no", "n", "false", "0", "off", "nein", "خیر", "نه"})
# Above a column these stand over a name or a number; typed with yes or no they ask whether somebody may be contacted.
_MAY_CONTACT = frozenset(
    map(header_key, ("contact", "may contact", "can contact", "contact ok", "contact allowed", "contactable",
                     "kontakt", "kontakt erlaubt", "تماس", "تماس گرفته شود", "تماس مجاز", "اجازه تماس"))
)  # fmt: skip


def read_fields(
    given: Mapping[str, str], *, headers: HeaderTable, country: str
) -> tuple[dict[str, Any], tuple[Say, ...]]:
    """Give the fields of an owner's row, and what is odd about the values.

    A phone is read for the country that is given with it, else for `country`. A name we do not know becomes a column of the owner's own. An empty value empties the field. A phone or e-mail that is not
    valid is kept as typed and said. Raises UsageError for a computed field or a value that cannot be one.
    """
    fields: dict[str, Any] = {}
    notes: list[Say] = []
    named = [value for typed, value in given.items() if (f := _field(typed, headers)) and f.name == "country"]
    country = next(filter(None, map(country_code, named)), country)
    used: dict[str, str] = {}
    for typed, value in given.items():
        field = _field(typed, headers)
        if header_key(typed) in _MAY_CONTACT or (field and field.read == "permission"):
            _put_consent(fields, typed, value)
            continue
        if len(typed) > _LONGEST:
            raise UsageError(
                say("{field} is too long to be the heading of a column", field=shortened(typed)),
                say("write it like `{example}`", example="city=Shiraz"),
            )
        key = field.key if field else f"x.{clean(typed)}"
        if field is not None and key not in _SEVERAL and used.setdefault(key, typed) != typed:
            raise _told_twice(used[key], typed, key)
        if not value.strip():
            fields.setdefault("without", []).append(key)
        elif field is None:
            fields.setdefault("x", {})[clean(typed)] = clean(value, lines=True)
        else:
            _put(fields, field, value, country=country, notes=notes)
    return fields, tuple(notes)


def phones_given(given: Mapping[str, str], *, headers: HeaderTable) -> list[str]:
    """Give the values that are typed for phone numbers."""
    return [value for typed, value in given.items() if (f := _field(typed, headers)) and f.read == "phone"]


def refuse_unfilled(given: Mapping[str, str], *, headers: HeaderTable) -> None:
    """Raise UsageError where the dots of a proposed command stand in for a value: they are nobody's name.

    Among phones and e-mails they do no harm: a number of dots is none, and what was wrong there is gone all the same.
    """
    for typed, value in given.items():
        if value.strip() in (TO_FILL_IN, "…"):
            field = _field(typed, headers)
            if field is None or field.read not in ("phone", "email"):
                raise UsageError(
                    say("the dots in {field} stand for what only you know", field=typed),
                    say("write the value in their place; to empty the field: {field}=", field=typed),
                )


def _put_consent(fields: dict[str, Any], typed: str, value: str) -> None:
    """Put whether somebody may be contacted where it is kept: turned round, as who may not."""
    word = value.strip().lower()
    if not word:
        fields.setdefault("without", []).append("do_not_contact")
    elif word in YES or word in NO:
        fields["do_not_contact"] = word in NO
    else:
        raise UsageError(
            say("{field} is a yes or no here, and {value} is neither", field=typed, value=value),
            say(
                "{field}=no keeps a customer in peace, {field}=yes ends that; who and how is name=, phone= and email=",
                field=typed,
            ),
        )


def _told_twice(first: str, second: str, key: str) -> UsageError:
    return UsageError(
        say("{first} and {second} both mean {field}", first=first, second=second, field=key),
        say("give one of them"),
    )


def _field(typed: str, headers: HeaderTable) -> Field | None:
    if typed.strip().lower() in COMPUTED:
        raise UsageError(
            say("{field} is computed and cannot be set", field=typed),
            say("set own_score to overrule a score; `smbcrm tier pin WHO A` to overrule a tier"),
        )
    name = field_named(typed)
    if not name:
        found = [name for name in headers.fields(typed) if name in FIELDS]
        name = found[0] if found else ""
    field = FIELDS.get(name)
    return field if field is not None and field.key and not field.sales else None


def _put(fields: dict[str, Any], field: Field, value: str, *, country: str, notes: list[Say]) -> None:
    """Put a value where its field is kept; phones and e-mails are added to those that are there."""
    if field.read == "phone":
        phones = parse_phones(value, country or None)
        notes += [
            say("{phone} does not look like a phone number; it is kept as typed", phone=one.value)
            for one in phones
            if not one.valid
        ]
        fields.setdefault(field.key, []).extend(one.value for one in phones)
    elif field.read == "email":
        emails = parse_emails(value)
        notes += [
            say("{email} does not look like an e-mail address; it is kept as typed", email=one.value)
            for one in emails
            if not one.valid
        ]
        fields.setdefault(field.key, []).extend(one.value for one in emails)
    else:
        fields[field.key] = _understood(field, value)


def _understood(field: Field, value: str) -> object:
    """Give what a typed value means; raises UsageError for one that its field cannot hold."""
    match field.read:
        case "date":
            return _day(value)
        case "score":
            return read_score(value)
        case "money" | "number":
            return _number(field.key, value)
        case "rating":
            return _rating(value)
        case "flag":
            return _flag(value)
        case "tags":
            parts = map(clean, value.replace("،", ",").replace(";", ",").split(","))
            return [part for part in parts if part]
    return clean(value, lines=field.read == "lines")


def _day(value: str) -> str:
    day = parse_date(value)
    if not day.iso:
        raise UsageError(
            say("{value} is not a date", value=value), say("write it like 2026-11-22 or 1405/09/01")
        )
    return day.iso


def _number(key: str, value: str) -> float:
    amount = parse_amount(value.strip().rstrip("%٪") if key == "share_of_need" else value)
    if amount is None:
        raise UsageError(say("{value} is not a number", value=value), say("write it like 1250000 or 99.5"))
    most = _MOST.get(key)
    if most is not None and not 0 <= amount.value <= most:
        raise UsageError(
            say("{field} is from 0 to {most}; {value} is not", field=key, most=most, value=value),
            say("for example {field}={some}", field=key, some=most // 2),
        )
    return amount.value


def _rating(value: str) -> float:
    rating = read_rating(value)
    if rating is None:
        raise UsageError(say("{value} is no rating", value=value), say("write it like 4 or 4/5"))
    return rating.value


def read_score(value: str) -> float:
    """Read a score as typed, 1 to 10 in halves; raises UsageError for anything else."""
    try:
        score = float(fold_digits(value).replace("٫", ".").replace("/", "."))
    except ValueError:
        score = 0.0
    check_score(score, typed=value)
    return score


def check_score(score: float, *, typed: str = "") -> None:
    """Raise UsageError for a score that is not 1 to 10 in halves."""
    if not 1 <= score <= 10 or score * 2 != int(score * 2):
        raise UsageError(
            say("a score is 1 to 10, halves allowed; {value} is not", value=typed or score),
            say("for example: `smbcrm score set C1 8.5`"),
        )


def _flag(value: str) -> bool:
    word = value.strip().lower()
    if word in YES:
        return True
    if word in NO:
        return False
    raise UsageError(say("{value} is neither yes nor no", value=value), say("write yes or no"))
