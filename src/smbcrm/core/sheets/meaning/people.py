"""Whether a table with headings speaks of customers, or only has a column that could name or number anything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from smbcrm.core.fields import FIELDS, KNOWN_BY, NAMES, ONE_EACH
from smbcrm.core.heading_subject import is_about_customers
from smbcrm.core.heading_words import bare_heading, heading_words
from smbcrm.core.sheets.looks.columns import ColumnProfile, profile_column
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.choosing import FEW
from smbcrm.core.sheets.meaning.drafts import BY_VALUES, CHOSEN, ENDS_IN_NAME, KNOWN, Draft
from smbcrm.core.sheets.meaning.event_columns import tells_a_price
from smbcrm.core.sheets.meaning.not_people import speaks_of_others
from smbcrm.core.sheets.meaning.not_theirs import SUPPLIED_BY

_NUMBER_WORDS = word_set("""id ids pk uid no nos n nr nº num number numbers ref reference record row rec key code codes index line item unique external
    شناسه کد شماره ردیف یکتا آی دی nummer numéro numero número código codigo kod numarası رقم order bill user users""")
_USERS = word_set("user users")
"""Who used something, on every log; beside the number of an order, who bought."""

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
        "may_contact",
        "father_name",
        "lifecycle",
        "economic_code",
    ]
)
"""Fields that hardly any other list than one of people or firms has; amounts, days, titles and places are on every list."""

_LIKE_PEOPLE = _SPEAKS_OF_PEOPLE | {
    "created_at", "total_spent", "own_score", "satisfaction", "gender", "job_title", "customer_type", "father_name", "name_prefix",
    "lifecycle", "segment", "referrer", "next_action_date", "whatsapp", "city", "province",
}  # fmt: skip
"""Fields that lists of people have and tables of things hardly ever; where names may be anything, they speak for people."""

_ANYTHING = word_set("""name names title label caption نام اسم عنوان nombre titulo título nom titre libellé ad adı isim başlık etiket nome naam titel
    bezeichnung nazwa الاسم الإسم اسم имя название наименование 名称 entity entities account accounts حساب konto compte cuenta conto hesap الحساب""")
"""Headings that stand over the names of anything: people, countries, products, colours, the accounts of a ledger."""

_ACCOUNTS = word_set("account accounts حساب konto compte cuenta conto hesap الحساب")
"""Headings for the accounts of a ledger: each of them has a balance and days."""
_OF_THINGS_TOO = frozenset(
    {"address2", "balance", "credit_balance", "lifecycle", "last_contact_date", "next_action_date"}
)
"""Units, sums, stages and days of a parcel, a ledger, a task."""
_OF_PLACES = frozenset({"address", "postal_code", "last_purchase_date", "first_purchase_date"})
"""Where and when something happened, too: beside a day and a few words under a heading that nobody knows they speak of no one."""
_ALL_DAYS = 0.9

_GEOGRAPHY = word_set(
    "latitude longitude lat lon lng long عرض طول جغرافیایی breitengrad längengrad latitud longitud enlem boylam"
)
"""Beside these a city says where an airport or a weather station lies."""

_OF_WORKS = word_set("""isbn issn doi album track tracks genre genres runtime imdb episode episodes season seasons playlist lyrics ingredients
    servings director directors cast developer breed species stadium referee sku barcode variant iata icao gtin ean asin
    réalisateur regisseur verlag autor auteur auteurs نویسنده مترجم ناشر کارگردان شابک ژانر yönetmen yazar yayınevi""")
"""Headings of lists of books, films, music, goods and games: names beside them are those of works or of who made them."""

_OF_ANYTHING = word_set("total value values wert werte valeur valeurs valor valores değer مقدار القيمة")
"""Headings over sums of points, of marks, of goods."""

_SHORTEST_NAME = 1.5
_ALL_NAMES = 0.25  # shares of values from which on the names are those of people or firms
_FIRMS = 0.3
_TWO_WORDS = 1.7
_GIVEN_NAMES = 0.5
_FEW_NAMED, _MANY_ROWS = 5, 8
_BOTH_DEGREES = 2
_SEVERAL = 2
_BESIDE_NAMES = 1  # a list of first names with one remark each says no more, and is one of people
_A_LIST, _OFTEN = 40, 8


def speaks_of_customers(drafts: Sequence[Draft]) -> bool:
    """Tell whether some column plainly says who a customer is.

    A phone, an e-mail, a heading for the names or for the number of a customer are plain. A bare "ID" or "Number", a
    heading that only ends in "name", names under a heading that nobody knows are not: beside them, something else must
    speak of people. A bare "Name" stands over countries, products and colours as well: there the names themselves tell
    (given names, forms of firms and of address), or what stands beside them does.
    """
    works = any(not _OF_WORKS.isdisjoint(heading_words(d.heading)) for d in drafts)
    telling = [d for d in drafts if d.field in KNOWN_BY]
    if telling and not any(d.fixed for d in telling) and speaks_of_others(drafts):
        return False
    if not telling or any(d.fixed or not _is_vague(d, drafts, works=works) for d in telling):
        return True  # a table without any such column is refused for that
    names = [d for d in drafts if _names_anything(d)]
    plainly = {d.field for d in drafts if d.how in (KNOWN, CHOSEN)}
    unknown = all(d.how == BY_VALUES and not _are_people(d.profile) for d in telling)
    happened = unknown and any(map(_tells_when, drafts))
    if works or plainly & (_speaking(names) - (_OF_PLACES if happened else frozenset())):
        return not works
    if "gender" in plainly and any(d.field in NAMES and _are_people(d.profile) for d in telling):
        return True
    if not all(map(_of_accounts, names)) and any(_tells_of_events(d) for d in drafts):
        return True
    told = any(d.field in _LIKE_PEOPLE and not d.turned for d in drafts)
    mapped = sum(not _GEOGRAPHY.isdisjoint(heading_words(d.heading)) for d in drafts) >= _BOTH_DEGREES
    return told and not mapped and any(_shaped_like_people(d.profile) for d in names)


def _speaking(names: Sequence[Draft]) -> frozenset[str]:
    """Give the fields that speak of people beside these names; without any, what things and accounts have, too, says less."""
    if not names:
        return _SPEAKS_OF_PEOPLE - _OF_THINGS_TOO
    accounts = all(map(_of_accounts, names))
    return _SPEAKS_OF_PEOPLE - {"balance", "credit_balance"} if accounts else _SPEAKS_OF_PEOPLE


def _of_accounts(draft: Draft) -> bool:
    return not _ACCOUNTS.isdisjoint(heading_words(draft.heading))


def _names_anything(draft: Draft) -> bool:
    """Tell whether a column of names stands under a heading that says nothing of whom or what."""
    return (
        draft.field in ("name", "company")
        and draft.how in (KNOWN, CHOSEN)
        and _ANYTHING.issuperset(heading_words(bare_heading(draft.heading)))
    )


def _tells_when(draft: Draft) -> bool:
    """Tell whether a column of days stands beside each row, and is none that customers have."""
    days = draft.profile.date >= _ALL_DAYS and draft.profile.filled >= _ALL_DAYS
    return days and draft.field in ("", "date", "last_purchase_date")


def _tells_of_events(draft: Draft) -> bool:
    """Tell whether a column holds what was bought for, or a day whose heading does not say of what; what something costs is no such sum."""
    spec = FIELDS.get(draft.field)
    if spec is None or not (draft.turned or draft.field == "total_spent"):
        return False
    if _OF_ANYTHING.issuperset(heading_words(draft.heading)):
        return False
    return spec.read == "date" or (spec.read == "money" and not tells_a_price(draft.heading))


def _shaped_like_people(p: ColumnProfile) -> bool:
    """Tell whether names are two or three words each, without digits, nearly all different."""
    return _TWO_WORDS <= p.words <= 3.5 and p.letters >= 0.95 and p.some_digit <= 0.05 and p.distinct >= 0.9


def _are_people(p: ColumnProfile) -> bool:
    """Tell whether names are plainly those of people or of firms; one "Charlotte" among three towns proves nothing."""
    given = (
        _ALL_NAMES if p.words >= _TWO_WORDS else _GIVEN_NAMES
    )  # a single "Georgia" or "Amber" may be a place or a colour
    several = p.given >= _GIVEN_NAMES or p.given * p.seen >= _SEVERAL
    return (p.given >= given and several) or p.firm >= _FIRMS or p.titled >= _ALL_NAMES


def _is_vague(draft: Draft, drafts: Sequence[Draft], *, works: bool) -> bool:
    words = heading_words(bare_heading(draft.heading))
    if draft.field in NAMES and draft.profile.length < _SHORTEST_NAME and draft.profile.seen >= FEW:
        return True  # A, B and C are groups, 个 and 次 are units
    if _names_anything(draft):
        return works or not _are_people(draft.profile) or _may_name_storms(draft, drafts)
    if draft.field == "company" and draft.how in (KNOWN, CHOSEN):
        return SUPPLIED_BY.issuperset(words)
    if draft.field in NAMES:
        silent = bool(words) and not is_about_customers(draft.heading)
        nobody = works or silent or draft.profile.given < _GIVEN_NAMES
        return draft.how in (BY_VALUES, ENDS_IN_NAME) and nobody
    if draft.field == "customer_code":
        p = draft.profile
        if p.seen >= _MANY_ROWS and round(p.distinct * p.seen) == 1:
            return True  # the account that a statement is of
        bought = any(d.field == "order_id" for d in drafts) and not _USERS.isdisjoint(words)
        return draft.how not in (KNOWN, CHOSEN) or (_NUMBER_WORDS.issuperset(words) and not bought)
    return False


def _may_name_storms(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether given names stand alone among columns of which none is one that people have: storms and pets bear them, too."""
    p = draft.profile
    if p.words >= _TWO_WORDS or p.firm >= _FIRMS or p.titled >= _ALL_NAMES or p.seen < FEW:
        return False
    others = [d for d in drafts if d is not draft and d.field not in ("customer_code", "row_number")]
    of_people = _LIKE_PEOPLE | ONE_EACH
    told = any((d.field in of_people and not d.turned) or d.doubted in of_people for d in others)
    return len(others) > _BESIDE_NAMES and not told


def looks_like_people(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether some column of a sheet without headings holds e-mails, phone numbers or names."""
    width = max(map(len, rows))
    columns = [[row[i] if i < len(row) else "" for row in rows] for i in range(width)]
    profiles = [profile_column(column) for column in columns]
    return any(
        p.email >= 0.5 or p.dialled >= 0.5 or (p.given >= _GIVEN_NAMES and p.letters >= 0.9) for p in profiles
    )


def few_for_many(columns: Sequence[Sequence[str]]) -> tuple[int, int] | None:
    """Give how many different values the columns that name customers hold, and in how many rows, where that is next to none.

    A column of channels, brands or continents may stand under a heading for names; customers come back, but not by the dozen.
    """
    rows = sum(map(bool, map(any, zip(*columns))))
    most = rows // _OFTEN
    different: set[tuple[str, ...]] = set()
    for row in zip(*columns):
        different.add(row)
        if len(different) > most + 1:  # one of them may be the blank one
            return None
    different.discard(("",) * len(columns))
    return (len(different), rows) if rows >= _A_LIST and len(different) <= most else None


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
    if not rows or (named and (rows < _MANY_ROWS or named * _MANY_ROWS > rows)):
        return None
    return named, rows
