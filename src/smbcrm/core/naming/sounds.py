"""Names as they sound: one key for a name in Persian and in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from smbcrm.core.text import fold

_APOSTROPHES = re.compile(r"['’`ʼ\u200c]")
# The vowel signs of Indian scripts and of their kin are no letters to a regular expression, and yet parts of a word.
# Legal forms that are written without a blank beside the name.
_GLUED_FORM = re.compile(
    r"[(（](?:株|有|주|유)[)）]|㈜|株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|公司|주식회사|유한회사"
)
_NOT_WORD = re.compile(r"(?:[^\w\u0900-\u0dff\u0e00-\u109f\u1780-\u17d3]|[_\u0964\u0965])+")

_PERSIAN_SOUNDS = {
    "ا": "a", "آ": "a", "أ": "a", "إ": "a", "ع": "a", "ئ": "a", "ء": "", "ؤ": "w", "ب": "b", "پ": "p", "ت": "t", "ث": "s",
    "ج": "j", "چ": "c", "ح": "h", "خ": "x", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "j", "س": "s", "ش": "0", "ص": "s",
    "ض": "z", "ط": "t", "ظ": "z", "غ": "g", "ف": "f", "ق": "g", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "w",
    "ه": "h", "ی": "y",
}  # fmt: skip
_CYRILLIC_SOUNDS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "w",
            "g",
            "d",
            "a",
            "a",
            "j",
            "z",
            "a",
            "y",
            "k",
            "l",
            "m",
            "n",
            "a",
            "p",
            "r",
            "s",
            "t",
            "a",
            "f",
            "x",
            "ts",
            "c",
            "0",
            "0c",
            "",
            "a",
            "",
            "a",
            "y",
            "y",
        ],
    )
)
_GREEK_SOUNDS = {
    **dict(zip("αβγδεζηικλμνοπρσςτυφχω", "awgdazaaklmnaprsstafca")),
    "θ": "th", "ξ": "ks", "ψ": "ps",
}  # fmt: skip
# At the beginning of a word two letters stand for one sound; elsewhere people write them both.
_GREEK_PAIRS = re.compile("^μπ|^ντ|^γκ|γ(?=γ)")
_GREEK_PAIR_SOUNDS = {"μπ": "b", "ντ": "d", "γκ": "g", "γ": "n"}
_OTHER_SOUNDS = str.maketrans({**_PERSIAN_SOUNDS, **_CYRILLIC_SOUNDS, **_GREEK_SOUNDS})
# Letters that some write in another way in Latin: Darwich and Darwish, Kassem and Qasim, Hohlov and Khokhlov, Julia and Yulia.
_OTHERWISE = str.maketrans(
    {
        **_PERSIAN_SOUNDS,
        **_CYRILLIC_SOUNDS,
        **_GREEK_SOUNDS,
        "χ": "h",
        "θ": "t",
        "β": "b",
        "ق": "k",
        "ش": "c",
        "خ": "h",
        "ج": "g",
        "х": "h",
        "ц": "k",
        "ю": "j",
        "е": "y",
    }
)
_LATIN_PAIRS = re.compile("sch|tch|sh|ch|kh|gh|zh|dj|ph|ck|qu|x|c|q")
_LATIN_PAIR_SOUNDS = {
    "sch": "0", "tch": "c", "sh": "0", "ch": "c", "kh": "X", "gh": "g", "zh": "j", "dj": "j", "ph": "f", "ck": "k", "qu": "k",
    "x": "ks", "c": "k", "q": "g",
}  # fmt: skip
_VOWELS = str.maketrans("eiouvX", "aaaawx")
_QUIET = re.compile("[awy]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def word_sound(word: str) -> str:
    """Give the sound of one folded word: its consonants, the same from Persian and Latin letters.

    >>> word_sound("رضایی"), word_sound("rezaei")
    ('rz', 'rz')
    """
    if word.isascii():
        return _consonants(_LATIN_PAIRS.sub(_latin_pair, word).translate(_VOWELS))
    return _consonants(_GREEK_PAIRS.sub(_greek_pair, word).translate(_OTHER_SOUNDS))


# Letters that sound alike in Persian, and what is written once or twice.
_ONE_SOUND = str.maketrans("صثذضظطحغ", "سسزززتهق")


# Two of these are a man's and a woman's: وجیه and وجیهه.
_DOUBLED_BUT_H = re.compile(r"([^ه])\1+")


def one_spelling(word: str) -> str:
    """Give a word in Arabic letters with one letter for each sound, each written once; any other word as it is.

    >>> one_spelling("داوود") == one_spelling("داود"), one_spelling("طاهره") == one_spelling("تاهره"), one_spelling("ملیح") == one_spelling("ملیحه")
    (True, True, False)
    """
    if word.isascii() or not "\u0600" <= word[0] <= "\u06ff":
        return word
    return _DOUBLED_BUT_H.sub(r"\1", word).translate(_ONE_SOUND)


# How a word ends in Latin: on a vowel, on what may be silent or is written for more than one sound, else on a consonant.
_OPEN_LATIN, _EITHER_LATIN = re.compile("(?:[aeo]h|[aiou]|[aeiou]e|y)$"), re.compile("(?:[^aeiou]e|[iu]h|w)$")
_OPEN_OTHER = re.compile("(?:[ایوаеёиоуыэюяйіїєαεηιουω]|(?<![او])ه)$")
_EITHER_OTHER = re.compile("(?:[حعءئؤوьъ]|[اوی]ه)$")
# Long vowels between consonants are written in Arabic letters, and how each is heard in Latin ones; خوا is said without its و.
_AL = re.compile("^(عبد)ال")  # the article, whose vowel is any: Abdolkarim, Abdulkarim, Abdelkarim
_LONG_VOWELS = {"ا": re.compile("[aou]"), "و": re.compile("[ouvw]"), "ی": re.compile("[iyj]|e[ae]")}
_IN_ARABIC_LETTERS = re.compile("[\u0600-\u06ff]+")
_NO_CONSONANTS = "aeiouvwyاآأإعئءؤوی"
_SYLLABLES = re.compile(f"[^{_NO_CONSONANTS}]([{_NO_CONSONANTS}]*)")
_DOUBLED_CONSONANT = re.compile(rf"([^{_NO_CONSONANTS}])\1+")
_CONSONANTS_ONLY = str.maketrans({k: v for k, v in _PERSIAN_SOUNDS.items() if k not in _NO_CONSONANTS})


def end_apart(one: str, other: str) -> bool:
    """Tell whether of two words in two scripts one ends on a vowel and the other on a consonant: سعید and Saeedeh.

    >>> end_apart("سعید", "saeedeh"), end_apart("سعید", "saeed"), end_apart("شارلوت", "charlotte"), end_apart("صالح", "saleh"), end_apart("иванов", "ivanova")
    (True, False, False, False, True)
    """
    latin, written = (one, other) if one.isascii() else (other, one)
    if not latin.isascii() or _EITHER_LATIN.search(latin) or _EITHER_OTHER.search(written):
        return False
    return bool(_OPEN_LATIN.search(latin)) != bool(_OPEN_OTHER.search(written))


def vowels_apart(one: str, other: str) -> bool:
    """Tell whether of two words of the same consonants one is in Arabic letters and has a long vowel that is not heard in the other.

    >>> [vowels_apart(*names) for names in (("سعید", "saad"), ("سعید", "saeed"), ("سلیم", "salem"), ("سالم", "salem"), ("خواجوی", "khajavi"), ("رایت", "rit"))]
    [True, False, True, False, False, False]
    """
    latin, written = (one, other) if one.isascii() else (other, one)
    if not latin.isascii() or not _IN_ARABIC_LETTERS.fullmatch(written):
        return False
    heard = _between_consonants(_LATIN_PAIRS.sub(_latin_pair, latin))
    meant = _between_consonants(
        _AL.sub(r"\1ل", written).replace("خوا", "خا").replace("ای", "ی").translate(_CONSONANTS_ONLY)
    )
    if len(heard) != len(meant):
        return False
    return any(
        letter in long_ and not _LONG_VOWELS[letter].search(vowels)
        for vowels, long_ in zip(heard, meant)
        for letter in _LONG_VOWELS
    )


def _between_consonants(word: str) -> list[str]:
    """Give what stands between each two consonants of a word; an h at its end is none."""
    word = _DOUBLED_CONSONANT.sub(r"\1", word)
    return _SYLLABLES.findall(word[:-1] if word.endswith("h") else word)[:-1]


def is_both(word: str, first: str, last: str) -> bool:
    """Tell whether a word is two names written in one, in either order and either script.

    >>> is_both("nahidmohammadi", "ناهید", "محمدی"), is_both("smithjohn", "john", "smith"), is_both("johnson", "john", "smith")
    (True, True, False)
    """
    if word.isascii() == (first + last).isascii():
        return word in (first + last, last + first)
    return word_sound(word) in (word_sound(first + last), word_sound(last + first))


# How names of England and Germany are heard, which is how they are written in other letters: John, Smith, Thomas, Jones, Nicholas, Wright, Schmidt.
# In Persian nothing begins with two consonants of which the first is an s: اسمیت.
_HEARD = (
    (re.compile("^sch(?=[lmnrtw])"), "asch"), (re.compile("^s(?=[bcdfgklmnpqrtvz](?!h))"), "as"), (re.compile("^(?:k(?=n)|w(?=r))"), ""),
    (re.compile("igh(?=t)"), "i"), (re.compile("th"), "t"), (re.compile("oh(?=n)"), "o"), (re.compile("^wh"), "w"),
    (re.compile("ch(?=[rlo]|ae)"), "k"), (re.compile("(?:(?<=[bdglmnrvw])|(?<=[^aious]e))s$"), "z"),
)  # fmt: skip


def as_heard(word: str) -> str:
    """Give a Latin word with fewer letters that are not heard.

    >>> as_heard("john"), as_heard("wright"), as_heard("karimi")
    ('jon', 'rit', 'karimi')
    """
    for spelled, sound in _HEARD:
        word = spelled.sub(sound, word)
    return word


@lru_cache(maxsize=200_000)
def other_sound(word: str) -> str:
    """Give the sound of a word as some write it in Latin, and that of a Latin word as it is heard; nothing where that is `word_sound`.

    >>> other_sound("درویش"), word_sound("darwich"), other_sound("رضایی")
    ('drc', 'drc', '')
    >>> [other_sound(latin) == word_sound(other) for latin, other in (("john", "جان"), ("smith", "اسمیت"), ("james", "جیمز"), ("thomas", "томас"))]
    [True, True, True, True]
    """
    if word.isascii():
        heard = as_heard(word)
        found = "" if heard == word else word_sound(heard)
    else:
        found = _consonants(_GREEK_PAIRS.sub(_greek_pair, word).translate(_OTHERWISE))
    return "" if found == word_sound(word) else found


def _consonants(sounds: str) -> str:
    """Give the sounds of a word without its vowels and without doubled letters; what no table knows is told by its number."""
    if not sounds.isascii():
        sounds = "".join(c if c.isascii() else f"{ord(c):x}" for c in sounds)
    if not sounds:
        return ""
    sounds = _DOUBLED.sub(r"\1", sounds)
    rest = _QUIET.sub("", sounds[1:])
    return sounds[0] + (rest[:-1] if rest.endswith("h") else rest)


def _latin_pair(found: re.Match[str]) -> str:
    text = found.group()
    follows = found.string[found.end() : found.end() + 1]
    if text == "c" and follows and follows in "eiy":
        return "s"
    return _LATIN_PAIR_SOUNDS[text]


def _greek_pair(found: re.Match[str]) -> str:
    return _GREEK_PAIR_SOUNDS[found.group()]


@lru_cache(maxsize=1 << 16)  # the rows of a customer mostly bear one name
def sound_key(text: str) -> str:
    """Give one ASCII key for a name, the same for its Persian and its Latin spelling.

    >>> sound_key("علی رضایی") == sound_key("Ali Rezaei") == "al rz"
    True
    >>> sound_key("شیرین خسروی") == sound_key("Shirin Khosravi")
    True
    """
    return " ".join([sound for word in name_words(text) if (sound := word_sound(word))])


def name_words(text: str) -> list[str]:
    """Give the folded words of a name or a firm, without punctuation; a half-space joins.

    >>> name_words("Dr. O'Brien-Smith,  علی‌رضا")
    ['dr', 'obrien', 'smith', 'علیرضا']
    >>> name_words("राधा-शर्मा")
    ['राधा', 'शर्मा']
    >>> name_words("トヨタ株式会社") == name_words("トヨタ（株）")
    True
    """
    if text.isascii() and text.replace(" ", "").isalpha():
        return text.lower().split()
    if not text:
        return []
    if not text.isascii():
        text = _GLUED_FORM.sub(" 株式会社 ", text)
    if "'" in text or not text.isascii():
        text = _APOSTROPHES.sub("", text)
    return _NOT_WORD.sub(" ", fold(text)).split()
