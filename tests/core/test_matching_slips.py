"""Names and numbers that were mistyped, through the matcher's public door."""

from __future__ import annotations

from itertools import permutations

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import PHONE, asked, crowd, customers, records, told
from tests.core.test_matching_wholes import foundlings

AMSEL = {"phone": "+441539841076"}


def test_two_slips_that_are_like_the_right_spelling_are_one_customer() -> None:
    right, latin, wrong = "آوا امینیان", "Ava Aminian", "وآا امینیان"
    rows = [{"name": name, "phone": PHONE} for name in (right, latin, wrong)]
    assert customers(records(*rows)) == {frozenset({0, 1, 2})}
    # Without the right spelling nothing shows that the two are one.
    assert customers(records(rows[1], rows[2])) == set()


def test_a_bare_last_name_bridges_no_two_rare_first_names() -> None:
    rows = [{"name": name} | AMSEL for name in ("Zhalva Amsel", "Amsel", "Torvik Amsel")]
    assert not any({0, 2} <= group for group in customers(records(*rows, *crowd(40))))


def test_two_people_with_names_in_use_are_never_joined_by_a_third_spelling() -> None:
    rows = [{"name": name} | AMSEL for name in ("Clara Amsel", "Clarl Amsel", "Carl Amsel")]
    assert not any({0, 2} <= group for group in customers(records(*rows, *crowd(40))))


def test_a_house_finds_somebody_whose_names_are_both_misspelled() -> None:
    one = {"name": "Kirsten Dunhall", "address": "85 Forest Street", "city": "Alston"}
    two = {"name": "Irsten Bunhall", "address": "85 Forrest St", "city": "Alston"}
    assert frozenset({0, 1}) in customers(records(one, two, *crowd(60)))


def test_a_short_street_with_two_letters_exchanged_is_the_same_house() -> None:
    one = {"name": "Kirsten Dunhall", "address": "155 Elm"}
    assert frozenset({0, 1}) in customers(records(one, one | {"address": "155 Eml"}, *crowd(60)))
    assert frozenset({0, 1}) not in customers(records(one, one | {"address": "17 Eml"}, *crowd(60)))


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ("Charlotte", "Lottie", True),
        ("Charlotte", "Charlie", True),
        # Many a Charlie is a Charles.
        ("Lottie", "Charlie", False),
    ],
)
def test_two_pet_forms_of_one_name_are_one_person_only_where_they_stand_for_no_other(
    one: str, two: str, joined: bool
) -> None:
    rows = [{"name": f"{first} Amsel", "address": "12 Oak Lane"} | AMSEL for first in (one, two)]
    assert (frozenset({0, 1}) in customers(records(*rows, *crowd(60)))) is joined


def test_numbers_given_out_in_a_row_are_no_slips_of_each_other() -> None:
    families = ["Amsel", "Hasel", "Lerche", "Drossel", "Meise", "Specht", "Kranich"]
    rows = [
        {"name": f"{first} {families[i % 7]}", "phone": f"+491701{234500 + 5 * i + k}"}
        for i in range(40)
        for k, first in enumerate(["Lars", "Nils", "Anke", "Ute", "Ove"])
    ]
    assert customers(records(*rows)) == set()


def test_a_phone_with_its_country_and_a_digit_left_out_is_a_slip() -> None:
    one = {"name": "Jenny Zhang", "phone": "+18082845892"}
    assert frozenset({0, 1}) in customers(records(one, one | {"phone": "+1 802845892"}, *crowd(60)))


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("+989360947748", "+98936947748"),
        ("+989360947748", "0936 094 77748"),
        ("+447911123456", "+44791112356"),
        ("+4917612345678", "+491761245678"),
        ("+34612903478", "+3461290378"),
        ("+96891234576", "+9689123576"),
        ("+3546121476", "+3546121376"),
    ],
)
def test_a_digit_too_many_or_too_few_in_a_number_of_any_country_is_a_slip(right: str, typed: str) -> None:
    one = {"name": "پروین حریریان", "phone": right}
    assert "phone numbers differ by one digit" in _says(one, one | {"phone": typed})


def test_a_number_without_its_area_is_too_short_for_a_slip() -> None:
    one = {"name": "پروین حریریان", "phone": "33445687"}
    assert "different phone numbers" in _says(one, one | {"phone": "33445787"})


def test_two_numbers_side_by_side_under_one_name_are_asked_about_and_never_joined() -> None:
    one = {"name": "Verena Okonjo", "phone": "+441539841076"}
    table = records(one, one | {"phone": "+441539841077"}, *crowd(60))
    assert frozenset({0, 1}) not in customers(table)
    assert (0, 1) in asked(table)
    sister = {"name": "Marina Okonjo", "phone": "+441539841077"}
    assert (0, 1) not in asked(records(one, sister, *crowd(60)))


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("clara298991@mail.example", "clara28991@mail.example", True),
        ("clara298991@mail.example", "clara298971@mail.example", False),
        ("clara1987@mail.example", "clara187@mail.example", False),
        ("clara298991@mail.example", "carla28991@mail.example", False),
    ],
)
def test_a_digit_too_many_in_a_long_number_of_an_address_is_a_slip(one: str, two: str, alike: bool) -> None:
    said = _says({"name": "Clara Amsel", "email": one}, {"name": "Clara Amsel", "email": two})
    assert ("e-mail addresses are spelled nearly the same" in said) is alike


def test_an_initial_and_a_slip_in_the_number_are_proof_unless_numbers_stand_side_by_side() -> None:
    whole = {"name": "Verena Okonjo", "phone": "+441539841076"}
    kin = [row | {"name": f"{row['name'].split()[0]} Okonjo"} for row in crowd(40, seed=4)[::2]]
    others = [*crowd(60), *kin]
    for typed in ("+441539481076", "+441538841076"):
        rows = records(whole, {"name": "V. Okonjo", "phone": typed}, *others)
        assert frozenset({0, 1}) in customers(rows), typed
    beside = {"name": "V. Okonjo", "phone": "+441539841077"}
    assert not any(0 in group for group in customers(records(whole, beside, *others)))


def test_two_words_that_are_each_like_a_first_name_are_not_therefore_like_each_other() -> None:
    rows = [{"name": "Gladys Hark", "phone": PHONE}, {"name": "Gladys Mart", "phone": PHONE}]
    assert "last names sound the same, or one holds the other" not in told(
        compare(records(*rows, *crowd(60)), 0, 1)
    )


def test_a_middle_name_between_first_and_last_name_is_read_wherever_they_stand() -> None:
    def row(middle: str) -> dict[str, str]:
        names = {"first_name": "Manuel", "last_name": "Amsel", "name": f"Manuel {middle} Amsel"}
        return names | {"address": "105 Oak Lane"}

    assert "different middle names" in told(compare(records(row("R"), row("B"), *crowd(60)), 0, 1))
    assert "the middle initial fits" in told(compare(records(row("R"), row("R"), *crowd(60)), 0, 1))


def test_a_short_first_name_that_lost_a_letter_is_known_again() -> None:
    rows = [{"name": f"{first} Amsel", "birth_date": "1960-07-04"} for first in ("Pat", "at")]
    assert frozenset({0, 1}) in customers(records(*rows, *crowd(60)))


@pytest.mark.parametrize(("one", "two"), [("Elise", "E1ise"), ("Barbara", "8arbara"), ("Connor", "C0nn0r")])
def test_a_letter_that_was_read_as_a_digit_is_that_letter(one: str, two: str) -> None:
    rows = [{"name": f"{first} Pennock", "phone": PHONE} for first in (one, two)]
    assert frozenset({0, 1}) in customers(records(*rows, *crowd(40)))


@pytest.mark.parametrize("typed", ["22.121992", "22.12.199", "72.12.1992", "2.12.1992.", "12/22/19992"])
def test_a_day_that_is_none_is_held_against_days_as_it_was_typed(typed: str) -> None:
    rows = [{"name": "Maria Wade", "birth_date": day} for day in ("1992-12-22", typed)]
    assert frozenset({0, 1}) in customers(records(*rows, *crowd(60)))
    other = [rows[0], rows[1] | {"birth_date": "07.031.961"}]
    assert frozenset({0, 1}) not in customers(records(*other, *crowd(60)))


def test_how_far_a_birth_date_one_digit_off_is_trusted_is_told_by_the_lists_namesakes() -> None:
    def listed(wrong: int) -> list[dict[str, str]]:
        rows = []
        for i in range(400):
            row = {
                "name": f"{FIRST[i % 20]} {LAST[i // 20]}",
                "birth_date": f"19{30 + i % 60}-0{i % 9 + 1}-1{i % 7}",
            }
            rows.append(row)
            if i % 4 == 0:
                typed = row["birth_date"]
                rows.append(row | {"birth_date": typed[:-1] + "9" if i < 4 * wrong else typed})
        return rows

    pair = [{"name": "Anna Vogel", "birth_date": day} for day in ("1971-03-12", "1971-03-17")]
    seldom = compare(records(*pair, *listed(0)), 0, 1)
    often = compare(records(*pair, *listed(80)), 0, 1)
    assert often.confidence > seldom.confidence


FIRST = [
    "Anna",
    "Bert",
    "Cora",
    "Dirk",
    "Ella",
    "Fred",
    "Gerd",
    "Hans",
    "Inge",
    "Jens",
    "Karl",
    "Lena",
    "Mark",
    "Nora",
    "Otto",
    "Paul",
    "Rosa",
    "Sven",
    "Tina",
    "Udo",
]
LAST = [
    "Vogel",
    "Brandt",
    "Haas",
    "Kern",
    "Lang",
    "Maurer",
    "Nolte",
    "Opitz",
    "Pohl",
    "Quast",
    "Reuter",
    "Stein",
    "Thoma",
    "Ulmer",
    "Weiss",
    "Zander",
    "Busch",
    "Dorn",
    "Ebert",
    "Falk",
]


def test_a_middle_initial_beside_a_first_name_alone_is_no_last_name_where_middle_names_are_listed() -> None:
    def row(first: str, middle: str, last: str) -> dict[str, str]:
        name = " ".join(filter(None, (first, middle, last)))
        return {"first_name": first, "last_name": last, "name": name, "address": "105 Oak Lane"}

    others = [
        person | {"first_name": first, "last_name": last, "name": f"{first} L {last}"}
        for person in crowd(60)
        for first, last in [person["name"].split()]
    ]
    pair = [row("Manuel", "R", ""), row("Manuel", "R", "Amsel")]
    assert "the middle initial fits" in told(compare(records(*pair, *others), 0, 1))
    assert frozenset({0, 1}) in customers(records(*pair, *others))


@pytest.mark.parametrize("word", ["Male", "Lady Of House", "Child F", "Ms", "Granddaughter"])
def test_what_kind_of_person_it_is_is_no_first_name(word: str) -> None:
    home = {"address": "105 Oak Lane", "birth_date": "1961-02-18", "last_name": "Amsel"}
    rows = [home | {"first_name": first, "name": f"{first} Amsel"} for first in (word, "Manuel")]
    assert frozenset({0, 1}) in customers(records(*rows, *crowd(60)))
    middles = [row | {"name": f"{row['first_name']} {middle} Amsel"} for row, middle in zip(rows, "RB")]
    listed = [
        person | {"first_name": first, "last_name": last, "name": f"{first} L {last}"}
        for person in crowd(60)
        for first, last in [person["name"].split()]
    ]
    assert frozenset({0, 1}) not in customers(records(*middles, *listed))


def test_a_mistyped_number_is_like_the_right_one_whichever_row_says_its_country() -> None:
    rows = [
        {"name": "Kenneth Galloway", "phone": "18083232192"},
        {"name": "Kenneth Galloway", "phone": "(808) 323-2192"},
        {"name": "K. Galloway", "phone": "898 3232192"},
    ]
    others = [{"name": row["name"], "phone": row["phone"][2:]} for row in crowd(60)]
    found = {tuple(customers(records(*order, *others))) for order in permutations(rows)}
    assert found == {(frozenset({0, 1, 2}),)}


@pytest.mark.parametrize(
    ("right", "read"),
    [("Dina Patel", "Dina Pate1"), ("Rachael Amsel", "Rachae1 Amsel"), ("Carla Carrillo", "Carla Carrill0")],
)
def test_a_digit_at_the_end_that_looks_like_the_letter_there_is_that_letter(right: str, read: str) -> None:
    home = {"address": "12 Oak Lane", "city": "Alston"}
    assert frozenset({0, 1}) in customers(records({"name": right} | home, {"name": read} | home, *crowd(60)))


def test_guests_with_two_numbers_are_two_whatever_their_digits_look_like() -> None:
    rows = [{"name": f"Guest{number} Amsel"} | AMSEL for number in ("10", "18", "1O")]
    assert not any({0, 1} <= group for group in customers(records(*rows, *crowd(60))))


@pytest.mark.parametrize("flat", ["Flat 2 Elm Court", "Studio 2, Elm Court", "واحد ۲ سرای امید"])
def test_the_number_of_a_flat_tells_the_home_where_the_house_has_a_name(flat: str) -> None:
    rows = [{"name": "Kirsten Dunhall", "address": flat}, {"name": "Kirsten Dunhal", "address": flat}]
    assert frozenset({0, 1}) in customers(records(*rows, *crowd(60)))
    other = flat.replace("2", "7").replace("۲", "۷")
    assert frozenset({0, 1}) not in customers(records(rows[0], rows[1] | {"address": other}, *crowd(60)))


def _says(one: dict[str, str], two: dict[str, str]) -> str:
    return " ".join(told(compare(records(one, two, *crowd(40)), 0, 1)))


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("info@ghaemi54.example", "info@ghaemi70.example", False),
        ("sales@shop7.example", "sales@shop8.example", False),
        ("info@almas.example", "info@alborz.example", False),
        ("info@pemberton.example", "info@pembreton.example", True),
        ("clara.amsel@shop7.example", "clara.amsle@shop7.example", True),
        ("clara.amsel@shop7.example", "clara.amsel@shop9.example", False),
    ],
)
def test_addresses_of_two_domains_that_differ_in_a_number_are_no_slip(
    one: str, two: str, alike: bool
) -> None:
    said = _says({"name": "Clara Amsel", "email": one}, {"name": "Clara Amsel", "email": two})
    assert ("e-mail addresses are spelled nearly the same" in said) is alike


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("پوشاک پرتوی", "قنادی پرتوی", False),
        ("Pemberton Bakery", "Pemberton Garage", False),
        ("Pemberton Bakery", "Pemberton", True),
        ("Pemberton Bakery", "Pembertan Bakery", True),
        ("قنادی پرتوی", "Partovi Bakery", True),
    ],
)
def test_two_companies_of_one_name_with_two_trades_are_no_slip(one: str, two: str, alike: bool) -> None:
    said = _says({"name": "Clara Amsel", "company": one}, {"name": "Clara Amsel", "company": two})
    assert ("companies are spelled nearly the same" in said) is alike
    assert "different companies" not in said


@pytest.mark.parametrize(
    ("name", "like", "bearers", "one"),
    [
        ("یوسف", "یوف", 8, True),
        ("Gustavo", "Gustano", 8, True),
        # So many are no slip, nor is what a table knows, however few bear it.
        ("Gustavo", "Gustano", 30, False),
        ("Roberto", "Roberta", 8, False),
    ],
)
def test_one_slip_of_a_frequent_name_is_a_slip_though_several_rows_have_it(
    name: str, like: str, bearers: int, one: bool
) -> None:
    others = [*dict.fromkeys(row["name"].split()[1] for row in foundlings(300))]
    frequent = [{"name": f"{name} {last}"} for last in others[bearers:]]
    several = [{"name": f"{like} {last}"} for last in others[:bearers]]
    pair = [{"name": f"{first} Amsel"} | AMSEL for first in (name, like)]
    assert (frozenset({0, 1}) in customers(records(*pair, *frequent, *several))) is one
