"""Where a newer file disagrees with what the owner edited: his word stands, and that is said with both values."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
HEAD = "Code,Name,Mobile,E-mail,City,Score,Shoe size"
ROWS = [
    "101,Sara Ahmadi,09123450001,sara@shop.example,Shiraz,5,42",
    "102,Reza Karimi,09123450002,reza@shop.example,Shiraz,6,43",
    "103,Mina Tavakoli,09123450003,mina@shop.example,Yazd,7,38",
    "104,Omid Jalali,09123450004,,Qom,4,44",
    "105,Nader Azimi,09123450005,,Qom,3,41",
]


def write(*rows: str) -> None:
    Path("list.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")


def again(smbcrm: Smbcrm, *rows: str) -> tuple[list[str], list[dict[str, Any]]]:
    """Import the list with these rows in place of those with the same code; give what was said of it, and the kept edits."""
    new = {row.split(",")[0]: row for row in [*ROWS, *rows]}
    write(*new.values())
    spoken = smbcrm("import", "list.csv", "--dry-run")
    assert spoken.code == 0, spoken.err
    done = smbcrm("import", "list.csv", "--format", "json")
    assert done.code == 0, done.err
    (sheet,) = json.loads(done.out)["files"]
    assert sheet["rows_updated"] == len(rows)
    for edit in sheet["kept_edits"]:
        assert f"list.csv: {edit['what']}" in spoken.out.splitlines()
    return [str(edit["what"]) for edit in sheet["kept_edits"]], sheet["kept_edits"]


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    write(*ROWS)
    assert smbcrm("import", "list.csv").code == 0
    return smbcrm


def listed(smbcrm: Smbcrm, who: str) -> dict[str, Any]:
    (found,) = json.loads(smbcrm("list", "--where", f"id = '{who}'", "--format", "json").out)
    record: dict[str, Any] = found
    return record


def test_a_field_that_was_set(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Isfahan")
    said, kept = again(shop, ROWS[0].replace("Shiraz", "Tehran"))
    assert said == ["C1 city: your edit Isfahan is kept, the file now says Tehran"]
    assert kept == [
        {
            "customer_id": "C1", "name": "Sara Ahmadi", "field": "city", "yours": "Isfahan", "file": "Tehran",
            "what": said[0],
        }
    ]  # fmt: skip
    assert listed(shop, "C1")["city"] == "Isfahan"


def test_a_phone_an_e_mail_and_a_column_of_ones_own(shop: Smbcrm) -> None:
    shop("set", "C1", "phone=0936 000 0001", "email=sara@home.example", "Shoe size=40")
    said, _ = again(shop, "101,Sara Ahmadi,09350000009,sara@work.example,Shiraz,5,45")
    assert sorted(said) == [
        "C1 Shoe size: your edit 40 is kept, the file now says 45",
        "C1 email: your edit sara@home.example is kept, the file now says sara@work.example",
        "C1 phone: your edit +989360000001 is kept, the file now says +989350000009",
    ]
    assert (listed(shop, "C1")["phone"], listed(shop, "C1")["email"]) == (
        "+989360000001",
        "sara@home.example",
    )


def test_an_own_score(shop: Smbcrm) -> None:
    shop("score", "set", "C3", "9", "--why", "pays at once")
    said, _ = again(shop, ROWS[2].replace(",7,", ",6,"))
    assert said == ["C3 own_score: your edit 9 is kept, the file now says 6"]
    assert listed(shop, "C3")["own_score"] == 9


def test_a_field_that_was_emptied(shop: Smbcrm) -> None:
    shop("set", "C3", "city=")
    said, _ = again(shop, ROWS[2].replace("Yazd", "Kerman"))
    assert said == ["C3 city: you emptied it and it stays so, the file now says Kerman"]
    assert listed(shop, "C3")["city"] == ""


def test_nothing_is_said_where_the_file_agrees_or_did_not_change_that(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Isfahan")
    shop("set", "C2", "city=Tehran", "phone=0935 000 0002")
    said, _ = again(
        shop,
        ROWS[0].replace("sara@shop", "sara@work"),  # another field
        ROWS[1].replace("Shiraz", "Tehran").replace("09123450002", "0935-000-0002"),  # what the owner says
        ROWS[3].replace("Qom", "Kashan"),  # a customer he did not edit
    )
    assert said == []
    assert listed(shop, "C4")["city"] == "Kashan"


def test_only_the_newest_edit_of_a_field_counts(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Isfahan")
    shop("set", "C1", "city=Kerman")
    said, _ = again(shop, ROWS[0].replace("Shiraz", "Tehran"))
    assert said == ["C1 city: your edit Kerman is kept, the file now says Tehran"]


def test_customers_who_were_said_to_be_different(shop: Smbcrm) -> None:
    shop("merge", "different", "C4", "C5")
    said, kept = again(shop, ROWS[3].replace("09123450004", "09123450005"))
    assert said == [
        "C4 and C5 stay two customers as you decided; the file now gives C4 the phone of C5: +989123450005"
    ]
    assert (kept[0]["customer_id"], kept[0]["field"], kept[0]["yours"]) == ("C4", "", "different from C5")
    shop("merge")
    assert len(json.loads(shop("list", "--format", "json").out)) == 5


def test_a_row_that_was_split_off(shop: Smbcrm) -> None:
    Path("phones.csv").write_text(
        "Name,Mobile\nSara Ahmadi,09123450001\nOmid J,09123450004\n", encoding="utf-8"
    )
    shop("import", "phones.csv")
    assert shop("merge", "split", "C1", "s2r2").code == 0
    split = next(
        c
        for c in json.loads(shop("list", "--format", "json").out)
        if c["id"] not in {"C1", "C2", "C3", "C4", "C5"}
    )
    said, _ = again(shop, ROWS[0].replace("09123450001", "09351112233").replace("Shiraz", "Tehran"))
    assert said == []  # the phone the two shared is his no longer
    said, _ = again(shop, ROWS[0].replace("Shiraz", "Tehran"))
    assert said == [
        f"C1 and {split['id']} stay two customers as you decided; the file now gives C1 the phone of {split['id']}: +989123450001"
    ]


def test_a_customer_who_was_taken_off(shop: Smbcrm) -> None:
    shop("remove", "C5")
    said, _ = again(shop, ROWS[4].replace("Qom", "Tabriz"))
    assert said == ["C5 Nader Azimi stays off the list as you decided; the file has changed this customer"]
    assert len(json.loads(shop("list", "--format", "json").out)) == 4


def test_many_kept_edits_are_cut_short_for_a_person_only(smbcrm: Smbcrm) -> None:
    rows = [f"{n},Person {chr(65 + n)}{chr(97 + n)},0912345{n:04d},,Shiraz,5,40" for n in range(20)]
    write(*rows)
    smbcrm("import", "list.csv")
    for n in range(20):
        smbcrm("set", f"C{n + 1}", "city=Isfahan")
    write(*[row.replace("Shiraz", "Tehran") for row in rows])
    said = smbcrm("import", "list.csv", "--dry-run").out
    assert said.count("your edit Isfahan is kept") == 12
    assert "8 more of your edits are kept; --format json names them" in said
    (sheet,) = json.loads(smbcrm("import", "list.csv", "--format", "json").out)["files"]
    assert len(sheet["kept_edits"]) == 20


def test_the_main_job_says_it_too_and_in_persian(shop: Smbcrm) -> None:
    shop("set", "C1", "city=Isfahan")
    write(ROWS[0].replace("Shiraz", "Tehran"), *ROWS[1:])
    assert (
        "C1 شهر: نوشتهٔ شما Isfahan می‌ماند، پرونده اکنون Tehran می‌گوید"
        in shop("run", "list.csv", "--lang", "fa").out
    )
