"""Kill real processes at any moment; the list must be as it was before, or as the command would have left it.

A third by the clock, a third at a moment inside SQLite's work, a third as they enter a system call that changes a file (by strace, where it
is there; else by the system in a write that makes a file too long, which is not counted as `kill -9`).
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.reliability.doors import CHANGING, TODAY, Scene
from tests.reliability.shop import Shop, begun

ROOT = Path(__file__).parents[2]
NAME, PHONE = "Xerxes Quillfeather", "09359998877"
CALLS = "pwrite64,write,ftruncate,fsync,fdatasync,rename,unlink,link"
"""The system calls by which a file is changed."""
MOST = 4
"""So many attempts for one that hits: some commands end before their moment comes."""


@dataclass
class Told:
    """What became of the kills of one command: by `kill -9` or otherwise, left as before, left as after, and what was wrong."""

    command: str
    killed: int = 0
    cut_off: int = 0
    finished: int = 0
    before: int = 0
    after: int = 0
    faults: list[str] = field(default_factory=list)


def prepared(folder: Path, seed: int) -> tuple[Shop, dict[str, list[str]]]:
    """Give a shop with some past, and the commands that are killed in it."""
    shop, scene = begun(folder, random.Random(seed))
    for verb in ("import", "import", "set", "log", "merge same"):
        shop(*CHANGING[verb](scene))
    commands = {
        "import": ["import", _list(scene, "long.csv", 400), "--country", "IR"],
        "run": ["run", _list(scene, "run.csv", 150), "--country", "IR"],
        "merge same": ["merge", "same", *scene.two()],
        "undo": ["undo"],
        "set": ["set", scene.who(), "city=Yazd", "notes=likes tea"],
        "plan": ["plan", "build", "--hours", "3"],
    }
    stick = str(folder / "stick.db")
    shop("backup", "-o", stick)
    _edit_workbook(shop)
    commands |= {
        "backup": ["backup"],
        "sync": ["sync", "--yes"],
        "restore": ["restore", stick, "--yes"],
        "forget": ["forget", NAME, "--yes"],
    }
    return shop, commands


def _edit_workbook(shop: Shop) -> None:
    """Make a workbook, and edit it, and the list, too: with a customer who is to be forgotten."""
    from openpyxl import load_workbook

    assert shop("add", NAME, f"phone={PHONE}", "notes=prefers blue")[0] == 0
    assert shop("log", NAME, "call", f"{NAME} asked for {PHONE}")[0] == 0
    assert shop("sync")[0] == 0
    path = shop.data / "customers.xlsx"
    book = load_workbook(path)
    sheet = book.worksheets[0]
    city = [cell.value for cell in sheet[1]].index("City")
    for row in (2, 3):
        sheet.cell(row, city + 1).value = "Kashan"
    book.save(path)
    assert shop("backup")[0] == 0


def _list(scene: Scene, name: str, rows: int) -> str:
    body = [(f"{scene.name()} {n}", f"0935{1000000 + n}", "Qom") for n in range(rows)]
    return scene.file(name, [("Client", "Cell", "Place"), *body])


def kill_at_random_moments(folder: Path, seed: int, *, each: int) -> Iterator[Told]:
    """Kill every command until `each` were ended by `kill -9`."""
    shop, commands = prepared(folder / "shop", seed)
    chance = random.Random(seed)
    for name, words in commands.items():
        yield _killed(shop, words, Told(name), chance, folder=folder, each=each)


def _killed(
    shop: Shop, words: list[str], told: Told, chance: random.Random, *, folder: Path, each: int
) -> Told:
    before = shop.kept()
    whole = _copy(shop, folder / "whole")
    started = time.monotonic()
    (folder / "moments").unlink(missing_ok=True)
    assert _run(whole, ["count", str(folder / "moments")], words) == 0, words
    lasting = time.monotonic() - started
    moments = int((folder / "moments").read_text())
    after = whole.kept()
    sizes = [(folder / "shop/data/crm.db").stat().st_size, (folder / "whole/data/crm.db").stat().st_size]
    calls = _calls(_copy(shop, folder / "whole"), words) if shutil.which("strace") else 0
    ways: tuple[Callable[[], list[str]], ...] = (
        lambda: ["call", str(chance.randint(1, calls))]
        if calls
        else ["size", str(chance.choice((chance.randint(1, sizes[0]), chance.randint(sizes[0] - 4096, sizes[1]))))],
        lambda: ["kill", str(chance.randint(1, max(moments, 1)))],
        lambda: ["clock", str(chance.uniform(0.3, 1.0) * lasting)],
    )  # fmt: skip
    for number in range(MOST * each):
        if told.killed == each:
            break
        victim = _copy(shop, folder / "victim")
        code = _run(victim, ways[number % len(ways)](), words)
        told.killed += code == -signal.SIGKILL
        told.cut_off += code < 0 and code != -signal.SIGKILL
        told.finished += code == 0
        _judge(victim, told, words, before, after)
    return told


def _calls(shop: Shop, words: list[str]) -> int:
    """Count the system calls that change a file, from the one that takes the list for writing on."""
    log = shop.folder / "calls"
    _run(shop, ["call", "0", str(log)], words)
    return len(log.read_text().splitlines())


def _run(shop: Shop, how: list[str], words: list[str]) -> int:
    """Run one command in a process of its own and give its exit code, below 0 when it was killed."""
    line = ["--data", str(shop.data), "--today", TODAY, "--no-input", *words]
    if how[0] == "call":
        number, *log = how[1:]
        trace = [
            "strace",
            "-f",
            "-qq",
            "-e",
            f"trace={CALLS}",
            "-e",
            "signal=none",
            "-o",
            *(log or ["/dev/null"]),
        ]
        kill = [] if log else ["-e", f"inject={CALLS}:signal=KILL:when={number}"]
        line = [*trace, *kill, sys.executable, "-m", "smbcrm", *line]
        code = subprocess.run(line, cwd=ROOT, capture_output=True, check=False).returncode
        return -signal.SIGKILL if code == 128 + signal.SIGKILL else code
    if how[0] != "clock":
        line = [sys.executable, "-m", "tests.reliability.doomed", *how, *line]
        return subprocess.run(line, cwd=ROOT, capture_output=True, check=False).returncode
    victim = subprocess.Popen(
        [sys.executable, "-m", "smbcrm", *line],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return victim.wait(timeout=float(how[1]))
    except subprocess.TimeoutExpired:
        victim.send_signal(signal.SIGKILL)
        return victim.wait()


def _judge(victim: Shop, told: Told, words: list[str], before: dict[str, Any], after: dict[str, Any]) -> None:
    """Whatever the killed one left, the list can be read at once, and written to; then everything is looked over."""
    for reading in (("list", "--format", "csv"), ("check", "--store")):
        if victim(*reading)[0]:
            told.faults.append(f"{told.command}: reading afterwards failed: {victim.errors[-1]}")
    if victim("add", "Next One")[0] or victim("undo")[0]:
        told.faults.append(f"{told.command}: the next command failed: {victim.errors[-1]}")
        return
    kept, whole = victim.kept(), _same_table(after)
    faults = victim.faults()
    if _same_table(kept) == whole:
        told.after += 1
    elif _same_table(kept) == _same_table(before):
        told.before += 1
    else:
        faults.append(
            f"half done: {[table for table in kept if kept[table] not in (before[table], after[table])]}"
        )
    if words[0] in ("sync", "forget"):
        faults += _done_again(victim, words, whole)
    told.faults += [f"{told.command}: {fault}" for fault in faults]


def _same_table(kept: dict[str, Any]) -> dict[str, Any]:
    """Give what can be compared: the fingerprint of a workbook depends on the second in which it was written."""
    return {table: rows for table, rows in kept.items() if table != "workbook"}


def _done_again(victim: Shop, words: list[str], whole: dict[str, Any]) -> Iterator[str]:
    """Whatever was left, the same command again, or its end, leads to where it would have led."""
    if words[0] == "sync":
        if victim(*words)[0]:
            yield f"syncing again failed: {victim.errors[-1]}"
        elif victim.kept()["customer"] != whole["customer"]:
            yield "syncing again leads elsewhere"
        return
    again = victim(*words)[0]
    if again not in {0, 4} or victim("forget", "--finish")[0]:
        yield f"forgetting again failed: {victim.errors[-1]}"
    yield from (f"{path} still holds him" for path in _holding(victim.data, (NAME, PHONE[1:])))
    yield from victim.faults()


def _holding(folder: Path, texts: tuple[str, ...]) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        contents = [path.read_bytes()]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                contents += [package.read(name) for name in package.namelist()]
        wanted = [form.encode() for text in texts for form in (text, text.lower())]
        if any(one in content for one in wanted for content in contents):
            yield path.name


def _copy(shop: Shop, folder: Path) -> Shop:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(shop.folder / "data", folder / "data")
    return Shop(folder)
