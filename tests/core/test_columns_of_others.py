"""What stands on exports of tills and shops beside the customer: sums that are parts, the shop's own address, branches, numbers."""

from collections.abc import Sequence

import pytest

from smbcrm.core.mapping import MappedColumns, MappingWishes, map_columns
from smbcrm.core.sheets.columns import profile_column
from smbcrm.readers.headers import load_headers


def mapped(headings: str, *rows: str) -> MappedColumns:
    names = headings.split("|")
    cells: Sequence[Sequence[str]] = [row.split("|") for row in rows]
    values = [[row[i] for row in cells] for i in range(len(names))]
    return map_columns(names, values, load_headers(), wishes=MappingWishes())


def taken(headings: str, *rows: str) -> str:
    return " ".join(column.field or "-" for column in mapped(headings, *rows).columns)


def test_what_was_taken_off_or_put_on_is_not_what_a_sale_came_to() -> None:
    headings = "Order number|Order date|Email|Cart Discount Amount|Order Shipping Amount|Order Total Amount"
    rows = ("1|2026-05-01|a@example.com|0|5|35", "2|2026-05-02|b@example.com|2|5|15")
    assert taken(headings, *rows) == "order_id date email - - amount"


def test_a_sum_with_tax_is_a_whole_sum() -> None:
    assert taken("Client|Total amount incl. VAT", "Sara Rad|12.50", "Reza Rad|30.00") == "name total_spent"


def test_all_that_was_paid_is_the_amount_and_not_the_net() -> None:
    rows = ("1|2026-05-01|Sara Rad|10.00|11.00", "2|2026-05-02|Reza Rad|5.00|5.50")
    assert taken("Receipt|Date|Customer|Net sales|Total collected", *rows) == "order_id date name - amount"


def test_the_shop_itself_is_no_address_of_its_customers() -> None:
    headings = "Date|Name|Gross|From Email Address|To Email Address|Transaction ID"
    rows = [f"2026-05-0{n}|Ann {n}|25.00|ann{n}@example.com|shop@example.com|T{n}" for n in range(1, 5)]
    assert taken(headings, *rows).split()[3:5] == ["email", "-"]


def test_one_family_at_one_address_keeps_it() -> None:
    rows = [f"Ann {n} Lee|lee@example.com" for n in range(1, 5)]
    assert taken("Name|Email", *rows) == "name email"


@pytest.mark.parametrize("heading", ["Vendor", "Store"])
def test_who_made_or_sold_a_thing_is_not_the_buyers_firm(heading: str) -> None:
    rows = [f"{n}|2026-05-01|Ann Lee {n}|Acme Inc.|12.50" for n in range(1, 5)]
    found = mapped(f"Receipt|Date|Customer|{heading}|Total", *rows)
    assert (found.kind, found.columns[3].field) == ("purchases", "")


def test_a_list_of_suppliers_is_one_of_firms() -> None:
    rows = ("Acme Inc.|a@example.com", "Basics Ltd|b@example.com", "Old Mill Co|c@example.com")
    assert taken("Vendor|Email", *rows) == "company email"


def test_a_row_with_an_id_of_its_own_and_a_customer_beside_it_is_a_sale() -> None:
    headings = "id|Amount|Created date|Customer ID|Customer Email"
    rows = ("ch1|25.00|2026-05-01|cus_1|a@example.com", "ch2|40.00|2026-05-02|cus_1|a@example.com")
    found = mapped(headings, *rows)
    assert (found.kind, [c.field for c in found.columns]) == (
        "purchases",
        ["order_id", "amount", "date", "customer_code", "email"],
    )


def test_an_id_of_customers_stands_above_a_bare_one() -> None:
    rows = ("1|K7|Sara Rad|Qom", "2|K8|Reza Rad|Qom")
    assert taken("id|Customer ID|Name|City", *rows) == "- customer_code name city"


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("tc", ["12", "7", "81", "15"], ""),
        ("phone", ["0.439269256", "0.434533822", "0.512370285", "0.211000123"], ""),
        ("CEP", ["01001-000", "20040-002", "30110-010", "40020-000"], "postal_code"),
        ("Cep", ["0532 123 45 67", "5321234568", "0533 111 22 33", "0534 222 33 44"], "mobile"),
        ("Market Cap", ["41600000", "5370000", "1000000", "77000000"], ""),
    ],
)
def test_values_tell_what_a_short_heading_cannot(heading: str, values: list[str], field: str) -> None:
    rows = [f"{name}|{value}" for name, value in zip(("Sara Rad", "Reza Rad", "Ana Rad", "Eva Rad"), values)]
    assert mapped(f"Name|{heading}", *rows).columns[1].field == field


def test_a_name_written_last_first_with_its_title_is_one_of_a_person() -> None:
    profile = profile_column(["Braund, Mr. Owen", "Heikkinen, Miss. Laina", "Qorvin, Master. Zeb"])
    assert profile.titled >= 0.6
    assert profile_column(["Qorvin, Anna", "Zurd, Mary"]).given == 1.0


def test_yes_and_no_name_nobody() -> None:
    rows = ("K1|Yes", "K2|No", "K3|No", "K4|Yes")
    assert taken("Customer ID|Partner", *rows) == "customer_code -"


def test_firms_and_surnames_in_two_columns_called_name_are_told_apart_by_the_first_names() -> None:
    headings = "Konto|Name (Unternehmen)|Name (Person)|Vorname (Person)|Ort"
    rows = ("1|Adler AG||", "2||Berg|Uwe", "3|Otto GmbH||", "4||Weiß|Änne")
    assert taken(headings, *(f"{row}|Köln" for row in rows)).split()[1:4] == [
        "company",
        "last_name",
        "first_name",
    ]


def test_the_sort_of_goods_does_not_mark_who_bought_them() -> None:
    rows = [f"{n}|2026-05-01|Ann Lee {n}|Chairs|{n}|12.50" for n in range(1, 5)]
    assert taken("Order ID|Order Date|Customer|Category|Quantity|Sales", *rows).split()[3] == "-"
    assert taken("Name|Category", "Ann Lee|vip", "Bob Hill|new") == "name tags"


def test_a_product_is_called_by_its_name_and_not_by_its_code() -> None:
    rows = [f"{n}|2026-05-01|Ann Lee {n}|MUG-{n}|Blue Mug|12.50" for n in range(1, 5)]
    assert taken("Order ID|Order Date|Customer|SKU|Item Name|Total", *rows).split()[3:5] == ["-", "product"]


@pytest.mark.parametrize(
    "headings", ["order_id|customer_id|order_status|delivered_at", "id|user_id|status|order_date"]
)
def test_orders_with_their_numbers_and_days_are_sales_even_without_a_sum(headings: str) -> None:
    rows = [f"e48{n}|{90 + n}|delivered|2026-05-0{n}" for n in range(1, 5)]
    found = mapped(headings, *rows)
    assert (found.kind, found.columns[0].field, found.columns[1].field) == (
        "purchases",
        "order_id",
        "customer_code",
    )


def test_customers_with_a_number_and_a_day_are_customers() -> None:
    rows = [f"{n}|Ann Lee {n}|ann{n}@example.com|2026-05-0{n}" for n in range(1, 5)]
    assert mapped("ID|Customer name|Customer email|Created", *rows).kind == "customers"


def test_what_is_left_of_charges_and_payments_is_the_balance() -> None:
    rows = ("سارا احمدی|250000|0|250000", "رضا کریمی|90000|90000|0")
    assert taken("نام حساب|بدهکار|بستانکار|مانده", *rows) == "name - - balance"
    assert (
        taken("نام حساب|بدهکار|بستانکار", *(r.rsplit("|", 1)[0] for r in rows))
        == "name balance credit_balance"
    )
