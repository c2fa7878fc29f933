"""What is exported comes back as it went: into the same store without a change, into an empty one as the same customers."""

from __future__ import annotations

import datetime
import itertools
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smbcrm.core.identity import is_null_token
from smbcrm.core.selection import ALL
from smbcrm.core.text import clean
from smbcrm.output.dealings.record_sets import LIST as LIST_COLUMNS
from smbcrm.output.dealings.record_sets import keys
from smbcrm.output.emit import OutputOptions, export_file
from smbcrm.output.files.export_columns import export_columns
from smbcrm.output.view import View
from smbcrm.readers.headers import load_headers
from smbcrm.readers.open_file import read_file
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.edit_customer import add_customer
from smbcrm.usecases.export_customers import export_customers
from smbcrm.usecases.import_files import ImportOptions, import_files
from tests.conftest import Run

Smbcrm = Callable[..., Run]

PEOPLE: tuple[tuple[str, ...], ...] = (
    ("علی رضایی", "phone=۰۹۱۲۱۲۳۴۵۶۷", "city=شیراز", "tags=vip,old", "own_score=9", "رنگ دلخواه=آبی", "birth_date=1360/05/02"),
    ("Sara Ahmadi", "email=Sara@Example.com; s2@example.org", "phone=021-88776655 داخلی 12, 09351112233", "total_spent=1.1250",
     'notes=likes "blue", not red; really', "shoe size=43", "do_not_contact=yes", "own_score=7.5", "birth_date=1984-02-29"),
    ("Kian Store", "company=Kian Store", "phone=0713-234 5678", "total_spent=1,250,000", "Size 2=x", "رده=طلایی"),
    ("=SUM(A1)", "company=+1+cmd|' /C calc'!A0", "notes='@here", "city=-Ardabil", "phone=call my wife", "mood=-:"),
    ("Null", "first_name=Null", "last_name=Nobody", "postal_code=01234", "national_id=0084575948", "customer_code=C77",
     "balance=-1250.5", "website=www.example.org", "job_title=Head; of, all", "instagram=@null_true"),
    ("مینا توکلی", "address=خیابان حافظ، پلاک ۲۷۷", "province=تهران", "district=یوسف‌آباد", "birth_date=--05-17", "referrer=C1",
     "created_at=2020-01-31", "points=120", "یادداشت دوم=خط اول؛ خط دوم"),
)  # fmt: skip
EDITS = (("C2", "notes==1+1\nsecond, line; third"), ("C6", "phone=09120000006"), ("C6", "phone=021-22334455"))
LIST = (
    "Name,Mobile,Home Address,Work Address,Other Address,Date of birth,Email,Loves\n"
    'Nader Azimi,09123450001,"12 Bridge Road, Leeds","Unit 4; Mill Lane","PO Box 9",1970-12-01,nader@example.org,"tea, cake"\n'
    'لیلا سهرابی,۰۹۱۲۳۴۵۰۰۰۲,"تهران، خیابان آزادی","شیراز؛ زند",,1365/12/30,,\n'
    "Omid Jalali,09123450003,,,,,omid@example.org; o.jalali@example.com,=2+2\n"
)
FILES = ("list.csv", "list.tsv", "list.xlsx", "list.vcf", "fa.xlsx", "jalali.xlsx")
COMPUTED = ("id", "score", "suggested_score", "tier", "rows")


def fill(smbcrm: Smbcrm) -> None:
    assert smbcrm("init").code == 0
    for person in PEOPLE:
        assert smbcrm("add", *person).code == 0
    for who, edit in EDITS:
        assert smbcrm("set", who, edit).code == 0
    Path("people.csv").write_text(LIST, encoding="utf-8")
    assert smbcrm("import", "people.csv").code == 0


def export(smbcrm: Smbcrm, file: str) -> None:
    words = {"fa.xlsx": ("--lang", "fa"), "jalali.xlsx": ("--calendar", "jalali")}.get(file, ())
    done = smbcrm(*words, "export", file)
    assert done.code == 0, done.err


def everything(smbcrm: Smbcrm) -> dict[str, str]:
    """All that can be seen of the customers, the rows they came from included."""
    ids = smbcrm("list", "--format", "ids").out.split()
    lists = smbcrm("list", "--columns", "id,name,company,phone,email,city,score,own_score,tier,tags,rows,do_not_contact,notes", "--format", "csv")  # fmt: skip
    return {
        "list": lists.out,
        "questions": smbcrm("merge", "list", "--format", "csv").out,
        "operations": smbcrm("undo", "--list", "--format", "ids").out,
        "sources": smbcrm("sources", "--format", "csv").out,
        **{number: smbcrm("show", number, "--all", "--format", "json").out for number in ids},
    }


def golden(data: Path) -> list[dict[str, Any]]:
    """The customers as they are kept, without what hangs on their ids or is computed."""
    with sqlite3.connect(data / "crm.db") as db:
        found = db.execute(
            "SELECT name, company, phone, email, city, tags, own_score, spend, do_not_contact, fields FROM customer "
            "WHERE archived = 0 ORDER BY id"
        ).fetchall()
    return [{"plain": row[:-1], **json.loads(row[-1])} for row in found]


@pytest.mark.parametrize("file", FILES)
def test_an_export_imported_where_it_came_from_changes_nothing(smbcrm: Smbcrm, file: str) -> None:
    fill(smbcrm)
    export(smbcrm, file)
    before = everything(smbcrm)
    done = smbcrm("import", file, "--format", "json")
    assert done.code == 0, done.err
    (sheet,) = json.loads(done.out)["files"]
    assert (sheet["rows_read"], sheet["rows_unchanged"]) == (9, 9)
    assert everything(smbcrm) == before


@pytest.mark.parametrize("file", FILES)
def test_an_export_imported_into_an_empty_store_gives_the_same_customers(
    smbcrm: Smbcrm, data: Path, tmp_path: Path, file: str
) -> None:
    fill(smbcrm)
    export(smbcrm, file)
    elsewhere = tmp_path / "elsewhere"
    done = smbcrm("--data", str(elsewhere), "import", file)
    assert done.code == 0, done.err
    assert golden(elsewhere) == golden(data)


def test_an_edited_row_of_an_export_is_news_and_the_others_are_not(smbcrm: Smbcrm) -> None:
    fill(smbcrm)
    export(smbcrm, "list.csv")
    text = Path("list.csv").read_text("utf-8")
    Path("list.csv").write_text(
        text.replace("nader@example.org", "nader@example.org; n2@example.org"), "utf-8"
    )
    (sheet,) = json.loads(smbcrm("import", "list.csv", "--format", "json").out)["files"]
    assert (sheet["rows_imported"], sheet["rows_unchanged"]) == (1, 8)
    shown = json.loads(smbcrm("show", "C7", "--format", "json").out)[0]
    assert shown["emails"] == ["nader@example.org", "n2@example.org"]
    assert len(smbcrm("list", "--format", "ids").out.split()) == 9


TWO_SARAS = (
    "Code,Name,Mobile,E-mail,City\n1,Ali Rezaei,09121234567,ali@mail.example,Tehran\n"
    "3,سارا کریمی,09351112233,k@mail.example,Yazd\n4,سارا کریمی,09351119944,sk@mail.example,Qom\n"
)


def test_an_edited_export_that_joins_two_customers_is_the_same_file_when_it_comes_again(
    smbcrm: Smbcrm,
) -> None:
    Path("people.csv").write_text(TWO_SARAS, "utf-8")
    assert smbcrm("import", "people.csv").code == 0
    export(smbcrm, "list.csv")
    text = Path("list.csv").read_text("utf-8")
    Path("list.csv").write_text(text.replace("+989351112233", "+989351119944"), "utf-8")
    assert smbcrm("import", "list.csv").code == 0
    once = everything(smbcrm)
    assert len(once["list"].splitlines()) == 1 + 2
    (sheet,) = json.loads(smbcrm("import", "list.csv", "--format", "json").out)["files"]
    assert (sheet["rows_imported"], sheet["rows_unchanged"]) == (0, 3)
    assert everything(smbcrm) == once


def test_an_export_from_before_two_customers_were_joined_says_nothing_new(smbcrm: Smbcrm) -> None:
    Path("people.csv").write_text(TWO_SARAS, "utf-8")
    assert smbcrm("import", "people.csv").code == 0
    export(smbcrm, "list.csv")
    assert smbcrm("merge", "same", "C2", "C3").code == 0
    joined = everything(smbcrm)
    assert smbcrm("import", "list.csv").code == 0
    assert everything(smbcrm) == joined
    # What is edited in it since is news, whichever of the two ids its row has.
    text = Path("list.csv").read_text("utf-8")
    Path("list.csv").write_text(text.replace("Qom", "Kashan"), "utf-8")
    assert smbcrm("import", "list.csv").code == 0
    assert json.loads(smbcrm("show", "C2", "--format", "json").out)[0]["city"] == "Kashan"


def test_another_shops_export_is_not_taken_for_ours(smbcrm: Smbcrm, tmp_path: Path) -> None:
    fill(smbcrm)
    export(smbcrm, "list.csv")
    elsewhere = str(tmp_path / "elsewhere")
    smbcrm("--data", elsewhere, "init")
    for name in ("Pari Nik", "Kian Rad"):
        smbcrm("--data", elsewhere, "add", name, f"email={name.split()[0].lower()}@example.net")
    assert smbcrm("--data", elsewhere, "import", "list.csv").code == 0
    assert len(smbcrm("--data", elsewhere, "list", "--format", "ids").out.split()) == 11


SIGNS = "abcXYZ آبپچ ۰۱۲0123=+-@'\",;؛،.:()/&#%|"
LINES = st.text(st.sampled_from(SIGNS + "\n"), max_size=24)
TEXTS = st.text(st.sampled_from(SIGNS), max_size=16)
NAMES = (
    "Sara Ahmadi",
    "علی رضایی",
    "Null",
    "True North",
    "دکتر مینا توکلی",
    "O'Neil, Pat",
    "=A1 B",
    "'90s Music",
    "Kian & Co",
)
PHONES = ("+98912000{:04d}", "+98218877{:04d}", "+98218866{:04d};ext=7", "+49301234{:04d}", "ask no. {}")
OWN = ("shoe size", "رنگ دلخواه", "Phone of uncle", "Tier 2", "کد رهگیری", "Size (EU)", "2024", "Loves; hates", 'The "best"', "=x", "رده", "Date")  # fmt: skip
DAYS = st.dates(datetime.date(1850, 1, 1), datetime.date(2100, 1, 1)).map(str)


@st.composite
def customers(draw: st.DrawFn) -> list[dict[str, str]]:
    """Customers as the owner types them, each with a name, phones and e-mails of his own, so that nobody is taken for another."""
    people = []
    number = itertools.count(1)
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)):
        several = st.integers(1, 3)
        values = {
            "phone": st.lists(st.sampled_from(PHONES), min_size=1, max_size=3, unique=True),
            "email": several.map(lambda count: "; ".join(f"p{next(number)}@example.org" for _ in range(count))),
            "tags": st.lists(st.sampled_from(["vip", "قدیمی", "late payer", "=tag", "a+b"]), min_size=1, unique=True).map(",".join),
            "own_score": st.integers(2, 20).map(lambda half: str(half / 2)),
            "birth_date": DAYS | st.just("--02-29"),
            "total_spent": st.integers(0, 10**9).map(str) | st.integers(1, 10**6).map(lambda part: f"{part / 1000:.4f}"),
            "do_not_contact": st.just("yes"),
            "notes": LINES,
            "address": LINES,
            "city": TEXTS,
            "company": TEXTS.map(lambda text: f"{text}x"),
            **dict.fromkeys(OWN, TEXTS),
        }  # fmt: skip
        chosen = draw(st.sets(st.sampled_from(sorted(values)), max_size=6))
        person = {key: draw(values[key]) for key in sorted(chosen)}
        if "phone" in person:
            person["phone"] = "; ".join(shape.format(next(number)) for shape in person["phone"])
        person = {key: value for key, value in person.items() if not is_null_token(clean(value))}
        people.append({"name": name, **person})
    return people


@pytest.mark.parametrize("file", FILES)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=customers())
def test_whatever_a_customer_holds_survives_the_way_out_and_in(
    tmp_path: Path, file: str, people: list[dict[str, str]]
) -> None:
    store = SqliteStore.open(":memory:")
    headers = load_headers()
    with store.operation("add", at="2026-11-22") as operation:
        for person in people:
            given = {key: value for key, value in person.items() if key != "name"}
            add_customer(store, person["name"], given, headers=headers, operation=operation)
    path = tmp_path / file
    write_export(store, path)
    before = rows_of(store)
    bring_in(store, path)
    assert rows_of(store) == before
    empty = SqliteStore.open(":memory:")
    bring_in(empty, path)
    assert rows_of(empty) == before


def write_export(store: SqliteStore, path: Path) -> None:
    fa = path.name == "fa.xlsx"
    exported = export_customers(store, keys(LIST_COLUMNS), ALL, every=True, persian=fa)
    export_file(
        View(export_columns(exported.columns, exported.custom), exported.rows),
        path,
        raw=False,
        options=OutputOptions(quiet=True, lang="fa" if fa else "en", calendar="jalali" if path.name == "jalali.xlsx" else "gregorian"),
    )  # fmt: skip


def bring_in(store: SqliteStore, path: Path) -> None:
    with store.operation("import", at="2026-11-22") as operation:
        import_files(
            [read_file(path)], store, headers=load_headers, options=ImportOptions(), operation=operation
        )


def rows_of(store: SqliteStore) -> list[tuple[Any, ...]]:
    found = store.read("SELECT id, rows, name, company, phone, email, city, tags, own_score, do_not_contact, fields FROM customer ORDER BY id")  # fmt: skip
    return [(*plain, json.loads(fields)) for *plain, fields in found]


ALIKE = (
    ("Sara Ahmadi", "+989121110001", "sara@example.com"),
    ("فروشگاه بزرگ کیان", "+982188776601", "kian@example.com"),
    ("Acme Ltd", "+442079460001", "acme@example.com"),
)


@pytest.mark.parametrize(("name", "phone", "email"), ALIKE)
def test_two_customers_of_an_export_stay_two_in_an_empty_store_and_are_asked_about(
    smbcrm: Smbcrm, name: str, phone: str, email: str
) -> None:
    head = "id,name,phone,email,city,own_score,tier,last_interaction\n"
    Path("out.csv").write_text(
        head
        + f"C1,{name},{phone},{email},,,A,\nC2,{name},{phone},{email},,,B,\nC7,Mona Farhadi,+989123330007,,,,C,\n",
        encoding="utf-8",
    )
    assert smbcrm("import", "out.csv").code == 0
    assert smbcrm("list", "--columns", "name", "--format", "csv").out.split("\n")[1:4] == [
        name,
        name,
        "Mona Farhadi",
    ]
    (question,) = json.loads(smbcrm("merge", "list", "--format", "json").out)
    told = smbcrm("merge", "explain", str(question["pair"])).out
    assert "two customers in one list that this program wrote" in " ".join(told.split())


@pytest.mark.parametrize(("name", "phone", "email"), ALIKE)
def test_a_row_typed_below_an_export_joins_whom_it_is_about(
    smbcrm: Smbcrm, name: str, phone: str, email: str
) -> None:
    head = "id,name,phone,email,city,own_score,tier,last_interaction\n"
    Path("out.csv").write_text(
        head
        + f"C1,{name},{phone},{email},,,A,\nC7,Mona Farhadi,+989123330007,,,,C,\n,{name},{phone},{email},,,,\n",
        encoding="utf-8",
    )
    assert smbcrm("import", "out.csv").code == 0
    assert smbcrm("list", "--columns", "name", "--format", "csv").out.split() == [
        "name",
        *name.split(),
        "Mona",
        "Farhadi",
    ]
