"""`smbcrm score weights`: how much each part of the score counts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smbcrm.commands._globals import Globals
from smbcrm.commands._options import DryRunOption, FormatOption, OutputOption

if TYPE_CHECKING:
    from collections.abc import Mapping

app = typer.Typer(
    invoke_without_command=True,
    no_args_is_help=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def default(ctx: typer.Context, fmt: FormatOption = None, output: OutputOption = None) -> None:
    """Show and change how much each part of the score counts.

    Example: smbcrm score weights
    """
    if ctx.invoked_subcommand is None:
        show(ctx, fmt=fmt, output=output)


@app.command("show")
def show(ctx: typer.Context, fmt: FormatOption = None, output: OutputOption = None) -> None:
    """Show how much each part counts, and of how many customers it is known.

    Example: smbcrm score weights
    """
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.value_views import weights_view
    from smbcrm.usecases.weigh_score import weights_shown

    settings: Globals = ctx.obj
    emit(weights_view(weights_shown(settings.reading())), settings.output(fmt, output))


@app.command("set")
def set_(
    ctx: typer.Context,
    weights: Annotated[list[str], typer.Argument(metavar="PART=WEIGHT...", help="0 leaves a part out.")],
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Set weights of your own; parts that are not named keep theirs.

    Example: smbcrm score weights set spend=4 referral=2
    """
    from smbcrm.commands._options import fields_of
    from smbcrm.output.actions import tried
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.value_views import weights_view
    from smbcrm.usecases.weigh_score import set_weights, weights_shown

    settings: Globals = ctx.obj
    store = settings.writing()
    with store.operation("score weights", settings.words, at=settings.now, dry_run=dry_run):
        set_weights(store, fields_of(weights, example="spend=3"))
        view = tried(weights_view(weights_shown(store), changed=True), dry_run=dry_run)
    emit(view, settings.output(fmt))


@app.command("preset")
def preset(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="trade, community, personal or matchmaker.")
    ] = "",
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
) -> None:
    """Take a set of weights that suits a kind of shop; without a name, show them all.

    Example: smbcrm score weights preset community
    """
    from smbcrm.output.actions import tried
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.value_views import presets_view, weights_view
    from smbcrm.usecases.score_policy import read_policy
    from smbcrm.usecases.weigh_score import use_preset, weights_shown

    settings: Globals = ctx.obj
    if not name:
        emit(presets_view(read_policy(settings.reading()).preset), settings.output(fmt))
        return
    store = settings.writing()
    with store.operation("score weights", settings.words, at=settings.now, dry_run=dry_run):
        use_preset(store, name)
        view = tried(weights_view(weights_shown(store), changed=True), dry_run=dry_run)
    emit(view, settings.output(fmt))


@app.command("compare")
def compare(
    ctx: typer.Context,
    judgements: Annotated[
        list[str] | None,
        typer.Option("--compare", metavar="A/B=N", help="A counts N times as much as B (1/9 to 9); repeat."),
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="A file with one A/B=N a line.")
    ] = None,
    use: Annotated[bool, typer.Option("--use", help="Take these weights from now on.")] = False,
    dry_run: DryRunOption = False,
    fmt: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Find weights by comparing the parts two at a time, and tell whether the comparisons agree; asks where nothing is given.

    Example: smbcrm score weights compare --compare spend/recency=3 --compare spend/referral=1/2 --compare recency/referral=1/5
    """
    from smbcrm.output.emit import emit
    from smbcrm.output.reports.value_views import compared_view
    from smbcrm.usecases.score_policy import read_policy, write_weights
    from smbcrm.usecases.weigh_score import check_consistent, compare_parts, weights_shown

    settings: Globals = ctx.obj
    given = _judgements(settings, judgements or [], file)
    store = settings.writing() if use else settings.reading()
    compared, weights = compare_parts(given, read_policy(store))
    view = compared_view(weights_shown(store), compared, weights, judged=given, used=use and not dry_run)
    if use:
        check_consistent(compared)
        with store.operation("score weights", settings.words, at=settings.now, dry_run=dry_run):
            write_weights(store, weights)
    emit(view, settings.output(fmt, output))


def _judgements(settings: Globals, given: list[str], file: Path | None) -> Mapping[tuple[str, str], float]:
    """Give the comparisons: those of the line and the file, else those a person at the terminal answers."""
    from smbcrm.core.scores.pairwise import read_judgements
    from smbcrm.core.scores.score_model import PARTS

    lines = list(given)
    if file is not None:
        text = _text_of(file)
        lines += [line.strip() for line in text.splitlines() if line.strip() and line.strip()[0] != "#"]
    if lines or file is not None or not settings.may_ask:
        return read_judgements(lines, PARTS)
    return _asked(settings)


def _text_of(file: Path) -> str:
    if str(file) == "-":
        return sys.stdin.read()
    if not file.is_file():
        from smbcrm.readers.refusal import missing

        raise missing(str(file))
    return file.read_text(encoding="utf-8-sig", errors="replace")


def _asked(settings: Globals) -> dict[tuple[str, str], float]:
    """Ask for one pair after another; an empty answer leaves a pair out, `q` ends."""
    from smbcrm.commands._ask import answer
    from smbcrm.core.say import say
    from smbcrm.core.scores.pairwise import pairs_to_ask, read_ratio
    from smbcrm.core.scores.score_model import PARTS
    from smbcrm.core.text import fold_digits
    from smbcrm.output.emit import talk

    options = settings.output()
    talk(
        say("How many times as much does the first count as the second? 1/9 to 9; Enter leaves out, q ends."),
        options,
    )
    answers: dict[tuple[str, str], float] = {}
    for a, b in pairs_to_ask(PARTS):
        question = say("{a} against {b}:", a=say(a), b=say(b))
        while True:
            typed = fold_digits(answer(settings, question, at_end="q"))
            ratio = read_ratio(typed)
            if ratio is not None or typed in {"", "q"}:
                break
            talk(say("{text} is no number from 1/9 to 9", text=typed), options)
        if typed == "q":
            break
        if ratio is not None:
            answers[a, b] = ratio
    return answers
