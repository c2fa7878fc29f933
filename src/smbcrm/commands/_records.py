"""What the verbs for records share: choosing among those of one customer or of all, and telling what was noted or taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import Listed, split
from smbcrm.core.say import Say, say
from smbcrm.core.selection import Filter
from smbcrm.output.options import Format
from smbcrm.output.view import Column

if TYPE_CHECKING:
    from smbcrm.store.sqlite import SqliteStore
    from smbcrm.usecases.dealings.own_record import Noted, Removed

WhoFilter = Annotated[
    str, typer.Argument(metavar="[WHO]", help="Only this customer: id, phone, e-mail, or part of a name.")
]
SinceOption = Annotated[str, typer.Option("--since", metavar="DATE", help="Only from this day on.")]
UntilOption = Annotated[str, typer.Option("--until", metavar="DATE", help="Only up to this day.")]
KindOption = Annotated[str, typer.Option("--kind", metavar="KIND", help="Only this kind (several: A,B).")]
NumberArgument = Annotated[int, typer.Argument(metavar="ID", min=1, help="Its number in the list.")]
UnitOption = Annotated[
    str,
    typer.Option("--unit", metavar="UNIT", help="toman, IRR, USD ...; the shop's usual one when left out."),
]
DayOption = Annotated[
    str, typer.Option("--date", metavar="DATE", help="The day it happened; today when left out.")
]

Key = TypeVar("Key", int, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Whose records are wanted and of which days, as typed."""

    who: WhoFilter = ""
    since: SinceOption = ""
    until: UntilOption = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A set of records: the view they are read from, all their columns, those a terminal shows, and how they are named."""

    view: str
    columns: Sequence[Column]
    table: Sequence[str]
    name: str
    order: str
    empty: Say


def list_records(settings: Globals, listing: Listing, which: Which, given: Listed, *, kind: str = "") -> None:
    """Print the chosen records; a person who finds none is told how they come in."""
    from smbcrm.output.dealings.record_sets import keys, pick
    from smbcrm.output.emit import emit
    from smbcrm.output.view import View, at_most

    store, options = settings.reading(), settings.output(given.fmt, given.output)
    selection = given.selection(_conditions(settings, store, which, kind=kind))
    people = options.format is Format.TABLE
    chosen = selection.columns or (tuple(listing.table) if people else keys(listing.columns))
    rows = store.select(listing.view, chosen, selection=selection, order=listing.order, custom={})
    view = View(
        pick(chosen, listing.columns), rows, name=listing.name, id_column=listing.columns[0].key, empty=(listing.empty,)
    )  # fmt: skip
    emit(at_most(view, selection.limit), options)


def _conditions(settings: Globals, store: SqliteStore, which: Which, *, kind: str) -> tuple[Filter, ...]:
    """Give what is wanted as conditions on a view of records; days are read in either calendar."""

    def day(text: str) -> str:
        from smbcrm.core.dates import read_day

        return read_day(text, today=settings.today).isoformat()

    found: list[Filter] = []
    if which.who:
        from smbcrm.usecases.find_customer import find_customer

        found.append(("customer = ?", (find_customer(store, which.who),)))
    if which.since:
        found.append(("date >= ?", (day(which.since),)))
    if which.until:
        found.append(("date <> '' AND date <= ?", (day(which.until),)))
    if kind:
        kinds = split(kind)
        found.append((f"kind IN ({', '.join('?' * len(kinds))})", kinds))
    return tuple(found)


def tell_noted(
    noted: Noted, line: Say, data: dict[str, object], *, settings: Globals, fmt: Format | None, dry_run: bool, after: Sequence[Say] = ()
) -> None:  # fmt: skip
    """Say what was noted, or give it as one JSON object."""
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action

    lines = [line, *noted.notes] if noted.changed else list(noted.notes)
    lines += after
    told = {
        "id": noted.id,
        "customer_id": f"C{noted.customer}",
        "name": noted.name,
        **data,
        "changed": noted.changed,
        "notes": list(noted.notes),
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(told, if_done(lines, dry_run=dry_run), settings.output(fmt))


def take_out(
    settings: Globals, verb: str, remove: Callable[[SqliteStore, Key], Removed], number: Key, *, fmt: Format | None, dry_run: bool
) -> None:  # fmt: skip
    """Take one record out and say so."""
    store = settings.writing()
    with store.operation(verb, settings.words, at=settings.now, dry_run=dry_run):
        removed = remove(store, number)
    shown = number.upper() if isinstance(number, str) else number
    tell_removed(removed, shown, settings=settings, fmt=fmt, dry_run=dry_run)


def tell_removed(
    removed: Removed, number: int | str, *, settings: Globals, fmt: Format | None, dry_run: bool
) -> None:
    """Say what was taken out."""
    from smbcrm.output.actions import if_done
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.dealings.own_record import removed_notes

    key = f"C{removed.customer}" if removed.customer is not None else ""
    first = say("Number {number} was taken out; `smbcrm undo` brings it back.", number=number)
    if key:
        first = say(
            "Number {number} of {id} {name} was taken out; `smbcrm undo` brings it back.",
            number=number,
            id=key,
            name=removed.name,
        )
    notes = list(removed_notes(removed))
    data = {
        "id": number,
        "customer_id": key or None,
        "name": removed.name,
        "notes": notes,
        "dry_run": dry_run,
        "data": str(settings.folder),
    }
    emit_action(data, if_done([first, *notes], dry_run=dry_run), settings.output(fmt))
