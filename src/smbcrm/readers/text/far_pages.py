"""Which code page of the Far East a text is in: there a letter takes two bytes."""

from __future__ import annotations

import re
from collections.abc import Callable

_SAMPLE = 1 << 18
_ENOUGH = 6  # letters of two bytes; fewer may be chance
_SURE = 0.85
"""From this share of letters that are in daily use on, a text is in that page: read by another one, it is full of rare ones."""

_HALF = 0.5
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

_KANA = 0.1
"""So many letters of a Japanese text at least are no Chinese characters."""


def guess_far_page(data: bytes) -> str:
    """Give the code page of a Chinese, Japanese or Korean text; an empty text for any other.

    >>> [guess_far_page(text.encode(page)) for text, page in (("客户姓名电话", "gb18030"), ("顧客の名前カナ", "cp932"))]
    ['gb18030', 'cp932']
    >>> guess_far_page("Müller, Größe, Köln, Höß".encode("cp1252"))
    ''
    """
    high = len(data[:_SAMPLE].translate(None, bytes(range(128))))
    if sum(map(len, _UTF8.findall(data[:_SAMPLE]))) > _HALF * high:
        return ""  # UTF-8 with foreign lines in it: an umlaut is two bytes there, too
    shares = {page: _share_in_use(data[:_SAMPLE], page, in_use) for page, in_use in _PAGES}
    # Every Japanese and Korean letter of these pages is one of the Chinese page, too, and not the other way round.
    for page in ("euc_jp", "cp949"):
        if shares[page] >= _SURE:
            return page
    best = max(shares, key=lambda page: shares[page])
    return best if shares[best] >= _SURE else ""


def _share_in_use(data: bytes, page: str, in_use: Callable[[bytes], bool]) -> float:
    """Give which part of the letters beyond ASCII is in daily use; 0 where the text cannot be in that page."""
    try:
        text = data.decode(page)
    except UnicodeDecodeError as error:
        if error.start < len(data) - 1:
            return 0.0
        text = data[: error.start].decode(page)  # the sample ends within a letter
    letters = [letter for letter in text if letter.isalpha() and not letter.isascii()]
    if len(letters) < _ENOUGH:
        return 0.0
    used = sum(map(in_use, (letter.encode(page) for letter in letters)))
    if page == "euc_jp" and sum("\u3041" <= letter <= "\u30ff" for letter in letters) < _KANA * len(letters):
        return 0.0
    return used / len(letters)


def _between(first: int, last: int, *, also: tuple[int, ...] = ()) -> Callable[[bytes], bool]:
    """Make the test whether a letter of two bytes begins with one of these."""
    return lambda code: len(code) == 2 and (first <= code[0] <= last or code[0] in also)


# The rows of each page that hold the characters in daily use, and the Japanese syllables.
_PAGES: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    ("gb18030", lambda code: len(code) == 2 and 0xB0 <= code[0] <= 0xD7 and code[1] >= 0xA1),
    ("big5", _between(0xA4, 0xC6)),
    ("cp932", _between(0x88, 0x97, also=(0x82, 0x83))),
    ("euc_jp", _between(0xB0, 0xCF, also=(0xA4, 0xA5))),
    ("cp949", lambda code: len(code) == 2 and 0xB0 <= code[0] <= 0xC8 and code[1] >= 0xA1),
)
