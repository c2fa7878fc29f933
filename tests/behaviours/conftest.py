"""What the tests of the thirty promises share: a file written, imported, and looked at as its owner would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]


@dataclass(frozen=True)
class Shop:
    """A shop with the program, in an empty folder."""

    smbcrm: Smbcrm
    data: Path

    def write(self, name: str, *lines: str, encoding: str = "utf-8") -> str:
        """Write a text file line by line and give its name."""
        Path(name).write_bytes(("\n".join(lines) + "\n").encode(encoding))
        return name

    def imports(self, *words: str | Path, code: int = 0) -> dict[str, Any]:
        """Import, and give the result as a script sees it; the exit code must be `code`."""
        done = self.smbcrm("--no-input", "import", *map(str, words), "--format", "json")
        assert done.code == code, done.err
        return dict(json.loads(done.out)) if done.out else {}

    def reads(self, *lines: str, words: tuple[str, ...] = ()) -> dict[str, Any]:
        """Import one list given by its lines, and give what became of its sheet."""
        (sheet,) = self.imports(self.write("list.csv", *lines), *words)["files"]
        return dict(sheet)

    def says(self, *words: str | Path) -> str:
        """Give what an import would tell a person, without keeping anything."""
        done = self.smbcrm("--no-input", "import", *map(str, words), "--dry-run", "-v")
        assert done.code == 0, done.err
        return done.out

    def refuses(self, *words: str | Path, code: int = 3) -> str:
        """Import what must not be taken: one line and one hint, nothing written. Gives the line."""
        store = self.data / "crm.db"
        before = store.read_bytes() if store.exists() else None
        done = self.smbcrm("--no-input", "import", *map(str, words))
        assert (done.code, done.out) == (code, ""), done.out + done.err
        what, hint = done.err.splitlines()
        assert what.startswith("smbcrm: error: ")
        assert hint.startswith("hint: ")
        assert (store.read_bytes() if store.exists() else None) == before
        assert before is not None or not self.data.exists()
        return what.removeprefix("smbcrm: error: ")

    def customers(self, *columns: str) -> list[list[Any]]:
        """Give these columns of every customer."""
        done = self.smbcrm("list", "--columns", ",".join(columns), "--format", "json")
        assert done.code == 0, done.err
        return [list(record.values()) for record in json.loads(done.out)]

    def fields(self) -> list[dict[str, Any]]:
        """Give all that is kept of every customer beside the columns of the list."""
        return [json.loads(text) for (text,) in self.customers("fields")]


@pytest.fixture
def shop(smbcrm: Smbcrm, data: Path) -> Shop:
    """A shop without any customers yet."""
    return Shop(smbcrm, data)
