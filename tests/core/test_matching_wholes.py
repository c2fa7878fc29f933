"""Customers held against each other as wholes, and which questions are worth asking, through `match`."""

from __future__ import annotations

import random

import pytest

from smbcrm.core.matching import compare, match
from tests.core.test_matching import asked, crowd, customers, records, told

VERENA = {"name": "Verena Okonjo", "phone": "+441539841076"}


def towns(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Put people in towns of their own."""
    return [row | {"city": f"Town{chr(97 + i % 20)}"} for i, row in enumerate(rows)]


def test_what_one_row_leaves_out_another_row_of_the_customer_says() -> None:
    """Neither row of the customer is enough by itself: one has the town, the other the company."""
    one = VERENA | {"city": "Alston"}
    two = VERENA | {"company": "Okonjo Tiles"}
    third = {"name": "Verena Okonjo", "city": "Alston", "company": "Okonjo Tiles"}
    alone = [one, third, *towns(crowd(60))]
    assert frozenset({0, 1}) not in customers(records(*alone))
    assert frozenset({0, 1, 2}) in customers(records(one, two, third, *towns(crowd(60))))


def test_what_customers_prove_together_is_not_barred_by_rows_that_say_little() -> None:
    """A new number at the same firm and address: rows with a name and the old number only cannot speak against it."""
    firm = {"company": "Okonjo Tiles", "address": "12 Harbour Street", "city": "Alston"}
    old = [VERENA | firm, VERENA, VERENA, VERENA]
    new = {"name": "Verena Okonjo", "phone": "+441539222333"} | firm | {"company": "Okonjo Tils"}
    rows = [*old, new, *towns(crowd(60))]
    assert frozenset(range(5)) in customers(records(*rows))
    # Where the name of the firm is another, too, it may be his son.
    other = new | {"company": "Alston Bakery"}
    assert not any(4 in group for group in customers(records(*old, other, *towns(crowd(60)))))


def test_an_initial_fits_the_name_most_rows_bear_though_one_has_its_first_letter_wrong() -> None:
    home = VERENA | {"address": "12 Harbour Street", "city": "Alston", "email": "okonjo77@example.org"}
    rows = [home, home, home | {"name": "Berena Okonjo"}, VERENA | {"name": "V. Okonjo"}, *towns(crowd(60))]
    assert frozenset(range(4)) in customers(records(*rows))
    # An initial that fits nobody of them stays apart.
    rows[3] = VERENA | {"name": "K. Okonjo"}
    assert frozenset(range(3)) in customers(records(*rows))


def test_a_question_is_about_the_customers_not_about_two_of_their_rows() -> None:
    rows = [
        VERENA,
        VERENA | {"city": "Alston"},
        {"name": "Verena Okonjo", "city": "Kirkby"},
    ]
    found = [pair for pair in match(records(*rows, *towns(crowd(40)))).pairs if 2 in (pair.a, pair.b)]
    assert all("different cities" in told(pair) for pair in found)


def test_a_longer_list_is_not_asked_what_is_hardly_true() -> None:
    """Namesakes whose phones and towns differ are two people, however much room the queue has."""
    people = towns(crowd(300, seed=3))
    namesakes = [
        {"name": people[i]["name"], "phone": f"+1971{i:07}", "city": f"Far{chr(97 + i % 9)}"}
        for i in range(30)
    ]
    assert asked(records(*people, *namesakes)) == set()


def test_nobody_is_asked_about_father_and_son() -> None:
    """One name and one phone, born a generation apart: of such pairs hardly one of fifty was one customer."""
    people = towns(crowd(300, seed=3))
    fathers = [row | {"birth_date": f"19{40 + i}-03-1{i % 9}"} for i, row in enumerate(people[:12])]
    sons = [row | {"birth_date": f"19{68 + i}-07-2{i % 8}"} for i, row in enumerate(people[:12])]
    rows = records(*people[12:], *fathers, *fathers, *sons, *sons)
    assert asked(rows) == set()
    assert len(customers(rows)) == 24


def test_a_name_and_a_town_are_a_question_where_namesakes_live_in_one_town() -> None:
    people = towns(crowd(400, seed=3))
    lone = [{"name": row["name"], "city": row["city"]} for row in people[:11]]
    silent = frozenset(range(400, 411))
    apart = [
        row | {"phone": f"+1971{i:07}", "city": f"Far{chr(97 + i % 9)}"}
        for i, row in enumerate(people[100:140])
    ]
    assert silent <= set().union(*customers(records(*people, *lone, *apart)))
    near = [row | {"phone": f"+1971{i:07}"} for i, row in enumerate(people[100:140])]
    rows = records(*people, *lone, *near)
    assert customers(rows) == set()
    assert silent <= {b for _, b in asked(rows)}


@pytest.mark.parametrize("typed", ["98912345678", "009891234566789", "0912 345 678"])
def test_a_number_with_a_digit_too_many_or_too_few_is_the_same_mistyped(typed: str) -> None:
    people = [
        {"name": f"رضا {word}پور", "phone": f"+98913{i:07}"} for i, word in enumerate(["احمد", "کریم", "نظر"])
    ]
    rows = [
        {"name": "کوثر پارسا", "phone": "+989123456789", "city": "رشت"},
        {"name": "کوثر پارسا", "phone": typed},
        *people,
    ]
    assert customers(records(*rows)) == {frozenset({0, 1})}


def test_wholes_do_not_depend_on_the_order_of_rows() -> None:
    rows = [
        VERENA | {"city": "Alston"},
        VERENA | {"company": "Okonjo Tiles"},
        {"name": "Verena Okonjo", "city": "Alston", "company": "Okonjo Tiles"},
        *towns(crowd(60)),
    ]
    expected = {frozenset(str(rows[i]) for i in group) for group in customers(records(*rows))}
    for seed in range(5):
        mixed = rows[:]
        random.Random(seed).shuffle(mixed)
        assert {frozenset(str(mixed[i]) for i in g) for g in customers(records(*mixed))} == expected


def numbered(count: int) -> list[dict[str, str]]:
    """Make people with a number under a heading of no known meaning, every second listed twice, the second time moved."""
    rows = []
    for i, row in enumerate(crowd(count, seed=5)):
        person = row | {"Voter no": f"V{7919 * (i + 3)}", "address": f"{i} Mill Road"}
        rows.append(person)
        if i % 2:
            rows.append(person | ({} if i % 4 == 1 else {"email": f"p{i}@example.org"}))
    return rows


def test_a_column_that_numbers_people_is_learnt_and_is_proof() -> None:
    one = {"name": "Verena Okonjo", "Voter no": "V17", "phone": "+441539841076", "address": "5 Oak Lane"}
    moved = {"name": "Verena Okonjo", "Voter no": "V17", "phone": "+441539000001", "address": "77 Elm Street"}
    other = moved | {"Voter no": "V93", "phone": "+441539000002", "address": "1 Hill Close"}
    found = customers(records(one, moved, other, *numbered(160)))
    assert frozenset({0, 1}) in found
    assert not any(2 in group for group in found)


def test_the_first_of_january_of_many_people_is_a_year_alone() -> None:
    people = [row | {"birth_date": f"{1950 + i % 40}-01-01"} for i, row in enumerate(crowd(40))]
    one = {"name": "Verena Okonjo", "birth_date": "1975-01-01"}
    two = {"name": "Verena Okonjo", "birth_date": "1975-06-13"}
    told_of = [str(e.what) for e in compare(records(one, two, *people), 0, 1).evidence]
    assert "of one birth date only the year is known, and it fits" in told_of
    assert "different birth dates" not in told_of


def test_a_firm_with_and_without_its_legal_form_is_one() -> None:
    shared = {"phone": "+441539841076"}
    rows = [{"name": "Jogat Shipping Ltd"} | shared, {"name": "Jogat Shipping"} | shared]
    assert customers(records(*rows)) == {frozenset({0, 1})}


def foundlings(count: int, seed: int = 3) -> list[dict[str, str]]:
    """Make people with rare names and three columns of no known meaning, every second listed twice."""
    rnd = random.Random(seed)
    syllables = ["ba", "do", "fi", "gu", "ke", "lo", "mi", "nu", "pa", "re", "si", "tu"]
    people = [
        {
            "name": " ".join("".join(rnd.choices(syllables, k=3)).capitalize() for _ in range(2)),
            "ward": f"ward {rnd.randrange(9)}",
            "boat": f"boat {rnd.randrange(9)}",
            "trade": f"trade {rnd.randrange(9)}",
        }
        for _ in range(count)
    ]
    return [dict(one) for i, one in enumerate(people) for _ in range(1 + i % 2)]


def test_columns_of_no_known_meaning_tell_people_where_nothing_else_does() -> None:
    one = {"name": "Verena Okonjo", "ward": "ward 1", "boat": "boat 2", "trade": "trade 3"}
    slip = one | {"name": "Verena Okunjo"}
    other = one | {"ward": "ward 7", "boat": "boat 8", "trade": "trade 0"}
    found = customers(records(one, slip, other, *foundlings(80)))
    assert frozenset({0, 1}) in found
    # Half of the others are listed twice: they were learnt from.
    assert len(found) == 41
    # One column alone is no proof, whatever the list taught.
    assert frozenset({0, 1}) not in customers(records(one, slip | {"ward": "", "boat": ""}, *foundlings(80)))


def test_a_rare_name_and_a_little_more_is_proof_where_the_list_holds_hardly_any_namesakes() -> None:
    rows = []
    for i, person in enumerate(foundlings(60)[::3]):
        told = {"name": person["name"], "born at": person["ward"]}
        rows += [told | {"phone": f"+1503{6000000 + 7919 * i}"}, told]
    asked_for = {"name": "Vubena Okonjo", "born at": "ward 1"}
    known = asked_for | {"phone": "+15039999999"}
    assert frozenset({0, 1}) in customers(records(known, asked_for, *rows))
    for less in ({"born at": ""}, {"born at": "ward 2"}):
        assert frozenset({0, 1}) not in customers(records(known, asked_for | less, *rows))
    # Twenty pairs of namesakes with phones of their own: now such a name proves nothing.
    namesakes = [
        {"name": person["name"], "phone": f"+1503{5000000 + 7717 * i}"}
        for i, person in enumerate(foundlings(60)[::3])
    ]
    assert frozenset({0, 1}) not in customers(records(known, asked_for, *rows, *namesakes))


def known_people(count: int) -> list[dict[str, str]]:
    """Make people with rare names, towns and phones; every third is listed a second time, with nothing but the name and the town."""
    rows: list[dict[str, str]] = []
    for i, person in enumerate(foundlings(2 * count)[::3]):
        known = {"name": person["name"], "city": person["boat"], "phone": f"+1503{6000000 + 7919 * i}"}
        rows += [known, known | {"phone": ""}] if i % 3 == 0 else [known]
    return rows


def test_a_whole_name_in_one_town_is_proof_where_a_town_holds_no_namesakes() -> None:
    rows = known_people(150)
    one = {"name": "Verena Okonjo", "city": "boat 1"}
    two = one | {"phone": "+15034712093"}
    assert frozenset({0, 1}) in customers(records(one, two, *rows))
    assert frozenset({0, 1}) not in customers(records(one | {"city": "boat 2"}, two, *rows))
    # Where all live in one town, it says nothing, and a name alone proves nothing once there are namesakes.
    namesakes = [
        row | {"city": "far away", "phone": f"+1971{5000000 + 7717 * i}"} for i, row in enumerate(rows[:4:2])
    ]
    assert frozenset({0, 1}) in customers(records(one, two, *rows, *namesakes))
    assert customers(records(*(row | {"city": "boat 1"} for row in (one, two, *rows, *namesakes)))) == set()
    fathers = [row | {"phone": f"+1503{5000000 + 7717 * i}"} for i, row in enumerate(rows[::2])]
    assert frozenset({0, 1}) not in customers(records(one, two, *rows, *fathers))


def test_a_rare_name_alone_is_proof_only_where_the_list_shows_no_namesakes_nor_fathers_and_sons() -> None:
    rows = [
        {key: row[key] for key in ("name", "phone")}
        | ({"birth_date": f"19{40 + i % 50}-03-12"} if row["phone"] else {})
        for i, row in enumerate(known_people(150))
    ]
    pair = [{"name": "Zafiku Monodo", "phone": "+15034712093"}, {"name": "Zafiku Monodo"}]
    found = match(records(*pair, *rows))
    assert found.cluster[1] == 0
    assert "hardly two people of this list share such a name" in told(found.pairs[0])
    # Not where something differs, and not where the list shows two of one name, in whatever they differ.
    other = [pair[0], pair[1] | {"phone": "+15038650417"}]
    assert match(records(*other, *rows)).cluster[1] == 1
    whole = [row for row in rows if row["phone"]][::7]
    sons = [row | {"birth_date": f"20{i:02}-11-05"} for i, row in enumerate(whole)]
    namesakes = [row | {"phone": f"+1971{7000000 + 7717 * i}"} for i, row in enumerate(sons)]
    for two in (namesakes, sons):
        assert match(records(*pair, *rows, *two)).cluster[1] == 1


# A nameless row that two customers claim equally: who gets it once turned on where the rows stood.
CLAIMED_TWICE = """
مریم حسینی|780|a|ح|L|52
Ali Rezaei||a|12|L|80
Ali Rezaei|789|a|90|L|80
Ali Rezaei|789|a|ح|T|80
Robert Hill|789|a|ح|L|80
مریم حسینی|789|a|ح|L|
مریم حسینی|233|a|90|T|52
Ali Rezaei|655||ح|L|
Bob Hill|789|a|90|T|80
Ali Rezaei|789|a|12|L|80
Ali Rezaei|789|a|12|L|80
Robert Hil|789|a|90|L|52
|789|a|12|L|80
محمد حسینی|233|a|ح|L|80
A. Rezaei|233|||T|80
Ali Rezaei|789|a||L|80
Robert Hil|233||12|L|80
Robert Hil|789|a||L|
|655|a|ح|T|
Ali Rezaei|789|a|12|L|80
محمد حسینی|789||12|L|
"""
SHORT = {
    "780": "+989123456780", "789": "+989123456789", "233": "+989351112233", "655": "+982188776655", "a": "ali@mail.example",
    "ح": "خیابان حافظ، پلاک ۱۲", "12": "12 Mill Road", "90": "90 King Street", "L": "Leeds", "T": "تهران",
    "80": "1980-05-17", "52": "1952-01-30",
}  # fmt: skip


def test_a_row_that_two_customers_claim_equally_goes_by_what_it_says_not_by_where_it_stands() -> None:
    keys = ("name", "phone", "email", "address", "city", "birth_date")
    rows = [
        dict(zip(keys, (SHORT.get(cell, cell) for cell in line.split("|"))))
        for line in CLAIMED_TWICE.strip().split("\n")
    ]

    def found(order: list[int]) -> list[list[str]]:
        groups: dict[int, list[str]] = {}
        for place, customer in zip(order, match(records(*(rows[i] for i in order))).cluster):
            groups.setdefault(customer, []).append(str(rows[place]))
        return sorted(sorted(group) for group in groups.values())

    places = list(range(len(rows)))
    expected = found(places)
    for seed in range(12):
        random.Random(seed).shuffle(places)
        assert found(places) == expected
