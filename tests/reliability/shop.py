"""A shop's data folder, worked with through the front door, and what of it can be compared byte for byte."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import random
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from smbcrm.cli import main
from smbcrm.store.schema import JOURNALLED
from tests.reliability.doors import CHANGING, TODAY, Scene


class Shop:
    """A data folder and the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.errors: list[str] = []

    def __call__(self, *words: str) -> tuple[int, str]:
        """Run one command and give its exit code and what it printed."""
        with _streams() as (out, err):
            try:
                code = main(["--data", str(self.data), "--today", TODAY, "--no-input", *words])
            except SystemExit as stop:
                code = int(stop.code or 0)
        self.errors.append(err.getvalue().decode())
        return code, out.getvalue().decode()

    def read(self, *words: str) -> str:
        """Give what a reading command prints; nothing where it has nothing to read."""
        return self(*words)[1]

    def column(self, name: str) -> list[str]:
        """Give one column of the list."""
        return [
            row[name]
            for row in csv.DictReader(io.StringIO(self.read("list", "--columns", name, "--format", "csv")))
        ]

    def newest(self) -> int:
        """Give the number of the newest operation."""
        lines = self.read("undo", "--list", "-n", "1", "--columns", "operation", "--format", "csv").split()
        return int(lines[1]) if len(lines) > 1 else 0

    def exported(self) -> dict[str, Any]:
        """Give every export: csv and json byte for byte, xlsx cell by cell."""
        from openpyxl import load_workbook

        files = {kind: self.folder / f"all.{kind}" for kind in ("csv", "json", "xlsx")}
        for path in files.values():
            code, _ = self("export", str(path))
            assert code == 0, self.errors[-1]
        book = load_workbook(files["xlsx"])
        cells = [[[(c.value, c.number_format) for c in row] for row in sheet.iter_rows()] for sheet in book]
        return {"csv": files["csv"].read_bytes(), "json": files["json"].read_bytes(), "xlsx": cells}

    def kept(self) -> dict[str, list[tuple[Any, ...]]]:
        """Give everything the store holds of the shop, table by table."""
        db = sqlite3.connect(self.data / "crm.db")
        try:
            return {
                table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in JOURNALLED
            }
        finally:
            db.close()

    def faults(self) -> list[str]:
        """Give what is wrong with the store: its file, its links, its journal, its word index."""
        db = sqlite3.connect(self.data / "crm.db")
        try:
            return faults_of(db)
        finally:
            db.close()


def faults_of(db: sqlite3.Connection) -> list[str]:
    """Give what SQLite and the journal say is wrong with a store."""
    found = [str(line) for (line,) in db.execute("PRAGMA integrity_check") if line != "ok"]
    found += [f"hangs on nothing: {line}" for line in db.execute("PRAGMA foreign_key_check")]
    for table in JOURNALLED:
        for (entry,) in db.execute(
            f"SELECT DISTINCT entry FROM before_{table} WHERE entry NOT IN (SELECT id FROM journal WHERE tbl = ?)",
            (table,),
        ):
            found.append(f"{table}: kept rows of no change: {entry}")
    for (number,) in db.execute(
        "SELECT DISTINCT operation FROM journal WHERE operation NOT IN (SELECT id FROM operation)"
    ):
        found.append(f"changes of no operation: {number}")
    try:
        db.execute("INSERT INTO customer_words (customer_words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as problem:
        found.append(f"the word index: {problem}")
    db.rollback()
    return found


def begun(folder: Path, chance: random.Random) -> tuple[Shop, Scene]:
    """Give a shop with a first list, and the scene its next commands are chosen from."""
    folder.mkdir(parents=True, exist_ok=True)
    shop = Shop(folder)
    scene = Scene(chance, folder, shop.read)
    code, _ = shop(*CHANGING["run"](scene))
    assert code == 0, shop.errors[-1]
    return shop, scene


@contextlib.contextmanager
def _streams() -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    before = sys.stdin, sys.stdout, sys.stderr, os.environ.get("COLUMNS")
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", write_through=True)
    try:
        yield out, err
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
            stream.detach()
        sys.stdin, sys.stdout, sys.stderr = before[:3]
