"""`smbcrm find`: customers by any word of theirs."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Listed,
)
from smbcrm.commands._takes import takes
from smbcrm.core.say import say, shortened
from smbcrm.errors import UsageError


@takes(Listed)
def command(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Words, part of a phone, an address, a note.")],
    *,
    given: Listed,
) -> None:
    """Find customers by any word of theirs, in either script.

    Example: smbcrm find rezaei
    """
    from smbcrm.output.dealings.record_sets import LIST, LIST_MORE, LIST_TABLE, keys, pick
    from smbcrm.output.emit import emit
    from smbcrm.output.options import Format
    from smbcrm.output.view import View, at_most
    from smbcrm.usecases.find_customer import search_text
    from smbcrm.usecases.list_customers import list_customers

    if not text.strip():
        raise UsageError(say("say what to look for"), say("for example: `smbcrm find rezaei`"))
    settings: Globals = ctx.obj
    store = settings.reading()
    found = search_text(store, text)
    condition = ("customer IN (SELECT value FROM json_each(?))", (found,))
    selection = given.selection((condition,))
    options = settings.output(given.fmt, given.output)
    chosen = selection.columns or (LIST_TABLE if options.format is Format.TABLE else keys(LIST))
    rows = list_customers(store, chosen, selection)
    # Where he is found by his words, it is a condition that leaves him out.
    empty = say("Nobody is found by {text}. Try fewer letters, or `smbcrm list`.", text=shortened(text))
    if found:
        empty = say("No customer fits. `smbcrm list` shows all of them; leave out a condition.")
    view = View(pick(chosen, [*LIST, *LIST_MORE]), rows, name="customers", empty=(empty,))
    emit(at_most(view, selection.limit), options)
