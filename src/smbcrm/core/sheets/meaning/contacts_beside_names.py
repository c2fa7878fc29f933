"""Phones and e-mail addresses that stand beside the name in one cell: "Sara Karimi - 0912 123 4567", "Ann Lee <ann@example.com>"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from smbcrm.core.headers import HeaderTable
from smbcrm.core.sheets.looks.columns import is_written_as_phone, plain
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import fold, fold_digits

_MAYBE = re.compile(r"@|\d(?:[\s().\-/–]{0,3}\d){6}")
_ADDRESS = re.compile(r"(?:mailto:)?([^\s,;|<>()\[\]:]+@[^\s,;|<>()\[\]]+\.[^\W\d]{2,})")
_NUMBER = re.compile(r"(?<![\w@.])(?:\+|00)?\(?\d(?:[\s().\-–]{0,3}\d){6,14}(?![\w@])")
_MARKS = " \t\r\n,،;؛:/|()[]<>-–—_•·*'\"\u200c\u200e\u200f"
_LABELS = word_set("""tel telephone telefon telefono teléfono téléphone tél fon phone ph mobile mob mobil handy cell cellular portable móvil movil celular cep gsm whatsapp wa t m p h
    email e-mail mail e contact kontakt تلفن تلفن‌همراه موبایل همراه شماره تماس ش ایمیل جوال هاتف тел телефон моб""")
_JOINED_BY = re.compile(r"\s*[&+/,،;-]\s*|\s+(?:and|und|et|y|e|ve|и|و)\s+", re.IGNORECASE)
_REACHED = frozenset({"phone", "mobile", "phone_home", "phone_work", "whatsapp", "email"})
_LOOKED_AT, _LEAST, _MOSTLY = 400, 2, 0.6
_LONGEST = 300  # signs: what is longer is a text, and its addresses would be looked for from every sign on


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """The names of a column, and the numbers and addresses that stood beside them, one cell for each row."""

    names: list[str]
    numbers: list[str]
    addresses: list[str]


def heads_names_and_contacts(heading: str, headers: HeaderTable) -> bool:
    """Tell whether a heading names a name and how to reach its bearer: "Name and phone", "نام و شماره تماس"."""
    fields = [headers.fields(part) for part in _JOINED_BY.split(heading.strip()) if part]
    if len(fields) < 2:
        return False
    return bool({"name", "company"}.intersection(fields[0])) and all(map(_REACHED.intersection, fields[1:]))


def hold_names_and_contacts(cells: Sequence[str]) -> bool:
    """Tell whether most cells of a column hold a name and how to reach its bearer."""
    shown = list(islice((cell for cell in cells if cell.strip()), _LOOKED_AT))
    both = sum(taken_apart(cell) is not None for cell in shown)
    return both >= max(min(_LEAST, len(shown)), _MOSTLY * len(shown)) and both > 0


def contacts_apart(cells: Sequence[str]) -> Apart | None:
    """Give the names of a column without the numbers and addresses beside them; None where no cell holds any."""
    found = {i: both for i, cell in enumerate(cells) if _MAYBE.search(cell) and (both := taken_apart(cell))}
    if not found:
        return None
    return Apart(
        names=[found[i][0] if i in found else cell for i, cell in enumerate(cells)],
        numbers=[found[i][1] if i in found else "" for i in range(len(cells))],
        addresses=[found[i][2] if i in found else "" for i in range(len(cells))],
    )


def taken_apart(cell: str) -> tuple[str, str, str] | None:
    """Give the name of a cell, its numbers and its addresses; None where it does not hold a name and one of the others.

    >>> taken_apart("Sara Karimi - 0912 123 4567"), taken_apart("Ann Lee <ann@example.com>")
    (('Sara Karimi', '0912 123 4567', ''), ('Ann Lee', '', 'ann@example.com'))
    >>> taken_apart("Kiosk 24"), taken_apart("Ann Lee (10002345)"), taken_apart("Ann Lee 05/06/1985"), taken_apart("0912 123 4567")
    (None, None, None, None)
    """
    if len(cell) > _LONGEST:
        return None
    addresses = _ADDRESS.findall(cell)
    rest = _ADDRESS.sub(" ; ", cell) if addresses else cell
    shown = _NUMBER.finditer(fold_digits(rest))
    numbers = [found.span() for found in shown if is_written_as_phone(plain(found[0]))]
    if not numbers and not addresses:
        return None
    told = [rest[start:end].strip() for start, end in numbers]
    for start, end in reversed(numbers):
        rest = f"{rest[:start]} ; {rest[end:]}"
    name = _named(rest)
    return (name, "; ".join(told), "; ".join(addresses)) if name else None


def _named(rest: str) -> str:
    """Give the one text that is left beside numbers and addresses, without words for these; nothing where several are, or a number."""
    parts = [part for one in rest.split(";") if (part := _without_labels(one))]
    if len(parts) != 1 or sum(map(str.isalpha, parts[0])) < _LEAST or any(map(str.isdecimal, parts[0])):
        return ""
    return parts[0]


def _without_labels(text: str) -> str:
    words = text.strip(_MARKS).split()
    while words and fold(words[-1]).strip(" .:") in _LABELS:
        words.pop()
    while words and fold(words[0]).strip(" .") in _LABELS and words[0].endswith((":", ".")):
        words.pop(0)
    return " ".join(words).strip(_MARKS)
