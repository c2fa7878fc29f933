"""How lists are read, as a text file (toml) for a person to edit: `readers/mapping_file.py` takes it back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from smbcrm.core.sheets.meaning.said import KEPT, place_key
from smbcrm.output.options import Format, OutputOptions
from smbcrm.output.safe import escape_in_json
from smbcrm.output.streams import open_target
from smbcrm.usecases.list_mappings import ListMapping, MappedColumn

_HEAD = """\
# How smbcrm reads your lists. Change what is wrong, then type: smbcrm mapping import FILE
# A text is your word. { guess = "..." } is what smbcrm found out by itself: write a text in its place to decide.
# The field "-" keeps a column as your own. A list is known by its headings: leave them as they are.
"""


def write_mappings(mappings: Sequence[ListMapping], file: Path) -> None:
    """Write mappings into a file, or to stdout where it is called `-`."""
    with open_target(OutputOptions(fmt=Format.TABLE, output=file)) as target:
        target.text.write(_HEAD)
        for mapping in mappings:
            target.text.write("\n" + "".join(f"{line}\n" for line in _lines(mapping)))


def _lines(mapping: ListMapping) -> Iterator[str]:
    said = mapping.said
    yield "[[mapping]]"
    yield f"name = {_text(said.name)}"
    yield f"kind = {_text(said.kind) if said.kind else _guess(mapping.kind)}"
    if said.no_header:
        yield "no_header = true"
    if said.header_row is not None:
        yield f"header_row = {said.header_row}"
    for name, value in (
        ("date_order", said.date_order),
        ("country", said.country),
        ("encoding", said.encoding),
        ("delimiter", said.delimiter),
    ):
        if value:
            yield f"{name} = {_text(value)}"
    yield ""
    yield "[mapping.columns]"
    several: dict[str, list[MappedColumn]] = {}
    for column in mapping.columns:
        several.setdefault(place_key(column.heading), []).append(column)
    for columns in several.values():
        values = [_value(column) for column in columns]
        yield f"{_text(columns[0].heading)} = {values[0] if len(values) == 1 else '[' + ', '.join(values) + ']'}"


def _value(column: MappedColumn) -> str:
    field = column.field or KEPT
    return _text(field) if column.by == "owner" else _guess(field)


def _guess(value: str) -> str:
    return f"{{ guess = {_text(value)} }}"


def _text(value: str) -> str:
    """Write a text in toml, which knows the escapes of JSON: no sign that moves a cursor or turns a line around stands in it bare."""
    return escape_in_json(json.dumps(value, ensure_ascii=False))
