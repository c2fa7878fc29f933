"""The golden record: whose value survives, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.golden import Row, golden_record


def row(id_: int, *, operation: int = 1, owner: bool = False, rank: int = 0, **fields: Any) -> Row:
    return Row(id=id_, rank=rank, operation=operation, owner=owner, fields=fields)


def test_the_first_source_keeps_its_value_and_the_later_one_fills_the_gaps() -> None:
    golden = golden_record(
        [row(1, name="Sara", city="Shiraz"), row(2, operation=2, name="Sara", city="Tehran", company="Kian")]
    )
    assert (golden.city, golden.company) == ("Shiraz", "Kian")


def test_a_preferred_source_wins_and_the_owner_wins_over_all() -> None:
    rows = [row(1, city="Shiraz"), row(2, operation=2, rank=2, city="Tehran")]
    assert golden_record(rows).city == "Tehran"
    edit = row(3, operation=3, owner=True, edit=True, city="Qom")
    assert golden_record([*rows, edit]).city == "Qom"


def test_of_one_import_the_more_complete_row_wins() -> None:
    assert (
        golden_record([row(1, city="Shiraz"), row(2, city="Tehran", name="Sara", company="K")]).city
        == "Tehran"
    )


def test_the_newest_edit_wins_and_an_emptied_field_stays_empty_until_set_again() -> None:
    rows = [row(1, city="Shiraz", phones=["+1"])]
    emptied = [*rows, row(2, owner=True, edit=True, without=["city", "phones"])]
    assert (golden_record(emptied).city, golden_record(emptied).phone) == ("", "")
    again = [*emptied, row(3, owner=True, edit=True, city="Yazd", phones=["+2"])]
    assert (golden_record(again).city, golden_record(again).phone) == ("Yazd", "+2")


def test_the_fuller_spelling_of_the_same_name_is_shown_and_all_are_kept() -> None:
    golden = golden_record(
        [row(1, name="رضایی"), row(2, operation=2, name="علی رضایی"), row(3, operation=3, name="Ali Rezaei")]
    )
    assert golden.name == "علی رضایی"
    assert golden.fields["names"] == ["رضایی", "علی رضایی", "Ali Rezaei"]


def test_a_last_name_that_nobody_knew_yields_to_the_one_that_somebody_did() -> None:
    rows = [row(1, name="Jimmy Unknown"), row(2, operation=2, name="Jimmy Perez")]
    assert golden_record(rows).name == "Jimmy Perez"
    assert (
        golden_record([row(1, name="علی نامشخص"), row(2, operation=2, name="علی رضایی")]).name == "علی رضایی"
    )
    assert (
        golden_record([row(1, name="Jimmy Unknown"), row(2, operation=2, name="Unknown")]).name
        == "Jimmy Unknown"
    )


def test_every_address_is_kept_and_one_written_two_ways_only_once() -> None:
    rows = [
        row(1, name="Sara", address="12 Mill Road"),
        row(2, operation=2, name="Sara", address="12 mill rd."),
        row(3, operation=3, name="Sara", address="90 King Street"),
    ]
    golden = golden_record(rows)
    assert golden.fields["address"] == "12 Mill Road"
    assert golden.fields["addresses"] == ["12 Mill Road", "90 King Street"]
    assert "addresses" not in golden_record(rows[:2]).fields
    moved = [*rows[:2], row(4, operation=4, owner=True, edit=True, address="1 New Lane")]
    assert golden_record(moved).fields["addresses"] == ["1 New Lane", "12 Mill Road"]
    emptied = [*moved, row(5, operation=5, owner=True, edit=True, without=["address", "addresses"])]
    assert not {"address", "addresses"} & {*golden_record(emptied).fields}


def test_an_own_score_of_the_owner_wins_over_one_that_was_imported() -> None:
    rows = [row(1, own_score=9), row(2, operation=2, own_score=3)]
    assert golden_record(rows).own_score == 9
    assert golden_record([*rows, row(3, operation=3, owner=True, edit=True, own_score=4.5)]).own_score == 4.5


def test_do_not_contact_survives_a_merge_and_only_the_owner_lifts_it() -> None:
    rows = [row(1, name="Sara"), row(2, operation=2, name="Sara", do_not_contact=True)]
    assert golden_record(rows).do_not_contact
    assert not golden_record([*rows, row(3, owner=True, edit=True, do_not_contact=False)]).do_not_contact


VALUES = st.lists(st.sampled_from(["+989121234567", "+982188776655", "12", "a@b.ir", "x"]), max_size=3)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"phones": VALUES, "emails": VALUES},
        optional={"name": st.sampled_from(["Ali", "علی رضایی", "Sara"]), "city": st.just("Shiraz")},
    ),
    min_size=1,
    max_size=6,
)


@given(ROWS)
def test_merging_never_loses_a_phone_an_email_or_a_spelling(fields: list[dict[str, Any]]) -> None:
    rows = [row(n + 1, operation=n // 2, **one) for n, one in enumerate(fields)]
    golden = golden_record(rows)
    for key in ("phones", "emails"):
        assert set(golden.fields.get(key, ())) == {value for one in fields for value in one[key]}
    names = {one["name"] for one in fields if "name" in one}
    assert names <= {golden.name, *golden.fields.get("names", ())}


@given(ROWS, st.randoms())
def test_the_order_in_which_rows_are_given_does_not_matter(fields: list[dict[str, Any]], chance: Any) -> None:
    rows = [row(n + 1, operation=n // 2, **one) for n, one in enumerate(fields)]
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert golden_record(shuffled) == golden_record(rows)


CELLS = st.sampled_from(["", "Sara", "سارا احمدی", "x@y.example", "0", "ACME, Ltd."])


@given(
    st.dictionaries(st.sampled_from(["name", "company", "city", "birth_date", "notes", "date"]), CELLS),
    st.dictionaries(st.sampled_from(["own_score", "total_spent"]), st.floats(1, 10)),
    st.dictionaries(
        st.sampled_from(["phones", "emails", "addresses", "tags"]), st.lists(CELLS.filter(bool), max_size=3)
    ),
    st.dictionaries(st.sampled_from(["Shoe size", "کد"]), CELLS),
)
def test_a_row_that_says_nothing_changes_nothing_but_the_count(
    texts: dict[str, str], numbers: dict[str, float], multi: dict[str, Any], custom: dict[str, str]
) -> None:
    fields = {"name": "", **texts, **numbers, **multi, **({"x": custom} if custom else {})}
    alone = golden_record([row(1, **fields)])
    beside = golden_record([row(1, **fields), row(2, operation=2)])
    assert alone == replace(beside, rows=1, search=alone.search)
    assert sorted(alone.search.split()) == sorted(beside.search.split())


def _account(number: int, source: int, total: float, **more: object) -> Row:
    fields = {"name": "Mona Karimi", "total_spent": total, **more}
    return Row(id=number, rank=0, operation=source, owner=False, fields=fields, source=source)


def test_two_accounts_of_one_customer_in_one_list_are_added() -> None:
    rows = [_account(1, 1, 120, customer_code="A1"), _account(2, 1, 80, customer_code="A7")]
    assert golden_record(rows).fields["total_spent"] == 200


def test_totals_of_two_lists_are_not_added() -> None:
    assert golden_record([_account(1, 1, 120), _account(2, 2, 120)]).fields["total_spent"] == 120


def test_one_account_listed_twice_counts_once() -> None:
    assert golden_record([_account(1, 1, 120), _account(2, 1, 120)]).fields["total_spent"] == 120


def test_a_total_of_the_owners_own_is_not_added_to() -> None:
    own = Row(id=3, rank=0, operation=9, owner=True, fields={"total_spent": 50, "edit": True}, source=9)
    rows = [_account(1, 1, 120, customer_code="A1"), _account(2, 1, 80, customer_code="A7"), own]
    assert golden_record(rows).fields["total_spent"] == 50
