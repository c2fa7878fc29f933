"""Every awkward file through the program's own door, in a process of its own: right count, right exit code, nothing half done.

What each file must come to is told in `tests/readers/awkward.csv`; what the readers alone make of it, in `tests/readers/test_awkward.py`.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

READERS = Path(__file__).parent / "readers"
with (READERS / "awkward.csv").open(encoding="utf-8", newline="") as _file:
    EXPECTED = {row["file"]: row for row in csv.DictReader(_file)}

EXIT_CODES = {"read": 0, "warn": 0, "ask": 5, "refuse": 3}
CANARY_FILE = "_xxe_canary.txt"
SECONDS = 60  # one file; most take less than one
AT_ONCE = 2


@dataclass(frozen=True)
class Imported:
    """What became of one file: how the process ended, what it said, and what it left in its data folder."""

    code: int
    out: bytes
    err: bytes
    seconds: float
    left: tuple[str, ...]
    canary_kept: bool


@pytest.fixture(scope="session")
def imports(
    request: pytest.FixtureRequest, awkward_files: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Imported]]]:
    """Import the files of the tests that were chosen, a few at a time, while the first results are looked at."""
    chosen = [
        item.callspec.params["name"]
        for item in request.session.items
        if isinstance(item, pytest.Function)
        and item.originalname == "test_the_file_comes_to_what_is_expected"
    ]
    canary = (awkward_files / CANARY_FILE).read_bytes()
    homes = tmp_path_factory.mktemp("homes")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {
            name: pool.submit(_import, awkward_files / name, homes / f"{place}", canary)
            for place, name in enumerate(chosen)
        }
        pool.shutdown(cancel_futures=True)


def _import(file: Path, home: Path, canary: bytes) -> Imported:
    home.mkdir()
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "smbcrm", "--data", str(home / "data"), "--no-input", "import", str(file), "--format", "json"],
        cwd=home,
        capture_output=True,
        timeout=SECONDS,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=False,
    )  # fmt: skip
    seconds = time.perf_counter() - start
    left = sorted(path for path in home.rglob("*"))
    kept = any(canary in path.read_bytes() for path in left if path.is_file())
    names = tuple(path.relative_to(home).as_posix() for path in left)
    shutil.rmtree(home)  # the large ones need room
    return Imported(done.returncode, done.stdout, done.stderr, seconds, names, kept)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_file_comes_to_what_is_expected(
    imports: dict[str, Future[Imported]], awkward_files: Path, name: str
) -> None:
    expected, done = EXPECTED[name], imports[name].result()
    err = done.err.decode("utf-8")
    assert done.code == EXIT_CODES[expected["outcome"]], err
    assert "Traceback" not in err
    assert (awkward_files / CANARY_FILE).read_bytes() not in done.out + done.err
    assert not done.canary_kept
    if done.code == 0:
        files = json.loads(done.out)["files"]
        assert sum(sheet["rows_imported"] for sheet in files) == int(expected["rows"] or 0)
        for sheet in files:
            parts = ("imported", "updated", "unchanged", "skipped", "rejected")
            assert sheet["rows_read"] == sum(sheet[f"rows_{part}"] for part in parts)
    else:
        assert [line.partition(":")[0] for line in err.splitlines()] == ["smbcrm", "hint"]
        assert done.out == b""
        assert done.left == ()
    if expected["outcome"] == "refuse":
        assert done.seconds < SECONDS / 2


def test_a_list_that_is_there_stays_as_it_is_when_a_file_is_not_taken(
    smbcrm: Callable[..., Run], data: Path, awkward_files: Path
) -> None:
    assert smbcrm("init").code == 0
    assert smbcrm("add", "Sara Ahmadi", "phone=09121234567").code == 0
    before = (data / "crm.db").read_bytes()
    codes = {
        name: smbcrm("--no-input", "import", str(awkward_files / name)).code
        for name, expected in EXPECTED.items()
        if expected["outcome"] in ("ask", "refuse")
    }
    assert codes == {name: EXIT_CODES[EXPECTED[name]["outcome"]] for name in codes}
    assert (data / "crm.db").read_bytes() == before
