"""How satisfied somebody is: stars, marks and words of surveys, each with the best that could have been given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from smbcrm.core.text import fold

_DECIMAL = r"\d{1,3}(?:[.,٫]\d{1,2})?"
_OUT_OF = re.compile(rf"({_DECIMAL})\s*(?:of|out of|از|von|sur|de|/|\\|uzerinden|من)\s*(\d{{1,3}})$")
_SLASHED = re.compile(r"(\d{1,3})/(\d{1,3})$")
_STARRED = re.compile(
    rf"({_DECIMAL})\s*(?:\*|★|⭐|stars?|ستاره|sterne?|étoiles?|etoiles?|estrellas?|yildiz|نجوم|نجمة)$"
)
_PERCENT = re.compile(rf"(?:({_DECIMAL})\s*[%٪]|[%٪]\s*({_DECIMAL}))$")
_NUMBER = re.compile(rf"({_DECIMAL})(?:\s*[-:–(]\s*[^\d]*)?$")
_SIGNS = re.compile(r"([★⭐✭✯*]️?)+\s*([☆✩]*)$")
_SPAN = re.compile(r"(?<!\d)[01]\s*(?:-|–|to|تا|bis|a|à|\.\.+|…)\s*(\d{1,3})(?!\d)")
_TOP = re.compile(r"(?:\bof|out of|از|von|sur|/)\s*(\d{1,3})(?!\d)")
_STARS = re.compile(r"\bstars?\b|★|⭐|ستاره|\bsterne\b|\betoiles?\b|\bestrellas\b|\byildiz\b")
_PLAUSIBLE = frozenset({3, 4, 5, 6, 7, 10, 20, 100})

MANY_MARKS = 5
"""From so many marks on, the highest of them tells their scale."""

_BY_WORDS = {
    5: """very satisfied|extremely satisfied|completely satisfied|highly satisfied|excellent|very good|great|perfect|outstanding|amazing|love it
        |strongly agree|very happy|خیلی راضی|بسیار راضی|کاملا راضی|خیلی راضی ام|خیلی راضی هستم|عالی|بسیار خوب|خیلی خوب|فوق العاده|خیلی زیاد
        |بسیار زیاد|کاملا موافق|sehr zufrieden|sehr gut|très satisfait|très satisfaite|excellent|muy satisfecho|muy satisfecha|excelente
        |çok memnun|çok iyi|راض جدا|راضی جدا|ممتاز""",
    4: """satisfied|good|happy|agree|mostly satisfied|راضی|راضی ام|راضی هستم|راضی بودم|خوب|زیاد|موافق|رضایت دارم|zufrieden|gut|satisfait|satisfaite
        |bien|satisfecho|satisfecha|bueno|memnun|iyi|راض|جید""",
    3: """neutral|ok|okay|average|fair|so so|so-so|neither satisfied nor dissatisfied|medium|moderate|متوسط|معمولی|نسبتا راضی|تا حدی راضی|تاحدی راضی
        |نه راضی نه ناراضی|neutre|moyen|regular|kararsız|orta|محاید""",
    2: """dissatisfied|unsatisfied|not satisfied|unhappy|bad|poor|disagree|ناراضی|ناراضی ام|راضی نیستم|راضی نبودم|بد|ضعیف|کم|مخالف|unzufrieden
        |schlecht|insatisfait|insatisfaite|mauvais|insatisfecho|insatisfecha|malo|memnun değil|kötü|غیر راض|سیء""",
    1: """very dissatisfied|extremely dissatisfied|completely dissatisfied|very unhappy|very bad|very poor|terrible|awful|horrible|strongly disagree
        |خیلی ناراضی|بسیار ناراضی|کاملا ناراضی|اصلا راضی نیستم|خیلی بد|بسیار بد|افتضاح|خیلی ضعیف|خیلی کم|بسیار کم|sehr unzufrieden|sehr schlecht
        |très insatisfait|très insatisfaite|très mauvais|muy insatisfecho|muy insatisfecha|muy malo|hiç memnun değil|çok kötü""",
}  # fmt: skip
_WORDS = {fold(word.strip()): mark for mark, words in _BY_WORDS.items() for word in words.split("|")}


@dataclass(frozen=True, slots=True)
class Rating:
    """An answer and the best that could have been given; 0 where the cell alone does not tell that."""

    value: float
    scale: float = 0.0


def read_ratings(cells: Sequence[str], heading: str = "") -> list[Rating | None]:
    """Give the answer in each cell, None where there is none; the heading may tell the scale of bare numbers.

    >>> read_ratings(["4 of 5", "★★★☆☆", "راضی", "80%", "7"], "NPS")[2:]
    [Rating(value=4.0, scale=5.0), Rating(value=80.0, scale=100.0), Rating(value=7.0, scale=10.0)]
    """
    found = read_marks(cells, heading)
    slips = _slips(found, scale_in_heading(heading))
    return [None if mark and not mark.scale and mark.value in slips else mark for mark in found]


def read_marks(cells: Sequence[str], heading: str = "") -> list[Rating | None]:
    """Give the mark in each cell as it stands, one that cannot be right among the others, too."""
    decimal = _slash_is_decimal(cells)
    scale = scale_in_heading(heading)
    known: dict[str, Rating | None] = {"": None}
    for cell in cells:
        if cell not in known:
            known[cell] = _read_mark(cell, scale, decimal=decimal)
    return [known[cell] for cell in cells]


def _read_mark(cell: str, scale: float, *, decimal: bool | None) -> Rating | None:
    slashed = _SLASHED.match(fold(cell)) if "/" in cell else None
    found = read_rating(_SLASHED.sub(r"\1.\2", fold(cell)) if decimal else cell)
    if slashed and decimal is False and found is not None and not found.scale:
        return None  # "9/5" among fractions is a slip, not nine and a half
    if found is not None and not found.scale and found.value <= scale:
        return Rating(found.value, scale)
    return found


def _slash_is_decimal(cells: Sequence[str]) -> bool | None:
    """Tell whether "7/5" is seven and a half: where most numbers are too high for fractions. None where no slash stands."""
    slashed = [(int(m[1]), int(m[2])) for cell in cells if "/" in cell and (m := _SLASHED.match(fold(cell)))]
    if not slashed:
        return None
    best = max(below for _, below in slashed)
    over = sum(above > below or below not in _PLAUSIBLE for above, below in slashed)
    whole = [mark for mark in (read_rating(cell) for cell in cells if "/" not in cell) if mark]
    bare = sum(mark.value > best for mark in whole if not mark.scale)
    return over > 0 and (over + bare) * 2 >= len(slashed) + bare


def _slips(marks: Sequence[Rating | None], scale: float) -> set[float]:
    """Give the bare marks that cannot be right: one slip of the keyboard moves the scale of nobody else."""
    bare = [mark.value for mark in marks if mark and not mark.scale]
    if scale:
        within = sum(mark is not None and mark.scale == scale for mark in marks)
        return set(bare) if len(bare) < within else set()
    for top in (5.0, 10.0, 20.0):
        over = [value for value in bare if value > top]
        if not over:
            break
        if _stray(bare, over, top):
            return set(over)
    return set()


def _stray(bare: Sequence[float], over: Sequence[float], top: float) -> bool:
    """Tell whether the marks above a scale are slips: far above it, or hardly any beside others that reach its top.

    One nine among thirty marks up to five shows no scale of ten: people who mark up to ten use its upper half.
    """
    if min(over) > 2 * top and len(over) * 5 <= len(bare):
        return True
    reached = bare.count(top) >= 2 * len(over)
    return len(over) * _FEW_STRAYS <= len(bare) and (reached or len(over) * 2 * _FEW_STRAYS <= len(bare))


_FEW_STRAYS = 25


def stray_marks(bare: Sequence[float]) -> set[float]:
    """Give the bare marks up to 10 that stand alone above a scale of 5 and are slips of the keyboard.

    >>> stray_marks([1, 2, 3, 4, 5] * 6 + [9]), stray_marks([3, 4, 5, 4, 8])
    ({9}, set())
    """
    over = [mark for mark in bare if mark > 5]
    return set(over) if over and _stray(bare, over, 5.0) else set()


@lru_cache(maxsize=4096)
def read_rating(text: str) -> Rating | None:
    """Give the answer one cell holds, None where it holds none.

    >>> read_rating("4 از ۵"), read_rating("very satisfied"), read_rating("no idea")
    (Rating(value=4.0, scale=5.0), Rating(value=5.0, scale=5.0), None)
    """
    folded = fold(text)
    word = _WORDS.get(folded.strip(" .!،؛*"))
    if word is not None:
        return Rating(float(word), 5.0)
    signs = _SIGNS.match(text.strip())
    if signs:
        full = sum(char in "★⭐✭✯*" for char in text)
        return Rating(float(full), float(max(5, full + len(signs[2]))))
    if (found := _OUT_OF.match(folded)) and int(found[2]) in _PLAUSIBLE and _value(found[1]) <= int(found[2]):
        return Rating(_value(found[1]), float(found[2]))
    if (found := _STARRED.match(folded)) and _value(found[1]) <= 5:
        return Rating(_value(found[1]), 5.0)
    if found := _PERCENT.match(folded):
        return Rating(_value(found[1] or found[2]), 100.0)
    if slashed := _SLASHED.match(folded):
        return Rating(_value(f"{slashed[1]}.{slashed[2]}"))
    found = _NUMBER.match(folded)
    return Rating(_value(found[1])) if found and _value(found[1]) <= 100 else None


def scale_in_heading(heading: str) -> float:
    """Give the best answer that a heading speaks of, 0 where it tells none.

    >>> [scale_in_heading(h) for h in ("Rating (1-5)", "NPS", "امتیاز از ۱۰", "Stars", "Satisfaction")]
    [5.0, 10.0, 10.0, 5.0, 0.0]
    """
    folded = fold(heading)
    if re.search(r"\bnps\b|net promoter", folded):
        return 10.0
    for pattern in (_SPAN, _TOP):
        found = pattern.search(folded)
        if found and int(found[1]) in _PLAUSIBLE:
            return float(found[1])
    if _STARS.search(folded):
        return 5.0
    return 100.0 if "%" in folded or "٪" in folded or "درصد" in folded or "percent" in folded else 0.0


def scale_of(values: Sequence[float]) -> float:
    """Give the scale that bare answers of one survey were given on, told by the highest.

    >>> scale_of([3, 5, 4]), scale_of([0, 9]), scale_of([18.5]), scale_of([85])
    (5.0, 10.0, 20.0, 100.0)
    """
    best = max(values, default=0.0)
    return next((top for top in (5.0, 10.0, 20.0) if best <= top), 100.0)


def _value(text: str) -> float:
    return float(text.replace("٫", ".").replace(",", "."))
