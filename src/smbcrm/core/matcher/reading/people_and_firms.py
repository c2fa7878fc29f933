"""Tell whether a name is a person's or a firm's, and read it as that: by its words, its list, and the firms beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from smbcrm.core.matcher.reading.codes import Array, Distinct
from smbcrm.core.matcher.reading.firms_beside import Firm, firms_beside
from smbcrm.core.matcher.reading.kinds_of_names import lists_of_firms, lists_of_middle_names
from smbcrm.core.naming.articles import sounds_of
from smbcrm.core.naming.firm_names import firm_words, is_person_after_all, looks_like_firm
from smbcrm.core.naming.given_names import known_given_names
from smbcrm.core.naming.person_names import NO_NAME, PersonName, person_name
from smbcrm.core.naming.plain_words import SPECIAL_WORDS
from smbcrm.core.naming.sounds import name_words, word_sound
from smbcrm.core.naming.spelled_forms import firm_name_words
from smbcrm.core.naming.tables import folded
from smbcrm.core.naming.tables.firms import DESK_WORDS, FIRM_WORDS, LEGAL_FORMS, PARTNERS_APART, SITE_WORDS
from smbcrm.core.records import Records

_FORMS_AND_TRADES = LEGAL_FORMS | FIRM_WORDS | folded(" ".join(PARTNERS_APART))
_SPOKEN_LETTERS, _SEVERAL = 4, 3
_LONG_FORM = 4  # letters
_WITH_TWO_LETTERS = 3  # words of a last name and two letters with full stops
# How a firm is introduced, and how one is told behind a person.
_FIRM_IN_FRONT = re.compile(r"\s*(?:m/s\.?|messrs\.?|fa\.|firma|ets\.?|ditta|фирма)\s+\w", re.IGNORECASE)
_FIRM_BEHIND = re.compile(r"(?P<person>[^()\[\]]+?)(?:\s*[(\[]|\s[-–—]\s)(?P<firm>[^()\[\]]+)[)\]]?\s*")
_PARTNERS_BEHIND = re.compile(
    r"(?<=\w)\W{0,3}(?:&|\b(?:and|und|et|y|e|ve|и|و))\s+"
    r"(?:sons|söhne|soehne|fils|hijos|figli|filhos|oğulları|synowie|сыновья|پسران|brothers|bros|co|cie|cía|cia|partners)\b\.?",
    re.IGNORECASE,
)
_GLUED_TRADE = re.compile(
    r"\w(?:商店|商行|超市|餐厅|餐廳|饭店|酒店|药店|藥局|医院|學校|学校|银行|集团|集團|工厂|마트|식당|약국|병원|상사)$"
)
_CAPITALS = re.compile(r"[A-Z]{2,3}")
_AND_COMPANY = (" co.", "& co", " e.k.", " s.p.a.", " a.ş.", " est.", " a/s")
_AS_INITIALS_ARE = (" a.e.", " α.ε.", " s.a.", " s.l.", " a.s.", " b.v.", " n.v.")


def people_and_firms(
    records: Records,
) -> tuple[Distinct[PersonName], list[Firm], Array, frozenset[str]]:
    """Decide for every row whether it is a person or a firm, and take its name apart accordingly.

    Give the words for firms, too, that the list writes in Latin as they sound.
    """
    import numpy as np

    lists_firms = lists_of_firms(records)
    heard = _firm_words_as_they_sound(records)
    towns = frozenset("".join(name_words(city)) for city in set(records.city))
    with_middles = lists_of_middle_names(records)
    kind_of_list = {
        source: (*lists_firms.get(source, (False, False)), source in with_middles)
        for source in set(records.source)
    }
    written: dict[tuple[str, str, str, str, bool, bool, bool], int] = {}
    places = []
    for name, first, last, company, source in zip(
        records.name, records.first_name, records.last_name, records.company, records.source
    ):
        if company and name and company != name and not _names_a_desk(name):
            company = ""
        # Each way of writing a name is read once, however many rows have it.
        key = (name, first, last, company, *kind_of_list[source])
        places.append(written.setdefault(key, len(written)))
    read = [_read_name(*key, towns, heard) for key in written]
    distinct, distinct_firms = [name for name, _ in read], [firm for _, firm in read]
    texts = [text for text, *_ in written]
    _firms_without_form(texts, distinct, distinct_firms)
    _firms_of_a_mistyped_form(texts, distinct, distinct_firms)
    names, firms = [distinct[place] for place in places], [distinct_firms[place] for place in places]
    which = np.array(places, dtype=np.int64)
    which[firms_beside(records, names, firms)] = len(distinct)
    used, rows = np.unique(which, return_inverse=True)
    distinct.append(NO_NAME)
    found = Distinct(rows, [distinct[place] for place in used.tolist()])
    return found, firms, np.fromiter(map(bool, firms), dtype=bool, count=len(firms)), heard


def _firm_words_as_they_sound(records: Records) -> frozenset[str]:
    """Find the Latin words that sound like a word for a firm which this list writes in other letters: Sherkat, Magazin, Apteka.

    Such a word stands before or behind several names and is nobody's given name.
    """
    texts = {text for texts in (records.name, records.company) for text in texts}
    other = [text for text in texts if not text.isascii()]
    used = (FIRM_WORDS | LEGAL_FORMS).intersection(word for text in other for word in name_words(text))
    spoken = {word for word in used if not word.isascii() and len(word) >= _SPOKEN_LETTERS}
    if not spoken:
        return frozenset()
    sounds = {sound for word in spoken for sound in sounds_of(word)}
    beside: dict[str, set[str]] = {}
    for text in texts:
        if text.isascii() and len(words := name_words(text)) > 1:
            for word, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
                if len(word) >= _SPOKEN_LETTERS and word_sound(word) in sounds:
                    beside.setdefault(word, set()).add(" ".join(rest))
    known = known_given_names()
    return frozenset(word for word, rest in beside.items() if len(rest) >= _SEVERAL and word not in known)


def _firms_without_form(texts: Sequence[str], names: list[PersonName], firms: list[tuple[str, ...]]) -> None:
    """Take a name for a firm's where a firm of this list is called so: Jogat Shipping Ltd, Jogat Shipping.

    A single word that is a person's name here, or anywhere, stays one: Schmidt may be of Schmidt Ltd, or no more than his namesake.
    """
    known = known_given_names()
    own = (words for words in set(firms) if words)
    named = {
        "".join(words): words
        for words in own
        if known.isdisjoint(words) or (len(words) == 2 and words[1] in FIRM_WORDS)
    }
    if not named:
        return
    people: set[str] = set()
    if any(len(words) == 1 for words in named.values()):
        people.update(part for n in names if n.given and n.surname for part in (n.given, n.surname))
    for place, (name, text) in enumerate(zip(names, texts)):
        if name.trusted or firms[place]:
            continue
        words = named.get(name.given + name.middle + name.surname) or _without_form(text, named)
        if words and (len(words) > 1 or words[0] not in people):
            names[place], firms[place] = NO_NAME, words


def _firms_of_a_mistyped_form(texts: Sequence[str], names: list[PersonName], firms: list[Firm]) -> None:
    """Take a name for a firm's that differs from one of this list in a slip in its form or trade alone: Becker KG, Becker GK."""
    told: dict[str, dict[str, Firm]] = {}
    for text, firm in zip(texts, firms):
        words = name_words(text) if firm else []
        if len(words) > 1 and words[-1] in _FORMS_AND_TRADES:
            told.setdefault("".join(words[:-1]), {})[words[-1]] = firm
    if not told:
        return
    known = known_given_names()
    for place, (text, name) in enumerate(zip(texts, names)):
        if firms[place] or not name.surname or not told.keys() & {name.given + name.middle, name.surname}:
            continue
        *rest, last = name_words(text)
        forms = told.get("".join(rest), {})
        meant = next((form for form in sorted(forms) if _is_its_slip(last, form)), None)
        if meant and last not in known and len(last) > 1:
            names[place], firms[place] = NO_NAME, forms[meant]


def _is_its_slip(word: str, form: str) -> bool:
    """Tell whether a word is a form or trade with one slip; of a short one any other letter makes a name: Kim Ho is not Kim Co.

    >>> _is_its_slip("gk", "kg"), _is_its_slip("ho", "co"), _is_its_slip("bakrey", "bakery"), _is_its_slip("خان", "نان")
    (True, False, True, False)
    """
    from rapidfuzz.distance import OSA

    if len(form) < _LONG_FORM and sorted(word) != sorted(form):
        return False
    return int(OSA.distance(word, form, score_cutoff=1)) <= 1


def _without_form(text: str, named: Mapping[str, Firm]) -> Firm | None:
    """Give the firm that a name is once its legal form is left out, where no form makes it a firm's: پارس گستر (سهامی خاص)."""
    words = name_words(text)
    return named.get("".join(firm_words(text))) if not LEGAL_FORMS.isdisjoint(words) else None


def _names_a_branch(words: Sequence[str], towns: frozenset[str]) -> bool:
    """Tell whether a name ends with a town or a quarter and holds no name of a person: Whitcombe Carpets North."""
    if len(words) < 3 or not (words[-1] in towns or words[-1] in SITE_WORDS):
        return False
    return known_given_names().isdisjoint(words[:-1]) and all(len(word) > 2 for word in words)


def _read_name(
    name: str,
    first: str,
    last: str,
    company: str,
    list_of_firms: bool,
    initials_behind: bool,
    list_of_middles: bool,
    towns: frozenset[str],
    heard: frozenset[str],
) -> tuple[PersonName, tuple[str, ...]]:
    """Take one name apart: as a person's, or as the words of a firm; what stands as `company` too, or there alone, is a firm's."""
    if first or last:
        return person_name(name, first, last, middles=list_of_middles), ()
    if company and name != company and _names_a_desk(name):
        name = ""
    if not list_of_firms and _is_plain(name):
        one, two = name.lower().split(" ")
        if one and two and SPECIAL_WORDS.isdisjoint((one, two)) and heard.isdisjoint((one, two)):
            return PersonName(one, two), ()
    # In a list of firms it is a firm that runs another: Dennis House - Davis Day Care.
    if not list_of_firms and (person := _before_firm(name)) is not None:
        return person_name(person), ()
    title = name or company
    spoken = bool(heard) and not heard.isdisjoint(name_words(name))
    if title and (
        company
        or spoken
        or _is_firm(name, list_of_firms, initials_behind=initials_behind)
        or _names_a_branch(name_words(name), towns)
    ):
        return NO_NAME, tuple(firm_words(title))
    return person_name(name), ()


def _is_plain(name: str) -> bool:
    """Tell whether a name is two words in Latin letters, of which neither is written in capitals alone."""
    two = name.isascii() and name.count(" ") == 1 and name.replace(" ", "").isalpha()
    return two and (name.istitle() or name.isupper() or name.islower())


def _is_firm(name: str, list_of_firms: bool, *, initials_behind: bool) -> bool:
    words = firm_name_words(name)
    if _FIRM_IN_FRONT.match(name) or _PARTNERS_BEHIND.search(name):
        return True
    if not initials_behind and _ends_on_a_form(name, words):
        return True
    if _GLUED_TRADE.search(name.rstrip()):
        return True
    if looks_like_firm(words) or _ends_on_full_stops(name, words, initials_behind=initials_behind):
        return list_of_firms or not is_person_after_all(words)
    return list_of_firms


@lru_cache(maxsize=1 << 16)
def _names_a_desk(name: str) -> bool:
    return DESK_WORDS.issuperset(name_words(name))


def _before_firm(name: str) -> str | None:
    """Give the person of a name that tells the firm behind it: Anna Reed (Bluebell Cafe)."""
    found = _FIRM_BEHIND.fullmatch(name)
    if not found or not looks_like_firm(firm_name_words(found["firm"])):
        return None
    words = firm_name_words(found["person"])
    person = len(words) > 1 and not looks_like_firm(words) and not known_given_names().isdisjoint(words)
    return found["person"] if person else None


def _ends_on_a_form(name: str, words: Sequence[str]) -> bool:
    """Tell whether a name of no known person ends on a legal form in capitals, the rest not being in capitals: Nordic Parts AB."""
    last = name.rsplit(None, 1)[-1] if name.strip() else ""
    if len(words) < 2 or not _CAPITALS.fullmatch(last) or words[-1] not in LEGAL_FORMS or name.isupper():
        return False
    return known_given_names().isdisjoint(words[:-1]) and min(map(len, words)) > 1


def _ends_on_full_stops(name: str, words: Sequence[str], *, initials_behind: bool) -> bool:
    """Tell whether a name ends on a form with full stops: Jansen B.V.; Anna B.V. is rather somebody, and so is Jansen B.V. beside Smit J.P."""
    plain = name.rstrip().casefold()
    if len(words) > 1 and plain.endswith(_AND_COMPANY):
        return True
    letters = plain.endswith(_AS_INITIALS_ARE) and not initials_behind
    return letters and (len(words) > _WITH_TWO_LETTERS or words[0] not in known_given_names())
