"""E-mail addresses out of cells: good ones in one spelling, bad ones kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.emails import Email, is_junk_email, is_role_email, parse_email_column, parse_emails

SARA = Email(value="sara@example.com", valid=True)
ANNA = Email(value="anna@example.org", valid=True)


@pytest.mark.parametrize(
    "text",
    [
        "sara@example.com",
        " Sara@Example.COM ",
        "Sara Ahmadi <sara@example.com>",
        '"Ahmadi, Sara" <sara@example.com>',
        "mailto:sara@example.com?subject=hi",
        "sara@example.com.",
        "E-mail: sara@example.com",
        "ایمیل: sara@example.com",
        "sara @ example.com",
        "\u200fsara@example.com\u200e",
        "'sara@example.com'",
        "sara@example.com (home)",
        "sara@example.com; SARA@example.com",
        "sara@example.com, -",
    ],
)
def test_one_address_in_any_writing(text: str) -> None:
    assert parse_emails(text) == (SARA,)


@pytest.mark.parametrize(
    "text",
    [
        "sara@example.com; anna@example.org",
        "sara@example.com,anna@example.org",
        "sara@example.com، anna@example.org",
        "sara@example.com ::: anna@example.org",
        "sara@example.com / anna@example.org",
        "sara@example.com\nanna@example.org",
        "sara@example.com anna@example.org",
        "sara@example.com و anna@example.org",
        "Sara <sara@example.com>, Anna <anna@example.org>",
    ],
)
def test_several_addresses_of_a_cell_are_all_read(text: str) -> None:
    assert parse_emails(text) == (SARA, ANNA)


@pytest.mark.parametrize(
    "text",
    ["sara@@example", "sara@example،com", "sara(at)example.com", "sara@example", "a..b@example.com", "@example.com",
     "sara@example..com", "sara@exa mple.com", "no mail", "sara@example.c0"],
)  # fmt: skip
def test_a_bad_address_is_kept_as_typed(text: str) -> None:
    assert parse_emails(text) == (Email(value=text, valid=False),)


def test_a_bad_address_beside_a_good_one_is_kept_too() -> None:
    assert parse_emails("sara@example.com; anna@example") == (SARA, Email(value="anna@example", valid=False))
    assert parse_emails("sara@example.com; anna(at)example.org") == (
        SARA,
        Email(value="anna(at)example.org", valid=False),
    )


@pytest.mark.parametrize("text", ["", " ", "-", "N/A", "ندارد"])
def test_a_cell_that_says_nothing_holds_no_address(text: str) -> None:
    assert parse_emails(text) == ()


def test_addresses_need_not_be_latin() -> None:
    assert parse_emails("سارا@نمونه.com") == (Email(value="سارا@نمونه.com", valid=True),)
    assert parse_emails("ali۱۲@gmail.com") == (Email(value="ali12@gmail.com", valid=True),)


def test_an_endless_cell_is_kept_and_refused() -> None:
    text = "a@" + "b" * 1_000_000
    assert parse_emails(text) == (Email(value=text, valid=False),)


@given(
    st.from_regex(
        r"[a-zA-Z0-9]{1,12}([._+-][a-zA-Z0-9]{1,12}){0,3}@([a-zA-Z0-9]{1,12}[.]){1,3}[a-zA-Z]{2,6}",
        fullmatch=True,
    )
)
def test_an_address_of_the_usual_form_is_read_in_small_letters(address: str) -> None:
    assert (
        parse_emails(address)
        == parse_emails(f"Somebody <{address}>")
        == (Email(value=address.lower(), valid=True),)
    )


@given(st.lists(st.text("ab@.;, <>\n", max_size=15), max_size=5))
def test_a_column_reads_like_its_cells(column: list[str]) -> None:
    assert parse_email_column(column) == [parse_emails(cell) for cell in column]


def test_the_address_of_a_desk_is_nobodys_own() -> None:
    desks = [
        "info@kian.ir",
        "sales@kian.ir",
        "INFO@kian.ir",
        "no-reply@kian.ir",
        "info2@kian.ir",
        "kontakt@kian.de",
    ]
    people = ["sara@kian.ir", "information.lover@kian.ir", "a.sales@kian.ir", "not an address"]
    assert [value for value in [*desks, *people] if is_role_email(value)] == desks


def test_an_address_that_only_fills_a_cell_is_junk() -> None:
    junk = ["test@test.com", "a@a.com", "none@none.com", "noemail@shop.ir", "xxx@gmail.com", "1111@gmail.com"]
    real = ["sara@example.com", "smith@smith.com", "info@kian.ir", "hall1990@gmail.com"]
    assert [value for value in [*junk, *real] if is_junk_email(value)] == junk
