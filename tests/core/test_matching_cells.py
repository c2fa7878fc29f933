"""What the cells that rows fill, and those in which they differ, tell of a list, through `match`."""

from __future__ import annotations

import random

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import FIRSTS, LASTS, asked, customers, records
from tests.core.test_matching_wholes import foundlings

Row = dict[str, str]


def known(count: int) -> list[Row]:
    """Make people with rare names who fill every cell."""
    return [
        {
            "name": person["name"],
            "city": person["boat"],
            "phone": f"+1503{6000000 + 7919 * i}",
            "email": f"{person['name'][:4].lower()}{i * 37 + 11}@mail.example",
            "address": f"{i * 7 % 190 + 1} {person['trade'].replace(' ', '')} Street",
            "job": person["ward"],
        }
        for i, person in enumerate(foundlings(2 * count)[::3])
    ][:count]


VERENA = {"name": "Verena Okonjo", "phone": "+15034712093", "email": "verena9@mail.example", "city": "boat 4"}
FULL = VERENA | {"address": "4 Harbour Street", "job": "ward 2"}


def look_alikes(rows: list[Row]) -> list[Row]:
    """Make rows with a name and a phone of somebody, and an e-mail of their own; the rest is empty."""
    return [
        {"name": row["name"], "phone": row["phone"], "email": f"other{i * 91}@post.example"}
        for i, row in enumerate(rows)
    ]


def test_where_rows_that_fill_other_cells_contradict_each_other_they_stay_apart() -> None:
    rows = known(120)
    copies = [dict(row) for row in rows[:60]]
    one, two = FULL, {"name": VERENA["name"], "phone": VERENA["phone"]}
    found = records(one, two, *rows, *copies, *look_alikes(rows[60:90]))
    assert customers(found) == {frozenset({2 + i, 122 + i}) for i in range(60)}
    # Whoever wants to know is told that they may be one; but hardly any such pair is, so that nobody is asked.
    assert compare(found, 0, 1).verdict == "review"
    assert asked(found) == set()
    # Rows that say nothing else contradict nobody: there a name and a phone are proof.
    bare = [{"name": row["name"], "phone": row["phone"]} for row in rows[60:90]]
    assert frozenset({0, 1}) in customers(records(one, two, *rows, *copies, *bare))


def test_two_rows_that_both_lack_what_nearly_every_row_fills_stay_apart_once_look_alikes_are_listed() -> None:
    rows = known(200)
    copies = [dict(row) for row in rows[:120]]
    bare = {"name": VERENA["name"], "phone": VERENA["phone"]}
    rest = [*rows, *copies]
    liked = look_alikes(rows[130:150])
    assert frozenset({0, 1}) in customers(records(bare, bare, *rest))
    assert frozenset({0, 1}) not in customers(records(bare, bare, *rest, *liked))
    # One such cell is not most of them.
    nearly = FULL | {"address": ""}
    assert frozenset({0, 1}) in customers(records(nearly, nearly, *rest, *liked))


def test_an_email_that_never_differs_elsewhere_keeps_rows_apart_once_look_alikes_are_listed() -> None:
    rows = known(160)
    copies = [dict(row) for row in rows[:110]]
    other = FULL | {"email": "harbour77@post.example"}
    rest = [*rows, *copies]
    assert frozenset({0, 1}) in customers(records(FULL, other, *rest))
    assert frozenset({0, 1}) not in customers(records(FULL, other, *rest, *look_alikes(rows[110:140])))


def of_few_namesakes() -> list[Row]:
    """Make people of whom some are listed twice: with little more than a name, or with a new phone."""
    rows = known(240)
    silent = [{"name": row["name"], "city": row["city"]} for row in rows[:40]]
    nameless = [{"name": row["name"]} for row in rows[140:160]]
    bare = [{key: row[key] for key in ("name", "city", "phone")} for row in rows[40:80]]
    moved = [
        {"name": row["name"], "city": row["city"], "phone": f"+1971{5000000 + 7717 * i}"}
        for i, row in enumerate(rows[80:84])
    ]
    return [*rows, *silent, *nameless, *bare, *moved]


def namesakes_in_town(rows: list[Row]) -> list[Row]:
    """Make people with the names and towns of others, and phones and e-mails of their own."""
    return [
        {
            "name": row["name"],
            "city": row["city"],
            "phone": f"+1971{4000000 + 7717 * i}",
            "email": f"x{i * 77}@post.example",
        }
        for i, row in enumerate(rows[100:120])
    ]


def test_who_moved_is_no_namesake() -> None:
    """A new phone is one difference, and namesakes differ in whatever both say."""
    rows = of_few_namesakes()
    one, two = {"name": "Verena Okonjo", "city": "boat 1"}, VERENA | {"city": "boat 1"}
    assert frozenset({0, 1}) in customers(records(one, two, *rows))
    assert frozenset({0, 1}) not in customers(records(one, two, *rows, *namesakes_in_town(rows)))


def test_two_phones_at_one_home_are_one_persons_where_hardly_anybody_has_a_namesake_in_town() -> None:
    rows = of_few_namesakes()
    home = {"name": "Verena Okonjo", "city": "boat 1", "address": "4 Harbour Street"}
    pair = [home | {"phone": "+15034712093"}, home | {"phone": "+15037788551"}]
    assert frozenset({0, 1}) in customers(records(*pair, *rows))
    assert frozenset({0, 1}) not in customers(records(*pair, *rows, *namesakes_in_town(rows)))
    born = [row | {"birth_date": day} for row, day in zip(pair, ("1941-03-02", "1972-08-19"))]
    assert frozenset({0, 1}) not in customers(records(*born, *rows))


@pytest.mark.parametrize(("short", "whole", "one"), [
    ("Car", "Carolyn", True), ("Gi", "Gilbert", True), ("Ge", "Carolyn", False),
])  # fmt: skip
def test_a_first_name_cut_to_its_first_letters_is_an_initial(short: str, whole: str, one: bool) -> None:
    contact = {"phone": "+15034712093", "email": "box71@mail.example", "city": "boat 1"}
    rows = [contact | {"name": f"{short} Okonjo"}, contact | {"name": f"{whole} Okonjo"}]
    assert (frozenset({0, 1}) in customers(records(*rows, *known(40)))) is one


def test_sources_that_hold_a_mobile_or_a_landline_contradict_nobody() -> None:
    """One source holds mobiles and postal codes, the other landlines: the cells tell the sources apart, not the people."""
    homes = [
        {"name": person["name"], "address": f"{i * 7 % 190 + 1} {person['trade'].replace(' ', '')} Street"}
        for i, person in enumerate(foundlings(240)[::3])
    ]
    mobile = [row | {"phone": f"+4477001{20011 + 37 * i}"} for i, row in enumerate(homes)]
    coded = [row | {"postal_code": f"CB{i % 9} {i % 7}AB"} for i, row in enumerate(mobile)]
    landline = [row | {"phone": f"+4412233{10013 + 41 * i}"} for i, row in enumerate(homes)]
    rows = records(*coded[:30], *landline[:30], *mobile[30:70], *mobile[30:50])
    expected = [{i, 30 + i} for i in range(30)] + [{60 + i, 100 + i} for i in range(20)]
    assert customers(rows) == {frozenset(pair) for pair in expected}


@pytest.mark.parametrize("seed", range(6))
def test_cells_that_a_few_rows_fill_tell_nobody_apart_by_chance(seed: int) -> None:
    """Two clerks list the same people, of whom many have two mailboxes; now and then one asks for the address as well."""
    some = random.Random(seed)
    rows: list[Row] = []
    for n in range(66):
        name = f"{FIRSTS[n % 14]} {LASTS[n % 12]}{'abcdefgh'[n // 14]}ow"
        boxes = [f"{name[:2].lower()}{n}@mail.example", f"box{n}@post.example"]
        for _ in range(2):
            row = {"name": name, "phone": f"+4479{11000000 + n * 7919}", "email": boxes[some.random() < 0.29]}
            rows.append(row | ({"address": f"{n} Mill Lane"} if some.random() < 0.12 else {}))
    assert customers(records(*rows)) == {frozenset({row, row + 1}) for row in range(0, 132, 2)}
