"""What lists of few columns tell: names and birth dates only, names in two scripts, through `match` and `compare`."""

from __future__ import annotations

import pytest

from smbcrm.core.matcher.joining.policy import would_join
from smbcrm.core.matching import compare
from smbcrm.core.naming.sounds import sound_key
from tests.core.test_matching import FIRSTS, LASTS, customers, records
from tests.core.test_matching_wholes import known_people


def born(place: int) -> str:
    return f"{1930 + place % 70}-{place % 12 + 1:02}-{place % 27 + 1:02}"


def person(first: str, last: str, day: str) -> dict[str, str]:
    return {"name": f"{first} {last}", "first_name": first, "last_name": last, "birth_date": day}


def doubles(count: int) -> list[dict[str, str]]:
    """Make people who are listed twice and were born on days of their own."""
    rows = []
    for place in range(count):
        letters = f"{chr(97 + place % 26)}{chr(97 + place // 26)}"
        rows += [person(f"P{letters}ton", f"Brook{letters}ham", born(place))] * 2
    return rows


def named_bits(rows: list[dict[str, str]]) -> float:
    found = compare(records(*rows), 0, 1).evidence
    return sum(piece.weight for piece in found if piece.field in ("given", "surname"))


def test_a_name_that_half_the_list_bears_tells_little_though_it_stands_beside_few_first_names() -> None:
    rows = [person(FIRSTS[i % 14], "Ashby" if i % 2 else LASTS[i // 2 % 12], born(i)) for i in range(1200)]
    pair = [person("Adam", "Ashby", "1931-01-01"), person("Beth", "Ashby", "1931-01-01")]
    found = compare(records(*pair, *rows), 0, 1).evidence
    assert next(piece.weight for piece in found if piece.field == "surname") < 1.5


def test_a_birth_date_that_nearly_agrees_and_nothing_else_joins_no_two_of_a_common_name() -> None:
    near = [["given", 1, 6.0], ["surname", 1, 4.0], ["birth_date", 3, 5.5], ["prior", 0, -13.3]]
    rare = [["surname", 1, 6.0] if piece[0] == "surname" else piece for piece in near]
    same = [["birth_date", 1, 5.5] if piece[0] == "birth_date" else piece for piece in near]
    assert not would_join(near)
    assert would_join(same)
    assert would_join([*rare, ["alone", 1, -1.5]])
    assert would_join([*near, ["city", 1, 0.8]])


def test_where_names_stand_in_their_columns_those_that_fit_crosswise_tell_less() -> None:
    others = doubles(40)
    day = "1964-05-05"
    straight = named_bits([person("Peter", "Frank", day), person("Peter", "Frank", day), *others])
    across = named_bits([person("Peter", "Frank", day), person("Frank", "Peter", day), *others])
    assert across < straight - 4


@pytest.mark.parametrize(("wrong", "joined"), [(0, False), (15, True)])
def test_where_a_first_name_is_wrong_no_oftener_than_a_last_one_those_born_on_one_day_are_no_twins(
    wrong: int, joined: bool
) -> None:
    others = doubles(100)
    for place in range(wrong):
        first, last = others[2 * place]["first_name"], others[2 * place]["last_name"]
        others.append(person(first, f"Quarm{chr(97 + place)}by", born(place)))
        others.append(person(f"Mil{chr(97 + place)}icent", last, born(place)))
    pair = [person(first, "Dixmere", "1961-02-18") for first in ("Dorothea", "Margaret")]
    assert (frozenset({0, 1}) in customers(records(*pair, *others))) is joined


def test_a_word_for_firms_that_is_written_as_it_sounds_names_firms() -> None:
    owners = [("کریمپور", "Karimpour"), ("رستمی", "Rostami"), ("نوروزی", "Norouzi"), ("شریفی", "Sharifi")]
    rows = []
    for place, (persian, latin) in enumerate(owners):
        phone = {"phone": f"+9891212345{place}0"}
        rows += [{"name": f"فروشگاه {persian}"} | phone, {"name": f"Foroushgah {latin}"} | phone]
    assert customers(records(*rows)) >= {frozenset({2 * place, 2 * place + 1}) for place in range(4)}


def test_a_firm_called_by_a_given_name_is_the_same_without_its_legal_form() -> None:
    phone = {"phone": "+14155554433"}
    rows = [{"name": name} | phone for name in ("Garrett Trading LLC", "Garrett Trading")]
    assert frozenset({0, 1}) in customers(records(*rows))


@pytest.mark.parametrize(
    ("greek", "latin"),
    [("Δημοσθένης Βορλόκας", "Dimosthenis Vorlokas"), ("Ευάγγελος Ντίνος", "Evangelos Dinos")],
)
def test_a_greek_name_sounds_as_it_is_written_in_latin(greek: str, latin: str) -> None:
    assert sound_key(greek) == sound_key(latin)


def test_where_hardly_anybody_has_a_namesake_a_slip_in_a_name_beside_its_town_is_a_slip() -> None:
    rows = []
    for i, row in enumerate(known_people(300)):
        told = {"name": row["name"], "phone": row["phone"]}
        rows.append(told | ({"birth_date": f"19{40 + i % 50}-03-12"} if row["phone"] else {}))
        if i % 4 == 0 and row["phone"]:
            rows[-1] |= {"city": row["city"]}
    pair = [{"name": "Verena Okonjo", "city": "boat 1"}, {"name": "Verena Okunjo", "city": "boat 1"}]
    pair[0] |= {"phone": "+15034712093"}
    assert frozenset({0, 1}) in customers(records(*pair, *rows))
    namesakes = [
        {"name": row["name"], "phone": f"+1971{7000000 + 7717 * i}"}
        for i, row in enumerate(rows)
        if row["phone"]
    ]
    assert frozenset({0, 1}) not in customers(records(*pair, *rows, *namesakes))


def test_how_often_a_name_is_wrong_is_told_by_those_born_on_one_day() -> None:
    def with_slips(each: int) -> list[dict[str, str]]:
        others = doubles(150)
        for place in range(0, 150, each):
            first, last, day = (others[2 * place][key] for key in ("first_name", "last_name", "birth_date"))
            others.append(person(first, f"Quarm{chr(97 + place % 26)}{chr(97 + place // 26)}by", day))
            others.append(person(f"Mil{chr(97 + place % 26)}{chr(97 + place // 26)}icent", last, day))
        return others

    pair = [person(first, "Dixmere", "1961-02-18") for first in ("Dorothea", "Margaret")]
    often, seldom = (compare(records(*pair, *with_slips(each)), 0, 1).evidence for each in (2, 12))
    against = [next(piece.weight for piece in found if piece.field == "given") for found in (often, seldom)]
    assert against[0] > against[1] + 1 > against[1] >= -4.6


def test_that_all_live_in_one_town_says_nothing_of_a_name() -> None:
    """A rare name is as telling in a list of one town as in one that names no town."""
    rows = []
    for i, row in enumerate(known_people(300)):
        told = {"name": row["name"], "phone": row["phone"]}
        rows.append(told | ({"birth_date": f"19{40 + i % 50}-03-12"} if row["phone"] else {}))
    pair = [{"name": "Verena Okonjo"}, {"name": "Verena Okonjo", "phone": "+15034712093"}]
    assert frozenset({0, 1}) in customers(records(*pair, *rows))
    town = {"city": "Anytown"}
    here = [row | town if i % 9 else row for i, row in enumerate(rows)]
    assert frozenset({0, 1}) in customers(records(*(row | town for row in pair), *here))


def test_a_date_that_is_wrong_is_no_namesake() -> None:
    """Where rare names differ in a date as often as frequent ones do, it is dates that are wrong; chance makes namesakes of frequent names."""
    people = [row["name"].split() for row in known_people(900) if row["phone"]][:600]
    rows = []
    for i, (first, last) in enumerate(people):
        rows.append(person(first, last, born(i)))
        if i < 300:
            wrong = i % 14 == 0
            rows.append(person(first, last, f"{1990 - i % 9}-0{i % 8 + 1}-09" if wrong else born(i)))
        elif i < 330:
            rows.append(person(first, last, ""))
    pair = [person("Verena", "Okonjo", "1961-02-18"), person("Verena", "Okonjo", "")]
    assert frozenset({0, 1}) in customers(records(*pair, *rows))
    sons = [person(*name, f"{1960 + i % 60}-05-21") for i, name in enumerate(people[330:370], start=330)]
    assert frozenset({0, 1}) not in customers(records(*pair, *rows, *sons))
