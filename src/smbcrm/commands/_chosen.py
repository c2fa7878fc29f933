"""Choose among records that are no view of the store: the owner's conditions and order hold for them, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from smbcrm.core.selection import Selection

if TYPE_CHECKING:
    from smbcrm.commands._options import Choice
    from smbcrm.core.say import Say
    from smbcrm.output.options import OutputOptions
    from smbcrm.output.view import Column


def chosen(keys: Sequence[str], rows: Sequence[Sequence[object]], selection: Selection) -> list[int]:
    """Give the places of the rows that the owner's expression holds for, in his order; sentences count as text.

    Raises UsageError for an expression that means nothing.
    """
    if not (selection.where or selection.sort):
        return list(range(len(rows)))[: selection.limit]
    # The shop's own store is open to be read only; his expression is run where there is nothing but these rows.
    from smbcrm.store.sqlite import SqliteStore

    store = SqliteStore.open(":memory:")
    names = ", ".join(f'"{key}"' for key in keys)
    store.db.execute(f"CREATE TEMP TABLE chosen_records ({names}, row_id)")
    store.db.executemany(
        f"INSERT INTO chosen_records VALUES ({', '.join('?' * (len(keys) + 1))})",
        ([*map(_plain, row), place] for place, row in enumerate(rows)),
    )
    places = store.select("chosen_records", ["row_id"], selection=selection, order="row_id", custom={})
    return [place for (place,) in places]


def _plain(cell: object) -> object:
    return cell if isinstance(cell, str | int | float | None) else str(cell)


def emit_chosen(
    columns: Sequence[Column],
    rows: Sequence[Sequence[object]],
    choice: Choice,
    options: OutputOptions,
    *,
    name: str,
    id_column: str = "id",
    table: Sequence[str] = (),
    title: Say | None = None,
    footer: Sequence[Say] = (),
    empty: Sequence[Say] = (),
) -> None:
    """Show records that are no view of the store, as the owner chose; `table` names the columns people are shown."""
    from smbcrm.output.dealings.record_sets import keys
    from smbcrm.output.emit import emit
    from smbcrm.output.options import FOR_READING
    from smbcrm.output.view import View, at_most, pick_columns

    selection = choice.selection()
    places = chosen(keys(columns), rows, selection)
    view = View(
        tuple(columns), [rows[place] for place in places], name=name, id_column=id_column, title=title,
        footer=tuple(footer), empty=tuple(empty),
    )  # fmt: skip
    for_people = options.format in FOR_READING
    picked = selection.columns or (table if for_people else ())
    emit(at_most(pick_columns(view, picked) if picked else view, selection.limit), options)
