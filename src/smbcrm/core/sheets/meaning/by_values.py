"""Columns whose heading tells nothing, known by their values: phones, e-mails, names, ids, birthdays."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from smbcrm.core.fields import NAMES, PEOPLE, PHONES
from smbcrm.core.heading_subject import is_about_another, is_about_customers, numbers_a_customer
from smbcrm.core.heading_words import bare_heading, heading_words
from smbcrm.core.sheets.looks.columns import ColumnProfile
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.choosing import FEW, suits
from smbcrm.core.sheets.meaning.drafts import BY_VALUES, ENDS_IN_NAME, IN_PART, Draft, holds_names


def find_in_values(drafts: list[Draft], *, only_values: bool, events: bool = False) -> None:
    """Give phones, e-mails and names a field where no heading told; `events` tells that a row is a sale, a bill or a call."""
    _leave_what_names_nobody(drafts)
    _leave_names_of_things(drafts)
    _take_who_owns_it(drafts)
    strong = {d.field for d in drafts if not d.weak}
    for draft in drafts:
        if draft.weak and draft.field == "first_name" and "last_name" in strong and draft.field not in strong:
            continue  # "name on the bill" beside "last name on the bill"
        if draft.weak and draft.field:
            named = bool(strong & PEOPLE) or not suits("name", draft.profile, few=1)
            named = named or ("company" in strong and not _may_be_people(draft.profile))  # "Authority name"
            draft.settle("" if named else "name", None if named else ENDS_IN_NAME)
            if (
                not named
                and _is_numbered(drafts)
                and draft.profile.seen >= FEW
                and not _names_people(draft.profile)
            ):
                _doubt(draft)  # "job_name" beside a customer's number
        if draft.doubted == "row_number" and draft.profile.distinct > 0.9:
            number = "order_id" if events and strong & _NAMING else "customer_code"
            draft.settle("" if number in strong else number, BY_VALUES)
    free = [d for d in drafts if not d.candidates and not d.fixed and d.profile.filled]
    things = [d for d in free if not _OF_THINGS.isdisjoint(heading_words(d.heading))]
    others = [d for d in free if is_about_another(d.heading)]  # theirs are not the customer's
    free = [d for d in free if d not in others]
    known = {d.field for d in drafts}
    _find_addresses(free, known, events=events)
    if not known & PHONES:
        _find_phones([d for d in free if not d.candidates])
    elif not only_values:
        _find_other_lines([d for d in free if not d.candidates])
        _find_more_phones([d for d in free if not d.candidates])
    if not events and known & {"name", "first_name"} and not {d.field for d in drafts} & (PHONES | {"email"}):
        _find_phones([d for d in others if not _OF_PARENTS.isdisjoint(heading_words(d.heading))])
    free = [d for d in free if not d.candidates]
    if only_values:
        _find_without_headings(free)
    left = [d for d in free if not d.candidates and not d.doubted and d not in things]
    if known & PEOPLE == {"last_name"}:
        beside = max(d.profile.filled for d in drafts if d.field == "last_name") / 2
        _find_first_names([d for d in left if d.profile.seen >= FEW and d.profile.filled >= beside > 0])
    if not known & PEOPLE and (only_values or "company" not in known):
        if events and _is_numbered(drafts):
            left = [
                d for d in left if _names_people(d.profile)
            ]  # what was sold or done is called by a few words, too
        _find_name(left)
        reached = {d.field for d in drafts if d.profile.filled} & (PHONES | {"email"})
        if reached and not only_values and not any(d.field in NAMES for d in drafts):
            _take_the_first_words(left)
        if reached and not any(d.field in NAMES for d in drafts):
            _find_name(others)


def name_by_what_describes_him(drafts: list[Draft]) -> None:
    """Take what describes a customer for his name where it is one and nothing else names him: "Customer Description" of payment services."""
    if any(d.field in NAMES for d in drafts):
        return
    for draft in drafts:
        p = draft.profile
        named = p.given >= _BOTH and 1.3 <= p.words <= 3.5 and not (p.some_digit or p.email)
        if draft.field == "notes" and draft.how == IN_PART and is_about_customers(draft.heading) and named:
            draft.settle("name", BY_VALUES)
            return


def _find_addresses(free: list[Draft], known: set[str], *, events: bool) -> None:
    """Give columns of e-mail addresses their field; those of addresses beside numbers are read as numbers, which takes the addresses out."""
    if not known & (PHONES | {"email"}):
        for draft in free:
            both = min(draft.profile.email, draft.profile.phone) >= _BOTH
            if both and not (events and _all_the_same(draft)):
                draft.settle("phone", BY_VALUES)
    if "email" in known:
        return
    for draft in [d for d in free if not d.candidates]:
        if draft.profile.email >= 0.6 and draft.profile.words <= _WITH_A_NAME:
            own = events and _all_the_same(draft)  # the account that the shop sells with
            draft.settle("" if own else "email", BY_VALUES)


def _leave_what_names_nobody(drafts: list[Draft]) -> None:
    """Leave a column that only mentions a person in its heading where names have columns of their own, unless it holds them.

    "Relationship to reference person" beside first and last names tells who somebody is to another.
    """
    if not {"first_name", "last_name"} <= {d.field for d in drafts}:
        return
    for draft in drafts:
        if draft.field == "name" and draft.how == IN_PART and not holds_names(draft, drafts):
            draft.settle("")


def _leave_names_of_things(drafts: list[Draft]) -> None:
    """Leave a column whose heading only holds a word for names where another one names the customer: "Name of the material"."""
    plain = [d for d in drafts if d.field in NAMES and d.how != IN_PART and not d.weak]
    for draft in drafts:
        if draft.field in ("name", "first_name") and draft.how == IN_PART and not draft.weak and plain:
            split = {d.field for d in plain} & {"last_name", "first_name"} == {"last_name"}
            if not split and not _names_people(draft.profile):
                _doubt(draft)


_OWNERS = word_set("""owner owners besitzer besitzerin eigentümer halter fahrzeughalter tierhalter propriétaire propietario propietaria dueño dueña sahibi proprietario proprietária
    proprietário eigenaar właściciel مالک صاحب المالك владелец хозяин 车主 车主姓名 オーナー""")
_OWNED = word_set(
    "name of vehicle car pet animal des der fahrzeugs tieres nom de du véhicule nombre del vehículo araç نام خودرو ماشین حیوان پلاک"
)


def _take_who_owns_it(drafts: list[Draft]) -> None:
    """Take who owns a car or a dog for the customer where it tells how to reach him and no column of names is plainly his."""
    if any(d.field in NAMES and not d.weak and d.how != IN_PART for d in drafts):
        return
    if not any(d.field in PHONES or d.field == "email" for d in drafts):
        return
    for draft in drafts:
        words = set(heading_words(draft.heading))
        owned = bool(words & _OWNERS) and words <= _OWNERS | _OWNED
        if (
            owned
            and draft.field in ("owner", "name", "")
            and not draft.fixed
            and _names_people(draft.profile)
        ):
            draft.settle("name", BY_VALUES)
            draft.weak = False
            return


def _doubt(draft: Draft) -> None:
    draft.settle("")
    draft.doubted = "name"


def _is_numbered(drafts: Sequence[Draft]) -> bool:
    """Tell whether a column tells who the customer is by his number."""
    return any(d.field == "customer_code" and numbers_a_customer(d.heading) for d in drafts)


def _names_people(p: ColumnProfile) -> bool:
    return p.given >= _SOME or p.titled >= _SOME or p.firm >= _SOME


_SOME = 0.2


def _may_be_people(p: ColumnProfile) -> bool:
    """Tell whether names beside those of firms may be those of the people there: known ones, or a few words that differ from row to row."""
    shaped = 1.5 <= p.words <= 3.5 and p.distinct >= _EACH_ITS_OWN and not (p.firm or p.some_digit)
    return p.given >= _SOME or p.titled >= _SOME or shaped


_EACH_ITS_OWN = 0.7


def _find_phones(free: list[Draft]) -> None:
    likely = [d for d in free if d.profile.national < 0.8]
    plainly = [
        d
        for d in likely
        if d.profile.dialled + (d.profile.ten_digits if d.profile.dialled >= 0.2 else 0) >= 0.6
    ]
    perhaps = [d for d in likely if d.profile.ten_digits >= 0.8 and d.profile.distinct >= 0.5]
    for draft in plainly or perhaps[:1]:
        draft.settle("phone", BY_VALUES)


def _find_more_phones(free: list[Draft]) -> None:
    """Take columns beside known phones for more of them where every value is written as nothing else is: with a + or in groups."""
    for draft in free:
        if draft.profile.dialled < 1 or draft.profile.distinct <= _SHARED_BY_FEW:
            continue
        if all(_WRITTEN_AS_PHONE.match(value.strip()) for value in draft.values if value.strip()):
            draft.settle("phone", BY_VALUES)


_WRITTEN_AS_PHONE = re.compile(r"\+\d|\(?\d{3}\)?[\s.-]\s?\d{3}[\s.-]\d{4}$")
_SHARED_BY_FEW = 0.5


def _all_the_same(draft: Draft) -> bool:
    filled = {value.strip().lower() for value in draft.values if value.strip()}
    return draft.profile.seen >= FEW and len(filled) == 1


def _find_other_lines(free: list[Draft]) -> None:
    """Take numbers and addresses under "Home" and "Work" for what they are, where phones stand in other columns already."""
    for draft in free:
        p, words = draft.profile, set(heading_words(bare_heading(draft.heading)))
        if not words or not words <= _WHERE_IT_RINGS:
            continue
        if p.dialled + p.ten_digits >= 0.6 or (p.phone >= 0.8 and p.length >= _SHORTEST_LINE):
            place = "phone_work" if words & _AT_WORK else "phone_home" if words & _AT_HOME else "phone"
            draft.settle(place, BY_VALUES)
        elif p.email >= 0.6 and p.words <= _WITH_A_NAME:
            draft.settle("email", BY_VALUES)


def _find_without_headings(free: list[Draft]) -> None:
    """Give ids, codes, birthdays and row counters their fields where nothing but values can tell."""
    tests: dict[str, Callable[[ColumnProfile], bool]] = {
        "row_number": lambda p: p.counting and p.digits >= 0.9,
        "national_id": lambda p: p.national >= 0.8,
        "customer_code": lambda p: p.code >= 0.95 and p.distinct == 1 and p.filled == 1 and p.date < 0.5,
        "birth_date": lambda p: p.date >= 0.9 and p.years >= A_GENERATION,
    }
    for field, test in tests.items():
        for draft in free:
            if not draft.candidates and test(draft.profile):
                draft.settle(field, BY_VALUES)
                break


_OF_PARENTS = word_set("""parent parents guardian guardians father mother dad mum mom پدر مادر والد والدین ولی اولیا eltern elternteil vater mutter erziehungsberechtigte
    erziehungsberechtigter père mère tuteur padre madre tutor veli anne baba genitore rodzic rodzica opiekun opiekuna родитель родителя voogd""")
"""Whoever can be called for a child who has no phone of his own."""

_NAMING = PHONES | {"name", "first_name", "last_name", "email", "company", "customer_code"}

_OF_THINGS = word_set(
    "title titles offer subject event events plan listing campaign page post عنوان titel angebot betreff veranstaltung titre événement título evento başlık etkinlik"
)
"""Words over what things are called; short words that differ from row to row stand below these, too."""

_AT_HOME = word_set("home house residence private personal منزل خانه privat zuhause maison domicile casa ev")
_AT_WORK = word_set(
    "work office business shop store job desk محل کار دفتر شرکت مغازه اداره büro buero arbeit firma bureau travail oficina trabajo ofis iş"
)
_WHERE_IT_RINGS = (
    _AT_HOME
    | _AT_WORK
    | word_set(
        "other another alt alternate alternative second secondary third main direct extra no number دیگر دوم سوم اصلی ثابت شماره"
    )
)
"""A heading of nothing but these tells where a phone rings, and leaves it to the values that it is one."""
_SHORTEST_LINE = 7.5
"""Characters on average: sums and counts of things are shorter, or have their thousands apart."""

_LONGEST_NAME = 40
_BOTH = 0.5
_WITH_A_NAME = 4.0
"""So many words has `Sara Karimi <sara@example.com>`; a longer text only mentions an address."""

A_GENERATION = 25
"""Days of birth on one list lie so many years apart; days of sales do not."""


def _take_the_first_words(free: list[Draft]) -> None:
    """Take the first column of short, differing words for the name: a list in a language whose headings are not known."""
    for draft in free:
        p = draft.profile
        wordy = p.letters >= 0.9 and p.some_digit < 0.1 and p.words <= 4.5 and p.length <= _LONGEST_NAME
        if wordy and p.filled >= 0.8 and p.distinct >= 0.7 and p.seen >= FEW and not (p.url or p.email):
            draft.settle("name", BY_VALUES)
            return


def _find_first_names(free: list[Draft]) -> None:
    """Take the column that holds most known first names for them: "Other names" beside last names, where these are filled."""
    likely = [
        d
        for d in free
        if d.profile.letters >= 0.9 and d.profile.words <= _FIRST_NAMES and _names_people(d.profile)
    ]
    if likely:
        max(likely, key=lambda d: d.profile.given).settle("first_name", BY_VALUES)


_FIRST_NAMES = 2.5
"""Words of which first names are one or two on average."""


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
