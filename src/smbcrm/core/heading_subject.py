"""Whom a heading is about: the customer of its row, or somebody else."""

from __future__ import annotations

from smbcrm.core.heading_words import bare_heading, heading_words, say_nothing_but
from smbcrm.core.sheets.looks.word_sets import word_set

# A longer heading with one of these is about somebody or something else than the customer himself.
NOT_HIS = word_set("""spouse wife husband child children kid father mother parent guardian emergency manager assistant pet product item
    cashier cashiers kassierer kassiererin cajero cajera caissier caissière kasiyer صندوقدار
    ip mac file event bank user staff employee supplier suppliers vendor vendors creditor creditors partner friend birthplace gift yomi phonetic maiden
    department course subject author authors creator publisher agent broker maintainer
    album track song movie film book episode game recipe package project task board
    empleado empleada empleados employé employée mitarbeiter mitarbeiterin angestellter dipendente funcionário pracownik pracownika
    medewerker karyawan çalışan personel proveedor proveedores fournisseur fournisseurs lieferant lieferanten kreditor kreditoren fornitore fornitori fornecedor dostawca dostawcy leverancier tedarikçi
    producto produit produkt prodotto produto produktu produk ürün curso cours kurs proyecto projet projekt progetto projeto proje mascota
    همسر فرزند پدر مادر والد ضامن محصول کالا بانک مدیر کارمند کاربر دوست هدیه رابط
    guardians parents rodzic rodzica opiekun opiekuna родитель родителя опекун veli tuteur tutor responsável voogd
    erziehungsberechtigte erziehungsberechtigter ولی
    ehepartner kind vater mutter conjoint enfant mère père hijo madre padre cónyuge eş çocuk anne baba زوجة ابن""")

_MAY_BE_HIS = word_set("""user staff employee partner friend کاربر کارمند دوست empleado empleada empleados employé employée mitarbeiter
    mitarbeiterin angestellter dipendente funcionário pracownik pracownika medewerker karyawan çalışan personel""")
"""Of those, words for whoever a list is about."""


def is_about_another(heading: str) -> bool:
    """Tell whether a heading is about somebody or something else than whoever its row is about.

    >>> is_about_another("author_email"), is_about_another("Listing agent"), is_about_another("Guest of honour")
    (True, True, False)
    """
    words = set(heading_words(bare_heading(heading))) - _MAY_BE_HIS
    return not NOT_HIS.isdisjoint(words)


NUMBERS_ROWS = word_set(
    "id uid no num nr nro number ref reference record row key code شناسه کد شماره ردیف nummer numéro número kod kode codigo cod código codice numero numer číslo номер код رقم"
)

CUSTOMERS = word_set("""customer customers client clients buyer member guest user kunde kunden client cliente müşteri musteri مشتری خریدار العميل
    cust клиент покупатель 客户 клиента клиенты покупателя заказчик заказчика клієнт клієнта patient patients subscriber subscribers donor donors
    clientes clienti acheteur acheteurs comprador comprador klant klanten klient klienta klienci klientów nabywca zákazník zákazníka zákazníci
    kund kunds asiakas asiakkaan client clientului ügyfél vevő pelanggan πελάτης πελάτη לקוח ग्राहक عميل زبون الزبون""")
"""Words for who buys, comes or gives; where a language bends them, as headings have them ("of the customer")."""

_SEVERAL_OF_THEM = word_set(
    "customers clients kunden patients subscribers donors clientes clienti acheteurs klanten klienci клиенты"
)
"""A number beside one of these counts customers; it is nobody's own."""

_NUMBER_AND_WHOSE = 2


def numbers_a_customer(heading: str) -> bool:
    """Tell whether a heading holds a word for a number and one for a customer and nothing else, in whichever order.

    >>> numbers_a_customer("id_cliente"), numbers_a_customer("Klient nr"), numbers_a_customer("Number of customers")
    (True, True, False)
    """
    words = set(heading_words(bare_heading(heading)))
    rest = words - NUMBERS_ROWS
    return len(rest) == 1 and len(words) == _NUMBER_AND_WHOSE and bool(rest & CUSTOMERS - _SEVERAL_OF_THEM)


def is_bare_number(heading: str) -> bool:
    """Tell whether a heading numbers rows and says nothing of what they are.

    >>> is_bare_number("id"), is_bare_number("Ref. no"), is_bare_number("Customer ID")
    (True, True, False)
    """
    return NUMBERS_ROWS.issuperset(heading_words(heading))


_CALLED = word_set(
    "name names نام اسم کامل full of the no طرف حساب nom nombre ad adı имя имени اسم الاسم namen naam"
)


def is_a_customer(label: str) -> bool:
    """Tell whether a label says nothing but that a customer follows, or his name.

    >>> is_a_customer("Customer name"), is_a_customer("مشتری"), is_a_customer("Customer service")
    (True, True, False)
    """
    return say_nothing_but(heading_words(label), CUSTOMERS, _CALLED)


def is_about_customers(heading: str) -> bool:
    """Tell whether a heading names a customer as somebody beside what its row is about.

    >>> is_about_customers("Customer ID"), is_about_customers("Email")
    (True, False)
    """
    words = heading_words(heading)
    return len(words) > 1 and not CUSTOMERS.isdisjoint(words)


_CONTACTS = word_set(
    "contact contacts contactperson contactpersoon kontakt kontaktperson kontaktpersonen ansprechpartner ansprechpartnerin ansprechperson "
    "contacto contatto referente contato контакт контактное контактная ilgili yetkili رابط المسؤول 联系人 聯絡人 担当者 담당자"
)


def speaks_for_a_customer(heading: str) -> bool:
    """Tell whether a heading is about the person to speak to.

    >>> [speaks_for_a_customer(heading) for heading in ("Contact person", "Ansprechpartner:in", "نام رابط", "Contact", "Kunde")]
    [True, True, True, True, False]
    """
    return not _CONTACTS.isdisjoint(heading_words(heading))


_SORTS = word_set("""type types kind sort typ art sorte tip tipo tipos tür türü tipi نوع النوع тип вид rodzaj soort 类型 類型 種別 유형 transaction transactions operation opération vorgang vorgangsart
    belegart belegtyp buchungsart dokumentart dokumenttyp transaktionsart transaktionstyp işlem операция تراکنش عملیات عملیة معاملة operación operazione""")
_OF_ROWS = word_set("""of de del di du des la the txn trans document documents doc docs voucher entry record row line invoice order sale sales ledger record journal name
    belege beleg buchung dokument transaktion pièce écriture documento movimiento comprobante transacción documenti belge fatura fiş kayıt سند فاکتور رویداد ردیف
    المستند الفاتورة المعاملة العملیة операции документа записи""")


def tells_sorts(heading: str) -> bool:
    """Tell whether a heading is for what sort of entry each row is; how somebody paid or came is another matter.

    >>> tells_sorts("Transaction Type"), tells_sorts("نوع سند"), tells_sorts("Payment type"), tells_sorts("Customer type")
    (True, True, False, False)
    """
    return say_nothing_but(heading_words(heading), _SORTS, _OF_ROWS)
