"""The telling words of firms' names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import name as name_of

from smbcrm.core.naming.articles import with_articles
from smbcrm.core.naming.given_names import known_given_names
from smbcrm.core.naming.sounds import word_sound
from smbcrm.core.naming.spelled_forms import firm_name_words
from smbcrm.core.naming.tables.firms import (
    BRANCH_WORDS,
    CUT_FIRM_WORDS,
    FIRM_WORDS,
    FORMS_APART,
    LEGAL_FORMS,
    MAIN_WORDS,
    PARTNERS_APART,
    SHORT_FIRM_WORDS,
    SITE_WORDS,
    STRONG_LEGAL_FORMS,
    WORDS_FOR_FIRMS_AND_PEOPLE,
    WORDS_OF_SHOPS,
)
from smbcrm.core.text import fold

# Ages, hours or years from one to the other: no number of a branch.
_AGES = re.compile(r"(?<!\d)(\d{1,2})\s?[-–]\s?(\d{1,2})(?!\d)")
_NUMBER_OF = re.compile(r"(?:№|#|\b(?:no|nr|num|شماره)\b\.?)\s*(\d+)", re.IGNORECASE)
# How a firm is introduced, what ends as its form does in the Gulf, and industry and trade, as many a Turkish firm is registered for.
_NO_NAME = re.compile(
    r"^\s*(?:m/s\.?|messrs\.?)\s+|(?<=\w)\s+est\.\s*$|(?<=\w)\s+san(?:ayi|\.)?\s*(?:ve|&|-)?\s*tic(?:aret|\b\.?)"
    r"|(?<=\w)\s+sanayi(?=\W*(?:$|a\.?\s?ş|ltd|limited|anonim))",
    re.IGNORECASE,
)
_ROMAN = dict(zip(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"), "123456789"))

_APART = (*FORMS_APART, *PARTNERS_APART)
_FORM = {word: 1 << number for number, forms in enumerate(_APART) for word in fold(forms).split()}
FORMS, PARTNERS = (1 << len(FORMS_APART)) - 1, (1 << len(_APART)) - (1 << len(FORMS_APART))
"""Which bits of `legal_forms` are legal forms, and which tell of partners."""
_SCRIPTS = [name_of(forms[0]).split()[0] for forms in FORMS_APART]
FORMS_OF_ONE_SCRIPT = tuple(
    sum(1 << number for number, script in enumerate(_SCRIPTS) if script == one)
    for one in dict.fromkeys(_SCRIPTS)
)
"""Which of them are written in one script: only such can be held against each other."""
_OF_TWO_LETTERS = 2
_TAKES_ES = ("s", "x", "z", "ch", "sh", "r", "l", "n", "d")  # English brushes, Spanish flores and panes


def firm_words(text: str) -> list[str]:
    """Give the words that tell a firm from another, in order, without its legal form.

    >>> firm_words("The Kian Store Co., Ltd.")
    ['kian', 'store']
    >>> firm_words("شرکت پخش البرز (سهامی خاص)")
    ['پخش', 'البرز']
    >>> firm_words("Little Step Child Care Ctr. Inc.") == firm_words("Little Step Childcare Center")
    True
    >>> firm_words("C.Y.C. Bear III, ages 0-3")
    ['cyc', 'bear', '3', 'ages', '0to3']
    >>> firm_words("Магазин №2"), firm_words("Store No. 2")
    (['магазин', '2'], ['store', '2'])
    >>> firm_words("Öz Gıda Sanayi ve Ticaret Ltd. Şti.") == firm_words("ÖZ GIDA SAN.TİC.LTD.ŞTİ."), firm_words("M/s Patel & Sons")
    (True, ['patel', 'sons'])
    """
    text = _NUMBER_OF.sub(r" \1", _AGES.sub(r"\1to\2", _NO_NAME.sub(" ", text)).replace("&", " and "))
    words = _letters_joined(firm_name_words(text))
    words = _without_main_branch(words)
    return _whole_words([word for word in words if word not in LEGAL_FORMS] or words)


def _without_main_branch(words: list[str]) -> list[str]:
    """Leave out at the end that a name is the main branch's: that is the firm itself.

    >>> _without_main_branch(["kian", "store", "main", "branch"]), _without_main_branch(["رفاه", "شعبه", "مرکزی"])
    (['kian', 'store'], ['رفاه'])
    """
    told = {*words[-2:]}
    if len(words) > 2 and not told.isdisjoint(BRANCH_WORDS) and not told.isdisjoint(MAIN_WORDS):
        return words[:-2]
    return words


def _letters_joined(words: list[str]) -> list[str]:
    """Write letters that stand alone side by side as one word, I/T and C.Y.C., and numbers in one way, III as 3."""
    if min(map(len, words), default=0) > 1 and _ROMAN.keys().isdisjoint(words):
        return words
    joined: list[str] = []
    alone = False  # the word before is made of such letters
    for word in words:
        letter = len(word) == 1 and word.isascii() and word.isalpha()
        if letter and alone:
            joined[-1] += word
        else:
            joined.append(word)
        alone = letter
    # A letter alone counts behind a name only: V and J are two people's.
    counted = {word: number for word, number in _ROMAN.items() if len(word) > 1 or "and" not in joined}
    return [*joined[:1], *(counted.get(word, word) for word in joined[1:])]


def _whole_words(words: list[str]) -> list[str]:
    """Write out what is cut short and together what may be cut in two."""
    whole: list[str] = []
    for word in words:
        joined = CUT_FIRM_WORDS.get((whole[-1], word)) if whole else None
        if joined:
            whole[-1] = joined
        else:
            whole.append(SHORT_FIRM_WORDS.get(word, word))
    return whole


def legal_forms(text: str) -> int:
    """Give the legal forms in a firm's name, and its partners, as bits of a number: those of two Latin letters count at the end only.

    >>> legal_forms("ООО Вектор") & legal_forms("ЗАО Вектор"), legal_forms("Kian Ltd.") == legal_forms("Kian Limited"), legal_forms("As You Like")
    (0, True, 0)
    >>> bool(legal_forms("Nowak Sp. z o.o.")), legal_forms("Weber GmbH & Co. KG") & legal_forms("Weber GmbH") == legal_forms("Weber GmbH")
    (True, True)
    >>> legal_forms("Patel & Sons") & legal_forms("Patel & Co"), legal_forms("Smith Bros.") == legal_forms("Smith Brothers")
    (0, True)
    """
    words = _letters_joined(firm_name_words(text))
    found = 0
    for place, word in enumerate(words):
        if len(word) > _OF_TWO_LETTERS or not word.isascii() or place == len(words) - 1:
            found |= _FORM.get(word, 0)
    return found


def is_no_slip(word: str) -> bool:
    """Tell whether a word of a firm's name is one that other firms are called after, so that it is no other such word mistyped.

    >>> [is_no_slip(word) for word in ("paints", "goods", "امید", "north", "paimts")]
    [True, True, True, True, False]
    """
    return word in FIRM_WORDS or word in WORDS_OF_SHOPS or word in SITE_WORDS or word in known_given_names()


def is_its_plural(one: str, other: str) -> bool:
    """Tell whether one of two words is the other for several things.

    >>> [is_its_plural(*words) for words in (("paint", "paints"), ("brushes", "brush"), ("supply", "supplies"), ("گل", "گلها"), ("gold", "golden"))]
    [True, True, True, True, False]
    """
    short, long_ = sorted((one, other), key=len)
    several = {short + "s", short + "ها"}
    if short.endswith(_TAKES_ES):
        several.add(short + "es")
    if short.endswith("y"):
        several.add(short[:-1] + "ies")
    return long_ in several


def branch_name(words: Sequence[str]) -> str:
    """Give what a branch is called by: what stands behind the word for a branch, or the word before it; empty where there is none.

    >>> branch_name(["فروشگاه", "رفاه", "شعبه", "شیراز"]), branch_name(["kian", "store", "leeds", "branch"]), branch_name(["kian"])
    ('شیراز', 'leeds', '')
    """
    at = next((at for at, word in enumerate(words) if word in BRANCH_WORDS), None)
    if at is None:
        return ""
    return "".join(words[at + 1 : at + 3]) or "".join(words[at - 1 : at])


def looks_like_firm(words: Sequence[str]) -> bool:
    """Tell whether folded words name a firm: a legal form or a word such as shop or clinic is among them.

    >>> looks_like_firm(firm_name_words("Kian Store")), looks_like_firm(firm_name_words("Ali Rezaei"))
    (True, False)
    """
    return len(words) > 1 and any(
        word in FIRM_WORDS or word in STRONG_LEGAL_FORMS or word in BRANCH_WORDS for word in words
    )


def is_person_after_all(words: Sequence[str]) -> bool:
    """Tell whether folded words that look like a firm's are a first name and a last name.

    >>> is_person_after_all(["mary", "church"]), is_person_after_all(["rose", "bakery"])
    (True, False)
    """
    return len(words) == 2 and words[1] in WORDS_FOR_FIRMS_AND_PEOPLE and words[0] in known_given_names()


def trade(name: str) -> str:
    """Give what a firm does, by the words of its name.

    >>> trade("Pemberton Bakery Ltd"), trade("پوشاک پرتوی"), trade("Pemberton")
    ('bakery', 'پوشاک', '')
    """
    return " ".join(word for word in firm_words(name) if word in FIRM_WORDS)


def firm_sound(words: Sequence[str], spoken: frozenset[str] = frozenset()) -> str:
    """Give the sound of a firm's own words, the same in Persian and in Latin letters; words for trades are left out.

    So are those that are `spoken`: written in Latin as they sound.

    >>> firm_sound(["فروشگاه", "کریمپور"]) == firm_sound(["karimpour", "store"])
    True
    >>> firm_sound(["شرکه", "الشمری"]) == firm_sound(["al", "shammari"])
    True
    """
    own = [word for word in words if word not in FIRM_WORDS and word not in spoken]
    return "".join(sorted(word_sound(word) for word in with_articles(own, behind=True)))
