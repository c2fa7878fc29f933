"""What an import says of rows that somebody edited: cell by cell for the first of them, and by their numbers for the rest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Run

Smbcrm = Callable[..., Run]
HEAD = "Code,Name,Mobile,City,Notes\n"


def told(smbcrm: Smbcrm, text: str, *options: str) -> list[str]:
    Path("list.csv").write_text(text, encoding="utf-8")
    notes = json.loads(smbcrm("import", "list.csv", "--format", "json", *options).out)["files"][0]["notes"]
    return [note for note in notes if note.startswith(("row ", "edited", "more edited", "ردیف"))]


def test_old_and_new_cells_of_edited_rows_are_told(smbcrm: Smbcrm) -> None:
    rows = [
        '1,Sara Ahmadi,09121234567,"Qom, old town",\n',
        "2,رضا کریمی,09131234567,شیراز,\n",
        "3,Mina Tavakoli,,Yazd,likes tea\n",
        "4,Omid Jalali,09151234567,Karaj,\n",
        "5,Leila Nuri,09161234567,Karaj,\n",
    ]
    assert told(smbcrm, HEAD + "".join(rows)) == []
    rows[0] = '1,Sara Ahmadi,09121234567,"Qom, ""new"" town",VIP\n'
    rows[1] = "2,رضا کریمی,09131234568,تهران,\n"
    rows[2] = "3,Mina Tavakoli,,Yazd,\n"
    for dry in (["--dry-run"], []):
        assert told(smbcrm, HEAD + "".join(rows), *dry) == [
            'row 2, Sara Ahmadi: City: Qom, old town → Qom, "new" town, Notes: VIP',
            "row 3, رضا کریمی: Mobile: 09131234567 → 09131234568, City: شیراز → تهران",
            "row 4, Mina Tavakoli: Notes: likes tea was taken out",
        ]
    assert told(smbcrm, HEAD + "".join(rows)) == []


def test_of_many_edited_rows_the_others_are_told_by_their_numbers(smbcrm: Smbcrm) -> None:
    rows = [f"{n},Guest Number{n},0912{n:07d},Qom,\n" for n in range(1, 41)]
    told(smbcrm, HEAD + "".join(rows))
    new = [row.replace("Qom", "Yazd") if n < 20 else row for n, row in enumerate(rows)]
    said = told(smbcrm, HEAD + "".join(new))
    assert said[0] == "row 2, Guest Number1: City: Qom → Yazd"
    assert len(said) == 6
    assert said[5] == "more edited rows, 15: 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 ..."


def test_a_long_cell_is_told_from_where_it_differs(smbcrm: Smbcrm) -> None:
    text = " ".join(f"word{n}" for n in range(60))
    others = "".join(f"{n},Guest Number{n},0912{n:07d},Qom,\n" for n in range(2, 6))
    told(smbcrm, f"{HEAD}1,Sara Ahmadi,09121234567,Qom,{text}\n{others}")
    (said,) = told(smbcrm, f"{HEAD}1,Sara Ahmadi,09121234567,Qom,{text.replace('word40', 'WORD')}\n{others}")
    assert said.startswith("row 2, Sara Ahmadi: Notes: ... ")
    assert "word39 word40" in said
    assert "word39 WORD" in said
    assert len(said) < 200


def test_columns_that_came_moved_or_left_are_no_edited_cells(smbcrm: Smbcrm) -> None:
    rows = [f"{n},Guest Number{n},0912{n:07d},Qom,note {n}" for n in range(1, 8)]
    told(smbcrm, HEAD + "\n".join(rows) + "\n")
    new = []
    for row in rows:
        code, name, mobile, city, _ = row.split(",")
        new.append(f"{city if code != '3' else 'Yazd'},{mobile},{name},{code},silver")
    assert told(smbcrm, "City,Mobile,Name,Code,Club\n" + "\n".join(new) + "\n") == [
        "row 4, Guest Number3: City: Qom → Yazd"
    ]


def test_an_edited_sale_is_told_by_its_buyer(smbcrm: Smbcrm) -> None:
    head = "Invoice,Date,Customer,Mobile,Amount\n"
    sales = [f"INV-{n},2026-01-{n:02d},Guest Number{n},0912{n:07d},{n}000\n" for n in range(1, 8)]
    told(smbcrm, head + "".join(sales), "--as", "purchases", "--create")
    sales[2] = sales[2].replace("3000\n", "3500\n")
    assert told(smbcrm, head + "".join(sales), "--as", "purchases", "--create") == [
        "row 4, Guest Number3: Amount: 3000 → 3500"
    ]
