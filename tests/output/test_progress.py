"""Long work says on a terminal what it does, on a line that goes away; a pipe hears nothing of it."""

from __future__ import annotations

import io
import sys

import pytest

from smbcrm.core.say import say
from smbcrm.output.options import OutputOptions
from smbcrm.output.progress import MANY, progress_line


class Terminal(io.StringIO):
    """A place to write to that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, **options: object) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "40")
    with progress_line(OutputOptions(**options)) as progress:  # type: ignore[arg-type]
        progress(say("understanding {count} {count:row|rows} of {file}", count=3, file="small.csv"), 3)
        progress(
            say("understanding {count} {count:row|rows} of {file}", count=MANY, file="\x1b[2Jlong" * 9), MANY
        )
    return stream.getvalue()


def test_only_long_work_is_shown_and_the_line_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(Terminal(), monkeypatch)
    assert text == "\r\x1b[Kunderstanding 5,000 rows of [2Jlong ...\r\x1b[K"


def test_the_line_speaks_the_chosen_language(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(Terminal(), monkeypatch, lang="fa").startswith("\r\x1b[Kفهمیدن ۵٬۰۰۰ ردیف")


def test_a_pipe_and_a_person_who_asked_for_quiet_hear_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), monkeypatch) == ""
    assert shown(Terminal(), monkeypatch, quiet=True) == ""
