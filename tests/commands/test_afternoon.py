"""What an owner met on his first afternoon with the program, in Persian and in English."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]


@pytest.fixture
def one(smbcrm: Smbcrm) -> Smbcrm:
    """A list of one customer."""
    Path("one.csv").write_text("Name,Mobile\nSara Ahmadi,09123450001\n", encoding="utf-8")
    assert smbcrm("import", "one.csv").code == 0
    return smbcrm


@pytest.mark.parametrize("words", [("merge", "list"), ("task", "list"), ("list", "--city", "Qom")])
def test_where_there_is_nothing_a_sentence_says_so_and_no_headings_stand_above_it(
    one: Smbcrm, words: tuple[str, ...]
) -> None:
    for lang in ("en", "fa"):
        told = one("--lang", lang, *words)
        assert told.code == 0
        assert "---" not in told.out
        assert told.out.strip()
    assert len(one(*words, "--format", "csv").out.splitlines()) == 1
    assert one(*words, "--format", "json").out.strip() == "[]"
    assert "|" not in one(*words, "--format", "md").out


def test_a_likelihood_is_written_in_one_way_wherever_it_is_told(namesakes: Smbcrm) -> None:
    listed = namesakes("merge", "list", "-n", "1", "--columns", "pair,confidence").out.splitlines()[2]
    pair, likely = listed.split()
    assert f"({likely} likely " in namesakes("merge", "explain", pair).out
    assert likely in namesakes("merge", "review").out
    assert f"({likely} sure)" in namesakes("check", "--only", "duplicate").out
