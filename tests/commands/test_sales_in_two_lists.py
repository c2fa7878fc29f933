"""The same sales in two lists of different making: counted once where the lists plainly tell the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Run

Smbcrm = Callable[..., Run]
NOTEBOOK = """\
Date,Customer,Mobile,Amount
2026-10-01,Sara Ahmadi,09123450001,500
2026-10-01,Ali Karimi,09351112233,900
2026-10-02,Sara Ahmadi,09123450001,250
2026-10-02,Sara Ahmadi,09123450001,250
2026-10-03,مینا تهرانی,09123450003,120
"""
TILL = """\
Sold on,At,Client,Cell,Item,Total
2026-10-01,10:05,Sara Ahmadi,09123450001,Hat,500
2026-10-01,11:00,Ali Karimi,09351112233,Coat,900
2026-10-02,09:00,Sara Ahmadi,09123450001,Scarf,250
2026-10-02,17:30,Sara Ahmadi,09123450001,Scarf,250
2026-10-02,18:00,Sara Ahmadi,09123450001,Scarf,250
2026-10-03,10:00,مینا تهرانی,09123450003,Belt,120
2026-10-04,12:00,Ali Karimi,09351112233,Hat,77
"""


def spent(smbcrm: Smbcrm) -> str:
    return smbcrm("list", "--columns", "name,spend,purchases", "--format", "csv").out


def test_a_sale_in_two_lists_of_different_making_counts_once(smbcrm: Smbcrm) -> None:
    Path("notebook.csv").write_text(NOTEBOOK, encoding="utf-8")
    Path("till.csv").write_text(TILL, encoding="utf-8")
    assert smbcrm("import", "notebook.csv").code == 0
    done = smbcrm("import", "till.csv")
    assert "till.csv: 5 rows were already counted from another export" in done.out
    assert (
        spent(smbcrm)
        == (
            "name,spend,purchases\nSara Ahmadi,1250,4\nAli Karimi,977,2\nمینا تهرانی,120,1\n"  # the third scarf is another one
        )
    )
    smbcrm("import", "till.csv", "notebook.csv")
    assert spent(smbcrm).splitlines()[1] == "Sara Ahmadi,1250,4"


def test_both_in_one_import_count_once_too(smbcrm: Smbcrm) -> None:
    Path("notebook.csv").write_text(NOTEBOOK, encoding="utf-8")
    Path("till.csv").write_text(TILL, encoding="utf-8")
    smbcrm("import", "till.csv", "notebook.csv")
    assert spent(smbcrm).splitlines()[1:3] == ["Sara Ahmadi,1250,4", "Ali Karimi,977,2"]


def test_a_few_equal_sales_of_two_branches_are_sales_of_their_own(smbcrm: Smbcrm) -> None:
    rows = "".join(
        f"2026-10-{day:02},Person {name}son,0935111{day:04},40\n" for day, name in enumerate("ABCDEFGH", 1)
    )
    Path("north.csv").write_text(
        f"Date,Customer,Mobile,Amount\n2026-10-01,Sara Ahmadi,09123450001,50\n{rows}", encoding="utf-8"
    )
    Path("south.csv").write_text(
        "Sold on,Client,Cell,Item,Total\n2026-10-01,Sara Ahmadi,09123450001,Tea,50\n"
        + "".join(
            f"2026-10-{day:02},Mister {name}man,0936222{day:04},Tea,40\n"
            for day, name in enumerate("ABCDEFGH", 1)
        ),
        encoding="utf-8",
    )
    smbcrm("import", "north.csv")
    smbcrm("import", "south.csv")
    assert spent(smbcrm).splitlines()[1] == "Sara Ahmadi,100,2"


def test_check_names_what_may_be_one_sale_and_the_command_takes_it_out(smbcrm: Smbcrm) -> None:
    Path("notebook.csv").write_text(NOTEBOOK.split("2026-10-02")[0], encoding="utf-8")
    Path("till.csv").write_text("".join(TILL.splitlines(keepends=True)[:2]), encoding="utf-8")
    smbcrm("import", "notebook.csv")
    smbcrm("import", "till.csv")
    assert spent(smbcrm).splitlines()[1] == "Sara Ahmadi,1000,2"
    found = smbcrm("check", "--only", "sale_twice", "--format", "csv").out.splitlines()
    assert found[1:] == [
        'sale_twice,C1,Sara Ahmadi,"perhaps the sale of 500 on 2026-10-01 that notebook.csv tells, too",500,smbcrm purchase remove 3'
    ]
    assert smbcrm("purchase", "remove", "3").code == 0
    assert spent(smbcrm).splitlines()[1] == "Sara Ahmadi,500,1"
    assert smbcrm("check", "--only", "sale_twice", "--format", "csv").out.count("\n") == 1
