"""Who is to be left in peace: cells that say so, and cells that say who may be contacted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from smbcrm.core.identity import is_null_token
from smbcrm.core.sheets.looks.columns import looks_like_day, plain
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.values.cells import ReadColumn
from smbcrm.core.text import clean, fold

_YES = word_set("""yes y true t 1 on x ✓ ✔ √ ☑ ✅ بله بلی آره آری دارد ja j oui o vrai si sí s verdadero evet e doğru نعم wahr да д так sim sì vero
    tak prawda ano áno igen da ναι ken כן हाँ 是 有 对 はい 예 네 ya có ใช่ kyllä جی ہاں""") | {
    fold(words) for words in ("opted out", "unsubscribed", "opt out", "do not contact", "do not call")
}  # fmt: skip
_NO = word_set("""no n false f 0 off خیر نه ندارد نیست nein non faux falso hayır h yanlış لا كلا falsch нет н ні não nao
    nie fałsz ne nem nu όχι לא नहीं 否 不 无 いいえ 아니요 아니오 tidak không ไม่ ei nej nei nee nahin ✗ ✘ ☐ ❌""")
_REFUSED = _NO | {
    fold(words)
    for words in (
        "refused", "denied", "declined", "revoked", "withdrawn", "not granted", "not given", "opted out", "opt out", "unsubscribed",
        "never", "forbidden", "not allowed", "do not contact", "abgelehnt", "widerrufen", "verweigert", "nicht erteilt", "refusé", "retiré",
        "rechazado", "revocado", "denegado", "reddedildi", "отказ", "отозвано", "отказался", "отказалась", "rifiutato", "recusado", "odmowa",
        "نداده", "نمی‌خواهد", "ممنوع", "مجاز نیست", "غیرمجاز", "مخالف", "رد شده", "拒绝", "不同意", "مرفوض",
    )
}  # fmt: skip
"""What an answer to "may we?" is where it is a no."""


def read_flags(cells: Sequence[str]) -> ReadColumn:
    """Give True where a cell says yes, or tells the day since when; what is neither a yes nor a no is kept aside.

    >>> read_flags(["да", "2024-03-01", "1.0", "no", ""]).values
    [True, True, True, None, None]
    """
    return _read(cells, lambda cell: _word(cell) in _YES or looks_like_day(plain(cell)), said=_YES | _NO)


def read_permissions(cells: Sequence[str]) -> ReadColumn:
    """Give True, "not to be contacted", where a cell refuses; a yes and an empty cell say nothing of that.

    What was answered is kept aside whatever it was: that somebody agreed has to be shown some day.

    >>> read_permissions(["yes", "no", "widerrufen", "Opted-out", ""]).values
    [None, True, True, True, None]
    """
    return _read(cells, lambda cell: _word(cell) in _REFUSED)


def _word(cell: str) -> str:
    """Give what a cell says as it is compared: `1.0`, as programs write a number, is 1, and a hyphen parts words."""
    return fold(cell).removesuffix(".0").replace("-", " ").strip(" .!")


def _read(
    cells: Sequence[str], says: Callable[[str], bool], *, said: Collection[str] = frozenset()
) -> ReadColumn:
    """Give True where a cell says so; all cells but empty ones and those that say no more than yes or no are kept aside."""
    known: dict[str, bool] = {"": False}
    read = ReadColumn(values=[])
    for i, cell in enumerate(cells):
        if cell not in known:
            known[cell] = says(cell)
        read.values.append(known[cell] or None)
        if cell and _word(cell) not in said and (known[cell] or not is_null_token(cell)):
            read.lost[i] = clean(cell)
    return read
