"""What a name is worth in a list by how often its namesakes turn out to be two, through `match`."""

from __future__ import annotations

import random
import re

import pytest

from smbcrm.core.matcher.learning.rarity import measure_rarity
from smbcrm.core.matcher.learning.reliability import learn
from smbcrm.core.matcher.reading.blocking import candidate_pairs
from smbcrm.core.matcher.reading.traits import read_traits
from smbcrm.core.matcher.weighing.learnt import Learnt
from smbcrm.core.matching import compare
from tests.core.test_matching import asked, crowd, customers, records
from tests.core.test_matching_wholes import foundlings

Row = dict[str, str]
FIRST = "علی Ali,حسین Hossein,رضا Reza,مهدی Mehdi,حسن Hassan,سعید Saeed,ناصر Naser,کامران Kamran,سیاوش Siavash,بهروز Behrouz,فرهاد Farhad,کیوان Keyvan"
LAST = "رضایی Rezaei,احمدی Ahmadi,کریمی Karimi,حسینی Hosseini,صادقی Sadeghi,جعفری Jafari,مرادی Moradi,نوری Nouri,امینی Amini,قاسمی Ghasemi,رستمی Rostami,کاظمی Kazemi"
PEOPLE = [
    tuple(f"{first.split()[script]} {last.split()[script]}" for script in (0, 1))
    for first in FIRST.split(",")
    for last in LAST.split(",")
]


def line(place: int) -> str:
    return f"+98912{3000000 + 7919 * place}"


def in_two_scripts(towns: int) -> list[Row]:
    """Make people of common names who are listed in two scripts: half of them with a phone both times, half with none the second time."""
    rows: list[Row] = []
    for i, (persian, latin) in enumerate(PEOPLE):
        town = {"city": f"town {i % towns}"} if towns else {}
        rows.append(town | {"name": persian, "phone": line(i)})
        rows.append(town | {"name": latin, "phone": line(i) if i % 2 else ""})
    return rows


def others_of_these_names(towns: int) -> list[Row]:
    """Make namesakes of those people, in their towns, with phones of their own."""
    return [row | {"phone": line(500 + i)} for i, row in enumerate(in_two_scripts(towns)[1::2])]


ONE, TWO = {"name": "پیمان تهرانی"}, {"name": "Peyman Tehrani"}


def test_a_name_in_two_scripts_is_one_customers_where_hardly_anybody_has_a_namesake() -> None:
    pair = [ONE | {"phone": "+989121112233"}, TWO]
    rows = in_two_scripts(0)
    assert frozenset({0, 1}) in customers(records(*pair, *rows))
    found = customers(records(*pair, *rows, *others_of_these_names(0)))
    assert frozenset({0, 1}) not in found


def test_a_common_name_beside_its_town_is_one_customers_where_no_town_holds_two_of_one_name() -> None:
    pair = [ONE | {"phone": "+989121112233", "city": "town 3"}, TWO | {"city": "town 3"}]
    rows = in_two_scripts(30)
    assert frozenset({0, 1}) in customers(records(*pair, *rows))
    assert frozenset({0, 1}) not in customers(records(*pair, *rows, *others_of_these_names(30)))


FORMS = "Robert Bob,William Bill,James Jim,Richard Dick,Michael Mike,Thomas Tom,Edward Ted,Andrew Andy,Margaret Peggy,Susan Sue"
ENGLISH = [
    tuple(f"{first.split()[way]} {last}" for way in (0, 1))
    for first in FORMS.split(",")
    for last in ("Smith", "Jones", "Brown", "Taylor", "Wilson", "Davies", "Evans", "Walker", "Wright", "Hall")
]


@pytest.mark.parametrize("people", [PEOPLE, ENGLISH])
@pytest.mark.parametrize("lists", [(0, 1), (0, 0)])
@pytest.mark.parametrize("towns", [[""], ["Leeds", "Tabriz", "Bristol", "York"]])
def test_names_between_which_nothing_can_differ_tell_nothing_of_namesakes(
    people: list[tuple[str, str]], lists: tuple[int, int], towns: list[str]
) -> None:
    """Six of each name have a phone; two of them, or others, stand once more without one, called otherwise."""
    rnd = random.Random(3)
    ways, many = [0, 0, 0, 0, 0, 0, 1, 1], range(len(people))
    rows: list[Row] = [
        {"name": people[i][way], "city": rnd.choice(towns)} | ({} if way else {"phone": line(8 * i + turn)})
        for turn, way in enumerate(ways)
        for i in many
    ]
    source = [lists[way] for way in ways for _ in many]
    assert not [group for group in customers(records(*rows, source=source)) if min(group) < 6 * len(people)]


def test_of_the_names_of_a_list_the_frequent_ones_are_the_first_to_be_two_peoples() -> None:
    """Some namesakes of frequent names are listed: they say less of a rare name, and more of a frequent one."""
    rows = [row | {"name": PEOPLE[i // 2][1]} for i, row in enumerate(in_two_scripts(0))]
    frequent = [{"name": "Ali Rezaei", "phone": line(700 + i)} for i in range(2)]
    rare = [{"name": "Farshid Kouhpayeh", "phone": line(800)}, {"name": "Farshid Kouhpayeh"}]
    common = [{"name": "Ali Rezaei", "phone": line(801)}, {"name": "Ali Rezaei"}]
    found = customers(records(*rare, *common, *rows, *frequent))
    assert frozenset({0, 1}) in found
    assert not any({2, 3} <= group for group in found)


def test_a_bare_last_name_is_the_one_customers_who_has_the_phone() -> None:
    home = {"phone": "+15034712093", "address": "12 Mill Lane", "city": "Leeds"}
    families = [
        {"name": f"{first} {name}", "phone": f"+1503{5000000 + 7717 * i}", "address": f"{i} Kiln Road"}
        for i, name in enumerate(["Okonjo", "Ashdown", "Fairley", "Penrose", "Garland", "Whitlow"])
        for first in ("Sina", "Tara", "Mona", "Sina")
    ]
    rest = [*families, *crowd(60)]
    pair = [{"name": "Aldous"} | home, {"name": "Aldous"} | home]
    assert frozenset({0, 1}) in customers(records(*pair, *rest))
    family = [{"name": f"{first} Aldous"} | home for first in ("Nora", "Piers")]
    assert not any(0 in group for group in customers(records(*pair, *family, *rest)))
    titled = [family[1], {"name": "Mrs Aldous"} | home]
    assert frozenset({0, 1}) not in customers(records(*titled, *rest))
    assert (0, 1) in asked(records(*titled, *rest))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jens Taulborg", "Jørgen Klaus Jensen"), ("Mark Weber", "Lars Markmann"), ("رضا کاظمی", "امیر رضایی")],
)
def test_a_first_name_that_is_like_a_colleagues_last_name_is_no_sign_of_one_person(
    one: str, other: str
) -> None:
    firm = {
        "phone": "+4597121622",
        "email": "post@vestnet.example",
        "address": "Ydunsvej 35",
        "company": "Vest Net A/S",
    }
    rows = records({"name": one} | firm, {"name": other} | firm, *crowd(40))
    assert frozenset({0, 1}) not in customers(rows)


MIDDLES = "ABCDEFGHIKLMNOPRSTVW"
SURNAMES = [
    f"{one}{two}"
    for one in ("Ash", "Brad", "Cran", "Dun", "Elm")
    for two in ("bury", "field", "ford", "ley", "well", "worth")
]


def who_moved(others: int) -> list[Row]:
    """Make people of three names who moved, and so many others for each of them with another middle name, who live elsewhere."""
    people = [(first, last) for first in ("Roger", "Alma", "Clive", "Edith") for last in SURNAMES]
    return [
        {
            "name": f"{first} {MIDDLES[(i + max(k - 1, 0)) % 20]}. {last}",
            "address": f"{7 * i + 100 * k + 3} {SURNAMES[(i + 11 * k) % 30]} Road",
        }
        for i, (first, last) in enumerate(people)
        for k in range(2 + others)
    ]


def test_who_has_the_same_three_names_at_two_places_has_moved_where_few_have_a_namesake_with_another_middle_name() -> (
    None
):
    moved = [
        {"name": "Nora Q. Lindqvist", "address": "12 Harbour Row"},
        {"name": "Nora Q. Lindqvist", "address": "907 Mill Lane"},
    ]
    assert frozenset({0, 1}) in customers(records(*moved, *who_moved(0)))
    assert frozenset({0, 1}) not in customers(records(*moved, *who_moved(8)))
    one_letter = [row | {"name": re.sub(r" \w\. ", " K. ", row["name"])} for row in (*moved, *who_moved(0))]
    assert frozenset({0, 1}) not in customers(records(*one_letter))
    without = [row | {"name": row["name"].replace(" Q.", "")} for row in moved]
    assert frozenset({0, 1}) not in customers(records(*without, *who_moved(0)))


GIVEN = {
    "Rahul": "Kumar",
    "Amit": "Kumar",
    "Sunil": "Kumar",
    "Asha": "Devi",
    "Rekha": "Devi",
    "Sunita": "Devi",
}


@pytest.mark.parametrize(
    "middle_of", [GIVEN, dict.fromkeys(GIVEN, "M."), {one: f"{one[0]}." for one in GIVEN}]
)
def test_namesakes_at_two_places_are_no_one_who_moved_where_the_first_name_tells_the_middle_name(
    middle_of: Row,
) -> None:
    named = [f"{first} {middle_of[first]} {last}" for first in GIVEN for last in SURNAMES]
    rows = [
        {"name": name, "address": f"{7 * i + 100 * k + 3} {SURNAMES[(i + 11 * k) % 30]} Road"}
        for i, name in enumerate(named)
        for k in range(2)
    ]
    assert not customers(records(*rows))


def test_a_middle_initial_counts_for_as_much_as_its_letter_is_rare_in_the_list() -> None:
    def bits(letter: str) -> float:
        letters = ["M", "M", "M", "M", "A", "J", "E", "R"]
        others = [
            row | {"name": row["name"].replace(" ", f" {letters[i % 8]}. ")}
            for i, row in enumerate(crowd(160))
        ]
        pair = [{"name": f"Deborah {letter}. Okonjo", "phone": "+15035551234"}] * 2
        evidence = compare(records(*pair, *others), 0, 1).evidence
        return sum(part.weight for part in evidence if "middle" in str(part.what))

    assert 1.5 <= bits("M") < bits("A") - 0.5 < bits("Q") <= 4


def test_who_differs_in_two_things_is_a_namesake_however_often_one_thing_is_wrong() -> None:
    """Some rare names are two people's, and none that are frequent: a phone or an e-mail that differs might be wrong, and hardly both at once."""
    rnd = random.Random(7)

    def told(name: str, place: int) -> Row:
        at = {"phone": f"+98912{3000000 + 1009 * place}", "email": f"box{place * 7919}@mail.example"}
        kinds = rnd.choice((("phone",), ("email",), ("phone", "email")))
        return {"name": name} | {kind: at[kind] for kind in kinds}

    names = [row["name"] for row in foundlings(4200)[::3]]
    frequent = [name for _, name in PEOPLE]
    rows = [told(name, i) for i, name in enumerate([*names[:1800], *frequent]) for _ in range(2)]
    others = [told(name, 2100 + 2 * i + turn) for i, name in enumerate(names[1800:1920]) for turn in range(2)]
    assert _two_of_a_hundred(rows) < 0.2
    # Of 2,064 pairs of a name 120 are two people's.
    assert _two_of_a_hundred(rows + others) > 2


def _two_of_a_hundred(rows: list[Row]) -> float:
    """Tell how many of a hundred pairs that share a name and nothing else are taken to be two people."""
    return float(100 / (1 + 2 ** _learnt(rows).namesakes.person.bits))


def _learnt(rows: list[Row]) -> Learnt:
    traits = read_traits(records(*rows))
    return learn(traits, measure_rarity(traits), candidate_pairs(traits))


@pytest.mark.parametrize(
    ("name", "remarks"), [("علی رضایی", ("کفش", "تاکسی")), ("Ali Rezaei", ("shoes", "taxi"))]
)
def test_what_stands_in_brackets_behind_a_name_is_no_part_of_it_but_tells_two_apart(
    name: str, remarks: tuple[str, str]
) -> None:
    one, other = ({"name": f"{name} ({remark})", "phone": line(1)} for remark in remarks)
    plain = {"name": name, "phone": line(1)}
    assert customers(records(one, plain)) == {frozenset({0, 1})}
    assert customers(records(one, {"name": f"{name} (2)", "phone": line(1)})) == {frozenset({0, 1})}
    assert customers(records(one, other)) == set()
    assert asked(records(one, other))
    # Nor are they one by all that the rows of the one say together.
    home = {"address": "تهران، خیابان حافظ، پلاک ۱۲"}
    copy = {"name": f"{name} (2)"} | home
    assert customers(records(one | home, other, copy)) == {frozenset({0, 2})}


def at_a_counter(count: int, *, houses: int, of_ten: int) -> list[Row]:
    """Make rows of people with one of 144 names, of whom so many of ten left the shop's own phone, in a street of so many houses."""
    rnd = random.Random(4)
    names = [name for both in PEOPLE for name in both]
    return [
        {
            "name": rnd.choice(names),
            "phone": line(0) if rnd.randrange(10) < of_ten else f"+98912{rnd.randrange(10**7):07}",
            "address": f"خیابان آزادی پلاک {rnd.randrange(houses)}" if rnd.randrange(2) else "",
            "city": rnd.choice(["تهران", "شیراز"]),
        }
        for _ in range(count)
    ]


def test_the_phone_of_the_shop_itself_makes_no_one_customer_of_those_who_share_a_name() -> None:
    rows = at_a_counter(3000, houses=12, of_ten=5)
    assert max(map(len, customers(records(*rows)))) <= 10


def test_names_that_meet_on_the_phone_of_the_shop_itself_do_not_show_that_no_relatives_are_listed() -> None:
    """Too many share it to be held all against all: those that are share a first or a last name, as one customer's slips would."""
    assert not _learnt(at_a_counter(6000, houses=3, of_ten=9)).homes.single


@pytest.mark.parametrize(
    ("name", "remarks"),
    [
        ("علی رضایی", ("خانه", "محل کار")),
        ("علی رضایی", ("قدیم", "جدید")),
        ("John Smith", ("home", "work")),
        ("Ann Lee", ("old", "Mrs")),
    ],
)
def test_where_a_phone_rings_and_how_old_an_entry_is_tell_nobody_apart(
    name: str, remarks: tuple[str, str]
) -> None:
    rows = [{"name": f"{name} ({remark})", "phone": line(1)} for remark in remarks]
    assert customers(records(*rows)) == {frozenset({0, 1})}
