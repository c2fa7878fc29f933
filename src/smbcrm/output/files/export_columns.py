"""The columns of an export: what each holds, so that a spreadsheet shows days as days and amounts as amounts."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from smbcrm.core.fields import FIELDS
from smbcrm.output.dealings.record_sets import LIST, LIST_MORE
from smbcrm.output.view import Column, Kind


class OwnHeading(str):
    """A heading in the owner's own words: it is no word of the program's and is never translated."""

    __slots__ = ()


TAKES_LISTS = frozenset({".xlsx", ".csv", ".tsv", ".tab", ".vcf"})
"""The endings of the files that are read back, where one cell may hold several values."""

_KINDS: dict[str, Kind] = {
    "date": "date",
    "money": "money",
    "number": "number",
    "phone": "phone",
    "flag": "bool",
}
_OF_FIELDS: dict[str, Kind] = {
    field.key: _KINDS[field.read] for field in FIELDS.values() if field.read in _KINDS
}
_USUAL = {column.key: column for column in (*LIST, *LIST_MORE)}


def export_columns(names: Sequence[str], custom: Collection[str]) -> tuple[Column, ...]:
    """Give the columns of these names; those in `custom` are the owner's own and hold text."""
    return tuple(
        Column(name, OwnHeading(name))
        if name in custom
        else _USUAL.get(name) or Column(name, name, _OF_FIELDS.get(name, "text"))
        for name in names
    )
