"""Phone books: vCard 2.1, 3.0 and 4.0 as phones and mail programs really write them, read card by card.

Nothing in a card can cost another card: what is not understood is left where it stands.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from smbcrm.core.grid import Grid, Problem
from smbcrm.core.say import say
from smbcrm.readers.encoding import Decoded, decode
from smbcrm.readers.problems import first_few
from smbcrm.readers.vcard_cells import Property, card_cells, ordered_columns

_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r'(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*")*)')
_QUOTED_PRINTABLE = re.compile(r"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE\b", re.IGNORECASE)
_NOT_KEPT = frozenset(
    ["PHOTO", "LOGO", "SOUND", "KEY", "VERSION", "PRODID", "REV", "BEGIN", "END", "KIND", "CALSCALE"]
)


@dataclass(slots=True)
class _Card:
    properties: list[Property] = field(default_factory=list)
    closed: bool = False
    foreign_lines: int = 0


def read_vcard(decoded: Decoded, *, file: str) -> Grid:
    """Give a phone book as a grid with English headings; row n is the n-th card, the headings are row 0.

    Several values of one kind stand in one cell, parted by ` ; `. Pictures, sounds and keys are not kept.
    """
    rows: list[Mapping[str, str]] = []
    numbers: list[int] = []
    problems = list(decoded.problems)
    for number, card in enumerate(_cards(decoded.text.replace("\0", "")), 1):
        cells = card_cells(card.properties)
        if not card.closed:
            problems.append(
                Problem(what=say("card {card} has no end; what it holds was read", card=number), row=number)
            )
        if card.foreign_lines:
            what = say(
                "{count} lines of card {card} are no vCard lines and were left out",
                count=card.foreign_lines,
                card=number,
            )
            problems.append(Problem(what=what, row=number))
        if cells:
            rows.append(cells)
            numbers.append(number)
        else:
            problems.append(Problem(what=say("card {card} is empty", card=number), row=number))
    columns = ordered_columns(rows)
    table = [[cells.get(column, "") for column in columns] for cells in rows]
    for row in table:
        while not row[-1]:
            row.pop()
    return Grid(
        file=file,
        sheet="",
        rows=[columns, *table] if table else [],
        row_numbers=[0, *numbers] if table else [],
        kind="vcf",
        encoding=decoded.encoding,
        problems=first_few(problems),
    )


def _cards(text: str) -> Iterator[_Card]:
    card: _Card | None = None
    for line in _whole_lines(text):
        head = line[:12].strip().upper()
        if head.startswith("BEGIN:VCARD"):
            if card:
                yield card
            card = _Card()
        elif card is None:
            continue
        elif head.startswith("END:VCARD"):
            card.closed = True
            yield card
            card = None
        elif line.strip():
            _add(line, card)
    if card:
        yield card


def _add(line: str, card: _Card) -> None:
    match = _LINE.fullmatch(line.strip("\r\n"))
    if not match:
        # Pictures of old phones go on over lines without a sign that they do.
        card.foreign_lines += not re.fullmatch(r"[A-Za-z0-9+/=\s]*", line)
        return
    group, name, parameters, value = match.groups()
    name = name.upper()
    if name in _NOT_KEPT:
        return
    types, others = _parameters(parameters)
    encoding = others.get("ENCODING", "").upper()
    if "QUOTED-PRINTABLE" in (encoding, *map(str.upper, types)):
        value = _text_of(binascii.a2b_qp(value.encode("utf-8")), others.get("CHARSET", ""))
    elif encoding in ("B", "BASE64") or "base64" in types:
        try:
            value = _text_of(binascii.a2b_base64(value), others.get("CHARSET", ""))
        except (binascii.Error, ValueError):
            card.foreign_lines += 1
            return
    types -= {"quoted-printable", "base64", "8bit", "7bit"}
    card.properties.append(
        Property(name=name, group=group or "", types=frozenset(types), parameters=others, value=value)
    )


def _parameters(text: str) -> tuple[set[str], dict[str, str]]:
    """Part the types of a property, whichever way its version writes them, from its other parameters."""
    types: set[str] = set()
    others: dict[str, str] = {}
    for parameter in _PARAMETER.findall(text):
        key, sign, value = parameter.partition("=")
        value = value.replace('"', "")
        if not sign:
            types.add(key.strip().lower())
        elif key.strip().upper() == "TYPE":
            types.update(word.strip().lower() for word in value.split(","))
        else:
            others[key.strip().upper()] = value
    return types, others


def _text_of(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(data, name="").text


def _whole_lines(text: str) -> Iterator[str]:
    """Put folded lines together again: by a blank at the start of the next, or by `=` at the end of a quoted one."""
    parts: list[str] = []
    soft = False
    for line in _LINE_END.split(text):
        if soft and not line[:12].upper().startswith(("BEGIN:VCARD", "END:VCARD")):
            parts.append(line)
        elif parts and line[:1] in (" ", "\t"):
            parts.append(line[1:])
        else:
            if parts:
                yield "".join(parts)
            parts = [line]
        soft = line.endswith("=") and bool(_QUOTED_PRINTABLE.match(parts[0]))
        if soft:
            parts[-1] = parts[-1][:-1]
    if parts:
        yield "".join(parts)
