"""Terminals, pipes, files that are being replaced, and what a small command may load."""

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from smbcrm.core.say import say
from smbcrm.errors import NotFoundError, SmbcrmError, UsageError
from smbcrm.output.emit import emit, show_error, talk
from smbcrm.output.options import Format, OutputOptions
from smbcrm.output.view import Column, View
from tests.conftest import ROOT
from tests.output.hard import hard_view


def python(code: str, *, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        capture_output=True,
        env=os.environ | (env or {}),
        check=False,
        timeout=60,
    )


def names(*cells: object) -> View:
    return View(
        (Column("name", "Name"), Column("n", "N", "number")), [(cell, 1) for cell in cells], id_column="name"
    )


def test_persian_reaches_a_pipe_as_utf8_whatever_the_locale_says():
    done = python(
        "from tests.output.hard import *; from smbcrm.output.emit import *; from smbcrm.core.say import say\n"
        "for f in Format:\n    emit(hard_view(), OutputOptions(fmt=f))\ntalk(say('\\u0639\\u0644\\u06cc'), OutputOptions())",
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"},
    )
    assert done.stderr.decode() == "علی\n"
    assert done.returncode == 0
    assert "علی رضایی".encode() in done.stdout


def test_a_reader_that_has_seen_enough_ends_the_output_quietly():
    done = subprocess.run(
        f'{sys.executable} -c "from smbcrm.output.emit import *; from smbcrm.output.view import *;'
        " emit(View((Column('id', 'Id'),), ((str(i),) for i in range(200000))), OutputOptions(fmt=Format.CSV))\""
        " | head -n 2",
        shell=True,
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == (b"id\n0\n", b"")


@pytest.mark.parametrize(
    ("fmt", "name", "loads"),
    [
        ("csv", "علی", set()),
        ("json", "علی", set()),
        ("jsonl", "علی", set()),
        ("ids", "علی", set()),
        ("md", "Ali", set()),
        ("table", "Ali", set()),
        ("table", "علی", set()),
        ("table", "日本", {"wcwidth"}),
        ("xlsx", "Ali", {"xlsxwriter"}),
    ],
)
def test_a_format_loads_only_the_libraries_it_needs(fmt, name, loads):
    done = python(
        "from smbcrm.output.emit import *; from smbcrm.output.view import *\n"
        f"emit(View((Column('id', 'Id'),), [({name!a},)]), OutputOptions(fmt=Format({fmt!r})))\n"
        "heavy = {'rich', 'wcwidth', 'xlsxwriter', 'openpyxl', 'pandas', 'numpy', 'pydantic', 'persiantools'}\n"
        "print(*sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    assert set(done.stderr.decode().split()) == loads


def test_a_terminal_gets_a_drawn_table_folded_not_cut(terminal):
    emit(names("a word " * 40 + "end", "علی"), OutputOptions())
    shown = terminal.out.text()
    assert shown.count("word") == 40
    assert "end" in shown
    assert shown.startswith("╭")
    assert "…" not in shown


@pytest.mark.parametrize("fmt", ["table", "csv", "tsv", "ids", "json", "md"])
def test_no_control_character_or_bidi_override_reaches_a_terminal(terminal, fmt):
    nasty = "".join(
        map(chr, (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x202E, 0x2066))
    )
    emit(names(f"x{nasty}y\x1b]0;title\x07"), OutputOptions(fmt=Format(fmt), color=False))
    shown = terminal.out.text()
    assert [mark for mark in shown if mark != "\n" and mark != "\t" and mark in nasty + "\x1b\x07"] == []


def test_csv_in_a_pipe_keeps_even_control_characters(pipe):
    emit(names("\x1b[1m\u202e"), OutputOptions(fmt=Format.CSV))
    assert pipe.out.text() == "name,n\n\x1b[1m\u202e,1\n"


def test_without_colour_a_terminal_gets_no_escape_sequence(terminal):
    emit(names("Ali"), OutputOptions(color=False))
    assert "\x1b" not in terminal.out.text()
    emit(names("Ali"), OutputOptions(color=True))
    assert "\x1b" in terminal.out.text()


def test_a_table_too_wide_for_the_terminal_becomes_one_record_after_another(terminal, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    emit(hard_view(), OutputOptions(color=False))
    first = terminal.out.text().split("\n\n")[0].split("\n")
    assert first[:3] == ["Customers", "Id              1", "Name            علی رضایی"]
    assert first[-1] == "Why             bought 1,234 times"


@pytest.mark.parametrize(("columns", "edge"), [(70, "╭"), (64, "Name")])
def test_on_a_narrow_terminal_empty_columns_go_first_then_the_lines(terminal, monkeypatch, columns, edge):
    monkeypatch.setenv("COLUMNS", str(columns))
    fields = (
        Column("name", "Name"), Column("none", "Nothing here"), Column("phone", "Phone", "phone"),
        Column("day", "Day", "date"), Column("command", "Command"), Column("n", "N", "number"),
    )  # fmt: skip
    row = ("Ali Rezaei of the long way home", "", "+989123456789", "2026-11-22", "smbcrm show C1", 1_250_000)
    emit(View(fields, [row]), OutputOptions(color=False))
    shown = terminal.out.text()
    assert shown.startswith(edge)
    assert max(map(len, shown.splitlines())) <= columns
    assert "Nothing" not in shown
    assert any({"Name", "Phone", "Command"} <= set(line.split()) for line in shown.splitlines())
    assert all(whole in shown for whole in ("+989123456789", "2026-11-22", "smbcrm show C1", "1,250,000"))


def test_a_list_nobody_reads_to_the_end_is_not_drawn_but_written(terminal):
    emit(View((Column("id", "Id"),), ((str(i),) for i in range(1001))), OutputOptions())
    assert terminal.out.text() == "Id\n----\n" + "".join(f"{i}\n" for i in range(1001))


def test_a_spreadsheet_is_refused_on_a_terminal_and_written_to_a_pipe(terminal, pipe):
    sys.stdout = terminal.out
    with pytest.raises(UsageError) as refused:
        emit(names("Ali"), OutputOptions(fmt=Format.XLSX))
    assert str(refused.value.hint) == "write it to a file, for example `-o customers.xlsx`"
    sys.stdout = pipe.out
    emit(names("Ali"), OutputOptions(fmt=Format.XLSX))
    pipe.out.flush()
    assert pipe.out.kept.getvalue()[:2] == b"PK"


def test_a_file_takes_its_place_only_when_all_of_it_is_written(tmp_path, pipe):
    target = tmp_path / "list.csv"
    target.write_text("before")
    target.chmod(0o640)

    def rows():
        yield ("a", 1)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        emit(View(names().columns, rows()), OutputOptions(output=target))
    assert target.read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]
    emit(names("a"), OutputOptions(output=target))
    assert target.read_bytes() == b"name,n\na,1\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]
    assert pipe.out.text() == ""
    assert pipe.err.text() == f"1 row written to {target}\n"


def test_a_link_keeps_pointing_at_the_file_that_is_replaced(tmp_path, pipe):
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("[]")
    link.symlink_to(real)
    emit(names("a"), OutputOptions(output=link, quiet=True))
    assert link.is_symlink()
    assert json.loads(real.read_text()) == [{"name": "a", "n": 1}]


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(tmp_path, pipe):
    def rows():
        raise AssertionError("read")
        yield

    with pytest.raises(UsageError, match="there is no folder"):
        emit(View(names().columns, rows()), OutputOptions(output=tmp_path / "no" / "x.csv"))
    with pytest.raises(UsageError, match="is a folder"):
        emit(View(names().columns, rows()), OutputOptions(output=tmp_path))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder where nobody may make a file")
def test_a_file_that_cannot_be_written_is_one_clear_error(pipe):
    with pytest.raises(SmbcrmError, match=r"^/proc/x.csv cannot be written: no such file or directory$"):
        emit(names("a"), OutputOptions(output=Path("/proc/x.csv")))


def test_a_full_disk_is_told_as_what_it_is(pipe, tmp_path, monkeypatch):
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SmbcrmError, match="no space left on device") as told:
        emit(names("a"), OutputOptions(output=tmp_path / "x.csv"))
    assert "make room" in str(told.value.hint)
    assert not list(tmp_path.iterdir())


def test_a_dash_means_stdout_and_a_device_is_written_to_not_replaced(pipe):
    emit(names("a"), OutputOptions(fmt=Format.CSV, output=Path("-")))
    emit(names("a"), OutputOptions(fmt=Format.CSV, output=Path(os.devnull), quiet=True))
    assert pipe.out.text() == "name,n\na,1\n"
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_talk_is_one_safe_line_on_stderr_and_quiet_silences_it(pipe):
    talk(say("read {file}\nnow", file="\x1b[2Jbad\u202e.csv"), OutputOptions())
    talk(say("not said"), OutputOptions(quiet=True))
    assert pipe.err.text() == "read [2Jbad.csv now\n"
    assert pipe.out.text() == ""


def test_an_error_is_a_line_of_what_and_a_line_of_what_to_try_in_both_languages(pipe):
    error = NotFoundError(say("there is no customer {id}", id=12345), say("`smbcrm list` shows the ids"))
    show_error(error, OutputOptions(quiet=True))
    show_error(SmbcrmError("plain text."), OutputOptions())
    assert pipe.err.text() == (
        "smbcrm: error: there is no customer 12345.\nhint: `smbcrm list` shows the ids.\nsmbcrm: error: plain text.\n"
    )
    show_error(error, OutputOptions(lang="fa"))
    assert pipe.err.text().splitlines()[-2:] == ["smbcrm: خطا: مشتری 12345 وجود ندارد.", "راهنما: `smbcrm list` شناسه‌ها را نشان می‌دهد."]  # fmt: skip


def smbcrm_in(shell: str, data: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell in which `$smbcrm` is the program."""
    program = f"{sys.executable} -m smbcrm --data {data}"
    return subprocess.run(
        ["bash", "-c", shell.replace("$smbcrm", program)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_spreadsheet_that_cannot_be_written_to_its_end_is_one_clear_error(tmp_path):
    data = tmp_path / "data"
    assert smbcrm_in("$smbcrm add Sara", data).returncode == 4  # there is no list yet
    assert smbcrm_in("$smbcrm init; $smbcrm add Sara; $smbcrm add Reza", data).returncode == 0
    full = smbcrm_in(f"ulimit -f 1; $smbcrm export {tmp_path}/out.xlsx", data)
    assert (full.returncode, full.stdout) == (1, "")
    assert full.stderr == (
        f"smbcrm: error: {tmp_path}/out.xlsx cannot be written: file too large.\n"
        "hint: close it if it is open in another program, or choose another file.\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]
    for kind in ("xlsx", "table", "csv", "json"):
        device = smbcrm_in(f"$smbcrm list --format {kind} > /dev/full", data)
        first, hint = device.stderr.splitlines()
        assert (device.returncode, first, hint[:6]) == (
            1, "smbcrm: error: the answer cannot be written: No space left on device.", "hint: ",
        )  # fmt: skip
    gone = smbcrm_in("$smbcrm list --format xlsx | true; echo ${PIPESTATUS[0]}", data)
    assert (gone.stdout, gone.stderr) == ("0\n", "")


def test_streams_that_the_caller_has_closed_change_nothing(tmp_path):
    data = tmp_path / "data"
    assert smbcrm_in("$smbcrm init; $smbcrm add Sara", data).returncode == 0
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        done = smbcrm_in(f"$smbcrm log C1 call hello {closed}", data)
        assert (done.returncode, "unexpected" in done.stderr) == (0, False), closed
    asked = smbcrm_in("$smbcrm forget C1 <&-", data)
    assert (asked.returncode, "Nobody is there to be asked" in asked.stderr) == (5, True)
    assert smbcrm_in("$smbcrm sync <&-", data).returncode == 0
