"""I19: what columns mean is shown before anything is kept, remembered for lists with the same headings, and yours to correct."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

if TYPE_CHECKING:
    from tests.behaviours.conftest import Shop

HEAD = "Wie;Nummer;Plaatz;Sinds"
JANUARY = ["Anna de Vries;0612345678;Utrecht;03/04/2020", "Jan Jansen;0687654321;Delft;05/06/2021"]
FEBRUARY = ["Piet Bakker;0611112222;Gouda;07/08/2022", "Els Visser;0633334444;Breda;09/10/2023"]
OPTIONS = (
    "--map",
    "name=Wie",
    "--map",
    "city=Plaatz",
    "--map",
    "created_at=Sinds",
    "--date-order",
    "dmy",
    "--country",
    "NL",
)
READ = [
    ["Anna de Vries", "+31612345678", "Utrecht", "2020-04-03"],
    ["Jan Jansen", "+31687654321", "Delft", "2021-06-05"],
    ["Piet Bakker", "+31611112222", "Gouda", "2022-08-07"],
    ["Els Visser", "+31633334444", "Breda", "2023-10-09"],
]


def people(shop: Shop) -> list[list[Any]]:
    return shop.customers("name", "phone", "city", "created_at")


def notes(done: dict[str, Any]) -> list[str]:
    return [note for sheet in done["files"] for note in sheet["notes"]]


def said_again(note: str) -> bool:
    return note.startswith("read as you said last time: ")


def test_i19_a_dry_run_shows_the_mapping_with_samples_and_writes_nothing(shop: Shop) -> None:
    told = shop.says(shop.write("list.csv", "Name;Mobile;Shoe", "Sara Ahmadi;09121234567;41"))
    table = told[told.index("list.csv would be read like this") :].splitlines()
    assert [line.rstrip() for line in table[1:7]] == [
        "Column  Field          Why                                                                               Sample",
        "------  -------------  --------------------------------------------------------------------------------  -----------",
        "Name    name           the heading can mean several things; the values and the columns beside it decide  Sara Ahmadi",
        "Mobile  mobile         the heading is known                                                              09121234567",
        "Shoe    kept as it is  the heading is not known: kept as it is                                           41",
        "",
    ]
    assert not shop.data.exists()


def test_i19_what_was_said_holds_for_the_next_list_with_the_same_headings(shop: Shop) -> None:
    first = shop.imports(shop.write("january.csv", HEAD, *JANUARY), *OPTIONS)
    assert "this is remembered for the next such list: `smbcrm mapping show s1`" in notes(first)
    second = shop.imports(shop.write("february.csv", HEAD, *FEBRUARY))
    assert people(shop) == READ
    assert [note for note in notes(second) if said_again(note)] == [
        "read as you said last time: --map city=Plaatz --map created_at=Sinds --map name=Wie --date-order dmy --country NL; "
        "`smbcrm mapping show s2`"
    ]
    assert "this is remembered for the next such list: `smbcrm mapping show s2`" not in notes(second)


def test_i19_neither_order_nor_case_nor_format_makes_other_headings(shop: Shop) -> None:
    shop.imports(shop.write("january.csv", HEAD, *JANUARY), *OPTIONS)
    book = openpyxl.Workbook()
    for row in (
        "SINDS;plaatz ;NUMMER:;Wie",
        "07/08/2022;Gouda;0611112222;Piet Bakker",
        "09/10/2023;Breda;0633334444;Els Visser",
    ):
        book.active.append(row.split(";"))
    book.save("february.xlsx")
    assert [note for note in notes(shop.imports("february.xlsx")) if said_again(note)]
    assert people(shop) == READ


def test_i19_persian_headings_are_remembered_in_any_spelling(shop: Shop) -> None:
    shop.imports(
        shop.write("1.csv", "مشخصات;ارتباط;ملاحظات ويژه", "سارا احمدی;۰۹۱۲۱۲۳۴۵۶۷;نقدی"),
        "--map", "name=مشخصات", "--map", "mobile=ارتباط", "--map", "tags=ملاحظات ویژه",
    )  # fmt: skip
    shop.write("2.csv", "ملاحظات‌ویژه;مشخّصات;ارتباط", "قسطی;رضا کریمی;۰۹۳۵۱۱۱۲۲۳۳")
    told = shop.says("2.csv")
    assert (
        "2.csv: read as you said last time: --map 'mobile=ارتباط' --map 'name=مشخصات' --map 'tags=ملاحظات ویژه'; `smbcrm mapping show s2`"
        in told
    )
    shop.imports("2.csv")
    assert shop.customers("name", "phone", "tags") == [
        ["سارا احمدی", "+989121234567", "نقدی"],
        ["رضا کریمی", "+989351112233", "قسطی"],
    ]


def test_i19_other_headings_are_read_by_themselves(shop: Shop) -> None:
    shop.imports(shop.write("january.csv", HEAD, *JANUARY), *OPTIONS)
    done = shop.imports(shop.write("other.csv", "Wie;Nummer;Plaatz", "Piet Bakker;0611112222;Gouda"))
    assert not [note for note in notes(done) if said_again(note)]
    assert shop.customers("city")[2] == [""]


def test_i19_what_is_said_now_wins_and_is_what_is_remembered(shop: Shop) -> None:
    shop.imports(shop.write("january.csv", HEAD, *JANUARY), *OPTIONS)
    done = shop.imports(
        shop.write("february.csv", HEAD, *FEBRUARY), "--map", "district=Plaatz", "--date-order", "mdy"
    )
    assert [note for note in notes(done) if said_again(note)] == [
        "read as you said last time: --map created_at=Sinds --map name=Wie --country NL; `smbcrm mapping show s2`"
    ]
    assert shop.customers("district", "city", "created_at")[2:] == [
        ["Gouda", "", "2022-07-08"],
        ["Breda", "", "2023-09-10"],
    ]
    shop.imports(shop.write("march.csv", HEAD, "Joke Smit;0655556666;Edam;01/02/2024"))
    assert shop.customers("district", "city", "created_at")[4] == ["Edam", "", "2024-01-02"]


def test_i19_a_field_told_of_another_column_leaves_its_former_one(shop: Shop) -> None:
    shop.imports(
        shop.write("1.csv", "A1;B1;C1", "Sara Ahmadi;x;09121234567"), "--map", "name=A1", "--map", "mobile=C1"
    )
    shop.imports(shop.write("2.csv", "A1;B1;C1", "y;Reza Karimi;09351112233"), "--map", "name=B1")
    assert [name for (name,) in shop.customers("name")] == ["Sara Ahmadi", "Reza Karimi"]
    (one,) = json.loads(shop.smbcrm("mapping", "--format", "json").out)
    assert one["said"] == "--map name=B1 --map mobile=C1"


def test_i19_a_column_told_wins_over_one_that_only_looks_like_it(shop: Shop) -> None:
    shop.reads(
        "Full name;Owner;Mobile", "Shop of flowers;Sara Ahmadi;09121234567", words=("--map", "name=Owner")
    )
    assert shop.customers("name") == [["Sara Ahmadi"]]
    assert shop.fields()[0]["x"] == {"Full name": "Shop of flowers"}


def test_i19_several_columns_may_be_told_for_one_field(shop: Shop) -> None:
    shop.reads("Wie;Een;Twee", "Sara;0912 123 4567;0935 111 2233", words=("--map", "name=Wie", "--map", "mobile=Een", "--map", "mobile=Twee"))  # fmt: skip
    assert shop.fields()[0]["phones"] == ["+989121234567", "+989351112233"]


def test_i19_an_unknown_column_is_kept_and_a_known_one_may_be_kept_as_the_owners_own(shop: Shop) -> None:
    shop.reads("Name;Mobile;City;Shoe", "Sara;09121234567;Tehran;41", words=("--map", "-=City"))
    assert shop.customers("city") == [[""]]
    assert shop.fields()[0]["x"] == {"City": "Tehran", "Shoe": "41"}


def test_i19_a_column_may_be_set_aside(shop: Shop) -> None:
    shop.reads("Name;Mobile;Shoe", "Sara;09121234567;41", words=("--map", "ignored=Shoe"))
    assert shop.fields()[0].get("x") is None
    (one,) = json.loads(shop.smbcrm("mapping", "--format", "json").out)
    assert one["said"] == "--map ignored=Shoe"
    shop.imports(shop.write("2.csv", "Name;Mobile;Shoe", "Reza;09351112233;42"))
    assert shop.fields()[1].get("x") is None
    shop.smbcrm("mapping", "set", "s1", "Shoe=-")
    shop.imports("list.csv")
    assert shop.fields()[0]["x"] == {"Shoe": "41"}


def test_i19_a_further_phone_column_told_later_joins_the_first(shop: Shop) -> None:
    shop.imports(
        shop.write("1.csv", "Wie;Een;Twee", "Sara;0912 123 4567;x"),
        "--map",
        "name=Wie",
        "--map",
        "mobile=Een",
    )
    shop.imports(
        shop.write("2.csv", "Wie;Een;Twee", "Reza;0935 111 2233;0935 111 2244"), "--map", "mobile=Twee"
    )
    assert shop.fields()[1]["phones"] == ["+989351112233", "+989351112244"]


@pytest.mark.parametrize(
    ("word", "what", "hint"),
    [
        ("name", "name is not FIELD=COLUMN.", "write it like name=B or 'mobile=Tel. 2'."),
        ("=Wie", "=Wie is not FIELD=COLUMN.", "write it like name=B or 'mobile=Tel. 2'."),
        ("name=", "name= is not FIELD=COLUMN.", "write it like name=B or 'mobile=Tel. 2'."),
        ("nam=Wie", "there is no field nam.", "use one like name, or - to keep the column as it is."),
        ("name=Nobody", "no sheet has the column of --map name=Nobody.", "name a heading or a column letter; `smbcrm import FILE --dry-run` shows them."),
    ],
)  # fmt: skip
def test_i19_a_word_that_means_nothing_is_named(shop: Shop, word: str, what: str, hint: str) -> None:
    shop.write("january.csv", HEAD, *JANUARY)
    assert shop.refuses("january.csv", "--map", word, code=2) == what
    assert shop.smbcrm("import", "january.csv", "--map", word).err.splitlines()[1] == f"hint: {hint}"


def test_i19_a_row_of_headings_told_once_is_found_again(shop: Shop) -> None:
    top = [
        "Client list;of the shop;2026",
        "Name;Phone;City",
        "these are;the old;headings",
        "Wie;Nummer;Plaatz",
    ]
    shop.imports(
        shop.write("1.csv", *top, "Sara;09121234567;Tehran"), "--header-row", "4", "--map", "name=Wie"
    )
    assert shop.customers("name") == [["Sara"]]
    done = shop.imports(shop.write("2.csv", "x;y;z", *top, "Reza;09351112233;Qom"))
    assert "the headings are in row 5; what stands above is left out" in notes(done)
    assert shop.customers("name") == [["Sara"], ["Reza"]]


def test_i19_the_kind_of_rows_is_remembered(shop: Shop) -> None:
    shop.imports(
        shop.write("1.csv", "Name;Phone;Date;Note", "Sara;09121234567;2026-01-02;asked for a price"),
        "--as",
        "interactions",
        "--create",
    )
    done = shop.imports(
        shop.write("2.csv", "Name;Phone;Date;Note", "Sara;09121234567;2026-02-03;bought nothing")
    )
    assert [sheet["kind"] for sheet in done["files"]] == ["interactions"]
    assert "read as you said last time: --as interactions; `smbcrm mapping show s2`" in notes(done)
    assert shop.customers("name", "last_interaction") == [["Sara", "2026-02-03"]]


BARE = ["Sara Ahmadi,0912 123 4567,Tehran", "Reza Karimi,0935 111 2233,Qom"]
MORE = ["Mina Tavakoli,0912 000 0001,Yazd", "Omid Jalali,0912 000 0002,Ahvaz"]


def test_i19_a_list_without_headings_is_known_by_its_width_and_name(shop: Shop) -> None:
    shop.imports(
        shop.write("club 2026-01.csv", *BARE),
        "--no-header",
        "--map",
        "name=A",
        "--map",
        "mobile=B",
        "--map",
        "city=C",
    )
    done = shop.imports(shop.write("club 2026-02.csv", *MORE))
    assert [note for note in notes(done) if said_again(note)] == [
        "read as you said last time: --map name=A --map mobile=B --map city=C --no-header; `smbcrm mapping show s2`"
    ]
    assert [city for (city,) in shop.customers("city")] == ["Tehran", "Qom", "Yazd", "Ahvaz"]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("other.csv", MORE),  # another name
        ("club 2026-02.csv", [f"{row},x" for row in MORE]),  # another width
        (
            "club 2026-02.csv",
            ["0912 000 0001,Mina Tavakoli,Yazd", "0912 000 0002,Omid Jalali,Ahvaz"],
        ),  # other values
    ],
)
def test_i19_a_list_without_headings_that_is_another_is_asked_about(
    shop: Shop, name: str, rows: list[str]
) -> None:
    shop.imports(shop.write("club 2026-01.csv", *BARE), "--no-header", "--map", "name=A", "--map", "mobile=B")
    shop.write(name, *rows)
    assert "no row of headings was found" in shop.refuses(name, code=5)


def test_i19_headings_are_believed_where_a_list_called_alike_has_them(shop: Shop) -> None:
    shop.imports(shop.write("club 2026-01.csv", *BARE), "--no-header", "--map", "name=A", "--map", "mobile=B")
    done = shop.imports(
        shop.write("club 2026-02.csv", "City,Mobile,Name", "Yazd,0912 000 0001,Mina Tavakoli")
    )
    assert not [note for note in notes(done) if said_again(note)]
    assert shop.customers("name", "city")[2] == ["Mina Tavakoli", "Yazd"]


def test_i19_the_newest_word_on_whether_there_are_headings_holds(shop: Shop) -> None:
    rows = ["Sara,0912 123 4567,Tehran", "Reza,0935 111 2233,Qom", "Mina,0912 000 0001,Yazd"]
    shop.imports(shop.write("list.csv", *rows), "--no-header", "--map", "name=A", "--map", "mobile=B")
    assert len(shop.customers("id")) == 3
    shop.write("list.csv", "Wie,Nummer,Plaatz", *rows)
    shop.imports("list.csv", "--header-row", "1", "--map", "name=Wie", "--map", "city=Plaatz")
    shop.write("list.csv", "Wie,Nummer,Plaatz", *rows, "Omid,0912 000 0002,Ahvaz")
    done = shop.imports("list.csv")
    assert (
        "read as you said last time: --map city=Plaatz --map name=Wie --header-row 1; `smbcrm mapping show s2`"
        in notes(done)
    )
    shop.write("list.csv", *rows, "Omid,0912 000 0002,Ahvaz", "Kian,0912 000 0003,Rasht")
    done = shop.imports("list.csv", "--no-header", "--map", "name=A")
    assert (
        "name=A --no-header"
        in json.loads(shop.smbcrm("mapping", "--where", "said LIKE '%no-header%'", "--format", "json").out)[
            0
        ]["said"]
    )


def test_i19_headings_that_a_list_has_got_since_are_seen(shop: Shop) -> None:
    shop.imports(shop.write("club.csv", *BARE), "--no-header", "--map", "name=A", "--map", "mobile=B")
    shop.imports(shop.write("club.csv", "Name,Mobile,City", *BARE, *MORE))
    assert [name for (name,) in shop.customers("name")] == [
        "Sara Ahmadi",
        "Reza Karimi",
        "Mina Tavakoli",
        "Omid Jalali",
    ]


def test_i19_a_list_from_a_pipe_without_headings_is_remembered_too(shop: Shop) -> None:
    first = "\n".join(BARE).encode()
    done = shop.smbcrm("import", "-", "--no-header", "--map", "name=A", "--map", "mobile=B", stdin=first)
    assert done.code == 0, done.err
    done = shop.smbcrm("--no-input", "import", "-", stdin="\n".join(MORE).encode())
    assert done.code == 0, done.err
    assert len(shop.customers("id")) == 4


def test_i19_undo_of_the_import_takes_back_what_it_said(shop: Shop) -> None:
    shop.imports(shop.write("january.csv", HEAD, *JANUARY), *OPTIONS)
    shop.smbcrm("undo")
    assert json.loads(shop.smbcrm("mapping", "--format", "json").out) == []
    done = shop.imports(shop.write("february.csv", HEAD, *FEBRUARY))
    assert not [note for note in notes(done) if said_again(note)]
    shop.smbcrm("undo")
    shop.smbcrm("undo", "2")  # the undo itself
    shop.imports("february.csv")
    assert people(shop) == READ


def test_i19_undo_of_a_later_word_brings_the_earlier_one_back(shop: Shop) -> None:
    shop.imports(shop.write("january.csv", HEAD, *JANUARY), *OPTIONS)
    before = shop.smbcrm("mapping", "--columns", "id,said", "--format", "csv").out
    shop.imports(shop.write("february.csv", HEAD, *FEBRUARY), "--date-order", "mdy")
    assert shop.smbcrm("mapping", "--columns", "id,said", "--format", "csv").out != before
    shop.smbcrm("undo")
    assert shop.smbcrm("mapping", "--columns", "id,said", "--format", "csv").out == before


def test_i19_a_dry_run_remembers_nothing(shop: Shop) -> None:
    shop.write("january.csv", HEAD, *JANUARY)
    shop.smbcrm("init")
    shop.says("january.csv", *OPTIONS)
    assert shop.smbcrm("mapping", "--format", "json").out.strip() == "[]"


def test_i19_the_main_job_remembers_as_well(shop: Shop) -> None:
    shop.write("january.csv", HEAD, *JANUARY)
    shop.write("february.csv", HEAD, *FEBRUARY)
    assert shop.smbcrm("--no-input", "run", "january.csv", *OPTIONS).code == 0
    assert shop.smbcrm("--no-input", "run", "february.csv").code == 0
    assert people(shop) == READ


def test_i19_the_same_file_with_the_same_words_again_changes_nothing(shop: Shop) -> None:
    shop.write("january.csv", HEAD, *JANUARY)
    shop.imports("january.csv", *OPTIONS)
    for words in (OPTIONS, (), OPTIONS[:2], ("--date-order", "dmy")):
        done = shop.imports("january.csv", *words)
        assert notes(done) == ["the file is the same as at its last import"]
        assert (done["files"][0]["rows_unchanged"], done["customers_updated"]) == (2, 0)
    assert shop.smbcrm("undo", "--list", "--format", "ids").out == "1\n"


# A wrong guess, corrected, and the same file once more.


def corrected(shop: Shop, *words: str) -> dict[str, Any]:
    """Say something with `mapping set` and import the same file again; give what became of its sheet."""
    ids = [number for (number,) in shop.customers("id")]
    done = shop.smbcrm("mapping", "set", "s1", *words)
    assert done.code == 0, done.err
    (sheet,) = shop.imports("list.csv")["files"]
    assert (sheet["rows_imported"], sheet["rows_gone"]) == (0, 0)
    assert [number for (number,) in shop.customers("id")] == ids
    assert shop.smbcrm("sources", "--where", "kind <> 'owner'", "--format", "ids").out == "s1\n"
    return dict(sheet)


def test_i19_a_corrected_column_is_read_anew_and_its_rows_are_updated(shop: Shop) -> None:
    shop.imports(
        shop.write(
            "list.csv", "Name;Mobile;Plaatz;Punten", "Sara;09121234567;Tehran;8", "Reza;09351112233;Qom;9"
        )
    )
    assert shop.customers("city", "own_score") == [["", None], ["", None]]
    sheet = corrected(shop, "Plaatz=city", "Punten=own_score")
    assert (sheet["rows_updated"], sheet["rows_unchanged"]) == (2, 0)
    assert shop.customers("city", "own_score") == [["Tehran", 8], ["Qom", 9]]
    assert shop.fields()[0].get("x") is None
    assert shop.imports("list.csv")["files"][0]["rows_unchanged"] == 2


def test_i19_only_rows_that_mean_something_else_now_count_as_updated(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", "Name;Mobile;Plaatz", "Sara;09121234567;Tehran", "Reza;09351112233;"))
    sheet = corrected(shop, "Plaatz=city")
    assert (sheet["rows_updated"], sheet["rows_unchanged"]) == (1, 1)


def test_i19_a_column_wrongly_taken_may_be_kept_as_the_owners_own(shop: Shop) -> None:
    shop.imports(
        shop.write("list.csv", "Name;Mobile;City", "Sara;09121234567;gold", "Reza;09351112233;silver")
    )
    assert shop.customers("city") == [["gold"], ["silver"]]
    corrected(shop, "City=-")
    assert shop.customers("city") == [[""], [""]]
    assert shop.fields()[0]["x"] == {"City": "gold"}


def test_i19_the_column_that_tells_rows_apart_may_be_corrected(shop: Shop) -> None:
    shop.imports(
        shop.write(
            "list.csv", "Code;Name;Mobile", "7;Sara;09121234567", "8;Reza;09351112233", "9;Mina;09120000001"
        )
    )
    assert shop.customers("customer_code") == [["7"], ["8"], ["9"]]
    sheet = corrected(shop, "Code=-")
    assert sheet["rows_updated"] == 3
    assert shop.customers("customer_code") == [[None], [None], [None]]
    corrected(shop, "Code=customer_code")
    assert shop.customers("customer_code") == [["7"], ["8"], ["9"]]


def test_i19_the_order_of_days_may_be_corrected(shop: Shop) -> None:
    shop.imports(
        shop.write("list.csv", "Name;Mobile;Birthday", "Sara;09121234567;03/04/1984"), "--date-order", "mdy"
    )
    assert shop.customers("birth_date") == [["1984-03-04"]]
    corrected(shop, "--date-order", "dmy")
    assert shop.customers("birth_date") == [["1984-04-03"]]


def test_i19_the_country_may_be_corrected(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", "Name;Phone", "Anna;030 1234567"))
    assert shop.customers("phone") == [["030 1234567"]]
    corrected(shop, "--country", "de")
    assert shop.customers("phone") == [["+49301234567"]]


BUYERS = ["Sara Ahmadi;09121234567", "Reza Karimi;09352223344", "Mina Tavakoli;09173334455"]
SALES = ["Name;Mobile;Date;Total;Note", *(f"{BUYERS[n % 3]};2026-01-{n + 10};{n}000;x{n}" for n in range(9))]


def test_i19_rows_taken_for_customers_may_turn_out_to_be_sales(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", *SALES), "--as", "customers")
    assert shop.customers("purchases") == [[None]] * 3
    sheet = corrected(shop, "--as", "purchases")
    assert (sheet["kind"], sheet["rows_updated"]) == ("purchases", 9)
    assert shop.customers("name", "purchases", "spend") == [
        ["Sara Ahmadi", 3, 9000], ["Reza Karimi", 3, 12000], ["Mina Tavakoli", 3, 15000],
    ]  # fmt: skip


def test_i19_and_the_other_way_round(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", *SALES))
    assert [row[0] for row in shop.customers("purchases")] == [3, 3, 3]
    sheet = corrected(shop, "--as", "customers")
    assert sheet["kind"] == "customers"
    assert shop.customers("purchases") == [[None]] * 3


def test_i19_a_row_of_headings_may_be_corrected(shop: Shop) -> None:
    lines = [
        "Name;Phone;City",
        "old;01112223333;headings",
        "Wie;Nummer;Plaatz",
        "Sara;09121234567;Tehran",
        "Reza;09351112233;Qom",
    ]
    shop.imports(shop.write("list.csv", *lines))
    assert len(shop.customers("id")) == 4
    (sheet,) = shop.imports("list.csv", "--header-row", "3", "--map", "name=Wie", "--map", "city=Plaatz")[
        "files"
    ]
    assert (sheet["rows_imported"], sheet["rows_gone"], sheet["rows_read"]) == (0, 0, 2)
    assert shop.customers("name", "city") == [["Sara", "Tehran"], ["Reza", "Qom"]]
    assert len(json.loads(shop.smbcrm("sources", "--format", "json").out)) == 1


def test_i19_a_correction_is_taken_back_like_anything_else(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", *SALES), "--as", "customers")
    before = shop.smbcrm("list", "--columns", "id,name,purchases,spend,fields", "--format", "csv").out
    corrected(shop, "--as", "purchases")
    shop.smbcrm("undo")
    assert shop.smbcrm("list", "--columns", "id,name,purchases,spend,fields", "--format", "csv").out == before
    shop.smbcrm("undo")
    (sheet,) = shop.imports("list.csv")["files"]
    assert (sheet["kind"], sheet["rows_unchanged"]) == ("customers", 9)


def test_i19_what_is_forgotten_is_read_by_its_headings_again(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", "Name;Mobile;City", "Sara;09121234567;gold"), "--map", "-=City")
    assert shop.customers("city") == [[""]]
    done = shop.smbcrm("mapping", "forget", "s1")
    assert done.code == 0, done.err
    (sheet,) = shop.imports("list.csv")["files"]
    assert sheet["rows_updated"] == 1
    assert shop.customers("city") == [["gold"]]


def test_i19_an_edit_of_the_owner_outlives_a_correction(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", "Name;Mobile;Plaatz", "Sara;09121234567;Tehran"))
    shop.smbcrm("set", "C1", "city=Karaj", "notes=my own")
    corrected(shop, "Plaatz=city")
    assert shop.customers("city", "notes") == [["Karaj", "my own"]]


def test_i19_a_file_edited_by_hand_says_how_lists_are_read(shop: Shop) -> None:
    shop.imports(shop.write("list.csv", "Name;Mobile;Plaatz", "Sara;09121234567;Tehran"))
    assert shop.smbcrm("mapping", "export", "lists.toml").code == 0
    text = Path("lists.toml").read_text("utf-8").replace('"Plaatz" = { guess = "-" }', '"Plaatz" = "city"')
    Path("lists.toml").write_text(text, "utf-8")
    assert shop.smbcrm("mapping", "import", "lists.toml").code == 0
    (sheet,) = shop.imports("list.csv")["files"]
    assert sheet["rows_updated"] == 1
    assert shop.customers("city") == [["Tehran"]]


def test_i19_what_was_said_in_one_shop_holds_in_another(shop: Shop) -> None:
    shop.imports(shop.write("january.csv", HEAD, *JANUARY), *OPTIONS)
    shop.smbcrm("mapping", "export", "lists.toml")
    shop.smbcrm("--data", "other", "init")
    assert shop.smbcrm("--data", "other", "mapping", "import", "lists.toml").code == 0
    shop.write("february.csv", HEAD, *FEBRUARY)
    shutil.copy("lists.toml", "before.toml")
    done = shop.smbcrm("--data", "other", "--no-input", "import", "february.csv")
    assert "read as you said last time" in done.out
    out = shop.smbcrm(
        "--data", "other", "list", "--columns", "name,phone,city,created_at", "--format", "json"
    ).out
    assert [list(record.values()) for record in json.loads(out)] == READ[2:]
