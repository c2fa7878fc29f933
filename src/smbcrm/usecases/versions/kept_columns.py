"""What rows had in columns that the newest version of their file lacks: a column left out empties nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.core.json_text import json_writer
from smbcrm.core.rows import ParsedRow
from smbcrm.core.sheets.versions.versions import Fitted, fingerprint
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import raw_cells, row_fields
from smbcrm.usecases.versions.recognise_source import Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptColumns:
    """What rows had in columns that the newest version of their file lacks: a column left out empties nothing."""

    places: frozenset[int]
    keys: frozenset[str]
    raw: Mapping[int, Sequence[str]]
    fields: Mapping[int, Mapping[str, Any]]
    text: Callable[[object], str]

    @classmethod
    def of(cls, store: Store, compared: Compared, rows: Sequence[int]) -> KeptColumns:
        """Read what these rows have in the columns that are missing now."""
        fitted = compared.fitted
        if not fitted.missing:
            return cls(places=frozenset(), keys=frozenset(), raw={}, fields={}, text=json_writer())
        there = {key for _, _, key, where in fitted.headings if where not in fitted.missing}
        gone = {key for _, _, key, where in fitted.headings if where in fitted.missing} - there
        return cls(
            places=fitted.missing,
            keys=frozenset(gone),
            raw=raw_cells(store, rows),
            fields=row_fields(store, rows),
            text=json_writer(),
        )

    def content(self, number: int, row: ParsedRow, fitted: Fitted) -> tuple[str, str, int]:
        """Give the cells, the fields and the fingerprint a row is written with."""
        cells = fitted.kept(row.cells)
        fields: Mapping[str, object] = row.fields
        if number in self.raw:
            old = self.raw[number]
            laid = [*cells, *[""] * (1 + max(self.places) - len(cells))]
            for where in self.places:
                laid[where] = old[where] if where < len(old) else ""
            cells = laid
            fields = self._with_former(self.fields[number], row.fields)
        return self.text(cells), self.text(fields), fingerprint(cells)

    def _with_former(self, old: Mapping[str, Any], new: Mapping[str, object]) -> dict[str, object]:
        former = {key: value for key, value in old.items() if key in self.keys and key != "x"}
        fields = {**former, **new}
        aside = {heading: text for heading, text in old.get("x", {}).items() if heading in self.keys}
        if aside:
            fields["x"] = {**aside, **dict(new.get("x", {}))}  # type: ignore[call-overload]
        return fields
