"""Sets of words to compare with, written as they are typed."""

from __future__ import annotations

from smbcrm.core.text import fold


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text, folded as compared text is.

    >>> word_set("Straße سي") == {"strasse", "سی"}
    True
    """
    return frozenset(fold(text).split())
