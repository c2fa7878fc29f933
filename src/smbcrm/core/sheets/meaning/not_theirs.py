"""Columns that look like a customer's and are not: the shop's own address, and the branch or the maker behind a sale."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from smbcrm.core.fields import NAMES, PHONES
from smbcrm.core.heading_words import bare_heading, heading_words
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.choosing import FEW
from smbcrm.core.sheets.meaning.drafts import Draft
from smbcrm.core.sheets.meaning.ledger_sides import find_sides
from smbcrm.core.text import fold

SUPPLIED_BY = word_set(
    "vendor vendors supplier suppliers brand brands manufacturer maker publisher تامین‌کننده برند"
)
"""Headings for firms that stand on lists of goods as often as on lists of firms."""

_SOLD_AT = word_set(
    "store shop branch outlet location merchant seller فروشگاه شعبه مغازه filiale laden magasin boutique tienda sucursal mağaza şube"
)
_SORT_OF_GOODS = word_set("""category categories type group kategorie kategorien catégorie catégories categoría categorías kategori kategoriler
    دسته دسته‌بندی گروه طبقه فئة""")
_LINES = frozenset({"product", "quantity", "unit_price"})
_NAMING = PHONES | {"name", "first_name", "last_name", "email", "customer_code"}
_HALF = 0.5
_NEARLY_ALL = 0.8
_LOOKED_AT = 2000
_SHOP_AND_ONE = 2
SHOPS_OWN = say("nearly always one address: the shop's own")
_OF_THE_SALE = say("tells of the shop or of what was sold, not of the customer")


def leave_the_shops(drafts: list[Draft], kind: str) -> None:
    """Take no shop or supplier for the firm of a customer whom another column names, and no sort of goods for what marks him."""
    if not any(d.field in _NAMING for d in drafts):
        return
    lines = kind != "customers" and any(d.field in _LINES for d in drafts)
    for draft in drafts:
        words = heading_words(bare_heading(draft.heading))
        if lines and draft.field == "tags" and not draft.fixed and _SORT_OF_GOODS.issuperset(words):
            draft.settle("", _OF_THE_SALE)
        if draft.field != "company" or draft.fixed or not (SUPPLIED_BY | _SOLD_AT).issuperset(words):
            continue
        shared = draft.profile.seen >= FEW and draft.profile.distinct < _HALF
        if kind != "customers" or shared:
            draft.settle("", _OF_THE_SALE)


_ACCOUNTS = word_set("account accounts konto kontoname compte cuenta hesap conto حساب")
_OF_AN_ACCOUNT = _ACCOUNTS | word_set("name bezeichnung kontobezeichnung nom nombre adı نام")
_OF_THE_BOOKS = say("an account of the books, not the customer whom another column names")
_TIMES_AS_MANY = 3


def leave_the_accounts(drafts: list[Draft], kind: str) -> None:
    """Take no account of the books ("Sales", "Accounts receivable") for the firm of whoever another column names.

    Sums stand on two sides of it, or most who come again stand on several; where nobody does, it has many names. A firm's people have one firm.
    """
    named = [d for d in drafts if d.field in NAMES and not _is_account(d) and d.profile.seen]
    if kind == "customers" or not named:
        return
    ledger = bool(find_sides([d.heading for d in drafts]))
    for draft in drafts:
        if draft.field not in NAMES or draft.fixed or not _is_account(draft):
            continue
        if ledger or _are_of_the_books(draft.values, named[0].values):
            draft.settle("", _OF_THE_BOOKS)


def _are_of_the_books(accounts: Sequence[str], names: Sequence[str]) -> bool:
    beside: dict[str, list[str]] = defaultdict(list)
    for account, name in zip(accounts, names):
        if account.strip() and name.strip():
            beside[name.strip()].append(account.strip())
    told = {account for found in beside.values() for account in found}
    again = [found for found in beside.values() if len(found) > 1]
    if again:
        several = sum(len(set(found)) > 1 for found in again)
        return several * 2 > len(again) and len(told) <= len(beside)
    return len(told) > 1 and len(beside) >= _TIMES_AS_MANY * len(told)


def _is_account(draft: Draft) -> bool:
    words = heading_words(bare_heading(draft.heading))
    return _OF_AN_ACCOUNT.issuperset(words) and not _ACCOUNTS.isdisjoint(words)


def leave_the_own_address(drafts: list[Draft]) -> None:
    """Leave out the column of e-mails that is mostly the shop's own, beside one that differs: sender and receiver.

    The shop takes part in nearly every row, on the one side or the other.
    """
    emails = [d for d in drafts if d.field == "email" and not d.fixed]
    if len(emails) < 2:
        return
    step = max(1, len(emails[0].values) // _LOOKED_AT)
    columns = [[value.strip().lower() for value in d.values[::step]] for d in emails]
    parties = [found for row in zip(*columns) if (found := set(filter(None, row)))]
    often = Counter(address for found in parties for address in found)
    if len(parties) < FEW or len(often) <= _SHOP_AND_ONE:
        return
    own, rows = often.most_common(1)[0]
    if rows < _NEARLY_ALL * len(parties):
        return
    most = max(emails, key=lambda d: columns[emails.index(d)].count(own))
    most.settle("", SHOPS_OWN)


_ENDS = word_set("""from to caller callee called calling sender receiver recipient origin destination source target
    von an anrufer absender empfänger de à para origen destino da expéditeur destinataire gönderen alıcı از به فرستنده گیرنده""")
_AT_EITHER_END = say("one of two ends; which of them is the customer, nothing tells")


_SENDERS = word_set("""booked booker bookers sender senders absender expéditeur expéditrice remitente mittente remetente gönderen gonderen فرستنده المرسل отправитель 寄件人 发件人 nadawca afzender
    avsändare""")
_RECEIVERS = word_set("""guest guests receiver recipient recipients empfänger destinataire destinatario destinatária destinatário alıcı گیرنده المستلم получатель 收件人 odbiorca ontvanger
    mottagare beschenkter beschenkte""")
_OF_EITHER = word_set("name names by full of nombre nom nome adı soyadı نام و خانوادگی имя 姓名")
SENT_BY = say("who sends or books is the customer; for whom it was is kept beside")


def take_the_sender(drafts: list[Draft]) -> None:
    """Take who sends flowers, gifts or parcels, or books for others, for the customer where both ends are named, and of their phones and addresses his; to whom they go never bought here.

    A sender who is nearly always one is the shop itself.
    """
    senders, receivers = (
        [
            d
            for d in drafts
            if d.field in ("name", "") and not d.fixed and d.profile.letters >= _NEARLY_ALL
            and (words := set(heading_words(bare_heading(d.heading)))) & ends and words <= ends | _OF_EITHER
        ]
        for ends in (_SENDERS, _RECEIVERS)
    )  # fmt: skip
    if len(senders) != 1 or len(receivers) != 1 or _is_one_sender(senders[0]):
        return
    if any(d.field in NAMES and d not in (senders[0], receivers[0]) for d in drafts):
        return
    if not _BOOKED.isdisjoint(heading_words(senders[0].heading)) and not _book_for_themselves(
        *senders, *receivers
    ):
        return
    senders[0].settle("name", SENT_BY)
    for draft in drafts:
        told = set(heading_words(bare_heading(draft.heading)))
        if draft is receivers[0] or (draft.field in _OF_ONE_END and told & _RECEIVERS and not draft.fixed):
            draft.settle("", SENT_BY)


_OF_ONE_END = _NAMING | {
    "address",
    "address2",
    "city",
    "district",
    "province",
    "postal_code",
    "country",
    "street_number",
}


_BOOKED = word_set("booked booker bookers")


def _book_for_themselves(booker: Draft, guest: Draft) -> bool:
    """Tell whether some who booked came themselves, and nobody books for everybody: whoever of the staff took the call is no customer."""
    pairs = [
        (set(fold(one).replace(",", " ").split()), set(fold(other).replace(",", " ").split()))
        for one, other in zip(booker.values[:_LOOKED_AT], guest.values[:_LOOKED_AT])
    ]
    return booker.profile.distinct >= _HALF and any(one & other for one, other in pairs)


def _is_one_sender(draft: Draft) -> bool:
    return draft.profile.seen >= FEW and len({value.strip() for value in draft.values if value.strip()}) == 1


def leave_both_ends(drafts: list[Draft]) -> None:
    """Take neither "From number" nor "To number" for a customer's where nothing tells at which end the shop stands.

    Where one of them is nearly always one number, that is the shop's own, and the other one the customer's.
    """
    phones = [d for d in drafts if d.field in PHONES and not d.fixed]
    words = [frozenset(heading_words(bare_heading(d.heading))) for d in phones]
    if len(phones) != 2 or words[0] - _ENDS != words[1] - _ENDS or not all(w & _ENDS for w in words):
        return
    most = [_share_of_one(d) for d in phones]
    if min(most) < _HALF <= max(most):
        phones[most.index(max(most))].settle("", SHOPS_OWN)
        return
    for draft in phones:
        draft.settle("", _AT_EITHER_END)


# Who sells to customers, treats, teaches or drives them.
_SERVED_BY = word_set("""seller salesperson salesman rep representative cashier doctor physician therapist dentist teacher instructor trainer coach
    professor lecturer driver courier host guide operator technician mechanic stylist barber waiter dispatcher advisor adviser consultant recruiter interviewer
    vendedor vendedora cajero médico doctora profesor profesora maestro maestra docente conductor repartidor asesor
    vendeur caissier médecin enseignant professeur conseiller chauffeur livreur verkäufer kassierer arzt lehrer fahrer berater
    venditore cassiere insegnante autista consulente motorista consultor sprzedawca lekarz nauczyciel kierowca doradca verkoper dokter
    satıcı doktor öğretmen şoför sürücü danışman penjual guru sopir kasir فروشنده صندوقدار پزشک دکتر معلم استاد راننده پیک مشاور""")
_CALLED = word_set(
    "name names nombre nom nome nazwa naam nama adı isim نام surname lastname firstname full id"
)
_HIS_ALONE = _NAMING | {
    "website",
    "address",
    "city",
    "province",
    "postal_code",
    "street_number",
    "national_id",
}
_OF_WHO_SERVES = say("of somebody who serves the customer, not of the customer")


def tells_who_serves(heading: str) -> bool:
    """Tell whether a heading is for whoever sells to a customer, treats, teaches or drives him."""
    return not _SERVED_BY.isdisjoint(heading_words(bare_heading(heading)))


def leave_who_serves(drafts: list[Draft]) -> None:
    """Take no "Seller phone" for the customer's beside a customer who is named otherwise.

    On a list of teachers, "Teacher email" is theirs: it is left only where a column names the teacher himself, or where
    another one holds what the customer has of the kind.
    """
    serving = {d.index: frozenset(heading_words(bare_heading(d.heading))) & _SERVED_BY for d in drafts}
    if not any(d.field in NAMES and d.field != "company" and not serving[d.index] for d in drafts):
        return
    named = {word for d in drafts for word in serving[d.index] if _names_only(d)}
    for draft in drafts:
        roles = serving[draft.index]
        if not roles or draft.fixed or draft.field not in _HIS_ALONE:
            continue
        alike = PHONES if draft.field in PHONES else {draft.field}
        if roles & named or any(d.field in alike and not serving[d.index] for d in drafts):
            draft.settle("", _OF_WHO_SERVES)


def _names_only(draft: Draft) -> bool:
    return (_SERVED_BY | _CALLED).issuperset(heading_words(bare_heading(draft.heading)))


def _share_of_one(draft: Draft) -> float:
    filled = [value.strip() for value in draft.values[:_LOOKED_AT] if value.strip()]
    return Counter(filled).most_common(1)[0][1] / len(filled) if filled else 0.0


def of_the_other(cells: Sequence[str], beside: Sequence[str]) -> list[str]:
    """Give who stands across from the shop in each row, from senders (or receivers) and a column nearly always its own.

    Where the shop sent the money itself, what it gave back, the customer stands in the other column.

    >>> of_the_other(["sara@a.example", "shop@b.example", "tom@a.example"], ["shop@b.example", "sara@a.example", "shop@b.example"])
    ['sara@a.example', 'sara@a.example', 'tom@a.example']
    """
    often = Counter(cell.strip().lower() for cell in beside if cell.strip()).most_common(1)
    own = often[0][0] if often else ""
    return [
        ("" if other.strip().lower() == own else other) if own and cell.strip().lower() == own else cell
        for cell, other in zip(cells, beside)
    ]
