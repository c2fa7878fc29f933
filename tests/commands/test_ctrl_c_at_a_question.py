"""Ctrl-C that came just before an answer was waited for is heard without a further key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.terminal import Terminal
from tests.conftest import Run

Smbcrm = Callable[..., Run]
QUESTIONS = [
    (("score", "weights", "compare"), "against frequency:", "xterm"),
    (("forget", "C1"), "[yes/no]", "xterm"),
    (("log", "محمد", "call"), "Enter for none:", "xterm"),
    (("merge", "review"), "[q] quit", "xterm"),
    (("merge", "review"), "[q] quit", "dumb"),
]


@pytest.mark.parametrize(("words", "question", "term"), QUESTIONS)
def test_ctrl_c_before_the_wait_ends_a_question(
    namesakes: Smbcrm, data: Path, words: tuple[str, ...], question: str, term: str
) -> None:
    before = namesakes("list", "--format", "csv").out
    screen = Terminal(data, *words, columns=300, term=term, breaks_no_wait=True)
    screen.wait(question)
    screen.press("\x03")
    assert screen.end() == 130
    assert "Traceback" not in screen.said
    assert namesakes("list", "--format", "csv").out == before
