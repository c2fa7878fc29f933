"""Which records to show, in which columns, in which order: what `--where`, `--sort` and their kin mean."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A choice among records.

    `filters` are ready conditions with their values, joined by AND. `where` is the owner's own SQL expression.
    `sort` holds column names, a leading `-` meaning highest first. `limit` None means all.
    """

    columns: tuple[str, ...] = ()
    filters: tuple[tuple[str, tuple[object, ...]], ...] = field(default_factory=tuple)
    where: str = ""
    sort: tuple[str, ...] = ()
    limit: int | None = None


ALL = Selection()
