"""I27 and I28: who is one customer, what stays when lists disagree, and how an import is taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.behaviours.conftest import Shop


def test_i27_six_spellings_of_one_person_are_one_customer(shop: Shop, awkward_files: Path) -> None:
    (sheet,) = shop.imports(awkward_files / "text_same_person_unicode.csv")["files"]
    assert sheet["rows_imported"] == 6
    assert shop.customers("id", "name", "phone") == [["C1", "علی کریمی", "+989123456789"]]


@pytest.mark.parametrize("order", [("merge_a.csv", "merge_b.csv"), ("merge_b.csv", "merge_a.csv")])
def test_i27_two_lists_with_the_same_people_come_to_four_customers_or_ask(
    shop: Shop, awkward_files: Path, order: tuple[str, str]
) -> None:
    for name in order:
        done = shop.imports(awkward_files / name)
    people = shop.customers("name", "phone", "email", "city")
    assert len(people) == 4 or (len(people) == 5 and done["to_review"] >= 1)
    assert len([person for person in people if person[1] == "+989123456789"]) == 1
    # The other Reza Karimi has another phone and another city: a name alone joins nobody.
    assert len([person for person in people if person[3] == "Mashhad"]) == 1
    assert "+989170001122" not in [phone for _, phone, _, city in people if city == "Shiraz"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sara Ahmadi", "Sara Ahmadi"),
        ("Sara Ahmadi", "سارا احمدی"),
        ("Sara Ahmadi", "Ahmadi, Sara"),
        ("Sara Ahmadi", ""),
        ("علی کریمی", "علي كريمي"),
        ("Mohammad Rezaei", "Mohamad Rezaee"),
    ],
)
@pytest.mark.parametrize("column", ["Mobile", "Email"])
def test_i27_the_same_mobile_or_e_mail_joins_when_the_names_allow_it(
    shop: Shop, one: str, other: str, column: str
) -> None:
    value = {"Mobile": "09121234567", "Email": "sara@example.com"}[column]
    shop.imports(shop.write("a.csv", f"Name;{column}", f"{one};{value}", "Omid Jalali;"))
    shop.imports(shop.write("b.csv", f"Name;{column};City", f"{other};{value.upper()};Qom", "Nader Azimi;;"))
    assert len(shop.customers("id")) == 3


@pytest.mark.parametrize("column", ["Mobile", "Email"])
def test_i27_different_given_names_on_one_number_ask_or_stay_apart(shop: Shop, column: str) -> None:
    value = {"Mobile": "09121234567", "Email": "family@example.com"}[column]
    shop.imports(shop.write("a.csv", f"Name;{column}", f"Sara Ahmadi;{value}", f"Reza Ahmadi;{value}"))
    assert [name for (name,) in shop.customers("name")] == ["Sara Ahmadi", "Reza Ahmadi"]


def test_i27_the_same_name_alone_never_joins(shop: Shop) -> None:
    shop.imports(shop.write("a.csv", "Name;Mobile", "Reza Karimi;09121234567", "Mina Tavakoli;09121234568"))
    shop.imports(shop.write("b.csv", "Name;City", "Reza Karimi;Mashhad", "Mina Tavakoli;Qom"))
    assert len(shop.customers("id")) == 4


def test_i27_where_lists_disagree_the_first_value_stays_and_the_other_is_shown(shop: Shop) -> None:
    shop.imports(shop.write("a.csv", "Name,Mobile,City", "Sara Ahmadi,09121234567,Tehran"))
    shop.imports(shop.write("b.csv", "Name,Mobile,City,Shop", "Sara Ahmadi,09121234567,Karaj,x"))
    assert shop.customers("name", "city") == [["Sara Ahmadi", "Tehran"]]
    shown = shop.smbcrm("show", "C1", "--all").out
    assert "Tehran" in shown
    assert "Karaj" in shown


def test_i27_new_values_win_when_they_are_preferred(shop: Shop) -> None:
    shop.imports(shop.write("a.csv", "Name,Mobile,City", "Sara Ahmadi,09121234567,Tehran"))
    shop.imports(
        shop.write("b.csv", "Name,Mobile,City,Shop", "Sara Ahmadi,09121234567,Karaj,x"), "--prefer", "new"
    )
    assert shop.customers("name", "city") == [["Sara Ahmadi", "Karaj"]]


def test_i27_an_empty_cell_of_a_preferred_list_wipes_nothing(shop: Shop) -> None:
    shop.imports(shop.write("a.csv", "Name,Mobile,City", "Sara Ahmadi,09121234567,Tehran"))
    shop.imports(
        shop.write("b.csv", "Name,Mobile,City,Shop", "Sara Ahmadi,09121234567,,x"), "--prefer", "new"
    )
    assert shop.customers("name", "city") == [["Sara Ahmadi", "Tehran"]]


def test_i27_e_mails_are_one_whatever_their_case(shop: Shop) -> None:
    shop.imports(shop.write("a.csv", "Name,Email", "Sara Ahmadi,Sara.Ahmadi@Example.com"))
    shop.imports(shop.write("b.csv", "Name,Email,City", "Sara Ahmadi,SARA.AHMADI@example.COM,Qom"))
    assert shop.customers("email", "city") == [["sara.ahmadi@example.com", "Qom"]]


@pytest.mark.parametrize(
    "name",
    ["text_same_person_unicode.csv", "merge_b.csv", "exp_customer_club.csv", "vcf_mixed.vcf", "xlsx_many_sheets.xlsx",
     "csv_holoo_shattered_prices.csv", "head_repeated_midfile.csv", "text_many_phones.csv", "foot_totals.csv"],
)  # fmt: skip
def test_i27_the_same_file_twice_adds_and_changes_nothing(shop: Shop, awkward_files: Path, name: str) -> None:
    first = shop.imports(awkward_files / name)
    before = shop.smbcrm("list", "--columns", "id,name,fields", "--format", "csv").out
    again = shop.imports(awkward_files / name)
    assert (again["customers_new"], again["customers_updated"]) == (0, 0)
    for then, now in zip(first["files"], again["files"], strict=True):
        assert (now["rows_imported"], now["rows_updated"]) == (0, 0)
        assert (now["rows_unchanged"], now["rows_skipped"]) == (then["rows_imported"], then["rows_skipped"])
    Path(f"copy {name}").write_bytes(
        (awkward_files / name).read_bytes() + b"\n" * name.endswith((".csv", ".vcf"))
    )
    again = shop.imports(f"copy {name}")
    assert (again["customers_new"], again["customers_updated"]) == (0, 0)
    assert shop.smbcrm("list", "--columns", "id,name,fields", "--format", "csv").out == before


# ---- I28: taking it back


def everything(shop: Shop) -> tuple[str, ...]:
    return tuple(
        shop.smbcrm(*words, "--format", "csv").out
        for words in (
            ("list", "--columns", "id,name,company,phone,email,city,tags,rows,fields"),
            ("sources", "--columns", "id,name,rows"),
            ("sources", "rows"),
            ("merge", "list", "--all"),
        )
    )


def test_i28_an_import_of_several_files_is_one_operation_and_is_taken_back_whole(
    shop: Shop, awkward_files: Path
) -> None:
    shop.imports(awkward_files / "merge_a.csv")
    before = everything(shop)
    shop.imports(
        awkward_files / "merge_b.csv",
        awkward_files / "exp_customer_club.csv",
        awkward_files / "vcf_mixed.vcf",
    )
    assert shop.smbcrm("undo", "--list", "--format", "ids").out.split() == ["2", "1"]
    assert shop.smbcrm("undo").code == 0
    assert everything(shop) == before


def test_i28_undoing_a_newer_version_brings_the_older_one_back(shop: Shop) -> None:
    people = [
        "Sara Ahmadi,09121234567,Tehran",
        "Reza Karimi,09121234568,Qom",
        "Mina Tavakoli,09121234569,Yazd",
    ]
    shop.imports(shop.write("list.csv", "Name,Mobile,City", *people))
    before = everything(shop)
    shop.imports(shop.write("list.csv", "Name,Mobile,City", people[0].replace("Tehran", "Karaj"), people[1], "Omid Jalali,09350000000,Qom"))  # fmt: skip
    assert everything(shop) != before
    shop.smbcrm("undo")
    assert everything(shop) == before


def test_i28_what_was_edited_since_is_named_and_kept(shop: Shop) -> None:
    shop.imports(shop.write("a.csv", "Name,Mobile", "Sara Ahmadi,09121234567", "Reza Karimi,09121234568"))
    shop.smbcrm("set", "C1", "city=Isfahan")
    before = everything(shop)
    done = shop.smbcrm("undo", "1")
    assert done.code == 2
    assert "operation 1 cannot be undone: later ones build on it (2 set); edited since: C1." in done.err
    assert everything(shop) == before


def test_i28_the_undo_of_an_import_keeps_edits_of_other_customers(shop: Shop) -> None:
    shop.imports(shop.write("a.csv", "Name,Mobile", "Sara Ahmadi,09121234567"))
    shop.imports(
        shop.write(
            "b.csv", "Name,Mobile,City", "Reza Karimi,09121234568,Qom", "Mina Tavakoli,09121234569,Yazd"
        )
    )
    shop.smbcrm("set", "C1", "city=Isfahan")
    done = shop.smbcrm("undo", "2")
    assert done.code == 0, done.err
    assert shop.customers("id", "name", "city") == [["C1", "Sara Ahmadi", "Isfahan"]]


def test_i28_a_dry_run_leaves_no_trace(shop: Shop, awkward_files: Path) -> None:
    done = shop.imports(awkward_files / "merge_a.csv", "--dry-run")
    assert (done["dry_run"], done["customers_new"]) == (True, 3)
    assert not shop.data.exists()
    shop.imports(awkward_files / "merge_a.csv")
    before, size = everything(shop), (shop.data / "crm.db").read_bytes()
    shop.imports(awkward_files / "merge_b.csv", "--dry-run")
    assert everything(shop) == before
    assert (shop.data / "crm.db").read_bytes() == size
    assert json.loads(shop.smbcrm("list", "--format", "json").out)[0]["id"] == "C1"
