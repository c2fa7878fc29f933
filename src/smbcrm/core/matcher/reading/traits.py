"""Rows made comparable: every field of `Records` as whole numbers.

A number stands for one folded value and 0 for none, so that a million rows are a few arrays, equal values are equal
numbers, and each distinct value is taken apart once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

from smbcrm.core.beside import both
from smbcrm.core.bulk import once
from smbcrm.core.emails import is_role_email
from smbcrm.core.matcher.reading import contact_traits as ct
from smbcrm.core.matcher.reading import firm_traits as ft
from smbcrm.core.matcher.reading import name_traits as nt
from smbcrm.core.matcher.reading import value_keys as vk
from smbcrm.core.matcher.reading.calendars import days_as_typed
from smbcrm.core.matcher.reading.codes import (
    Array,
    Column,
    Distinct,
    Values,
    encode,
    encode_as,
    encode_pair,
    stable_numbers,
)
from smbcrm.core.matcher.reading.name_order import in_order, surname_like
from smbcrm.core.matcher.reading.name_traits import Words
from smbcrm.core.matcher.reading.people_and_firms import people_and_firms
from smbcrm.core.naming.fathers import father_key
from smbcrm.core.naming.firm_names import branch_name, firm_sound, firm_words, legal_forms, trade
from smbcrm.core.naming.kin import kin_of
from smbcrm.core.naming.person_names import name_bag
from smbcrm.core.naming.remarks import remark
from smbcrm.core.naming.title_forms import with_titles_written_out
from smbcrm.core.records import Records
from smbcrm.core.text import fold

_MOST_OTHER = 8
_OF_FEW = 0.25  # different values for each filled cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What the matcher compares, one array per field; made by `read_traits`."""

    count: int
    firm: Array
    given: Array
    surname: Array
    middle: Array
    surname_end: Array  # the last word of a surname of several
    generation: Array
    addressed: Array  # by titles as a man (1), a woman (2) or a couple (3)
    kin: Array  # whose relative a name speaks of, or that it names two people: see core/naming/kin.py
    remark: Column  # in brackets behind a whole name
    full: Column
    bag: Array  # all words of the name whatever their order
    in_columns: Array  # whether columns, a comma or capitals tell which name is the last one
    turned: Array  # whether first and last name were written the other way round, as far as known names tell
    surname_like: Array  # for every name word, whether it is a surname rather than a given name here
    words: Words
    person: Array  # a number for the given name as it sounds, 0 for an initial or none
    firm_name: Column
    firm_word_codes: Array
    firm_word_bits: Array
    firm_word_placed: Array  # for every word of a row's firm, whether it stands in the row's address, too
    firm_word_held: Array  # how many different firm names hold a word
    firm_town: Column  # the town a firm is named after
    firm_sound: Column
    firm_forms: Array  # the legal forms of a firm as bits; 0 where none is told
    firm_word_values: Values
    company: Column
    company_sound: Column
    company_trade: Column  # what it does, by the words of its name
    phones: Array
    phone_values: Values
    phone_digits: Values  # the same numbers with all their digits
    phone_whole: Values  # and with its country, where a row tells it
    phone_crowded: Array  # numbers that stand among others one digit apart
    emails: Array
    email_values: Values
    email_role: Array
    email_local: Array
    email_digits: Column
    national_id: Column
    birth: Column
    birth_days: Array  # the dates as whole numbers, YYYYMMDD; 0 for none, -1 for what was mistyped
    birth_typed: Array  # the same in the calendar that they were typed in
    house: Column
    street: Column
    street_kind: Column
    unit: Column
    home: Array  # house number and street as one number
    city: Column
    district: Column
    province: Column
    postal: Column
    postal_area: Column
    website: Column
    father: Column
    code: Column
    source: Array
    own_id: Array  # the customer that a row stood for in a list of this program's; 0 in other lists
    other: dict[str, Column]  # columns of unknown meaning that are worth a look
    mix: Array  # a number that depends on what the row says only; breaks ties whatever the order of rows


def oriented(traits: Traits, a: Array, b: Array) -> tuple[Array, Array]:
    """Turn every pair so that what it says, not where its rows stand, decides which comes first."""
    import numpy as np

    turned = traits.mix[a] > traits.mix[b]
    return np.where(turned, b, a), np.where(turned, a, b)


def read_traits(records: Records, *, fair: Array | None = None) -> Traits:
    """Take every row apart and number what was found.

    Where the records are a part of a longer list, `fair` tells which of them stand for the whole of it (see `Excerpt`).
    """
    import numpy as np

    records = _with_whole_titles(records)
    count = len(records)
    fair = np.ones(count, dtype=bool) if fair is None else fair
    rest, names = both(  # names alone take about as long as all the rest
        lambda: {**_contact_traits(records), **_place_traits(records)},
        lambda: _name_traits(records, fair=fair),
        rows=count,
    )
    own_id = np.zeros(count, dtype=np.int64)
    own_id[list(records.own_id)] = list(records.own_id.values())
    rest["national_id"] = _ids(records, names["firm"])
    named = names["given"], names["surname"]
    rest["birth_typed"] = days_as_typed(rest["birth_days"], rest["birth"].codes, *named)
    places = (rest["phones"], rest["home"][:, None])
    names["firm_forms"] = ft.telling_forms(names["firm_forms"], names["firm_name"].codes, places)
    return Traits(
        count=count, source=np.asarray(records.source, dtype=np.int64), own_id=own_id, **rest, **names
    )


def _with_whole_titles(records: Records) -> Records:
    """Write out the titles that are cut short, in front of names and in a column of their own."""
    names = with_titles_written_out(records.name)
    in_front = {title: f"{title} N" for title in set(records.name_prefix) - {""}}
    titles = with_titles_written_out(list(in_front.values()))
    if names:
        records = replace(records, name=[names.get(name, name) for name in records.name])
    if titles:
        whole = {title: titles.get(shown, shown).removesuffix(" N") for title, shown in in_front.items()}
        records = replace(records, name_prefix=[whole.get(title, "") for title in records.name_prefix])
    return records


def _name_traits(records: Records, *, fair: Array) -> dict[str, Any]:
    """Take the names of people and firms apart, and number what rows say."""
    import numpy as np

    names, firms, is_firm, heard = people_and_firms(records)
    given, surname, middle, ends, words = nt.read_names(names, fair)
    trusted = names.numbers(lambda name: name.trusted, np.bool_)
    as_written = given
    given, middle, surname = in_order(
        given, middle, surname, words, trusted, fair, homes=lambda: _homes(records)
    )
    # What is told twice proves no more than once.
    companies = Distinct.of(
        ["" if firm == name else firm for firm, name in zip(records.company, records.name)]
    )
    texts = Distinct.of(records.name)
    branches = once(firms, branch_name)
    firms, towns = ft.without_city(ft.mended(ft.joined(firms)), records.city)
    firm_name = encode(["".join(parts) for parts in firms])
    firm_codes, firm_values = ft.number_firm_words(firms)
    held = ft.held(firm_codes, firm_name.codes, len(firm_values))
    return {
        "firm": is_firm,
        "given": given,
        "surname": surname,
        "middle": middle,
        "surname_end": ends,
        "generation": names.numbers(lambda name: name.generation, np.int8),
        "addressed": (addressed := nt.addressed(records)),
        "kin": nt.with_wives(texts.numbers(kin_of, np.int8), addressed, given, words),
        "remark": texts.column(remark),
        "full": names.column(lambda name: name.given + name.middle + name.surname if name.surname else ""),
        "bag": np.where(is_firm, 0, texts.column(name_bag).codes),
        "in_columns": trusted,
        "turned": (given != as_written) & (surname > 0) & ~trusted,
        "surname_like": surname_like(given, surname, words, fair),
        "words": words,
        "person": np.where(words.short[given], 0, words.sound[given]),
        "firm_name": firm_name,
        "firm_word_codes": firm_codes,
        "firm_word_bits": ft.firm_word_bits(held, firm_name),
        "firm_word_placed": ft.placed(firm_codes, firm_values, records.address),
        "firm_word_held": held,
        "firm_town": encode([town or branch for town, branch in zip(towns, branches)]),
        "firm_sound": encode_as(firms, lambda words: firm_sound(words, heard)),
        "firm_forms": _legal_forms(records, is_firm),
        "firm_word_values": firm_values,
        "company": companies.column(lambda text: "".join(firm_words(text))),
        "company_sound": companies.column(lambda text: firm_sound(firm_words(text), heard)),
        "company_trade": companies.column(trade),
        "father": encode_as(records.father_name, father_key),
        "mix": _content_numbers(records),
    }


def _homes(records: Records) -> list[Array]:
    """Number by their phones, and by their addresses as they are written, who may live together."""
    phones = [phones[0] if phones else "" for phones in records.phones]
    return [encode(phones).codes, encode(records.address).codes]


def _contact_traits(records: Records) -> dict[str, Any]:
    """Number phones, e-mails, ids, dates and the columns of unknown meaning."""
    import numpy as np

    phones, phone_values, numbers = ct.encode_several(records.phones, ct.phone_number, ct.by_area)
    emails, email_values, _ = ct.encode_several(records.emails, ct.email_address)
    roles = np.array([False, *(is_role_email(v) for v in email_values[1:])])
    digits = ct.all_digits(records.phones, phones, phone_values)
    birth = encode(vk.years_alone(once(records.birth_date, vk.birth_key)))
    return {
        "phones": ct.with_area(phones, phone_values),
        "phone_values": phone_values,
        "phone_digits": digits,
        "phone_whole": ct.whole_numbers(numbers, len(phone_values)),
        "phone_crowded": ct.crowded(digits),
        "emails": emails,
        "email_values": email_values,
        "email_role": roles,
        "email_local": ct.email_locals(email_values, roles),
        "email_digits": encode(ct.email_digits(email_values)),
        "birth": birth,
        "birth_days": vk.days_as_numbers(birth.values),
        "website": encode_as(records.website, vk.site_key),
        "code": encode_as(records.customer_code, vk.code_key),
        "other": _other_columns(records),
    }


def _ids(records: Records, firm: Array) -> Column:
    """Number what names a person or a firm in a register: of the numbers that firms have the one that most of them tell.

    Two kinds of numbers differ though the firm is the same, and a firm's number is not that of those who work there.
    """
    people = records.national_id
    kinds = [people, records.company_id, records.economic_code]
    firms = max(kinds, key=lambda cells: sum(map(bool, compress(cells, firm))))
    if firms is not people:
        people = [theirs if is_firm else own for own, theirs, is_firm in zip(people, firms, firm.tolist())]
    return encode_as(people, vk.id_key)


def _place_traits(records: Records) -> dict[str, Any]:
    """Take addresses apart, and number what they and the columns of places say."""
    house, street, unit, kind = vk.read_addresses(records.address)
    postal = Distinct.of(records.postal_code)
    return {
        "house": house,
        "street": street,
        "unit": unit,
        "street_kind": kind,
        "home": encode_pair(house.codes, street.codes),
        "city": encode(vk.in_one_script(once(records.city, vk.place_key))),
        "district": encode(vk.in_one_script(once(records.district, vk.place_key))),
        "province": encode(vk.in_one_script(once(records.province, vk.place_key))),
        "postal": postal.column(vk.id_key),
        "postal_area": postal.column(vk.postal_area),
    }


def _legal_forms(records: Records, is_firm: Array) -> Array:
    import numpy as np

    rows = zip(records.name, records.company, is_firm.tolist())
    titles = [(name or company) if firm else "" for name, company, firm in rows]
    return np.array(once(titles, legal_forms), dtype=np.int64)


def tells_one(column: Column) -> bool:
    """Tell whether the values of a column of unknown meaning stand for few rows each, as a number for a person does."""
    import numpy as np

    filled = int(np.count_nonzero(column.codes))
    return len(column.values) - 1 >= _OF_FEW * filled


def _content_numbers(records: Records) -> Array:
    """Give each row a number that depends on what it says alone, not on its place or source."""
    r = records
    return stable_numbers(
        [
            f"{name}\n{company}\n{phones}\n{emails}\n{born}\n{ident}\n{address}\n{city}\n{code}{registered}{taxed}"
            for name, company, phones, emails, born, ident, address, city, code, registered, taxed in zip(
                r.name,
                r.company,
                r.phones,
                r.emails,
                r.birth_date,
                r.national_id,
                r.address,
                r.city,
                r.customer_code,
                r.company_id,
                r.economic_code,
            )
        ]
    )


def _other_columns(records: Records) -> dict[str, Column]:
    """Number the columns of unknown meaning, but those that are constant, hardly filled, or different in every row."""
    found: dict[str, Column] = {}
    for heading in sorted(records.other):
        cells = records.other[heading]
        kinds = set(cells) - {""}
        filled = len(cells) - cells.count("")
        if 1 < len(kinds) < 0.99 * filled and filled >= 0.02 * len(cells):
            found[heading] = encode_as(cells, fold)
    return dict(list(found.items())[:_MOST_OTHER])
