"""What kind of names a list holds: people's or firms', with initials behind them or middle names between."""

from __future__ import annotations

import re
from dataclasses import dataclass

from smbcrm.core.naming.firm_names import looks_like_firm
from smbcrm.core.naming.given_names import known_given_names
from smbcrm.core.naming.plain_words import SPECIAL_WORDS
from smbcrm.core.naming.spelled_forms import firm_name_words
from smbcrm.core.naming.tables.firms import LEGAL_FORMS
from smbcrm.core.records import Records

_MANY, _MANY_OTHERS, _FEW_SIGNS = 30, 0.3, 0.03
_TALLIED = 3_000  # names of a list that tell whether it lists firms
_CAPITALS_BEHIND = re.compile(r"\w ([A-Z]{2,3}|(?:[A-Z]\.){2,3})$")
_LONGEST_OF_PEOPLE = 4  # words


def lists_of_middle_names(records: Records) -> set[int]:
    """Tell which sources write something between first and last name, each in a column of its own."""
    rows = zip(records.name, records.first_name, records.last_name, records.source)
    return {
        source
        for name, first, last, source in rows
        if first and last and len(name) > len(first) + len(last) + 2 and name[: len(first)] == first
    }


def lists_of_firms(records: Records) -> dict[int, tuple[bool, bool]]:
    """Tell which sources list firms, and which write initials behind names: Petrov AS is a firm beside Nordic AB, not beside Petrov VN.

    Few names of firms hold a known given name, many a word such as shop or clinic.

    Where nearly all others are of two to four words, firms stand among people whose names no table knows: signs are as short
    as one word, and as long as five.
    """
    known = known_given_names()
    tally: dict[int, _Tally] = {}
    seen: set[tuple[int, str]] = set()
    for name, first, last, source in zip(records.name, records.first_name, records.last_name, records.source):
        counts = tally.setdefault(source, _Tally())
        if counts.names >= _TALLIED or not name or first or last or (source, name) in seen:
            continue
        seen.add((source, name))
        words = firm_name_words(name)
        counts.names += 1
        counts.people += any(word in known for word in (words[:2] + words[-1:])) or any(
            len(w) == 1 for w in words[:1]
        )
        behind = _CAPITALS_BEHIND.search(name)
        if behind and not name.isupper() and words[-1] not in SPECIAL_WORDS:
            counts.initials += -1 if behind[1].replace(".", "").lower() in LEGAL_FORMS else 1
        short_or_long = len(words) == 1 or len(words) > _LONGEST_OF_PEOPLE
        if looks_like_firm(words):
            counts.firms += 1
        elif short_or_long:
            counts.signs += 1
    return {source: (counts.lists_firms(), counts.initials > 0) for source, counts in tally.items()}


@dataclass(slots=True, kw_only=True)
class _Tally:
    """How many names of a list hold a known given name, are told as firms', or are too short or too long for people."""

    names: int = 0
    people: int = 0
    firms: int = 0
    signs: int = 0
    initials: int = 0  # more names end on initials than on legal forms

    def lists_firms(self) -> bool:
        """Tell whether these are the names of a list of firms."""
        others = self.names - self.firms
        shaped = others >= max(_MANY, _MANY_OTHERS * self.names) and self.signs <= _FEW_SIGNS * others
        return not shaped and self.firms + self.signs > max(self.people * 1.2, 0.1 * self.names)
