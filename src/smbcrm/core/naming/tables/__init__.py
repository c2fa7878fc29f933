"""Words that names and addresses are made of, as tables.

Written down by hand from common knowledge of English, Persian, Arabic, Turkish and European usage; no file or
package was copied. A table is one text of words, so that it can be read and extended in any editor.
"""

from __future__ import annotations

from smbcrm.core.text import fold


def folded(words: str) -> frozenset[str]:
    """Give the words of a text as names are folded before they are looked up."""
    return frozenset(map(fold, words.split()))
