"""JSON: records as an array of objects or one object a line, an action as one object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from json.encoder import encode_basestring
from pathlib import PurePath
from typing import TextIO

from smbcrm.output.cells import plain_value, value_writers
from smbcrm.output.safe import escape_in_json
from smbcrm.output.view import View

_ROWS_AT_ONCE = 500
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_json(view: View, out: TextIO) -> None:
    """Write an array of objects, one object a line; nothing is `[]`."""
    opened = False
    for chunk in _chunks(view, ",\n  "):
        out.write(",\n  " if opened else "[\n  ")
        out.write(chunk)
        opened = True
    out.write("\n]\n" if opened else "[]\n")


def write_jsonl(view: View, out: TextIO) -> None:
    """Write one object a line."""
    for chunk in _chunks(view, "\n"):
        out.write(chunk)
        out.write("\n")


def _chunks(view: View, between: str) -> Iterator[str]:
    """Give the rows as JSON, some hundreds at a time, so that a million of them never stand in memory."""
    keys = [f"{encode_basestring(column.key)}: " for column in view.columns]
    writers = value_writers(view.columns)
    days = [column.kind == "date" for column in view.columns]
    waiting: list[str] = []
    for row in view.rows:
        fields = [
            key
            + (
                encode_basestring(value)
                if value.__class__ is str and (value or not day)  # a day that is not known is none
                else _encoded(value or None if day else value, as_is, plain)
            )
            for key, (as_is, plain), day, value in zip(keys, writers, days, row, strict=True)
        ]
        waiting.append(escape_in_json("{" + ", ".join(fields) + "}"))
        if len(waiting) >= _ROWS_AT_ONCE:
            yield between.join(waiting)
            waiting.clear()
    if waiting:
        yield between.join(waiting)


def _encoded(value: object, as_is: frozenset[type], plain: Callable[[object], object]) -> str:
    """Encode a value that is not text; the encoder itself is slow to start and is left to the rare ones."""
    if value is None:
        return "null"
    if value.__class__ not in as_is:
        value = plain(value)
    if value.__class__ is int or value.__class__ is float:
        return repr(value)
    if isinstance(value, list):
        return (
            "["
            + ", ".join(encode_basestring(one) if isinstance(one, str) else _encode(one) for one in value)
            + "]"
        )
    return _encode(value)


def _objects(view: View) -> Iterator[dict[str, object]]:
    keys = [column.key for column in view.columns]
    writers = value_writers(view.columns)
    days = [column.kind == "date" for column in view.columns]
    for row in view.rows:
        values = [
            None if day and value == "" else value if value.__class__ in as_is else plain(value)
            for (as_is, plain), day, value in zip(writers, days, row, strict=True)
        ]
        yield dict(zip(keys, values))


def write_object(data: Mapping[str, object], out: TextIO, *, one_line: bool = False) -> None:
    """Write one object; a view among its values becomes an array of objects."""
    encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=None if one_line else 2)
    out.write(escape_in_json(encoder.encode(plain_data(data))))
    out.write("\n")


def plain_data(value: object) -> object:
    """Give nested data as JSON can hold it: sentences in English, dates in ISO, records as objects."""
    if isinstance(value, View):
        return list(_objects(value))
    if isinstance(value, Mapping):
        return {str(key): plain_data(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type) and not hasattr(value, "template"):
        return {field.name: plain_data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain_data(one) for one in value]
    if isinstance(value, (set, frozenset)):
        return sorted((plain_data(one) for one in value), key=str)
    if isinstance(value, PurePath):
        return str(value)
    return plain_value(value)
