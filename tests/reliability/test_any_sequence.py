"""Whatever is typed can be taken back to the first byte, and brought back; more sequences: `python bench/reliability.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from smbcrm.commands import VERBS
from tests.reliability.doors import CHANGING, READING
from tests.reliability.sequences import back_and_forth, out_of_turn


@pytest.mark.parametrize("seed", [1, 2])
def test_any_twenty_commands_are_undone_and_redone_to_the_byte(tmp_path: Path, seed: int) -> None:
    assert len(back_and_forth(tmp_path, seed)) == 20


@pytest.mark.parametrize("seed", [1, 2])
def test_undo_out_of_turn_leaves_a_sound_store_and_everything_can_be_taken_back(
    tmp_path: Path, seed: int
) -> None:
    assert out_of_turn(tmp_path, seed)


def test_every_verb_stands_in_the_table_of_doors() -> None:
    known = {words.split()[0] for words in CHANGING} | READING
    assert set(VERBS) - known == set(), "name new verbs in tests/reliability/doors.py"
