"""The headings people write over their columns, and the fields they stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from smbcrm.core.heading_stance import stance_of
from smbcrm.core.heading_subject import NOT_HIS, NUMBERS_ROWS, is_about_another, numbers_a_customer
from smbcrm.core.heading_words import bare_heading, heading_words, without_currency
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import header_key

# Only these may be read out of a longer heading: "date" or "total" inside one can mean anything.
_IN_LONGER = word_set("""mobile phone phone_home phone_work whatsapp email address city district province postal_code country name
    first_name last_name company national_id birth_date website fax notes customer_code instagram telegram order_id
    last_purchase_date last_contact_date first_purchase_date total_spent order_count own_score satisfaction
    due_date paid_date invoice_date survey_date contact_date nickname father_name job_title referrer birth_year
    street_number""")
# Words for whom a heading is about ("customer phone"): what else the heading says decides.
_ABOUT = frozenset(
    {"name", "first_name", "last_name", "company", "customer_code", "notes", "own_score", "order_id"}
)
_WHOSE = frozenset({"name", "first_name", "last_name", "company"})
# Headings that name a column only when they stand alone.
_ALONE = word_set("""first last family given second middle code ref number num id no place work store shop site brand village area
    birth contact member partner who user recipient client customer buyer business entity vendor job title type note
    details value total order bill invoice receipt ticket transaction facture commande rechnung bestellung pedido factura
    فاکتور سفارش points account group list label unit flat building complement people names firma kunde kontakt client
    cliente nombre nom ad name no kod nummer numero reference since parent spouse cap cep
    مشتری خریدار شخص شماره کد شناسه محل عنوان نوع حساب شرح منطقه گروه العميل الاسم رقم""") - word_set(
    "name nom nombre customer client kunde cliente مشتری خریدار العميل buyer"
)
INSTALMENTS = word_set(
    "instalment instalments installment installments ratenbetrag rata échéance cuota taksit parcela قسط اقساط القسط"
)
"""What one part of a sum is called that is paid bit by bit."""

UNPAID = word_set("""outstanding receivable receivables owed owing unpaid overdue offen offene offener ausstehend ausstehender impayé impayés dû pendiente
    adeudado ödenmemiş неоплаченный неоплачено معوق معوقه نشده بدهی طلب المستحق المستحقة""")
"""A sum with one of these is one that somebody still has to pay."""

_PART_OF_A_SUM = INSTALMENTS | word_set("""discount discounts refund refunds refunded tax taxes vat shipping delivery fee fees tip tips gratuity cost costs profit margin
    commission subtotal rabatt steuer mwst ust versand versandkosten gebühr gebühren trinkgeld gewinn remise taxe taxes tva frais livraison
    descuento impuesto impuestos iva envío propina indirim vergi kdv kargo
    تخفیف مالیات ارسال کارمزد سود هزینه خصم ضريبة شحن""")
_WITH_IT = word_set("incl including included inkl inklusive with mit avec inclus con incluido با شامل dahil")
"""A heading with one of the first and none of the second ("Total with tax") tells a part of what was paid, or what was taken off."""
_OF_WHAT_KIND = word_set("""type types kind label labels typ typen size sizes location locations industry sector key keys value values
    data""")
"""A heading that ends in one of these tells what kind of phone, address or firm stands beside it, or where or how large that is."""
_IN_WHAT_STATE = word_set("status statut estado stato durum وضعیت الحالة حالة статус")
"""A heading with one of these tells in what state somebody is, not who he is."""
_LOOKED_AFTER_BY = word_set("owner owners besitzer inhaber betreuer propriétaire propietario مالک مسئول")
"""A firm's owner is not the firm: somebody of it, or who of the shop looks after it."""
LONGEST_HEADING = 300
"""A longer text is no heading, whatever words stand in it."""
_BIRTH = word_set("birth born تولد naissance nacimiento doğum الميلاد")


@dataclass(frozen=True)
class HeaderTable:
    """Which fields each heading may stand for, by `header_key`; `spelled` are all headings: field, spelling and key."""

    exact: Mapping[str, tuple[str, ...]]
    spelled: Sequence[tuple[str, str, str]]

    @cached_property
    def words(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The same by words, for longer headings; made where one is met, for most lists have none."""
        words: dict[tuple[str, ...], tuple[str, ...]] = {}
        for field, spelling, key in self.spelled:
            for phrase in {heading_words(spelling), (key,)}:
                if field not in words.get(phrase, ()):
                    words[phrase] = (*words.get(phrase, ()), field)
        return words

    @cached_property
    def longest(self) -> int:
        """How many words the longest known heading has."""
        return max(map(len, self.words), default=0)

    def fields(self, heading: str) -> tuple[str, ...]:
        """Give the fields the whole heading stands for, without brackets, numbering and currency if need be."""
        if len(heading) > LONGEST_HEADING:
            return ()
        key = header_key(heading)
        if not key:
            return ("row_number",) if heading.strip() in ("#", "№") else ()
        found = self.exact.get(key)
        if found is None:
            bare = bare_heading(heading)
            found = self.exact.get(header_key(bare)) or self.exact.get(header_key(without_currency(bare)), ())
        if not found and (stance := stance_of(heading_words(bare_heading(heading)))):
            return (stance,)
        return found or (("customer_code",) if numbers_a_customer(heading) else ())

    def fields_inside(self, heading: str) -> tuple[str, ...]:
        """Give the fields that part of a longer heading stands for, most telling first.

        Words for the thing itself ("phone", "شهر") win over words for whose it is ("customer", "شرکت"); then the longer
        match wins, then the one at the head of the phrase.
        """
        if len(heading) > LONGEST_HEADING:
            return ()
        words = heading_words(bare_heading(heading))
        if not NOT_HIS.isdisjoint(words) or (words and words[-1] in _OF_WHAT_KIND):
            return ()
        persian_like = bool(words) and not words[0].isascii()
        found: list[tuple[bool, int, int, tuple[str, ...]]] = []
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + self.longest) + 1):
                part = words[start:end]
                fields = tuple(f for f in self.words.get(part, ()) if f in _IN_LONGER)
                if fields and len("".join(part)) > 1 and not (len(part) == 1 and part[0] in _ALONE):
                    head = -start if persian_like else start
                    found.append((_ABOUT.isdisjoint(fields), end - start, head, fields))
        best = max(found)[3] if found else ()
        if not _BIRTH.isdisjoint(words) and not any(f.startswith("birth") for f in best):
            return ()  # a place of birth is no address
        if words and words[-1] in NUMBERS_ROWS and (_WHOSE | {"address"}).issuperset(best):
            return ()  # the id of a respondent is not his name, the code of a gate no street
        if best and _WHOSE.issuperset(best) and not (_IN_WHAT_STATE | _LOOKED_AFTER_BY).isdisjoint(words):
            return ()
        of_it = not _PART_OF_A_SUM.isdisjoint(words) and _WITH_IT.isdisjoint(words)
        if "total_spent" in best and not UNPAID.isdisjoint(words):
            return ("balance",)
        return () if of_it and "total_spent" in best else best


def header_table(rows: Iterable[tuple[str, str, str]]) -> HeaderTable:
    """Give the table of headings made from rows of field, language, heading.

    >>> table = header_table([("name", "en", "Customer name"), ("email", "en", "E-mail")])
    >>> table.fields("customer_NAME:"), table.fields("Email 2"), table.fields_inside("Email of the buyer")
    (('name',), ('email',), ('email',))
    """
    exact: dict[str, tuple[str, ...]] = {}
    spelled = [
        (field, spelling, key)
        for field, _language, heading in rows
        for spelling in _spellings(heading)
        if (key := header_key(spelling))
    ]
    for field, _, key in spelled:
        if field not in exact.get(key, ()):
            exact[key] = (*exact.get(key, ()), field)
    return HeaderTable(exact, spelled)


_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def _spellings(heading: str) -> set[str]:
    """Give a heading as it is written, and as programs without umlauts write it.

    >>> sorted(_spellings("Fälligkeit")), _spellings("Name")
    (['Faelligkeit', 'Fälligkeit'], {'Name'})
    """
    return {heading} if heading.isascii() else {heading, heading.translate(_TWO_LETTERS)}


_PARTED_BY = (" - ", ": ", " / ", " > ", ".")
_SHARED, _SHARED_BY = 0.9, 3


def shared_beginning(headings: Sequence[str]) -> str:
    """Give what nearly all headings of a sheet begin with, up to a sign that parts it from the rest.

    >>> shared_beginning(["Person - Name", "Person - Phone", "Person - Email"]), shared_beginning(["Name", "E-mail", "Phone"])
    ('Person - ', '')
    """
    filled = [heading for heading in headings if heading.strip()]
    for sign in _PARTED_BY:
        begins = Counter(h.partition(sign)[0] + sign for h in filled if sign in h).most_common(1)
        if begins and begins[0][1] >= max(_SHARED_BY, _SHARED * len(filled)):
            return begins[0][0]
    return ""


_PATH_SIGNS = ("/", ".", "->", ">", "__")
_PATHS = 3


def path_beginnings(headings: Sequence[str], headers: HeaderTable) -> tuple[str, ...]:
    """Give the known headings that several others go down from ("ADDRESS/FIRM", "ADDRESS/CITY"), with the sign that follows them.

    Two ways to say one thing ("City/Town") begin no others alike.

    >>> path_beginnings(["Phone", "Address/Firm", "Address/Street", "Address/Town"], header_table([("address", "en", "Address")]))
    ('Address/',)
    """
    begins = Counter(
        start + sign
        for h in headings
        for sign in _PATH_SIGNS
        for start, found, _ in [h.partition(sign)]
        if found
    )
    return tuple(
        begin
        for begin, often in begins.items()
        if often >= _PATHS and headers.fields(begin.rstrip("/.->_")) and not is_about_another(begin)
    )
