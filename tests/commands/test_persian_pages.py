"""The page of every command in Persian: all of it, in order, and no wider than a terminal."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer
import typer.main

from smbcrm.cli import build
from smbcrm.output.persian.helps import common
from smbcrm.output.persian.helps.tables import EXAMPLES, TEXTS

from .conftest import Smbcrm

HEADINGS = {common.USAGE, common.EXAMPLE, common.EXAMPLES, common.ARGUMENTS, common.OPTIONS, common.COMMANDS, common.SUBCOMMANDS}  # fmt: skip
PERSIAN = re.compile("[\u0620-\u06d3]")
LATIN = re.compile("[A-Za-z]")
ENGLISH = re.compile(r"[a-z]{2,} [a-z]{2,}|\b(?:required|default|usage|options|arguments|commands)\b", re.I)


def commands() -> Iterator[tuple[tuple[str, ...], Any, typer.Context]]:
    """Give every command and group: the words that are typed, the thing itself, and where it stands."""
    root = typer.main.get_command(build([]))
    below: list[tuple[tuple[str, ...], Any, typer.Context | None]] = [((), root, None)]
    while below:
        words, command, parent = below.pop()
        context = typer.Context(
            command, info_name=(words or ("smbcrm",))[-1], parent=parent, **command.context_settings
        )
        yield words, command, context
        below += [((*words, name), one, context) for name, one in getattr(command, "commands", {}).items()]


ALL = list(commands())
PAGES = sorted(words for words, _, _ in ALL)


def english() -> tuple[set[str], set[str]]:
    """Give every text that a page says, and every example."""
    texts: set[str] = set()
    for _, command, context in ALL:
        texts |= {" ".join(one.split()) for one in inspect.cleandoc(command.help).split("\n\n")}
        texts |= {one.help for one in command.get_params(context) if one.help}
    examples = {text for text in texts if text.startswith("Example: ")}
    return texts - examples, {text.removeprefix("Example: ") for text in examples}


def test_every_text_of_a_page_is_translated_and_none_besides() -> None:
    texts, examples = english()
    assert (texts - set(TEXTS), set(TEXTS) - texts) == (set(), set())
    assert set(EXAMPLES) <= examples


def test_a_text_is_translated_in_one_place() -> None:
    from smbcrm.output.persian.helps import customers, events, keeping, planning, reading, worth

    parts = (common, customers, events, keeping, planning, reading, worth)
    assert sum(len(one.TEXTS) for one in parts) == len(TEXTS)


def test_what_the_owner_says_in_an_example_is_persian() -> None:
    for example in english()[1] - set(EXAMPLES):
        assert not any(ENGLISH.search(word) for word in shlex.split(example)), example
    for example, persian in EXAMPLES.items():
        typed, told = shlex.split(example), shlex.split(persian)
        assert len(typed) == len(told)
        assert [one for one in typed if one.startswith("-")] == [one for one in told if one.startswith("-")]


def test_persian_texts_are_written_in_persian_letters_and_begin_with_one() -> None:
    wrong = set("يىكةۀ٠١٢٣٤٥٦٧٨٩\u200e\u200f")
    for text in (*TEXTS.values(), *HEADINGS):
        assert not wrong & set(text), text
        assert text.count("`") % 2 == 0, text
        first = next(sign for sign in text if sign.isalpha())
        assert PERSIAN.match(first), text


def test_what_is_typed_in_an_english_text_is_typed_in_the_persian_one() -> None:
    for text, persian in TEXTS.items():
        assert set(text.split("`")[1::2]) <= set(persian.split("`")[1::2]), text


@pytest.mark.parametrize("words", PAGES, ids=" ".join)
def test_a_page_is_persian_throughout_and_read_in_order(smbcrm: Smbcrm, words: tuple[str, ...]) -> None:
    run = smbcrm("--lang", "fa", *words, "--help")
    assert (run.code, run.err) == (0, "")
    assert max(map(len, run.out.splitlines())) <= 80
    heading = ""
    for line in run.out.splitlines():
        if not line.startswith(" "):
            heading = line or "what it is for"
            assert not line or line in HEADINGS
        elif heading not in (common.USAGE, common.EXAMPLE, common.EXAMPLES):
            name, told = re.fullmatch(r"  (\S.*?)?(?:  +|$)(\S.*)?", line).groups()  # type: ignore[union-attr]
            if heading == "what it is for":
                name, told = "", line.strip()
            assert not PERSIAN.search(name or ""), "a text stands where a name should"
            assert not ENGLISH.search("".join((told or "").split("`")[::2]))
            letters = [sign for sign in told or "" if sign.isalpha()]
            assert not letters or PERSIAN.match(letters[0]), "the line would be read from the left"
            assert not (name and LATIN.search(told or "")), "the text and its name would be read out of order"


def test_all_ways_to_ask_for_a_page_give_the_same_one(smbcrm: Smbcrm) -> None:
    page = smbcrm("--lang", "fa", "score", "weights", "--help").out
    assert page == smbcrm("score", "weights", "-h", "--lang", "fa").out
    assert page == smbcrm("help", "score", "weights", "--lang=fa").out
    smbcrm("init")
    smbcrm("config", "set", "lang=fa")
    assert page == smbcrm("score", "weights", "--help").out
    assert smbcrm("--lang", "fa", "--help").out == smbcrm().out
    assert smbcrm("--lang", "en", "show", "--help").out.startswith("Usage: smbcrm show [OPTIONS] {WHO}\n")


def test_a_page_stays_in_order_on_a_narrow_terminal(smbcrm: Smbcrm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    page = smbcrm("--lang", "fa", "list", "--help").out
    assert max(map(len, page.splitlines())) <= 60


def test_what_is_said_in_brackets_is_persian(smbcrm: Smbcrm) -> None:
    page = " ".join(smbcrm("--lang", "fa", "matrix", "--help").out.split())
    assert "[پیش‌فرض: میانهٔ فهرست؛ از ۱ تا ۱۰]" in page
    assert "[پیش‌فرض: 7.0؛ از ۰ تا ۱۰]" in page
    assert "[الزامی]" in smbcrm("--lang", "fa", "show", "--help").out


@pytest.mark.parametrize(
    "words",
    [
        ["list", "--foo"], ["list", "--limt", "3"], ["show"], ["list", "-n", "x"], ["list", "-n", "-3"], ["nothing"],
        ["list", "-f", "doc"], ["list", "--format"], ["--data"], ["matrix", "--middle", "20"], ["merge", "nothing"],
        ["matrix", "--enough", "x"], ["list", "a", "b"], ["forget", "--yes=3"], ["snooze", "P1"], ["score", "weights", "set"],
        ["import", "--header-row", "0", "a.csv"], ["--today", "soon", "list"], ["--calendar", "x", "list"], ["export", ""],
        ["plan", "export", ""], ["plan", "export", "x"], ["list", "-o", ""], ["sync", "--prefer", "x"], ["report", "top", "--by", "x"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_wrong_command_line_is_told_in_persian(smbcrm: Smbcrm, words: list[str]) -> None:
    smbcrm("init")
    run = smbcrm("--lang", "fa", *words)
    assert (run.code, run.out) == (2, "")
    what, hint = run.err.splitlines()
    assert what.startswith("smbcrm: خطا: ")
    smbcrm("config", "set", "lang=fa")
    assert smbcrm(*words) == run
    assert hint.startswith("راهنما: ")
    assert not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", "".join(run.err.split("`")[::2]))
