"""A woman's name is often a man's with an ending: brother and sister on one line are two."""

from __future__ import annotations

import pytest

from tests.core.test_matching import PHONE, crowd, customers, records

LINE = {"phone": PHONE}


@pytest.mark.parametrize(
    ("his", "hers"),
    [
        ("سعید", "سعیده"),
        ("وحید", "وحیده"),
        ("منصور", "منصوره"),
        ("طاهر", "طاهره"),
        ("François", "Françoise"),
        ("Laurent", "Laurence"),
        ("Saeed", "Saeedeh"),
        ("Mansour", "Mansoureh"),
        ("Karim", "Karima"),
        ("Nabil", "Nabila"),
        ("سمير", "سميرة"),
        ("Ivan", "Ivana"),
        ("Paul", "Paula"),
        ("لطيف", "لطيفة"),
        ("Latif", "Latifa"),
        ("Rashid", "Rasheda"),
        ("Maher", "Mahira"),
        ("Hani", "Haniya"),
    ],
)
def test_brother_and_sister_are_two(his: str, hers: str) -> None:
    rows = records({"name": f"{his} Okonjo"} | LINE, {"name": f"{hers} Okonjo"} | LINE, *crowd(20))
    assert customers(rows) == set()


@pytest.mark.parametrize(("one", "other"), [("سعیده", "وحیده"), ("Saeedeh", "Vahideh"), ("منصوره", "مسعوده")])
def test_two_sisters_are_two(one: str, other: str) -> None:
    rows = records({"name": f"{one} Okonjo"} | LINE, {"name": f"{other} Okonjo"} | LINE, *crowd(20))
    assert customers(rows) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deborah", "Debora"),
        ("سعید", "سعیید"),
        ("Mansour", "Mansoor"),
        ("Saeed", "Saeid"),
        ("مهدی", "مهدي"),
        ("Sergey", "Sergei"),
        ("Mathieu", "Matthieu"),
        ("Yasmine", "Yasmin"),
        ("Ziad", "Ziyad"),
    ],
)
def test_other_spellings_of_one_name_are_one(one: str, other: str) -> None:
    rows = records({"name": f"{one} Okonjo"} | LINE, {"name": f"{other} Okonjo"} | LINE, *crowd(20))
    assert customers(rows) == {frozenset({0, 1})}
