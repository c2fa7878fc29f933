"""Readings that a person should confirm, each with the option that settles it."""

from __future__ import annotations

from dataclasses import dataclass

from smbcrm.core.say import Say, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What was guessed and could be wrong, and how to settle it."""

    what: Say
    hint: Say


def about_encoding(why: Say, encoding: str) -> Doubt:
    """The whole file was read in an encoding that no rule proves."""
    return Doubt(
        what=say("{why}; it was read as {encoding}", why=why, encoding=encoding),
        hint=say(
            "if the names look right, give --encoding {encoding}; if not, the encoding they were saved in",
            encoding=encoding,
        ),
    )


def about_some_lines(count: int, encoding: str) -> Doubt:
    """Some lines stand in a second encoding, which only their letters tell; no option reads two encodings."""
    return Doubt(
        what=say(
            "only its letters tell in which encoding a part of the file is; {count} {count:line was|lines were} read as {encoding}",
            count=count,
            encoding=encoding,
        ),
        hint=say("save the whole list anew as UTF-8"),
    )


def about_delimiter(delimiter: str) -> Doubt:
    """The sign between the cells is one that more often stands inside them."""
    return Doubt(
        what=say(
            "{delimiter} was taken for the sign between the cells, though it often stands inside them",
            delimiter=delimiter,
        ),
        hint=say(
            'if the columns look right, give --delimiter "{delimiter}"; if not, the sign that parts them',
            delimiter=delimiter,
        ),
    )


def about_container(what: Say) -> Doubt:
    """The list stands in a kind of file that few programs still write as others read it."""
    return Doubt(
        what=say("the file is {what}; check that every column was read", what=what),
        hint=say("open it in a spreadsheet program and save it as xlsx"),
    )
