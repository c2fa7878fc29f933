"""What a name says beside it of whose relative somebody is, or that two people stand in one row."""

from __future__ import annotations

import re

_WORDS = {
    "wife": 1, "spouse": 1, "همسر": 1, "husband": 2, "شوهر": 2, "son": 3, "پسر": 3, "daughter": 4, "دختر": 4,
    "father": 5, "dad": 5, "پدر": 5, "mother": 6, "mum": 6, "mom": 6, "مادر": 6,
    "brother": 7, "برادر": 7, "sister": 8, "خواهر": 8, "family": 9, "خانواده": 9,
}  # fmt: skip
TWO_PEOPLE = 10
_KIN = "|".join(_WORDS)
# Son is a last name as well, and stands for a relative only where something parts it from the name.
_BEHIND = "|".join(word for word in _WORDS if word != "son")
_RELATIVE = re.compile(
    rf"(?:['’`]s\s+|[(\[{{]\s*|\s[-–—]\s*|[,،]\s*)(?:his\s+|her\s+)?({_KIN})ش?\s*[)\]}}]?\s*$|\w\s+({_BEHIND})ش?\s*$"
)
_AND = re.compile(r"\w\.?\s*(?:\s(?:and|und|و)\s|[&+])\s*\w")


def kin_of(name: str) -> int:
    """Give a number for the relative or the couple that a name speaks of; 0 for the one person it names.

    Whose wife a woman is, named by herself, tells no other person.

    >>> [kin_of(name) for name in ("Ali Rezaei", "Ali Rezaei's wife", "علی رضایی (پسر)", "Heung-min Son", "Father Brown")]
    [0, 1, 3, 0, 0]
    >>> kin_of("Oliver & Hazel Brent") == kin_of("علی و فاطمه رضایی") == kin_of("Mr and Mrs Brent"), kin_of("Hazel (wife of Al)")
    (True, 0)
    """
    text = name.casefold()
    if _AND.search(text):
        return TWO_PEOPLE
    found = _RELATIVE.search(text)
    return _WORDS[found[1] or found[2]] if found else 0
