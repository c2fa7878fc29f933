"""Tables that hold no customers are asked about; a list of customers is taken, however poor it is."""

import time
from collections.abc import Sequence

import pytest

from smbcrm.core.grid import Grid
from smbcrm.core.layout import LayoutOptions, NotATable, Table, find_table
from smbcrm.readers.headers import load_headers

Rows = Sequence[Sequence[str]]


def look(rows: Rows, **options: object) -> Table | NotATable:
    numbers = [number for number, row in enumerate(rows, 1) if any(row)]
    grid = Grid(
        file="x", sheet="", rows=[list(row) for row in rows if any(row)], row_numbers=numbers, kind="csv"
    )
    return find_table(grid, load_headers(), options=LayoutOptions(**options))  # type: ignore[arg-type]


def why_not(rows: Rows) -> str:
    found = look(rows)
    assert isinstance(found, NotATable), found
    assert found.asks
    return str(found.reason)


NUMBERS = [["Number", "Alpha", "Beta"], *([str(n), str(n * 3 + 0.5), f"{n}.25"] for n in range(1, 9))]
CODES = [["ID", "Value"], ["A1", "12"], ["A2", "99"], ["A3", "4"]]
PRODUCTS = [["Code name", "Quantity", "Price"], ["Tea", "3", "12.5"], ["Rice", "1", "40"], ["Salt", "2", "3"]]
WORDS = [["Offered", "Bought"], ["Green tea", "12"], ["Black rice", "15"], ["Sea salt", "9"]]
DECIMALS = [["number", "result"], ["9.340193", "0.1"], ["11.568041", "0.2"], ["1.002933", "0.3"]]


@pytest.mark.parametrize(
    ("rows", "column"),
    [(NUMBERS, "Number"), (CODES, "ID"), (PRODUCTS, "Code name"), (WORDS, "Offered"), (DECIMALS, "number")],
    ids=["numbers", "codes", "products", "words", "decimals"],
)
def test_a_column_that_could_name_or_number_anything_makes_nobody_a_customer(rows: Rows, column: str) -> None:
    told = f"column {column} could name or number anything, and nothing beside it speaks of customers"
    assert why_not(rows) == told


@pytest.mark.parametrize(
    "rows",
    [
        [["تاریخ", "شرح هزینه", "مبلغ", "طرف حساب"], ["1403/05/01", "اجاره", "5000000", "علی رضایی"], ["1403/05/02", "برق", "100000", "اداره برق"]],
        [["Date", "Expense category", "Amount", "Name"], ["2024-05-01", "Rent", "500", "John Smith"], ["2024-05-02", "Power", "80", "Mary Jones"]],
        [["Fecha", "Tipo de gasto", "Importe", "Nombre"], ["01/05/2024", "Alquiler", "500", "José García"], ["02/05/2024", "Luz", "80", "María Núñez"]],
    ],
)  # fmt: skip
def test_whom_the_shop_paid_its_expenses_to_is_no_customer(rows: Rows) -> None:
    assert "could name or number anything" in why_not(rows)


@pytest.mark.parametrize(
    "more",
    [
        {"mapping": {"name": "Offered"}},
        {"as_kind": "customers"},
    ],
)
def test_a_person_who_says_that_they_are_customers_is_believed(more: dict[str, object]) -> None:
    assert isinstance(look(WORDS, **more), Table)


@pytest.mark.parametrize(
    "rows",
    [
        [["ID", "Address"], ["A1", "12 High Street"], ["A2", "9 Low Street"]],
        [["Customer ID", "Value"], ["A1", "12"], ["A2", "99"]],
        [["کد مشتری", "مبلغ خرید"], ["12", "120000"], ["13", "90000"]],
        [["ID", "Birthday"], ["A1", "1985-04-12"], ["A2", "1990-01-03"]],
        [["Name"], ["Sara Ahmadi"], ["Reza Karimi"]],
        [["نام"], ["سارا احمدی"], ["رضا کریمی"]],
        [["id", "", "age"], ["1", "Sara", "30"], ["2", "John", "41"]],
        [["Stammkunde von", "Handy"], ["Anna Müller", "0170 1234567"], ["Jörg Weiß", "0171 7654321"]],
    ],
    ids=["address", "customer id", "Persian code", "birthday", "names alone", "Persian names", "given names", "phone"],
)  # fmt: skip
def test_a_poor_list_of_customers_is_taken(rows: Rows) -> None:
    assert isinstance(look(rows), Table)


FORM = [
    ["Name:", "", "Date of order:", ""],
    ["Company:", "Pars", "Phone:", "021 88776655"],
    ["Street:", "", "City:", "Tehran"],
    ["Remarks:", "", "", ""],
    ["Goods", "Tea", "2", ""],
]
CARD = [["Name", "Sara Ahmadi"], ["Phone", "09123456789"], ["City", "Tehran"], ["Email", "sara@example.com"]]


@pytest.mark.parametrize("rows", [FORM, CARD], ids=["labels with colons", "headings below each other"])
def test_a_form_or_a_card_is_no_list(rows: Rows) -> None:
    assert why_not(rows) == "the sheet is a form or a card, not one row for each customer"


def test_headings_repeated_on_every_page_make_no_form() -> None:
    page = [["Name", "Phone", "City"], ["Sara Ahmadi", "09123456789", "Qom"]]
    found = look([*page, *page, *page, *page])
    assert isinstance(found, Table)
    assert len(found.rows) == 4


def test_values_named_after_their_column_make_no_form() -> None:
    rows = [["Title", "Name", "City"], *([f"title{n}", f"name{n}", f"city{n}"] for n in range(1, 9))]
    assert isinstance(look(rows, as_kind="customers"), Table)
    assert "form" not in why_not(rows)


def test_a_report_whose_rows_hardly_ever_name_anyone_is_asked_about() -> None:
    rows = [
        ["Plan", "Name", "Jan", "Feb"],
        *([f"line {n}", "Sara" if n == 3 else "", "12", "14"] for n in range(30)),
    ]
    assert why_not(rows) == "only 1 of 30 rows says who the customer is"


def test_a_table_in_which_no_row_names_anyone_is_asked_about() -> None:
    assert (
        why_not([["one", "more", "cell"], ["12", "1980-11-21"], ["13"]]) == "no row says who the customer is"
    )


def test_a_template_with_numbered_lines_still_to_fill_is_taken() -> None:
    people = [["1", "Sara Ahmadi", "09123456789"], ["2", "Reza Karimi", "09351112233"]]
    rows = [["ردیف", "نام", "موبایل"], *people, *([str(n), "", ""] for n in range(3, 200))]
    assert isinstance(look(rows), Table)


def test_thousands_of_columns_cost_no_minutes_and_keep_their_headings() -> None:
    heads = ["Name", "Phone", *(f"extra {n % 40}" for n in range(6000)), "last"]
    people = [["Sara Ahmadi", "09123456789", *["x"] * 6000, "end"], ["Reza Karimi", "09351112233"]]
    begun = time.process_time()
    found = look([["a title", "of it"], heads, *people])
    assert time.process_time() - begun < 10
    assert isinstance(found, Table)
    assert (found.header_row, found.columns[-1].heading, len(found.columns)) == (2, "last", 6003)


@pytest.mark.parametrize("mark", ["Total Result", "Sum - Amount", "- multiple -"])
def test_a_pivot_table_of_libreoffice_is_no_list(mark: str) -> None:
    found = look([["Name", mark], ["Sara", "12"], ["Reza", "14"]])
    assert isinstance(found, NotATable)
    assert str(found.reason) == "the sheet is a pivot table, not a list"


def test_numbers_without_headings_are_not_said_to_look_like_a_customer() -> None:
    told = why_not([["1.5", "2.25", "3"], ["4.5", "5.25", "6"], ["7.5", "8.25", "9"]])
    assert told == "no row of headings was found, and what the columns hold does not look like customers"


def test_small_numbers_under_a_heading_for_phones_are_no_phones() -> None:
    rows = [["Cell #", "Voltage"], *([str(n), "2.1"] for n in range(1, 9))]
    assert why_not(rows) == "no column tells who a customer is: no name, phone, e-mail or code"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Total Toman", "total_spent"),
        ("مبلغ ریال", "total_spent"),
        ("Total population", ""),
        ("ip_address", ""),
    ],
)
def test_a_longer_heading_keeps_its_meaning_only_with_a_currency(heading: str, field: str) -> None:
    rows = [["Name", heading], ["Sara Ahmadi", "1250000"], ["Reza Karimi", "900000"]]
    found = look(rows)
    assert isinstance(found, Table)
    assert found.columns[1].field == field


def _numbered(heading: str, names: str, number: str = "id") -> Rows:
    return [[number, heading], *([str(n), name] for n, name in enumerate(names.split(","), 1))]


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        (_numbered("name", "Austria,Belgium,Chad,Denmark,Egypt,France,Georgia,Hungary,Italy,Jordan,Kenya,Mali"), "name"),
        (_numbered("نام", "ایران,عراق,ترکیه,آلمان,فرانسه,ایتالیا,چین,ژاپن,هند,عمان", "کد"), "نام"),
        (_numbered("name", "Blue Cotton Shirt,Leather Belt,Running Shoes,Wool Scarf,Denim Jacket,Rain Boots"), "name"),
        (_numbered("نام", "پیراهن آبی,کمربند چرم,کفش ورزشی,شال پشمی,کت جین", "ردیف"), "نام"),
        (_numbered("Name", "New,Open,Pending,Closed,Cancelled", "code"), "Name"),
        (_numbered("nombre", "Rojo,Verde,Azul,Amarillo"), "nombre"),
        ([["Name", "Hex"], ["Red", "#f00"], ["Green", "#0f0"], ["Blue", "#00f"], ["Rose", "#f0a"], ["Amber", "#fb0"]], "Name"),
        ([["id", "name", "price"], ["1", "Leather Belt", "12.50"], ["2", "Wool Scarf", "30"], ["3", "Rain Boots", "55"]], "name"),
        ([["name", "code"], ["English", "en"], ["Persian", "fa"], ["German", "de"]], "name"),
        ([["id", "name", "created_at"], ["1", "Hats", "2026-05-01 10:00:00"], ["2", "Coats", "2026-05-02 10:00:00"]], "name"),
        ([["id", "name", "name"], ["1", "Lisbon", "Portugal"], ["2", "Oslo", "Norway"], ["3", "Rome", "Italy"]], "name"),
        ([["Entity", "Year", "Deaths"], ["Flood", "1901", "12"], ["Drought", "1950", "3"], ["Storm", "1999", "40"]], "Entity"),
        ([["Account Name", "Type"], ["Petty cash", "Asset"], ["Rent", "Expense"], ["Sales tax", "Liability"]], "Account Name"),
        (_numbered("name", "Hats,Coats,Shoes,Belts", "pk"), "name"),
        ([["Name", "Value"], ["first", "1"], ["second", "2"], ["third", "3"]], "Name"),
        ([["code", "name", "city", "latitude", "longitude"],
          ["AAQ", "Harbour Field", "Porto", "41.1", "-8.6"], ["BBQ", "North Strip", "Braga", "41.5", "-8.4"]], "name"),
    ],
    ids=["countries", "countries fa", "products", "products fa", "states", "colours es", "colours", "prices", "languages", "records",
         "names twice", "years", "ledger", "keys", "values", "on a map"],
)  # fmt: skip
def test_names_of_anything_are_asked_about(rows: Rows, column: str) -> None:
    assert (
        why_not(rows)
        == f"column {column} could name or number anything, and nothing beside it speaks of customers"
    )
    assert isinstance(look(rows, as_kind="customers"), Table)


@pytest.mark.parametrize(
    "rows",
    [
        [["Name"], ["John Miller"], ["Mary Smith"], ["Peter Jones"]],
        [["نام"], ["سارا احمدی"], ["علی کریمی"], ["رضا مرادی"]],
        [["Name"], ["Anna"], ["Peter"], ["Mary"], ["Bernadeth"]],
        _numbered("name", "Thandiwe Ndlovu,Nguyen Van Minh,Oluwaseun Adeyemi,Siriporn Chaiyasit"),
        _numbered("ad", "Ayşe Yılmaz,Mehmet Demir,Fatma Kaya,Ali Çelik"),
        _numbered("Name", "Miller GmbH,Acme Ltd,Brown & Sons Inc.,North Trading Co"),
        _numbered("نام", "شرکت پارس,فروشگاه کریمی,رستوران باران,شرکت آریا", "کد"),
        _numbered("نام", "آقای احمدی,خانم کریمی,آقای مرادی,خانم تهرانی", "ردیف"),
        _numbered("Customer", "Zephyr,Quill,Tamsin House,Delta"),
        _numbered("Full name", "Qo Xu,Ze Bly,Ur Nif"),
        [["Name", "Total spent"], ["Blix Quorn", "12"], ["Vrat Omlen", "30"], ["Zurd Elnik", "55"]],
        [["نام", "تاریخ"], ["a", "1405/01/01"], ["b", "1405/01/02"]],
        [["Name", "Amount"], ["Blix Quorn", "12"], ["Vrat Omlen", "30"], ["Zurd Elnik", "55"]],
        [["Name", "City"], ["Blix Quorn", "Qom"], ["Vrat Omlen", "Yazd"], ["Zurd Elnik", "Rasht"]],
        [["Name", "Phone"], ["Zephyr", "09123450001"], ["Quill", "09123450002"]],
    ],
    ids=["people", "people fa", "given names", "far names", "people tr", "firms", "firms fa", "titled", "customers", "full names", "spent", "days", "amounts", "towns", "phones"],
)  # fmt: skip
def test_a_list_of_names_that_are_people_is_taken(rows: Rows) -> None:
    assert isinstance(look(rows), Table)


MAKERS = ("Franz Kafka", "Mary Berry", "Günter Grass", "Julia Child", "John Smith")


def _made_by(maker: str, *headings: str) -> Rows:
    return [
        [*headings, maker],
        *([f"Work {n}", *[str(n)] * (len(headings) - 1), name] for n, name in enumerate(MAKERS, 1)),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        _made_by("Director", "Title", "Year"),
        _made_by("Autor", "Titel", "ISBN"),
        _made_by("Speaker", "Date", "Room"),
        _made_by("Assignee", "Issue", "Status"),
        _made_by("Listing agent", "Address", "Price"),
        _made_by("Artist Name(s)", "Track Name", "Popularity"),
        _made_by("Sender", "Message", "Year"),
        [["name", "author", "servings"], *([f"Pie of {n}", n, "4"] for n in MAKERS)],
        [["Title", "Vendor", "Variant SKU"], ["Mug", "Acme Inc.", "M1"], ["Tee", "Basics Ltd", "T1"], ["Cap", "Acme Inc.", "C1"]],
        [["Account Number", "Deal Date", "Units", "Price", "Amount"], *([ "77123", f"2026-05-0{n}", "12", "3.5", "42"] for n in range(1, 10))],
        [["Name", "Kind", "Total"], *([f"Grass {n}", "wood", f"3{n}"] for n in range(1, 5))],
        [["Name", "Year", "Damage"], *([n, "2005", "12"] for n in ("Sara", "Andrew", "Maria", "Harvey", "Mary"))],
        [["Date", "Account", "Deposit", "Balance"], *([f"2026-05-0{n}", f"Rent {n}", "12", "30"] for n in range(1, 6))],
        [["user_id", "level", "message"], ["12", "INFO", "started"], ["13", "WARN", "slow"], ["14", "INFO", "done"]],
        [["item", "director", "year", ""], *(["Work", "12", "2005", name] for name in MAKERS)],
        [["id", "name", "kind"], ["1", "Old Mill", "a"], ["2", "Charlotte", "b"], ["3", "Grey Down Field", "c"]],
    ],
    ids=["films", "books", "talks", "issues", "houses", "songs", "messages", "recipes", "goods", "statement", "points", "storms", "ledger", "log", "films without a heading", "one of three"],
)  # fmt: skip
def test_names_of_makers_and_things_make_no_list_of_customers(rows: Rows) -> None:
    assert "customer" in why_not(rows)
    assert isinstance(look(rows, as_kind="customers", mapping={"name": "B"}), Table)


@pytest.mark.parametrize(
    "rows",
    [
        [["Artist", "Email"], *([n, f"{n[0]}@example.com"] for n in MAKERS)],
        [["Speaker", "Phone", "Room"], *([n, f"0912345{i:04}", "1"] for i, n in enumerate(MAKERS))],
        [["Trainee", "Sex", "Room"], *([n, "f", "1"] for n in MAKERS)],
        [["Name", "Points", "Visits"], *([n, "9", "30"] for n in ("Sara", "Reza", "Maria", "Ali"))],
        [["Name", "City", "Visits"], *([n, "Qom", "30"] for n in ("Sara", "Reza", "Maria", "Ali"))],
    ],
    ids=["e-mails", "phones", "sexes", "points", "towns"],
)
def test_names_under_any_heading_are_taken_where_something_else_speaks_of_people(rows: Rows) -> None:
    found = look(rows)
    assert isinstance(found, Table)
    assert found.columns[0].field in ("name", "company")


def test_what_belongs_to_somebody_else_is_not_the_customers() -> None:
    rows = [
        ["Name", "Author email", "Agent phone", "Organization - Type"],
        *([n, f"{n[0]}@example.com", "0912 345 6789", "Work"] for n in MAKERS),
    ]
    found = look(rows)
    assert isinstance(found, Table)
    assert [c.field for c in found.columns] == ["name", "", "", ""]


SOURCES = ["newspaper", "leaflet", "window", "neighbour"]


def test_the_same_few_names_over_and_over_are_a_group_and_are_asked_about() -> None:
    rows = [["Name", "Age", "Birthday"], *([SOURCES[n % 4], str(20 + n), "1985-04-12"] for n in range(60))]
    assert why_not(rows) == (
        "column Name holds only 4 different values in 60 rows: that is a group, not who somebody is"
    )
    assert isinstance(look(rows, as_kind="customers"), Table)
    assert isinstance(look(rows, mapping={"name": "Name"}), Table)


def test_one_name_over_and_over_is_a_group() -> None:
    rows = [["Name", "Age", "Birthday"], *([SOURCES[0], str(20 + n), "1985-04-12"] for n in range(60))]
    assert why_not(rows) == "column Name holds one value in 60 rows: that is a group, not who somebody is"


def test_the_same_few_names_with_phones_of_their_own_are_customers() -> None:
    rows = [["Name", "Phone"], *([SOURCES[n % 4], f"0912345{n:04}"] for n in range(60))]
    assert isinstance(look(rows), Table)


def test_customers_who_come_several_times_are_customers() -> None:
    names = [f"{first} {last}" for first in ("Sara", "Reza", "Mina") for last in ("Karimi", "Ahmadi", "Rad")]
    rows = [["Customer", "City"], *([name, "Qom"] for name in names * 7)]
    assert isinstance(look(rows), Table)


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("closing", ["01/31/2015", "02/15/2016", "09/01/2017", "12/24/2018"]),
        ("INTPTLAT", ["+47.2400052", "+44.9781144", "+38.9073192", "+29.7604267"]),
        ("register", ["030151360", "030120530", "020040580", "030151361"]),
        ("Tel", ["4,738797819", "0,377320872", "2,735694704", "11,40255801"]),
    ],
    ids=["American days", "degrees", "short codes", "decimals"],
)
def test_what_only_has_the_digits_of_a_phone_number_is_none(heading: str, values: list[str]) -> None:
    rows = [
        ["Name", heading],
        *([name, value] for name, value in zip(("Sara", "Reza", "John", "Mary"), values)),
    ]
    found = look(rows)
    assert isinstance(found, Table)
    assert found.columns[1].field == ""


def test_a_day_and_a_number_make_nobody_a_customer() -> None:
    rows = [["item", "closing", "sum"], *([f"x{n}", f"0{n}/15/2015", str(n)] for n in range(1, 7))]
    assert why_not(rows) == "no column tells who a customer is: no name, phone, e-mail or code"


def test_words_under_a_heading_for_phones_are_no_phones_however_few_they_are() -> None:
    rows = [
        ["Movil", "Province", "Client"],
        ["Price without tax", "", "Sara Rad"],
        ["pieces", "", "Reza Rad"],
    ]
    found = look(rows)
    assert isinstance(found, Table)
    assert found.columns[0].field == ""


def test_a_number_written_in_letters_is_believed_where_few_stand_beside_it() -> None:
    found = look([["First name", "Last name", "Phone"], ["Sara", "Rad", "1-800 F L O W E R S"]])
    assert isinstance(found, Table)
    assert found.columns[2].field == "phone"


def test_how_somebody_is_reached_is_not_his_name() -> None:
    rows = [["Name", "Contact"], ["Emma", "Phone"], ["Noah", "Email"], ["Oliver", "Phone"], ["Mia", "Visit"]]
    found = look(rows)
    assert isinstance(found, Table)
    assert [c.field for c in found.columns] == ["name", ""]


@pytest.mark.parametrize(
    ("years", "field"),
    [(["2023", "2024", "2024"], ""), (["1950", "1981", "1999"], "birth_year")],
    ids=["of a season", "a generation apart"],
)
def test_a_bare_year_is_one_of_birth_only_where_years_lie_a_generation_apart(
    years: list[str], field: str
) -> None:
    rows = [
        ["Full name", "Year"],
        *([name, year] for name, year in zip(("Sara Rad", "Reza Rad", "Mina Rad"), years)),
    ]
    found = look(rows)
    assert isinstance(found, Table)
    assert found.columns[1].field == field


def test_lines_of_labels_above_a_table_are_not_its_headings() -> None:
    rows = [
        ["Client Name:", "Mr Miller"],
        ["Account", "Investments"],
        [],
        ["Deal Date", "Reference", "Units", "Price"],
        *([f"2026-05-0{n}", f"R{n}", "12", "3.5"] for n in range(1, 8)),
    ]
    told = "column Reference could name or number anything, and nothing beside it speaks of customers"
    assert why_not(rows) == told


def test_labels_above_a_list_make_no_form_of_it() -> None:
    rows = [
        *([f"Teacher {n}:", "Nibia", "", "ID:", str(n)] for n in range(1, 9)),
        ["Attended", "First name", "Last name", "City", "Remarks"],
        ["5/5", "Milka", "Gomez", "Pando", "good"],
        ["4/5", "Stefano", "Haller", "Pando", "good"],
        ["4/5", "Carolina", "Moreno", "Progreso", "good"],
    ]
    found = look(rows)
    assert isinstance(found, Table)
    assert (found.header_row, len(found.rows)) == (9, 3)


def test_names_with_initials_are_those_of_people() -> None:
    assert isinstance(look(_numbered("name", "J. R. Qorvin,A. Blix,M.K. Zurd")), Table)


@pytest.mark.parametrize("signs", ["ABCDEFG", "个次元件只张条"])
@pytest.mark.parametrize("heading", ["Name", "Company", "Kunde"])
def test_single_letters_are_nobodys_name(heading: str, signs: str) -> None:
    rows = [[heading, "Count"], *([sign, str(n)] for n, sign in enumerate(signs, 1))]
    assert "could name or number anything" in why_not(rows)
    rows = [[heading, "Phone"], *([sign, f"0912345000{n}"] for n, sign in enumerate(signs, 1))]
    assert isinstance(look(rows), Table)


@pytest.mark.parametrize("heading", ["company_size", "Company location", "Respondent ID", "client data key"])
def test_what_a_heading_tells_of_somebody_is_not_his_name(heading: str) -> None:
    rows = [[heading, "Salary"], *([f"{letter}x{letter}", "9000"] for letter in "abcdefgh")]
    assert why_not(rows) == "no column tells who a customer is: no name, phone, e-mail or code"


def test_a_small_form_that_names_one_of_many_rows_is_asked_about() -> None:
    rows = [
        ["Province", "Order", "Mobile", "Sum"],
        *([f"part {n}", f"line {n}", "0912 345 6789" if n == 2 else "", "12"] for n in range(9)),
    ]
    assert why_not(rows) == "only 1 of 9 rows says who the customer is"


def test_texts_that_mention_an_address_are_no_addresses() -> None:
    text = "run the nightly task and tell ops@example.com when it ends"
    rows = [["Task", "Command"], *([f"task {n}", f"{text} {n}"] for n in range(5))]
    assert "no column tells" in why_not(rows)


@pytest.mark.parametrize("heading", ["Name of the Department", "Course name", "author_name"])
def test_a_heading_about_something_else_names_no_customer(heading: str) -> None:
    people = [("Sara Rad", "09121112231"), ("Reza Rad", "09121112232"), ("Mina Rad", "09121112233")]
    rows = [[heading, "Student name", "Mobile"], *(["Civil Works", *one] for one in people)]
    found = look(rows)
    assert isinstance(found, Table)
    assert [c.field for c in found.columns] == ["", "name", "mobile"]


def test_month_and_year_beside_a_day_are_no_birthday() -> None:
    rows = [
        ["Date", "Customer", "Month", "Year"],
        *(
            [f"{y}-05-12", name, "5", y]
            for y, name in (("1950", "Sara Rad"), ("1981", "Reza Rad"), ("1999", "Mina Rad"))
        ),
    ]
    found = look(rows)
    assert isinstance(found, Table)
    assert [c.field for c in found.columns if c.field.startswith("birth")] == []


FIRST = ["Mary", "Anna", "Emma", "Noah", "Liam", "Olivia", "Oscar", "Leo", "Minnie", "Alice"]
FIRST_FA = ["فاطمه", "زهرا", "علی", "محمد", "حسین", "مهدی", "رضا", "سارا", "مریم", "نرگس"]
FIRMS = [
    "Arvand Steel Co",
    "Borna Foods Ltd",
    "Caspian Oil Corp",
    "Damavand Water Inc",
    "Elburz Motors Co",
    "Fars Cement Ltd",
]
SIGNS = ["ARV", "BRN", "CSP", "DMV", "ELB", "FRS"]
GOODS = [
    "Green tea",
    "Black rice",
    "Sea salt",
    "Brown sugar",
    "Olive oil",
    "Dried figs",
    "Sour cherry jam",
    "White flour",
]


def counted(headings: Sequence[str], names: Sequence[str], *more: Sequence[str]) -> Rows:
    return [
        list(headings),
        *([name, *(column[n % len(column)] for column in more)] for n, name in enumerate(names)),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        counted(["Name", "Sex", "Count"], FIRST, "FM", ["7065", "2604", "2003"]),
        counted(["First name", "Gender", "Frequency"], FIRST, "FM", ["7065", "2604", "2003"]),
        counted(["name", "percent", "sex", "year"], FIRST, ["0.072", "0.061"], ["girl", "boy"], [str(n) for n in range(1880, 1890)]),
        counted(["Name", "Rank", "Gender", "Number"], FIRST, [str(n) for n in range(1, 11)], ["Female", "Male"], ["812", "790"]),
        counted(["vorname", "anzahl", "geschlecht"], FIRST, ["81", "79"], "wm"),
        counted(["نام", "جنسیت", "تعداد", "رتبه"], FIRST_FA, ["دختر", "پسر"], ["۸۱۲۰", "۷۴۳۰"], [str(n) for n in range(1, 11)]),
        counted(["Company", "Ticker", "Price", "Change"], FIRMS, SIGNS, ["12.4", "99.1"], ["0.2", "-1.1"]),
        counted(["Name", "Symbol", "Last sale", "Market cap", "Country", "IPO year", "Sector"], FIRMS, SIGNS, ["$12.4"], ["81000000"], ["Iran"], ["1998", "2004"], ["Energy"]),
        counted(["نام شرکت", "نماد", "قیمت پایانی", "حجم"], FIRMS, SIGNS, ["1240", "990"], ["81000", "9000"]),
        counted(["Name", "Price", "Category", "Contact"], GOODS, ["12", "40"], ["food"], ["02188776655", "", "", "", ""]),
        counted(["Product name", "Brand", "Price", "Email"], GOODS, ["Pars"], ["12", "40"], ["info@pars.example", "", "", ""]),
        counted(["نام کالا", "قیمت", "موجودی", "تلفن تامین کننده"], GOODS, ["12000"], ["4", "9"], ["02188776655", "", "", ""]),
    ],
    ids=["sex and count", "frequency", "percent and year", "rank", "German", "Persian", "ticker", "symbol and market", "Persian stocks",
         "goods with a few contacts", "goods with a few addresses", "Persian goods"],
)  # fmt: skip
def test_names_that_are_counted_traded_or_sold_are_no_customers(rows: Rows) -> None:
    assert why_not(rows)
    assert isinstance(look(rows, as_kind="customers"), Table)


PEOPLE = [f"{first} {last}" for first in FIRST for last in ("Miller", "Carter")]


@pytest.mark.parametrize(
    "rows",
    [
        counted(["Name", "Gender", "Visits"], FIRST, "FM", ["3", "12"]),
        counted(["Name", "Gender", "Number of orders"], FIRST, "FM", ["3", "12"]),
        counted(["Full name", "Sex", "Count"], PEOPLE, "FM", ["3", "12"]),
        counted(["First name", "Sex", "Count", "Phone"], FIRST, "FM", ["3", "12"], [f"0912345{n:04}" for n in range(10)]),
        counted(["Company", "Ticker", "Phone"], FIRMS, SIGNS, [f"021 8877{n:04}" for n in range(6)]),
        counted(["Customer name", "Ticker", "City"], FIRMS, SIGNS, ["Qom", "Yazd"]),
        counted(["Name", "Phone", "Product", "Price"], PEOPLE, [f"0912345{n:04}" for n in range(20)], GOODS, ["12", "40"]),
        counted(["Name", "Favourite product", "Price group", "Phone"], PEOPLE, GOODS, "AB", ["09123450001", "", "", ""]),
    ],
    ids=["visits", "orders", "whole names", "phones", "firms with phones", "customers who are traded", "buyers", "few phones"],
)  # fmt: skip
def test_customers_of_odd_shape_are_taken(rows: Rows) -> None:
    assert isinstance(look(rows), Table)


@pytest.mark.parametrize(
    "rows",
    [
        [["Buchungstag", "Auftraggeber/Empfänger", "Verwendungszweck", "IBAN", "Betrag"], ["05.01.2026", "Anna Schmidt", "Rechnung 1", "DE89370400440532013000", "120,00"],
         ["06.01.2026", "Stadtwerke Köln", "Strom", "DE75512108001245126199", "-80,50"], ["07.01.2026", "Jens Müller", "Rechnung 2", "DE12500105170648489890", "45,00"]],
        [["Date", "Payee", "Description", "Debit", "Credit"], ["2024-01-03", "Water Works", "Bill", "120", ""], ["2024-01-04", "Sara Karimi", "Transfer", "", "90"]],
        [["Date", "Description", "Value", "Balance", "Account Name"], ["05/01/2026", "ANN LEE", "120.00", "1120.00", "MY SHOP"], ["06/01/2026", "GAS", "-80.50", "1039.50", "MY SHOP"],
         ["07/01/2026", "TESCO", "-12.00", "1027.50", "MY SHOP"], ["08/01/2026", "BOB RAY", "50.00", "1077.50", "MY SHOP"], ["09/01/2026", "CY POE", "2.50", "1080.00", "MY SHOP"]],
        [["تاریخ", "شرح", "برداشت", "واریز", "نام واریز کننده"], ["1405/01/05", "انتقال", "0", "1200000", "علی رضایی"], ["1405/01/06", "قبض برق", "200000", "0", ""]],
        [["Date", "Name", "Money out", "Money in"], ["2026-01-05", "Ann Lee", "", "120.00"], ["2026-01-06", "The Landlord", "100.00", ""]],
        [["Datum", "Name", "Belastung", "Gutschrift"], ["05.01.2026", "Anna Schmidt", "", "120,00"], ["06.01.2026", "Vermieter Ott", "100,00", ""]],
    ],
)  # fmt: skip
def test_the_statement_of_a_bank_account_is_no_list_of_customers(rows: Rows) -> None:
    assert why_not(rows).startswith("it is the statement of a bank account")
    assert isinstance(look(rows, as_kind="payments"), Table)


@pytest.mark.parametrize(
    "rows",
    [
        [["Name", "IBAN", "Member since", "Balance"], ["Anna Schmidt", "DE89370400440532013000", "2020-01-05", "120"], ["Jens Müller", "DE12500105170648489890", "2021-01-05", "-30"]],
        [["Date", "Customer", "IBAN", "Amount"], ["2024-01-05", "Anna Schmidt", "DE89370400440532013000", "120"], ["2024-01-06", "Jens Müller", "DE12500105170648489890", "-30"]],
        [["Date", "Customer", "Deposit", "Withdrawal"], ["2024-01-05", "Anna Schmidt", "120", ""], ["2024-01-06", "Jens Müller", "", "30"]],
        [["Date", "Name", "Product", "Amount"], ["2024-01-05", "Anna Schmidt", "Tea", "120"], ["2024-01-06", "Anna Schmidt", "Tea", "-30"]],
    ],
)  # fmt: skip
def test_customers_with_accounts_of_their_own_and_sums_paid_back_are_customers(rows: Rows) -> None:
    assert isinstance(look(rows), Table)


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        ("Suppliers", [["Name", "Phone"], ["Acme Ltd", "+442071234567"]]),
        ("Sheet1", [["Vendor", "Phone"], ["Acme Ltd", "+442071234567"]]),
        ("تأمین‌کنندگان", [["نام", "موبایل"], ["شرکت آریا", "09121234567"]]),
    ],
)
def test_suppliers_become_customers_only_where_somebody_says_so(sheet: str, rows: Rows) -> None:
    grid = Grid(file="x.xlsx", sheet=sheet, rows=[list(row) for row in rows], row_numbers=[1, 2], kind="xlsx")
    found = find_table(grid, load_headers(), options=LayoutOptions())
    assert isinstance(found, NotATable)
    assert (
        str(found.reason).endswith("speaks of suppliers: whom you buy from is no customer"),
        found.asks,
    ) == (True, True)
    assert isinstance(find_table(grid, load_headers(), options=LayoutOptions(as_kind="customers")), Table)


@pytest.mark.parametrize(
    "rows",
    [
        [["نام مراجعه کننده", "موبایل"], ["سارا کریمی", "09121234567"], ["علی رضایی", "09121234568"]],
        [["Customer", "Phone", "Vendor"], ["Sara Karimi", "09121234567", "Acme"], ["Ali Rezaei", "09121234568", "Acme"]],
        [["Name", "Phone", "Vendor"], ["Sara Karimi", "09121234567", "Acme"], ["Ali Rezaei", "09121234568", "Nord Ltd"]],
        [["Customers and suppliers", "Phone"], ["Sara Karimi", "09121234567"], ["Ali Rezaei", "09121234568"]],
    ],
)  # fmt: skip
def test_customers_beside_a_word_for_suppliers_are_taken(rows: Rows) -> None:
    assert isinstance(look(rows), Table)


@pytest.mark.parametrize(
    "rows",
    [
        [["Name", "Ann Lee"], ["Phone", "+14155550100"], ["Email", "ann@shop.example"]],
        [["نام", "علی رضایی"], ["تلفن", "09121234567"], ["آدرس", "تهران"]],
    ],
)
def test_labels_beside_their_values_are_a_card_however_few(rows: Rows) -> None:
    assert why_not(rows) == "the sheet is a form or a card, not one row for each customer"
