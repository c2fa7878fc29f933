"""Columns for the two sides of a ledger, "Debit" beside "Credit": a balance on a list of customers, else what was charged and what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smbcrm.core.fields import KNOWN_BY
from smbcrm.core.heading_subject import is_a_customer, is_about_customers
from smbcrm.core.heading_words import heading_words, without_currency
from smbcrm.core.money import parse_amount
from smbcrm.core.say import say
from smbcrm.core.sheets.looks.columns import SAMPLE, looks_like_day, plain
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.meaning.drafts import Draft

OWES = word_set("""بدهکار بدهكار بد بده مدین مدينة debit debits debtor dr soll débiteur débit deudor debe débito debito dare deudora borçlu borç
    дебет debet 借方""")
IS_OWED = word_set("""بستانکار بستانكار بس بست دائن طلبکار credit credits creditor cr haben créditeur crédit acreedor haber crédito credito avere
    alacaklı alacak кредит kredit 贷方 貸方""")
"""What stands for either side of a ledger, in headings and in cells."""

_LEFT = word_set(
    "balance balances closing ending final مانده پایان پایانی نهایی آخر saldo solde bakiye رصيد الرصيد остаток 余额"
)
_BEFORE = word_set(
    "opening start beginning initial brought forward ابتدای ابتدا اول افتتاحیه قبل نقل eröffnung"
)
_MOVED = word_set("""total totals sum amount amounts turnover movement movements transactions period value in of the at
    جمع گردش مبلغ طی دوره عملیات کل در حركة الحركة المبلغ مجموع umsatz betrag mouvement montant importe movimento importo tutar hareket tutarı
    сумма оборот оборотов""")
OF_A_BANK = word_set("""payee beneficiary counterparty iban bic swift withdrawal begünstigter zahlungspflichtiger verwendungszweck bénéficiaire
    beneficiario ordenante ذینفع""")
"""What stands in the headings of a bank's statement, and of no list of customers."""

_OF_OTHERS = OF_A_BANK | word_set("payer deposit empfänger auftraggeber supplier vendor تامین تأمین ذی")
"""Headings of a bank's statement and of what a shop owes to others: there the sides mean something else."""

CASH = word_set("cash نقد نقدی bar bargeld espèces efectivo nakit contanti contant наличные")
"""Beside a column for cash, debit and credit are cards."""

_OF_AN_ENTRY = word_set("""description narration particulars voucher document entry memo reference ref doc شرح سند buchungstext beleg belegnr libellé pièce
    concepto asiento descrizione açıklama fiş evrak البيان بيان القيد операция содержание 摘要 凭证""")
_DAYS = frozenset({"date", "invoice_date", "created_at", "paid_date"})
_NEARLY_ALL, _MOSTLY, _ONE_SIDE, _REPEATED = 0.8, 0.5, 0.95, 0.8
_CHARGED = say("one side of a ledger: what was charged")
_PAID = say("one side of a ledger: what was paid")
OWED_BY = say("one side of a ledger: what the customer owes")
_OWED_TO = say("one side of a ledger: what the customer is owed")
_OTHER = say("another column was taken as {field}: kept as it is", field="balance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Two columns that differ by the side alone, and whether they tell what is left or what was before."""

    debit: int
    credit: int
    left: bool
    before: bool


def find_sides(headings: Sequence[str]) -> list[Sides]:
    """Give the columns for the two sides of a ledger, by place, each debit with its credit.

    >>> find_sides(["Customer", "Debit", "Credit"])
    [Sides(debit=1, credit=2, left=False, before=False)]
    >>> find_sides(["Credit limit", "Debit card", "Credit card"])
    []
    """
    found: dict[frozenset[str], dict[bool, int]] = {}
    for i, heading in enumerate(headings):
        words = frozenset(heading_words(without_currency(heading) or heading))
        owes, owed = words & OWES, words & IS_OWED
        rest = words - OWES - IS_OWED
        if bool(owes) != bool(owed) and rest <= _LEFT | _BEFORE | _MOVED:
            found.setdefault(rest, {}).setdefault(bool(owes), i)
    return [
        Sides(debit=pair[True], credit=pair[False], left=bool(rest & _LEFT), before=bool(rest & _BEFORE))
        for rest, pair in found.items()
        if len(pair) == len((True, False))
    ]


def _sides_of(drafts: Sequence[Draft]) -> tuple[Draft, Draft, bool] | None:
    """Give the debit and the credit of a sheet and whether they tell what is left, which is what counts where both are told."""
    usable = [
        (drafts[one.debit], drafts[one.credit], one.left)
        for one in find_sides([d.heading for d in drafts])
        if not one.before and all(_holds_sums(drafts[i]) for i in (one.debit, one.credit))
    ]
    return max(usable, key=lambda one: one[2]) if usable else None


def _means_something_else(drafts: Sequence[Draft]) -> bool:
    """Tell whether the sides are those of a bank's account or ways to pay: debit and credit beside cash are cards.

    A list that says that it is of customers is none of a bank's, whatever it tells of their accounts.
    """
    words = [frozenset(heading_words(d.heading)) for d in drafts if d.heading.strip()]
    of_customers = any(is_about_customers(d.heading) or is_a_customer(d.heading) for d in drafts)
    return any((not of_customers and not _OF_OTHERS.isdisjoint(one)) or one <= CASH for one in words)


def _holds_sums(draft: Draft) -> bool:
    return not draft.fixed and (not draft.profile.filled or draft.profile.number >= _NEARLY_ALL)


def are_entries(drafts: Sequence[Draft]) -> bool:
    """Tell whether each row is an entry of a ledger of customers: it has a day, and a sum on one of the two sides.

    On a list of customers with what each owes, nobody stands twice, and nothing tells what an entry was for.
    """
    sides = _sides_of(drafts)
    words = [frozenset(heading_words(d.heading)) for d in drafts]
    if sides is None or sides[2] or _means_something_else(drafts):
        return False
    day = _day_of_entries(drafts)
    if day is None:
        return False
    told = any(
        not _OF_AN_ENTRY.isdisjoint(one) or "order_id" in d.candidates for one, d in zip(words, drafts)
    )
    who = [d for d in drafts if not KNOWN_BY.isdisjoint(d.candidates) and d.profile.letters >= _NEARLY_ALL]
    again = any(d.profile.distinct < _REPEATED for d in who)
    return (told or again) and _on_one_side(sides[0], sides[1], day)


def _day_of_entries(drafts: Sequence[Draft]) -> Draft | None:
    return next((d for d in drafts if not _DAYS.isdisjoint(d.candidates) and d.profile.date >= _MOSTLY), None)


def _on_one_side(debit: Draft, credit: Draft, day: Draft) -> bool:
    """Tell whether nearly all rows with a day have a sum on one of the sides alone; lines of totals have no day."""
    rows = zip(debit.values[:SAMPLE], credit.values[:SAMPLE], day.values[:SAMPLE])
    sums = [(_is_sum(a), _is_sum(b)) for a, b, when in rows if looks_like_day(plain(when))]
    filled = [pair for pair in sums if any(pair)]
    return bool(filled) and sum(a != b for a, b in filled) >= _ONE_SIDE * len(filled)


def _is_sum(cell: str) -> bool:
    amount = parse_amount(cell) if cell and not cell.isspace() else None
    return amount is not None and amount.value != 0


def fit_sides(drafts: Sequence[Draft], kind: str) -> None:
    """Let the two sides of a ledger be a bill and a payment where each row is an entry, and the balance of each customer where it is one."""
    sides = _sides_of(drafts)
    if sides is None:
        return
    debit, credit, left = sides
    if _means_something_else(drafts):
        for draft in (debit, credit):
            draft.settle("", say("a way to pay or an account of the shop, not what a customer owes"))
        return
    if kind not in ("customers", "payments"):
        return
    if kind == "payments":
        if not left and are_entries(drafts):
            for draft in _other_sums(drafts, debit, credit):
                draft.settle("", say("what is left after each entry"))
            debit.settle("billed", _CHARGED)
            credit.settle("amount", _PAID)
            day = _day_of_entries(drafts)
            if day is not None and not day.fixed:
                day.settle("date")
        return
    others = _other_sums(drafts, debit, credit)
    if not left and any(not _LEFT.isdisjoint(heading_words(d.heading)) for d in others):
        for draft in (debit, credit):
            draft.settle("", _OTHER)
        return
    for draft in others:
        draft.settle("", _OTHER)
    debit.settle("balance", OWED_BY)
    credit.settle("credit_balance", _OWED_TO)


def _other_sums(drafts: Sequence[Draft], debit: Draft, credit: Draft) -> list[Draft]:
    own = ("balance", "credit_balance")
    return [d for d in drafts if d.field in own and d not in (debit, credit) and not d.fixed]
