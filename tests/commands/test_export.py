"""What `export FILE` writes: every value of every customer, in a spreadsheet, a text table or a phone book."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.fields import FIELDS, IGNORED
from smbcrm.core.sheets.looks.own_export import (
    as_written,
    field_of_ours,
    guarded,
    neutral,
    own_heading,
    recognise_own_export,
)
from smbcrm.output.dealings.record_sets import LIST, LIST_MORE
from smbcrm.output.files.vcards import write_vcards
from smbcrm.output.view import Column, View
from smbcrm.output.words import heading
from smbcrm.readers.text.encoding import Decoded
from smbcrm.readers.vcard import read_vcard
from tests.conftest import Run

Smbcrm = Callable[..., Run]


@pytest.fixture
def shop(smbcrm: Smbcrm) -> Smbcrm:
    """A shop whose customers hold all that is hard to write."""
    Path("people.csv").write_text(
        "Name,Mobile,Home Address,Work Address,Other Address,Birthday\n"
        'Nader Azimi,09123450001,"12 Bridge Road, Leeds","Unit 4; Mill Lane","PO Box 9",1970-12-01\n',
        encoding="utf-8",
    )
    for words in (
        ("import", "people.csv"),
        ("add", "علی رضایی", "phone=۰۹۱۲۱۲۳۴۵۶۷, 021-88776655 داخلی 12", "city=شیراز", "tags=vip,old", "رده=طلایی"),
        ("add", "Sara Ahmadi", "email=Sara@Example.com; s2@example.org", "own_score=7.5", "do_not_contact=yes"),
        ("set", "C3", "notes==1+1\nsecond, line; \"third\"", "shoe size=43", "birth_date=--05-17", "balance=-12.5"),
    ):  # fmt: skip
        assert smbcrm(*words).code == 0
    return smbcrm


def export(smbcrm: Smbcrm, file: str, *words: str) -> bytes:
    assert smbcrm(*words, "export", file).code == 0
    return Path(file).read_bytes()


def test_a_text_table_holds_every_value_and_no_formula(shop: Smbcrm) -> None:
    assert export(shop, "list.csv").decode("utf-8") == (
        "\ufeffid,name,company,phone,email,city,score,own_score,suggested_score,tier,last_interaction,tags,do_not_contact,"
        "address,notes,birth_date,balance,address 2 (other),address 3 (other),shoe size,رده\n"
        'C1,Nader Azimi,,+989123450001,,,,,,,,,,"12 Bridge Road, Leeds",,1970-12-01,,Unit 4; Mill Lane,PO Box 9,,\n'
        "C2,علی رضایی,,+989121234567; +982188776655;ext=12,,شیراز,,,,,,vip; old,,,,,,,,,طلایی\n"
        'C3,Sara Ahmadi,,,sara@example.com; s2@example.org,,7.5,7.5,,,,,true,,"\'=1+1\nsecond, line; ""third""",'
        "'--05-17,-12.5,,,43,\n"
    )


def test_a_table_for_a_spreadsheet_keeps_formulas_when_asked(shop: Smbcrm) -> None:
    assert shop("export", "list.tsv", "--raw").code == 0
    assert "\t\"=1+1\nsecond" in Path("list.tsv").read_text("utf-8")  # fmt: skip


def test_a_persian_workbook_has_persian_headings_but_leaves_the_owners_own_alone(shop: Smbcrm) -> None:
    shop("set", "C2", "Date=x")
    export(shop, "list.xlsx", "--lang", "fa")
    sheet = openpyxl.load_workbook("list.xlsx").worksheets[0]
    first, _, _, last = sheet.iter_rows(values_only=True)
    assert first == (
        "شناسه", "نام", "شرکت", "تلفن", "ایمیل", "شهر", "امتیاز", "امتیاز شما", "امتیاز پیشنهادی", "رده", "آخرین تماس",
        "برچسب‌ها", "تماس نگیرید", "نشانی", "یادداشت‌ها", "تاریخ تولد", "مانده", "address 2 (other)", "address 3 (other)",
        "Date", "shoe size", "رده (own)",
    )  # fmt: skip
    assert last[:8] == ("C3", "Sara Ahmadi", None, None, "sara@example.com; s2@example.org", None, 7.5, 7.5)
    assert last[12:17] == ("بله", None, '=1+1\nsecond, line; "third"', "--05-17", -12.5)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n", "d"}


def test_a_phone_book_holds_every_value(shop: Smbcrm) -> None:
    assert export(shop, "list.vcf").decode("utf-8").split("END:VCARD\r\n") == [
        "BEGIN:VCARD\r\nVERSION:3.0\r\nX-SMBCRM-ID:C1\r\nFN:Nader Azimi\r\nN;X-GUESSED=YES:Azimi;Nader;;;\r\n"
        "TEL;TYPE=VOICE,PREF:+989123450001\r\nADR;TYPE=HOME,PREF:;;12 Bridge Road\\, Leeds;;;;\r\n"
        "ADR;TYPE=HOME:;;Unit 4\\; Mill Lane;;;;\r\nADR;TYPE=HOME:;;PO Box 9;;;;\r\nBDAY:1970-12-01\r\n",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nX-SMBCRM-ID:C2\r\nFN:علی رضایی\r\nN;X-GUESSED=YES:رضایی;علی;;;\r\n"
        "TEL;TYPE=VOICE,PREF:+989121234567\r\nTEL;TYPE=VOICE:+982188776655 ext 12\r\n"
        "ADR;TYPE=HOME,PREF:;;;شیراز;;;\r\nCATEGORIES:vip,old\r\nX-SMBCRM-FIELD:رده;طلایی\r\n",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nX-SMBCRM-ID:C3\r\nFN:Sara Ahmadi\r\nN;X-GUESSED=YES:Ahmadi;Sara;;;\r\n"
        'NOTE:=1+1\\nsecond\\, line\\; "third"\r\nEMAIL;TYPE=INTERNET:sara@example.com\r\n'
        "EMAIL;TYPE=INTERNET:s2@example.org\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17\r\n"
        "X-SMBCRM-FIELD:own_score;7.5\r\nX-SMBCRM-FIELD:do_not_contact;true\r\nX-SMBCRM-FIELD:balance;-12.5\r\n"
        "X-SMBCRM-FIELD:shoe size;43\r\n",
        "",
    ]  # fmt: skip


def test_chosen_columns_are_written_as_the_list_shows_them(shop: Smbcrm) -> None:
    assert shop("export", "some.csv", "--columns", "id,phone,phones", "--city", "شیراز").code == 0
    assert Path("some.csv").read_text("utf-8") == (
        "\ufeffid,phone,phones\nC2,+989121234567,+989121234567; +982188776655;ext=12\n"
    )


def test_json_keeps_one_phone_under_its_key(shop: Smbcrm) -> None:
    assert '"phone": "+989121234567", "email": ""' in export(shop, "list.json").decode("utf-8")


def test_a_file_of_an_unknown_kind_is_refused(shop: Smbcrm) -> None:
    refused = shop("export", "list.doc")
    assert refused == Run(
        2,
        "",
        "smbcrm: error: list.doc does not say which kind of file to write.\nhint: end its name in one of .csv, .tsv, .tab, "
        ".json, .jsonl, .ndjson, .md, .markdown, .html, .htm, .xlsx, .vcf.\n",
    )


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_every_heading_that_is_written_is_known_again(lang: str) -> None:
    computed = {"score", "suggested_score", "tier", "last_interaction", "spend", "purchases", "first_purchase", "last_purchase", "rows"}  # fmt: skip
    expected = {"id": "crm_id", "unit": "currency", **dict.fromkeys(computed, IGNORED)}
    usual = {column.key: column.heading for column in (*LIST, *LIST_MORE)}
    kept = {
        field.key: field.key
        for field in FIELDS.values()
        if field.key not in ("", "crm_id") and not field.sales and field.read != "part"
    }
    for key, english in {**kept, **usual}.items():
        found = field_of_ours(heading(english, lang), persian=lang == "fa")
        assert found is not None, key
        if key in expected:
            assert found == expected[key], key
        else:
            assert FIELDS[found].key in (key, f"{key}s"), key


def test_columns_of_the_owners_own_never_become_fields() -> None:
    headings = ["id", "score", "tier", "Phone of uncle", "Size (EU)", "Tier (own)"]
    values = [["C1", "C2"], ["", ""], ["A", "B"], ["09121234567", ""], ["43", "44"], ["x", "y"]]
    assert recognise_own_export(headings, values) == {
        "id": "crm_id", "score": IGNORED, "tier": IGNORED, "phoneofuncle": "", "sizeeu": "", "tierown": "",
    }  # fmt: skip
    assert own_heading("Tier (own)") == "Tier"


@given(st.text(st.sampled_from("'=+-@＝ \t\n;ext1a"), max_size=8))
def test_text_made_harmless_is_the_same_text_again(text: str) -> None:
    assert as_written(neutral(text)) == text
    assert as_written(guarded(text)) == text


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Z")) | st.sampled_from(",;:\n=\" "), max_size=300))  # fmt: skip
def test_a_card_is_read_as_it_was_written_in_lines_that_any_phone_takes(text: str) -> None:
    out = io.StringIO(newline="")
    write_vcards(View((Column("name", "Name"), Column("notes", "Notes")), [("x", text)]), out)
    lines = out.getvalue().split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    grid = read_vcard(Decoded(text=out.getvalue(), encoding="utf-8"), file="x.vcf")
    cells = dict(zip(grid.rows[0], grid.rows[1], strict=True))
    assert cells.get("Notes", "") == guarded(text).strip()
