"""How far long work has come, told to whoever asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from smbcrm.core.say import Say

# Called with what begins now and how many rows it is about.
Progress: TypeAlias = Callable[[Say, int], None]


def silent(what: Say, rows: int) -> None:
    """Tell nobody."""
