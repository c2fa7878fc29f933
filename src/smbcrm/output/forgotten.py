"""What forgetting somebody takes, what it leaves, and who is kept away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from smbcrm.core.say import Say, say
from smbcrm.output.actions import DRY, IN_EARNEST
from smbcrm.output.view import Column, View

if TYPE_CHECKING:
    from smbcrm.store.erasing.erase import Erased
    from smbcrm.store.erasing.sweep import Mention
    from smbcrm.store.forgetting import Forgot
    from smbcrm.usecases.forget_customer import Person
    from smbcrm.usecases.forgotten import Forgotten

FORGOTTEN = (
    Column("id", "Id"),
    Column("at", "When", "date"),
    Column("marks", "Marks", "number"),
    Column("lifted", "Lifted", "date"),
)
_NAMED = 12


def preview_lines(one: Person, would: Erased, *, everywhere: bool) -> list[Say]:
    """Say what goes, and what names him elsewhere."""
    things = sum(
        count
        for table, count in would.rows.items()
        if table not in ("customer", "source_row", "score", "tier", "alias")
    )
    lines = [
        say(
            "{id} {name}: {rows} {rows:row|rows} and {things} {things:sale, contact or other entry|sales, contacts and other entries} go, here and in every copy in the folder backups.",
            id=f"C{one.customer}", name=one.name, rows=would.rows.get("source_row", 0), things=things,
        ),
        say("Files that were exported, and copies elsewhere, are not touched: delete them yourself."),
    ]  # fmt: skip
    if one.shared:
        lines.append(say("Others have some of it, too, and keep it: {values}", values=", ".join(one.shared)))
    if would.mentions and everywhere:
        lines.append(
            say(
                "His name goes from texts of others, too: {places}. `--leave-mentions` leaves them as they are.",
                places=_places(would.mentions),
            )
        )
    elif would.mentions:
        lines.append(
            say(
                "He is named in texts of others, which stay as they are: {places}.",
                places=_places(would.mentions),
            )
        )
    return lines


def _places(mentions: Sequence[Mention]) -> list[object]:
    """Name the places, each once: a note stands in its row and on its customer."""
    places: list[object] = list(
        dict.fromkeys(
            say("{kind} ({field})", kind=one.table, field=one.field)
            if one.customer is None
            else say("{id} ({field})", id=f"C{one.customer}", field=one.field)
            for one in mentions
        )
    )
    return places[:_NAMED] + ["..."] * (len(places) > _NAMED)


def forgot_lines(
    done: Forgot | None, left: Sequence[str], *, everywhere: bool, dry_run: bool, folder: str
) -> list[Say]:
    """Say what was done."""
    if dry_run:
        return [DRY, IN_EARNEST]
    if done is None:
        return [say("Nothing was changed.")]
    lines = [
        say(
            "{id} was forgotten; imports leave him out from now on ({ref}).",
            id=f"C{done.one.customer}",
            ref=f"F{done.number}",
        ),
        say("{count} {count:copy was|copies were} written anew without him.", count=done.copies),
    ]
    if done.erased.mentions:
        places = _places(done.erased.mentions)
        lines.append(
            say("His name was taken out of texts of others: {places}", places=places)
            if everywhere
            else say("Texts of others still name him: {places}", places=places)
        )
    if left:
        lines.append(
            say(
                "These files in the data folder still hold him and are yours to delete: {files}",
                files=", ".join(left),
            )
        )
    lines.append(say("Next: `smbcrm score`. Data folder: {folder}.", folder=folder))
    return lines


def forgot_data(
    one: Person, erased: Erased, done: Forgot | None, left: Sequence[str], *, dry_run: bool, folder: str
) -> dict[str, Any]:
    """Give the same for scripts."""
    return {
        "id": f"C{one.customer}",
        "forgotten": f"F{done.number}" if done else None,
        "erased": dict(erased.rows),
        "mentions": [
            {"id": f"C{m.customer}" if m.customer is not None else None, "table": m.table, "field": m.field}
            for m in erased.mentions
        ],
        "shared": len(one.shared),
        "copies": done.copies if done else 0,
        "files_left": list(left),
        "dry_run": dry_run,
        "data": folder,
    }


def forgotten_view(found: Sequence[Forgotten]) -> View:
    """Give those who are kept away; who they were is not known any more."""
    rows = [(f"F{one.number}", one.at, one.marks, one.lifted or None) for one in found]
    footer = (
        (say("Next: `smbcrm forget --lift {id}` lets one of them come back", id=f"F{found[-1].number}"),)
        if found
        else (say("Nobody was forgotten."),)
    )
    return View(FORGOTTEN, rows, footer=footer, name="forgotten")
