"""Every awkward file is read with the right number of filled rows, or refused in one line."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from smbcrm.errors import UnreadableError
from smbcrm.readers.open_file import read_file
from tests.readers import awkward_danger, make_awkward

with make_awkward.EXPECTED.open(encoding="utf-8", newline="") as _file:
    EXPECTED = {row["file"]: row for row in csv.DictReader(_file)}

DANGEROUS = [
    name
    for name, row in EXPECTED.items()
    if row["group"] in ("security", "size") and name.endswith(("xlsx", "ods"))
]
# Name of the file, most seconds, most megabytes; generous where the machine may be busy.
LIMITS = {"sec": (6.0, 200), "ods": (6.0, 300), "size": (30.0, 300)}

_LIBRARY_WORDS = re.compile(
    r"Error|Exception|BadZip|Traceback|zipfile|calamine|openpyxl|pandas|xlrd|panick", re.IGNORECASE
)
_READ_AND_MEASURE = """
import json, resource, sys, time
from pathlib import Path
from smbcrm.errors import SmbcrmError
from smbcrm.readers.open_file import read_file
start = time.perf_counter()
try:
    reading = read_file(Path(sys.argv[1]))
    sheets, refused = [len(grid.rows) for grid in reading.grids], ""
    told = [str(problem.what) for grid in reading.grids for problem in grid.problems]
except SmbcrmError as error:
    sheets, refused, told = [], f"{error.what} | {error.hint}", []
try:  # a new process starts with the peak of the one that made it, so its own is read where the system tells
    lines = open("/proc/self/status", encoding="ascii").read().splitlines()
    own = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024
except OSError:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
peaks = [own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024]
print(json.dumps([sheets, refused, told, time.perf_counter() - start, max(peaks)]))
"""


def _sheets(name: str) -> list[int]:
    return [int(count) for count in EXPECTED[name]["sheets"].split(";") if count]


def test_the_expectations_are_about_the_files_that_are_made(awkward: Path) -> None:
    made = {path.name for path in awkward.iterdir()} - {awkward_danger.CANARY}
    assert made == set(EXPECTED)


@pytest.mark.parametrize(
    "name", [name for name in EXPECTED if name not in DANGEROUS and EXPECTED[name]["reader"] == "read"]
)
def test_an_awkward_file_is_read_with_all_its_rows(awkward: Path, name: str) -> None:
    reading = read_file(awkward / name)
    assert [len(grid.rows) for grid in reading.grids] == _sheets(name)
    cells = [cell for grid in reading.grids for row in grid.rows for cell in row]
    assert not [cell for cell in cells if "\ufffd" in cell or "\0" in cell or cell.startswith("\ufeff")]
    assert all(len(grid.rows) == len(grid.row_numbers) for grid in reading.grids)
    assert all(row and row[-1].strip() for grid in reading.grids for row in grid.rows)


# These ask, too, but about their headings, which are not the reader's.
_ASK_FOR_HEADINGS = {"empty_no_header.csv", "head_numbers.csv"}


@pytest.mark.parametrize(
    "name", [name for name in EXPECTED if name not in DANGEROUS and EXPECTED[name]["reader"] == "read"]
)
def test_only_a_file_that_was_read_by_a_guess_is_doubtful(awkward: Path, name: str) -> None:
    reading = read_file(awkward / name)
    asks = EXPECTED[name]["outcome"] == "ask" and name not in _ASK_FOR_HEADINGS
    assert (bool(reading.doubt), bool(reading.doubt_hint)) == (asks, asks)


@pytest.mark.parametrize(
    "name", [name for name in EXPECTED if name not in DANGEROUS and EXPECTED[name]["reader"] == "refuse"]
)
def test_a_file_that_is_no_list_is_refused_in_one_line(awkward: Path, name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_file(awkward / name)
    what, hint = str(caught.value.what), str(caught.value.hint)
    assert name in what
    assert hint
    for line in (what, hint):
        assert "\n" not in line
        assert not line.endswith(".")
        assert not _LIBRARY_WORDS.search(line.replace(name, ""))


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured in the Unix way")
@pytest.mark.parametrize("name", DANGEROUS)
def test_a_dangerous_file_neither_kills_nor_fills_the_machine(awkward: Path, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _READ_AND_MEASURE, str(awkward / name)],
        capture_output=True,
        text=True,
        timeout=90,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    sheets, refused, told, seconds, megabytes = json.loads(done.stdout)
    most_seconds, most_megabytes = LIMITS[name.split("_")[0]]
    assert seconds < most_seconds
    assert megabytes < most_megabytes
    assert awkward_danger.CANARY_TEXT not in done.stdout + done.stderr
    if EXPECTED[name]["reader"] == "refuse":
        assert refused
        assert not _LIBRARY_WORDS.search(refused)
    else:
        assert (sheets, refused) == (_sheets(name), "")
    if name == "size_sparse_far_cell.xlsx":
        assert told == ["the cell XFD1048576 lies far outside the table and was left out"]


def test_nothing_is_unpacked_beside_the_data(awkward: Path) -> None:
    read_file(awkward / "sec_zip_slip.xlsx")
    assert not list(awkward.parent.parent.glob("**/evil.txt"))
