"""A sample, with a fixed seed, of what `python bench/reliability.py` does in full."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.doors import TODAY
from tests.reliability.faults import let_writes_fail
from tests.reliability.kills import ROOT, kill_at_random_moments
from tests.reliability.power import cut_the_power
from tests.reliability.shop import Shop
from tests.reliability.together import all_at_once


def test_a_killed_command_leaves_the_list_as_before_or_as_after(tmp_path: Path) -> None:
    for told in kill_at_random_moments(tmp_path, 7, each=2):
        assert told.faults == []
        assert (told.killed, told.before + told.after) == (2, told.killed + told.cut_off + told.finished)


@pytest.mark.skipif(
    shutil.which("strace") is None, reason="without strace nobody tells what was written when"
)
def test_a_power_cut_leaves_the_list_as_before_or_as_after_and_what_has_ended_has_landed(
    tmp_path: Path,
) -> None:
    for told in cut_the_power(tmp_path, 7, each=4):
        assert told.faults == []
        assert told.before + told.after == 4


def test_a_failing_write_changes_nothing_and_is_told_rightly(tmp_path: Path) -> None:
    told = list(let_writes_fail(tmp_path, 7, each=3))
    assert [fault for one in told for fault in one.faults] == []
    assert min(one.killed for one in told) >= 1
    assert sum(one.killed for one in told) >= 2 * len(told)


def test_commands_at_once_are_turned_away_or_land_whole(tmp_path: Path) -> None:
    told = all_at_once(tmp_path, 7, writers=4, rounds=2)
    assert told.faults == []
    assert told.landed + told.turned_away == 8


def test_a_disk_that_is_really_full_changes_nothing(tmp_path: Path) -> None:
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting needs root: a small disk cannot be made here")
    try:
        shop = Shop(place)
        assert shop("init")[0] == 0
        assert shop("add", "Sara")[0] == 0
        before = shop.kept()
        rows = "".join(f"Person {n},0912{1000000 + n},{'x' * 900}\n" for n in range(6000))
        (tmp_path / "long.csv").write_text(f"Name,Mobile,Notes\n{rows}", encoding="utf-8")
        code, out = shop("import", str(tmp_path / "long.csv"))
        assert (code, out) == (1, "")
        assert "the disk is full; nothing was changed in" in shop.errors[-1]
        assert shop.kept() == before
        assert shop.faults() == []
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize("moment", [0.0, 0.02, 0.05, 0.1])
def test_an_interrupted_command_says_nothing_of_its_insides(tmp_path: Path, moment: float) -> None:
    line = [sys.executable, "-m", "smbcrm", "--data", str(tmp_path / "data"), "--today", TODAY, "init"]
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPT, str(moment), *line],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    _, said = process.communicate()
    assert b"Traceback" not in said


# Waits until the program has begun to load our code, so that the interpreter's own start is not what is interrupted.
INTERRUPT = """
import signal, subprocess, sys, time
moment, *line = sys.argv[1:]
process = subprocess.Popen([line[0], "-X", "importtime", *line[1:]], stderr=subprocess.PIPE)
said = b""
for one in process.stderr:
    said += one
    if b"smbcrm.commands" in one:
        break
time.sleep(float(moment))
process.send_signal(signal.SIGINT)
said += process.stderr.read()
process.wait()
sys.stderr.write(said.decode())
"""


def test_a_pipe_that_is_closed_early_is_no_fault(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    rows = "".join(f"Person {n},0912{1000000 + n}\n" for n in range(3000))
    (tmp_path / "long.csv").write_text(f"Name,Mobile\n{rows}", encoding="utf-8")
    assert shop("import", str(tmp_path / "long.csv"), "--no-merge")[0] == 0
    program = f"{sys.executable} -m smbcrm --data {shop.data}"
    done = subprocess.run(
        ["bash", "-c", f"{program} list --format csv | head -1; echo ${{PIPESTATUS[0]}}; {program} set C1 city=Yazd | true; echo ${{PIPESTATUS[0]}}"],
        cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ,
    )  # fmt: skip
    header, first, second = done.stdout.splitlines()
    assert header.startswith("id,name")
    assert (first, second, done.stderr) == ("0", "0", "")
    assert ("Yazd" in shop("show", "C1")[1]) is True
