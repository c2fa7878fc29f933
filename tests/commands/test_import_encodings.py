"""An encoding or a delimiter that was given once holds for the next version of the same file, unless its bytes say otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import Run

Smbcrm = Callable[..., Run]
ROWS = ["Jan Łukasz,+48501234567,Łódź", "Ewa Wójcik,+48501234569,Poznań", "Ján Šťastný,+48501234570,Žilina"]


def bring(smbcrm: Smbcrm, *words: str) -> dict[str, Any]:
    done = smbcrm("import", *words, "--format", "json")
    assert done.code == 0, done.err
    (sheet,) = json.loads(done.out)["files"]
    return dict(sheet)


def write(rows: list[str], encoding: str, name: str = "list.csv", parted: str = ",") -> None:
    text = "\n".join(["Name,Mobile,City", *rows, ""]).replace(",", parted)
    Path(name).write_bytes(text.encode(encoding))


def names(smbcrm: Smbcrm) -> list[str]:
    return smbcrm("list", "--columns", "name", "--format", "csv").out.splitlines()[1:]


def test_the_encoding_given_once_holds_for_the_next_version(smbcrm: Smbcrm) -> None:
    write(ROWS[:2], "mac_latin2")
    bring(smbcrm, "list.csv", "--encoding", "mac_latin2")
    assert names(smbcrm) == ["Jan Łukasz", "Ewa Wójcik"]
    assert bring(smbcrm, "list.csv")["rows_unchanged"] == 2
    write(ROWS, "mac_latin2")
    again = bring(smbcrm, "list.csv")
    assert (again["rows_unchanged"], again["rows_imported"]) == (2, 1)
    assert "read as you said last time: --encoding mac_latin2; `smbcrm mapping show s1`" in again["notes"]
    write(ROWS, "mac_latin2", name="list 2026-12.csv")
    assert bring(smbcrm, "list 2026-12.csv")["rows_unchanged"] == 3
    assert names(smbcrm) == ["Jan Łukasz", "Ewa Wójcik", "Ján Šťastný"]


def test_bytes_that_tell_their_encoding_are_read_in_it(smbcrm: Smbcrm) -> None:
    write(ROWS[:2], "cp1250")
    bring(smbcrm, "list.csv", "--encoding", "cp1250")
    write(ROWS, "utf-8")
    again = bring(smbcrm, "list.csv")
    assert (again["rows_unchanged"], again["rows_imported"]) == (2, 1)
    assert not any("as you said" in note for note in again["notes"])
    write(ROWS, "cp1250")
    assert bring(smbcrm, "list.csv")["rows_unchanged"] == 3


def test_another_file_is_read_as_it_shows(smbcrm: Smbcrm) -> None:
    write(ROWS[:2], "cp1250")
    bring(smbcrm, "list.csv", "--encoding", "cp1252")
    write(ROWS, "cp1250", name="other.csv")
    bring(smbcrm, "other.csv")
    assert "Ján Šťastný" in names(smbcrm)


def test_the_delimiter_given_once_holds_too_and_a_mapping_file_keeps_both(smbcrm: Smbcrm) -> None:
    write(ROWS[:2], "cp1250", parted="~")
    bring(smbcrm, "list.csv", "--encoding", "cp1250", "--delimiter", "~")
    write(ROWS, "cp1250", parted="~")
    assert bring(smbcrm, "list.csv")["rows_imported"] == 1
    assert smbcrm("mapping", "export", "said.toml").code == 0
    assert 'encoding = "cp1250"\ndelimiter = "~"\n' in Path("said.toml").read_text(encoding="utf-8")
    assert smbcrm("mapping", "forget", "s1").code == 0
    assert smbcrm("mapping", "import", "said.toml").code == 0
    assert (
        json.loads(smbcrm("mapping", "--format", "json").out)[0]["said"]
        == "--encoding cp1250 --delimiter '~'"
    )
