"""What a text shows of a date before its column is asked: a day, numbers in an order still open, a day number."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from smbcrm.core.identity import is_null_token
from smbcrm.core.say import Say, say
from smbcrm.core.text import fold
from smbcrm.core.values.date_words import GREGORIAN, IGNORED, JALALI, MONTHS, thai_in_english
from smbcrm.core.values.jalali import FIRST_YEAR, LAST_YEAR, from_jalali


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a text shows without its column: `kind` says which of the other fields hold something."""

    kind: str  # "day" "yearless" "year last" "short" "compact" "serial" "none" "odd"
    iso: str = ""
    calendar: str = ""
    numbers: tuple[int, ...] = ()
    dotted: bool = False
    problem: Say | None = None


_FIRST_GREGORIAN, _LAST_GREGORIAN = 1501, 2200
_NO_YEAR = frozenset((0, 1604))  # what address books write for a birthday without a year
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 73_050  # 1927 to 2099
_EMPTY_DAYS = frozenset(("1899-12-30", "1899-12-31", "1900-01-00", "0001-01-01"))

_LONGEST = 120  # no date takes more letters

_TIME = re.compile(
    r"(?:^|[\s,t،-])\s*\d{1,2}\s*:\s*\d{1,2}(?:\s*:\s*\d{1,2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\b\.?|ق\.?ظ\.?|ب\.?ظ\.?|صبح|عصر|ظهر|شب)?"
    r"\s*(?:z\b|(?:utc|gmt)?\s*[+-]\d{2}:?\d{2}|(?:utc|gmt)\s*[+−-]?\s*\d{1,2}(?::\d{2})?|utc|gmt)?(?:\s*\([^()]*\))?"
)
_COMPACT_TIME = re.compile(r"(\d{8})t\d{4,6}(?:[.,]\d+)?z?")
_PLAIN_DAY = re.compile(r"([1-9]\d{3})-(\d\d)-(\d\d)", re.ASCII)  # as most programs write it
_THREE = re.compile(r"(\d{1,4})\s*([/.\-\\_,،٫]|\s)\s*(\d{1,2})\s*(?:[/.\-\\_,،٫]|\s)\s*(\d{1,4})")
_EAST_ASIAN = re.compile(
    r"(\d{2,4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?\s*(?:\(?(?:(?:星期|周|週)[一二三四五六日天]|[月火水木金土日월화수목금토일](?:曜日?|요일)?)\)?)?"
)
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民国": 1911, "民國": 1911}
"""Years counted from the beginning of an era: the year before its first."""

_OF_AN_ERA = re.compile(rf"({'|'.join(_ERAS)})\s*(\d{{1,3}}|元)(?=\s*年)")
_LUNAR = re.compile(r"(?<![^\W\d_])(?:ه|هجری|هجریه|ق|قمری)(?![^\W\d_])")
_LUNAR_MONTH = re.compile(
    r"(?<![^\W\d_])(?:محرم|صفر|ربیع|جماد[یا]|رجب|شعبان|رمضان|شوال|ذ[یو]\s?(?:ال)?(?:قعده|حجه))(?![^\W\d_])"
)
"""Months that no other calendar has."""
_SOLAR = re.compile(r"(?<![^\W\d_])(?:ش|هش|شمسی|خورشیدی)(?![^\W\d_])")
_EAST_ASIAN_YEARLESS = re.compile(r"(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]")
_YEARLESS = re.compile(r"--(\d{1,2})-?(\d{1,2})")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_WORDS_ONLY = re.compile(r"[\w\s.,،/\-'’()_]+")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_JOINED_MONTHS = (
    (re.compile("تشرین ال?اول"), "october"), (re.compile("تشرین ال?ثانی"), "november"),
    (re.compile("کانون ال?اول"), "december"), (re.compile("کانون ال?ثانی"), "january"),
)  # fmt: skip

NOT_A_DATE = "{text} is not understood as a date"
LUNAR = "{text} is a day of the lunar calendar, which is not read"
NO_SUCH_DAY = "there is no day {text}"
OPEN_ORDER = "{text} may be {first} or {second}"
OPEN_YEAR = "{text} does not tell which year or which calendar it means"


def shape_of(text: str) -> Shape:
    """Give the shape of a text: what it shows before its column is asked."""
    if day := _PLAIN_DAY.fullmatch(text):
        return shape_of_day(int(day[1]), int(day[2]), int(day[3]), text=text)
    if len(text) > _LONGEST:
        return odd(NOT_A_DATE, text)
    plain = fold(text).strip(" '\"")
    if is_null_token(plain) or not plain.strip("0/.-:, "):
        return Shape(kind="none")
    yearless = _YEARLESS.fullmatch(plain)
    if yearless:
        return _yearless(int(yearless[1]), int(yearless[2]), text)
    compact = _COMPACT_TIME.fullmatch(plain)
    plain = compact[1] if compact else _TIME.sub(" ", plain).strip(" ,-")
    if not plain:
        return odd(NOT_A_DATE, text)
    if plain.isdecimal():
        return _shape_of_digits(plain, text)
    if _is_lunar(plain) and not _is_solar(plain):
        return odd(LUNAR, text)
    plain = _OF_AN_ERA.sub(_year_of_an_era, plain)
    plain = _EAST_ASIAN_YEARLESS.sub(r"--\1-\2", _EAST_ASIAN.sub(r"\1/\2/\3", plain)).strip()
    yearless = _YEARLESS.fullmatch(
        "--" + plain if compact is None and text.strip().startswith("--") else plain
    )
    if yearless:
        return _yearless(int(yearless[1]), int(yearless[2]), text)
    three = _THREE.fullmatch(plain)
    if three:
        return _shape_of_three(three, text)
    serial = _SERIAL.fullmatch(plain)
    if serial:
        return _shape_of_digits(serial[1], text)
    return _shape_of_words(plain, text)


def _is_lunar(plain: str) -> bool:
    return bool(_LUNAR.search(plain)) or (any(map(str.isdigit, plain)) and bool(_LUNAR_MONTH.search(plain)))


def _is_solar(plain: str) -> bool:
    return bool(_SOLAR.search(plain)) or any(
        MONTHS.get(token, ("",))[0] == JALALI for token in _TOKEN.findall(plain)
    )


def _year_of_an_era(found: re.Match[str]) -> str:
    return str(_ERAS[found[1]] + (1 if found[2] == "元" else int(found[2])))


def odd(template: str, text: str) -> Shape:
    """Give the shape of a text that is no date, with the reason."""
    return Shape(kind="odd", problem=say(template, text=" ".join(text[:_LONGEST].split())))


def _shape_of_digits(digits: str, text: str) -> Shape:
    number = int(digits)
    if len(digits) == 5 and _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return Shape(kind="serial", numbers=(number,))
    if len(digits) == 8:
        return Shape(kind="compact", numbers=(number,))
    if len(digits) == 6:
        return Shape(kind="short", numbers=(number // 10_000, number // 100 % 100, number % 100))
    return odd(NOT_A_DATE, text)


def _shape_of_three(three: re.Match[str], text: str) -> Shape:
    first, second, third = three[1], three[3], three[4]
    if len(first) == 4 and len(third) <= 2:
        return shape_of_day(int(first), int(second), int(third), text=text)
    if len(third) == 4 and len(first) <= 2:
        return Shape(kind="year last", numbers=(int(first), int(second), int(third)), dotted=three[2] == ".")
    if len(first) <= 2 and len(third) <= 2:
        return Shape(kind="short", numbers=(int(first), int(second), int(third)), dotted=three[2] == ".")
    return odd(NOT_A_DATE, text)


def shape_of_day(year: int, month: int, of_month: int, *, text: str, calendar: str = "") -> Shape:
    """Give the shape of a whole day; the year tells the calendar, `calendar` what the month's name says it is."""
    if year in _NO_YEAR and (month or of_month):
        return _yearless(month, of_month, text)
    day, found = day_of(year, month, of_month)
    if not found or (calendar and calendar != found):
        return odd(NOT_A_DATE, text)
    if day is None:
        empty = f"{year:04d}-{month:02d}-{of_month:02d}" in _EMPTY_DAYS
        return Shape(kind="none") if empty else odd(NO_SUCH_DAY, text)
    if day in _EMPTY_DAYS:
        return Shape(kind="none")
    return Shape(kind="day", iso=day, calendar=found)


def day_of(year: int, month: int, of_month: int) -> tuple[str | None, str]:
    """Give the ISO day and the calendar that a year of four digits belongs to; None where it has no such day."""
    if FIRST_YEAR <= year <= LAST_YEAR:
        jalali = from_jalali(year, month, of_month)
        return (jalali.isoformat() if jalali else None), JALALI
    if _FIRST_GREGORIAN <= year <= _LAST_GREGORIAN:
        try:
            return datetime.date(year, month, of_month).isoformat(), GREGORIAN
        except ValueError:
            return None, GREGORIAN
    return None, ""


def _yearless(month: int, of_month: int, text: str) -> Shape:
    iso, _ = day_of(2000, month, of_month)  # a leap year: 29 February is a birthday
    if iso is None:
        return odd(NO_SUCH_DAY, text)
    return Shape(kind="yearless", iso="--" + iso[5:], calendar=GREGORIAN)


def _shape_of_words(plain: str, text: str) -> Shape:
    for pattern, month_name in _JOINED_MONTHS:
        plain = pattern.sub(month_name, plain)
    if "\u0e00" < max(plain) < "\u0e80":
        plain = thai_in_english(plain)
    tokens = _TOKEN.findall(plain)
    months = [(place, *MONTHS[token]) for place, token in enumerate(tokens) if token in MONTHS]
    numbers = [(place, token) for place, token in enumerate(tokens) if token.isdecimal()]
    known = all(token.isdecimal() or token in MONTHS or token in IGNORED for token in tokens)
    if not known or not _WORDS_ONLY.fullmatch(plain):
        return odd(NOT_A_DATE, text)
    if not months:  # a weekday in front of a written date
        rest = _without_words(plain)
        return shape_of(rest) if rest != plain and rest else odd(NOT_A_DATE, text)
    if any(other[1:] != months[0][1:] for other in months) or not 1 <= len(numbers) <= 2:
        return odd(NOT_A_DATE, text)
    place, calendar, month = months[0]
    if len(numbers) == 1:
        if calendar == GREGORIAN and int(numbers[0][1]) <= 31:
            return _yearless(month, int(numbers[0][1]), text)
        return odd(OPEN_YEAR if int(numbers[0][1]) <= 31 else NOT_A_DATE, text)
    return _day_in_words(numbers, place, month, calendar, text)


def _without_words(plain: str) -> str:
    kept = " ".join(part for part in re.split(r"[\s،]+|,(?=\s)", plain) if part.strip(".,()-") not in IGNORED)
    return kept.strip(" ,.-،")


def _day_in_words(numbers: list[tuple[int, str]], place: int, month: int, calendar: str, text: str) -> Shape:
    (first_place, first), (_, second) = numbers
    if len(first) == 4 or int(first) > 31:
        year, of_month = first, second
    elif len(second) == 4 or int(second) > 31 or first_place < place < numbers[1][0] or place < first_place:
        year, of_month = second, first
    else:
        return odd(NOT_A_DATE, text)
    if len(year) == 4:
        return shape_of_day(int(year), month, int(of_month), text=text, calendar=calendar)
    if len(year) > 2:
        return odd(NOT_A_DATE, text)
    whole = long_year(int(year), calendar)
    if whole is None:
        return odd(OPEN_YEAR, text)
    return shape_of_day(whole, month, int(of_month), text=text, calendar=calendar)


def long_year(year: int, calendar: str, *, born: bool = False) -> int | None:
    """Give the year that two digits mean in a calendar; None where that cannot be said.

    Gregorian years split at 30 as spreadsheets do; of the Jalali ones 10 to 39 may lie a hundred years apart, but nobody is `born`
    in 1410 yet.
    """
    if calendar == GREGORIAN:
        return year + (2000 if year < 30 else 1900)
    if calendar == JALALI and (born or not 10 <= year <= 39):
        return year + (1400 if year < 10 else 1300)
    return None
