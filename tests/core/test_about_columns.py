"""Lines below the headings that tell of the columns are nobody: highest points, units, types, what must be filled in."""

from __future__ import annotations

import pytest

from smbcrm.core.rows import ParsedSheet
from tests.core.test_rows import parsed


def sheet(*lines: str) -> ParsedSheet:
    return parsed(*(line.split("|") for line in lines))


def people(headings: str, line: str, *rows: str) -> list[int]:
    return [row.number for row in sheet(headings, line, *rows).rows if row.status == "ok"]


@pytest.mark.parametrize(
    ("headings", "line", "rows"),
    [
        ("Student|ID|Email|Quiz|Essay|Final", "    Points Possible||||10.00|(read only)", ("Ann Lee|7|a@x.example|8|44|9",) * 2),
        ("Name|Email|Midterm|Final", "Max Points||100|100", ("Ann Lee|a@x.example|80|90", "Tom Ray|t@x.example|70|85")),
        ("Last Name|First Name|Test 1|Test 2", "Out of||20|30", ("Lee|Ann|18|27", "Ray|Tom|15|21")),
        ("Name|E-Mail|Klausur|Projekt", "Maximale Punktzahl||100|50", ("Ann Lang|a@x.example|80|44", "Tom Rau|t@x.example|70|4")),
        ("Nom|Email|Devoir 1|Devoir 2", "Barème||20|20", ("Ann Petit|a@x.example|15|12", "Tom Roy|t@x.example|11|18")),
        ("نام|نام خانوادگی|موبایل|میان‌ترم|پایان‌ترم", "بارم|||۵|۱۵", ("سارا|کریمی|09121234501|۴|۱۲", "رضا|احمدی|09121234502|۵|۱۴")),
        ("Student|Email|Quiz 1|Quiz 2", "Weight||0.4|60%", ("Ann Lee|a@x.example|80|90", "Tom Ray|t@x.example|70|85")),
        ("Name|Phone|Weight|Height", "Units||kg|cm", ("Ann Lee|0207 946 0001|60|170", "Tom Ray|0207 946 0002|80|182")),
        ("name|email|age|city", "string|string|integer|string", ("Ann Lee|a@x.example|30|Leeds", "Tom Ray|t@x.example|40|York")),
        ("name|email|joined", "varchar(50)|varchar(80)|date", ("Ann Lee|a@x.example|2024-01-02", "Tom Ray|t@x.example|2024-01-04")),
        ("name|email|phone|city", "required|required|optional|optional", ("Ann Lee|a@x.example|0207 946 0001|Leeds",) * 2),
        ("نام|موبایل|شهر", "اجباری|اجباری|اختیاری", ("سارا کریمی|09121234501|قم", "رضا احمدی|09121234502|یزد")),
        ("Name|Email|Midterm|Final", "Max||100|100", ("Ann Lee|a@x.example|80|90", "Tom Ray|t@x.example|70|85")),
        ("Customer Name*|Phone*|Email|City", "Example: John Smith|Example: +44 7700 900000|e.g. john@example.com|London", ("Ann Lee|0207 946 0001|a@x.example|Leeds",) * 2),
        ("نام|موبایل|شهر", "مثال: سارا کریمی|مثال: 09120000000|مثال: تهران", ("سارا کریمی|09121234501|قم", "رضا احمدی|09121234502|یزد")),
        ("Last Name|First Name|Email|Essay|Quiz", "Date|||2024-03-13|2024-03-20", ("Lee|Ann|a@x.example|80|15", "Ray|Tom|t@x.example|81|12")),
        ("Customer Name|Phone|Email|City", "(example Ann Lee)|[Example 0207 946 0000]|z. B. ann@example.com|Leeds", ("Ann Lee|0207 946 0001|a@x.example|Leeds",) * 2),
        ("Last Name|First Name|Email|Essay|Quiz", "Points|||100|20", ("Lee|Ann|a@x.example|80|15", "Ray|Tom|t@x.example|81|12")),
        ("Last Name|First Name|Email|Essay|Quiz", "Class Average|||80.5|13.5", ("Lee|Ann|a@x.example|80|15", "Ray|Tom|t@x.example|81|12")),
    ],
)  # fmt: skip
def test_a_line_about_the_columns_is_no_customer(headings: str, line: str, rows: tuple[str, ...]) -> None:
    assert people(headings, line, *rows) == [3, 4]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Name|Phone|Points", "Max||100"),
        ("Name|Phone|Points|Visits", "Max||50|100"),
        ("Name|Phone|Points|Visits", "Max Mark||50|7"),
        ("Company|Phone|Points|Visits", "Total Points Ltd||120|100"),
        ("Company|Phone|Points|Visits", "Weight Watchers||120|100"),
        ("Company|Phone|Points|Visits", "Best Of||120|100"),
        ("Company|Phone|Points|Visits", "Sample Shop||120|100"),
        ("Name|Phone|Points|Visits", "Best|0207 946 0009|120|100"),
        ("Name|City|Orders|Total spent", "Max||120|100"),
        ("Name|City|Visits|Points", "Mark||120|100"),
        ("Name|City|Visits|Points", "Unit||120|100"),
        ("نام|شهر|تعداد خرید|امتیاز", "واحد||120|100"),
        ("Company|Email|City", "Example Ltd|example.ltd@a.example|Leeds"),
        ("Last name|Email|First name", "Sample|sample.j@a.example|Jo"),
        ("Name|Email|Company", "E.G. Marshall|e.g.marshall@a.example|E.G. Marshall & Co"),
        ("نام|آدرس|شهر", "نمونه پوش|نمونه شهر، خیابان ۲|قم"),
        ("Name|Birthday|City", "Date|1990-05-01|"),
    ],
)
def test_a_customer_in_the_first_row_stays_one(headings: str, row: str) -> None:
    rest = "|9" * (headings.count("|") - 2)
    assert people(headings, row, f"Ann Lee|0207 946 0001|60{rest}", f"Tom Ray|0207 946 0002|80{rest}") == [
        2,
        3,
        4,
    ]


def test_further_down_nothing_tells_of_the_columns() -> None:
    rows = [f"Ann{n} Lee|0207 946 000{n}|60|9" for n in range(1, 5)]
    assert people("Name|Phone|Points|Visits", rows[0], *rows[1:], "Out of||70|90")[-1] == 6
