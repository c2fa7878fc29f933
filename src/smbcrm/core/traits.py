"""Rows made comparable: every field of `Records` as whole numbers, with how common each value is.

A number stands for one folded value and 0 for none, so that a million rows are a few arrays, equal values are equal
numbers, and each distinct value is taken apart once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from zlib import adler32, crc32

from smbcrm.core.addresses import parse_address
from smbcrm.core.emails import is_junk_email, is_role_email
from smbcrm.core.person_names import (
    NO_NAME,
    SPECIAL_WORDS,
    PersonName,
    firm_sound,
    firm_words,
    known_given_names,
    looks_like_firm,
    misspelled_groups,
    name_bag,
    person_name,
    pet_groups,
)
from smbcrm.core.phones import is_junk_phone, phone_key
from smbcrm.core.records import Records
from smbcrm.core.sounds import name_words, word_sound
from smbcrm.core.text import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

Value = TypeVar("Value", bound=Hashable)

_PER_ROW = 3  # phones and e-mails of a row that are compared
_FIRM_WORDS = 6
_MOST_OTHER = 8
_PETS = 4
_NOT_DIGITS = re.compile(r"\D+")
_NO_DATES = ("19000101", "18991230", "18991231", "00010101")
_PLAIN_PHONE = re.compile(r"\+98\d{10}|\+1\d{10}", re.ASCII)
_RUNS = "12345678901234567890 98765432109876543210"
_NOT_ALNUM = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One field of all rows: `codes[i]` is row i's value as a number, `values[code]` what it stands for (0: nothing)."""

    codes: Array
    values: list[str]

    def __len__(self) -> int:
        return len(self.codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words that given names and surnames share, with their sound, pet forms and how many people bear them."""

    values: list[str]
    sound: Array
    pets: Array
    known: Array
    persian: Array
    people: Array
    initial: Array  # the first letter
    first_sound: Array  # the sound of the first letter
    short: Array  # one letter only
    texts: Array  # the words as an array
    length: Array
    letters: Array  # the letters a word is made of, as a set of bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What the matcher compares, one array per field; made by `read_traits`."""

    count: int
    firm: Array
    given: Array
    surname: Array
    middle: Array
    generation: Array
    full: Column
    bag: Array  # all words of the name whatever their order
    surname_like: Array  # for every name word, whether it is a surname rather than a given name here
    words: Words
    person: Array  # a number for the given name as it sounds, 0 for an initial or none
    firm_name: Column
    firm_word_codes: Array
    firm_word_bits: Array
    firm_word_held: Array  # how many different firm names hold a word
    firm_sound: Column
    firm_word_values: list[str]
    company: Column
    phones: Array
    phone_values: list[str]
    phone_digits: list[str]  # the same numbers with all their digits
    emails: Array
    email_values: list[str]
    email_role: Array
    email_local: Array
    email_digits: Column
    national_id: Column
    birth: Column
    house: Column
    street: Column
    unit: Column
    home: Array  # house number and street as one number
    city: Column
    district: Column
    province: Column
    postal: Column
    website: Column
    father: Column
    code: Column
    source: Array
    other: dict[str, Column]  # columns of unknown meaning that are worth a look
    mix: Array  # a number that depends on what the row says only; breaks ties whatever the order of rows


def encode(values: Sequence[str]) -> Column:
    """Number the distinct values in alphabetical order, from 1; empty text is 0."""
    import numpy as np

    distinct = sorted(set(values) - {""})
    number = {value: code for code, value in enumerate(distinct, start=1)}
    number[""] = 0
    codes = np.fromiter((number[value] for value in values), dtype=np.int32, count=len(values))
    return Column(codes, ["", *distinct])


def once(values: Sequence[Value], make: Callable[[Value], str]) -> list[str]:
    """Apply `make` to every value, once for each distinct one."""
    made = {value: make(value) for value in set(values)}
    return [made[value] for value in values]


def read_traits(records: Records) -> Traits:
    """Take every row apart and number what was found."""
    import numpy as np

    count = len(records)
    names, firms, is_firm = _people_and_firms(records)
    given, surname, middle, words = _name_words(names)
    given, surname = _in_order(given, surname, words, np.array([n.trusted for n in names], dtype=bool))
    firms = _without_city(firms, records.city)
    firm_name = encode(["".join(parts) for parts in firms])
    firm_codes, firm_values = _firm_words(firms)
    held = _held(firm_codes, firm_name.codes, len(firm_values))
    phones, phone_values = _several(records.phones, _phone_key)
    emails, email_values = _several(records.emails, _email_key)
    roles = np.array([False, *(is_role_email(v) for v in email_values[1:])])
    house, street, unit = _addresses(records.address)
    traits = dict(
        count=count,
        firm=is_firm,
        given=given,
        surname=surname,
        middle=middle,
        generation=np.fromiter((n.generation for n in names), dtype=np.int8, count=count),
        full=encode([n.given + n.middle + n.surname if n.surname else "" for n in names]),
        bag=_bags(records, is_firm),
        surname_like=_surname_like(given, surname, words),
        words=words,
        person=np.where(words.short[given], 0, words.sound[given]),
        firm_name=firm_name,
        firm_word_codes=firm_codes,
        firm_word_bits=_firm_word_bits(held, firm_name),
        firm_word_held=held,
        firm_sound=encode(once(firms, firm_sound)),
        firm_word_values=firm_values,
        company=encode(once(records.company, lambda text: "".join(firm_words(text)))),
        phones=phones,
        phone_values=phone_values,
        phone_digits=_all_digits(records.phones, phones, phone_values),
        emails=emails,
        email_values=email_values,
        email_role=roles,
        email_local=_locals(email_values, roles),
        email_digits=encode([_NOT_DIGITS.sub("", v.partition("@")[0]) for v in email_values]),
        national_id=encode(once(records.national_id, _id_key)),
        birth=encode(once(records.birth_date, _birth_key)),
        house=house,
        street=street,
        unit=unit,
        home=encode_pair(house.codes, street.codes),
        city=encode(once(records.city, _place_key)),
        district=encode(once(records.district, _place_key)),
        province=encode(once(records.province, _place_key)),
        postal=encode(once(records.postal_code, _id_key)),
        website=encode(once(records.website, _site_key)),
        father=encode(once(records.father_name, lambda text: "".join(name_words(text)))),
        code=encode(once(records.customer_code, _id_key)),
        source=np.asarray(records.source, dtype=np.int64),
        other=_other_columns(records),
        mix=_content_numbers(records),
    )
    return Traits(**traits)  # type: ignore[arg-type]


def encode_pair(first: Array, second: Array) -> Array:
    """Number the pairs of two columns from 1; 0 where either is missing."""
    import numpy as np

    both = (first.astype(np.int64) << 32) | second
    both[(first == 0) | (second == 0)] = 0
    distinct, codes = np.unique(both, return_inverse=True)
    return (codes + (0 if len(distinct) and distinct[0] == 0 else 1)).astype(np.int32)


def _people_and_firms(records: Records) -> tuple[list[PersonName], list[tuple[str, ...]], Array]:
    """Decide for every row whether it is a person or a firm, and take its name apart accordingly."""
    import numpy as np

    lists_firms = _lists_of_firms(records)
    rows = zip(records.name, records.first_name, records.last_name, records.company, records.source)
    read: dict[tuple[str, str, str, str, bool], tuple[PersonName, tuple[str, ...]]] = {}
    names: list[PersonName] = []
    firms: list[tuple[str, ...]] = []
    for name, first, last, company, source in rows:
        key = (name, first, last, "" if name else company, lists_firms.get(source, False))
        found = read.get(key)
        if found is None:
            found = read[key] = _read_name(*key)
        names.append(found[0])
        firms.append(found[1])
    return names, firms, np.fromiter((bool(words) for words in firms), dtype=bool, count=len(firms))


def _read_name(
    name: str, first: str, last: str, company: str, list_of_firms: bool
) -> tuple[PersonName, tuple[str, ...]]:
    """Take one name apart: as a person's, or as the words of a firm."""
    if first or last:
        return person_name(name, first, last), ()
    if name.isascii() and name.count(" ") == 1 and name.replace(" ", "").isalpha() and not list_of_firms:
        one, two = name.lower().split(" ")
        if one and two and one not in SPECIAL_WORDS and two not in SPECIAL_WORDS:
            return PersonName(one, two), ()
    title = name or company
    if title and (not name or _is_firm(name, list_of_firms)):
        return NO_NAME, tuple(firm_words(title))
    return person_name(name), ()


def _without_city(firms: Sequence[tuple[str, ...]], cities: Sequence[str]) -> list[tuple[str, ...]]:
    """Leave the row's own city out of a firm's name: Kian Store (Tehran) is Kian Store."""
    cleaned: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}
    out = []
    for words, city in zip(firms, cities):
        if not words or not city:
            out.append(words)
            continue
        key = (words, city)
        if key not in cleaned:
            place = set(name_words(city))
            cleaned[key] = tuple(word for word in words if word not in place) or words
        out.append(cleaned[key])
    return out


def _is_firm(name: str, list_of_firms: bool) -> bool:
    words = name_words(name)
    if looks_like_firm(words):
        return list_of_firms or len(words) != 2 or words[0] not in known_given_names()
    return list_of_firms


def _lists_of_firms(records: Records) -> dict[int, bool]:
    """Tell which sources list firms: few of their names hold a known given name, many a word such as shop or clinic."""
    known = known_given_names()
    tally: dict[int, list[int]] = {}
    seen: set[tuple[int, str]] = set()
    for name, first, last, source in zip(records.name, records.first_name, records.last_name, records.source):
        if not name or first or last or (source, name) in seen:
            continue
        seen.add((source, name))
        counts = tally.setdefault(source, [0, 0, 0])
        if counts[0] >= 3000:
            continue
        words = name_words(name)
        counts[0] += 1
        counts[1] += any(word in known for word in (words[:2] + words[-1:])) or any(len(w) == 1 for w in words[:1])
        counts[2] += looks_like_firm(words) or len(words) == 1 or len(words) > 4
    return {source: firms > max(people * 1.2, 0.1 * total) for source, (total, people, firms) in tally.items()}


def _name_words(names: Sequence[PersonName]) -> tuple[Array, Array, Array, Words]:
    """Number given names, surnames and middle names in one vocabulary."""
    import numpy as np

    count = len(names)
    column = encode([n.given for n in names] + [n.surname for n in names] + [n.middle for n in names])
    given, surname, middle = (column.codes[start : start + count] for start in (0, count, 2 * count))
    values = column.values
    sounds = encode([word_sound(word) for word in values]).codes
    groups, known = pet_groups(), known_given_names()
    pets = np.zeros((len(values), _PETS), dtype=np.int32)
    for code, word in enumerate(values):
        found = groups.get(word) or (misspelled_groups(word) if word not in known else ())
        if found:
            pets[code, : len(found[:_PETS])] = found[:_PETS]
    words = Words(
        values=values,
        sound=sounds,
        pets=pets,
        known=np.array([word in known for word in values]),
        persian=np.array([not word.isascii() for word in values]),
        people=_bearers(given, surname, len(values)),
        initial=encode([word[:1].replace("آ", "ا") for word in values]).codes,
        first_sound=encode([word_sound(word[:1])[:1] for word in values]).codes,
        short=np.array([len(word) == 1 for word in values]),
        texts=np.array(values, dtype=object),
        length=np.array([len(word) for word in values]),
        letters=np.array([_letter_set(word) for word in values], dtype=np.int64),
    )
    return given, surname, middle, words


def _letter_set(word: str) -> int:
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 31)
    return found


def _bags(records: Records, is_firm: Array) -> Array:
    import numpy as np

    return np.where(is_firm, 0, encode(once(records.name, name_bag)).codes)


def _leaning(given: Array, surname: Array, words: Words, weight: Array) -> Array:
    """Tell for every word how much more it is used as a given name than as a surname, in bits."""
    import numpy as np

    size = len(words.values)
    first = np.bincount(given, weights=weight, minlength=size) + 1 + 4 * words.known
    last = np.bincount(surname, weights=weight, minlength=size) + 1
    leaning = np.log2(first / last)
    leaning[0] = 0
    return leaning


def _in_order(given: Array, surname: Array, words: Words, trusted: Array) -> tuple[Array, Array]:
    """Put given name and surname in order where a name was written the other way round."""
    import numpy as np

    leaning = _leaning(given, surname, words, np.where(trusted, 2.0, 1.0))
    both = (given > 0) & (surname > 0) & ~words.short[given] & ~words.short[surname]
    turn = both & (leaning[surname] - leaning[given] > np.where(trusted, 4.0, 2.0))
    # A lone initial stands for the given name.
    turn |= ~trusted & words.short[surname] & ~words.short[given] & (given > 0) & (surname > 0)
    return np.where(turn, surname, given), np.where(turn, given, surname)


def _surname_like(given: Array, surname: Array, words: Words) -> Array:
    import numpy as np

    return _leaning(given, surname, words, np.ones(len(given))) < 0.5


def _bearers(given: Array, surname: Array, size: int) -> Array:
    """Count for every word the different people who bear it, by the names it stands beside."""
    import numpy as np

    one = np.concatenate([given, surname]).astype(np.int64)
    other = np.concatenate([surname, given]).astype(np.int64)
    distinct = np.unique((one << 32) | other)
    return np.bincount(distinct >> 32, minlength=size)


def _firm_words(firms: Sequence[tuple[str, ...]]) -> tuple[Array, list[str]]:
    import numpy as np

    distinct = sorted({word for words in set(firms) for word in words})
    number = {word: code for code, word in enumerate(distinct, start=1)}
    codes = np.zeros((len(firms), _FIRM_WORDS), dtype=np.int32)
    for row, words in enumerate(firms):
        if words:
            # Of a very long name the first words and the last tell it apart.
            kept = words if len(words) <= _FIRM_WORDS else (*words[: _FIRM_WORDS - 1], words[-1])
            codes[row, : len(kept)] = [number[word] for word in kept]
    return codes, ["", *distinct]


def _held(codes: Array, firm_name: Array, size: int) -> Array:
    """Count for every word the different firm names that hold it."""
    import numpy as np

    rows, places = np.nonzero(codes)
    pairs = np.unique((codes[rows, places].astype(np.int64) << 32) | firm_name[rows])
    return np.bincount(pairs >> 32, minlength=size)


def _firm_word_bits(held: Array, firm_name: Column) -> Array:
    """Weigh words by how few different firm names hold them."""
    import numpy as np

    bits = np.log2((len(firm_name.values) + 200) / (held + 0.5))
    bits[0] = 0
    return bits.astype(np.float32)


def _several(cells: Sequence[tuple[str, ...]], key: Callable[[str], str]) -> tuple[Array, list[str]]:
    """Number the values of a field that holds several per row, as a table with a few columns."""
    import numpy as np

    made = {value: key(value) for value in {value for cell in cells for value in cell}}
    distinct = sorted(set(made.values()) - {""})
    number = {value: code for code, value in enumerate(distinct, start=1)}
    code_of = {value: number.get(found, 0) for value, found in made.items()}
    codes = np.zeros((len(cells), _PER_ROW), dtype=np.int32)
    first = codes[:, 0]
    for row, cell in enumerate(cells):
        if len(cell) == 1:
            first[row] = code_of[cell[0]]
        elif cell:
            found = list(dict.fromkeys(code_of[value] for value in cell if code_of[value]))[:_PER_ROW]
            codes[row, : len(found)] = found
    return codes, ["", *distinct]


def _phone_key(value: str) -> str:
    digits = value[-9:]
    if _PLAIN_PHONE.fullmatch(value) and len(set(digits[2:])) > 2 and digits not in _RUNS:
        return digits  # what phone_key gives, for the commonest shapes
    return "" if is_junk_phone(value) else phone_key(value)


def _all_digits(cells: Sequence[tuple[str, ...]], codes: Array, values: list[str]) -> list[str]:
    """Give for every phone its digits without what stands before the area code, to compare misspelled ones."""
    digits = [""] * len(values)
    first = codes[:, 0].tolist()
    for cell, code in zip(cells, first):
        if code and not digits[code]:
            # Only the first number of a row is compared in this way; those kept for junk are left out.
            value = next(v for v in cell if _phone_key(v) == values[code]) if len(cell) > 1 else cell[0]
            if value[:1] == "+" and value.isascii():
                digits[code] = value.partition(";")[0][-10:]
            else:
                digits[code] = _NOT_DIGITS.sub("", fold(value)).lstrip("0")
    return digits


def _email_key(value: str) -> str:
    return "" if is_junk_email(value) else value if value.isascii() else fold(value).replace(" ", "")


def _locals(values: Sequence[str], roles: Array) -> Array:
    """Number the parts before the @ of e-mails; 0 for a role address, which many firms share."""
    return encode(["" if role else v.partition("@")[0].partition("+")[0] for v, role in zip(values, roles)]).codes


def _id_key(text: str) -> str:
    key = _NOT_ALNUM.sub("", fold(text))
    return "" if len(set(key)) < 2 and len(key) > 3 else key


def _birth_key(text: str) -> str:
    """Keep a date of eight digits, or a month and day as `0000MMDD`; the dates that programs write for none are none."""
    digits = text.replace("-", "")
    if text.startswith("--") and len(digits) == 4:
        return "0000" + digits
    if len(digits) != 8 or not digits.isdigit() or digits in _NO_DATES:
        return ""
    return digits


def _place_key(text: str) -> str:
    return "".join(word for word in name_words(text) if word not in ("city", "شهر", "استان", "شهرستان", "of"))


def _site_key(text: str) -> str:
    site = fold(text).partition("//")[2] or fold(text)
    return site.removeprefix("www.").split("/")[0].strip()


def _addresses(texts: Sequence[str]) -> tuple[Column, Column, Column]:
    made = {text: parse_address(text) for text in set(texts)}
    found = [made[text] for text in texts]
    return encode([a.number for a in found]), encode([a.street for a in found]), encode([a.unit for a in found])


def _content_numbers(records: Records) -> Array:
    """Give each row a number that depends on what it says alone, not on its place or source."""
    import numpy as np

    r = records
    texts = [
        f"{name}\n{company}\n{phones}\n{emails}\n{born}\n{ident}\n{address}\n{city}\n{code}".encode()
        for name, company, phones, emails, born, ident, address, city, code in zip(
            r.name, r.company, r.phones, r.emails, r.birth_date, r.national_id, r.address, r.city, r.customer_code
        )
    ]
    low = np.fromiter(map(crc32, texts), dtype=np.uint64, count=len(texts))
    high = np.fromiter(map(adler32, texts), dtype=np.uint64, count=len(texts))
    return (high << np.uint64(32)) | low


def _other_columns(records: Records) -> dict[str, Column]:
    """Number the columns of unknown meaning, but those that are constant, hardly filled, or different in every row."""
    found: dict[str, Column] = {}
    for heading in sorted(records.other):
        cells = records.other[heading]
        kinds = set(cells) - {""}
        filled = len(cells) - cells.count("")
        if 1 < len(kinds) < 0.9 * filled and filled >= 0.02 * len(cells):
            found[heading] = encode(once(cells, fold))
    return dict(list(found.items())[:_MOST_OTHER])
