"""Addresses that are written in another way, or wrong, through the matcher's public door."""

from __future__ import annotations

import pytest

from smbcrm.core.matching import compare
from smbcrm.core.naming.addresses import parse_address
from tests.core.test_matching import crowd, customers, records, told


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("12 Mackie Crescent", "12 Mackie Crecsent"),
        ("12 Mackie Crescent", "12 mackiecrescent"),
        ("31 Duffy Street", "31 duffy s treet"),
        ("31 Duffy Street", "31 Duffy Stre et"),
        ("7 Kiln Avenue", "7 Kiln Avenu"),
        ("خیابان حافظ پلاک ۲۷۷", "خیابن حافظ پلاک ۲۷۷"),
        ("خیابان حافظ پلاک ۲۷۷", "خیابانحافظ پلاک ۲۷۷"),
    ],
)
def test_a_kind_of_street_is_known_though_it_is_mistyped_or_run_into_the_name(right: str, typed: str) -> None:
    rows = [{"name": "Deborah Okonjo", "address": address} for address in (right, typed)]
    assert "same address" in told(compare(records(*rows), 0, 1))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("12 Crystal Palace", "12 Crystal"),
        ("5 Park Way", "5 Parkway"),
        ("100 E Avenue", "100 Avenue"),
        ("18 Avenue", "18 Street"),
        ("12 Squire Lane", "12 Square Lane"),
        ("5 Garden Street", "5 Gardens Street"),
        ("12 Terrance Road", "12 Terrace Road"),
        ("5 The Avenue", "5 The Close"),
        ("خیابان خیابانی پلاک ۵", "کوچه پلاک ۵"),
    ],
)
def test_a_word_of_its_own_is_no_slip_of_a_kind_of_street(one: str, two: str) -> None:
    assert parse_address(one) != parse_address(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("300 W 54th St", "300 W 55th St"),
        ("300 W 54th St", "300 W 45th St"),
        ("N2000 County Road 5", "N2010 County Road 5"),
        ("C4, 10", "C5, 10"),
        ("1-14-3 Akasaka", "1-15-3 Akasaka"),
        ("123-45 Samseong-dong", "123-46 Samseong-dong"),
        ("خیابان حافظ کوچه ۵ پلاک ۱۲", "خیابان حافظ کوچه ۶ پلاک ۱۲"),
    ],
)
def test_streets_that_bear_two_numbers_are_two(one: str, two: str) -> None:
    rows = [{"name": "Deborah Okonjo", "address": address} for address in (one, two)]
    assert "different addresses" in told(compare(records(*rows), 0, 1))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("300 W 54th St", "300 West 54 Street"),
        ("123-45 Samseong-dong", "123-45 Samseong dong, 101-1503"),
        ("1-14-3 Akasaka", "1-14-3 Akasak"),
        ("۴۱۲۳ رسته پل سوئیت ۴۱۶", "۴۱۲۳ رسته پل"),
        ("5 The Avenue", "5 The Aventue"),
        ("12 Elm Road, Springfield IL 62704", "12 Elm Road, Springfield IL 62740"),
        ("خیابان خیابانی پلاک ۵", "خیابان خیابنی پلاک ۵"),
    ],
)
def test_a_numbered_street_is_one_however_it_is_written(one: str, two: str) -> None:
    rows = [{"name": "Deborah Okonjo", "address": address} for address in (one, two)]
    assert {"same address", "addresses are spelled nearly the same"} & set(
        told(compare(records(*rows), 0, 1))
    )


FIRM = {"name": "Harbour Supply Ltd", "website": "harbour-supply.example"}


@pytest.mark.parametrize(
    ("right", "typed", "alike"),
    [
        ("9817 Cedar Way", "9e17 edar Way", True),
        ("6106 Summer Blvd", "6w06 Sumrmerb Blvd", True),
        ("2107 Locust Way", "o2107 Lopcust Way", True),
        ("9817 Cedar Way", "9e17 Poplar Way", False),
        ("C4, 10", "C5, 10", False),
        ("9817 Cedar Way", "12b Mill5 Road", False),
        ("31 Elm Road", "31 Oak Road", False),
    ],
)
def test_a_number_and_a_street_that_ran_together_are_held_against_an_address_as_a_whole(
    right: str, typed: str, alike: bool
) -> None:
    said = told(compare(records(*(FIRM | {"address": address} for address in (right, typed))), 0, 1))
    assert any("alike as a whole" in text for text in said) is alike
    assert ("different addresses" in said) is not alike


def test_a_branch_at_a_garbled_address_is_no_other_branch() -> None:
    chains = []
    for i in range(40):
        letters = f"{chr(97 + i % 26)}{chr(101 + i // 26)}"
        firm = {
            "name": f"Ol{letters}ve Trading",
            "website": f"ol{letters}ve.example",
            "city": f"Town {i // 4}",
        }
        chains += [firm | {"address": f"{i + 20} Kiln Road"}, firm | {"address": f"{i + 300} Quay Street"}]
    one = FIRM | {"address": "9817 Cedar Way", "city": "Alston"}
    assert frozenset({0, 1}) in customers(records(one, one | {"address": "9e17 edar Way"}, *chains))
    assert frozenset({0, 1}) not in customers(records(one, one | {"address": "31 Quay Street"}, *chains))


def test_of_house_numbers_alone_one_is_not_like_another() -> None:
    rows = [
        {"name": f"{first} Lawson", "address": number}
        for first, number in (("Jennifer", "159"), ("J.", "195"))
    ]
    others = [row | {"address": f"{100 + 7 * i}"} for i, row in enumerate(crowd(60))]
    assert "different addresses" in told(compare(records(*rows, *others), 0, 1))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Lindenstraße 4", "Linden Str. 4"),
        ("Calle Mayor 3, 4º", "C/ Mayor 3 piso 4"),
        ("Avenida de la Paz 3", "Avda. de la Paz, 3"),
        ("Rua do Sol, 12", "R. do Sol 12"),
        ("14 rue Émile Zola", "14 r.Émile Zola"),
        ("3 bis boulevard Pasteur", "3 bis bd Pasteur"),
        ("Piazza Roma 3", "P.zza Roma 3"),
        ("Tulpenstraat 3", "Tulpenstr. 3"),
        ("ul. Polna 3/4", "Polna 3 / 4"),
        ("Gül Sokak No:3 D:4", "Gül Sk. No 3/4"),
        ("ул. Пушкина, д.45, кв 3", "Пушкина ул., 45-3"),
        ("شارع النصر 4", "ش النصر 4"),
    ],
)
def test_an_address_is_one_however_its_language_writes_the_kind_of_street(one: str, two: str) -> None:
    assert parse_address(one) == parse_address(two)
    rows = [{"name": "Deborah Okonjo", "address": address} for address in (one, two)]
    assert "same address" in told(compare(records(*rows), 0, 1))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("12 Church Road", "12 Church Close"),
        ("Lindenallee 4", "Lindenstraße 4"),
        ("Plaza Mayor 3", "Calle Mayor 3"),
        ("خیابان لاله پلاک ۳", "کوچه لاله پلاک ۳"),
    ],
)
def test_two_kinds_of_street_of_one_name_speak_less_for_one_home(one: str, two: str) -> None:
    name = "Deborah Okonjo"
    pair = compare(records({"name": name, "address": one}, {"name": name, "address": two}), 0, 1)
    assert "same house, different unit or kind of street" in told(pair)
    # A mobile here and a landline there are two numbers of one home, and these are two homes.
    rows = [
        {"name": name, "address": one, "phone": "+447700120011"},
        {"name": name, "address": two, "phone": "+441223310013"},
    ]
    assert "different phone numbers" in told(compare(records(*rows), 0, 1))


def test_two_letters_behind_one_house_number_are_two_doors() -> None:
    name = "Deborah Okonjo"
    rows = [{"name": name, "address": f"{door} Elm Road"} for door in ("12b", "12c", "12", "21b")]
    found = records(*rows)
    assert "same street, different house number" in told(compare(found, 0, 1))
    assert "same street, house numbers look alike" in told(compare(found, 0, 2))
    assert "same street, house numbers look alike" in told(compare(found, 0, 3))
