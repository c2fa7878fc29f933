"""Measure imports: whole commands in processes of their own, beside what pandas needs only to open the same file.

    python bench/importing.py                 100,000 rows
    python bench/importing.py 10000 100000 1000000

For each size a list of made-up customers (bench/make_lists.py, kind `shop`, ten columns) is imported from csv into an empty store,
imported again unchanged, and followed by a file of 100 rows, half of them customers of the list, twice: the first change of a day makes
a copy of the store. All of that is undone. Up to 200,000 rows the same is read from xlsx. Seconds are wall-clock,
computing is the time of all processors a command used, MB the most memory its processes held together. Beside other work the
ratios of computing tell more than those of seconds. Nothing here fails: it prints.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
MOST_XLSX = 200_000
READING = "import sys; from pathlib import Path; from smbcrm.readers.open_file import read_file; read_file(Path(sys.argv[1]))"
PEER = "import sys, pandas; pandas.read_excel(sys.argv[1], engine='openpyxl')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One process: seconds on the wall, seconds of computing, and the most memory it held in MB."""

    wall: float
    computing: float
    memory: float


def measure(*command: str) -> Measured:
    """Run a command to its end, with compiled bytecode, and measure it."""
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONDONTWRITEBYTECODE", "SMBCRM_DATA"}}
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    most = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, most), daemon=True)
    watcher.start()
    said = process.stderr.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(command)}\n{said}")
    return Measured(
        wall=time.perf_counter() - start,
        computing=usage.ru_utime + usage.ru_stime,
        memory=max(most[0], usage.ru_maxrss / 1024),
    )


def _watch(number: int, most: list[float]) -> None:
    """Note the most memory that a process and those it began hold together in MB, where /proc tells; shared pages count once."""
    while True:
        try:
            family, held = [number], 0
            for one in family:
                family += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
                for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                    if line.startswith("Pss:"):
                        held += int(line.split()[1])
        except (OSError, ValueError):
            if not Path(f"/proc/{number}/smaps_rollup").exists():
                return
            continue
        if not held:
            return
        most[0] = max(most[0], held / 1024)
        time.sleep(0.1)


def make_csv(folder: Path, rows: int) -> Path:
    """Write a list of so many rows, without the columns that tell the truth."""
    labelled, path = folder / "labelled.csv", folder / f"list{rows}.csv"
    subprocess.run(
        [sys.executable, str(HERE / "make_lists.py"), "shop", str(rows), str(labelled)], check=True
    )
    with (
        labelled.open(encoding="utf-8", newline="") as read,
        path.open("w", encoding="utf-8", newline="") as written,
    ):
        csv.writer(written).writerows(row[2:] for row in csv.reader(read))
    labelled.unlink()
    return path


def make_few(folder: Path, base: Path) -> Path:
    """Write 100 rows: 50 customers of the list written a little differently, 50 strangers."""
    strangers, path = folder / "strangers.csv", folder / "few.csv"
    subprocess.run(
        [sys.executable, str(HERE / "make_lists.py"), "shop", "50", str(strangers), "--seed", "99"],
        check=True,
    )
    with base.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    known = [[row[0].upper(), *row[1:]] for row in random.Random(5).sample(rows, 50)]
    with strangers.open(encoding="utf-8", newline="") as file:
        new = [row[2:] for row in csv.reader(file)][1:]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *new, *known])
    return path


def make_xlsx(source: Path) -> Path:
    """Write the same list as a workbook, as spreadsheet programs do: each text once, in a table that the cells refer to."""
    import xlsxwriter

    path = source.with_suffix(".xlsx")
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Customers")
    with source.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file)):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, place, cell)
    book.close()
    return path


def report(name: str, measured: Measured, *, rows: int, beside: str = "") -> None:
    """Print one line of the table."""
    print(
        f"{rows:>9,}  {name:<34}{measured.wall:8.2f} s {measured.computing:8.2f} s computing"
        f"{measured.memory:8.0f} MB  {beside}",
        flush=True,
    )


def compared(one: Measured, other: Measured, what: str) -> str:
    """Tell how much of another command's time one took: on the wall, and of the processors."""
    return f"{one.wall / other.wall:.3f} of {what}, {one.computing / other.computing:.3f} in computing"


def pages(store: Path, names: str) -> float:
    """Give how many MB the tables of a store take whose names look like this; 0 where SQLite cannot tell."""
    db = sqlite3.connect(store)
    try:
        (size,) = db.execute("SELECT sum(pgsize) FROM dbstat WHERE name GLOB ?", (names,)).fetchone()
    except sqlite3.OperationalError:
        size = 0
    db.close()
    return (size or 0) / 2**20


def run_size(folder: Path, rows: int) -> None:
    """Measure everything for one size."""
    data = folder / f"data{rows}"
    smbcrm = ("-m", "smbcrm", "--data", str(data), "--no-input", "import")
    source = make_csv(folder, rows)
    whole = measure(*smbcrm, str(source))
    size = data.joinpath("crm.db").stat().st_size >> 20
    report("import csv, match and store", whole, rows=rows, beside=f"{size} MB of store")
    reading = measure("-c", READING, str(source))
    report("only read the csv", reading, rows=rows)
    again = measure(*smbcrm, str(source))
    report(
        "import it again, unchanged", again, rows=rows, beside=compared(again, reading, "reading (goal 1.5)")
    )
    undo = (*smbcrm[:-1], "undo")
    some = str(make_few(folder, source))
    for name in ("100 rows more, with the day's copy", "100 rows more"):
        few = measure(*smbcrm, some)
        report(name, few, rows=rows, beside=compared(few, whole, "the import (goal 0.1)"))
        report("undo the 100 rows", measure(*undo), rows=rows)
    back = measure(*undo)
    report("undo the import", back, rows=rows, beside=compared(back, whole, "the import (goal 1)"))
    kept = pages(data / "crm.db", "before_*")
    print(f"{'':>9}  of the store of {size} MB, {kept:.0f} MB are what undo keeps of the undone import")
    if rows <= MOST_XLSX:
        book = make_xlsx(source)
        peer = measure("-c", PEER, str(book))
        report("pandas.read_excel(openpyxl): open", peer, rows=rows)
        own = ("-m", "smbcrm", "--data", str(folder / f"book{rows}"), "--no-input", "import", str(book))
        ours = measure(*own)
        report(
            "import xlsx, match and store", ours, rows=rows, beside=compared(ours, peer, "pandas (goal 0.5)")
        )
        reading = measure("-c", READING, str(book))
        report("only read the xlsx", reading, rows=rows)
        again = measure(*own)
        report(
            "import it again, unchanged",
            again,
            rows=rows,
            beside=compared(again, reading, "reading (goal 1.5)"),
        )


def main() -> None:
    """Print the table for the sizes asked for."""
    parser = argparse.ArgumentParser(description="Measure imports.")
    parser.add_argument("rows", type=int, nargs="*", default=[100_000])
    with tempfile.TemporaryDirectory() as folder:
        for rows in parser.parse_args().rows:
            run_size(Path(folder), rows)


if __name__ == "__main__":
    main()
