"""Other ways for the few xlsx workbooks that the native reader cannot open.

Its parts put into UTF-8, the only encoding it knows; or another reader, slow, but it never allocates a gap.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import Any

from smbcrm.readers.spreadsheets import guard
from smbcrm.readers.spreadsheets.cells import text_rows
from smbcrm.readers.spreadsheets.native import BROKEN, TOO_MUCH, NativeReaderFailed, NativeSheet

_MOST_CELLS = 20_000_000
_MOST_BYTES = 200_000_000
_DECLARED = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["'][^>]*>""")


def in_utf8(data: bytes) -> bytes | None:
    """Give a package with its parts in UTF-8, where small programs write them in another encoding, if one is."""
    mended: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = package.infolist()
        if sum(part.file_size for part in parts) > _MOST_BYTES:
            return None
        for part in parts:
            text = package.read(part)
            declared = _DECLARED.match(text[:200])
            if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
                try:
                    mended[part.filename] = text[declared.end() :].decode(declared[1].decode()).encode()
                except (LookupError, UnicodeError):
                    return None
        if not mended:
            return None
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as copy:
            for part in parts:
                copy.writestr(part.filename, mended.get(part.filename) or package.read(part))
    return whole.getvalue()


def with_usual_names(data: bytes, file: str) -> bytes:
    """Give a package whose parts have the names that readers look for: some programs write `/xl/workbook.xml` or `xl\\workbook.xml`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            odd = any(name[:1] == "/" or "\\" in name for name in package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):  # it is looked at more closely later
        return data
    if not odd:
        return data
    whole = io.BytesIO()
    with guard.open_package(data, file) as package, zipfile.ZipFile(whole, "w") as copy:
        if sum(part.file_size for part in package.infolist()) > _MOST_BYTES:
            return data
        for part in package.infolist():
            copy.writestr(part.filename.replace("\\", "/").lstrip("/"), package.read(part))
    return whole.getvalue()


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
