"""Which sign parts the cells of a text table."""

from __future__ import annotations

import csv
import io
import itertools
import math
import re
import sys
from collections import Counter
from dataclasses import dataclass

from smbcrm.core.say import say
from smbcrm.errors import UsageError

# The comma comes last: of two signs that part the sample equally well, it is the one that also stands in texts.
DELIMITERS = ("\t", ";", "|", "^", "~", "،", ",")
_NAMES = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "caret": "^", "space": " "}
_SEP_LINE = re.compile(r'\s*"?sep=(.|\\t)"?[ \t,;]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_SAMPLE = 1 << 16
_RECORDS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a text table is written: the sign between cells, that around them, and whether a blank may follow the first before the second."""

    delimiter: str
    quote: str = '"'
    blank_before_quote: bool = False
    skip: int = 0  # characters of a `sep=` line at the start


def find_dialect(text: str, *, delimiter: str = "") -> Dialect:
    """Give the dialect of a text table: as told, as its `sep=` line says, or as its first records show.

    >>> find_dialect("Name;Total\\nAnna;1.234,50\\n").delimiter
    ';'
    """
    told = _SEP_LINE.match(text[:100])
    skip = told.end() if told else 0
    if delimiter:
        return Dialect(delimiter=_named(delimiter), skip=skip)
    if told:
        return Dialect(delimiter=_NAMES.get(told[1], told[1]), skip=skip)
    sample = _cut_sample(text)
    scored = []
    for rank, sign in enumerate(DELIMITERS):
        if sign not in sample or (sign == "\t" and _tabs_pad_cells(sample)):
            continue
        if sign == "~" and sign not in sample.lstrip().partition("\n")[0]:  # so chat programs mark names
            continue
        loose = f'{sign} "' in sample
        scored.append((_evenness(sample, sign, loose), -rank, sign, loose))
    best = max(scored, default=(0.0, 0, ",", False))
    if best[0] == 0.0:
        return Dialect(delimiter=",")
    return Dialect(
        delimiter=best[2], blank_before_quote=best[3], quote="'" if _in_single_quotes(sample) else '"'
    )


_EACH_IN_SINGLE_QUOTES = re.compile(r"\s*'[^'\n]*'(?:\s?[,;\t|]\s?'[^'\n]*')+\s*")


def _in_single_quotes(sample: str) -> bool:
    """Tell whether every cell of the first line stands in single quotes, and none in double ones.

    >>> _in_single_quotes("'Name','City'\\n'Bob O''Ray','Bonn'"), _in_single_quotes("Name,'City'"), _in_single_quotes("'Name'")
    (True, False, False)
    """
    return '"' not in sample and bool(_EACH_IN_SINGLE_QUOTES.fullmatch(sample.strip().partition("\n")[0]))


def _tabs_pad_cells(sample: str) -> bool:
    """Tell whether tabs only stand around the cells that another sign parts.

    Programs put one behind long numbers, so that a spreadsheet program does not shorten them.

    >>> _tabs_pad_cells("Sara\\t,0912\\t,\\n"), _tabs_pad_cells("Miller, Anna\\tlikes tea,\\n")
    (True, False)
    """
    runs = [
        (sample[max(found.start() - 2, 0) : found.start()], sample[found.end() : found.end() + 2])
        for found in re.finditer(r"\t+", sample)
    ]
    at_ends = sum(before[-1:] in ("", "\n") or after[:1] in ("", "\n", "\r") for before, after in runs)
    for sign in set(DELIMITERS) - {"\t"}:
        beside = sum(
            sign in (before[-1:], after[:1]) or before == f'{sign}"' or after == f'"{sign}'
            for before, after in runs
        )
        if beside * 2 >= len(runs) and beside + at_ends >= len(runs):
            return True
    return False


def is_doubtful(delimiter: str, text: str) -> bool:
    """Tell whether a sign that was found to part cells more often stands inside them, and the text does not name it.

    >>> is_doubtful("،", "نام،شهر"), is_doubtful("،", "sep=،"), is_doubtful(";", "نام;شهر")
    (True, False, False)
    """
    return delimiter == "،" and not _SEP_LINE.match(text[:100])


def _named(delimiter: str) -> str:
    sign = _NAMES.get(delimiter.lower(), delimiter)
    if len(sign) != 1 or sign in '"\r\n':
        raise UsageError(
            say("{delimiter} is not one sign that can part cells", delimiter=delimiter),
            say("give one sign, such as ; or , or the word tab"),
        )
    return sign


def _cut_sample(text: str) -> str:
    """The first part of the text, ending with a whole line where it can."""
    if len(text) <= _SAMPLE:
        return text
    end = max(text.rfind("\n", 0, _SAMPLE), text.rfind("\r", 0, _SAMPLE))
    return text[: end if end > 0 else _SAMPLE]


def _evenness(sample: str, sign: str, loose: bool) -> float:
    """How well a sign parts the sample: many columns, the same number in every record.

    Where the quotes do not come out even, they are counted as plain letters, and the sign is less likely.
    """
    try:
        return _evenness_of(_widths(sample, sign, csv.QUOTE_MINIMAL, loose))
    except csv.Error:
        return 0.6 * _evenness_of(_widths(sample, sign, csv.QUOTE_NONE, loose))


def _widths(sample: str, sign: str, quoting: int, loose: bool) -> Counter[int]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = io.StringIO(sample, newline="")
    reader = csv.reader(lines, delimiter=sign, quoting=quoting, skipinitialspace=loose, strict=True)  # type: ignore[arg-type]
    return Counter(
        len(record) for record in itertools.islice(reader, _RECORDS) if any(map(str.strip, record))
    )


def _evenness_of(widths: Counter[int]) -> float:
    total = sum(widths.values())
    return max((count / total * math.log2(width) for width, count in widths.items()), default=0.0)
