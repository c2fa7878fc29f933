"""Answers of surveys and lengths of calls, as people and phones write them."""

from __future__ import annotations

import pytest

from smbcrm.core.values.durations import read_durations
from smbcrm.core.values.ratings import Rating, read_rating, read_ratings, scale_in_heading, scale_of
from smbcrm.core.values.touches import MISSED, is_touch, made_contact, touch_kind


@pytest.mark.parametrize(
    ("text", "value", "scale"),
    [
        ("4", 4, 0),
        ("۴", 4, 0),
        ("4.5", 4.5, 0),
        ("۴٫۵", 4.5, 0),
        ("4 of 5", 4, 5),
        ("4 out of 5", 4, 5),
        ("۴ از ۵", 4, 5),
        ("۹ از ۱۰", 9, 10),
        ("18 از 20", 18, 20),
        ("★★★★☆", 4, 5),
        ("⭐⭐⭐", 3, 5),
        ("5 stars", 5, 5),
        ("۳ ستاره", 3, 5),
        ("80%", 80, 100),
        ("٪۸۰", 80, 100),
        ("4 - good", 4, 0),
        ("راضی", 4, 5),
        ("خیلی راضی", 5, 5),
        ("كاملا راضي", 5, 5),
        ("ناراضی", 2, 5),
        ("خیلی ناراضی", 1, 5),
        ("متوسط", 3, 5),
        ("Very Satisfied", 5, 5),
        ("satisfied", 4, 5),
        ("Neutral", 3, 5),
        ("Dissatisfied.", 2, 5),
        ("sehr zufrieden", 5, 5),
        ("très satisfait", 5, 5),
    ],
)
def test_an_answer_is_read_with_its_scale(text: str, value: float, scale: float) -> None:
    assert read_rating(text) == Rating(value, scale)


@pytest.mark.parametrize(
    "text", ["", "no idea", "نظری ندارم", "they were late", "2026-09-01", "09123456789", "12 of 5"]
)
def test_what_is_no_answer_is_none(text: str) -> None:
    assert read_rating(text) is None


def test_a_slash_is_a_fraction_unless_the_column_shows_it_is_a_decimal_sign() -> None:
    assert read_ratings(["4/5", "3/5"]) == [Rating(4, 5), Rating(3, 5)]
    assert read_ratings(["7/5", "4/5"]) == [Rating(7.5), Rating(4.5)]


def test_one_slip_moves_no_scale() -> None:
    assert read_ratings(["4/5", "3/5", "9/5", "5/5"]) == [Rating(4, 5), Rating(3, 5), None, Rating(5, 5)]
    assert read_ratings(["7/5", "8", "9", "4/5", "3/5", "10"])[3] == Rating(4.5)
    assert read_ratings(["4", "5", "45", "3", "4", "5"]) == [
        *map(Rating, (4, 5)),
        None,
        *map(Rating, (3, 4, 5)),
    ]
    assert read_ratings(["4", "45", "3"], "Rating (1-5)") == [Rating(4, 5), None, Rating(3, 5)]
    assert None not in read_ratings(["9", "10", "18.5", "12", "3", "4"])
    assert None not in read_ratings(["3", "4", "5", "4", "8"])  # out of 10


def test_the_heading_tells_the_scale_of_bare_numbers_only() -> None:
    assert read_ratings(["9", "4 of 5"], "NPS") == [Rating(9, 10), Rating(4, 5)]
    assert read_ratings(["9"], "Rating (1-5)") == [Rating(9)]  # the heading cannot be right about this one
    assert scale_in_heading("Sales 2026-05") == 0


def test_without_a_heading_the_highest_answer_tells_the_scale() -> None:
    assert [scale_of(values) for values in ([1, 5], [0, 6], [20], [99], [])] == [5, 10, 20, 100, 5]


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("00:12:30", 12.5),
        ("1:02:03", 62.05),
        ("12:30", 12.5),
        ("۰۰:۰۱:۳۰", 1.5),
        ("00:00:00", 0),
        ("90 sec", 1.5),
        ("12 min 30 sec", 12.5),
        ("1h 5m", 65),
        ("۱۲ دقیقه", 12),
        ("۱ ساعت و ۵ دقیقه", 65),
        ("soon", None),
        ("", None),
    ],
)
def test_a_length_is_read_in_minutes(cell: str, minutes: float | None) -> None:
    assert read_durations([cell]).minutes == [minutes]


def test_the_unit_of_bare_numbers_is_told_by_the_heading_else_by_the_numbers() -> None:
    assert read_durations(["750", "45"], "Duration (sec)").minutes == [12.5, 0.75]
    assert read_durations(["12", "7"], "مدت به دقیقه").minutes == [12, 7]
    assert read_durations(["750", "45"]).unit == "seconds"
    assert read_durations(["5", "10", "30"]).unit == "minutes"
    assert read_durations(["00:12:30"]).unit == ""


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Incoming", "call"),
        ("OUTGOING", "call"),
        ("ورودی", "call"),
        ("تماس تلفنی", "call"),
        ("Missed", MISSED),
        ("Missed incoming call", MISSED),
        ("بی‌پاسخ", MISSED),
        ("بی پاسخ", MISSED),
        ("از دست رفته", MISSED),
        ("SMS", "message"),
        ("Incoming SMS", "message"),
        ("پیامک", "message"),
        ("WhatsApp", "message"),
        ("E-mail", "email"),
        ("حضوری", "visit"),
        ("Meeting", "visit"),
        ("Exhibition", "Exhibition"),
    ],
)
def test_a_kind_of_contact_has_one_word(word: str, kind: str) -> None:
    assert touch_kind(word) == kind


def test_a_call_of_no_length_was_not_taken() -> None:
    assert made_contact("Outgoing", 0) == MISSED
    assert made_contact("Outgoing", 0.5) == "call"
    assert made_contact("Visit", 0) == "visit"
    assert made_contact("", 3) == "call"
    assert made_contact("", None) == ""


def test_a_story_is_no_kind_of_contact() -> None:
    assert is_touch("Call")
    assert not is_touch("called about the lamp that is broken, comes in on Monday")
    assert not is_touch("VIP")
