"""Headings and what they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.fields import FIELDS
from smbcrm.core.headers import header_table
from smbcrm.readers.headers import load_headers


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("نام و نام خانوادگی", "name"),
        ("  شماره‌ی موبايل ", "mobile"),
        ("كد ملي", "national_id"),
        ("نام خانوادگي", "last_name"),
        ("E-MAIL  address", "email"),
        ("Date of Birth:", "birth_date"),
        ("Phone (2)", "phone"),
        ("E-mail 3 - Value", "email"),
        ("Straße", "address"),
        ("Postleitzahl", "postal_code"),
        ("Prénom", "first_name"),
        ("Courriel", "email"),
        ("Teléfono móvil", "mobile"),
        ("Cumpleaños", "birth_date"),
        ("البريد الإلكتروني", "email"),
        ("رقم الجوال", "mobile"),
        ("Doğum Tarihi", "birth_date"),
        ("TELEFON NUMARASI", "phone"),
        ("soc_sec_id", "national_id"),
        ("street_number", "street_number"),
        ("#", "row_number"),
        ("Cognome", "last_name"),
        ("Achternaam", "last_name"),
        ("Endereço", "address"),
        ("ТЕЛЕФОН", "phone"),
        ("手机号码", "mobile"),
    ],
)
def test_a_heading_is_known_in_any_language_case_and_spelling(heading: str, field: str) -> None:
    assert load_headers().fields(heading)[0] == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Customer phone number", "phone"),
        ("Company phone", "phone"),
        ("شماره تلفن شرکت", "phone"),
        ("postcode_fake", "postal_code"),
        ("mailing_address_zipcode", "postal_code"),
        ("Home address zip code", "postal_code"),
        ("Full name of the buyer", "name"),
        ("Handynummer privat", "mobile"),
        ("buyerFirstName", "first_name"),
    ],
)
def test_a_longer_heading_is_known_by_its_most_telling_part(heading: str, field: str) -> None:
    assert load_headers().fields(heading) == ()
    assert load_headers().fields_inside(heading)[0] == field


@pytest.mark.parametrize(
    "heading",
    [
        "GI Bill Program",
        "Time of order",
        "Emergency phone",
        "تاریخ تولد همسر",
        "Parent company",
        "Pet name",
        "birth city",
        "Shoe size",
    ],
)
def test_a_heading_about_somebody_or_something_else_is_not_known(heading: str) -> None:
    table = load_headers()
    assert (table.fields(heading), table.fields_inside(heading)) == ((), ())


def test_every_heading_in_the_file_stands_for_a_field_there_is() -> None:
    assert {field for fields in load_headers().exact.values() for field in fields} <= FIELDS.keys()


def test_a_heading_listed_under_two_fields_may_mean_both() -> None:
    table = header_table([("points", "fa", "امتیاز"), ("own_score", "fa", "امتياز")])
    assert table.fields("امتیاز") == ("points", "own_score")


@given(st.text(max_size=40))
def test_no_heading_however_odd_breaks_the_look_up(heading: str) -> None:
    table = load_headers()
    assert isinstance(table.fields(heading), tuple)
    assert isinstance(table.fields_inside(heading), tuple)


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("Nome completo|CPF|Celular|Endereço|Bairro|Cidade|UF|CEP|Data de nascimento", "name national_id mobile address district city province postal_code birth_date"),
        ("Cognome|Nome e cognome|Cellulare|Indirizzo|Città|Data di nascita|Partita IVA", "last_name name mobile address city birth_date economic_code"),
        ("Voornaam|Tussenvoegsel|Achternaam|Telefoonnummer|Huisnummer|Woonplaats|Geboortedatum", "first_name middle_name last_name phone street_number city birth_date"),
        ("Фамилия|Имя отчество|Мобильный телефон|Город|Дата рождения|Примечание", "last_name first_name mobile city birth_date notes"),
        ("姓名|手机号码|地址|邮编|生日|备注", "name mobile address postal_code birth_date notes"),
        ("Imię i nazwisko|Numer telefonu|Miasto|Kod pocztowy|Data urodzenia", "name phone city postal_code birth_date"),
    ],
    ids=["pt", "it", "nl", "ru", "zh", "pl"],
)  # fmt: skip
def test_the_plain_headings_of_other_languages_are_known(headings: str, expected: str) -> None:
    known = load_headers()
    found = [known.fields(heading) for heading in headings.split("|")]
    assert all(wanted in fields for wanted, fields in zip(expected.split(), found, strict=True)), found


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Unsubscribed from all email", "do_not_contact"),
        ("عدم تمایل به دریافت پیامک", "do_not_contact"),
        ("Opted out of marketing emails", "do_not_contact"),
        ("Refuse appels commerciaux", "do_not_contact"),
        ("No desea recibir llamadas", "do_not_contact"),
        ("Отказ клиента от звонков", "do_not_contact"),
        ("Чёрный список", "do_not_contact"),
        ("Consents to be contacted", "may_contact"),
        ("رضایت مشتری از تماس", "may_contact"),
        ("Согласен на звонки", "may_contact"),
        ("Autoriza comunicaciones", "may_contact"),
    ],
)
def test_a_heading_that_tells_who_may_be_contacted_is_put_together_of_its_words(
    heading: str, field: str
) -> None:
    assert load_headers().fields(heading) == (field,)


@pytest.mark.parametrize(
    "heading",
    [
        "SMS permission",
        "Newsletter consent",
        "Consent to contact date",
        "Blocked by",
        "Bus stop",
        "Reason for opting out of email",
        "Call type",
    ],
)
def test_a_heading_of_one_channel_only_or_of_something_else_bars_nobody(heading: str) -> None:
    assert not {"do_not_contact", "may_contact"} & set(load_headers().fields(heading))
