"""The texts in JSON data, and JSON data with some of them changed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence


def leaves(value: object) -> Iterator[str]:
    """Give every text in JSON data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, Sequence):
        for one in value:
            yield from leaves(one)


def taken_out_of_json(
    value: object,
    change: Callable[[str, tuple[str, ...]], str | None],
    named: Callable[[str], str],
    at: tuple[str, ...] = (),
) -> object:
    """Give JSON data in which every text was changed (None: it goes, with its key or place in a list); `at` are the keys above it.

    `named` gives what a key is called then; one that is there already is not written over.
    """
    if isinstance(value, str):
        return change(value, at)
    if isinstance(value, list):
        return [
            one
            for one in (taken_out_of_json(each, change, named, at) for each in value)
            if one is not None or None in value
        ]
    if not isinstance(value, dict):
        return value
    found: dict[str, object] = {}
    for key, one in value.items():
        changed = taken_out_of_json(one, change, named, (*at, key))
        if changed is None and one is not None:
            continue
        called = named(key)
        while called in found or (called != key and called in value):
            called += "+"
        found[called] = changed
    return found


def as_json(text: str) -> object | None:
    """Give the data of a text that is a JSON array or object, else None."""
    if text[:1] not in "[{" or not text:
        return None
    try:
        return json.loads(text)  # type: ignore[no-any-return]
    except ValueError:
        return None


def unescaped(text: str) -> str:
    """Give JSON text with its escapes resolved, so that words parted by a line end are found in it, too."""
    return re.sub(
        r"\\(?:u([0-9a-fA-F]{4})|(.))",
        lambda found: chr(int(found[1], 16)) if found[1] else _ESCAPES.get(found[2], found[2]),
        text,
    )


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
