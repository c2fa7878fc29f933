"""What customers' lists hold never reaches a terminal as a command to it, a spreadsheet as a formula, or a log at all; and nothing calls out."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smbcrm.core.say import say
from smbcrm.output.emit import emit, emit_action, show_error, talk, talk_and_wait
from smbcrm.output.options import Format, OutputOptions
from smbcrm.output.traces import trace_lines
from smbcrm.output.view import Column, View
from tests.conftest import EXAMPLE, Run

Smbcrm = Callable[..., Run]
# Escape sequences, marks that turn text around, and what looks like a formula or a tag.
EVIL = "\x1b[31m\x9b2J\x07\u202e\u2066\u200f\r\x08"
NAME = f"=1+1 {EVIL}Zahra <script>alert(1)</script> | `x` **b**"
DANGER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def shop_of(smbcrm: Smbcrm) -> Smbcrm:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Name", "Mobile", "E-mail", "City", "Notes", f"Pet {EVIL}name"])
    writer.writerow(
        [
            NAME,
            f"0912{EVIL}1234567",
            f"a{EVIL}@b.example",
            f"Sh{EVIL}iraz",
            f"{EVIL}@SUM(A1)",
            f"+cmd|' /C calc'!A0{EVIL}",
        ]
    )
    writer.writerow([f"Zahra {EVIL}Alavi", "09121234567", "", f"Q{EVIL}om", "-2+3", '=HYPERLINK("http://x")'])
    writer.writerow([f"Sara{EVIL} Ahmadi", "09351112233", "", "Tehran", "fine", ""])
    for n in range(110, 150):  # a list with little else in it would be taken for no text at all
        writer.writerow(
            [
                f"Person {n} Karimi",
                f"0935{n}99{n}",
                "",
                "Tehran",
                "there is nothing more to say about this one",
                "",
            ]
        )
    Path(f"li{EVIL}st.csv".replace("\r", "")).write_bytes(out.getvalue().encode())
    assert smbcrm("run", f"li{EVIL}st.csv".replace("\r", "")).code == 0
    return smbcrm


VERBS = [
    ("show", "C1"), ("show", "C1", "--all"), ("find", "zahra"), ("list",), ("sources",), ("sources", "rows"), ("mapping",),
    ("mapping", "show", "s1"), ("mapping", "export", "-"), ("merge", "list", "--all"), ("merge", "review"), ("merge", "explain", "C1", "C2"),
    ("score", "explain", "C1"), ("tier", "moves"), ("plan",), ("due",), ("status",), ("check",), ("undo", "--list"), ("undo", "--dry-run"),
    ("backup", "list"), ("restore", "--dry-run"), ("forget", "C1", "--dry-run"), ("forget", "C1"), ("forget", f"nobody {EVIL}"),
    ("show", f"{EVIL}x"), ("set", "C1", f"{EVIL}=x", "--dry-run"), ("remove", "C1", "--dry-run"), ("log", "C1", "call", f"said {EVIL}", "--dry-run"),
    ("restore", f"x{EVIL}"), ("list", "--columns", f"x{EVIL}"), ("list", "--where", f"x{EVIL}"), ("import", f"nofile{EVIL}"),
]  # fmt: skip


def test_no_verb_in_any_format_moves_a_terminal(smbcrm: Smbcrm) -> None:
    shop = shop_of(smbcrm)
    shop("backup")
    bad = []
    for words in VERBS:
        for lang in ("en", "fa"):
            for fmt in ("table", "md", "html", "json"):
                more = () if words[:2] == ("mapping", "export") else ("--format", fmt)
                run = shop("--lang", lang, *words, *more)
                bad += [
                    (words, lang, fmt, found[0])
                    for found in DANGER.finditer((run.out + run.err).replace("\n", "").replace("\t", ""))
                ]
    assert bad == []


def test_no_text_becomes_a_tag_a_link_or_a_column_of_a_page(smbcrm: Smbcrm) -> None:
    shop = shop_of(smbcrm)
    page = shop("list", "--format", "html").out
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    lines = [line for line in shop("list", "--format", "md").out.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {
        len(re.findall(r"(?<!\\)\|", lines[0]))
    }
    assert "<script" not in "".join(lines)
    assert "**b**" not in "".join(lines).replace("\\*", "")


@pytest.mark.parametrize(
    "words",
    [
        ("export", "out.xlsx"), ("list", "-o", "out.xlsx"), ("find", "a", "-o", "out.xlsx"), ("sources", "rows", "-o", "out.xlsx"),
        ("merge", "review", "-o", "out.xlsx"), ("merge", "list", "--all", "-o", "out.xlsx"), ("check", "-o", "out.xlsx"), ("undo", "--list", "-o", "out.xlsx"),
        ("sync",),
    ],
)  # fmt: skip
def test_no_cell_of_any_workbook_is_a_formula_or_a_link(
    smbcrm: Smbcrm, data: Path, words: tuple[str, ...]
) -> None:
    shop = shop_of(smbcrm)
    assert shop(*words).code == 0
    file = data / "customers.xlsx" if words == ("sync",) else Path("out.xlsx")
    book = openpyxl.load_workbook(file)
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if sheet.title not in ("Summary",)
    ]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    with zipfile.ZipFile(file) as package:
        assert [name for name in package.namelist() if "externalLink" in name] == []


def test_an_exported_csv_is_harmless_and_a_piped_one_exact(smbcrm: Smbcrm) -> None:
    shop = shop_of(smbcrm)
    assert shop("export", "out.csv").code == 0
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert [cell for cell in cells if re.match(r"[=@＝＠\t\r]|[+-](?![\d.;ext=+-]+$)", cell)] == []
    assert any(cell.startswith("'=1+1") for cell in cells)
    piped = next(csv.DictReader(io.StringIO(shop("list", "--format", "csv", "--where", "id = 'C1'").out)))
    assert piped["name"].startswith("=1+1 ")


def test_a_phone_book_keeps_its_lines_whatever_the_names(smbcrm: Smbcrm) -> None:
    shop = shop_of(smbcrm)
    shop("add", "End\nEND:VCARD", "notes=a,b;c\\d\nBEGIN:VCARD")
    assert shop("export", "out.vcf").code == 0
    lines = Path("out.vcf").read_bytes().decode().split("\r\n")
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == 44


TEXT = st.text(max_size=40)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    TEXT, TEXT, st.sampled_from([Format.TABLE, Format.MD, Format.HTML, Format.JSON, Format.JSONL, Format.IDS])
)
def test_whatever_the_text_no_door_lets_a_dangerous_sign_out(
    capsys: Any, one: str, other: str, fmt: Format
) -> None:
    options = OutputOptions(fmt=fmt)
    view = View(
        (Column("id", one), Column("b", "B")),
        [(one, other)],
        title=say("{x}", x=one),
        footer=(say("{y}", y=other),),
    )
    emit(view, options)
    emit_action({"id": one, "b": [other]}, [say("{x} `{y}`", x=one, y=other)], options)
    for lang in ("en", "fa"):
        spoken = OutputOptions(fmt=fmt, lang=lang)
        talk(say("{x}", x=one), spoken)
        talk_and_wait(say("{x}?", x=one), spoken)
        from smbcrm.errors import SmbcrmError

        show_error(SmbcrmError(say("{x}", x=one), say("{y}", y=other)), spoken)
    shown = capsys.readouterr()
    assert DANGER.findall((shown.out + shown.err).replace("\n", "").replace("\t", "")) == []


def test_a_traceback_tells_places_and_kinds_and_nothing_of_the_list(
    smbcrm: Smbcrm, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = ("مهرداد 09127778899", "Mehrdad Kianpour")

    def fail(*_: object, **__: object) -> None:
        try:
            int(cells[0])
        except ValueError as problem:
            raise KeyError(cells[1]) from problem

    smbcrm("init")
    monkeypatch.setattr("smbcrm.usecases.edit_customer.add_customer", fail)
    run = smbcrm("--debug", "add", "somebody")
    assert run.code == 1
    assert "Mehrdad" not in run.err
    assert "مهرداد" not in run.err
    assert "Traceback (most recent call last):" in run.err
    assert re.search(r"ValueError \(a message of \d+ characters is left out", run.err)
    assert "which led to:" in run.err
    assert run.err.endswith("hint: run the command again with --debug and report what it prints.\n")
    quiet = smbcrm("add", "somebody")
    assert "Traceback" not in quiet.err


@given(st.text(min_size=4, max_size=60))
def test_no_message_of_an_error_is_in_its_traceback(text: str) -> None:
    try:
        try:
            raise ValueError(text)
        except ValueError as problem:
            raise RuntimeError(f"about {text}") from problem
    except RuntimeError as problem:
        lines = list(trace_lines(problem))
    assert [line for line in lines if line in (f"ValueError: {text}", f"RuntimeError: about {text}")] == []
    assert [line for line in lines if line.startswith(("ValueError", "RuntimeError"))] == [
        f"ValueError (a message of {len(text)} characters is left out: it may hold what is in your lists)",
        f"RuntimeError (a message of {len(text) + 6} characters is left out: it may hold what is in your lists)",
    ]


def test_nothing_ever_calls_out(smbcrm: Smbcrm, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    import_module("ssl")  # makes a kind of socket of its own when libraries load it, and calls nobody
    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    for words in (
        ("run", str(EXAMPLE)), ("list",), ("show", "C1"), ("score",), ("tier",), ("plan", "build"), ("sync",), ("export", "out.xlsx"),
        ("export", "out.vcf"), ("backup", "--verify"), ("check",), ("check", "--store"), ("forget", "C2", "--yes"), ("restore", "--yes"),
        ("status",), ("undo", "--list"),
    ):  # fmt: skip
        run = smbcrm(*words)
        assert run.code == 0, (words, run.err)


def test_the_kernel_saw_no_call_for_a_socket_either(data: Path, tmp_path: Path) -> None:
    """The same with an audit hook of the interpreter, which sees what libraries written in C do through Python, too."""
    code = (
        "import sys\n"
        "def hear(event, args):\n"
        "    if event.startswith('socket.'):\n"
        "        print('HEARD', event, file=sys.stderr)\n"
        "sys.addaudithook(hear)\n"
        "from smbcrm.cli import main\n"
        "raise SystemExit(main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--data", str(data), "run", str(EXAMPLE)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert "HEARD" not in done.stderr


def test_json_of_an_action_holds_what_was_read_exactly(smbcrm: Smbcrm) -> None:
    shop = shop_of(smbcrm)
    shown = json.loads(shop("show", "C3", "--format", "json").out)
    assert "Sara" in json.dumps(shown)
