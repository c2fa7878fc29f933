"""Every format, byte for byte. `python tests/output/test_golden.py` writes the files anew; look at the difference."""

import datetime
import io
import sys
from pathlib import Path

import openpyxl
import pytest

from smbcrm.output.emit import emit
from smbcrm.output.files.spreadsheet import write_spreadsheet
from smbcrm.output.options import Format, OutputOptions
from tests.output.hard import hard_view

GOLDEN = Path(__file__).parents[1] / "golden" / "output"
TODAY = datetime.date(2026, 11, 22)
FILES = {
    "hard.table.txt": OutputOptions(fmt=Format.TABLE),
    "hard.fa.table.txt": OutputOptions(fmt=Format.TABLE, lang="fa", calendar="jalali"),
    "hard.csv": OutputOptions(fmt=Format.CSV),
    "hard.fa.csv": OutputOptions(fmt=Format.CSV, lang="fa", calendar="jalali"),
    "hard.tsv": OutputOptions(fmt=Format.TSV),
    "hard.json": OutputOptions(fmt=Format.JSON),
    "hard.jsonl": OutputOptions(fmt=Format.JSONL),
    "hard.ids.txt": OutputOptions(fmt=Format.IDS),
    "hard.md": OutputOptions(fmt=Format.MD),
    "hard.fa.md": OutputOptions(fmt=Format.MD, lang="fa", calendar="jalali"),
    "hard.html": OutputOptions(fmt=Format.HTML, today=TODAY),
    "hard.fa.html": OutputOptions(fmt=Format.HTML, lang="fa", calendar="jalali", today=TODAY),
}


def cells_of_the_workbook(options: OutputOptions) -> str:
    """Tell a workbook cell by cell: place, type, number format, value."""
    file = io.BytesIO()
    notes = write_spreadsheet([hard_view()], file, options)
    sheet = openpyxl.load_workbook(file).active
    lines = [
        f"sheet {sheet.title} rtl={sheet.sheet_view.rightToLeft} frozen={sheet.freeze_panes} filter={sheet.auto_filter.ref}"
    ]
    lines += [
        f"{cell.coordinate}\t{cell.data_type}\t{cell.number_format}\t{cell.value!r}"
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    return "\n".join([*lines, *map(str, notes), ""])


@pytest.mark.parametrize("name", FILES)
def test_every_text_format_is_byte_for_byte_as_before(name, written):
    options = FILES[name]
    seen = written(fmt=options.fmt, lang=options.lang, calendar=options.calendar, today=options.today)
    assert seen == (GOLDEN / name).read_bytes()


@pytest.mark.parametrize(("name", "lang", "calendar"), [("hard.xlsx.txt", "en", "gregorian"), ("hard.fa.xlsx.txt", "fa", "jalali")])  # fmt: skip
def test_the_workbook_holds_the_same_cells_as_before(name, lang, calendar):
    assert cells_of_the_workbook(OutputOptions(lang=lang, calendar=calendar)) == (GOLDEN / name).read_text(
        "utf-8"
    )


def _write_all() -> None:
    for name, options in FILES.items():
        kept = io.BytesIO()
        sys.stdout = io.TextIOWrapper(kept)
        emit(hard_view(), options)
        sys.stdout.detach()
        sys.stdout = sys.__stdout__
        (GOLDEN / name).write_bytes(kept.getvalue())
    for name, lang, calendar in (("hard.xlsx.txt", "en", "gregorian"), ("hard.fa.xlsx.txt", "fa", "jalali")):
        (GOLDEN / name).write_text(
            cells_of_the_workbook(OutputOptions(lang=lang, calendar=calendar)), "utf-8"
        )


if __name__ == "__main__":
    _write_all()
