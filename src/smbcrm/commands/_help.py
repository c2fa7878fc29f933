"""What the list of commands says of each: a line that ends where a thought ends, and is never cut within one."""

from __future__ import annotations

import re
from typing import Any

ROOM = 65  # beside the longest verb, on a terminal of 80 columns
_FULL_STOP = re.compile(r"\.(?:\s|$)")


def shorten_helps(command: Any) -> None:
    """Give every command below this one its line."""
    for below in getattr(command, "commands", {}).values():
        below.short_help = in_short(below.help or "")
        shorten_helps(below)


def in_short(text: str) -> str:
    """Give the first sentence of a help, or as much of it as fits: up to a semicolon or a colon, else up to a comma.

    >>> in_short("Keep a customer in a tier.")
    'Keep a customer in a tier'
    >>> in_short("Take a customer off the list; nothing is erased, and a later import does not bring the customer back.")
    'Take a customer off the list'
    >>> in_short("Show everything that happened with a customer in one timeline, the newest last.")
    'Show everything that happened with a customer in one timeline'
    """
    first, _, _ = text.strip().partition("\n\n")
    sentence = _FULL_STOP.split(" ".join(first.split()), maxsplit=1)[0]
    if len(sentence) <= ROOM:
        return sentence
    for signs in (";:؛", ",،"):
        fitting = [at for at, sign in enumerate(sentence) if sign in signs and at <= ROOM]
        if fitting:
            return sentence[: fitting[-1]]
    return sentence
