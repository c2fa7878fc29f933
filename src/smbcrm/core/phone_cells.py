"""The phone numbers of one cell, however they were squeezed into it.

A cell may hold several numbers, labels, extensions and ranges, in Persian and in Latin letters, or what a spreadsheet
left of a number. It is cut into chunks of digits; each chunk is one number, else several, else kept as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from smbcrm.core.identity import is_null_token
from smbcrm.core.phone_numbers import (
    DIGITS_LOST,
    NO_AREA,
    NO_DIGITS,
    NOT_A_NUMBER,
    TAIL_UNCLEAR,
    TOO_LONG,
    TOO_SHORT,
    UNKNOWN_RANGE,
    Phone,
    has_one_length,
    read_number,
)
from smbcrm.core.say import Say
from smbcrm.core.text import clean, fold_digits

# One letter for one letter, so that places in the plain text are places in the text as typed.
_PLAIN_SIGNS = str.maketrans(
    {"＋": "+", "﹢": "+", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "ـ": "-", "－": "-",
     "／": "/", "⁄": "/", "∕": "/", "（": "(", "）": ")", "٬": ",", "٫": ".", "،": ",", "؛": ";", "\u200c": " "}
)  # fmt: skip

_SQUEEZED = re.compile(r"[\s().\-/\\_*,]+")
_CHUNK = re.compile(r"(?:[+(]\s*){0,3}\d[\d\s().\-/\\_*]*")
_EXTENSION = re.compile(
    r"[\s,;\-(]*(?:داخلی|داخلي|داخل|تحویلة|تحويلة|extension|extn|ext|int(?:erno?|erne)?|dahili|durchwahl|dw"
    r"|nebenstelle|poste|toestel|x|#)\s*[.:=#]?\s*(\d{1,6})(?!\d)\)?",
    re.IGNORECASE,
)
_EXTENSION_FIRST = re.compile(
    r"(?:داخلی|داخلي|تحویلة|تحويلة|extension|ext|dahili)\s*[.:=#]?\s*(\d{1,6})(?!\d)", re.IGNORECASE
)
_RANGE_WORD = re.compile(r"\s*(?:-|الی|الي|تا|to|bis|till|until|إلى)\s*", re.IGNORECASE)
_LIST_WORD = re.compile(r"\s*(?:[,;&/]|و|and|or|یا|und|oder|et|ou|y|ve|veya)\s*", re.IGNORECASE)

_WRAPPED = re.compile(r'=\s*"(.*)"|[\'’‘`](.*)', re.DOTALL)
_FLOAT = re.compile(r"(\+?\d{5,})\.0+")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?e\+?(\d{1,2})", re.IGNORECASE)
_THOUSANDS = re.compile(r"\+?\d{1,3}(?:,\d{3}){2,}")
_PLUS_AT_END = re.compile(r"([\d\s()\-]{8,})\+")
_AREA_LAST = re.compile(r"(\d{7,8})\s*[-/ ]\s*(0\d{2,3})")
_TAIL = re.compile(r"(.*\d)(\s*[-/]\s*|[\s(]+)(\d{1,4})\D*", re.DOTALL)
_SPELLED = re.compile(r"[+(]?\d[\d\s().-]*[A-Za-z][A-Za-z\d\s().-]*")

_LONGEST = 1000  # letters of a cell that may still be a list of numbers
_MOST_IN_A_RANGE = 20
_FEWEST_DIGITS = 7
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
    return _read_cell(shown, plain, country)


def _read_cell(shown: str, plain: str, country: str | None) -> tuple[Phone, ...]:
    plain = plain.replace(";ext=", " ext ")  # as long as before: places stay
    phones = _Cell(shown, plain, country or "").read()
    return tuple({phone.value: phone for phone in phones}.values())


def squeeze(text: str) -> str:
    """Give digits and plus signs without the blanks and marks people put between them."""
    return _SQUEEZED.sub("", text)


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
            more = _range_after(head, digits)
        else:
            return False
        self._found += [replace(self._found[-1], value=value) for value in more]
        return bool(more)

    def _complete(self) -> list[Phone]:
        if any(phone.valid for phone in self._found):
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


def read_chunk(chunk: str, country: str, *, typed: str) -> list[Phone]:
    """Give the numbers in a run of digits and marks; none where they make no number.

    `typed` is the same run as it was typed, in whatever digits.
    """
    digits = squeeze(chunk)
    if "+" in digits[1:]:
        return []
    if not country and digits[0] != "+" and digits[:2] != "00":
        return _read_without_country(typed, digits)
    whole = read_number(digits, country)
    if whole is not None and (whole.valid or has_one_length(country)):
        return [whole]
    return _read_several(chunk.strip(), digits, country) or ([whole] if whole is not None else [])


def _read_several(chunk: str, digits: str, country: str) -> list[Phone]:
    groups = re.findall(r"\+?\d+", chunk)
    if len(groups) > 1:
        several = _segments(groups, country)
        if several:
            return several
    with_tail = _head_and_tail(chunk, country)
    if with_tail:
        return with_tail
    turned = _AREA_LAST.fullmatch(chunk.strip())
    if turned:
        whole = read_number(turned[2] + turned[1], country)
        if whole is not None and whole.valid:
            return [whole]
    half = len(digits) // 2
    if len(digits) >= 20 and len(digits) % 2 == 0:
        halves = [read_number(part, country) for part in (digits[:half], digits[half:])]
        return [phone for phone in halves if phone is not None and phone.valid] if all(halves) else []
    return []


def _head_and_tail(chunk: str, country: str) -> list[Phone]:
    """Read a valid number with a few digits behind it: the end of a range, one more number, else something unclear."""
    tail = _TAIL.fullmatch(chunk)
    if tail is None:
        return []
    head = read_number(squeeze(tail[1]), country)
    if head is None or not head.valid:
        return []
    typed = Phone(value=chunk, valid=False, why=TAIL_UNCLEAR)
    mark, end = tail[2].strip(), tail[3]
    if mark == "-":
        return [head, *([replace(head, value=value) for value in _range_after(head.value, end)] or [typed])]
    if mark == "/":
        return [head, replace(head, value=head.value[: -len(end)] + end)]
    return [head, typed]


def _segments(groups: list[str], country: str) -> list[Phone]:
    """Read groups of digits as a row of valid numbers, as few as will do; none where a group is left over."""
    if len(groups) > 16:
        return []
    best: list[list[Phone] | None] = [[]] + [None] * len(groups)
    for end in range(1, len(groups) + 1):
        for start in range(end):
            head = best[start]
            known = best[end]
            if head is None or (known is not None and len(known) <= len(head) + 1):
                continue
            digits = "".join(groups[start:end])
            if not 8 <= len(digits) <= 17:
                continue
            phone = read_number(digits, country)
            if phone is not None and phone.valid:
                best[end] = [*head, phone]
    return best[-1] or []


def _range_after(head: str, tail: str) -> list[str]:
    """Give the numbers after `head` up to the one that ends in `tail`; none where that is no short range."""
    first, last = int(head[-len(tail) :]), int(tail)
    if not first < last <= first + _MOST_IN_A_RANGE:
        return []
    return [head[: -len(tail)] + str(n).zfill(len(tail)) for n in range(first + 1, last + 1)]


def _read_without_country(typed: str, digits: str) -> list[Phone]:
    if len(digits) < _FEWEST_DIGITS:
        return []
    abroad = read_number(digits, "") if len(digits) >= 12 else None
    if abroad is not None and abroad.valid:
        return [abroad]
    if len(digits) < 14:
        return [Phone(value=typed.strip(" -/\\.,"), valid=True)]
    return _even_segments(typed)


def _even_segments(typed: str) -> list[Phone]:
    """Cut groups of digits into numbers of much the same length; none where that cannot be done."""
    spans = [match.span() for match in re.finditer(r"\d+", typed)]
    lengths = [end - start for start, end in spans]
    total = sum(lengths)
    for count in range(2, total // _FEWEST_DIGITS + 1):
        cuts, begun, ended = [], 0, 0
        for place, length in enumerate(lengths):
            ended += length
            if (ended - begun) * count >= total:
                cuts.append(place)
                begun = ended
        sizes = [
            sum(lengths[a:b])
            for a, b in zip([0, *[c + 1 for c in cuts]], [c + 1 for c in cuts], strict=False)
        ]
        if begun == total and len(sizes) == count and all(_FEWEST_DIGITS <= size <= 13 for size in sizes):
            starts = [0, *[c + 1 for c in cuts[:-1]]]
            return [
                Phone(value=typed[spans[a][0] : spans[b][1]], valid=True)
                for a, b in zip(starts, cuts, strict=True)
            ]
    return []


def _as_typed(typed: str, digits: str, country: str) -> Phone:
    return Phone(value=" ".join(typed.split()), valid=False, why=_fault(digits.strip("+"), country))


def _fault(digits: str, country: str) -> Say:
    if len(digits) < _FEWEST_DIGITS:
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
