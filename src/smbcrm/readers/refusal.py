"""The sentences with which a file is refused; each is one line and one hint."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.say import Say, say
from smbcrm.errors import NotFoundError, UnreadableError

EXPORT_AGAIN = say("open it where it was made and save it as xlsx or csv")
_THE_LIST_ITSELF = say("give the list itself")
# What no program saves as a table.
_NO_EXPORT = {
    "a packed archive": say("unpack it, and give the list in it"),
    "a picture": _THE_LIST_ITSELF,
    "a sound or a film": _THE_LIST_ITSELF,
    "a picture, a sound or a film": _THE_LIST_ITSELF,
    "a program": _THE_LIST_ITSELF,
    "a hidden file of macOS": _THE_LIST_ITSELF,
}


def missing(name: str) -> UnreadableError:
    """There is no such file."""
    return UnreadableError(say("there is no file {file}", file=name), say("check the name and the folder"))


def folder(name: str) -> UnreadableError:
    """A folder stands where a file was expected."""
    return UnreadableError(
        say("{file} is a folder, not a file", file=name), say("give the files in it by name")
    )


def empty(name: str) -> UnreadableError:
    """The file has no bytes."""
    return UnreadableError(say("{file} is empty", file=name), EXPORT_AGAIN)


def only_a_mark(name: str) -> UnreadableError:
    """The file has the mark of its encoding and nothing after it."""
    return UnreadableError(
        say("{file} holds the mark that a text file begins with, and no text", file=name), EXPORT_AGAIN
    )


def blank(name: str) -> UnreadableError:
    """The file has nothing but blanks and separators."""
    return UnreadableError(say("{file} holds no text, only blank lines", file=name), EXPORT_AGAIN)


def cut_card(name: str) -> UnreadableError:
    """A phone book ends inside its first card, before anything is told."""
    return UnreadableError(
        say("{file} is cut off: its first card ends before it names anybody", file=name),
        say("copy or download it again, or send the contacts from the phone anew"),
    )


def empty_sheet(name: str, sheet: str) -> UnreadableError:
    """A sheet has no filled cell."""
    return UnreadableError(
        say("sheet {sheet} of {file} is empty", sheet=sheet, file=name),
        say("name another sheet with --sheet, or another file"),
    )


def empty_workbook(name: str) -> UnreadableError:
    """A workbook with several sheets has no filled cell in any of them."""
    return UnreadableError(say("every sheet of {file} is empty", file=name), EXPORT_AGAIN)


def damaged(name: str) -> UnreadableError:
    """The file is cut off or broken inside."""
    return UnreadableError(
        say("{file} is damaged or incomplete", file=name),
        say("copy or download it again, or open it in a spreadsheet program and save it anew"),
    )


def not_a_table(name: str, what: Say) -> UnreadableError:
    """The file is something else than a table."""
    hint = _NO_EXPORT.get(what.template, EXPORT_AGAIN)
    return UnreadableError(say("{file} is {what}, not a table", file=name, what=what), hint)


def password_needed(name: str) -> UnreadableError:
    """The workbook is encrypted and no password was given."""
    return UnreadableError(
        say("{file} is protected by a password", file=name),
        say("give it with --password, or save a copy without a password"),
    )


def password_wrong(name: str) -> UnreadableError:
    """The workbook is encrypted and the password does not open it."""
    return UnreadableError(
        say("the password does not open {file}", file=name),
        say("check the password, or save a copy without one"),
    )


def bomb(name: str, size: int) -> UnreadableError:
    """The file would unpack to an absurd size."""
    return UnreadableError(
        say("{file} would unpack to {size} MB; it is not read", file=name, size=size // 1_000_000),
        say("open it in a spreadsheet program, delete what is not the list and save it anew"),
    )


def entities(name: str) -> UnreadableError:
    """The file holds a document type definition, which no spreadsheet program writes."""
    return UnreadableError(
        say("{file} holds definitions (DTD) that a spreadsheet never has; it is not read", file=name),
        say("take the file from where you trust it, or save it anew in a spreadsheet program"),
    )


def too_much(name: str) -> UnreadableError:
    """Reading the file takes more memory or time than is given to it."""
    return UnreadableError(
        say("{file} holds more cells than can be read", file=name),
        say("delete the empty or repeated rows and columns around the list and save it anew"),
    )


def not_allowed(name: str) -> UnreadableError:
    """The system does not let the file be read."""
    return UnreadableError(
        say("{file} cannot be opened", file=name),
        say("close it in other programs and check that you may read it"),
    )


def password_unknown(name: str) -> UnreadableError:
    """The file is encrypted in a way that only its own program can open."""
    return UnreadableError(
        say("{file} is protected by a password and cannot be opened here", file=name),
        say("open it in its own program and save a copy without a password"),
    )


def crashed(name: str) -> UnreadableError:
    """The reader did not survive the file."""
    return UnreadableError(
        say("{file} cannot be read: it is damaged, or too large", file=name),
        say("open it in a spreadsheet program and save the list anew as xlsx or csv"),
    )


def no_such_sheet(name: str, sheet: str, sheets: Sequence[str]) -> NotFoundError:
    """The sheet that was named is not in the workbook."""
    what = say(
        "{file} has no sheet {sheet}; it has {sheets}", file=name, sheet=sheet, sheets=", ".join(sheets)
    )
    return NotFoundError(what, say("name one of them with --sheet"))
