"""Do in full what the tests of tests/reliability do in a sample, and print what became of it: `python bench/reliability.py`.

--kills 210 --failures 63 --cuts 200 --sequences 10 --rounds 20 --writers 10 --rows 100000     how much of each; 0 leaves a part out
--seed 1                                                                            another seed draws other commands and moments
"""

from __future__ import annotations

import argparse
import csv
import datetime
import resource
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.reliability.faults import let_writes_fail  # noqa: E402 - the folder must be found first
from tests.reliability.kills import Told, kill_at_random_moments, prepared  # noqa: E402
from tests.reliability.power import cut_the_power  # noqa: E402
from tests.reliability.sequences import back_and_forth, out_of_turn  # noqa: E402
from tests.reliability.shop import Shop  # noqa: E402
from tests.reliability.together import all_at_once  # noqa: E402

Line = tuple[str, str, str, bool]
MEASURE = """
import resource, sys
from smbcrm.cli import main
code = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(round(used.ru_utime + used.ru_stime, 2), file=sys.stderr)
raise SystemExit(code)
"""


def main() -> int:
    """Run all parts and print a table; exit 1 when a promise did not hold."""
    given = _arguments()
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as made:
        for line in _parts(given, Path(made)):
            lines.append(line)
            print(f"{line[0]}: {line[1]}: {line[2]}", file=sys.stderr, flush=True)
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    print(f"{datetime.date.today().isoformat()}, commit {commit}, seed {given.seed}\n")
    print("| promise | done | result | held |\n|---|---|---|---|")
    for what, done, result, held in lines:
        print(f"| {what} | {done} | {result} | {'yes' if held else '**no**'} |")
    return 0 if all(held for *_, held in lines) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, usual in (
        ("kills", 210), ("failures", 63), ("cuts", 200), ("sequences", 10), ("rounds", 20), ("writers", 10), ("rows", 100_000), ("seed", 1),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=usual)
    return parser.parse_args()


def _parts(given: argparse.Namespace, folder: Path) -> Iterator[Line]:
    if given.sequences:
        yield _sequences(
            "any 20 commands undone and redone, byte for byte", back_and_forth, given, folder / "forth"
        )
        yield _sequences(
            "25 commands with undo and redo out of turn, then all undone", out_of_turn, given, folder / "turn"
        )
    if given.kills:
        each = 1 + given.kills // _commands(folder / "counting", given.seed)
        yield _told(
            "kill -9 at any moment",
            "ended by SIGKILL",
            list(kill_at_random_moments(folder / "kills", given.seed, each=each)),
        )
    if given.failures:
        each = 1 + given.failures // _commands(folder / "counting again", given.seed)
        yield _told(
            "a write that fails",
            "broken off",
            list(let_writes_fail(folder / "faults", given.seed, each=each)),
        )
    if given.cuts and shutil.which("strace"):
        each = 1 + given.cuts // _commands(folder / "counting cuts", given.seed)
        yield _told(
            "the power fails at any moment",
            "cut off",
            list(cut_the_power(folder / "cuts", given.seed, each=each)),
        )
    if given.rounds:
        told = all_at_once(folder / "together", given.seed, writers=given.writers, rounds=given.rounds)
        yield (
            "commands at once",
            f"{given.writers} writers and a reader x {given.rounds} rounds",
            f"{told.landed} landed, {told.turned_away} turned away with exit 6; {'; '.join(told.faults) or 'nothing lost'}",
            not told.faults,
        )
    if given.rows:
        yield from _big_undo(given.rows, folder / "big")


def _commands(folder: Path, seed: int) -> int:
    return len(prepared(folder, seed)[1])


def _sequences(what: str, run: object, given: argparse.Namespace, folder: Path) -> Line:
    wrong = []
    for seed in range(given.seed, given.seed + given.sequences):
        try:
            run(folder / str(seed), seed)  # type: ignore[operator]
        except Exception:
            wrong.append(f"seed {seed}: {traceback.format_exc(limit=1)[-300:]}")
    return what, f"{given.sequences} sequences", "; ".join(wrong) or "every state came back", not wrong


def _told(what: str, how: str, told: list[Told]) -> Line:
    faults = [fault for one in told for fault in one.faults]
    sums = [
        sum(getattr(one, name) for one in told)
        for name in ("killed", "cut_off", "finished", "before", "after")
    ]
    return (
        what,
        f"{sums[0]} of {sum(sums[:3])} commands {how} ({', '.join(one.command for one in told)})",
        f"{sums[3]} as before, {sums[4]} as after; {'; '.join(faults) or 'nothing half done'}",
        not faults,
    )


def _big_undo(rows: int, folder: Path) -> Iterator[Line]:
    """Undoing an import costs no more than the import, and the journal takes no more space than the rows."""
    folder.mkdir()
    path = folder / "long.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("Name", "Mobile", "City", "Total spent"))
        out.writerows((f"Person {n} of {n % 997}", f"0912{n:07}", "Shiraz", n % 5000) for n in range(rows))
    shop = Shop(folder)
    shop("init")
    costs = {}
    for name, words in (
        ("import", ["import", str(path), "--country", "IR"]),
        ("undo", ["undo"]),
        ("redo", ["redo"]),
    ):
        line = [sys.executable, "-c", MEASURE, "--data", str(shop.data), *words]
        done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True)
        costs[name] = float(done.stderr.split()[-1])
        costs[f"{name} size"] = _space(shop)
    shop("score")  # a later command: the import must be unpicked
    line = [sys.executable, "-c", MEASURE, "--data", str(shop.data), "undo", "1"]
    apart = float(
        subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=True).stderr.split()[-1]
    )
    yield (
        "undo of a long import costs no more than it",
        f"{rows:,} rows",
        f"import {costs['import']} s, undo {costs['undo']} s, redo {costs['redo']} s, undo out of turn {apart} s of processor time",
        max(costs["undo"], costs["redo"], apart) <= costs["import"],
    )
    kept, rows_size = costs["undo size"][1], costs["import size"][0]
    yield (
        "its journal takes no more space than the rows",
        f"{rows:,} rows",
        f"rows {rows_size / 1e6:.1f} MB; journal of the import {costs['import size'][1] / 1e6:.2f} MB, of its undo {kept / 1e6:.1f} MB",
        kept <= rows_size and costs["import size"][1] <= rows_size,
    )


def _space(shop: Shop) -> tuple[int, int]:
    """Give the bytes of the rows and their indexes, and of the journal with all it keeps."""
    import sqlite3

    db = sqlite3.connect(shop.data / "crm.db")
    try:
        sizes = db.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name").fetchall()
        tables = dict(db.execute("SELECT name, tbl_name FROM sqlite_master"))
    except sqlite3.OperationalError:  # this SQLite cannot tell
        return 0, 0
    finally:
        db.close()
    journal = sum(size for name, size in sizes if tables.get(name, name).startswith(("before_", "journal")))
    return sum(size for _, size in sizes) - journal, journal


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    raise SystemExit(main())
