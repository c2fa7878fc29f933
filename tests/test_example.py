"""The example workbook is what examples/README.md says; what the program makes of it is tested elsewhere."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from pathlib import Path

import openpyxl
import phonenumbers
import pytest
from persiantools.jdatetime import JalaliDate

EXAMPLES = Path(__file__).parent.parent / "examples"
OWNER, PHONE_BOOK, TILL = "مشتریان", "Contacts", "صندوق"
HEADING_ROW = {OWNER: 3, PHONE_BOOK: 1, TILL: 1}
PHONE_COLUMNS = ("موبایل", "تلفن", "Mobile Phone", "Home Phone")
FOLD = str.maketrans("۰۱۲۳۴۵۶۷۸۹يك", "0123456789یک")
MONTHS = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row that the truth knows."""

    sheet: str
    row: int
    person: str
    cells: dict[str, object]

    def text(self, heading):
        value = self.cells.get(heading)
        return "" if value is None else str(value)

    @property
    def phones(self):
        """The readable numbers of the row, E.164."""
        found = set()
        for heading in PHONE_COLUMNS:
            for part in self.text(heading).translate(FOLD).split("داخلی")[0].split(" / "):
                found.update({number} if (number := e164(part)) else ())
        return found

    @property
    def mobiles(self):
        return {phone for phone in self.phones if not phone.startswith("+9871")}

    @property
    def day(self):
        return jalali(self.text("تاریخ"))

    @property
    def toman(self):
        return int(self.text("مبلغ (تومان)").translate(FOLD).replace("٬", "").replace(",", ""))


def e164(text):
    """Read a number by the rules of the shop's country and town; nothing where no such number can be.

    The British and French mobiles come from ranges reserved for fiction: possible, never in service.
    """
    if re.fullmatch(r"3\d{3}-?\d{4}", text):
        text = "071" + text
    try:
        number = phonenumbers.parse(text, "IR")
    except phonenumbers.NumberParseException:
        return ""
    fiction = number.country_code in (33, 44) and phonenumbers.is_possible_number(number)
    readable = fiction or phonenumbers.is_valid_number(number)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if readable else ""


def jalali(text):
    """Read a Persian date with digits or a month's name."""
    text = text.translate(FOLD)
    if match := re.fullmatch(r"(\d{4})[/-](\d\d)[/-](\d\d)", text):
        year, month, day = map(int, match.groups())
    else:
        day, name, year = text.split()
        year, month, day = int(year), MONTHS.index(name) + 1, int(day)
    return JalaliDate(year, month, day).to_gregorian()


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(EXAMPLES / "customers.xlsx")


@pytest.fixture(scope="module")
def truth():
    with (EXAMPLES / "customers_truth.csv").open(encoding="utf-8", newline="") as file:
        return {(line["sheet"], int(line["row"])): line["person"] for line in csv.DictReader(file)}


@pytest.fixture(scope="module")
def lines(book, truth):
    found = []
    for (sheet, row), person in truth.items():
        headings = [cell.value for cell in book[sheet][HEADING_ROW[sheet]]]
        values = [cell.value for cell in book[sheet][row]]
        found.append(
            Line(sheet=sheet, row=row, person=person, cells=dict(zip(headings, values, strict=True)))
        )
    return found


@pytest.fixture(scope="module")
def rows_of(lines):
    people = defaultdict(list)
    for line in lines:
        if line.person:
            people[line.person].append(line)
    return people


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_a_rerun_writes_the_very_files_that_are_committed(tmp_path, hash_seed):
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Kiritimati"}
    subprocess.run([sys.executable, EXAMPLES / "make_customers.py", tmp_path], env=env, check=True)
    for name in ("customers.xlsx", "customers_truth.csv"):
        assert (tmp_path / name).read_bytes() == (EXAMPLES / name).read_bytes(), name


def test_three_visible_sheets_two_of_them_right_to_left(book):
    shape = [(sheet.title, sheet.sheet_state, bool(sheet.sheet_view.rightToLeft)) for sheet in book]
    assert shape == [(OWNER, "visible", True), (PHONE_BOOK, "visible", False), (TILL, "visible", True)]


def test_the_truth_leaves_out_only_titles_headings_blank_rows_and_totals(book, truth):
    left_out = {
        sheet.title: {
            row: "|".join(str(cell.value) for cell in sheet[row] if cell.value is not None)
            for row in range(1, sheet.max_row + 1)
            if (sheet.title, row) not in truth
        }
        for sheet in book
    }
    owner, phone_book, till = left_out[OWNER], left_out[PHONE_BOOK], left_out[TILL]
    assert list(owner) == [1, 2, 3, 28, 47]
    assert [owner[2], owner[28], owner[47]] == ["", "", "جمع کل|۴۲ نفر"]
    assert list(phone_book) == [1]
    assert list(till) == [1, 52, 91]
    assert till[1] == till[52]
    assert till[91].startswith("جمع کل|")


def test_rows_people_and_sheets_are_as_many_as_the_readme_says(lines, rows_of):
    assert Counter(line.sheet for line in lines) == {OWNER: 42, PHONE_BOOK: 42, TILL: 88}
    assert len(rows_of) == 92
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    stated = [int(number) for number in re.findall(r"\| (\d+) \|$", readme, re.MULTILINE)]
    assert stated == [42, 42, 88]
    assert "They are 92 people and firms; 84 of them" in readme


def test_most_people_can_be_scored(rows_of):
    scored = set()
    for person, rows in rows_of.items():
        own = any(line.text("امتیاز (۱ تا ۱۰)") for line in rows)
        known = set().union(*(line.phones for line in rows if line.sheet != TILL))
        bought = [line for line in rows if line.sheet == TILL and line.toman > 0 and line.day]
        # Where another list has a number of the buyer, the till must have the same one; else the till's own number tells.
        tied = any(line.phones & (known or line.phones) for line in bought)
        scored.update({person} if own or tied else ())
    assert len(scored) == 84
    assert len(scored) / len(rows_of) >= 0.88


def test_a_mobile_belongs_to_one_person_and_shared_phones_are_the_planted_ones(rows_of):
    owners = defaultdict(set)
    for person, rows in rows_of.items():
        for line in rows:
            for phone in line.phones:
                owners[phone].add(person)
    shared = {phone: people for phone, people in owners.items() if len(people) > 1}
    assert shared == {
        "+987137005580": {"yazdani", "paknejad"},
        "+987136002291": {"najafi_akbar", "najafi_amir"},
    }


def test_shared_e_mails_are_the_planted_ones(rows_of):
    owners = defaultdict(set)
    for person, rows in rows_of.items():
        for line in rows:
            for heading in ("ایمیل", "E-mail Address"):
                if line.text(heading):
                    owners[line.text(heading).lower()].add(person)
    assert {mail: people for mail, people in owners.items() if len(people) > 1} == {
        "zare.family@example.com": {"jokar", "zare_bahman"},
        "info@parseh-hotel.example": {"parseh", "ranjbar"},
        "info@cafevista.example": {"vista_zargari", "vista_maali"},
    }
    assert all(re.search(r"(@|\.)example(\.com|\.org)?$", mail) for mail in owners)


def test_namesakes_have_mobiles_of_their_own(rows_of):
    people = defaultdict(set)
    for person, rows in rows_of.items():
        for line in rows:
            name = (line.text("مشتری") or line.text("نام و نام خانوادگی")).translate(FOLD)
            if " " in name:
                people[name].add(person)
    namesakes = {name: sorted(them) for name, them in people.items() if len(them) > 1}
    assert namesakes == {
        "علی رضایی": ["rezaei_ali", "rezaei_ali_2"],
        "محمد کریمی": ["karimi_1", "karimi_2"],
        "فاطمه حسینی": ["hosseini_1", "hosseini_2"],
        "زهرا احمدی": ["ahmadi_zahra", "ahmadi_zahra_2"],
    }
    for one, other in namesakes.values():
        mobiles = [set().union(*(line.mobiles for line in rows_of[person])) for person in (one, other)]
        assert all(mobiles)
        assert not mobiles[0] & mobiles[1]


def test_only_the_planted_phones_cannot_be_read(lines):
    unread = {
        (line.sheet, line.person, line.text(heading))
        for line in lines
        for heading in PHONE_COLUMNS
        if line.text(heading) and not line.phones
    }
    assert unread == {
        (OWNER, "dehghan", "0000000"),
        (OWNER, "shahbazi", "9.17E+09"),
        (OWNER, "vaezi", "0917"),
        (OWNER, "kouhi", "ندارد"),
        (PHONE_BOOK, "sepehri", "000000000"),
        (PHONE_BOOK, "pourmand", "+98 938"),
        (TILL, "", "0000000"),
    }


def test_one_mobile_is_mistyped_and_one_has_changed(rows_of):
    several = {}
    for person, rows in rows_of.items():
        mobiles = sorted(set().union(*(line.mobiles for line in rows)))
        if len(mobiles) > 1:
            several[person] = [sum(a != b for a, b in zip(*mobiles, strict=True)), len(mobiles)]
    assert sorted(several) == ["moradi_reza", "sadeghi"]
    assert several["sadeghi"] == [2, 2]
    iranian = [
        (person, mobile)
        for person, rows in rows_of.items()
        for mobile in sorted(set().union(*(line.mobiles for line in rows)))
        if mobile.startswith("+989")
    ]
    near = [(p, q) for (p, m), (q, n) in combinations(iranian, 2) if sum(a != b for a, b in zip(m, n)) <= 1]
    assert near == []


def test_sales_lie_in_the_year_before_november_2026_on_working_days(lines):
    days = [line.day for line in lines if line.sheet == TILL]
    assert date(2025, 11, 1) <= days[0]
    assert days[-1] <= date(2026, 10, 31)
    assert days == sorted(days)
    assert not [day for day in days if day.weekday() == 4]


def test_the_till_adds_up_and_few_customers_bring_most_of_the_money(book, lines):
    sales = [line for line in lines if line.sheet == TILL]
    assert book[TILL].cell(91, 6).value == sum(line.toman for line in sales)
    assert sum(not line.person for line in sales) == 4
    assert sum(line.toman < 0 for line in sales) == 3
    assert max(Counter(line.person for line in sales if line.person).values()) == 6
    spend = Counter()
    for line in sales:
        spend[line.person] += line.toman
    top = sum(toman for _, toman in spend.most_common(len(spend) // 10))
    assert 0.4 < top / sum(spend.values()) < 0.7


def test_birthdays_agree_between_the_persian_and_the_gregorian_list(rows_of):
    agreeing = 0
    for rows in rows_of.values():
        persian = [line.text("تولد") for line in rows if len(line.text("تولد")) == 10]
        gregorian = [line.cells["Birthday"] for line in rows if line.cells.get("Birthday")]
        for mine, theirs in ((p, g) for p in persian for g in gregorian):
            theirs = theirs.date().isoformat() if isinstance(theirs, datetime) else str(theirs)
            assert jalali(mine).isoformat().endswith(theirs.removeprefix("--"))
            agreeing += 1
    assert agreeing >= 5


def test_cells_are_written_the_many_ways_a_shop_writes_them(lines):
    scores = [line.cells["امتیاز (۱ تا ۱۰)"] for line in lines if line.sheet == OWNER]
    mobiles = [line.cells.get("موبایل") for line in lines if line.sheet != PHONE_BOOK]
    phone_book = [line.text("Mobile Phone") for line in lines if line.sheet == PHONE_BOOK]
    amounts = [line.cells["مبلغ (تومان)"] for line in lines if line.sheet == TILL]
    names = [line.text("مشتری") or line.text("نام و نام خانوادگی") for line in lines]
    persian = {line.sheet for line in lines if re.search("[۰-۹]", "".join(map(line.text, line.cells)))}
    forms = ("+98 ", "+989", "0098", "09", "+44", "+968")
    assert {type(score).__name__ for score in scores} == {"NoneType", "int", "float", "str"}
    assert all(1 <= float(str(score).translate(FOLD).replace("٫", ".")) <= 10 for score in scores if score)
    assert sum(score is not None for score in scores) == 26
    assert {type(mobile).__name__ for mobile in mobiles} == {"NoneType", "int", "str"}
    assert {form for form in forms if any(phone.startswith(form) for phone in phone_book)} == set(forms)
    assert {type(amount).__name__ for amount in amounts} == {"int", "str"}
    assert persian == {OWNER, PHONE_BOOK, TILL}
    assert sum(bool(re.search("[يك]", name)) for name in names) >= 20
