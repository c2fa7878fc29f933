"""Tables of names that are no customers: how often names are given, what is traded, what is sold."""

from __future__ import annotations

from collections.abc import Sequence

from smbcrm.core.fields import NAMES, ONE_EACH
from smbcrm.core.heading_subject import is_about_customers
from smbcrm.core.heading_words import heading_words, say_nothing_but
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.drafts import Draft
from smbcrm.core.sheets.meaning.event_columns import tells_a_price
from smbcrm.core.sheets.meaning.not_theirs import SUPPLIED_BY

_COUNTED = word_set("""count counts number numbers births babies frequency freq occurrence occurrences rank ranking percent percentage prop proportion
    total تعداد رتبه فراوانی درصد anzahl häufigkeit rang platz position prozent nombre effectif fréquence pourcentage número numero frecuencia
    rango porcentaje sayı sıra yüzde frequenza numero العدد الترتيب التكرار""")
"""Headings over how many bear a name, and for the place that it takes."""

_OF_NAMES = word_set(
    "of the per in by year name names given people children boys girls نام اسم ها سال der von des de la los"
)
_MANY_NAMES = 8
_BESIDE_A_COUNT = frozenset(
    {"", "gender", "row_number", "customer_code", "own_score", "points", "birth_year", "year", "province", "country", "rank"}
)  # fmt: skip
"""What stands beside names that are counted: sex, year, land; a place in a ranking may look like a score or a code."""

_LISTED = word_set("ticker tickers isin cusip sedol wkn figi cik")
_SYMBOL = word_set("symbol symbols نماد sembol símbolo simbolo symbole رمز")
_MARKET = word_set("""exchange price prices close closing last open high low volume cap change shares weight sector industry dividend yield ipo etf
    market kurs börse branche حجم قیمت پایانی آخرین بورس ارزش بازار صنعت""")
"""Headings of lists of stocks and funds."""

_GOODS = word_set(
    "sku barcode ean gtin upc asin product products item items article artikel produkt produit producto ürün کالا محصول جنس بارکد منتج"
)
_STOCK = word_set("stock inventory bestand lager موجودی انبار stok existencias price قیمت")
_SUPPLIER = SUPPLIED_BY | word_set(
    "تامین تامين کننده lieferant hersteller fournisseur proveedor tedarikçi مورد المورد"
)
_SOLD = frozenset(
    {"date", "invoice_date", "order_id", "amount", "paid_date", "due_date", "contact_date", "survey_date", "total_spent"}
)  # fmt: skip
_ONE_WORD, _NUMBERS, _HALF = 1.3, 0.9, 0.5
_PEOPLE = 0.25


def speaks_of_others(drafts: Sequence[Draft]) -> bool:
    """Tell whether a table plainly lists something else than customers, though some column could name them."""
    return _counts_names(drafts) or _is_traded(drafts) or _is_sold(drafts) or _is_spent(drafts)


def _counts_names(drafts: Sequence[Draft]) -> bool:
    """Tell whether names of one word are listed with how many bear them, and with nothing that one person has."""
    names = [d for d in drafts if d.field in NAMES]
    others = [d for d in drafts if d not in names]
    if len(names) != 1 or names[0].field == "company" or names[0].profile.words >= _ONE_WORD:
        return False
    if names[0].profile.seen < _MANY_NAMES:
        return False
    counted = any(_is_a_count(d) for d in others)
    return counted and all(d.field in _BESIDE_A_COUNT or _counts(d) for d in others)


def _is_a_count(draft: Draft) -> bool:
    """Tell whether a column of numbers has a heading that says nothing but how many: "Count", "Number of babies"; no "ID number"."""
    named = say_nothing_but(heading_words(draft.heading), _COUNTED, _OF_NAMES)
    return named and draft.profile.number >= _NUMBERS


def _counts(draft: Draft) -> bool:
    """Tell whether a heading is nothing but a word for a count: "Frequency" alone is not that of somebody's visits."""
    return draft.field == "order_count" and _COUNTED.issuperset(heading_words(draft.heading))


def _is_traded(drafts: Sequence[Draft]) -> bool:
    """Tell whether firms are listed by the signs that they are traded under; one who has customers has their numbers, too."""
    words = [frozenset(heading_words(d.heading)) for d in drafts]
    listed = any(not _LISTED.isdisjoint(one) for one in words)
    symbols = any(not _SYMBOL.isdisjoint(one) for one in words)
    market = any(not _MARKET.isdisjoint(one) for one in words)
    reached = any(d.field in ONE_EACH and d.profile.filled for d in drafts)
    return (listed or (symbols and market)) and not reached and not any(map(_is_of_customers, drafts))


def _is_sold(drafts: Sequence[Draft]) -> bool:
    """Tell whether goods are listed with their prices, and here and there whom to ask about them.

    A sale has a day, a sum or a number of its own; a customer is named or reached in most rows.
    """
    words = [frozenset(heading_words(d.heading)) for d in drafts]
    goods = any(d.field == "product" for d in drafts) or any(not _GOODS.isdisjoint(one) for one in words)
    priced = any(d.field == "unit_price" or tells_a_price(d.heading) for d in drafts)
    stocked = any(not _STOCK.isdisjoint(one) for one in words)
    if not (priced or (goods and stocked)) or any(d.field in _SOLD for d in drafts):
        return False
    if any(map(_is_of_customers, drafts)) or any(map(_names_people, drafts)):
        return False
    reached = [d for d in drafts if d.field in ONE_EACH]
    return bool(reached) and all(d.profile.filled < _HALF or _of_a_supplier(d) for d in reached)


_EXPENSES = word_set("""expense expenses expenditure payee ausgabe ausgaben ausgabenart dépense dépenses gasto gastos gider giderler spesa spese despesa
    despesas wydatek wydatki расход расходы расходов هزینه مخارج المصروفات مصروف مصروفات 支出 费用类别 費用 経費 비용""")
_LETTERS = 0.5


def _is_spent(drafts: Sequence[Draft]) -> bool:
    """Tell whether a shop's own expenses are listed, each with what it was for: whoever stands beside them was paid, and bought nothing."""
    told = any(
        not _EXPENSES.isdisjoint(heading_words(d.heading))
        and d.profile.letters >= _LETTERS > d.profile.number
        and d.field not in _SOLD
        for d in drafts
    )
    return told and not any(map(_is_of_customers, drafts))


def _is_of_customers(draft: Draft) -> bool:
    return is_about_customers(draft.heading)


def _names_people(draft: Draft) -> bool:
    return draft.field in NAMES and (draft.profile.given >= _PEOPLE or draft.profile.titled >= _PEOPLE)


def _of_a_supplier(draft: Draft) -> bool:
    return not _SUPPLIER.isdisjoint(heading_words(draft.heading))
