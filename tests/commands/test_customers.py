"""Listing, finding, showing, adding, changing and removing customers, with whole outputs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """A shop with three customers."""
    assert smbcrm("init").code == 0
    for words in (
        ("add", "علی رضایی", "phone=۰۹۱۲۱۲۳۴۵۶۷", "city=شیراز", "tags=vip,old", "own_score=9"),
        (
            "add",
            "Sara Ahmadi",
            "email=Sara@Example.com",
            "city=Shiraz",
            'notes=likes "blue", not red',
            "shoe size=43",
        ),
        ("add", "Kian Store", "company=Kian Store", "phone=0713-234 5678", "total_spent=1,250,000"),
    ):
        assert smbcrm(*words).code == 0
    return smbcrm


def test_list_as_csv_is_exact_data(shop: Smbcrm) -> None:
    run = shop("list", "--format", "csv")
    assert run == Run(
        0,
        "id,name,company,phone,email,city,score,own_score,suggested_score,tier,last_interaction,tags\n"
        "C1,علی رضایی,,+989121234567,,شیراز,9.0,9.0,,,,vip; old\n"
        "C2,Sara Ahmadi,,,sara@example.com,Shiraz,,,,,,\n"
        "C3,Kian Store,Kian Store,+987132345678,,,,,,,,\n",
        "",
    )


def test_list_as_json_keeps_unknown_apart_from_nothing(shop: Smbcrm) -> None:
    first = json.loads(shop("list", "--format", "json").out)[0]
    assert first == {
        "id": "C1", "name": "علی رضایی", "company": "", "phone": "+989121234567", "email": "", "city": "شیراز",
        "score": 9.0, "own_score": 9.0, "suggested_score": None, "tier": None, "last_interaction": None,
        "tags": "vip; old",
    }  # fmt: skip


def test_an_empty_list_is_still_well_formed(smbcrm: Smbcrm) -> None:
    smbcrm("init")
    assert smbcrm("list", "--format", "json").out == "[]\n"
    assert smbcrm("list", "--format", "jsonl").out == ""
    assert smbcrm("list", "--format", "csv").out.count("\n") == 1
    assert smbcrm("list", "--format", "ids").out == ""
    assert smbcrm("due") == Run(0, "", "")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--city", "شيراز"), "C1\nC2\n"),
        (("--city", "SHIRAZ"), "C1\nC2\n"),
        (("--tag", "VIP"), "C1\n"),
        (("--min-score", "8"), "C1\n"),
        (("--where", "email <> ''"), "C2\n"),
        (("--where", "\"shoe size\" = '43'"), "C2\n"),
        (("--where", "notes LIKE '%blue%'"), "C2\n"),
        (("--sort", "-score"), "C1\nC2\nC3\n"),
        (("--sort", "name", "-n", "1"), "C3\n"),
        (("--not-contacted", "60d"), "C1\nC2\nC3\n"),
        (("-n", "0"), ""),
    ],
)
def test_customers_are_chosen_by_filters_and_by_expressions(
    shop: Smbcrm, words: tuple[str, ...], ids: str
) -> None:
    run = shop("list", *words, "--format", "ids")
    assert (run.code, run.out, run.err) == (0, ids, "")


def test_columns_of_ones_own_can_be_shown(shop: Smbcrm) -> None:
    run = shop("list", "--columns", "name,shoe size,notes", "--format", "csv", "--where", "id = 'C2'")
    assert run.out == 'name,shoe size,notes\nSara Ahmadi,43,"likes ""blue"", not red"\n'


@pytest.mark.parametrize(
    "who",
    [
        "C1",
        "c1",
        "1",
        "علی رضایی",
        "علي رضايي",
        "رضایی",
        "Ali Rezaei",
        "rezaei",
        "09121234567",
        "+98 912 123 4567",
        "۰۹۱۲ ۱۲۳ ۴۵۶۷",
        "9121234567",
    ],
)
def test_a_customer_is_found_by_id_phone_or_name_in_either_script(shop: Smbcrm, who: str) -> None:
    assert shop("show", who, "--columns", "id", "--format", "csv").out == "id\nC1\n"


def test_a_customer_is_found_by_email_in_any_case(shop: Smbcrm) -> None:
    assert shop("show", "SARA@example.com", "--format", "ids").out == "C2\n"


def test_find_looks_everywhere_and_in_both_scripts(shop: Smbcrm) -> None:
    assert shop("find", "blue", "--format", "ids").out == "C2\n"
    assert shop("find", "kian", "--format", "ids").out == "C3\n"
    assert shop("find", "rezaei", "--format", "ids").out == "C1\n"
    assert shop("find", "2345678", "--format", "ids").out == "C3\n"
    assert shop("find", "zzz", "--format", "ids").out == ""  # sounds that stand inside of a name
    nobody = shop("find", "nobody", "--format", "csv")
    assert nobody.code == 0
    assert len(list(csv.reader(io.StringIO(nobody.out)))) == 1


def test_set_overrules_and_empties_and_undo_brings_back(shop: Smbcrm) -> None:
    before = shop("list", "--format", "csv").out
    assert shop("set", "C1", "city=Tehran", "phone=09350000000", "tags=").code == 0
    assert shop("list", "--format", "csv", "--where", "id = 'C1'").out.splitlines()[1] == (
        "C1,علی رضایی,,+989350000000,,Tehran,9.0,9.0,,,,"
    )
    shown = json.loads(shop("show", "C1", "--format", "json").out)[0]
    assert shown["phones"] == ["+989350000000", "+989121234567"]
    assert shop("undo").code == 0
    assert shop("list", "--format", "csv").out == before


def test_a_phone_that_is_not_valid_is_kept_and_said(shop: Smbcrm) -> None:
    run = shop("set", "C2", "phone=12")
    assert "12 does not look like a phone number; it is kept as typed" in run.out
    assert shop("show", "C2", "--columns", "phone", "--format", "csv").out == "phone\n12\n"


@pytest.mark.parametrize("given", ["name=...", "birth_date=…", "city=...", "shoe size=..."])
def test_the_dots_of_a_proposed_command_are_not_taken_for_a_value(shop: Smbcrm, given: str) -> None:
    before = shop("show", "C2", "--all", "--format", "csv").out
    run = shop("set", "C2", given)
    assert run.code == 2
    assert "stand for what only you know" in run.err
    assert shop("show", "C2", "--all", "--format", "csv").out == before
    assert shop("add", "...").code == 2
    assert shop("set", "C2", "notes=came late ...").code == 0


def test_every_value_is_shown_as_the_card_shows_it(shop: Smbcrm) -> None:
    shop("set", "C2", "do_not_contact=yes", "birth_date=1991-04-23")
    rows = [line.split(",")[:2] for line in shop("show", "C2", "--all", "--format", "csv").out.splitlines()]
    assert ["do_not_contact", "yes"] in rows
    assert ["birth_date", "1991-04-23"] in rows
    shown = shop("--lang", "fa", "--calendar", "jalali", "show", "C2", "--all").out
    assert "۱۳۷۰/۰۲/۰۳" in shown
    assert "True" not in shown


def test_every_dry_run_is_told_in_the_same_way(shop: Smbcrm) -> None:
    shop("merge", "same", "C1", "C2")
    shop("set", "C1", "city=Qom")
    facts = csv.DictReader(io.StringIO(shop("show", "C1", "--all", "--format", "csv").out))
    number = next(fact["ref"] for fact in facts if fact["value"] == "Sara Ahmadi")
    shop("purchase", "add", "C1", "500")
    shop("score")
    shop("tier")
    operations = shop("undo", "--list", "--format", "ids").out
    for words in (
        ("remove", "C1"),
        ("merge", "same", "C1", "C3"),
        ("merge", "split", "C1", number),
        ("recipe", "remove", "A-visit"),
        ("purchase", "remove", "1"),
    ):
        run = shop(*words, "--dry-run")
        assert run.code == 0, run.err
        assert run.out.startswith("Without `--dry-run` this would be said:\n")
    for words in (
        ("remove", "C1"),
        ("merge", "same", "C1", "C3"),
        ("merge", "split", "C1", number),
        ("recipe", "remove", "A-visit"),
        ("purchase", "remove", "1"),
        ("set", "C1", "city=Qom"),
        ("add", "Nima Rad"),
        ("score", "set", "C1", "3"),
        ("tier", "pin", "C1", "A"),
        ("log", "C1", "call", "x"),
        ("undo",),
        ("backup",),
        ("init",),
        ("init", "--workbook"),
        ("export", "list.csv"),
        ("export", "list.vcf"),
        ("merge",),
        ("import", "people.csv"),
        ("score",),
        ("tier",),
        ("plan", "build"),
        ("score", "weights", "set", "spend=4"),
        ("score", "weights", "preset", "community"),
    ):
        Path("people.csv").write_text("Name,Mobile\nMina Rad,09121112233\n", encoding="utf-8")
        lines = shop(*words, "--dry-run").out.splitlines()
        assert lines[-2:] == [
            "This was a dry run: nothing was kept.",
            "Next: the same command without `--dry-run`.",
        ]
        assert not [line for line in lines[:-1] if line.startswith("Next:")]
    assert shop("undo", "--list", "--format", "ids").out == operations
    assert not Path("list.csv").exists()
    assert not Path("list.vcf").exists()


def test_a_dry_run_of_an_export_tells_what_would_be_written(shop: Smbcrm) -> None:
    assert shop("export", "sara.csv", "--where", "name = 'Sara Ahmadi'", "--dry-run").out == (
        "Without `--dry-run` this would be said:\n"
        "1 row written to sara.csv\n"
        "This was a dry run: nothing was kept.\n"
        "Next: the same command without `--dry-run`.\n"
    )
    refused = shop("export", "sara.pdf", "--dry-run")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("smbcrm: error: sara.pdf does not say which kind of file to write.")


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "Made an empty customer list in new."), ("fa", "فهرست خالی مشتریان در new ساخته شد.")],
)
def test_a_dry_run_of_init_makes_nothing(smbcrm: Smbcrm, lang: str, told: str) -> None:
    done = smbcrm("--lang", lang, "--data", "new", "init", "--workbook", "--dry-run")
    assert (done.code, done.err) == (0, "")
    assert told in done.out.splitlines()
    assert not Path("new").exists()


def test_what_a_list_says_somebody_spent_is_not_said_to_be_in_no_purchases(smbcrm: Smbcrm) -> None:
    Path("spent.csv").write_text("Name,Mobile,Total spent\nMina Rad,09121112233,1000\n", encoding="utf-8")
    assert smbcrm("import", "spent.csv").code == 0
    shown = smbcrm("show", "C1").out
    assert "Spend" in shown
    assert "1,000" in shown
    assert "purchase" not in shown
    assert "In all 1,000 by your list; 1 purchase is noted." in smbcrm("purchase", "add", "C1", "500").out
    assert "1,000 by your list; 1 purchase is noted" in smbcrm("show", "C1").out
    assert "۱٬۰۰۰ به گفتهٔ فهرست شما؛ ۱ خرید ثبت شده" in smbcrm("--lang", "fa", "show", "C1").out
    smbcrm("purchase", "add", "C1", "700")
    assert "1,200 in 2 purchases" in smbcrm("show", "C1").out


def test_a_list_that_tells_the_sum_and_the_count_is_told_as_it_is(smbcrm: Smbcrm) -> None:
    Path("spent.csv").write_text(
        "Name,Mobile,Total spent,Order count\nMina Rad,09121112233,1000,12\n", encoding="utf-8"
    )
    assert smbcrm("import", "spent.csv").code == 0
    assert "1,000 in 12 purchases" in smbcrm("show", "C1").out


def test_setting_what_is_so_already_changes_nothing(shop: Smbcrm) -> None:
    operations = shop("undo", "--list", "--format", "ids").out
    run = shop("set", "C2", "city=Shiraz")
    assert run.out.startswith("C2 Sara Ahmadi was like that already")
    assert shop("undo", "--list", "--format", "ids").out == operations


def test_a_removed_customer_leaves_the_list_and_comes_back_by_undo(shop: Smbcrm) -> None:
    before = shop("list", "--format", "csv").out
    assert shop("remove", "C2").code == 0
    assert shop("list", "--format", "ids").out == "C1\nC3\n"
    assert shop("undo").code == 0
    assert shop("list", "--format", "csv").out == before


def test_adding_somebody_who_is_there_already_joins_him(shop: Smbcrm) -> None:
    run = shop("add", "Ali Rezaei", "phone=0912 123 4567", "email=ali@example.com")
    assert run.out == "C1 علی رضایی was on the list already; the new facts were added.\n"
    assert shop("list", "--format", "ids").out == "C1\nC2\nC3\n"
    assert shop("show", "C1", "--columns", "email", "--format", "csv").out == "email\nali@example.com\n"


def test_an_interaction_counts_and_can_be_taken_back(shop: Smbcrm) -> None:
    before = shop("list", "--format", "csv").out
    assert shop("log", "C1", "call", "asked for an offer", "--minutes", "10").code == 0
    assert shop("list", "--columns", "last_interaction", "--where", "id = 'C1'", "--format", "csv").out == (
        "last_interaction\n2026-11-22\n"
    )
    assert shop("undo").code == 0
    assert shop("list", "--format", "csv").out == before


def test_a_piped_table_is_never_cut(shop: Smbcrm) -> None:
    long = "a very long note indeed " * 20
    shop("set", "C1", f"notes={long}")
    assert long.strip() in shop("list", "--columns", "id,notes").out


def test_globals_may_stand_after_the_verb(shop: Smbcrm) -> None:
    assert shop("list", "--lang", "fa", "--format", "ids", "-q", "--no-color").out == "C1\nC2\nC3\n"


def test_exported_formulas_are_harmless_and_a_pipe_is_exact(shop: Smbcrm, tmp_path: object) -> None:
    shop("set", "C2", "notes==1+1")
    assert (
        shop("list", "--columns", "notes", "--where", "id = 'C2'", "--format", "csv").out == "notes\n=1+1\n"
    )
    assert shop("export", "list.csv").code == 0
    from pathlib import Path

    text = Path("list.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    assert ",=1+1" not in text
    assert "+989121234567" in text


def test_old_scores_are_said_to_be_old_and_taking_the_change_back_makes_them_fresh(shop: Smbcrm) -> None:
    shop("score")
    shop("tier")
    assert shop("list").err == ""
    shop("set", "C2", "total_spent=500")
    assert (
        shop("list").err == "The scores are older than the list. Next: `smbcrm score`, then `smbcrm tier`.\n"
    )
    shop("undo")
    assert shop("list").err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("list",), "There are no customers yet. `smbcrm run FILE` brings yours in"),
        (("list", "--tier", "A", "--format", "md"), "No customer fits. `smbcrm list` shows all of them"),
        (("task",), "There are no such tasks. `smbcrm task add TEXT` notes one."),
        (("sources",), "Nothing of the kind was imported. `smbcrm import FILE` reads a file."),
        (("sources", "rows"), "There are no such rows."),
        (("mapping",), "Nothing of the kind was imported."),
        (("tier", "moves"), "There are no customers yet."),
        (("undo", "--list"), "Nothing of the kind was done."),
    ],
)
def test_a_listing_with_nothing_in_it_says_so_to_people_only(
    smbcrm: Smbcrm, words: tuple[str, ...], told: str
) -> None:
    assert smbcrm("init").code == 0
    assert told in smbcrm(*words).out
    assert told not in smbcrm(*words, "--format", "jsonl").out


def test_what_came_by_hand_is_called_so_in_persian_too(shop: Smbcrm) -> None:
    for words in (("show", "C1", "--all"), ("sources",), ("sources", "rows"), ("history", "C1")):
        told = shop("--lang", "fa", *words).out
        assert "by hand" not in told
        assert "دستی" in told
    assert "by hand" in shop("--lang", "fa", "show", "C1", "--all", "--format", "csv").out


def test_who_asks_for_none_is_not_told_that_nobody_is_there(shop: Smbcrm) -> None:
    assert "customers" not in shop("list", "-n", "0").out


def test_a_column_that_is_mistyped_is_guessed(shop: Smbcrm) -> None:
    assert shop("list", "--columns", "nmae").err.endswith("hint: perhaps name.\n")
    assert shop("list", "--sort", "shoe_size").err.endswith("hint: perhaps shoe size.\n")
    assert "choose among: id, name, " in shop("list", "--columns", "zzz").err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("phne=1", "phone"),
        ("citty=x", "city"),
        ("موبایلل=1", "موبایل"),
        ("Birthdya=x", "birth_date"),
        ("ciyt=x", "city"),
    ],
)
def test_a_mistyped_field_is_kept_and_said_to_be_a_new_column(shop: Smbcrm, typed: str, meant: str) -> None:
    done = shop("set", "C1", typed)
    assert done.code == 0
    assert f"is a new column of your own; if {meant} was meant: `smbcrm undo`" in done.out
    assert "new column" not in shop("set", "C1", typed.replace("=", "=2")).out  # there it is a column already


@pytest.mark.parametrize("typed", ["shoe size=42", "سایز کفش=42", "VIP=yes", "کد=5", "a" * 30_000 + "=5"])
def test_a_column_that_is_like_no_field_is_taken_as_it_is(shop: Smbcrm, typed: str) -> None:
    for words in (("set", "C1", typed), ("add", "Nima Rad", typed)):
        assert "new column" not in shop(*words).out


@pytest.mark.parametrize("word", ["contact", "may_contact", "Kontakt", "تماس"])
def test_contact_in_set_means_whether_somebody_may_be_contacted(shop: Smbcrm, word: str) -> None:
    def asked_for_peace() -> object:
        return json.loads(
            shop("list", "--where", "id = 'C2'", "--columns", "name,do_not_contact", "--format", "json").out
        )

    assert shop("set", "C2", "city=Qom", "name=Sara A. Ahmadi", f"{word}=no").code == 0
    assert asked_for_peace() == [{"name": "Sara A. Ahmadi", "do_not_contact": True}]
    assert shop("set", "C2", f"{word}=yes").code == 0
    assert asked_for_peace() == [{"name": "Sara A. Ahmadi", "do_not_contact": False}]


def test_a_list_shows_yes_and_no_as_words(shop: Smbcrm) -> None:
    shop("set", "C2", "contact=no")
    told = shop("list", "--columns", "id,do_not_contact", "--sort", "id").out
    assert told.splitlines()[2:] == ["C1  no", "C2  yes", "C3  no"]


def test_contact_that_is_neither_yes_nor_no_is_refused_with_what_to_write(shop: Smbcrm) -> None:
    assert shop("set", "C2", "contact=Reza") == Run(
        2,
        "",
        "smbcrm: error: contact is a yes or no here, and Reza is neither.\n"
        "hint: contact=no keeps a customer in peace, contact=yes ends that; who and how is name=, phone= and email=.\n",
    )


def test_two_words_for_one_fact_are_refused(shop: Smbcrm) -> None:
    run = shop("set", "C2", "name=Sara", "full name=Reza")
    assert (run.code, run.err.splitlines()[0]) == (2, "smbcrm: error: name and full name both mean name.")
    assert shop("set", "C2", "phone=09123450001", "mobile=09123450002").code == 0


NAMES = """\
name,phone
علی رضایی,09121230001
رضا مرادی,09121230002
محمدرضا کریمی,09121230004
Reza Ahmadi,09121230005
سارا رضائی,09121230007
علی‌اکبر نوری,09121230009
حسن قمی,09121230010
حسین قمی,09121230011
"""


@pytest.fixture
def named(smbcrm: Smbcrm) -> Smbcrm:
    """Eight people of whom some bear a name that begins or sounds like another's."""
    Path("names.csv").write_text(NAMES, encoding="utf-8")
    assert smbcrm("import", "names.csv", "--no-merge").code == 0
    return smbcrm


def meant(run: Run) -> list[str]:
    """Give the ids of whoever a command found fitting."""
    return re.findall(r"C\d+", run.out.splitlines()[0] if run.code == 0 else run.err.partition("hint:")[0])


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("رضایی", ["C1", "C5"]),
        ("رضائي", ["C1", "C5"]),
        ("rezaei", ["C1", "C5"]),
        ("رضا", ["C2", "C4"]),
        ("reza", ["C2", "C4"]),
        ("محمدرضا", ["C3"]),
        ("رضا مرادی", ["C2"]),
        ("مُرادي", ["C2"]),
        ("علی اکبر", ["C6"]),
        ("علیاکبر", ["C6"]),
        ("علی", ["C1", "C6"]),
        ("حسن", ["C7"]),
        ("hossein", ["C8"]),
        ("قم", ["C7", "C8"]),
        ("۰۹۱۲۱۲۳۰۰۰۱", ["C1"]),
        ("c۳", ["C3"]),
    ],
)
def test_whole_words_of_a_name_come_before_pieces_and_likenesses(
    named: Smbcrm, typed: str, ids: list[str]
) -> None:
    assert meant(named("show", typed)) == ids


def test_who_is_not_clear_is_told_with_the_command_to_type(named: Smbcrm) -> None:
    run = named("log", "رضایی", "call", "asked for a price")
    assert (run.code, run.out) == (4, "")
    assert run.err == (
        "smbcrm: error: 2 customers fit رضایی: C1 علی رضایی +989121230001, C5 سارا رضائی +989121230007.\n"
        'hint: type the id of the one you mean: `smbcrm log C1 call "asked for a price"`.\n'
    )
    told = named("--lang", "fa", "log", "رضایی زنگ زد")
    assert told.err.endswith('راهنما: شناسهٔ کسی را که می‌خواهید بنویسید: `smbcrm log "C1 زنگ زد"`.\n')


def test_a_slip_of_the_keyboard_is_told_with_who_may_be_meant(named: Smbcrm) -> None:
    run = named("show", "رضا مراذی")
    assert (run.code, run.err) == (
        4,
        "smbcrm: error: nobody fits رضا مراذی; nearly so: C2 رضا مرادی +989121230002.\n"
        "hint: type the id of the one you mean: `smbcrm show C2`.\n",
    )


@pytest.mark.parametrize("typed", ["", " ", "\u200f"])
def test_an_empty_name_is_nobodys(named: Smbcrm, typed: str) -> None:
    run = named("show", typed)
    assert (run.code, run.err.splitlines()[0]) == (4, "smbcrm: error: nobody was named.")


@pytest.mark.parametrize(
    "typed", ["x" * 60_000, "ر" * 20_000, "ab " * 5_000, " ".join(map(str, range(2_000)))]
)
def test_a_name_as_long_as_a_book_is_nobodys(named: Smbcrm, typed: str) -> None:
    for verb in ("show", "find"):
        run = named(verb, typed)
        assert run.code in (0, 4)
        assert len(run.out + run.err) < 300


def test_commands_to_type_name_the_folder_that_was_named(named: Smbcrm) -> None:
    Path("data").rename("my shop")
    assert '`smbcrm --data "my shop" score`' in named("--data", "my shop", "status").out
    assert named("--data", "my shop", "score").code == 0
    assert '`smbcrm --data "my shop" list`' in named("show", "", "--data", "my shop").err
    assert (
        'type: `smbcrm --data "my shop" purchase add C1 AMOUNT`'
        in named("--data", "my shop", "score", "explain", "C1").out
    )
    assert "--data" not in named("--data", "my shop", "score", "explain", "C1", "-f", "csv").out
