"""Sentences on a terminal are broken between words; in a pipe and in a file they stay one line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.say import say
from smbcrm.errors import SmbcrmError
from smbcrm.output.emit import emit, emit_action, show_error, talk
from smbcrm.output.folding import fold_sentence
from smbcrm.output.options import Format, OutputOptions
from smbcrm.output.plain_table import width
from smbcrm.output.view import View
from tests.output.conftest import Screens

LONG = say(
    "That makes 7 customers, and this sentence goes on until it is wider than any terminal of a hundred columns is."
)
PERSIAN = "می‌شود ۷ مشتری، و این جمله آن‌قدر ادامه دارد که از پهنای صفحه بیرون می‌زند: `smbcrm merge review`"


def test_sentences_are_folded_on_a_terminal(terminal: Screens) -> None:
    options = OutputOptions()
    emit_action({}, [LONG], options)
    emit(View((), (), footer=(LONG,)), options)
    talk(LONG, options)
    show_error(SmbcrmError(LONG, LONG), options)
    for screen, count in ((terminal.out, 2), (terminal.err, 3)):
        lines = screen.text().splitlines()
        assert len(lines) == 2 * count
        assert all(len(line) <= 100 for line in lines)
        assert " ".join(lines).count(str(LONG).rstrip(".")) == count


def test_in_a_pipe_a_sentence_is_one_line(pipe: Screens) -> None:
    for form in (Format.TABLE, Format.MD):
        emit_action({}, [LONG], OutputOptions(fmt=form))
    talk(LONG, OutputOptions())
    assert pipe.out.text().count(str(LONG)) == 2
    assert pipe.err.text() == f"{LONG}\n"


def test_a_command_stays_in_one_piece() -> None:
    assert fold_sentence("3 pairs are open: (`smbcrm merge same C1 C2`).", 30) == [
        "3 pairs are open:",
        "(`smbcrm merge same C1 C2`).",
    ]
    assert fold_sentence("`smbcrm merge same C1 C2` joins", 10) == ["`smbcrm merge same C1 C2`", "joins"]


def test_persian_is_measured_in_cells() -> None:
    lines = fold_sentence(PERSIAN, 40)
    assert " ".join(lines) == PERSIAN
    assert all(width(line) <= 40 for line in lines)
    assert lines[-1].endswith("`smbcrm merge review`")


@given(st.text(st.sampled_from("ab ع\u200c王`"), max_size=60), st.integers(1, 30))
def test_nothing_is_lost_and_no_line_is_wider_than_it_must_be(text: str, room: int) -> None:
    lines = fold_sentence(text, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(
        width(line) <= room or line.startswith(" ") or "`" in line or " " not in line for line in lines
    )
