"""The pieces of a workbook lie in a private folder that never outlives the command, or not for long."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from smbcrm.output.files.scratch import scratch_folder
from tests.conftest import EXAMPLE


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that holds nothing else."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_only_the_owner_may_look_into_it_and_it_goes_when_something_fails(place: Path) -> None:
    with pytest.raises(RuntimeError), scratch_folder() as folder:
        (folder / "piece").write_text("Sara Ahmadi")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        raise RuntimeError
    assert list(place.iterdir()) == []


def test_what_a_killed_command_left_is_swept_up_by_a_later_one(place: Path) -> None:
    left, busy, others = place / "smbcrm-left", place / "smbcrm-busy", place / "else-left"
    for folder in (left, busy, others):
        folder.mkdir()
        (folder / "piece").write_text("Sara Ahmadi")
    old = time.time() - 7200
    for one in (left / "piece", left, others / "piece", others, busy):
        os.utime(one, (old, old))
    with scratch_folder():
        assert not left.exists()
        assert busy.exists(), "something was written into it a moment ago"
        assert others.exists(), "it is not ours"


def test_an_export_leaves_nothing_behind(tmp_path: Path) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    environment = {**os.environ, "TMPDIR": str(place)}
    smbcrm = [sys.executable, "-m", "smbcrm", "--data", str(tmp_path / "data"), "--no-input"]
    for words in (["import", str(EXAMPLE)], ["export", str(tmp_path / "all.xlsx")]):
        subprocess.run([*smbcrm, *words], env=environment, capture_output=True, check=True)
    full = subprocess.run(
        [*smbcrm, "list", "--format", "xlsx", "-o", "/dev/full"],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert full.returncode == 1
    assert list(place.iterdir()) == []
