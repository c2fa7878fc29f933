"""dBase tables, as old shop programs keep them: fixed rows behind a head that names the columns.

The layout is that of dBase III and IV, FoxPro and Visual FoxPro. Every length is checked against the bytes that are there.
"""

from __future__ import annotations

import datetime
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from smbcrm.core.grid import Grid, Problem
from smbcrm.core.say import say
from smbcrm.readers import refusal
from smbcrm.readers.problems import first_few
from smbcrm.readers.text.encoding import decode

_HEAD, _COLUMN = 32, 32
_END_OF_COLUMNS = 0x0D
_GONE = 0x2A  # a star marks a row that was deleted and not yet swept out
# The mark of the code page in byte 29; other values are not told, and the letters decide.
_PAGES = {
    0x01: "cp437", 0x02: "cp850", 0x03: "cp1252", 0x08: "cp865", 0x09: "cp437", 0x0A: "cp850", 0x0D: "cp437", 0x57: "cp1252", 0x58: "cp1252",
    0x59: "cp1252", 0x64: "cp852", 0x65: "cp866", 0x66: "cp865", 0x6A: "cp737", 0x6B: "cp857", 0x7D: "cp1255", 0x7E: "cp1256", 0xC8: "cp1250",
    0xC9: "cp1251", 0xCA: "cp1254", 0xCB: "cp1253", 0xCC: "cp1257",
}  # fmt: skip
_FIRST_DAY = 1721425  # the Julian day number of 0001-01-01
_ELSEWHERE = frozenset("MGPW")  # notes and pictures stand in a file of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    name: bytes
    kind: str
    start: int
    length: int
    digits: int


def read_dbase(data: bytes, *, file: str, encoding: str = "") -> Grid:
    """Give a dBase table as a grid; row n is the n-th row of the table, the headings are row 0. Raises UnreadableError for a damaged one."""
    count, head, width = struct.unpack_from("<IHH", data, 4)
    columns = list(_columns(data, head))
    if not columns or head > len(data) or width < 1 + sum(column.length for column in columns):
        raise refusal.damaged(file)
    there = (len(data) - head) // width
    problems = []
    if there < count:
        problems.append(
            Problem(what=say("the file is cut off: {n} {n:row is|rows are} missing", n=count - there))
        )
    starts = range(head, head + min(count, there) * width, width)
    letters = b"\n".join([*(c.name for c in columns), *_texts(data, starts, columns)])
    page = encoding or _PAGES.get(data[29], "")
    told = decode(letters, name=file, encoding=page)
    rows: list[list[str]] = [[column.name.decode(told.encoding, "replace") for column in columns]]
    numbers, deleted = [0], 0
    for number, start in enumerate(starts, 1):
        if data[start] == _GONE:
            deleted += 1
            continue
        cells = [_cell(data[start + c.start : start + c.start + c.length], c, told.encoding) for c in columns]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            rows.append(cells)
            numbers.append(number)
    if deleted:
        problems.append(
            Problem(
                what=say(
                    "{count} {count:row is|rows are} marked as deleted and {count:was|were} left out",
                    count=deleted,
                )
            )
        )
    for column, heading in zip(columns, rows[0]):
        if column.kind in _ELSEWHERE:
            problems.append(
                Problem(what=say("its texts stand in another file and are not read"), column=heading)
            )
    return Grid(
        file=file, sheet="", rows=rows, row_numbers=numbers, kind="dbf", encoding=told.encoding,
        problems=first_few([*told.problems, *problems]),
    )  # fmt: skip


def _columns(data: bytes, head: int) -> Iterator[_Column]:
    place = 1  # behind the mark of deletion
    for at in range(_HEAD, min(head, len(data)) - 1, _COLUMN):
        if data[at] == _END_OF_COLUMNS or at + _COLUMN > len(data):
            return
        name, kind = data[at : at + 11].split(b"\0")[0], chr(data[at + 11])
        length, digits = data[at + 16], data[at + 17]
        if kind == "C":  # long texts keep the upper half of their length where numbers keep their digits
            length, digits = length + 256 * digits, 0
        if kind != "0":  # flags of the program's own
            yield _Column(name=name, kind=kind, start=place, length=length, digits=digits)
        place += length


def _texts(data: bytes, starts: range, columns: list[_Column]) -> Iterator[bytes]:
    spread = starts[:: max(1, len(starts) // 5000)]
    for start in spread:
        for column in columns:
            if column.kind == "C":
                yield data[start + column.start : start + column.start + column.length].rstrip(b" \0")


def _cell(raw: bytes, column: _Column, page: str) -> str:
    if column.kind in _ELSEWHERE:
        return ""
    if column.kind in "IYTB+@" and len(raw) in (4, 8):
        return _binary(raw, column)
    text = raw.rstrip(b" \0").decode(page if column.kind == "C" else "ascii", "replace").strip()
    if column.kind == "D":
        return f"{text[:4]}-{text[4:6]}-{text[6:8]}" if len(text) == 8 and text.isdecimal() else ""
    if column.kind == "L":
        return {"T": "TRUE", "Y": "TRUE", "F": "FALSE", "N": "FALSE"}.get(text.upper(), "")
    if column.kind in "NF":
        return text.lstrip("*")  # stars stand for a number that did not fit
    return text


def _binary(raw: bytes, column: _Column) -> str:
    if column.kind in "I+":
        return str(struct.unpack("<i", raw[:4])[0])
    if len(raw) < 8:
        return ""
    if column.kind == "Y":
        number = struct.unpack("<q", raw)[0]
        return f"{number / 10000:.4f}".rstrip("0").rstrip(".")
    if column.kind in "T@":
        day, milliseconds = struct.unpack("<II", raw)
        if not _FIRST_DAY <= day < _FIRST_DAY + 3_650_000:
            return ""
        moment = datetime.datetime.fromordinal(day - _FIRST_DAY + 1) + datetime.timedelta(
            milliseconds=milliseconds
        )
        return moment.strftime("%Y-%m-%d %H:%M:%S") if milliseconds else moment.strftime("%Y-%m-%d")
    value = struct.unpack("<d", raw)[0]
    return repr(value).removesuffix(".0") if abs(value) < 1e15 else ""
