"""Sentences in two languages, and the list of those that have only one."""

import datetime
import re
import runpy
import string
from pathlib import Path

import pytest

from smbcrm.commands import VERBS
from smbcrm.core.say import Say, say
from smbcrm.output.cells import plain_text, shown_text
from smbcrm.output.persian.catalogue import PERSIAN
from smbcrm.output.words import heading, knows, render

UNTRANSLATED = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "untranslated.py"))


def gaps(template: str) -> list[str]:
    """Give the values a sentence tells; `{count:is|are}` tells none, it only fits a word to its number."""
    parts = string.Formatter().parse(template)
    return sorted({name for _, name, form, _ in parts if name is not None and "|" not in (form or "")})


def test_every_persian_sentence_has_the_gaps_of_the_english_one():
    assert [english for english, persian in PERSIAN.items() if gaps(english) != gaps(persian)] == []


def test_persian_sentences_are_written_in_persian_letters_only():
    wrong = set("يىكةۀ٠١٢٣٤٥٦٧٨٩\u200e\u200f")
    assert [persian for persian in PERSIAN.values() if wrong & set(persian) or not persian.strip()] == []


def test_what_is_to_be_typed_in_english_is_to_be_typed_in_persian():
    def typed(template):
        return set(template.split("`")[1::2])

    assert [english for english, persian in PERSIAN.items() if typed(english) - typed(persian)] == []


def test_a_command_in_a_sentence_stands_between_backticks():
    commands = re.compile(rf"\bsmbcrm (?:--help|{'|'.join(VERBS)})\b")
    bare = ["".join(english.split("`")[::2]) for english in PERSIAN]
    assert [english for english in bare if commands.search(english)] == []


def test_no_sentence_has_an_odd_number_of_backticks():
    assert [text for pair in PERSIAN.items() for text in pair if text.count("`") % 2] == []


@pytest.fixture
def persian(monkeypatch):
    """A catalogue of a few made-up sentences."""
    for english, text in {
        "spent {amount} in {n} visits": "{amount} در {n} دیدار",
        "{what}; row {row}, id {id}: `smbcrm undo {n}`": "{what}؛ ردیف {row}، شناسه {id}: `smbcrm undo {n}`",
        "since {day}": "از {day}",
        "among {names}": "از میان {names}",
        "{portion} sure": "{portion} مطمئن",
        "late": "دیر",
    }.items():
        monkeypatch.setitem(PERSIAN, english, text)


def test_numbers_are_grouped_and_in_persian_written_in_persian_digits(persian):
    sentence = say("spent {amount} in {n} visits", amount=12_500_000, n=1234.5)
    assert render(sentence, "en") == "spent 12,500,000 in 1,234.5 visits"
    assert render(sentence, "fa") == "۱۲٬۵۰۰٬۰۰۰ در ۱٬۲۳۴٫۵ دیدار"


def test_ids_rows_and_commands_are_never_grouped_and_commands_keep_latin_digits(persian):
    sentence = say(
        "{what}; row {row}, id {id}: `smbcrm undo {n}`", what=say("late"), row=12345, id=67890, n=4321
    )
    assert render(sentence, "en") == "late; row 12345, id 67890: `smbcrm undo 4321`"
    assert render(sentence, "fa") == "دیر؛ ردیف ۱۲۳۴۵، شناسه 67890: `smbcrm undo 4321`"
    assert render(say("type: smbcrm undo {newest}", newest=12345), "en") == "type: smbcrm undo 12345"


def test_days_follow_the_calendar_and_text_from_the_list_is_left_alone(persian):
    for day in ("2026-11-22", datetime.date(2026, 11, 22)):
        assert render(say("since {day}", day=day), "en") == "since 2026-11-22"
        assert render(say("since {day}", day=day), "fa", calendar="jalali") == "از ۱۴۰۵/۰۹/۰۱"
    assert render(say("since {day}", day="09121234567 2026-11-22"), "fa") == "از 09121234567 2026-11-22"


def test_what_was_typed_is_shown_as_typed(persian):
    typed = say("late {text}", text="1360-12-30")
    assert render(typed, "fa", calendar="jalali").endswith("1360-12-30")


def test_several_values_are_joined_in_the_manner_of_the_language(persian):
    sentence = say("among {names}", names=[say("late"), "Ali", 5])
    assert render(sentence, "en") == "among late, Ali, 5"
    assert render(sentence, "fa") == "از میان دیر، Ali، ۵"


def test_a_share_written_as_text_is_a_number_too(persian):
    assert render(say("{portion} sure", portion="12.5%"), "fa") == "۱۲٫۵٪ مطمئن"
    assert render(say("{portion} sure", portion="12"), "fa") == "12 مطمئن"


def test_a_sentence_without_a_translation_is_shown_in_english_with_its_digits():
    assert render(say("never seen before: {n}", n=1234), "fa") == "never seen before: 1,234"
    assert render(Say("braces {stay}"), "fa") == "braces {stay}"
    assert (heading("Name", "fa"), heading("Shoe size", "fa")) == ("نام", "Shoe size")
    assert (knows("Name", "fa"), knows("Shoe size", "fa"), knows("Shoe size", "en")) == (True, False, True)


def test_only_a_gap_for_our_own_words_has_them_translated(monkeypatch):
    monkeypatch.setitem(PERSIAN, "a {kind} with {name}", "{kind} با {name}")
    assert render(say("a {kind} with {name}", kind="call", name="call"), "fa") == "تماس تلفنی با call"
    assert render(say("a {kind} with {name}", kind="quilting", name="Bo"), "fa") == "quilting با Bo"
    assert render(say("a {kind} with {name}", kind="call", name="Bo"), "en") == "a call with Bo"


def test_signs_between_sentences_need_no_translation(persian):
    assert render(say("{a_}, {b_}; {n}", a_=say("late"), b_="Ali, Bo", n=12), "fa") == "دیر، Ali, Bo؛ ۱۲"
    assert render(say("{a_}, {n}", a_=say("late"), n=12), "en") == "late, 12"


@pytest.mark.parametrize(
    ("rows", "english"), [(0, "0 rows are new"), (1, "1 row is new"), (1200, "1,200 rows are new")]
)
def test_one_is_said_otherwise_than_many(rows, english):
    assert render(say("{rows} {rows:row is|rows are} new", rows=rows), "en") == english


def test_persian_has_one_form_for_one_and_many():
    sentence = say("{n} {n:row|rows} written to {file}", n=1, file="list.csv")
    assert str(sentence) == "1 row written to list.csv"
    assert render(sentence, "fa") == "۱ ردیف در list.csv نوشته شد"


def test_a_word_of_the_program_is_translated_for_people_only(persian):
    assert shown_text("late", "word", lang="fa") == "دیر"
    assert shown_text("late", "text", lang="fa") == "late"
    assert plain_text("late", "word") == "late"


def test_a_format_in_a_gap_is_kept():
    assert render(say("{score:.1f} of 10", score=7.25), "en") == "7.2 of 10"


def test_the_script_finds_every_sentence_and_heading_that_people_see(tmp_path):
    (tmp_path / "a.py").write_text(
        "X = {'a': 'from a dict'}\n"
        "FELL, ROSE = 'it fell', 'it rose'\n"
        "def pairs():\n    yield 'from a generator', 1\n"
        "def f(n, t, why):\n"
        "    say('known'); say('plain {n}', n=n); Say('also plain')\n"
        "    say('one' if n else 'two')\n"
        "    say(X[n]); say(FELL if n else ROSE)\n"
        "    say('joined ' 'up'); say('{a}; {b}', a=1, b=2)\n"
        "    say(why.template)\n"
        "    say(f'spelled {n}'); say(n.kind); told('from a caller', 1)\n"
        "def told(template, x):\n    say(template, x=x); say(SHARED)\n"
        "def g(t):\n"
        "    Column('key', 'Heading', 'int'); Column('k', heading='Other heading'); Column(t.key, t.heading)\n"
        "    View((), (), name='sheet name')\n"
        "    for text, _ in pairs():\n        say(text)\n",
        "utf-8",
    )
    (tmp_path / "b.py").write_text("SHARED = 'from another file'\n", "utf-8")
    lines = UNTRANSLATED["missing"](tmp_path, {"known": "x"})
    assert sorted(lines) == sorted(
        [
            "a.py:6: plain {n}",
            "a.py:6: also plain",
            "a.py:7: one",
            "a.py:7: two",
            "a.py:8: from a dict",
            "a.py:8: it fell",
            "a.py:8: it rose",
            "a.py:9: joined up",
            "a.py:13: from a caller",
            "a.py:13: from another file",
            "a.py:15: Heading",
            "a.py:15: Other heading",
            "a.py:16: sheet name",
            "a.py:18: from a generator",
        ]
    )
    assert UNTRANSLATED["unread"](tmp_path) == ["a.py:11", "a.py:11"]


def test_one_row_has_the_verb_of_one_in_persian_too():
    waits = (
        "{count} {count:row names|rows name} nobody on the list: --create makes {count:a customer of it; else it waits|"
        "customers of them; else they wait} (`smbcrm sources rows --status waiting`)"
    )
    one, two = (render(say(waits, count=count), "fa") for count in (1, 2))
    assert "منتظر می‌ماند (" in one
    assert "آن‌ها" not in one
    assert "منتظر می‌مانند (" in two


def test_every_text_is_translated_in_one_place():
    from smbcrm.output.persian import catalogue

    tables = [
        table
        for module in vars(catalogue).values()
        if getattr(module, "__name__", "").startswith("smbcrm.output.persian.")
        for name, table in vars(module).items()
        if name.isupper() and isinstance(table, dict)
    ]
    texts = [text for table in tables for text in table]
    assert sorted(text for text in set(texts) if texts.count(text) > 1) == []
    assert set(texts) == set(PERSIAN)
