"""What holds for sales and bills, whatever they name their buyers by: shown on small made-up lists and tills."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from smbcrm.readers.open_file import Reading, read_stream
from smbcrm.usecases.importing.import_results import ImportOptions
from tests.usecases.memory_shop import MemoryShop

NAMES = st.sampled_from(
    ["Ali Rezaei", "علی رضایی", "Sara Rezaei", "Robert Hill", "Bob Hill", "محمد حسینی", ""]
)
PHONES = st.sampled_from(["09123456789", "09123456780", "02188776655", ""])
MAILS = st.sampled_from(["ali@mail.example", "info@hill.example", ""])
# Codes that look like numbers of ours, too: the list has given them to others.
CODES = st.sampled_from(["101", "102", "C1", "C2", "C3", ""])
LISTED = st.tuples(CODES, NAMES, PHONES, MAILS).filter(lambda row: bool(row[1] or row[2]))
SOLD = st.tuples(CODES, NAMES, PHONES, MAILS).filter(any)
LIST = st.lists(LISTED, min_size=1, max_size=6)
SALES = st.lists(SOLD, min_size=1, max_size=6)
SETTINGS = settings(max_examples=60)

Rows = Sequence[tuple[str, ...]]


def listed(rows: Rows) -> Reading:
    return _file("list.csv", ["Customer code", "Name", "Mobile", "E-mail"], rows)


def sold(rows: Rows, *, month: str = "03") -> Reading:
    """Give the sales as a till writes them: each has a number, a day and a sum."""
    head = ["Receipt", "Date", "Customer code", "Customer", "Phone", "E-mail", "Total"]
    days = [(f"R{month}{i}", f"2026-{month}-{i + 1:02}", *row, "90") for i, row in enumerate(rows)]
    return _file(f"till{month}.csv", head, days)


def called(rows: Rows) -> Reading:
    """Give a list of calls, which makes no customers."""
    head = ["Customer code", "Customer", "Phone", "E-mail", "Call date", "Kind", "What was said"]
    days = [(*row, f"2026-05-{i + 1:02}", "call", "asked for tea") for i, row in enumerate(rows)]
    return _file("calls.csv", head, days)


def _file(name: str, head: Sequence[str], rows: Rows) -> Reading:
    out = io.StringIO()
    csv.writer(out).writerows([head, *rows])
    return read_stream(out.getvalue().encode(), name=name)


class Shop(MemoryShop):
    """A customer list in memory."""

    def bring(self, *files: Reading, kind: str = "") -> None:
        self.take(files, ImportOptions(country="IR", as_kind=kind))

    def customers(self) -> list[list[str]]:
        """Give the customers as the cells of their rows, and the rows that wait for one."""
        found: dict[int | None, list[str]] = {}
        for customer, raw in self.store.read("SELECT customer_id, raw FROM source_row WHERE anchor IS NULL"):
            found.setdefault(customer, []).append(" | ".join(json.loads(raw)))
        return sorted(sorted(rows) for rows in found.values())


def stays_so(shop: Shop) -> None:
    """Hold that a merge changes nothing."""
    before = shop.customers()
    shop.merge()
    assert shop.customers() == before


@SETTINGS
@given(LIST, SALES)
def test_a_merge_leaves_every_sale_with_its_buyer(rows: Rows, sales: Rows) -> None:
    shop = Shop()
    shop.bring(listed(rows), sold(sales))
    stays_so(shop)


@SETTINGS
@given(LIST, SALES)
def test_a_merge_leaves_every_sale_with_the_buyer_of_an_earlier_list(rows: Rows, sales: Rows) -> None:
    shop = Shop()
    shop.bring(listed(rows))
    shop.bring(sold(sales))
    stays_so(shop)


@SETTINGS
@given(LIST, SALES)
def test_sales_that_came_before_the_list_find_their_buyers_on_it(rows: Rows, sales: Rows) -> None:
    shop = Shop()
    shop.bring(sold(sales))
    shop.bring(listed(rows))
    stays_so(shop)


@SETTINGS
@given(LIST, SALES)
def test_a_merge_leaves_every_call_with_whom_it_was_with(rows: Rows, calls: Rows) -> None:
    shop = Shop()
    shop.bring(listed(rows))
    shop.bring(called(calls), kind="interactions")
    stays_so(shop)


def test_a_sale_with_an_id_of_ours_stays_with_a_buyer_known_by_his_name_alone() -> None:
    shop = Shop()
    shop.bring(sold([("", "Sara Rezaei", "", "")]))
    shop.bring(sold([("C1", "", "", "ali@mail.example"), ("C1", "Sara R.", "", "")], month="04"))
    assert len(shop.customers()) == 1
    stays_so(shop)


def test_a_sale_with_an_id_of_ours_keeps_a_buyer_together_whom_sales_alone_made() -> None:
    shop = Shop()
    mail = "ali@mail.example"
    earlier = [("C1", "Sara Rezaei", mail), ("C2", "Ali Rezaei", mail), ("C1", "Ali Rezaei", "")]
    shop.bring(sold([(code, name, "09123456789", address) for code, name, address in earlier]))
    shop.bring(sold([("C2", "Ali Rezaei", "09123456789", mail)], month="04"))
    stays_so(shop)


def test_a_call_known_by_a_name_goes_where_another_of_that_name_with_an_id_went() -> None:
    shop = Shop()
    shop.bring(listed([("", "Alex Kim", "09123456789", "")]))
    shop.bring(
        called(
            [
                ("C1", "", "", "ali@mail.example"),
                ("", "Ruth Hall", "", ""),
                ("", "Ruth Hall", "", "ali@mail.example"),
            ]
        ),
        kind="interactions",
    )
    assert len(shop.customers()) == 1
    stays_so(shop)


def test_what_sales_of_one_day_call_a_buyer_is_no_name_he_had_when_they_came() -> None:
    shop = Shop()
    ali = ("101", "Ali Rezaei", "09123456789", "ali@mail.example")
    shop.bring(listed([ali, ali, ("101", "", "09123456789", "info@hill.example")]))
    named = [
        ("Sara Rezaei", "ali@mail.example"),
        ("Sara Rezaei", "info@hill.example"),
        ("Robert Hill", "ali@mail.example"),
    ]
    shop.bring(sold([("C2", name, "09123456789", address) for name, address in named]))
    stays_so(shop)


def test_an_id_that_was_given_with_the_calls_that_name_it_is_not_the_one_they_mean() -> None:
    shop = Shop()
    mail = "ali@mail.example"
    shop.bring(listed([("101", "Ali Rezaei", "09123456789", mail), ("101", "", "09123456780", mail)]))
    shop.bring(called([("C2", "Sara Rezaei", "09123456789", mail)]), kind="interactions")
    stays_so(shop)


def test_a_name_that_came_to_a_customer_with_the_calls_that_name_him_was_not_his_when_they_came() -> None:
    shop = Shop()
    bob = ("102", "Bob Hill", "02188776655", "info@hill.example")
    robert = ("101", "Robert Hill", "09123456789", "info@hill.example")
    shop.bring(listed([("101", "Ali Rezaei", "09123456789", "ali@mail.example"), bob, robert, bob]))
    named = [("C1", "Bob Hill", "info@hill.example"), ("C2", "Robert Hill", "ali@mail.example")]
    shop.bring(called([(code, name, "09123456780", mail) for code, name, mail in named]), kind="interactions")
    stays_so(shop)


def test_where_an_id_of_ours_and_a_code_mean_two_customers_the_code_is_meant() -> None:
    shop = Shop()
    mail = "info@hill.example"
    listed_as = [
        ("101", "Ali Rezaei", mail),
        ("101", "Sara Rezaei", "ali@mail.example"),
        ("102", "Ali Rezaei", mail),
    ]
    shop.bring(listed([(code, name, "09123456789", address) for code, name, address in listed_as]))
    shop.bring(sold([(code, "Ali Rezaei", "09123456789", "ali@mail.example") for code in ("101", "C3")]))
    stays_so(shop)


def test_a_call_known_by_a_name_waits_for_those_known_by_a_code() -> None:
    shop = Shop()
    phone, ali = "09123456789", "ali@mail.example"
    shop.bring(
        listed([("101", "Sara Rezaei", phone, ali), ("102", "Ali Rezaei", phone, "info@hill.example")])
    )
    calls = [("101", phone, ali), ("101", "", ""), ("102", phone, ali)]
    shop.bring(called([(code, "Ali Rezaei", *ways) for code, *ways in calls]), kind="interactions")
    stays_so(shop)
