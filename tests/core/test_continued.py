"""Sales whose buyer is said once for several rows go to him, and sales without a buyer to nobody."""

from __future__ import annotations

import pytest

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, Table, find_table
from smbcrm.core.rows import parse_table
from smbcrm.readers.headers import load_headers


def table(text: str) -> Table:
    lines = [(n, line.split("|")) for n, line in enumerate(text.strip().split("\n"), 1) if line.strip("| ")]
    grid = Grid(
        file="x", sheet="", rows=[row for _, row in lines], row_numbers=[n for n, _ in lines], kind="csv"
    )
    found = find_table(grid, load_headers(), options=LayoutOptions())
    assert isinstance(found, Table), found
    return found


def buyers(found: Table) -> list[tuple[int, str]]:
    """Give by row number the name that stands in its row."""
    (name,) = (c.index for c in found.columns if c.field == "name")
    return [(number, found.cells[name][i]) for i, (number, _) in enumerate(found.rows)]


def left_out(found: Table) -> list[tuple[int, str]]:
    return [(number, str(why)) for number, _, why in found.skipped]


def told(found: Table) -> list[str]:
    return [str(note) for note in found.notes if "did not say whose" in str(note)]


@pytest.mark.parametrize(
    ("head", "one", "other", "total"),
    [
        ("Customer|Date|Invoice|Item|Amount", "John Smith", "Mary Jones", "Total John Smith"),
        ("مشتری|تاریخ|شماره فاکتور|کالا|مبلغ", "علی رضایی", "مریم کاظمی", "جمع علی رضایی"),
        ("Kunde|Datum|Rechnung|Artikel|Betrag", "Max Mustermann", "Erika Muster", "Summe Max Mustermann"),
    ],
)
def test_sales_below_a_name_are_of_whom_it_names_and_its_sums_are_no_sales(
    head: str, one: str, other: str, total: str
) -> None:
    found = table(
        f"{head}\n{one}||||\n|2024-05-01|1001|Mug|12.00\n|2024-05-09|1005|Cup|8.00\n{total}||||20.00\n"
        f"{other}||||\n|2024-05-03|1002|Pot|30.00\nTotal {other}||||30.00\nTotal||||50.00"
    )
    assert found.kind == "purchases"
    assert buyers(found) == [(3, one), (4, one), (7, other)]
    heads, sums = "a heading within the table", "a line of totals"
    assert left_out(found) == [(2, heads), (5, sums), (6, heads), (8, sums), (9, sums)]
    assert told(found) == [
        "3 rows did not say whose they are: taken from the row above, as lists do that say it once"
    ]


def test_lines_of_one_bill_are_of_its_buyer_day_and_number() -> None:
    found = table(
        "Order|Date|Customer|E-mail|Item|Quantity|Total\n5001|13.05.2024|Max Muster|max@example.com|Cup|2|12.00\n"
        "||||Plate|1|8.50\n||||Bowl|1|9.50\n5002|14.05.2024|Erika Ernst|erika@example.com|Pot|1|30.00"
    )
    assert [list(cells[:4]) for _, cells in found.rows][:3] == [
        ["5001", "13.05.2024", "Max Muster", "max@example.com"]
    ] * 3
    assert [name for _, name in buyers(found)] == ["Max Muster"] * 3 + ["Erika Ernst"]


@pytest.mark.parametrize(
    ("head", "one", "other"),
    [
        ("Customer|Date|Item|Amount", "John Smith", "Mary Jones"),
        ("نام مشتری|تاریخ|کالا|مبلغ", "علی رضایی", "مریم کاظمی"),
    ],
)
def test_where_the_days_begin_anew_with_every_name_the_rows_below_it_are_his(
    head: str, one: str, other: str
) -> None:
    found = table(
        f"{head}\n{one}|2024-05-01|Mug|12\n|2024-05-09|Cup|8\n|2024-05-11|Pan|9\n{other}|2024-05-03|Pot|30\n|2024-05-10|Lid|3"
    )
    assert [name for _, name in buyers(found)] == [one, one, one, other, other]


def test_a_sale_without_a_buyer_is_nobodys_where_the_days_go_on() -> None:
    found = table(
        "Customer|Date|Item|Amount\nJohn Smith|2024-05-01|Mug|12\n|2024-05-02|Cup|8\n|2024-05-02|Pan|9\nMary Jones|2024-05-03|Pot|30\n|2024-05-04|Lid|3"
    )
    assert [name for _, name in buyers(found)] == ["John Smith", "", "", "Mary Jones", ""]
    assert told(found) == []


@pytest.mark.parametrize(
    "days",
    [
        ("2024-05-05", "2024-05-05", "2024-05-04", "2024-05-04", "2024-05-03", "2024-05-03"),  # newest first
        (
            "2024-05-02",
            "2024-05-03",
            "2024-05-01",
            "2024-05-04",
            "2024-05-05",
            "2024-05-06",
        ),  # one written late
    ],
)
@pytest.mark.parametrize(
    "names", [("John Smith", "Mary Jones", "Ann Lee"), ("علی رضایی", "مریم کاظمی", "نیما آزاد")]
)
def test_a_sale_without_a_buyer_is_nobodys_in_a_till_in_the_order_of_its_days(
    days: tuple[str, ...], names: tuple[str, str, str]
) -> None:
    rows = [f"{day}|{names[i // 2] if i % 2 == 0 else ''}|{i}1" for i, day in enumerate(days)]
    found = table("Date|Customer|Amount\n" + "\n".join(rows))
    assert [name for _, name in buyers(found)] == [names[0], "", names[1], "", names[2], ""]
    assert told(found) == []


@pytest.mark.parametrize(
    ("head", "one", "other"),
    [
        ("Date|Customer|Item|Amount", "John Smith", "Mary Jones"),
        ("تاریخ|مشتری|کالا|مبلغ", "علی رضایی", "مریم کاظمی"),
    ],
)
def test_where_a_day_is_said_once_for_all_its_sales_a_sale_without_a_buyer_is_nobodys(
    head: str, one: str, other: str
) -> None:
    found = table(
        f"{head}\n2024-05-01|{one}|Mug|12\n||Cup|8\n|{other}|Pan|9\n||Lid|3\n2024-05-02|{one}|Pot|30"
    )
    assert [name for _, name in buyers(found)] == [one, "", other, "", one]


@pytest.mark.parametrize(
    "text",
    [
        "Customer|Date|Item|Amount\nJohn Smith|||\n|2024-05-01|Mug|12.50\n|2024-05-09|Cup|8\n|||20.50\nMary Jones|||\n|2024-05-03|Pot|30\n|||30\n|||50.5",
        "مشتری|تاریخ|کالا|مبلغ\nعلی رضایی|||\n|1403/02/01|لیوان|۱۲٬۰۰۰\n|1403/02/09|فنجان|۸٬۰۰۰\n|||۲۰٬۰۰۰\nمریم کاظمی|||\n|1403/02/03|قابلمه|۳۰٬۰۰۰\n|||۳۰٬۰۰۰\n|||۵۰٬۰۰۰",
        "Date|Order|Item|Amount\nCustomer: John Smith\n2024-05-01|1|Mug|12\n2024-05-09|2|Cup|8\n|||20\nCustomer: Mary Jones\n2024-05-03|3|Pot|30\n|||30\n|||50",
        "Order|Date|Customer|Item|Amount\n51|2024-05-01|John Smith|Mug|12\n|||Cup|8\n||||20\n52|2024-05-03|Mary Jones|Pot|30\n||||30\n||||50",
    ],
)
def test_a_sum_without_a_word_is_no_sale(text: str) -> None:
    found = table(text)
    sums = [number for number, why in left_out(found) if why == "a line of totals"]
    assert len(found.rows) == 3
    assert len(sums) == 3
    assert max(sums) == text.count("\n") + 1


def test_a_bill_of_nobody_and_a_total_leave_the_lines_of_other_bills_theirs() -> None:
    found = table(
        "شماره فاکتور|تاریخ|مشتری|کالا|مبلغ\n۱۰۱|۱۴۰۳/۰۱/۰۵|سارا کریمی|کفش|۱۰۰۰\n|||کیف|۲۰۰۰\n۱۰۲|۱۴۰۳/۰۱/۰۶||کفش|۱۵۰۰\n|||جوراب|۳۰۰\nجمع||||۴۸۰۰"
    )
    assert [name for _, name in buyers(found)] == ["سارا کریمی", "سارا کریمی", "", ""]


def test_a_line_of_a_bill_that_tells_only_its_amount_is_a_sale() -> None:
    found = table(
        "Order|Date|Customer|Item|Amount\n51|2024-05-01|John Smith|Mug|12\n||||8\n|||Cup|7\n52|2024-05-03|Mary Jones|Pot|30"
    )
    assert [name for _, name in buyers(found)] == ["John Smith"] * 3 + ["Mary Jones"]


@pytest.mark.parametrize(
    ("label", "value"), [("Customer:", ""), ("Customer: ---", ""), ("Customer: 1023", "1023")]
)
def test_sales_below_a_line_that_names_nobody_are_not_of_the_customer_before(label: str, value: str) -> None:
    found = table(
        f"Date|Item|Amount\nCustomer: John Smith\n2024-05-01|Mug|12\n2024-05-02|Cup|8\n{label}\n2024-05-03|Pot|30\n2024-05-04|Lid|3"
        "\nCustomer: Mary Jones\n2024-05-03|Pan|31"
    )
    assert [name for _, name in buyers(found)] == ["John Smith"] * 2 + [value] * 2 + ["Mary Jones"]


def test_a_line_that_heads_the_sales_of_a_product_is_no_line_of_a_bill() -> None:
    found = table(
        "Product|Date|Customer|Phone|Amount\nMugs||||\n|2024-05-01|John Smith|+12125550123|12\n|2024-05-02|Mary Jones|+12125550188|13\n"
        "Cups||||\n|2024-05-03|Ann Lee|+12125550199|8"
    )
    assert [name for _, name in buyers(found) if name] == ["John Smith", "Mary Jones", "Ann Lee"]


def test_a_sale_without_a_buyer_is_nobodys_where_it_has_its_own_number() -> None:
    found = table(
        "Order|Customer|Item|Amount\n1|John Smith|Mug|12\n2||Cup|8\n3||Pan|9\n4|Mary Jones|Pot|30\n5||Lid|3"
    )
    assert [name for _, name in buyers(found)] == ["John Smith", "", "", "Mary Jones", ""]


def test_a_customer_list_with_empty_names_is_left_as_it_is() -> None:
    found = table("Name|Phone|City\nJohn Smith||Salem\n|212-555-0199|Lynn\nMary Jones|212-555-0188|Lynn")
    assert [name for _, name in buyers(found)] == ["John Smith", "", "Mary Jones"]


@pytest.mark.parametrize(
    ("head", "label", "names"),
    [
        ("Date|Invoice|Item|Quantity|Amount", "Customer: {}", ("John Smith", "Mary Jones")),
        ("تاریخ|شماره فاکتور|شرح کالا|تعداد|مبلغ", "مشتری : {}", ("علی رضایی", "مریم کاظمی")),
        ("Datum|Rechnung|Artikel|Menge|Betrag", "Kunde:|{}", ("Max Mustermann", "Erika Muster")),
    ],
)
def test_lines_that_say_who_the_customer_is_stand_for_a_column(
    head: str, label: str, names: tuple[str, str]
) -> None:
    one, other = names
    found = table(
        f"{head}\n{label.format(one)}\n2024-05-01|1001|Mug|1|12.00\n2024-05-09|1005|Cup|1|8.00\n"
        f"{label.format(other)}\n2024-05-03|1002|Pot|1|30.00\nTotal||||50.00"
    )
    assert (found.kind, buyers(found)) == ("purchases", [(3, one), (4, one), (6, other)])


def test_a_line_that_says_something_else_is_no_customer() -> None:
    found = table(
        "Name|Phone|City\nNote: call before noon\nJohn Smith|212-555-0188|Salem\nMary Jones|212-555-0189|Lynn"
    )
    assert [name for _, name in buyers(found)][-2:] == ["John Smith", "Mary Jones"]


@pytest.mark.parametrize(
    ("head", "first", "second", "row"),
    [
        (
            "Date|Item|Amount",
            "Customer: John Smith\nPhone: 212-555-0188\nCity: Salem",
            "Customer: Mary Jones\nPhone: 212-555-0189",
            "2024-05-01|Mug|12",
        ),
        (
            "تاریخ|کالا|مبلغ",
            "مشتری: علی رضایی\nتلفن: 09121234567\nشهر: شیراز",
            "مشتری: مریم کاظمی\nتلفن: 09121234568",
            "1403/02/01|لیوان|12",
        ),
        (
            "Datum|Artikel|Betrag",
            "Kunde:|Max Muster|Telefon:|030 1234567|Ort: Bonn",
            "Kunde:|Eva Muster|Telefon:|030 7654321",
            "01.05.2024|Tasse|12",
        ),
    ],
)
@pytest.mark.parametrize("above", [False, True])
def test_how_to_reach_a_customer_stands_in_lines_below_his_name(
    head: str, first: str, second: str, row: str, *, above: bool
) -> None:
    found = table(
        f"{first}\n{head}\n{row}\n{row}\n{second}\n{head}\n{row}"
        if above
        else f"{head}\n{first}\n{row}\n{row}\n{second}\n{row}"
    )
    names = [name for _, name in buyers(found)]
    assert (found.kind, len(set(names)), names[0] == names[1]) == ("purchases", 2, True)
    at = {c.field: c.index for c in found.columns}
    assert [bool(x) for x in found.cells[at["phone"]]] == [True] * 3
    assert len(set(found.cells[at["phone"]])) == 2
    assert [bool(x) for x in found.cells[at["city"]]] == [True, True, False]


@pytest.mark.parametrize(
    ("head", "row"),
    [("Date|Item|Amount", "2024-05-01|Mug|12"), ("تاریخ|شرح کالا|مبلغ", "1403/02/01|لیوان|12")],
)
def test_a_report_on_one_customer_is_about_him(head: str, row: str) -> None:
    found = table(f"Customer: Sara Karimi|Phone: 09121234567\n{head}\n{row}\n{row}\n{row}")
    assert [name for _, name in buyers(found)] == ["Sara Karimi"] * 3


def test_a_filter_above_a_list_of_sales_is_no_customer() -> None:
    found = table(
        "Customer: All\nDate|Customer|Item|Amount\n2024-05-01|John Smith|Mug|12\n2024-05-02|Mary Jones|Cup|8\n2024-05-03|John Smith|Pot|9"
    )
    assert [name for _, name in buyers(found)] == ["John Smith", "Mary Jones", "John Smith"]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Customer|Date|Amount", ("Abadan Trading", "John Smith", "Mary Jones")),
        ("مشتری|تاریخ|مبلغ", ("نیما صادقی", "علی رضایی", "مریم کاظمی")),
    ],
)
def test_a_first_name_without_sales_refuses_no_report(head: str, names: tuple[str, str, str]) -> None:
    found = table(
        f"{head}\n{names[0]}||\n{names[1]}||\n|2024-05-01|12\n|2024-05-02|8\n{names[2]}||\n|2024-05-01|9\n|2024-05-03|7"
    )
    assert [name for _, name in buyers(found)] == [names[1], names[1], names[2], names[2]]


@pytest.mark.parametrize(
    ("total", "names"),
    [
        ("{} Total", ("John Smith", "Mary Jones", "Ann Lee")),
        ("Total {}", ("John Smith", "Mary Jones", "Ann Lee")),
        ("{} جمع", ("علی رضایی", "مریم کاظمی", "سارا احمدی")),
        ("{} Ergebnis", ("Max Muster", "Eva Muster", "Udo Rot")),
    ],
)
def test_the_sum_of_one_buyers_sales_is_no_sale_and_no_buyer(total: str, names: tuple[str, str, str]) -> None:
    a, b, c = names
    found = table(
        f"Customer|Date|Amount\n{a}|2024-01-03|12\n{a}|2024-01-04|8\n{total.format(a)}||20\n{b}|2024-01-05|12\n{b}|2024-01-06|30\n"
        f"{total.format(b)}||42\n{c}|2024-01-07|5\n{total.format(c)}||5\nGrand Total||67"
    )
    assert [name for _, name in buyers(found)] == [a, a, b, b, c]


def test_a_firm_whose_name_ends_in_total_is_a_customer() -> None:
    found = table(
        "Customer|Phone|Total spent\nAnn Lee|212-555-0188|12\nPetrol Total|212-555-0189|12\nFitness Total||24\nMary Jones|212-555-0190|5"
    )
    assert [name for _, name in buyers(found)] == ["Ann Lee", "Petrol Total", "Fitness Total", "Mary Jones"]


@pytest.mark.parametrize(
    ("title", "head", "names", "total"),
    [
        (
            "Aged Receivables Detail",
            "Invoice Date|Due Date|Invoice Number|Total",
            ("Blue 7", "Sara Karimi"),
            "Total {}",
        ),
        ("گزارش فروش", "تاریخ|شماره فاکتور|شرح کالا|مبلغ", ("شرکت نوآوران", "سارا کریمی"), "جمع {}"),
        ("Sales by Customer Detail", "Date|Num|Item|Amount", ("Acme Ltd", "Sara Karimi"), "Total for {}"),
    ],
)
def test_a_name_alone_heads_the_rows_that_a_total_of_his_ends(
    title: str, head: str, names: tuple[str, str], total: str
) -> None:
    row = "2024-03-01|{}|{}|100"
    groups = "".join(
        f"{name}|||\n{row.format(2 * k, 'INV-1' if k else 'INV-2')}\n{row.format(2 * k + 1, 'INV-3')}\n{total.format(name)}|||200\n"
        for k, name in enumerate(names, 1)
    )
    found = table(f"{title}|||\n{head}\n{groups}Total|||400")
    assert [name for _, name in buyers(found)] == [names[0], names[0], names[1], names[1]]


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Sales by product", ("Tea", "Mugs")),
        ("A/P Aging Detail", ("Acme Ltd", "Blue Trading LLC")),
        ("Purchases by vendor", ("Acme Ltd", "Blue Trading LLC")),
        ("Sales by salesperson", ("John Smith", "Mary Jones")),
        ("گزارش فروش به تفکیک فروشنده", ("علی رضایی", "سارا کریمی")),
    ],
)
def test_what_heads_the_rows_of_others_is_no_customer(title: str, heads: tuple[str, str]) -> None:
    one, other = heads
    text = f"{title}|||\nDate|Num|Amount\n{one}|||\n2024-03-01|1|12\n2024-03-02|2|8\nTotal {one}||20\n{other}|||\n2024-03-03|3|9\nTotal {other}||9"
    lines = [line.split("|") for line in text.split("\n")]
    grid = Grid(file="x", sheet="", rows=lines, row_numbers=range(1, len(lines) + 1), kind="csv")
    assert not isinstance(find_table(grid, load_headers(), options=LayoutOptions()), Table)


@pytest.mark.parametrize(
    "note",
    [
        "*** please call before noon ***",
        "Note: the following moved in 2023",
        "توجه: این‌ها جابه‌جا شده‌اند",
        "Hinweis: umgezogen",
        "(3 rows)",
    ],
)
def test_a_note_between_the_rows_is_no_customer(note: str) -> None:
    found = table(f"Name|Phone|City\nJohn Smith|212-555-0188|Salem\n{note}\nMary Jones|212-555-0189|Lynn")
    assert [name for _, name in buyers(found)] == ["John Smith", "Mary Jones"]


@pytest.mark.parametrize("numbers", ["1|2|3|4", "۱|۲|۳|۴", "2021|2022|2023|2024", "۱۴۰۰|۱۴۰۱|۱۴۰۲|۱۴۰۳"])
def test_days_and_years_may_head_columns(numbers: str) -> None:
    found = table(
        f"Name|Mobile|{numbers}\nJohn Smith|09121234567|x|x||x\nMary Jones|09121234568||x|x|\nAnn Lee|09121234569|x|||x"
    )
    assert [name for _, name in buyers(found)] == ["John Smith", "Mary Jones", "Ann Lee"]


@pytest.mark.parametrize("name", ["!! Mary Jones", "** مریم احمدی", "##Mary Jones"])
def test_a_marked_name_is_no_note(name: str) -> None:
    found = table(f"Name|Phone|City\nJohn Smith|212-555-0188|Salem\n{name}\nAnn Lee|212-555-0189|Lynn")
    assert [cells[0] for _, cells in found.rows] == ["John Smith", name, "Ann Lee"]


def test_each_phone_of_the_lines_below_a_name_is_kept() -> None:
    found = table(
        "Date|Item|Amount\nCustomer: Ann Lee\nPhone: 0912 123 4567\nPhone: 0912 123 4568\n2024-05-01|Tea|10\n"
        "Customer: Bob Ray\nPhone: 0912 123 4569\n2024-05-02|Cup|12"
    )
    phones = [row.fields["phones"] for row in parse_table(found, country="IR").rows if row.status == "ok"]
    assert phones == [("+989121234567", "+989121234568"), ("+989121234569",)]


def test_thousands_of_digits_are_no_calling_code() -> None:
    found = table(f"Name|Dial code|Phone\nAnn Lee|+{'9' * 5000}|07700900123\nBob Ray|+44|07700900124")
    assert len(parse_table(found, country="").rows) == 2


@pytest.mark.parametrize(
    "note", ["*** please call before noon ***", "Note: moved in 2023", "توجه: جابه‌جا شده‌اند"]
)
def test_names_alone_below_a_note_are_customers(note: str) -> None:
    found = table(
        f"Name|Phone|City\nJohn Smith|212-555-0188|Salem\n{note}\nMary Jones\nAnn Lee\nBob Ray|212-555-0189|Lynn"
    )
    assert [cells[0] for _, cells in found.rows] == ["John Smith", "Mary Jones", "Ann Lee", "Bob Ray"]
