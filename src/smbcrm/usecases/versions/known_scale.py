"""The scale of the marks of a list, which stays one and the same from version to version."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.mark_scale import with_marks_up_to_ten
from smbcrm.core.rows import ParsedSheet
from smbcrm.core.values.ratings import MANY_MARKS
from smbcrm.usecases.ports import Store
from smbcrm.usecases.versions.recognise_source import Compared


def on_known_scale(store: Store, parsed: ParsedSheet, compared: Compared) -> ParsedSheet:
    """Give the sheet with its marks on the scale that an earlier version of the list showed.

    They were taken as they are because one of them was above 5: it is among the rows that left or were edited, or there
    were so many that nothing else can have been the reason. That it is gone shows nothing about the others.
    """
    if all(column.field != "own_score" for column in parsed.columns):
        return parsed
    before = _scores(store, [known.id for _, known in compared.unchanged])
    raised = 0
    for i, known in compared.unchanged:
        old, new = before[known.id], parsed.rows[i].fields.get("own_score")
        raised += old is not None and isinstance(new, int | float) and new > old
    if not raised:
        return parsed
    others = [*compared.gone, *(known for _, known in compared.updated)]
    shown = raised >= MANY_MARKS or any(
        (score or 0) > _BEST for score in _scores(store, [known.id for known in others]).values()
    )
    return with_marks_up_to_ten(parsed) if shown else parsed


_BEST = 5  # what bare marks are out of where none of them is higher


def _scores(store: Store, rows: Sequence[int]) -> dict[int, float | None]:
    found = store.read(
        "SELECT id, json_extract(fields, '$.own_score') FROM source_row WHERE id IN (SELECT value FROM json_each(?))",
        [rows],
    )
    return {int(number): score for number, score in found}
