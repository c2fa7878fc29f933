"""Which cell of a table each property of a vCard belongs in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_COLUMNS = (
    "Full name", "Name prefix", "First name", "Middle name", "Last name", "Name suffix", "Nickname",
    "Mobile", "Phone", "Home phone", "Work phone", "Fax", "Email",
    "Company", "Department", "Job title", "Address", "City", "Province", "Postal code", "Country", "Address 2",
    "Birthday", "Anniversary", "Gender", "Website", "Notes", "Tags",
)  # fmt: skip
_NAME_PARTS = ("Last name", "First name", "Middle name", "Name prefix", "Name suffix")
_PLACE_PARTS = ("City", "Province", "Postal code", "Country")
_SIMPLE = {
    "FN": "Full name",
    "NICKNAME": "Nickname",
    "TITLE": "Job title",
    "ROLE": "Job title",
    "URL": "Website",
    "NOTE": "Notes",
    "GENDER": "Gender",
    "X-GENDER": "Gender",
}
_DATES = {
    "BDAY": "Birthday",
    "ANNIVERSARY": "Anniversary",
    "X-ANNIVERSARY": "Anniversary",
    "X-EVOLUTION-ANNIVERSARY": "Anniversary",
}
_SILENT_TYPES = frozenset(
    [
        "voice",
        "pref",
        "internet",
        "x-internet",
        "msg",
        "text",
        "uri",
        "other",
        "main",
        "home",
        "work",
        "pager",
    ]
)
_NAMED = frozenset(["FN", "N"])
_NETWORKS = {"instagram": "Instagram", "telegram": "Telegram", "whatsapp": "WhatsApp"}
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_SPLIT = re.compile(r"(?<!\\);")
_SPLIT_COMMA = re.compile(r"(?<!\\),")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One line of a card, decoded but not yet unescaped."""

    name: str
    group: str
    types: frozenset[str]
    parameters: Mapping[str, str]
    value: str

    @property
    def preferred(self) -> bool:
        """Tell whether the card puts this before others of its name."""
        return "pref" in self.types or self.parameters.get("PREF", "") == "1"


def card_cells(properties: Iterable[Property]) -> dict[str, str]:
    """Give the filled cells of one card by heading."""
    properties = list(properties)
    labels = {
        one.group.lower(): _APPLE_LABEL.sub(r"\1", one.value).strip()
        for one in properties
        if one.name == "X-ABLABEL" and one.group
    }
    cells: dict[str, list[str]] = {}
    named: set[str] = set()
    for one in sorted(properties, key=lambda one: one.name in _NAMED and not one.preferred):
        if one.name == "X-ABLABEL":
            continue
        if one.name in _NAMED and one.name in named:  # the same person in another script
            other = " ".join(map(_listed, _SPLIT.split(one.value))).strip()
            found: Iterable[tuple[str, str]] = [("Other name", other)]
        else:
            found = _cells_of(one, labels.get(one.group.lower(), ""), cells)
        if one.name in _NAMED and one.value.strip(" ;"):
            named.add(one.name)
        for column, text in found:
            text = text.strip()
            if text and text not in cells.setdefault(column, []):
                cells[column].append(text)
    return {
        column: ("\n" if column == "Notes" else " ; ").join(texts) for column, texts in cells.items() if texts
    }


def ordered_columns(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Give the headings that some card fills: the known ones in their order, then the others as they came."""
    seen = dict.fromkeys(column for cells in rows for column in cells)
    return [column for column in _COLUMNS if column in seen] + [
        column for column in seen if column not in _COLUMNS
    ]


def _cells_of(one: Property, label: str, cells: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, str]]:
    if one.name == "N" and "X-GUESSED" in one.parameters:
        return []
    if one.name == "X-SMBCRM-FIELD":
        column, *texts = _SPLIT.split(one.value, maxsplit=1)
        return [(_plain(column), _plain(text)) for text in texts]
    if one.name == "N":
        return zip(_NAME_PARTS, map(_listed, _SPLIT.split(one.value)))
    if one.name == "TEL":
        return [_phone(one, label)]
    if one.name == "EMAIL":
        return [("Email", re.sub("^mailto:", "", _plain(one.value), flags=re.IGNORECASE))]
    if one.name == "ADR":
        return _address(one.value, before=cells)
    if one.name == "ORG":
        company, *units = map(_plain, _SPLIT.split(one.value))
        return [("Company", company), ("Department", " / ".join(filter(None, units)))]
    if one.name in _DATES:
        return [(_DATES[one.name], _date(one))]
    if one.name == "X-ABDATE":
        return [("Anniversary" if label.lower() == "anniversary" else label or "Date", _date(one))]
    if one.name in ("CATEGORIES", "X-CATEGORIES"):
        return [("Tags", _plain(tag)) for tag in _SPLIT_COMMA.split(one.value)]
    if one.name in ("X-SOCIALPROFILE", "IMPP") and (network := _network(one, label)):
        return [(network, re.sub(r"^(?!https?:)[\w-]+:", "", _plain(one.value)))]
    if one.name == "X-ANDROID-CUSTOM":
        return [_android(one.value)]
    text = _plain(one.value)
    return [
        (_SIMPLE.get(one.name, one.name), f"{label}: {text}" if label and one.name not in _SIMPLE else text)
    ]


def _network(one: Property, label: str) -> str:
    """Give the column of a network that a profile belongs to; nothing for one that has no column."""
    words = {*one.types, one.parameters.get("X-SERVICE-TYPE", "").lower(), label.lower()}
    return next((column for word, column in _NETWORKS.items() if word in words), "")


def _phone(one: Property, label: str) -> tuple[str, str]:
    """Give the column of a number by its type; a label of the owner's own stays in front of the number."""
    number = re.sub("^tel:", "", _plain(one.value), flags=re.IGNORECASE).replace(";ext=", " ext ")
    words = one.types | {label.lower()}
    if any("fax" in word for word in words):
        return "Fax", number
    if words & {"cell", "mobile", "iphone"}:
        return "Mobile", number
    if "home" in words:
        return "Home phone", number
    if words & {"work", "company"}:
        return "Work phone", number
    own = label or next((word.removeprefix("x-") for word in sorted(one.types - _SILENT_TYPES)), "")
    own = "" if own.lower() in _SILENT_TYPES else own
    return "Phone", f"{own}: {number}" if own and number else number


def _address(value: str, *, before: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, str]]:
    box, extended, street, *places = [_listed(part) for part in _SPLIT.split(value)] + [""] * (
        7 - value.count(";")
    )
    line = ", ".join(filter(None, (street, extended, box)))
    if "Address" not in before and "City" not in before:
        return [("Address", line), *zip(_PLACE_PARTS, places)]
    others = sum(column.startswith("Address ") for column in before)
    column = f"Address {others + 2} (other)" if others else "Address 2"
    return [(column, ", ".join(filter(None, (line, *places))))]


def _date(one: Property) -> str:
    """Give a date as a date: without its time, and without a year that only stands in for a missing one.

    >>> [_date(Property(name="BDAY", group="", types=frozenset(), parameters={}, value=v)) for v in ("--0203", "1985-04-12T00:00:00Z")]
    ['--02-03', '1985-04-12']
    """
    text = re.sub(r"[T ]\d\d:?\d\d(:?\d\d)?.*$", "", _plain(one.value))
    omitted = one.parameters.get("X-APPLE-OMIT-YEAR", "")
    if omitted and text.startswith(omitted):
        text = "-" + text.removeprefix(omitted)
    day = re.fullmatch(r"--?-?(\d\d)-?(\d\d)", text)
    return f"--{day[1]}-{day[2]}" if day else text


def _android(value: str) -> tuple[str, str]:
    kind, _, rest = value.partition(";")
    text = ", ".join(filter(None, map(_plain, _SPLIT.split(rest))))
    if kind.endswith("/nickname"):
        return "Nickname", _plain(rest.split(";")[0])
    return "X-ANDROID-CUSTOM", f"{kind.rpartition('/')[2]}: {text}"


def _listed(text: str) -> str:
    """Give a part of a name or address whose commas part several words of one kind."""
    return (
        " ".join(filter(None, (_plain(word) for word in _SPLIT_COMMA.split(text))))
        if "," in text
        else _plain(text)
    )


def _plain(text: str) -> str:
    r"""Take the escapes from a text.

    >>> _plain(r"line 1\nline 2\, more")
    'line 1\nline 2, more'
    """
    return (
        _ESCAPE.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], text).strip()
        if "\\" in text
        else text.strip()
    )
