"""Names taken apart, and names as they sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.naming.addresses import parse_address
from smbcrm.core.naming.firm_names import firm_words, looks_like_firm
from smbcrm.core.naming.person_names import PersonName, person_name
from smbcrm.core.naming.sounds import name_words, sound_key


@pytest.mark.parametrize(
    ("persian", "latin"),
    [
        ("علی رضایی", "Ali Rezaei"),
        ("محمد مهدی پارسا", "Mohammad Mahdi Parsa"),
        ("یوسف دادفر", "Yousef Dadfar"),
        ("هانیه عباسی", "Hanieh Abbasi"),
        ("قاسم نوری", "Ghasem Noori"),
        ("قاسم نوری", "Qasem Nuri"),
        ("ژیلا شیرازی", "Zhila Shirazi"),
        ("خسرو چمران", "Khosrow Chamran"),
        ("عیسی اصفهانی", "Eisa Esfahani"),
        ("وحید ولی", "Vahid Vali"),
        ("يوسف كريمي", "Yusuf Karimi"),
    ],
)
def test_a_name_sounds_the_same_in_persian_and_in_latin_letters(persian: str, latin: str) -> None:
    assert sound_key(persian) == sound_key(latin) != ""


@pytest.mark.parametrize(
    ("one", "two"), [("علی", "رضا"), ("Karimi", "Rahimi"), ("Sara", "Nora"), ("Baker", "Parker")]
)
def test_different_names_sound_different(one: str, two: str) -> None:
    assert sound_key(one) != sound_key(two)


@given(st.text(max_size=30))
def test_a_sound_is_plain_ascii_whatever_comes(text: str) -> None:
    key = sound_key(text)
    assert key.isascii()
    assert key == " ".join(key.split())


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("", PersonName()),
        ("Cher", PersonName("cher")),
        ("Dr. Ali Rezaei", PersonName("ali", "rezaei")),
        ("سید علی رضا محمدی", PersonName("علیرضا", "محمدی")),
        ("John Q. Smith Jr.", PersonName("john", "smith", "q", 1)),
        ("Ludwig van der Berg", PersonName("ludwig", "vanderberg")),
        ("Jane Doe, MD", PersonName("jane", "doe")),
        ("NOËL William", PersonName("william", "noel", trusted=True)),
        ("Anne DE LA TOUR", PersonName("anne", "delatour", trusted=True)),
        ("WANG Xiaoming", PersonName("xiaoming", "wang", trusted=True)),
        ("JP Morgan", PersonName("jp", "morgan")),
        ("Ron McDonald", PersonName("ron", "mcdonald")),
        ("Don Smith", PersonName("don", "smith")),
        ("Don Juan Garcia", PersonName("juan", "garcia")),
        ("O'Brien, Mary Ann", PersonName("mary", "obrien", "ann", trusted=True)),
        ("زهرا علی پور", PersonName("زهرا", "علیپور")),
    ],
)
def test_a_name_is_taken_apart(name: str, parts: PersonName) -> None:
    assert person_name(name) == parts


def test_columns_for_first_and_last_name_are_trusted() -> None:
    assert person_name("", "Ali Reza", "Karimi Nia") == PersonName("alireza", "kariminia", trusted=True)


@pytest.mark.parametrize(
    ("name", "first", "parts"),
    [
        ("", "علی رضایی", PersonName("علی", "رضایی")),
        ("Ali Rezaei", "Ali Rezaei", PersonName("ali", "rezaei")),
        ("Ali Rezaei", "Ali", PersonName("ali", "rezaei")),
        ("", "Dr. John Q. Public", PersonName("john", "public", "q")),
        ("علی رضا", "علی رضا", PersonName("علیرضا", trusted=True)),
        ("Dr. Ali", "Ali", PersonName("ali", trusted=True)),
    ],
)
def test_a_whole_name_in_the_first_name_column_is_read_as_one(
    name: str, first: str, parts: PersonName
) -> None:
    assert person_name(name, first) == parts


@pytest.mark.parametrize(
    "name", ["Kian Store", "شرکت پخش البرز", "Acme Ltd.", "داروخانه دکتر امینی", "Green Valley School"]
)
def test_a_firm_is_known_by_its_words(name: str) -> None:
    assert looks_like_firm(name_words(name))


@pytest.mark.parametrize("name", ["Ali Rezaei", "مریم کریمی", "Smith", "Cohen, Ann"])
def test_a_person_is_not_taken_for_a_firm(name: str) -> None:
    assert not looks_like_firm(name_words(name))


def test_a_legal_form_does_not_tell_firms_apart() -> None:
    assert firm_words("Kian Trading Co., Ltd.") == firm_words("KIAN TRADING") == ["kian", "trading"]


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Mohammed Al-Malki", "mohammed", "almalki"),
        ("Al-Malki Khaled", "almalki", "khaled"),
        ("Omar Ash-Shami", "omar", "alshami"),
        ("Ahmed El-Sayed", "ahmed", "alsayed"),
        ("Youssef El Amrani", "youssef", "alamrani"),
        ("Al-Harbi, Abdul-Aziz", "abdulaziz", "alharbi"),
        ("Abd Al-Rahman Al-Harbi", "abdalrahman", "alharbi"),
        ("عبد الرحمن الحربي", "عبدالرحمن", "الحربی"),
        ("Nour Al-Din Haddad", "nouraldin", "haddad"),
        ("نور الدين حداد", "نورالدین", "حداد"),
        ("Mohammed bin Salman", "mohammed", "binsalman"),
        ("Mohammad Ali Rezaei", "mohammadali", "rezaei"),
        ("Al Pacino", "al", "pacino"),
        ("Md Uddin", "md", "uddin"),
    ],
)
def test_an_arabic_article_belongs_to_the_word_behind_it(name: str, given: str, surname: str) -> None:
    parts = person_name(name)
    assert (parts.given, parts.surname) == (given, surname)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Ana", "Unknown"),
        ("Ana", "not known"),
        ("Ana", "Lady of the House"),
        ("Jean", "inconnu"),
        ("علی", "نامشخص"),
        ("سارا", "ندارد"),
    ],
)
def test_what_stands_for_a_last_name_nobody_knew_is_none(first: str, last: str) -> None:
    assert person_name(f"{first} {last}", first, last) == PersonName(first.lower(), "", trusted=True)


@pytest.mark.parametrize("last", ["Friend", "Child", "Wife", "House", "Noman"])
def test_last_names_that_are_words_stay_last_names(last: str) -> None:
    assert person_name(f"Ana {last}", "Ana", last).surname == last.lower()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("43O1 Broadway Ave", "4301 broadway ave"),
        ("19|9 Noyes St", "1919 noyes st"),
        ("8s9 Leawood Ln", "859 leawood ln"),
        ("296 Bridge Lane Apt 35", "296 bridge ln #35"),
        ("296 bridge ln flat 35", "296 Bridge Lane, Unit 35"),
        ("خیابان حافظ، پلاک ۲۷۷ واحد ۲۱", "خ. حافظ پ 277 واحد 21"),
        ("1110 3rd Ave. at 65th St.", "1110 third avenue"),
        ("Hauptstraße 7", "Haupt Str. 7"),
    ],
)
def test_an_address_written_two_ways_is_one_place(one: str, two: str) -> None:
    assert parse_address(one) == parse_address(two)


def test_a_whole_name_completes_an_empty_column_for_the_first_name() -> None:
    assert person_name("Jemma Ann Hardy", "", "Hardy") == person_name("Jemma Ann Hardy", "Jemma", "Hardy")
    assert person_name("Sir John Smith, 3rd Baronet", "", "Smith").given == "john"
    assert person_name("Hardy", "", "Hardy").given == person_name("Mr Hardy", "", "Hardy").given == ""
    assert person_name("T Biesen", "", "Biesen", middles=True).given == ""


def test_the_syllables_of_a_first_name_of_the_east_are_one_name_in_columns_of_their_own() -> None:
    assert person_name("Min-jun Kim", "Min-jun", "Kim").given == "minjun"
    assert person_name("Jean-Luc Petit", "Jean-Luc", "Petit").given == "jean"


@pytest.mark.parametrize("name", ["Nguyễn Thị Lan", "Thị Lan Nguyễn", "Nguyen Thi Lan"])
def test_women_of_vietnam_are_read_in_both_orders(name: str) -> None:
    found = person_name(name)
    assert (found.given, found.middle, found.surname) == ("lan", "thi", "nguyen")
