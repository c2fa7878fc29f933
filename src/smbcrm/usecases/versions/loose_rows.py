"""Rows of two versions that say the same in another writing: a list saved by another program is no edited one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from smbcrm.core.fields import is_day
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.sheets.versions.edited_rows import Place, count_cells
from smbcrm.core.sheets.versions.loose_prints import cells_said, either_way
from smbcrm.core.sheets.versions.versions import Fitted, fingerprint, without
from smbcrm.core.text import clean
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.known_rows import KnownRow, raw_cells, row_fields
from smbcrm.usecases.versions.typed_zeros import typed_zeros

_GLANCE = 100


class LooseRows:
    """The rows of a sheet and those of a source, by what they say; each is looked at only where its cells are not the same."""

    def __init__(self, store: Store, sheet: ParsedSheet, fitted: Fitted) -> None:
        """Start with nothing looked at; `fitted` tells how the columns of the sheet stand in the rows of the source."""
        self._store = store
        self._sheet = sheet
        self._fitted = fitted
        self._blank = fitted.added | fitted.missing
        self._headings = [h for h in fitted.headings if h[3] not in self._blank]
        self._raw: dict[int, list[str]] = {}
        self._fields: dict[int, dict[str, Any]] = {}
        self._said: dict[int, list[str]] = {}
        self._said_here: dict[int, list[str]] = {}
        self._days = [(key, place) for _, field, key, place in self._headings if is_day(field)]

    def glance(self, source: int) -> float:
        """Give the share of the first rows of the source that the first ones of the sheet have: who saves a list anew seldom sorts it."""
        some = self._store.read(
            "SELECT id FROM source_row WHERE source_id = ? ORDER BY number, id LIMIT ?", [source, _GLANCE]
        )
        known = self._of_known([row for (row,) in some])
        if not known:
            return 0.0
        first = range(min(_GLANCE * 3, len(self._sheet.rows)))
        here = {self._of_sheet(i) for i in first}
        found = sum(print_ in here for print_ in known.values())
        open_ = [row for row in known if known[row] not in here and self._is_open(row)]
        if open_:
            here = {self._either_of_sheet(i) for i in first}
            found += sum(self._either_of_known(row) in here for row in open_)
        return found / len(known)

    def pairs(self, edited: Sequence[tuple[int, KnownRow]]) -> list[tuple[int, KnownRow]]:
        """Give those of some pairs that say the same."""
        known = self._of_known([row.id for _, row in edited])
        return [(i, row) for i, row in edited if known[row.id] == self._of_sheet(i) or self._may_be(i, row)]

    def _may_be(self, i: int, row: KnownRow) -> bool:
        """Tell whether a row whose days were left open says what one of the sheet says, if day and month are taken the right way."""
        return self._is_open(row.id) and self._either_of_known(row.id) == self._either_of_sheet(i)

    def matches(self, left: Sequence[int], lost: Sequence[KnownRow]) -> list[tuple[int, KnownRow]]:
        """Pair rows of the sheet with rows of the source that say the same, of equal ones the first with the first."""
        if not left or not lost:
            return []
        known = self._of_known([row.id for row in lost])
        waiting: dict[int, list[KnownRow]] = defaultdict(list)
        for row in reversed(lost):
            waiting[known[row.id]].append(row)
        found = [(i, rows.pop()) for i in left if (rows := waiting.get(self._of_sheet(i)))]
        return found + self._open_matches(left, lost, found)

    def typed(
        self, pairs: Sequence[tuple[int, KnownRow]], unchanged: Iterable[Sequence[str]]
    ) -> list[tuple[int, KnownRow]]:
        """Give those of some pairs that say the same but for zeros that somebody typed."""
        cells = [(self._raw[row.id], self._fitted.kept(self._sheet.rows[i].cells)) for i, row in pairs]
        typed = typed_zeros(cells, self._headings, unchanged)
        return [pairs[n] for n in sorted(typed)]

    def _open_matches(
        self, left: Sequence[int], lost: Sequence[KnownRow], found: Sequence[tuple[int, KnownRow]]
    ) -> list[tuple[int, KnownRow]]:
        """Pair those of the rest whose days were left open in the source with rows that say when it was."""
        mine, his = {i for i, _ in found}, {row.id for _, row in found}
        waiting: dict[int, list[KnownRow]] = defaultdict(list)
        for row in reversed(lost):
            if row.id not in his and self._is_open(row.id):
                waiting[self._either_of_known(row.id)].append(row)
        if not waiting:
            return []
        rest = (i for i in left if i not in mine)
        return [(i, rows.pop()) for i in rest if (rows := waiting.get(self._either_of_sheet(i)))]

    def _is_open(self, row: int) -> bool:
        """Tell whether a day of a row of the source was left open: it is filled, and could be read with day and month in either place."""
        cells, fields = self._raw[row], self._fields[row]
        return any(
            place < len(cells) and not fields.get(key) and either_way(cells[place])
            for key, place in self._days
        )

    def _either_of_sheet(self, i: int) -> int:
        row = self._sheet.rows[i]
        cells = without(self._fitted.kept(row.cells), self._blank)
        return fingerprint(cells_said(cells, self._headings, row.fields, either=True))

    def _either_of_known(self, row: int) -> int:
        cells = without(self._raw[row], self._blank)
        return fingerprint(cells_said(cells, self._headings, self._fields[row], either=True))

    def said(self, i: int) -> list[str]:
        """Give what the cells of a row of the sheet say."""
        if i not in self._said_here:
            row = self._sheet.rows[i]
            cells = without(self._fitted.kept(row.cells), self._blank)
            self._said_here[i] = cells_said(cells, self._headings, row.fields)
        return self._said_here[i]

    def said_before(self, ids: Iterable[int]) -> dict[int, list[str]]:
        """Give what the cells of rows of the source said."""
        ids = list(ids)
        if new := [row for row in ids if row not in self._said]:
            raw, fields = raw_cells(self._store, new), row_fields(self._store, new)
            self._raw.update(raw)
            self._fields.update(fields)
            for row, cells in raw.items():
                self._said[row] = cells_said(without(cells, self._blank), self._headings, fields[row])
        return {row: self._said[row] for row in sorted(ids)}

    def common(self, left: Sequence[int], lost: Sequence[KnownRow]) -> Counter[Place]:
        """Count how many rows of the sheet hold each of the cells of some rows, by what these say."""
        said: dict[Place, Place] = {}
        before = self.said_before([row.id for row in lost])
        rows = [(self._fitted.kept(self._sheet.rows[i].cells), self.said(i)) for i in left]
        for cells, texts in [*rows, *((self._raw[row.id], before[row.id]) for row in lost)]:
            said.update(
                ((place, clean(cells[place])), (place, text)) for place, text in enumerate(texts) if text
            )
        counts: Counter[Place] = Counter()
        held = count_cells(said, (self._fitted.kept(row.cells) for row in self._sheet.rows))
        for cell, text in said.items():
            counts[text] = max(counts[text], held[cell])
        return counts

    def _of_sheet(self, i: int) -> int:
        return fingerprint(self.said(i))

    def _of_known(self, ids: Iterable[int]) -> dict[int, int]:
        return {row: fingerprint(said) for row, said in self.said_before(ids).items()}
