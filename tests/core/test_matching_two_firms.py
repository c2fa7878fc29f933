"""Two firms at one line or in one house, and one firm written in two ways there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.test_matching import asked, crowd, customers, records

LINE = {"phone": "+982188776655"}
HOUSE = LINE | {"address": "12 Harbour Street", "city": "Bristol"}


GROVES = [
    "Alder",
    "Birch",
    "Cedar",
    "Dogwood",
    "Elder",
    "Fir",
    "Ginkgo",
    "Hazel",
    "Ivy",
    "Juniper",
    "Kapok",
    "Larch",
    "Maple",
    "Nutmeg",
    "Oak",
]


def firms(*names: str, shared: dict[str, str] = LINE) -> list[dict[str, str]]:
    return [{"name": name} | shared for name in names]


@pytest.mark.parametrize("shared", [LINE, HOUSE])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nordic Parts AB", "Nordic Paints AB"),
        ("Nova Foods Ltd", "Nova Goods Ltd"),
        ("Apotheke am Markt", "Apotheke am Park"),
        ("Panadería Luna", "Panadería Sol"),
        ("فروشگاه امید", "فروشگاه امین"),
        ("بازرگانی سپهر", "بازرگانی سپهری"),
        ("شرکت پخش پارس", "شرکت پخش پارسیان"),
        ("ابزار رضایی", "ابزار رضوی"),
        ("Reza Foods", "Rezaei Foods"),
        ("Omid Store", "Omidpour Store"),
    ],
)
def test_words_that_shops_are_called_after_are_no_slips_of_each_other(
    one: str, other: str, shared: dict[str, str]
) -> None:
    assert customers(records(*firms(one, other, shared=shared), *crowd(60))) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО Вектор", "ЗАО Вектор"),
        ("Müller GmbH", "Müller AG"),
        ("Kian Trading LLC", "Kian Trading Inc."),
        ("Patel Traders & Sons", "Patel Traders & Co"),
        ("Nordic Foods A/S", "Nordic Foods ApS"),
        ("García Construcciones Hermanos S.L.", "García Construcciones e Hijos S.L."),
    ],
)
def test_firms_of_two_legal_forms_or_with_other_partners_are_asked_about(one: str, other: str) -> None:
    table = records(*firms(one, other, shared=HOUSE), *crowd(60))
    assert customers(table) == set()
    assert asked(table) == {(0, 1)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nordic Paints AB", "Nordic Piants AB"),
        ("Kian Parts Ltd", "Kian Part Limited"),
        ("Müller Bau GmbH & Co. KG", "Müller Bau GmbH"),
        ("Smith Bakery & Sons", "Smith Bakery and Son"),
        ("فروشگاه امید", "فروشگاه اميد"),
        ("Harbour Cafe", "Harbor Cafe"),
        ("Kian Brush Ltd", "Kian Brushes Ltd"),
        ("فروشگاه گل رز", "فروشگاه گلهای رز"),
        ("ООО Вектор", "Vektor LLC"),
        ("Sakura Foods 株式会社", "Sakura Foods Inc."),
        ("Cafe Luna", "Cafe Lunna"),
        ("شرکت البرز گستر", "فروشگاه البرز گستر"),
    ],
)
def test_one_firm_written_in_two_ways_is_joined(one: str, other: str) -> None:
    assert customers(records(*firms(one, other), *crowd(60))) == {frozenset({0, 1})}


def test_legal_forms_tell_nothing_in_a_list_that_writes_them_as_it_likes() -> None:
    houses = [HOUSE | {"phone": f"+98218877{i}0{i}0", "address": f"{i} Oak Road"} for i in range(1, 9)]
    names = ["Alder", "Birch", "Cedar", "Dogwood", "Elmer", "Firth", "Ginkgo", "Hazel"]
    rows = [
        {"name": f"{name} Motors {form}"} | house
        for name, house in zip(names, houses)
        for form in ("Ltd", "Inc")
    ]
    assert len(customers(records(*rows, *crowd(60)))) == len(names)


def test_a_short_name_that_fits_two_firms_of_one_house_is_asked_about_and_joins_them_not() -> None:
    rows = firms("Weber GmbH", "Weber Holz GmbH", "Weber Bau GmbH", shared=HOUSE)
    table = records(*rows, *crowd(60))
    assert customers(table) == set()
    assert asked(table) >= {(0, 1), (0, 2)}
    assert customers(records(*rows[:2], *crowd(60))) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("own", "trades"),
    [
        ("Elm Cross", ("Clinic", "Pharmacy")),
        ("نارون سبز", ("درمانگاه", "داروخانه")),
        ("Дубрава", ("клиника", "аптека")),
    ],
)
def test_a_short_name_joins_no_two_sisters_in_a_list_that_often_leaves_the_trade_out(
    own: str, trades: tuple[str, str]
) -> None:
    """What one name is short for is asked about where two go on differently; elsewhere the trade is left out as ever."""
    rows = firms(own, *(f"{own} {trade}" for trade in trades), shared=HOUSE)
    for number, name in enumerate(GROVES):
        home = {"phone": f"+9821{88000000 + 1117 * number}", "address": f"{number + 20} Mill Lane"}
        rows += firms(f"{name} Grove", f"{name} Grove {trades[number % 2]}", shared=home)
    table = records(*rows)
    assert customers(table) == {frozenset({row, row + 1}) for row in range(3, len(rows), 2)}
    assert asked(table) >= {(0, 1), (0, 2)}


@pytest.mark.parametrize(
    ("alone", "longer"),
    [("Brauer", "Brauer Gartenbau"), ("کوهستانی", "کوهستانی آسانسور"), ("Сорокин", "Сорокин Окна")],
)
def test_a_last_name_alone_is_not_joined_with_what_may_be_a_firm_called_so(alone: str, longer: str) -> None:
    family = [{"name": f"{first} {alone}"} for first in ("Anna", "Peter", "Maria", "Paul")]
    table = records({"name": alone} | LINE, {"name": longer} | LINE, *family, *crowd(60))
    assert customers(table) == set()
    assert asked(table) == {(0, 1)}


def test_a_last_name_alone_is_joined_with_the_whole_name_on_its_line() -> None:
    family = [{"name": f"{first} Brauer"} for first in ("Anna", "Peter", "Maria", "Paul")]
    table = records({"name": "Brauer"} | LINE, {"name": "Thomas Brauer"} | LINE, *family, *crowd(60))
    assert customers(table) == {frozenset({0, 1})}


@pytest.mark.parametrize("kind", ["economic_code", "company_id"])
def test_the_number_of_a_firm_tells_firms_apart_and_finds_them_again(kind: str) -> None:
    vector = {"name": "ООО Вектор", "city": "Москва", kind: "7701234567"}
    same = {"name": "Вектор ООО", "phone": "+74951112233", kind: "77 0123 4567"}
    other = {"name": "ООО Вектор", "city": "Москва", "phone": "+74951112233", kind: "7707654321"}
    assert customers(records(vector, same, *crowd(60))) == {frozenset({0, 1})}
    assert customers(records(vector | {"phone": "+74951112233"}, other, *crowd(60))) == set()


@pytest.mark.parametrize("kind", ["economic_code", "company_id", "national_id"])
@pytest.mark.parametrize("name", ["Kian Foods Ltd", "فروشگاه رفاه"])
def test_branches_in_several_towns_are_not_joined_by_the_number_of_the_whole_chain(
    kind: str, name: str
) -> None:
    towns = {"Leeds": "12 Mill Lane", "York": "7 Kiln Road", "Hull": "91 Station Square"}
    branches = [
        {
            "name": name,
            "phone": f"+44113{5550711 + 171_819 * place}",
            "address": street,
            "city": town,
            kind: "10861234567",
        }
        for place, (town, street) in enumerate(towns.items())
    ]
    assert customers(records(*branches, *crowd(60))) == set()
    at_home = branches[0] | {"phone": "+441135599222"}
    assert customers(records(branches[0], at_home, *crowd(60))) == {frozenset({0, 1})}


@pytest.mark.parametrize("first", [True, False])
def test_which_of_two_phones_stands_first_says_nothing_of_legal_forms(first: bool) -> None:
    rows = [
        {"name": f"{name} Motors {form}", "phone": f"+4420711122{place}{place}"}
        for place, name in enumerate(("Alder", "Birch", "Cedar", "Dogwood", "Elmer", "Firth", "Ginkgo"))
        for form in ("Ltd", "Inc")
    ]
    table = records(*rows, *crowd(60))
    phones = [
        tuple(phone) if first or place % 2 else (f"+4420799900{place:02}", *phone)
        for place, phone in enumerate(table.phones)
    ]
    assert len(customers(replace(table, phones=phones))) == 7


def test_the_number_of_a_firm_is_not_that_of_those_who_work_there() -> None:
    clerk = {"name": "Laura Martin", "economic_code": "7701234567", "company": "Acme"}
    assert customers(records(clerk, clerk | {"name": "Peter Brent"}, *crowd(60))) == set()


def test_what_looks_like_one_of_two_that_the_owner_joined_is_of_that_customer() -> None:
    shop, man = {"name": "Kian Trading Ltd"} | LINE, {"name": "Bob Hill"} | LINE
    table = records(shop, man, shop, man, *crowd(60))
    assert customers(table) == {frozenset({0, 2}), frozenset({1, 3})}
    assert customers(table, same=[(0, 1)]) == {frozenset({0, 1, 2, 3})}
    assert not any({1, 3} <= one for one in customers(table, same=[(0, 1)], different=[(1, 3)]))
