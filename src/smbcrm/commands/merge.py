"""`smbcrm merge`: who is who."""

from __future__ import annotations

from typing import Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import (
    ColumnsOption,
    DryRunOption,
    FormatOption,
    Listed,
    OutputOption,
)
from smbcrm.commands._takes import takes

app = typer.Typer(
    help="Find the same customer written twice, decide, remember.",
    no_args_is_help=False,
    rich_markup_mode=None,
)

TwoArgument = Annotated[
    list[str], typer.Argument(metavar="A B | PAIR", help="Two customers or rows, or the number of a pair.")
]


@app.command("run")
def run(ctx: typer.Context, dry_run: DryRunOption = False, fmt: FormatOption = None) -> None:
    """Judge all rows anew and join those that are beyond doubt; your own answers stand.

    Example: smbcrm merge
    """
    from smbcrm.core.bulk import bulk
    from smbcrm.output.actions import merge_data, merge_lines
    from smbcrm.output.emit import emit_action
    from smbcrm.usecases.events.link_referrers import link_referrers
    from smbcrm.usecases.merge_rows import merge_rows
    from smbcrm.usecases.nobody import NOBODY, is_empty

    settings: Globals = ctx.obj
    store = settings.writing()
    with (
        bulk(),
        settings.progress() as progress,
        store.operation("merge", settings.words, at=settings.now, dry_run=dry_run),
    ):
        merged = merge_rows(store, only_new=False, progress=progress)
        link_referrers(store)
    data = {**merge_data(merged), "dry_run": dry_run, "data": str(settings.folder)}
    lines = merge_lines(merged, folder=str(settings.folder), dry_run=dry_run)
    if is_empty(store):
        lines = [NOBODY]
    emit_action(data, lines, settings.output(fmt))


@app.command("list")
@takes(Listed)
def list_(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help="Decided and automatic ones too.")] = False,
    *,
    given: Listed,
) -> None:
    """List the open questions: pairs that may be one customer, the surest first.

    Example: smbcrm merge list -n 10
    """
    from smbcrm.commands._nobody import or_nobody
    from smbcrm.output.dealings.record_sets import PAIRS, PAIRS_ALL, PAIRS_TABLE, keys
    from smbcrm.output.emit import emit
    from smbcrm.output.merging.pairs import pairs_view
    from smbcrm.output.options import Format
    from smbcrm.output.view import at_most

    settings: Globals = ctx.obj
    selection = given.selection()
    options = settings.output(given.fmt, given.output)
    table = PAIRS_ALL if all_ else PAIRS_TABLE
    chosen = selection.columns or (table if options.format is Format.TABLE else keys(PAIRS))
    view = "told_pair_records" if all_ else "open_pair_records"
    store = settings.reading()
    rows = store.select(view, chosen, selection=selection, order="confidence DESC, pair", custom={})
    shown = or_nobody(store, pairs_view(rows, chosen, every=all_, chosen=bool(selection.where)))
    emit(at_most(shown, selection.limit), options)


@app.command("review")
@takes(Listed)
def review(
    ctx: typer.Context,
    answers: Annotated[
        str,
        typer.Option(
            "--answers", metavar="FILE", help="Take a filled-in list of questions; - reads what is piped in."
        ),
    ] = "",
    dry_run: DryRunOption = False,
    *,
    given: Listed,
) -> None:
    """Answer the open questions one by one, the most valuable first; or list them, and take the answers from a file.

    Example: smbcrm merge review

    Example: smbcrm merge review -o answers.xlsx

    Example: smbcrm merge review --answers answers.xlsx
    """
    from smbcrm.commands._review import emit_questions, may_review, review_at_terminal, take_answers

    settings: Globals = ctx.obj
    if answers:
        raise typer.Exit(take_answers(settings, answers, dry_run=dry_run, fmt=given.fmt, output=given.output))
    if may_review(settings) and not (dry_run or given.columns or given.fmt or given.output):
        raise typer.Exit(review_at_terminal(settings, given))
    emit_questions(settings, given, fmt=given.fmt, output=given.output)


@app.command("same")
def same(
    ctx: typer.Context, rows: TwoArgument, dry_run: DryRunOption = False, fmt: FormatOption = None
) -> None:
    """Say that two are one customer; remembered through every later import.

    Example: smbcrm merge same C3 C17
    """
    _decide(ctx.obj, rows, "same", dry_run=dry_run, fmt=fmt)


@app.command("different")
def different(
    ctx: typer.Context, rows: TwoArgument, dry_run: DryRunOption = False, fmt: FormatOption = None
) -> None:
    """Say that two are different customers; never asked again, never joined.

    Example: smbcrm merge different 4
    """
    _decide(ctx.obj, rows, "different", dry_run=dry_run, fmt=fmt)


@app.command("explain")
def explain(
    ctx: typer.Context,
    rows: TwoArgument,
    columns: ColumnsOption = "",
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show what speaks for and against two being one customer.

    Example: smbcrm merge explain s1r4 s2r9
    """
    from smbcrm.commands._options import split
    from smbcrm.output.dealings.record_sets import EVIDENCE, keys
    from smbcrm.output.emit import emit
    from smbcrm.output.merging.pairs import explained_view
    from smbcrm.output.options import FOR_READING
    from smbcrm.output.view import pick_columns
    from smbcrm.usecases.explain_pair import explain_pair

    settings: Globals = ctx.obj
    view = explained_view(explain_pair(settings.reading(), rows))
    options = settings.output(fmt, output)
    chosen = split(columns) or (keys(EVIDENCE) if options.format in FOR_READING else ())
    emit(pick_columns(view, chosen) if chosen else view, options)


@app.command("split")
def split_(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar="CUSTOMER")],
    rows: Annotated[
        list[str], typer.Argument(metavar="ROW...", help="Rows that are somebody else, like s2r9.")
    ],
    take: Annotated[
        list[str] | None,
        typer.Option(
            "--take", metavar="ROW", help="Something you wrote on the customer that goes along, like s4r2."
        ),
    ] = None,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Take rows out of a customer: they are somebody else, and stay so.

    Example: smbcrm merge split C3 s2r9

    Example: smbcrm merge split C3 s2r9 --take s4r2
    """
    from smbcrm.output.actions import decided
    from smbcrm.usecases.decide_pairs import split_rows

    settings: Globals = ctx.obj
    store = settings.writing()
    with store.operation("merge split", settings.words, at=settings.now, dry_run=dry_run):
        done = split_rows(store, who, rows, take=take or ())
        decided(store, done, options=settings.output(fmt), folder=str(settings.folder), dry_run=dry_run)


def _decide(settings: Globals, rows: list[str], verdict: str, *, dry_run: bool, fmt: FormatOption) -> None:
    from smbcrm.output.actions import decided
    from smbcrm.usecases.decide_pairs import decide

    store = settings.writing()
    with store.operation(f"merge {verdict}", settings.words, at=settings.now, dry_run=dry_run):
        done = decide(store, rows, verdict)
        decided(store, done, options=settings.output(fmt), folder=str(settings.folder), dry_run=dry_run)
