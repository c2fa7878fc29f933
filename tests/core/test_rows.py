"""What the rows of a table say, and which rows say nothing."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, Table, find_table
from smbcrm.core.rows import ParsedSheet, parse_table
from smbcrm.core.sheets.rows.cut_cells import join_cut_cells
from smbcrm.readers.headers import load_headers


def parsed(
    *rows: Sequence[str], country: str = "IR", date_order: str = "", kind: str = "csv", **options: object
) -> ParsedSheet:
    kept = [(i, list(row)) for i, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    grid = Grid(file="x", sheet="", rows=[r for _, r in kept], row_numbers=[n for n, _ in kept], kind=kind)
    table = find_table(grid, load_headers(), options=LayoutOptions(**options))  # type: ignore[arg-type]
    assert isinstance(table, Table), table
    return parse_table(table, country=country, date_order=date_order)


def first(*rows: Sequence[str], **options: object) -> dict[str, object]:
    return parsed(*rows, **options).rows[0].fields  # type: ignore[arg-type]


def test_a_persian_row_says_who_and_how_much() -> None:
    sheet = parsed(
        [
            "کد مشتری",
            "نام",
            "نام خانوادگی",
            "موبایل",
            "شهر",
            "تاریخ تولد",
            "مجموع خرید (ریال)",
            "امتیاز",
            "رنگ",
        ],
        ["۰۰۱۲", "سارا", "احمدي", "۰۹۱۲۳۴۵۶۷۸۹", "تهران", "۱۳۶۵/۰۵/۱۲", "۱۲٬۵۰۰٬۰۰۰", "۹", "آبی"],
    )
    (row,) = sheet.rows
    assert (row.number, row.status, row.reason, row.key) == (2, "ok", None, "0012")
    assert list(row.cells) == [
        "۰۰۱۲",
        "سارا",
        "احمدي",
        "۰۹۱۲۳۴۵۶۷۸۹",
        "تهران",
        "۱۳۶۵/۰۵/۱۲",
        "۱۲٬۵۰۰٬۰۰۰",
        "۹",
        "آبی",
    ]
    assert row.fields == {
        "customer_code": "0012",
        "first_name": "سارا",
        "last_name": "احمدی",
        "name": "سارا احمدی",
        "phones": ("+989123456789",),
        "city": "تهران",
        "birth_date": "1986-08-03",
        "total_spent": 12500000,
        "unit": "IRR",
        "own_score": 9,
        "x": {"رنگ": "آبی"},
    }
    assert (sheet.kind, sheet.key_column, sheet.country) == ("customers", "کد مشتری", "IR")


def test_a_number_that_stands_for_a_name_is_a_phone() -> None:
    sheet = parsed(
        ["Name", "Phone number"],
        ["~ Sara", "+98 912 345 6789"],
        ["+98 935 111 2233", "+98 935 111 2233"],
        ["+98 935 222 3344", ""],
        ["Reza 2", "0935 333 4455"],
    )
    assert [row.fields for row in sheet.rows] == [
        {"name": "Sara", "phones": ("+989123456789",)},
        {"phones": ("+989351112233",)},
        {"phones": ("+989352223344",)},
        {"name": "Reza 2", "phones": ("+989353334455",)},
    ]


def test_a_sale_says_what_when_and_to_whom() -> None:
    sheet = parsed(
        ["Receipt no", "Date", "Customer", "Phone", "Item", "Qty", "Unit price", "Discount", "Total ($)"],
        ["R-1", "2024-05-02 10:20", "Sara Ahmadi", "09123456789", "Shoe", "2", "5", "1", "9"],
    )
    assert (sheet.kind, sheet.key_column) == ("purchases", "Receipt no")
    assert sheet.rows[0].fields == {
        "order_id": "R-1",
        "date": "2024-05-02",
        "name": "Sara Ahmadi",
        "phones": ("+989123456789",),
        "product": "Shoe",
        "quantity": 2,
        "amount": 9,
        "unit": "USD",
        "x": {"Unit price": "5", "Discount": "1"},
    }


def test_a_sale_without_an_amount_came_to_price_times_quantity() -> None:
    fields = first(
        ["Invoice", "Date", "Customer", "Qty", "Unit price"], ["1", "2024-05-02", "Sara", "3", "2.5"]
    )
    assert (fields["amount"], fields["quantity"]) == (7.5, 3)


def test_an_unpaid_bill_has_no_day_of_payment() -> None:
    sheet = parsed(
        ["Customer", "Invoice no", "Invoice date", "Due date", "Paid on", "Amount"],
        ["Sara", "I1", "2024-01-01", "2024-01-31", "2024-02-15", "500"],
        ["Reza", "I2", "2024-01-05", "2024-02-05", "", "300"],
    )
    assert [row.fields for row in sheet.rows] == [
        {
            "name": "Sara",
            "order_id": "I1",
            "due_date": "2024-01-31",
            "date": "2024-02-15",
            "amount": 500,
            "x": {"Invoice date": "2024-01-01"},
        },
        {
            "name": "Reza",
            "order_id": "I2",
            "due_date": "2024-02-05",
            "amount": 300,
            "x": {"Invoice date": "2024-01-05"},
        },
    ]


def test_a_call_log_and_a_survey_are_read() -> None:
    call = parsed(
        ["Name", "Number", "Date/Time", "Type", "Duration"],
        ["Sara", "09123456789", "2024-01-01 10:20", "Missed", "0"],
    )
    assert (call.kind, call.rows[0].fields) == (
        "interactions",
        {
            "name": "Sara",
            "phones": ("+989123456789",),
            "date": "2024-01-01",
            "kind": "Missed",
            "minutes": 0,
        },
    )
    survey = parsed(
        ["Timestamp", "Email", "How satisfied", "Comments"],
        ["2024-01-01 10:00:00", "s@example.com", "5", "good"],
    )
    assert (survey.kind, survey.rows[0].fields) == (
        "ratings",
        {"emails": ("s@example.com",), "date": "2024-01-01", "rating": 5, "text": "good"},
    )


def test_what_was_paid_is_the_amount_and_the_bill_stands_beside_it() -> None:
    sheet = parsed(
        ["Invoice no", "Customer", "Due date", "Paid on", "Amount", "Amount paid"],
        ["I1", "Sara", "2024-01-31", "2024-02-15", "500", "200"],
        ["I2", "Reza", "2024-02-05", "", "300", ""],
    )
    assert sheet.kind == "payments"
    assert [(row.fields.get("amount"), row.fields["billed"]) for row in sheet.rows] == [
        (200, 500),
        (None, 300),
    ]


def test_a_day_that_is_never_after_the_due_date_is_no_day_of_payment() -> None:
    columns = ["Invoice no", "Customer", "Date", "Due date", "Amount"]
    bills = parsed(
        columns,
        ["I1", "Sara", "2024-01-01", "2024-01-31", "5"],
        ["I2", "Reza", "2024-01-02", "2024-02-01", "3"],
    )
    assert [(row.fields["issued"], "date" in row.fields) for row in bills.rows] == [
        ("2024-01-01", False),
        ("2024-01-02", False),
    ]
    paid = parsed(
        columns,
        ["I1", "Sara", "2024-01-01", "2024-01-31", "5"],
        ["I2", "Reza", "2024-02-02", "2024-02-01", "3"],
    )
    assert [row.fields["date"] for row in paid.rows] == ["2024-01-01", "2024-02-02"]


def test_the_sum_with_tax_is_the_amount_where_there_is_no_other() -> None:
    columns = ["Invoice", "Date", "Customer", "Product", "Net", "Tax", "Gross"]
    fields = first(columns, ["1", "2024-05-02", "Sara", "Lamp", "100", "9", "109"])
    assert (fields["amount"], fields["x"]["Net"]) == (109, "100")


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (["شماره فاکتور", "تاریخ فاکتور", "نام مشتری", "جمع کل", "تخفیف", "مالیات", "قابل پرداخت"],
         [["1", "1403/05/01", "علی رضایی", "1000", "0", "90", "1090"], ["2", "1403/05/02", "مریم کاظمی", "500", "100", "36", "436"]]),
        (["Invoice", "Date", "Customer", "Amount", "VAT", "Total due"],
         [["1", "2024-05-02", "Sara Ahmadi", "1000", "90", "1090"], ["2", "2024-05-03", "Reza Karimi", "400", "36", "436"]]),
    ],
)  # fmt: skip
def test_what_was_to_pay_after_discount_and_tax_is_the_amount(
    columns: list[str], rows: list[list[str]]
) -> None:
    assert [row.fields["amount"] for row in parsed(columns, *rows).rows] == [1090, 436]


@pytest.mark.parametrize(
    ("columns", "owes", "is_owed", "neither"),
    [
        (["نام", "موبایل", "مانده", "ماهیت"], "بدهکار", "بستانکار", "بی حساب"),
        (["نام", "موبایل", "مانده", "تشخیص"], "بد", "بس", "-"),
        (["Name", "Phone", "Balance", "Dr/Cr"], "Dr", "Cr", ""),
        (["Name", "Phone", "Balance", "Dr/Cr"], "D", "C", ""),
        (["Name", "Telefon", "Saldo", "S/H"], "S", "H", ""),
        (["Name", "Phone", "Balance", "Balance type"], "Debit", "Credit", "nil"),
    ],
)
def test_a_balance_of_the_customers_own_money_is_no_debt(
    columns: list[str], owes: str, is_owed: str, neither: str
) -> None:
    sheet = parsed(
        columns,
        ["Ali Rezaei", "09121234567", "1,200", owes],
        ["Mina Tavakoli", "09351234567", "500", is_owed],
        ["Omid Jalali", "09361234567", "0", neither],
    )
    assert [row.fields["balance"] for row in sheet.rows] == [1200, -500, 0]
    assert f"column {columns[3]} tells who is owed: 1 balance is the customer's own money" in map(
        str, sheet.notes
    )


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Class", ("A", "B", "A")),
        ("Group", ("C", "D", "")),
        ("گروه", ("A", "B", "")),
        ("Terms", ("credit", "", "credit")),
        ("Payment method", ("Debit", "Credit", "Debit")),
    ],
)
def test_a_class_or_a_way_to_pay_does_not_tell_whose_a_balance_is(
    heading: str, cells: tuple[str, str, str]
) -> None:
    people = (("Ali Rezaei", "09121234567"), ("مینا توکلی", "09351234567"), ("Omid Jalali", "09361234567"))
    sheet = parsed(
        ["Name", "Phone", "Balance", heading],
        *([*who, "500", cell] for who, cell in zip(people, cells)),
    )
    assert [row.fields["balance"] for row in sheet.rows] == [500, 500, 500]


@pytest.mark.parametrize(
    "columns",
    [["Customer", "Current", "1-30", "31-60", "61-90", "> 90", "Total"], ["مشتری", "جاری", "1-30 روز", "31-60 روز", "61-90 روز", "بیش از 90", "جمع کل"]],
)  # fmt: skip
def test_the_total_of_a_report_by_age_is_what_is_owed(columns: list[str]) -> None:
    sheet = parsed(
        columns,
        ["Anna Bell", "100", "0", "0", "0", "0", "100"],
        ["Bob Cole", "0", "50", "20", "0", "0", "70"],
    )
    assert sheet.kind == "customers"
    assert [(row.fields["name"], row.fields["balance"]) for row in sheet.rows] == [
        ("Anna Bell", 100),
        ("Bob Cole", 70),
    ]


def test_a_discount_is_taken_off_the_price() -> None:
    columns = ["Invoice", "Date", "Customer", "Qty", "Unit price"]
    assert first([*columns, "Discount"], ["1", "2024-05-02", "Sara", "3", "10", "5"])["amount"] == 25
    assert first([*columns, "Discount %"], ["1", "2024-05-02", "Sara", "3", "10", "5"])["amount"] == 28.5
    assert first([*columns, "تخفیف"], ["1", "2024-05-02", "Sara", "2", "10", "۱۰٪"])["amount"] == 18


def test_what_a_column_calls_a_return_is_taken_off() -> None:
    till = parsed(
        ["تاریخ", "مشتری", "مبلغ", "نوع"],
        ["۱۴۰۳/۰۱/۰۵", "سارا احمدی", "100", "فروش"],
        ["۱۴۰۳/۰۱/۰۶", "سارا احمدی", "40", "برگشت از فروش"],
        ["۱۴۰۳/۰۱/۰۷", "سارا احمدی", "-30", "برگشت از فروش"],
    )
    assert till.kind == "purchases"
    assert [row.fields["amount"] for row in till.rows] == [100, -40, -30]


def test_the_channel_of_a_contact_stands_beside_its_direction() -> None:
    calls = parsed(
        ["Name", "Number", "Direction", "Type", "Date/Time"],
        ["Sara", "09123456789", "Incoming", "Call", "2024-01-01 10:20"],
        ["Sara", "09123456789", "Outgoing", "SMS", "2024-01-02 10:20"],
    )
    assert [row.fields["kind"] for row in calls.rows] == ["Incoming Call", "Outgoing SMS"]
    assert all("customer_type" not in row.fields for row in calls.rows)


def test_our_own_ids_stand_for_names_and_codes() -> None:
    calls = parsed(["Customer", "Date", "Type"], ["C7", "2024-01-01", "Call"], ["c12", "2024-01-02", "Visit"])
    assert [row.fields for row in calls.rows] == [
        {"crm_id": "C7", "date": "2024-01-01", "kind": "Call"},
        {"crm_id": "C12", "date": "2024-01-02", "kind": "Visit"},
    ]
    till = parsed(
        ["ID", "Name", "Date", "Amount"],
        ["C7", "Sara Ahmadi", "2024-01-01", "5"],
        ["C8", "Reza Rad", "2024-01-02", "6"],
    )
    assert (till.kind, [row.fields["crm_id"] for row in till.rows]) == ("purchases", ["C7", "C8"])


def test_who_walked_in_is_nobody() -> None:
    till = parsed(
        ["Date", "Customer", "Mobile", "Amount"],
        ["2024-01-01", "Walk-in customer", "", "5"],
        ["2024-01-02", "مشتری متفرقه", "09123456789", "6"],
        ["2024-01-03", "Sara Ahmadi", "", "7"],
    )
    assert [row.status for row in till.rows] == ["skipped", "ok", "ok"]
    assert "name" not in till.rows[1].fields
    kept = parsed(["Name", "Mobile"], ["Guest", "09123456789"], ["Sara", "09123456780"])
    assert kept.rows[0].fields["name"] == "Guest"  # on a list of customers a name is a name


def test_names_that_look_like_nothing_are_names_and_elsewhere_nothing_is_nothing() -> None:
    sheet = parsed(
        ["Name", "Phone", "City"],
        ["NA", "09123456789", "NA"],
        ["Null", "N/A", "-"],
        ["True", "", "NULL"],
        ["None", "ندارد", "Qom"],
        ["#REF!", "09351112233", ""],
    )
    assert [row.fields for row in sheet.rows] == [
        {"name": "NA", "phones": ("+989123456789",)},
        {"name": "Null"},
        {"name": "True"},
        {"name": "None", "city": "Qom"},
        {"phones": ("+989351112233",), "bad": ("name",)},
    ]


def test_every_phone_and_mail_of_a_row_is_kept_mobiles_first() -> None:
    fields = first(
        ["Name", "Tel", "Mobile", "Phone", "Email", "Email "],
        [
            "Sara",
            "021-88776655",
            "09123456789 / 09351112233",
            "09123456789",
            "S@Example.com",
            "x@example.org; s@example.com",
        ],
    )
    assert fields["phones"] == ("+989123456789", "+989351112233", "+982188776655")
    assert fields["emails"] == ("s@example.com", "x@example.org")


def test_the_language_of_the_headings_does_not_decide_the_country_of_the_numbers() -> None:
    rows = (["Maya Curtis", "415/252-9289"], ["Ann Lee", "404/875-8424"])
    assert (
        parsed(["نام", "تلفن"], *rows, country="").country
        == parsed(["Name", "Phone"], *rows, country="").country
        == ""
    )
    assert parsed(["Name", "Phone"], ["سارا احمدی", "021-88776655"], country="").country == "IR"


def test_a_wrong_number_is_kept_and_said() -> None:
    sheet = parsed(["Name", "Mobile"], ["Sara", "0912345"], ["Reza", "09351112233"])
    assert sheet.rows[0].fields == {"name": "Sara", "phones": ("0912345",), "bad": ("phones",)}
    assert [(p.row, p.column) for p in sheet.problems] == [(2, "Mobile")]


def test_a_row_known_by_a_damaged_number_only_is_rejected() -> None:
    sheet = parsed(["Name", "Mobile"], ["", "9.12E+09"], ["Sara", "9.12E+09"], ["", "09123456789"])
    assert [(row.status, str(row.reason or "")) for row in sheet.rows] == [
        ("rejected", "nothing but a damaged number to know the customer by"),
        ("ok", ""),
        ("ok", ""),
    ]


def test_the_reason_of_a_rejected_row_names_what_is_damaged() -> None:
    sheet = parsed(
        ["Name", "Mobile"], ["#REF!", ""], ["#N/A", "9.12E+09"], ["#N/A", "09123456789"], ["", "9.1E+09"]
    )
    assert [str(row.reason or "") for row in sheet.rows] == [
        "nothing but a damaged name to know the customer by",
        "nothing but a damaged name and a damaged number to know the customer by",
        "",
        "nothing but a damaged number to know the customer by",
    ]


def test_a_row_without_anybody_is_skipped_with_its_reason() -> None:
    sheet = parsed(
        ["Name", "Phone", "City"], ["Sara", "09123456789", "Qom"], ["", "-", "Karaj"], ["-", "", ""]
    )
    assert [(row.status, str(row.reason or "")) for row in sheet.rows] == [
        ("ok", ""),
        ("skipped", "nothing to know a customer by: no name, phone, e-mail or code"),
        ("skipped", "nothing to know a customer by: no name, phone, e-mail or code"),
    ]


def test_rows_come_in_their_order_with_those_left_out_between_them() -> None:
    sheet = parsed(
        ["Name", "Phone"], ["Sara", "09123456789"], ["----", "----"], ["Reza", "09351112233"], ["Total", "2"]
    )
    assert [(row.number, row.status, row.cells[0]) for row in sheet.rows] == [
        (2, "ok", "Sara"),
        (3, "skipped", "----"),
        (4, "ok", "Reza"),
        (5, "skipped", "Total"),
    ]


def test_shattered_amounts_are_put_together_where_there_is_one_way() -> None:
    sheet = parsed(
        ["رديف", "نام حساب", "تلفن", "مانده", "شهر"],
        ["1", "احمدي", "02188776655", "2", "390", "000", "تهران"],
        ["2", "كريمي", "02122334455", "800", "000", "شيراز"],
        ["3", "يكتا", "05138445566", "0", "مشهد"],
    )
    assert [(row.fields["balance"], row.fields["city"]) for row in sheet.rows] == [
        (2390000, "تهران"),
        (800000, "شیراز"),
        (0, "مشهد"),
    ]
    assert list(sheet.rows[0].cells) == ["1", "احمدي", "02188776655", "2", "390", "000", "تهران"]


def test_shattered_amounts_that_can_be_read_two_ways_are_kept_aside_and_never_shifted() -> None:
    sheet = parsed(["نام", "بدهی", "مانده", "شهر"], ["احمدی", "2", "390", "000", "500", "تهران"])
    assert sheet.rows[0].fields == {"name": "احمدی", "x": {"_extra": "2 | 390 | 000 | 500 | تهران"}}
    assert [(p.row, str(p.what)) for p in sheet.problems] == [
        (2, "an amount is cut up at its thousands separators; the cells from there on are kept aside")
    ]


def test_extra_cells_are_kept_aside_and_short_rows_are_short() -> None:
    sheet = parsed(
        ["Name", "Phone", "City"],
        ["Sara", "09123456789", "Qom", "more", "", "and more"],
        ["Reza"],
        *[[f"Ali {i}", f"0912000{i:04d}", "Qom"] for i in range(10)],
    )
    assert sheet.rows[0].fields["x"] == {"_extra": "more | and more"}
    assert sheet.rows[1].fields == {"name": "Reza"}


def test_year_month_and_day_in_three_columns_are_one_day() -> None:
    rows = (
        ["نام", "سال تولد", "ماه تولد", "روز تولد"],
        ["سارا", "1365", "5", "12"],
        ["رضا", "", "1", "3"],
        ["علی", "1370", "", ""],
    )
    assert [row.fields.get("birth_date") for row in parsed(*rows).rows] == ["1986-08-03", "--01-03", None]


def test_an_address_is_put_together_with_its_house_number() -> None:
    assert first(
        ["given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state"],
        ["danielle", "moore", "23", "larcombe crescent", "peak view", "applecross", "4305", "qld"],
    ) == {
        "first_name": "danielle",
        "last_name": "moore",
        "name": "danielle moore",
        "address": "23 larcombe crescent, peak view",
        "city": "applecross",
        "postal_code": "4305",
        "province": "qld",
    }


def test_a_house_number_without_a_street_is_not_lost() -> None:
    assert first(["first_name", "last_name", "house_number"], ["Ann", "Lee", "12"])["address"] == "12"


def test_home_and_work_addresses_do_not_mix() -> None:
    fields = first(
        [
            "First Name",
            "Last Name",
            "Home Street",
            "Home City",
            "Business Street",
            "Business City",
            "Business Postal Code",
        ],
        ["Jörg", "Schäfer", "", "", "Hauptstr. 1", "Köln", "50667"],
    )
    assert (fields["address"], fields["city"], fields["postal_code"]) == ("Hauptstr. 1", "Köln", "50667")
    both = first(
        ["Name", "Home Street", "Home City", "Business Street", "Business City"],
        ["Jörg", "Gartenweg 2", "Bonn", "Hauptstr. 1", "Köln"],
    )
    assert both == {
        "name": "Jörg",
        "address": "Gartenweg 2",
        "city": "Bonn",
        "addresses": ("Gartenweg 2", "Hauptstr. 1, Köln"),
    }


def test_two_values_for_one_field_are_both_kept() -> None:
    fields = first(
        ["Name", "Company", "Company ", "Notes", "Remarks"],
        ["Sara", "Acme", "Pars", "likes tea", "pays late"],
    )
    assert fields == {
        "name": "Sara",
        "company": "Acme",
        "notes": "likes tea\npays late",
        "x": {"Company": "Pars"},
    }


def test_amounts_in_two_currencies_are_not_put_side_by_side() -> None:
    fields = first(["نام", "مجموع خرید (تومان)", "مانده (ریال)"], ["سارا", "1000", "500"])
    assert fields == {"name": "سارا", "total_spent": 1000, "unit": "IRT", "x": {"مانده (ریال)": "500 IRR"}}


def test_debit_and_credit_columns_make_one_balance() -> None:
    sheet = parsed(["نام", "بدهکار", "بستانکار"], ["سارا", "500", "0"], ["رضا", "0", "200"])
    assert [row.fields["balance"] for row in sheet.rows] == [500, -200]


def test_what_is_not_understood_is_kept_as_it_was_typed() -> None:
    sheet = parsed(
        ["نام", "امتیاز", "تاریخ تولد", "مجموع خرید"],
        ["سارا", "۸", "1365/05/12", "1000"],
        ["رضا", "15", "بهار", "رایگان"],
        ["علی", "۷", "1370/01/03", "2000"],
        ["مینا", "۹", "1371/01/03", "2000"],
    )
    assert sheet.rows[1].fields == {
        "name": "رضا",
        "x": {"امتیاز": "15", "تاریخ تولد": "بهار", "مجموع خرید": "رایگان"},
        "bad": ("birth_date", "total_spent", "own_score"),
    } | {"bad": sheet.rows[1].fields["bad"]}
    assert set(sheet.rows[1].fields["bad"]) == {"birth_date", "total_spent", "own_score"}  # type: ignore[call-overload]


def test_days_that_can_be_read_two_ways_are_kept_and_counted_until_the_order_is_told() -> None:
    rows = (["Name", "Last purchase"], ["Sara", "03/04/2024"], ["Reza", "05/06/2024"])
    asked = parsed(*rows)
    assert asked.rows[0].fields == {
        "name": "Sara",
        "x": {"Last purchase": "03/04/2024"},
        "bad": ("last_purchase_date",),
    }
    assert "2 days in column Last purchase can be read in two ways; --date-order tells how" in map(
        str, asked.notes
    )
    assert [row.fields["last_purchase_date"] for row in parsed(*rows, date_order="dmy").rows] == [
        "2024-04-03",
        "2024-06-05",
    ]


def test_a_column_of_currencies_tells_the_unit_of_each_row() -> None:
    sheet = parsed(
        ["Name", "Total spent", "Currency"], ["Sara", "5", "USD"], ["Reza", "7", "EUR"], ["Ali", "", "shells"]
    )
    assert [row.fields for row in sheet.rows] == [
        {"name": "Sara", "total_spent": 5, "unit": "USD"},
        {"name": "Reza", "total_spent": 7, "unit": "EUR"},
        {"name": "Ali", "x": {"Currency": "shells"}},
    ]


def test_an_id_of_the_sale_is_not_taken_for_the_customer() -> None:
    sheet = parsed(
        ["ID", "Date", "Customer", "Amount"],
        ["901", "2024-01-02", "Sara", "5"],
        ["902", "2024-01-03", "Sara", "6"],
    )
    assert (sheet.key_column, sheet.rows[0].fields) == (
        "ID",
        {"order_id": "901", "date": "2024-01-02", "name": "Sara", "amount": 5},
    )


def test_the_second_address_of_a_phone_book_is_an_address_of_its_own() -> None:
    fields = first(["Full name", "Address", "Address 2"], ["Sara", "Azadi St 5", "Valiasr St 7"], kind="vcf")
    assert fields["addresses"] == ("Azadi St 5", "Valiasr St 7")


def test_tags_are_taken_apart_and_the_marks_of_phone_books_dropped() -> None:
    fields = first(["Name", "Group Membership"], ["Sara", "* myContacts ::: مشتری ::: VIP, عمده"])
    assert fields["tags"] == ("مشتری", "VIP", "عمده")


def test_who_must_not_be_contacted_is_marked() -> None:
    sheet = parsed(["Name", "Do not contact"], ["Sara", "yes"], ["Reza", "no"], ["Ali", ""])
    assert [row.fields.get("do_not_contact") for row in sheet.rows] == [True, None, None]


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("Не беспокоить", "да", "нет"),
        ("Не звонить", "да", ""),
        ("Nicht anrufen", "ja", "nein"),
        ("Keine Werbung", "x", ""),
        ("Werbesperre", "1", "0"),
        ("请勿联系", "是", "否"),
        ("No molestar", "sí", "no"),
        ("No contactar", "sí", ""),
        ("Unsubscribed", "TRUE", "FALSE"),
        ("Opted out", "Opted out", ""),
        ("Email Opt Out", "true", "false"),
        ("پیامک نفرستید", "بله", "خیر"),
        ("لغو پیامک", "بله", "ندارد"),
        ("Nie dzwonić", "tak", "nie"),
        ("Non chiamare", "sì", "no"),
        ("Não ligar", "sim", "não"),
        ("수신거부", "예", "아니요"),
    ],
)
def test_who_asks_for_peace_is_heard_in_many_languages(heading: str, yes: str, no: str) -> None:
    sheet = parsed(["Name", "Phone", heading], ["Sara", "09121234567", yes], ["Reza", "09121234568", no])
    assert [row.fields.get("do_not_contact") for row in sheet.rows] == [True, None]


@pytest.mark.parametrize("heading", ["Unsubscribed", "Opted out"])
def test_the_day_since_when_somebody_wants_peace_is_a_yes_and_kept(heading: str) -> None:
    fields = first(["Name", heading], ["Sara", "2024-03-01"], ["Reza", ""])
    assert (fields["do_not_contact"], fields["x"]) == (True, {heading: "2024-03-01"})


@pytest.mark.parametrize(
    ("heading", "yes", "no"),
    [
        ("اجازه تماس", "بله", "خیر"),
        ("اجازه تماس", "دارد", "ندارد"),
        ("Marketing consent", "yes", "no"),
        ("Contact permission", "granted", "denied"),
        ("May contact", "1", "0"),
        ("Einwilligung", "ja", "widerrufen"),
        ("Согласие на звонки", "да", "нет"),
        ("İletişim İzni", "evet", "hayır"),
        ("允许联系", "是", "否"),
    ],
)
def test_who_refuses_to_be_contacted_is_left_in_peace_and_what_was_answered_is_kept(
    heading: str, yes: str, no: str
) -> None:
    sheet = parsed(["Name", heading], ["Sara", yes], ["Reza", no], ["Ali", ""])
    assert [row.fields.get("do_not_contact") for row in sheet.rows] == [None, True, None]
    assert [row.fields.get("x") for row in sheet.rows] == [{heading: yes}, {heading: no}, None]


def test_of_several_columns_one_that_asks_for_peace_is_enough() -> None:
    sheet = parsed(
        ["Name", "Do not call", "Marketing consent", "Unsubscribed"],
        ["Sara", "no", "yes", "yes"],
        ["Reza", "", "no", ""],
        ["Ali", "yes", "yes", ""],
        ["Mina", "no", "yes", ""],
    )
    assert [row.fields.get("do_not_contact") for row in sheet.rows] == [True, True, True, None]


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ([["ID", "Name"], ["7", "Sara"], ["8", "Reza"]], "ID"),
        ([["ID", "Name"], ["7", "Sara"], ["7", "Reza"]], ""),
        ([["ID", "Name"], ["7", "Sara"], ["", "Reza"]], ""),
        ([["Name", "Email"], ["Sara", "s@example.com"], ["Reza", "r@example.com"]], "Email"),
        ([["Name", "City"], ["Sara", "Qom"], ["Reza", "Karaj"]], ""),
        ([["No", "Name"], ["1", "Sara"], ["2", "Reza"]], ""),
        ([["Date", "Customer", "Phone", "Total"], ["2024-01-01", "Sara", "09123456789", "5"]], ""),
        ([["Date", "Customer", "Receipt", "Total"], ["2024-01-01", "Sara", "R1", "5"]], "Receipt"),
    ],
)
def test_the_key_column_is_filled_different_in_every_row_and_no_accident(
    rows: list[list[str]], key: str
) -> None:
    assert parsed(*rows).key_column == key


def test_our_own_list_keeps_its_ids_and_only_what_the_owner_gave() -> None:
    assert first(
        [
            "id",
            "name",
            "company",
            "phone",
            "email",
            "city",
            "score",
            "own_score",
            "suggested_score",
            "tier",
            "last_interaction",
            "tags",
        ],
        ["C17", "Sara", "", "+989123456789", "", "", "8.2", "9", "7.9", "A", "2026-01-02", "vip"],
    ) == {"crm_id": "C17", "name": "Sara", "phones": ("+989123456789",), "own_score": 9, "tags": ("vip",)}


cells = st.sampled_from(
    [
        "",
        "Sara",
        "احمدی",
        "09123456789",
        "12,500",
        "1403/05/12",
        "x@y.co",
        "NA",
        "7",
        "#REF!",
        "a\nb",
        "'0012",
        "بله",
    ]
)


colours = st.sampled_from(["", "red", "آبی", "12,500", "1403/05/12", "NA", "7", "#REF!", "a\nb", "'0012"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(colours, st.lists(cells, min_size=4, max_size=6)), max_size=8))
def test_no_cell_is_lost_whatever_it_holds(given_rows: list[tuple[str, list[str]]]) -> None:
    rows = [["Sara", *row[:3], colour, *row[3:]] for colour, row in given_rows]
    sheet = parsed(["Name", "Phone", "Birthday", "Total spent", "Colour", "Notes"], *rows)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert [list(row.cells) for row in sheet.rows] == filled
    put_together = join_cut_cells(enumerate(filled), 6)  # under other headings, for one way only fits
    for place, row in enumerate(sheet.rows):
        colour = row.cells[4].removeprefix("'")
        assert (
            place in put_together
            or not colour
            or colour.replace("\n", "") in str(row.fields).replace("\\n", "").replace("\n", "")
        )


@pytest.mark.parametrize(
    ("headings", "cells", "country", "phones"),
    [
        (["Vorwahl", "Telefon"], ["09443", "790603"], "DE", ("+499443790603",)),
        (["Vorwahl", "Telefon"], ["9443", "09443 790603"], "DE", ("+499443790603",)),
        (["Vorwahl", "Telefon", "Mobil"], ["030", "", "0170 1234567"], "DE", ("+491701234567",)),
        (["پیش شماره", "تلفن"], ["۰۲۱", "۸۸۷۷۶۶۵۵"], "IR", ("+982188776655",)),
        (["پیش شماره", "تلفن"], ["021", "02188776655"], "IR", ("+982188776655",)),
        (["DDD", "Telefone"], ["11", "3123-4567"], "BR", ("+551131234567",)),
        (["Area code", "Phone"], ["212", "5551234"], "US", ("+12125551234",)),
    ],
)
def test_an_area_code_in_a_column_of_its_own_belongs_to_the_number_beside_it(
    headings: list[str], cells: list[str], country: str, phones: tuple[str, ...]
) -> None:
    fields = first(["Name", *headings], ["Sara Rad", *cells], country=country)
    assert fields["phones"] == phones
    assert "x" not in fields


@pytest.mark.parametrize(
    ("headings", "cells", "phone"),
    [
        (["Country Code", "Phone"], ["44", "7911123456"], "+447911123456"),
        (["Country Code", "Phone"], ["98", "09123456701"], "+989123456701"),
        (["Country Code", "Phone"], ["+98", "989123456701"], "+989123456701"),
        (["کد کشور", "موبایل"], ["۹۸", "۹۱۲۳۴۵۶۷۰۱"], "+989123456701"),
        (["Country Code", "Phone"], ["39", "0612345678"], "+390612345678"),
        (["Country Code", "Phone"], ["1", "+44 7911 123456"], "+447911123456"),
    ],
)
def test_the_calling_code_of_a_country_belongs_to_the_number_beside_it(
    headings: list[str], cells: list[str], phone: str
) -> None:
    assert first(["Name", *headings], ["Sara Rad", *cells], country="US")["phones"] == (phone,)


def test_an_area_code_without_any_phone_is_kept() -> None:
    assert first(["Name", "Email", "Area code"], ["Sara Rad", "s@example.com", "021"])["x"] == {
        "Area code": "021"
    }


@pytest.mark.parametrize(
    ("names", "number", "phone"),
    [
        (("Jörg Müller", "Käthe Weiß"), "0911 1234567", "0911 1234567"),
        (("佐藤花子", "鈴木一郎"), "090-1234-5678", "090-1234-5678"),
        (("Jörg Müller", "Käthe Weiß"), "09443 790603", "09443 790603"),
        (("Otto Kraus", "Emma Kraus"), "09443 790603", "09443 790603"),
        (("Sara Karimi", "Reza Rad"), "0912 345 6789", "+989123456789"),
    ],
    ids=["Nuremberg", "Tokyo", "Bavaria", "no such mobile", "Tehran"],
)
def test_numbers_of_another_country_that_look_like_iranian_mobiles_stay_as_typed(
    names: tuple[str, str], number: str, phone: str
) -> None:
    rows = parsed(["Name", "Phone"], *([name, number] for name in names), country="").rows
    assert [row.fields["phones"] for row in rows] == [(phone,), (phone,)]


ORDERED = ["Order ID", "Customer", "Order date", "Ship date", "Total"]


def test_another_column_proves_how_days_and_months_run() -> None:
    sheet = parsed(
        ORDERED,
        ["1", "Sara Rad", "11/8/2024", "11/11/2024", "12"],
        ["2", "Reza Rad", "6/12/2024", "6/16/2024", "30"],
        ["3", "Mina Rad", "7/1/2024", "7/5/2024", "55"],
    )
    assert [row.fields.get("date") for row in sheet.rows] == ["2024-11-08", "2024-06-12", "2024-07-01"]
    assert "days are read as month/day/year, as column Ship date shows" in map(str, sheet.notes)


def test_columns_that_prove_different_orders_prove_none() -> None:
    sheet = parsed(
        [*ORDERED, "Packed"],
        ["1", "Sara Rad", "11/8/2024", "11/30/2024", "12", "30/11/2024"],
        ["2", "Reza Rad", "6/12/2024", "6/16/2024", "30", "16/06/2024"],
    )
    assert [row.fields.get("date") for row in sheet.rows] == [None, None]


def test_short_years_are_where_hardly_any_other_number_stands() -> None:
    days = [(d, m) for m in (1, 5, 12) for d in (2, 7, 13, 20, 25, 28, 3, 11, 15, 31)]
    rows = [[f"{d:02}/{m:02}/20", "Sara Rad", "12"] for d, m in days]
    sheet = parsed(["Date", "Customer", "Amount"], *rows)
    assert [row.fields.get("date") for row in sheet.rows[:3]] == ["2020-01-02", "2020-01-07", "2020-01-13"]


def test_who_receives_a_gift_lends_the_buyer_no_name() -> None:
    headings = [
        "Order Number", "Order Date", "Order Total", "Billing First Name", "Billing Last Name", "Billing Email",
        "Shipping First Name", "Shipping Last Name",
    ]  # fmt: skip
    sheet = parsed(
        headings,
        ["1", "2026-05-01", "20", "Bob", "Cole", "bob@example.com", "Mia", "Cole"],
        ["2", "2026-05-02", "10", "", "", "ann@example.com", "Ann", "Bell"],
    )
    assert [row.fields.get("name") for row in sheet.rows] == ["Bob Cole", "Ann Bell"]
    assert sheet.rows[0].fields["x"] == {"Shipping First Name": "Mia"}


@pytest.mark.parametrize(
    ("customer", "contact", "firm", "person"),
    [
        ("Customer", "Contact person", "Huber Bakery Ltd", "Anna Huber"),
        ("Client", "Contact Name", "Kern Metals", "Peter Kern"),
        ("Kunde", "Ansprechpartner", "Bäckerei Huber GmbH", "Anna Huber"),
        ("نام مشتری", "شخص رابط", "شرکت پارس", "علی رضایی"),
    ],
)
def test_who_speaks_for_a_customer_lends_him_no_name_in_whatever_column_he_stands(
    customer: str, contact: str, firm: str, person: str
) -> None:
    rows = [[firm, person, "+493012345678"], ["", person, "+493012345679"], ["Jan Lenz", "", "+493012345677"]]
    straight = parsed([customer, contact, "Phone"], *rows)
    turned = parsed([contact, customer, "Phone"], *([b, a, c] for a, b, c in rows))
    for sheet in (straight, turned):
        assert [row.fields.get("name") for row in sheet.rows] == [firm, person, "Jan Lenz"]
        assert sheet.rows[0].fields["x"] == {contact: person}


def test_a_column_of_phones_and_emails_gives_both() -> None:
    sheet = parsed(
        ["Name", "Contact"],
        ["Sara Rad", "sara@example.com"], ["Reza Rad", "0912 345 6789"], ["Mina Far", "0912 345 6788"],
    )  # fmt: skip
    assert [(row.fields.get("phones"), row.fields.get("emails")) for row in sheet.rows] == [
        (None, ("sara@example.com",)),
        (("+989123456789",), None),
        (("+989123456788",), None),
    ]
    assert not sheet.problems


def test_the_first_and_the_last_name_of_a_bill_are_one_name() -> None:
    row = first(["نام صورتحساب", "نام خانوادگی صورتحساب", "تلفن"], ["سارا", "کریمی", "09123456789"])
    assert row["name"] == "سارا کریمی"


def test_a_town_that_its_postal_code_stands_before_is_taken_apart() -> None:
    sheet = parsed(
        ["Naam", "Straat", "Plaats"],
        ["Sara Rad", "Beekstraat 5", "9120 Beverdam"], ["Reza Rad", "Dorp 1", "9130 Sint-Kieldam"], ["Mina Far", "Dorp 2", "Verdam"],
    )  # fmt: skip
    assert [(row.fields.get("postal_code"), row.fields.get("city")) for row in sheet.rows] == [
        ("9120", "Beverdam"),
        ("9130", "Sint-Kieldam"),
        (None, "Verdam"),
    ]
    beside = first(["Name", "PLZ", "Ort"], ["Sara Rad", "50667", "50667 Köln"])
    assert (beside["postal_code"], beside["city"]) == ("50667", "50667 Köln")


def test_what_was_paid_back_in_part_is_taken_off_the_sale() -> None:
    sheet = parsed(
        ["Order id", "Date", "Email", "Amount", "Amount Refunded"],
        ["1", "2026-05-01", "ann@example.com", "100.00", "30.00"], ["2", "2026-05-02", "bob@example.com", "50.00", "0.00"],
        ["3", "2026-05-03", "cy@example.com", "20.00", "20.00"],
    )  # fmt: skip
    assert [(row.status, row.fields["amount"]) for row in sheet.rows] == [
        ("ok", 70),
        ("ok", 50),
        ("skipped", 0),
    ]
    assert (
        "2 sales were paid back in part or in whole (column Amount Refunded): what was paid back is taken off"
        in map(str, sheet.notes)
    )


def test_a_mark_that_a_sale_was_paid_back_is_no_sum() -> None:
    sheet = parsed(
        ["Order id", "Date", "Email", "Amount", "Refunded?"],
        ["1", "2026-05-01", "ann@example.com", "100.00", "1"], ["2", "2026-05-02", "bob@example.com", "50.00", "0"],
    )  # fmt: skip
    assert [row.fields["amount"] for row in sheet.rows] == [100, 50]


def test_a_sale_that_tells_nothing_but_an_unreadable_day_or_sum_is_damaged_and_an_empty_one_is_none() -> None:
    sheet = parsed(
        ["Date", "Customer", "Phone", "Product", "Amount"],
        ["2024-03-01", "Sara", "09121234567", "Tea", "70"],
        ["2024-13-45", "Reza", "09121234568", "", "abc"],
        ["2024-13-45", "Reza", "09121234568", "Tea", "abc"],
        ["", "Ali", "09121234569", "", "abc"],
        ["", "Mina", "09121234561", "", ""],
        ["2024-03-04", "Nima", "09121234562", "", "abc"],
        ["", "Nima", "09121234562", "Tea", "80"],
    )
    assert [row.status for row in sheet.rows] == ["ok", "rejected", "ok", "rejected", "skipped", "ok", "ok"]
    assert str(sheet.rows[1].reason) != str(sheet.rows[4].reason)


@pytest.mark.parametrize("heading", ["Placed", "Placed on", "Order placed on"])
def test_an_order_has_the_day_it_was_placed_on(heading: str) -> None:
    sheet = parsed(
        ["Order", "Customer", heading, "Total"],
        ["A1", "Sara Ahmadi", "2024-03-01", "50"],
        ["A2", "Reza Karimi", "2024-03-02", "70"],
    )
    assert (sheet.kind, [row.fields["date"] for row in sheet.rows]) == (
        "purchases",
        ["2024-03-01", "2024-03-02"],
    )


@pytest.mark.parametrize("heading", ["مبلغ قسط", "Monthly instalment amount", "Taksit Tutarı"])
def test_one_instalment_is_not_what_a_customer_spent_in_all(heading: str) -> None:
    sheet = parsed(
        ["Name", "Mobile", heading], ["Sara", "09121234567", "250"], ["Reza", "09121234568", "300"]
    )
    assert (sheet.kind, ["total_spent" in row.fields for row in sheet.rows]) == ("customers", [False] * 2)
