"""Lists of whom the shop buys from: they are taken as they come, and it is said."""

from __future__ import annotations

from collections.abc import Iterable

from smbcrm.core.heading_subject import CUSTOMERS
from smbcrm.core.heading_words import heading_words
from smbcrm.core.sheets.looks.word_sets import word_set

SUPPLIERS = word_set("""supplier suppliers vendor vendors creditors lieferant lieferanten lieferantenliste kreditor kreditoren fournisseur fournisseurs proveedor proveedores
    fornitore fornitori fornecedor fornecedores leverancier leveranciers dostawca dostawcy tedarikçi tedarikçiler tedarikçileri satıcılar
    تامین تأمین فروشندگان поставщик поставщики поставщиков مورد موردين المورد الموردين الموردون 供应商 仕入先 공급업체""")


def speaks_of_suppliers(names: Iterable[str]) -> str:
    """Give the first of these names of a file, a sheet or a column that speaks of suppliers, and not of customers as well.

    >>> speaks_of_suppliers(["book.xlsx", "Vendors 2024"]), speaks_of_suppliers(["Customers and suppliers"])
    ('Vendors 2024', '')
    """
    for name in names:
        words = set(heading_words(name))
        if not words.isdisjoint(SUPPLIERS) and words.isdisjoint(CUSTOMERS):
            return name
    return ""
