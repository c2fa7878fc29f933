"""The matcher through its public door: `match` and `compare`."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import fields

import pytest

from smbcrm.core.matching import compare, match
from smbcrm.core.records import Records

_LISTS = ("phones", "emails")


def records(*rows: dict[str, object], source: Sequence[int] | None = None) -> Records:
    """Make records from rows that name only what they hold; `phone` and `email` are one value each."""
    columns: dict[str, list[object]] = {}
    for field in fields(Records):
        if field.name in ("ids", "source", "other"):
            continue
        one = field.name[:-1]
        if field.name in _LISTS:
            columns[field.name] = [tuple(v for v in [row.get(one)] if v) for row in rows]
        else:
            columns[field.name] = [row.get(field.name, "") for row in rows]
    ids = list(range(1, len(rows) + 1))
    return Records(ids=ids, source=source or [0] * len(rows), **columns)  # type: ignore[arg-type]


def customers(table: Records, **options: object) -> set[frozenset[int]]:
    """Give the rows that were put together, as sets of positions of two or more."""
    groups: dict[int, set[int]] = {}
    for row, customer in enumerate(match(table, **options).cluster):  # type: ignore[arg-type]
        groups.setdefault(customer, set()).add(row)
    return {frozenset(group) for group in groups.values() if len(group) > 1}


PHONE = "+989123456789"
ALI = {"name": "علی رضایی", "phone": PHONE}


def test_one_row_or_none_is_its_own_customer() -> None:
    assert match(records()).cluster == []
    assert match(records(ALI)).cluster == [0]


@pytest.mark.parametrize(
    "other",
    [
        {"name": "علي رضايي", "phone": PHONE},
        {"name": "رضایی، علی", "phone": PHONE},
        {"name": "رضایی علی", "phone": PHONE},
        {"name": "آقای علی رضایی", "phone": PHONE},
        {"name": "Ali Rezaei", "phone": PHONE},
        {"name": "علی رضائی", "phone": PHONE},
    ],
)
def test_same_person_written_two_ways_is_merged(other: dict[str, object]) -> None:
    assert customers(records(ALI, other)) == {frozenset({0, 1})}


def test_two_first_names_on_one_phone_stay_two_people() -> None:
    found = match(records(ALI, {"name": "مریم رضایی", "phone": PHONE}))
    assert found.cluster == [0, 1]
    assert list(found.pairs) == []


def test_the_same_name_alone_is_never_merged() -> None:
    table = records(
        {"name": "محمد حسینی", "phone": "+982188776655"}, {"name": "محمد حسینی", "phone": "+982144556677"}
    )
    assert customers(table) == set()


def test_junk_phones_prove_nothing() -> None:
    table = records(
        {"name": "Ann Hill", "phone": "0000000"},
        {"name": "Ann Hill", "phone": "0000000"},
        {"name": "Bob Fox", "phone": "1234567"},
        {"name": "Bob Fox", "phone": "1234567"},
    )
    assert customers(table) == set()


def test_what_the_owner_decided_outweighs_all_evidence() -> None:
    table = records(ALI, ALI, {"name": "مریم کریمی", "phone": "+989351112233"})
    assert customers(table) == {frozenset({0, 1})}
    assert customers(table, different=[(0, 1)]) == set()
    assert customers(table, different=[(0, 1)], same=[(1, 2)]) == {frozenset({1, 2})}


def test_evidence_adds_up_to_the_confidence() -> None:
    pair = compare(records(ALI, ALI), 1, 0)
    assert (pair.a, pair.b, pair.verdict) == (0, 1, "same")
    assert pair.confidence == round(1 / (1 + 2 ** -sum(e.weight for e in pair.evidence)), 4)
    assert [str(e.what) for e in pair.evidence if e.weight > 0] == [
        "same phone number", "same last name", "same first name",
    ]  # fmt: skip
