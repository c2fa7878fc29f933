"""Firms, through the matcher's public door: words cut short, chains with one line."""

from __future__ import annotations

from tests.core.test_matching import customers, records


def firms(count: int) -> list[dict[str, str]]:
    """Make shops that stand where they stand, each written down twice."""
    kinds = ["Bakery", "Pharmacy", "Florist", "Books"]
    streets = ["Oak", "Mill", "Queen", "Chapel", "Garden"]
    return [
        {
            "name": f"{chr(65 + i % 26)}{'aeiou'[i % 5]}{'bdklmnrst'[i % 9]}{i}ton {kinds[i % 4]}",
            "phone": f"+1503{6000000 + 7919 * i}",
            "address": f"{i + 3} {streets[i % 5]} Street",
        }
        for i in range(count)
        for _ in range(2)
    ]


def test_a_firm_is_one_whether_its_words_are_cut_short_cut_in_two_or_written_out() -> None:
    place = {"address": "40 Green Close", "phone": "+16297594350"}
    rows = [
        {"name": "Learning Step Childcare Ctr"} | place,
        {"name": "Learning Step Child Care Center, Inc."} | place,
    ]
    assert frozenset({0, 1}) in customers(records(*rows, *firms(40)))


def test_a_chain_has_one_name_and_one_line_for_several_places() -> None:
    one = {"name": "Star Nursery School", "phone": "+19559720301", "address": "110 King Street"}
    two = one | {"address": "89 Spring Close"}
    assert frozenset({0, 1}) not in customers(records(one, two, *firms(80)))
    # In one town it has two doors.
    town = {"city": "Salem"}
    assert frozenset({0, 1}) in customers(records(one | town, two | town, *firms(80)))
