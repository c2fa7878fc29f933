"""Checking the data: every finding names a command, the command mends it, and a clean list is told in one line."""

from __future__ import annotations

import csv
import io
import json
import shlex
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from smbcrm.core.checking import FINDINGS
from tests.conftest import Run

Smbcrm = Callable[..., Run]
LIST = """\
نام,موبایل,ایمیل,شهر,تولد,کد ملی,امتیاز
علی رضایی,۰۹۱۲۱۲۳۴۵۶۷,ali@kian.ir,شیراز,۱۳۶۰/۰۵/۰۱,0084575948,9
سارا احمدی,9.12E+09,none@none.com,شیراز,۱۴۱۰/۰۱/۱۵,0084575949,8
Kian Zand,1111111,kian@@zand,Shiraz,1860-03-04,,7
حسن صادقی,,,تهران,,,5
,09351112233,,قم,,,6
مریم کریمی,09123334444,maryam@shop.ir,قم,روز برفی,,15
"""
TILL = """\
نام,موبایل,تاریخ,مبلغ,ارز
علی رضایی,09121234567,2026-10-01,1200000,IRR
علی رضایی,09121234567,2027-01-05,900000,IRR
مریم کریمی,09123334444,,500000,IRR
مریم کریمی,09123334444,2026-09-01,,IRR
مریم کریمی,09123334444,2026-09-02,25,USD
"""
CLEAN = "نام,موبایل,شهر\nعلی رضایی,۰۹۱۲۱۲۳۴۵۶۷,شیراز\nSara Ahmadi,+98 935 111 2233,Qom\n"


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """A list and a till with something wrong in nearly every row."""
    Path("list.csv").write_text(LIST, encoding="utf-8")
    Path("till.csv").write_text(TILL, encoding="utf-8")
    assert smbcrm("import", "list.csv", "till.csv").code == 0
    return smbcrm


@pytest.fixture
def clean(smbcrm: Smbcrm) -> Smbcrm:
    """A list with nothing wrong in it."""
    Path("clean.csv").write_text(CLEAN, encoding="utf-8")
    assert smbcrm("import", "clean.csv").code == 0
    return smbcrm


def rows(run: Run) -> list[dict[str, str]]:
    assert run.code == 0, run.err
    return list(csv.DictReader(io.StringIO(run.out)))


def found(smbcrm: Smbcrm, *words: str) -> list[tuple[str, str]]:
    return [(row["finding"], row["id"]) for row in rows(smbcrm("check", *words, "--format", "csv"))]


def obey(smbcrm: Smbcrm, finding: str, *, known: str) -> Run:
    """Type the command of the first such finding, what only the owner knows in place of the dots."""
    fix = rows(smbcrm("check", "--only", finding, "--format", "csv"))[0]["fix"]
    program, *words = shlex.split(fix.replace("...", known))
    assert program == "smbcrm"
    return smbcrm(*words)


def test_everything_that_is_wrong_is_named_with_its_command(shop: Smbcrm) -> None:
    assert shop("check", "--format", "csv") == Run(
        0,
        "finding,id,name,what,value,fix\n"
        "phone,C2,سارا احمدی,a spreadsheet shortened this number and its last digits are lost,9.12E+09,"
        "smbcrm set C2 phone= phones=...\n"
        "phone,C3,Kian Zand,a number that only fills the cell,1111111,smbcrm set C3 phone= phones=...\n"
        "email,C2,سارا احمدی,an address that only fills the cell,none@none.com,smbcrm set C2 email= emails=...\n"
        "email,C3,Kian Zand,not an e-mail address,kian@@zand,smbcrm set C3 email= emails=...\n"
        "national_id,C2,سارا احمدی,the check digit of this national id does not fit,0084575949,"
        "smbcrm set C2 national_id=...\n"
        "birth_date,C2,سارا احمدی,born on 2031-04-04: that day is yet to come,2031-04-04,smbcrm set C2 birth_date=...\n"
        "birth_date,C3,Kian Zand,born on 1860-03-04: more than 120 years ago,1860-03-04,smbcrm set C3 birth_date=...\n"
        "birth_date,C6,مریم کریمی,not understood as a date,روز برفی,smbcrm set C6 birth_date=...\n"
        'no_name,C5,,without a name,,"smbcrm set C5 ""name=..."""\n'
        'unreachable,C4,حسن صادقی,"no phone, e-mail or address",,smbcrm set C4 phone=...\n'
        "own_score,C6,مریم کریمی,not a score from 1 to 10 in halves,15,smbcrm score set C6 ...\n"
        "sale_date,s2r3,علی رضایی,2027-01-05 is yet to come,2027-01-05,smbcrm import till.csv --source till.csv\n"
        "sale_date,s2r4,مریم کریمی,a purchase without a date,,smbcrm import till.csv --source till.csv\n"
        "sale_amount,s2r5,مریم کریمی,a purchase without an amount,,smbcrm import till.csv --source till.csv\n"
        'currency,s2r6,مریم کریمی,"a purchase in USD, most are in IRR",25 USD,smbcrm import till.csv --source till.csv\n'
        "mixed_currency,C6,مریم کریمی,money in IRR; USD: only IRR is counted,IRR; USD,smbcrm show C6 --all\n",
        "",
    )


def test_a_day_that_can_be_two_or_does_not_exist_is_called_that(smbcrm: Smbcrm) -> None:
    people = "Name,Phone,Birthday\nJohn Smith,+442079460958,03/04/1980\nرضا کریمی,09123450002,۱۳۵۰/۱۳/۰۵\n"
    Path("list.csv").write_text(people, encoding="utf-8")
    smbcrm("import", "list.csv")
    assert [row["what"] for row in rows(smbcrm("check", "--only", "birth_date", "--format", "csv"))] == [
        "03/04/1980 may be 1980-04-03 or 1980-03-04",
        "there is no day ۱۳۵۰/۱۳/۰۵",
    ]


def test_a_person_reads_counts_and_the_next_command_below_the_table(shop: Smbcrm) -> None:
    assert shop("check", "--only", "sale_date,sale_amount", "--sort", "-finding", "-n", "2") == Run(
        0,
        "Finding    Id    Name        What is wrong              Value       Command\n"
        "---------  ----  ----------  -------------------------  ----------  ----------------------------------------\n"
        "sale_date  s2r3  علی رضایی   2027-01-05 is yet to come  2027-01-05  smbcrm import till.csv --source till.csv\n"
        "sale_date  s2r4  مریم کریمی  a purchase without a date              smbcrm import till.csv --source till.csv\n"
        "Found: sale_date 2, sale_amount 1\n"
        "Next: `smbcrm import till.csv --source till.csv`\n",
        "",
    )


def test_persian_has_words_and_days_of_its_own(shop: Smbcrm) -> None:
    run = shop(
        "check", "--only", "birth_date,phone", "--sort", "-value", "--lang", "fa", "--calendar", "jalali"
    )
    assert run == Run(
        0,
        "یافته       شناسه  نام         ایراد                                                             مقدار       فرمان\n"
        "----------  -----  ----------  ----------------------------------------------------------------  ----------  -------------------------------\n"
        "تاریخ تولد  C6     مریم کریمی  تاریخ از آن فهمیده نشد                                            روز برفی    smbcrm set C6 birth_date=...\n"
        "تلفن        C2     سارا احمدی  صفحه\u200cگسترده این شماره را کوتاه کرده و رقم\u200cهای آخرش از دست رفته است  9.12E+09    smbcrm set C2 phone= phones=...\n"
        "تاریخ تولد  C2     سارا احمدی  تولد ۱۴۱۰/۰۱/۱۵: این روز هنوز نرسیده است                          2031-04-04  smbcrm set C2 birth_date=...\n"
        "تاریخ تولد  C3     Kian Zand   تولد ۱۲۳۸/۱۲/۱۴: بیش از ۱۲۰ سال پیش                               1860-03-04  smbcrm set C3 birth_date=...\n"
        "تلفن        C3     Kian Zand   شماره\u200cای که تنها خانه را پر می\u200cکند                                  1111111     smbcrm set C3 phone= phones=...\n"
        "یافته\u200cها: تاریخ تولد ۳، تلفن ۲\n"
        "گام بعد: `smbcrm set C6 birth_date=...`\n",
        "",
    )


def test_a_clean_list_is_told_in_one_line_and_machines_get_nothing(clean: Smbcrm) -> None:
    assert clean("check") == Run(0, "Nothing to mend was found.\n", "")
    assert clean("check", "--lang", "fa") == Run(0, "چیزی برای درست کردن پیدا نشد.\n", "")
    assert clean("check", "--format", "json") == Run(0, "[]\n", "")
    assert clean("check", "--format", "csv") == Run(0, "finding,id,name,what,value,fix\n", "")
    assert clean("check", "--format", "jsonl") == Run(0, "", "")
    assert clean("check", "--fail-on", "any") == Run(0, "Nothing to mend was found.\n", "")


def test_an_empty_store_has_nothing_to_mend(smbcrm: Smbcrm) -> None:
    assert smbcrm("check").code == 4
    smbcrm("init")
    nobody = "There are no customers yet. `smbcrm run FILE` brings yours in, `smbcrm add NAME` notes one.\n"
    assert smbcrm("check") == Run(0, nobody, "")
    smbcrm("add", "Sara Ahmadi", "phone=09123456789")
    assert smbcrm("check").out == "Nothing to mend was found.\n"


@pytest.mark.parametrize(
    ("finding", "known"),
    [
        ("phone", "09121112233"),
        ("email", "someone@kian.ir"),
        ("national_id", "0084575948"),
        ("birth_date", "1370/01/01"),
        ("no_name", "رضا قمی"),
        ("unreachable", "09351119999"),
        ("own_score", "7.5"),
    ],
)
def test_a_command_mends_what_it_stands_beside(shop: Smbcrm, finding: str, known: str) -> None:
    before = found(shop, "--only", finding)
    assert obey(shop, finding, known=known).code == 0
    assert found(shop, "--only", finding) == before[1:]


def test_a_command_typed_with_its_dots_makes_nothing_worse(shop: Smbcrm) -> None:
    for finding in ("phone", "email"):
        assert obey(shop, finding, known="...").code == 0
    assert found(shop, "--only", "phone,email") == [("phone", "C3"), ("email", "C3")]


def test_what_was_right_beside_a_wrong_number_is_kept(clean: Smbcrm) -> None:
    clean("set", "C1", "phone=۱۲۳۴۵۶۷", "email=ali@@kian")
    clean("set", "C1", "email=ali@kian.ir")
    fixes = [row["fix"] for row in rows(clean("check", "--format", "csv"))]
    assert fixes == [
        "smbcrm set C1 phone= phones=+989121234567",
        'smbcrm set C1 email= "emails=ali@kian.ir; ..."',
    ]
    for fix in fixes:
        clean(*shlex.split(fix)[1:])
    kept = json.loads(clean("show", "C1", "--format", "json").out)[0]
    assert (kept["phones"], kept["emails"]) == (["+989121234567"], ["ali@kian.ir"])
    assert found(clean) == []


def test_days_and_amounts_of_calls_and_payments_are_looked_at_too(clean: Smbcrm) -> None:
    calls = "Date,Caller,Phone,Type,What was said\n2026-10-01,Sara Ahmadi,09351112233,call,prices\n{},Sara Ahmadi,09351112233,call,hours\n"
    paid = "Paid on,Customer,Phone,Amount,Invoice no\n2026-10-01,Sara Ahmadi,09351112233,500000,7\n{},Sara Ahmadi,09351112233,{},8\n"
    Path("calls.csv").write_text(calls.format("2026-13-02"), encoding="utf-8")
    Path("paid.csv").write_text(paid.format("2026-02-31", "abc"), encoding="utf-8")
    assert clean("import", "calls.csv", "--as", "interactions").code == 0
    assert clean("import", "paid.csv", "--as", "payments").code == 0
    told = rows(clean("check", "--only", "date,sale_amount", "--format", "csv"))
    assert [(row["finding"], row["id"], row["value"]) for row in told] == [
        ("date", "s2r3", "2026-13-02"), ("date", "s3r3", "2026-02-31"), ("sale_amount", "s3r3", "abc"),
    ]  # fmt: skip
    Path("calls.csv").write_text(calls.format("2026-10-02"), encoding="utf-8")
    Path("paid.csv").write_text(paid.format("2026-10-03", "400000"), encoding="utf-8")
    for finding in ("date", "sale_amount"):
        assert obey(clean, finding, known="").code == 0
    assert found(clean, "--only", "date,sale_amount") == []


def test_an_answer_that_cannot_be_right_is_named(clean: Smbcrm) -> None:
    survey = "Date,Name,Phone,How satisfied are you?\n2026-10-01,Sara Ahmadi,09351112233,4/5\n2026-10-02,Sara Ahmadi,09351112233,{}/5\n"
    more = "2026-10-03,Sara Ahmadi,09351112233,5/5\n"
    Path("survey.csv").write_text(survey.format(9) + more, encoding="utf-8")
    assert clean("import", "survey.csv").code == 0
    told = rows(clean("check", "--only", "rating", "--format", "csv"))
    assert [(row["finding"], row["id"], row["value"]) for row in told] == [("rating", "s2r3", "9/5")]
    Path("survey.csv").write_text(survey.format(3) + more, encoding="utf-8")
    assert obey(clean, "rating", known="").code == 0
    assert found(clean, "--only", "rating") == []


def test_a_sale_mended_in_its_file_and_imported_again_is_right(shop: Smbcrm) -> None:
    text = TILL.replace("2027-01-05", "2026-01-05").replace("2026-09-01,,", "2026-09-01,70000,")
    Path("till.csv").write_text(text.replace("09123334444,,", "09123334444,2026-08-01,"), encoding="utf-8")
    assert obey(shop, "sale_date", known="").code == 0
    assert found(shop, "--only", "sale_date,sale_amount") == []


def test_a_day_that_has_come_is_no_fault_any_more(shop: Smbcrm) -> None:
    later = shop("check", "--only", "sale_date,birth_date", "--format", "ids", today="2031-04-04")
    assert later.out == "C3\nC6\ns2r4\n"


def test_every_open_question_is_one_line(smbcrm: Smbcrm) -> None:
    Path("two.csv").write_text(
        "Name,Company,Phone\nمحمد حسینی,,021-88776655\nمحمد حسینی,,02144556677\n", encoding="utf-8"
    )
    assert smbcrm("import", "two.csv").code == 0
    questions = json.loads(smbcrm("merge", "list", "--format", "json").out)
    listed = json.loads(smbcrm("check", "--only", "duplicate", "--format", "json").out)
    assert [(one["id"], one["value"], one["fix"]) for one in listed] == [
        (q["customer_a"], q["customer_b"], f"smbcrm merge different {q['customer_a']} {q['customer_b']}")
        for q in questions
    ]
    assert len(listed) == 1
    assert obey(smbcrm, "duplicate", known="").code == 0
    assert found(smbcrm, "--only", "duplicate") == []


def test_a_column_that_nobody_fills_is_named_until_it_is_gone(smbcrm: Smbcrm) -> None:
    names = "سارا احمدی,رضا کریمی,مینا توکلی,امید جلالی,نادر عظیمی,لیلا سهرابی,فرید مرادی,هدی زند,کیان راد,پری نیک,یاشار تقوی,بهار ملکی"
    people = [f"{name},0912{1000000 + 791931 * n}" for n, name in enumerate(names.split(","))]
    Path("my list.csv").write_text(
        "نام,موبایل,رنگ دلخواه\n" + "".join(f"{one},\n" for one in people), encoding="utf-8"
    )
    smbcrm("import", "my list.csv")
    assert rows(smbcrm("check", "--format", "csv")) == [
        {
            "finding": "column",
            "id": "s1",
            "name": "my list.csv",
            "what": "filled in 0 of 12 rows: fill it, or take the column out of the file",
            "value": "رنگ دلخواه",
            "fix": 'smbcrm import "my list.csv" --source "my list.csv"',
        }
    ]
    Path("my list.csv").write_text(
        "نام,موبایل,رنگ دلخواه\n" + "".join(f"{one},آبی\n" for one in people), encoding="utf-8"
    )
    assert obey(smbcrm, "column", known="").code == 0
    assert found(smbcrm) == []


def test_purchases_of_a_removed_customer_are_named_until_he_is_back(shop: Smbcrm) -> None:
    shop("remove", "C1")
    assert rows(shop("check", "--only", "removed", "--format", "csv")) == [
        {
            "finding": "removed",
            "id": "C1",
            "name": "علی رضایی",
            "what": "taken off the list, but 2 purchases are kept",
            "value": "2",
            "fix": "smbcrm undo 2",
        }
    ]
    assert ("sale_date", "s2r3") not in found(shop)
    assert obey(shop, "removed", known="").code == 0
    assert found(shop, "--only", "removed") == []


def test_a_contact_noted_for_a_day_to_come_can_be_taken_back(clean: Smbcrm) -> None:
    assert clean("log", "C1", "call", "سلام", today="2027-03-01").code == 0
    (finding,) = rows(clean("check", "--format", "csv"))
    assert (finding["finding"], finding["name"], finding["value"]) == ("date", "علی رضایی", "2027-03-01")
    assert obey(clean, "date", known="").code == 0
    assert found(clean) == []


def test_rows_that_belong_to_nobody_are_found_and_linked_again(clean: Smbcrm, data: Path) -> None:
    with sqlite3.connect(data / "crm.db") as db:
        db.execute("UPDATE source_row SET customer_id = NULL WHERE number = 3")
    assert rows(clean("check", "--format", "csv")) == [
        {
            "finding": "orphan",
            "id": "s1r3",
            "name": "Sara Ahmadi",
            "what": "a row that belongs to no customer",
            "value": "",
            "fix": "smbcrm merge",
        }
    ]
    assert obey(clean, "orphan", known="").code == 0
    assert found(clean) == []


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--only", "phone,EMAIL"), "C2\nC3\nC2\nC3\n"),
        (("--only", "no-name"), "C5\n"),
        (("--where", "id = 'C6' AND finding <> 'own_score'"), "C6\nC6\n"),
        (("--where", "what LIKE '%currency%' OR fold(name) = fold('حسن صادقي')"), "C4\n"),
        (("--only", "birth_date", "--sort", "value"), "C3\nC2\nC6\n"),
        (("--only", "birth_date", "--sort", "-id", "-n", "1"), "C6\n"),
        (("-n", "0"), ""),
    ],
)
def test_findings_are_chosen_like_other_records(shop: Smbcrm, words: tuple[str, ...], ids: str) -> None:
    assert shop("check", *words, "--format", "ids") == Run(0, ids, "")


def test_columns_are_chosen_and_a_file_is_written(shop: Smbcrm) -> None:
    run = shop("check", "--only", "no_name", "--columns", "fix,id", "-o", "found.csv")
    assert run == Run(0, "", "1 row written to found.csv\n")
    assert Path("found.csv").read_text(encoding="utf-8") == 'fix,id\n"smbcrm set C5 ""name=...""",C5\n'


def test_a_condition_that_holds_ends_in_10_and_still_prints(shop: Smbcrm) -> None:
    said = "hint: the last column says what to type for each.\n"
    assert shop("check", "--only", "no_name", "--fail-on", "any", "--format", "ids") == Run(
        10, "C5\n", "smbcrm: error: --fail-on: 1 finding.\n" + said
    )
    assert shop("check", "--fail-on", "phone,own_score", "-n", "0", "--format", "ids") == Run(
        10, "", "smbcrm: error: --fail-on: 3 findings.\n" + said
    )
    assert shop("check", "--fail-on", "duplicate", "--format", "ids", "-n", "1") == Run(0, "C2\n", "")


@pytest.mark.parametrize(
    ("words", "what", "hint"),
    [
        (("--only", "typo"), "there is no finding typo", "choose among: " + ", ".join(FINDINGS)),
        (("--fail-on", "typo"), "there is no finding typo", "choose among: " + ", ".join(FINDINGS)),
        (
            ("--only", "phone", "--fail-on", "email"),
            "--fail-on names a finding that --only leaves out",
            "name it with --only, too, or leave --only out",
        ),
        (
            ("--columns", "city"),
            "there is no column city",
            "the columns are finding, id, name, what, value, fix",
        ),
    ],
)
def test_what_is_not_there_is_said(clean: Smbcrm, words: tuple[str, ...], what: str, hint: str) -> None:
    assert clean("check", *words) == Run(2, "", f"smbcrm: error: {what}.\nhint: {hint}.\n")


def test_checking_changes_nothing(shop: Smbcrm, data: Path) -> None:
    before = (data / "crm.db").read_bytes()
    assert shop("check", "--sort", "name").code == 0
    assert (data / "crm.db").read_bytes() == before
