"""Surveys: each question of one is an answer of its own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Run

Smbcrm = Callable[..., Run]
FORM = """\
Timestamp,Your name,Mobile,How satisfied are you with the delivery? (1-5),Would you recommend us? (0-10),How was the quality?,Anything else?
2026-10-02,Sara Ahmadi,09123450001,4,9,very satisfied,quick and kind people
2026-10-03,Reza Karimi,09351112233,2,,dissatisfied,
"""
MORE = "".join(
    f"2026-10-{day:02},Person {name},0935111{day:04},3,5,satisfied,\n"
    for day, name in enumerate(("Oneson", "Twoson", "Threeson"), 10)
)


def answers(data: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(data / "crm.db") as db:
        return list(db.execute("SELECT row_id, value, scale, about, text FROM rating ORDER BY row_id, about"))


def test_a_survey_with_several_questions_gives_several_ratings(smbcrm: Smbcrm, data: Path) -> None:
    Path("form.csv").write_text(FORM, encoding="utf-8")
    done = smbcrm("import", "form.csv", "--create", "--format", "json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["files"][0]["kind"] == "ratings"
    assert answers(data) == [
        (1, 4.0, 5.0, "How satisfied are you with the delivery? (1-5)", "quick and kind people"),
        (1, 5.0, 5.0, "How was the quality?", ""),
        (1, 9.0, 10.0, "Would you recommend us? (0-10)", ""),
        (2, 2.0, 5.0, "How satisfied are you with the delivery? (1-5)", ""),
        (2, 2.0, 5.0, "How was the quality?", ""),
    ]


def test_corrected_answers_stand_in_place_of_the_former_ones(smbcrm: Smbcrm, data: Path) -> None:
    Path("form.csv").write_text(FORM + MORE, encoding="utf-8")
    smbcrm("import", "form.csv", "--create")
    edited = FORM.replace(",4,9,very", ",3,,very").replace(",2,,diss", ",2,7,diss")
    Path("form.csv").write_text(edited + MORE, encoding="utf-8")
    smbcrm("import", "form.csv")
    assert [row[:4] for row in answers(data)[:5]] == [
        (1, 3.0, 5.0, "How satisfied are you with the delivery? (1-5)"),
        (1, 5.0, 5.0, "How was the quality?"),
        (2, 2.0, 5.0, "How satisfied are you with the delivery? (1-5)"),
        (2, 2.0, 5.0, "How was the quality?"),
        (2, 7.0, 10.0, "Would you recommend us? (0-10)"),
    ]
    assert smbcrm("undo").code == 0
    assert [row[1] for row in answers(data)[:5]] == [4.0, 5.0, 9.0, 2.0, 2.0]


def test_each_question_has_a_scale_of_its_own_where_none_is_told(smbcrm: Smbcrm, data: Path) -> None:
    Path("فرم.csv").write_text(
        "تاریخ نظرسنجی,نام,موبایل,از برخورد ما راضی بودید؟,ما را به دوستان پیشنهاد می‌کنید؟\n"
        "1405/07/01,سارا احمدی,09123450001,۵,۱۰\n1405/07/02,رضا کریمی,09351112233,۳,۸\n1405/07/03,مینا تهرانی,09351112234,۴,۹\n",
        encoding="utf-8",
    )
    assert smbcrm("import", "فرم.csv", "--create").code == 0
    assert [row[1:4] for row in answers(data)][:2] == [
        (5.0, 5.0, "از برخورد ما راضی بودید؟"),
        (10.0, 10.0, "ما را به دوستان پیشنهاد می‌کنید؟"),
    ]


def test_the_same_mark_out_of_another_best_is_another_answer(smbcrm: Smbcrm, data: Path) -> None:
    sheet = (
        "Date,Customer,Rating\n2026-10-02,Sara Ahmadi,{}\n2026-10-03,Reza Karimi,{}\n2026-10-04,Mina Rad,{}\n"
    )
    Path("five.csv").write_text(sheet.format("3/5", "2/5", "5/5"), encoding="utf-8")
    Path("ten.csv").write_text(sheet.format("3/10", "9/10", "5/10"), encoding="utf-8")
    smbcrm("import", "five.csv", "--as", "ratings", "--create")
    done = smbcrm("import", "ten.csv", "--as", "ratings", "--create")
    assert "already counted" not in done.out
    assert [row[1:3] for row in answers(data)] == [
        (3.0, 5.0), (2.0, 5.0), (5.0, 5.0), (3.0, 10.0), (9.0, 10.0), (5.0, 10.0),
    ]  # fmt: skip
