"""The words that lines of sums are made of, whatever their order: "Balance from previous month", "Bal. b/fwd", "Net total of page 3"."""

from __future__ import annotations

from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.text import fold

_LEFT = word_set(
    """balance bal balances saldo solde bakiye bakiyesi bakiyeler مانده سند остаток сальдо رصيد الرصيد"""
)
_SUMS = word_set("""total totals subtotal subtotals sum totale totales totaux totaal totali summe summen gesamt gesamtsumme gesamtbetrag endsumme
    zwischensumme toplam toplamı toplamlar yekün yekûn somme suma sumas جمع مجموع سرجمع итого всего المجموع الإجمالي اجمالی""")
_MEANS = word_set("""average averages avg mean durchschnitt durchschnittswert mittelwert moyenne moyennes promedio promedios ortalama ortalaması
    میانگین معدل среднее المتوسط median mediane médiane mediana minimum maximum
    stddev stdev standardabweichung varianz variance حداقل حداکثر کمترین بیشترین минимум максимум""")
_BEFORE = word_set("""forward fwd nouveau brought b/f b/d b/fwd bf bfwd opening previous prior last anterior anteriores initial initiale inicial iniziale précédent précédente
    précédents precedente reporté anfangssaldo saldovortrag eröffnungssaldo vortrag vormonat vorjahr vorseite vorwoche vorige vorigen voriger
    vorherige vorherigen vorheriger letzte letzten letzter letztes letztem açılış açilis acilis devir devri devreden önceki geçen geçmiş
    قبل قبلی گذشته افتتاحیه اول ابتدا ابتدای منقول انتقالی""")
_AFTER = word_set("""carried carry c/f c/d c/o c/fwd cf cfwd closing ending next following nächste nächsten nächster folgende folgenden reporter sigue siguen
    siguiente transportar riportare kapanış kapanis sonraki suivant suivante suivants بعد بعدی آتی آینده پایان پایانی""")
_ELSEWHERE = _BEFORE | _AFTER
_CARRIED = word_set("""brought b/f b/d b/fwd bfwd carried c/f c/d c/o c/fwd cfwd übertrag report vortrag saldovortrag devir devri devreden nakli
    نقل منقول انتقال انتقالی افتتاحیه""")
"""These alone say that a sum is carried; the others do beside a word for what is left, or for a sum."""
_PERIODS = word_set("""page pages month months year years period sheet week day quarter seite seiten monat monats jahr jahres jahre blatt woche tag mois année exercice
    feuille semaine mes año ejercicio página hoja semana mese anno pagina foglio sayfa sayfadan sayfaya aydan ay yıl yıldan yılın dönem dönemden hafta
    صفحه ماه سال دوره هفته روز برگه ستون""")
_BESIDE = word_set("""from of to the on at in for this all by as and over down up no number nr grand net gross general général générale generale genel ara sous
    overall final running daily monthly von aus der die das dem vom auf zum zur und du de des la le les à au al del della dal da a y et il
    از به تا در این کل نهایی حساب و gelen eden ve için tarihi olan""")
_COUNTED = word_set("""customer customers client clients record records row rows sale sales order orders invoice invoices kunde kunden kundinnen datensätze aufträge clientes
    registros ventas ventes factures facturas müşteri müşteriler kayıt satış satışlar مشتری مشتریان ردیف رکورد نفر فروش فاکتور""")
_COUNTS = word_set("count number anzahl nombre número sayısı adedi تعداد количество عدد records rows")
_OF_CARRYING = _LEFT | _SUMS | _ELSEWHERE | _CARRIED | _PERIODS | _BESIDE
_OF_A_SUM = _OF_CARRYING | _MEANS | _COUNTED
_OF_A_COUNT = _COUNTS | _COUNTED | _BESIDE | _SUMS
"""All words that a line of each kind may be made of."""
_MARKS = ".,:;()[]*-–—_=#'\"/\\"
_LONGEST = 60


def _words(cell: str) -> list[str]:
    """Give the words of a cell that holds no more than a line of sums does, numbers left out."""
    if not 0 < len(cell) <= _LONGEST:
        return []
    words = (word.strip(_MARKS) for word in fold(cell).replace(" / ", "/").split())
    return [word for word in words if any(map(str.isalpha, word))]


def says_it_is_carried(cell: str) -> bool:
    """Tell whether a cell says, in nothing but words for that, that a sum is carried on or brought forward.

    >>> says_it_is_carried("Bal. b/fwd"), says_it_is_carried("Total to next page"), says_it_is_carried("Next"), says_it_is_carried("Forward Ltd")
    (True, True, False, False)
    """
    words = set(_words(cell))
    if not words or not words <= _OF_CARRYING:
        return False
    return bool(words & _CARRIED) or bool(words & (_LEFT | _SUMS) and words & _ELSEWHERE)


def says_it_sums_up(cell: str) -> bool:
    """Tell whether a cell says in nothing but words for that that its line is a sum, a mean or a count of the others.

    >>> says_it_sums_up("Net total of page 3"), says_it_sums_up("میانگین"), says_it_sums_up("Anzahl Kunden: 12"), says_it_sums_up("Total Tools")
    (True, True, True, False)
    """
    words = set(_words(cell))
    if words & _COUNTS:
        counted = any(map(str.isdigit, cell)) or len(words) > 1
        return counted and words <= _OF_A_COUNT
    return bool(words & (_SUMS | _MEANS)) and words <= _OF_A_SUM


class _Begins(dict[str, bool]):
    """Whether a cell that begins so may begin such a line, worked out when a beginning is first met."""

    def __init__(self, words: frozenset[str]) -> None:
        self._starts = tuple({fold(word)[:_LETTERS] if word.strip() == word else word for word in words})

    def __missing__(self, begin: str) -> bool:
        if len(self) > _MOST_KEPT:
            self.clear()
        start = fold(begin).lstrip(_MARKS)
        may = self[begin] = not start or any(start.startswith(w) or w.startswith(start) for w in self._starts)
        return may


_LETTERS, _MOST_KEPT = 3, 20_000
_CARRYING = _LEFT | _SUMS | _ELSEWHERE | _CARRIED
_OF_PHRASES = ("to ", "by ", "b /", "c /", "sch", "a r", "a t", "tra", "da ", "rip", "do ", "z p", "к п", "кон", "сал", "ито", "пер", "нач", "ост", "نقل",
               "مرح", "ما ", "الم", "الر", *"期结結过過次上承前차전")  # fmt: skip
"""With what the phrases begin that are written out in `carried_words`, where no word of this list does."""
_BEGINS = _Begins(_CARRYING | frozenset(map(str.lower, _OF_PHRASES)))


def may_be_carrying(cell: str) -> bool:
    """Tell cheaply whether a cell is worth asking the others: it begins with letters that what is known here begins with, however they are written.

    >>> may_be_carrying("U\\u0308bertrag"), may_be_carrying("\\u200fمانده"), may_be_carrying("期初余额"), may_be_carrying("Karimi")
    (True, True, True, False)
    """
    return bool(cell) and _BEGINS[cell[:_LETTERS]]
