"""A filled-in list of questions about who is who: any table the readers take, or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from smbcrm.core.say import say
from smbcrm.core.text import header_key
from smbcrm.errors import UnreadableError
from smbcrm.readers.open_file import Reading, read_file, read_stream
from smbcrm.readers.text.encoding import decode

# How the columns are headed, in our own exports and by hand, in both languages.
_HEADINGS = {
    "pair": ("pair", "pair id", "جفت"),
    "customer_a": ("customer_a", "a", "مشتری الف"),
    "customer_b": ("customer_b", "b", "مشتری ب"),
    "answer": ("answer", "your answer", "پاسخ", "جواب"),
}
_FIELD = {header_key(heading): field for field, headings in _HEADINGS.items() for heading in headings}
_SEARCHED = 20  # rows in which the headings may stand

Row = tuple[int, dict[str, str]]  # its number in the file, and its cells by field


def read_answers_file(path: Path) -> list[Row]:
    """Give the rows of a file that name a pair and an answer; UnreadableError when it has no such columns."""
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    found = _from_json(data, path.name)
    return found if found is not None else _from_tables(read_file(path))


def read_answers(data: bytes, *, name: str = "stdin") -> list[Row]:
    """Give the rows of piped bytes like `read_answers_file`."""
    found = _from_json(data, name)
    return found if found is not None else _from_tables(read_stream(data, name=name))


def _from_tables(reading: Reading) -> list[Row]:
    for grid in reading.grids:
        for place, cells in enumerate(grid.rows[:_SEARCHED]):
            columns = _columns(cells)
            if "answer" in columns and ("pair" in columns or {"customer_a", "customer_b"} <= {*columns}):
                numbered = zip(grid.row_numbers[place + 1 :], grid.rows[place + 1 :])
                return [(number, _picked(row, columns)) for number, row in numbered if any(row)]
    raise _no_columns(reading.file)


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Give the place of each column that is known; the first of two with one meaning."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        field = _FIELD.get(header_key(cell))
        if field:
            found.setdefault(field, place)
    return found


def _picked(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    return {field: row[place] for field, place in columns.items() if place < len(row)}


def _from_json(data: bytes, name: str) -> list[Row] | None:
    """Give the rows of JSON, an array of objects or an object a line; None where it is no JSON at all."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n\0")[:1] not in (b"[", b"{") and data[:2] not in (
        b"\xff\xfe",
        b"\xfe\xff",
    ):
        return None
    text = decode(data, name=name).text.strip()
    if text[:1] not in ("[", "{"):
        return None
    try:
        objects = list(_objects(text))
    except ValueError as problem:
        raise UnreadableError(
            say("{file} begins like JSON and is none", file=name),
            say("give what `smbcrm merge review --format json` wrote, with the answers filled in"),
        ) from problem
    rows = [(place, _told(one)) for place, one in enumerate(objects, start=1)]
    if rows and not any("answer" in cells for _, cells in rows):
        raise _no_columns(name)
    return rows


def _objects(text: str) -> Iterator[Mapping[str, Any]]:
    """Give the objects of an array, of an object that holds one array, or of lines."""
    try:
        found = json.loads(text)
    except ValueError:
        found = [json.loads(line) for line in text.splitlines() if line.strip()]
    if isinstance(found, dict):
        inside = [value for value in found.values() if isinstance(value, list)]
        found = inside[0] if len(inside) == 1 and "answer" not in found else [found]
    for one in found:
        if not isinstance(one, dict):
            raise ValueError("an object is needed")
        yield one


def _told(one: Mapping[str, Any]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for heading, value in one.items():
        field = _FIELD.get(header_key(str(heading)))
        if field:
            cells.setdefault(field, "" if value is None else str(value))
    return cells


def _no_columns(name: str) -> UnreadableError:
    return UnreadableError(
        say("{file} has no columns pair and answer", file=name),
        say("`smbcrm merge review --format csv -o answers.csv` writes a list to fill in"),
    )
