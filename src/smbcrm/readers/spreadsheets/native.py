"""The native workbook reader, and the grids' rows from what it gives.

It may panic or abort on damaged files, so it runs either behind the guard or in a child process.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from smbcrm.readers.spreadsheets.cells import text_rows

_BLOCK = 20_000
_BLOCK_CELLS = 1_000_000

PASSWORD, BROKEN, TOO_MUCH, CRASHED = "password", "broken", "too much", "crashed"


class NativeReaderFailed(Exception):  # noqa: N818 - reads better where it is caught
    """The native reader gave up; `why` is one of the four words above."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeSheet:
    """One sheet as text; plain enough to cross from a child process. Columns and merges count from 0, rows from 1."""

    name: str
    visible: bool
    rows: list[list[str]]
    numbers: list[int]
    merges: list[tuple[int, int, int, int]]  # first row, first column, last row, last column
    unsure: list[int]  # columns with numbers too long for a spreadsheet

    def plain(self) -> tuple[object, ...]:
        """Give the sheet as plain values."""
        return (self.name, self.visible, self.rows, self.numbers, self.merges, self.unsure)

    @classmethod
    def from_plain(cls, values: Sequence[Any]) -> NativeSheet:
        """Give the sheet back."""
        name, visible, rows, numbers, merges, unsure = values
        return cls(name=name, visible=visible, rows=rows, numbers=numbers, merges=merges, unsure=unsure)


def read_native(data: bytes, sheet: str = "") -> tuple[list[str], list[NativeSheet]]:
    """Give the names of a workbook's sheets, and as text all of them or the one that is named."""
    with _panics_tamed():
        book = _open(data)
        listed = [meta for meta in book.sheets_metadata if str(meta.typ).endswith("WorkSheet")]
        wanted = [_read_sheet(book, meta) for meta in listed if sheet in ("", meta.name)]
        return [meta.name for meta in listed], wanted


def _open(data: bytes) -> Any:
    import python_calamine

    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))


def _read_sheet(book: Any, meta: Any) -> NativeSheet:
    source = book.get_sheet_by_name(meta.name)
    rows: list[list[str]] = []
    numbers: list[int] = []
    first_column = (source.start or (0, 0))[1]
    margin = [""] * first_column
    unsure: set[int] = set()
    values = source.iter_rows()  # from the sheet's first row on, but only from its first filled column
    block_rows = min(_BLOCK, max(1, _BLOCK_CELLS // max(1, source.width)))  # wide sheets are mostly empty
    done = 0
    while block := list(itertools.islice(values, block_rows)):
        for number, row in enumerate(text_rows(block, unsure), done + 1):
            if row:
                rows.append(margin + row if margin else row)
                numbers.append(number)
        done += len(block)
    merges = [(a + 1, b, c + 1, d) for (a, b), (c, d) in source.merged_cell_ranges or ()]
    return NativeSheet(
        name=meta.name,
        visible=str(meta.visible).endswith(".Visible"),
        rows=rows,
        numbers=numbers,
        merges=merges,
        unsure=sorted(first_column + column for column in unsure),
    )


@contextlib.contextmanager
def _panics_tamed() -> Iterator[None]:
    """Turn whatever the native reader raises into one exception, and keep its own words off the screen."""
    from python_calamine import PasswordError

    try:
        with _silent_stderr():
            yield
    except PasswordError:
        raise NativeReaderFailed(PASSWORD) from None
    except MemoryError:
        raise NativeReaderFailed(TOO_MUCH) from None
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic is no Exception
        too_much = "limit" in str(error).lower()
        raise NativeReaderFailed(TOO_MUCH if too_much else BROKEN) from None


@contextlib.contextmanager
def _silent_stderr() -> Iterator[None]:
    """Send what native code writes about its panics nowhere."""
    try:
        sys.stderr.flush()
        kept = os.dup(2)
    except (OSError, ValueError, AttributeError):
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
