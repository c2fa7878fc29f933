"""Joining, parting, explaining: the owner's word outlives every import, and every merge can be taken back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]
NINE = """\
Record ID,Full Name,Company Name,Phone,Email,Last Activity
1,علی رضایی,فروشگاه کیان,۰۹۱۲۳۴۵۶۷۸۹,,1402/05/01
2,علي رضايي,فروشگاه كيان,0912 345 6789,,1402/06/11
3,علی‌رضا احمدی,نان سحر,09351112233,,
4,علیرضا احمدی,نان سحر,+98 935 111 2233,,
5,محمد حسینی,,021-88776655,,
6,محمد حسینی,,02144556677,,
7,Ali Rezaei,Kian Store,989123456789,ali@kian.ir,2023-09-02
8,مریم کریمی,پوشاک مریم,09121112222,info@shop.ir,
9,نادر کریمی,پوشاک مریم,09123334444,info@shop.ir,
"""


@pytest.fixture
def nine(smbcrm: Smbcrm) -> Smbcrm:
    """Nine rows of six customers: one man in two scripts, namesakes, two people behind one info@ address."""
    Path("nine.csv").write_text(NINE, encoding="utf-8")
    assert smbcrm("import", "nine.csv").code == 0
    return smbcrm


def rows(run: Run) -> list[dict[str, str]]:
    assert run.code == 0, run.err
    return list(csv.DictReader(io.StringIO(run.out)))


def owners(smbcrm: Smbcrm) -> dict[str, str]:
    return {
        row["ref"]: row["customer_id"]
        for row in rows(smbcrm("sources", "rows", "--format", "csv"))
        if row["customer_id"]
    }


def listing(smbcrm: Smbcrm) -> str:
    return smbcrm("list", "--format", "csv").out + smbcrm("sources", "rows", "--format", "csv").out


def test_what_is_proven_is_joined_and_what_is_not_is_not(nine: Smbcrm) -> None:
    of = owners(nine)
    assert of["s1r2"] == of["s1r3"] == of["s1r8"]
    assert of["s1r4"] == of["s1r5"]
    assert len({of["s1r6"], of["s1r7"], of["s1r9"], of["s1r10"], of["s1r2"], of["s1r4"]}) == 6
    phones = nine("list", "--columns", "phones", "--format", "csv").out
    assert all(
        phone in phones for phone in ("+982188776655", "+982144556677", "+989121112222", "+989123334444")
    )


@pytest.mark.parametrize("words", [("split", "C1", "s1r8"), ("different", "C3", "C4"), ("same", "C3", "C4")])
def test_a_dry_run_says_what_would_be(nine: Smbcrm, words: tuple[str, ...]) -> None:
    before = listing(nine)
    told = nine("merge", *words, "--dry-run").out.splitlines()
    assert told[0] == "Without `--dry-run` this would be said:"
    assert told[-2:] == [
        "This was a dry run: nothing was kept.",
        "Next: the same command without `--dry-run`.",
    ]
    assert listing(nine) == before


def test_an_open_question_stands_once_between_two_customers(nine: Smbcrm) -> None:
    questions = rows(nine("merge", "list", "--format", "csv"))
    assert list(questions[0]) == [
        "pair",
        "customer_a",
        "customer_b",
        "verdict",
        "confidence",
        "evidence",
        "by",
    ]
    assert [(q["customer_a"], q["customer_b"], q["verdict"], q["by"]) for q in questions] == [
        ("C3", "C4", "review", "auto")
    ]


def test_same_joins_keeps_the_older_id_and_the_other_as_an_alias(nine: Smbcrm) -> None:
    before = listing(nine)
    assert nine("merge", "same", "C3", "C4").code == 0
    assert nine("list", "--format", "ids").out == "C1\nC2\nC3\nC5\nC6\n"
    assert nine("show", "C4", "--format", "ids").out == "C3\n"
    assert rows(nine("merge", "list", "--format", "csv")) == []
    assert nine("undo").code == 0
    assert listing(nine) == before


def test_different_is_remembered_through_every_later_import_and_merge(nine: Smbcrm) -> None:
    pair = rows(nine("merge", "list", "--format", "csv"))[0]["pair"]
    assert nine("merge", "different", pair).code == 0
    Path("more.csv").write_text(
        "Name,Phone\nمحمد حسینی,021-88776655\nSara Ahmadi,09129998877\n", encoding="utf-8"
    )
    assert nine("import", "more.csv").code == 0
    assert nine("merge").code == 0
    assert rows(nine("merge", "list", "--format", "csv")) == []
    of = owners(nine)
    assert of["s1r6"] == of["s2r2"] != of["s1r7"]


def test_a_split_takes_a_row_out_for_good_and_undo_puts_it_back(nine: Smbcrm) -> None:
    before = listing(nine)
    assert nine("merge", "split", "C1", "s1r8").code == 0
    of = owners(nine)
    assert of["s1r8"] == "C7"
    assert of["s1r2"] == of["s1r3"] == "C1"
    assert nine("merge").code == 0
    assert owners(nine) == of
    assert nine("undo", "2").code == 0
    assert listing(nine) == before


def test_a_split_gives_a_row_its_former_id_back(nine: Smbcrm) -> None:
    nine("merge", "same", "C3", "C4")
    nine("merge", "split", "C3", "s1r7")
    assert owners(nine)["s1r7"] == "C4"
    assert nine("show", "C4", "--format", "ids").out == "C4\n"


def test_same_after_different_is_the_newer_word(nine: Smbcrm) -> None:
    nine("merge", "different", "C3", "C4")
    nine("merge", "same", "C3", "C4")
    assert nine("list", "--format", "ids").out == "C1\nC2\nC3\nC5\nC6\n"


def test_a_newer_word_has_the_certainty_of_its_own(nine: Smbcrm) -> None:
    def said() -> list[tuple[str, float]]:
        listed = rows(nine("merge", "list", "--all", "--where", "by = 'owner'", "--format", "csv"))
        return [(row["verdict"], float(row["confidence"])) for row in listed]

    nine("merge", "same", "C3", "C4")
    ((same, sure),) = said()
    assert (same, sure) == ("same", 1)
    leaving = next(row["ref"] for row in rows(nine("show", "C3", "--all", "--format", "csv"))[::-1])
    assert nine("merge", "split", "C3", leaving).code == 0
    assert said() == [("different", 0)]
    nine("merge", "same", "C3", "C4")
    assert said() == [("same", 1)]


def test_a_choice_that_fits_nothing_does_not_say_that_nothing_is_open(nine: Smbcrm) -> None:
    for words in (("merge", "review", "--where", "a_id = 99"), ("merge", "list", "--where", "a_id = 99")):
        out = nine(*words).out
        assert "No open question fits your choice. All of them: `smbcrm merge list`" in out
        assert "No open questions" not in out
    assert "No pair fits your choice" in nine("merge", "list", "--all", "--where", "a_id = 99").out


def test_merging_again_changes_nothing(nine: Smbcrm) -> None:
    before = listing(nine), nine("merge", "list", "--all", "--format", "csv").out
    assert nine("merge").code == 0
    assert (listing(nine), nine("merge", "list", "--all", "--format", "csv").out) == before
    assert nine("undo", "--list", "--format", "ids").out == "1\n"


def test_explain_names_what_speaks_for_and_against(nine: Smbcrm) -> None:
    told = rows(nine("merge", "explain", "s1r2", "s1r8", "--format", "csv"))
    assert list(told[0]) == ["field", "evidence", "weight", "a", "b", "verdict", "confidence", "by"]
    assert {(row["a"], row["b"], row["verdict"], row["by"]) for row in told} == {
        ("s1r2", "s1r8", "same", "auto")
    }
    as_json = json.loads(nine("merge", "explain", "C5", "C6", "--format", "json").out)
    assert {row["verdict"] for row in as_json} <= {"review", "different"}
    assert all(type(row["confidence"]) in (int, float) for row in as_json)
    assert nine("merge", "explain", "C5", "C6", "--columns", "verdict", "-f", "md").code == 0
    said = [row["evidence"] for row in told]
    assert "same phone number" in said
    shown = nine("merge", "explain", "s1r2", "s1r8").out
    assert "Verdict: the same customer" in shown
    shown = nine("merge", "explain", "C5", "C6").out
    assert "Verdict: the same customer" not in shown


def test_an_edit_stays_with_the_row_that_led_when_it_was_made(nine: Smbcrm) -> None:
    nine("set", "C4", "city=Qom")
    nine("merge", "same", "C3", "C4")
    assert json.loads(nine("show", "C3", "--format", "json").out)[0]["city"] == "Qom"
    nine("merge", "split", "C3", "s1r7")
    assert json.loads(nine("show", "C4", "--format", "json").out)[0]["city"] == "Qom"
    assert json.loads(nine("show", "C3", "--format", "json").out)[0]["city"] == ""


def test_the_order_of_rows_and_files_does_not_matter(smbcrm: Smbcrm) -> None:
    lines = NINE.splitlines()
    Path("a.csv").write_text("\n".join([lines[0], *lines[:5:-1]]), encoding="utf-8")
    Path("b.csv").write_text("\n".join([lines[0], *lines[5:0:-1]]), encoding="utf-8")
    assert smbcrm("import", "b.csv", "a.csv").code == 0
    found = {}
    for row in rows(smbcrm("sources", "rows", "--format", "csv", "--columns", "source,row,customer_id")):
        text = Path(row["source"]).read_text(encoding="utf-8").splitlines()[int(row["row"]) - 1]
        found.setdefault(row["customer_id"], set()).add(text.split(",")[0])
    assert sorted(map(sorted, found.values())) == [["1", "2", "7"], ["3", "4"], ["5"], ["6"], ["8"], ["9"]]


def test_what_was_written_later_stays_and_is_named_and_goes_along_when_taken(nine: Smbcrm) -> None:
    nine("merge", "same", "C3", "C4")
    nine("set", "C3", "city=Qom")
    nine("log", "C3", "call", "wants a new offer")
    done = json.loads(nine("merge", "split", "C3", "s1r7", "--format", "json").out)
    assert [(one["ref"], one["what"]) for one in done["stays"]] == [
        ("s2r1", "city=Qom"),
        ("s2r2", "date=2026-11-22, kind=call, text=wants a new offer"),
    ]
    assert json.loads(nine("show", "C3", "--format", "json").out)[0]["city"] == "Qom"
    assert json.loads(nine("show", "C3", "--format", "json").out)[0]["last_interaction"] == "2026-11-22"
    nine("undo")
    assert nine("merge", "split", "C3", "s1r7", "--take", "s2r2").code == 0
    here, there = (json.loads(nine("show", who, "--format", "json").out)[0] for who in ("C3", "C4"))
    assert (here["city"], here["last_interaction"]) == ("Qom", None)
    assert (there["city"], there["last_interaction"]) == ("", "2026-11-22")
    merged = json.loads(nine("merge", "--dry-run", "--format", "json").out)
    assert (merged["customers_new"], merged["customers_updated"], merged["merged_rows"]) == (0, 0, 0)
    assert nine("undo").code == 0
    assert json.loads(nine("show", "C3", "--format", "json").out)[0]["last_interaction"] == "2026-11-22"


def test_what_the_owner_wrote_is_no_row_to_split(nine: Smbcrm) -> None:
    nine("merge", "same", "C3", "C4")
    nine("set", "C3", "city=Qom")
    refused = nine("merge", "split", "C3", "s2r1")
    assert (refused.code, "--take s2r1" in refused.err) == (2, True)
    assert nine("merge", "split", "C3", "s1r7", "--take", "s1r6").code == 2


@pytest.fixture
def till(smbcrm: Smbcrm) -> Smbcrm:
    """Two customers with sales of their own, as a till writes them."""
    Path("list.csv").write_text(
        "Name,Mobile\nSara Ahmadi,09123456701\nReza Karimi,09351112233\n", encoding="utf-8"
    )
    sales = [f"{n},2026-03-0{n},{who},{1000 * n}" for n, who in enumerate(
        ["Sara Ahmadi,09123456701", "Reza Karimi,09351112233"] * 4, start=1
    )]  # fmt: skip
    Path("till.csv").write_text(
        "\n".join(["Invoice,Date,Customer,Mobile,Amount", *sales]) + "\n", encoding="utf-8"
    )
    assert smbcrm("import", "list.csv", "till.csv").code == 0
    return smbcrm


def money(smbcrm: Smbcrm) -> dict[str, float]:
    found = json.loads(smbcrm("list", "--columns", "id,spend", "--format", "json").out)
    return {row["id"]: row["spend"] for row in found}


def test_same_brings_every_row_of_the_other_customer_along(till: Smbcrm) -> None:
    before = listing(till)
    assert money(till) == {"C1": 16000, "C2": 20000}
    assert till("merge", "same", "C2", "C1").code == 0
    assert money(till) == {"C1": 36000}
    assert till("merge").code == 0
    assert money(till) == {"C1": 36000}
    assert till("undo").code == 0
    assert listing(till) == before


def test_a_split_moves_exactly_the_row_that_was_named(till: Smbcrm) -> None:
    of = owners(till)
    assert of["s2r4"] == "C1"
    assert till("merge", "split", "C1", "s2r4").code == 0
    after = owners(till)
    assert after["s2r4"] == "C3"
    assert {ref: who for ref, who in after.items() if ref != "s2r4"} == {
        r: w for r, w in of.items() if r != "s2r4"
    }
    assert money(till) == {"C1": 13000, "C2": 20000, "C3": 3000}
    assert till("merge").code == 0
    assert owners(till) == after


def test_the_oldest_row_can_leave_and_the_customer_keeps_his_id(till: Smbcrm) -> None:
    assert till("merge", "split", "C1", "s1r2").code == 0
    assert owners(till)["s1r2"] == "C3"
    assert money(till) == {"C1": 16000, "C2": 20000, "C3": None}


def test_a_sale_with_only_a_phone_goes_to_the_one_who_has_it(till: Smbcrm) -> None:
    Path("more.csv").write_text(
        "Date,Mobile,Amount\n2026-04-01,09123456701,500\n2026-04-02,09351112233,700\n", encoding="utf-8"
    )
    assert till("import", "more.csv", "--as", "purchases").code == 0
    assert money(till) == {"C1": 16500, "C2": 20700}


def test_a_sale_with_only_a_name_goes_to_the_one_who_has_it_and_to_none_of_two(till: Smbcrm) -> None:
    Path("more.csv").write_text("Date,Customer,Amount\n2026-04-01,Sara Ahmadi,500\n", encoding="utf-8")
    assert till("import", "more.csv", "--as", "purchases").code == 0
    assert money(till) == {"C1": 16500, "C2": 20000}
    Path("list2.csv").write_text("Full name,Phone\nReza Karimi,09127770000\n", encoding="utf-8")
    Path("late.csv").write_text("Day,Client,Sum\n2026-04-02,Reza Karimi,700\n", encoding="utf-8")
    assert till("import", "list2.csv").code == 0
    assert till("import", "late.csv", "--as", "purchases").code == 0
    assert {who: spent for who, spent in money(till).items() if who in ("C1", "C2")} == {
        "C1": 16500,
        "C2": 20000,
    }


def test_a_row_that_left_its_file_keeps_a_name_of_its_own(smbcrm: Smbcrm) -> None:
    people = [f"Person{n} Family{n},0912345670{n}" for n in range(6)]
    Path("list.csv").write_text("\n".join(["Name,Mobile", *people]), encoding="utf-8")
    smbcrm("import", "list.csv")
    Path("list.csv").write_text("\n".join(["Name,Mobile", *people[1:]]), encoding="utf-8")
    smbcrm("import", "list.csv")
    refs = [row["ref"] for row in rows(smbcrm("sources", "rows", "--format", "csv"))]
    assert len(refs) == len(set(refs)) == 6
    (gone,) = [row for row in rows(smbcrm("sources", "rows", "--format", "csv")) if row["status"] == "gone"]
    assert (
        smbcrm("show", gone["ref"], "--columns", "name", "--format", "csv").out == "name\nPerson0 Family0\n"
    )


def test_what_the_owner_decided_is_listed_once(nine: Smbcrm) -> None:
    def pairs() -> list[tuple[str, str, str]]:
        listed = rows(nine("merge", "list", "--all", "--format", "csv"))
        return [(row["customer_a"], row["customer_b"], row["verdict"]) for row in listed]

    nine("merge", "different", "C3", "C4")
    assert [told for told in pairs() if set(told[:2]) == {"C3", "C4"}] == [("C3", "C4", "different")]
    nine("merge", "same", "C3", "C4")
    assert not [told for told in pairs() if set(told[:2]) == {"C3", "C4"}]
    listed = rows(nine("merge", "list", "--all", "--columns", "ref_a,ref_b,by", "--format", "csv"))
    assert len({(row["ref_a"], row["ref_b"]) for row in listed}) == len(listed)
    assert "Row A" in nine("merge", "list", "--all").out
