"""Whether a price is that of one piece, or of all pieces of its line: shops export both, under the same heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from smbcrm.core.heading_words import heading_words
from smbcrm.core.sheets.looks.word_sets import word_set

_PRICE = word_set("price preis prix precio prezzo preço fiyat قیمت цена")
_TAX = word_set("tax vat steuer mwst taxe tva impuesto iva imposto vergi kdv مالیات налог ндс")
_EACH = word_set("""unit each piece per einzelpreis stückpreis stückpreise einzel stück unitaire pu unitario unitaria unitário birim واحد فی الوحدة jednostkowa stukprijs satuan
    unitar единицу 单价 單價 単価 단가""")
_OFF = 0.02
_FEW = 6
"""So many different lines of one product are compared, each with each."""


def prices_of_lines(
    priced: Sequence[str],
    headings: Sequence[str],
    prices: Sequence[object],
    counts: Sequence[object],
    products: Sequence[object],
) -> bool:
    """Tell whether prices are those of whole lines: of one product the price grows with the number of pieces.

    Where no product is bought in several numbers, the headings tell: beside the tax of an item ("item-price", "item-tax") its price is
    that of what is taxed, of all pieces.
    """
    if any(not _EACH.isdisjoint(heading_words(heading)) for heading in priced):
        return False
    one, all_ = _votes(prices, counts, products)
    if one or all_:
        return all_ > one
    said = [set(heading_words(heading)) for heading in headings]
    return any(
        words & _PRICE and any(rest and rest == other - _TAX and other & _TAX for other in said)
        for words in map(set, map(heading_words, priced))
        for rest in [words - _PRICE]
    )


def _votes(prices: Sequence[object], counts: Sequence[object], products: Sequence[object]) -> tuple[int, int]:
    """Give how many pairs of lines of one product say that the price is that of one piece, and how many that it is that of all."""
    lines: dict[object, set[tuple[float, float]]] = {}
    for product, price, count in zip(products, prices, counts):
        if (
            product
            and isinstance(price, int | float)
            and isinstance(count, int | float)
            and price > 0 < count
        ):
            lines.setdefault(product, set()).add((float(price), float(count)))
    one = all_ = 0
    for found in lines.values():
        for (a, m), (b, n) in combinations(sorted(found)[:_FEW], 2):
            if m != n:
                one += abs(a - b) <= _OFF * max(a, b)
                all_ += abs(a / m - b / n) <= _OFF * max(a / m, b / n)
    return one, all_
