"""Which question is worth most, what a written answer means, and which answers cannot stand together."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.comparing import compare_fields
from smbcrm.core.reviewing import (
    Question,
    Said,
    Side,
    contradictions,
    joined_groups,
    most_valuable_first,
    read_answer,
    usual,
)


def question(pair: int, confidence: float, *, rows: tuple[int, int] = (1, 1), spend: tuple[float | None, float | None] = (None, None),
             tiers: tuple[str, str] = ("", "")) -> Question:  # fmt: skip
    a, b = (
        Side(customer=2 * pair + side, name="", rows=rows[side], spend=spend[side], tier=tiers[side])
        for side in (0, 1)
    )
    return Question(pair=pair, row_a=2 * pair, row_b=2 * pair + 1, a=a, b=b, confidence=confidence)


def order(*questions: Question, usual_spend: float = 100.0) -> list[int]:
    return [one.pair for one in most_valuable_first(questions, usual_spend=usual_spend)]


def test_the_likelier_question_comes_first_and_the_older_one_among_equals() -> None:
    assert order(question(3, 0.6), question(1, 0.6), question(2, 0.8)) == [2, 1, 3]


def test_rows_money_and_tier_that_hang_on_it_make_a_question_worth_more() -> None:
    plain = question(1, 0.7)
    assert order(plain, question(2, 0.6, rows=(3, 2))) == [2, 1]
    assert order(plain, question(2, 0.6, spend=(900.0, 500.0))) == [2, 1]
    assert order(plain, question(2, 0.6, tiers=("D", "A"))) == [2, 1]


def test_two_who_contradict_each_other_as_wholes_are_less_likely_one() -> None:
    assert order(replace(question(1, 0.7), contradicting=2), question(2, 0.6)) == [2, 1]


def test_money_counts_only_when_both_have_spent_and_without_end_never() -> None:
    assert order(question(1, 0.7), question(2, 0.69, spend=(10_000.0, None))) == [1, 2]
    assert order(question(1, 0.7, rows=(9, 9)), question(2, 0.7, spend=(1e12, 1e12))) == [1, 2]
    assert order(question(1, 0.7), question(2, 0.69, spend=(5.0, 5.0)), usual_spend=0.0) == [1, 2]


def test_the_usual_spend_is_the_middle_one_of_those_who_spent() -> None:
    assert usual([None, 0, 30.0, 10.0, 20.0, -5]) == 20.0
    assert usual([None]) == 0.0


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("same", "same"), ("YES", "same"), (" بله ", "same"), ("1", "same"), ("آره", "same"), ("يكي", "same"), ("۱", "same"),
        ("different", "different"), ("No", "different"), ("خیر", "different"), ("نه", "different"), ("0", "different"),
        ("", "later"), ("Later", "later"), ("بعداً", "later"), ("?", "later"), ("perhaps", None), ("sameish", None),
    ],
)  # fmt: skip
def test_answers_are_understood_in_both_languages(word: str, meant: str | None) -> None:
    assert read_answer(word) == meant


def test_a_different_contradicts_the_whole_chain_that_would_join_its_two() -> None:
    answers = [
        Said(place=1, a=1, b=2, same=True),
        Said(place=2, a=2, b=3, same=True),
        Said(place=3, a=1, b=3, same=False),
        Said(place=4, a=8, b=9, same=True),
    ]
    clashing, barred = contradictions(answers, [])
    assert clashing == {1: {2, 3}, 2: {1, 3}, 3: {1, 2}}
    assert barred == {}


def test_a_yes_and_a_no_to_one_question_contradict_each_other() -> None:
    answers = [Said(place=1, a=1, b=2, same=True), Said(place=2, a=2, b=1, same=False)]
    assert contradictions(answers, [])[0] == {1: {2}, 2: {1}}


ANSWERS = st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7), st.booleans()), max_size=12).map(
    lambda found: [Said(place=i, a=a, b=b, same=same) for i, (a, b, same) in enumerate(found) if a != b]
)
APART = st.lists(
    st.tuples(st.integers(1, 7), st.integers(1, 7)).filter(lambda pair: pair[0] < pair[1]), max_size=4
)


@given(ANSWERS, APART)
def test_what_is_left_never_joins_two_that_are_said_to_be_different(
    answers: list[Said], apart: list[tuple[int, int]]
) -> None:
    clashing, barred = contradictions(answers, apart)
    left = [said for said in answers if said.place not in clashing and said.place not in barred]
    together = {
        frozenset(pair)
        for group in joined_groups((s.a, s.b) for s in left if s.same)
        for pair in combinations(group, 2)
    }
    assert not together & {frozenset((s.a, s.b)) for s in left if not s.same}
    assert not together & set(map(frozenset, apart))


@given(ANSWERS)
def test_answers_that_fit_are_all_taken(answers: list[Said]) -> None:
    truth = {customer: customer % 3 for customer in range(1, 8)}
    right = [Said(place=s.place, a=s.a, b=s.b, same=truth[s.a] == truth[s.b]) for s in answers]
    assert contradictions(right, []) == ({}, {})


def test_fields_side_by_side_differ_only_where_they_contradict_each_other() -> None:
    one = {
        "name": "Rezaei, Ali",
        "phones": ["+989123456789", "+982188776655"],
        "city": "Qom",
        "x": {"Club": "gold"},
        "spend": 5.0,
    }
    two = {
        "name": "Ali Rezaei",
        "phones": ["09123456789"],
        "city": "Yazd",
        "x": {"Club": "silver"},
        "spend": 9.0,
    }
    lines = {line.field: line for line in compare_fields(one, two)}
    assert [name for name, line in lines.items() if line.differs] == ["city", "Club"]
    assert lines["phones"].a[0] == "+989123456789"
    assert list(lines) == ["name", "phones", "city", "Club", "spend"]


def test_one_name_in_two_scripts_is_no_contradiction() -> None:
    one = {"name": "علی رضایی", "city": "شیراز", "company": "آرمان سازه", "notes": ""}
    for two, differing in (
        ({"name": "Rezaei, Ali", "city": "Shiraz", "company": "Arman Sazeh"}, []),
        ({"name": "Reza Alaei", "names": ["Ali Rezaei"], "city": "Yazd"}, ["city"]),
        ({"name": "Ali Reza Rezaei", "city": "Shiraz"}, ["name"]),
        ({"name": "Alireza Rezaei", "company": "Rah Sazeh"}, ["name", "company"]),
    ):
        assert [line.field for line in compare_fields(one, two) if line.differs] == differing
    assert [line.differs for line in compare_fields({"name": "حمید زند"}, {"name": "Hamed Zand"})] == [True]
    assert [line.differs for line in compare_fields({"name": "Анна Петрова"}, {"name": "Anna Petrova"})] == [
        False
    ]
    assert [line.differs for line in compare_fields({"x": {"رنگ": "آبی"}}, {"x": {"رنگ": "Abi"}})] == [True]
