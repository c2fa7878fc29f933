"""Pages to print, to send or to paste: Markdown, and HTML in one file that needs no other."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import TextIO

from smbcrm.core.command_line import with_data
from smbcrm.core.say import Say, say
from smbcrm.output.cells import shown_lines
from smbcrm.output.options import OutputOptions
from smbcrm.output.plain_table import RIGHT
from smbcrm.output.safe import safe_line, safe_lines
from smbcrm.output.table import names_commands
from smbcrm.output.view import Column, View
from smbcrm.output.words import heading, render, sentence_for

_MARKED = re.compile(r"[\\`*_\[\]|~]")
_STYLE = """
:root { color-scheme: light; }
body { font-family: Vazirmatn, "Segoe UI", Tahoma, sans-serif; margin: 2rem; color: #1c2733; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { border-bottom: 1px solid #d5dde6; padding: .35rem .6rem; text-align: start; vertical-align: top; }
th { background: #e7eef7; position: sticky; top: 0; }
td { overflow-wrap: anywhere; white-space: pre-line; unicode-bidi: plaintext; }
td.n { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.p { white-space: nowrap; }
tr:nth-child(even) td { background: #f7f9fc; }
@media print { body { margin: 0; } th { position: static; } tr { break-inside: avoid; } }
""".strip()


def write_markdown(views: Sequence[View], out: TextIO, options: OutputOptions) -> None:
    """Write each view as a heading, a table and its last sentences."""
    rtl = options.lang == "fa"
    if rtl:
        out.write('<div dir="rtl">\n\n')
    for place, view in enumerate(views):
        if place:
            out.write("\n")
        _markdown_view(view, out, options, level=1 if place == 0 else 2)
    if rtl:
        out.write("\n</div>\n")


def _markdown_view(view: View, out: TextIO, options: OutputOptions, *, level: int) -> None:
    if view.title is not None:
        out.write(f"{'#' * level} {markdown_text(sentence_for(view.title, options))}\n\n")
    if view.columns:
        out.write(_markdown_row([markdown_text(_heading(column, options)) for column in view.columns]))
        out.write(_markdown_row(["---:" if column.kind in RIGHT else "---" for column in view.columns]))
    for row in view.rows:
        out.write(
            _markdown_row(
                [
                    markdown_text(_lines(value, column, options))
                    for column, value in zip(view.columns, row, strict=True)
                ]
            )
        )
    if view.footer and view.columns:
        out.write("\n")
    for sentence in view.footer:
        out.write(f"- {_markdown_sentence(sentence, options)}\n")


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _heading(column: Column, options: OutputOptions) -> str:
    return safe_line(heading(column.heading, options.lang))


def _lines(value: object, column: Column, options: OutputOptions) -> str:
    shown = shown_lines(value, column.kind, lang=options.lang, calendar=options.calendar)
    return safe_lines(with_data(shown, options.data) if names_commands(column) else shown)


def markdown_text(text: str) -> str:
    r"""Give text that Markdown shows as it is, also inside a table.

    >>> markdown_text("a|b *c* <i>\nd")
    'a\\|b \\*c\\* &lt;i&gt;<br>d'
    """
    escaped = _MARKED.sub(lambda mark: "\\" + mark[0], text)
    escaped = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\t", " ").replace("\n", "<br>")


def _markdown_sentence(sentence: Say, options: OutputOptions) -> str:
    """Escape a sentence but keep what it puts between backticks: a command to type."""
    parts = sentence_for(sentence, options).split("`")
    if len(parts) % 2 == 0:  # a lone backtick marks nothing
        return markdown_text("`".join(parts))
    return "".join(f"`{part}`" if place % 2 else markdown_text(part) for place, part in enumerate(parts))


def write_html(views: Sequence[View], out: TextIO, options: OutputOptions) -> None:
    """Write one page that holds every view; nothing in it is fetched from elsewhere."""
    direction = "rtl" if options.lang == "fa" else "ltr"
    named = next((view.title for view in views if view.title is not None), Say("smbcrm"))
    out.write(
        f'<!doctype html>\n<html lang="{html.escape(options.lang)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_sentence(named, options)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
    )
    for place, view in enumerate(views):
        _html_view(view, out, options, level=1 if place == 0 else 2)
    if options.today is not None:
        made = render(say("made on {day}", day=options.today), options.lang, calendar=options.calendar)
        out.write(f"<p><small>{html.escape(made)}</small></p>\n")
    out.write("</body>\n</html>\n")


def _html_view(view: View, out: TextIO, options: OutputOptions, *, level: int) -> None:
    if view.title is not None:
        out.write(f"<h{level}>{_sentence(view.title, options)}</h{level}>\n")
    if view.columns:
        heads = "".join(f"<th>{html.escape(_heading(column, options))}</th>" for column in view.columns)
        out.write(f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n")
        tags = [_cell_tags(column) for column in view.columns]
        for row in view.rows:
            cells = "".join(
                f"{start}{html.escape(_lines(value, column, options))}{end}"
                for (start, end), column, value in zip(tags, view.columns, row, strict=True)
            )
            out.write(f"<tr>{cells}</tr>\n")
        out.write("</tbody>\n</table>\n")
    for sentence in view.footer:
        out.write(f"<p>{_sentence_with_code(sentence, options)}</p>\n")


def _cell_tags(column: Column) -> tuple[str, str]:
    """Give each cell the direction of what it holds, so that a phone is never turned around."""
    if column.kind in RIGHT:
        return '<td class="n">', "</td>"
    if column.kind in ("phone", "date"):
        return '<td class="p"><bdi dir="ltr">', "</bdi></td>"
    return "<td>", "</td>"


def _sentence(sentence: Say, options: OutputOptions) -> str:
    return html.escape(sentence_for(sentence, options))


def _sentence_with_code(sentence: Say, options: OutputOptions) -> str:
    parts = _sentence(sentence, options).split("`")
    if len(parts) % 2 == 0:
        return "`".join(parts)
    return "".join(
        f'<code dir="ltr">{part}</code>' if place % 2 else part for place, part in enumerate(parts)
    )
