"""Kill real processes at any moment; the list must be as it was before, or as the command would have left it."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.reliability.doors import CHANGING, TODAY, Scene
from tests.reliability.shop import Shop, begun

from smbcrm.commands import VERBS

ROOT = Path(__file__).parents[2]
MOST = 4
"""So many attempts for one that hits: some commands end before their moment comes."""


@dataclass
class Told:
    """What became of the kills of one command: left as before, left as after, and what was wrong."""

    command: str
    killed: int = 0
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
    if "backup" in VERBS:
        commands["backup"] = ["backup"]
    return shop, commands


def _list(scene: Scene, name: str, rows: int) -> str:
    body = [(f"{scene.name()} {n}", f"0935{1000000 + n}", "Qom") for n in range(rows)]
    return scene.file(name, [("Client", "Cell", "Place"), *body])


def kill_at_random_moments(folder: Path, seed: int, *, each: int) -> Iterator[Told]:
    """Kill every command until `each` were killed before they had ended: a third by the clock, a third inside SQLite's work, a third inside a write."""
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
    ways: tuple[Callable[[], list[str]], ...] = (
        lambda: ["clock", str(chance.uniform(0.05, 1.05) * lasting)],
        lambda: ["kill", str(chance.randint(1, max(moments, 1)))],
        lambda: [
            "size",
            str(chance.choice((chance.randint(1, sizes[0]), chance.randint(sizes[0] - 4096, sizes[1])))),
        ],
    )
    for number in range(MOST * each):
        if told.killed == each:
            break
        victim = _copy(shop, folder / "victim")
        code = _run(victim, ways[number % len(ways)](), words)
        told.killed += code < 0
        told.finished += code == 0
        _judge(victim, told, before, after)
    return told


def _run(shop: Shop, how: list[str], words: list[str]) -> int:
    """Run one command in a process of its own and give its exit code, below 0 when it was killed."""
    line = ["--data", str(shop.data), "--today", TODAY, "--no-input", *words]
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


def _judge(victim: Shop, told: Told, before: dict[str, Any], after: dict[str, Any]) -> None:
    """The next command that writes tidies up what the killed one left; then everything is looked over."""
    if victim("add", "Next One")[0] or victim("undo")[0]:
        told.faults.append(f"{told.command}: the next command failed: {victim.errors[-1]}")
        return
    kept = victim.kept()
    faults = victim.faults()
    if kept == after:
        told.after += 1
    elif kept == before:
        told.before += 1
    else:
        faults.append(
            f"half done: {[table for table in kept if kept[table] not in (before[table], after[table])]}"
        )
    told.faults += [f"{told.command}: {fault}" for fault in faults]


def _copy(shop: Shop, folder: Path) -> Shop:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(shop.folder / "data", folder / "data")
    return Shop(folder)
