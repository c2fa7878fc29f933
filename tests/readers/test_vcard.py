"""Phone books: every version, every habit, and no card costs another."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.grid import Grid
from smbcrm.readers.open_file import read_stream

Read = Callable[..., Grid]


def _card(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def _cells(grid: Grid, row: int = 1) -> dict[str, str]:
    cells = zip(grid.rows[0], grid.rows[row])
    return {heading: cell for heading, cell in cells if cell}


def test_a_full_card_fills_plain_columns(grid: Read) -> None:
    read = grid(
        _card(
            "N:Ahmadi;Sara;Mina,Zoe;Dr.;Jr.",
            "FN:Dr. Sara Ahmadi",
            "NICKNAME:Sasa",
            "TEL;TYPE=CELL,VOICE:0912 345 6789",
            "TEL;TYPE=home:021 8877 6655",
            "TEL;TYPE=WORK,FAX:021 1",
            "TEL;TYPE=WORK:021 2",
            "TEL:5551234",
            "EMAIL;TYPE=INTERNET:sara@example.com",
            "item1.EMAIL:mailto:s@example.org",
            "ORG:Pars;Sales;West",
            "TITLE:Buyer",
            "ADR;TYPE=HOME:;Unit 3;Valiasr St\\, 12;Tehran;Tehran Province;12345;Iran",
            "ADR;TYPE=WORK:;;Azadi St;Qom;;;",
            "BDAY:1985-04-12T00:00:00Z",
            "URL:https://example.com",
            "NOTE:line 1\\nline 2\\, more",
            "CATEGORIES:VIP,wholesale",
            "X-SKYPE:sara.a",
            "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ",
            " SkZJRg==",
        ),
        "people.vcf",
    )
    assert _cells(read) == {
        "Full name": "Dr. Sara Ahmadi",
        "Name prefix": "Dr.",
        "First name": "Sara",
        "Middle name": "Mina Zoe",
        "Last name": "Ahmadi",
        "Name suffix": "Jr.",
        "Nickname": "Sasa",
        "Mobile": "0912 345 6789",
        "Phone": "5551234",
        "Home phone": "021 8877 6655",
        "Work phone": "021 2",
        "Fax": "021 1",
        "Email": "sara@example.com ; s@example.org",
        "Company": "Pars",
        "Department": "Sales / West",
        "Job title": "Buyer",
        "Address": "Valiasr St, 12, Unit 3",
        "City": "Tehran",
        "Province": "Tehran Province",
        "Postal code": "12345",
        "Country": "Iran",
        "Address 2": "Azadi St, Qom",
        "Birthday": "1985-04-12",
        "Website": "https://example.com",
        "Notes": "line 1\nline 2, more",
        "Tags": "VIP ; wholesale",
        "X-SKYPE": "sara.a",
    }
    assert read.problems == ()


@pytest.mark.parametrize(
    ("line", "column", "cell"),
    [
        ("TEL;CELL:0912", "Mobile", "0912"),
        ("TEL;VALUE=uri;TYPE=\"cell,voice\":tel:+49-30-123;ext=12", "Mobile", "+49-30-123 ext 12"),
        ("item1.TEL:0912\r\nitem1.X-ABLabel:_$!<Mobile>!$_", "Mobile", "0912"),
        ("item2.TEL:0912\r\nitem2.X-ABLabel:Warehouse", "Phone", "Warehouse: 0912"),
        ("TEL;X-Shop:0912", "Phone", "shop: 0912"),
        ("TEL;X-Mobile:0912", "Mobile", "0912"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D8=B3=D8=A7=\r\n=D8=B1=D8=A7", "Notes", "سارا"),
        ("NOTE;QUOTED-PRINTABLE;CHARSET=windows-1256:=D3=C7=D1=C7", "Notes", "سارا"),
        ("NOTE;ENCODING=BASE64:2LPYp9ix2Kc=", "Notes", "سارا"),
        ("NOTE:folded in the mid\r\n dle", "Notes", "folded in the middle"),
        ("BDAY:--0203", "Birthday", "--02-03"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17", "Birthday", "--05-17"),
        ("item3.X-ABDATE:2001-02-03\r\nitem3.X-ABLabel:_$!<Anniversary>!$_", "Anniversary", "2001-02-03"),
        ("X-SOCIALPROFILE;type=instagram:https://instagram.com/gol", "Instagram", "https://instagram.com/gol"),
        ("IMPP;X-SERVICE-TYPE=Telegram:tg:gol", "Telegram", "gol"),
        ('TEL;TYPE="CELL:0912', "Mobile", "0912"),
        ("NOTE:line 1\r\nline 2", "Notes", "line 1\nline 2"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:=41=\r\n\r\n=42", "Notes", "AB"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:=41=\r\nTEL;CELL:0912", "Mobile", "0912"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Sasa;1;;;", "Nickname", "Sasa"),
    ],
)  # fmt: skip
def test_each_habit_is_understood(grid: Read, line: str, column: str, cell: str) -> None:
    assert _cells(grid(_card("FN:Sara", line), "people.vcf"))[column] == cell


def test_a_card_without_an_end_or_with_rubbish_keeps_what_it_holds(grid: Read) -> None:
    text = (
        "BEGIN:VCARD\nFN:Sara\nTEL:0912\nBEGIN:VCARD\nFN:Reza\nPHOTO;ENCODING=BASE64:/9j/\n4AAQSkZJ\n?? no line ??\nEND:VCARD\n"
        "BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN;ENCODING=BASE64:%%%\nTEL:0936\nEND:VCARD"
    )
    read = grid(text, "people.vcf")
    assert list(zip(read.row_numbers, read.rows)) == [
        (0, ["Full name", "Phone"]),
        (1, ["Sara", "0912"]),
        (2, ["Reza"]),
        (4, ["", "0936"]),
    ]
    assert [(problem.row, str(problem.what)) for problem in read.problems][:3] == [
        (1, "card 1 has no end; what it holds was read"),
        (2, "1 line of card 2 is no vCard line and was left out"),
        (3, "card 3 is empty"),
    ]


def test_the_card_of_a_secretary_inside_another_costs_that_one_nothing(grid: Read) -> None:
    inner = _card("FN:Sara", "TEL:0912").rstrip()
    read = grid(_card("FN:Reza", "AGENT:", inner, "TEL:0935") + _card("FN:Mina"), "people.vcf")
    assert read.rows == [["Full name", "Phone"], ["Reza", "0935"], ["Sara", "0912"], ["Mina"]]
    assert read.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        _card("FN:Sara", "TEL:0912").rstrip() + _card("FN:Reza", "TEL:0935"),
        (_card("FN:Sara", "TEL:0912") + _card("FN:Reza", "TEL:0935")).replace("\r\n", "\r"),
        (_card("FN:Sa", " ra", "TEL:0912") + _card("FN:Reza", "TEL:0935")).replace("\r\n", "\r\r\n"),
        (_card("FN:Sa", " ra", "TEL:0912") + _card("FN:Reza", "TEL:0935")).replace("\r\n", "\r\n  "),
        _card("FN:Sara", "TEL:0912") + "\ufeff" + _card("FN:Reza", "TEL:0935"),
        "My phone book\r\n" + _card("FN:Sara", "TEL:0912") + _card("FN:Reza", "TEL:0935"),
        _card("FN:Sara", "TEL:0912") + _card("FN:Reza", "TEL:0935").removeprefix("BEGIN:VCARD\r\n"),
        (_card("FN:Sara", "TEL:0912") + _card("FN:Reza", "TEL:0935")).removeprefix("BEGIN:VCARD\r\n"),
        _card("FN:Sara", "TEL:0912").upper().replace("FN:SARA", "fn:Sara") + _card("FN:Reza", "TEL:0935").lower()
        .replace("reza", "Reza"),
    ],
    ids=["no line between", "CR", "CR CR LF", "indented", "two files", "a title", "no beginning", "no first beginning", "small letters"],
)  # fmt: skip
def test_cards_are_told_apart_however_they_stand(grid: Read, text: str) -> None:
    assert grid(text, "people.vcf").rows == [["Full name", "Phone"], ["Sara", "0912"], ["Reza", "0935"]]


def test_what_stands_in_no_card_is_said(grid: Read) -> None:
    read = grid("my people\n" + _card("FN:Sara") + "the end\n" + _card("FN:Reza"), "people.vcf")
    assert [str(problem.what) for problem in read.problems] == ["2 lines stand in no card and were left out"]


def test_a_line_that_only_looks_like_a_picture_is_not_dropped_in_silence(grid: Read) -> None:
    read = grid(_card("FN:Sara", "Ahmadi", "TEL:0912"), "people.vcf")
    assert [str(problem.what) for problem in read.problems] == [
        "1 line of card 1 is no vCard line and was left out"
    ]


def test_a_name_in_two_scripts_is_one_name_and_the_other_is_kept_beside(grid: Read) -> None:
    names = (
        "FN;LANGUAGE=fa:سارا احمدی",
        "FN;LANGUAGE=en;PREF=1:Sara Ahmadi",
        "N:Ahmadi;Sara;;;",
        "N:احمدی;سارا;;;",
    )
    assert _cells(grid(_card(*names), "people.vcf")) == {
        "Full name": "Sara Ahmadi",
        "First name": "Sara",
        "Last name": "Ahmadi",
        "Other name": "سارا احمدی ; احمدی سارا",
    }


def test_a_phone_book_in_utf_16_says_by_itself_what_it_is() -> None:
    data = _card("FN:سارا احمدی", "TEL:0912").encode("utf-16-be")
    reading = read_stream(data, name="people.vcf")
    assert reading.doubt is None
    assert reading.grids[0].rows == [["Full name", "Phone"], ["سارا احمدی", "0912"]]


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1),
        min_size=1,
        max_size=5,
    )
)
def test_every_name_survives_its_escapes(names: list[str]) -> None:
    def escaped(name: str) -> str:
        for sign in "\\,;":
            name = name.replace(sign, "\\" + sign)
        return name

    cards = "".join(_card(f"FN:{escaped(name)}", "TEL:0912") for name in names)
    [read] = read_stream(cards.encode(), name="people.vcf").grids
    assert [row[0] for row in read.rows] == ["Full name", *names]


def test_ten_thousand_cards_are_ten_thousand_rows(grid: Read) -> None:
    text = "".join(_card(f"FN:Customer {n}", f"TEL;TYPE=CELL:0912{n:07}") for n in range(10_000))
    assert len(grid(text, "people.vcf").rows) == 10_001


@pytest.mark.parametrize("line", ["KIND:group", "X-ADDRESSBOOKSERVER-KIND:group"])
def test_a_card_that_lists_a_group_is_nobody(grid: Read, line: str) -> None:
    read = grid(_card("FN:Sara Ahmadi") + _card("FN:Customers", line, "MEMBER:urn:uuid:1"))
    assert [row for row in read.rows if "Customers" in row] == []
    assert [(problem.row, str(problem.what)) for problem in read.problems] == [
        (2, "card 2 is a group of contacts and nobody itself: left out")
    ]
