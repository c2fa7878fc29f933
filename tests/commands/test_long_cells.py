"""Cells of many thousand letters or signs, wherever they stand: looked at from every place again, they would take hours."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Run

COLUMNS = ("Name", "Phone", "Email", "Address", "City", "Birth date", "Amount", "Company", "Postal code")
FILLINGS = (
    " ",
    ",",
    ", ",
    "1",
    "a",
    "a ",
    "-",
    "1 ",
    "a.",
    "a@",
    "ا ",
    "۰",
    "\t",
    "(",
    "1st ",
    "Mr ",
    "& ",
    "www.",
)
LENGTH = 20_000


def test_a_list_with_cells_of_any_length_is_read(smbcrm: Callable[..., Run]) -> None:
    rows = [
        (f"Adam{chr(97 + i % 26)} Brent{chr(97 + i // 26)}", f"+4479111{i:05}", f"a{i}@shop.example", f"{i} Oak Street", "Leeds",
         "1980-02-03", "12.50", "", "LS1 1AA")
        for i in range(60)
    ]  # fmt: skip
    for place in range(len(COLUMNS)):
        for filling in FILLINGS:
            row = list(rows[(len(rows) * 7) % 60])
            row[place] = filling * (LENGTH // len(filling)) + "x"
            rows.append(tuple(row))  # type: ignore[arg-type]
    with Path("list.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    found = smbcrm("import", "list.csv", "--format", "json")
    assert found.code == 0
    told = json.loads(found.out)
    [sheet] = told["files"]
    assert sheet["rows_read"] == sheet["rows_imported"] == len(rows)
