"""What stands on exports of tills and shops beside the customer: sums that are parts, the shop's own address, branches, numbers."""

from collections.abc import Sequence

import pytest

from smbcrm.core.mapping import MappedColumns, MappingWishes, map_columns
from smbcrm.core.sheets.looks.columns import profile_column
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


def test_what_is_left_after_the_discount_is_what_was_paid() -> None:
    headings = "شماره فاکتور|تاریخ|نام مشتری|مبلغ کل|تخفیف|مبلغ نهایی"
    rows = ("1|1404/05/12|سارا کریمی|1200000|200000|1000000", "2|1404/05/13|رضا امینی|500000|0|500000")
    assert taken(headings, *rows) == "order_id date name - - amount"
    english = ("1|2026-05-01|Sara Rad|10.00|1.00|9.00", "2|2026-05-02|Reza Rad|5.00||5.00")
    assert taken("Receipt|Date|Customer|Total|Discount|Amount", *english) == "order_id date name - - amount"


def test_the_first_sum_stays_where_nothing_was_taken_off() -> None:
    rows = ("1|2026-05-01|Sara Rad|10.00|0|9.00", "2|2026-05-02|Reza Rad|5.00|0|5.00")
    assert taken("Receipt|Date|Customer|Total|Discount|Amount", *rows) == "order_id date name amount - -"


def test_who_takes_part_in_every_row_is_the_shop() -> None:
    rows = ("2026-05-01|me@shop.example|ann@example.com", "2026-05-02|me@shop.example|bob@example.com")
    assert taken(
        "Date|User Email|Invitee Email", *rows, "2026-06-01|me@shop.example|ann@example.com"
    ).split()[1:] == ["-", "email"]


def test_a_shop_that_pays_as_often_as_it_is_paid_is_found_on_either_side() -> None:
    headings = "Date|Name|Gross|From Email Address|To Email Address|Transaction ID"
    rows = (
        "2026-05-01|Ann|25|ann@example.com|me@shop.example|T1",
        "2026-05-02|Acme|-9|me@shop.example|acme@example.com|T2",
        "2026-05-03|Bob|30|bob@example.com|me@shop.example|T3",
        "2026-05-04|Bob|-30|me@shop.example|bob@example.com|T4",
    )
    assert sorted(taken(headings, *rows).split()[3:5]) == ["-", "email"]


def test_two_addresses_of_few_people_are_both_theirs() -> None:
    rows = ("Ann|ann@a.example|ann@b.example", "Bob|bob@a.example|", "Ann|ann@a.example|ann@b.example")
    assert taken("Name|Email|Email 2", *rows) == "name email email"


def test_a_title_of_what_was_sold_is_no_name() -> None:
    headings = "invoiceNo|customerId|offerTitle|issued|amount|parentEmail"
    rows = [f"F-{n}|c{n}|Ballet Hall {'ABCD'[n]}|2026-05-0{n + 1}|20|p{n}@example.com" for n in range(4)]
    assert taken(headings, *rows).split()[2] == "-"


def test_in_what_state_a_patron_is_is_not_his_name() -> None:
    rows = ("Ann Bell|ann@example.com|Active patron", "Bob Cole|bob@example.com|Former patron")
    assert taken("Name|Email|Patron Status", *rows) == "name email -"


@pytest.mark.parametrize(
    ("heading", "field"), [("Company owner", "-"), ("Deal owner", "owner"), ("Customer owner", "owner")]
)
def test_who_looks_after_a_firm_is_not_the_firm(heading: str, field: str) -> None:
    rows = ("Bluebay Ltd|blue@example.com|Sam Sales", "Harbour Ltd|har@example.com|Pia Sales")
    assert taken(f"Company name|Email|{heading}", *rows) == f"company email {field}"


def test_an_account_that_all_bills_are_booked_to_is_no_customers_code() -> None:
    rows = [f"Firm {n} Ltd|B-{n}|2026-05-0{n}|12.50|310" for n in range(1, 5)]
    assert taken("Customer|Invoice number|Date|Amount|Account Code", *rows) == "name order_id date amount -"


def test_a_bare_number_behind_the_street_is_that_of_the_house() -> None:
    rows = ("Bruno Pires|Rua Verbo Divino|102|São Paulo", "Alice Melo|Rua Botuverá|50|Santos")
    assert taken("Nome|Logradouro|Número|Cidade", *rows) == "name address street_number city"
    codes = ("102|Bruno Pires|Rua Verbo Divino 4", "50|Alice Melo|Rua Botuverá 5")
    assert taken("Número|Nome|Logradouro", *codes) == "customer_code name address"


def test_bills_that_are_numbered_anew_each_year_have_numbers_and_no_months() -> None:
    rows = ("1001|2025-1|01.04.2025", "1002|2025-2|01.04.2025", "1001|2025-3|01.07.2025")
    found = mapped("Kundennummer|Rechnungsnummer|Datum", *rows)
    assert (found.kind, [c.field for c in found.columns]) == (
        "purchases",
        ["customer_code", "order_id", "date"],
    )


def test_a_heading_without_umlauts_is_known_like_one_with_them() -> None:
    rows = ("Vogl KG|R-1|02.06.2026|1.154,61|02.07.2026|offen", "Ox KG|R-2|13.06.2026|54,61|13.07.2026|offen")
    headings = "Kunde|Rechnungsnummer|Rechnungsdatum|Betrag|Faelligkeitsdatum|Zahlungsstatus"
    assert taken(headings, *rows).split()[3:5] == ["amount", "due_date"]


def test_a_bare_num_on_bills_numbers_the_bills() -> None:
    rows = ("2026-05-01|1001|Sara Rad|2026-06-01|10.00|0", "2026-05-02|1002|Reza Rad|2026-06-02|5.00|5")
    assert taken("Date|Num|Customer|Due date|Amount|Open balance", *rows).split()[1] == "order_id"


def test_the_order_and_not_its_line_is_the_number_of_a_sale() -> None:
    headings = "Sale Date|Item Name|Buyer|Quantity|Price|Transaction ID|Order ID"
    rows = (
        "2026-05-01|Soap|Ann Bell|1|9|T1|9001", "2026-05-01|Oil|Ann Bell|1|5|T2|9001",
        "2026-05-02|Soap|Bob Cole|1|9|T3|9002", "2026-05-03|Soap|Cy Dent|2|9|T4|9003",
    )  # fmt: skip
    assert taken(headings, *rows).split()[5:] == ["-", "order_id"]


def test_what_all_headings_begin_with_says_nothing() -> None:
    headings = "Person - ID|Person - Name|Person - Email - Work|Person - Phone - Work|Person - Next activity date|Person - Owner"
    rows = (
        "7|Bob Cole|bob@example.com|404-555-0102|2026-12-01|Sam",
        "9|Ann Bell|ann@example.com|404-555-0191||Sam",
    )
    found = mapped(headings, *rows)
    assert (found.kind, " ".join(c.field or "-" for c in found.columns)) == (
        "customers",
        "customer_code name email phone next_action_date owner",
    )
    assert [c.heading for c in found.columns][:2] == ["Person - ID", "Person - Name"]


def test_a_phone_number_is_no_firm_however_few_there_are() -> None:
    rows = ("Ann|Bell|404-555-0191|", "Bob|Cole|404-555-0192|404-555-0102")
    assert taken("First|Last|Mobile|Work", *rows).split()[3] != "company"


def test_more_phones_under_headings_nobody_knows_are_phones_where_they_are_written_as_such() -> None:
    rows = (
        "Ann|+49 151 23456789|+49 221 123456||0221123", "Bob|+49 151 23456780||+49 221 123457|0221124",
        "Cy|+49 151 23456781|+49 221 123458||0221125",
    )  # fmt: skip
    assert taken("Name|Handy|Laden|Zuhause 2|Vorgang", *rows) == "name mobile phone phone_home -"
    american = ("Ann|404-555-0101|404-555-0191", "Bob|404-555-0102|", "Cy|404-555-0103|404-555-0193")
    assert taken("Name|Mobile|Evening", *american) == "name mobile phone"


def test_an_account_that_all_sales_were_made_with_is_no_customer() -> None:
    rows = [f"2026-05-0{n}|T{n}|3,50|shop@example.com" for n in range(1, 5)]
    assert taken("Datum|Transaktionsnummer|Betrag|Konto", *rows) == "date order_id amount -"


def test_the_code_of_a_gate_is_no_street() -> None:
    rows = ("Ann|1 Elm St|0707", "Bob|2 Elm St|1212")
    assert taken("name|address|gate_code", *rows) == "name address -"


def test_whom_an_authority_is_called_by_is_not_the_name_of_the_firms_it_looks_at() -> None:
    rows = ("Alpha Fish Bar|1 High St|LS1 1AA|Leeds", "Beta Cafe|2 High St|LS1 1AB|Leeds")
    assert taken("BusinessName|Address|PostCode|LocalAuthorityName", *rows).startswith(
        "company address postal_code -"
    )


def test_people_beside_firms_keep_their_names() -> None:
    rows = [f"Shop {n} Ltd|Zyx{letter} Qvo{letter}|0912345678{n}" for n, letter in enumerate("abde", 1)]
    assert taken("Company|Principal name|Phone", *rows) == "company name phone"


def test_what_names_the_rows_without_a_person_is_a_firm_and_no_title() -> None:
    rows = ("101||مریم|احمدی|09121111111", "102|شرکت پارس|||09122222222", "103||رضا|کریمی|09123333333")
    assert taken("کد|عنوان|نام|نام خانوادگی|موبایل", *rows).split()[1:4] == [
        "company",
        "first_name",
        "last_name",
    ]


def test_a_title_of_people_stays_one() -> None:
    rows = ("101|مدیر|مریم|احمدی|09121111111", "102|فروشنده|رضا|کریمی|09122222222")
    assert taken("کد|عنوان|نام|نام خانوادگی|موبایل", *rows).split()[1] == "job_title"


def test_a_contact_whose_people_have_names_of_their_own_is_a_firm() -> None:
    rows = (
        "Bayside Club|Bob|Lee|bob@example.com",
        "City Cars|Martin|Dale|m@example.com",
        "Port & Sons|||p@example.com",
    )
    assert (
        taken("*ContactName|FirstName|LastName|EmailAddress", *rows) == "company first_name last_name email"
    )


def test_a_contact_person_beside_the_parts_of_a_name_is_nobodys_firm() -> None:
    rows = ("Sara Rad|Bob|Lee|bob@example.com", "Peter Berg|Martin|Dale|m@example.com")
    assert taken("Contact name|First name|Last name|Email", *rows).split()[0] == "name"


def test_places_where_something_happened_are_nobodys_addresses() -> None:
    rows = (
        "1001|No standing|Broadway|10001|09/13/2024",
        "1002|Street cleaning|5th Ave|10002|09/14/2024",
        "1003|Fire hydrant|Main St|10003|09/15/2024",
    )
    assert not mapped("Summons|Violation|Street name|Zip|Issue date", *rows).people


@pytest.mark.parametrize("heading", ["Restaurant", "Pharmacy", "داروخانه"])
def test_firms_under_what_they_are_and_where_they_stand_are_customers(heading: str) -> None:
    rows = ("Golden Dragon|12 Main St|90012", "River View|9 Oak Ave|90013", "Casa Verde|1 Pine St|90015")
    assert mapped(f"{heading}|Address|Zip", *rows).people


def test_a_column_of_customers_names_or_counts_them() -> None:
    assert taken("Customers", "Ann Lee", "Maple Grill") == "name"
    assert taken("Month|Customers", "2026-01|120", "2026-02|140").split()[1] == "-"


def test_a_time_to_be_called_at_is_no_day_of_a_call() -> None:
    found = mapped("Name|Phone|Call at", "Ann Lee|09121234567|09:30", "Bob Ray|09121234568|14:00")
    assert (found.kind, found.columns[2].field) == ("customers", "")


def test_the_day_on_which_a_customer_got_something_is_nobodys_name() -> None:
    rows = (
        "e481f5|9ef432|delivered|2017-10-02 10:56|2017-10-10 21:25",
        "53cdb2|b0830f|delivered|2018-07-24 20:41|2018-08-07 15:27",
    )
    headings = "order_id|customer_id|order_status|order_purchase_timestamp|order_delivered_customer_date"
    assert taken(headings, *rows) == "order_id customer_code status date -"
