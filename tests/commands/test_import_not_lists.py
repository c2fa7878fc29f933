"""What is no list of customers is asked about and leaves nothing behind; in a folder it is named and left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

LIST = "Name,Phone\nSara Ahmadi,09123456789\nReza Karimi,09123456780\n"
PROGRAM = """import os

NAME, PHONE, EMAIL = "name", "phone", "email"


def add(name, phone, email):
    print(name, phone, email)
    return {"name": name, "phone": phone}


if __name__ == "__main__":
    add("Sara Ahmadi", "09123456789", "sara@example.com")
"""
SCRIPT = """const customers = [
  { name: "Sara Ahmadi", phone: "09123456789", email: "sara@example.com" },
];
function add(name, phone, email) {
  customers.push({ name, phone, email });
}
module.exports = { add, customers };
"""
PROGRAM_C = """#include <stdio.h>
/* sara@example.com */
struct customer { char name[40], phone[20], email[40]; };
int main(int argc, char **argv) {
    printf("%s, %s\\n", "Sara Ahmadi", "09123456789");
    return 0;
}
"""
TEMPLATE = """<!DOCTYPE html><html><body><table>
<tr><th>Name</th><th>Phone</th><th>Email</th></tr>
{% for c in customers %}<tr><td>{{ c.name }}</td><td>{{ c.phone }}</td><td>{{ c.email }}</td></tr>{% endfor %}
</table></body></html>
"""
LOGGED = "".join(
    f"2026-11-27 10:00:{n:02},{n} INFO  mail sent to user{n}@example.com, name=Sara\n" for n in range(20)
)
SERVED = "".join(
    f'10.0.0.{n} - sara [27/Nov/2026:10:00:0{n % 10} +0000] "GET /?name=Sara HTTP/1.1" 200 {n}\n'
    for n in range(20)
)
READ_ME = "# My shop\n\nName, phone and e-mail of customers.\n\n- Sara, 09123456789\n- Reza, 09123456780\n"
OBJECT = '{"name": "my-shop", "version": "1.0.0", "author": "Sara Ahmadi", "email": "sara@example.com"}\n'
OTHERS = {
    "app.py": PROGRAM, "app.js": SCRIPT, "main.c": PROGRAM_C, "page.html": TEMPLATE, "work.log": LOGGED, "served.log": SERVED,
    "README.md": READ_ME, "package.json": OBJECT,
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_it_is_asked_about_and_nothing_is_written(smbcrm: Any, data: Path, name: str) -> None:
    Path(name).write_text(OTHERS[name], encoding="utf-8")
    run = smbcrm("--no-input", "import", name)
    assert (run.code, run.out) == (5, "")
    assert "nothing was imported" in run.err
    assert not data.exists()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (PROGRAM, "it is the text of a program, not a list"),
        (SCRIPT, "it is the text of a program, not a list"),
        (PROGRAM_C, "it is the text of a program, not a list"),
        (TEMPLATE, "it is the template of a page, not a list"),
        (LOGGED, "it is what a program wrote down about its work, not a list"),
        (SERVED, "it is what a program wrote down about its work, not a list"),
        (OBJECT, "it is one object in JSON, not a list of them"),
    ],
)
def test_it_is_known_under_another_name_too(smbcrm: Any, text: str, what: str) -> None:
    Path("list.txt").write_text(text, encoding="utf-8")
    run = smbcrm("--no-input", "import", "list.txt")
    assert run.code == 5
    assert run.err.startswith(f"smbcrm: error: list.txt: {what}; nothing was imported.")


def test_in_a_folder_they_are_named_and_left_out(smbcrm: Any) -> None:
    Path("shop").mkdir()
    for name, text in {**OTHERS, "list.csv": LIST}.items():
        (Path("shop") / name).write_text(text, encoding="utf-8")
    run = smbcrm("--no-input", "import", "shop")
    assert run.code == 0
    assert all(f"{name}: left out, " in run.out for name in OTHERS)
    listed = json.loads(smbcrm("list", "--format", "json", "--columns", "name").out)
    assert sorted(row["name"] for row in listed) == ["Reza Karimi", "Sara Ahmadi"]


def test_who_says_that_it_is_one_is_believed_and_remembered(smbcrm: Any) -> None:
    one = '{"name": "Sara Ahmadi", "phone": "09123456789"}\n'
    Path("one.json").write_text(one, encoding="utf-8")
    assert smbcrm("--no-input", "import", "one.json").code == 5
    assert smbcrm("--no-input", "import", "one.json", "--as", "customers").code == 0
    Path("two.json").write_text(
        one.replace("Sara Ahmadi", "Reza Karimi").replace("789", "780"), encoding="utf-8"
    )
    assert smbcrm("--no-input", "import", "two.json").code == 0
    Path("list.md").write_text(LIST.replace("Name,", "Full name,"), encoding="utf-8")
    assert smbcrm("--no-input", "import", "list.md").code == 5
    assert smbcrm("--no-input", "import", "list.md", "--as", "customers").code == 0


def test_a_list_of_which_every_line_ends_in_a_semicolon_is_one(smbcrm: Any) -> None:
    Path("list.txt").write_text(
        "Name;Phone;\nSara Ahmadi;09123456789;\nReza Karimi;09123456780;\n", encoding="utf-8"
    )
    assert smbcrm("--no-input", "import", "list.txt").code == 0


def test_a_list_in_an_object_is_found_whether_or_not_a_line_end_follows(smbcrm: Any) -> None:
    for end in ("", "\n"):
        Path("list.json").write_text(
            '{"customers": [{"name": "Sara", "phone": "09123456789"}]}' + end, encoding="utf-8"
        )
        told = json.loads(smbcrm("import", "list.json", "--format", "json").out)
        assert [c["column"] for c in told["files"][0]["columns"]] == ["name", "phone"]


BOOKINGS = [
    ("Booking ID,Guest name,Check-in,Check-out,Room,Amount", "{n},{who},2026-05-0{d},2026-05-1{d},10{d},1{d}0"),
    ("Guest,Phone,Arrival,Departure,Nights,Total price", "{who},{phone},2026-05-0{d},2026-05-1{d},2,1{d}0"),
    ("Reservierungsnummer,Gast,Anreise,Abreise,Betrag", '{n},{who},0{d}.05.2026,1{d}.05.2026,"1{d}0,00"'),
    ("شماره رزرو,نام مهمان,موبایل,تاریخ ورود,تاریخ خروج,مبلغ", "{n},{who},{phone},1405/02/0{d},1405/02/1{d},1{d}0"),
    ("Customer,Phone,Appointment,Service,Price", "{who},{phone},2026-05-0{d} 10:00,Haircut,1{d}0"),
]  # fmt: skip


@pytest.mark.parametrize(("headings", "row"), BOOKINGS)
def test_bookings_are_sales_of_customers(smbcrm: Any, headings: str, row: str) -> None:
    guests = ["Sara Ahmadi", "Reza Karimi", "Mina Tavakoli", "Sara Ahmadi", "Sara Ahmadi"]
    lines = [
        row.format(n=1000 + n, who=who, d=n + 1, phone=f"0912345000{sorted(set(guests)).index(who)}")
        for n, who in enumerate(guests)
    ]
    Path("bookings.csv").write_text("\n".join([headings, *lines]) + "\n", encoding="utf-8")
    told = json.loads(smbcrm("--no-input", "import", "bookings.csv", "--format", "json").out)
    assert told["files"][0]["kind"] == "purchases"
    assert told["customers_total"] == 3
    listed = json.loads(smbcrm("list", "--format", "json", "--columns", "name,purchases,spend").out)
    assert {row["name"]: (row["purchases"], row["spend"]) for row in listed}["Sara Ahmadi"] == (
        3,
        110 + 140 + 150,
    )


def test_staff_who_came_and_left_are_no_bookings(smbcrm: Any) -> None:
    Path("list.csv").write_text(
        "نام,موبایل,تاریخ ورود,تاریخ خروج\nسارا احمدی,09123450001,1400/02/01,1402/03/05\nرضا کریمی,09123450002,1399/01/01,\n",
        encoding="utf-8",
    )
    told = json.loads(smbcrm("--no-input", "import", "list.csv", "--format", "json").out)
    assert told["files"][0]["kind"] == "customers"
