"""I29 and I30: what could not be used comes out again with the reason, and the program stands in a pipe and in cron."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.behaviours.conftest import Shop

LIST = [
    "Mobile,City,Shoe size",
    "09121234567,Tehran,41",
    "9.12E+09,Shiraz,42",
    "09351112233,Qom,43",
    "9.13E+09,Yazd,44",
]
DAMAGED = "nothing but a damaged number to know the customer by"


def rejected(file: str) -> list[dict[str, str]]:
    with Path(file).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_i29_rejected_rows_are_written_with_their_columns_row_number_and_reason(shop: Shop) -> None:
    (sheet,) = shop.imports(shop.write("list.csv", *LIST), "--rejects", "bad.csv")["files"]
    assert (sheet["rows_imported"], sheet["rows_rejected"]) == (2, 2)
    assert rejected("bad.csv") == [
        {"file": "list.csv", "sheet": "", "row": "3", "reason": DAMAGED, "Mobile": "9.12E+09", "City": "Shiraz", "Shoe size": "42"},
        {"file": "list.csv", "sheet": "", "row": "5", "reason": DAMAGED, "Mobile": "9.13E+09", "City": "Yazd", "Shoe size": "44"},
    ]  # fmt: skip
    assert [phone for (phone,) in shop.customers("phone")] == ["+989121234567", "+989351112233"]


def test_i29_rejects_of_several_lists_keep_each_its_own_columns(shop: Shop) -> None:
    shop.write("a.csv", "Mobile,City", "09121234567,Tehran", "9.12E+09,Shiraz")
    shop.write("b.csv", "Town,Tel,Notes", "Qom,09351112233,a", "Yazd,9.13E+09,b")
    shop.imports("a.csv", "b.csv", "--rejects", "bad.csv")
    assert [{k: v for k, v in row.items() if v} for row in rejected("bad.csv")] == [
        {"file": "a.csv", "row": "3", "reason": DAMAGED, "Mobile": "9.12E+09", "City": "Shiraz"},
        {"file": "b.csv", "row": "3", "reason": DAMAGED, "Town": "Yazd", "Tel": "9.13E+09", "Notes": "b"},
    ]


def test_i29_rejects_are_exact_and_mended_they_come_in(shop: Shop) -> None:
    shop.write("list.csv", "Mobile;Note", '9.12E+09;"=1+1, ""x"""', "09351112233;y")
    shop.imports("list.csv", "--rejects", "bad.csv")
    (row,) = rejected("bad.csv")
    assert row["Note"] == '=1+1, "x"'
    Path("bad.csv").write_text(Path("bad.csv").read_text("utf-8").replace("9.12E+09", "09121234567"), "utf-8")
    shop.imports("bad.csv")
    assert ["+989121234567"] in shop.customers("phone")


def test_i29_nothing_rejected_leaves_a_file_with_headings_only(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", *LIST[:2]), "--rejects", "bad.csv")
    assert rejected("bad.csv") == []


def test_i29_rejects_are_written_again_for_a_file_that_has_not_changed(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", *LIST))
    shop.imports("list.csv", "--rejects", "bad.csv")
    assert [(row["row"], row["Mobile"], row["City"]) for row in rejected("bad.csv")] == [
        ("3", "9.12E+09", "Shiraz"),
        ("5", "9.13E+09", "Yazd"),
    ]


def test_i29_all_or_nothing_when_it_is_asked_for(shop: Shop) -> None:
    shop.write("list.csv", *LIST)
    assert (
        shop.refuses("list.csv", "--strict")
        == "2 rows are damaged and --strict is on, the first of them list.csv, row 3: "
        "nothing but a damaged number to know the customer by; nothing was imported."
    )
    assert shop.imports(shop.write("good.csv", *LIST[:2]), "--strict")["files"][0]["rows_imported"] == 1


def test_i29_of_all_or_nothing_the_rejects_are_still_written(shop: Shop) -> None:
    shop.write("list.csv", *LIST)
    done = shop.smbcrm("--no-input", "import", "list.csv", "--strict", "--rejects", "bad.csv")
    assert done.code == 3
    assert [row["row"] for row in rejected("bad.csv")] == ["3", "5"]
    assert not shop.data.exists()


def test_i29_skipped_rows_are_among_the_rejects_with_their_reason(shop: Shop) -> None:
    shop.write("list.csv", "Name,Mobile", "Sara Ahmadi,09121234567", ",", "Name,Mobile", "-,", "Total,1")
    (sheet,) = shop.imports("list.csv", "--rejects", "bad.csv")["files"]
    left_out = rejected("bad.csv")
    assert len(left_out) == sheet["rows_skipped"] + sheet["rows_rejected"] == 3
    assert [(row["row"], row["reason"]) for row in left_out[::2]] == [
        ("4", "the headings are repeated"),
        ("6", "a line of totals"),
    ]


def test_i29_of_all_or_nothing_rows_with_damaged_cells_are_written_too(shop: Shop) -> None:
    shop.write(
        "list.csv", "Name,Mobile", "Sara Ahmadi,09121234567", "Reza Karimi,0912", "Mina Nik,", "Total,3"
    )
    done = shop.smbcrm("--no-input", "import", "list.csv", "--strict", "--rejects", "bad.csv")
    assert done.code == 3
    assert "hint: mend the rows in bad.csv" in done.err
    assert [(row["row"], row["reason"], row["Mobile"]) for row in rejected("bad.csv")] == [
        ("3", "Mobile: too short for a phone number", "0912"),
        ("5", "a line of totals", "3"),
    ]


def test_i29_rows_with_a_name_only_are_taken_and_named(shop: Shop) -> None:
    shop.write(
        "list.csv",
        "Name,Mobile,Shoe",
        "Sara Ahmadi,09121234567,",
        "Reza Karimi,,",
        "Mina Nik,,41",
        "Tom Weber,,",
    )
    (sheet,) = shop.imports("list.csv")["files"]
    assert sheet["rows_imported"] == 4
    assert "2 rows tell nothing but a name: rows 3, 5" in sheet["notes"]


def test_i29_the_exit_code_tells(shop: Shop) -> None:
    assert (
        shop.smbcrm("import", shop.write("list.csv", *LIST)).code == 0
    )  # good rows came in, the others are named
    assert shop.smbcrm("import", "list.csv", "nowhere.csv").code == 3
    assert shop.smbcrm("import", "nowhere.csv").code == 3
    told = shop.smbcrm("import", shop.write("b.csv", *LIST[:1], "9.14E+09,x,1", "09121111111,y,2")).out
    assert f"b.csv: row 2 rejected, {DAMAGED}" in told


def piped(home: Path, *words: str, stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "smbcrm", "--data", str(home / "data"), *words],
        input=stdin,
        capture_output=True,
        cwd=home,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "", "LC_ALL": "C"},
        timeout=60,
        check=False,
    )


def test_i30_a_list_is_read_from_a_pipe_and_written_into_one(tmp_path: Path) -> None:
    text = "نام,موبایل\nسارا احمدی,۰۹۱۲۱۲۳۴۵۶۷\n"
    done = piped(tmp_path, "import", "-", "--format", "json", stdin=text.encode())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["files"][0]["rows_imported"] == 1  # nothing but the result is on stdout
    assert done.stderr.decode() == f"A new customer list was made in {tmp_path / 'data'}.\n"
    out = piped(tmp_path, "list", "--columns", "name,phone", "--format", "csv", stdin=b"")
    assert out.stdout.decode() == "name,phone\nسارا احمدی,+989121234567\n"
    assert out.stderr == b""


def test_i30_a_workbook_may_come_through_a_pipe(tmp_path: Path, awkward_files: Path) -> None:
    book = (awkward_files / "xlsx_many_sheets.xlsx").read_bytes()
    done = piped(tmp_path, "import", "-", "--format", "json", stdin=book)
    assert [sheet["file"] for sheet in json.loads(done.stdout)["files"]] == ["stdin", "stdin"]


@pytest.mark.parametrize("words", [(), ("--no-input",)])
def test_i30_nobody_is_asked_where_nobody_is_there(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = piped(
        tmp_path, *words, "import", "-", stdin=b"Sara,0912 123 4567\nReza,0935 111 2233\nMina,0917 000 1122\n"
    )
    assert done.returncode == 5
    assert done.stdout == b""
    what, hint = done.stderr.decode().splitlines()
    assert what.startswith("smbcrm: error: stdin: no row of headings was found")
    assert "--no-header" in hint
    assert not (tmp_path / "data").exists()


def test_i30_an_empty_pipe_is_said_to_be_empty(tmp_path: Path) -> None:
    done = piped(tmp_path, "import", "-", stdin=b"")
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.decode().startswith("smbcrm: error: nothing was piped in.\n")


def test_i30_the_same_list_through_the_pipe_again_changes_nothing(tmp_path: Path) -> None:
    text = b"Name,Phone\nSara,09121234567\n"
    piped(tmp_path, "import", "-", stdin=text)
    done = json.loads(piped(tmp_path, "import", "-", "--format", "json", stdin=text).stdout)
    assert (done["customers_new"], done["files"][0]["rows_unchanged"]) == (0, 1)


def test_i29_a_sale_that_cannot_be_read_is_rejected_and_ends_a_strict_import(shop: Shop) -> None:
    lines = (
        "Date,Customer,Phone,Amount",
        "2024-03-01,Sara Ahmadi,09121234567,70",
        "2024-13-45,Reza Karimi,09121234568,abc",
    )
    shop.write("sales.csv", *lines)
    shop.imports("sales.csv", "--strict", code=3)
    (sheet,) = shop.imports("sales.csv", "--rejects", "bad.csv")["files"]
    assert (sheet["rows_imported"], sheet["rows_rejected"], sheet["rows_skipped"]) == (1, 1, 0)
    (row,) = rejected("bad.csv")
    assert (row["row"], row["reason"]) == ("3", "neither its date nor its amount can be read")
