"""What holds for every format and every record, beyond the golden files."""

import csv
import io
import json
import re

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smbcrm.core.say import say
from smbcrm.errors import UsageError
from smbcrm.output.emit import emit, emit_action, emit_views, export_file
from smbcrm.output.files.delimited import neutral, write_delimited
from smbcrm.output.files.jsontext import write_json, write_jsonl
from smbcrm.output.files.spreadsheet import write_spreadsheet
from smbcrm.output.options import Format, OutputOptions
from smbcrm.output.plain_table import width, write_plain_table
from smbcrm.output.safe import safe_line
from smbcrm.output.view import Column, View, pick_columns
from tests.output.hard import COLUMNS, ROWS, hard_view

DANGEROUS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
any_text = st.text(st.characters(exclude_categories=("Cs",)))


def one_column(*cells: object, kind: str = "text") -> View:
    return View((Column("cell", "Cell", kind),), [(cell,) for cell in cells])


def plain_table(headings: list[str], rows: list[list[str]], columns: tuple[Column, ...]) -> str:
    out = io.StringIO(newline="")
    write_plain_table(headings, iter(rows), columns=columns, out=out)
    return out.getvalue()


def split_table(text: str) -> list[list[str]]:
    """Cut a piped table into cells by the dashed rule; no cell of it holds a wide letter or a mark."""
    header, rule, *rows = text.splitlines()
    spans = [found.span() for found in re.finditer("-+", rule)]
    return [[line[start:end].strip() for start, end in spans] for line in (header, *rows)]


def test_table_csv_and_json_agree_cell_for_cell(written):
    rows = [
        (1, "Ali Rezaei", "+982100000002;ext=12", "1985-03-21", 8, 12_500_000, 0.25, ("vip", "new"), True, say("met {n} times", n=3)),
        (12_345, "", None, "--05-17", 7.25, -1250.5, 1, (), False, None),
        (3, "two\nlines", "+989120000001", None, None, None, None, None, None, None),
    ]  # fmt: skip
    columns = (*COLUMNS[:2], *COLUMNS[3:])
    table = split_table(written(View(columns, rows), fmt=Format.TABLE).decode())[1:]
    spelled = list(
        csv.reader(io.StringIO(written(View(columns, rows), fmt=Format.CSV).decode(), newline=""))
    )[1:]
    objects = json.loads(written(View(columns, rows), fmt=Format.JSON))
    shown_to_spelled = {"phone": lambda t: t.replace(" ext ", ";ext="), "money": lambda t: t.replace(",", "").removesuffix("0") if "." in t else t.replace(",", ""), "share": lambda t: str(float(t[:-1]) / 100).removesuffix(".0") if t else "", "bool": {"yes": "true", "no": "false", "": ""}.get}  # fmt: skip
    for shown, line, row in zip(table, spelled, objects, strict=True):
        for column, person, machine in zip(columns, shown, line, strict=True):
            again = shown_to_spelled.get(column.kind, str)(person)
            assert again == machine.replace("\n", " "), column.key
            assert spell_json(row[column.key]) == machine, column.key


def spell_json(value: object) -> str:
    """Spell a JSON value by the rules that the csv promises."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


@given(st.lists(st.lists(st.none() | any_text, min_size=2, max_size=2), max_size=5), st.sampled_from(",\t"))
def test_csv_gives_back_every_cell_exactly(rows, delimiter):
    out = io.StringIO(newline="")
    write_delimited(View((Column("a", "A"), Column("b", "B")), rows), out, delimiter=delimiter)
    seen = list(csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=delimiter))
    assert seen == [["a", "b"], *([cell or "" for cell in row] for row in rows)]


@given(st.lists(any_text | st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)))
def test_json_gives_back_every_value_and_moves_no_cursor(cells):
    for write, read in (
        (write_json, json.loads),
        (write_jsonl, lambda text: [json.loads(line) for line in text.split("\n")[:-1]]),
    ):
        out = io.StringIO(newline="")
        write(one_column(*cells), out)
        assert [row["cell"] for row in read(out.getvalue())] == cells
        assert not DANGEROUS.search(out.getvalue())


@given(st.lists(any_text, min_size=1, max_size=4))
def test_a_piped_table_has_one_line_for_each_row_and_no_dangerous_character(cells):
    rows = [[safe_line(cell)] for cell in cells]
    text = plain_table(["Cell"], rows, one_column().columns)
    assert text.count("\n") == len(cells) + 2
    assert len(text.splitlines()) == len(cells) + 2
    assert not DANGEROUS.search(text)


def test_columns_of_a_piped_table_stand_under_each_other_in_terminal_cells():
    names = ["علی رضایی", "ولی‌عصر", "小林", "a", "مُحَمَّد", "👩‍👧"]
    columns = (Column("a", "A"), Column("b", "B"))
    lines = plain_table(["Name", "X"], [[name, "x"] for name in names], columns).splitlines()
    assert {width(line[:-1]) for line in lines} == {width(lines[1]) - 1}


def test_a_table_too_long_to_hold_is_the_same_as_one_that_is_held(monkeypatch):
    rows = [[f"نام {i}", "x" * (i % 7), ""] for i in range(500)]
    columns = (Column("a", "A"), Column("b", "B", "int"), Column("c", "C"))
    held = plain_table(["A", "B", "C"], rows, columns)
    monkeypatch.setattr("smbcrm.output.plain_table._HELD", 100)
    assert plain_table(["A", "B", "C"], rows, columns) == held


def test_a_piped_table_is_never_cut(written):
    assert "z" * 5000 in written(one_column("z" * 5000), fmt=Format.TABLE).decode()


def test_nothing_is_an_empty_array_a_header_line_or_an_empty_table(written):
    assert written(one_column(), fmt=Format.JSON) == b"[]\n"
    assert written(one_column(), fmt=Format.JSONL) == b""
    assert written(one_column(), fmt=Format.CSV) == b"cell\n"
    assert written(one_column(), fmt=Format.TABLE) == b"Cell\n----\n"


def test_an_unknown_number_is_unknown_everywhere(written):

    def view():
        return View(
            (Column("n", "N", "number"), Column("s", "S", "score")), [(None, None), (float("nan"), 1)]
        )

    assert written(view(), fmt=Format.CSV) == b"n,s\n,\n,1.0\n"
    assert json.loads(written(view(), fmt=Format.JSON)) == [{"n": None, "s": None}, {"n": None, "s": 1.0}]
    assert written(view(), fmt=Format.TABLE) == b"N    S\n-  ---\n\n   1.0\n"


@pytest.mark.parametrize("write", [write_jsonl, write_json, write_delimited])
def test_a_million_rows_are_never_held_at_once(write):
    made = sent = most = 0

    class Sink:
        def write(self, text):
            nonlocal sent
            sent += text.count("\n")

    def rows():
        nonlocal made, most
        for made in range(1, 50_001):
            most = max(most, made - sent)
            yield (made,)

    write(View((Column("id", "Id", "int"),), rows()), Sink())
    assert made == 50_000
    assert most < 2_100


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd",
        "-1-1",
        "+1+1",
        "-2 / 3",
        "+98-912-0000001",
        "\t=1",
        "\r=1",
        " =HYPERLINK(1)",
        "＝1+1",
        "- call back",
    ],
)
def test_text_that_looks_like_a_formula_is_made_harmless(text):
    assert neutral(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    ["+989120000001", "+98 21 8877 6655", "-12.5", "-1,250", "+989120000001; +982100000002;ext=12", "+۹۸۹۱۲۰۰۰۰۰۰۱", "a=b", "", "Ali"],
)  # fmt: skip
def test_phones_negative_numbers_and_plain_text_stay_readable(text):
    assert neutral(text) == text


def test_export_of_csv_is_for_a_spreadsheet_and_raw_export_is_exact(tmp_path, pipe):

    def view():
        return View((Column("=k", "K"), Column("n", "N", "money")), [("=1+1", -5), ("+989120000001", None)])

    for name, raw, text in (
        ("a.csv", False, "\ufeff'=k,n\n'=1+1,-5\n+989120000001,\n"),
        ("b.csv", True, "\ufeff=k,n\n=1+1,-5\n+989120000001,\n"),
        ("c.TSV", False, "\ufeff'=k\tn\n'=1+1\t-5\n+989120000001\t\n"),
    ):
        export_file(view(), tmp_path / name, raw=raw, options=OutputOptions(quiet=True))
        assert (tmp_path / name).read_bytes().decode() == text
    assert pipe.out.text() == ""


@pytest.mark.parametrize("ending", ["json", "jsonl", "md", "html", "xlsx"])
def test_export_writes_by_ending_what_the_format_writes(tmp_path, pipe, ending):
    export_file(hard_view(), tmp_path / f"x.{ending}", raw=False, options=OutputOptions())
    emit(hard_view(), OutputOptions(output=tmp_path / f"y.{ending}", quiet=True))
    assert (tmp_path / f"x.{ending}").read_bytes() == (tmp_path / f"y.{ending}").read_bytes()
    assert pipe.err.text() == f"6 rows written to {tmp_path / f'x.{ending}'}\n"


def test_export_to_an_ending_nobody_knows_is_refused(tmp_path, pipe):
    with pytest.raises(UsageError, match="does not say which kind of file"):
        export_file(hard_view(), tmp_path / "x.doc", raw=False, options=OutputOptions())
    assert list(tmp_path.iterdir()) == []


@given(st.lists(any_text, min_size=1, max_size=20))
def test_text_in_a_workbook_is_never_a_formula_and_comes_back(cells):
    file = io.BytesIO()
    write_spreadsheet([one_column(*cells)], file, OutputOptions())
    sheet = openpyxl.load_workbook(file).active
    for row, cell in enumerate(cells, 2):
        seen = sheet.cell(row, 1)
        kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", cell)
        assert seen.data_type == ("s" if kept else "n")
        assert (seen.value or "").replace("_x000D_", "\r").replace("\r\n", "\n") == kept.replace("\r\n", "\n")


def test_text_too_long_for_a_spreadsheet_cell_is_cut_and_said():
    file = io.BytesIO()
    notes = write_spreadsheet([one_column("x" * 32_767, "y" * 32_768, "😀" * 20_000)], file, OutputOptions())
    assert list(map(str, notes)) == [
        "2 cells were cut at 32,767 characters, the most that a spreadsheet cell holds"
    ]
    sheet = openpyxl.load_workbook(file).active
    assert [len(sheet.cell(row, 1).value) for row in (2, 3, 4)] == [32_767, 32_767, 16_383]


def test_the_same_records_give_the_same_workbook_bytes():
    first, second = io.BytesIO(), io.BytesIO()
    for file in (first, second):
        write_spreadsheet([hard_view(), hard_view()], file, OutputOptions(lang="fa"))
    assert first.getvalue() == second.getvalue()


def test_rows_beyond_one_sheet_go_on_the_next(monkeypatch):
    monkeypatch.setattr("smbcrm.output.files.spreadsheet.MOST_ROWS", 3)
    file = io.BytesIO()
    notes = write_spreadsheet([one_column(*"abcde")], file, OutputOptions())
    book = openpyxl.load_workbook(file)
    assert {sheet.title: [cell.value for cell in sheet["A"]] for sheet in book} == {
        "records": ["Cell", "a", "b"],
        "records 2": ["Cell", "c", "d"],
        "records 3": ["Cell", "e"],
    }
    assert list(map(str, notes)) == ["the rows did not fit on one sheet; they stand on 3 sheets"]


def test_an_action_speaks_to_people_and_gives_data_to_machines(pipe):
    data = {
        "customers_new": 2,
        "files": [{"file": "a.csv", "note": say("read {n} rows", n=2)}],
        "tiers": one_column("A"),
    }
    lines = [say("{n} new customers", n=2), say("next: `smbcrm score`")]
    shown = {}
    for fmt in ("table", "json", "jsonl", "csv", "md", "ids"):
        start = len(pipe.out.text())
        emit_action(data, lines, OutputOptions(fmt=Format(fmt)))
        shown[fmt] = pipe.out.text()[start:]
    plain = {
        "customers_new": 2,
        "files": [{"file": "a.csv", "note": "read 2 rows"}],
        "tiers": [{"cell": "A"}],
    }
    assert shown["table"] == "2 new customers\nnext: `smbcrm score`\n"
    assert json.loads(shown["json"]) == plain
    assert shown["jsonl"].count("\n") == 1
    assert shown["md"] == "- 2 new customers\n- next: `smbcrm score`\n"
    assert shown["ids"] == ""
    assert shown["csv"].startswith('customers_new,files,tiers\n2,"[{""file"": ""a.csv""')


def test_several_tables_stand_one_after_another(written, pipe):
    views = [one_column("a"), View((Column("id", "Id", "int"),), [(1,)], name="other")]
    emit_views(views, OutputOptions(fmt=Format.TABLE))
    emit_views(views, OutputOptions(fmt=Format.JSON))
    assert pipe.out.text().startswith("Cell\n----\na\n\nId\n--\n 1\n{")
    assert json.loads(pipe.out.text().split("\n 1\n")[1]) == {
        "records": [{"cell": "a"}],
        "other": [{"id": 1}],
    }


def test_a_view_of_sentences_only_is_for_people(written, pipe):
    views = [one_column("a"), View((), (), footer=(say("that is all"),))]
    shown = {}
    for fmt in ("table", "csv", "json", "jsonl", "md"):
        start = len(pipe.out.text())
        emit_views(views, OutputOptions(fmt=Format(fmt)))
        shown[fmt] = pipe.out.text()[start:]
    assert shown["table"] == "Cell\n----\na\n\nthat is all\n"
    assert shown["csv"] == "cell\na\n"
    assert json.loads(shown["json"]) == {"records": [{"cell": "a"}]}
    assert shown["jsonl"] == '{"cell": "a"}\n'
    assert shown["md"] == "| Cell |\n| --- |\n| a |\n\n- that is all\n"


def test_chosen_columns_come_in_the_order_they_were_asked_for(written):
    view = pick_columns(hard_view(), ["score", "id"])
    assert written(view, fmt=Format.CSV).splitlines()[:2] == [b"score,id", b"8.0,1"]
    with pytest.raises(UsageError, match="there is no column colour, size"):
        pick_columns(hard_view(), ["id", "colour", "size"])


def test_ids_come_one_a_line_and_records_without_ids_are_refused(written):
    assert written(fmt=Format.IDS).split() == [str(row[0]).encode() for row in ROWS]
    with pytest.raises(UsageError, match="no ids to print"):
        written(one_column("a"), fmt=Format.IDS)


@pytest.mark.parametrize(
    ("name", "fmt"), [("x.csv", "csv"), ("x.XLSX", "xlsx"), ("x.txt", "table"), ("x", "table")]
)
def test_without_a_format_the_ending_of_the_file_decides(tmp_path, name, fmt):
    assert OutputOptions(output=tmp_path / name).format is Format(fmt)
    assert OutputOptions(output=tmp_path / name, fmt=Format.JSON).format is Format.JSON
