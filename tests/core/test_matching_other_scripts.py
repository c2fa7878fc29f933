"""Relatives with one last name, one phone and one home are told apart in other letters than Latin and Persian ones, too."""

from __future__ import annotations

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import crowd, customers, records

HOME = {"phone": "+79161234567", "address": "ул. Ленина 5", "city": "Москва"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Александр Шевченко", "Александра Шевченко"),
        ("Валерий Шевченко", "Валерия Шевченко"),
        ("Анна Коваль", "Инна Коваль"),
        ("Мария Коваль", "Марина Коваль"),
        ("Νίκος Παππάς", "Νίκη Παππά"),
        ("Γεώργιος Παππάς", "Γεωργία Παππά"),
        ("王小明", "王小红"),
        ("김민준", "김민지"),
        ("राम शर्मा", "राधा शर्मा"),
        ("דן כהן", "דב כהן"),
    ],
)
def test_relatives_stay_two(one: str, other: str) -> None:
    rows = records({"name": one} | HOME, {"name": other} | HOME, *crowd(20))
    assert customers(rows) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Наталья Коваль", "Наталия Коваль"),
        ("Сергей Коваль", "Sergei Koval"),
        ("Саша Коваль", "Александр Коваль"),
        ("Γιώργος Παππάς", "Γεώργιος Παππάς"),
        ("विकास शर्मा", "विकास शर्म"),
        ("王小明", "王小明"),
        ("آرش کاوه", "Arash Kaveh"),
    ],
)
def test_two_spellings_of_one_name_are_one(one: str, other: str) -> None:
    rows = records({"name": one} | HOME, {"name": other} | HOME, *crowd(20))
    assert customers(rows) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Ltd", "Acme"),
        ("ООО Ромашка", "Ромашка"),
        ("شرکت پارس گستر نوین", "پارس گستر نوین"),
        ("شركة النور للتجارة", "النور للتجارة"),
        ("Taller Mecánico Pérez SL", "Taller Mecanico Perez"),
        ("Παπαδόπουλος ΑΕ", "Παπαδόπουλος Α.Ε."),
        ("株式会社トヨダ", "トヨダ（株）"),
        ("上海明珠有限公司", "上海明珠股份有限公司"),
        ("삼영전자 주식회사", "(주)삼영전자"),
        ("شرکت پارس", "Pars Co."),
    ],
)
def test_a_firm_is_one_with_and_without_its_legal_form(one: str, other: str) -> None:
    rows = records({"name": one} | HOME, {"name": other} | HOME, *crowd(20))
    assert customers(rows) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("上海明珠有限公司", "上海明月有限公司"),
        ("ООО Ромашка", "ООО Василек"),
        ("Schmidt Ltd", "Anna Schmidt"),
    ],
)
def test_two_firms_of_one_form_stay_two(one: str, other: str) -> None:
    rows = records({"name": one} | HOME, {"name": other} | HOME, *crowd(20))
    assert customers(rows) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daniel Okonjo", "Danielle Okonjo"),
        ("Michel Okonjo", "Michelle Okonjo"),
        ("محمد رضایی", "محمدرضا رضایی"),
        ("Amir Okonjo", "Amirhossein Okonjo"),
        ("Reza Okonjo", "Reza Okonjo Jr"),
    ],
)
def test_who_may_be_a_brother_or_a_son_is_asked_about(one: str, other: str) -> None:
    rows = records({"name": one} | HOME, {"name": other} | HOME, *crowd(20))
    assert customers(rows) == set()
    assert compare(rows, 0, 1).verdict == "review"
    mail = {"email": "okonjo1988@example.org"} | HOME
    rows = records({"name": one} | mail, {"name": other} | mail, *crowd(20))
    assert customers(rows) == {frozenset({0, 1})}


def test_a_name_that_stands_as_the_company_too_is_a_firms_and_proves_no_more_than_once() -> None:
    rows = [{"name": "P.K Miller", "company": "P.K Miller", "order": f"trade {i}"} for i in range(3)]
    assert customers(records(*rows, *crowd(20))) == set()
    beside = [row | {"phone": HOME["phone"]} for row in rows[:2]]
    assert customers(records(*beside, *crowd(20))) == {frozenset({0, 1})}


def test_a_phone_of_more_digits_than_any_stops_nothing() -> None:
    long = {"phone": "0" + "123456789" * 4}
    rows = records({"name": "Sarah Whitfield"} | long, {"name": "Sarah Whitfield"} | long, *crowd(20))
    assert customers(rows) in (set(), {frozenset({0, 1})})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد المالكي", "Mohammed Al-Malki"),
        ("المالكي خالد", "Khaled Al Malki"),
        ("أحمد السيد", "El-Sayed, Ahmed"),
        ("نور الدين حداد", "Nour Al-Din Haddad"),
        ("عبد الرحمن الحربي", "Abdul Rahman Al-Harbi"),
        ("عمر الشامي", "Omar Ash-Shami"),
        ("شركة الشمري", "Sharikat Al-Shammari"),
        ("مكتبة النور", "Maktabat Al Noor"),
    ],
)
def test_an_arabic_name_is_one_in_arabic_and_in_latin_letters(one: str, other: str) -> None:
    line = {"phone": "+966501234567"}
    rows = records({"name": one} | line, {"name": other} | line, *crowd(40))
    assert frozenset({0, 1}) in customers(rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khaled Al-Malki", "Omar Al-Malki"),
        ("محمد المالكي", "Ahmed Al-Malki"),
        ("Abd Al-Rahman Al-Harbi", "Abd Al-Aziz Al-Harbi"),
        ("Nour Al-Din Haddad", "Salah Al-Din Haddad"),
    ],
)
def test_brothers_with_an_arabic_name_stay_two(one: str, other: str) -> None:
    line = {"phone": "+966501234567"}
    assert customers(records({"name": one} | line, {"name": other} | line, *crowd(40))) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jean-Pierre Dubois", "Jean-Paul Dubois"),
        ("Fatma Nur Demir", "Fatma Gül Demir"),
        ("Kim Min-jun", "Kim Min-ji"),
        ("Nguyễn Văn An", "Nguyễn Văn Anh"),
        ("Trần Thị Mai", "Trần Thị Lan"),
    ],
)
def test_first_names_that_differ_in_their_second_part_are_two_peoples(one: str, other: str) -> None:
    line = {"phone": "+33612345678"}
    assert customers(records({"name": one} | line, {"name": other} | line, *crowd(60))) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn An", "Van An Nguyen"),
        ("Kim Min-jun", "Kim Minjun"),
        ("Jean-Pierre Dubois", "Jean Pierre Dubois"),
        ("Jean-Pierre Dubois", "J.-P. Dubois"),
    ],
)
def test_a_first_name_of_two_parts_is_one_however_they_are_joined(one: str, other: str) -> None:
    line = {"phone": "+33612345678"}
    rows = records({"name": one} | line, {"name": other} | line, *crowd(60))
    assert frozenset({0, 1}) in customers(rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "جان اسمیت"),
        ("Thomas Scott", "توماس اسکات"),
        ("Catherine Adams", "کاترین آدامز"),
        ("Nicholas Wright", "نیکلاس رایت"),
        ("Christine Schneider", "کریستین اشنایدر"),
        ("Kathleen Jones", "کاتلین جونز"),
        ("Arthur Thompson", "Артур Томпсон"),
    ],
)
def test_a_foreign_name_is_one_as_it_is_heard(one: str, other: str) -> None:
    rows = records({"name": one} | HOME, {"name": other} | HOME, *crowd(20))
    assert customers(rows) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "جین اسمیت"),
        ("Thomas Scott", "تونی اسکات"),
        ("Ahmad Karimi", "امید کریمی"),
        ("Asad Karimi", "آزاد کریمی"),
        ("Mehran Rezaei", "مروان رضایی"),
        ("Zahra Rezaei", "زری رضایی"),
        ("Stephen Adams", "استفانی آدامز"),
        ("Kathleen Jones", "کاترین جونز"),
    ],
)
def test_relatives_are_two_however_their_foreign_names_are_heard(one: str, other: str) -> None:
    rows = records({"name": one} | HOME, {"name": other} | HOME, *crowd(20))
    assert customers(rows) == set()
