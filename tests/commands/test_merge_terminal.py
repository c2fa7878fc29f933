"""Answering the open questions one by one at a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from smbcrm.output.plain_table import width
from tests.commands.terminal import Terminal
from tests.conftest import Run, records

Smbcrm = Callable[..., Run]
DIFFERENT, SAME = "are two customers.", "are one customer now"


def questions(namesakes: Smbcrm) -> list[dict[str, str]]:
    return records(namesakes("merge", "review", "--format", "csv"))


def ids(namesakes: Smbcrm) -> list[str]:
    return namesakes("list", "--format", "ids").out.split()


def reviewing(data: Path, *words: str, columns: int = 100, term: str = "xterm") -> Terminal:
    return Terminal(data, "merge", "review", *words, columns=columns, term=term)


def test_one_key_answers_and_undo_takes_exactly_the_last_answer_back(namesakes: Smbcrm, data: Path) -> None:
    before = namesakes("merge", "list", "--all", "--format", "csv").out
    screen = reviewing(data)
    screen.wait("[q] quit")
    screen.press("s")
    screen.wait(f"C1 and C2 {SAME}: C1.")
    screen.wait("[q] quit")
    screen.press("d")
    screen.wait(DIFFERENT)
    screen.wait("[q] quit")
    screen.press("u")
    screen.wait("it is open again")
    screen.wait("[q] quit")
    screen.press("?")
    screen.wait("undo: back to the question before")
    screen.press("q")
    assert screen.end() == 0
    assert "Answered: 1 (1 same, 0 different). Still open: 3." in screen.said
    assert "Next: `smbcrm merge review` goes on where you stopped." in screen.said
    assert ids(namesakes) == ["C1", "C3", "C4", "C5", "C6"]
    words = records(namesakes("undo", "--list", "--format", "csv"))
    assert [(row["verb"], row["state"]) for row in words[:3]] == [
        ("undo", "done"), ("merge different", "undone"), ("merge same", "done"),
    ]  # fmt: skip
    assert namesakes("undo").code == 0
    assert namesakes("merge", "list", "--all", "--format", "csv").out == before


def test_after_same_the_questions_about_the_absorbed_one_follow_the_other(
    namesakes: Smbcrm, data: Path
) -> None:
    screen = reviewing(data, "--where", "a_id > 2")
    screen.wait("3 open")
    screen.press("s")
    screen.wait(SAME)
    screen.wait("Question 2, 1 open")  # both others are about the same two customers now
    screen.press("d")
    assert screen.end() == 0
    assert "Still open: 0." in screen.said
    assert {q["customer_a"] for q in questions(namesakes)} == {"C1"}


def test_two_who_share_a_name_only_are_not_said_to_share_a_phone_or_an_address(
    smbcrm: Smbcrm, data: Path
) -> None:
    Path("list.csv").write_text(
        "Name,Mobile,City\nSara Nikkhah,09121112202,Qom\nSara Nikkhah,,Qom\nNasrin Adel,09121112203,Yazd\n",
        encoding="utf-8",
    )
    smbcrm("import", "list.csv")
    screen = reviewing(data)
    screen.wait("[q] quit")
    screen.press("q")
    assert screen.end() == 0
    assert "a name alone proves nothing" in screen.said
    assert "that share a phone or an address" not in screen.said


def test_a_wish_not_to_be_called_stands_there_as_a_word(namesakes: Smbcrm, data: Path) -> None:
    namesakes("set", "C2", "do_not_contact=yes")
    screen = reviewing(data)
    screen.wait("[q] quit")
    screen.press("q")
    assert screen.end() == 0
    (line,) = [line for line in screen.said.splitlines() if line.startswith("Do not contact")]
    assert line.split() == ["Do", "not", "contact", "yes"]


def test_ctrl_c_keeps_what_was_answered_and_says_how_many_are_left(namesakes: Smbcrm, data: Path) -> None:
    screen = reviewing(data)
    screen.wait("[q] quit")
    screen.press("d")
    screen.wait(DIFFERENT)
    screen.wait("[q] quit")
    screen.press("\x03")
    assert screen.end() == 130
    assert "Answered: 1 (0 same, 1 different). Still open: 3." in screen.said
    assert "Traceback" not in screen.said
    assert len(questions(namesakes)) == 3


def test_the_end_of_input_keeps_what_was_answered(namesakes: Smbcrm, data: Path) -> None:
    screen = reviewing(data)
    screen.wait("[q] quit")
    screen.press("l")
    screen.wait("Question 2, 4 open")
    screen.wait("[q] quit")
    screen.press("\x04")
    assert screen.end() == 0
    assert "Still open: 4." in screen.said


def test_a_plain_terminal_takes_a_key_or_a_word_and_enter(namesakes: Smbcrm, data: Path) -> None:
    screen = reviewing(data, term="dumb")
    screen.wait("[q] quit")
    screen.press("بله\n")
    screen.wait(SAME)
    screen.wait("[q] quit")
    screen.press("no\n")
    screen.wait(DIFFERENT)
    screen.wait("[q] quit")
    screen.press("q\n")
    assert screen.end() == 0


def test_a_question_that_is_put_off_counts_as_asked(namesakes: Smbcrm, data: Path) -> None:
    screen = reviewing(data)
    for keys, asked in (
        ("l", "Question 1, 4 open"),
        ("l", "Question 2, 4 open"),
        ("u", "Question 3, 4 open"),
    ):
        screen.wait(asked)
        screen.wait("[q] quit")
        screen.press(keys)
    screen.wait("Question 2, 4 open")
    screen.press("q")
    assert screen.end() == 0


def test_keys_that_were_typed_ahead_count(namesakes: Smbcrm, data: Path) -> None:
    screen = reviewing(data)
    screen.press("sdq")
    assert screen.end() == 0
    assert "Answered: 2 (1 same, 1 different)." in screen.said


def test_a_word_that_is_typed_out_is_one_answer(namesakes: Smbcrm, data: Path) -> None:
    screen = reviewing(data)
    screen.wait("[q] quit")
    screen.press("same\r")
    screen.wait("Question 2")
    screen.wait("[q] quit")
    screen.press("undo")
    screen.wait("it is open again")
    screen.press("different")
    screen.wait(DIFFERENT)
    screen.press("uq")
    assert screen.end() == 0
    assert "Answered: 0" in screen.said
    assert "undo: back to the question before" not in screen.said


@pytest.mark.parametrize(("columns", "lang"), [(80, "en"), (110, "en"), (200, "en"), (80, "fa"), (60, "fa")])
def test_the_two_customers_stand_side_by_side_and_fit(
    namesakes: Smbcrm, data: Path, columns: int, lang: str
) -> None:
    screen = reviewing(data, "--lang", lang, "--no-color", "-n", "1", columns=columns)
    screen.wait("[q]")
    screen.press("q" if lang == "en" else "ض")
    assert screen.end() == 0
    card = screen.said[: screen.said.index("[s]")].strip("\n").splitlines()
    assert max(map(width, card)) <= min(columns - 1, 110)
    heads = next(line for line in card if "C1" in line and "C2" in line)
    at = width(heads[: heads.index("C2")])
    phones = next(line for line in card if "+989121112233" in line)
    assert width(phones[: phones.index("+989354445566")]) == at
    assert phones[phones.index("+989354445566") - 2] == "x"
    names = next(line for line in card if line.count("محمد حسینی") == 2)
    assert width(names[: names.rindex("محمد حسینی")]) == at
    assert " x " not in names


@pytest.mark.parametrize(("columns", "lang"), [(40, "en"), (40, "fa"), (30, "en")])
def test_on_a_narrow_screen_one_customer_stands_below_the_other_and_nothing_is_cut(
    namesakes: Smbcrm, data: Path, columns: int, lang: str
) -> None:
    screen = reviewing(data, "--lang", lang, "--no-color", "-n", "1", columns=columns)
    screen.wait("[q]")
    screen.press("?q")
    assert screen.end() == 0
    lines = [line for line in screen.said.splitlines() if str(data) not in line]  # a path stays in one piece
    assert max(map(width, lines)) <= columns
    phone = lines.index("  C1  +989121112233")
    assert lines[phone + 1] == "x C2  +989354445566"
    assert [line for line in lines if line.endswith("محمد حسینی")] == ["  C1  محمد حسینی", "  C2  محمد حسینی"]


SHELL = """
import subprocess, sys
code = subprocess.call([sys.executable, "-m", "smbcrm", *sys.argv[1:]])
print(f"ended with {code}", flush=True)
print(f"the shell was given: {sys.stdin.readline()!r}", flush=True)
"""


@pytest.mark.parametrize("typed", [["quit\r"], ["q", "u", "i", "t", "\r"], ["q"]])
def test_no_letter_of_a_word_that_ends_it_reaches_the_shell(
    namesakes: Smbcrm, data: Path, typed: list[str]
) -> None:
    screen = Terminal(data, "merge", "review", program=("-c", SHELL))
    screen.wait("[q] quit")
    for keys in typed:
        screen.press(keys)
        time.sleep(0.1)
    screen.wait("ended with 0")
    screen.press("next\r")
    screen.wait("the shell was given: 'next\\n'")
    assert screen.end() == 0


def test_the_word_that_answers_the_last_question_ends_there_too(namesakes: Smbcrm, data: Path) -> None:
    screen = Terminal(data, "merge", "review", "-n", "1", program=("-c", SHELL))
    screen.wait("[q] quit")
    screen.press("different\r")
    screen.wait("ended with 0")
    screen.press("next\r")
    screen.wait("the shell was given: 'next\\n'")
    assert screen.end() == 0


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_headings_fold_between_their_words_only(smbcrm: Smbcrm, data: Path, lang: str) -> None:
    name = "customers of the shop 2026.csv"
    Path(name).write_text("Name,Mobile\nSara Ahmadi,09123450001\n", encoding="utf-8")
    screen = Terminal(data, "--lang", lang, "import", name, columns=80)
    assert screen.end() == 0
    whole = ["خوانده‌شده", "به‌روزشده", "کنارگذاشته"] if lang == "fa" else ["Unchanged", "Rejected", "Updated"]
    assert all(word in screen.said for word in whole)


@pytest.mark.parametrize("words", [("merge", "review"), ("list",)])
def test_no_color_is_heard_in_the_environment_too(
    namesakes: Smbcrm, data: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    coloured = Terminal(data, *words)
    coloured.press("q")
    coloured.end()
    assert "\x1b[" in coloured.said
    monkeypatch.setenv("NO_COLOR", "1")
    plain = Terminal(data, *words)
    plain.press("q")
    plain.end()
    assert "\x1b[" not in plain.said


@pytest.mark.parametrize(("lang", "columns"), [("fa", 80), ("en", 62)])
def test_no_phone_is_cut_in_two_where_a_table_without_lines_has_room_for_it(
    smbcrm: Smbcrm, data: Path, lang: str, columns: int
) -> None:
    Path("list.csv").write_text(
        "نام,موبایل,آدرس,تاریخ تولد\nسارا احمدی,09123450001,خیابان ولیعصر، کوچه ۵، پلاک ۱۲,۱۳۶۵/۰۴/۱۲\n",
        encoding="utf-8",
    )
    smbcrm("import", "list.csv")
    screen = Terminal(data, "--lang", lang, "--no-color", "show", "C1", "--all", columns=columns)
    assert screen.end() == 0
    assert "+989123450001" in screen.said
    assert max(map(width, screen.said.splitlines())) <= columns
