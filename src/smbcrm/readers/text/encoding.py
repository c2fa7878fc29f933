"""In which encoding a text file is, and its text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from smbcrm.core.grid import Problem
from smbcrm.core.say import say
from smbcrm.errors import UnreadableError, UsageError
from smbcrm.readers import doubts
from smbcrm.readers.doubts import Doubt
from smbcrm.readers.text.code_pages import ONE_SCRIPT, guess_code_page
from smbcrm.readers.text.far_pages import guess_far_page

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_HIGH_BYTES = (b"\0", b"\x03", b"\x04", b"\x05", b"\x06")
_OTHER_LETTER = "[\u0300-\u1dff\u2c00-\ufdff]"  # not Latin; compiled where it is asked for: 4 ms


_TO_TWO_BYTES = b"\x1b$"  # only old Japanese mail writes it, before letters of two bytes
_LETTERS_ONLY = say("only its letters tell in which encoding the file is")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a file, the encoding it was read with and what was odd.

    `sure` is false when the encoding was guessed from the letters, `doubt` is set when that guess could be wrong.
    """

    text: str
    encoding: str
    sure: bool = True
    doubt: Doubt | None = None
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, *, name: str, encoding: str = "") -> Decoded:
    """Give the text of a file; a named encoding is obeyed, otherwise marks, then strict UTF-8, then letters decide."""
    if encoding:
        return _decode_as_told(data, name, encoding)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, marked)
    wide = _wide_without_mark(data)
    if wide:
        return _decode_unmarked(data, wide)
    plainly = "iso2022_jp" if _TO_TWO_BYTES in data else "utf-8"
    try:
        return Decoded(text=data.decode(plainly), encoding=plainly)
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _decode_as_told(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        wanted = codecs.lookup(encoding).name
        text = data.decode(wanted)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            line = data[: error.start].count(b"\n") + 1
            what = say(
                "{file} is not in the encoding {encoding}: see line {line}",
                file=name,
                encoding=encoding,
                line=line,
            )
            raise UnreadableError(what, say("leave --encoding away, or give another one")) from None
        what = say("there is no encoding called {encoding}", encoding=encoding)
        raise UsageError(what, say("try utf-8, cp1256 or cp1252")) from None
    if not isinstance(text, str):
        raise UsageError(
            say("there is no encoding called {encoding}", encoding=encoding),
            say("try utf-8, cp1256 or cp1252"),
        )
    return Decoded(text=text.lstrip("\ufeff"), encoding=wanted)


def _decode_marked(data: bytes, marked: str) -> Decoded:
    if marked != "utf-8":
        return Decoded(text=_decode_wide(data, marked), encoding=marked)
    while data.startswith(codecs.BOM_UTF8):
        data = data[3:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_mixed(data)
    return Decoded(text=text, encoding="utf-8")


def _decode_wide(data: bytes, encoding: str) -> str:
    """Half a character at the end of a cut file is dropped; nothing else of a wide text can be wrong."""
    return data.decode(encoding, errors="ignore").lstrip("\ufeff")


def _decode_unmarked(data: bytes, encoding: str) -> Decoded:
    """Latin letters leave no question, every second byte is zero; other letters could be chance."""
    text = _decode_wide(data, encoding)
    if not re.search(_OTHER_LETTER, text):
        return Decoded(text=text, encoding=encoding)
    doubt = doubts.about_encoding(say("the file does not say in which encoding it is"), encoding)
    return Decoded(text=text, encoding=encoding, sure=False, doubt=doubt)


def _wide_without_mark(data: bytes) -> str:
    """Recognise UTF-16 by its high bytes: nearly all of them are 00 (Latin) or 03 to 06 (Greek to Arabic script).

    >>> _wide_without_mark("نام\\nسارا".encode("utf-16-le")), _wide_without_mark(b"Name,Phone")
    ('utf-16-le', '')
    """
    sample = data[:_SAMPLE]
    if b"\0" not in sample or len(sample) < 4:
        return ""
    even, odd = (
        sum(half.count(high) for high in _HIGH_BYTES) / len(half) for half in (sample[0::2], sample[1::2])
    )
    if odd > 0.7 and even < 0.3:
        return "utf-16-le"
    if even > 0.7 and odd < 0.3:
        return "utf-16-be"
    return ""


def _decode_legacy(data: bytes) -> Decoded:
    """Not UTF-8 as a whole: an old code page, or UTF-8 with foreign lines in it."""
    well_formed = _well_formed_share(data)
    if well_formed > _MOSTLY:
        return _decode_mixed(data)
    guess = guess_code_page(data)
    if guess.page not in ONE_SCRIPT and (far := guess_far_page(data)):
        return Decoded(text=_by_page(data, far), encoding=far, sure=False)
    if well_formed > _MORE_THAN_CHANCE:
        return _decode_mixed(data)
    doubt = None if guess.settled else doubts.about_encoding(_LETTERS_ONLY, guess.page)
    return Decoded(text=_by_page(data, guess.page), encoding=guess.page, sure=False, doubt=doubt)


_MOSTLY, _MORE_THAN_CHANCE = 0.5, 0.1
_PARTS, _PART = 8, 1 << 18
_SEQUENCE = rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})"
_ALONE, _SEVERAL = re.compile(_SEQUENCE), re.compile(_SEQUENCE + rb"{2,}")
_ENOUGH, _NEARLY_ALL = 5, 0.9


def _well_formed_share(data: bytes) -> float:
    """Which part of the bytes beyond ASCII stands in well-formed UTF-8; one sequence alone may be chance, nearly all of them are none."""
    if len(data) > _PARTS * _PART:
        data = b"\n".join(data[at : at + _PART] for at in range(0, len(data), len(data) // _PARTS))
    high = len(data.translate(None, bytes(range(128))))
    if not high:
        return 1.0
    alone = _ALONE.findall(data)
    share = sum(map(len, alone)) / high
    if len(alone) >= _ENOUGH and share >= _NEARLY_ALL:
        return share
    return sum(map(len, _SEVERAL.findall(data))) / high


def _decode_mixed(data: bytes) -> Decoded:
    """Decode each line on its own: UTF-8 where it is well-formed, an old code page where it is not."""
    lines = re.split(rb"(?<=\n)|(?<=\r)(?!\n)", data)
    bad = {number for number, line in enumerate(lines, 1) if not _is_utf8(line)}
    if bad == {len(lines)} and _cut_short(lines[-1]):
        what = say("the file ends in the middle of a character; it may be cut off")
        text = data.decode("utf-8", errors="ignore")
        return Decoded(text=text, encoding="utf-8", problems=(Problem(what=what, row=len(lines)),))
    guess = guess_code_page(b"".join(lines[number - 1] for number in sorted(bad)))
    page, doubt = guess.page, None if guess.settled else doubts.about_some_lines(len(bad), guess.page)
    text = "".join(
        line.decode("utf-8") if number not in bad else _line_by_page(line, page)
        for number, line in enumerate(lines, 1)
    )
    what = say(
        "{count} {count:line is|lines are} in another encoding than the rest and {count:was|were} read as {encoding}",
        count=len(bad),
        encoding=page,
    )
    problems = (Problem(what=what, row=min(bad)),)
    return Decoded(text=text, encoding="utf-8", sure=False, doubt=doubt, problems=problems)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cut_short(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and error.end == len(line)
    return False


def _line_by_page(line: bytes, page: str) -> str:
    """Decode a line by a code page; where most of it is UTF-8 after all, only its foreign bytes."""
    if _well_formed_share(line) <= 0.5:
        return _by_page(line, page)
    text, at = "", 0
    while at < len(line):
        try:
            return text + line[at:].decode("utf-8")
        except UnicodeDecodeError as error:
            end = at + error.end
            text += line[at : at + error.start].decode("utf-8") + _by_page(line[at + error.start : end], page)
            at = end
    return text


def _by_page(data: bytes, page: str) -> str:
    """Decode by a code page; a byte that the page does not know becomes a question mark."""
    return data.decode(page, errors="replace").replace("\ufffd", "?")
