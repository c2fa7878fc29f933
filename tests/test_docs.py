"""The docs say what the program does, and every sentence has its Persian."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from smbcrm.commands import GROUPS, VERBS
from tests.conftest import ROOT, Run

NAMES = [f"{verb} {sub}" for verb, (_, subs) in GROUPS.items() for sub in sorted(subs)]
NAMES += [verb for verb in VERBS if verb not in GROUPS]


def script(name: str, *argv: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / name), *argv],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_in_the_reference_and_has_help_with_an_example(name: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    (section,) = re.findall(rf"^## smbcrm {name}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert f"Usage: smbcrm {name} " in section
    verb, _, sub = name.partition(" ")
    short = (
        verb if sub and sub == GROUPS[verb][0] else name
    )  # the verb of a group that is meant when none is typed
    assert f"Example: smbcrm {short}" in section or f"Example: smbcrm {name}" in section or name == "init"


@pytest.mark.parametrize("words", [(), *((group,) for group in GROUPS)], ids=" ".join)
def test_what_the_list_of_commands_says_of_each_is_whole_and_fits_a_line(
    smbcrm: Callable[..., Run], words: tuple[str, ...]
) -> None:
    lines = smbcrm(*words, "--help").out.partition("Commands:\n")[2].splitlines()
    told = [line.strip().partition(" ")[2].strip() for line in lines]
    assert all(told)
    assert len(told) == len(GROUPS[words[0]][1] if words else VERBS)
    assert [line for line in told if line.endswith("...")] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_guide(verb: str) -> None:
    assert f"smbcrm {verb}" in (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")


def test_readme_guide_and_reference_show_what_the_program_prints() -> None:
    done = script("make_docs.py", "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_sentence_has_its_persian() -> None:
    done = script("untranslated.py")
    assert done.returncode == 0, done.stdout


def test_the_first_block_of_the_readme_is_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    tag, block = re.search(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL).groups()  # type: ignore[union-attr]
    assert tag == "bash"
    assert len(block.strip().splitlines()) == 2
    assert "smbcrm run examples/customers.xlsx" in block.splitlines()[0]
    assert block.splitlines()[1].endswith("-m pytest -n auto --dist worksteal")


def test_no_page_names_a_place_that_is_not_there() -> None:
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (Path(page).parent / target).exists(), f"{page}: {target}"
