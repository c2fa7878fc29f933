"""Answering the open questions from a filled-in list."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run, records

Smbcrm = Callable[..., Run]


def questions(namesakes: Smbcrm) -> list[dict[str, str]]:
    return records(namesakes("merge", "review", "--format", "csv"))


def ids(namesakes: Smbcrm) -> list[str]:
    return namesakes("list", "--format", "ids").out.split()


def take(namesakes: Smbcrm, answers: str | bytes, *more: str, code: int = 0) -> dict[str, Any]:
    data = answers if isinstance(answers, bytes) else answers.encode()
    run = namesakes("merge", "review", "--answers", "-", "--format", "json", *more, stdin=data)
    assert run.code == code, run.err
    return dict(json.loads(run.out))


def filled(found: Sequence[dict[str, str]], **answers: str) -> str:
    """Fill in a list of questions: by both customers, like `C1_C2="yes"`."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [*found[0]])
    writer.writeheader()
    for row in found:
        writer.writerow({**row, "answer": answers.get(f"{row['customer_a']}_{row['customer_b']}", "")})
    return out.getvalue()


def test_the_questions_come_as_records_with_an_empty_column_for_the_answer(namesakes: Smbcrm) -> None:
    found = questions(namesakes)
    assert list(found[0]) == [
        "pair", "customer_a", "name_a", "customer_b", "name_b", "confidence", "differs", "evidence", "answer",
    ]  # fmt: skip
    assert {(q["customer_a"], q["customer_b"]) for q in found} == {
        ("C1", "C2"),
        ("C3", "C4"),
        ("C3", "C5"),
        ("C4", "C5"),
    }
    assert found[0]["customer_a"] == "C1"  # the most money hangs on it
    assert found[0]["differs"] == "phones: +989121112233 <> +989354445566"
    assert "same first name" in found[0]["evidence"]
    assert {q["answer"] for q in found} == {""}
    assert (
        records(namesakes("merge", "review", "--where", "a_id = 3", "-n", "1", "--format", "csv"))[0][
            "customer_a"
        ]
        == "C3"
    )


def test_without_a_terminal_nothing_waits_and_it_says_how_to_answer(namesakes: Smbcrm) -> None:
    shown = namesakes("merge", "review")
    assert shown.code == 0
    assert shown.out.splitlines()[0].split()[0] == "Pair"
    assert "smbcrm merge review -o answers.xlsx" in shown.out
    assert namesakes("merge", "review", "--no-input").out == shown.out
    for q in questions(namesakes):
        namesakes("merge", "different", q["pair"])
    assert "No open questions about who is who." in namesakes("merge", "review").out
    assert namesakes("merge", "review", "--format", "json").out.strip() == "[]"


def test_a_filled_in_list_is_one_operation_and_one_undo_takes_it_back(namesakes: Smbcrm) -> None:
    before = (
        namesakes("list", "--format", "csv").out,
        namesakes("merge", "list", "--all", "--format", "csv").out,
    )
    done = take(namesakes, filled(questions(namesakes), C1_C2="yes", C3_C4="same", C3_C5="different"))
    assert (done["same"], done["different"], done["open"], done["refused"]) == (2, 1, 1, 0)
    assert done["to_review"] == 0  # the question about C4 and C5 follows C3, and is answered
    assert ids(namesakes) == ["C1", "C3", "C5", "C6"]
    assert [row["customer_b"] for row in done["answers"] if row["status"] == "done"] == ["C1", "C3", "C5"]
    assert namesakes("undo", "--list", "--format", "ids").out == "2\n1\n"
    assert namesakes("undo").code == 0
    assert (
        namesakes("list", "--format", "csv").out,
        namesakes("merge", "list", "--all", "--format", "csv").out,
    ) == before


def test_a_dry_run_says_the_same_and_keeps_nothing(namesakes: Smbcrm) -> None:
    answers = filled(questions(namesakes), C1_C2="yes", C3_C4="no")
    tried = take(namesakes, answers, "--dry-run")
    assert ids(namesakes) == ["C1", "C2", "C3", "C4", "C5", "C6"]
    done = take(namesakes, answers)
    assert {**tried, "dry_run": False} == done


def test_answers_given_again_change_nothing(namesakes: Smbcrm) -> None:
    answers = filled(questions(namesakes), C1_C2="yes", C3_C4="no")
    take(namesakes, answers)
    again = take(namesakes, answers)
    assert (again["same"], again["different"], again["unchanged"]) == (0, 0, 2)
    assert namesakes("undo", "--list", "--format", "ids").out == "2\n1\n"


def reasons(done: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["status"], row["reason"] or "") for row in done["answers"]]


def test_what_cannot_be_done_is_told_row_by_row_and_the_rest_is_done(namesakes: Smbcrm) -> None:
    pair = {f"{q['customer_a']}_{q['customer_b']}": q["pair"] for q in questions(namesakes)}
    done = take(
        namesakes,
        "pair,customer_a,customer_b,answer\n"
        f"{pair['C1_C2']},,,perhaps\n"
        "9999,,,yes\n"
        f"{pair['C3_C4']},C1,C2,yes\n"
        ",C3,C77,yes\n"
        ",,,yes\n"
        f"{pair['C1_C2']},C1,C2,بله\n",
    )
    assert reasons(done) == [
        ("refused", "perhaps is no answer: write same, different or later"),
        ("refused", "there is no pair 9999 any more"),
        ("refused", f"pair {pair['C3_C4']} is about C3 and C4 now"),
        ("refused", "there is no customer C77"),
        ("refused", "the row names neither a pair nor two customers"),
        ("done", ""),
    ]
    assert ids(namesakes) == ["C1", "C3", "C4", "C5", "C6"]


@pytest.mark.parametrize("words", [(), ("--format", "json"), ("--dry-run",)])
def test_answers_of_which_none_could_be_taken_are_a_failure(
    namesakes: Smbcrm, words: tuple[str, ...]
) -> None:
    answers = b"pair,answer\n9999,yes\n9998,no\n1,\n"
    shown = namesakes("merge", "review", "--answers", "-", *words, stdin=answers)
    assert (shown.code, shown.err) == (1, "")
    assert "there is no pair 9999 any more" in shown.out


def test_answers_without_any_row_are_no_failure(namesakes: Smbcrm) -> None:
    assert namesakes("merge", "review", "--answers", "-", stdin=b"pair,answer\n").code == 0


def test_answers_that_contradict_each_other_are_all_left_out(namesakes: Smbcrm) -> None:
    done = take(namesakes, filled(questions(namesakes), C3_C4="yes", C4_C5="yes", C3_C5="no", C1_C2="no"))
    told = {tuple(sorted((row["customer_a"], row["customer_b"]))): row["reason"] for row in done["answers"]}
    assert all(
        told[pair].startswith("contradicts the answer in row")
        for pair in (("C3", "C4"), ("C4", "C5"), ("C3", "C5"))
    )
    assert (done["different"], done["refused"]) == (1, 3)
    assert ids(namesakes) == ["C1", "C2", "C3", "C4", "C5", "C6"]


def test_an_old_list_does_not_overrule_what_the_owner_said_since(namesakes: Smbcrm) -> None:
    old = filled(questions(namesakes), C3_C4="yes", C4_C5="yes")
    namesakes("merge", "different", "C3", "C5")
    done = take(namesakes, old, code=1)
    assert {row["reason"] for row in done["answers"] if row["status"] == "refused"} == {
        "you said before that C3 and C5 are different"
    }
    assert ids(namesakes) == ["C1", "C2", "C3", "C4", "C5", "C6"]


@pytest.mark.parametrize("kind", ["cp1256", "utf-16", "xlsx", "json", "jsonl", "semicolons"])
def test_answers_are_read_in_whatever_form_they_come_back(namesakes: Smbcrm, kind: str) -> None:
    pair = next(q["pair"] for q in questions(namesakes) if q["customer_a"] == "C1")
    path = Path({"xlsx": "a.xlsx", "json": "a.json", "jsonl": "a.jsonl"}.get(kind, "a.csv"))
    if kind == "xlsx":
        import openpyxl

        assert namesakes("merge", "review", "-o", "a.xlsx", "--lang", "fa").code == 0
        book = openpyxl.load_workbook(path)
        sheet = book.active
        assert sheet is not None
        row = next(cells for cells in sheet.iter_rows(min_row=2) if str(cells[0].value) == pair)
        row[-1].value = "بله"
        book.save(path)
    elif kind in ("json", "jsonl"):
        found = [
            {**q, "answer": "yes" if q["pair"] == int(pair) else None}
            for q in json.loads(namesakes("merge", "review", "--format", "json").out)
        ]
        path.write_text(
            json.dumps(found) if kind == "json" else "\n".join(map(json.dumps, found)), encoding="utf-8"
        )
    elif kind == "semicolons":
        path.write_text(f"Pair;Answer\n{pair};Yes\n", encoding="utf-8")
    else:
        path.write_bytes(f"جفت,پاسخ\n{pair},بله\n".encode(kind))
    done = namesakes("merge", "review", "--answers", str(path), "--format", "json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["same"] == 1
    assert "C2" not in ids(namesakes)


@pytest.mark.parametrize("text", [b"name,city\nA,B\n", b'[{"pair": 1}]', b"[{,}]", b"{"])
def test_a_file_without_answers_is_refused_in_one_line(namesakes: Smbcrm, text: bytes) -> None:
    run = namesakes("merge", "review", "--answers", "-", stdin=text)
    assert run.code == 3
    assert len(run.err.strip().splitlines()) == 2
    assert namesakes("merge", "review", "--answers", "nowhere.csv").code == 3
