"""Ways to lose or double something with an import that are shut."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

LIST = "Code,Name,Mobile\n1,Sara Ahmadi,09123450001\n2,Reza Karimi,09123450002\n3,Mina Tavakoli,09123450003\n"


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def bring(smbcrm: Any, *words: str) -> dict[str, Any]:
    run = smbcrm("import", *words, "--format", "json")
    assert run.code == 0, run.err
    told: dict[str, Any] = json.loads(run.out)
    return told


def listed(smbcrm: Any, columns: str) -> list[str]:
    out: str = smbcrm("list", "--columns", columns, "--format", "csv").out
    return out.splitlines()[1:]


@pytest.mark.parametrize("words", [["in.csv"], ["./in.csv", "--dry-run"], ["."]])
def test_rejects_never_stand_in_place_of_a_file_that_is_read(smbcrm: Any, words: list[str]) -> None:
    write("in.csv", LIST)
    run = smbcrm("import", *words, "--rejects", "in.csv")
    assert run.code == 2
    assert run.err.startswith("smbcrm: error: in.csv is one of the files to be read")
    assert Path("in.csv").read_text(encoding="utf-8") == LIST


def test_where_rejects_cannot_be_written_is_said_before_anything_is_done(smbcrm: Any, data: Path) -> None:
    run = smbcrm("import", write("in.csv", LIST), "--rejects", "no folder/out.csv")
    assert run.code == 2
    assert run.err.splitlines()[0] == "smbcrm: error: there is no folder no folder."
    assert not data.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is played by Linux")
def test_what_came_in_is_told_though_the_rejects_do_not_fit_the_disk(smbcrm: Any) -> None:
    run = smbcrm("import", write("in.csv", LIST), "--rejects", "/dev/full")
    assert run.code == 1
    assert "/dev/full cannot be written" in run.err
    assert "That makes 3 customers" in run.out


def test_a_dry_run_writes_no_rejects(smbcrm: Any) -> None:
    write("in.csv", "Name,Mobile\n���,\nSara Ahmadi,09123450001\n")
    smbcrm("import", "in.csv", "--rejects", "out.csv", "--dry-run")
    assert not Path("out.csv").exists()


def test_mended_rejects_come_back_under_their_own_headings_only(smbcrm: Any) -> None:
    bring(smbcrm, write("list.csv", LIST))
    bring(smbcrm, write("in.csv", "Name,Mobile\n���,\nOmid Jalali,09123450006\n"), "--rejects", "out.csv")
    text = Path("out.csv").read_text(encoding="utf-8-sig").replace("���,", "Nima Rad,09123450007")
    assert "Nima Rad" in text
    told = bring(smbcrm, write("out.csv", text))
    assert [c["field"] for c in told["files"][0]["columns"]] == ["ignored"] * 4 + ["name", "mobile"]
    assert listed(smbcrm, "name,customer_code")[-1] == "Nima Rad,"


@pytest.mark.parametrize(("number", "total"), [("ردیف", "جمع"), ("S.No", "Total")])
def test_numbers_of_rejected_rows_are_nobodys_codes(smbcrm: Any, number: str, total: str) -> None:
    rows = (
        f"{number},Name,Mobile",
        "1,Sara Ahmadi,09123450001",
        "2,,",
        "3,Omid Jalali,09123450006",
        "4,,",
        f"{total},,",
    )
    (file,) = bring(smbcrm, write("in.csv", "\n".join(rows) + "\n"), "--rejects", "out.csv")["files"]
    assert (file["rows_read"], file["rows_imported"], file["rows_skipped"]) == (5, 2, 3)
    (file,) = bring(smbcrm, "out.csv")["files"]
    assert (file["rows_read"], file["rows_imported"], file["rows_skipped"]) == (3, 0, 3)
    text = Path("out.csv").read_text(encoding="utf-8-sig").replace("4,,", "4,Nima Rad,09123450007")
    bring(smbcrm, write("out.csv", text))
    assert listed(smbcrm, "name,customer_code") == ["Sara Ahmadi,", "Omid Jalali,", "Nima Rad,"]


def test_a_folder_without_files_is_named_beside_lists_too(smbcrm: Any) -> None:
    Path("nothing here").mkdir()
    run = smbcrm("import", "nothing here", write("in.csv", LIST))
    assert run.code == 3
    assert "smbcrm: error: there is no file to read in nothing here.\n" in run.err
    assert "That makes 3 customers" in run.out


def test_every_file_is_named_where_none_could_be_read(smbcrm: Any) -> None:
    Path("empty.csv").touch()
    run = smbcrm("import", "nowhere.csv", "empty.csv", "-")
    assert (run.code, run.out) == (3, "")
    assert run.err.splitlines()[::2] == [
        "smbcrm: error: there is no file nowhere.csv.",
        "smbcrm: error: empty.csv is empty.",
        "smbcrm: error: nothing was piped in.",
    ]


def test_an_empty_pipe_keeps_no_other_list_out(smbcrm: Any) -> None:
    run = smbcrm("import", "-", write("in.csv", LIST))
    assert run.code == 3
    assert "smbcrm: error: nothing was piped in.\n" in run.err
    assert "That makes 3 customers" in run.out


@pytest.mark.parametrize(
    ("begins", "hint"),
    [(b"\x89PNG\r\n", "give the list itself"), (b"Rar!\x1a", "unpack it, and give the list in it"), (b"%PDF-1.4", "open it where")],
)  # fmt: skip
def test_what_to_try_fits_what_the_file_is(smbcrm: Any, begins: bytes, hint: str) -> None:
    Path("list.csv").write_bytes(begins + bytes(200))
    assert smbcrm("import", "list.csv").err.splitlines()[1].startswith(f"hint: {hint}")


def test_no_name_is_no_folder(smbcrm: Any) -> None:
    write("in.csv", LIST)
    assert smbcrm("import", "").code == 2


def test_an_edited_list_of_ours_is_taken_over_and_counted_whole_each_time(smbcrm: Any) -> None:
    bring(smbcrm, write("list.csv", LIST))
    smbcrm("export", "ours.csv")
    text = Path("ours.csv").read_text(encoding="utf-8-sig")
    write("ours.csv", text.replace("Reza Karimi", "Reza Karimian"))
    for counts in ((1, 2), (0, 3), (0, 3)):
        (file,) = bring(smbcrm, "ours.csv")["files"]
        assert (file["rows_read"], file["rows_imported"], file["rows_unchanged"]) == (3, *counts)
        assert listed(smbcrm, "id,name") == ["C1,Sara Ahmadi", "C2,Reza Karimian", "C3,Mina Tavakoli"]


def test_prefer_new_holds_for_a_source_that_is_known(smbcrm: Any) -> None:
    bring(smbcrm, write("first.csv", "Name,Mobile,City\nSara Ahmadi,09123450001,Qom\n"))
    bring(smbcrm, write("second.csv", "Full name,Phone,City\nSara Ahmadi,09123450001,Yazd\n"))
    assert listed(smbcrm, "city") == ["Qom"]
    bring(smbcrm, "second.csv", "--prefer", "new")
    assert listed(smbcrm, "city") == ["Yazd"]


def test_names_only_are_known_again_though_every_other_cell_was_edited(smbcrm: Any) -> None:
    names = ["Sara", "Reza", "Mina", "Ali", "Omid", "Nima", "Kian"]
    bring(smbcrm, write("list.csv", "Name,Balance\n" + "".join(f"{n} Ahmadi,1000\n" for n in names)))
    told = bring(smbcrm, write("list.csv", "Name,Balance\n" + "".join(f"{n} Ahmadi,2000\n" for n in names)))
    assert (told["files"][0]["rows_updated"], told["customers_total"]) == (7, 7)


SALE = "Date,Customer,Phone,Total\n{}\n"


@pytest.mark.parametrize(
    ("head", "once", "again"),
    [
        ("Date,Customer,Phone,Total", "2026-10-01,Sara Ahmadi,09123450001,5000", '2026/10/01,SARA ahmadi,+98 912 345 0001,"5,000"'),
        ("تاریخ,مشتری,مبلغ", "۱۴۰۵/۰۶/۰۱,سارا احمدی,۵۰۰۰", "1405/06/01,سارا احمدي,5000"),
        ("Name,Number,Type,Date/Time,Duration", "Sara Ahmadi,09123450001,Incoming,2026-10-01 10:15,00:12:30",
         "Sara Ahmadi,+989123450001,Incoming,2026/10/01 10:15,00:12:30"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["one.csv", "two.csv"])
def test_an_event_written_otherwise_is_the_same_event(
    smbcrm: Any, head: str, once: str, again: str, name: str
) -> None:
    first = bring(smbcrm, write("one.csv", f"{head}\n{once}\n{once}\n"), "--create")
    assert first["files"][0]["rows_imported"] == 2
    told = bring(smbcrm, write(name, f"{head}\n{again}\n{again}\n{again}\n"), "--create")["files"][0]
    assert (told["rows_imported"], told["rows_unchanged"] + told["rows_updated"]) == (1, 2)


def test_rows_of_two_exports_in_one_command_are_counted_each_for_itself(smbcrm: Any) -> None:
    head = "Date,Customer,Phone,Total\n"
    sara, reza = "2026-10-01,Sara Ahmadi,09123450001,50\n", "2026-10-0{},Reza Karimi,09123450002,80\n"
    files = [
        write("list.csv", LIST),
        write("one.csv", head + sara + sara + reza.format(2) + reza.format(3)),
        write("two.csv", head + reza.format(2) + reza.format(3) + reza.format(4) + reza.format(5)),
    ]
    told = bring(smbcrm, *files)
    assert [f["rows_attached"] for f in told["files"]] == [0, 4, 2]


@pytest.mark.parametrize(
    ("head", "again"), [("رديف,نام,موبايل", "ردیف,نام,موبایل"), ("Name,MOBILE,City", "name,mobile,city")]
)
def test_headings_repeated_in_other_letters_are_no_customer(smbcrm: Any, head: str, again: str) -> None:
    rows = ["1,علي رضايي,09123450001", "2,بابك نوري,09123450002"]
    if head.isascii():
        rows = ["Ali,09123450001,Qom", "Babak,09123450002,Qom"]
    told = bring(smbcrm, write("list.csv", "\n".join([head, rows[0], again, rows[1]])))
    assert (told["files"][0]["rows_skipped"], told["customers_total"]) == (1, 2)


def test_one_sheet_of_a_piped_workbook(smbcrm: Any) -> None:
    import io

    import xlsxwriter

    book = io.BytesIO()
    with xlsxwriter.Workbook(book) as made:
        for sheet, name in (("One", "Sara Ahmadi"), ("Two", "Reza Karimi")):
            page = made.add_worksheet(sheet)
            page.write_row(0, 0, ["Name", "Mobile"])
            page.write_row(1, 0, [name, "09123450001"])
    assert smbcrm("import", "-", "--sheet", "Two", stdin=book.getvalue()).code == 0
    assert listed(smbcrm, "name") == ["Reza Karimi"]


def test_a_birthday_alone_makes_no_one_person_of_two_last_names(smbcrm: Any) -> None:
    head = "Code,Name,Mobile,City,Birthday\n"
    row = "00{},Ali {},0912345000{},Shiraz,1991-07-28\n"
    told = bring(smbcrm, write("list.csv", head + row.format(7, "Karimi", 1) + row.format(8, "Nouri", 3)))
    assert (told["customers_total"], told["to_review"]) == (2, 1)


def test_a_list_of_thousands_of_own_columns_can_be_searched(smbcrm: Any) -> None:
    count = 2_500
    head = "Name,Mobile," + ",".join(f"c{n}" for n in range(count))
    rows = [
        f"{name},0912345000{i}," + ",".join(f"v{i}" for _ in range(count))
        for i, name in enumerate(("Sara", "Reza"))
    ]
    bring(smbcrm, write("wide.csv", "\n".join([head, *rows])))
    run = smbcrm(
        "list", "--where", "C2400 = 'v1'", "--columns", "name,c7", "--sort", "-c9", "--format", "csv"
    )
    assert (run.code, run.out) == (0, "name,c7\nReza,v1\n")


def test_of_a_list_on_a_hidden_sheet_it_is_said_how_it_comes_in(smbcrm: Any) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("old").append(["Name", "Phone"])
    book["old"].append(["Sara Ahmadi", "09123450001"])
    book["old"].sheet_state = "hidden"
    book.save("list.xlsx")
    run = smbcrm("import", "list.xlsx")
    assert (run.code, run.err.splitlines()[-2:]) == (
        3,
        [
            "smbcrm: error: list.xlsx: old: the sheet is hidden; name it with --sheet to import it; nothing was imported.",
            "hint: --all-sheets imports hidden sheets, too.",
        ],
    )
    assert smbcrm("import", "list.xlsx", "--all-sheets").code == 0
