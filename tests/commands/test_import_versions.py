"""A newer version of a file: exactly what was edited, is new, or is gone, however the file is written and whatever it is."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.conftest import Run

Smbcrm = Callable[..., Run]
Rows = list[dict[str, str]]
HEADINGS = {
    "en": {
        "code": "Code",
        "name": "Name",
        "mobile": "Mobile",
        "email": "E-mail",
        "city": "City",
        "note": "Notes",
    },
    "fa": {
        "code": "کد مشتری",
        "name": "نام",
        "mobile": "موبایل",
        "email": "ایمیل",
        "city": "شهر",
        "note": "یادداشت",
    },
}
GIVEN = {
    "en": ["Sara", "Reza", "Mina", "Omid", "Nader", "Leila", "Farid", "Hoda", "Kian", "Pari"],
    "fa": ["سارا", "رضا", "مینا", "امید", "نادر", "لیلا", "فرید", "هدی", "کیان", "پری"],
}
FAMILY = {"en": ["Ahmadi", "Karimi", "Tavakoli", "Jalali"], "fa": ["احمدی", "کریمی", "توکلی", "جلالی"]}
CITIES = {"en": ["Shiraz", "Tehran", "Yazd"], "fa": ["شیراز", "تهران", "یزد"]}
ELSEWHERE = {"en": "Mashhad", "fa": "مشهد"}


def people(lang: str, start: int, count: int) -> Rows:
    return [
        {
            "code": str(100 + n),
            "name": f"{GIVEN[lang][n % 10]} {FAMILY[lang][n // 10]}",
            "mobile": f"0912{(n + 1) * 7919:07d}",
            "email": f"p{n}@shop.example",
            "city": CITIES[lang][n % 3],
            "note": "",
        }
        for n in range(start, start + count)
    ]


def edited(rows: Rows, lang: str, *, which: str) -> Rows:
    """Give the same rows with three edited, one taken out and two added."""
    new = [dict(row) for row in rows]
    if which == "cities":
        for n in (1, 4, 7):
            new[n]["city"] = ELSEWHERE[lang]
    elif which == "phones":
        for n in (1, 4, 7):
            new[n]["mobile"] = f"0935{n:07d}"
    else:
        new[1]["city"] = ELSEWHERE[lang]
        new[4]["mobile"] = "09350000004"
        new[7]["name"] += "نژاد" if lang == "fa" else "pour"
    del new[10]
    return [*new, *people(lang, 30, 2)]


def write(path: Path, columns: Sequence[str], rows: Rows, lang: str) -> None:
    lines = [[HEADINGS[lang][c] for c in columns], *[[row[c] for c in columns] for row in rows]]
    if path.suffix == ".csv":
        path.write_text("".join(",".join(cells) + "\n" for cells in lines), encoding="utf-8")
    elif path.suffix == ".xlsx":
        import openpyxl

        book = openpyxl.Workbook()
        for cells in lines:
            book.active.append(cells)
        book.save(path)
    else:
        path.write_text("".join(card(row, columns) for row in rows), encoding="utf-8")


def card(row: dict[str, str], columns: Sequence[str]) -> str:
    given, family = row["name"].split(" ")
    parts = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{row['name']}",
        f"N:{family};{given};;;",
        f"TEL;TYPE=CELL:{row['mobile']}",
    ]
    parts += [f"UID:{row['code']}"] if "code" in columns else []
    parts += [f"EMAIL:{row['email']}"] if "email" in columns else []
    parts += [f"NOTE:{row['note']}"] if row["note"] else []
    return "\n".join([*parts, f"ADR:;;;{row['city']};;;", "END:VCARD"]) + "\n"


def bring(smbcrm: Smbcrm, *words: str) -> dict[str, Any]:
    done = smbcrm("import", *words, "--format", "json")
    assert done.code == 0, done.err
    (sheet,) = json.loads(done.out)["files"]
    parts = ("imported", "updated", "unchanged", "skipped", "rejected")
    assert sheet["rows_read"] == sum(sheet[f"rows_{part}"] for part in parts)
    found: dict[str, Any] = sheet
    return found


def counts(sheet: dict[str, Any]) -> tuple[int, ...]:
    return tuple(sheet[f"rows_{part}"] for part in ("updated", "imported", "gone", "unchanged"))


WITH_KEY = ("code", "name", "mobile", "email", "city")
WITHOUT_KEY = ("name", "mobile", "city")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "vcf"])
@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("columns", [WITH_KEY, WITHOUT_KEY], ids=["key", "no key"])
@pytest.mark.parametrize("change", ["as it was", "sorted anew", "a column added"])
def test_three_edited_two_new_one_gone(
    smbcrm: Smbcrm, ending: str, lang: str, columns: tuple[str, ...], change: str
) -> None:
    file = Path(f"list.{ending}")
    first = people(lang, 0, 20)
    write(file, columns, first, lang)
    assert counts(bring(smbcrm, str(file))) == (0, 20, 0, 0)
    second = edited(first, lang, which="mixed")
    if change == "sorted anew":
        random.Random(3).shuffle(second)
    if change == "a column added":
        columns = (*columns, "note")
        for row in second[::3]:
            row["note"] = "چای" if lang == "fa" else "likes tea"
    write(file, columns, second, lang)
    told = bring(smbcrm, str(file))
    assert counts(told) == (3, 2, 1, 16)
    assert any(note.endswith("3 rows edited, 2 new, 1 no longer there") for note in told["notes"])
    assert told["gone"] == [{"row": told["gone"][0]["row"], "customer_id": "C11", "name": first[10]["name"]}]
    assert f"no longer in the file, kept on the list: C11 {first[10]['name']}" in told["notes"]
    listed = json.loads(smbcrm("list", "--columns", "id,name,notes", "--format", "json").out)
    assert len(listed) == 22
    if change == "a column added":
        noted = sum(bool(row["notes"]) for row in listed)
        assert noted == len(second[::3])
    assert counts(bring(smbcrm, str(file))) == (0, 0, 0, 21)
    assert counts(bring(smbcrm, str(file), "--date-order", "ymd")) == (0, 0, 0, 21)  # taken apart once more
    smbcrm("undo")  # what was said about the dates
    smbcrm("undo")
    write(file, columns, second, lang)
    assert counts(bring(smbcrm, str(file))) == (3, 2, 1, 16)


@pytest.mark.parametrize("columns", [("name", "mobile"), ("name", "mobile", "email", "city"), WITH_KEY])
@pytest.mark.parametrize("order", ["as it was", "sorted anew"])
def test_a_phone_that_was_the_key_may_be_edited(smbcrm: Smbcrm, columns: tuple[str, ...], order: str) -> None:
    first = people("en", 0, 20)
    write(Path("list.csv"), columns, first, "en")
    bring(smbcrm, "list.csv")
    second = edited(first, "en", which="phones")
    if order == "sorted anew":
        random.Random(3).shuffle(second)
    write(Path("list.csv"), columns, second, "en")
    assert counts(bring(smbcrm, "list.csv")) == (3, 2, 1, 16)


def test_rows_that_share_only_what_all_share_are_not_one_edited(smbcrm: Smbcrm) -> None:
    head = "Name,Mobile,City,Province,Country,Type"
    same = "Shiraz,Fars,Iran,retail"
    first = [f"{row['name']},{row['mobile']},{same}" for row in people("en", 0, 8)]
    Path("list.csv").write_text("\n".join([head, *first]) + "\n", encoding="utf-8")
    bring(smbcrm, "list.csv")
    new = [f"{row['name']},{row['mobile']},{same}" for row in people("en", 20, 2)]
    Path("list.csv").write_text("\n".join([head, *first[:7], *new]) + "\n", encoding="utf-8")
    assert counts(bring(smbcrm, "list.csv")) == (0, 2, 1, 7)


def test_columns_in_another_order_change_nothing(smbcrm: Smbcrm) -> None:
    rows = people("en", 0, 12)
    write(Path("list.csv"), WITHOUT_KEY, rows, "en")
    bring(smbcrm, "list.csv")
    write(Path("list.csv"), WITHOUT_KEY[::-1], rows, "en")
    assert counts(bring(smbcrm, "list.csv")) == (0, 0, 0, 12)


RENAMED = {
    "en": {"Name": "Customer name", "Mobile": "Cell phone", "E-mail": "Mail address", "City": "Town"},
    "fa": {"نام": "نام مشتری", "موبایل": "تلفن همراه", "ایمیل": "پست الکترونیک", "شهر": "شهرستان"},
}


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_headings_that_were_all_renamed_are_those_of_the_same_list(smbcrm: Smbcrm, lang: str) -> None:
    columns = ("name", "mobile", "email", "city")
    write(Path("list.csv"), columns, people(lang, 0, 20), lang)
    bring(smbcrm, "list.csv")
    old = Path("list.csv").read_text(encoding="utf-8")
    write(Path("list.csv"), columns, edited(people(lang, 0, 20), lang, which="mixed"), lang)
    head, _, rest = Path("list.csv").read_text(encoding="utf-8").partition("\n")
    head = ",".join(RENAMED[lang][heading] for heading in head.split(","))
    Path("list.csv").write_text(f"{head}\n{rest}", encoding="utf-8")
    assert counts(bring(smbcrm, "list.csv")) == (3, 2, 1, 16)
    Path("list.csv").write_text(old, encoding="utf-8")
    assert counts(bring(smbcrm, "list.csv")) == (3, 0, 2, 17)


def test_sales_corrected_under_renamed_headings_count_once(smbcrm: Smbcrm) -> None:
    rows = [f"2026-01-{n + 1:02},Sara Ahmadi,+9891234567{n:02},{n}.50" for n in range(12)]
    Path("till.csv").write_text("\n".join(["Date,Customer,Phone,Total", *rows]), encoding="utf-8")
    bring(smbcrm, "till.csv")
    rows[4] = rows[4].replace("4.50", "94.50")
    Path("till.csv").write_text("\n".join(["Day,Client,Mobile,Amount", *rows]), encoding="utf-8")
    assert counts(bring(smbcrm, "till.csv")) == (1, 0, 0, 11)


def test_a_column_taken_out_takes_nothing_away(smbcrm: Smbcrm) -> None:
    rows = people("en", 0, 12)
    write(Path("list.csv"), WITH_KEY, rows, "en")
    bring(smbcrm, "list.csv")
    rows[3]["name"] = "Sam Taylor"
    write(Path("list.csv"), ("code", "name", "mobile"), rows, "en")
    assert counts(bring(smbcrm, "list.csv")) == (1, 0, 0, 11)
    assert counts(bring(smbcrm, "list.csv", "--date-order", "ymd")) == (0, 0, 0, 12)
    listed = json.loads(smbcrm("list", "--columns", "name,email,city", "--format", "json").out)
    assert listed[3] == {"name": "Sam Taylor", "email": "p3@shop.example", "city": "Shiraz"}
    write(Path("list.csv"), WITH_KEY, rows, "en")
    assert counts(bring(smbcrm, "list.csv")) == (0, 0, 0, 12)


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_list_whose_sheet_is_called_otherwise_now_is_known_the_next_time(
    smbcrm: Smbcrm, lang: str, ending: str
) -> None:
    rows = people(lang, 0, 12)
    write(Path("list.xlsx"), WITH_KEY, rows, lang)
    bring(smbcrm, "list.xlsx")
    again = Path(f"list.{ending}")
    write(again, WITH_KEY, edited(rows, lang, which="city"), lang)
    if ending == "xlsx":
        book = load_workbook(again)
        book.active.title = "Customers"
        book.save(again)
    assert counts(bring(smbcrm, str(again))) == (3, 2, 1, 8)
    assert counts(bring(smbcrm, str(again))) == (0, 0, 0, 13)


def test_another_list_of_the_same_people_is_no_version(smbcrm: Smbcrm) -> None:
    rows = people("en", 0, 12)
    write(Path("phones.csv"), ("name", "mobile"), rows, "en")
    write(Path("customers.csv"), WITHOUT_KEY, rows, "en")
    bring(smbcrm, "phones.csv")
    assert counts(bring(smbcrm, "customers.csv")) == (0, 12, 0, 0)
    assert counts(bring(smbcrm, "phones.csv")) == (0, 0, 0, 12)
    assert counts(bring(smbcrm, "customers.csv")) == (0, 0, 0, 12)


def test_a_list_that_does_not_tell_the_phones_takes_none_away(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text("Name,Phone,City\n" + PHONED, encoding="utf-8")
    bring(smbcrm, "list.csv")
    Path("list.csv").write_text("Name,Phone,City\n" + UNPHONED, encoding="utf-8")
    bring(smbcrm, "list.csv")
    phones = json.loads(smbcrm("list", "--columns", "phone", "--format", "json").out)
    assert {row["phone"] for row in phones} >= {"+989121110001", "+989121110002", "+989121110003"}


def test_a_phone_taken_out_of_the_newer_version_is_gone(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text("Name,Phone,City\n" + PHONED, encoding="utf-8")
    bring(smbcrm, "list.csv")
    Path("list.csv").write_text("Name,Phone,City\n" + PHONED.replace("09121110002", ""), encoding="utf-8")
    told = bring(smbcrm, "list.csv")
    assert counts(told) == (1, 0, 0, 2)
    assert any(
        note.startswith("the phone or e-mail of row 3 is no longer in the file") for note in told["notes"]
    )


PHONED = "Sara Ahmadi,09121110001,Shiraz\nReza Karimi,09121110002,Shiraz\nMina Tavakoli,09121110003,Yazd\n"
UNPHONED = "Sara Ahmadi,,Shiraz\nReza Karimi,,Shiraz\nOmid Jalali,09121110009,Yazd\n"


def test_the_list_of_another_branch_with_the_same_codes_is_no_version(smbcrm: Smbcrm) -> None:
    here, there = people("en", 0, 10), people("en", 10, 10)
    for n, row in enumerate(there):
        row["code"] = here[n]["code"]
    write(Path("north.csv"), WITH_KEY, here, "en")
    write(Path("south.csv"), WITH_KEY, there, "en")
    bring(smbcrm, "north.csv")
    assert counts(bring(smbcrm, "south.csv")) == (0, 10, 0, 0)
    assert len(json.loads(smbcrm("list", "--format", "json").out)) == 20


def test_a_line_of_totals_that_changed_is_counted_once(smbcrm: Smbcrm) -> None:
    head, rows = (
        "Name,Mobile,Total spent",
        [f"{row['name']},{row['mobile']},10" for row in people("en", 0, 6)],
    )
    Path("list.csv").write_text("\n".join([head, *rows, "Total,,60"]) + "\n", encoding="utf-8")
    assert bring(smbcrm, "list.csv")["rows_skipped"] == 1
    more = [*rows, "Sam Taylor,09350000000,10", "Total,,70"]
    Path("list.csv").write_text("\n".join([head, *more]) + "\n", encoding="utf-8")
    told = bring(smbcrm, "list.csv")
    assert (counts(told), told["rows_skipped"]) == ((0, 1, 0, 6), 1)
    again = bring(smbcrm, "list.csv")
    assert (again["rows_read"], again["rows_skipped"]) == (8, 1)


def test_rows_understood_in_another_way_are_read_again(smbcrm: Smbcrm) -> None:
    rows = [f"{row['name']},{row['mobile']},{n % 9 + 1}" for n, row in enumerate(people("en", 0, 6))]
    Path("list.csv").write_text("\n".join(["Name,Mobile,Weight", *rows]) + "\n", encoding="utf-8")
    bring(smbcrm, "list.csv")
    told = bring(smbcrm, "list.csv", "--map", "own_score=Weight")
    assert counts(told) == (6, 0, 0, 0)
    scores = [row["own_score"] for row in json.loads(smbcrm("list", "--format", "json").out)]
    assert scores == [1, 2, 3, 4, 5, 6]


PEOPLE = [("Sara Ahmadi", "09123450001"), ("Reza Karimi", "09123450002"), ("Mina Tavakoli", "09123450003")]
TILL = "Receipt no,Date,Customer,Mobile,Item,Amount"


def sale(number: int, day: int, person: int, amount: int, item: str = "Lamp") -> list[str]:
    return [str(number), f"2026-03-{day:02d}", *PEOPLE[person], item, str(amount)]


def write_till(name: str, head: str, rows: Sequence[Sequence[str]]) -> None:
    Path(name).write_text("\n".join([head, *map(",".join, rows)]) + "\n", encoding="utf-8")


def spent(smbcrm: Smbcrm) -> tuple[float, int]:
    rows = json.loads(smbcrm("list", "--columns", "spend,purchases", "--format", "json").out)
    return sum(row["spend"] or 0 for row in rows), sum(row["purchases"] or 0 for row in rows)


SALES = [sale(100 + n, 1 + n // 3, n * n % 3, 10 * (n + 3), ["Lamp", "Cup"][n % 2]) for n in range(30)]


@pytest.mark.parametrize("numbered", [True, False], ids=["receipts", "no numbers"])
@pytest.mark.parametrize("order", ["as it was", "sorted anew"])
def test_a_newer_till_export_says_what_changed_and_counts_nothing_twice(
    smbcrm: Smbcrm, numbered: bool, order: str
) -> None:
    first = 0 if numbered else 1
    head = TILL.split(",", first)[-1]
    write_till("till.csv", head, [row[first:] for row in SALES])
    assert counts(bring(smbcrm, "till.csv")) == (0, 30, 0, 0)
    new = [list(row) for row in SALES]
    new[3][5] = "999"  # a corrected amount
    new[10][4] = "Teapot"  # another item
    new[20][2:4] = PEOPLE[0] if new[20][2] != PEOPLE[0][0] else PEOPLE[1]  # another buyer
    gone = new.pop(15)
    new += [sale(140, 12, 0, 7), sale(141, 12, 1, 8)]
    if order == "sorted anew":
        random.Random(2).shuffle(new)
    write_till("till.csv", head, [row[first:] for row in new])
    told = bring(smbcrm, "till.csv")
    assert counts(told) == (3, 2, 1, 26)
    assert any(note.endswith("3 rows edited, 2 new, 1 no longer there") for note in told["notes"])
    assert any(
        f"kept and still counted, rows of: C{1 + PEOPLE.index((gone[2], gone[3]))}" in note
        for note in told["notes"]
    )
    assert spent(smbcrm)[0] == sum(int(row[5]) for row in new) + int(gone[5])
    assert counts(bring(smbcrm, "till.csv", "--date-order", "ymd")) == (0, 0, 0, 31)


def test_an_invoice_that_comes_again_with_another_amount_is_corrected(smbcrm: Smbcrm) -> None:
    later = [list(row) for row in SALES[15:]]
    later[1][5] = "5555"
    write_till("till-1.csv", TILL, SALES[:20])
    write_till("till-2.csv", TILL, later)
    bring(smbcrm, "till-1.csv")
    told = bring(smbcrm, "till-2.csv")
    assert counts(told) == (1, 10, 0, 4)
    assert "1 row corrects what another export had brought" in told["notes"]
    total = sum(int(row[5]) for row in SALES) - int(SALES[16][5]) + 5555
    assert spent(smbcrm) == (total, 30)
    assert counts(bring(smbcrm, "till-2.csv")) == (0, 0, 0, 15)
    assert counts(bring(smbcrm, "till-1.csv")) == (0, 0, 0, 20)
    assert spent(smbcrm) == (total, 30)


def test_sales_left_to_an_export_that_was_undone_come_back(smbcrm: Smbcrm) -> None:
    write_till("till-1.csv", TILL, SALES[:20])
    write_till("till-2.csv", TILL, SALES[15:])
    write_till("later.csv", TILL, SALES[15:])
    bring(smbcrm, "till-2.csv")
    bring(smbcrm, "till-1.csv")
    smbcrm("undo")
    assert spent(smbcrm)[1] == 15
    bring(smbcrm, "till-1.csv")
    assert spent(smbcrm)[1] == 30
    # Taken back out of turn: what the second export had left to the first is read from it again.
    smbcrm("undo")
    smbcrm("undo")
    bring(smbcrm, "till-1.csv")
    bring(smbcrm, "till-2.csv")
    assert spent(smbcrm)[1] == 30
    assert smbcrm("undo").code == 0
    bring(smbcrm, "till-2.csv")
    assert spent(smbcrm)[1] == 30


def test_numbers_that_begin_anew_every_day_are_other_sales(smbcrm: Smbcrm) -> None:
    write_till("day-1.csv", TILL, [sale(1 + n, 1, n % 3, 100) for n in range(9)])
    write_till("day-2.csv", TILL, [sale(1 + n, 2, n % 3, 100) for n in range(9)])
    assert counts(bring(smbcrm, "day-1.csv")) == (0, 9, 0, 0)
    assert counts(bring(smbcrm, "day-2.csv")) == (0, 9, 0, 0)
    assert spent(smbcrm) == (1800, 18)


def test_equal_sales_are_counted_as_often_as_the_fullest_export_has_them(smbcrm: Smbcrm) -> None:
    head = "Date,Customer,Mobile,Amount"
    coffee = ["2026-03-01", *PEOPLE[0], "5"]
    rest = [[*row[1:4], row[5]] for row in SALES]
    write_till("a.csv", head, [coffee, coffee, *rest[:6]])
    write_till("b.csv", head, [coffee, coffee, coffee, *rest[10:18]])
    write_till("c.csv", head, [coffee, coffee, coffee, *rest[20:28]])
    assert counts(bring(smbcrm, "a.csv")) == (0, 8, 0, 0)
    assert counts(bring(smbcrm, "b.csv")) == (0, 9, 0, 2)
    assert counts(bring(smbcrm, "c.csv")) == (0, 8, 0, 3)
    assert spent(smbcrm)[0] == 15 + sum(int(row[3]) for row in [*rest[:6], *rest[10:18], *rest[20:28]])


def test_a_sale_corrected_in_a_later_export_of_the_till_counts_once(smbcrm: Smbcrm) -> None:
    head = "Date,Customer,Mobile,Item,Amount"
    rows = [sale(0, 1 + n, n % 3, 100 + n)[1:] for n in range(6)]
    write_till("first.csv", head, rows)
    bring(smbcrm, "first.csv")
    later = [list(row) for row in rows[3:]]
    later[1][4] = "999"
    two = [*rows[5][:4], "105"]  # bought twice that day, told now
    new = [sale(0, 8 + n, n % 3, 50)[1:] for n in range(5)]
    write_till("second.csv", head, [*later, two, *new])
    assert counts(bring(smbcrm, "second.csv")) == (1, 6, 0, 2)
    assert spent(smbcrm) == (615 - 104 + 999 + 105 + 250, 12)
    assert counts(bring(smbcrm, "second.csv")) == (0, 0, 0, 9)
    smbcrm("undo")
    assert spent(smbcrm) == (615, 6)


def test_sales_of_another_till_on_the_same_days_are_other_sales(smbcrm: Smbcrm) -> None:
    head = "Date,Customer,Mobile,Item,Amount"
    write_till("north.csv", head, [sale(0, 1 + n, n % 3, 100 + n)[1:] for n in range(6)])
    write_till("south.csv", head, [sale(0, 1 + n, n % 3, 200 + n + (n == 2) * -100)[1:] for n in range(8)])
    bring(smbcrm, "north.csv")
    assert counts(bring(smbcrm, "south.csv"))[:2] == (0, 7)


def test_two_tills_that_number_alike_are_two_tills(smbcrm: Smbcrm) -> None:
    write_till("north.csv", TILL, [sale(1 + n, 1 + n, n % 3, 100 + n) for n in range(9)])
    write_till("south.csv", TILL, [sale(1 + n, 1 + n, (n + 1) % 3, 200 + n) for n in range(9)])
    bring(smbcrm, "north.csv")
    assert counts(bring(smbcrm, "south.csv")) == (0, 9, 0, 0)
    assert spent(smbcrm) == (9 * 300 + 2 * 36, 18)


def test_the_sums_of_bills_whose_lines_are_known_add_nothing(smbcrm: Smbcrm) -> None:
    lines = [sale(1 + n // 2, 1 + n // 2, n // 2 % 3, 10 + n) for n in range(10)]
    write_till("lines.csv", TILL, lines)
    bring(smbcrm, "lines.csv")
    write_till(
        "bills.csv",
        "Invoice,Date,Client,Phone,Total",
        [[str(1 + k), f"2026-03-{1 + k:02d}", *PEOPLE[k % 3], str(21 + 4 * k)] for k in range(5)],
    )
    assert counts(bring(smbcrm, "bills.csv")) == (0, 0, 0, 5)
    assert spent(smbcrm) == (145, 5)


BILLS = "Invoice no,Customer,Mobile,Due date,Paid on,Amount"


def test_a_bill_that_was_paid_since_is_updated_and_a_second_payment_is_new(smbcrm: Smbcrm) -> None:
    bills = [
        [f"INV-{n}", *PEOPLE[n % 3], "2026-02-10", f"2026-02-{5 + n:02d}" if n % 2 else "", str(100 + n)]
        for n in range(8)
    ]
    write_till("bills.csv", BILLS, bills)
    assert counts(bring(smbcrm, "bills.csv")) == (0, 8, 0, 0)
    paid = [list(row) for row in bills]
    paid[0][4] = "2026-03-01"
    paid.append(["INV-1", *PEOPLE[1], "2026-02-10", "2026-03-09", "50"])
    write_till("bills.csv", BILLS, paid)
    assert counts(bring(smbcrm, "bills.csv")) == (1, 1, 0, 7)
    other = [
        ["INV-2", *PEOPLE[2], "2026-02-10", "2026-03-03", "102"],  # open in the first list
        ["INV-1", *PEOPLE[1], "2026-02-10", "2026-04-09", "50"],  # a third payment
        ["INV-3", *PEOPLE[0], "2026-02-10", "2026-02-08", "103"],  # known
        ["INV-90", *PEOPLE[0], "2026-02-10", "2026-02-08", "103"],
    ]
    write_till("march.csv", BILLS, other)
    assert counts(bring(smbcrm, "march.csv")) == (1, 2, 0, 1)


@pytest.mark.parametrize(
    ("head", "make"),
    [
        (
            "Name,Number,Type,Date/Time,Duration",
            lambda n, p: [*p, "Incoming", f"2026-03-01 10:{n:02d}:00", "00:01:00"],
        ),
        (
            "Date,Name,Phone,Rating (1-5),Comments",
            lambda n, p: [f"2026-03-{1 + n:02d}", *p, str(1 + n % 5), f"remark {n}"],
        ),
    ],
    ids=["calls", "ratings"],
)
def test_overlapping_logs_count_a_call_or_an_answer_once(
    smbcrm: Smbcrm, head: str, make: Callable[[int, tuple[str, str]], list[str]]
) -> None:
    write_till("list.csv", "Name,Mobile", PEOPLE)
    bring(smbcrm, "list.csv")
    rows = [make(n, PEOPLE[n % 3]) for n in range(24)]
    write_till("one.csv", head, rows[:14])
    write_till("two.csv", head, rows[10:])
    assert counts(bring(smbcrm, "one.csv")) == (0, 14, 0, 0)
    assert counts(bring(smbcrm, "two.csv")) == (0, 10, 0, 4)
    longer = [*rows[10:], make(24, PEOPLE[0])]
    write_till("two.csv", head, longer)
    assert counts(bring(smbcrm, "two.csv")) == (0, 1, 0, 14)


def test_an_edited_remark_of_a_call_is_an_edited_row(smbcrm: Smbcrm) -> None:
    head = "Date,Customer,Mobile,Activity,Result"
    rows = [
        [f"2026-03-{1 + n:02d}", *PEOPLE[n % 3], ["Call", "Visit"][n % 2], f"said {n}"] for n in range(12)
    ]
    write_till("diary.csv", head, rows)
    bring(smbcrm, "diary.csv")
    rows[4][4] = "said nothing"
    del rows[7]
    write_till("diary.csv", head, [*rows, ["2026-03-20", *PEOPLE[0], "Call", "said yes"]])
    assert counts(bring(smbcrm, "diary.csv")) == (1, 1, 1, 10)


def test_a_till_extended_after_its_buyers_were_merged_or_split(smbcrm: Smbcrm) -> None:
    till = [sale(1 + n, 1 + n, n % 2, 100) for n in range(8)]
    write_till("till.csv", TILL, till)
    bring(smbcrm, "till.csv")
    assert smbcrm("merge", "same", "C1", "C2").code == 0
    write_till("till.csv", TILL, [*till, sale(9, 9, 1, 100)])
    assert counts(bring(smbcrm, "till.csv")) == (0, 1, 0, 8)
    assert [row["id"] for row in json.loads(smbcrm("list", "--format", "json").out)] == ["C1"]
    assert spent(smbcrm) == (900, 9)
    smbcrm("undo")
    smbcrm("undo")
    assert smbcrm("merge", "split", "C1", "s1r2").code == 0  # the first sale of Sara's was somebody else's
    write_till("till.csv", TILL, [*till, sale(9, 9, 0, 100)])
    assert counts(bring(smbcrm, "till.csv")) == (0, 1, 0, 8)
    rows = json.loads(smbcrm("list", "--columns", "id,purchases", "--format", "json").out)
    assert rows == [{"id": "C1", "purchases": 4}, {"id": "C2", "purchases": 4}, {"id": "C3", "purchases": 1}]
    smbcrm("merge")
    assert json.loads(smbcrm("list", "--columns", "id,purchases", "--format", "json").out) == rows


def test_a_call_in_the_log_and_by_hand_are_both_kept(smbcrm: Smbcrm) -> None:
    write_till("list.csv", "Name,Mobile", PEOPLE)
    bring(smbcrm, "list.csv")
    smbcrm("log", "C1", "call", "asked for an offer", "--date", "2026-03-01")
    write_till(
        "calls.csv",
        "Name,Number,Type,Date/Time,Duration",
        [[*PEOPLE[0], "Incoming", "2026-03-01 10:00", "00:01:00"]],
    )
    assert counts(bring(smbcrm, "calls.csv")) == (0, 1, 0, 0)


def test_a_country_set_since_is_what_the_same_file_is_read_for(smbcrm: Smbcrm) -> None:
    rows = "".join(f"Guest {name},07911 12345{i}\n" for i, name in enumerate("ABCDEFGH"))
    Path("people.csv").write_text(f"Name,Mobile\n{rows}", encoding="utf-8")
    told = smbcrm("import", "people.csv").out
    assert "nothing tells their country; `smbcrm config set country=GB`, with yours, does" in told
    assert smbcrm("list", "--format", "csv", "--columns", "phone", "-n", "1").out == "phone\n07911 123450\n"
    assert smbcrm("config", "set", "country=GB").code == 0
    again = json.loads(smbcrm("import", "people.csv", "--format", "json").out)
    assert (again["files"][0]["rows_updated"], again["files"][0]["rows_unchanged"]) == (8, 0)
    assert any(
        note.endswith("8 rows are read in another way than before") for note in again["files"][0]["notes"]
    )
    assert not any("edited" in note for note in again["files"][0]["notes"])
    assert smbcrm("list", "--format", "csv", "--columns", "phone", "-n", "1").out == "phone\n+447911123450\n"
    assert (
        json.loads(smbcrm("import", "people.csv", "--format", "json").out)["files"][0]["rows_unchanged"] == 8
    )


ORDER_LINE = "{order},2024-05-0{order},{buyer},{item},{total}"


def orders(path: Path, *lines: tuple[int, str, str, int]) -> None:
    rows = [
        ORDER_LINE.format(order=order, buyer=buyer, item=item, total=total)
        for order, buyer, item, total in lines
    ]
    path.write_text("\n".join(["Order ID,Date,Customer,Item,Order total", *rows, ""]), encoding="utf-8")


TEA, CUP, LID = (1, "Sara Karimi", "Tea", 30), (1, "Sara Karimi", "Cup", 30), (1, "Sara Karimi", "Lid", 30)
OTHERS = [(n, f"Omid Jalali {n}", "Pot", 20 + n) for n in range(2, 8)]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ([TEA, CUP], [LID, TEA, CUP]),
        ([TEA, CUP], [TEA, LID, CUP]),
        ([TEA], [CUP, TEA]),
        ([TEA, CUP], [CUP, TEA]),
        ([TEA, CUP], [CUP]),
        ([TEA, CUP], [TEA]),
    ],
)
def test_the_total_of_an_order_counts_once_wherever_a_newer_version_has_its_lines(
    smbcrm: Smbcrm, tmp_path: Path, first: list[Any], later: list[Any]
) -> None:
    path = tmp_path / "orders.csv"
    for lines in (first, later):
        orders(path, *lines, *OTHERS)
        assert smbcrm("import", str(path)).code == 0
        assert spent(smbcrm)[0] == 30 + sum(total for *_, total in OTHERS)


def test_lines_of_orders_in_another_order_are_unchanged(smbcrm: Smbcrm, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    orders(path, TEA, CUP, *OTHERS)
    smbcrm("import", str(path))
    orders(path, *OTHERS, CUP, TEA)
    (told,) = json.loads(smbcrm("import", str(path), "--format", "json").out)["files"]
    assert (told["rows_imported"], told["rows_updated"], told["rows_unchanged"]) == (0, 0, 8)


def test_of_lines_with_one_number_the_same_one_is_known_again(smbcrm: Smbcrm, tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    for lines in (
        [(1, "Sara Karimi", "Tea", 10), (1, "Sara Karimi", "Cup", 20)],
        [(1, "Sara Karimi", "Tea", 10)],
    ):
        orders(path, *lines, *OTHERS)
        path.write_text(path.read_text(encoding="utf-8").replace("Order total", "Amount"), encoding="utf-8")
        assert smbcrm("import", str(path)).code == 0
    assert spent(smbcrm)[0] == 30 + sum(total for *_, total in OTHERS)


def test_a_workbook_saved_as_text_says_only_what_was_edited(smbcrm: Smbcrm) -> None:
    """A spreadsheet keeps phones as numbers and sums without zeros; the text that is saved of it, or typed anew, has both."""
    book = Workbook()
    assert book.active is not None
    book.active.append(["نام", "موبایل", "مانده", "تولد"])
    rows: list[list[Any]] = [
        [name, 9121230000 + n, 1000.5 * n, date(1980, 1, 2 * n + 1)] for n, name in enumerate(GIVEN["fa"])
    ]
    for row in rows:
        book.active.append(row)
    book.save("list.xlsx")
    bring(smbcrm, "list.xlsx")
    text = [[name, f"0{phone}", f"{owed:.2f}", day.strftime("%d/%m/%Y")] for name, phone, owed, day in rows]
    text[2][2], text[4][1] = "7.00", "09359999999"
    del text[6]
    text.append(["بهرام", "09121239999", "0.00", "30/12/1990"])
    write_till("list.csv", "نام,موبایل,مانده,تولد", text)
    assert counts(bring(smbcrm, "list.csv")) == (2, 1, 1, 7)
    assert counts(bring(smbcrm, "list.csv")) == (0, 0, 0, 10)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("Date,Customer,Mobile,Item,Amount", ()),
        ("Date,Customer,Mobile,Item,Paid", ("--as", "payments")),
        ("Date,Customer,Mobile,Note,Rating (1-5)", ("--as", "ratings")),
    ],
)
def test_a_list_of_events_of_which_most_were_edited_is_known_again(
    smbcrm: Smbcrm, head: str, words: tuple[str, ...]
) -> None:
    rows = [[f"2026-03-{1 + n:02d}", *PEOPLE[n % 3], f"thing {n}", str(1 + n % 5)] for n in range(12)]
    write_till("till.csv", "Name,Mobile", PEOPLE)
    bring(smbcrm, "till.csv")
    write_till("events.csv", head, rows)
    assert counts(bring(smbcrm, "events.csv", *words)) == (0, 12, 0, 0)
    for row in rows[:9]:
        row[3] += " mended"
    write_till("events.csv", head, rows)
    assert counts(bring(smbcrm, "events.csv", *words)) == (9, 0, 0, 3)
    april = [[f"2026-04-{1 + n:02d}", *row[1:]] for n, row in enumerate(rows)]
    write_till("events.csv", head, april)
    assert counts(bring(smbcrm, "events.csv", *words)) == (0, 12, 0, 0)


ORDERED = {
    "en": ("Order,Date,Customer,Email,Total,Status", "Pending", "Cancelled"),
    "fa": ("شماره سفارش,تاریخ,مشتری,ایمیل,مبلغ,وضعیت", "در انتظار", "لغو شده"),
}


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("which", [0, 3, 4])
def test_the_first_order_of_a_buyer_may_be_cancelled_since(smbcrm: Smbcrm, lang: str, which: int) -> None:
    heading, waiting, cancelled = ORDERED[lang]
    rows = [
        f"{1000 + n},2026-01-{n + 1:02},{GIVEN[lang][n % 4]} {FAMILY[lang][0]},b{n % 4}@shop.example,{n + 10},{waiting}"
        for n in range(12)
    ]
    Path("orders.csv").write_text("\n".join([heading, *rows]), encoding="utf-8")
    bring(smbcrm, "orders.csv")
    before = smbcrm("list", "--columns", "id,name", "--format", "csv").out
    rows[which] = rows[which].replace(waiting, cancelled)
    Path("orders.csv").write_text("\n".join([heading, *rows]), encoding="utf-8")
    assert bring(smbcrm, "orders.csv")["rows_skipped"] == 1
    assert smbcrm("list", "--columns", "id,name", "--format", "csv").out == before
    assert spent(smbcrm) == (sum(range(10, 22)) - (which + 10), 11)
    assert smbcrm("check").code == 0


def test_the_only_order_of_a_buyer_may_be_cancelled_since(smbcrm: Smbcrm) -> None:
    heading, waiting, cancelled = ORDERED["en"]
    rows = [f"{1000 + n},2026-01-{n + 1:02},Sara {name},,{n + 10},{waiting}" for n, name in enumerate("ABCD")]
    Path("orders.csv").write_text("\n".join([heading, *rows]), encoding="utf-8")
    bring(smbcrm, "orders.csv")
    rows[1] = rows[1].replace(waiting, cancelled)
    Path("orders.csv").write_text("\n".join([heading, *rows]), encoding="utf-8")
    assert bring(smbcrm, "orders.csv")["rows_skipped"] == 1
    assert smbcrm("check").code == 0
    rows[1] = rows[1].replace(cancelled, waiting)
    Path("orders.csv").write_text("\n".join([heading, *rows]), encoding="utf-8")
    assert counts(bring(smbcrm, "orders.csv"))[2] == 0
    assert len(json.loads(smbcrm("list", "--columns", "id", "--format", "json").out)) == 4
