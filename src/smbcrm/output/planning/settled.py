"""What something that happened did to the plan, in sentences."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from smbcrm.core.say import Say, say
from smbcrm.output.actions import if_done
from smbcrm.usecases.note_contact import NotedContact
from smbcrm.usecases.settle_items import Item, Settled, Snoozed


def contact_lines(done: NotedContact, *, dry_run: bool) -> list[Say]:
    """Say what was noted, and what that did to the plan."""
    told = say(
        "{kind} with {id} {name} on {date} was noted.",
        kind=done.contact.kind,
        id=f"C{done.customer}",
        name=done.name,
        date=done.contact.date.isoformat(),
    )
    lines = [told, *settled_lines(done.settled, done.task, done.contact.due)]
    return if_done(lines, dry_run=dry_run)


def contact_data(done: NotedContact) -> dict[str, object]:
    """Give what was noted, for scripts."""
    contact = done.contact
    return {
        "id": f"C{done.customer}", "name": done.name, "kind": contact.kind, "date": contact.date.isoformat(), "minutes": contact.minutes,
        "text": contact.text, "settled": done.settled.done, "moved": [item for item, _ in done.settled.moved],
        "task": f"T{done.task}" if done.task else "",
    }  # fmt: skip


def settled_lines(settled: Settled, task: int | None, until: datetime.date | None) -> list[Say]:
    """Say which item was settled, which turns were moved, and what was promised."""
    lines = []
    if settled.done:
        lines.append(say("{item} of the plan is done by that.", item=settled.done))
    lines += moved_lines(settled.moved)
    if task is not None and until is not None:
        lines.append(say("The promise is {item}, due {date}.", item=f"T{task}", date=until.isoformat()))
    return lines


def moved_lines(moved: Sequence[tuple[str, str]]) -> list[Say]:
    """Say which items of the plan have another day, and which."""
    return [
        say("{item} of the plan has its next turn on {date}.", item=item, date=day) for item, day in moved
    ]


def snoozed_lines(item: Item, snoozed: Snoozed, wanted: datetime.date) -> list[Say]:
    """Say until when an item waits, and why it is another day than was wanted."""
    day = snoozed.day.isoformat()
    if item.customer is None:
        lines = [say("{item}: {text} waits until {date}.", item=item.key, text=item.text, date=day)]
    else:
        lines = [
            say(
                "{item}: {kind} with {name} waits until {date}.",
                item=item.key,
                kind=say(item.kind),
                name=item.name,
                date=day,
            )
        ]
    if snoozed.day != wanted:
        lines.append(
            say(
                "The week of {date} is full of what stands fast, so it is on the first day with room.",
                date=wanted.isoformat(),
            )
        )
    if snoozed.off:
        lines.append(say("{date} is a day off.", date=day))
    if snoozed.crowd is not None:
        count, days = snoozed.crowd
        lines.append(
            say(
                "With that there are {count} {count:contact|contacts} with {name} within {days} {days:day|days}, more than you allow.",
                count=count,
                name=item.name,
                days=days,
            )
        )
    if snoozed.over:
        lines.append(
            say(
                "That week has {minutes} {minutes:minute|minutes} more in it than your budget now.",
                minutes=round(snoozed.over),
            )
        )
    return lines
