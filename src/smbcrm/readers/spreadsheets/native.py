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
from typing import Any, TypeAlias

from smbcrm.readers.spreadsheets.cells import rows_of, text_columns

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


_About: TypeAlias = tuple[str, bool, list[tuple[int, int, int, int]], list[int]]
_Piece: TypeAlias = tuple[list[str], Sequence[Sequence[str]], _About | None]


def read_native(data: bytes, sheet: str = "") -> tuple[list[str], list[NativeSheet]]:
    """Give the names of a workbook's sheets, and as text all of them or the one that is named."""
    return sheets_of(native_pieces(data, sheet))


def native_pieces(data: bytes, sheet: str = "") -> Iterator[Any]:
    """Give what `read_native` gives in plain pieces, for another process to put together with `sheets_of`."""
    with _panics_tamed():
        book = _open(data)
        listed = [meta for meta in book.sheets_metadata if str(meta.typ).endswith("WorkSheet")]
        yield [meta.name for meta in listed]
        for meta in listed:
            if sheet in ("", meta.name):
                yield from _sheet_pieces(book, meta)


def sheets_of(pieces: Iterator[Any]) -> tuple[list[str], list[NativeSheet]]:
    """Put the pieces of `native_pieces` together."""
    rows: list[list[str]] = []
    numbers: list[int] = []
    done = 0
    with _panics_tamed():
        names, sheets = next(pieces), []
        for margin, columns, about in pieces:
            for number, row in enumerate(rows_of(columns), done + 1):
                if row:
                    rows.append(margin + row if margin else row)
                    numbers.append(number)
            done += len(columns[0]) if columns else 0
            if about is not None:
                sheets.append(NativeSheet.from_plain((*about[:2], rows, numbers, *about[2:])))
                rows, numbers, done = [], [], 0
    return names, sheets


def _open(data: bytes) -> Any:
    import python_calamine

    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))


def _sheet_pieces(book: Any, meta: Any) -> Iterator[_Piece]:
    """Give the columns of some rows after the others, each time with the empty cells before them; at the end what else is known of the sheet."""
    source = book.get_sheet_by_name(meta.name)
    first_column = (source.start or (0, 0))[1]
    margin = [""] * first_column
    unsure: set[int] = set()
    values = source.iter_rows()  # from the sheet's first row on, but only from its first filled column
    block_rows = min(_BLOCK, max(1, _BLOCK_CELLS // max(1, source.width)))  # wide sheets are mostly empty
    while block := list(itertools.islice(values, block_rows)):
        yield margin, text_columns(block, unsure), None
    merges = [(a + 1, b, c + 1, d) for (a, b), (c, d) in source.merged_cell_ranges or ()]
    visible = str(meta.visible).endswith(".Visible")
    yield margin, (), (meta.name, visible, merges, sorted(first_column + column for column in unsure))


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
    except (KeyboardInterrupt, SystemExit, GeneratorExit, NativeReaderFailed):
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
