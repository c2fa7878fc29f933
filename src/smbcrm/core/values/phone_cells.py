"""The phone numbers of one cell, however they were squeezed into it.

A cell may hold several numbers, labels, extensions and ranges, in Persian and in Latin letters, or what a spreadsheet
left of a number. It is cut into chunks of digits; each chunk is one number, else several, else kept as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from smbcrm.core.identity import is_null_token
from smbcrm.core.say import Say
from smbcrm.core.text import clean, fold_digits
from smbcrm.core.values.numbering_plans import UNKNOWN_RANGE, Phone
from smbcrm.core.values.phone_chunks import FEWEST_DIGITS, range_after, read_chunk, squeeze
from smbcrm.core.values.phone_numbers import (
    DIGITS_LOST,
    NO_AREA,
    NO_DIGITS,
    NOT_A_NUMBER,
    TAIL_UNCLEAR,
    TOO_LONG,
    TOO_SHORT,
)

# One letter for one letter, so that places in the plain text are places in the text as typed.
_PLAIN_SIGNS = str.maketrans(
    {"＋": "+", "﹢": "+", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "ـ": "-", "－": "-",
     "／": "/", "⁄": "/", "∕": "/", "（": "(", "）": ")", "٬": ",", "٫": ".", "،": ",", "؛": ";", "\u200c": " "}
)  # fmt: skip

_CHUNK = re.compile(r"(?:[+(]\s*){0,3}\d[\d\s().\-/\\_*]*")
_EXTENSION = re.compile(
    r"[\s,;\-(]*(?:داخلی|داخل|تحویلة|extension|extn|ext|int(?:erno?|erne)?|dahili|durchwahl|dw"
    r"|nebenstelle|poste|toestel|x|#)\s*[.:=#]?\s*(\d{1,6})(?!\d)\)?",
    re.IGNORECASE,
)
_EXTENSION_FIRST = re.compile(
    r"(?:داخلی|تحویلة|extension|ext|dahili)\s*[.:=#]?\s*(\d{1,6})(?!\d)", re.IGNORECASE
)
_RANGE_WORD = re.compile(r"\s*(?:-|الی|تا|to|bis|till|until|إلی)\s*", re.IGNORECASE)
_LIST_WORD = re.compile(r"\s*(?:[,;&/]|و|and|or|یا|und|oder|et|ou|y|ve|veya)\s*", re.IGNORECASE)

_WRAPPED = re.compile(r'=\s*"(.*)"|[\'’‘`](.*)', re.DOTALL)
_FLOAT = re.compile(r"(\+?\d{5,})\.0+")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?e\+?(\d{1,2})", re.IGNORECASE)
_THOUSANDS = re.compile(r"\+?\d{1,3}(?:,\d{3}){2,}")
_PLUS_AT_END = re.compile(r"([\d\s()\-]{8,})\+")
_SPELLED = re.compile(r"[+(]?\d[\d\s().-]*[A-Za-z][A-Za-z\d\s().-]*")

_LONGEST = 1000  # letters of a cell that may still be a list of numbers
_MOST_DIGITS = 15


def parse_phones(text: str, country: str | None) -> tuple[Phone, ...]:
    """Give every phone number of a cell, each once, in the order typed.

    >>> [p.value for p in parse_phones("موبایل: ۰۹۱۲۳۴۵۶۷۸۹ - 021-88776655 داخلی 12", "IR")]
    ['+989123456789', '+982188776655;ext=12']
    >>> [p.value for p in parse_phones("021-88776655-7", "IR")]
    ['+982188776655', '+982188776656', '+982188776657']
    >>> parse_phones("9.12E+09", "IR")[0].valid
    False
    """
    shown = clean(text, lines=True)
    if len(shown) > _LONGEST:
        return (Phone(value=" ".join(shown.split()), valid=False, why=TOO_LONG),)
    wrapped = _WRAPPED.fullmatch(shown)
    if wrapped:
        shown = (wrapped[1] or wrapped[2] or "").strip()
    plain = fold_digits(shown).translate(_PLAIN_SIGNS)
    if is_null_token(shown) or not plain.strip(" 0.+-/()"):
        return ()
    mended = _mend(plain)
    if mended is None:
        return (Phone(value=shown, valid=False, why=DIGITS_LOST),)
    if mended != plain:
        phones = _read_cell(mended, mended, country)
        if any(phone.valid or phone.why == UNKNOWN_RANGE for phone in phones):
            return phones
        if _FLOAT.fullmatch(plain):  # the zero behind the point is no digit of a number
            return tuple(replace(phone, value=shown) for phone in phones)
    return _read_cell(shown, plain, country)


def _read_cell(shown: str, plain: str, country: str | None) -> tuple[Phone, ...]:
    plain = plain.replace(";ext=", " ext ")  # as long as before: places stay
    phones = _Cell(shown, plain, country or "").read()
    return tuple({phone.value: phone for phone in phones}.values())


def _mend(plain: str) -> str | None:
    """Undo what a spreadsheet did to a number; None where digits are lost."""
    whole = _FLOAT.fullmatch(plain)
    if whole:
        return whole[1]
    scientific = _SCIENTIFIC.fullmatch(plain)
    if scientific:
        digits, power = scientific[1] + (scientific[2] or ""), int(scientific[3])
        # Only a mantissa as long as the number still holds all of it.
        return digits if len(digits) == power + 1 else None
    if _THOUSANDS.fullmatch(plain):
        return plain.replace(",", "")
    turned = _PLUS_AT_END.fullmatch(plain)
    if turned:
        return "+" + turned[1]
    return plain


class _Cell:
    """One cell on its way into numbers."""

    def __init__(self, shown: str, plain: str, country: str) -> None:
        self._shown = shown
        self._plain = plain
        self._country = country
        self._found: list[Phone] = []
        self._rest: list[str] = []  # a few digits that belong to no number
        self._extension = ""  # one that stood before its number

    def read(self) -> list[Phone]:
        place = 0
        while chunk := _CHUNK.search(self._plain, place):
            before = _EXTENSION_FIRST.match(self._plain, _start_of_word(self._plain, chunk.start()))
            if before and before.start(1) == chunk.start():
                self._add_extension(before[1])
                place = before.end()
                continue
            extension = _EXTENSION.match(self._plain, chunk.end())
            gap = self._plain[place : chunk.start()]
            end = extension.end() if extension else chunk.end()
            self._add_chunk(chunk, gap, end, extension[1] if extension else "")
            place = end
        return self._complete()

    def _add_extension(self, digits: str) -> None:
        if self._found and self._found[-1].valid and ";ext=" not in self._found[-1].value:
            self._found[-1] = _with_extension(self._found[-1], digits)
        elif not self._found:
            self._extension = digits
        else:
            self._rest.append(digits.zfill(3))  # an extension is no entry number

    def _add_chunk(self, chunk: re.Match[str], gap: str, end: int, extension: str) -> None:
        digits = squeeze(chunk[0])
        if len(digits) < 5 and not extension and self._continues(digits, gap):
            return
        phones = read_chunk(chunk[0], self._country, typed=self._shown[chunk.start() : chunk.end()])
        if not phones and len(digits.strip("+")) < 5:
            self._rest.append(digits)
            return
        extension = extension or self._extension
        self._extension = ""
        if not phones:
            typed = self._shown[chunk.start() : end].strip(" -/\\.,(")
            phones = [_as_typed(typed, digits, self._country)]
        elif extension:
            phones = [*phones[:-1], _with_extension(phones[-1], extension)]
        self._found += phones

    def _continues(self, digits: str, gap: str) -> bool:
        """Read a few digits after a number as one more number that ends in them (or one more extension)."""
        if not self._found or not self._found[-1].valid:
            return False
        head, _, extension = self._found[-1].value.partition(";ext=")
        if _LIST_WORD.fullmatch(gap):
            more = [f"{head};ext={digits}"] if extension else [head[: -len(digits)] + digits]
        elif _RANGE_WORD.fullmatch(gap) and not extension:
            more = range_after(head, digits)
        else:
            return False
        self._found += [replace(self._found[-1], value=value) for value in more]
        return bool(more)

    def _complete(self) -> list[Phone]:
        if any(phone.valid for phone in self._found):
            # One or two digits only number the entries of a list.
            if any(len(digits.strip("+")) > 2 for digits in self._rest):
                typed = " ".join(self._shown.split())
                return [*self._found, Phone(value=typed, valid=False, why=TAIL_UNCLEAR)]
            return self._found
        spelled = self._spelled_number()
        if spelled is not None:
            return [spelled]
        if self._found and not self._rest:
            return self._found
        why = NOT_A_NUMBER if self._found else TOO_SHORT if self._rest else NO_DIGITS
        return [Phone(value=" ".join(self._shown.split()), valid=False, why=why)]

    def _spelled_number(self) -> Phone | None:
        if not self._country or not _SPELLED.fullmatch(self._plain):
            return None
        import phonenumbers as library

        try:
            number = library.parse(self._plain, self._country)
        except library.NumberParseException:
            return None
        if not library.is_valid_number(number):
            return None
        return Phone(value=library.format_number(number, library.PhoneNumberFormat.E164), valid=True)


def _start_of_word(text: str, place: int) -> int:
    """Give where the word that stands before a place begins."""
    head = text[:place].rstrip(" .:=#")
    start = len(head)
    while start and head[start - 1].isalpha():
        start -= 1
    return start


def _as_typed(typed: str, digits: str, country: str) -> Phone:
    return Phone(value=" ".join(typed.split()), valid=False, why=_fault(digits.strip("+"), country))


def _fault(digits: str, country: str) -> Say:
    if len(digits) < FEWEST_DIGITS:
        return TOO_SHORT
    if len(digits) > _MOST_DIGITS:
        return TOO_LONG
    if country == "IR" and len(digits) == 8 and digits[0] not in "01":
        return NO_AREA
    return NOT_A_NUMBER


def _with_extension(phone: Phone, digits: str) -> Phone:
    if phone.value.startswith("+"):
        return replace(phone, value=f"{phone.value};ext={digits}")
    return replace(phone, value=f"{phone.value} x{digits}")
