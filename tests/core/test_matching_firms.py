"""Firms, through the matcher's public door: words cut short, chains with one line."""

from __future__ import annotations

import pytest

from smbcrm.core.matching import compare
from tests.core.test_matching import crowd, customers, records, told


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


def test_numbers_departments_and_letters_are_read_in_the_ways_firms_write_them() -> None:
    place = {"address": "64 Mill Street", "phone": "+16297594353"}
    for one, two in (
        ("Brown Bear Nursery School III", "Brown Bear Nursery School 3"),
        ("Ferring House I/T", "Ferring House"),
        ("Ferring House 0-3", "Ferring House"),
        ("T.K.R. Tolworth Bakery", "TKR Tolworth Bakery"),
        ("Ferring Institute I", "Ferring Institute"),
    ):
        rows = [{"name": one} | place, {"name": two} | place]
        assert frozenset({0, 1}) in customers(records(*rows, *firms(40))), one
    numbered = [{"name": f"Brown Bear Nursery School {number}"} | place for number in ("II", "III", "2")]
    found = customers(records(*numbered, *firms(40)))
    assert frozenset({0, 2}) in found


def sites(agencies: list[str], endings: list[str], *, both: int = 6) -> list[dict[str, str]]:
    """Make sites that are listed under who runs them and under their own names."""
    rows = []
    for i in range(both):
        shared = {"address": f"{30 + i} Garden Street", "phone": f"+1773{4610000 + 7919 * i}"}
        own = f"{'BCDFGH'[i % 6]}{'aeiou'[i % 5]}rrin{'glmt'[i % 4]}ton"
        rows += [{"name": f"{agencies[i % len(agencies)]} {own} {endings[0]}"} | shared]
        rows += [{"name": f"{own} {endings[0]}"} | shared]
    return rows


def test_who_runs_a_site_may_be_left_out_of_its_name_where_the_list_does_so_elsewhere() -> None:
    place = {"address": "12 Chapel Street", "phone": "+16297594354"}
    one = {"name": "Hill House Association Wexcombe"} | place
    two = {"name": "Wexcombe Learning Center"} | place
    known = sites(["Hill House Association"], ["School"])
    assert frozenset({0, 1}) in customers(records(one, two, *known, *firms(40)))
    assert frozenset({0, 1}) not in customers(records(one, two, *firms(40)))
    # What both say is only who runs them: two sites of one agency.
    other = {"name": "Hill House Association Ottery"} | place
    assert frozenset({0, 1}) not in customers(records(one, other, *known, *firms(40)))


def test_words_of_its_own_address_tell_no_other_site() -> None:
    place = {"address": "3701 Ogden Avenue", "phone": "+16297594355"}
    rows = [
        {"name": "Carlow Robin Learning - 3701 (Ogden)"} | place,
        {"name": "Carlow Robin Learning"} | place,
    ]
    assert frozenset({0, 1}) in customers(records(*rows, *firms(40)))
    elsewhere = rows[1] | {"address": "2020 Fairford Road", "phone": "+16297594356"}
    assert frozenset({0, 1}) not in customers(records(rows[0], elsewhere, *firms(40)))


def groups(count: int) -> list[dict[str, str]]:
    """Make parents and two daughters each, on one line."""
    trades = ["Media", "Foods", "Marine"]
    rows = []
    for i in range(count):
        brand = f"{chr(65 + i % 26)}{'aeiou'[i % 5]}{'bdklmnrst'[i % 9]}{'aeiou'[i // 5 % 5]}rton"
        shared = {"address": f"{200 + i} Queen Street", "phone": f"+1503{7000000 + 7919 * i}"}
        rows += [
            {"name": f"{brand}{word}"} | shared for word in ("", f" {trades[i % 3]}", f" {trades[i % 3 - 1]}")
        ]
    return rows


def test_a_parent_that_bears_the_name_alone_is_not_its_daughter_where_groups_are_listed() -> None:
    place = {"address": "14 Chapel Street", "phone": "+16297594357"}
    parent, daughter = {"name": "Wexcombe Ltd"} | place, {"name": "Wexcombe Media Ltd"} | place
    rows = [parent, daughter, parent, daughter | {"name": "Wexcombe Mdeia"}]
    found = customers(records(*rows, *groups(15)))
    assert {frozenset({0, 2}), frozenset({1, 3})} <= found
    # In another list the shorter name is short for the longer one.
    assert frozenset({0, 1, 2, 3}) in customers(records(*rows, *firms(40)))


def test_a_name_of_one_word_in_a_long_one_is_asked_about_where_the_lines_differ() -> None:
    place = {"address": "4340 Lamon Street"}
    school = {"name": "Hearston", "phone": "+16297594358"} | place
    agency = {"name": "Hill House Association Leclair Hearston", "phone": "+16297594999"} | place
    assert frozenset({0, 1}) not in customers(records(school, agency, *firms(40)))
    assert frozenset({0, 1}) in customers(records(school, agency | {"phone": "+16297594358"}, *firms(40)))


def test_house_numbers_that_look_alike_are_said_to_and_prove_nothing_beside_two_lines() -> None:
    one = {"name": "Paulo Learning Works", "address": "1653 Mill Street", "phone": "+16297594361"}
    two = one | {"address": "1633 Mill Street"}
    told = [str(piece.what) for piece in compare(records(one, two, *firms(40)), 0, 1).evidence]
    assert "same street, house numbers look alike" in told
    assert frozenset({0, 1}) in customers(records(one, two, *firms(40)))
    other = two | {"phone": "+16297598888"}
    assert frozenset({0, 1}) not in customers(records(one, other, *firms(40)))


def test_a_street_written_in_two_ways_is_one_where_house_number_and_line_agree() -> None:
    one = {
        "name": "Tiny Town Villa",
        "address": "8128 Dr Martin Luther King Jr Drive",
        "phone": "+16297594362",
    }
    two = one | {"address": "8128 King Dr"}
    assert frozenset({0, 1}) in customers(records(one, two, *firms(80)))


def test_evidence_that_weighs_nothing_is_not_said() -> None:
    rows = [row | {"customer_code": str(i)} for i, row in enumerate(firms(40))]
    told = compare(records(*rows), 0, 1).evidence
    assert all(piece.weight for piece in told)
    assert "different customer codes in one list" not in [str(piece.what) for piece in told]


def test_words_cut_in_two_are_one_where_other_names_have_them_so() -> None:
    place = {"address": "2145 Hilltop Street", "phone": "+16297594364"}
    others = [
        {"name": f"Depauli {kind}", "address": f"{n} Mill Lane", "phone": f"+1629759{5000 + n}"}
        for n, kind in enumerate(("Bakery", "Books", "Florist"), start=300)
    ]
    rows = [{"name": "Center of De Pauli"} | place, {"name": "Depauli Nursery Center"} | place]
    assert frozenset({0, 1}) in customers(records(*rows, *others, *firms(40)))


def test_two_names_on_one_line_are_likelier_one_where_the_list_writes_one_site_in_many_ways() -> None:
    place = {"address": "212 Chapel Street", "phone": "+16297594365"}
    pair = [{"name": "Marillo Valley House"} | place, {"name": "Marillo Valley Center"} | place]
    known = sites(["Hill House Association", "Easter Bells Society"], ["School"], both=30)
    asked = compare(records(*pair, *known, *firms(40)), 0, 1)
    assert asked.verdict == "review"
    assert asked.confidence > 0.6
    assert compare(records(*pair, *firms(40)), 0, 1).confidence < 0.3
    assert compare(records(*pair, *groups(15)), 0, 1).confidence < 0.3


def test_a_parent_is_not_its_daughter_though_a_row_leaves_the_address_out_where_groups_are_listed() -> None:
    line = {"phone": "+16297594357", "city": "Salem", "website": "wexcombe.example"}
    rows = [{"name": "Wexcombe Ltd"} | line, {"name": "Wexcombe Media Ltd"} | line]
    assert not any({0, 1} <= group for group in customers(records(*rows, *groups(15))))
    assert frozenset({0, 1}) in customers(records(*rows, *firms(40)))


TOWNS = [
    "Salem",
    "Hawes",
    "Settle",
    "Alston",
    "Kirkby",
    "Denby",
    "Elton",
    "Gorham",
    "Hilton",
    "Ipley",
    "Kelso",
]


def told_by_town(count: int, *, doors: int) -> list[dict[str, str]]:
    """Make firms that stand in a town once without an address and twice with each of so many."""
    rows = []
    for i, row in enumerate(firms(count)[::2]):
        bare = {"name": row["name"], "city": TOWNS[i % len(TOWNS)]}
        rows.append(bare)
        for door in range(1, 1 + doors):
            rows += [bare | row | {"address": f"{door}{row['address']}"}] * 2
    return rows


def test_a_firm_without_an_address_is_the_one_of_its_name_and_town_where_no_two_are_of_one_name() -> None:
    rows = [
        {"name": "Wexcombe Optics", "city": "Salem", "phone": "+16297594357"},
        {"name": "Wexcombe Optics", "city": "Salem", "address": "14 Chapel Street"},
    ]
    assert frozenset({0, 1}) in customers(records(*rows, *told_by_town(90, doors=1)))
    # A chain has several doors in one town.
    assert frozenset({0, 1}) not in customers(records(*rows, *told_by_town(90, doors=2)))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Happy Heart sHale Daycare", "Happy Hearts Hale III Day Care"),
        ("Wexcombe House - Hofman II Academy", "Hoffman Academy"),
        ("Wexcombe Neighbourhood House Fisrt Steps of King 2 Day Nursery", "First Steps of King Day Nursery"),
    ],
)
def test_one_of_several_at_one_place_is_told_by_its_number_whatever_else_is_mistyped(
    one: str, two: str
) -> None:
    place = {"address": "40 Green Close", "phone": "+16297594350"}
    agency = [row | {"name": f"Wexcombe House {row['name']}"} for row in firms(20)[1::2]]
    rows = records({"name": one} | place, {"name": two} | place, *firms(20), *agency)
    assert frozenset({0, 1}) not in customers(rows)
    named = [
        {"name": name.replace(" III", "").replace(" II", "").replace(" 2", "")} | place for name in (one, two)
    ]
    assert any({0, 1} <= group for group in customers(records(*named, *firms(20), *agency)))


@pytest.mark.parametrize("holding", ["شرکت آریا یزدی هلدینگ", "هلدینگ آریا یزدی"])
def test_a_persian_holding_is_not_the_firm_of_its_name(holding: str) -> None:
    place = {"address": "خیابان حافظ، پلاک ۲۷۷", "phone": "+982133445566", "city": "تهران"}
    rows = records({"name": "شرکت آریا یزدی"} | place, {"name": holding} | place, *firms(40))
    assert frozenset({0, 1}) not in customers(rows)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Dennis Neighbour Home - Davis Day Care", "Dennis Neighbour Home Davis"),
        ("Happy Hearts rLng Ctr", "Happy Hearts Learning Center"),
    ],
)
def test_in_a_list_of_firms_a_name_before_a_dash_is_a_firms_and_a_trade_may_be_cut_short_and_mistyped(
    one: str, two: str
) -> None:
    place = {"address": "40 Green Close", "phone": "+16297594350"}
    assert frozenset({0, 1}) in customers(records({"name": one} | place, {"name": two} | place, *firms(40)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Öz Gıda San. ve Tic. Ltd. Şti.", "ÖZ GIDA SANAYİ VE TİCARET LİMİTED ŞİRKETİ"),
        ("M/s Desai & Sons", "Desai & Sons"),
        ("Lopera Hnos.", "Lopera Hermanos"),
        ("Doriki SA", "DORIKI S.A."),
        ("Al Waha Est.", "Al Waha"),
        ("金桥贸易公司", "金桥贸易有限公司"),
        ("Zeller KG", "Zeller GK"),
        ("Alvarez et Fils", "Alvarez et ils"),
    ],
)
def test_a_firm_is_one_however_its_form_is_written(one: str, other: str) -> None:
    place = {"address": "40 Green Close", "phone": "+16297594350"}
    assert frozenset({0, 1}) in customers(records({"name": one} | place, {"name": other} | place, *firms(40)))


def test_initials_behind_names_are_no_legal_forms() -> None:
    people = [
        {"name": f"{last} {first}"} for last in ("Orlov", "Zimin", "Belov") for first in ("VN", "PT", "RK")
    ]
    two = [{"name": "Sokolov AS", "phone": "+16297594350"}, {"name": "Sokolov SA", "phone": "+16297594350"}]
    assert "firm name" not in " ".join(told(compare(records(*two, *people), 0, 1)))


def test_people_whose_names_no_table_knows_are_people_beside_many_firms() -> None:
    """One of few words stands beside a firm's sign of one or of five."""
    named = [
        f"{a}{b} {c}"
        for a in ("Tuv", "Ker", "Ilm", "Ost")
        for b in ("ak", "en")
        for c in ("Vostrin", "Kaldur", "Ombrel", "Zerrin", "Halvak")
    ]
    shops = [{"name": f"{last}{i} Otomotiv"} for i, last in enumerate(("Vost", "Kald", "Omb", "Zerr") * 4)]
    home = {"phone": "+16297594350", "address": "40 Green Close"}
    rows = records(
        {"name": "Tuvak Vostrin"} | home,
        {"name": "Keren Vostrin"} | home,
        *({"name": n} for n in named),
        *shops,
    )
    assert "different first names" in told(compare(rows, 0, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kaveh Bakery - Tajrish branch", "Kaveh Bakery Tajrish"),
        ("رستوران نایب شعبه ونک", "رستوران نایب ونک"),
        ("Bäckerei Huber Filiale Altstadt", "Bäckerei Huber Altstadt"),
    ],
)
def test_a_branch_is_known_without_the_word_for_it(one: str, other: str) -> None:
    line = {"phone": "+982188776655"}
    rows = records({"name": one} | line, {"name": other} | line, *crowd(40))
    assert frozenset({0, 1}) in customers(rows)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kaveh Bakery - Tajrish branch", "Kaveh Bakery"),
        ("Kaveh Bakery - Tajrish branch", "Kaveh Bakery Vanak"),
        ("رستوران نایب شعبه ونک", "رستوران نایب تجریش"),
        ("Golden Star Bakery - Branch", "Golden Star Bakery"),
        ("Silver Moon Pharmacy (Branch)", "Silver Moon Pharmacy"),
    ],
)
def test_another_branch_is_another_firm_though_one_of_them_lacks_the_word(one: str, other: str) -> None:
    line = {"phone": "+982188776655"}
    rows = records({"name": one} | line, {"name": other} | line, *crowd(40))
    assert frozenset({0, 1}) not in customers(rows)


def test_one_branch_with_and_without_the_word_for_it_is_two_at_two_addresses() -> None:
    one = {"name": "Kaveh Bakery Tajrish branch", "phone": "+982188776655", "address": "12 Oak Street"}
    two = {"name": "Kaveh Bakery Tajrish", "phone": "+982188776655", "address": "240 Mill Road"}
    assert frozenset({0, 1}) not in customers(records(one, two, *crowd(40)))


@pytest.mark.parametrize(("firm", "person"), [("رضا نان", "رضا خان"), ("Becker KG", "Becker Ka")])
def test_a_name_is_no_slip_of_a_short_form_or_trade(firm: str, person: str) -> None:
    line = {"phone": "+982188776655"}
    rows = records({"name": firm} | line, {"name": person} | line, *crowd(40))
    assert frozenset({0, 1}) not in customers(rows)


@pytest.mark.parametrize("name", ["رضا برادران", "مینا برادران", "John Brothers"])
def test_who_is_called_as_brothers_are_is_a_person(name: str) -> None:
    rows = records({"name": name}, {"name": name}, *crowd(40))
    assert "same last name" in told(compare(rows, 0, 1))


def test_a_name_as_long_as_a_cell_holds_is_read_at_once() -> None:
    assert not customers(records({"name": "an " * 10_000}, {"name": "y " * 10_000}))


@pytest.mark.parametrize(
    ("short", "spelled"),
    [
        ("Novák s.r.o.", "NOVÁK, spol. s r.o."),
        ("Müller GmbH", "Müller Gesellschaft mit beschränkter Haftung"),
        ("Demir A.Ş.", "DEMİR ANONİM ŞİRKETİ"),
        ("Rossi S.r.l.", "Rossi Società a responsabilità limitata"),
        ("Pérez S.L.", "Pérez Sociedad Limitada"),
        ("Nowak Sp. z o.o.", "Nowak Spółka z ograniczoną odpowiedzialnością"),
        ("ООО Ромашка", "Общество с ограниченной ответственностью «Ромашка»"),
        ("شرکت پارس", "پارس با مسئولیت محدود"),
        ("Jansen B.V.", "Jansen Besloten Vennootschap"),
    ],
)
def test_a_legal_form_is_one_with_full_stops_and_spelled_out_and_no_person(short: str, spelled: str) -> None:
    line = {"phone": "+15035551234"}
    rows = [{"name": name} | line for name in (short, spelled)]
    assert frozenset({0, 1}) in customers(records(*rows, *crowd(60)))
    assert "same firm name" in told(compare(records(*rows, *crowd(60)), 0, 1))
    owner = {"name": f"Viktor {short.split()[0]}"} | line
    assert frozenset({0, 1}) not in customers(records(rows[0], owner, *crowd(60)))


def test_letters_with_full_stops_behind_names_are_initials_where_the_list_has_such() -> None:
    rows = [
        {"name": "Jansen B.V.", "phone": "+15035551234"},
        {"name": "Bart Jansen", "phone": "+15035551234"},
    ]
    people = [
        {"name": f"{row['name'].split()[1]} {'JKLMP'[i % 5]}.{'RSTW'[i % 4]}."}
        for i, row in enumerate(crowd(60))
    ]
    assert "the initial fits the first name" in told(compare(records(*rows, *people), 0, 1))
    assert "different firm names" not in told(compare(records(*rows, *crowd(60)), 0, 1))


def test_a_firm_named_after_a_town_in_which_the_other_is_not_may_be_its_branch() -> None:
    line = {"phone": "+441223583189"}
    named = {"name": "Nixon Joinery (Denholm)"} | line
    there = {"name": "Nixon Joinery", "city": "Brackley"} | line
    rest = [row | {"city": town} for row, town in zip(firms(12), ["Denholm", "Brackley", "Alston"] * 8)]
    assert not {0, 1} & {row for group in customers(records(named, there, *rest)) for row in group}
    for other in (there | {"city": "Denholm"}, {"name": "Nixon Joinery"} | line):
        assert frozenset({0, 1}) in customers(records(named, other, *rest))
    # At one address it is the shop itself, whichever town was written down.
    house = {"address": "47 Holly Terrace"}
    assert frozenset({0, 1}) in customers(records(named | house, there | house, *rest))
