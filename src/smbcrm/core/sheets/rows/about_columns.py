"""Lines below the headings that tell of the columns: how many points each can bring, in which unit or of which type its values are."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from smbcrm.core.headers import LONGEST_HEADING
from smbcrm.core.money import parse_amount
from smbcrm.core.sheets.looks.columns import looks_like_day, plain
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import fold

FIRST_LINES = 3
"""Such lines are among the first below the headings."""

_HIGHEST = word_set("""max maximum maximal maximale maximaler maximum massimo máximo possible highest full best höchste höchstens erreichbare erreichbar
    حداکثر سقف بیشترین کل کامل максимум""")
_NAMES_TOO = word_set("max mark note best punkt")
_ALONE = _NAMES_TOO | word_set(
    "points marks punkte puntos نمره امتیاز баллы maximum maximal massimo máximo höchste حداکثر سقف بیشترین максимум"
)
_POINTS = word_set("""points point marks mark score scores grade grades punkte punktzahl note punkt barème puntos puntuación puntaje nota notas
    punteggio puan puanı نمره امتیاز بارم баллы балл""")
_BESIDE = word_set("of out total totaux en der von de des")
_PLAINLY = frozenset(
    map(fold, ("points possible", "possible points", "out of", "points out of", "weight", "weights", "weighting", "weightage", "gewichtung", "gewicht", "pondération",
               "coefficient", "coefficients", "coef", "ponderación", "peso", "ağırlık", "barème", "barème total", "بارم", "بارم نمره", "ضریب", "ضرایب", "وزن", "вес",
               "average", "class average", "mean", "class mean", "median", "durchschnitt", "klassenschnitt", "moyenne", "moyenne de la classe", "promedio", "ortalama", "میانگین", "میانگین کلاس"))
)  # fmt: skip
_UNITS_OF = word_set(
    "unit units einheit einheiten unité unités unidad unidades unità birim واحد واحدها یکا единицы"
)
_TYPES_OF = word_set("type types datatype data field format typ datentyp feldtyp tipo tür نوع داده")
_UNITS = word_set("""kg g mg t lb lbs oz km m cm mm ft in l ml pcs pc stk st h hr hrs min sec days day years year yrs eur usd gbp irr irt € $ £ % ٪ ریال تومان عدد کیلو
    کیلوگرم گرم متر سانتی‌متر سانتیمتر لیتر روز سال درصد ساعت""")
_TYPES = word_set("""string str text char varchar nvarchar integer int bigint number numeric num date datetime timestamp time boolean bool float double decimal real
    currency money alphanumeric alpha array enum uuid free required optional mandatory yes/no unique text zahl datum ganzzahl pflicht pflichtfeld optional texte nombre
    obligatoire facultatif texto número fecha obligatorio opcional metin sayı tarih zorunlu isteğe bağlı متن متنی رشته عدد عددی تاریخ اجباری اختیاری الزامی""")
_SIZE = re.compile(r"\([\d\s,.]*\)|\d+")
_DATES = frozenset(
    map(fold, ("date", "dates", "due", "due date", "datum", "fecha", "data", "tarih", "تاریخ", "дата"))
)
_EXAMPLE = re.compile(
    r"^(?:[(\[]?(?:examples?|sample|beispiel|exemple|ejemplo|esempio|örnek|مثال|نمونه|пример|например)\s*[:،：-]\s*\S"
    r"|[(\[](?:examples?|sample|beispiel|exemple|ejemplo|esempio|örnek|مثال|نمونه|пример|например)\s.*[)\]]$"
    r"|[(\[]?(?:e\.g\.|z\. ?b\.|p\. ?ej\.|p\. ?ex\.|örn\.|مثلا)[:،,]?\s+\S)"
)
_BRACKETED = re.compile(r"^[(\[].*[)\]]$")
_MOST_WORDS = 4
_FEW = 2


def tells_of_columns(
    cells: Sequence[str], below: Sequence[Sequence[str]], counted: Set[int] = frozenset()
) -> bool:
    """Tell whether a row says something of the columns and nothing of anybody: "Points possible | | 10 | 50", "string | string | date".

    Max and Mark are names: what says no more must be the highest indeed, in several columns of the rows `below`, not only in those
    that count what customers did (`counted`): whoever bought most may stand first.

    >>> tells_of_columns(["Points Possible", "", "10", "50"], []), tells_of_columns(["string", "varchar(50)", "date"], [])
    (True, True)
    >>> tells_of_columns(["Max", "", "100"], [["Ann", "", "80"]]), tells_of_columns(["Weight Watchers", "0912", "5"], [])
    (False, False)
    """
    filled = [text for cell in cells if (text := cell.strip())]
    if len(filled) < _FEW or any(len(text) > LONGEST_HEADING for text in filled):
        return False
    if _are_examples(filled) or _are_days(filled):
        return True
    labels = [text for text in filled if not _is_of_a_column(text)]
    if len(labels) > 1:
        return len(labels) == len(filled) and all(map(_is_type, filled))
    if not labels:
        return all(map(_is_type, filled))
    words = _words(labels[0])
    beside = [text for text in filled if text is not labels[0]]
    if words <= _TYPES_OF:
        return all(map(_is_type, beside))
    if words <= _UNITS_OF:
        return any(parse_amount(text) is None for text in beside)
    if not any(parse_amount(text.rstrip("%٪ ")) for text in beside):
        return False
    both = (
        words <= _HIGHEST | _POINTS | _BESIDE
        and words & _HIGHEST
        and words & _POINTS
        and not words <= _NAMES_TOO
    )
    if both or fold(labels[0]).strip(" :") in _PLAINLY:
        return True
    return words <= _ALONE and _are_highest(cells, below, counted)


def _are_examples(filled: Sequence[str]) -> bool:
    """Tell whether several cells, and most of a row's, say themselves that they show how to fill a column in: "e.g. ann@example.com"."""
    said = sum(
        bool(_EXAMPLE.match(fold(text))) and not text[:3].isupper() for text in filled
    )  # E.G. are initials
    return said >= _FEW and said * 2 > len(filled)


def _are_days(filled: Sequence[str]) -> bool:
    """Tell whether a row holds the word for a day and nothing but several days beside it: those on which tests were written."""
    others = [text for text in filled if not looks_like_day(plain(text))]
    return len(others) == 1 and len(filled) > _FEW and fold(others[0]).strip(" :") in _DATES


def _words(text: str) -> set[str]:
    """Give the words of a label; of a longer text none that could be one."""
    words = fold(text).strip(" :").split()
    return set(words) if 0 < len(words) <= _MOST_WORDS else {""}


def _is_type(text: str) -> bool:
    """Tell whether a cell names a type of values, or says that they must be there."""
    words = _SIZE.sub(" ", fold(text).replace("/", " / ")).replace(",", " ").replace("/", " ").split()
    return bool(words) and _TYPES.issuperset(words)


def _is_of_a_column(text: str) -> bool:
    """Tell whether a cell holds a number, a unit or a remark in brackets; phones and codes are longer than any sum of points."""
    if _BRACKETED.match(text) or fold(text) in _UNITS:
        return True
    number = text.rstrip("%٪ ")
    coded = len(number) > 1 and number[0] == "0" and number[1].isdigit()
    return (
        not coded
        and len(text) <= _LONGEST
        and parse_amount(number) is not None
        and not looks_like_day(plain(text))
    )


_LONGEST = 6


def _are_highest(cells: Sequence[str], below: Sequence[Sequence[str]], counted: Set[int]) -> bool:
    """Tell whether each number of a row is the highest of its column, in several columns that count nothing known."""
    proved = 0
    for j, cell in enumerate(cells):
        told = parse_amount(cell) if cell.strip() else None
        if told is None:
            continue
        held = [amount.value for row in below if j < len(row) and (amount := parse_amount(row[j]))]
        if not held or max(held) > told.value:
            return False
        proved += j not in counted
    return proved >= _FEW
