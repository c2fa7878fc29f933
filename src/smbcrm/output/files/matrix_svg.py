"""The matrix as a picture: a dot for each customer, with his name where there is room for it."""

from __future__ import annotations

from html import escape
from pathlib import Path

from smbcrm.core.say import Say, say
from smbcrm.core.scores.matrix import ASK, AT_STAKE, PARTNER, PROMISING, ROUTINE
from smbcrm.output.options import OutputOptions
from smbcrm.output.streams import open_target
from smbcrm.output.words import render
from smbcrm.usecases.value_matrix import Matrix, Placed

WIDTH, HEIGHT, LEFT, TOP, SIDE = 1000, 760, 70, 40, 640
ASK_LEFT = LEFT + SIDE + 40
LINE = 15
MOST_ASKED = 38
COLOURS = {PARTNER: "#1b7f4d", AT_STAKE: "#b3261e", PROMISING: "#1f5fa8", ROUTINE: "#666666"}


def write_matrix(matrix: Matrix, path: Path, options: OutputOptions) -> None:
    """Write the matrix into an svg file."""
    from dataclasses import replace

    with open_target(replace(options, fmt=None, output=path)) as target:
        target.text.write(matrix_svg(matrix, options))


def matrix_svg(matrix: Matrix, options: OutputOptions) -> str:
    """Give the picture as text."""

    def words(sentence: Say) -> str:
        return escape(render(sentence, options.lang, calendar=options.calendar))

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#333333"/>',
        _line(_x(matrix.enough), TOP, _x(matrix.enough), TOP + SIDE),
        _line(LEFT, _y(matrix.middle), LEFT + SIDE, _y(matrix.middle)),
        _text(LEFT + SIDE / 2, TOP + SIDE + 30, words(say("What they get from you, 0 to 10")), "middle"),
        f'<g transform="translate({LEFT - 40} {TOP + SIDE / 2}) rotate(-90)">'
        + _text(0, 0, words(say("What they are worth to you, 1 to 10")), "middle")
        + "</g>",
        _corner(matrix, AT_STAKE, words(say(AT_STAKE)), left=True, upper=True),
        _corner(matrix, PARTNER, words(say(PARTNER)), left=False, upper=True),
        _corner(matrix, ROUTINE, words(say(ROUTINE)), left=True, upper=False),
        _corner(matrix, PROMISING, words(say(PROMISING)), left=False, upper=False),
        *_dots(matrix),
        _text(ASK_LEFT, TOP + 4, words(say("Ask")), "start", weight="bold"),
        *_asked(matrix, words),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _x(value: float) -> float:
    return round(LEFT + SIDE * value / 10, 1)


def _y(score: float) -> float:
    return round(TOP + SIDE * (10 - score) / 9, 1)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#999999" stroke-dasharray="4 4"/>'


def _text(
    x: float, y: float, text: str, anchor: str, *, fill: str = "#222222", weight: str = "normal"
) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{fill}" font-weight="{weight}">{text}</text>'


def _corner(matrix: Matrix, cell: str, word: str, *, left: bool, upper: bool) -> str:
    x, y = (LEFT + 8, "start") if left else (LEFT + SIDE - 8, "end")
    count = sum(p.cell == cell for p in matrix.placed)
    return _text(
        x, TOP + 18 if upper else TOP + SIDE - 8, f"{word} ({count})", y, fill=COLOURS[cell], weight="bold"
    )


def _dots(matrix: Matrix) -> list[str]:
    """Draw each customer; a name that would lie over another one is left out, and shown when the mouse rests on the dot."""
    drawn: list[str] = []
    taken: set[tuple[int, int]] = set()
    for p in matrix.placed:
        if p.cell == ASK or p.score is None or p.value is None:
            continue
        x, y = _x(p.value), _y(p.score)
        label = escape(f"{p.id} {p.name}")
        tip = f"<title>{label} ({p.score:.1f}, {p.value:.1f})</title>"
        drawn.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{COLOURS[p.cell]}">{tip}</circle>')
        places = {(int(x // 90) + across, int(y // LINE)) for across in (0, 1)}
        if not places & taken:
            taken |= places
            end = x > LEFT + SIDE - 110
            drawn.append(_text(x - 7 if end else x + 7, y + 4, escape(_short(p)), "end" if end else "start"))
    return drawn


def _short(p: Placed) -> str:
    name = p.name or p.id
    return name if len(name) <= 18 else name[:17] + "…"


def _asked(matrix: Matrix, words: object) -> list[str]:
    unknown = [p for p in matrix.placed if p.cell == ASK]
    lines = [
        _text(ASK_LEFT, TOP + 24 + LINE * at, escape(f"{p.id} {_short(p)}"), "start")
        for at, p in enumerate(unknown[:MOST_ASKED])
    ]
    if len(unknown) > MOST_ASKED:
        more = say("and {count} more", count=len(unknown) - MOST_ASKED)
        assert callable(words)
        lines.append(_text(ASK_LEFT, TOP + 24 + LINE * MOST_ASKED, words(more), "start"))
    return lines
