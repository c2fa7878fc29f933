"""`smbcrm log`: what happened with a customer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._items import CostOption, DateOption, MinutesOption
from smbcrm.commands._options import (
    DryRunOption,
    FormatOption,
    Listed,
)
from smbcrm.commands._records import KindOption, Which
from smbcrm.commands._takes import takes

if TYPE_CHECKING:
    from smbcrm.core.log_words import Logged
    from smbcrm.usecases.note_contact import Contact

app = typer.Typer(
    help="Write down what happened (smbcrm log WHO KIND TEXT), and list it.",
    no_args_is_help=False,
    rich_markup_mode=None,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What may be told of a contact beside the words."""

    date: DateOption = ""
    minutes: MinutesOption = None
    cost: CostOption = None
    direction: Annotated[
        str,
        typer.Option(
            "--direction", metavar="in|out", help="in: the customer came to you; out: you went to him."
        ),
    ] = ""
    area: Annotated[
        str, typer.Option("--area", metavar="AREA", help="What it was about: marketing, sales or service.")
    ] = ""
    due: Annotated[
        str,
        typer.Option(
            "--due", metavar="DATE", help="Of a promise: the day to keep it by; it stands in `due`."
        ),
    ] = ""
    dry_run: DryRunOption = False
    fmt: FormatOption = None


@app.command("add")
@takes(Told)
def add(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WHO KIND TEXT",
            help="Who, what (call, visit, message ...) and what was said; or a sentence.",
        ),
    ],
    *,
    given: Told,
) -> None:
    """Write down something that happened; the plan counts from the last real contact.

    Example: smbcrm log C17 call "asked for a new offer" --minutes 10

    Example: smbcrm log reza call 10m "late delivery"

    Example: smbcrm log "reza called yesterday, 10 minutes, late delivery"

    Example: smbcrm log C17 promise "send the catalogue" --due +3d
    """
    from smbcrm.commands._which import which_customer
    from smbcrm.core.log_words import read_log
    from smbcrm.output.emit import emit_action
    from smbcrm.output.planning.settled import contact_data, contact_lines
    from smbcrm.usecases.find_named import find_named
    from smbcrm.usecases.note_contact import note_contact

    settings: Globals = ctx.obj
    line = read_log(words, today=settings.today)
    contact = _contact(line, given, settings)
    store = settings.writing()
    with store.operation("log", settings.words, at=settings.now, dry_run=given.dry_run) as operation:
        customer, rest = find_named(store, line.who, which_customer(settings, store))
        contact = replace(contact, text=" ".join(filter(None, [rest, line.text])))
        done = note_contact(store, customer, contact, today=settings.today, operation=operation)
    data = {**contact_data(done), "dry_run": given.dry_run, "data": str(settings.folder)}
    emit_action(data, contact_lines(done, dry_run=given.dry_run), settings.output(given.fmt))


def _contact(line: Logged, given: Told, settings: Globals) -> Contact:
    """Give what happened as it was told; what an option says counts before what the words say."""
    from smbcrm.core.dates import read_day
    from smbcrm.usecases.note_contact import Contact

    day, until = (read_day(word, today=settings.today) if word else None for word in (given.date, given.due))
    return Contact(
        kind=line.kind,
        text=line.text,
        date=day or line.day or settings.today,
        minutes=line.minutes if given.minutes is None else given.minutes,
        cost=line.cost if given.cost is None else given.cost,
        direction=given.direction or line.direction,
        area=given.area,
        due=until,
    )


@app.command("list")
@takes(Which, Listed)
def list_(ctx: typer.Context, kind: KindOption = "", *, which: Which, given: Listed) -> None:
    """List what happened with customers, the newest first.

    Example: smbcrm log list C17

    Example: smbcrm log list --kind call,visit --since -30d
    """
    from smbcrm.commands._records import Listing, list_records
    from smbcrm.core.say import say
    from smbcrm.output.dealings.record_columns import INTERACTIONS, INTERACTIONS_TABLE

    listing = Listing(
        view="interaction_records", columns=INTERACTIONS, table=INTERACTIONS_TABLE, name="interactions",
        order="date DESC, interaction DESC", empty=say("Nothing of the kind was noted. `smbcrm log WHO call TEXT` notes a call."),
    )  # fmt: skip
    list_records(ctx.obj, listing, which, given, kind=kind)
