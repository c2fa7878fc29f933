"""Legal forms of firms that are spelled out, or written with full stops, as the short words they are known by."""

from __future__ import annotations

from functools import cache

from smbcrm.core.naming.sounds import name_words
from smbcrm.core.naming.tables.firms import SPELLED_FORMS


def firm_name_words(text: str) -> list[str]:
    """Give the folded words of a name that may be a firm's, its legal form as the short word for it.

    >>> firm_name_words("Müller Gesellschaft mit beschränkter Haftung"), firm_name_words("Novák, s.r.o.")
    (['muller', 'gmbh'], ['novak', 'sro'])
    >>> firm_name_words("Demir Anonim Şirketi"), firm_name_words("Акционерное общество Ромашка")
    (['demir', 'as', 'sirketi'], ['ао', 'общество', 'ромашка'])
    """
    words = name_words(text)
    firsts = _forms()
    if len(words) < 2 or firsts.keys().isdisjoint(words):
        return words
    found: list[str] = []
    place = 0
    while place < len(words):
        for phrase, short in firsts.get(words[place], ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                found += short
                place += len(phrase)
                break
        else:
            found.append(words[place])
            place += 1
    return found


@cache
def _forms() -> dict[str, list[tuple[tuple[str, ...], list[str]]]]:
    """Give the forms that are spelled out by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], list[str]]]] = {}
    for line in SPELLED_FORMS.strip().split("\n"):
        short, _, rest = line.partition(":")
        for spelled in rest.split(","):
            phrase = tuple(name_words(spelled))
            found.setdefault(phrase[0], []).append((phrase, short.split()))
    return {first: sorted(phrases, key=lambda one: -len(one[0])) for first, phrases in found.items()}
