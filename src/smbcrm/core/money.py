"""Amounts of money out of cells: digits of any script, separators of any country, units in words and signs.

Rial and toman differ by ten and are never mixed here: an amount carries the unit it was written with, converting is
for others to decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from smbcrm.core.bulk import once
from smbcrm.core.text import fold
from smbcrm.core.values.money_words import HEADING_WORDS, ONLY_IN_CAPITALS, OPEN, SCALES, UNITS, in_one_word

_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,2}|\.\d{4,})?")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?")
_LONGEST = 100
_SIGNS = str.maketrans({"٬": "'", "٫": ".", "،": ",", "’": "'", "‘": "'", "\u200c": " ", "؛": ";"})
_PART = re.compile(
    r"(?P<number>\d[\d.,'/ _]*)|(?P<sign>[a-z]{1,2}\$|[$€£¥₺₹₽₩₴₪؋₫₱฿₦₸₾₼])|(?P<word>[^\W\d_]+(?:\.[^\W\d_]+)*)"
)
_NUMBERS = re.compile(r"\d[\d.,'/ _]*\d")
_DECIMAL_SIGN = re.compile(r"[.,٫،]")
_SHAPES = {ord(zero) + n: "1" for zero in "0۰٠" for n in range(1, 10)}
_BLANK_BEHIND = re.compile(r"(?<=\d)([,'])\s(?=\d{3}(?!\d))")
_GAP = re.compile(r"[\s.,:=*]*")
_BRACKETED = re.compile(r"\((.*)\)|\[(.*)\]")
_BRACKETED_NUMBER = re.compile(r"\((\d[\d.,'/ ]*)\)")
_EMPTY_CENTS = re.compile(r"(?<=\d)[.,/]\s*-+$")
_SCIENTIFIC = re.compile(r"[+-]?\d(?:[.,]\d+)?e[+-]?\d{1,2}")
_GROUPS = {
    sign: re.compile(
        rf"\d{{1,3}}(?:{re.escape(sign)}\d{{3}})+|\d{{1,2}}(?:{re.escape(sign)}\d{{2}})*{re.escape(sign)}\d{{3}}"
    )
    for sign in ".,'/ _"
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount and the unit it was written with ("" where none).

    Whole values are exact; one too big for a float is an `int`.
    """

    value: float
    unit: str


def parse_amount(text: str, *, decimal: str = "") -> Amount | None:
    """Give the amount of a cell, or None where there is none to read.

    `decimal` is what the column uses as decimal sign ("." or ","), "" if that is not known: then three digits behind
    a sign are taken as thousands.

    >>> parse_amount("۱۲٬۵۰۰٬۰۰۰ ریال")
    Amount(value=12500000.0, unit='IRR')
    >>> parse_amount("1.250,50 €"), parse_amount("(1,200)"), parse_amount("رایگان")
    (Amount(value=1250.5, unit='EUR'), Amount(value=-1200.0, unit=''), None)
    >>> parse_amount("2 میلیون و ۵۰۰ هزار تومان")
    Amount(value=2500000.0, unit='IRT')
    """
    if text.isascii():
        if _PLAIN.fullmatch(text) is not None:
            return Amount(value=float(text) + 0.0, unit="")
        if decimal != "," and _THOUSANDS.fullmatch(text) is not None:
            return Amount(value=float(text.replace(",", "")) + 0.0, unit="")
    if len(text) > _LONGEST:
        return None
    plain, negative = _without_sign(_BLANK_BEHIND.sub(r"\1", fold(text).translate(_SIGNS)))
    if not plain.isascii():
        plain = in_one_word(plain)
    if _SCIENTIFIC.fullmatch(plain):
        value = float(plain.replace(",", "."))
        return Amount(value=-value if negative else value, unit="")
    read = _read_parts("0" + plain if plain[:1] in (".", ",") else plain, decimal)
    if read is None:
        return None
    exact, unit = (-read[0] if negative else read[0]), read[1]
    # Beyond 2**53 a float would change a whole number.
    whole = exact.denominator == 1 and abs(exact) > 2**53
    return Amount(value=int(exact) if whole else float(exact), unit=unit)


def parse_amount_column(values: Sequence[str]) -> list[Amount | None]:
    """Give the amount of every cell of a column, with the decimal sign that the column shows."""
    decimal = decide_decimal(values)
    return once(values, lambda value: parse_amount(value, decimal=decimal))


def decide_decimal(values: Sequence[str]) -> str:
    """Give the decimal sign of a column ("." or ","), "" where no cell shows it.

    >>> decide_decimal(["1.250", "99,5"]), decide_decimal(["1,250", "99.5"]), decide_decimal(["1.250"])
    (',', '.', '')
    """
    shown: Counter[str] = Counter()
    # Which digits they are does not matter, only where zeros stand: a million amounts have few shapes.
    shapes: Counter[str] = Counter()
    for value, count in Counter(values).items():
        shapes[value.translate(_SHAPES)] += count
    for value, count in shapes.items():
        if len(value) <= _LONGEST and _DECIMAL_SIGN.search(value) is not None:
            for number in _NUMBERS.findall(_BLANK_BEHIND.sub(r"\1", fold(value).translate(_SIGNS))):
                shown[_decimal_shown(number)] += count
    if shown["."] == shown[","]:
        return ""
    return "." if shown["."] > shown[","] else ","


def _decimal_shown(number: str) -> str:
    """Give the decimal sign that a number shows beyond doubt, or ""."""
    points, commas = number.count("."), number.count(",")
    if points and commas:
        last = "." if number.rfind(".") > number.rfind(",") else ","
        return last if number.count(last) == 1 else ""
    if points > 1 or commas > 1:
        other = "," if points > 1 else "."
        return other if _GROUPS["." if points > 1 else ","].fullmatch(number) else ""
    if points == commas:
        return ""
    sign = "." if points else ","
    whole, _, rest = number.partition(sign)
    return sign if len(rest) != 3 or len(whole) > 3 or whole == "0" else ""


def unit_in_heading(heading: str) -> str:
    """Give the unit that a heading names, "" if it names none.

    >>> unit_in_heading("مبلغ (ریال)"), unit_in_heading("Total EUR"), unit_in_heading("Try again")
    ('IRR', 'EUR', '')
    """
    for match in re.finditer(r"[a-z]{1,2}\$|[^\W\d_]+|[^\w\s]", heading, re.IGNORECASE):
        for word in (fold(match[0]), match[0]):
            unit = HEADING_WORDS.get(word, "")
            if unit and (word not in ONLY_IN_CAPITALS or match[0].isupper()):
                return unit
    return ""


def _without_sign(plain: str) -> tuple[str, bool]:
    """Take off what makes an amount negative: a minus before or behind it, or brackets around it."""
    plain = _EMPTY_CENTS.sub("", plain.strip().strip("'\""))
    bracketed = _BRACKETED.fullmatch(plain)
    if bracketed:
        return (bracketed[1] or bracketed[2] or "").strip(), True
    inside = _BRACKETED_NUMBER.search(plain)
    if inside:
        return f"{plain[: inside.start()]} {inside[1]} {plain[inside.end() :]}".strip(), True
    negative = plain.startswith("-") or plain.endswith("-")
    plain = plain.strip("-+ ")
    if not negative and re.match(r"[^\d\s]{1,3}\s*-\s*\d", plain):  # "$-5"
        return plain.replace("-", "", 1), True
    return plain, negative


def _read_parts(plain: str, decimal: str) -> tuple[Fraction, str] | None:
    """Read numbers, scale words and a unit in their order: "2 million and 500 thousand toman"."""
    total, number, unit, place = Fraction(0), None, "", 0
    seen = False
    for part in _PART.finditer(plain):
        if not _GAP.fullmatch(plain, place, part.start()):
            return None
        place = part.end()
        if part["number"]:
            if number is not None:
                return None
            number = _number(part["number"].strip(" ._'"), decimal)
            if number is None:
                return None
            seen = True
            continue
        word = part["sign"] or part["word"]
        meant = _meaning(word, following=number is not None)
        if meant is None:
            return None
        scale, named = meant
        if named and unit and named != unit:
            return None
        unit = named or unit
        if scale:
            total += (number if number is not None else 1) * scale
            seen = seen or number is not None
            number = None
    if not seen or not _GAP.fullmatch(plain, place):
        return None
    return total + (number or 0), unit


def _meaning(word: str, *, following: bool) -> tuple[int, str] | None:
    """Give the scale and the unit that a word stands for; (0, "") for "and", None for a word with no place here."""
    if word in ("و", "and") or word in OPEN:
        return 0, ""
    if word in UNITS:
        return 0, UNITS[word]
    parts = [part for part in word.split(".") if part]
    if word in ("م.ت", "مت"):
        parts = ["م", "ت"]
    elif len(parts) == 1 and word not in SCALES:
        # Scale and unit written as one word: 万元, هزارتومان.
        glued = (at for at in range(1, len(word)) if word[:at] in SCALES and word[at:] in UNITS)
        parts = next(([word[:at], word[at:]] for at in glued), parts)
    scale, unit = 0, ""
    for part in parts:
        if part in SCALES and following and not scale:
            scale = SCALES[part]
        elif part in UNITS and not unit:
            unit = UNITS[part]
        else:
            return None
    return scale, unit


def _number(digits: str, decimal: str) -> Fraction | None:
    """Read one number with its separators; None where they make no sense."""
    signs = sorted({c for c in digits if not c.isdigit()})
    if not signs:
        return Fraction(int(digits))
    last = max(signs, key=digits.rfind)
    whole, _, rest = digits.rpartition(last)
    others = [sign for sign in signs if sign != last]
    if others:
        if len(others) > 1 or digits.count(last) > 1 or last in "' _" or not rest.isdigit():
            return None
        return _joined(whole, others[0], rest)
    if digits.count(last) > 1 or last in "' _":
        return _joined(digits, last, "") if _GROUPS[last].fullmatch(digits) else None
    if last == decimal or len(rest) != 3 or len(whole) > 3 or whole == "0":
        return _joined(whole, "", rest)
    return Fraction(int(whole + rest))


def _joined(whole: str, sign: str, rest: str) -> Fraction | None:
    if sign:
        if not _GROUPS[sign].fullmatch(whole):
            return None
        whole = whole.replace(sign, "")
    if not whole.isdigit():
        return None
    return Fraction(int(whole + rest), 10 ** len(rest))
