"""How lists say that a line only carries a sum on to the next page or year, or brings it forward from the one before."""

from __future__ import annotations

import re

from smbcrm.core.text import fold

_CLOSING = r"""(?:closing|ending) balance|(?:(?:to|by) )?balance (?:c ?/ ?[dfo]|carried (?:down|forward|over))|carr(?:y|ied) (?:down|forward|over)|c ?/ ?[df]
    |(?:to next page|carried to next page|total carried forward)|مانده (?:پایان|پایانی|نهایی|آخر)(?: (?:دوره|سال|ماه))?
    |(?:(?:مانده|جمع) )?(?:نقل|انتقال|منقول) به (?:صفحه|دوره|سال|ماه) (?:بعد|بعدی|آتی|آینده)
    |endsaldo|schlusssaldo|schlußsaldo|übertrag auf (?:die )?(?:nächste|folgende) seite|solde (?:final|de clôture|à reporter)|(?:total )?à reporter
    |saldo (?:final|de cierre|finale)|suma y sigue|sumas y siguen|total a transportar|a transportar|da riportare|riporto a nuovo|kapanış bakiyesi|nakl[iî] ?yek[uû]n
    |(?:sonraki (?:sayfaya|döneme) )devir|do przeniesienia|transporteren|(?:конечное сальдо|сальдо конечное)|(?:итого )?(?:к переносу|перенос на следующ(?:ую страницу|ий лист))
    |(?:ال)?رصيد (?:ال)?(?:ختامي|نهائي)|(?:ال)?مرحل|ما بعده|期末余额|结转下(?:年|页|期)|过次页|次(?:頁|期|ページ)繰越|차기이월"""
_OPENING = r"""opening balance|(?:(?:to|by) )?balance (?:b ?/ ?[df]|brought (?:down|forward))|brought (?:down|forward)|b ?/ ?[df]|total brought forward
    |مانده (?:از )?(?:قبل|قبلی|اول|ابتدا|ابتدای|افتتاحیه)(?: (?:دوره|سال|ماه))?|(?:(?:مانده|جمع) )?(?:نقل|انتقال|منقول) از (?:صفحه|دوره|سال|ماه) (?:قبل|قبلی|گذشته)
    |(?:نقل|منقول) از قبل|anfangssaldo|saldovortrag|eröffnungssaldo|vortrag|übertrag(?: (?:von|aus) (?:der )?(?:vorseite|vorherigen seite))?
    |solde (?:initial|d'ouverture|reporté)|reports?(?: à nouveau)?|saldo (?:inicial|anterior|iniziale|precedente)|suma anterior|transporte anterior|riporto(?: precedente)?
    |açılış bakiyesi|(?:önceki (?:sayfadan|dönemden) )?dev(?:ir|reden)(?: bakiyesi?| eden)?|z przeniesienia|(?:начальное сальдо|сальдо начальное)|остаток на начало
    |перенос(?: с предыдущ(?:ей страницы|его листа))?|(?:ال)?رصيد (?:ال)?(?:افتتاحي|سابق)|(?:ال)?منقول|ما قبله|期初余额|上(?:年|页|期)结转|承前页|前(?:頁|期|ページ)繰越|전기이월"""
_WHEN = r"(?:\s+(?:as\s+)?(?:of|on|at|in|per|zum|au|al|در|تا|به|مورخ))?[\s\d./:,()-]*"


def _pattern(words: str) -> re.Pattern[str]:
    """Match these words with nothing but a day behind them: who pays "the final balance of invoice 7" does pay."""
    plain = "".join(line.strip() for line in words.split("\n"))
    return re.compile(rf"[\s*-]*(?:{fold(plain)}){fold(_WHEN)}")


_CARRIED_ON, _BROUGHT_FORWARD = _pattern(_CLOSING), _pattern(_OPENING)
_LONGEST = 60


def carries_on(cell: str) -> bool:
    """Tell whether a cell says that a sum is carried on, or that an account is closed with it.

    >>> carries_on("Balance c/d"), carries_on("Suma y sigue"), carries_on("نقل به صفحه بعد"), carries_on("Final balance of invoice 7")
    (True, True, True, False)
    """
    return _says(_CARRIED_ON, cell)


def brings_forward(cell: str) -> bool:
    """Tell whether a cell says that a sum is brought forward from the page or the year before.

    >>> brings_forward("Opening balance 01/01/2024"), brings_forward("Devreden"), brings_forward("منقول از صفحه قبل"), brings_forward("Sara")
    (True, True, True, False)
    """
    return _says(_BROUGHT_FORWARD, cell)


def _says(words: re.Pattern[str], cell: str) -> bool:
    return 0 < len(cell) <= _LONGEST and any(map(str.isalpha, cell)) and bool(words.fullmatch(fold(cell)))
