"""A phone book: vCard 3.0, the version that phones and mail programs all read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from smbcrm.core.fields import IGNORED
from smbcrm.core.naming.name_parts import split_name
from smbcrm.core.sheets.looks.own_export import VCARD_ID, field_of_ours, guarded
from smbcrm.output.cells import plain_text
from smbcrm.output.view import View

_LONGEST_LINE = 75  # bytes, as the standard asks; the line end is not counted
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": None, ",": "\\,", ";": "\\;"})
_PLAIN = {
    "company": "ORG",
    "nickname": "NICKNAME",
    "job_title": "TITLE",
    "website": "URL",
    "notes": "NOTE",
}
_PLACES = ("city", "province", "postal_code", "country")
_NAMES = ("last_name", "first_name", "name_prefix")
_WRITTEN = frozenset(
    {*_PLAIN, *_PLACES, *_NAMES, "id", "name", "phone", "email", "address", "birth_date", "tags"}
)
_NO_YEAR = "1604"  # the year by which phones of one maker say that they know none


def write_vcards(view: View, out: TextIO) -> None:
    """Write one card for each row, in UTF-8 with CR LF, no line longer than 75 bytes.

    Phones, e-mails and addresses are written one by one. What has no property of its own, the columns of the owner's
    too, stands in X-SMBCRM-FIELD as name and value; what is computed is left out.
    """
    keys = [column.key for column in view.columns]
    others = [key for key in keys if key.startswith("address ")]
    more = [
        (key, column.kind)
        for key, column in zip(keys, view.columns, strict=True)
        if key not in _WRITTEN and key not in others and field_of_ours(key) != IGNORED
    ]
    for row in view.rows:
        card = dict(zip(keys, row, strict=True))
        for line in _lines(card, others):
            out.write(_folded(line))
        for key, kind in more:
            if text := plain_text(card[key], kind):
                out.write(_folded(f"X-SMBCRM-FIELD:{_escaped(key)};{_escaped(text)}"))
        out.write("END:VCARD\r\n")


def _lines(card: dict[str, object], others: Sequence[str]) -> Iterator[str]:
    name = _text(card, "name")
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    if number := _text(card, "id"):
        yield f"{VCARD_ID}:{_escaped(number)}"
    yield f"FN:{_escaped(name)}"
    yield _name_line(card, name)
    for key, property_ in _PLAIN.items():
        if text := _text(card, key):
            yield f"{property_}:{_escaped(text)}"
    for place, phone in enumerate(_several(card.get("phone"))):
        kinds = "VOICE" if place else "VOICE,PREF"
        yield f"TEL;TYPE={kinds}:{_escaped(phone.replace(';ext=', ' ext '))}"
    for email in _several(card.get("email")):
        yield f"EMAIL;TYPE=INTERNET:{_escaped(email)}"
    yield from _addresses(card, others)
    if day := _text(card, "birth_date"):
        yield _birthday(day)
    if tags := [tag for tag in _text(card, "tags").split("; ") if tag]:
        yield f"CATEGORIES:{','.join(map(_escaped, tags))}"


def _name_line(card: dict[str, object], name: str) -> str:
    """Give the parts of the name: as known, else as they seem to be, which is said so that nobody takes them for known."""
    last, first, prefix = (_text(card, key) for key in _NAMES)
    if last or first or prefix or not name or name == _text(card, "company"):
        return "N:" + ";".join(map(_escaped, (last, first, "", prefix, "")))
    seems = split_name(name)
    parts = (
        (seems.last, seems.first, "", seems.prefix, seems.suffix) if seems.first else ("", name, "", "", "")
    )
    return "N;X-GUESSED=YES:" + ";".join(map(_escaped, parts))


def _addresses(card: dict[str, object], others: Sequence[str]) -> Iterator[str]:
    street, *places = (_text(card, key) for key in ("address", *_PLACES))
    if street or any(places):
        yield "ADR;TYPE=HOME,PREF:" + ";".join(map(_escaped, ("", "", street, *places)))
    for key in others:
        if text := _text(card, key):
            yield f"ADR;TYPE=HOME:;;{_escaped(text)};;;;"


def _birthday(day: str) -> str:
    if day.startswith("--"):
        return f"BDAY;X-APPLE-OMIT-YEAR={_NO_YEAR}:{_NO_YEAR}{day[1:]}"
    return f"BDAY:{_escaped(day)}"


def _text(card: dict[str, object], key: str) -> str:
    return plain_text(card.get(key))


def _several(value: object) -> list[str]:
    if isinstance(value, (list, tuple)):
        return [text for text in map(plain_text, value) if text]
    text = plain_text(value)
    return [text] if text else []


def _escaped(text: str) -> str:
    return guarded(text).translate(_ESCAPES)


def _folded(line: str) -> str:
    r"""Give a line cut where the standard asks, never inside a letter.

    >>> _folded("NOTE:" + "ab" * 36)
    'NOTE:ababababababababababababababababababababababababababababababababababab\r\n ab\r\n'
    """
    if len(line) * 4 <= _LONGEST_LINE or len(line.encode()) <= _LONGEST_LINE:
        return line + "\r\n"
    parts, begun, size = [], 0, 0
    for place, letter in enumerate(line):
        wide = len(letter.encode())
        if size + wide > _LONGEST_LINE:
            parts.append(line[begun:place])
            begun, size = place, 1  # the blank that a continued line begins with
        size += wide
    return "\r\n ".join([*parts, line[begun:]]) + "\r\n"
