"""Customers whom an import or `merge run` takes apart are named: the owner may have counted on them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.conftest import Smbcrm

PHONE = "07911 300800"
FIRST = f"Name,Mobile\nAlex Kim,{PHONE}\nAlexander Kim,{PHONE}\nRuth Hall,07911 300801\n"
THEN = f"Name,Mobile\nAlexandra Kim,{PHONE}\nOlive Kim,{PHONE}\n"
TOLD = (
    "C1 Alex Kim and C3 Alexander Kim were one customer and are two now: `smbcrm merge explain C1 C3` says why;"
    " if they are one: `smbcrm merge same C1 C3`."
)


def written(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_customer_whose_short_name_fits_another_since_is_taken_apart_and_named(smbcrm: Smbcrm) -> None:
    assert "2 customers of 3 rows" in smbcrm("import", written("first.csv", FIRST)).out
    then = written("then.csv", THEN)
    assert TOLD in smbcrm("import", then).out
    assert "one customer and are two" not in smbcrm("merge", "run").out
    assert smbcrm("undo").code == 0
    assert "2 customers" in smbcrm("import", "first.csv").out
    told = smbcrm("--lang", "fa", "import", then).out
    assert "C1 Alex Kim و C6 Alexander Kim یک مشتری بودند و اکنون دو مشتری‌اند" in told


def test_who_was_taken_apart_is_told_to_scripts(smbcrm: Smbcrm) -> None:
    smbcrm("import", written("first.csv", FIRST))
    done = json.loads(smbcrm("import", written("then.csv", THEN), "--format", "json").out)
    assert done["parted"] == [
        {"customer": "C1", "name": "Alex Kim", "other": "C3", "other_name": "Alexander Kim"}
    ]


def test_a_word_of_the_owner_is_not_undone_by_what_a_new_list_shows(smbcrm: Smbcrm) -> None:
    smbcrm("import", written("first.csv", FIRST), "--no-merge")
    smbcrm("merge", "same", "C1", "C2")
    assert "one customer and are two" not in smbcrm("import", written("then.csv", THEN)).out
    assert smbcrm("list", "--where", "name LIKE '%Kim'", "--format", "ids").out.split() == ["C1", "C4", "C5"]


def test_a_few_rows_for_a_long_list_take_nobody_apart_but_merge_run_does(smbcrm: Smbcrm) -> None:
    given = ["Anna", "Bela", "Cora", "Dana", "Edda", "Fina", "Gita", "Hera", "Ines", "Jana"]
    others = "".join(f"{name} Moor{last},\n" for name in given for last in ("by", "land", "ton", "field"))
    smbcrm("import", written("first.csv", FIRST + others))
    assert "one customer and are two" not in smbcrm("import", written("then.csv", THEN)).out
    assert "C1 Alex Kim and C45 Alexander Kim were one customer" in smbcrm("merge", "run").out


def test_bills_known_by_a_code_stay_with_their_customers(smbcrm: Smbcrm) -> None:
    listed = written("list.csv", "Code,Name,Mobile\n101,سارا احمدی,09123450001\n102,رضا کریمی,09123450002\n")
    bills = "Invoice no,Customer code,Due date,Paid on,Amount\nI-1,101,2026-09-01,2026-08-30,500\nI-2,102,2026-09-01,2026-10-11,900\n"
    smbcrm("import", listed, written("bills.csv", bills))
    assert "Nothing changed: everybody is where he was." in smbcrm("merge", "run").out
    newer = "Code,Name,Mobile\n101,سارا احمدی,09123450001\n102,رضا کریمی,09123450009\n103,امید جلالی,09123450004\n"
    told = smbcrm("import", written("list.csv", newer)).out
    assert "That makes 3 customers of 5 rows" in told
    assert "900" in smbcrm("show", "C2").out
    assert "Nothing changed: everybody is where he was." in smbcrm("merge", "run").out


def test_a_sale_whose_buyer_is_not_clear_any_more_takes_nobody_apart(smbcrm: Smbcrm) -> None:
    listed = written("list.csv", "Code,Name,Mobile\n1,سارا احمدی,09123450001\n2,رضا کریمی,09123450002\n")
    sold = "Receipt,Date,Customer,Phone,Total\nR1,2026-03-01,سارا احمدی,,90\nR2,2026-03-02,,09123450002,70\n"
    smbcrm("import", listed)
    smbcrm("import", written("till.csv", sold))
    newer = "Code,Name,Mobile\n7,سارا احمدی,09123450007\n8,مینا کریمی,09123450002\n9,امید جلالی,09123450004\n"
    done = json.loads(smbcrm("import", written("newer.csv", newer), "--format", "json").out)
    assert (done["parted"], done["merged_rows"]) == ([], 0)
    assert done["unclear"] == [
        {
            "customer": "C1",
            "name": "سارا احمدی",
            "told": "سارا احمدی",
            "others": ["C5"],
            "apart": "C3",
            "rows": 1,
        },
        {
            "customer": "C2",
            "name": "رضا کریمی",
            "told": "+989123450002",
            "others": ["C6"],
            "apart": "C4",
            "rows": 1,
        },
    ]
    assert "Nothing changed: everybody is where he was." in smbcrm("merge", "run").out


def test_who_came_with_a_sale_keeps_his_id_and_notes_when_the_sale_goes(smbcrm: Smbcrm) -> None:
    sold = "Receipt,Date,Customer code,Total\nR1,2026-03-01,102,90\n"
    smbcrm("import", written("till.csv", sold))
    smbcrm("import", written("list.csv", "Code,Name\n102,Ruth Hall\n104,Olive Kim\n"))
    assert smbcrm("set", "C1", "notes=likes tea").code == 0
    newer = "Code,Name\n102,Sara Rezaei\n103,Zoe Moor\n"
    done = json.loads(smbcrm("import", written("newer.csv", newer), "--format", "json").out)
    assert done["parted"] == []
    kept = smbcrm("show", "C1").out
    assert "Ruth Hall" in kept
    assert "likes tea" in kept
    assert "Nothing changed: everybody is where he was." in smbcrm("merge", "run").out


LISTED = "Name,Phone,City\nAli Rezaei,09121111111,Tehran\nSara Karimi,09122222222,Tehran\n"
SOLD = (
    "Date,Customer,Amount\n2026-03-01,Ali Rezaei,100\n2026-03-02,Sara Karimi,50\n2026-03-05,Ali Rezaei,70\n"
)
SECOND = "Name,Phone,City\nAli Rezaei,09351111111,Shiraz\n"
ASKS = "gives them back; `smbcrm merge review` asks."


def test_sales_that_name_somebody_who_got_a_namesake_are_told(smbcrm: Smbcrm) -> None:
    smbcrm("import", written("list.csv", LISTED))
    smbcrm("import", written("till.csv", SOLD))
    told = smbcrm("import", written("second.csv", SECOND)).out
    assert (
        "2 sales of C1 Ali Rezaei name their buyer by Ali Rezaei alone, and that may be C4, too: they are C3 till you say whose."
        f" `smbcrm merge same C3 C1` {ASKS}"
    ) in told
    assert ASKS not in smbcrm("merge", "run").out
    assert smbcrm("merge", "same", "C3", "C1").code == 0
    assert ASKS not in smbcrm("merge", "run").out
    assert "170" in smbcrm("show", "C1").out
    for _ in range(3):
        smbcrm("undo")
    persian = smbcrm("--lang", "fa", "import", "second.csv").out
    assert "فروش از C1 Ali Rezaei خریدارش را" in persian


def test_a_sale_that_goes_to_whom_its_code_means_is_not_unclear(smbcrm: Smbcrm) -> None:
    smbcrm("import", written("list.csv", LISTED))
    sold = "Receipt,Date,Customer code,Customer,Total\nR1,2026-03-01,7,Ali Rezaei,90\n"
    smbcrm("import", written("till.csv", sold))
    listed = "Code,Name,Phone\n7,Ali Rezaei,09351111111\n"
    done = json.loads(smbcrm("import", written("codes.csv", listed), "--format", "json").out)
    assert done["unclear"] == []
    assert "90" in smbcrm("show", "C3").out
