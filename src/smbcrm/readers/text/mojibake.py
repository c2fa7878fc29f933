"""Text that was opened in a wrong code page and saved again: `Ø³Ø§Ø±Ø§` or `ÓÇÑÇ` stands where `سارا` stood.

The way back is tried on the whole sheet and taken only when every letter goes it and words come out of signs.
"""

from __future__ import annotations

import codecs
import dataclasses
import functools
import itertools
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from smbcrm.core.grid import Grid, Problem
from smbcrm.core.say import Say, say
from smbcrm.readers.text.code_pages import ONE_SCRIPT, guess_code_page

_PAGES = ("cp1252", "latin-1", "cp1256", "cp1254", "cp1250", "cp1251", "mac-roman")
_BETWEEN = "\x1f"  # between cells; no letter of any page
_WORDS = 5000
_SAMPLE = 1000
_TIMES = 2  # a text may have been garbled twice

_ASCII_LETTER_OR_BEYOND = r"[^\x00-@\[-`{-\x7f]"
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_FOREIGN_WORD = re.compile(rf"{_ASCII_LETTER_OR_BEYOND}*[^\x00-\x7f]{_ASCII_LETTER_OR_BEYOND}*")
_AROUND_WORDS = "«»“”‘’‹›…–—•·™®©°ªº¹²³€£¢¡¿،؛؟٪\xa0\u200c\u200d\u200e\u200f\ufeff"
_INSIDE_WORDS = frozenset("\u200c\u200d\u200e\u200f’‘·‐–—…،؛٬٫")
_NO_LETTERS = frozenset("ªº¹²³¼½¾ˆ˜ƒ")  # though Python counts them among letters and numbers
_NEVER_TEXT = re.compile("[\x80-\x9f\ufdd0-\ufdef\ufffd-\uffff]")
_NOT_WESTERN = (
    "[\u0250-\u02c5\u02c7-\u02db\u02dd-\u1fff\u2c00-\uffff]"  # compiled where it is asked for: 4 ms
)
_FEW_WORDS = 3
# Letters that hardly any name is written with, though two signs that are meant may well look like one of them.
_RARE = re.compile(
    "[\u0180-\u019f\u01a2-\u01ae\u01b1-\u0217\u021c-\u0258\u025a-\u02ff\u0500-\u052f\u0700-\u08ff]"
)
_ARABIC = re.compile("[\u0600-\u06ff]")
_LATIN = re.compile("[A-Za-zÀ-\u024f]")

# The letters that stand most often in names; what became of them shows even where other letters were lost.
_COMMON = "ارمنسدیéèêüöäßñçáóíãıışğаоие"
_GARBLED_AS = ("cp1252", "cp1256")


def mend(grid: Grid) -> tuple[Grid, Say | None]:
    """Give a sheet with its garbled text set right, and the sentence that says so.

    What cannot be set right stays as it is, and the sheet's problems say so.
    """
    text = _BETWEEN.join(map(_BETWEEN.join, grid.rows))
    if text.isascii():
        return grid, None
    mended = mend_text(text)
    if mended:
        rows = _cut(mended[0], grid.rows)
        if rows:
            note = say(
                "the text was UTF-8 that had been opened as {page} and saved again; it was set right (to read it as it stands, give --encoding {encoding})",
                page=mended[1],
                encoding=grid.encoding or "utf-8",
            )
            return dataclasses.replace(grid, rows=rows), note
    other = mend_page(text)
    if other:
        rows = _cut(other[0], grid.rows)
        if rows:
            note = say(
                "the text was {page} that had been opened as cp1252 and saved again; it was set right (to read it as it stands, give --encoding {encoding})",
                page=other[1],
                encoding=grid.encoding or "utf-8",
            )
            return dataclasses.replace(grid, rows=rows), note
    return _with_warning(grid, text), None


def warn(grid: Grid) -> Grid:
    """Give a sheet as it is; when its text looks garbled, its problems say so."""
    return _with_warning(grid, _BETWEEN.join(map(_BETWEEN.join, grid.rows)))


def mend_text(text: str) -> tuple[str, str] | None:
    """Give a garbled text set right and the code page it had been opened in; nothing for any other text.

    >>> mend_text("JosÃ© MuÃ±oz"), mend_text("José Muñoz")
    (('José Muñoz', 'cp1252'), None)
    """
    first = _FOREIGN.search(text)
    if not first:
        return None
    before, sample = -1.0, text[first.start() : first.start() + _SAMPLE]
    for page in _PAGES:
        if _one_way_back(sample, page, whole=False) is None:
            continue
        back = text
        for _ in range(_TIMES):
            earlier = _one_way_back(back, page)
            if earlier is None:
                break
            back = earlier
            before = _oddness(text) if before < 0 else before
            if before <= 0.5:
                return None
            if _oddness(back) <= before / 4 and not _NEVER_TEXT.search(back) and _says_enough(back):
                return back.lstrip("\ufeff"), page
    return None


def mend_page(text: str) -> tuple[str, str] | None:
    """Give a text of another script set right that had been taken for a western one, and its code page; nothing for others.

    Words of nothing but accented letters are no words of any western language; single ones (à, é, ö) may be.

    >>> mend_page("ÓÇÑÇ ÇÍãÏí - ÑÖÇ"), mend_page("José Muñoz, ÉVÊQUE")
    (('سارا احمدي - رضا', 'cp1256'), None)
    """
    if re.search(_NOT_WESTERN, text):
        return None
    words = {word for word in _words(text) if word}
    if sum(len(word) > 1 for word in words) < _FEW_WORDS or any(word[0] < "\x80" for word in words):
        return None
    try:
        data = codecs.charmap_encode(text, "strict", _letters("cp1252"))[0]
        guess = guess_code_page(data)
        if guess.page not in ONE_SCRIPT or not guess.settled:
            return None
        return data.decode(guess.page), guess.page
    except UnicodeError:
        return None


def _one_way_back(text: str, page: str, *, whole: bool = True) -> str | None:
    """Write a text in an old code page and read it as UTF-8; nothing when one letter does not go that way."""
    try:
        data = codecs.charmap_encode(text, "strict", _letters(page))[0]
        return codecs.utf_8_decode(data, "strict", whole)[0]
    except UnicodeError:
        return None


@functools.cache
def _letters(page: str) -> Any:
    """Give a page as programs use it: a byte that it leaves open is the control sign of the same number."""
    return codecs.charmap_build(_table(page))


@functools.cache
def _table(page: str) -> str:
    letters = (bytes([byte]).decode(page, errors="replace") for byte in range(256))
    return "".join(chr(byte) if letter == "\ufffd" else letter for byte, letter in enumerate(letters))


def _oddness(text: str) -> float:
    """Which part of the words with letters beyond ASCII is no word: signs inside it, scripts or capitals mixed."""
    words = _words(text)
    return sum(map(_is_odd, words)) / len(words) if words else 0.0


def _words(text: str) -> list[str]:
    found = itertools.islice(map(re.Match.group, _FOREIGN_WORD.finditer(text)), 4 * _WORDS)
    return [word.strip(_AROUND_WORDS) for word in itertools.islice(dict.fromkeys(found), _WORDS)]


def _says_enough(text: str) -> bool:
    """Two odd signs alone may be meant; a word of four letters, or a mark at the start, does not come by chance."""
    return text.startswith("\ufeff") or sum(map(len, _words(text))) >= 4


def _is_odd(word: str) -> bool:
    if (
        any(not _fits_in_words(sign) for sign in word)
        or _RARE.search(word)
        or (_ARABIC.search(word) and _LATIN.search(word))
    ):
        return True
    return any(
        letter.isupper() and letter > "\x7f" and (before.islower() or after.islower())
        for before, letter, after in zip(word, word[1:], word[2:] + " ")
    )


def _fits_in_words(sign: str) -> bool:
    if sign in _NO_LETTERS:
        return False
    return sign.isalnum() or sign in _INSIDE_WORDS or unicodedata.category(sign)[0] == "M"


def _cut(text: str, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Cut a text into rows as wide as they were; nothing when the cells cannot be told apart any more."""
    cells = text.split(_BETWEEN)
    if len(cells) != sum(map(len, rows)):
        return []
    left = iter(cells)
    return [list(itertools.islice(left, len(row))) for row in rows]


def _with_warning(grid: Grid, text: str) -> Grid:
    for page in _GARBLED_AS:
        leads = {lead for lead in {pair[0] for pair in _pairs(page)} if lead in text}
        signs = {sign for sign in {pair[1] for pair in _pairs(page) if pair[0] in leads} if sign in text}
        pairs = [pair for pair in _pairs(page) if pair[0] in leads and pair[1] in signs]
        if sum(map(text.count, pairs)) > 1:
            row = next(
                number
                for number, cells in zip(grid.row_numbers, grid.rows)
                if any(pair in cell for cell in cells for pair in pairs)
            )
            what = say(
                "the text looks garbled, as if it was once saved in the wrong encoding; export it anew as UTF-8"
            )
            return dataclasses.replace(grid, problems=(*grid.problems, Problem(what=what, row=row)))
    return grid


@functools.cache
def _pairs(page: str) -> tuple[str, ...]:
    """What the commonest letters look like in a page, where it is a letter and a sign that never follows one."""
    garbled = (letter.encode().decode("latin-1").translate(_table(page)) for letter in _COMMON)
    return tuple(dict.fromkeys(pair for pair in garbled if not _fits_in_words(pair[1])))
