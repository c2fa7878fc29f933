"""Customers held against each other as wholes, and which questions are worth asking, through `match`."""

from __future__ import annotations

import random

import pytest
from tests.core.test_matching import asked, crowd, customers, records, told

from smbcrm.core.matching import match

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
