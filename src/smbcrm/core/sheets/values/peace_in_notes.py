"""Notes that say plainly that somebody is not to be contacted: "do not call any more", «لطفا تماس نگیرید».

A call that was not wanted costs more than one that was not made; but who may be called after ten, or at work, may be called.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from smbcrm.core.say import Say, listed_rows, say
from smbcrm.core.sheets.looks.word_sets import word_set
from smbcrm.core.sheets.values.gathered import Gathered
from smbcrm.core.text import fold

_PHRASES = r"""(?:do not|don'?t|never|stop|no longer)(?: ever)? (?:(?:contact|call|phone|ring|disturb|bother|approach)(?:ing)?)(?: back)?
    (?: (?:or|and|nor) (?:contact|call|phone|write|text|e ?mail|mail|visit|sms|message)(?:ing)?)*
    |(?:not to|(?:must|should|may) not|no longer to|(?:does not|doesn'?t|did not|do not|don'?t) (?:want|wish)(?: us)? to|asked(?: us)? not to|never to) be (?:contacted|called|phoned|rung|disturbed|bothered)
    |(?:wants |wishes )?no (?:more )?(?:phone )?calls|(?:wants|wishes) no(?: more| further)? contact|no(?: more| further)? contact (?:wanted|wished|desired)|no (?:more|further) contact
    |(?:on )?(?:the |our )?do not (?:call|contact) (?:list|register)|dnc|leave (?:him |her |them )?(?:alone|in peace)
    |(?:nicht|nie|niemals|nie wieder|keinesfalls|auf keinen fall)(?: mehr)? (?:an(?:zu)?rufen|kontaktieren|stören|ansprechen|anschreiben)
    |(?:möchte|will|wünscht|darf|soll)(?: bitte)? (?:nicht|nie)(?: mehr)? (?:angerufen|kontaktiert|gestört)(?: zu)? werden|(?:wünscht |möchte |will )?keine(?: weiteren)? anrufe(?: mehr)?(?: erwünscht| gewünscht)?
    |(?:(?:wünscht|möchte|will) (?:keinen|keine)(?: weiteren?)? (?:kontakt|kontaktaufnahme)|keine?n?(?: weiterer)? (?:kontakt|kontaktaufnahme) (?:(?:mehr )?(?:erwünscht|gewünscht)|mehr))|kontaktsperre
    |ne (?:pas|plus|jamais|plus jamais) (?:l'|le |la |les )?(?:r?appeler|contacter|déranger|démarcher|solliciter)|n'appelez (?:pas|plus|jamais)
    |ne (?:souhaite|veut|désire) (?:pas|plus) être (?:contactée?|appelée?|dérangée?|démarchée?|sollicitée?)|(?:pas|plus) d'appels
    |(?:no|nunca)(?: volver a)? (?:llamar|contactar|molestar|telefonear)|no (?:desea|quiere) (?:ser (?:contactad[oa]|llamad[oa]|molestad[oa])|llamadas|que (?:le|la|lo) llam(?:en|emos))|no llam(?:ar|e|en|es)
    |(?:aramayın(?:ız)?|aramayalım|aranmasın|aranmayacak|aranmak istemiyor|iletişime geçmeyin(?:iz)?|iletişim kurmayın(?:ız)?|rahatsız etmeyin(?:iz)?|iletişim istemiyor)
    |تماس (?:نگیرید|نگیر|نگیریم|نگیرین|گرفته نشود|نشود|ممنوع|نمی خواهد|نمیخواهد)|زنگ (?:نزنید|نزن|نزنیم|نزنین|زده نشود)|تلفن (?:نکنید|نزنید)|مزاحم (?:نشوید|نشید|نشویم|نشین)
    |(?:مایل|راضی) به تماس نیست|تمایلی به تماس ندارد|نمی خواهد(?: با او)? تماس (?:بگیریم|گرفته شود)|نمی خواهد به او زنگ بزنیم
    |(?:non|mai) (?:r?ichiamare|chiamare|contattare|disturbare|telefonare)|non (?:vuole|desidera) essere (?:contattat[oa]|chiamat[oa]|disturbat[oa])
    |(?:não|nunca) (?:ligar|contactar|contatar|incomodar|telefonar)|não (?:quer|deseja) ser (?:contactad[oa]|contatad[oa]|incomodad[oa])
    |(?:больше )?не (?:звонить|беспокоить|тревожить|связываться|контактировать)|(?:niet|nooit)(?: meer)? (?:bellen|contacteren|benaderen|storen)|nie (?:dzwonić|kontaktować)
    |لا (?:تتصل(?:وا)?|تتواصل(?:وا)?|يتصل)|(?:يرجى|الرجاء|رجاء) عدم (?:ال)?(?:اتصال|تواصل)|لا يريد (?:ال)?(?:اتصال|تواصل)|ممنوع (?:ال)?اتصال
    |请勿联系|请勿致电|不要联系|不要打电话|勿打电话|勿联系|請勿聯絡|請勿致電|連絡不要|連絡しないで(?:ください)?|電話しないで(?:ください)?|架電禁止|연락하지 마세요|전화하지 마세요|연락 금지|전화 금지"""
# Compiled where a note is looked at: 3 ms.
_PLAINLY = "(?:^|(?<= ))(?:{})(?= |$)".format(fold("".join(line.strip() for line in _PHRASES.split("\n"))))
_BESIDE = word_set("""please pls kindly again anymore any more ever at all him her them me us he she they this the customer client guest patient said says asked asks told wants
    wishes under circumstances important warning attention caution note angry upset deceased dead moved away for reason whatsoever and really
    bitte unbedingt dringend kunde kundin mehr wieder ihn sie wichtig achtung hat gesagt verstorben svp merci s'il vous plait plaît le la client cliente il elle a demandé important décédé
    por favor más mas nunca cliente el ella pidió importante fallecido lütfen asla bir daha kesinlikle müşteri müşteriyi kendisini dikkat önemli
    لطفا خواهشا خواهشمند است دیگر دیگه هرگز اصلا کلا هیچ وقت وجه به با او ایشان وی مشتری این گفت گفته گفتند خواسته مهم توجه فوت شده ناراحت شاکی از
    per favore più mai più il por obrigado больше никогда пожалуйста клиент просил просила просьба alstublieft meer رجاء العميل به ابدا 客户 客戶""")
_CLAUSES = re.compile(r"[.;,!?\n،؛。！，;：:|/()\[\]*\"«»–—]+|\s-+\s|^-+|-+$")
_EXCEPTS = re.compile(
    fold("""(?:only|just|but|except|unless|e-?mail|mail|text|sms|whatsapp|write|before|after|until|till|between|at|on|in|during|nur|aber|außer|sondern|lieber|erst|vor|nach|bis|zwischen|seulement|sauf|mais
    |uniquement|avant|après|entre|sólo|solo|pero|salvo|antes|después|entre|sadece|yalnız|ama|ancak|önce|sonra|فقط|ولی|اما|مگر|بجز|به جز|تا|قبل|بعد|پیش|پیام|پیامک|واتساپ|ایمیل|در|ساعت
    |solo|ma|prima|dopo|somente|mas|только|но|кроме|до|после|alleen|maar|tylko|ale|فقط|لكن|إلا|قبل|بعد)\\b|\\d""".replace("\n    ", ""))
)  # fmt: skip
_ONLY = re.compile(
    fold(r"\b(?:only|nur|seulement|uniquement|sólo|solo|sadece|yalnız|فقط|только|alleen|tylko|somente)\b")
)
_PARTS = (
    "not ca", "not co", "n't ca", "n't co", "’t ca", "’t co", "ont ca", "ont co", "not-ca", "not-co", "never ca", "never co", "not ever", "not pho", "n't pho", "not ring",
    "n't ring", "not dist", "n't dist", "not both", "n't both", "not app", "n't app", "be calle", "be conta", "be phone", "be dist", "be both", "stop ca", "stop co", "stop ri",
    "stop ph", "no calls", "phone calls", "more calls", "ants no", "shes no", "contact w", "contact d", "re contact", "er contact", "onger ca", "onger co", "dnc", "alone", "in peace",
    "anrufe", "anzurufen", "angerufen", "kontakt", "stören", "gestört", "ansprechen", "anschreiben", "pas ", "plus ", "jamais ", "d'appel", "d’appel", "n'app", "n’app",
    "no llam", "nunca ", "no cont", "no molest", "a llamar", "llamadas", "no desea", "no quiere", "no telef", "aramay", "aranma", "meyin", "kurmay", "rahats", "iletişim ist",
    "تماس ن", "تماس\u200cن", "تماس م", "تماس گرفته ن", "نگیر", "نگير", "زنگ ن", "زنگ زده ن", "نزن", "تلفن ن", "مزاحم", "خواهد", "ندارد", "non chi", "non ri", "non cont",
    "non dis", "non tel", "mai ", "essere c", "essere d", "não ", "не звон", "не бесп", "не трев", "не связ", "не конт", "niet bel", "niet meer", "niet con", "niet ben", "niet sto",
    "nooit ", "nie dzw", "nie kont", "لا ت", "لا ي", "عدم ال", "عدم ا", "ممنوع", "联系", "致电", "打电话", "聯絡", "致電", "連絡", "電話", "架電", "연락", "전화",
)  # fmt: skip
"""One of these stands, as it is typed, in every text that is worth a closer look; hardly any other text has one."""
_LONGEST = 2000


def asks_for_peace(note: str) -> bool:
    """Tell whether a note says plainly, and without a time, a place or another way, that somebody is not to be contacted.

    >>> [asks_for_peace(note) for note in ("VIP. Please do NOT call again!", "لطفاً تماس نگیرید", "Bitte nicht anrufen", "do-not-contact")]
    [True, True, True, True]
    >>> [asks_for_peace(note) for note in ("do not call before 10", "Do not call, only e-mail", "abends nicht anrufen", "با منزل تماس نگیرید", "do not call his wife")]
    [False, False, False, False, False]
    """
    clauses = [text for part in _CLAUSES.split(note[:_LONGEST]) if (text := fold(part.replace("-", " ")))]
    for before, clause, behind in zip(["", *clauses], clauses, [*clauses[1:], ""]):
        found = re.search(_PLAINLY, clause)
        if found is None or _EXCEPTS.match(behind) or _ONLY.search(before):
            continue
        rest = f"{clause[: found.start()]} {clause[found.end() :]}".split()
        if _BESIDE.issuperset(rest):
            return True
    return False


def hear_notes(got: Gathered, names: Iterable[str]) -> None:
    """Take those for not to be contacted of whom a note, or a tag, says so plainly; the note stays."""
    heard = sorted({i for name in names for i in _rows_that_ask(got.fields.get(name) or ())})
    if not heard:
        return
    flags = got.fields.setdefault("do_not_contact", [None] * len(got.numbers))
    heard = [i for i in heard if not flags[i]]
    for i in heard:
        flags[i] = True
    if heard:
        got.notes.append(_told([got.numbers[i] for i in heard]))


def _told(rows: Sequence[int]) -> Say:
    return say(
        "{count} {count:note asks|notes ask} not to be contacted and {count:is|are} heard: {count:row|rows} {rows};"
        " `smbcrm set ID do_not_contact=no` says otherwise",
        count=len(rows),
        rows=listed_rows(rows),
    )


def _rows_that_ask(column: Sequence[object]) -> Iterable[int]:
    texts = list(dict.fromkeys(filter(None, column)))
    asking = {texts[i] for i in _worth_a_look(list(map(_text, texts))) if _asks(texts[i])}
    if asking:
        yield from (i for i, value in enumerate(column) if value in asking)


def _worth_a_look(texts: Sequence[str]) -> list[int]:
    """Give which texts hold a part of a phrase; all are searched at once, for a long list holds a million."""
    ends = list(accumulate(len(text) + 1 for text in texts))
    joined = "\n".join(texts).replace("İ", "i")
    joined = (joined if joined.isascii() else unicodedata.normalize("NFC", joined)).lower()
    if ends and len(joined) != ends[-1] - 1:  # letters were put together: each text is looked at by itself
        return [i for i, text in enumerate(texts) if any(part in fold(text) for part in map(fold, _PARTS))]
    found: set[int] = set()
    for part in _PARTS:
        at = joined.find(part)
        while at >= 0:
            text = bisect_right(ends, at)
            found.add(text)
            at = joined.find(part, ends[text])
    return sorted(found)


def _text(value: object) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _asks(value: object) -> bool:
    return any(map(asks_for_peace, value)) if isinstance(value, tuple) else asks_for_peace(str(value))
