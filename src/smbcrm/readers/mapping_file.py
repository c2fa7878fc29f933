"""A text file (toml) that says how lists are read, as `output/files/mapping_file.py` writes it and a person edits it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from smbcrm.core.say import Say, say
from smbcrm.core.sheets.meaning.said import (
    Said,
    SaidColumn,
    is_unheaded,
    layout_of,
    layout_without_headings,
    numbered,
)
from smbcrm.errors import SmbcrmError, UnreadableError
from smbcrm.readers.toml_file import read_toml
from smbcrm.usecases.edit_mapping import field_of
from smbcrm.usecases.importing.said_records import SaidRecord

_KNOWN = frozenset(
    {"name", "kind", "no_header", "header_row", "date_order", "country", "encoding", "delimiter", "columns"}
)
_HINT = say("write it as `smbcrm mapping export FILE.toml` does")


def read_mappings(path: Path) -> list[SaidRecord]:
    """Give what a file says about lists.

    Raises UnreadableError, naming the file and the list, where it is not written as such a file is.
    """
    data = read_toml(path, _HINT)
    lists = data.get("mapping")
    if set(data) != {"mapping"} or not isinstance(lists, list):
        raise UnreadableError(say("{file} says nothing about lists", file=str(path)), _HINT)
    return [_record(one, place, path) for place, one in enumerate(lists, start=1)]


def _record(one: object, place: int, path: Path) -> SaidRecord:
    def wrong(what: Say | str) -> UnreadableError:
        name = one.get("name") if isinstance(one, dict) else None
        told = say(
            "{file}, list {number} ({name}): {what}",
            file=str(path),
            number=place,
            name=str(name or "?"),
            what=what,
        )
        return UnreadableError(told, _HINT)

    if not isinstance(one, dict) or not isinstance(one.get("columns"), dict) or not one["columns"]:
        raise wrong(say("it has no columns"))
    if unknown := sorted(set(one) - _KNOWN):
        raise wrong(say("{key} means nothing here", key=unknown[0]))
    try:
        return _checked(one)
    except SmbcrmError as problem:
        raise wrong(problem.what if isinstance(problem.what, Say) else str(problem.what)) from problem


def _checked(one: Mapping[str, Any]) -> SaidRecord:
    told = list(_columns(one["columns"]))
    headings = tuple(heading for heading, _ in told)
    fields = [
        SaidColumn(heading=heading, nth=nth, field=field_of(value), how="file")
        for (heading, nth), (_, value) in zip(numbered(headings), told)
        if isinstance(value, str)
    ]
    bare, name = _flag(one, "no_header"), _text(one, "name")
    if bare and not all(map(is_unheaded, headings)):
        raise UnreadableError(say("a list without headings has columns like column_A"))
    layout = layout_without_headings(len(headings), name) if bare else layout_of(headings)
    if not layout:
        raise UnreadableError(say("none of its columns has a heading"))
    return SaidRecord(
        id=0,
        headings=headings,
        said=Said(
            layout=layout,
            name=name,
            columns=tuple(fields),
            header_row=_row(one),
            no_header=bare,
            kind=_choice(one, "kind", ("customers", "purchases", "payments", "interactions", "ratings")),
            date_order=_choice(one, "date_order", ("ymd", "dmy", "mdy")),
            country=_country(one),
            encoding=_text(one, "encoding"),
            delimiter=_text(one, "delimiter"),
        ),
    )


def _columns(columns: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Give each column with what stands for it; a heading over several columns has a list."""
    for heading, value in columns.items():
        for single in value if isinstance(value, list) else [value]:
            if not (isinstance(single, str) or _is_guess(single)):
                raise UnreadableError(say("what stands for {heading} is no field", heading=heading))
            yield heading, single


def _is_guess(value: object) -> bool:
    return isinstance(value, dict) and set(value) == {"guess"} and isinstance(value["guess"], str)


def _text(one: Mapping[str, Any], key: str) -> str:
    value = one.get(key, "")
    if _is_guess(value):
        return ""
    if not isinstance(value, str):
        raise UnreadableError(say("{key} is no text", key=key))
    return value


def _choice(one: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> str:
    value = _text(one, key)
    if value not in ("", *allowed):
        raise UnreadableError(
            say("{key} {value} is none of {allowed}", key=key, value=value, allowed=", ".join(allowed))
        )
    return value


def _flag(one: Mapping[str, Any], key: str) -> bool:
    value = one.get(key, False)
    if not isinstance(value, bool):
        raise UnreadableError(say("{key} is neither true nor false", key=key))
    return value


def _row(one: Mapping[str, Any]) -> int | None:
    value = one.get("header_row")
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise UnreadableError(say("{key} is no row number", key="header_row"))
    return value


def _country(one: Mapping[str, Any]) -> str:
    from smbcrm.core.values.regions import region

    value = _text(one, "country")
    return region(value) if value else ""
