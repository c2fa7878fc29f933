"""Lists in JSON: an array of records, a record on each line, or what a chat program or a web shop wraps around them.

The records are taken one after another from the text, so that a long list is never held as objects all at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from smbcrm.core.grid import Grid, Problem
from smbcrm.core.say import say
from smbcrm.readers import refusal
from smbcrm.readers.problems import first_few
from smbcrm.readers.text.encoding import Decoded

_BLANK = re.compile(r"[\s\ufeff]*")
_BETWEEN = re.compile(r"[\s,\ufeff]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_DEEPEST = 4  # so many records within records become columns; what lies deeper stays as it is written
_MOST_PARTS = 10  # so many records in a cell become columns
_MOST_COLUMNS = 2000
_WRAPPERS = frozenset({"list", "items", "data", "records", "rows", "results", "value", "values", "entries"})
# What Telegram exports beside the contacts: whom one wrote to most, without a number.
_ASIDE = frozenset({"frequent_contacts"})


class _Record(list[tuple[str, Any]]):
    """An object, its keys as often as they were written."""


_decoder = json.JSONDecoder(
    object_pairs_hook=_Record,
    parse_int=str,
    parse_float=lambda text: format(Decimal(text), "f"),
    parse_constant=lambda _: None,
)


@dataclass(slots=True)
class _List:
    """The records of one list, as far as they are read: their columns in the order in which they come.

    `alone` tells that the text is one object and nothing around it says that it is one of several.
    """

    columns: dict[str, None] = field(default_factory=dict)
    rows: list[Mapping[str, str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    arrays: list[tuple[int, list[str]]] = field(default_factory=list)
    left_out: int = 0
    alone: bool = False


def starts_as_json(text: str) -> bool:
    """Tell whether a text begins as lists in JSON do: with a record, or with an array of them.

    >>> starts_as_json('[{"name": "Sara"}, {'), starts_as_json('{"a": 1}'), starts_as_json("[Name],[Phone]")
    (True, True, False)
    """
    return re.match(r'[\s\ufeff]*(?:\[\s*[\[{\]]|\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}))', text) is not None


def read_json(decoded: Decoded, *, file: str, sheet: str = "") -> tuple[Grid, ...]:
    """Give each list of a JSON text as a grid; row n is the n-th record (of a file of lines: the line), the headings are row 0.

    Records within records become columns of their own, several values stand in one cell, parted by ` ; `. Raises UnreadableError
    for a text without records.
    """
    lists: dict[str, _List] = {}
    problems = list(decoded.problems)
    try:
        problems += _read(decoded.text, lists)
    except RecursionError as problem:
        raise refusal.too_much(file) from problem
    kept = {name: one for name, one in lists.items() if one.rows or one.arrays}
    if not kept:
        raise (
            refusal.damaged(file)
            if problems
            else refusal.not_a_table(file, say("a JSON file without records"))
        )
    if sheet:
        kept = {name: one for name, one in kept.items() if name == sheet} or kept
    return tuple(
        _grid(one, decoded, file=file, name=name if len(kept) > 1 or sheet else "", problems=problems)
        for name, one in kept.items()
    )


def _grid(one: _List, decoded: Decoded, *, file: str, name: str, problems: Sequence[Problem]) -> Grid:
    columns = list(one.columns)
    if one.left_out:
        problems = [
            *problems,
            Problem(
                what=say(
                    "{count} {count:value stands|values stand} in no record and {count:was|were} left out",
                    count=one.left_out,
                )
            ),
        ]
    if len(columns) > _MOST_COLUMNS:
        raise refusal.too_much(file)
    rows = [columns, *(_trimmed([row.get(column, "") for column in columns]) for row in one.rows)]
    numbers = [0, *one.numbers]
    if not one.rows:  # a table written as rows of cells has its headings among them
        rows, numbers = [_trimmed(cells) for _, cells in one.arrays], [number for number, _ in one.arrays]
    return Grid(
        file=file, sheet=name, rows=rows, row_numbers=numbers, kind="json", visible=name not in _ASIDE,
        encoding=decoded.encoding, problems=first_few(problems), no_list=_ONE_OBJECT if one.alone else None,
    )  # fmt: skip


_ONE_OBJECT = say("it is one object in JSON, not a list of them")


def _trimmed(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _read(text: str, lists: dict[str, _List]) -> Iterator[Problem]:
    """Read a whole text: one array, one object with lists in it, or records one after another."""
    at = _after(_BLANK, text, 0)
    if text[at : at + 1] == "[":
        end = yield from _array(text, at + 1, lists.setdefault("", _List()))
        at = _after(_BETWEEN, text, end)
        if at >= len(text):
            return
    else:
        try:
            record, end = _decoder.raw_decode(text, at)
        except ValueError:
            record, end = _Record(), at
        at = _after(_BETWEEN, text, end)
        if at >= len(text) and record:
            _wrapped("", record, lists, depth=0)
            return
        at = _after(_BLANK, text, 0)
    yield from _lines(text, at, lists.setdefault("", _List()))


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _array(text: str, at: int, into: _List) -> Generator[Problem, None, int]:
    """Read the values of an array up to its end; what was read before it breaks off counts."""
    number = 0
    while True:
        at = _after(_BETWEEN, text, at)
        if text[at : at + 1] == "]":
            return at + 1
        try:
            value, at = _decoder.raw_decode(text, at)
        except ValueError:
            line = len(_LINE_END.findall(text, 0, at)) + 1
            yield Problem(
                what=say("the list breaks off on line {line}; what stands before it was read", line=line)
            )
            return len(text)
        number += 1
        _add(into, value, number)


def _lines(text: str, at: int, into: _List) -> Iterator[Problem]:
    """Read records that stand one after another, as a rule each on its line; a damaged line costs no other."""
    line, counted = 1, 0
    while (at := _after(_BETWEEN, text, at)) < len(text):
        line += len(_LINE_END.findall(text, counted, at))
        counted = at
        try:
            value, at = _decoder.raw_decode(text, at)
        except ValueError:
            yield Problem(what=say("the record on this line is damaged and was left out"), row=line)
            end = _LINE_END.search(text, at)
            at = end.end() if end else len(text)
            continue
        _add(into, value, line)


def _wrapped(name: str, record: _Record, lists: dict[str, _List], *, depth: int) -> None:
    """Find the lists in an object; an object without any is a record itself, one of nothing but objects is a list by id."""
    inner = [(key, value) for key, value in record if isinstance(value, list) and value and depth < _DEEPEST]
    arrays = [
        (key, value) for key, value in inner if not isinstance(value, _Record) and isinstance(value[0], list)
    ]
    for key, values in arrays:
        into = lists.setdefault(name if name and key in _WRAPPERS else f"{name} {key}".strip(), _List())
        for number, value in enumerate(values, 1):
            _add(into, value, number)
    if arrays:
        arrays_of = {key for key, _ in arrays}
        for key, value in inner:
            if isinstance(value, _Record) and key not in arrays_of:
                _within(f"{name} {key}".strip(), value, lists, depth=depth)
        return
    records = [(key, value) for key, value in inner if isinstance(value, _Record)]
    if (
        len(records) > 1
        and len(records) == len(record)
        and not any(_has_lists(value) for _, value in records)
    ):
        into = lists.setdefault(name, _List())
        for number, (key, value) in enumerate(records, 1):
            _add(into, _Record([("id", key), *value]), number)
    elif any(_has_lists(value) for _, value in records):
        for key, value in records:
            _within(f"{name} {key}".strip(), value, lists, depth=depth)
    else:
        into = lists.setdefault(name, _List())
        into.alone = depth == 0 and not into.rows
        _add(into, record, len(into.numbers) + 1)


def _within(name: str, record: _Record, lists: dict[str, _List], *, depth: int) -> None:
    if _has_lists(record):
        _wrapped(name, record, lists, depth=depth + 1)


def _has_lists(record: _Record) -> bool:
    return any(
        isinstance(value, list)
        and value
        and (_has_lists(value) if isinstance(value, _Record) else isinstance(value[0], list))
        for _, value in record
    )


def _add(into: _List, value: Any, number: int) -> None:
    if isinstance(value, _Record):
        cells: dict[str, str] = {}
        for heading, text in _cells(value, "", 0):
            name, count = heading, 1
            while name in cells:
                count += 1
                name = f"{heading} {count}"
            cells[name] = text
        if any(cells.values()):
            into.columns.update(dict.fromkeys(cells))
            into.rows.append(cells)
            into.numbers.append(number)
    elif isinstance(value, list) and not any(isinstance(one, list) for one in value):
        into.arrays.append((number, [_text(one) for one in value]))
    else:
        into.left_out += 1


def _cells(record: _Record, prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    for key, value in record:
        heading = f"{prefix} {key}".strip()
        if isinstance(value, _Record) and depth < _DEEPEST:
            yield from _cells(value, heading, depth + 1)
        elif isinstance(value, list) and not any(isinstance(one, list) for one in value):
            yield heading, " ; ".join(filter(None, map(_text, value)))
        elif isinstance(value, list) and depth < _DEEPEST and len(value) <= _MOST_PARTS:
            for place, one in enumerate(value, 1):
                part = heading if len(value) == 1 else f"{heading} {place}"
                yield from _cells(one, part, depth + 1) if isinstance(one, _Record) else [(part, _text(one))]
        else:
            yield heading, _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return value if isinstance(value, str) else json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, _Record):
        return {key: _plain(one) for key, one in value}
    return [_plain(one) for one in value] if isinstance(value, list) else value
