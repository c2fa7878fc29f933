"""The records of old Excel workbooks: how they follow each other, and how they write texts, numbers and formats."""

from __future__ import annotations

import codecs
import re
import struct
from collections import Counter
from collections.abc import Iterator, Sequence

from smbcrm.readers.text.code_pages import guess_code_page

BOF = (0x0009, 0x0209, 0x0409, 0x0809)
EOF, CONTINUE, PASSWORD = 0x000A, 0x003C, 0x002F
FORMAT = 0x041E
STRING = 0x0207
"""What a formula gave where that is text; a long one goes on in records that continue this one."""

_PAGES = {367: "ascii", 10000: "mac-roman", 32768: "mac-roman", 32769: "cp1252"}
_FONT_PAGES = {
    161: "cp1253",
    162: "cp1254",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    238: "cp1250",
}
_FIRST_OWN_FORMAT = 164
_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_DATE_SIGNS = re.compile(r"[ymdhs]", re.IGNORECASE)
_NO_SIGNS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general|e[+-]', re.IGNORECASE)
_ZEROS = re.compile(r'"?(0{2,})"?(?:;.*)?')


def records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Give the place, the kind and the content of each record; one that is cut off ends them."""
    at, end = 0, len(stream)
    while at + 4 <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        if at + 4 + size > end:
            return
        yield at, kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def version_of(kind: int, content: bytes) -> int:
    """Give which generation of Excel wrote a stream, from its first record: 2, 3, 4, 5 or 8."""
    if kind == 0x0809:
        return 8 if content[:2] == b"\0\x06" else 5
    return {0x0009: 2, 0x0209: 3, 0x0409: 4}[kind]


def number(packed: int) -> float:
    """Give a number that is packed into four bytes.

    >>> number(0x3FF00000), number((1250 << 2) | 2), number((1250 << 2) | 3)
    (1.0, 1250, 12.5)
    """
    if packed & 2:
        whole = (packed >> 2) - ((packed >> 31) << 30)
        return whole / 100 if packed & 1 else whole
    (value,) = struct.unpack("<d", struct.pack("<Q", (packed & ~3) << 32))
    return float(value) / 100 if packed & 1 else float(value)


def wide_text(content: bytes, at: int, count: int) -> str:
    """Give a text that a flag before it says to be written with one byte a letter or with two.

    Some programs leave the flag away, which the length of the record tells.
    """
    if len(content) == at + count:
        return content[at:].decode("latin-1")
    wide = content[at] & 1
    data = content[at + 1 : at + 1 + count * (1 + wide)]
    return data.decode("utf-16-le" if wide else "latin-1", errors="ignore")


class CodePage:
    """How texts of one byte a letter are read: as the workbook says, unless it says what programs say by default.

    Then its fonts tell, which are made for a script, or else the letters themselves.
    """

    def __init__(self) -> None:
        self.told = 0
        self.fonts: Counter[int] = Counter()  # how many fonts are made for each script
        self._seen: list[bytes] = []

    def keep(self, data: bytes) -> int:
        """Take a text and give the place under which it is found again once all texts are seen."""
        self._seen.append(data)
        return len(self._seen) - 1

    def texts(self) -> Sequence[str]:
        """Give all texts that were taken, in their order."""
        page = _PAGES.get(self.told, f"cp{self.told}")
        if page in ("cp0", "cp1200", "cp1252"):
            fonts = [(count, font) for font, count in self.fonts.items() if font in _FONT_PAGES]
            page = _FONT_PAGES[max(fonts)[1]] if fonts else guess_code_page(b"\n".join(self._seen)).page
        try:
            codecs.lookup(page)
        except LookupError:
            page = guess_code_page(b"\n".join(self._seen)).page
        return [data.decode(page, errors="replace").replace("\ufffd", "?") for data in self._seen]


def is_date(form: str) -> bool:
    """Tell whether a number format shows a day or a time.

    >>> [is_date(form) for form in ("yyyy/mm/dd", "[$-429]d mmm", '0.00 "days"', "General", "[h]:mm", "0.0E+0")]
    [True, True, False, False, True, False]
    """
    return bool(_DATE_SIGNS.search(_NO_SIGNS.sub("", form)))


def zeros_of(form: str) -> int:
    """Give how many digits a number format always shows; 0 for one that shows no leading zeros."""
    found = _ZEROS.fullmatch(form)
    return len(found[1]) if found else 0


def redefines(content: bytes) -> bool:
    """Tell whether a record of a format makes days of a number that stands for amounts elsewhere, or the other way round."""
    index, count = struct.unpack_from("<HH", content)
    if index >= _FIRST_OWN_FORMAT:
        return False
    return is_date(wide_text(content, 4, count)) != (index in _BUILT_IN_DATES)


class Formats:
    """The number formats of a workbook's cells, gathered from its records."""

    def __init__(self) -> None:
        self._forms: dict[int, str] = {}
        self._cells: list[int] = []
        self.closed = False  # no more kinds of cells follow

    def name(self, index: int, form: str) -> None:
        """Take in a format."""
        self._forms[index] = form

    def add_cell(self, index: int) -> None:
        """Take in the format of the next kind of cell."""
        self._cells.append(index)

    def forget_cells(self) -> None:
        """Begin anew with the kinds of cells."""
        self._cells = []

    def take(self, kind: int, content: bytes, version: int) -> None:
        """Take in a record if it tells a format, or which format a kind of cell has."""
        if kind in (0x001E, FORMAT):
            self._take_form(content, version)
        elif kind in (0x0243, 0x0443, 0x00E0):
            self._cells.append(struct.unpack_from("<H", content, 2)[0] if version >= 5 else content[1] & 0x3F)

    def _take_form(self, content: bytes, version: int) -> None:
        if version == 8:
            index, count = struct.unpack_from("<HH", content, 0)
            self._forms[index] = wide_text(content, 4, count)
            return
        at = 2 if version >= 4 else 0
        index = struct.unpack_from("<H", content, 0)[0] if version == 5 else len(self._forms)
        self._forms[index] = content[at + 1 : at + 1 + content[at]].decode("latin-1")

    def dates(self) -> set[int]:
        """Give the kinds of cells that show days or times; the oldest Excel has none, there a cell tells its format."""
        if not self._cells:
            return {index for index, form in self._forms.items() if is_date(form)}
        return {
            place
            for place, index in enumerate(self._cells)
            if (is_date(self._forms[index]) if index in self._forms else index in _BUILT_IN_DATES)
        }

    def zeros(self) -> dict[int, int]:
        """Give the kinds of cells that show leading zeros, with the number of their digits."""
        kinds = enumerate(self._cells) if self._cells else ((index, index) for index in self._forms)
        found = {place: zeros_of(self._forms.get(index, "")) for place, index in kinds}
        return {place: digits for place, digits in found.items() if digits}


def shared_texts(parts: Sequence[bytes]) -> list[str]:
    """Give the texts that cells share; `parts` are their record and those that continue it."""
    reader = _Parts(parts)
    texts: list[str] = []
    try:
        reader.take(4)
        (count,) = struct.unpack("<I", reader.take(4))
        while len(texts) < count:
            texts.append(reader.text())
    except (struct.error, IndexError, EOFError):
        pass
    return texts


def continued_text(parts: Sequence[bytes]) -> str:
    """Give a text that begins in one record and goes on in others."""
    try:
        return _Parts(parts).text()
    except (struct.error, IndexError, EOFError):
        return wide_text(parts[0], 2, *struct.unpack_from("<H", parts[0]))


class _Parts:
    """Reads on over the ends of records; a text that goes on in the next one begins there with a flag of its own."""

    def __init__(self, parts: Sequence[bytes]) -> None:
        self._parts, self._part, self._at = parts, 0, 0

    def take(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            data += self._piece(size - len(data))
        return data

    def _piece(self, size: int) -> bytes:
        while self._at >= len(self._parts[self._part]):
            self._part, self._at = self._part + 1, 0
            if self._part >= len(self._parts):
                raise EOFError
        piece = self._parts[self._part][self._at : self._at + size]
        self._at += len(piece)
        return piece

    def text(self) -> str:
        count, flags = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if flags & 8 else 0
        more = struct.unpack("<I", self.take(4))[0] if flags & 4 else 0
        letters, wide, part = "", flags & 1, self._part
        while count > 0:
            if self._at >= len(self._parts[self._part]):
                wide = self._piece(1)[0] & 1
                part = self._part
            data = self._piece(count * (1 + wide))
            if self._part != part:  # the first letter of the next record is its flag
                wide, data, part = data[0] & 1, b"", self._part
                self._at = 1
            letters += data.decode("utf-16-le" if wide else "latin-1", errors="ignore")
            count -= len(data) // (1 + wide)
        self._skip(4 * runs + more)
        return letters

    def _skip(self, size: int) -> None:
        while size > 0:
            size -= len(self._piece(size))
