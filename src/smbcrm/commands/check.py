"""`smbcrm check`: what is wrong in the data, and what to type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    Listed,
    split,
)
from smbcrm.commands._takes import takes

if TYPE_CHECKING:
    from smbcrm.core.checking import Finding
    from smbcrm.core.say import Say
    from smbcrm.core.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is looked for, and what is made of it."""

    only: Annotated[str, typer.Option("--only", metavar="FINDING,...", help="Only these findings.")] = ""
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on", metavar="any|FINDING,...", help="End with exit code 10 when there is one of these."
        ),
    ] = ""
    store: Annotated[
        bool, typer.Option("--store", help="Check the store itself instead: damage, journal, index, rights.")
    ] = False
    mend: Annotated[bool, typer.Option("--mend", help="With --store: make anew what can be made anew.")] = (
        False
    )


@takes(Looked, Listed)
def command(ctx: typer.Context, *, looked: Looked, given: Listed) -> None:
    """Show what is wrong, missing or doubtful in the data, and the command that mends it.

    With --store it is the file that is checked: whether it is whole, and nobody else may read it.

    Example: smbcrm check --only phone,duplicate -n 10

    Example: smbcrm check --fail-on any --format csv

    Example: smbcrm check --store --fail-on any
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.core.checking import findings_named
    from smbcrm.output.dealings.record_sets import CHECK
    from smbcrm.output.emit import emit
    from smbcrm.output.view import View, at_most, pick_columns
    from smbcrm.usecases.check_data import check_data

    settings: Globals = ctx.obj
    if looked.store or looked.mend:
        from smbcrm.commands._store_check import check_store

        failing = bool(looked.fail_on)
        check_store(settings, given, mend=looked.mend, fail=failing, fmt=given.fmt, output=given.output)
        return
    selection = replace(given, limit=None).selection()
    names = findings_named(split(looked.only))
    failing_on = _failing(looked.fail_on, names)
    reading = settings.reading()
    found = _chosen(check_data(reading, today=settings.today, only=names).findings, selection)
    options = settings.output(given.fmt, given.output)
    view = View(CHECK, map(_row, found), footer=_footer(found), name="findings")
    if not found and options.format.value in ("table", "md", "html"):
        pick_columns(view, selection.columns)
        view = View((), (), footer=view.footer, name=view.name)
    elif selection.columns:
        view = pick_columns(view, selection.columns)
    emit(at_most(or_nobody(reading, view), given.limit), options)
    _fail(found, failing_on)


def _failing(typed: str, only: Sequence[str]) -> tuple[str, ...]:
    """Give the findings that end in failure; raises UsageError for one that is not looked for."""
    from smbcrm.core.checking import FINDINGS, findings_named
    from smbcrm.core.say import say
    from smbcrm.errors import UsageError

    words = split(typed)
    names = FINDINGS if "any" in map(str.lower, words) else findings_named(words)
    if only and names is not FINDINGS and not set(names) <= set(only):
        raise UsageError(
            say("--fail-on names a finding that --only leaves out"),
            say("name it with --only, too, or leave --only out"),
        )
    return names


def _chosen(found: Sequence[Finding], selection: Selection) -> Sequence[Finding]:
    """Give the findings that the owner's expression holds for, in his order."""
    from smbcrm.commands._chosen import chosen
    from smbcrm.output.dealings.record_sets import CHECK, keys

    return [found[place] for place in chosen(keys(CHECK), [_row(one) for one in found], selection)]


def _row(one: Finding) -> tuple[object, ...]:
    return (one.finding, one.id, one.name, one.what, one.value, one.fix)


def _footer(found: Sequence[Finding]) -> tuple[Say, ...]:
    from collections import Counter

    from smbcrm.core.say import say

    if not found:
        return (say("Nothing to mend was found."),)
    counts = Counter(one.finding for one in found)
    parts = tuple(say("{kind} {count}", kind=kind, count=count) for kind, count in counts.items())
    return (say("Found: {parts}", parts=parts), say("Next: `{command}`", command=found[0].fix))


def _fail(found: Sequence[Finding], failing: Sequence[str]) -> None:
    count = sum(one.finding in failing for one in found)
    if count:
        from smbcrm.core.say import say
        from smbcrm.errors import ConditionHolds

        raise ConditionHolds(
            say("--fail-on: {count} {count:finding|findings}", count=count),
            say("the last column says what to type for each"),
        )
