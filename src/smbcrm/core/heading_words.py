"""A heading taken apart: its words, without brackets, numbering and currency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from smbcrm.core.money import unit_in_heading
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import fold

_BRACKETS = re.compile(r"\s*[(\[{（][^)\]}）]*[)\]}）]\s*|\s*:\s*$")

_NUMBERING = re.compile(r"(?:(?<=[^\W\d])|[\s_#./-]+)\d{1,2}\s*$|^\d{1,2}[\s_.):-]+")

_WORD = re.compile(r"[^\W_]+")

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

_PERSIAN_IN_AL = word_set("الکترونیک الکترونیکی الزامی الزام الحاق الحاقی الحاقیه الصاق الصاقی المثنی القا")

_THE, _SHORTEST_WITH_IT = "ال", 5


def is_in_arabic(heading: str) -> bool:
    """Tell whether a heading is Arabic, not Persian: a word of it has the Arabic article.

    >>> is_in_arabic("تاريخ الميلاد"), is_in_arabic("تاریخ تولد"), is_in_arabic("پست الکترونیکی")
    (True, False, False)
    """
    words = heading_words(heading)
    return any(
        word.startswith(_THE) and len(word) >= _SHORTEST_WITH_IT and word not in _PERSIAN_IN_AL
        for word in words
    )


def say_nothing_but(words: Iterable[str], telling: Set[str], beside: Set[str]) -> bool:
    """Tell whether some of the words are telling, and all others such as may stand beside them.

    >>> say_nothing_but(["customer", "name"], {"customer"}, {"name"}), say_nothing_but(["customer", "service"], {"customer"}, {"name"})
    (True, False)
    """
    told = frozenset(words)
    return not told.isdisjoint(telling) and told <= telling | beside


@lru_cache(maxsize=4096)
def bare_heading(heading: str) -> str:
    """Give a heading without what stands in brackets, numbering and a final colon.

    >>> bare_heading("Phone (mobile) 2:"), bare_heading("3. Name"), bare_heading("تلفن۱")
    ('Phone', 'Name', 'تلفن')
    """
    bare = _BRACKETS.sub(" ", heading).strip()
    bare = _NUMBERING.sub("", bare).strip(" _-#*:.؛،")
    return bare or heading.strip()


@lru_cache(maxsize=4096)
def without_currency(heading: str) -> str:
    """Give a heading without the words that only name a currency; nothing where no other word is left.

    >>> without_currency("Total Toman"), without_currency("مبلغ ریال"), without_currency("Euro")
    ('Total', 'مبلغ', '')
    """
    words = heading.split()
    return " ".join(word for word in words if not unit_in_heading(word)) if len(words) > 1 else ""


def heading_words(heading: str) -> tuple[str, ...]:
    """Give the folded words of a heading.

    >>> heading_words("customerFirst_name")
    ('customer', 'first', 'name')
    """
    return tuple(_WORD.findall(fold(_CAMEL.sub(" ", heading)).replace("_", " ")))
