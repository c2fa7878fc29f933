"""Small commands start fast because they load little: a fresh interpreter tells what each one loaded."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "pandas", "numpy", "openpyxl", "pydantic", "rich", "rapidfuzz", "phonenumbers", "python_calamine", "xlsxwriter",
    "highspy", "holidays", "icalendar", "persiantools", "wcwidth", "hypothesis", "socket", "urllib.request", "http",
)  # fmt: skip
PROBE = """
import json, sys
from smbcrm.cli import main
try:
    code = main(sys.argv[1:])
except SystemExit as stop:
    code = stop.code
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""

# What a command may load of the heavy ones; stdout is a pipe here.
MAY_LOAD: list[tuple[tuple[str, ...], set[str]]] = [
    (("--version",), set()),
    (("--help",), set()),
    (("--lang", "fa", "--help"), set()),
    (("--lang", "fa", "import", "--help"), set()),
    (("show", "C1"), set()),
    (("show", "C1", "--format", "json"), set()),
    (("list", "-n", "20"), set()),
    (("list", "-n", "20", "--format", "csv"), set()),
    (("list", "--where", "city = 'Shiraz'"), set()),
    (("find", "sara"), set()),
    (("due",), set()),
    (("status",), set()),
    (("today",), set()),
    (("task",), set()),
    (("task", "add", "order boxes"), set()),
    (("log", "C1", "call"), set()),
    (("recipe",), set()),
    (("plan", "show"), set()),
    (("plan", "report"), set()),
    (("plan", "export", "--format", "ics"), {"icalendar"}),
    (("sources",), set()),
    (("sources", "rows"), set()),
    (("merge", "list"), set()),
    (("merge", "review", "--format", "csv"), set()),
    (("undo", "--list"), set()),
    (("purchase", "list"), set()),
    (("purchase", "add", "C1", "100", "--dry-run"), set()),
    (("invoice", "list", "--overdue"), set()),
    (("payment", "add", "C1", "100", "--dry-run"), set()),
    (("touch", "C1", "--kind", "praise", "--dry-run"), set()),
    (("rate", "C1", "4/5", "--dry-run"), set()),
    (("log", "list"), set()),
    (("history", "C1"), set()),
    (("backup",), set()),
    (("backup", "list", "--verify"), set()),
    (("restore", "--dry-run"), set()),
    (("check", "--store"), set()),
    (("undo", "--dry-run"), set()),
    (("score", "explain", "C1"), set()),
    (("score", "weights"), set()),
    (("score", "disagree"), set()),
    (("gaps", "--ask", "5"), set()),
    (("matrix",), set()),
    (("report", "top"), set()),
    (("tier", "moves"), set()),
    (("at-risk",), {"numpy"}),
    (("report", "network"), {"numpy", "wcwidth"}),  # arrows
    (("score",), {"numpy"}),
    (("tier",), {"numpy"}),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small list, scored and cut in tiers."""
    base = tmp_path_factory.mktemp("start")
    source = base / "list.csv"
    source.write_text(
        "Name,Mobile,City,Score\nSara Ahmadi,09121234567,Shiraz,8\nReza Karimi,09351112233,Tehran,6\n",
        encoding="utf-8",
    )
    assert load(base / "data", "run", str(source))[0] == 0
    assert load(base / "data", "backup")[0] == 0
    return base / "data"


def load(data: Path, *argv: str) -> tuple[int, set[str]]:
    """Give a command's exit code and the modules a fresh interpreter had loaded at its end."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "--data", str(data), *argv],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    code, modules = json.loads(done.stderr.strip().splitlines()[-1])
    return code or 0, set(modules)


@pytest.mark.parametrize(("argv", "allowed"), MAY_LOAD, ids=[" ".join(argv) for argv, _ in MAY_LOAD])
def test_a_command_loads_no_heavy_library_it_does_not_need(
    folder: Path, argv: tuple[str, ...], allowed: set[str]
) -> None:
    code, modules = load(folder, *argv)
    assert code == 0
    assert {name for name in HEAVY if name in modules} <= allowed


READING_OF_FILES = {
    "smbcrm.core.mapping", "smbcrm.core.money", "smbcrm.core.layout", "smbcrm.core.matching",
    "smbcrm.core.naming.tables.given", "smbcrm.usecases.merging.compute_customers",
}  # fmt: skip
SMALL: list[tuple[str, ...]] = [
    ("--version",), ("show", "C1"), ("list", "-n", "20"), ("list", "-n", "20", "--format", "csv"), ("find", "sara"),
    ("due",), ("status",), ("plan", "show"), ("history", "C1"),
]  # fmt: skip


@pytest.mark.parametrize("argv", SMALL, ids=[" ".join(argv) for argv in SMALL])
def test_a_small_command_loads_nothing_that_understands_files(folder: Path, argv: tuple[str, ...]) -> None:
    code, modules = load(folder, *argv)
    assert code == 0
    assert modules.isdisjoint(READING_OF_FILES)


@pytest.mark.parametrize("argv", [("show", "C1"), ("list", "--foo"), ("show",)], ids=" ".join)
def test_what_the_pages_say_in_persian_is_loaded_for_a_page_alone(
    folder: Path, argv: tuple[str, ...]
) -> None:
    assert "smbcrm.output.persian.helps" not in load(folder, "--lang", "fa", *argv)[1]
    page = load(folder, "--lang", "fa", "show", "--help")[1]
    assert "smbcrm.output.persian.helps.tables" in page
    assert "smbcrm.output.persian.catalogue" not in page
    assert "smbcrm.output.persian.helps" not in load(folder, "show", "--help")[1]


def test_a_file_that_has_not_changed_is_counted_without_what_understands_files(folder: Path) -> None:
    code, modules = load(folder, "import", str(folder.parent / "list.csv"))
    assert code == 0
    assert modules.isdisjoint(READING_OF_FILES | {"smbcrm.core.headers", "smbcrm.usecases.merge_rows"})


def test_a_workbook_beside_the_list_costs_a_command_no_reader_and_no_matcher(
    folder: Path, tmp_path: Path
) -> None:
    shop = tmp_path / "shop"
    shutil.copytree(folder, shop)
    assert load(shop, "sync")[0] == 0
    code, loaded = load(shop, "show", "C1")
    assert code == 0
    assert loaded.isdisjoint({"smbcrm.readers.open_file", "smbcrm.core.workbook.three_way", "zipfile"})
