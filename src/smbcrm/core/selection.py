"""Which records to show, in which columns, in which order: what `--where`, `--sort` and their kin mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Filter: TypeAlias = tuple[str, tuple[object, ...]]
"""A condition on records, with the values of its question marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A choice among records.

    `filters` are joined by AND. `where` is the owner's own SQL expression.
    `sort` holds column names, a leading `-` meaning highest first. `limit` None means all.
    """

    columns: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    where: str = ""
    sort: tuple[str, ...] = ()
    limit: int | None = None


ALL = Selection()
