"""Dates in two calendars and three scripts, in every order, and what only their column can tell."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from smbcrm.core.dates import (
    DateColumn,
    ParsedDate,
    decide_dates,
    parse_date,
    parse_date_column,
    read_day,
    read_span,
    show_day,
)
from smbcrm.core.say import say
from smbcrm.core.values.jalali import days_in_month, from_jalali, is_leap, to_jalali
from smbcrm.errors import UsageError

AUGUST_2 = ParsedDate(iso="2024-08-02")
NO_DATE = ParsedDate(iso="")
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def no_day(text: str) -> ParsedDate:
    return ParsedDate(iso="", problem=say("there is no day {text}", text=text))


def not_understood(text: str) -> ParsedDate:
    return ParsedDate(iso="", problem=say("{text} is not understood as a date", text=text))


def undecided(text: str) -> ParsedDate:
    return ParsedDate(
        iso="", problem=say("{text} does not tell which year or which calendar it means", text=text)
    )


# --- the Jalali calendar


def test_every_day_of_three_centuries_is_the_day_persiantools_gives() -> None:
    day = datetime.date.fromordinal(JalaliDate(1200, 1, 1).to_gregorian().toordinal())
    for year in range(1200, 1501):
        assert is_leap(year) == JalaliDate.is_leap(year)
        for month in range(1, 13):
            assert JalaliDate(year, month, 1).to_gregorian() == day
            for of_month in range(1, days_in_month(year, month) + 1):
                assert from_jalali(year, month, of_month) == day
                assert to_jalali(day) == (year, month, of_month)
                day += datetime.timedelta(days=1)


@given(st.dates(datetime.date(1822, 1, 1), datetime.date(2120, 1, 1)))
def test_a_day_shown_in_jalali_is_read_back_as_the_same_day(day: datetime.date) -> None:
    shown = show_day(day.isoformat(), "jalali")
    assert shown == JalaliDate(day).strftime("%Y/%m/%d")
    assert parse_date(shown) == parse_date(shown.translate(PERSIAN_DIGITS)) == ParsedDate(iso=day.isoformat())


@given(st.dates(datetime.date(1700, 1, 1), datetime.date(2199, 12, 31)))
def test_a_gregorian_day_is_read_in_iso_and_in_words(day: datetime.date) -> None:
    iso = day.isoformat()
    written = [
        iso,
        iso.replace("-", "/"),
        iso.translate(PERSIAN_DIGITS),
        f"{iso}T10:20:30Z",
        f"{day:%d %B %Y}",
    ]
    if iso not in ("1899-12-30", "1899-12-31"):
        assert [parse_date(text).iso for text in written] == [iso] * len(written)


def test_leap_days_exist_in_leap_years_only() -> None:
    assert [y for y in range(1396, 1410) if is_leap(y)] == [1399, 1403, 1408]
    assert parse_date("1403/12/30") == ParsedDate(iso="2025-03-20")
    assert parse_date("1402/12/30") == no_day("1402/12/30")
    assert parse_date("1403/07/31") == no_day("1403/07/31")
    assert parse_date("1403/13/01") == no_day("1403/13/01")
    assert parse_date("2023-02-29") == no_day("2023-02-29")


def test_days_are_shown_in_the_calendar_that_was_asked_for() -> None:
    assert show_day("2025-03-20", "jalali") == "1403/12/30"
    assert show_day("2025-03-20", "gregorian") == "2025-03-20"
    assert [show_day(t, "jalali") for t in ("--05-17", "", "2025-02-30", "2025-03")] == [
        "--05-17",
        "",
        "2025-02-30",
        "2025-03",
    ]


# --- one cell


@pytest.mark.parametrize(
    "text",
    [
        "1403/05/12",
        "۱۴۰۳/۵/۱۲",
        "١٤٠٣-٠٥-١٢",
        "1403-5-12",
        "1403.05.12",
        "14030512",
        "12/05/1403",
        "۱۲ مرداد ۱۴۰۳",
        "۱۲ مرداد ماه ۱۴۰۳",
        "۱۲ امرداد ۱۴۰۳",
        "۱۲ اسد ۱۴۰۳",
        "۱۴۰۳ مرداد ۱۲",
        "12 Mordad 1403",
        "جمعه ۱۲ مرداد ۱۴۰۳",
        "جمعه، ۱۲ مرداد ۱۴۰۳ ساعت ۱۴:۳۰",
        "جمعه 1403/05/12",
        "۱۲ مرداد ۰۳",
        "1403/05/12 14:30",
        "1403/05/12 - 14:30:05",
        "14:30 1403/05/12",
        "1403/05/12 ه.ش",
        "2024-08-02",
        "۲۰۲۴/۰۸/۰۲",
        "2024.08.02",
        "20240802",
        "20240802T143000Z",
        "2024-08-02T14:30:00+03:30",
        "2024-08-02 02:30 PM",
        "2 Aug 2024",
        "02-Aug-24",
        "Aug 2, 2024",
        "Fri, August 2nd, 2024",
        "2. August 2024",
        "2 août 2024",
        "2 de agosto de 2024",
        "2 Ağustos 2024 Cuma",
        "2 أغسطس 2024",
        "۲ اوت ۲۰۲۴",
        "Fri Aug 02 2024 10:00:00 GMT+0330 (Iran Standard Time)",
        "'2024-08-02",
    ],
)
def test_one_day_in_any_writing(text: str) -> None:
    assert parse_date(text) == AUGUST_2


def test_a_cell_typed_as_a_date_of_the_year_1365_was_meant_in_jalali() -> None:
    assert parse_date("1365-05-12") == ParsedDate(iso="1986-08-03")


def test_every_persian_month_has_its_name() -> None:
    year = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
    names = year.split()
    days = [parse_date(f"۱ {name} ۱۴۰۳").iso for name in names]
    assert days == [JalaliDate(1403, month, 1).to_gregorian().isoformat() for month in range(1, 13)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("--05-17", "--05-17"),
        ("--0517", "--05-17"),
        ("1604-05-17", "--05-17"),
        ("17 May", "--05-17"),
        ("--02-29", "--02-29"),
    ],
)
def test_a_birthday_without_its_year_keeps_day_and_month(text: str, iso: str) -> None:
    assert parse_date(text) == ParsedDate(iso=iso)


@pytest.mark.parametrize(
    "text", ["", " ", "0/0/00", "00/00/0000", "0000-00-00", "-", "ندارد", "nan", "1899-12-30"]
)
def test_a_cell_without_a_date_is_no_mistake(text: str) -> None:
    assert parse_date(text) == NO_DATE


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "2024",
        "مرداد ۱۴۰۳",
        "3024-01-01",
        "14:30",
        "12 Aug 1403",
        "12 مرداد 2024",
        "--13-45",
        "45371",
        "9" * 5000,
    ],
)
def test_what_is_no_date_is_told_and_nothing_is_made_up(text: str) -> None:
    parsed = parse_date(text)
    assert parsed.iso == ""
    assert parsed.problem is not None


def test_a_day_and_month_of_the_jalali_calendar_alone_is_no_day() -> None:
    assert parse_date("۱۷ مرداد") == undecided("۱۷ مرداد")


def test_an_order_that_may_be_two_is_not_guessed() -> None:
    assert parse_date("03/04/2024") == ParsedDate(
        iso="",
        problem=say(
            "{text} may be {first} or {second}", text="03/04/2024", first="2024-04-03", second="2024-03-04"
        ),
    )
    assert [parse_date(t).iso for t in ("05/05/2024", "25/04/2024", "04/25/2024", "03.04.2024")] == [
        "2024-05-05", "2024-04-25", "2024-04-25", "2024-04-03",
    ]  # fmt: skip
    assert parse_date("03/05/12") == undecided("03/05/12")


# --- a column


def isos(values: list[str], *, order: str = "") -> list[str]:
    return [parsed.iso for parsed in parse_date_column(values, order=order)]


def test_one_cell_proves_the_order_of_a_column_written_alike() -> None:
    assert isos(["03/04/2024", "25/04/2024"]) == ["2024-04-03", "2024-04-25"]
    assert isos(["03/04/2024", "04/25/2024"]) == ["2024-03-04", "2024-04-25"]
    assert decide_dates(["03/04/2024", "25/04/2024"]) == DateColumn(
        order="dmy", calendar2="gregorian", short_order="dmy"
    )


def test_in_a_column_written_in_many_ways_one_cell_proves_nothing() -> None:
    mixed = ["2024-03-20", "2024-03-21", "2024-03-22", "20/03/2024", "03/04/2024"]
    assert isos(mixed) == ["2024-03-20", "2024-03-21", "2024-03-22", "2024-03-20", ""]
    assert decide_dates(mixed).ambiguous == 1


def test_cells_that_contradict_each_other_prove_nothing() -> None:
    assert isos(["03/04/2024", "25/04/2024", "04/25/2024"]) == ["", "2024-04-25", "2024-04-25"]


def test_a_lone_slip_does_not_undo_a_proof() -> None:
    assert (
        isos(
            [*[f"{d}/04/2024" for d in range(13, 31)], "14/05/2024", "15/05/2024", "04/25/2024", "03/04/2024"]
        )[-1]
        == "2024-04-03"
    )


def test_the_order_the_owner_gave_stands() -> None:
    assert isos(["03/04/2024", "25/04/2024"], order="mdy") == ["2024-03-04", "2024-04-25"]
    assert isos(["03/04/2024"], order="dmy") == ["2024-04-03"]


def test_short_years_follow_the_calendar_and_the_order_of_their_column() -> None:
    assert isos(["1365/05/12", "65/05/12", "02/01/01"]) == ["1986-08-03", "1986-08-03", "2023-03-21"]
    assert isos(["1/15/24", "3/4/24", "12/25/85"]) == ["2024-01-15", "2024-03-04", "1985-12-25"]
    assert isos(["15.01.24", "03.04.24"]) == ["2024-01-15", "2024-04-03"]
    assert isos(["۶۵/۰۵/۱۲", "۰۳/۰۲/۳۱"]) == ["1986-08-03", "2024-05-20"]


def test_short_years_that_may_lie_a_century_apart_stay_open() -> None:
    assert parse_date_column(["1403/05/12", "12/01/01"]) == [AUGUST_2, undecided("12/01/01")]


def test_a_short_jalali_year_is_plain_where_people_were_born() -> None:
    cells = ["1331/08/11", "36/2/11", "24/10/22", "03/05/12"]
    born = [parsed.iso for parsed in parse_date_column(cells, born=True)]
    assert born == ["1952-11-02", "1957-05-01", "1946-01-12", "2024-08-02"]
    assert [parsed.iso for parsed in parse_date_column(cells)] == ["1952-11-02", "", "", "2024-08-02"]


def test_a_column_that_puts_the_year_first_and_last_leaves_short_years_open() -> None:
    assert parse_date_column(["1403/05/12", "12/05/1403", "03/05/12"]) == [
        AUGUST_2,
        AUGUST_2,
        undecided("03/05/12"),
    ]


def test_day_numbers_of_a_spreadsheet_count_only_in_a_column_of_dates() -> None:
    assert isos(["45371", "45372.75", ""]) == ["2024-03-20", "2024-03-21", ""]
    assert isos(["45371", "2024-03-21"]) == ["2024-03-20", "2024-03-21"]
    assert isos(["45371", "A-17", "B-18"]) == ["", "", ""]
    assert parse_date_column(["60", "45371"])[0] == not_understood("60")


def test_eight_digits_run_the_way_most_of_them_do() -> None:
    assert isos(["25041985", "13051403", "01122024", "30062024"]) == [
        "1985-04-25",
        "2024-08-03",
        "2024-12-01",
        "2024-06-30",
    ]
    assert isos(["19850425", "14030512"]) == ["1985-04-25", "2024-08-02"]


def test_the_persian_list_of_all_ways_is_read() -> None:
    column = [
        "1403/05/12", "۱۴۰۳/۵/۱۲", "1403-5-12", "14030512", "12/05/1403", "۱۲ مرداد ۱۴۰۳", "03/05/12", "1402/12/30",
        "1403/12/30", "1403/13/01", "2024-08-02", "جمعه ۱۲ مرداد ۱۴۰۳", "1403/05/12 14:30",
    ]  # fmt: skip
    assert parse_date_column(column) == [
        AUGUST_2, AUGUST_2, AUGUST_2, AUGUST_2, AUGUST_2, AUGUST_2, undecided("03/05/12"), no_day("1402/12/30"),
        ParsedDate(iso="2025-03-20"), no_day("1403/13/01"), AUGUST_2, AUGUST_2, AUGUST_2,
    ]  # fmt: skip


written = st.one_of(
    st.dates().map(lambda d: d.strftime("%d/%m/%Y")),
    st.dates().map(lambda d: d.isoformat()),
    st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 1, 1)).map(
        lambda d: show_day(d.isoformat(), "jalali")
    ),
    st.text("0123456789/-. :۰۱۲مرداد", max_size=20),
)


@given(st.lists(written, max_size=8), st.sampled_from(["", "dmy", "mdy", "ymd"]))
def test_a_column_reads_like_its_cells_with_what_it_decided(values: list[str], order: str) -> None:
    column = decide_dates(values, order=order)
    assert parse_date_column(values, order=order) == [parse_date(value, column) for value in values]


@given(st.lists(written, max_size=8))
def test_the_order_of_rows_decides_nothing(values: list[str]) -> None:
    assert decide_dates(values) == decide_dates(values[::-1])


@given(st.text())
def test_whatever_is_read_is_a_day(text: str) -> None:
    parsed = parse_date(text)
    if parsed.iso.startswith("--"):
        datetime.date.fromisoformat("2000" + parsed.iso[1:])
    elif parsed.iso:
        datetime.date.fromisoformat(parsed.iso)


# --- what a person types

SUNDAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-11-22", "2026-11-22"),
        ("1405/09/01", "2026-11-22"),
        ("۱۴۰۵/۹/۱", "2026-11-22"),
        ("today", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("yesterday", "2026-11-21"),
        ("امروز", "2026-11-22"),
        ("فردا", "2026-11-23"),
        ("پس‌فردا", "2026-11-24"),
        ("ديروز", "2026-11-21"),
        ("+3d", "2026-11-25"),
        ("-2w", "2026-11-08"),
        ("+1m", "2026-12-22"),
        ("+1y", "2027-11-22"),
        ("+۳ روز", "2026-11-25"),
        ("3 days ago", "2026-11-19"),
        ("۲ هفته بعد", "2026-12-06"),
        ("monday", "2026-11-23"),
        ("sunday", "2026-11-29"),
        ("سه‌شنبه", "2026-11-24"),
        ("شنبه", "2026-11-28"),
        ("next friday", "2026-11-27"),
        ("last monday", "2026-11-16"),
        ("شنبهٔ بعد", "2026-11-28"),
        ("جمعهٔ گذشته", "2026-11-20"),
        ("in 3 days", "2026-11-25"),
        ("three weeks ago", "2026-11-01"),
        ("next week", "2026-11-29"),
        ("هفتهٔ آینده", "2026-11-29"),
        ("سه روز دیگر", "2026-11-25"),
        ("دو ماه پیش", "2026-09-22"),
        ("day after tomorrow", "2026-11-24"),
        ("2 Dec 2026", "2026-12-02"),
    ],
)
def test_a_day_is_typed_as_people_say_it(text: str, iso: str) -> None:
    assert read_day(text, today=SUNDAY).isoformat() == iso


def test_a_month_later_ends_where_the_month_ends() -> None:
    assert read_day("+1m", today=datetime.date(2026, 1, 31)) == datetime.date(2026, 2, 28)
    assert read_day("-1m", today=datetime.date(2026, 1, 31)) == datetime.date(2025, 12, 31)
    assert read_day("+1y", today=datetime.date(2024, 2, 29)) == datetime.date(2025, 2, 28)


@pytest.mark.parametrize(
    "text", ["", "soon", "1405/13/01", "03/04/2026", "--05-17", "3d", "+999999y", "+999999w", "2026"]
)
def test_a_day_that_means_nothing_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_day(text, today=SUNDAY)
    assert str(refused.value.hint) == "write it like 2026-11-22, 1405/09/01, today, tomorrow, +3d or -2w"


def test_a_span_is_counted_in_days() -> None:
    spans = ["60", "60d", "8w", "3m", "1y", "۲ هفته", "0d", "10 days"]
    assert [read_span(text) for text in spans] == [60, 60, 56, 90, 365, 14, 0, 10]


@pytest.mark.parametrize("text", ["", "x", "-3d", "3 q", "1.5w", "999999y"])
def test_a_span_that_means_nothing_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_span(text)
    assert str(refused.value.hint) == "write it like 60d, 8w, 3m or 1y"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1985年3月4日", "1985-03-04"),
        ("１９８５年０３月０４日", "1985-03-04"),
        ("1985年3月4日(月)", "1985-03-04"),
        ("1985年3月4日 星期一", "1985-03-04"),
        ("2024年3月4日 14:30", "2024-03-04"),
        ("1985년 3월 4일", "1985-03-04"),
        ("1985년3월4일", "1985-03-04"),
        ("1985년 3월 4일 월요일", "1985-03-04"),
        ("3月4日", "--03-04"),
        ("1985年2月30日", ""),
        ("1985年3月", ""),
    ],
)
def test_days_with_the_signs_for_year_month_and_day(text: str, day: str) -> None:
    assert parse_date(text).iso == day


@pytest.mark.parametrize(
    "text",
    [
        "2 августа 2024 г.", "2 авг. 2024", "2.авг.2024", "пт, 2 авг 2024", "2 серпня 2024", "2 sierpnia 2024 r.", "2. srpna 2024", "2 Ağu 2024",
        "2 agosto 2024", "2 de agosto de 2024", "2 elokuuta 2024", "2 αυγούστου 2024", "令和6年8月2日", "民國113年8月2日",
    ],
)  # fmt: skip
def test_months_and_eras_of_many_languages(text: str) -> None:
    assert parse_date(text) == AUGUST_2


@pytest.mark.parametrize("text", ["15/03/1410 هـ", "1410/3/15 هجری قمری", "15 رمضان 1410 هـ"])
def test_a_day_of_the_lunar_calendar_is_not_taken_for_one_of_the_solar_one(text: str) -> None:
    told = say("{text} is a day of the lunar calendar, which is not read", text=text)
    assert parse_date(text) == ParsedDate(iso="", problem=told)


@pytest.mark.parametrize("text", ["1403/5/12 ه.ش", "۱۲ مرداد ۱۴۰۳ هجری شمسی", "۱۲ مرداد ۱۴۰۳ هجری"])
def test_a_day_of_the_solar_calendar_is_read_whatever_says_so(text: str) -> None:
    assert parse_date(text) == AUGUST_2


@pytest.mark.parametrize("zone", ["GMT+3:30", "GMT+5", "UTC-8", "GMT+03:30", ""])
def test_the_moments_of_a_survey_are_days(zone: str) -> None:
    assert parse_date(f"2024/08/02 10:11:12 AM {zone}".strip()) == AUGUST_2


@pytest.mark.parametrize("text", ["۱۳ رمضان ۱۴۱۰", "5 ذو الحجة 1412", "2 صفر 1440"])
def test_the_months_of_the_lunar_calendar_are_known_as_such(text: str) -> None:
    problem = parse_date(text).problem
    assert problem is not None
    assert "lunar" in problem.template


def test_days_in_thai_are_read() -> None:
    days = parse_date_column(["12 มกราคม 2530", "3 ก.พ. 2535", "วันที่ 25 ธันวาคม พ.ศ. 2528", "1 เม.ย. 2540"])
    assert [day.iso for day in days] == ["1987-01-12", "1992-02-03", "1985-12-25", "1997-04-01"]


def test_years_of_the_buddhist_era_are_read_where_a_column_has_no_others() -> None:
    assert parse_date_column(["02/08/2567", "15/03/2528"])[0] == AUGUST_2
    assert [day.iso for day in parse_date_column(["2567-08-02", "๒๕๒๘-๐๓-๑๕", ""])] == [
        "2024-08-02",
        "1985-03-15",
        "",
    ]
    assert [day.iso for day in parse_date_column(["2567-08-02", "2024-08-02"])] == ["", "2024-08-02"]
