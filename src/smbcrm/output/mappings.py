"""How lists are read, for a person and for a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from smbcrm.core.command_line import quoted
from smbcrm.core.say import Say, say
from smbcrm.output.actions import if_done
from smbcrm.output.emit import talk
from smbcrm.output.options import OutputOptions
from smbcrm.usecases.edit_mapping import EditedMapping
from smbcrm.usecases.list_mappings import ListMapping


def mapping_rows(mappings: Sequence[ListMapping]) -> list[tuple[object, ...]]:
    """Give one row for each mapping."""
    return [
        (
            one.id, one.name, one.kind, len(one.columns), sum(bool(c.field) for c in one.columns), len(one.sources),
            one.said.words(),
        )
        for one in mappings
    ]  # fmt: skip


def column_rows(mapping: ListMapping, *, for_reading: bool) -> list[tuple[object, ...]]:
    """Give one row for each column of a list; a person is told in words that a column is kept as it is."""
    kept = say("kept as it is") if for_reading else ""
    return [(c.column, c.shown, c.field or kept, c.by, c.why) for c in mapping.columns]


def title_of(mapping: ListMapping) -> Say:
    """Name a list."""
    return say("{id} {name} ({kind})", id=mapping.id, name=mapping.name, kind=mapping.kind)


def footer_of(mapping: ListMapping) -> list[Say]:
    """Give what was said of a list as a whole, and what to do where a column is taken wrongly."""
    said = mapping.said.words()
    first = [say("you said: {what}", what=said)] if said else []
    return [*first, say("Something wrong? `smbcrm mapping set {id} HEADING=FIELD`", id=mapping.id)]


def set_lines(done: EditedMapping) -> list[Say]:
    """Say what was decided about a list."""
    mapping = done.mapping
    if not done.changed:
        return [
            say(
                "{id} {name} was read like that already; nothing was changed.",
                id=mapping.id,
                name=mapping.name,
            )
        ]
    first = say(
        "{id} {name} will be read so: {what}",
        id=mapping.id,
        name=mapping.name,
        what=mapping.said.words() or "-",
    )
    return [first, *_next(mapping)]


def forget_lines(done: EditedMapping) -> list[Say]:
    """Say what was forgotten about a list."""
    mapping = done.mapping
    if not done.changed:
        return [
            say(
                "Nothing had been said about {id} {name}; nothing was changed.",
                id=mapping.id,
                name=mapping.name,
            )
        ]
    first = say(
        "What you said about {id} {name} is forgotten: {what}",
        id=mapping.id,
        name=mapping.name,
        what=mapping.said.words(),
    )
    return [first, *_next(mapping)]


def _next(mapping: ListMapping) -> list[Say]:
    if not mapping.files:
        return []
    return [say("Next: `smbcrm import {files}` reads it anew.", files=" ".join(map(quoted, mapping.files)))]


def taken_lines(counts: Mapping[str, int], *, dry_run: bool) -> list[Say]:
    """Say what a file changed in how lists are read."""
    lines = [
        say("{changed} {changed:list|lists} will be read in another way, {unchanged} as before.", changed=counts["changed"], unchanged=counts["unchanged"]),
    ]  # fmt: skip
    if counts["changed"]:
        lines.append(say("Next: import their files again; `smbcrm mapping` shows the lists."))
    return if_done(lines, dry_run=dry_run)


def tell_written(count: int, file: Path, options: OutputOptions) -> None:
    """Say where the mappings went."""
    if str(file) != "-":
        talk(say("{n} {n:list|lists} written to {file}", n=count, file=str(file)), options)
