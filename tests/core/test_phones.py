"""Phone numbers as shops keep them: several in a cell, in any digits, damaged by spreadsheets."""

from __future__ import annotations

import re

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from smbcrm.core.phones import (
    decide_country,
    is_junk_phone,
    parse_phone_column,
    parse_phones,
    phone_key,
)
from smbcrm.core.say import Say
from smbcrm.core.values.numbering_plans import UNKNOWN_RANGE, Phone
from smbcrm.core.values.phone_numbers import (
    DIGITS_LOST,
    NO_AREA,
    NO_DIGITS,
    NOT_A_NUMBER,
    TAIL_UNCLEAR,
    TOO_LONG,
    TOO_SHORT,
    ask_library,
    settler,
)

SARA = Phone(value="+989123456789", valid=True, kind="mobile")
REZA = Phone(value="+989351112233", valid=True, kind="mobile")
SHOP = Phone(value="+982188776655", valid=True, kind="landline")


def shop(ending: str = "", *, extension: str = "") -> Phone:
    number = "+982188776655"[: -len(ending)] + ending if ending else "+982188776655"
    return Phone(value=number + (f";ext={extension}" if extension else ""), valid=True, kind="landline")


def wrong(text: str, why: Say) -> Phone:
    return Phone(value=text, valid=False, why=why)


@pytest.mark.parametrize(
    "typed",
    [
        "09123456789",
        "9123456789",
        "+989123456789",
        "00989123456789",
        "989123456789",
        "9123456789.0",
        "9.123456789E+09",
        "'09123456789",
        '="09123456789"',
        "۰۹۱۲۳۴۵۶۷۸۹",
        "٠٩١٢٣٤٥٦٧٨٩",
        "0912 345 67 89",
        "(0912) 345-6789",
        "0912.345.6789",
        "0912/3456789",
        "+98 (0)912 345 6789",
        "+98 0912 345 6789",
        "‪0912‬3456789",
        "989123456789+",
        "+09123456789",
        "9,123,456,789",
        "tel:+98-912-345-6789",
        "موبایل: ۰۹۱۲۳۴۵۶۷۸۹",
        "09123456789 (علی)",
        "＋９８９１２３４５６７８９",
    ],
)
def test_one_mobile_in_any_spelling_is_one_number(typed: str) -> None:
    assert parse_phones(typed, "IR") == (SARA,)


@pytest.mark.parametrize(
    "typed",
    [
        "09123456789 / 09351112233",
        "09123456789-09351112233",
        "۰۹۱۲۳۴۵۶۷۸۹، ۰۹۳۵۱۱۱۲۲۳۳",
        "09123456789 و 09351112233",
        "09123456789\n09351112233",
        "09123456789 ::: 09351112233",
        "09123456789 09351112233",
        "0912 345 6789 0935 111 2233",
        "09123456789;09351112233",
        "0912345678909351112233",
        "همراه: 09123456789 همسر: 09351112233",
        "شماره ۱: ۰۹۱۲۳۴۵۶۷۸۹ شماره ۲: ۰۹۳۵۱۱۱۲۲۳۳",
        "09123456789 or 09351112233, 09123456789",
    ],
)
def test_two_numbers_of_a_cell_are_both_read(typed: str) -> None:
    assert parse_phones(typed, "IR") == (SARA, REZA)


@pytest.mark.parametrize(
    ("typed", "phones"),
    [
        ("021-88776655 داخلی 12", (shop(extension="12"),)),
        ("02188776655 ext. 12", (shop(extension="12"),)),
        ("02188776655 x12", (shop(extension="12"),)),
        ("+982188776655;ext=12", (shop(extension="12"),)),
        ("داخلی 12 - 02188776655", (shop(extension="12"),)),
        ("02188776655 داخلی 12 و 13", (shop(extension="12"), shop(extension="13"))),
        ("021-88776655-7", (shop(), shop("6"), shop("7"))),
        ("۰۲۱-۸۸۷۷۶۶۵۵ الی ۵۷", (shop(), shop("6"), shop("7"))),
        ("021-88776655/56", (shop(), shop("56"))),
        ("021-88776655، 56 و 58", (shop(), shop("56"), shop("58"))),
        ("88776655-021", (shop(),)),
        ("021 88 77 66 55 / 09123456789", (shop(), SARA)),
    ],
)
def test_extensions_and_ranges_are_kept(typed: str, phones: tuple[Phone, ...]) -> None:
    assert parse_phones(typed, "IR") == phones


@pytest.mark.parametrize(
    ("typed", "phones"),
    [
        ("9.12E+09", (wrong("9.12E+09", DIGITS_LOST),)),
        ("9,12346E+09", (wrong("9,12346E+09", DIGITS_LOST),)),
        ("091234567", (wrong("091234567", NOT_A_NUMBER),)),
        ("۰۹۱۲۳۴۵۶۷", (wrong("۰۹۱۲۳۴۵۶۷", NOT_A_NUMBER),)),
        ("0912345678", (wrong("0912345678", NOT_A_NUMBER),)),
        ("091234567890", (wrong("091234567890", NOT_A_NUMBER),)),
        ("88776655", (wrong("88776655", NO_AREA),)),
        ("6037991234567890123", (wrong("6037991234567890123", TOO_LONG),)),
        ("زنگ نزنید", (wrong("زنگ نزنید", NO_DIGITS),)),
        ("123", (wrong("123", TOO_SHORT),)),
        ("021-88776655-3", (shop(), wrong("021-88776655-3", TAIL_UNCLEAR))),
        ("موبایل: 09123456789 خانه: 88776655", (SARA, wrong("88776655", NO_AREA))),
        ("06 12 34 56 78", (wrong("06 12 34 56 78", NOT_A_NUMBER),)),
        ("06-12-34-56-60", (wrong("06-12-34-56-60", NOT_A_NUMBER),)),
        ("06/12/34/56/78", (wrong("06/12/34/56/78", NOT_A_NUMBER),)),
        ("06 12 34 56-78", (wrong("06 12 34 56-78", NOT_A_NUMBER),)),
        ("0912 345 6789 12", (wrong("0912 345 6789 12", NOT_A_NUMBER),)),
        ("09123456789 پلاک 123", (SARA, wrong("09123456789 پلاک 123", TAIL_UNCLEAR))),
    ],
)
def test_what_is_no_number_is_kept_as_typed_and_told(typed: str, phones: tuple[Phone, ...]) -> None:
    assert parse_phones(typed, "IR") == phones


def test_a_range_nobody_has_published_yet_is_kept_in_full_and_flagged() -> None:
    assert parse_phones("0941 123 4567", "IR") == (
        Phone(value="+989411234567", valid=False, kind="mobile", why=UNKNOWN_RANGE),
    )


@pytest.mark.parametrize("typed", ["", "  ", "-", "ندارد", "nan", "N/A", "0", "00000000", "+"])
def test_a_cell_that_says_nothing_holds_no_number(typed: str) -> None:
    assert parse_phones(typed, "IR") == ()


@pytest.mark.parametrize(
    ("country", "typed", "value"),
    [
        ("US", "415/252-9289", "+14152529289"),
        ("US", "212/ 262-2525", "+12122622525"),
        ("US", "617 3149249 x12", "+16173149249;ext=12"),
        ("US", "1-800-FLOWERS", "+18003569377"),
        ("CA", "(416) 555-0123", "+14165550123"),
        ("DE", "030/1234567", "+49301234567"),
        ("DE", "030 1234567-8", "+493012345678"),
        ("DE", "0049 6221/123456", "+496221123456"),
        ("GB", "+44 (0)20 7946 0958", "+442079460958"),
        ("FR", "06.12.34.56.78", "+33612345678"),
        ("IT", "06 6982 1234", "+390669821234"),
        ("TR", "0532 123 45 67", "+905321234567"),
        ("IR", "+49 171 2345678", "+491712345678"),
        ("IR", "4917112345678", "+4917112345678"),
    ],
)
def test_numbers_of_other_countries(country: str, typed: str, value: str) -> None:
    (phone,) = parse_phones(typed, country)
    assert (phone.value, phone.valid) == (value, True)


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("(808) 497-1060", ["(808) 497-1060"]),
        ("۰۲۱ ۸۸۷۷ ۶۶۵۵", ["۰۲۱ ۸۸۷۷ ۶۶۵۵"]),
        ("+1 2026422965", ["+12026422965"]),
        ("989123456789", ["+989123456789"]),
        ("617 3149249 x12", ["617 3149249 x12"]),
        ("415 252 9289 415 310 7902", ["415 252 9289", "415 310 7902"]),
        ("5551234/5559876", ["5551234", "5559876"]),
        ("212-555-0123 (home), 212-555-0199 (cell)", ["212-555-0123", "212-555-0199"]),
    ],
)
def test_without_a_country_numbers_stay_as_typed_and_are_not_called_wrong(
    typed: str, values: list[str]
) -> None:
    phones = parse_phones(typed, None)
    assert [phone.value for phone in phones] == values
    assert all(phone.valid for phone in phones)


# Digits in the spellings that make up most lists, right, nearly right and wrong.
COUNTRIES = (
    "IR",
    "US",
    "CA",
    "GB",
    "DE",
    "FR",
    "TR",
    "IT",
    "RU",
    "AU",
    "IN",
    "AE",
    "BR",
    "CO",
    "MA",
    "NO",
    "JP",
    "AF",
)


@st.composite
def dialled(draw: st.DrawFn) -> tuple[str, str]:
    country = draw(st.sampled_from(COUNTRIES))
    sample = phonenumbers.example_number_for_type(
        country,
        draw(st.sampled_from([phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE])),
    )
    code = str(sample.country_code)
    national = phonenumbers.national_significant_number(sample)
    kept = draw(st.integers(0, len(national)))
    rest = draw(st.text("0123456789", min_size=max(0, 6 - kept), max_size=max(6, len(national) - kept + 1)))
    prefix = draw(st.sampled_from(["", "0", "1", "8", "+", "+" + code, "00" + code, code, f"+{code}0"]))
    return country, prefix + national[:kept] + rest


@settings(max_examples=400)
@given(dialled())
@example(("CO", "03211234567"))
@example(("IN", "+9181731839"))
@example(("IR", "0501234567"))
def test_a_number_that_is_settled_fast_is_what_the_library_says(country_digits: tuple[str, str]) -> None:
    country, digits = country_digits
    if len(digits.lstrip("+")) < 8:
        return
    fast = settler(country)(digits)
    if fast is None:
        return
    assert fast == ask_library(digits, country)
    parsed = phonenumbers.parse(fast.value, None)
    assert phonenumbers.is_valid_number(parsed) == fast.valid
    assert phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164) == fast.value


def test_common_shapes_are_settled_without_the_library() -> None:
    settle = settler("IR")
    shapes = ["09123456789", "9123456789", "+989123456789", "00989123456789", "02188776655", "09411234567"]
    assert [phone.value if (phone := settle(shape)) else None for shape in shapes] == [
        "+989123456789", "+989123456789", "+989123456789", "+989123456789", "+982188776655", "+989411234567",
    ]  # fmt: skip


cells = st.one_of(
    st.text("0123456789+-/ ().xو،\n۰۱۲۳۴۵۶۷۸۹E\u200c", max_size=30),
    dialled().map(lambda pair: pair[1]),
    st.lists(dialled().map(lambda pair: pair[1]), min_size=2, max_size=3).map(" / ".join),
    st.lists(st.text("0123456789", min_size=2, max_size=5), min_size=2, max_size=4).map("-".join),
)


@settings(max_examples=300)
@given(st.sampled_from(["IR", "US", "DE", "GB", "", None]), st.lists(cells, max_size=6))
def test_a_column_reads_like_its_cells(country: str | None, column: list[str]) -> None:
    assert parse_phone_column(column, country) == [parse_phones(cell, country) for cell in column]


@settings(max_examples=200)
@given(cells)
def test_where_no_number_is_understood_no_group_of_digits_is_lost(cell: str) -> None:
    phones = parse_phones(cell, "IR")
    if any(phone.valid or phone.why == UNKNOWN_RANGE for phone in phones):
        return
    kept = " ".join(phone.value for phone in phones)
    if phones:
        assert [
            group for group in re.findall(r"\d{2,}", cell.replace("\u200c", " ")) if group not in kept
        ] == []


def spellings_of(phone: Phone) -> str:
    """Give the pattern of the digits that may stand for a number: prefixes and all its own digits, or its area code last."""
    number = phonenumbers.parse(phone.value, None)
    national = phonenumbers.national_significant_number(number)
    carrier = r"\d{0,2}" if number.country_code in (55, 57) else ""
    trunk = "8" if number.country_code == 7 else f"[01]{carrier}"  # what is dialled within the country
    prefix = rf"(?:(?:00|011)?{number.country_code})?(?:{trunk})?"
    turned = "|".join(f"{national[size:]}0{national[:size]}" for size in (2, 3))
    return f"{prefix}{national}|{turned}"


runs = st.lists(
    st.tuples(
        st.sampled_from(["", " ", "  ", ".", " (", ") "]), st.text("0123456789", min_size=1, max_size=5)
    ),
    min_size=1,
    max_size=7,
).map(lambda parts: "".join(mark + digits for mark, digits in parts).strip(" .()"))


def digits_of(text: str) -> str:
    """Give the digits of a text; a whole number that ends in ".0" came from a spreadsheet that took it for an amount."""
    return re.sub(r"\D", "", re.sub(r"^(\d+)\.0+$", r"\1", text))


@settings(max_examples=500)
@given(
    st.sampled_from(["IR", "FR", "DE", "US", "GB", "TR"]),
    st.one_of(runs, dialled().map(lambda pair: pair[1])),
)
@example("IR", "+570321000000")
@example("IR", "06 12 34 56 78")
@example("IR", "021 88 77 66 55 99")
@example("IR", "0912345678900123456789")
@example("FR", "100000000.0")
@example("DE", "20100.0")
@example("IR", "787000000000")
@example("US", "1112345678000")
def test_a_number_is_made_of_all_the_digits_typed_or_they_are_kept_as_typed(country: str, run: str) -> None:
    typed = digits_of(run)
    phones = parse_phones(run, country)
    numbers = [phone for phone in phones if phone.valid or phone.why == UNKNOWN_RANGE]
    kept = [digits_of(phone.value) for phone in phones if phone not in numbers]
    if kept:
        assert kept == [typed]
        assert not numbers or "(" in run  # only what is set off may stand behind a number
    elif numbers:
        assert re.fullmatch(f"(?:{'|'.join(map(spellings_of, numbers))})+", typed)


def test_a_number_that_was_understood_is_read_the_same_again() -> None:
    cells = ["09123456789", "021-88776655 داخلی 12", "0941 123 4567", "+49 171 2345678"]
    once = [phone for cell in cells for phone in parse_phones(cell, "IR")]
    assert [parse_phones(phone.value, "IR") for phone in once] == [(phone,) for phone in once]


def test_a_cell_of_ten_million_digits_is_kept_and_refused() -> None:
    text = "1" * 10_000_000
    assert parse_phones(text, "IR") == (wrong(text, TOO_LONG),)


def country_of(values: list[str], *, persian: bool = False, hint: str = "") -> str:
    return decide_country(values, persian=persian, hint=hint)[0]


def test_the_country_is_the_one_that_was_set() -> None:
    assert decide_country(["+49 30 123456"], persian=True, hint="tr") == (
        "TR",
        Say("phone numbers are read as those of {country}, as set", (("country", "TR"),)),
    )


def test_numbers_with_a_calling_code_tell_the_country_of_the_others() -> None:
    assert country_of(["030/1234567", "0171 2345678", "+49 30 123456"]) == "DE"
    assert country_of(["(808) 497-1060", "4153107902", "001 202 642 2965"]) == "US"
    assert country_of(["989123456789", "9121110000"]) == "IR"


def test_a_few_relatives_abroad_do_not_make_a_list_foreign() -> None:
    at_home = [f"0912111{n:04d}" for n in range(20)]
    assert country_of([*at_home, "+971501234567", "+971501234568"], persian=True) == "IR"
    assert country_of([*at_home, "+971501234567", "+971501234568"]) == "IR"


@pytest.mark.parametrize("abroad", ["+447911123456", "+46701234567", "+971501234567", "+33612345678"])
def test_one_customer_abroad_does_not_take_a_whole_list_with_him(abroad: str) -> None:
    american = [f"({area}) 555-{n:04d}" for area in (212, 415, 808) for n in range(1000, 1009)]
    danish = [f"{n} 46 82 81" for n in range(30, 60)]
    assert country_of([*american, abroad]) == ""
    assert country_of([*danish, abroad]) == ""
    assert country_of([*danish, "046 77 57 74", "+46701234567"]) == ""


@pytest.mark.parametrize("rows", [2, 4, 9, 30])
@pytest.mark.parametrize(
    "abroad", ["+98 912 123 4567", "+90 532 123 45 67", "+49 151 23456789", "+44 7700 900123"]
)
def test_numbers_in_groups_without_a_zero_are_of_no_country_that_dials_one(abroad: str, rows: int) -> None:
    american = [f"({area}) 512-{n:04d}" for n in range(2000, 2006) for area in (212, 312, 415, 617, 718)]
    assert country_of([*american[:rows], abroad]) == ""
    assert country_of([*american[:rows], "+1 202 642 2965"]) == "US"


def test_one_number_with_a_calling_code_is_enough_where_the_others_are_valid_in_its_country() -> None:
    american = [f"({area}) 555-{n:04d}" for area in (212, 415, 808) for n in range(2000, 2009)]
    danish = [f"{n} 46 82 81" for n in range(30, 60)]
    assert country_of([*american, "+1 202 642 2965"]) == "US"
    assert country_of([*danish, "+45 32 12 34 56"]) == "DK"


@pytest.mark.parametrize("rows", [3, 8, 20])
@pytest.mark.parametrize("abroad", ["+49 30 901820", "+39 06 6982 1234", "+43 1 5133892", "+1 202 642 2965"])
def test_numbers_that_exist_by_chance_in_the_country_of_one_customer_stay_as_typed(
    abroad: str, rows: int
) -> None:
    british = [f"020 7946 0{n:03d}" for n in range(rows)]
    swiss = [f"079 {n} 45 67" for n in range(200, 200 + rows)]
    danish = [f"3{n % 10} 46 {10 + n} 81" for n in range(rows)]
    assert {country_of([*home, abroad]) for home in (british, swiss, danish)} == {""}


def test_addresses_under_the_domain_of_a_country_speak_for_it() -> None:
    offices = [f"030 9018{n}" for n in range(30, 50)]
    assert country_of([*offices, "+49 30 901820"]) == ""
    assert decide_country([*offices, "+49 30 901820"], persian=False, domains={"DE": 5, "AT": 1})[0] == "DE"
    assert decide_country([*offices, "+49 30 901820"], persian=False, domains={"AT": 5, "DE": 1})[0] == ""


def test_the_countries_that_rows_name_are_tried_on_the_numbers_of_the_others() -> None:
    offices = ["030 901820", "0171 2345678"]
    assert decide_country(offices, persian=False, named={"DE": 3})[0] == "DE"
    assert decide_country(["(808) 497-1060", "(415) 310-7902"], persian=False, named={"DE": 3})[0] == ""


def test_iranian_mobiles_or_persian_text_mean_iran() -> None:
    assert country_of(["09123456789", "0935-111-2233"]) == "IR"
    assert country_of(["88776655"], persian=True) == "IR"
    assert country_of([], persian=True) == "IR"


def test_nothing_that_fits_is_no_country() -> None:
    assert country_of(["(808) 497-1060", "4153107902"]) == ""
    assert country_of(["030/1234567", "0171 2345678"]) == ""
    assert country_of([]) == ""
    saudi = [f"05{n}1234567" for n in (0, 3, 4, 5, 6, 7, 8, 9)]
    assert country_of(saudi, persian=True) == ""


def test_between_two_calling_codes_what_the_other_numbers_look_like_decides() -> None:
    assert country_of(["+98 912 345 6789", "0935-111-2233", "+49 30 1234567"]) == "IR"
    assert country_of(["+98 912 345 6789", "0171 2345678", "+49 30 1234567"]) == "DE"
    # Iran's mobiles are landlines around Nuremberg; three calling codes say which they are.
    assert country_of(["09131234567", "030/1234567", *(f"+49 171 23456{n}" for n in (17, 18, 19))]) == "DE"


def test_the_order_of_a_list_does_not_change_its_country() -> None:
    values = ["+971501234567", "+49 30 123456", "030/1234567", "0171 2345678"]
    assert decide_country(values, persian=False) == decide_country(values[::-1], persian=False)


def test_a_number_is_looked_up_by_any_spelling() -> None:
    spellings = [
        "+989123456789",
        "09123456789",
        "0912 345 6789",
        "۹۱۲۳۴۵۶۷۸۹",
        "00989123456789",
        "989123456789",
    ]
    assert {phone_key(spelling) for spelling in spellings} == {"123456789"}
    assert {phone_key(t) for t in ("+982188776655;ext=12", "021-88776655 داخلی 12", "02188776655")} == {
        "188776655"
    }
    assert phone_key("+4712345678") == phone_key("12 34 56 78") == "12345678"
    assert phone_key("+33 6 12 34 56 78") == phone_key("0612345678") == "612345678"
    assert phone_key("1234") == phone_key("علی") == ""


def test_the_length_of_every_calling_code_is_known() -> None:
    for code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
        assert phone_key(f"+{code}555123456") == "555123456"


def test_numbers_that_only_fill_a_cell_are_junk() -> None:
    junk = [
        "0000000",
        "1111111",
        "1234567",
        "123456789",
        "0123456789",
        "9876543210",
        "09111111111",
        "+989120000000",
        "12",
    ]
    real = ["+989123456789", "+989121110000", "+982188776655", "4153107902", "09120001122"]
    assert [value for value in [*junk, *real] if is_junk_phone(value)] == junk
