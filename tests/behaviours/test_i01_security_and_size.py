"""I01 to I06: a file can neither harm the machine nor the screen, nor come out as a formula."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.behaviours.conftest import Shop

_MEASURED = """
import json, resource, sys, time
from smbcrm.cli import main
code = main(["--data", "data", "--no-input", "import", sys.argv[1], "--format", "json"])
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM")) // 1024
children = resource.getrusage(resource.RUSAGE_CHILDREN)
seconds = time.process_time() + children.ru_utime + children.ru_stime
print(json.dumps([code, seconds, max(own, children.ru_maxrss // 1024)]), file=sys.stderr)
"""


def measured(file: Path, home: Path) -> tuple[int, float, int, str, str]:
    """Import a file in a process of its own; give exit code, seconds of work, megabytes, and what was printed."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(file)],
        cwd=home,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=False,
    )
    assert done.returncode == 0, done.stderr  # an exit by signal is a failure, too
    *told, measures = done.stderr.splitlines()
    code, seconds, megabytes = json.loads(measures)
    return code, seconds, megabytes, done.stdout, "\n".join(told)


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is measured where the system tells it")


@on_linux
@pytest.mark.parametrize("name", ["sec_zip_bomb_400mb.xlsx", "sec_billion_laughs.xlsx", "sec_xxe_file.xlsx"])
def test_i01_a_bomb_and_a_file_with_definitions_are_refused_at_once(
    awkward_files: Path, tmp_path: Path, name: str
) -> None:
    code, seconds, megabytes, out, err = measured(awkward_files / name, tmp_path)
    assert (code, out) == (3, "")
    assert seconds < 2
    assert megabytes < 200
    assert [line.partition(":")[0] for line in err.splitlines()] == ["smbcrm", "hint"]
    assert list(tmp_path.iterdir()) == []
    assert (awkward_files / "_xxe_canary.txt").read_text() not in out + err


def test_i01_nothing_of_a_package_is_unpacked_beside_the_data(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "sec_zip_slip.xlsx")["files"]
    assert sheet["rows_imported"] == 3
    assert list(awkward_files.parents[1].glob("**/evil.txt")) == list(Path.cwd().glob("**/evil.txt")) == []


@on_linux
def test_i02_a_stray_cell_at_the_end_of_the_sheet_is_reported_and_costs_nothing(
    awkward_files: Path, tmp_path: Path
) -> None:
    code, _, megabytes, out, _ = measured(awkward_files / "size_sparse_far_cell.xlsx", tmp_path)
    assert code == 0
    assert megabytes < 300
    (sheet,) = json.loads(out)["files"]
    assert sheet["rows_imported"] == 3
    assert sheet["problems"] == [
        {"row": 1048576, "column": "XFD", "what": "the cell XFD1048576 lies far outside the table and was left out"}
    ]  # fmt: skip


@on_linux
@pytest.mark.parametrize(
    "name",
    [
        "size_million_empty_formatted_rows.xlsx",
        "size_dimension_too_big.xlsx",
        "size_dimension_too_small.xlsx",
        "ods_repeated_padding.ods",
    ],
)
def test_i03_three_customers_in_a_sheet_that_claims_to_be_huge_are_three(
    awkward_files: Path, tmp_path: Path, name: str
) -> None:
    code, seconds, megabytes, out, err = measured(awkward_files / name, tmp_path)
    assert code == 0, err
    assert [sheet["rows_imported"] for sheet in json.loads(out)["files"]] == [3]
    assert seconds < 15
    assert megabytes < 300


@on_linux
def test_i03_a_sheet_of_billions_of_filled_cells_is_refused(awkward_files: Path, tmp_path: Path) -> None:
    code, _, megabytes, out, err = measured(awkward_files / "ods_bomb_repeat.ods", tmp_path)
    assert (code, out) == (3, "")
    assert megabytes < 300
    assert err.startswith("smbcrm: error: ods_bomb_repeat.ods holds more cells than can be read.\nhint: ")


@pytest.mark.parametrize("name", ["size_10mb_cell.csv", "size_10mb_inline_cell.xlsx"])
def test_i04_a_cell_of_ten_megabytes_is_kept_and_its_row_and_column_are_named(
    shop: Shop, awkward_files: Path, name: str
) -> None:
    (sheet,) = shop.imports(awkward_files / name)["files"]
    assert sheet["problems"] == [
        {"row": 2, "column": "Notes", "what": "a cell of 10,000,000 characters; a spreadsheet keeps 32,767"}
    ]
    (notes,) = shop.customers("notes")[0]
    assert len(notes) == 10_000_000


def test_i04_a_text_too_long_for_a_spreadsheet_is_cut_with_a_warning(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", "Name,Phone,Notes", f"Sara Ahmadi,09121234567,{'y' * 40_000}"))
    done = shop.smbcrm("export", "list.xlsx")
    assert done.code == 0
    assert "32,767" in done.err
    book = openpyxl.load_workbook("list.xlsx")
    longest = max(len(str(cell.value)) for row in book.active.iter_rows() for cell in row)
    assert longest <= 32_767


FORMULAS = [
    "=cmd|' /C calc'!A0",
    "+SUM(1+1)*cmd|' /C calc'!A0",
    "@SUM(1+9)",
    "=1+1",
    "-2+3+cmd|' /C calc'!A0",
    "＝1+1",
]


def test_i05_text_that_looks_like_a_formula_is_text_in_a_workbook(shop: Shop, awkward_files: Path) -> None:
    shop.imports(awkward_files / "sec_formula_injection.csv")
    assert shop.smbcrm("export", "out.xlsx").code == 0
    assert shop.smbcrm("list", "-o", "list.xlsx").code == 0
    for file in ("out.xlsx", "list.xlsx"):
        cells = [cell for row in openpyxl.load_workbook(file).active.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
        assert {"=cmd|' /C calc'!A0", "=1+1"} <= {cell.value for cell in cells}


def test_i05_a_table_for_a_spreadsheet_is_marked_and_harmless_and_phones_stay_readable(
    shop: Shop, awkward_files: Path
) -> None:
    shop.imports(awkward_files / "sec_formula_injection.csv")
    shop.smbcrm("add", "Debtor", "phone=09121111119", "balance=-12.5")
    assert shop.smbcrm("export", "out.csv").code == 0
    assert Path("out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if re.match(r"[=@＝\t\r]|[+-](?![\d.]+$)", cell)]
    assert {"+989121111111", "-12.5", "'=1+1"} <= set(cells)


def test_i05_what_is_piped_is_exact(shop: Shop, awkward_files: Path) -> None:
    shop.imports(awkward_files / "sec_formula_injection.csv")
    out = shop.smbcrm("list", "--columns", "name,phone", "--format", "csv").out
    assert out.splitlines()[1:5] == [
        "=cmd|' /C calc'!A0,+989121111111",
        "+SUM(1+1)*cmd|' /C calc'!A0,+989121111112",
        "@SUM(1+9)*cmd|' /C calc'!A0,+989121111113",
        "=1+1,+989121111114",
    ]
    assert not out.startswith("\ufeff")


NEVER_SHOWN = "\x1b\x07\x0b\x9b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
OTHERS = [
    "Reza",
    "Mina",
    "Omid",
    "Nader",
    "Leila",
    "Farid",
    "Hoda",
    "Kian",
    "Pari",
    "Arash",
    "Babak",
    "Dara",
    "Ziba",
    "Golnar",
    "Hamid",
    "Iraj",
    "Javad",
]
EVIL = f"Sa{NEVER_SHOWN}ra"


def shown_signs(text: str) -> set[str]:
    return set(text) & set(NEVER_SHOWN)


def test_i06_no_sign_that_moves_a_terminal_is_ever_shown(shop: Shop) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Li\u202est"
    book.active.append(["Name", "Phone", "Pet \u202ename", "E-mail"])
    book.active.append(["x", "09121234567", "y\u200f\u2067", "so\u202e@\u202enot"])
    book.save("book\u202e.xlsx")
    shop.write("li\x1b[31mst.csv", f'Name,Phone,No{EVIL}te,E-mail', f'{EVIL} Ahmadi,0912123{EVIL},{EVIL},{EVIL}@x',
               *(f"{name} Karimi,0935{n}99{n},nothing to say," for n, name in enumerate(OTHERS, 110)))  # fmt: skip
    shop.smbcrm("init")
    runs = [
        shop.smbcrm("import", "li\x1b[31mst.csv", "book\u202e.xlsx", "--dry-run", "-v"),
        shop.smbcrm("import", "li\x1b[31mst.csv", "book\u202e.xlsx", "-v"),
        shop.smbcrm("import", "no\x1b[31m\u202efile.csv"),
        shop.smbcrm("import", "book\u202e.xlsx", "--sheet", "no\x1b\u202esheet"),
        shop.smbcrm("import", "li\x1b[31mst.csv", "--map", f"{EVIL}=A"),
        shop.smbcrm("sources"),
        shop.smbcrm("sources", "rows"),
        shop.smbcrm("undo", "--list"),
        shop.smbcrm("check"),
        *(shop.smbcrm("list", "--format", kind) for kind in ("table", "csv", "tsv", "json", "jsonl", "md", "html")),
        shop.smbcrm("show", "C1", "--all"),
        shop.smbcrm("show", EVIL),
        shop.smbcrm("find", f"\x1b{EVIL}"),
        shop.smbcrm("merge", "list", "--all"),
    ]  # fmt: skip
    assert [run.code for run in runs[:2]] == [0, 0], runs[0].err
    assert [shown_signs(run.out + run.err) for run in runs] == [set()] * len(runs)
    assert "Sa ra Ahmadi" in shop.smbcrm("list").out
