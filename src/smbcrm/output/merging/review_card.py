"""A question about who is who, drawn for a terminal: two customers side by side, and what speaks for and against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from smbcrm.core.comparing import Compared
from smbcrm.core.say import percent, say
from smbcrm.output.cards import ORDER
from smbcrm.output.cells import shown_text
from smbcrm.output.dealings.record_sets import DATES, LIST, LIST_MORE
from smbcrm.output.folding import fold_text
from smbcrm.output.options import OutputOptions
from smbcrm.output.plain_table import BETWEEN, width
from smbcrm.output.safe import safe_line
from smbcrm.output.view import Kind
from smbcrm.output.words import heading, sentence_for
from smbcrm.usecases.review_questions import Asked

Line = tuple[str, str]  # text and style
_Row = tuple[str, list[str], list[str], bool]  # heading, values of either customer, whether these contradict

NARROWEST, WIDEST = 20, 110
_SIDE_BY_SIDE = 50  # in fewer cells a phone number would be cut: there one customer stands below the other
_LABEL = 18
_LINES = 4  # of one value; the rest is in `show`
_ROWS = 3
_IN_PASSING = 1.0  # bits: less does not so much as halve the odds
# A Latin letter, so that a terminal that turns Persian around does not turn the two columns around it, too.
DIFFERS, ALIKE = "x", " "
_HEADINGS = {column.key: column.heading for column in (*LIST, *LIST_MORE)} | ORDER
_KINDS: dict[str, Kind] = {column.key: column.kind for column in (*LIST, *LIST_MORE)} | {"phones": "phone"}
KEYS = say("[s] same   [d] different   [l] later   [u] undo   [q] quit   [?] help")
HELP = (
    say("s  the same customer: they become one, and stay one"),
    say("d  two different customers: never joined, never asked again"),
    say("l  later: the question stays open"),
    say("u  undo: back to the question before, and its answer is taken back"),
    say("q  quit: what you answered stays answered"),
    say(
        "An x stands between values that contradict each other. Each answer is kept at once; `smbcrm undo` takes it back, too."
    ),
)


def card_lines(asked: Asked, options: OutputOptions, *, number: int, left: int, room: int) -> list[Line]:
    """Give the question as lines no wider than the room (20 to 110 cells), each with its style."""
    room = min(max(room, NARROWEST), WIDEST)
    one = asked.question
    title = say(
        "Question {number}, {left} open. Pair {pair}: {percent} likely to be one customer",
        number=number, left=left, pair=one.pair, percent=percent(one.confidence),
    )  # fmt: skip
    rows = list(_table(asked, options))
    lines: list[Line] = [(text, "bold") for text in fold_text(sentence_for(title, options), room)]
    lines += _side_by_side(rows, room) if room >= _SIDE_BY_SIDE else _one_below_the_other(rows, room)
    lines += _evidence(asked, options, room)
    return [(text.rstrip(" "), style) for text, style in lines]


def show(lines: Sequence[Line], out: TextIO, options: OutputOptions) -> None:
    """Write the lines to a terminal in their styles."""
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=out, force_terminal=True, color_system="auto" if options.color else None, no_color=not options.color,
        highlight=False, markup=False, emoji=False, soft_wrap=True,
    )  # fmt: skip
    for text, style in lines:
        console.print(Text(text, style=style if options.color else ""), soft_wrap=True)


def _table(asked: Asked, options: OutputOptions) -> Iterator[_Row]:
    """Give the rows of the table; the first tells who the two are."""
    one = asked.question
    yield "", [f"C{one.a.customer}"], [f"C{one.b.customer}"], False
    for line in asked.lines:
        yield (
            _label(line, options),
            _values(line, line.a, options),
            _values(line, line.b, options),
            line.differs,
        )
    sources = (_sources(asked.from_a, options), _sources(asked.from_b, options))
    yield heading("From", options.lang), *sources, False


def _label(line: Compared, options: OutputOptions) -> str:
    if line.own:
        return safe_line(line.field)
    plain = line.field.replace("_", " ")
    known = _HEADINGS.get(line.field)
    if known is None and options.lang != "en":
        return safe_line(heading(line.field, options.lang))
    return safe_line(heading(known or plain[:1].upper() + plain[1:], options.lang))


def _values(line: Compared, values: Sequence[object], options: OutputOptions) -> list[str]:
    kind: Kind = "date" if line.field in DATES else _KINDS.get(line.field, "text")
    return [shown_text(value, kind, lang=options.lang, calendar=options.calendar) for value in values]


def _sources(rows: Sequence[tuple[str, int]], options: OutputOptions) -> list[str]:
    told = [say("row {row} of {source}", source=source, row=row) for source, row in rows[:_ROWS]]
    if len(rows) > _ROWS:
        told.append(say("and {count} more {count:row|rows}", count=len(rows) - _ROWS))
    return [sentence_for(one, options) for one in told]


def _side_by_side(rows: Sequence[_Row], room: int) -> Iterator[Line]:
    label = min(max((width(text) for text, *_ in rows), default=0), _LABEL)
    cell = (room - label - 2 * len(BETWEEN) - 3) // 2
    for text, a, b, differs in rows:
        yield from _row(text, (a, b), widths=(label, cell), differs=differs)


def _one_below_the_other(rows: Sequence[_Row], room: int) -> Iterator[Line]:
    (_, (first,), (second,), _), *fields = rows
    label = max(width(first), width(second))
    for text, a, b, differs in fields:
        style = "yellow" if differs else ""
        yield text, style or "bold"
        for who, values, mark in ((first, a, ALIKE), (second, b, DIFFERS if differs else ALIKE)):
            lines = _folded(values, room - label - len(BETWEEN) - 2)
            for place, line in enumerate(lines):
                told = ALIKE if place else mark
                yield f"{told} {_padded([who], place, label)}{BETWEEN}{line}", style


def _row(
    text: str, cells: tuple[list[str], list[str]], *, widths: tuple[int, int], differs: bool
) -> Iterator[Line]:
    label, room = widths
    left, right = (_folded(side, room) for side in cells)
    labels = fold_text(text, label)
    style = "yellow" if differs else "bold" if not text else ""
    for place in range(max(len(left), len(right), len(labels))):
        both = place < min(len(left), len(right))
        mark = DIFFERS if differs and both else ALIKE
        parts = (_padded(labels, place, label), _padded(left, place, room), _padded(right, place, room))
        yield f"{parts[0]}{BETWEEN}{parts[1]} {mark} {parts[2]}", style


def _folded(values: Sequence[str], room: int) -> list[str]:
    return [part for value in values for part in _cut(fold_text(value, room))]


def _cut(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], "..."]


def _padded(lines: Sequence[str], place: int, room: int) -> str:
    text = lines[place] if place < len(lines) else ""
    return text + " " * (room - width(text))


def _evidence(asked: Asked, options: OutputOptions, room: int) -> Iterator[Line]:
    """Give what speaks for and against, strongest first, a sentence a line.

    How the odds start, and what is allowed for in passing, is told by `merge explain`.
    """
    told = [
        (what, bits)
        for field, what, bits in asked.evidence
        if field != "prior" and not (field == "household" and abs(bits) < _IN_PASSING)
    ]
    for sign, style, against in (("+", "green", False), ("-", "red", True)):
        for what, bits in told:
            if (bits < 0) is against:
                first, *rest = fold_text(sentence_for(what, options), room - 4)
                yield f"  {sign} {first}", style
                yield from ((f"    {text}", style) for text in rest)
