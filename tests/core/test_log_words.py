"""A line of plain words is read as who, what, when, how long, and what was said."""

from __future__ import annotations

import datetime

import pytest

from smbcrm.core.log_words import read_log

THURSDAY = datetime.date(2026, 11, 26)

LINES: list[tuple[list[str], str, str, float | None, str | None, str, str]] = [
    # words, who, kind, minutes, day, direction, text
    (["C17", "call", "asked for a new offer"], "C17", "call", None, None, "", "asked for a new offer"),
    (["reza", "call", "10m", "late delivery"], "reza", "call", 10, None, "", "late delivery"),
    (["C17", "Exhibition", "stand 4"], "C17", "Exhibition", None, None, "", "stand 4"),
    (["رضایی زنگ زد، ۱۰ دقیقه، گله از تأخیر"], "رضایی", "call", 10, None, "in", "گله از تأخیر"),
    (
        ["به خانم احمدی زنگ زدم دیروز، نیم ساعت، قیمت پرسید"],
        "احمدی",
        "call",
        30,
        "2026-11-25",
        "out",
        "قیمت پرسید",
    ),
    (["سارا ۳ روز پیش پیام داد: فاکتور"], "سارا", "message", None, "2026-11-23", "in", "فاکتور"),
    (
        ["called reza karimi yesterday about the delay"],
        "reza karimi",
        "call",
        None,
        "2026-11-25",
        "out",
        "about the delay",
    ),
    (["Ali came by on monday, half an hour, wants tea"], "Ali", "visit", 30, "2026-11-23", "in", "wants tea"),
    (["reza", "called", "1405/09/01"], "reza", "call", None, "2026-11-22", "in", ""),
    (["مهدی", "رضایی", "جواب", "نداد"], "مهدی رضایی", "missed call", None, None, "out", ""),
    (["mehdi complained, 5 min"], "mehdi", "complaint", 5, None, "in", ""),
    (
        ["رضا دو هفته پیش زنگ زد، گفت شنبهٔ آینده می‌آید"],
        "رضا",
        "call",
        None,
        "2026-11-12",
        "in",
        "گفت شنبهٔ آینده می‌آید",
    ),
    (["I met Reza last tuesday for 45 minutes"], "Reza", "visit", 45, "2026-11-24", "out", ""),
    (
        ["Sara came by, sat down for an hour, will call in 3 days"],
        "Sara",
        "visit",
        60,
        None,
        "in",
        "sat down, will call in 3 days",
    ),
    (["رضا را دیدم، هفتهٔ پیش"], "رضا", "visit", None, "2026-11-19", "out", ""),
    (["reza caled 10 mins. late delivery"], "reza", "call", 10, None, "in", "late delivery"),
    (["message Sara about tea"], "Sara", "message", None, None, "out", "about tea"),
    (["reza called 5m late"], "reza", "call", 5, None, "in", "late"),
    (["rang Sara 2 hrs ago"], "Sara", "call", None, "2026-11-26", "out", ""),
    (["Reza phoned me for an hour and a half about tea"], "Reza", "call", 90, None, "in", "about tea"),
    (["با علی صحبت کردم، یک ساعت و ربع"], "علی", "call", 75, None, "out", ""),
    (["به رضا زنگ زدم ۵ دقیقه‌ای"], "رضا", "call", 5, None, "out", ""),
    (["رضا هفته‌ی قبل واتساپ داد"], "رضا", "message", None, "2026-11-19", "in", ""),
    (["سارا ۲ آذر زنگ زد"], "سارا", "call", None, "2026-11-23", "in", ""),
    (["Sara came by on 20 November"], "Sara", "visit", None, "2026-11-20", "in", ""),
    (["reza", "visit", "1h30", "shoes"], "reza", "visit", 90, None, "", "shoes"),
    (["جمعه رضا سر زد"], "رضا", "visit", None, "2026-11-20", "in", ""),
]


@pytest.mark.parametrize(("words", "who", "kind", "minutes", "day", "way", "text"), LINES)
def test_a_line_says_who_what_when_and_how_long(
    words: list[str], who: str, kind: str, minutes: float | None, day: str | None, way: str, text: str
) -> None:
    line = read_log(words, today=THURSDAY)
    assert line.who[0][0] == who
    assert (line.kind, line.minutes, line.direction, line.text) == (kind, minutes, way, text)
    assert (line.day.isoformat() if line.day else None) == day


def test_money_is_told_by_its_currency() -> None:
    line = read_log(["I texted Sara about the invoice, cost 20,000 toman"], today=THURSDAY)
    assert (line.who[0][0], line.kind, line.cost, line.text) == (
        "Sara",
        "message",
        20000,
        "about the invoice",
    )


def test_a_number_alone_stays_text() -> None:
    assert read_log(["C1", "call", "12"], today=THURSDAY).text == "12"
