"""Rows that only sum up rows above them, or carry such a sum from page to page: told by what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from smbcrm.core.fields import KNOWN_BY, NAMES, PHONES
from smbcrm.core.sheets.looks.columns import plain
from smbcrm.core.sheets.rows.carried_words import brings_forward, carries_on
from smbcrm.core.sheets.rows.line_words import may_be_carrying, says_it_is_carried, says_it_sums_up
from smbcrm.core.text import fold

Cells = Sequence[str]

_TOTAL = re.compile(
    r"^(?:(?:the |le |el |la |der |das )?(?:grand|sub|overall|sum|gesamt|zwischen|sous|gran|genel|ara)?[\s\-]*"
    r"(?:totals?|total general|totaux|totales|summe|gesamt|gesamtsumme|zwischensumme|insgesamt|endsumme|toplam|yekun|sum|somme|suma)"
    r"|جمع(?: کل)?(?: (?:صفحه|ستون|مبلغ|فروش|خرید|فاکتور|مانده|بدهی))?|مجموع(?: کل)?|حاصل جمع|سرجمع|جمع نهایی"
    r"|(?:ال)?مجموع(?: الکلی)?|(?:ال)?اجمالی(?: الکلی)?)"
    r"(?:\s*(?:amount|customers?|clients?|records?|rows?|general|général|sales|مشتریان|مشتری|رکورد|ردیف|نفر))?\s*[:=：]?\s*"
    r"(?:[€$£₺]?\s*[\d.,٬]+\s*(?:[€$£₺]|customers?|clients?|records?|rows?|kunden|kişi|نفر|مشتری|ردیف|رکورد|مورد|ریال|تومان)?)?\s*$"
)


def is_total(cells: Cells, fields: Sequence[str]) -> bool:
    """Tell whether a row only sums up: a cell says so, nothing but numbers and counts stands beside it, nobody is named.

    `fields` are the meanings of the columns. A customer called "Total Tools", or one called "Total" with a phone, is no
    line of totals.
    """
    return any(
        0 < len(cell) <= _LONGEST_TOTAL
        and (_TOTAL.match(fold(cell)) or says_it_sums_up(cell))
        and _only_numbers_beside(cells, i, fields)
        for i, cell in enumerate(cells)
    )


_LONGEST_TOTAL = 40


def _only_numbers_beside(cells: Cells, i: int, fields: Sequence[str]) -> bool:
    for j, other in enumerate(cells):
        text = plain(other)
        field = fields[j] if j < len(fields) else ""
        if j == i or not text or _TOTAL.match(fold(text)):
            continue
        if "@" in text or (field in _NUMBERED and sum(map(str.isdigit, text)) >= 5):
            return False
        if not any(map(str.isdigit, text)) and field not in ("", "notes"):
            return False
    return True


def is_carried(cells: Cells, fields: Sequence[str]) -> bool:
    """Tell whether a row only carries a sum from page to page: it says so in place of a name, and nothing but numbers stands beside it.

    The balance that an account of somebody is opened with stands beside his name or his code: that one is his.

    >>> is_carried(["Übertrag", "150,00"], ["name", "amount"]), is_carried(["1001", "Opening balance", "9"], ["customer_code", "notes", "billed"])
    (True, False)
    """
    who = [i for i, field in enumerate(fields[: len(cells)]) if field in KNOWN_BY and cells[i].strip()]
    if len(who) != 1 or fields[who[0]] not in NAMES:
        return False
    cell = cells[who[0]]
    carried = carries_on(cell) or brings_forward(cell) or says_it_is_carried(cell)
    return carried and _only_numbers_beside(cells, who[0], fields)


_NUMBERED = PHONES | {"national_id"}


def may_be_total(cells: Cells, contacts: Sequence[int]) -> bool:
    """Tell cheaply whether a row is worth asking `is_total`: no phone or e-mail, and a cell begins like a word for a sum.

    `contacts` are the columns of phones and e-mails.
    """
    if any(j < len(cells) and is_contact(cells[j]) for j in contacts):
        return False
    return any(cell and (_BEGINS.match(cell) or _ENDS.search(cell)) for cell in cells)


def is_contact(cell: str) -> bool:
    """Tell whether a cell looks like a phone or an e-mail: it has an @, or no letters."""
    return len(cell) > 4 and (cell.lstrip("+").isdecimal() or "@" in cell or not any(map(str.isalpha, cell)))


_BEGINS = re.compile(
    r"[\s\W]*(?:the |le |el |la |der |das )?(?:grand|sub|over|sum|ges|zwi|sou|gran|gen|ara|tot|ins|end|top|yek|som|net|gro|pag|run|dai|mon|min|max|std|sta|var|мин|мак|حدا|کمت|بیش|ave|avg|mea|dur|mit|moy"
    r"|pro|ort|med|cou|num|anz|nom|n[úu]m|m[üu]ş|say|rec|row|ج\u0640*م|م\u0640*ج|حاص|سر|ال|اج|إج|میا|ميا|معد|تعد)",
    re.I,
)


def may_be_carried(cells: Cells, names: Sequence[int]) -> bool:
    """Tell cheaply whether a row is worth asking `is_carried`: the cell of a name begins as lines do that carry a sum.

    `names` are the columns of names.
    """
    return any(j < len(cells) and may_be_carrying(cells[j]) for j in names)


_ENDS = re.compile(r"(?:total|totals|ergebnis|summe|toplam[ıi]?|итог|جمع|مجموع|المجموع)\s*:?\s*$", re.I)

_SUM_OF_PART = re.compile(
    r"^(?:(?P<sub>sub[\s-]?totals?|zwischensumme|sous[\s-]?total|ara toplam)|totals?|summe|toplam|جمع|(?:ال)?مجموع)\b"
    r"(?: of| for| von| de|:)?\s*(?P<part>.+)$"
)


def part_summed_up(cells: Cells) -> tuple[str, bool] | None:
    """Give the part of the table that a row says it sums up, and whether its word means nothing else; None where it says no such thing.

    >>> part_summed_up(["Subtotal Tehran", "", "300"]), part_summed_up(["Total Tools", "", ""]), part_summed_up(["Sara", "", "9"])
    (('tehran', True), ('tools', False), None)
    """
    first = next((cell for cell in cells if cell and not cell.isspace()), "")
    found = _SUM_OF_PART.match(fold(first)) if 0 < len(first) <= 60 else None
    return (found["part"].strip(), bool(found["sub"])) if found else None


_PART_SUMMED = re.compile(
    r"^(?P<part>.+?)[\s:–-]+(?:sub[\s-]?totals?|totals?|(?:teil|zwischen)?ergebnis|summe|toplam[ıi]?|toplami|итог|جمع|مجموع|المجموع)\s*:?$"
)


def part_before_its_sum(cells: Cells) -> str:
    """Give the part of the table that a row says behind its name that it sums up, as spreadsheet programs put it; nothing where it says no such thing.

    >>> part_before_its_sum(["Sara Karimi Total", "", "20"]), part_before_its_sum(["Sara Karimi", "", "20"])
    ('sara karimi', '')
    """
    first = next((cell for cell in cells if cell and not cell.isspace()), "")
    found = _PART_SUMMED.match(fold(first)) if 0 < len(first) <= 60 else None
    return found["part"].strip() if found else ""
