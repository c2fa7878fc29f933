"""What every test may ask for: the program as a function, and a day that does not move."""

from __future__ import annotations

import csv
import io
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import settings

from smbcrm.cli import main
from smbcrm.store.schema import APPLICATION_ID, MIGRATIONS, _shadows_sql

# A slow machine is no failure, and a check that runs for everybody gives everybody the same answer.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# Programs that are started here hold what they write back for a while, as they do everywhere; see what becomes of it when they end.
os.environ.pop("PYTHONUNBUFFERED", None)

# Behind `nohup ... &` Ctrl-C is for nobody; programs that are started here must be able to take it all the same.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "customers.xlsx"
TODAY = "2026-11-22"


@dataclass(frozen=True)
class Run:
    """What one command answered."""

    code: int
    out: str
    err: str


def records(run: Run) -> list[dict[str, str]]:
    """Give the records of a command that was asked for csv."""
    assert run.code == 0, run.err
    return list(csv.DictReader(io.StringIO(run.out)))


class _Stream(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8")


@pytest.fixture(scope="session")
def awkward_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every awkward file of `tests/readers/awkward.csv`, made once."""
    made = tmp_path_factory.mktemp("awkward")
    maker = [sys.executable, "-m", "tests.readers.make_awkward", str(made)]
    subprocess.run(maker, cwd=ROOT, check=True, timeout=300)
    return made


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "data"


@pytest.fixture
def smbcrm(data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Run]:
    """The program through its front door, in an empty folder, on a fixed day: `smbcrm("list", "-n", "3")`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SMBCRM_DATA", raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*argv: str, stdin: bytes = b"", today: str = TODAY) -> Run:
        out, err = _Stream(), _Stream()
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        words = [str(word) for word in argv]
        if "--today" not in words:
            words = ["--today", today, *words]
        if "--data" not in words:
            words = ["--data", str(data), *words]
        try:
            code = main(words)
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Run(code, out.text(), err.text())

    return run


@pytest.fixture
def old_store(tmp_path: Path) -> Path:
    """A data folder whose store has the very first form, with one customer made from one row."""
    folder = tmp_path / "old"
    (folder / "backups").mkdir(parents=True)
    db = sqlite3.connect(folder / "crm.db")
    text = resources.files("smbcrm.store").joinpath("migrations", MIGRATIONS[0]).read_text(encoding="utf-8")
    db.executescript(
        f"{text}\n{_shadows_sql(text)}\nPRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;"
    )
    db.executescript(
        """
        INSERT INTO counter VALUES ('operation', 2), ('source', 2), ('source_row', 2), ('customer', 2);
        INSERT INTO operation VALUES (1, 'import', 'smbcrm import old.csv', '2026-01-01T00:00:00Z', NULL);
        INSERT INTO source VALUES (1, 'old.csv', 'customers', 'old.csv', '', 'x', '', '[]', 'IR', 0, 0, 1);
        INSERT INTO source_row VALUES (1, 1, 2, '', 7, '["علی رضایی"]', '{"name":"علی رضایی"}', 'imported', '', 1, NULL, 1, NULL, 1);
        INSERT INTO customer (id, lead, rows, name, company, phone, email, city, tags, fields, search)
        VALUES (1, 1, 1, 'علی رضایی', '', '', '', '', '', '{}', 'علی رضایی');
        """
    )
    db.commit()
    db.close()
    return folder
