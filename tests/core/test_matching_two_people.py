"""Two people, or two firms, whom one phone and a likeness must not make one, and spellings that must not part one."""

from __future__ import annotations

import pytest

from smbcrm.core.matcher.reading.firms_beside import firms_beside
from smbcrm.core.matching import compare
from smbcrm.core.naming.person_names import PersonName
from tests.core.test_matching import asked, crowd, customers, records, told
from tests.core.test_matching_homes import families

LINE = {"phone": "+989121234567"}
HOME = LINE | {"address": "12 Mill Lane", "city": "Leeds"}
DESK = LINE | {"email": "info@acme.example"}


def joined(one: str | dict[str, str], other: str | dict[str, str], shared: dict[str, str] = LINE) -> bool:
    rows = [({"name": row} if isinstance(row, str) else row) | shared for row in (one, other)]
    return frozenset({0, 1}) in customers(records(*rows, *crowd(60), *families(8)))


@pytest.mark.parametrize("shared", [LINE, HOME])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "John Miller"),
        ("Ali Rezaei", "Ali Karimi"),
        ("Mehmet Yılmaz", "Mehmet Demir"),
        ("Ahmed Hassan", "Ahmed Hussein"),
        ("Maryam Karimi", "Maryam Ahmadi"),
    ],
)
def test_men_and_persians_keep_their_last_name_so_two_of_one_first_name_are_two(
    one: str, other: str, shared: dict[str, str]
) -> None:
    assert not joined(one, other, shared)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Emre Demir", "Emrah Demir"),
        ("Ece Demir", "Ecem Demir"),
        ("Władysław Nowak", "Władysława Nowak"),
        ("Ankit Sharma", "Ankita Sharma"),
        ("Vicente García", "Vicenta García"),
        ("Robin Jansen", "Rubin Jansen"),
        ("Kim Minjun", "Kim Minji"),
        ("Mehmet Yılmaz", "Muhammet Yılmaz"),
        ("Kim Hansen", "Lars Hansen"),
        ("Xiaoming Wang", "Xiaomin Wang"),
        ("نور صالح", "Noura Saleh"),
        ("Rossi Andrea", "Rossi Andreina"),
        ("Ravi Kumar", "Ravina Kumar"),
        ("Wang Jia", "Wang Jian"),
        ("Li Na", "Nan Li"),
        ("سالم محمدی", "سلیم محمدی"),
    ],
)
def test_two_names_of_one_country_on_one_line_are_two_people(one: str, other: str) -> None:
    assert not joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Praveen Kumar", "Pravin Kumar"),
        ("Hedvig Lund", "Hedwig Lund"),
        ("Emre Demir", "Emrre Demir"),
        ("Kim Minjun", "Kim Mijnun"),
        ("Kim Hansen", "Kim Hensen"),
        ("Lee Jansen", "Lee Janssen"),
        ("Capucine Devaux", "Capucinne Devaux"),
        ("Mia Jones", "Mi Jones"),
        ("خالد راشد", "Khaled Rashid"),
    ],
)
def test_two_spellings_of_such_a_name_are_one_person(one: str, other: str) -> None:
    assert joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mehmet Yılmaz", "Mehmet Ali Yılmaz"),
        ("Ali Yılmaz", "Mehmet Ali Yılmaz"),
        ("Nur Demir", "Elif Nur Demir"),
        ("Robert Smith", "John Robert Smith"),
    ],
)
def test_who_is_called_by_a_part_of_his_first_name_or_by_the_second_is_asked_about(
    one: str, other: str
) -> None:
    table = records({"name": one} | LINE, {"name": other} | LINE, *crowd(60))
    assert frozenset({0, 1}) not in customers(table)
    assert (0, 1) in asked(table)
    assert not joined("María José García", "José García")
    assert joined("John Smith", "John Robert Smith")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Laura Martin", "Kelly Laura"), ("Thomas Müller", "Peter Thomas"), ("Öz Gıda", "Hasan Öz")],
)
def test_one_persons_first_name_that_is_anothers_last_is_no_married_name(one: str, other: str) -> None:
    assert not joined(one, other)
    assert joined("Laura Martin", "Laura Brent")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن محمودی", "Hossein Mahmoudi"),
        ("محمد محمودی", "Mahmoud Mahmoudi"),
        ("سعید محمودی", "Saeedeh Mahmoudi"),
        ("فرید محمودی", "Farideh Mahmoudi"),
        ("امین محمودی", "Iman Mahmoudi"),
        ("مهدی محمودی", "Mahdieh Mahmoudi"),
        ("نادره محمودی", "Nader Mahmoudi"),
        ("أمينة محمودي", "Amin Mahmoudi"),
        ("سعید محمودی", "Saad Mahmoudi"),
        ("سلیم محمودی", "Salem Mahmoudi"),
        ("عمرو محمودی", "Omar Mahmoudi"),
        ("امیرحسین محمودی", "Amirhassan Mahmoudi"),
        ("Александр Белов", "Aleksandra Belova"),
    ],
)
def test_relatives_written_in_two_scripts_are_not_joined_because_their_consonants_are_the_same(
    one: str, other: str
) -> None:
    assert not joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن محمودی", "Hasan Mahmoodi"),
        ("سعیده محمودی", "Saeedeh Mahmoudi"),
        ("صالح فلاح", "Saleh Fallah"),
        ("سلیم فلاح", "Saleem Fallah"),
        ("عبدالکریم فلاح", "Abdelkarim Fallah"),
        ("عبدالحمید فلاح", "Abdelhamid Fallah"),
        ("سالم خواجوی", "Salem Khajavi"),
        ("عمرو فلاح", "Amr Fallah"),
        ("امیرحسین فلاح", "Amir Hossein Fallah"),
        ("شارلوت نادری", "Charlotte Naderi"),
        ("Игорь Белый", "Igor Belyi"),
        ("Behrouz Vosoughi Rad", "بهروز وثوقی راد"),
        ("Sara Karimi Zadeh", "سارا کریمی‌زاده"),
        ("Sasha Belov", "Александр Белов"),
        ("Миша Хохлов", "Mikhail Khokhlov"),
    ],
)
def test_one_person_written_in_two_scripts_is_joined(one: str, other: str) -> None:
    assert joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mrs Harper", "Daniel Harper"),
        ("Mr James", "Anna James"),
        ("Frau Martin", "Peter Martin"),
        ("Ahmet Demir eşi", "Ahmet Demir"),
        ("Ahmet Demir'in oğlu", "Ahmet Demir"),
        ("علی رضایی همکار", "علی رضایی"),
        ("علی رضایی پسر عمو", "علی رضایی"),
        ("علی رضایی باجناق", "علی رضایی"),
        ("Zoltán Nagy", "Zoltánné Nagy"),
        ("Imran Khan", "Irfan Khan"),
        ("Amit Shah", "Amita Shah"),
    ],
)
def test_a_title_before_a_last_name_that_is_a_first_name_too_and_relatives_of_more_kinds(
    one: str, other: str
) -> None:
    assert not joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Smt. Anjali Desai", "Anjali Desai"),
        ("Shri Ramesh Desai", "Ramesh Desai"),
        ("Sri Ramesh Desai", "Ramesh Desai"),
        ("Av. Emine Koç", "Emine Koç"),
        ("Dr. med. Hans Weber", "Hans Weber"),
        ("Dipl.-Ing. Hans Weber", "Hans Weber"),
        ("د. عمر سعید", "عمر سعید"),
        ("الحاج عمر سعید", "عمر سعید"),
        ("ИП Смирнов Андрей", "Смирнов Андрей"),
        ("مشتری علی رضایی", "علی رضایی"),
        ("علی آقا رضایی", "علی رضایی"),
        ("علی رضایی (قدیم)", "علی رضایی"),
        ("John Jones (home)", "John Jones"),
        ("Mohd. Imran Khan", "Mohammad Imran Khan"),
        ("Wm Marsh", "William Marsh"),
        ("Thos. Marsh", "Thomas Marsh"),
        ("Lola Vega", "Dolores Vega"),
        ("Серёжа Иванов", "Сергей Иванов"),
        ("داود نظری", "داوود نظری"),
        ("طاهره نظری", "تاهره نظری"),
        ("Anne-Marie Duval", "Annemarie Duval"),
        ("José Pérez", "Jose Perez Ruiz"),
    ],
)
def test_titles_pet_forms_and_spellings_part_nobody(one: str, other: str) -> None:
    assert joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("غلامرضا احمدی", "رضا احمدی"),
        ("Mohd Imran Khan", "Imran Khan"),
        ("王伟", "Wang Wei"),
        ("דוד כהן", "David Cohen"),
        ("राजेश शर्मा", "Rajesh Sharma"),
    ],
)
def test_what_may_be_one_name_is_asked_about(one: str, other: str) -> None:
    rows = records({"name": one} | LINE, {"name": other} | LINE, *crowd(60))
    assert customers(rows) == set()
    assert (0, 1) in asked(rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kian Trading Ltd", "Kian Tradng"),
        ("فروشگاه امید", "Foroushgah Omid"),
        ("شرکت پارس", "Sherkat Pars"),
        ("شرکت پارس گستر", "پارس گستر (سهامی خاص)"),
        ("Starbucks Store No. 12", "Starbucks #12"),
        ("Talleres Gomez SL", "Taller Gómez"),
        ("Schulz Elektrotechnik GmbH", "Fa. Schulz Elektrotechnik"),
        ("کبابی برادران صفری", "کبابی برادران صفری شعبه مرکزی"),
        ("Kamp Bakery", "Kamp Bakery Main Branch"),
        ("Anna Reed", "Anna Reed (Bluebell Cafe)"),
        ("علی رضایی", "علی رضایی (فروشگاه امید)"),
        ("سوپرمارکت ولیعصر", "سوپر مارکت ولی عصر"),
    ],
)
def test_a_firm_is_found_beside_its_own_name_mistyped_cut_short_or_in_other_letters(
    one: str, other: str
) -> None:
    assert joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Rezaei", "Ali Rezaei Trading"),
        ("Reza Kian", "Kian Trading"),
        ("Starbucks Store No. 12", "Starbucks #14"),
        ("شرکت پارسا", "Sherkat Pars"),
        ("Blue Star Imports", "Blue Sky Imports"),
        ("Anna Reed (Bluebell Cafe)", "Bluebell Cafe"),
        ("کبابی برادران صفری شعبه ۱", "کبابی برادران صفری شعبه مرکزی"),
    ],
)
def test_an_owner_another_branch_and_another_firm_are_not_taken_for_the_firm(one: str, other: str) -> None:
    assert not joined(one, other)


@pytest.mark.parametrize(("few", "of_the_firm"), [(3, True), (30, False)])
def test_a_line_that_very_many_firms_share_does_not_tell_whose_a_name_is(few: int, of_the_firm: bool) -> None:
    firm, name = PersonName("", ""), PersonName("kian", "tradng")
    called = [f"{chr(97 + i // 6)}{chr(97 + i % 6)}mo Trading Ltd" for i in range(few)]
    rows = records(*({"name": text} | LINE for text in ("Kian Tradng", "Kian Trading Ltd", *called)))
    firms: list[tuple[str, ...]] = [
        (),
        ("kian", "trading"),
        *((text[:4].strip(), "trading") for text in called),
    ]
    firms_beside(rows, [name, *[firm] * (few + 1)], firms)
    assert (firms[0] == ("kian", "tradng")) is of_the_firm


@pytest.mark.parametrize("desk", ["Accounts", "Accounts Payable", "Reception"])
def test_a_desk_is_its_firm_and_a_clerk_is_not(desk: str) -> None:
    firm = {"company": "Northwind Ltd"}
    assert joined({"name": desk} | firm, "Northwind Limited", DESK)
    assert joined({"name": "حسابداری", "company": "شرکت پارس"}, "شرکت پارس", DESK)
    assert not joined({"name": "Gary Lowe"} | firm, "Northwind Limited", DESK)


def test_what_tells_two_people_apart_is_said() -> None:
    rows = records({"name": "سعید محمودی"} | LINE, {"name": "Saeedeh Mahmoudi"} | LINE, *crowd(60))
    assert any("first names look alike" in text for text in told(compare(rows, 0, 1)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gurpreet Singh", "Gurpreet Kaur"),
        ("João da Silva", "Joana da Silva"),
        ("María García López", "María José García López"),
    ],
)
def test_names_of_one_faith_a_womans_form_and_a_second_first_name_are_somebody_elses(
    one: str, other: str
) -> None:
    assert not joined(one, other, HOME)


def test_why_a_firm_and_a_person_are_two_is_said() -> None:
    rows = records({"name": "Reza Kian"} | DESK, {"name": "Kian Trading"} | DESK, *crowd(60))
    pair = compare(rows, 0, 1)
    assert pair.verdict == "different"
    assert "one is a firm, the other a person" in told(pair)


def test_a_firms_line_without_its_area_code_is_its_line_where_the_name_is_in_other_letters() -> None:
    rows = [
        {"name": "فروشگاه امید", "phone": "+982188776655"},
        {"name": "Foroushgah Omid", "phone": "88776655"},
    ]
    assert frozenset({0, 1}) in customers(records(*rows, *crowd(60)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ناهید محمدی", "NahidMohammadi"),
        ("Nahid Mohammadi", "nahidmohammadi"),
        ("فاطمه کریم زاده", "FATEMEH KARIMZADEH"),
        ("علی محمد زاده", "Ali Mohammadzadeh"),
        ("سارا کریمی راد", "Sara Karimirad"),
        ("داود طاهری", "Davood Taheri"),
        ("فاطمه سادات حسینی", "فاطمه حسینی"),
    ],
)
def test_names_written_in_one_word_or_in_more_are_one(one: str, other: str) -> None:
    assert joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وجیه طاهری", "وجیهه طاهری"),
        ("ملیح طاهری", "ملیحه طاهری"),
        ("آقای کریمی", "Karimi Ahereh"),
        ("Johnson", "John Smith"),
    ],
)
def test_what_only_begins_alike_is_not_one(one: str, other: str) -> None:
    assert not joined(one, other)


def test_a_title_before_a_last_name_of_two_words_leaves_no_first_name() -> None:
    rows = [{"name": name} | LINE for name in ("سعید محمدی نژاد", "آقای محمدی نژاد")]
    assert frozenset({0, 1}) in customers(records(*rows, *crowd(60)))


@pytest.mark.parametrize("town", ["Mashhad", "شهر مشهد"])
def test_a_town_in_two_scripts_is_one_town(town: str) -> None:
    rows = [{"name": "علی رضایی", "city": "مشهد"}, {"name": "Ali Rezaei", "city": town}]
    others = [row | {"city": "Mashhad"} for row in crowd(10)]
    pair = compare(records(*(row | LINE for row in rows), *others, *crowd(50)), 0, 1)
    assert "same city" in told(pair)


@pytest.mark.parametrize(
    ("one", "other"), [("محمد کریمی", "Mohammadreza Karimi"), ("رضا کریمی", "Gholamreza Karimi")]
)
def test_a_part_of_a_first_name_in_another_script_is_asked_about(one: str, other: str) -> None:
    rows = [{"name": name, "city": city} | LINE for name, city in ((one, "مشهد"), (other, "Mashhad"))]
    assert (0, 1) in asked(records(*rows, *crowd(60)))


@pytest.mark.parametrize(
    ("short", "one", "other"),
    [("J. Smith", "John Smith", "James Smith"), ("م. کریمی", "مریم کریمی", "محمد کریمی")],
)
def test_an_initial_that_fits_two_people_of_one_home_is_asked_about(short: str, one: str, other: str) -> None:
    home = {"address": "12 Mill Lane", "city": "Leeds"}
    rows = [{"name": name} | home for name in (short, one, other)]
    assert customers(records(*rows, *crowd(60))) == set()
    assert asked(records(*rows, *crowd(60))) == {(0, 1), (0, 2)}
    assert customers(records(*rows[:2], *crowd(60))) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("bare", "one", "other"),
    [
        ("Ali", "Ali Rezaei", "Ali Karimi"),
        ("علی", "علی رضایی", "علی کریمی"),
        ("John", "John Smith", "John Miller"),
    ],
)
def test_a_first_name_alone_is_of_neither_of_two_friends_and_joins_them_not(
    bare: str, one: str, other: str
) -> None:
    table = records(*({"name": name} | LINE for name in (bare, one, other)), *crowd(60))
    assert customers(table) == set()
    assert asked(table) >= {(0, 1), (0, 2)}
    assert joined(bare, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Karim", "Ali Karimi"), ("حسین", "علی حسینی"), ("Peter", "Anna Peters"), ("Hossein", "Ali Hosseini")],
)
def test_a_first_name_alone_is_no_last_name_mistyped(one: str, other: str) -> None:
    assert not joined(one, other)
    assert joined("Karimi", "Ali Karimi")


@pytest.mark.parametrize(("family", "last"), [("Kim", "Jensen"), ("Lin", "Hansen")])
def test_a_first_name_that_is_a_last_name_of_the_east_makes_no_first_name_of_the_one_behind_it(
    family: str, last: str
) -> None:
    kin = [
        {"name": f"{first} {last}", "phone": f"+4520{i:06}"}
        for i, first in enumerate(["Lars", "Karin", family])
    ]
    rows = records({"name": f"Erik {last}"} | LINE, {"name": f"Sven {last}"} | LINE, *kin, *crowd(40))
    what = [str(piece.what) for piece in compare(rows, 0, 1).evidence]
    assert "same last name" in what
    assert frozenset({0, 1}) not in customers(rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("leonard james", "james sherry"),
        ("Pierce Tiothy", "Roger Pierce"),
        ("Kim Hunter", "EILEEN KIM"),
        ("علی حسن", "حسن رضا"),
    ],
)
def test_where_a_first_name_may_be_the_last_one_two_of_a_family_share_a_mailbox(one: str, other: str) -> None:
    mail = {"email": "family@alston.example"}
    assert not joined(one, other, mail)
    assert not joined(one, other, LINE | mail)
    assert joined(one, one.title(), mail)


def test_who_is_told_by_columns_may_have_a_last_name_cut_short() -> None:
    mail = {"email": "bgiles@alston.example"}
    one, other = (
        {"name": f"Evan {last}", "first_name": "Evan", "last_name": last} | mail for last in ("Boyd", "Bo")
    )
    assert joined(one, other, {})


@pytest.mark.parametrize(
    ("domain", "alike"), [("gmial.com", True), ("hotmail.com", False), ("yahoo.com", False)]
)
def test_a_name_before_the_at_of_two_providers_is_no_slip(domain: str, alike: bool) -> None:
    rows = [{"name": "Maxwell Bean", "email": f"maxwell.bean@{host}"} for host in ("gmail.com", domain)]
    said = told(compare(records(*rows, *crowd(60)), 0, 1))
    assert ("e-mail addresses are spelled nearly the same" in said) is alike
    assert ("e-mail addresses are the same before the @" in said) is not alike


@pytest.mark.parametrize(
    ("one", "other"),
    [("Luc Martin", "Lucette Martin"), ("Dan Nguyen", "Dang Nguyen"), ("Milan Brouwer", "Milou Brouwer")],
)
def test_a_short_name_of_its_own_is_no_other_one_cut_short(one: str, other: str) -> None:
    assert not joined(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Manuella|Teixeira Vieira", "Manuella|Vieira"),
        ("Manuella|Teixeira Vieira", "Manuella|Teixeira"),
        ("Grietje|van Dijk", "Grietje|Dijk"),
    ],
)
def test_one_of_two_last_names_is_that_last_name(one: str, other: str) -> None:
    rows = [
        {
            "name": row.replace("|", " "),
            "first_name": row.partition("|")[0],
            "last_name": row.partition("|")[2],
        }
        for row in (one, other)
    ]
    assert joined(*rows)
    assert "different last names" not in told(compare(records(*(row | LINE for row in rows)), 0, 1))
    comma = {"name": one.partition("|")[2] + ", " + one.partition("|")[0]}
    assert joined(comma, other.replace("|", " "))


def test_capitals_of_a_known_first_name_beside_a_last_name_tell_nothing() -> None:
    assert joined("MARIA Lopez", "Maria Lopez")
    pair = compare(records({"name": "MARIA Lopez"} | LINE, {"name": "Maria Lopez"} | LINE), 0, 1)
    assert "same first name" in told(pair)


def test_initials_of_long_names_are_no_whole_first_names() -> None:
    rows = records({"name": "de Roo E."}, {"name": "E de Roo"}, {"name": "Els de Roo"}, *crowd(60))
    assert "same first name" not in told(compare(rows, 0, 1))
    assert customers(rows) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fatima Haddad", "Fatma Haddad"),
        ("Noura Haddad", "Nora Haddad"),
        ("Kareem Haddad", "Karim Haddad"),
        ("Leila Haddad", "ليلى حداد"),
        ("Aysha Haddad", "عائشة حداد"),
        ("Woo-seo Park", "Park Woo-seo"),
        ("Jang, Min-sang", "Min-sang Jang"),
        ("S Jimenez", "Serafina Jimenez Navarrete"),
        ("R. Leon Baez", "Rafael Leon"),
    ],
)
def test_one_name_in_two_ways_of_its_language_is_one(one: str, other: str) -> None:
    assert joined(one, other, {"email": "quarmby71@mail.example"} | LINE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"name": "Jason Allen", "email": "jallen@mail.example"},
            {"name": "Jason Alley", "email": "jalley@mail.example"},
        ),
        (
            {"name": "Lisa Wright", "email": "lwright@mail.example"},
            {"name": "Elizabeth Wright", "email": "elwright@mail.example"},
        ),
    ],
)
def test_addresses_that_differ_as_the_names_do_are_no_slip_of_each_other(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert not joined(one, other, {"city": "Leeds"})
    slip = (
        other["email"].replace("@", "@m")
        if "m@" in other["email"]
        else other["email"].replace("mail", "mial")
    )
    assert joined(other, other | {"email": slip}, {"city": "Leeds"})


@pytest.mark.parametrize("name", ["John Carter", "علی رضایی"])
def test_father_and_son_whose_birth_dates_agree_in_one_part_are_asked_about(name: str) -> None:
    rows = [{"name": name, "birth_date": born} | HOME for born in ("1952-03-12", "1982-03-20")]
    table = records(*rows, *crowd(60), *families(8))
    assert frozenset({0, 1}) not in customers(table)
    assert (0, 1) in asked(table)
    assert joined(
        {"name": name, "birth_date": "1952-03-12"}, {"name": name, "birth_date": "1982-03-12"}, HOME
    )


@pytest.mark.parametrize(
    ("name", "here", "there"),
    [
        ("Anna Holton", "54 Hill Road", "88 Country Club Way"),
        ("مریم شکوهی", "خیابان سعدی پلاک ۵۴", "خیابان حافظ پلاک ۸۸"),
    ],
)
def test_two_of_one_name_in_two_streets_of_one_postal_code_are_asked_about(
    name: str, here: str, there: str
) -> None:
    one = {"name": name, "address": here, "postal_code": "85301"}
    table = records(one, one | {"address": there}, *crowd(60), *families(8))
    assert frozenset({0, 1}) not in customers(table)
    assert (0, 1) in asked(table)
    assert frozenset({0, 1}) in customers(records(one, one | {"address": ""}, *crowd(60), *families(8)))
