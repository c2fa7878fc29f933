"""The columns of the owner's own files, in `list`: by their headings, whether we understood them or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Smbcrm = Callable[..., Run]


def _import(smbcrm: Smbcrm, name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    assert smbcrm("import", name).code == 0


def test_a_heading_we_understood_shows_what_it_was_understood_as(smbcrm: Smbcrm) -> None:
    _import(
        smbcrm,
        "list.csv",
        "Full name,Tel.,Group,Town,Birthday\n"
        "Sara Ahmadi,09123450001,VIP;Qom,Tehran,1990-02-03\n"
        "Ali Karimi,09123450002,,Yazd,in spring\n",
    )
    assert smbcrm("list", "--columns", "id,Full name,Tel.,Group,Town,Birthday", "--format", "csv").out == (
        "id,Full name,Tel.,Group,Town,Birthday\n"
        "C1,Sara Ahmadi,+989123450001,VIP; Qom,Tehran,1990-02-03\n"
        "C2,Ali Karimi,+989123450002,,Yazd,in spring\n"
    )
    assert smbcrm("list", "--where", "\"Group\" LIKE '%vip%'", "--format", "ids").out == "C1\n"
    assert smbcrm("list", "--sort", "-Town", "--format", "ids").out == "C2\nC1\n"


def test_a_heading_that_means_something_in_one_file_and_nothing_in_another_shows_both(smbcrm: Smbcrm) -> None:
    _import(smbcrm, "one.csv", "نام,موبایل,گروه\nسارا احمدی,09123450001,ویژه\n")
    _import(smbcrm, "two.csv", "نام,موبایل,گروه,کد\nعلی کریمی,09123450002,سبز,17\n")
    smbcrm("mapping", "set", "s2", "گروه=-")
    _import(smbcrm, "two.csv", "نام,موبایل,گروه,کد\nعلی کریمی,09123450002,سبز,17\n")
    assert smbcrm("list", "--columns", "id,گروه,tags", "--format", "csv").out == (
        "id,گروه,tags\nC1,ویژه,ویژه\nC2,سبز,\n"
    )


def test_headings_of_sales_are_no_columns_of_customers(smbcrm: Smbcrm) -> None:
    _import(
        smbcrm,
        "till.csv",
        "Receipt,Date,Customer,Mobile,Amount\n1,2026-01-02,Sara Ahmadi,09123450001,500\n"
        "2,2026-01-03,Ali Karimi,09123450002,700\n",
    )
    done = smbcrm("list", "--columns", "id,Amount")
    assert (done.code, done.out) == (2, "")
    assert "there is no column Amount" in done.err
    assert "Amount" not in done.err.splitlines()[1]


def test_cells_under_a_blank_last_heading_are_a_column_like_others(smbcrm: Smbcrm) -> None:
    rows = "".join(f"Person {chr(65 + n)}son,0912345{n:04},\n" for n in range(1, 9))
    _import(smbcrm, "list.csv", f"Name,Phone,\nSara Ahmadi,09123450000,red\n{rows}")
    assert smbcrm(
        "list", "--where", "\"column_C\" = 'red'", "--columns", "id,column_C", "--format", "csv"
    ).out == ("id,column_C\nC1,red\n")


def test_cells_beyond_the_last_heading_can_be_listed_and_filtered(smbcrm: Smbcrm) -> None:
    rows = "".join(f"Person {chr(65 + n)}son,0912345{n:04}\n" for n in range(1, 9))
    _import(smbcrm, "list.csv", f"Name,Phone\nSara Ahmadi,09123450000,red,blue\n{rows}")
    assert smbcrm(
        "list", "--where", "_extra LIKE '%blue%'", "--columns", "id,_extra", "--format", "csv"
    ).out == ("id,_extra\nC1,red | blue\n")


def test_stars_become_scores_up_to_ten_and_come_back_as_they_are(smbcrm: Smbcrm) -> None:
    rows = "".join(f"Person {chr(65 + n)}son,0912345{n:04},{n % 5 + 1}\n" for n in range(10))
    Path("list.csv").write_text(f"Name,Phone,MEMBER_RATING\n{rows}", encoding="utf-8")
    done = smbcrm("import", "list.csv")
    assert "MEMBER_RATING holds marks up to 5: as scores they are carried over, 5 becoming 10" in done.out
    scores = smbcrm("list", "--columns", "own_score", "--format", "csv").out.split()[1:]
    assert scores == ["2.0", "4.0", "6.0", "8.0", "10.0"] * 2
    for customer in ("C3", "C4", "C5", "C8", "C9", "C10"):
        assert smbcrm("score", "set", customer, "3").code == 0  # none of them above 4 now
    assert smbcrm("export", "all.csv").code == 0
    again = smbcrm("--data", "other", "import", "all.csv")
    assert "carried over" not in again.out
    own = ("list", "--columns", "own_score", "--format", "csv")
    assert smbcrm("--data", "other", *own).out == smbcrm(*own).out


def _marked(path: str, marks: list[int]) -> None:
    rows = "".join(f"Person {chr(65 + n)}son,0912345{n:04},{mark}\n" for n, mark in enumerate(marks))
    Path(path).write_text(f"Name,Phone,Rating\n{rows}", encoding="utf-8")


def _scores(smbcrm: Smbcrm) -> list[float]:
    listed = smbcrm("list", "--columns", "own_score", "--format", "csv").out
    return [float(score) for score in listed.split()[1:] if score != '""']


def test_a_mark_that_shows_another_scale_changes_the_scores_of_rows_that_did_not_change(
    smbcrm: Smbcrm,
) -> None:
    marks = [1, 2, 3, 4, 5] * 4
    edited = [1, 2, 8, *marks[3:]]
    _marked("list.csv", marks)
    assert smbcrm("import", "list.csv").code == 0
    assert _scores(smbcrm) == [2.0 * mark for mark in marks]
    _marked("list.csv", edited)
    assert "the scores of 19 known rows change" in smbcrm("import", "list.csv").out
    assert _scores(smbcrm) == edited
    _marked("extract.csv", edited[:2] + marks[3:15])
    assert smbcrm("import", "extract.csv", "--source", "list.csv").code == 0
    assert _scores(smbcrm)[:2] == edited[:2]  # the low marks alone show nothing
    smbcrm("undo")
    smbcrm("undo")
    assert _scores(smbcrm) == [2.0 * mark for mark in marks]


def test_marks_that_a_person_calls_scores_are_taken_as_they_are(smbcrm: Smbcrm) -> None:
    rows = "".join(f"Person {chr(65 + n)}son,0912345{n:04},{n % 5 + 1}\n" for n in range(10))
    Path("list.csv").write_text(f"Name,Phone,Rating\n{rows}", encoding="utf-8")
    assert smbcrm("import", "list.csv", "--map", "own_score=Rating").code == 0
    scores = smbcrm("list", "--columns", "own_score", "--format", "csv").out.split()[1:]
    assert scores == ["1.0", "2.0", "3.0", "4.0", "5.0"] * 2


@pytest.mark.parametrize("stray", [6, 9])
@pytest.mark.parametrize("count", [30, 50])
def test_one_stray_mark_among_many_moves_no_scale(smbcrm: Smbcrm, stray: int, count: int) -> None:
    marks = [n % 5 + 1 for n in range(count)]
    rows = "".join(f"Person {n},0912345{n:04},{mark}\n" for n, mark in enumerate([*marks, stray]))
    Path("list.csv").write_text(f"Name,Phone,Rating\n{rows}", encoding="utf-8")
    done = smbcrm("import", "list.csv")
    assert f"Rating: kept as typed: not a score from 1 to 10 (row {count + 2})" in done.out
    assert sorted(_scores(smbcrm)) == sorted(2.0 * mark for mark in marks)


def test_marks_up_to_ten_of_which_several_are_high_keep_their_scale(smbcrm: Smbcrm) -> None:
    marks = [n % 5 + 1 for n in range(27)] + [7, 9, 8]
    _marked("list.csv", marks)
    assert smbcrm("import", "list.csv").code == 0
    assert sorted(_scores(smbcrm)) == sorted(map(float, marks))


@pytest.mark.parametrize("way", ["gone", "edited"])
def test_marks_keep_their_scale_when_the_top_ones_go(smbcrm: Smbcrm, way: str) -> None:
    marks = [1, 2, 3, 4, 5] * 3
    _marked("list.csv", [*marks, 8, 9])
    assert smbcrm("import", "list.csv").code == 0
    newer = [*marks, 4, 5] if way == "edited" else marks
    for last in ([], [2]):  # and in the version after it
        _marked("list.csv", newer + last)
        done = smbcrm("import", "list.csv")
        assert (
            "the marks in column Rating stay scores up to 10: an earlier version of the list held some above 5"
            in done.out
        )
        assert "carried over" not in done.out
        assert "known rows change" not in done.out
    gone = [] if way == "edited" else [8, 9]
    kept = [*newer, *gone, 2] if way == "edited" else [*marks, *gone]
    assert _scores(smbcrm)[: len(marks)] == [float(mark) for mark in marks]
    assert max(_scores(smbcrm)) == max(map(float, kept))


def test_few_marks_of_a_first_version_show_no_scale(smbcrm: Smbcrm) -> None:
    _marked("list.csv", [3, 4, 5])
    assert smbcrm("import", "list.csv").code == 0
    _marked("list.csv", [3, 4, 5, 1, 2, 3])
    assert "carried over" in smbcrm("import", "list.csv").out
    assert _scores(smbcrm)[:3] == [6.0, 8.0, 10.0]


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 1, 0)])
def test_of_two_whole_names_the_fuller_one_is_shown_in_whatever_order_they_stand(
    smbcrm: Smbcrm, order: tuple[int, int, int]
) -> None:
    rows = [
        ("first_and_surname", "full_name", "phone"),
        ("Sara Ahmadi", "Sara Lina Ahmadi", "09123450001"),
        ("", "Ali Karimi", "09123450002"),
        ("Reza Moradi", "Reza Moradi", "09123450003"),
    ]
    _import(smbcrm, "list.csv", "".join(",".join(row[i] for i in order) + "\n" for row in rows))
    assert smbcrm("list", "--columns", "name", "--format", "csv").out == (
        "name\nSara Lina Ahmadi\nAli Karimi\nReza Moradi\n"
    )
