"""The country of single rows, where a column tells it, and the phone numbers read by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from smbcrm.core.layout import Table
from smbcrm.core.phones import Phone, parse_phone_column
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.values.country_names import country_codes
from smbcrm.core.values.regions import REGIONS

_DOMAIN = re.compile(r"[\w-]\.([a-z]{2})(?=$|[\s/>,;:)])", re.IGNORECASE)
_LOOKED_AT = 2000
# Domains of countries that are bought everywhere for their letters.
_NOT_A_HOME = word_set("ac ag ai cc co fm gg im io la me nu sc sh to tv vc ws")
_SPELLED = {"UK": "GB"}


def countries_of(got: Gathered, table: Table) -> list[str]:
    """Give the country that every row names, in two letters, "" where it names none; nothing without such a column.

    Where several columns tell it (billing, shipping) the first one that a row fills counts.
    """
    columns = [c for c in table.columns if c.field == "country"]
    if table.own or not columns:
        return []
    found = country_codes(got.cells[columns[0].index])
    for column in columns[1:]:
        found = [first or more for first, more in zip(found, country_codes(got.cells[column.index]))]
    return found if any(found) else []


def rows_that_name(countries: Sequence[str], columns: Sequence[Sequence[str]]) -> Counter[str]:
    """Count the rows with a number by the country that they name."""
    rows = zip(countries, zip(*columns))
    return Counter(country for country, cells in rows if country and any(cells))


def domains_of(got: Gathered, table: Table) -> Counter[str]:
    """Count the mail and web addresses under the domain of a country."""
    columns = [c for c in table.columns if c.field in ("email", "website")]
    texts = [cell for c in columns for cell in got.cells[c.index][:_LOOKED_AT] if "." in cell]
    found = Counter(_SPELLED.get(d.upper(), d.upper()) for text in texts for d in _DOMAIN.findall(text))
    return Counter(
        {code: n for code, n in found.items() if code in REGIONS and code.lower() not in _NOT_A_HOME}
    )


def read_by_row(
    cells: Sequence[str], country: str, countries: Sequence[str]
) -> tuple[list[tuple[Phone, ...]], int]:
    """Give the numbers of every cell, each read for the country of its row, and how many were read for another one than the list's.

    A number that does not exist in the country of its row and does in that of the list is read for the list: many
    forms fill in a country that nobody chose.
    """
    found = parse_phone_column(cells, country or None)
    elsewhere: dict[str, list[int]] = {}
    for i, (own, cell) in enumerate(zip(countries, cells)):
        if own and own != country and cell:
            elsewhere.setdefault(own, []).append(i)
    moved = 0
    for own, rows in elsewhere.items():
        for i, phones in zip(rows, parse_phone_column([cells[i] for i in rows], own)):
            if phones != found[i] and (not country or _all_valid(phones) or not _all_valid(found[i])):
                found[i] = phones
                moved += 1
    return found, moved


def _all_valid(phones: Sequence[Phone]) -> bool:
    return bool(phones) and all(phone.valid for phone in phones)
