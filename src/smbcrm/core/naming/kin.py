"""What a name says beside it of whose relative somebody is, or that two people stand in one row."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Whose relative or helper somebody is: a line is one relation, in all languages. Words before the bar say so by themselves
# behind a name, too; those after it are names as well and say it in brackets or behind a dash or 's only: "Weber, Mari" is
# a Mari. What no last name is like stands by itself behind a whole name: it has a star. In front of a name those with a ^ say
# whose relative it is, مامان علی and Mama Lukas, and those with a ~ only with "of": Mother Teresa is none.
_RELATIONS = """
~wife spouse ^همسر همسرش خانمش زنش عیال | frau ~ehefrau* gattin* ~épouse epouse femme ~esposa mujer ~moglie жена* زوجة زوجه eşi* esi* karısı* karisi*
~husband ^شوهر شوهرش | mann ehemann* gatte* mari esposo marido ~marito муж* زوج kocası* kocasi*
~son ^پسر پسرش | ~sohn ~fils ~hijo ~figlio сын* ابن oğlu* oglu* junior jr jun
~daughter ^دختر دخترش | ~tochter ~fille ~hija ~figlia дочь* بنت ابنة kızı* kizi*
~father ^dad ^پدر پدرش | ~vater ~père ~pere ~padre отец ^папа ^papa ^daddy ^بابای اب والد ^بابا باباش* babası* babasi* senior sr sen
~mother ^mum ^mom ^mama ^mami ^maman ^مادر مادرش | ~mutter ~mère ~mere ~madre мать ^мама ^mamma ^mummy ام والدة ^مامان مامانش* annesi*
~brother برادر برادرش داداش | ~bruder ~frère frere ~hermano fratello брат اخ kardeşi* kardesi* abisi* ağabeyi agabeyi
~sister خواهر خواهرش | ~schwester ~soeur ~sœur ~hermana sorella сестра اخت ablası* ablasi*
family خانواده |
مادرزن |
مادرشوهر |
پدرزن |
پدرشوهر |
^عروس عروسش | gelini*
^داماد دامادش | damadı* damadi*
^نوه نوه‌اش |
~secretary assistant ^منشی | sekretärin sekretarin sekretariat secrétaire secretaria segretaria секретарь سكرتيرة sekreteri*
~driver chauffeur ^راننده | fahrer conducteur chofer autista водитель سائق şoför sofor
| uncle عمو*
| دایی*
| aunt عمه*
| خاله*
| cousin*
| پسرعمو*
| پسرعمه*
| پسردایی*
| پسرخاله*
| دخترعمو*
| دخترعمه*
| دختردایی*
| دخترخاله*
| nephew* yeğeni* yegeni*
| niece*
| خواهرزاده*
| برادرزاده*
| باجناق*
| جاری
| خواهرزن*
| برادرزن*
| خواهرشوهر*
| برادرشوهر*
| نامزد*
| neighbour* neighbor* همسایه*
| colleague* همکار*
| شاگرد*
| کارمند*
| carer پرستار
| guardian
| دوستش* رفیقش*
"""


def _read(table: str) -> tuple[dict[str, int], dict[str, set[str]]]:
    """Give the number of each word's relation, and the words by their marks: those before the bar have it for a mark."""
    numbers: dict[str, int] = {}
    marked: dict[str, set[str]] = {mark: set() for mark in "|*^~"}
    for number, line in enumerate(table.casefold().replace("\u200c", "").strip().split("\n"), start=WIFE):
        behind, bar, others = line.partition("|")
        for marks, words in ((bar, behind), ("", others)):
            for word in words.split():
                bare = word.strip("*^~")
                numbers[bare] = number
                for mark in (*marks, *word.replace(bare, "")):
                    marked[mark].add(bare)
    return numbers, marked


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


WIFE, TWO_PEOPLE = 1, 99
_WORDS, _MARKED = _read(_RELATIONS)
_BEHIND = _MARKED["|"] - {"son", "driver", "chauffeur"}  # which are last names as well
_OF = "of|von|de|di|della|d['’]"
_RELATIVE = re.compile(
    rf"(?:['’`](?:s|n?[iıuü]n)\s+|[(\[{{]\s*|\s[-–—]\s*)(?:his\s+|her\s+)?({_any_of(_WORDS)})\s*[)\]}}]?\s*$"
    rf"|[,،]\s*(?:his\s+|her\s+)?({_any_of(_MARKED['|'])})\s*$|\w\s+({_any_of(_BEHIND)})\s*$|\w\s+\w+\s+({_any_of(_MARKED['*'])})\s*$"
    rf"|^(?:the\s+)?(?:({_any_of(_MARKED['^'])})\s+(?:(?:{_OF})\s*)?|({_any_of(_MARKED['~'])})\s+(?:{_OF})\s*)\b\w"
)
_AND = re.compile(r"\w\.?\s*(?:\s(?:and|und|و)\s|[&+])\s*\w")
# Without one of these words, or a sign that is no letter, a name speaks of nobody else.
_TELLING = _WORDS.keys() | {"and", "und", "و"}


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
    >>> [kin_of(name) > 0 for name in ("مامان علی", "Mama Lukas", "Lukas Mama", "Mère de Lucas", "Mother Teresa", "Mari de Jong", "Mama")]
    [True, True, True, True, False, False, False]
    >>> kin_of("Oliver & Hazel Brent") == kin_of("علی و فاطمه رضایی") == kin_of("Mr and Mrs Brent"), kin_of("Hazel (wife of Al)")
    (True, 0)
    """
    text = name.casefold().replace("\u200c", "").replace("\u0307", "")  # as in EŞİ
    words = text.split()
    if _TELLING.isdisjoint(words) and "".join(words).isalpha():  # as most names
        return 0
    if _AND.search(text):
        return TWO_PEOPLE
    found = _RELATIVE.search(text)
    return next(_WORDS[word] for word in found.groups() if word) if found else 0
