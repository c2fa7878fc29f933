"""I18 and I20: what the columns of a list mean, and our own lists coming back. I19 is in test_i19_mapping.py."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.behaviours.conftest import Shop


def fields(shop: Shop, headings: str, *rows: str) -> str:
    """Give the fields that columns are taken for, as they stand, `-` for those kept as the owner's own."""
    sheet = shop.reads(*(line.replace("|", "\t") for line in (headings, *rows)))
    return " ".join(column["field"] or "-" for column in sheet["columns"])


SAME_HEADINGS = [
    ("Mobile", "ＭＯＢＩＬＥ", "mobile"),  # full width
    ("E-mail", " e-MAIL: ", "email"),
    ("Last Name", "LAST_NAME", "last_name"),
    ("İSİM", "isim", "first_name"),
    ("ŞEHİR", "şehir", "city"),
    ("شماره تلفن", "شماره‌ي تلفن", "phone"),
    ("نام خانوادگی", "نام خانوادگي", "last_name"),
    ("کد ملی", "كدملي", "national_id"),
    ("کد ملی", "کـــد  ملـی", "national_id"),
    ("E-mail", "Ｅ－ｍａｉｌ", "email"),
]


@pytest.mark.parametrize(("one", "other", "field"), SAME_HEADINGS)
def test_i18_however_a_heading_is_spelt_it_is_the_same_heading(
    shop: Shop, one: str, other: str, field: str
) -> None:
    value = {"email": "a@example.com", "national_id": "0084575948"}.get(field, "09121234567" if field in ("mobile", "phone") else "Ayşe")  # fmt: skip
    first = "Telefon|" if field == "first_name" else "Name|"
    told = "05321234567|" if field == "first_name" else "Sara|"
    for heading in (one, other):
        assert fields(shop, first + heading, told + value).split()[1] == field


def test_i18_headings_with_blanks_joiners_and_foreign_letters_are_known(shop: Shop, awkward_files) -> None:  # type: ignore[no-untyped-def]
    (sheet,) = shop.imports(awkward_files / "head_case_space_zwnj.csv")["files"]
    assert [column["field"] for column in sheet["columns"]] == ["mobile", "name", "email", "national_id"]


def test_i18_an_exact_heading_wins_over_one_that_contains_it(shop: Shop) -> None:
    assert (
        fields(shop, "Name|Phone|Phone of the buyer's shop", "Sara|09121234567|02188776655")
        == "name phone phone"
    )
    assert fields(shop, "City|City of the customer|Name", "Qom|Yazd|Sara").split()[0] == "city"
    assert fields(shop, "Email of the buyer|Name", "a@example.com|Sara") == "email name"


AMBIGUOUS = [
    ("نام|امتیاز", ["سارا|1250", "رضا|80"], "name points"),
    ("نام|امتیاز", ["سارا|9", "رضا|7"], "name own_score"),
    ("Name|Title|Job Title", ["Sara|Dr.|Manager"], "name name_prefix job_title"),
    ("Name|Title", ["Sara|Manager", "Reza|Director"], "name job_title"),
    ("نام|نام خانوادگی|موبایل", ["سارا|احمدی|09121234567"], "first_name last_name mobile"),
    ("نام|موبایل", ["سارا احمدی|09121234567"], "name mobile"),
    ("Ad|Soyad", ["Ayşe|Yılmaz"], "first_name last_name"),
    ("Firma|Vorname|Nachname", ["Schäfer GmbH|Jörg|Schäfer"], "company first_name last_name"),
    ("Name|ID Number", ["Sara|0084575948", "Reza|0067749828"], "name national_id"),
    ("Name|ID Number", ["Sara|12", "Reza|13"], "name customer_code"),
    ("Nom|Note", ["Jean Dupont|8", "Anne Petit|6"], "name own_score"),
    ("Name|Note", ["Jean|likes tea", "Anne|likes coffee"], "name notes"),
    ("الاسم|العنوان", ["أحمد علي|شارع الملك 12"], "name address"),
    ("الاسم|العنوان", ["أحمد علي|مدير"], "name job_title"),
]


@pytest.mark.parametrize(("headings", "rows", "expected"), AMBIGUOUS)
def test_i18_a_heading_that_means_several_things_is_settled_by_the_data(
    shop: Shop, headings: str, rows: list[str], expected: str
) -> None:
    assert fields(shop, headings, *rows) == expected


def test_i18_points_of_a_club_are_no_score(shop: Shop, awkward_files) -> None:  # type: ignore[no-untyped-def]
    shop.imports(awkward_files / "exp_customer_club.csv")
    assert shop.customers("points", "own_score", "score") == [[1250, None, None], [80, None, None]]


EXPORTS = [
    ("exp_didar_contacts.xlsx", ["customer_code", "mobile", "last_name", "job_title", "first_name", "company", "phone", "national_id", "address"]),
    ("exp_google_contacts_2024.csv", ["first_name", "last_name", "mobile", "tags"]),
    ("exp_outlook_de.csv", ["name_prefix", "first_name", "last_name", "company", "birth_date", "postal_code", "city", "email"]),
    ("exp_shopify_customers.csv", ["customer_code", "first_name", "last_name", "email", "phone", "postal_code", "total_spent", "order_count", "tags"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), EXPORTS)
def test_i18_the_lists_of_other_programs_are_known(
    shop: Shop, awkward_files, name: str, expected: list[str]
) -> None:  # type: ignore[no-untyped-def]
    (sheet,) = shop.imports(awkward_files / name)["files"]
    found = [column["field"] for column in sheet["columns"]]
    assert [field for field in expected if field not in found] == []


@pytest.mark.parametrize("file", ["out.csv", "out.xlsx"])
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_i20_an_export_with_a_column_for_every_year_comes_back_without_a_change(
    shop: Shop, file: str, lang: str
) -> None:
    years = [str(year) for year in range(1980, 2026)]
    rows = [
        ",".join([f"Sara Ahmadi{n}", f"0912345600{n}", *(str(n * 10) for _ in years)]) for n in range(1, 5)
    ]
    Path("people.csv").write_text("\n".join([",".join(["Name", "Mobile", *years]), *rows]), encoding="utf-8")
    shop.imports("people.csv", "--header-row", "1")
    assert shop.smbcrm("--lang", lang, "export", file).code == 0
    done = shop.imports(file)
    (sheet,) = done["files"]
    assert (
        sheet["rows_unchanged"],
        sheet["rows_read"],
        done["customers_new"],
        done["customers_updated"],
    ) == (4, 4, 0, 0)


@pytest.mark.parametrize("file", ["out.csv", "out.xlsx", "out.vcf"])
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_i20_firms_without_a_person_come_into_another_shop_as_they_were(
    shop: Shop, file: str, lang: str
) -> None:
    firms = ["Harbor Bank,Food,1000", "P.K Miller,Food,500", "P.K Miller,Gas,400", "Harbor Bank,Tools,800", "P.K Miller,Trade,700"]  # fmt: skip
    Path("firms.csv").write_text("\n".join(["Company,Category,Opening", *firms]), encoding="utf-8")
    before = shop.imports("firms.csv")
    assert before["customers_total"] == 5
    assert shop.smbcrm("--lang", lang, "export", file).code == 0
    assert shop.imports(file)["customers_updated"] == 0
    other = shop.smbcrm("--data", "other", "--no-input", "import", file, "--format", "json")
    assert json.loads(other.out)["customers_total"] == 5


@pytest.mark.parametrize("file", ["out.csv", "out.xlsx", "out.tsv", "out.vcf"])
@pytest.mark.parametrize("lang", ["en", "fa"])
def test_i20_our_own_export_comes_back_without_a_change(
    shop: Shop, awkward_files, file: str, lang: str
) -> None:  # type: ignore[no-untyped-def]
    for name in ("exp_didar_contacts.xlsx", "exp_shopify_customers.csv", "text_many_phones.csv", "text_last_first.csv", "enc_utf8_bom.csv", "text_emails.csv"):  # fmt: skip
        shop.imports(awkward_files / name)
    shop.smbcrm("set", "C1", "own_score=8", "shoe size=43")
    before = (shop.smbcrm("list", "--columns", "id,name,fields", "--format", "csv").out, shop.smbcrm("undo", "--list").out)  # fmt: skip
    assert shop.smbcrm("--lang", lang, "export", file).code == 0
    done = shop.imports(file)
    (sheet,) = done["files"]
    assert (sheet["rows_imported"], sheet["rows_updated"], sheet["rows_rejected"]) == (0, 0, 0)
    assert sheet["rows_unchanged"] == sheet["rows_read"] == len(shop.customers("id"))
    assert (done["customers_new"], done["customers_updated"]) == (0, 0)
    assert (shop.smbcrm("list", "--columns", "id,name,fields", "--format", "csv").out, shop.smbcrm("undo", "--list").out) == before  # fmt: skip
