"""Many commands at once: each lands whole or says who has the list; none is lost, and readers go on."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.doors import TODAY
from tests.reliability.kills import ROOT
from tests.reliability.shop import begun


@dataclass
class Round:
    """How many commands landed and how many were turned away, and what was wrong."""

    landed: int = 0
    turned_away: int = 0
    faults: list[str] = field(default_factory=list)


def all_at_once(folder: Path, seed: int, *, writers: int, rounds: int) -> Round:
    """Start `writers` changing commands and a reader at the same moment, again and again; give what became of them."""
    shop, _ = begun(folder, random.Random(seed))
    told = Round()
    names = set()
    for number in range(rounds):
        running = {
            f"Guest {number} {place}": _start(
                shop.data, "add", f"Guest {number} {place}", f"phone=0936{number:03}{place:04}"
            )
            for place in range(writers)
        }
        reader = _start(shop.data, "list", "--format", "csv")
        for name, process in running.items():
            _, said = process.communicate()
            if process.returncode == 0:
                told.landed += 1
                names.add(name)
            elif process.returncode == 6 and b" is using " in said:
                told.turned_away += 1
            else:
                told.faults.append(f"exit {process.returncode}: {said.decode()}")
        _, said = reader.communicate()
        if reader.returncode:
            told.faults.append(f"the reader: exit {reader.returncode}: {said.decode()}")
    kept = {name for name in shop.column("name") if name.startswith("Guest ")}
    if kept != names:
        told.faults.append(f"lost {sorted(names - kept)}, never landed {sorted(kept - names)}")
    told.faults += shop.faults()
    return told


def _start(data: Path, *words: str) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-m", "smbcrm", "--data", str(data), "--today", TODAY, "--no-input", *words]
    return subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
