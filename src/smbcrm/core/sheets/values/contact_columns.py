"""Phones and e-mails of a table's rows, whatever number of columns they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from smbcrm.core.emails import Email, all_addresses, parse_email_column, parse_emails
from smbcrm.core.heading_words import heading_words
from smbcrm.core.layout import Table
from smbcrm.core.mapping import Column
from smbcrm.core.phones import Phone, decide_country, parse_phone_column, parse_phones
from smbcrm.core.say import Say, say
from smbcrm.core.sheets.looks.own_export import values_of
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.not_theirs import SHOPS_OWN, of_the_other
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.sheets.values.row_countries import countries_of, domains_of, read_by_row, rows_that_name
from smbcrm.core.text import clean, fold_digits, has_persian
from smbcrm.core.values.numbering_plans import has_leading_zero, is_calling_code, main_country

_DAMAGED_NUMBER = re.compile(r"^\d(?:[.,]\d+)?[eE]\+?\d+$|#")
_PERSIAN_SIGNS = re.compile(r"[پچژگ]|\b(?:نام|شماره|آدرس|شهر|تلفن|کد)\b")
_ARABIC_SIGNS = re.compile(r"[ةأإ]|\bال")
_SEVERAL = 2
_LOCAL, _LONGEST_LOCAL = 3, 9
"""So many digits a number has that lacks its area code."""
_BAD_PHONE = say("not a valid phone number: kept as typed")
_BAD_EMAIL = say("not a valid e-mail address: kept as typed")


def with_area_codes(got: Gathered, areas: Sequence[Column], phones: Sequence[Column]) -> None:
    """Put area codes that stand in a column of their own before the numbers beside them that lack one."""
    for area in areas:
        dialled = _dialled_abroad if _are_of_countries(area, got.cells[area.index]) else _dialled_in_full
        if not phones:
            got.keep_aside(area.heading, [clean(cell) or None for cell in got.cells[area.index]])
            continue
        column = min(
            phones, key=lambda c: (c.field == "mobile", c.index < area.index, abs(c.index - area.index))
        )
        pairs = zip(got.cells[area.index], got.cells[column.index])
        got.cells = {**got.cells, column.index: [dialled(code, number) for code, number in pairs]}


def _dialled_in_full(code: str, number: str) -> str:
    """Give a number with its area code, unless it begins with one or could not have one.

    >>> _dialled_in_full("09443", "790603"), _dialled_in_full("021", "021 88776655"), _dialled_in_full("", "1")
    ('09443 790603', '021 88776655', '1')
    """
    area, digits = (re.sub(r"\D", "", fold_digits(text)) for text in (code, number))
    plain = fold_digits(number).lstrip(" (")
    if not area.strip("0") or not _LOCAL <= len(digits) <= _LONGEST_LOCAL or plain.startswith(("+", "0")):
        return number
    return f"{code.strip()} {number.strip()}"


_COUNTRY = word_set("country land pays país pais ülke paese страны کشور الدولة 国家 国")


def _are_of_countries(column: Column, cells: Sequence[str]) -> bool:
    """Tell whether codes beside phone numbers are those of countries: their heading or a plus says so, and there are such codes."""
    told = {fold_digits(cell).strip() for cell in cells if cell.strip()}
    said = not _COUNTRY.isdisjoint(heading_words(column.heading)) or all(
        cell.startswith("+") for cell in told
    )
    return bool(told) and said and all(is_calling_code(cell.lstrip("+0")) for cell in told)


def _dialled_abroad(code: str, number: str) -> str:
    """Give a number with the calling code of its country, unless it is written with one.

    >>> _dialled_abroad("44", "07700 900123"), _dialled_abroad("+98", "989123456701"), _dialled_abroad("98", "+44 7700 900123")
    ('+44 7700 900123', '+989123456701', '+44 7700 900123')
    """
    calling = fold_digits(code).strip().lstrip("+0")
    plain = fold_digits(number).strip()
    digits = re.sub(r"\D", "", plain)
    if not calling or len(digits) < _LONGEST_LOCAL - 2 or plain.startswith(("+", "00")):
        return number
    if digits.startswith(calling) and len(digits) > _LONGEST_LOCAL + len(calling):
        return f"+{plain}"
    zero = plain.startswith("0") and has_leading_zero(main_country(calling))
    return f"+{calling} {plain[zero:]}"


def addresses_for_numbers(got: Gathered, phones: Sequence[Column]) -> list[Column]:
    """Take the e-mail addresses that stand where a phone number should; give them as columns.

    Programs write one "contact" for each customer, whichever of the two they know.
    """
    found: list[Column] = []
    for column in phones:
        cells = got.cells[column.index]
        parted = {
            i: both for i, cell in enumerate(cells) if "@" in cell and (both := _without_addresses(cell))
        }
        if parted:
            place = _BEFORE_ALL - len(found)
            got.cells = {
                **got.cells,
                place: [parted[i][0] if i in parted else "" for i in range(len(cells))],
                column.index: [parted[i][1] if i in parted else cell for i, cell in enumerate(cells)],
            }
            found.append(replace(column, index=place, field="email", key="emails"))
    return found


_ADDRESS = re.compile(r"[^\s,;|<>()]+@[^\s,;|<>()]+\.[^\W\d]{2,}")


def _without_addresses(cell: str) -> tuple[str, str] | None:
    """Give the addresses of a cell and the number beside them, with its words; None where there is no number and something else.

    >>> _without_addresses("call +98 912 345 6701, a@example.com"), _without_addresses("a@example.com"), _without_addresses("Ann a@example.com")
    (('a@example.com', 'call +98 912 345 6701'), ('a@example.com', ''), None)
    """
    if all_addresses(cell):
        return cell, ""
    if len(cell) > _LONGEST_CONTACT:  # a text without blanks would be gone through from each of its letters
        return None
    mails, rest = _ADDRESS.findall(cell), _ADDRESS.sub(" ", cell).strip(" \t,;|/<>")
    number = sum(map(str.isdigit, rest)) >= _SHORTEST_NUMBER
    return ("; ".join(mails), rest) if mails and number else None


_SHORTEST_NUMBER, _LONGEST_CONTACT = 7, 400
_BEFORE_ALL = -1000  # such columns stand on no sheet; those of `_numbers_for_names` lie between


def gather_phones(got: Gathered, table: Table, columns: Sequence[Column], country: str) -> None:
    """Give every row its phone numbers, mobiles first, read for the country given or found."""
    texts = _telling_texts(got, table)
    countries = countries_of(got, table) if columns else []
    cells = [got.cells[c.index] for c in columns]
    got.country, why = decide_country(
        _without_country(cells, countries),
        persian=is_persian(texts),
        elsewhere=is_of_elsewhere(texts),
        hint=country,
        named=rows_that_name(countries, cells),
        domains=domains_of(got, table),
    )
    if not columns:
        return
    if any(
        got.country or not own
        for own, row in zip(countries or [""] * len(got.numbers), zip(*cells))
        if any(row)
    ):
        got.notes.append(why)
    if table.own:
        parsed = [_own_phones(one, got.country or None) for one in cells]
    elif countries:
        parsed = _by_row(got, table, cells, countries)
    else:
        parsed = [parse_phone_column(one, got.country or None) for one in cells]
    got.fields["phones"] = _in_one_list(columns, parsed, own=table.own)
    for column, numbers in zip(columns, parsed):
        _report_phones(got, column, numbers)


def _in_one_list(
    columns: Sequence[Column], parsed: Sequence[Sequence[tuple[Phone, ...]]], *, own: bool
) -> list[object]:
    """Bring the numbers of a row together, mobiles first; those of a list of ours stay in their order."""
    if own:
        return [tuple(dict.fromkeys(p.value for found in row for p in found)) or None for row in zip(*parsed)]
    if len(columns) == 1:
        return [_in_order(found) if found else None for found in parsed[0]]
    lists: list[object] = []
    mobile = [c.field == "mobile" for c in columns]
    for row in zip(*parsed):
        ranked = [
            (p.kind != "mobile" and not (m and p.kind == ""), p.value)
            for m, found in zip(mobile, row)
            for p in found
        ]
        lists.append(tuple(dict.fromkeys(v for _, v in sorted(ranked, key=lambda r: r[0]))) or None)
    return lists


def _report_phones(got: Gathered, column: Column, numbers: Sequence[tuple[Phone, ...]]) -> None:
    doubts: dict[int, Say] = {}
    for i, found in enumerate(numbers):
        if len(found) == 1 and found[0].valid:
            continue
        for phone in found:
            if not phone.valid:
                doubts[i] = phone.why or _BAD_PHONE
                if _DAMAGED_NUMBER.search(phone.value):
                    got.damaged.setdefault(i, set()).add("phones")
    got.report(column, doubts, field="phones")


def _without_country(columns: Sequence[Sequence[str]], countries: Sequence[str]) -> list[str]:
    """Give the numbers of rows that name no country, for only these need one; all numbers where every row names one."""
    if not all(countries):
        columns = [[cell for cell, own in zip(cells, countries) if not own] for cells in columns]
    return [cell for cells in columns for cell in cells if cell]


def _by_row(
    got: Gathered, table: Table, columns: Sequence[Sequence[str]], countries: Sequence[str]
) -> list[list[tuple[Phone, ...]]]:
    """Read numbers for the country of their row, and say how many were."""
    read = [read_by_row(cells, got.country, countries) for cells in columns]
    moved = sum(count for _, count in read)
    if moved:
        heading = next(c.heading for c in table.columns if c.field == "country")
        got.notes.append(
            say(
                "{n} {n:phone number is|phone numbers are} read as of the country that {n:its row names|their rows name}"
                " in column {column}",
                n=moved,
                column=heading,
            )
        )
    return [found for found, _ in read]


def _own_phones(cells: Sequence[str], country: str | None) -> list[tuple[Phone, ...]]:
    """Read the cells of a list of ours: value by value, in the order they were written in."""
    return [tuple(p for one in values_of(cell) for p in parse_phones(one, country)) for cell in cells]


def _telling_texts(got: Gathered, table: Table) -> list[str]:
    """Give the texts that show whose list it is: the cells; the headings only where cells hold no words."""
    shown = [text for c in table.columns for text in got.cells[c.index][:30] if any(map(str.isalpha, text))]
    return shown or [c.heading for c in table.columns]


def is_persian(texts: Sequence[str]) -> bool:
    """Tell whether texts are Persian, and not Arabic, which shares its letters.

    >>> is_persian(["نام خانوادگي", "سارا"]), is_persian(["اسم العميل", "أحمد"]), is_persian(["Name"])
    (True, False, False)
    """
    joined = " ".join(text for text in texts if has_persian(text))
    arabic = len(_ARABIC_SIGNS.findall(joined))
    return bool(joined) and len(_PERSIAN_SIGNS.findall(joined)) >= arabic


def is_of_elsewhere(texts: Sequence[str]) -> bool:
    """Tell whether several texts have letters that neither English nor a language in Arabic script has.

    >>> is_of_elsewhere(["Müller", "Straße", "Otto"]), is_of_elsewhere(["Sara", "سارا"]), is_of_elsewhere(["Café"])
    (True, False, False)
    """
    foreign = sum(any(map(_is_foreign_letter, text)) for text in texts if not text.isascii())
    return foreign >= _SEVERAL and foreign * 20 >= len(texts)


def _is_foreign_letter(sign: str) -> bool:
    return sign.isalpha() and not sign.isascii() and not has_persian(sign)


def _in_order(found: Sequence[Phone]) -> tuple[str, ...]:
    if len(found) == 1:
        return (found[0].value,)
    ranked = sorted(found, key=lambda phone: phone.kind != "mobile")
    return tuple(dict.fromkeys(phone.value for phone in ranked))


def gather_emails(got: Gathered, table: Table, columns: Sequence[Column]) -> None:
    """Give every row its e-mail addresses."""
    if not columns:
        return
    own = [c for c in table.columns if c.how == SHOPS_OWN]
    if own:
        beside = got.cells[own[0].index]
        got.cells = {**got.cells, **{c.index: of_the_other(got.cells[c.index], beside) for c in columns}}
    if table.own:
        parsed = [
            [tuple(e for one in values_of(cell) for e in parse_emails(one)) for cell in got.cells[c.index]]
            for c in columns
        ]
    else:
        parsed = [parse_email_column(got.cells[c.index]) for c in columns]
    if len(columns) == 1:
        lists: list[object] = [_values(found) if found else None for found in parsed[0]]
    else:
        lists = [
            tuple(dict.fromkeys(email.value for found in row for email in found)) or None
            for row in zip(*parsed)
        ]
    got.fields["emails"] = lists
    for column, found in zip(columns, parsed):
        doubts = {i: _BAD_EMAIL for i, row in enumerate(found) if row and not _all_valid(row)}
        got.report(column, doubts, field="emails")


def _values(found: Sequence[Email]) -> tuple[str, ...]:
    return (found[0].value,) if len(found) == 1 else tuple(dict.fromkeys(email.value for email in found))


def _all_valid(found: Sequence[Email]) -> bool:
    return found[0].valid if len(found) == 1 else all(email.valid for email in found)
