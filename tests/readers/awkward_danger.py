"""Workbooks made to do harm, and workbooks far larger than what they hold."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from tests.readers.awkward_packages import cell_xml, ods, ods_row, rows_xml, sheet_xml, xlsx
from tests.readers.awkward_words import EN, FA

CANARY = "_xxe_canary.txt"
CANARY_TEXT = "XXE-CANARY-LEAKED"

_SST = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ONE_SHARED_TEXT = sheet_xml(rows_xml(EN[:1]) + '<row r="2"><c r="A2" t="s"><v>0</v></c></row>')


def _bomb(stream: IO[bytes]) -> None:
    head, tail = sheet_xml(
        rows_xml(EN) + '<row r="5"><c r="A5" t="inlineStr"><is><t>\0</t></is></c></row>'
    ).split("\0")
    stream.write(head.encode())
    for _ in range(401):
        stream.write(b"A" * 1_000_000)
    stream.write(tail.encode())


def _shared_text(definitions: str, entity: str) -> str:
    return (
        f'<?xml version="1.0"?><!DOCTYPE sst [{definitions}]><sst xmlns="{_SST}" count="1" uniqueCount="1">'
        f"<si><t>&{entity};</t></si></sst>"
    )


def _laughs() -> str:
    doubled = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10))
    return _shared_text(f'<!ENTITY a0 "lol">{doubled}', "a9")


def _million_empty_rows(stream: IO[bytes]) -> None:
    head, tail = sheet_xml(rows_xml(EN) + "\0", "A1:E1048576").split("\0")
    stream.write(head.encode())
    for start in range(5, 1_048_577, 20_000):
        rows = range(start, min(start + 20_000, 1_048_577))
        stream.write(
            "".join(f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in rows).encode()
        )
    stream.write(tail.encode())


_PADDING = (
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>'
    "</table:table-row>"
)
_FILLED_PADDING = (
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384" '
    'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
)


def files(folder: Path) -> dict[str, bytes | str]:
    """Give the files by name; one of them points at the canary in the folder."""
    customers = rows_xml(EN)
    canary = _shared_text(f'<!ENTITY x SYSTEM "file://{(folder / CANARY).resolve()}">', "x")
    stray = f'<row r="1048576">{cell_xml("XFD1048576", "x")}</row>'
    return {
        "sec_zip_bomb_400mb.xlsx": xlsx(_bomb),
        "sec_billion_laughs.xlsx": xlsx(_ONE_SHARED_TEXT, texts=_laughs()),
        "sec_xxe_file.xlsx": xlsx(_ONE_SHARED_TEXT, texts=canary),
        "sec_zip_slip.xlsx": xlsx(sheet_xml(customers), more={"../../evil.txt": "evil"}),
        "size_million_empty_formatted_rows.xlsx": xlsx(_million_empty_rows),
        "size_dimension_too_big.xlsx": xlsx(sheet_xml(customers, "A1:XFD1048576")),
        "size_dimension_too_small.xlsx": xlsx(sheet_xml(customers, "A1")),
        "size_sparse_far_cell.xlsx": xlsx(sheet_xml(customers + stray)),
        "size_10mb_inline_cell.xlsx": xlsx(
            sheet_xml(rows_xml([["Name", "Notes"], ["Sara Ahmadi", "y" * 10_000_000]]))
        ),
        "ods_repeated_padding.ods": ods("".join(map(ods_row, FA)) + _PADDING),
        "ods_bomb_repeat.ods": ods(ods_row(EN[0]) + _FILLED_PADDING),
        "ods_year_1403_date.ods": ods(
            ods_row(["نام", "تاریخ تولد"])
            + ods_row(
                ["سارا"],
                '<table:table-cell office:value-type="date" office:date-value="1365-05-12">'
                "<text:p>1365/05/12</text:p></table:table-cell>",
            )
        ),
    }
