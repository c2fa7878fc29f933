"""The page of a command in Persian: what it is for, what follows it, what it knows; what is typed stays as it is typed.

A line that begins with a Latin letter is taken to run from left to right, and turns a Persian sentence around. So usage and
examples stand on lines of their own, a text with Latin letters stands below its option and not beside it, and no sentence is
broken before a Latin word.
"""

from __future__ import annotations

import inspect
import re
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any

import typer

from smbcrm.commands._help import in_short
from smbcrm.output.persian.helps import common
from smbcrm.output.persian.helps.tables import EXAMPLES, TEXTS
from smbcrm.output.words import PERSIAN_DIGITS

_LATIN = re.compile("[A-Za-z]")
_BEFORE_LATIN = re.compile(r" (?=[^\s\u0600-\u06ff]*[A-Za-z])")
_BRACKETS = re.compile(r"(.*?) *\[([^\[\]]+)\]", re.DOTALL)
_NO_BREAK = "\u00a0"
_WIDEST_NAME = 26
"""A longer one has the line to itself."""

Rows = list[tuple[str, str]]


def speak_persian(command: Any) -> None:
    """Let this command, and all below it, show their pages in Persian."""
    command.get_help = _page
    for below in getattr(command, "commands", {}).values():
        speak_persian(below)


def _page(context: typer.Context) -> str:
    command: Any = context.command
    room = max(min(get_terminal_size().columns, 80) - 2, 50)
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    blocks = [_block(common.USAGE, _typed(usage, room))]
    paragraphs, examples = _parts(command.help)
    blocks += ["\n".join(f"  {line}" for line in _lines(one, room - 2)) for one in paragraphs]
    if examples:
        folded = [line for one in examples for line in _typed(one, room)]
        blocks.append(_block(common.EXAMPLES if examples[1:] else common.EXAMPLE, folded))
    params = command.get_params(context)
    below = getattr(command, "commands", {})
    blocks += [
        _block(heading, _rows(rows, room - 2))
        for heading, rows in (
            (common.ARGUMENTS, _records(context, params, kind="argument")),
            (common.OPTIONS, _records(context, params, kind="option")),
            (
                common.SUBCOMMANDS if context.parent else common.COMMANDS,
                [(name, in_short(_parts(one.help)[0][0])) for name, one in below.items()],
            ),
        )
        if rows
    ]
    return "\n\n".join(blocks)


def _typed(command: str, room: int) -> list[str]:
    return wrap(command, room - 2, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _block(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, *(f"  {line}" for line in lines)])


def _parts(told: str | None) -> tuple[list[str], list[str]]:
    """Give the paragraphs of a help in Persian, and the commands that it has for examples."""
    paragraphs: list[str] = []
    examples: list[str] = []
    for paragraph in inspect.cleandoc(told or "").split("\n\n"):
        line = " ".join(paragraph.split())
        if line.startswith("Example: "):
            command = line.removeprefix("Example: ")
            examples.append(EXAMPLES.get(command, command))
        else:
            paragraphs.append(TEXTS.get(line, line))
    return paragraphs, examples


def _records(context: typer.Context, params: list[Any], *, kind: str) -> Rows:
    records = [one.get_help_record(context) for one in params if one.param_type_name == kind]
    return [(name, _with_brackets(told)) for name, told in filter(None, records)]


def _with_brackets(told: str) -> str:
    """Give a text in Persian, and what the library says of it in brackets."""
    found = _BRACKETS.fullmatch(told)
    if found is None:
        return TEXTS.get(told, told)
    text = found[1]
    return f"{TEXTS.get(text, text)} [{'؛ '.join(map(_in_brackets, found[2].split('; ')))}]".lstrip()


def _in_brackets(said: str) -> str:
    for pattern, persian in common.BRACKETS.items():
        if found := re.fullmatch(pattern, said):
            told = found.expand(persian).replace(" ", _NO_BREAK)
            return told if "default" in pattern else told.translate(PERSIAN_DIGITS)  # a default may be typed
    return said


def _rows(rows: Rows, room: int) -> list[str]:
    """Give names with their texts beside them, or below where the two would not be read in order."""
    names = [len(name) for name, _ in rows if len(name) <= _WIDEST_NAME]
    column = max(names, default=0) + 2
    lines: list[str] = []
    for name, text in rows:
        told = _lines(text, room - column)
        if len(name) + 2 > column or _LATIN.search(text):
            lines.append(name)
        elif told:
            lines.append(name.ljust(column) + told.pop(0))
        lines += [" " * column + line for line in told]
    return lines


def _lines(text: str, room: int) -> list[str]:
    """Break a text into lines, before Persian words only wherever there is room for that."""
    lines = wrap(_BEFORE_LATIN.sub(_NO_BREAK, text), room, break_long_words=False, break_on_hyphens=False)
    if any(len(line) > room for line in lines):
        lines = wrap(text, room, break_on_hyphens=False)
    return [line.replace(_NO_BREAK, " ") for line in lines]
