"""Copies of the store, what a restore would change, and whether a store is sound."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smbcrm.core.say import Say, say
from smbcrm.output.actions import DRY, IN_EARNEST, if_done
from smbcrm.output.view import Column, View

if TYPE_CHECKING:
    from smbcrm.store.backup import Backup
    from smbcrm.store.check import Examined, Fault
    from smbcrm.store.restore import Differences

BACKUPS = (
    Column("name", "Name"),
    Column("made", "Made", "date"),
    Column("why", "Why", "word"),
    Column("size", "Bytes", "number"),
)
VERIFIED = (
    *BACKUPS,
    Column("customers", "Customers", "number"),
    Column("operations", "Operations", "number"),
    Column("sound", "Sound", "bool"),
    Column("what", "What is wrong", "say"),
)
FAULTS = (Column("part", "Part", "word"), Column("what", "What is wrong", "say"), Column("fix", "Command"))
NAMED = 8  # customers and operations; more are counted


def made_lines(copy: Path, examined: Examined | None, *, dry_run: bool, folder: str) -> list[Say]:
    """Say where the copy is, and what was found in it."""
    lines = [say("Copied the customer list to {file}.", file=str(copy))]
    if examined is not None:
        lines += _found(examined)
    lines.append(say("Next: `smbcrm backup list` shows all copies. Data folder: {folder}.", folder=folder))
    return if_done(lines, dry_run=dry_run)


def _found(examined: Examined) -> list[Say]:
    if examined.faults:
        return [say("The copy is not sound: {what}", what=fault.what) for fault in examined.faults]
    return [
        say(
            "The copy is sound: {customers} {customers:customer|customers}, {rows} {rows:row|rows}, {operations} {operations:operation|operations}.",
            customers=examined.customers,
            rows=examined.rows,
            operations=examined.operations,
        )
    ]


def made_data(copy: Path, examined: Examined | None, *, dry_run: bool, folder: str) -> dict[str, Any]:
    """Give the same for scripts."""
    data: dict[str, Any] = {"file": str(copy), "size": copy.stat().st_size if copy.exists() else None}
    if examined is not None:
        data |= {
            "sound": not examined.faults,
            "customers": examined.customers,
            "rows": examined.rows,
            "operations": examined.operations,
            "faults": [fault.what for fault in examined.faults],
        }
    return {**data, "dry_run": dry_run, "data": folder}


def backups_view(copies: Sequence[Backup], examined: Sequence[Examined] | None) -> View:
    """Give the copies as records."""
    rows: list[tuple[object, ...]] = [(copy.name, copy.made, copy.why, copy.size) for copy in copies]
    if examined is not None:
        rows = [
            (*row, one.customers, one.operations, not one.faults, one.faults[0].what if one.faults else None)
            for row, one in zip(rows, examined)
        ]
    footer = [
        say("Next: `smbcrm restore {name} --dry-run` shows what it would change", name=copy.name)
        for copy in copies[:1]
    ]
    empty = say("There are no such copies. Next: `smbcrm backup` makes one.")
    shown = VERIFIED if examined is not None else BACKUPS
    return View(shown, rows, footer=tuple(footer), empty=(empty,), name="backups", id_column="name")


def restore_lines(found: Differences, file: Path, *, passed_over: Sequence[str]) -> list[Say]:
    """Say what a restore changes, and which newer copies could not be used for it."""
    lines = []
    if passed_over:
        lines.append(
            say("Newer copies are damaged and were passed over: {names}", names=", ".join(passed_over))
        )
    return lines + _changes(found, file)


def _changes(found: Differences, file: Path) -> list[Say]:
    if found.customers is None:
        return [
            say(
                "{file} holds {count} {count:customer|customers}. The list that is there now cannot be read.",
                file=file.name,
                count=found.customers_then,
            )
        ]
    lines = [
        say(
            "{file} holds {then} {then:customer|customers}, the list now {now}.",
            file=file.name,
            then=found.customers_then,
            now=found.customers,
        )
    ]
    for people, sentence in (
        (found.lost, say("Customers that would be gone")),
        (found.back, say("Customers that would come back")),
    ):
        if people:
            lines.append(
                say("{what}, {count}: {names}", what=sentence, count=len(people), names=_named(people))
            )
    if found.changed:
        lines.append(say("Customers that would be as they were then: {count}", count=found.changed))
    if found.operations:
        shown = [words for _, words in found.operations[:NAMED]]
        more = " ..." if len(found.operations) > NAMED else ""
        lines.append(
            say(
                "Commands that would be lost, {count}: {words}",
                count=len(found.operations),
                words="; ".join(shown) + more,
            )
        )
    if len(lines) == 1:
        lines.append(say("Nothing has changed since that copy."))
    return lines


def _named(people: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{id_} {name}" for id_, name in people[:NAMED]) + (
        " ..." if len(people) > NAMED else ""
    )


def restored_lines(*, done: bool, dry_run: bool, kept: Path | None, folder: str) -> list[Say]:
    """Say what was done, and how to go back."""
    if dry_run:
        return [DRY, IN_EARNEST]
    if not done:
        return [say("Nothing was changed.")]
    lines = [say("Restored. Data folder: {folder}.", folder=folder)]
    if kept is not None and kept.name.startswith("crm-"):
        name = kept.stem.removeprefix("crm-")
        lines.append(
            say("The list as it was before is kept: `smbcrm restore {name}` brings it back.", name=name)
        )
    elif kept is not None:
        lines.append(say("The damaged list was set aside as {file}.", file=str(kept)))
    lines.append(say("Next: `smbcrm status`"))
    return lines


def restore_data(
    found: Differences, file: Path, *, done: bool, dry_run: bool, kept: Path | None, folder: str
) -> dict[str, Any]:
    """Give the same for scripts."""
    return {
        "file": str(file),
        "customers": found.customers,
        "customers_then": found.customers_then,
        "customers_lost": _ids(found.lost),
        "customers_back": _ids(found.back),
        "customers_changed": found.changed,
        "operations_lost": None if found.operations is None else [number for number, _ in found.operations],
        "restored": done,
        "backup": str(kept) if kept else None,
        "dry_run": dry_run,
        "data": folder,
    }


def _ids(people: Sequence[tuple[str, str]] | None) -> list[str] | None:
    return None if people is None else [id_ for id_, _ in people]


def faults_view(faults: Sequence[Fault], examined: Examined, *, mended: int) -> View:
    """Give what is wrong with the store, each with the command that mends it."""
    rows = [(fault.part, fault.what, fault.fix) for fault in faults]
    lines = []
    if mended:
        lines.append(say("Mended: {count}", count=mended))
    if faults:
        lines.append(say("Next: `{command}`", command=faults[0].fix or "smbcrm backup list --verify"))
    else:
        lines.append(
            say(
                "The store is sound: pages, links, journal, counters, word index, aliases and rights. {customers} {customers:customer|customers}, {rows} {rows:row|rows}, {operations} {operations:operation|operations}.",
                customers=examined.customers,
                rows=examined.rows,
                operations=examined.operations,
            )
        )
    return View(FAULTS, rows, footer=tuple(lines), name="faults", id_column="part")
