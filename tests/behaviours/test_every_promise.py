"""Every promise of an import is written down, and has a test that names it."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT

NUMBERS = [f"I{number:02d}" for number in range(1, 31)]


def test_every_promise_is_on_its_page_once() -> None:
    page = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
    assert re.findall(r"^- \*\*(I\d\d)\*\* \w", page, re.MULTILINE) == NUMBERS


def test_every_promise_has_a_test_that_names_it() -> None:
    named = {
        name.upper()
        for path in Path(__file__).parent.glob("test_*.py")
        for name in re.findall(r"^def test_(i\d\d)_\w+\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert sorted(named) == NUMBERS
