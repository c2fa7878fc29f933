"""The door: what a path may be, what the bytes may be, and how each is answered."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from smbcrm.errors import UnreadableError
from smbcrm.readers.open_file import Refusal, expand, read_file, read_stream
from smbcrm.readers.spreadsheets.child import read_in_child
from smbcrm.readers.spreadsheets.native import CRASHED, TOO_MUCH, NativeReaderFailed

LOCKED = Path(__file__).with_name("lock_password_1234.xlsx")


def _refusal(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_file(path)
    return str(caught.value.what)


def test_a_reading_tells_the_file_its_kind_and_its_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"Name\nSara\n")
    reading = read_file(path)
    assert (reading.file, reading.kind, reading.notes) == ("list.csv", "csv", ())
    assert reading.sha256 == hashlib.sha256(b"Name\nSara\n").hexdigest()
    assert [(grid.file, grid.sheet, grid.rows) for grid in reading.grids] == [
        ("list.csv", "", [["Name"], ["Sara"]])
    ]


def test_bytes_from_a_pipe_are_read_like_a_file() -> None:
    reading = read_stream(b"Name;Phone\nSara;0912\n")
    assert (reading.file, reading.notes, reading.grids[0].rows) == (
        "stdin",
        (),
        [["Name", "Phone"], ["Sara", "0912"]],
    )


@pytest.mark.parametrize(
    ("data", "name", "note"),
    [
        (b"Name,Phone\n", "list.xlsx", "named .xlsx but it is plain text; read as that"),
        (b"<table><tr><td>Name</table>", "list.xls", "named .xls but it is a web page; read as that"),
        (
            b"BEGIN:VCARD\nFN:Sara\nEND:VCARD",
            "list.csv",
            "named .csv but it is a phone book (vCard); read as that",
        ),
        (
            "Müller,Köln\n".encode("cp1252"),
            "list.csv",
            "read as cp1252; if names look wrong, give --encoding",
        ),
    ],
)
def test_what_was_taken_from_the_content_is_said(data: bytes, name: str, note: str) -> None:
    assert [str(told) for told in read_stream(data, name=name).notes] == [note]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "x is empty"),
        (b"\xef\xbb\xbf", "x holds the mark that a text file begins with, and no text"),
        (b" \r\n ; \r\n", "x holds no text, only blank lines"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "x is cut off: its first card ends before it names anybody"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", "x holds no text, only blank lines"),
        (b"%PDF-1.4\n", "x is a PDF, not a table"),
        (b"\xff\xd8\xff\xe0", "x is a picture, not a table"),
        (b"SQLite format 3\0", "x is a database, not a table"),
        (b"\x1f\x8b\x08", "x is a packed archive, not a table"),
        (b'["Sara", "Reza"]', "x is a JSON file without records, not a table"),
        (b'{"list": []}', "x is a JSON file without records, not a table"),
        (b"BEGIN:VCALENDAR\n", "x is a calendar, not a table"),
        (b"<?xml version='1.0'?><a><b/></a>", "x is an XML file, not a table"),
        (bytes(range(1, 32)) * 20, "x is a file of no known kind, not a table"),
        (b"PK\x03\x04" + bytes(40), "x is damaged or incomplete"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "x is a data file of another program, not a table",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le"),
            "x is damaged or incomplete",
        ),
    ],
)
def test_what_is_no_table_is_named(data: bytes, line: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_stream(data, name="x")
    assert str(caught.value.what) == line


def test_a_path_that_is_no_file_is_refused_in_one_line(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "nobody.csv") == f"there is no file {tmp_path / 'nobody.csv'}"
    (tmp_path / "list.csv").mkdir()
    assert _refusal(tmp_path / "list.csv") == f"{tmp_path / 'list.csv'} is a folder, not a file"
    assert (
        _refusal(tmp_path / "~$list.xlsx") == "~$list.xlsx is a lock file of Excel; close the list in Excel"
    )


def test_a_folder_becomes_its_files_and_hidden_files_are_left_out_with_a_reason(tmp_path: Path) -> None:
    for name in ("b.csv", "a.xlsx", "~$a.xlsx", "._b.csv", ".DS_Store", "Thumbs.db", ".~lock.b.csv#"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "old").mkdir()
    found = expand([tmp_path, tmp_path / "nobody.csv", tmp_path / "~$a.xlsx"])
    assert [path.name for path in found if isinstance(path, Path)] == ["a.xlsx", "b.csv", "nobody.csv"]
    assert [(one.path.name, str(one.what)) for one in found if isinstance(one, Refusal)] == [
        (".DS_Store", ".DS_Store is a hidden file of macOS"),
        ("._b.csv", "._b.csv is a hidden file of macOS"),
        (".~lock.b.csv#", ".~lock.b.csv# is a lock file of LibreOffice; close the list in LibreOffice"),
        ("Thumbs.db", "Thumbs.db is a hidden file of Windows"),
        ("old", "old is a folder inside the folder"),
        ("~$a.xlsx", "~$a.xlsx is a lock file of Excel; close the list in Excel"),
        ("~$a.xlsx", "~$a.xlsx is a lock file of Excel; close the list in Excel"),
    ]


def test_a_workbook_under_a_password_asks_for_it() -> None:
    assert _refusal(LOCKED) == "lock_password_1234.xlsx is protected by a password"


def test_an_old_workbook_under_a_password_asks_for_it() -> None:
    first = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12) + b"\x2f\x00\x36\x00" + bytes(54)
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + first + "Workbook\0".encode("utf-16-le")
    with pytest.raises(UnreadableError) as caught:
        read_stream(data, name="old.xls")
    assert str(caught.value.what) == "old.xls is protected by a password"


def test_the_right_password_opens_a_workbook_where_the_library_is_there() -> None:
    try:
        import msoffcrypto  # noqa: F401
    except ImportError:
        with pytest.raises(UnreadableError) as caught:
            read_stream(LOCKED.read_bytes(), name="list.xlsx", password="1234")
        assert "is not installed" in str(caught.value.what)
        return
    reading = read_stream(LOCKED.read_bytes(), name="list.xlsx", password="1234")
    assert [len(grid.rows) for grid in reading.grids] == [4]
    with pytest.raises(UnreadableError) as wrong:
        read_stream(LOCKED.read_bytes(), name="list.xlsx", password="1")
    assert str(wrong.value.what) == "the password does not open list.xlsx"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited in the Linux way")
def test_a_file_that_kills_the_native_reader_kills_only_the_child(awkward: Path) -> None:
    with pytest.raises(NativeReaderFailed) as caught:
        read_in_child((awkward / "size_sparse_far_cell.xlsx").read_bytes())
    assert caught.value.why in (CRASHED, TOO_MUCH)


def test_the_child_gives_what_the_parent_would(awkward: Path) -> None:
    names, [sheet] = read_in_child((awkward / "exp_asan_accounts.xlsx").read_bytes())
    assert names == ["Sheet"]
    assert sheet.rows[1][:3] == ["00012", "فروشگاه سارا", "09123456789"]


def test_the_child_takes_no_module_from_the_folder_it_is_started_in(
    tmp_path: Path, awkward: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "marshal.py").write_text("raise SystemExit(9)")
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert read_in_child((awkward / "exp_asan_accounts.xlsx").read_bytes())[0] == ["Sheet"]


def test_importing_the_door_loads_no_heavy_library() -> None:
    code = "import sys, smbcrm.readers.open_file; print([m for m in ('openpyxl', 'numpy', 'python_calamine', 'csv') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_reading_changes_no_file(awkward: Path) -> None:
    before = {
        path.name: path.read_bytes()
        for path in awkward.iterdir()
        if path.is_file() and path.stat().st_size < 100_000
    }
    for name in before:
        try:
            read_file(awkward / name)
        except UnreadableError:
            continue
    assert {name: (awkward / name).read_bytes() for name in before} == before
