"""The same file again adds nothing; a newer version says exactly what changed; a sale counts once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.conftest import Run

Smbcrm = Callable[..., Run]
COUNTS = ("imported", "updated", "unchanged", "skipped", "rejected", "gone")


def write(name: str, *rows: str) -> None:
    Path(name).write_text("\n".join(rows) + "\n", encoding="utf-8")


def counts(smbcrm: Smbcrm, *words: str) -> dict[str, int]:
    done = smbcrm("import", *words, "--format", "json")
    assert done.code == 0, done.err
    (sheet,) = json.loads(done.out)["files"]
    assert sheet["rows_read"] == sum(sheet[f"rows_{count}"] for count in COUNTS[:-1])
    return {count: sheet[f"rows_{count}"] for count in COUNTS if sheet[f"rows_{count}"]}


def listed(smbcrm: Smbcrm, columns: str = "id,name,phone,city") -> list[list[str]]:
    return [
        line.split(",")
        for line in smbcrm("list", "--columns", columns, "--format", "csv").out.splitlines()[1:]
    ]


HEAD = "Name,Mobile,City"
PEOPLE = [f"{name},0912345{number:04d},Shiraz" for number, name in enumerate(
    ["Sara Ahmadi", "Reza Karimi", "Mina Tavakoli", "Omid Jalali", "Nader Azimi", "Leila Sohrabi", "Farid Moradi", "Hoda Zand"]
)]  # fmt: skip


def test_the_same_file_again_adds_nothing(smbcrm: Smbcrm) -> None:
    write("list.csv", HEAD, *PEOPLE)
    assert counts(smbcrm, "list.csv") == {"imported": 8}
    before = listed(smbcrm)
    assert counts(smbcrm, "list.csv") == {"unchanged": 8}
    assert listed(smbcrm) == before
    assert smbcrm("undo", "--list", "--format", "ids").out == "1\n"


def test_the_same_file_is_read_anew_where_it_is_said_how_its_bytes_are_meant(smbcrm: Smbcrm) -> None:
    text = "Name,Mobile,City\nJan Łukasz,+48501234567,Łódź\nEwa Wójcik,+48501234569,Poznań\n"
    Path("list.csv").write_bytes(text.encode("cp1250"))
    assert counts(smbcrm, "list.csv", "--encoding", "cp1252") == {"imported": 2}
    assert listed(smbcrm, "name") != [["Jan Łukasz"], ["Ewa Wójcik"]]
    assert counts(smbcrm, "list.csv", "--encoding", "cp1250") == {"updated": 2}
    assert listed(smbcrm, "name") == [["Jan Łukasz"], ["Ewa Wójcik"]]
    assert counts(smbcrm, "list.csv") == {"unchanged": 2}
    assert listed(smbcrm, "name") == [["Jan Łukasz"], ["Ewa Wójcik"]]


def test_the_same_file_is_read_anew_where_it_is_said_what_parts_its_cells(smbcrm: Smbcrm) -> None:
    write(
        "list.csv",
        "Name;Mobile;City,District",
        "Sara Ahmadi;09123450001;Yazd,3",
        "Reza Karimi;09123450002;Qom,4",
    )
    counts(smbcrm, "list.csv", "--delimiter", ",", "--as", "customers", "--map", "name=A")
    counts(smbcrm, "list.csv", "--delimiter", ";")
    assert ["Sara Ahmadi", "+989123450001"] in listed(smbcrm, "name,phone")


def test_the_same_rows_under_another_file_name_are_the_same_source(smbcrm: Smbcrm) -> None:
    write("list.csv", HEAD, *PEOPLE)
    write("list (copy).csv", HEAD, *reversed(PEOPLE))
    assert counts(smbcrm, "list.csv") == {"imported": 8}
    assert counts(smbcrm, "list (copy).csv") == {"unchanged": 8}


def test_a_newer_version_says_what_is_edited_new_and_gone(smbcrm: Smbcrm) -> None:
    write("list.csv", HEAD, *PEOPLE)
    counts(smbcrm, "list.csv")
    edited = [
        PEOPLE[0].replace("Shiraz", "Tehran"),
        PEOPLE[1].replace("Karimi", "Karami"),
        PEOPLE[2].replace("Shiraz", "Yazd"),
    ]
    write("list.csv", HEAD, *edited, *PEOPLE[4:], "Kian Rad,09129990000,Qom", "Pari Nik,09129990001,Qom")
    assert counts(smbcrm, "list.csv") == {"imported": 2, "updated": 3, "unchanged": 4, "gone": 1}
    assert ["C1", "Sara Ahmadi", "+989123450000", "Tehran"] in listed(smbcrm)
    assert ["C2", "Reza Karami", "+989123450001", "Shiraz"] in listed(smbcrm)
    assert ["C4", "Omid Jalali", "+989123450003", "Shiraz"] in listed(
        smbcrm
    )  # gone from the file, not from the list


def test_what_the_owner_edited_is_not_overwritten(smbcrm: Smbcrm) -> None:
    write("list.csv", HEAD, *PEOPLE)
    counts(smbcrm, "list.csv")
    smbcrm("set", "C1", "city=Isfahan")
    write("list.csv", HEAD, PEOPLE[0].replace("Shiraz", "Tehran"), *PEOPLE[1:])
    assert counts(smbcrm, "list.csv") == {"updated": 1, "unchanged": 7}
    assert listed(smbcrm)[0] == ["C1", "Sara Ahmadi", "+989123450000", "Isfahan"]


def test_a_file_that_shares_less_than_half_is_a_source_of_its_own(smbcrm: Smbcrm) -> None:
    write("a.csv", HEAD, *PEOPLE[:5])
    write("b.csv", HEAD, *PEOPLE[4:])
    counts(smbcrm, "a.csv")
    assert counts(smbcrm, "b.csv") == {"imported": 4}
    assert len(listed(smbcrm)) == 8
    assert smbcrm("sources", "--format", "ids").out == "s1\ns2\n"


def test_two_sheets_of_a_workbook_are_no_versions_of_each_other(smbcrm: Smbcrm) -> None:
    for people in (PEOPLE, [PEOPLE[0], PEOPLE[2], *PEOPLE[4:]]):
        book = Workbook()
        book.remove(book.active)
        for title, rows in (("1402", PEOPLE), ("1403", people)):
            sheet = book.create_sheet(title)
            for row in (HEAD, *rows):
                sheet.append(row.split(","))
        book.save("years.xlsx")
        done = json.loads(smbcrm("import", "years.xlsx", "--format", "json").out)
        kept = [file["rows_imported"] + file["rows_unchanged"] for file in done["files"]]
        assert (kept, done["customers_total"]) == ([8, len(people)], 8)
        assert [file["rows_gone"] for file in done["files"]] == [0, 8 - len(people)]


def _years(name: str, *titles: str) -> None:
    """Write a workbook with a sheet for each year: the same customers by their codes, other figures."""
    book = Workbook()
    book.remove(book.active)
    for title in titles:
        sheet = book.create_sheet(title)
        sheet.append(["Code", "Name", "Mobile", "Points"])
        for number, row in enumerate(PEOPLE):
            sheet.append([f"K{number:03d}", *row.split(",")[:2], int(title) + number])
    book.save(name)


def test_sheets_that_changed_places_are_still_the_lists_they_were(smbcrm: Smbcrm) -> None:
    for titles in (("1402", "1403"), ("1403", "1402")):
        _years("years.xlsx", *titles)
        done = json.loads(smbcrm("import", "years.xlsx", "--format", "json").out)
        assert [file["rows_updated"] for file in done["files"]] == [0, 0]
    assert [file["rows_unchanged"] for file in done["files"]] == [8, 8]


def test_a_sheet_that_alone_is_read_anew_is_no_version_of_another_sheet_of_its_workbook(
    smbcrm: Smbcrm,
) -> None:
    book = Workbook()
    book.remove(book.active)
    for title in ("1402", "1403"):
        sheet = book.create_sheet(title)
        for number, row in enumerate(PEOPLE):
            sheet.append([f"K{number:03d}", *row.split(",")[:2], int(title) + number])
    book.save("years.xlsx")
    said = ("--as", "customers", "--no-header", "--map", "first_name=A", "--map", "last_name=B", "--map", "mobile=C", "--map", "customer_code=A")  # fmt: skip
    for _ in range(3):
        done = json.loads(smbcrm("import", "years.xlsx", *said, "--format", "json").out)
        assert [file["rows_updated"] for file in done["files"]] == [0, 0]


def test_equal_rows_within_one_file_are_all_kept(smbcrm: Smbcrm) -> None:
    write("list.csv", HEAD, PEOPLE[0], PEOPLE[0], PEOPLE[1])
    assert counts(smbcrm, "list.csv") == {"imported": 3}
    assert len(listed(smbcrm)) == 2
    assert counts(smbcrm, "list.csv") == {"unchanged": 3}


TILL = "Invoice,Date,Customer,Mobile,Amount"


def sale(number: int, day: int, person: int, amount: int) -> str:
    name, mobile, _ = PEOPLE[person].split(",")
    return f"{number},2026-03-{day:02d},{name},{mobile},{amount}"


def spend(smbcrm: Smbcrm) -> dict[str, Any]:
    rows = json.loads(smbcrm("list", "--columns", "name,spend,purchases", "--format", "json").out)
    return {row["name"]: (row["spend"], row["purchases"]) for row in rows}


def test_overlapping_till_exports_count_a_sale_once(smbcrm: Smbcrm) -> None:
    march = [sale(number, number, number % 3, 1000 + number) for number in range(1, 13)]
    later = [sale(number, number, number % 3, 1000 + number) for number in range(10, 25)]
    write("till-1.csv", TILL, *march)
    write("till-2.csv", TILL, *later)
    assert counts(smbcrm, "till-1.csv") == {"imported": 12}
    assert counts(smbcrm, "till-2.csv") == {"imported": 12, "unchanged": 3}
    total = sum(1000 + number for number in range(1, 25))
    assert sum(money for money, _ in spend(smbcrm).values()) == total
    assert sum(times for _, times in spend(smbcrm).values()) == 24
    assert counts(smbcrm, "till-2.csv") == {"unchanged": 15}
    assert sum(money for money, _ in spend(smbcrm).values()) == total


def test_sales_reach_the_customers_of_the_list_and_make_the_others(smbcrm: Smbcrm) -> None:
    write("list.csv", HEAD, *PEOPLE[:2])
    write("till.csv", TILL, *[sale(n, n, n % 3, 500) for n in range(1, 7)], "7,2026-03-09,,,900")
    counts(smbcrm, "list.csv")
    assert counts(smbcrm, "till.csv") == {"imported": 6, "skipped": 1}
    assert spend(smbcrm) == {"Sara Ahmadi": (1000, 2), "Reza Karimi": (1000, 2), "Mina Tavakoli": (1000, 2)}


def test_a_file_in_a_pipe_is_read_and_nothing_waits(smbcrm: Smbcrm) -> None:
    done = smbcrm("import", "-", "--format", "json", stdin="نام,موبایل\nعلی رضایی,۰۹۱۲۱۲۳۴۵۶۷\n".encode())
    assert done.code == 0
    assert listed(smbcrm) == [["C1", "علی رضایی", "+989121234567", ""]]


def test_a_sale_whose_buyer_was_corrected_moves_to_the_right_customer(smbcrm: Smbcrm) -> None:
    sales = [sale(number, number, number % 3, 1000) for number in range(1, 10)]
    write("till.csv", TILL, *sales)
    counts(smbcrm, "till.csv")
    assert spend(smbcrm)["Sara Ahmadi"] == (3000, 3)
    sales[2] = sale(3, 3, 1, 1000)  # the first sale of Sara's was Reza's
    write("till.csv", TILL, *sales)
    assert counts(smbcrm, "till.csv") == {"updated": 1, "unchanged": 8}
    assert spend(smbcrm) == {"Reza Karimi": (4000, 4), "Mina Tavakoli": (3000, 3), "Sara Ahmadi": (2000, 2)}
    assert smbcrm("undo").code == 0
    assert spend(smbcrm)["Sara Ahmadi"] == (3000, 3)


def test_an_edited_amount_reaches_the_customer(smbcrm: Smbcrm) -> None:
    sales = [sale(number, number, number % 3, 1000) for number in range(1, 10)]
    write("till.csv", TILL, *sales)
    counts(smbcrm, "till.csv")
    sales[0] = sale(1, 1, 1, 9000)
    write("till.csv", TILL, *sales)
    assert counts(smbcrm, "till.csv") == {"updated": 1, "unchanged": 8}
    assert spend(smbcrm)["Reza Karimi"] == (11000, 3)


def test_a_row_that_lost_its_name_belongs_to_nobody(smbcrm: Smbcrm) -> None:
    write(
        "list.csv",
        "Code,Name,Mobile",
        "1,Sara Ahmadi,09123450000",
        "2,Reza Karimi,09123450001",
        "3,Mina Rad,09123450002",
    )
    counts(smbcrm, "list.csv")
    write(
        "list.csv",
        "Code,Name,Mobile",
        "1,Sara Ahmadi,09123450000",
        "2,Reza Karimi,09123450001",
        "3,Mina Rad,09123459999",
    )
    assert counts(smbcrm, "list.csv") == {"updated": 1, "unchanged": 2}
    assert listed(smbcrm, "name,phone")[2] == ["Mina Rad", "+989123459999"]


def test_a_row_that_proves_two_customers_one_is_said_to(smbcrm: Smbcrm) -> None:
    write("a.csv", "Name,Phone,Email", "Norma Fairley,+442079460011,", "Norma Fairley,,norma@mail.example")
    write("b.csv", "Customer,City,Tel,E-mail", "Norma Fairley,Hull,+442079460011,norma@mail.example")
    assert "That makes 2 customers, one for each row." in smbcrm("import", "a.csv").out
    said = smbcrm("import", "b.csv").out
    assert "1 customer was joined to an older one.\nThat makes one customer." in said
