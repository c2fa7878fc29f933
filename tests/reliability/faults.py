"""Let writing fail at chosen moments: a full disk, a disk that fails, a statement that is broken off."""

from __future__ import annotations

import random
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.reliability.kills import MOST, Told, _copy, prepared

FULL = "the disk is full; nothing was changed in"
WAYS = ("full", "failing", "broken off")


def let_writes_fail(folder: Path, seed: int, *, each: int) -> Iterator[Told]:
    """Let every command meet failures until `each` have broken it off; give what became of them."""
    shop, commands = prepared(folder / "shop", seed)
    chance = random.Random(seed)
    before = shop.kept()
    pages = (shop.data / "crm.db").stat().st_size // 4096
    for name, words in commands.items():
        told = Told(name)
        for number in range(MOST * each):
            if told.killed == each:
                break
            victim = _copy(shop, folder / "victim")
            way = WAYS[number % len(WAYS)]
            with _failing(way, chance, pages):
                code, out = victim(*words)
            kept = victim.kept()
            told.finished += code == 0
            told.killed += code != 0
            told.before += kept == before
            told.after += kept != before
            told.faults += [f"{name}, {way}: {fault}" for fault in victim.faults()]
            if code == 0:
                continue
            if kept != before:
                told.faults.append(f"{name}, {way}: exit {code}, yet something was changed")
            if out:
                told.faults.append(f"{name}, {way}: exit {code}, yet it said: {out[:80]}")
            if code not in {1, 6} or "hint: " not in victim.errors[-1]:
                told.faults.append(f"{name}, {way}: exit {code}: {victim.errors[-1]}")
            if way == "full" and FULL not in victim.errors[-1]:
                told.faults.append(f"{name}: a full disk was not named: {victim.errors[-1]}")
        yield told


@contextmanager
def _failing(way: str, chance: random.Random, pages: int) -> Iterator[None]:
    real = sqlite3.connect
    left = chance.choice((chance.randint(1, 40), chance.randint(1, 400)))

    def tick() -> int:
        nonlocal left
        left -= 1
        return left == 0

    def connect(*args: object, **named: object) -> sqlite3.Connection:
        db = real(*args, **named)  # type: ignore[arg-type]
        if way == "full":
            db.execute(f"PRAGMA max_page_count = {pages}")
        elif way == "broken off":
            db.set_progress_handler(tick, 100)
        return db

    sqlite3.connect = connect  # type: ignore[assignment]
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    if way == "failing":
        limit = chance.choice((chance.randint(1, 4096 * pages), 4096 * (pages + chance.randint(0, 3))))
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        sqlite3.connect = real
