"""What is wrong with a command line, as sentences of ours: the library that takes it apart speaks English only."""

from __future__ import annotations

import re
from ast import literal_eval
from contextlib import suppress
from typing import TYPE_CHECKING

from smbcrm.core.say import Say, say
from smbcrm.errors import UsageError
from smbcrm.output.options import Format

if TYPE_CHECKING:
    import typer

# What the library says, without its full stop, and how we say it. What stands in quotes goes in as it was typed; the library
# writes it as Python does, with other quotes around a quote and a code for a sign that is not seen, as Persian words have them.
_QUOTED = r"""(?P<what>'.*'|".*")"""
_SENTENCES: tuple[tuple[str, Say], ...] = (
    (r"Missing argument '(?P<what>.+?)'", say("{what} is missing")),
    (r"Missing option '(?P<what>.+?)'", say("the option {what} is missing")),
    (r"Missing command", say("a sub-command is missing")),
    (
        rf"Invalid value for '(?P<name>.+?)': {_QUOTED} is not a valid int(?:eger)?(?: range)?",
        say("{name} takes a whole number, not {what}"),
    ),
    (
        rf"Invalid value for '(?P<name>.+?)': {_QUOTED} is not a valid float(?: range)?",
        say("{name} takes a number, not {what}"),
    ),
    (
        r"Invalid value for '(?P<name>.+?)': (?P<what>.*) is not in the range x>=(?P<low>\d+)",
        say("{name} takes a number from {low} on, not {what}"),
    ),
    (
        r"Invalid value for '(?P<name>.+?)': (?P<what>.*) is not in the range (?P<low>\d+)<=x<=(?P<high>\d+)",
        say("{name} takes a number from {low} to {high}, not {what}"),
    ),
    (
        rf"Invalid value for '(?P<name>.+?)': {_QUOTED} is not one of (?P<like>.+)",
        say("{name} takes one of {like}, not {what}"),
    ),
    (r"Option '(?P<what>.+)' requires an argument", say("something must follow {what}")),
    (r"Option '(?P<what>.+)' does not take a value", say("{what} takes no value")),
    (
        r"Got unexpected extra argument(?:s|\(s\))? \((?P<what>.*)\)",
        say("not expected there: {what}"),
    ),
)
# What is not there, and what the library finds like it.
_UNKNOWN: tuple[tuple[str, Say, Say], ...] = (
    (
        r"No such option: (?P<what>.+?)(?: \(Possible options: (?P<like>.+)\))?",
        say("no such option: {what}"),
        say("no such option: {what}; there is {like}"),
    ),
    (
        rf"No such command {_QUOTED}(?:\. Did you mean (?P<like>.+)\?)?",
        say("no such command: {what}"),
        say("no such command: {what}; there is {like}"),
    ),
)
_NO_COMMAND = tuple(sentence.template for sentence in _UNKNOWN[1][1:])
_NO_OPTION = _UNKNOWN[0][1].template
_LIKE = 0.7
"""What is less like a word than this was hardly meant: `plan` for complaint."""


def misuse(problem: typer.TyperException) -> UsageError:
    """Give what the library found wrong with the command line, and where to read how it is written."""
    context = getattr(problem, "ctx", None)
    path = context.command_path if context is not None else "smbcrm"
    what = _told(problem.format_message().strip(), context)
    if isinstance(what, Say) and what.template in _NO_COMMAND:
        return UsageError(what, say("`{path} --help` shows all of them", path=path))
    if isinstance(what, Say) and what.template == _NO_OPTION and _takes_words(context):
        return UsageError(
            what,
            say("`{path} --help` shows the options; a name that begins with - stands behind --: `{path} -- -NAME`", path=path),
        )  # fmt: skip
    return UsageError(what, say("`{path} --help` shows how it is written", path=path))


def _told(message: str, context: typer.Context | None) -> Say | str:
    plain = message.rstrip(".").rstrip()
    for pattern, alone, beside in _UNKNOWN:
        if found := re.fullmatch(pattern, plain, re.S):
            what = _typed(found["what"])
            like = _format_of(what, context) or _alike(what, found["like"] or "")
            return say(beside.template, what=what, like=like) if like else say(alone.template, what=what)
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, plain, re.S):
            return Say(
                sentence.template, tuple((name, _gap(name, text)) for name, text in found.groupdict().items())
            )
    return plain[:1].lower() + plain[1:]


def _takes_words(context: typer.Context | None) -> bool:
    return context is not None and any(one.param_type_name == "argument" for one in context.command.params)


def _gap(name: str, text: str) -> object:
    if name in ("low", "high"):
        return int(text)
    if name == "what":
        return _typed(text)
    plain = text.replace("' / '", ", ").replace("'", "")
    return plain.strip("[]") if name == "name" else plain  # the brackets of what may be left out


def _typed(text: str) -> str:
    """Give what was typed as it was; nothing at all is shown by its quotes.

    >>> [_typed(text) for text in (repr("o'clock"), repr("می\u200cخواهم"), "''", "-n' / '--limit")]
    ["o'clock", 'می\u200cخواهم', "''", '-n, --limit']
    """
    if text[:1] in ("'", '"') and text[:1] == text[-1:]:
        with suppress(ValueError, SyntaxError):
            text = str(literal_eval(text))
    return text.replace("' / '", ", ").strip() or "''"


def _format_of(option: str, context: typer.Context | None) -> str:
    """Give how a format is asked for that was typed as an option of its own, as other programs have it: --json."""
    known = context is not None and any("--format" in one.opts for one in context.command.params)
    return f"--format {option[2:]}" if known and option[2:] in {one.value for one in Format} else ""


def _alike(what: str, others: str) -> str:
    from difflib import SequenceMatcher

    names = [name.strip("' ") for name in others.split(",")]
    return ", ".join(name for name in names if SequenceMatcher(None, what, name).ratio() >= _LIKE)
