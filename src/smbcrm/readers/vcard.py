"""Phone books: vCard 2.1, 3.0 and 4.0 as phones and mail programs really write them, read card by card.

Nothing in a card can cost another card: what is not understood is left where it stands.
"""

from __future__ import annotations

import binascii
import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from smbcrm.core.grid import Grid, Problem
from smbcrm.core.say import Say, say
from smbcrm.readers.problems import first_few
from smbcrm.readers.refusal import cut_card
from smbcrm.readers.text.encoding import Decoded, decode
from smbcrm.readers.vcard_cells import Property, card_cells, ordered_columns

_LINE_END = re.compile(r"\r*\n|\r")
_LINE = re.compile(r'(?:([\w-]+)\.)?([\w-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)', re.DOTALL)
_LOOSE_LINE = re.compile(
    r"(?:([\w-]+)\.)?([\w-]+)\s*((?:;[^:]*)?):(.*)", re.DOTALL
)  # a quote that is not closed
_PARAMETER = re.compile(r';((?:[^";]|"[^"]*")*)')
_QUOTED_PRINTABLE = re.compile(r"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE\b", re.IGNORECASE)
_MARK = re.compile(r"[ \t]*(BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*", re.IGNORECASE)
_STARTS = re.compile(r"(?:VERSION|N|FN|TEL|EMAIL|ORG)[;:]", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:VERSION|N|FN|TEL|EMAIL|ORG|ADR|LABEL|TITLE|NOTE|URL|BDAY|PHOTO|REV|UID|X-[\w-]+)[;:]", re.IGNORECASE
)
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
_NOT_KEPT = frozenset(
    ["PHOTO", "LOGO", "SOUND", "KEY", "VERSION", "PRODID", "REV", "BEGIN", "END", "KIND", "CALSCALE"]
)
_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")


@dataclass(slots=True)
class _Card:
    properties: list[Property] = field(default_factory=list)
    begun: bool = True
    closed: bool = False
    foreign_lines: int = 0
    is_group: bool = False  # it only lists other cards
    last: str = ""  # the name of the property that was read last

    @property
    def expects_agent(self) -> bool:
        """Tell whether the card of a secretary may begin inside this one."""
        return self.last == "AGENT"


def read_vcard(decoded: Decoded, *, file: str) -> Grid:
    """Give a phone book as a grid with English headings; row n is the n-th card, the headings are row 0.

    Several values of one kind stand in one cell, parted by ` ; `. Pictures, sounds and keys are not kept. Raises UnreadableError
    for a file that ends before its first card tells anything.
    """
    rows: list[Mapping[str, str]] = []
    numbers: list[int] = []
    problems = list(decoded.problems)
    cards, outside = _cards(decoded.text.replace("\0", "").replace("\ufeff", ""))
    if outside:
        problems.append(
            Problem(
                what=say(
                    "{count} {count:line stands|lines stand} in no card and {count:was|were} left out",
                    count=outside,
                )
            )
        )
    for number, card in enumerate(cards, 1):
        problems += [Problem(what=what, row=number) for what in _oddities(card, number)]
        if card.is_group:
            what = say("card {card} is a group of contacts and nobody itself: left out", card=number)
            problems.append(Problem(what=what, row=number))
            continue
        cells = card_cells(card.properties)
        if cells:
            rows.append(cells)
            numbers.append(number)
        else:
            problems.append(Problem(what=say("card {card} is empty", card=number), row=number))
    if not rows and cards and not cards[-1].closed:
        raise cut_card(file)
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


def _oddities(card: _Card, number: int) -> Iterator[Say]:
    if not card.begun:
        yield say("card {card} has no beginning; what it holds was read", card=number)
    if not card.closed:
        yield say("card {card} has no end; what it holds was read", card=number)
    if card.foreign_lines:
        yield say(
            "{count} {count:line|lines} of card {card} {count:is no vCard line and was|are no vCard lines and were} left out",
            count=card.foreign_lines,
            card=number,
        )


def _cards(text: str) -> tuple[list[_Card], int]:
    """Give the cards in the order in which they begin, and how many lines stand in none."""
    cards: list[_Card] = []
    within: list[_Card] = []  # the open card, and those around it
    outside = 0
    for line in _whole_lines(text):
        mark = _MARK.match(line)
        if not mark and not within and _STARTS.match(line):
            within = [_Card(begun=False)]
            cards += within
        if mark and mark[1].upper() == "BEGIN":
            within = [*within, _Card()] if within and within[-1].expects_agent else [_Card()]
            cards.append(within[-1])
        elif mark:
            if within:
                within.pop().closed = True
        elif within:
            _add(line, within[-1])
        else:
            outside += 1
    return cards, outside


def _add(line: str, card: _Card) -> None:
    match = _LINE.fullmatch(line) or _LOOSE_LINE.fullmatch(line.replace('"', ""))
    if not match:
        _add_loose(line, card)
        return
    group, name, parameters, value = match.groups()
    name = name.upper()
    types, others = _parameters(parameters)
    encoding = others.get("ENCODING", "").upper()
    binary = encoding in ("B", "BASE64") or "base64" in types
    card.last = "PHOTO" if binary else name
    if name in _KINDS:
        card.is_group = card.is_group or value.strip().lower() == "group"
    if name in _NOT_KEPT or (name == "AGENT" and not value.strip()):
        return
    if "QUOTED-PRINTABLE" in (encoding, *map(str.upper, types)):
        value = _text_of(binascii.a2b_qp(value.encode("utf-8")), others.get("CHARSET", ""))
    elif binary:
        try:
            value = _text_of(binascii.a2b_base64(value), others.get("CHARSET", ""))
        except (binascii.Error, ValueError):
            card.foreign_lines += 1
            return
    types -= {"quoted-printable", "base64", "8bit", "7bit"}
    card.properties.append(
        Property(name=name, group=group or "", types=frozenset(types), parameters=others, value=value)
    )


def _add_loose(line: str, card: _Card) -> None:
    """Keep a line that is no property: a note goes on over such lines; pictures of old phones do, too."""
    if card.last == "NOTE" and card.properties:
        note = card.properties[-1]
        card.properties[-1] = dataclasses.replace(note, value=f"{note.value}\\n{line.strip()}")
    elif not (card.last in _NOT_KEPT and _BASE64.fullmatch(line)):
        card.foreign_lines += 1


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
    """Put folded lines together again: by a blank at the start of the next, or by `=` at the end of a quoted one.

    Cards that stand behind each other in one line are parted; where all lines of a card are indented, they are folded
    only where they are indented more.
    """
    parts: list[str] = []
    soft, indent = False, ""
    for line in _parted(filter(str.strip, _LINE_END.split(text))):
        mark = _MARK.match(line)
        blank = line[: len(line) - len(line.lstrip(" \t"))]
        if parts and _MARK.match(parts[0]):
            indent = blank
        if soft and not mark and not _NEXT.match(line):
            parts.append(line)
        elif (
            parts
            and not mark
            and not _MARK.match(parts[0])
            and line.startswith((indent + " ", indent + "\t"))
        ):
            parts.append(line[len(indent) + 1 :])
        else:
            if parts:
                yield "".join(parts)
            parts = [line.removeprefix(indent)]
        soft = line.endswith("=") and bool(_QUOTED_PRINTABLE.match(parts[0]))
        if soft:
            parts[-1] = parts[-1][:-1]
    if parts:
        yield "".join(parts)


def _parted(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        while (mark := _MARK.match(line)) and line[mark.end() :].strip():
            yield mark[0].strip()
            line = line[mark.end() :]
        yield line
