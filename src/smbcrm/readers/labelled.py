"""Text in which every record is some lines of `label: value`: address books in LDIF, lists typed by hand."""

from __future__ import annotations

import base64
import binascii
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from smbcrm.core.grid import Grid, Problem
from smbcrm.core.say import say
from smbcrm.readers.problems import first_few
from smbcrm.readers.text.encoding import Decoded

_LINE = re.compile(r"([^\W\d][\w .'’()/#\u200c-]{0,38}?)((?:;[\w-]+)*)[ \t]*(::?|：)(?!//)[ \t]*(.*)")
_PARTING = re.compile(r"[\s*=_~-]*")
_LDIF = re.compile(r"(?:\s|#.*\n)*(?:version:[ \t]*1\s+)?(?:dn::?|objectclass:)[ \t]", re.IGNORECASE)
_LOOKED_AT = 400
_MOST_LABELS = 60
_MOSTLY = 0.9

# What an address book calls what every list has; other attributes keep their names.
_ATTRIBUTES = {
    "cn": "Full name", "displayname": "Full name", "givenname": "First name", "gn": "First name", "sn": "Last name",
    "surname": "Last name", "mail": "Email", "mozillasecondemail": "Email", "xmozillasecondemail": "Email", "telephonenumber": "Work phone",
    "homephone": "Home phone", "workphone": "Work phone", "mobile": "Mobile", "cellphone": "Mobile", "facsimiletelephonenumber": "Fax", "o": "Company",
    "ou": "Department", "title": "Job title", "street": "Address", "streetaddress": "Address", "postaladdress": "Address",
    "l": "City", "locality": "City", "st": "Province", "postalcode": "Postal code", "c": "Country", "countryname": "Country",
    "homestreet": "Home address", "homepostaladdress": "Home address", "mozillahomestreet": "Home address",
    "mozillahomelocalityname": "Home city", "mozillahomestate": "Home province", "mozillahomepostalcode": "Home postal code",
    "mozillahomecountryname": "Home country", "description": "Notes", "mozillanickname": "Nickname", "xmozillanickname": "Nickname",
    "workurl": "Website", "mozillaworkurl": "Website", "homeurl": "Website", "mozillahomeurl": "Website", "labeleduri": "Website",
    "birthyear": "Birth year", "birthmonth": "Birth month", "birthday": "Birth day",
}  # fmt: skip
_ONE = frozenset(["Full name", "First name", "Last name", "Company", "Nickname"])
_FOR_THE_DIRECTORY = frozenset(
    [
        "dn",
        "objectclass",
        "changetype",
        "version",
        "modifytimestamp",
        "mozillausehtmlmail",
        "luid",
        "jpegphoto",
    ]
)

_Record = tuple[int, list[tuple[str, str]]]  # the line it begins on, its labels and values


def read_labelled(decoded: Decoded, *, file: str) -> Grid | None:
    """Give the table of a text that holds its records line by line, or None where it is written in another way."""
    ldif = bool(_LDIF.match(decoded.text))
    if not ldif and not _seems_labelled(decoded.text[: 1 << 16]):
        return None
    problems: list[Problem] = []
    records = list(_records(decoded.text, problems, ldif=ldif))
    if not ldif and not _is_a_list(records):
        return None
    columns = list(dict.fromkeys(label for _, cells in records for label, _ in cells))
    place = {label: i for i, label in enumerate(columns)}
    rows = []
    for _, cells in records:
        row = [""] * len(columns)
        for label, value in cells:
            at = place[label]
            if not row[at]:
                row[at] = value
            elif value and label not in _ONE and value not in row[at].split(" ; "):
                row[at] = f"{row[at]} ; {value}"
        rows.append(row)
    filled = [(number, row) for (number, _), row in zip(records, rows) if any(row)]
    problems.append(Problem(what=say("every record is written as lines of label and value; read so")))
    return Grid(
        file=file, sheet="", rows=[columns, *(row for _, row in filled)] if filled else [],
        row_numbers=[0, *(number for number, _ in filled)] if filled else [], kind="labelled",
        encoding=decoded.encoding, problems=first_few([*problems, *decoded.problems]),
    )  # fmt: skip


def _seems_labelled(text: str) -> bool:
    """Tell whether nearly all lines at the beginning are a label and a value."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if not _PARTING.fullmatch(line)]
    found = [match for match in map(_LINE.fullmatch, lines) if match]
    labels = [match[1].strip().lower() for match in found]
    return len(lines) >= 4 and len(found) >= _MOSTLY * len(lines) and labels.count(labels[0]) > 1


def _is_a_list(records: Sequence[_Record]) -> bool:
    """Tell whether these are records of one kind: at least two, most of them beginning with the same label."""
    begins = Counter(cells[0][0] for _, cells in records if cells)
    labels = {label for _, cells in records for label, _ in cells}
    return (
        len(records) >= 2
        and 2 <= len(labels) <= _MOST_LABELS
        and max(begins.values()) * 3 >= len(records) * 2
    )


def _records(text: str, problems: list[Problem], *, ldif: bool) -> Iterator[_Record]:
    """Give the records: parted by blank or ruled lines, or where the label that the first one begins with comes again."""
    begun, cells, first = 0, list[tuple[str, str]](), ""  # `begun` is 0 between two records
    for number, line in _whole_lines(text, ldif=ldif):
        match = _LINE.fullmatch(line)
        if match is None:
            if begun and _PARTING.fullmatch(line):
                yield begun, cells
                begun, cells = 0, []
            elif cells:
                label, value = cells[-1]
                cells[-1] = (label, f"{value} {line.strip()}".strip())
            continue
        label = match[1].strip()
        if label.lower() == first and cells and not ldif:
            yield begun, cells
            begun, cells = 0, []
        first, begun = first or label.lower(), begun or number
        value = _value(match[4], coded=ldif and match[3] == "::", number=number, problems=problems)
        if not ldif:
            cells.append((label, value))
        elif label.lower() not in _FOR_THE_DIRECTORY:
            cells.append((_ATTRIBUTES.get(label.lower(), label), value))
    if begun:
        yield begun, cells


def _whole_lines(text: str, *, ldif: bool) -> Iterator[tuple[int, str]]:
    """Give every line and its number, in LDIF with the lines that go on after a blank put together."""
    whole, begun = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if ldif and line.startswith("#"):
            continue
        if ldif and line.startswith(" ") and whole:
            whole += line[1:]
            continue
        if begun:
            yield begun, whole
        whole, begun = line, number
    if begun:
        yield begun, whole


def _value(text: str, *, coded: bool, number: int, problems: list[Problem]) -> str:
    if not coded:
        return text.strip()
    try:
        return base64.b64decode(text.strip(), validate=True).decode("utf-8").replace("\r\n", "\n").strip()
    except (binascii.Error, ValueError):
        problems.append(Problem(what=say("this value is coded and cannot be read: left out"), row=number))
        return ""
