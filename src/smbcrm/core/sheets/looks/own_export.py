"""Lists that this program wrote, coming back: their headings, and their cells as they were before they were written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from smbcrm.core.fields import FIELDS, IGNORED, field_named
from smbcrm.core.text import header_key

VCARD_ID = "X-SMBCRM-ID"
"""The property, and so the column, that holds the id of a card of ours."""

MORE = " (own)"
"""What is added to the name of an owner's column where a column of ours has that name."""

_OURS = {
    "id": "crm_id",
    "score": IGNORED,
    "suggested_score": IGNORED,
    "tier": IGNORED,
    "last_interaction": IGNORED,
    "spend": IGNORED,
    "purchases": IGNORED,
    "first_purchase": IGNORED,
    "last_purchase": IGNORED,
    "rows": IGNORED,
    "archived": IGNORED,
    "unit": "currency",
}
_PERSIAN = {
    "شناسه": "id", "نام": "name", "شرکت": "company", "تلفن": "phone", "ایمیل": "email", "شهر": "city", "امتیاز": "score",
    "امتیاز شما": "own_score", "امتیاز پیشنهادی": "suggested_score", "رده": "tier", "آخرین تماس": "last_interaction",
    "برچسب‌ها": "tags", "خرید": "spend", "خریدها": "purchases", "نخستین خرید": "first_purchase", "آخرین خرید": "last_purchase",
    "ردیف‌ها": "rows", "تماس نگیرید": "do_not_contact", "نام کوچک": "first_name", "نام خانوادگی": "last_name",
    "نام خودمانی": "nickname", "نام پدر": "father_name", "معرف": "referrer", "پیشوند نام": "name_prefix", "سمت": "job_title",
    "جنسیت": "gender", "محله": "district", "استان": "province", "کشور": "country", "وب‌سایت": "website", "نمابر": "fax",
    "اینستاگرام": "instagram", "تلگرام": "telegram", "نوع مشتری": "customer_type", "وضعیت": "status", "منبع": "source",
    "صاحب فهرست": "owner", "بخش بازار": "segment", "راه مشتریان": "lifecycle", "نشانی": "address", "یادداشت‌ها": "notes", "کد مشتری": "customer_code",
    "کد پستی": "postal_code", "کد اقتصادی": "economic_code", "شناسهٔ ملی شرکت": "company_id", "کد ملی": "national_id",
    "تاریخ تولد": "birth_date", "سالگرد": "anniversary", "تاریخ ثبت": "created_at", "تاریخ نخستین خرید": "first_purchase_date",
    "تاریخ آخرین خرید": "last_purchase_date", "تاریخ آخرین تماس": "last_contact_date", "تاریخ کار بعدی": "next_action_date",
    "جمع خرید": "total_spent", "میانگین خرید": "avg_purchase", "مانده": "balance", "سقف اعتبار": "credit_limit",
    "تعداد سفارش": "order_count", "امتیاز باشگاه": "points", "رضایت": "satisfaction", "تعداد معرفی": "referral_count",
    "واحد": "unit", "موبایل": "mobile", "تلفن‌ها": "phones", "ایمیل‌ها": "emails",
    "نام میانی": "middle_name", "کد شهر": "area_code", "شمارهٔ ردیف": "row_number", "پسوند نام": "name_suffix", "سهم از نیاز": "share_of_need",
    "ارزش برای او": "value_to_customer", "بخش سازمانی": "department", "صنف": "industry", "کارزار تبلیغاتی": "campaign",
    "شعبه": "branch", "وضعیت تأهل": "marital_status", "اجازهٔ ایمیل": "consent_email", "اجازهٔ پیامک": "consent_sms",
    "رتبه": "rank", "تأمین‌کننده": "supplier", "تاریخ خروج": "departure", "تعداد شب": "nights",
}  # fmt: skip
_VCARD = {
    "Full name": "name", "First name": "first_name", "Last name": "last_name", "Name prefix": "name_prefix", "Phone": "phone",
    "Address 2": "address", "Other address": "address", "Birthday": "birth_date", "Notes": "notes", VCARD_ID: "crm_id",
}  # fmt: skip

_PERSIAN_KEYS = {header_key(heading): name for heading, name in _PERSIAN.items()}
_VCARD_KEYS = {header_key(heading): field for heading, field in _VCARD.items()}
_NEVER_OURS = ("part", "permission")
"""How columns are read that none of our lists has: a heading like theirs is one of the owner's own."""

_BY_KEY = {header_key(name): name for name in _OURS} | {
    header_key(name): name
    for name, field in FIELDS.items()
    if field.key and not field.sales and field.read not in _NEVER_OURS
}  # fmt: skip
_ID_PERSIAN = header_key("شناسه")
_ANOTHER_ADDRESS = re.compile(r"address\d+other")
# A foreign list may well have an id, a name and a phone; nobody else has two of these.
_TELLING = frozenset({"own_score", "suggested_score", "last_interaction", "tier", "score"})
_OUR_ID = re.compile(r"C\d+")

# What a spreadsheet program may run as a formula. Full-width signs count: Excel reads them in eastern locales.
_FORMULA = re.compile(r"'*(?:\s*[=@＝＠]|[\t\r\n+\-＋－])")
# A phone, or a negative number, starts with a sign and holds nothing that could be called, fetched or worked out (+98-912, -1-1).
_HARMLESS_SIGNED = re.compile(r"[+-](?!.*\d[\s)]*[-+/][\s(]*\d)(?:[\d\s().,/;+-]|ext=)*\Z", re.DOTALL)
# Several values of one cell are parted by this; an extension (`;ext=12`) belongs to its number.
_BETWEEN = re.compile(r"\s*;\s+")
_UNSEEN = "\u200b"
_THREE_DECIMALS = re.compile(r"-?\d{1,3}\.\d{3}\Z")


def field_of_ours(heading: str, *, persian: bool = False) -> str | None:
    """Give the field that a heading stands for in a list of ours, "" and None alike where it is a column of the owner's.

    >>> field_of_ours("own_score"), field_of_ours("tier"), field_of_ours("shoe size"), field_of_ours("رده", persian=True)
    ('own_score', 'ignored', None, 'ignored')
    """
    key = header_key(heading)
    if _ANOTHER_ADDRESS.fullmatch(key):
        return "address"
    name = _BY_KEY.get(key) or (_PERSIAN_KEYS.get(key) if persian else None)
    if name is None:
        typed = field_named(heading)
        ours = typed and FIELDS[typed].key and not FIELDS[typed].sales and FIELDS[typed].read != "permission"
        name = typed if ours else None
    return None if name is None else _OURS.get(name, field_named(name))


def recognise_own_export(headings: Sequence[str], values: Sequence[Sequence[str]]) -> dict[str, str]:
    """Give the field of every heading, by heading key, when the sheet is a list or a phone book this program wrote.

    Columns of the owner's own have an empty field: whatever their headings remind of, they come back as they went.

    >>> sorted(recognise_own_export(["id", "name", "score", "tier"], [["C1"], ["Sara"], ["7.5"], ["A"]]))
    ['id', 'name', 'score', 'tier']
    >>> recognise_own_export(["id", "name", "phone"], [["C1"], ["Sara"], ["0912"]])
    {}
    """
    keys = [header_key(heading) for heading in headings]
    vcard, persian = header_key(VCARD_ID), _ID_PERSIAN in keys
    marked = vcard if vcard in keys else _ID_PERSIAN if persian else "id"
    if marked not in keys or (marked != vcard and len(_told(keys, persian=persian)) < 2):
        return {}
    ids = [value.strip() for value in values[keys.index(marked)] if value.strip()]
    if not ids or not all(_OUR_ID.fullmatch(value) for value in ids):
        return {}
    told = {
        key: field_of_ours(heading, persian=persian) or ""
        for key, heading in zip(keys, headings, strict=True)
    }
    if marked == vcard:
        told |= {key: _VCARD_KEYS[key] for key in keys if key in _VCARD_KEYS}
    return {key: field for key, field in told.items() if key}


def heads_own_list(headings: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row stands over the customers of a list this program wrote, whatever else is written in it.

    >>> heads_own_list(["id", "name", "score", "tier", "2019"], [["C1", "Sara", "7.5", "A", "0"]])
    True
    """
    if header_key(headings[0] if headings else "") not in ("id", _ID_PERSIAN):
        return False
    columns = [[row[i] if i < len(row) else "" for row in below] for i in range(len(headings))]
    return bool(recognise_own_export(headings, columns))


def _told(keys: Sequence[str], *, persian: bool) -> frozenset[str]:
    names: Mapping[str, str] = _PERSIAN_KEYS if persian else {}
    return _TELLING.intersection(_BY_KEY.get(key) or names.get(key, "") for key in keys)


def neutral(text: str) -> str:
    """Give text that no spreadsheet program takes for a formula; phones and negative numbers stay as they are.

    Text that has an apostrophe before such a sign already gets one more, so that `as_written` can tell them apart.

    >>> neutral("=1+1"), neutral("+982188776655"), neutral("-12.5"), neutral("-1+cmd|' /C calc'!A0"), neutral("-1-1")
    ("'=1+1", '+982188776655', '-12.5', "'-1+cmd|' /C calc'!A0", "'-1-1")
    """
    return "'" + text if _FORMULA.match(text) and not _HARMLESS_SIGNED.match(text) else text


def as_written(cell: str) -> str:
    """Give the text of a cell of ours before `neutral` made it harmless.

    >>> as_written("'=1+1"), as_written("''=1+1"), as_written("'90s music")
    ('=1+1', "'=1+1", "'90s music")
    """
    return cell[1:] if cell[:1] == "'" and neutral(cell[1:]) == cell else cell


def guarded(text: str) -> str:
    """Give text for a file where formulas are harmless: what `as_written` would change gets one more apostrophe.

    >>> guarded("'=1+1"), guarded("=1+1")
    ("''=1+1", '=1+1')
    """
    return "'" + text if text[:1] == "'" and as_written(text) != text else text


def own_heading(heading: str) -> str:
    """Give the name that a column of the owner's had before it was made harmless and set apart from one of ours.

    >>> own_heading("Tier (own)")
    'Tier'
    """
    return as_written(heading).removesuffix(MORE)


def own_cells(field: str, cells: Sequence[str]) -> list[str]:
    """Give the cells of one column of ours so that reading them cannot take them for anything else.

    A number of ours has a full stop before its decimals and nothing between its thousands, however few they are. An
    apostrophe that the owner typed is no mark of a spreadsheet: a sign that nobody sees, and that cleaning drops, guards it.

    >>> own_cells("balance", ["1.125", "-2.5"]), own_cells("notes", ["'=1+1"])
    (['1.1250', '-2.5'], ['=1+1'])
    """
    restored = [_unmarked(as_written(cell)) if cell[:1] == "'" else cell for cell in cells]
    if field in FIELDS and FIELDS[field].read in ("money", "number"):
        return [cell + "0" if _THREE_DECIMALS.match(cell) else cell for cell in restored]
    return restored


def own_names(names: Sequence[str], companies: Sequence[str]) -> list[str]:
    """Give the names of a list of ours; a firm without a person is shown by its own name, which is no second proof of it.

    >>> own_names(["City Shop", "Sara"], ["City Shop", "City Shop"])
    ['', 'Sara']
    """
    return ["" if name == company else name for name, company in zip(names, companies, strict=True)]


def _unmarked(text: str) -> str:
    return _UNSEEN + text if text[:1] == "'" else text


def values_of(cell: str) -> list[str]:
    """Give the several values of one cell of ours, in the order they were written in.

    >>> values_of("+982188776655;ext=12; +989121234567")
    ['+982188776655;ext=12', '+989121234567']
    """
    return [value for value in _BETWEEN.split(cell) if value]


REJECTS = ("file", "sheet", "row", "reason")
"""The columns that stand before a rejected row's own when it is written out to be mended."""


def is_rejects(headings: Sequence[str]) -> bool:
    """Tell whether a sheet is one of rejected rows that we wrote.

    >>> is_rejects(["file", "sheet", "row", "reason", "Name"]), is_rejects(["Name", "row", "reason"])
    (True, False)
    """
    return tuple(headings[: len(REJECTS)]) == REJECTS and len(headings) > len(REJECTS)
