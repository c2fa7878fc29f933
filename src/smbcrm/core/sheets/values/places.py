"""Postal addresses put together from their parts, one for each place a row tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.heading_words import heading_words
from smbcrm.core.text import fold, fold_digits, has_persian, header_key

_WHERE = {
    "home": "home privat private personal domicile maison particular domicilio casa منزل خانه سکونت ev المنزل",
    "work": "business work office geschäftlich dienstlich geschaftlich professionnel bureau trabajo oficina کار دفتر ofis العمل",
    "other": "other weitere weiterer weiteres autre otra otro سایر diğer diger",
    "billing": "billing rechnungsadresse facturation facturación facturacion fatura invoice صورتحساب",
    "mailing": "mailing postal postanschrift",
    "shipping": "shipping ship delivery lieferadresse livraison envío envio teslimat ارسال",
}
_WHERE_WORDS = {word: where for where, words in _WHERE.items() for word in fold(words).split()}
_NUMBERED = re.compile(r"^address (\d+) ")
_AFTER_STREET = frozenset({"hausnummer", "hausnr", "kapino", "binano", "numeroexterior", "numerodecalle"})

SINGLE = ("city", "district", "province", "postal_code", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePart:
    """One column of an address: which part, of which place, with its values (None where empty)."""

    field: str
    heading: str
    values: Sequence[object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The addresses of all rows: the parts of the main one, all written addresses where there are several, and the rest.

    `aside` holds what found no room, by heading.
    """

    parts: dict[str, list[object]]
    addresses: list[tuple[str, ...] | None]
    aside: dict[str, dict[int, str]]


def put_together(columns: Sequence[PlacePart], rows: int) -> Places:
    """Give every row its addresses; nothing that a column holds is lost."""
    groups: dict[str, list[PlacePart]] = {}
    for column in columns:
        groups.setdefault(_place_of(column.heading), []).append(column)
    found = Places(parts={}, addresses=[None] * rows, aside={})
    if len(groups) == 1 or not any(c.field == "address" for c in columns):
        _one_place(columns, rows, found)
    elif groups:
        for i in range(rows):
            _several_places(list(groups.values()), i, rows, found)
    return found


def _place_of(heading: str) -> str:
    words = heading_words(heading)
    numbered = _NUMBERED.match(fold(heading).replace("-", " ") + " ")
    if numbered and len(words) > 2:
        return numbered[1]
    return next((_WHERE_WORDS[word] for word in words if word in _WHERE_WORDS), "")


_CODE_BEFORE = re.compile(r"([A-Z]{1,2}-)?(\d{4,5})\s+(?=[^\W\d])")
_MOSTLY = 0.6


def codes_before_towns(towns: Sequence[object]) -> tuple[list[object], list[object]] | None:
    """Give postal codes and towns of a column that holds both ("9120 Beveren"); None where most cells hold towns alone.

    >>> codes_before_towns(["9120 Beveren", "D-50667 Köln", None]), codes_before_towns(["Köln", "4 Palms"])
    ((['9120', '50667', None], ['Beveren', 'Köln', None]), None)
    """
    found = [_CODE_BEFORE.match(town) if isinstance(town, str) else None for town in towns]
    filled = sum(town is not None for town in towns)
    if not filled or sum(map(bool, found)) < _MOSTLY * filled:
        return None
    codes: list[object] = [match[2] if match else None for match in found]
    return codes, [str(town)[m.end() :] if m else town for m, town in zip(found, towns)]


def of_the_receiver(heading: str) -> bool:
    """Tell whether a heading is about where or to whom something is sent.

    >>> of_the_receiver("Shipping First Name"), of_the_receiver("Billing Name")
    (True, False)
    """
    return _place_of(heading) == "shipping"


def _one_place(columns: Sequence[PlacePart], rows: int, found: Places) -> None:
    for name in SINGLE:
        own = [c for c in columns if c.field == name]
        if own:
            found.parts[name] = list(own[0].values)
            for other in own[1:]:
                _merge_single(found, name, other)
    written = [c for c in columns if c.field not in SINGLE]
    if len(written) == 1 and written[0].field == "address":
        found.parts["address"] = list(written[0].values)
    elif written:
        found.parts["address"] = [street_line(_texts(written, i)) or None for i in range(rows)]


def _merge_single(found: Places, name: str, other: PlacePart) -> None:
    values = found.parts[name]
    for i, value in enumerate(other.values):
        if not value:
            continue
        if values[i] is None:
            values[i] = value
        elif values[i] != value:
            found.aside.setdefault(other.heading, {})[i] = str(value)


def _several_places(groups: Sequence[Sequence[PlacePart]], i: int, rows: int, found: Places) -> None:
    lines = [street_line(_texts([c for c in group if c.field not in SINGLE], i)) for group in groups]
    filled = [bool(line) or any(c.values[i] for c in group) for line, group in zip(lines, groups)]
    if not any(filled):
        return
    main = next((k for k, line in enumerate(lines) if line), filled.index(True))
    for k in [main, *(k for k in range(len(groups)) if k != main)]:
        group = groups[k]
        singles = [c for c in group if c.field in SINGLE and c.values[i]]
        if k != main and lines[k]:
            whole = ", ".join([lines[k], *(str(c.values[i]) for c in singles)])
            if whole != lines[main]:
                found.addresses[i] = (*(found.addresses[i] or (lines[main],)), whole)
            continue
        for column in singles:
            values = found.parts.setdefault(column.field, [None] * rows)
            if values[i] is None:
                values[i] = column.values[i]
            elif values[i] != column.values[i]:
                found.aside.setdefault(column.heading, {})[i] = str(column.values[i])
    if lines[main]:
        found.parts.setdefault("address", [None] * rows)[i] = lines[main]


def _texts(columns: Sequence[PlacePart], i: int) -> list[tuple[str, str, str]]:
    return [(c.field, c.heading, str(c.values[i])) for c in columns if c.values[i]]


def street_line(parts: Sequence[tuple[str, str, str]]) -> str:
    """Give one address from (field, heading, text) parts: the house number beside its street, then the rest.

    >>> street_line([("street_number", "No", "23"), ("address", "Street", "Larcombe Crescent"), ("address2", "Unit", "4")])
    '23 Larcombe Crescent, Unit 4'
    >>> street_line([("address", "آدرس", "خیابان حافظ"), ("street_number", "پلاک", "12")])
    'خیابان حافظ، پلاک 12'
    """
    streets: list[str] = []
    for field, _, text in parts:
        if field == "address" and not any(fold(text) in fold(s) for s in streets):
            streets = [s for s in streets if fold(s) not in fold(text)] + [text]
    number = next(((heading, text) for field, heading, text in parts if field == "street_number"), None)
    if number is not None:
        streets[:1] = [_with_number(streets[0] if streets else "", *number)]
    for field, heading, text in parts:
        if field in ("address2", "po_box") and not any(fold(text) == fold(s) for s in streets):
            bare = text.isdecimal()
            streets.append(f"{heading} {text}" if bare else text)
    comma = "، " if has_persian("".join(streets)) else ", "
    return comma.join(streets) if len(streets) > 1 else "".join(streets)


def _with_number(street: str, heading: str, number: str) -> str:
    if not street:
        return number
    if fold_digits(number) in re.split(r"[\s,،.\-/]+", fold_digits(street)):
        return street
    if has_persian(street):
        return f"{street}، پلاک {number}" if number.isdecimal() else f"{street}، {number}"
    return f"{street} {number}" if header_key(heading) in _AFTER_STREET else f"{number} {street}"
