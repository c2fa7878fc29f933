"""How long a sync takes beside one load and save of the same workbook with openpyxl.

    python bench/syncing.py [CUSTOMERS] [EDITED]

Seconds of computing, of this process and its children; the machine's other work does not count.
"""

from __future__ import annotations

import csv
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

CITIES = ("Shiraz", "تهران", "Tabriz", "اصفهان", "Qom", "Yazd")


def computed() -> float:
    """Give the seconds computed so far, here and in children."""
    told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in told)


def timed(what: str, run: Callable[[], object]) -> float:
    """Run something and print what it took."""
    start = computed()
    run()
    took = computed() - start
    print(f"{what:<52}{took:8.2f} s")
    return took


def smbcrm(folder: Path, *words: str) -> None:
    """Run the program."""
    done = subprocess.run(
        [sys.executable, "-m", "smbcrm", "--data", str(folder / "data"), *words],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def edit(path: Path, count: int) -> None:
    """Load the workbook, change some cells, save it: what is measured against, and what makes the edits."""
    book = openpyxl.load_workbook(path)
    sheet = book["Customers"]
    city = next(cell.column for cell in sheet[1] if cell.value == "City")
    for row in random.Random(7).sample(range(2, sheet.max_row + 1), count):
        sheet.cell(row, city).value = "Edited"
    book.save(path)


def read(path: Path) -> None:
    """Read the workbook as `import` does."""
    from smbcrm.readers.open_file import read_file

    read_file(path)


def main(customers: int = 20_000, edited: int = 50) -> None:
    """Make a list, sync it, edit it and sync it again."""
    rng = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "list.csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(
                ["Name", "Mobile", "E-mail", "City", "Address", "Notes", "Score", "Birthday", "Shelf"]
            )
            for n in range(customers):
                out.writerow(
                    [f"Person{n} Family{rng.randrange(10**6)}", f"0912{n:07d}", f"p{n}@example.com", rng.choice(CITIES),
                     f"Street {n % 900}, no. {n % 77}", "" if n % 3 else f"note {n}", rng.randrange(1, 11), "1990-01-02", n % 50]
                )  # fmt: skip
        smbcrm(folder, "import", str(folder / "list.csv"), "--no-merge")
        workbook = folder / "data" / "customers.xlsx"
        timed(f"the first sync of {customers:,} customers", lambda: smbcrm(folder, "sync"))
        print(f"{'the workbook':<52}{workbook.stat().st_size / 1e6:8.2f} MB")
        ours = timed("our own reading of it", lambda: read(workbook))
        idle = timed("sync, nothing changed", lambda: smbcrm(folder, "sync"))
        peer = timed(f"openpyxl: load, {edited} cells, save", lambda: edit(workbook, edited))
        sync = timed(f"sync with {edited} edited cells", lambda: smbcrm(folder, "sync"))
        edit(workbook, 0)
        again = timed("sync of a workbook saved without an edit", lambda: smbcrm(folder, "sync"))
        print(f"\nsync with edits / openpyxl load and save: {sync / peer:.2f} (wanted: 2 at most)")
        print(f"sync without changes / our own reading: {idle / ours:.2f} (wanted: 1.5 at most)")
        print(f"saved without an edit / our own reading: {again / ours:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
