"""Another reader for the few xlsx workbooks that the native one cannot open; slow, but it never allocates a gap."""

from __future__ import annotations

import io
import warnings
from typing import Any

from smbcrm.readers.cells import text_rows
from smbcrm.readers.native import BROKEN, TOO_MUCH, NativeReaderFailed, NativeSheet

_MOST_CELLS = 20_000_000


def read_slowly(data: bytes, sheet: str = "") -> tuple[list[str], list[NativeSheet]]:
    """Give what `read_native` gives, without the merged cells; what cannot be read fails in the same way."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [_read_sheet(page) for page in book.worksheets if sheet in ("", page.title)]
            return [page.title for page in book.worksheets], sheets
    except NativeReaderFailed:
        raise
    except Exception:
        raise NativeReaderFailed(BROKEN) from None


def _read_sheet(page: Any) -> NativeSheet:
    rows: list[list[str]] = []
    numbers: list[int] = []
    cells = 0
    page.reset_dimensions()  # what the sheet says of its size is often wrong
    for number, row in enumerate(page.iter_rows(), 1):
        [texts] = (
            text_rows([[None if cell.data_type == "e" else cell.value for cell in row]]) if row else [[]]
        )
        if texts:
            cells += len(texts)
            if cells > _MOST_CELLS:
                raise NativeReaderFailed(TOO_MUCH)
            rows.append(texts)
            numbers.append(number)
    return NativeSheet(
        name=page.title,
        visible=page.sheet_state == "visible",
        rows=rows,
        numbers=numbers,
        merges=[],
        unsure=[],
    )
