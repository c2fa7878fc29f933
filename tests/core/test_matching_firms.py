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


def test_a_site_named_after_a_long_name_of_its_agency_is_known_by_its_last_words() -> None:
    agencies = ["Old Mill Charities of the Western Diocese", "Harbour Street Friends of Young Families"]
    sites = ["Itsy Bitsy Palace", "Jelly Bean", "Golden Gate", "Hippity Hop", "Rising Star", "Blue Whale"]

    def site(agency: str, name: str, place: int) -> list[dict[str, str]]:
        shared = {"address": f"{place} Garden Street", "phone": f"+1773{4610000 + 7919 * place}"}
        return [{"name": f"{agency} {name} Day Care"} | shared, {"name": f"{name} Day Care"} | shared]

    rows = [
        row for i in range(24) for row in site(agencies[i % 2], f"{sites[i % 6]} {chr(75 + i)}ilton", 10 + i)
    ]
    found = customers(records(*rows, *firms(40)))
    assert {frozenset({i, i + 1}) for i in range(0, len(rows), 2)} <= found


def test_a_number_without_its_area_code_is_the_one_that_ends_in_it() -> None:
    whole = {"name": "Kelburn Florist", "phone": "+17734619219"}
    local = {"name": "Kelburn Florist", "phone": "4619219", "city": "Salem"}
    assert frozenset({0, 1}) in customers(records(whole, local, *firms(40)))
    other = {"name": "Dunmore Books", "phone": "+13124619219"}  # two numbers end in it: it may be either
    assert frozenset({0, 1}) not in customers(records(whole, local, other, *firms(40)))


def test_a_mistyped_word_that_tells_daughters_of_one_firm_apart_stands_for_the_right_one() -> None:
    place = {"address": "470 Green Close", "phone": "+16297594351"}
    names = ("Girscher Marine", "Girscher Marlne", "Girscher Media")
    daughters = [
        {"name": row["name"].rpartition(" ")[0] + (" Marine" if i % 4 < 2 else " Media")}
        | {"phone": row["phone"]}
        for i, row in enumerate(firms(40))
    ]
    found = customers(records(*({"name": name} | place for name in names), *daughters))
    assert frozenset({0, 1}) in found
    two = [{"name": name} | place for name in names[1:]]
    assert frozenset({0, 1}) not in customers(records(*two, *daughters))


def test_a_branch_called_after_a_point_of_the_compass_keeps_its_word_in_a_town_that_has_it_too() -> None:
    place = {"address": "155 Moody Alley", "phone": "+16297594352", "city": "East Jonathanbury"}
    names = ("Chang Logistics International", "Chang Logistics East")
    assert frozenset({0, 1}) not in customers(records(*({"name": n} | place for n in names), *firms(40)))
    names = ("Chang Logistics East Jonathanbury", "Chang Logistics")
    assert frozenset({0, 1}) in customers(records(*({"name": n} | place for n in names), *firms(40)))
