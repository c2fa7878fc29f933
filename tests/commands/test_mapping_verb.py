"""The verb `mapping`: what it prints, what it refuses, and the file it writes and takes back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smbcrm.core.fields import FIELDS, IGNORED
from smbcrm.core.sheets.meaning.said import Said, SaidColumn, layout_of, numbered
from smbcrm.output.files.mapping_file import write_mappings
from smbcrm.readers.mapping_file import read_mappings
from smbcrm.store.sqlite import SqliteStore
from smbcrm.usecases.edit_mapping import take_mappings
from smbcrm.usecases.importing.said_records import SaidRecord, load_said
from smbcrm.usecases.list_mappings import list_mappings
from tests.conftest import Run

Smbcrm = Callable[..., Run]

CLIENTS = "Wie;Tel. 2;Plaatz;Sinds\nAnna de Vries;0612345678;Utrecht;03/04/2020\n"
KLANTEN = "نام;موبایل;محله ما\nسارا احمدی;۰۹۱۲۱۲۳۴۵۶۷;ونک\n"


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """A shop with two lists, one of which had to be explained."""
    Path("clients.csv").write_text(CLIENTS, encoding="utf-8")
    Path("clients 2.csv").write_text(
        CLIENTS.replace("Anna de Vries;0612345678", "Els Visser;0633334444"), encoding="utf-8"
    )
    Path("fa.csv").write_text(KLANTEN, encoding="utf-8")
    for words in (
        ("clients.csv", "--map", "name=Wie", "--country", "NL"),
        ("fa.csv",),
        ("clients 2.csv",),
    ):
        done = smbcrm("--no-input", "import", *words)
        assert done.code == 0, done.err
    return smbcrm


def test_every_kind_of_list_is_listed_once_with_what_was_said(shop: Smbcrm) -> None:
    assert shop("mapping").out == (
        "Id  Name           Kind       Columns  Known  Lists  What you said\n"
        "--  -------------  ---------  -------  -----  -----  ---------------------------\n"
        "s1  clients 2.csv  customers        4      2      2  --map name=Wie --country NL\n"
        "s2  fa.csv         customers        3      3      1\n"
    )
    assert shop("mapping", "list", "--format", "csv").out == (
        "id,name,kind,columns,known,sources,said\n"
        "s1,clients 2.csv,customers,4,2,2,--map name=Wie --country NL\n"
        "s2,fa.csv,customers,3,3,1,\n"
    )


def test_a_listing_takes_the_usual_options(shop: Smbcrm) -> None:
    assert shop("mapping", "--format", "ids", "--sort", "-id").out == "s2\ns1\n"
    assert shop("mapping", "--columns", "id,said", "--where", "said <> ''", "--format", "csv").out == (
        "id,said\ns1,--map name=Wie --country NL\n"
    )
    assert shop("mapping", "-n", "1", "--format", "ids").out == "s1\n"
    assert shop("mapping", "-n", "1", "--sort", "-id", "--format", "ids").out == "s2\n"
    assert shop(
        "mapping", "show", "s1", "--where", "by = 'owner'", "--columns", "heading,field", "--format", "json"
    ).out == ('[\n  {"heading": "Wie", "field": "name"}\n]\n')
    assert shop("mapping", "show", "s1", "--format", "ids").out == "Wie\nTel. 2\nPlaatz\nSinds\n"
    done = shop("mapping", "list", "-o", "lists.csv")
    assert (done.code, Path("lists.csv").read_text("utf-8").splitlines()[0]) == (
        0,
        "id,name,kind,columns,known,sources,said",
    )
    refused = shop("mapping", "--columns", "nonsense")
    assert (refused.code, "there is no column nonsense" in refused.err) == (2, True)
    refused = shop("mapping", "--where", "nonsense =")
    assert (refused.code, "not understood" in refused.err) == (2, True)


def test_a_list_is_shown_column_by_column(shop: Smbcrm) -> None:
    expected = (
        "s1 clients 2.csv (customers)\n"
        "Column  Heading  Field          By     Why\n"
        "------  -------  -------------  -----  ---------------------------------------\n"
        "A       Wie      name           owner  given with --map\n"
        "B       Tel. 2   phone          auto   the heading is known\n"
        "C       Plaatz   kept as it is  auto   the heading is not known: kept as it is\n"
        "D       Sinds    kept as it is  auto   the heading is not known: kept as it is\n"
        "you said: --map name=Wie --country NL\n"
        "Something wrong? `smbcrm mapping set s1 HEADING=FIELD`\n"
    )
    for ref in ("s1", "S3", "clients 2.csv", "m1"):
        assert shop("mapping", "show", ref).out == expected
    assert shop("mapping", "show", "s2", "--format", "csv").out == (
        "column,heading,field,by,why\n"
        "A,نام,name,auto,the heading can mean several things; the values and the columns beside it decide\n"
        "B,موبایل,mobile,auto,the heading is known\n"
        "C,محله ما,city,auto,part of the heading is known\n"
    )


def test_a_persian_owner_is_told_in_persian(shop: Smbcrm) -> None:
    assert shop("--lang", "fa", "mapping", "show", "s1").out.splitlines() == [
        "s1 clients 2.csv (مشتریان)",
        "ستون  سرستون  فیلد                    به تشخیص    چرا",
        "----  ------  ----------------------  ----------  ------------------------------------------",
        "A     Wie     name                    صاحب فهرست  با `--map` داده شده",
        "B     Tel. 2  phone                   خودکار      سرستون شناخته است",
        "C     Plaatz  همان‌گونه که هست می‌ماند  خودکار      سرستون شناخته نیست: همان‌گونه که هست می‌ماند",
        "D     Sinds   همان‌گونه که هست می‌ماند  خودکار      سرستون شناخته نیست: همان‌گونه که هست می‌ماند",
        "شما گفته‌اید: --map name=Wie --country NL",
        "چیزی نادرست است؟ `smbcrm mapping set s1 HEADING=FIELD`",
    ]


def test_columns_are_set_by_heading_letter_or_place_and_the_next_step_is_said(shop: Smbcrm) -> None:
    done = shop("mapping", "set", "s1", "plaatz=city", "D=created_at", "tel 2=mobile", "--date-order", "dmy")
    assert (done.code, done.out) == (
        0,
        "s1 clients 2.csv will be read so: --map city=Plaatz --map created_at=Sinds --map 'mobile=Tel. 2' --map name=Wie "
        "--date-order dmy --country NL\n"
        'Next: `smbcrm import clients.csv "clients 2.csv"` reads it anew.\n',
    )
    again = shop("mapping", "set", "s1", "Plaatz=city")
    assert again.out == "s1 clients 2.csv was read like that already; nothing was changed.\n"
    assert shop("--no-input", "import", "clients.csv", "clients 2.csv").code == 0
    assert shop("list", "--columns", "name,phone,city,created_at", "--format", "csv").out == (
        "name,phone,city,created_at\n"
        "Anna de Vries,+31612345678,Utrecht,2020-04-03\n"
        "سارا احمدی,+989121234567,ونک,\n"
        "Els Visser,+31633334444,Utrecht,2020-04-03\n"
    )


def test_what_a_script_is_told(shop: Smbcrm, data: Path) -> None:
    done = shop("mapping", "set", "s2", "محله‌ما=district", "--dry-run", "--format", "json")
    assert json.loads(done.out) == {
        "id": "s2", "name": "fa.csv", "said": "--map 'district=محله ما'", "changed": True, "dry_run": True, "data": str(data),
    }  # fmt: skip
    assert json.loads(shop("mapping", "show", "s2", "--where", "by = 'owner'", "--format", "json").out) == []
    assert json.loads(shop("mapping", "forget", "s2", "--format", "json").out)["changed"] is False


def test_what_was_said_of_the_whole_list_is_forgotten_with_an_empty_value(shop: Smbcrm) -> None:
    shop("mapping", "set", "s1", "--as", "customers", "--header-row", "1", "--date-order", "mdy")
    assert json.loads(shop("mapping", "--format", "json").out)[0]["said"] == (
        "--map name=Wie --header-row 1 --as customers --date-order mdy --country NL"
    )
    shop("mapping", "set", "s1", "--as", "", "--header-row", "0", "--date-order", "", "--country", "")
    assert json.loads(shop("mapping", "--format", "json").out)[0]["said"] == "--map name=Wie"


def test_of_two_columns_with_one_heading_each_is_named(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text(
        "Name;Phone;Phone;Phone 2\nSara;09121234567;0935 111 2233;x\n", encoding="utf-8"
    )
    smbcrm("import", "list.csv")
    assert smbcrm("mapping", "show", "s1", "--format", "ids").out == "Name\nPhone\nPhone (2)\nPhone 2\n"
    assert smbcrm("mapping", "set", "s1", "Phone (2)=mobile", "Phone 2=notes", "Phone=-").code == 0
    assert smbcrm("mapping", "show", "s1", "--columns", "heading,field", "--format", "csv").out == (
        "heading,field\nName,name\nPhone,\nPhone (2),mobile\nPhone 2,notes\n"
    )
    smbcrm("mapping", "export", "lists.toml")
    assert '"Phone" = ["-", "mobile"]\n"Phone 2" = "notes"\n' in Path("lists.toml").read_text("utf-8")
    smbcrm("import", "list.csv")
    assert smbcrm("list", "--columns", "phone,notes,fields", "--format", "csv").out == (
        'phone,notes,fields\n+989351112233,x,"{""notes"":""x"",""phones"":[""+989351112233""],""x"":{""Phone"":""09121234567""}}"\n'
    )


@pytest.mark.parametrize(
    ("words", "code", "what", "hint"),
    [
        (["show", "s9"], 4, "no list is read as s9", "`smbcrm mapping` shows the lists and their ids"),
        (["set", "s1", "Nobody=city"], 4, "s1 has no column Nobody", "`smbcrm mapping show s1` shows its columns"),
        (["set", "s1", "Wie=citty"], 2, "there is no field citty", "use one like city, or - to keep the column as it is"),
        (["set", "s1", "Wie"], 2, "Wie is not HEADING=FIELD", "write it like 'Tel. 2=mobile' or Remark=-"),
        (["set", "s1"], 2, "nothing was said about the list", "write it like: `smbcrm mapping set s1 'Tel. 2=mobile'`, or --date-order dmy"),
        (["set", "s1", "--as", "friends"], 2, "--as friends is not known", "choose one of: customers, purchases, payments, interactions, ratings"),
        (["set", "s1", "--date-order", "x"], 2, "--date-order x is not known", "choose one of: ymd, dmy, mdy"),
        (["set", "s1", "--country", "UK"], 2, "UK is no country code", "write two letters, like GB or DE"),
        (["forget", "nobody"], 4, "no list is read as nobody", "`smbcrm mapping` shows the lists and their ids"),
        (["import", "nowhere.toml"], 3, "there is no file nowhere.toml", "check the name and the folder"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(shop: Smbcrm, words: list[str], code: int, what: str, hint: str) -> None:
    before = shop("mapping", "--format", "csv").out
    done = shop("mapping", *words)
    assert (done.code, done.out, done.err) == (code, "", f"smbcrm: error: {what}.\nhint: {hint}.\n")
    assert shop("mapping", "--format", "csv").out == before


def test_without_a_store_nothing_is_made(smbcrm: Smbcrm, data: Path) -> None:
    Path("lists.toml").write_text(
        '[[mapping]]\nname = "x"\n[mapping.columns]\n"Wie" = "name"\n', encoding="utf-8"
    )
    for words in (
        ["list"],
        ["show", "s1"],
        ["set", "s1", "a=city"],
        ["forget", "s1"],
        ["export", "x.toml"],
        ["import", "lists.toml"],
    ):
        assert smbcrm("mapping", *words).code == 4
    assert not data.exists()
    assert not Path("x.toml").exists()


def test_a_list_from_before_there_was_a_memory_is_shown_and_can_be_corrected(
    shop: Smbcrm, data: Path
) -> None:
    with sqlite3.connect(data / "crm.db") as db:
        db.execute("UPDATE source SET layout = '', columns = '[]'")
        db.execute("DELETE FROM mapping")
    assert shop("mapping", "--columns", "id,columns,known,sources,said", "--format", "csv").out == (
        "id,columns,known,sources,said\ns1,4,2,2,\ns2,3,3,1,\n"
    )
    assert shop("mapping", "set", "s2", "محله ما=district").code == 0
    assert shop("--no-input", "import", "fa.csv").code == 0
    assert (
        shop("list", "--columns", "district", "--where", "district <> ''", "--format", "csv").out
        == "district\nونک\n"
    )
    assert (
        shop("--no-input", "import", "clients.csv").code == 0
    )  # nothing said any more: read by its headings
    assert (
        shop("list", "--columns", "name", "--where", "id = 'C1'", "--format", "csv").out
        == "name\nAnna de Vries\n"
    )


# The file.

EXPORTED = """\
# How smbcrm reads your lists. Change what is wrong, then type: smbcrm mapping import FILE
# A text is your word. { guess = "..." } is what smbcrm found out by itself: write a text in its place to decide.
# The field "-" keeps a column as your own. A list is known by its headings: leave them as they are.

[[mapping]]
name = "clients.csv"
kind = { guess = "customers" }
country = "NL"

[mapping.columns]
"Wie" = "name"
"Tel. 2" = { guess = "phone" }
"Plaatz" = { guess = "-" }
"Sinds" = { guess = "-" }

[[mapping]]
name = "fa.csv"
kind = { guess = "customers" }

[mapping.columns]
"نام" = { guess = "name" }
"موبایل" = { guess = "mobile" }
"محله ما" = { guess = "city" }
"""


def test_the_file_says_what_is_yours_and_what_was_guessed(shop: Smbcrm) -> None:
    done = shop("mapping", "export", "lists.toml")
    assert (done.code, done.out, done.err) == (0, "", "2 lists written to lists.toml\n")
    assert Path("lists.toml").read_text("utf-8") == EXPORTED
    assert shop("mapping", "export", "-").out == EXPORTED


def test_the_file_taken_back_as_it_was_changes_nothing(shop: Smbcrm) -> None:
    shop("mapping", "export", "lists.toml")
    operations = shop("undo", "--list", "--format", "ids").out
    done = shop("mapping", "import", "lists.toml")
    assert (done.code, done.out) == (0, "0 lists will be read in another way, 2 as before.\n")
    assert shop("undo", "--list", "--format", "ids").out == operations


def test_an_edited_file_is_your_word_and_can_be_taken_back(shop: Smbcrm, data: Path) -> None:
    before = shop("mapping", "--format", "csv").out
    text = EXPORTED.replace('"Plaatz" = { guess = "-" }', '"Plaatz" = "city"').replace(
        '"Wie" = "name"', '"Wie" = { guess = "name" }'
    )
    text = text.replace('kind = { guess = "customers" }\n\n', 'kind = "customers"\ndate_order = "dmy"\n\n')
    Path("lists.toml").write_text(text, encoding="utf-8")
    done = shop("mapping", "import", "lists.toml", "--dry-run")
    assert done.out.splitlines() == [
        "Without `--dry-run` this would be said:",
        "2 lists will be read in another way, 0 as before.",
        "This was a dry run: nothing was kept.",
        "Next: the same command without `--dry-run`.",
    ]
    assert shop("mapping", "--format", "csv").out == before
    done = shop("mapping", "import", "lists.toml", "--format", "json")
    assert json.loads(done.out) == {"changed": 2, "unchanged": 0, "dry_run": False, "data": str(data)}
    assert shop("mapping", "--columns", "id,said", "--format", "csv").out == (
        "id,said\ns1,--map city=Plaatz --country NL\ns2,--as customers --date-order dmy\n"
    )
    shop("undo")
    assert shop("mapping", "--format", "csv").out == before


def test_a_mapping_that_was_brought_in_waits_for_its_list(smbcrm: Smbcrm) -> None:
    smbcrm("init")
    Path("lists.toml").write_text(EXPORTED, encoding="utf-8")
    assert smbcrm("mapping", "import", "lists.toml").out.startswith(
        "1 list will be read in another way, 1 as before."
    )
    assert smbcrm("mapping", "--format", "csv").out == (
        "id,name,kind,columns,known,sources,said\nm1,clients.csv,customers,4,1,0,--map name=Wie --country NL\n"
    )
    assert smbcrm("mapping", "set", "m1", "Plaatz=city").out == (
        "m1 clients.csv will be read so: --map city=Plaatz --map name=Wie --country NL\n"
    )
    Path("x.csv").write_text(CLIENTS, encoding="utf-8")
    done = smbcrm("--no-input", "import", "x.csv")
    assert (
        "x.csv: read as you said last time: --map city=Plaatz --map name=Wie --country NL; `smbcrm mapping show s1`"
        in done.out
    )
    assert smbcrm("mapping", "--columns", "id,name", "--format", "csv").out == "id,name\ns1,x.csv\n"
    assert smbcrm("mapping", "show", "m1").code == 0


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "x.toml says nothing about lists"),
        ("nonsense", "x.toml is not written as toml"),
        ("mapping = 3", "x.toml says nothing about lists"),
        ('[[mapping]]\nname = "a"\n', "x.toml, list 1 (a): it has no columns"),
        ('[[mapping]]\nname = "a"\nshoe = 1\n[mapping.columns]\n"A1" = "name"\n', "x.toml, list 1 (a): shoe means nothing here"),
        ('[[mapping]]\nname = "a"\n[mapping.columns]\n"A1" = "citty"\n', "x.toml, list 1 (a): there is no field citty"),
        ('[[mapping]]\nname = "a"\n[mapping.columns]\n"A1" = 7\n', "x.toml, list 1 (a): what stands for A1 is no field"),
        ('[[mapping]]\nname = "a"\n[mapping.columns]\n"A1" = { gues = "city" }\n', "x.toml, list 1 (a): what stands for A1 is no field"),
        ('[[mapping]]\nname = 7\n[mapping.columns]\n"A1" = "city"\n', "x.toml, list 1 (7): name is no text"),
        ('[[mapping]]\nkind = "friends"\n[mapping.columns]\n"A1" = "city"\n', "x.toml, list 1 (?): kind friends is none of customers, purchases"),
        ('[[mapping]]\nheader_row = "5"\n[mapping.columns]\n"A1" = "city"\n', "x.toml, list 1 (?): header_row is no row number"),
        ('[[mapping]]\nheader_row = 0\n[mapping.columns]\n"A1" = "city"\n', "x.toml, list 1 (?): header_row is no row number"),
        ('[[mapping]]\nno_header = 1\n[mapping.columns]\n"A1" = "city"\n', "x.toml, list 1 (?): no_header is neither true nor false"),
        ('[[mapping]]\nno_header = true\n[mapping.columns]\n"A1" = "city"\n', "x.toml, list 1 (?): a list without headings has columns like column_A"),
        ('[[mapping]]\n[mapping.columns]\n"column_A" = "city"\n', "x.toml, list 1 (?): none of its columns has a heading"),
        ('[[mapping]]\ncountry = "UK"\n[mapping.columns]\n"A1" = "city"\n', "x.toml, list 1 (?): UK is no country code"),
        ('[[mapping]]\n[mapping.columns]\n"A1" = "city"\n[[mapping]]\n', "x.toml, list 2 (?): it has no columns"),
    ],
)  # fmt: skip
def test_a_file_that_says_it_wrongly_is_refused_with_the_list_and_the_word(
    smbcrm: Smbcrm, text: str, what: str
) -> None:
    smbcrm("init")
    Path("x.toml").write_text(text, encoding="utf-8")
    done = smbcrm("mapping", "import", "x.toml")
    assert (done.code, done.out) == (3, "")
    error, hint = done.err.splitlines()
    assert error.startswith(f"smbcrm: error: {what}")
    assert hint == "hint: write it as `smbcrm mapping export FILE.toml` does."
    assert smbcrm("mapping", "--format", "json").out.strip() == "[]"


_HEADINGS = st.lists(
    st.one_of(
        st.sampled_from(["Name", "Phone", "PHONE", "Phone (2)", "column_B", 'a "b"', "c\\d", "نام", "#", "=1+1", "a=b", "[x]", "'"]),
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Zs"]), min_size=1, max_size=6),
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip
_FIELDS = st.sampled_from([None, "", *sorted(FIELDS.keys() - {IGNORED})])


@given(_HEADINGS, st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_headings_are_the_file_comes_back_as_it_went(
    tmp_path: Path, headings: list[str], data: st.DataObject
) -> None:
    columns = []
    for heading, nth in numbered(headings):
        field = data.draw(_FIELDS)
        if field is not None:
            columns.append(SaidColumn(heading=heading, nth=nth, field=field, how="file"))
    said = Said(
        layout=layout_of(headings),
        name=data.draw(st.sampled_from(["a.csv", 'x "y": z', "فهرست"])),
        columns=tuple(columns),
        header_row=data.draw(st.sampled_from([None, 1, 7])),
        kind=data.draw(st.sampled_from(["", "ratings"])),
        date_order=data.draw(st.sampled_from(["", "dmy"])),
        country=data.draw(st.sampled_from(["", "IR"])),
    )
    record = SaidRecord(id=0, said=said, headings=tuple(headings))
    if not said.layout or record.empty:
        return
    store = SqliteStore.open(":memory:")
    with store.operation("mapping import", at="2026-11-22") as operation:
        take_mappings(store, [record], operation=operation)
    file = tmp_path / "lists.toml"
    write_mappings(list_mappings(store), file)
    (back,) = read_mappings(file)
    (kept,) = load_said(store)
    assert back.said.fields == kept.said.fields == said.fields
    for one in (back.said, kept.said):
        assert replace(one, columns=()) == replace(said, columns=())
    with store.operation("mapping import", at="2026-11-22") as operation:
        assert take_mappings(store, [back], operation=operation) == {"changed": 0, "unchanged": 1}


def test_two_columns_said_to_be_the_name_are_joined_in_their_order(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text(
        "Rufname;Sippe;Phone\nSara;Ahmadi;09121234567\nلیلا;;09121234568\n", encoding="utf-8"
    )
    smbcrm("import", "list.csv", "--map", "mobile=Phone")
    assert smbcrm("mapping", "set", "s1", "Sippe=name", "Rufname=name").code == 0
    assert json.loads(smbcrm("mapping", "--format", "json").out)[0]["said"] == (
        "--map mobile=Phone --map name=Rufname --map name=Sippe"
    )
    assert smbcrm("import", "list.csv").code == 0
    assert (
        smbcrm("list", "--columns", "id,name", "--format", "csv").out == "id,name\nC1,Sara Ahmadi\nC2,لیلا\n"
    )


def test_what_has_room_for_one_column_is_not_taken_twice(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text("Name;A1;B1\nSara Ahmadi;5;6\nReza Karimi;7;8\n", encoding="utf-8")
    smbcrm("import", "list.csv", "--as", "customers")
    done = smbcrm("mapping", "set", "s1", "A1=balance", "B1=balance")
    assert (done.code, done.err) == (
        2,
        "smbcrm: error: balance can be in one column only, not in A1 and B1.\n"
        "hint: say which one it is, and keep the other as your own: 'B1=-'.\n",
    )
    assert json.loads(smbcrm("mapping", "--format", "json").out)[0]["said"] == "--as customers"


MOVED = "Name;Phone\nWho;Call\nSara Ahmadi;09121234567\nReza Karimi;09351112233\n"


def test_the_row_of_headings_set_afterwards_is_used_though_other_headings_were_found(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text(MOVED, encoding="utf-8")
    smbcrm("import", "list.csv")
    assert (
        smbcrm("list", "--columns", "name", "--format", "csv").out == "name\nWho\nSara Ahmadi\nReza Karimi\n"
    )
    smbcrm("mapping", "set", "s1", "--header-row", "2")
    done = smbcrm("import", "list.csv", "--map", "name=Who", "--map", "mobile=Call")
    assert done.code == 0, done.err
    assert "read as you said last time: --header-row 2; `smbcrm mapping show s1`" in done.out
    assert json.loads(smbcrm("mapping", "--format", "json").out)[0]["said"] == (
        "--map mobile=Call --map name=Who --header-row 2"
    )
    assert smbcrm("list", "--columns", "name,phone", "--format", "csv").out == (
        "name,phone\nSara Ahmadi,+989121234567\nReza Karimi,+989351112233\n"
    )
    # Next month's list has a title above, and the headings that he pointed out are known by themselves.
    Path("list.csv").write_text(f"Our list\n{MOVED}Omid Jalali;09121110009\n", encoding="utf-8")
    assert smbcrm("import", "list.csv").code == 0
    assert smbcrm("list", "--columns", "name", "--format", "csv").out == (
        "name\nSara Ahmadi\nReza Karimi\nOmid Jalali\n"
    )
    smbcrm("mapping", "forget", "s1")
    assert json.loads(smbcrm("mapping", "--format", "json").out)[0]["said"] == ""


def test_a_list_read_without_headings_may_be_given_them_afterwards(smbcrm: Smbcrm) -> None:
    Path("list.csv").write_text(
        "Whom;Phone\nSara Ahmadi;09121234567\nReza Karimi;09351112233\n", encoding="utf-8"
    )
    smbcrm("import", "list.csv", "--no-header", "--map", "name=A", "--map", "mobile=B")
    smbcrm("mapping", "set", "s1", "--header-row", "1", "A=-", "B=-")
    assert smbcrm("import", "list.csv", "--map", "name=Whom").code == 0
    assert smbcrm("list", "--columns", "name,phone", "--format", "csv").out == (
        "name,phone\nSara Ahmadi,+989121234567\nReza Karimi,+989351112233\n"
    )
