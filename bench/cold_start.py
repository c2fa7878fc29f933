"""Print how long small commands take beside an empty Typer program, medians over fresh processes.

    python bench/cold_start.py [CUSTOMERS] [ROUNDS]

The list has CUSTOMERS made-up customers (default 20,000).
"""

from __future__ import annotations

import csv
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Compiled bytecode is part of how a program starts, so it must be kept between runs.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef hello() -> None: ...\napp()\n"
SYLLABLES = ["ka", "re", "mi", "ha", "za", "sha", "li", "na", "fa", "to", "bi", "do", "ra", "so", "mo", "je"]


def make_list(path: Path, customers: int) -> None:
    """Write a csv of made-up customers."""
    chance = random.Random(7)

    def word() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(3)).title()

    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["Name", "Mobile", "Email", "City", "Total spent", "Last purchase date"])
        for number in range(customers):
            day = f"2026-{chance.randrange(1, 11):02d}-{chance.randrange(1, 29):02d}"
            phone = f"0912{number:07d}"
            rows.writerow(
                [f"{word()} {word()}", phone, f"c{number}@example.com", word(), chance.randrange(10**6), day]
            )


def median_seconds(command: list[str], rounds: int) -> float:
    """Give the median time of a command over fresh processes."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(
            command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT
        )
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Make the list, time the commands, print the table."""
    customers = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    with tempfile.TemporaryDirectory() as folder:
        source, data = Path(folder, "list.csv"), str(Path(folder, "data"))
        make_list(source, customers)
        program = [sys.executable, "-m", "smbcrm", "--data", data]
        start = time.perf_counter()
        for words in (["import", str(source)], ["score"], ["tier"], ["plan", "build"]):
            subprocess.run(
                [*program, *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        print(
            f"{customers:,} customers imported, scored, tiered and planned in {time.perf_counter() - start:.1f} s"
        )
        empty = median_seconds([sys.executable, "-c", EMPTY], rounds)
        print(f"{'empty Typer program':32s} {empty:6.3f} s   1.0 x")
        for words in (
            ["--version"],
            ["show", "C1"],
            ["list", "-n", "20"],
            ["list", "-n", "20", "--format", "csv"],
            ["list", "--tier", "A", "--sort", "-score", "-n", "20"],
            ["find", "c77@"],
            ["due"],
        ):
            taken = median_seconds([*program, *words], rounds)
            print(f"{'smbcrm ' + ' '.join(words):48s} {taken:6.3f} s  {taken / empty:4.1f} x")


if __name__ == "__main__":
    main()
