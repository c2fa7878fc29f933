"""What an owner met on his first afternoon with the program, in Persian and in English."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.terminal import Terminal
from tests.conftest import Run

Smbcrm = Callable[..., Run]


@pytest.fixture
def one(smbcrm: Smbcrm) -> Smbcrm:
    """A list of one customer."""
    Path("one.csv").write_text("Name,Mobile\nSara Ahmadi,09123450001\n", encoding="utf-8")
    assert smbcrm("import", "one.csv").code == 0
    return smbcrm


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are counted there")
@pytest.mark.parametrize(
    "words", [("list",), ("list", "--where", "phon IS NULL"), ("add", "Reza"), ("undo", "--dry-run")]
)
def test_no_file_is_left_open_when_a_command_is_done(one: Smbcrm, words: tuple[str, ...]) -> None:
    one(*words)
    opened = [os.readlink(entry) for entry in Path("/proc/self/fd").iterdir() if entry.is_symlink()]
    assert [file for file in opened if file.startswith(str(Path.cwd()))] == []


@pytest.mark.parametrize("words", [("merge", "list"), ("task", "list"), ("list", "--city", "Qom")])
def test_where_there_is_nothing_a_sentence_says_so_and_no_headings_stand_above_it(
    one: Smbcrm, words: tuple[str, ...]
) -> None:
    for lang in ("en", "fa"):
        told = one("--lang", lang, *words)
        assert told.code == 0
        assert "---" not in told.out
        assert told.out.strip()
    assert len(one(*words, "--format", "csv").out.splitlines()) == 1
    assert one(*words, "--format", "json").out.strip() == "[]"
    assert "|" not in one(*words, "--format", "md").out


def test_a_likelihood_is_written_in_one_way_wherever_it_is_told(namesakes: Smbcrm) -> None:
    listed = namesakes("merge", "list", "-n", "1", "--columns", "pair,confidence").out.splitlines()[2]
    pair, likely = listed.split()
    assert f"({likely} likely " in namesakes("merge", "explain", pair).out
    assert likely in namesakes("merge", "review").out
    assert f"({likely} sure)" in namesakes("check", "--only", "duplicate").out


TOWNS = """\
Name,Mobile,City
Sara Ahmadi,09123450001,Tehran
Reza Karimi,09123450002,تهران
Mina Tavakoli,,Baneh
Ali Noori,09123450004,بن
Omid Jalali,09123450005,Mashhad
Nasrin Moradi,09123450006,شهر مشهد
Zahra Kiani,,
"""


@pytest.fixture
def towns(smbcrm: Smbcrm) -> Smbcrm:
    """Seven customers of towns in two scripts, two of them without a phone."""
    Path("towns.csv").write_text(TOWNS, encoding="utf-8")
    assert smbcrm("import", "towns.csv").code == 0
    return smbcrm


@pytest.mark.parametrize(
    ("city", "found"),
    [
        ("tehran", "C1 C2"),
        ("تهران", "C1 C2"),
        ("TEHRAN", "C1 C2"),
        ("بانه", "C3"),
        ("Baneh", "C3"),
        ("بن", "C4"),
        ("mashhad", "C5"),
        ("Tehr", ""),
        ("شهر", ""),
    ],
)
def test_a_town_is_found_in_either_script(towns: Smbcrm, city: str, found: str) -> None:
    assert " ".join(towns("list", "--city", city, "--format", "ids").out.split()) == found


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("phone IS NULL", "C3 C7"),
        ("phone is not null and city is null", ""),
        ("phone = ''", "C3 C7"),
        ('"phone" ISNULL', "C3 C7"),
        ("[city] NOTNULL AND NOT phone NOTNULL", "C3"),
        ("City IS NULL AND name <> 'phone IS NULL'", "C7"),
        ("score IS NULL", "C1 C2 C3 C4 C5 C6 C7"),
        ("CASE WHEN phone <> '' THEN 1 END IS NULL", "C3 C7"),
    ],
)
def test_what_nobody_gave_is_null_to_an_expression(towns: Smbcrm, where: str, found: str) -> None:
    assert " ".join(towns("list", "--where", where, "--format", "ids").out.split()) == found


def test_a_column_that_is_not_there_is_named_in_the_language_asked_for(towns: Smbcrm) -> None:
    assert towns("list", "--where", "foo = 1").err.startswith("smbcrm: error: there is no column foo.\n")
    assert "ستون foo وجود ندارد" in towns("--lang", "fa", "list", "--where", "foo = 1").err


@pytest.mark.parametrize(
    "words", [("list", "--json"), ("list", "--json", "-n", "2"), ("merge", "list", "--json")]
)
def test_a_format_typed_as_an_option_is_answered_with_how_it_is_asked_for(
    one: Smbcrm, words: tuple[str, ...]
) -> None:
    told = one(*words)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("smbcrm: error: no such option: --json; there is --format json.\n")
    assert "there is" not in one("list", "--jsn5").err


def test_who_types_no_command_of_ours_is_sent_to_all_of_them(one: Smbcrm) -> None:
    told = one("fooo")
    assert (told.code, told.err) == (
        2,
        "smbcrm: error: no such command: fooo.\nhint: `smbcrm --help` shows all of them.\n",
    )


def test_whoever_is_on_the_list_already_is_not_said_to_be_added(one: Smbcrm) -> None:
    again = ("add", "سارا احمدی", "phone=09123450001", "city=Qom")
    assert one(*again, "--dry-run").out.splitlines()[1] == (
        "C1 Sara Ahmadi was on the list already; the new facts were added."
    )
    assert '"new": false' in one(*again, "--format", "json").out
    assert '"new": true' in one("add", "Reza Karimi", "--format", "json").out


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--hours=0", "--hours cannot be 0: it must be above 0 and at most 168."),
        ("--money=-5", "--money cannot be -5: it must be from 0 to 1,000,000,000,000,000."),
        ("--weeks=99", "--weeks cannot be 99: it must be from 1 to 53."),
    ],
)
def test_a_budget_that_cannot_be_says_which_part_of_it(one: Smbcrm, option: str, told: str) -> None:
    run = one("plan", "build", option)
    assert run.code == 2
    assert run.err.startswith(f"smbcrm: error: {told}\n")
    assert "نمی‌تواند" in one("--lang", "fa", "plan", "build", option).err


def test_check_proposes_the_likelier_of_the_two_answers(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text(
        "Name,Mobile,City\nAli Rezaei,09351112244,Tehran\nAli Rezaei,,Tehran\nMina Kia,,Yazd\nMina Kia,09121112233,Qom\n",
        encoding="utf-8",
    )
    smbcrm("import", "list.csv")
    proposed = smbcrm("check", "--only", "duplicate", "--columns", "what,fix", "--format", "csv").out
    assert len(proposed.splitlines()) == 3
    for line in proposed.splitlines()[1:]:
        likely = int(line.partition("(")[2].partition("%")[0])
        assert f"merge {'same' if likely >= 50 else 'different'} C" in line


def test_two_customers_are_told_apart_by_their_names(namesakes: Smbcrm) -> None:
    told = namesakes("merge", "different", "C1", "C2").out.splitlines()[0]
    assert told == (
        "C1 محمد حسینی and C2 محمد حسینی are two customers, and will not be joined or asked about again."
    )


@pytest.mark.parametrize(
    "words",
    [
        ("export", "one.csv"),
        ("list", "-f", "csv", "-o", "one.csv"),
        ("list", "-f", "html", "-o", "same.csv"),
        ("mapping", "export", "one.csv"),
        ("recipe", "export", "one.csv"),
    ],
)
def test_a_list_that_was_brought_in_is_never_written_over(one: Smbcrm, words: tuple[str, ...]) -> None:
    before = Path("one.csv").read_bytes()
    Path("same.csv").write_bytes(before)
    told = one(*words)
    assert (told.code, told.out) == (2, "")
    assert "is a list that was brought in, and would be lost" in told.err
    assert Path("one.csv").read_bytes() == Path("same.csv").read_bytes() == before


def test_what_we_wrote_ourselves_is_written_anew_though_it_was_read(one: Smbcrm) -> None:
    for ending in ("csv", "xlsx", "vcf"):
        for _ in range(2):
            assert one("export", f"mine.{ending}").code == 0
            assert one("import", f"mine.{ending}").code == 0


@pytest.mark.parametrize("name", ["crm.db", "CRM.DB", "customers.xlsx", "smbcrm.toml"])
def test_no_result_is_written_over_the_data_folder(one: Smbcrm, data: Path, name: str) -> None:
    before = {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()}
    for words in (("list", "-f", "csv", "-o"), ("list", "-f", "xlsx", "-o")):
        told = one(*words, str(data / name))
        assert (told.code, told.out) == (2, "")
        assert told.err.startswith(f"smbcrm: error: {data / name} belongs to the data folder itself.\n")
    assert {path.name: path.read_bytes() for path in data.iterdir() if path.is_file()} == before
    assert one("list", "-o", str(data / "list.csv")).code == 0


def test_language_and_calendar_can_be_set_once(one: Smbcrm, data: Path) -> None:
    one("log", "C1", "call", "wants a kettle")
    machine = one("list", "--format", "csv").out
    assert one("config", "set", "lang=fa", "calendar=jalali").code == 0
    assert one("status").out == one("status", "--lang", "fa", "--calendar", "jalali").out
    assert "customer" not in one("status").out
    assert "1405/09/01" in one("history", "C1").out
    assert "مشتری C9 وجود ندارد" in one("show", "C9").err
    assert one("status", "--lang", "en").out.startswith("1 customer from 1 row of 1 sheet\n")
    assert "2026-11-22" in one("history", "C1", "--calendar", "gregorian").out
    assert one("list", "--format", "csv").out == machine
    (data / "smbcrm.toml").write_text('lang = "xx"\n', encoding="utf-8")
    assert one("status").out.startswith("1 customer from 1 row of 1 sheet\n")
    assert "must be one of en, fa" in one("config").err


def test_a_question_about_two_told_apart_in_brackets_says_so(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text(
        "name,phone\nAli Rezaei (shoes),09351112244\nAli Rezaei (taxi),09351112244\n"
        "علی کریمی (کفش),09351112245\nعلی کریمی (تاکسی),09351112245\nZahra Noori,09121112233\n",
        encoding="utf-8",
    )
    assert smbcrm("import", "list.csv").code == 0
    told = smbcrm("merge", "explain", "C1", "C2").out
    assert "what stands in brackets tells one from the other" in told
    assert "a question for you" in told
    assert "relative" not in told
    assert "در پرانتز" in smbcrm("--lang", "fa", "merge", "explain", "C3", "C4").out


def test_a_plan_is_exported_with_o_as_everything_else_is(one: Smbcrm) -> None:
    for words in (("tier",), ("plan", "build"), ("plan", "export", "-o", "plan.ics")):
        assert one(*words).code == 0
    assert Path("plan.ics").read_text("utf-8").startswith("BEGIN:VCALENDAR")
    assert one("plan", "export", "--output", "plan.csv").code == 0
    assert Path("plan.csv").read_text("utf-8-sig").startswith("item,")


def test_whatever_a_card_tells_has_a_persian_name(one: Smbcrm) -> None:
    one("tier", "pin", "C1", "A")
    assert "pinned_tier" not in one("--lang", "fa", "show", "C1", "--all").out


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0912", "C1 C2"),
        ("۰۹۱۲۳۴۵", "C1"),
        ("0912 345", "C1"),
        ("0912-765", "C2"),
        ("0098912", "C1 C2"),
        ("912", "C1 C2"),
        ("0345", ""),
        ("0301", "C3"),
        ("0000", ""),
    ],
)
def test_the_beginning_of_a_phone_is_found_as_it_is_dialled(smbcrm: Smbcrm, text: str, found: str) -> None:
    Path("list.csv").write_text(
        "Name,Phone\nSara Ahmadi,+989123450001\nReza Karimi,+989127650002\nAnna Klein,+4930123456\n",
        encoding="utf-8",
    )
    assert smbcrm("import", "list.csv").code == 0
    assert " ".join(smbcrm("find", text, "--format", "ids").out.split()) == found


def test_a_number_out_of_its_bounds_is_answered_with_them(one: Smbcrm) -> None:
    assert "--limit takes a number from 0 on, not -1." in one("list", "-n", "-1").err
    assert "takes a number from 1 to 10, not 11" in one("matrix", "--middle", "11").err
    assert "از ۱ تا ۱۰ می‌خواهد" in one("--lang", "fa", "matrix", "--middle", "11").err


def test_who_finds_nobody_sees_a_sentence_and_no_headings(one: Smbcrm) -> None:
    assert one("find", "zzz") == Run(0, "Nobody is found by zzz. Try fewer letters, or `smbcrm list`.\n", "")


def test_what_waits_for_the_keyboard_says_so(data: Path) -> None:
    terminal = Terminal(data, "import", "-")
    terminal.wait("is read until Ctrl-D")
    terminal.press("Name,Phone\nAli Zand,09121110000\n\x04")
    terminal.wait("That makes one customer.")
    assert terminal.end() == 0


def test_help_is_a_word_too(smbcrm: Smbcrm) -> None:
    assert smbcrm("help") == smbcrm("--help")
    assert smbcrm("help", "merge", "same") == smbcrm("merge", "same", "--help")
    assert smbcrm("help", "lst").code == 2


def test_a_column_asked_for_twice_is_shown_once(one: Smbcrm) -> None:
    assert one("list", "--columns", "id,name,id", "--format", "json").out.count('"id"') == 1


def test_what_may_be_left_out_is_named_without_its_brackets(one: Smbcrm) -> None:
    assert one("undo", "abc").err.startswith("smbcrm: error: OP takes a whole number, not abc.\n")
