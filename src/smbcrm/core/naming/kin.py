"""What a name says beside it of whose relative somebody is, or that two people stand in one row."""

from __future__ import annotations

import re

# Whose relative or helper somebody is: words of one line say the same. Behind a name they stand by themselves, too, but those
# below, which are names as well and stand for a relative only in brackets or behind a dash or 's: "Weber, Mari" is a Mari.
_LINES = """
wife spouse همسر همسرش خانمش زنش عیال
husband شوهر شوهرش
son پسر پسرش
daughter دختر دخترش
father dad پدر پدرش
mother mum mom مادر مادرش
brother برادر برادرش داداش
sister خواهر خواهرش
family خانواده
مادرزن مادرشوهر
پدرزن پدرشوهر
عروس عروسش
داماد دامادش
نوه نوه‌اش
secretary assistant منشی
driver chauffeur راننده
"""
_IN_BRACKETS = """
frau ehefrau gattin épouse epouse femme esposa mujer moglie жена زوجة زوجه eşi esi
mann ehemann gatte mari esposo marido marito муж زوج
sohn fils hijo figlio сын ابن oğlu oglu junior jr jun
tochter fille hija figlia дочь بنت ابنة kızı kizi
vater père pere padre отец папа اب والد babası babasi senior sr sen
mutter mère mere madre мать мама ام والدة annesi
bruder frère frere hermano fratello брат اخ kardeşi kardesi
schwester soeur sœur hermana sorella сестра اخت ablası ablasi
sekretärin sekretarin sekretariat secrétaire secretaria segretaria секретарь سكرتيرة
fahrer conducteur chofer autista водитель سائق şoför sofor
uncle aunt cousin nephew niece neighbour neighbor colleague carer guardian عمو عمه دایی خاله همسایه همکار شاگرد کارمند پرستار
پسرعمو پسرعمه پسردایی پسرخاله دخترعمو دخترعمه دختردایی دخترخاله باجناق جاری خواهرزاده برادرزاده خواهرزن برادرزن خواهرشوهر برادرشوهر نامزد
بابا باباش مامان مامانش دوستش رفیقش
eşi esi karısı karisi kocası kocasi gelini damadı damadi yeğeni yegeni abisi ağabeyi agabeyi sekreteri
"""
# Those of them that no last name is like stand by themselves behind a whole name, too.
_BEHIND_WHOLE_NAMES = """
cousin nephew niece neighbour neighbor colleague ehefrau ehemann gattin gatte عمو عمه دایی خاله همسایه همکار شاگرد کارمند
پسرعمو پسرعمه پسردایی پسرخاله دخترعمو دخترعمه دختردایی دخترخاله باجناق خواهرزاده برادرزاده خواهرزن برادرزن خواهرشوهر برادرشوهر نامزد
باباش مامانش دوستش رفیقش eşi esi karısı karisi kocası kocasi oğlu oglu kızı kizi annesi babası babasi kardeşi kardesi ablası ablasi
abisi gelini damadı damadi yeğeni yegeni sekreteri жена муж сын дочь
"""


def _numbered(lines: str, first: int) -> dict[str, int]:
    rows = enumerate(lines.strip().split("\n"), start=first)
    return {word.replace("\u200c", ""): number for number, line in rows for word in line.casefold().split()}


_BEHIND_WORDS = _numbered(_LINES, 1)
WIFE, TWO_PEOPLE = 1, 99
_WORDS = {**_numbered(_IN_BRACKETS, 51), **_BEHIND_WORDS}
_KIN = "|".join(sorted(_WORDS, key=len, reverse=True))
# Son is a last name as well.
_BEHIND = "|".join(sorted(_BEHIND_WORDS.keys() - {"son", "driver", "chauffeur"}, key=len, reverse=True))
_BY_COMMA = "|".join(sorted(_BEHIND_WORDS, key=len, reverse=True))
_WHOLE = "|".join(sorted(_BEHIND_WHOLE_NAMES.split(), key=len, reverse=True))
_RELATIVE = re.compile(
    rf"(?:['’`](?:s|n?[iıuü]n)\s+|[(\[{{]\s*|\s[-–—]\s*)(?:his\s+|her\s+)?({_KIN})\s*[)\]}}]?\s*$"
    rf"|[,،]\s*(?:his\s+|her\s+)?({_BY_COMMA})\s*$|\w\s+({_BEHIND})\s*$|\w\s+\w+\s+({_WHOLE})\s*$"
)
_AND = re.compile(r"\w\.?\s*(?:\s(?:and|und|و)\s|[&+])\s*\w")


def kin_of(name: str) -> int:
    """Give a number for the relative or the couple that a name speaks of; 0 for the one person it names.

    Whose wife a woman is, named by herself, tells no other person.

    >>> [kin_of(name) for name in ("Ali Rezaei", "Ali Rezaei's wife", "علی رضایی (پسر)", "Heung-min Son", "Father Brown")]
    [0, 1, 3, 0, 0]
    >>> [kin_of(name) > 0 for name in ("Ali Rezaei (secretary)", "علی رضایی خانمش", "Hans Weber (Sohn)", "Anna Mann")]
    [True, True, True, False]
    >>> [kin_of(name) > 0 for name in ("Ahmet Demir eşi", "Ahmet Demir'in oğlu", "علی رضایی باجناق", "AHMET DEMİR EŞİ", "Hasan Oğlu")]
    [True, True, True, True, False]
    >>> [kin_of(name) for name in ("Li, Jun", "Weber, Mari", "John Smith, Jr.", "Müller, Frau")]
    [0, 0, 0, 0]
    >>> kin_of("Oliver & Hazel Brent") == kin_of("علی و فاطمه رضایی") == kin_of("Mr and Mrs Brent"), kin_of("Hazel (wife of Al)")
    (True, 0)
    """
    text = name.casefold().replace("\u200c", "").replace("\u0307", "")  # as in EŞİ
    if _AND.search(text):
        return TWO_PEOPLE
    found = _RELATIVE.search(text)
    return next(_WORDS[word] for word in found.groups() if word) if found else 0
