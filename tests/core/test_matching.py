"""The matcher through its public door: `match` and `compare`."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import fields, replace

import pytest

from smbcrm.core.matcher.telling.told_pairs import Pair
from smbcrm.core.matching import compare, match
from smbcrm.core.records import Records

PHONE = "+989123456789"
HOME = {"phone": "+982188776655", "address": "خیابان حافظ، پلاک ۲۷۷", "city": "تهران"}
FIRSTS = [
    "Adam",
    "Beth",
    "Carl",
    "Dora",
    "Emil",
    "Faye",
    "Gina",
    "Hugo",
    "Iris",
    "Jack",
    "Kate",
    "Liam",
    "Mona",
    "Nina",
]
LASTS = [
    "Ashby",
    "Brent",
    "Colby",
    "Dalton",
    "Everly",
    "Fenwick",
    "Garner",
    "Holt",
    "Irving",
    "Jessop",
    "Kirby",
    "Lorne",
]
ALI = {"name": "علی رضایی", "phone": PHONE}


def records(*rows: dict[str, str], source: Sequence[int] | None = None) -> Records:
    """Make records from rows that name only what they hold; `phone` and `email` are one value each."""
    columns: dict[str, Sequence[object]] = {}
    for field in fields(Records):
        if field.name in ("phones", "emails"):
            one = field.name[:-1]
            columns[field.name] = [(row[one],) if row.get(one) else () for row in rows]
        elif field.name not in ("ids", "source", "other", "own_id"):
            columns[field.name] = [row.get(field.name, "") for row in rows]
    known = {f.name for f in fields(Records)} | {"phone", "email"}
    headings = sorted({key for row in rows for key in row} - known)
    other = {heading: [row.get(heading, "") for row in rows] for heading in headings}
    ids = list(range(1, len(rows) + 1))
    return Records(ids=ids, source=source or [0] * len(rows), other=other, **columns)  # type: ignore[arg-type]


def customers(table: Records, **options: object) -> set[frozenset[int]]:
    """Give the rows that were put together, as sets of positions of two or more."""
    groups: dict[int, set[int]] = {}
    for row, customer in enumerate(match(table, **options).cluster):  # type: ignore[arg-type]
        groups.setdefault(customer, set()).add(row)
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def asked(table: Records) -> set[tuple[int, int]]:
    return {(pair.a, pair.b) for pair in match(table).pairs if pair.verdict == "review"}


def told(pair: Pair) -> list[str]:
    return [str(one.what) for one in pair.evidence]


def crowd(count: int, seed: int = 1) -> list[dict[str, str]]:
    """Make people who have nothing to do with each other."""
    rnd = random.Random(seed)
    return [
        {
            "name": f"{rnd.choice(FIRSTS)} {rnd.choice(LASTS)}{i}",
            "phone": f"+1503{rnd.randrange(10**6, 10**7)}",
        }
        for i in range(count)
    ]


def test_one_row_or_none_is_its_own_customer() -> None:
    assert match(records()).cluster == []
    assert match(records(ALI)).cluster == [0]


def test_empty_rows_are_customers_of_their_own() -> None:
    found = match(records({}, {}, {}))
    assert (found.cluster, list(found.pairs)) == ([0, 1, 2], [])


@pytest.mark.parametrize(
    "other",
    [
        {"name": "علي رضايي", "phone": PHONE},
        {"name": "رضایی، علی", "phone": PHONE},
        {"name": "رضایی علی", "phone": PHONE},
        {"name": "آقای علی رضایی", "phone": PHONE},
        {"name": "Ali Rezaei", "phone": PHONE},
        {"name": "Rezaei, Ali", "phone": PHONE},
        {"name": "علی رضائی", "phone": PHONE},
        {"name": "ali rezayi", "phone": PHONE},
        {"first_name": "علی", "last_name": "رضایی", "name": "علی رضایی", "phone": PHONE},
    ],
)
def test_same_person_written_two_ways_is_merged(other: dict[str, str]) -> None:
    assert customers(records(ALI, other)) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Robert Smith", "Bob Smith"),
        ("Margaret Henson", "Mrgaret Henson"),
        ("Maggie Henson", "Margaret Henson"),
        ("Frederick Lara", "lara, frederixk"),
        ("Dr. John Q. Public Jr.", "John Public Jr"),
        ("محمد مهدی پارسا", "محمدمهدی پارسا"),
        ("علی‌رضا احمدی", "علیرضا احمدی"),
        ("Mohammad Karimi", "محمد کریمی"),
        ("Nour Kassem", "نور قاسم"),
        ("Tarek Darwich", "طارق درويش"),
        ("Nikolai Hohlov", "Николай Хохлов"),
        ("Sokolova Natalya", "Наталья Соколова"),
        ("Ivan Shcherbakov", "Иван Щербаков"),
        ("Tavakkoli Agency", "آژانس توکلی"),
    ],
)
def test_spellings_of_one_name_on_one_mobile_are_merged(one: str, two: str) -> None:
    rows = [{"name": one, "phone": PHONE}, {"name": two, "phone": PHONE}]
    assert customers(records(*rows)) == {frozenset({0, 1})}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("علی رضایی", "مریم رضایی"),
        ("Ann Hill", "Anna Hill"),
        ("حسن امینی", "حسین امینی"),
        ("Joseph Hill", "Josiah Hill"),
        ("Jamal Amini", "کمال امینی"),
    ],
)
def test_two_first_names_on_one_phone_stay_two_people(one: str, two: str) -> None:
    rows = [{"name": one, **HOME}, {"name": two, **HOME}]
    assert customers(records(*rows)) == set()


def test_the_same_name_alone_is_never_merged() -> None:
    table = records(
        {"name": "محمد حسینی", "phone": "+982188776655"}, {"name": "محمد حسینی", "phone": "+982144556677"}
    )
    assert customers(table) == set()


def test_father_and_son_with_one_name_on_one_line_are_asked_about() -> None:
    father = {"name": "رضا کریمی", "birth_date": "1950-02-11", **HOME}
    son = {"name": "رضا کریمی", "birth_date": "1981-09-30", **HOME}
    assert customers(records(father, son)) == set()
    assert asked(records(father, son)) == {(0, 1)}


def test_one_name_at_one_address_with_two_mobiles_is_asked_about() -> None:
    one = {
        "name": "David Mccarty",
        "address": "254 Cedar Lane",
        "city": "Georgetown",
        "phone": "+15036509650",
    }
    two = {**one, "address": "254 cedar ln", "phone": "+12024544225"}
    assert customers(records(one, two)) == set()
    assert asked(records(one, two)) == {(0, 1)}


def test_a_row_without_mobile_does_not_bridge_two_namesakes_at_one_address() -> None:
    home = {"name": "David Mccarty", "address": "254 Cedar Lane", "city": "Georgetown"}
    table = records({**home, "phone": "+15036509650"}, home, {**home, "phone": "+12024544225"})
    assert all(len(group) < 3 for group in customers(table))


def test_senior_and_junior_are_two_people() -> None:
    rows = [{"name": "John Hall Sr", "phone": PHONE}, {"name": "John Hall Jr.", "phone": PHONE}]
    assert customers(records(*rows)) == set()
    assert asked(records(*rows)) == set()


def test_staff_behind_one_desk_address_are_not_chained() -> None:
    shop = {"company": "پوشاک مریم", "email": "info@shop.ir"}
    table = records(
        {"name": "مریم کریمی", "phone": "+989121112222", **shop},
        {"name": "نادر کریمی", "phone": "+989123334444", **shop},
        {"name": "م کریمی", **shop},
    )
    assert not any({0, 1} <= group for group in customers(table))


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    line = {"phone": "+13124742071"}
    table = records(
        {"name": "Jessica Hill", **line}, {"name": "J. Hill", **line}, {"name": "Jonathan Hill", **line}
    )
    assert customers(table) == set()


def test_an_initial_that_fits_one_person_only_joins() -> None:
    line = {"phone": "+13124742071"}
    table = records(
        {"name": "Jessica Hill", **line}, {"name": "J. Hill", **line}, {"name": "Michael Hill", **line}
    )
    assert customers(table) == {frozenset({0, 1})}


def test_junk_values_prove_nothing() -> None:
    table = records(
        {"name": "Ann Hill", "phone": "0000000", "email": "none@none.com"},
        {"name": "Ann Hill", "phone": "0000000", "email": "none@none.com"},
        {"name": "Bob Fox", "phone": "1234567", "email": "test@test.com"},
        {"name": "Bob Fox", "phone": "1234567", "email": "test@test.com"},
    )
    assert customers(table) == set()


def test_a_phone_in_second_place_counts_like_the_first() -> None:
    rows = [{"name": "Ann Hill", "phone": "+15035550111"}, {"name": "Ann Hill", "phone": "+15035550122"}]
    table = records(*rows)
    both = Records(**{f.name: getattr(table, f.name) for f in fields(Records) if f.name != "phones"},
                   phones=[("+15035550111",), ("+15035550122", "+15035550111")])  # fmt: skip
    assert customers(both) == {frozenset({0, 1})}


def test_national_id_and_birth_date_outweigh_a_changed_surname() -> None:
    own = {"national_id": "0012345679", "birth_date": "1980-05-17", "city": "Leeds"}
    assert customers(records({"name": "Tracie Garcia", **own}, {"name": "Tracie Smith", **own})) == {
        frozenset({0, 1})
    }


def test_customer_codes_count_within_one_source_only() -> None:
    rows = [{"name": "Ann Hill", "customer_code": "17"}, {"name": "Ann Hill", "customer_code": "17"}]
    assert customers(records(*rows)) == {frozenset({0, 1})}
    assert customers(records(*rows, source=[1, 2])) == set()


def test_parent_and_subsidiary_at_one_address_are_two_firms() -> None:
    place = {"address": "12 Mill Road", "city": "Leeds", "phone": "+441132000111"}
    table = records(
        {"name": "Thorley Holdings Ltd", **place},
        {"name": "Thorley Foods Ltd", **place},
        {"name": "Thorley Foods Limited", **place},
    )
    assert customers(table) == {frozenset({1, 2})}


def test_branches_of_a_chain_are_two_firms() -> None:
    table = records(
        {
            "name": "Kelso Pharmacy North",
            "address": "12 Mill Road",
            "city": "Leeds",
            "phone": "+441132000111",
        },
        {
            "name": "Kelso Pharmacy South",
            "address": "90 King Street",
            "city": "Leeds",
            "phone": "+441132000111",
        },
    )
    assert customers(table) == set()


def test_the_acceptance_rows_of_a_persian_shop() -> None:
    mobile = {"phone": "+989123456789", "company": "فروشگاه کیان"}
    nan = {"phone": "+989351112233", "company": "نان سحر"}
    desk = {"company": "پوشاک مریم", "email": "info@shop.ir"}
    table = records(
        {"name": "علی رضایی", **mobile}, {"name": "علي رضايي", "phone": "+989123456789", "company": "فروشگاه كيان"},
        {"name": "علی‌رضا احمدی", **nan}, {"name": "علیرضا احمدی", **nan},
        {"name": "محمد حسینی", "phone": "+982188776655"}, {"name": "محمد حسینی", "phone": "+982144556677"},
        {"name": "Ali Rezaei", "phone": "+989123456789", "company": "Kian Store", "email": "ali@kian.ir"},
        {"name": "مریم کریمی", "phone": "+989121112222", **desk}, {"name": "نادر کریمی", "phone": "+989123334444", **desk},
    )  # fmt: skip
    assert customers(table) == {frozenset({0, 1, 6}), frozenset({2, 3})}
    assert asked(table) <= {(4, 5)}


def test_what_the_owner_decided_outweighs_all_evidence() -> None:
    table = records(ALI, ALI, {"name": "مریم کریمی", "phone": "+989351112233"})
    assert customers(table) == {frozenset({0, 1})}
    assert customers(table, different=[(0, 1)]) == set()
    assert customers(table, different=[(0, 1)], same=[(1, 2)]) == {frozenset({1, 2})}
    assert customers(table, same=[(0, 2), (0, 1)], different=[(1, 2)]) == {frozenset({0, 2})}


def test_a_no_of_the_owner_keeps_whole_customers_apart() -> None:
    table = records(ALI, ALI, ALI, ALI)
    groups = customers(table, different=[(0, 3)])
    assert not any({0, 3} <= group for group in groups)


def test_evidence_adds_up_to_the_confidence() -> None:
    pair = compare(records(ALI, ALI), 1, 0)
    assert (pair.a, pair.b, pair.verdict) == (0, 1, "same")
    assert pair.confidence == round(1 / (1 + 2 ** -sum(one.weight for one in pair.evidence)), 4)
    assert told(pair)[:3] == ["same phone number", "same last name", "same first name"]


def test_match_and_compare_tell_the_same() -> None:
    table = records(*crowd(200), ALI, ALI)
    pairs = list(match(table).pairs)
    assert pairs == [compare(table, pair.a, pair.b) for pair in pairs]
    assert any(pair.verdict == "same" for pair in pairs)


def test_pairs_are_sorted_and_read_like_a_list() -> None:
    table = records(*crowd(50), *crowd(50))
    pairs = match(table).pairs
    keys = [(pair.a, pair.b) for pair in pairs]
    assert keys == sorted(keys)
    assert [pairs[0], *pairs[1:-1], pairs[-1]] == list(pairs)
    assert [key for key, pair in zip(keys, pairs) if pair.verdict == "same"] == [
        (i, i + 50) for i in range(50)
    ]
    with pytest.raises(IndexError):
        pairs[len(pairs)]


def test_the_order_of_rows_changes_nothing() -> None:
    rows = [
        *crowd(150),
        *crowd(150)[::2],
        ALI,
        {"name": "A. Rezaei", "phone": PHONE},
        {"name": "Ali Rezaei", "phone": PHONE},
    ]
    order = list(range(len(rows)))
    random.Random(5).shuffle(order)
    plain = customers(records(*rows))
    shuffled = customers(records(*(rows[i] for i in order)))
    assert {frozenset(order[i] for i in group) for group in shuffled} == plain


def test_new_rows_join_an_old_list_as_if_all_had_come_at_once() -> None:
    rows = [*crowd(120), *crowd(120)[::3]]
    before = match(records(*rows[:120]))
    links = [(pair.a, pair.b) for pair in before.pairs if pair.verdict == "same"]
    after = match(records(*rows), focus=range(120, 160), links=links)
    assert after.cluster == match(records(*rows)).cluster
    assert all(pair.b >= 120 for pair in after.pairs)


def test_questions_are_few_and_asked_once_between_two_customers() -> None:
    rows = [{**row, "phone": ""} for row in crowd(100)] + [{**row, "phone": ""} for row in crowd(100)]
    found = match(records(*[{**row, "city": "Leeds"} for row in rows]))
    questions = [pair for pair in found.pairs if pair.verdict == "review"]
    assert len(questions) <= 6
    assert len({(found.cluster[p.a], found.cluster[p.b]) for p in questions}) == len(questions)


def test_the_likeliest_questions_stay_when_there_are_too_many() -> None:
    namesakes = [{"name": f"{first} Holt", "city": "Leeds"} for first in FIRSTS for _ in range(6)]
    sisters = [
        {"name": "", "email": "office@hill.net", "phone": PHONE},
        {"name": "Ann Hill", "phone": PHONE, "email": "ann.hill@mail.net"},
    ]
    table = records(*sisters, *namesakes)
    questions = [pair for pair in match(table).pairs if pair.verdict == "review"]
    assert len(questions) == 5
    assert (0, 1) in {(pair.a, pair.b) for pair in questions}


@pytest.mark.parametrize("count", [0, 5, 40])
def test_what_compare_would_ask_about_is_asked(count: int) -> None:
    rows = [
        {"phone": PHONE, "city": "Leeds"},
        {"name": "Ann Hill", "phone": PHONE, "city": "York"},
        *crowd(count),
    ]
    assert compare(records(*rows), 0, 1).verdict == "review"
    assert (0, 1) in asked(records(*rows))


def test_a_number_without_a_name_is_its_only_bearer() -> None:
    table = records({"phone": PHONE}, {"name": "Ann Hill", "phone": PHONE}, {"phone": PHONE}, *crowd(20))
    assert customers(table) == {frozenset({0, 1, 2})}


def test_a_number_without_a_name_joins_none_of_the_two_who_use_it() -> None:
    table = records(
        {"phone": PHONE}, {"name": "Ann Hill", "phone": PHONE}, {"name": "Mary Hill", "phone": PHONE}
    )
    assert customers(table) == set()
    table = records(
        {"phone": PHONE}, {"name": "Ann Hill", "phone": PHONE}, {"name": "Kian Store", "phone": PHONE}
    )
    assert customers(table) == set()


SARA = {"name": "Sara Nazari", "phone": "+989123457788"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"email": "sn@example.com"}, {"email": "other@example.org"}),
        ({"customer_code": "K1"}, {"customer_code": "K4"}),
        ({"city": "Tehran"}, {"city": "Isfahan"}),
        ({"address": "12 Mill Road"}, {"address": "90 King Street"}),
        ({"birth_date": "1980-05-17"}, {"birth_date": "1993-11-02"}),
        ({"national_id": "0012345679"}, {"national_id": "4870113586"}),
        (
            {"customer_code": "K1", "email": "ali@example.com", "city": "Tehran"},
            {"customer_code": "K4", "email": "ali2@example.com", "city": "Tabriz"},
        ),
    ],
)
@pytest.mark.parametrize("number", ["+989123457789", "+989123457988"])
@pytest.mark.parametrize("others", [0, 30])
def test_namesakes_with_neighbouring_numbers_stay_two_when_anything_speaks_against(
    one: dict[str, str], two: dict[str, str], number: str, others: int
) -> None:
    table = records({**SARA, **one}, {**SARA, **two, "phone": number}, *crowd(others))
    assert compare(table, 0, 1).verdict in ("review", "different")
    assert customers(table) == set()


def test_the_next_number_of_a_block_is_asked_about_though_nothing_speaks_against() -> None:
    table = records(SARA, {**SARA, "phone": "+989123457789"})
    assert customers(table) == set()
    assert asked(table) == {(0, 1)}


@pytest.mark.parametrize(
    ("own", "number"),
    [
        ({}, "+989123457988"),
        ({"email": "sn@example.com"}, "+989123457789"),
        ({"birth_date": "1980-05-17"}, "+989123457789"),
        ({"address": "12 Mill Road", "city": "Leeds"}, "+989123457789"),
    ],
)
def test_a_number_one_digit_off_is_mistyped_when_nothing_speaks_against(
    own: dict[str, str], number: str
) -> None:
    assert customers(records({**SARA, **own}, {**SARA, **own, "phone": number})) == {frozenset({0, 1})}


def test_a_code_that_numbers_the_rows_does_not_part_a_mistyped_number() -> None:
    doubles = [{**row, "customer_code": f"{n}{i}"} for n in (1, 2) for i, row in enumerate(crowd(12))]
    pair = [{**SARA, "customer_code": "77"}, {**SARA, "customer_code": "78", "phone": "+989123457988"}]
    assert frozenset({0, 1}) in customers(records(*pair, *doubles))
    assert customers(records(*pair, *doubles[:12])) == set()


@pytest.mark.parametrize(
    "other",
    [
        {"first_name": "علی رضایی", "name": "علی رضایی"},
        {"first_name": "Ali Rezaei", "name": "Ali Rezaei"},
        {"first_name": "علی", "name": "علی رضایی"},
        {"last_name": "علی رضایی", "name": "علی رضایی"},
        {"name": "رضایی"},
        {"name": "آقای رضایی"},
        {"last_name": "رضایی", "name": "رضایی"},
        {"name": "علی"},
        {"first_name": "علی", "name": "علی"},
    ],
)
@pytest.mark.parametrize("others", [0, 30])
def test_a_weaker_spelling_of_a_name_is_no_other_person(other: dict[str, str], others: int) -> None:
    table = records(ALI, {**other, "phone": PHONE}, {"name": "Rezaei, Ali", "phone": PHONE}, *crowd(others))
    assert "several people" not in " ".join(told(compare(table, 0, 1)))
    assert customers(table) == {frozenset({0, 1, 2})}


def test_a_bare_surname_that_fits_two_people_joins_neither() -> None:
    table = records({"name": "علی رضایی", **HOME}, {"name": "رضایی", **HOME}, {"name": "مریم رضایی", **HOME})
    assert customers(table) == set()


def test_two_namesakes_with_mobiles_of_their_own_stay_two_beside_weaker_spellings() -> None:
    other = {"name": "علی رضایی", "phone": "+989350042525"}
    table = records(
        ALI, other, {"name": "رضایی", "phone": PHONE}, {"first_name": "علی رضایی", "phone": other["phone"]}
    )
    assert customers(table) == {frozenset({0, 2}), frozenset({1, 3})}


def test_a_constant_unknown_column_changes_nothing() -> None:
    rows = [*crowd(80), *crowd(80)[::2]]
    plain = match(records(*rows))
    constant = match(records(*[{**row, "Country": "UK"} for row in rows]))
    assert (constant.cluster, list(constant.pairs)) == (plain.cluster, list(plain.pairs))


def test_a_last_name_may_change_on_ones_own_line_but_not_in_persian_nor_on_a_shared_line() -> None:
    line = {"phone": "+13124742071"}
    married = records({"name": "Elijah Mcneil", **line}, {"name": "Elijah Parker", **line, "city": "Leeds"})
    assert customers(married) == {frozenset({0, 1})}
    shared = records(
        {"name": "Elijah Mcneil", **line}, {"name": "Elijah Parker", **line}, {"name": "Ruth Parker", **line}
    )
    assert customers(shared) == set()
    persian = records({"name": "کیومرث یوسفی", **line}, {"name": "کیومرث قاسمی", **line})
    assert customers(persian) == set()


def test_names_that_differ_only_in_a_number_are_different_ones() -> None:
    table = records(
        *({"name": f"Room Guest {number}", "phone": f"+98912123{number:04}"} for number in range(100, 120))
    )
    assert customers(table) == set()
    assert compare(table, 0, 1).verdict == "different"


def test_father_and_son_on_one_landline_are_two_when_their_birth_dates_differ() -> None:
    homes = [
        {"phone": f"+1312474{n:04}", "address": f"{n} Oak Road", "city": "Leeds"} for n in range(2000, 2040)
    ]
    rows: list[dict[str, str]] = []
    for n, home in enumerate(homes):
        name = f"{FIRSTS[n % len(FIRSTS)]} Holt{chr(97 + n % 26)}{chr(97 + n // 26)}"
        rows += [
            {"name": name, "birth_date": f"19{30 + n % 9}-03-0{1 + n % 9}", **home},
            {"name": name, "birth_date": f"19{60 + n % 9}-07-1{n % 9}", **home},
        ]
    assert customers(records(*rows)) == set()


def test_a_row_that_has_one_number_in_two_ways_is_no_pair_with_itself():
    rows = records(
        {"name": "مهدی کشاورز", "phone": PHONE, "address": "قصرالدشت، پلاک ۱۰"},
        {"name": "کشاورز مهدی", "phone": PHONE},
        {"name": "رضا مرادی", "phone": "+989170072089"},
    )
    phones = [(PHONE, "+987136006714", "36006714"), *rows.phones[1:]]
    found = match(replace(rows, phones=phones))
    assert {(pair.a, pair.b) for pair in found.pairs} == {(0, 1)}
    assert found.cluster == [0, 0, 2]
