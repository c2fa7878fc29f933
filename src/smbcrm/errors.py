"""What can go wrong, as exceptions that carry their exit code.

The codes are a promise to scripts (see docs/commands.md): 0 done, 1 failure, 2 usage, 3 input unreadable,
4 not found or ambiguous, 5 a person must decide, 6 store or workbook locked, 10 a `--fail-on` condition, 130 interrupted.
"""

from __future__ import annotations


class SmbcrmError(Exception):
    """A failure told in one line of what happened and one line of what to try.

    `others` are further ones, told after it; `instead` is a word of the command line and what may be typed in its place. `what` and `hint` are text or sentences (`core.say.Say`); neither ends in a full stop.
    """

    exit_code = 1

    def __init__(self, what: object, hint: object = "") -> None:
        super().__init__(what, hint)
        self.what = what
        self.hint = hint
        self.others: tuple[SmbcrmError, ...] = ()
        self.instead: tuple[str, str] | None = None

    def __str__(self) -> str:
        return str(self.what)


class UsageError(SmbcrmError):
    """The command was typed in a way that means nothing."""

    exit_code = 2


class UnreadableError(SmbcrmError):
    """A file that was given cannot be read as a table."""

    exit_code = 3


class NotFoundError(SmbcrmError):
    """Nobody, or more than one, fits what was asked for; or there is no store yet."""

    exit_code = 4


class DecisionNeededError(SmbcrmError):
    """A person must decide and nobody is there to be asked."""

    exit_code = 5


class LockedError(SmbcrmError):
    """The store or the workbook is in use, or changed under us."""

    exit_code = 6


class ConditionHolds(SmbcrmError):  # noqa: N818 - an answer, not a fault
    """A `--fail-on` condition holds."""

    exit_code = 10
